"""Hostile files end to end: a sentence with the place and the way out, and never a traceback."""

import os
import random
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from conftest import Run

BASE = Path(__file__).parent / "rules" / "base"
FILE = "activities/2021Q2/wanzhou.csv"
HEADER = "编号,开始日期,两群区县,主城协同区,任务领域,活动名称,参与人次,资金投入"
ROW = "a,2021-05-13,石柱县,綦江区,5,演示数据,300,3万元"
SOUND = f"{HEADER}\n{ROW}\n"
YAML = "- {date: 2021-05-13, county: 石柱县, partners: 綦江区, area: 5, title: 演示数据}\n"
COMMANDS = [["validate"], ["activities", "--format", "csv"], ["report", "--quarter", "2021Q2"]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small data folder without records, as `data` in the current folder."""
    folder = Path(shutil.copytree(BASE, tmp_path / "data"))
    (folder / "activities/2021Q2/shizhu.csv").unlink()
    return folder


def _row(**cells: str) -> bytes:
    values = dict(zip(HEADER.split(","), ROW.split(","), strict=True)) | cells
    return f"{HEADER}\n{','.join(values.values())}\n".encode()


# A record file's name and bytes, and the rules that tell what is wrong with it (none: it is read).
FILES: dict[str, tuple[str, bytes, set[str]]] = {
    "random bytes": (FILE, random.Random(7).randbytes(5000), {"F102"}),
    "a picture": (FILE, b"\x89PNG\r\n\x1a\n" + bytes(100), {"F102"}),
    "nothing": (FILE, b"", {"F108"}),
    "a BOM only": (FILE, b"\xef\xbb\xbf", {"F108"}),
    "commas only": (FILE, b",,,\n,,,\n", {"F108"}),
    "one byte": (FILE, b"\xff", {"F102"}),
    "gb18030": (FILE, SOUND.encode("gb18030"), {"F103"}),
    "utf-16": (FILE, SOUND.encode("utf-16"), set()),
    "utf-16 without a BOM": (FILE, SOUND.encode("utf-16-le"), {"F102"}),
    "half of utf-16": (FILE, SOUND.encode("utf-16")[:-1], {"F102"}),
    "utf-8 with a BOM": (FILE, SOUND.encode("utf-8-sig"), set()),
    "crlf": (FILE, SOUND.replace("\n", "\r\n").encode(), set()),
    "cr": (FILE, SOUND.replace("\n", "\r").encode(), set()),
    "a NUL": (FILE, SOUND.replace("演示", "演\0示").encode(), {"F102"}),
    "an open quote": (FILE, SOUND.replace("演示", '"演示').encode(), {"F111"}),
    "quotes only": (FILE, b'"""""""""', {"F111"}),
    "10,000 open quotes": (FILE, f"{HEADER}\n".encode() + b'"x"y\n' * 10_000, {"F104", "F111"}),
    "a cell of 100,000 characters": (FILE, _row(活动名称="演" * 100_000), {"A329"}),
    "too many cells": (FILE, _row(资金投入="x," * 100), {"F110"}),
    "semicolons": (FILE, SOUND.replace(",", ";").encode(), {"F104"}),
    "tabs": (FILE, SOUND.replace(",", "\t").encode(), {"F104"}),
    "5,000 digits of people": (FILE, _row(参与人次="9" * 5000), {"F109"}),
    "30 digits of money": (FILE, _row(资金投入="9" * 30), {"F109"}),
    "a date in no calendar": (FILE, _row(开始日期="0000-00-00"), {"F109"}),
    "a folder of no quarter": ("activities/0000Q1/x.csv", SOUND.encode(), set()),
    "a folder of no year": ("activities/99999Q4/x.csv", SOUND.encode(), set()),
    "a workbook that is none": ("activities/x.xlsx", SOUND.encode(), {"F101"}),
    "a workbook cut short": ("activities/x.xlsx", b"PK\x03\x04" + bytes(50), {"F101"}),
    "yaml of nothing": ("activities/x.yaml", b"", {"F108"}),
    "yaml with a tab": ("activities/x.yaml", b"- a: 1\n\tb: 2\n", {"F104"}),
    "yaml with an alias": ("activities/x.yaml", b"- &a {x: 1}\n- *a\n", {"F105"}),
    "yaml with a merge": ("activities/x.yaml", b"- &a {x: 1}\n- {<<: *a}\n", {"F105"}),
    "yaml that runs": ("activities/x.yaml", b"- !!python/object/apply:os.abort []\n", {"F105"}),
    "yaml with a NUL": ("activities/x.yaml", b"- a: \0\n", {"F102"}),
    "yaml with a bell": ("activities/x.yaml", b"- a: \x07\n", {"F104"}),
    "yaml with a BOM and crlf": (
        "activities/x.yaml",
        YAML.replace("\n", "\r\n").encode("utf-8-sig"),
        set(),
    ),
    "yaml 10,000 deep": ("activities/x.yaml", b"[" * 10_000, {"F105"}),
    "yaml 2,000 wide": ("activities/x.yaml", b"- {a: 1}\n" * 2_000, {"F107", "F108"}),
    "a billion laughs": (
        "activities/x.yaml",
        b"a: &a [x,x]\n" + b"".join(b"b%d: [*a,*a]\n" % i for i in range(9)),
        {"F105"},
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_a_hostile_record_file_is_told_with_its_place_and_the_way_out(
    name: str, data: Path, run: Run
) -> None:
    path, content, rules = FILES[name]
    (data / path).parent.mkdir(exist_ok=True)
    (data / path).write_bytes(content)
    told = run("validate").out
    lines = [line for line in told.splitlines() if line.startswith(f"data/{path}") and ": " in line]
    assert {line.split()[2] for line in lines} == rules
    assert told.count("改法：") == len(lines), "each with its way out"
    failing = bool(rules - {"F103", "A329"})  # these are warnings
    for words in COMMANDS:
        result = run(*words)
        assert result.code == failing, (words, result.err)
        assert "Traceback" not in result.out + result.err
    assert failing is (f"data/{path}" in result.err), "a report says what it leaves out"


@pytest.mark.slow
def test_random_bytes_never_pass_and_never_crash(data: Path, run: Run) -> None:
    for seed in range(25):
        source = random.Random(seed)
        noise = source.randbytes(source.randrange(1, 300))
        content = source.choice([noise, SOUND.encode() + noise, f"{HEADER}\n".encode() + noise])
        for suffix in (".csv", ".yaml", ".xlsx"):
            file = (data / FILE).with_suffix(suffix)
            file.write_bytes(content)
            assert run("validate").code in (0, 1), (seed, suffix)
            file.unlink()


@pytest.mark.tools
def test_a_stray_cell_far_off_does_not_take_the_memory_of_the_machine(data: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADER.split(","), ROW.split(",")):
        sheet.append(row)
    sheet["XFD1048576"] = "演示数据"
    book.save(data / "activities/far.xlsx")
    done = subprocess.run(
        [sys.executable, "-m", "cqpair", "validate"],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (2**32, 2**32)),
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1, done.stderr[:300]
    assert "data/activities/far.xlsx" in done.stdout.decode("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["\x1b[31m.csv", "a\nb.csv", "\u202egpj.csv", "[red]x.csv", "=1+1.csv", "\x9b31m.txt"]
)
def test_a_hostile_file_name_is_told_and_does_not_act(name: str, data: Path, run: Run) -> None:
    (data / "activities" / name).write_text(SOUND.replace("綦江", "基江"), encoding="utf-8")
    for words in COMMANDS:
        result = run(*words)
        assert result.code in (0, 1), result.err
        assert not set("\x1b\x9b\u202e") & set(result.out + result.err)
        assert "a\nb.csv" not in result.out + result.err


def test_a_file_name_that_is_no_text_is_told_like_any_other(data: Path, run: Run) -> None:
    name = os.fsencode(data / "activities") + b"/\xd1\xdd.csv"
    Path(os.fsdecode(name)).write_text(SOUND, encoding="utf-8")
    for words in COMMANDS:
        result = run(*words)
        assert result.code == 0, result.err
    Path(os.fsdecode(name)).write_text(SOUND.replace("綦江", "基江"), encoding="utf-8")
    for words in COMMANDS:
        assert run(*words).code == 1


@pytest.mark.parametrize("name", ["x.csv", "x.xlsx", "x.yaml"])
def test_what_is_no_file_is_told_and_nobody_waits_for_it(name: str, data: Path, run: Run) -> None:
    os.mkfifo(data / "activities" / name)
    result = run("validate")
    assert result.code == 1
    assert f"data/activities/{name}: " in result.out


def test_links_that_lead_nowhere_or_in_a_circle_are_told_and_end(data: Path, run: Run) -> None:
    (data / "activities/gone.csv").symlink_to("nowhere.csv")
    (data / "activities/me.csv").symlink_to("me.csv")
    (data / "activities/up").symlink_to("..")
    result = run("validate")
    assert result.code == 1
    assert "data/activities/gone.csv: " in result.out
    assert "data/activities/me.csv: " in result.out
