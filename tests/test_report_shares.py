"""Shares: each is its own true share, and where they do not add up a note says so."""

import csv
import json
from functools import partial
from io import StringIO
from pathlib import Path

import docx
import openpyxl
import pytest

from conftest import Run, report, write_records
from cqpair.render.document import Table
from report_document import Asked, made, main_text

pytestmark = pytest.mark.documents

write = partial(write_records, "开始日期,两群区县,主城协同区,任务领域,活动名称")
QUARTER = ("--quarter", "2021Q2")
NOTE = "注：因四舍五入，各项占比相加与小计、合计略有出入。"


def write_areas(tables: Path, **counts: int) -> None:
    """As many records of each area: `a1` to `a6` are areas, `s1` to `s3` safeguards."""
    keys = {key: key.replace("a", "").replace("s", "保障") for key in counts}
    areas = [keys[key] for key, n in counts.items() for _ in range(n)]
    rows = (f"2021-05-01,巫山县,北碚区,{area},演示数据{n}" for n, area in enumerate(areas))
    write(tables, "2021Q2/wushan.csv", *rows)


def shown_by(run: Run, out: Path) -> str:
    """The report as the suffix of `out` says, with everything that stands in it."""
    assert run("report", *QUARTER, "--output", str(out)).code == 0
    match out.suffix:
        case ".docx":
            return "\n".join(p.text for p in docx.Document(str(out)).paragraphs)
        case ".xlsx":
            sheet = openpyxl.load_workbook(out)["分领域"]
            return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
        case _:
            return out.read_text(encoding="utf-8")


def test_equal_counts_have_equal_shares_and_each_its_own(run: Run, tables: Path) -> None:
    write_areas(tables, a1=7, a2=4, a3=4, a4=4, a5=11, s1=11)
    told = report(run, *QUARTER)
    rows = told["areas"] + told["safeguards"]
    parts = ["17.1", "9.8", "9.8", "9.8", "26.8", "0.0", "26.8", "0.0", "0.0"]
    assert [row["share_percent"] for row in rows] == parts
    document = made(tables, Asked("2021Q2")).document
    (table, *_) = (b for b in document.annexes[0].blocks if isinstance(b, Table))
    shown = [row[1:3] for row in table.texts()]
    assert shown.count(["4", "9.8%"]) == 3
    assert ["7", "17.1%"] in shown
    assert "%" not in main_text(document)


def test_a_subtotal_has_its_own_share_not_the_sum_of_rounded_ones(run: Run, tables: Path) -> None:
    write_areas(tables, a1=1, a2=1, s1=1)
    text = run("report", *QUARTER).out
    (row,) = (line.split() for line in text.splitlines() if line.startswith("重点任务小计"))
    assert row[1:3] == ["2", "66.7%"]


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "docx", "xlsx"])
def test_a_note_by_the_table_says_that_shares_do_not_add_up(
    suffix: str, run: Run, tables: Path, tmp_path: Path
) -> None:
    write_areas(tables, a1=1, a2=1, s1=1)
    text = shown_by(run, tmp_path / f"r.{suffix}").replace("\\", "")
    assert text.count(NOTE) == 1


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "docx", "xlsx"])
def test_shares_that_add_up_have_no_note(
    suffix: str, run: Run, tables: Path, tmp_path: Path
) -> None:
    write_areas(tables, a1=1, a2=1)
    assert "因四舍五入" not in shown_by(run, tmp_path / f"r.{suffix}")


def test_shares_of_a_part_that_do_not_add_up_are_told_where_all_do(run: Run, tables: Path) -> None:
    write_areas(tables, a1=1, a2=1, s1=2, s2=2)
    text = run("report", *QUARTER).out
    assert NOTE in text, "the sums of both parts are off, that of all is not"


def test_shares_above_a_hundred_are_said_too(run: Run, tables: Path) -> None:
    write_areas(tables, a1=1, a2=1, a3=1, a4=1, a5=1, a6=1)
    assert NOTE in run("report", *QUARTER).out


def test_a_report_of_one_area_has_a_share_of_all_and_no_note(run: Run, tables: Path) -> None:
    write_areas(tables, a1=1, a2=1, a3=1)
    told = report(run, *QUARTER, "--area", "1")
    assert [row["share_percent"] for row in told["areas"]] == ["100.0"]
    assert "因四舍五入" not in run("report", *QUARTER, "--area", "1").out


def test_the_share_of_the_total_is_no_sum_of_rounded_shares(
    run: Run, tables: Path, tmp_path: Path
) -> None:
    write_areas(tables, a1=1, a2=1, s1=1)
    out = tmp_path / "r.xlsx"
    assert run("report", *QUARTER, "--output", str(out)).code == 0
    stored, told = (
        next(row for row in book["分领域"].iter_rows(values_only=True) if row[0] == "合计")
        for book in (openpyxl.load_workbook(out), openpyxl.load_workbook(out, data_only=True))
    )
    assert "SUBTOTAL" in str(stored[1])
    assert "COUNTIFS" in str(stored[2])
    assert told[1:3] == (3, 1)


def test_the_flat_table_has_the_shares_of_subtotals_and_of_all(run: Run, tables: Path) -> None:
    write_areas(tables, a1=1, a2=1, s1=1)
    rows = csv.DictReader(StringIO(run("report", *QUARTER, "--format", "csv").out))
    found = {(row["类别"], row["名称"]): row["占比"] for row in rows}
    assert found["合计", ""] == "100.0"
    assert found["重点任务", "重点任务小计"] == "66.7"


def test_without_activities_there_are_no_shares(run: Run, tables: Path) -> None:
    write_areas(tables)
    told = json.loads(run("report", *QUARTER, "--format", "json").out)
    assert {row["share_percent"] for row in told["areas"]} == {None}
    assert "因四舍五入" not in run("report", *QUARTER).out
