"""A file that cannot be read may hold any id: no command gives one that it might repeat."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run, put_records, record
from returns_made import RETURN, files_of, take
from workbooks import workbook

USED = "2021Q2-wushan-07"
HEAD = ("编号", "开始日期", "两群区县", "主城协同区", "任务领域", "活动名称")
ROW = (USED, "2021-04-01", "巫山县", "北碚区", "4", "演示数据")
TEXT = "".join(f"{','.join(row)}\n" for row in (HEAD, ROW))
DAMAGED = workbook({"台账": [HEAD, ROW]})[:-400]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ADD = [f"--{key}={value}" for key, value in record(date="2021-05-20", county="巫山县").items()]


def damaged_workbook(tables: Path) -> str:
    (tables / "activities/2021Q1").mkdir()
    (tables / "activities/2021Q1/x.xlsx").write_bytes(DAMAGED)
    return "activities/2021Q1/x.xlsx"


def locked_workbook(tables: Path) -> str:
    (tables / "activities/2021Q1").mkdir()
    (tables / "activities/2021Q1/x.xlsx").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512
    )
    return "activities/2021Q1/x.xlsx"


def link_in_a_circle(tables: Path) -> str:
    (tables / "activities/2021Q1").mkdir()
    (tables / "activities/2021Q1/x.csv").symlink_to("x.csv")
    return "activities/2021Q1/x.csv"


def unread_submissions(tables: Path) -> str:
    (tables / "submissions/2021Q1/received.csv").mkdir(parents=True)
    return "submissions/2021Q1/received.csv"


WAYS = [damaged_workbook, locked_workbook, link_in_a_circle, unread_submissions]


@pytest.mark.parametrize("hide", WAYS)
def test_nothing_is_written_until_the_file_is_mended(
    hide: Callable[[Path], str], tables: Path, run: Run
) -> None:
    hidden = hide(tables)
    put_records(tables, "2021Q2/yunyang.csv", record(county="云阳县", partners="渝北区"))
    before = files_of(tables)
    taken = take(run, tables, RETURN)
    assert taken.state == "refused"
    ((_, told),) = taken.errors
    assert hidden in told
    added = run("add", *ADD)
    assert (added.code, added.out) == (1, "")
    assert hidden in added.err
    formatted = run("fmt")
    assert formatted.code == 1
    assert hidden in formatted.err
    assert files_of(tables) == before


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-16-le"),
        TEXT.encode("gb18030") + b"\xff\xff",
        TEXT.encode() + b"\0",
        b"\xff\xfe" + TEXT.encode("utf-16-le") + b"\0",
    ],
)
def test_an_id_in_an_undecodable_text_is_seen(data: bytes, tables: Path, run: Run) -> None:
    (tables / "activities/2021Q1").mkdir()
    (tables / "activities/2021Q1/x.csv").write_bytes(data)
    assert take(run, tables, RETURN).file["added"] == ["2021Q2-wushan-08"]
    assert run("add", *ADD).out == "2021Q2-wushan-09\n"


def test_an_id_on_the_first_row_of_a_hidden_sheet_or_one_without_a_header_is_seen(
    tables: Path, run: Run
) -> None:
    (tables / "activities/2021Q1").mkdir()
    (tables / "activities/2021Q1/x.xlsx").write_bytes(workbook({"台账": [HEAD], "旧": [ROW]}))
    assert take(run, tables, RETURN).file["added"] == ["2021Q2-wushan-08"]


def test_records_of_a_file_that_was_damaged_since_are_not_taken_twice(
    tables: Path, run: Run
) -> None:
    assert take(run, tables, RETURN).state == "imported"
    record_file = tables / "activities/2021Q2/wushan.csv"
    (tables / "activities/2021Q2/x.xlsx").write_bytes(DAMAGED)
    record_file.unlink()
    taken = take(run, tables, (("巫山县2021年二季度",), *RETURN[1:]))
    assert taken.state == "refused"
    assert "activities/2021Q2/x.xlsx" in taken.errors[0][1]


def test_what_needs_no_id_is_not_kept_from_being_written(tables: Path, run: Run) -> None:
    assert take(run, tables, RETURN).state == "imported"
    damaged_workbook(tables)
    corrected = (RETURN[0], RETURN[1], (*RETURN[2][:4], 130, 1.5))
    assert take(run, tables, corrected, "--replace").state == "imported"
    done = run("import", "--format", "json", "报表.xlsx")
    assert json.loads(done.out)["files"][0]["state"] == "unchanged"
