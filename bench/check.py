"""How long `cqpair validate` takes over very many records, and in how much memory.

See bench/README.md.

    python bench/check.py [--old TREE] [--frictionless PROGRAM] [--records N] [--runs N]

Run it in the project's environment. The records are made up and right. Many small files are timed
beside the same command of another checkout, one large file beside `frictionless validate` with the
shipped Table Schema, which looks nothing up. They take turns, and what is told are medians of the
processor's seconds, which do not count the time that others had it.
"""

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from large import QUARTER, record, write_rows
from run import ROOT, Command, environment, tool

from cqpair.fields import COLUMNS
from cqpair.model.units import Pairing
from cqpair.store.folder import open_tables, shipped_folder

SMALL_FILES, SMALL_RECORDS = 680, 1_000


class Job(NamedTuple):
    """A command, the folder it runs in, and where its modules come from."""

    command: Command
    folder: Path
    tree: Path = ROOT


class Cost(NamedTuple):
    """What a job took: seconds of the processor and of the clock, and its peak memory."""

    processor: float
    clock: float
    mebibytes: float


def main() -> int:
    """Make the records, measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--old", type=Path, metavar="TREE", help="another checkout")
    parser.add_argument("--frictionless", default=tool("frictionless"), metavar="PROGRAM")
    parser.add_argument("--records", type=int, default=100_000, metavar="N", help="in one file")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="timed rounds (3)")
    words = parser.parse_args()
    print("| validate | s | s of the clock | MiB |\n| --- | ---: | ---: | ---: |")
    with TemporaryDirectory() as name:
        small = make_small(Path(name) / "small")
        large = make_large(Path(name) / "large", words.records)
        validate = (tool("cqpair"), "validate")
        schema = ("--schema", "activities.schema.json", "data/activities/2023Q2/all.csv")
        jobs = {"small files": Job(validate, small)}
        if words.old:
            jobs["small files, the other checkout"] = Job(validate, small, words.old.resolve())
        _print(jobs, words.runs)
        jobs = {
            "one file": Job(validate, large),
            "one file, frictionless": Job((words.frictionless, "validate", *schema), large),
        }
        _print(jobs, words.runs)
    return 0


def make_small(folder: Path) -> Path:
    """1,000 records in 680 files, of eight quarters."""
    dice = random.Random(7)
    rows = list(_records(dice, SMALL_RECORDS))
    activities = _new(folder)
    ends = sorted(dice.sample(range(1, SMALL_RECORDS), SMALL_FILES - 1))
    for n, (start, end) in enumerate(zip([0, *ends], [*ends, SMALL_RECORDS], strict=True)):
        year, quarter = divmod(n % 8, 4)
        name = f"{2022 + year}Q{quarter + 1}"
        (activities / name).mkdir(exist_ok=True)
        own = [_moved(row, 2022 + year, quarter) for row in rows[start:end]]
        write_rows(activities / name / f"{n:03}.csv", _headers(), own)
    return folder


def make_large(folder: Path, count: int) -> Path:
    """`count` records of a quarter in one file, and the schema for frictionless."""
    activities = _new(folder)
    (activities / QUARTER).mkdir()
    write_rows(
        activities / QUARTER / "all.csv", _headers(), list(_records(random.Random(7), count))
    )
    shutil.copy(ROOT / "schemas" / "activities.schema.json", folder)
    return folder


def _new(folder: Path) -> Path:
    activities = folder / "data" / "activities"
    activities.mkdir(parents=True)
    for table in ("pairings.yaml", "tasks.yaml"):
        shutil.copy(ROOT / "data" / table, folder / "data")
    return activities


def _records(dice: random.Random, count: int) -> Iterator[dict[str, object]]:
    pairings: Sequence[Pairing] = open_tables(shipped_folder(), date(2026, 1, 1)).pairings
    return (record(dice, n, pairings[n % len(pairings)]) for n in range(count))


def _headers() -> list[str]:
    return [column.header for column in COLUMNS if not column.sparse]


def _moved(row: dict[str, object], year: int, quarter: int) -> dict[str, object]:
    _, month, day = str(row["开始日期"]).split("-")
    moved = f"{year}-{int(month) - 3 + 3 * quarter:02}-{day}"
    number = str(row["编号"]).replace(QUARTER, f"{year}Q{quarter + 1}")
    return {**row, "开始日期": moved, "编号": number}


def _print(jobs: Mapping[str, Job], runs: int) -> None:
    """A line for each job and the ratio of the last two, after a round that is not counted."""
    costs: dict[str, list[Cost]] = {name: [] for name in jobs}
    for n in range(runs + 1):
        for name, job in jobs.items():
            cost = _cost(job)
            if n:
                costs[name].append(cost)
    medians = {
        name: Cost(*map(statistics.median, zip(*c, strict=True))) for name, c in costs.items()
    }
    for name, cost in medians.items():
        print(f"| {name} | {cost.processor:.2f} | {cost.clock:.2f} | {cost.mebibytes:.0f} |")
    if len(medians) == 2:
        one, other = medians.values()
        print(
            f"| ratio | {one.processor / other.processor:.2f} | {one.clock / other.clock:.2f} | |"
        )


def _cost(job: Job) -> Cost:
    variables = {**environment(), "PYTHONPATH": str(job.tree / "src")}
    start = time.perf_counter()
    child = subprocess.Popen(
        job.command, cwd=job.folder, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert child.stdout
    told = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{job.command}: {told.decode(errors='replace')}")
    seconds = time.perf_counter() - start
    return Cost(usage.ru_utime + usage.ru_stime, seconds, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    sys.exit(main())
