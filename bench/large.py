"""How long a quarter of very many records takes, in every format. See bench/README.md.

    python bench/large.py [--records N] [--runs N]

The records are made up. Beside them stands `frictionless validate` on the same records in one
file, a validator that many people know.
"""

import argparse
import csv
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from run import Command, tool

from cqpair.fields import COLUMNS
from cqpair.model.units import Pairing
from cqpair.store.folder import open_tables, shipped_folder

FORMATS = ("text", "markdown", "html", "docx", "xlsx", "json", "csv")
QUARTER = "2023Q2"


def main() -> int:
    """Make the records, measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=50_000, metavar="N")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="timed rounds (3)")
    words = parser.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        whole = make_records(folder, words.records)
        report = (tool("cqpair"), "--data", str(folder / "data"), "report", "--quarter", QUARTER)
        beside = "frictionless validate"
        jobs: dict[str, Command] = {beside: (tool("frictionless"), "validate", whole.name)}
        jobs |= {form: (*report, "--format", form) for form in FORMATS}
        medians = {job: _median(command, words.runs, folder) for job, command in jobs.items()}
    reference = medians.pop(beside)
    print(f"{words.records:,} records; {beside}: {reference:.1f} s\n")
    print("| report as | s | ratio |\n| --- | ---: | ---: |")
    for form, seconds in medians.items():
        print(f"| {form} | {seconds:.1f} | {seconds / reference:.2f} |")
    return 0


def make_records(folder: Path, count: int) -> Path:
    """A data folder with `count` records of one quarter, and the same records in one file."""
    dice = random.Random(7)
    subprocess.run((tool("cqpair"), "init", str(folder / "data")), check=True, capture_output=True)
    where = folder / "data" / "activities" / QUARTER
    where.mkdir()
    header = [column.header for column in COLUMNS]
    pairings = open_tables(shipped_folder(), date(2026, 1, 1)).pairings
    rows = [record(dice, n, pairings[n % len(pairings)]) for n in range(count)]
    for pairing in pairings:
        own = [row for row in rows if row["两群区县"] == pairing.county]
        write_rows(where / f"{pairing.county}.csv", header, own)
    write_rows(folder / "whole.csv", header, rows)
    return folder / "whole.csv"


def record(dice: random.Random, n: int, pairing: Pairing) -> dict[str, object]:
    """The cells of the `n`th record, by the header of their column."""
    county, partners = pairing.county, pairing.partners
    return {
        "编号": f"{QUARTER}-x-{n:06}",
        "开始日期": f"2023-{dice.randint(4, 6):02}-{dice.randint(1, 28):02}",
        "两群区县": county,
        "主城协同区": dice.choice(partners),
        "任务领域": dice.choice(["1", "2", "3", "4", "5", "6", "保障1", "保障2", "保障3"]),
        "牵头单位": f"{county}科协",
        "牵头类别": "科协",
        "活动名称": f"演示数据：第{n}项活动",
        "活动形式": "培训",
        "地点": county,
        "参与人次": dice.randint(1, 500),
        "专家人次": dice.randint(0, 9),
        "资金投入": dice.randint(1_000, 90_000),
        "成果": f"成果{n}项",
    }


def write_rows(path: Path, header: list[str], rows: Iterable[dict[str, object]]) -> None:
    """A record file as a spreadsheet program writes it."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _median(command: Command, runs: int, folder: Path) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        done = subprocess.run(command, cwd=folder, capture_output=True)
        if done.returncode:
            sys.exit(f"{command}: {done.stdout!r} {done.stderr!r}")
        times.append(time.perf_counter() - start)
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main())
