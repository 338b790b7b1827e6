"""Files that no office means to send: a sentence with the place and the way out, nothing taken."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from hostile_returns import HOSTILE
from returns_made import EVENT, HEADER, RETURN, TITLE, Rows, files_of, take
from workbooks import workbook


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_table_is_refused_with_the_way_out(run: Run, tables: Path, name: str) -> None:
    make, _ = HOSTILE[name]
    before = files_of(tables)
    taken = take(run, tables, make(), "--mark", "退回", name="巫山县2021Q2.xlsx")
    assert (taken.code, taken.state) == (1, "refused")
    assert all(problem["message"] and problem["fix"] for problem in taken.file["problems"])
    assert files_of(tables) == before


def form_of(unit: str, quarter: str) -> Rows:
    """Our own form with an event, for an office and a quarter."""
    head = ("填报单位", f"{unit}科协", "季度", quarter, "模板版本", "cqpair-1")
    return (head, ("零报告", ""), ("序号", *HEADER), (1, *EVENT))


# A return of 巫山县 for 2021Q2 by its rows, and where its errors are; none where it is taken.
ROWS: dict[str, tuple[Rows, list[str]]] = {
    "a date before 1900": (((TITLE,), HEADER, ("1821年5月13日", *EVENT[1:])), ["A3"]),
    "a day number of zero": (((TITLE,), HEADER, (0, *EVENT[1:])), ["A3"]),
    "formula errors": (
        ((TITLE,), HEADER, (*EVENT[:4], "#DIV/0!", "#REF!")),
        ["E3", "F3"],
    ),
    "two header rows": (
        ((TITLE,), (*HEADER[:4], "参与", "资金（万元）"), ("", "", "", "", "人数", "投入"), EVENT),
        [],
    ),
    "the header again": (((TITLE,), HEADER, EVENT, HEADER, ("5月14日", "二", *EVENT[2:])), []),
    "totals in the middle": (
        ((TITLE,), HEADER, EVENT, ("小计", "", "", "", 120, 1.5), ("5月14日", "二", *EVENT[2:])),
        [],
    ),
    "a cell of 30,000 characters": (((TITLE,), HEADER, (EVENT[0], "演" * 30_000, *EVENT[2:])), []),
    "a date of 30,000 characters": (((TITLE,), HEADER, ("5" * 30_000, *EVENT[1:])), ["A3"]),
    "the form of another office": (form_of("云阳县", "2021Q2"), ["B1"]),
    "the form of another quarter": (form_of("巫山县", "2021Q1"), ["D1"]),
    "our own form": (form_of("巫山县", "2021Q2"), []),
    "a formula as a text": (((TITLE,), HEADER, (EVENT[0], "'=1+1", *EVENT[2:])), []),
}


@pytest.mark.parametrize("name", ROWS)
def test_hostile_rows(run: Run, tables: Path, name: str) -> None:
    rows, cells = ROWS[name]
    before = files_of(tables)
    taken = take(run, tables, rows, name="巫山县2021Q2.xlsx")
    assert taken.state == ("refused" if cells else "imported"), taken.file
    assert (files_of(tables) == before) == bool(cells)
    if cells and "form of" not in name:
        assert [cell for cell, _ in taken.errors] == cells


def _blank_rows(sheet: Any) -> None:
    for n in range(4, 20_000):
        sheet.cell(n, 1).number_format = "0.00"


def _far_cell(sheet: Any) -> None:
    sheet["XFD1048576"].number_format = "0.00"


@pytest.mark.parametrize("change", [_blank_rows, _far_cell])
def test_blank_cells_far_away_do_no_harm(
    run: Run, tables: Path, change: Callable[[Any], None]
) -> None:
    data = workbook({"活动": RETURN}, change=change)
    taken = take(run, tables, data)
    assert (taken.state, len(taken.records)) == ("imported", 1)


def test_text_from_a_cell_never_acts(run: Run, tables: Path) -> None:
    text = "=cmd|'/c calc'!A1 [red]x[/red] <b>x</b>"
    lines = (TITLE, f"{','.join(HEADER)},{text}", f"5月32日,{text},4,北碚区,1,1,x")
    (tables.parent / "报表.csv").write_text("\n".join(lines), encoding="utf-8")
    result = run("import", "报表.csv")
    assert result.code == 1
    assert "\x1b" not in result.out
    assert "[red]x[/red]" in result.out


@pytest.mark.parametrize("key", ["title", "note"])
def test_a_text_that_no_record_file_can_hold_is_told(run: Run, tables: Path, key: str) -> None:
    record = {"date": "2021-05-13", "area": "4", "partners": "北碚区", "title": "演示"}
    before = files_of(tables)
    data = json.dumps([{**record, key: "a\0b"}])
    taken = take(run, tables, data, name="巫山县2021Q2.json")
    assert (taken.state, len(taken.errors)) == ("refused", 1)
    assert files_of(tables) == before
