"""Workbooks: cells as the texts a clerk sees, at the names the sheet gives them."""

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from conftest import DATA
from cqpair.book.records import build_records
from cqpair.cells import Context
from cqpair.fields import COLUMNS, Activity
from cqpair.read.sheet_file import MOST_PARTS, read_records
from cqpair.source import Fault, Reject, column_letters
from cqpair.store.folder import open_tables, open_tasks
from workbooks import archive, rezipped, workbook

PATH = "activities/2021Q2/wushan.xlsx"
DAY = dt.date(2021, 5, 13)


def text_of(value: object, number_format: str | None = None) -> str:
    """What a cell with this value is read as."""
    formats = {"A2": number_format} if number_format else {}
    data = workbook({"表": {"A1": "列", "B1": "列二", "A2": value, "B2": "x"}}, formats)
    (grid,), rejects = read_records(PATH, data)
    assert rejects == []
    return grid.rows[0].cells[0]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("value", "text"),
    [
        *(("巫山县", "巫山县"), ("012", "012"), ("3.50", "3.50"), ("1:30", "1:30")),
        *(("两行\n文字", "两行\n文字"), (300, "300"), (300.0, "300"), (0, "0"), (-5, "-5")),
        *((0.1, "0.1"), (1234.5, "1,234.5"), (10**15, "1000000000000000"), (True, "是")),
        *((False, "否"), (DAY, "2021-05-13"), (dt.datetime(2021, 5, 13), "2021-05-13")),
        *((dt.datetime(2021, 5, 13, 9, 30), "2021-05-13 09:30:00"), (dt.time(9, 30), "09:30:00")),
    ],
)
def test_a_typed_cell_is_read_as_its_text(value: object, text: str) -> None:
    assert text_of(value) == text


@pytest.mark.slow
@pytest.mark.parametrize("number_format", ["[h]:mm:ss", "yyyy-mm-dd", "h:mm", "0.00%", "@"])
@pytest.mark.parametrize("value", [0, -1, 0.5, 60, 2958465, 2958466, 1e15, 1e300])
def test_any_number_in_any_format_is_read_or_told(value: float, number_format: str) -> None:
    grids, rejects = read_records(
        PATH, workbook({"表": {"A1": "列", "A2": value}}, {"A2": number_format})
    )
    assert grids or rejects


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#VALUE!", "#DIV/0!"])
def test_an_error_in_a_cell_is_not_taken_for_a_blank(error: str) -> None:
    cells: dict[str, object] = {"A1": "列", "B1": "列二", "A2": error, "B2": "x"}
    grids, rejects = read_records(PATH, workbook({"表": cells}))
    assert rejects or grids[0].rows[0].cells[0].strip()


def test_a_formula_gives_the_value_that_was_last_worked_out() -> None:
    data = workbook({"表": {"A1": "列", "A2": "=1+1"}})
    solved = rezipped(data, "xl/worksheets/sheet1.xml", b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>")
    (grid,), _ = read_records(PATH, solved)
    assert [row.cells for row in grid.rows] == [["2"]]


def test_rows_and_cells_keep_the_names_the_sheet_gives_them() -> None:
    cells: dict[str, object] = {"C4": "甲", "D4": "乙", "C6": "1", "D6": DAY, "D9": "2", "AB9": "z"}
    (grid,), rejects = read_records(PATH, workbook({"台账": cells}))
    assert rejects == []
    assert grid.head.line == 4
    assert [row.line for row in grid.rows] == [6, 9]
    at = {
        grid.at(row, i).cell: text for row in grid.rows for i, text in enumerate(row.cells) if text
    }
    assert at == {"C6": "1", "D6": "2021-05-13", "D9": "2", "AB9": "z"}
    where = {grid.at(grid.head, i).cell: text for i, text in enumerate(grid.head.cells) if text}
    assert where == {"C4": "甲", "D4": "乙"}


def test_a_place_in_a_sheet_is_complete() -> None:
    (grid,), _ = read_records(PATH, workbook({"台 账": {"B6": "甲", "B7": "1"}}))
    assert grid.at(grid.rows[0], 1) == (PATH, 7, 2, "台 账", "B7")
    assert grid.at(grid.rows[0]) == (PATH, 7, None, "台 账", None)


def test_every_sheet_with_something_in_it_is_a_grid() -> None:
    sheets: dict[str, dict[str, object]] = {
        "一": {"A1": "甲", "A2": 1},
        "空": {},
        "二": {"B3": "乙"},
    }
    grids, rejects = read_records(PATH, workbook(sheets))
    assert rejects == []
    assert [(grid.sheet, grid.head.line, len(grid.rows)) for grid in grids] == [
        ("一", 1, 1),
        ("二", 3, 0),
    ]


@pytest.mark.parametrize("sheets", [{"空": {}}, {"白": {"A1": " ", "C3": "\u3000"}}])
def test_a_workbook_with_nothing_in_it_is_told(sheets: dict[str, dict[str, object]]) -> None:
    grids, (reject,) = read_records(PATH, workbook(sheets))
    assert grids == []
    assert reject.fault is Fault.MISSING_VALUE


SOUND = workbook({"表": {"A1": "date", "B1": "title", "A2": DAY, "B2": "演示数据", "A3": 44329}})


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK",
        b"PK\x03\x04",
        b"date,title\n",
        SOUND[:300],
        SOUND[:-60],
        b"\xd0\xcf\x11\xe0" * 300,
    ],
)
def test_what_is_no_workbook_is_told_as_unreadable(data: bytes) -> None:
    grids, (reject,) = read_records(PATH, data)
    assert grids == []
    assert (reject.fault, reject.place.path) == (Fault.UNREADABLE, PATH)


@settings(deadline=None)
@given(st.binary(max_size=200) | st.binary(max_size=60).map(lambda tail: SOUND[:-60] + tail))
def test_any_bytes_are_grids_or_rejects(data: bytes) -> None:
    grids, rejects = read_records(PATH, data)
    assert grids or rejects


@settings(deadline=None)
@given(st.integers(0, len(SOUND) - 1), st.binary(min_size=1, max_size=4))
def test_a_spoilt_workbook_is_grids_or_rejects(at: int, new: bytes) -> None:
    grids, rejects = read_records(PATH, SOUND[:at] + new + SOUND[at + len(new) :])
    assert grids or rejects


@settings(deadline=None)
@given(st.integers(1, 16384))
def test_column_letters_are_those_of_a_spreadsheet(column: int) -> None:
    assert column_letters(column) == get_column_letter(column)


GUARDED = """
import contextlib, sys
with contextlib.suppress(ImportError, ValueError):  # a limit, where the system has one
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
from cqpair.read.sheet_file import read_records
grids, rejects = read_records("a.xlsx", sys.stdin.buffer.read())
assert grids or rejects
"""


@pytest.mark.tools
@pytest.mark.parametrize("far", ["XFD1048576", "U1048576"])
def test_a_stray_cell_far_away_neither_fills_the_memory_nor_ends_the_program(far: str) -> None:
    data = workbook({"表": {"A1": "date", "A2": DAY, far: "x"}})
    done = subprocess.run(
        [sys.executable, "-c", GUARDED], input=data, capture_output=True, check=False, timeout=5
    )
    assert done.returncode == 0, done.stderr[-300:]


def built(cells: dict[str, object]) -> tuple[tuple[Activity, ...], list[Reject]]:
    tasks = open_tasks(DATA).tasks
    assert tasks is not None
    context = Context(open_tables(DATA, dt.date(2026, 9, 21)).names, tasks, 2021)
    (grid,), rejects = read_records(PATH, workbook({"台账": cells}))
    activities, _, more, _ = build_records(grid, context, {})
    return tuple(activities), rejects + more


def record_sheet(**values: object) -> dict[str, object]:
    known: dict[str, object] = {"date": DAY, "county": "巫山县", "partners": "北碚区", "area": 5}
    known |= {"title": "演示数据", **values}
    cells: dict[str, object] = {}
    for i, column in enumerate(COLUMNS, 2):
        cells[f"{get_column_letter(i)}3"] = column.header
        cells[f"{get_column_letter(i)}5"] = known.get(column.key)
    return cells


def test_a_record_in_a_sheet_is_read_like_any_other() -> None:
    typed = record_sheet(
        participants=300, funding=30000.5, exemplar=True, end_date=dt.datetime(2021, 5, 14)
    )
    (activity,), rejects = built(typed)
    assert rejects == []
    assert (str(activity.date), str(activity.end_date)) == ("2021-05-13", "2021-05-14")
    assert (activity.area.key, activity.exemplar) == ("5", True)
    assert activity.participants == (300, False)
    assert str(activity.funding and activity.funding.value) == "30000.5"
    assert activity.at("date").cell == "D5"


def test_a_cell_that_does_not_fit_is_told_by_its_name() -> None:
    activities, (reject,) = built(record_sheet(participants="很多"))
    assert activities == ()
    assert (reject.place.sheet, reject.place.cell, reject.place.line) == ("台账", "O5", 5)


def test_a_column_with_no_name_is_told_by_its_cell() -> None:
    _, (reject,) = built(record_sheet() | {"A5": "备查"})
    assert (reject.fault, reject.place.cell) == (Fault.UNKNOWN_KEY, "A3")


@pytest.mark.slow
@pytest.mark.parametrize("code", ['yyyy"年"m"月"', 'm"月"', "mmmm", 'e"年"m"月"', "yyyy-mm;@"])
@pytest.mark.parametrize("hour", [0, 9])
def test_a_format_that_shows_no_day_gives_a_month(code: str, hour: int) -> None:
    assert text_of(dt.datetime(2021, 5, 1, hour), code) == "2021-05"


@pytest.mark.parametrize("code", ["aaaa", 'm"月"d"日"', '"第"d"天"'])
def test_a_format_that_shows_a_day_gives_a_day(code: str) -> None:
    assert text_of(44317, code) == "2021-05-01"


@pytest.mark.slow
def test_a_workbook_of_too_many_files_is_told_how_many_it_may_have() -> None:
    packed = archive(**{f"x{n}_xml": b"" for n in range(MOST_PARTS + 1)})
    _, [reject] = read_records("a.xlsx", packed)
    assert (reject.key, reject.params["parts"]) == ("read.too-large", MOST_PARTS)


def test_a_text_that_begins_like_a_packed_file_is_a_text() -> None:
    _, [reject] = read_records("a.xlsx", b"PK,name\n1,x\n")
    assert reject.key == "read.text"
