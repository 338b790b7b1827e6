"""The caret stands right under what a problem is about, as a terminal shows it."""

import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from conftest import Run
from workbooks import HEAD as SHEET_HEAD
from workbooks import RECORD, workbook

HEAD = "开始日期,两群区县,主城协同区,任务领域,活动名称,参与人次"


def columns(text: str) -> int:
    """How wide a terminal shows `text`, counted apart from the program."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def marked(excerpt: list[str]) -> str:
    """What stands above the carets of an excerpt."""
    line, carets = excerpt
    start, end = len(carets) - len(carets.lstrip(" |")), len(carets)
    told, at = "", 0
    for char in line:
        if start <= at < end:
            told += char
        at += columns(char)
    return told


def excerpts(out: str) -> list[list[str]]:
    lines = out.splitlines()
    return [
        lines[n - 1 : n + 1]
        for n, line in enumerate(lines)
        if line.strip(" |").strip("^") == "" and "^" in line
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("2021-05-13,云阳县,江津区,4,演示数据,1", "江津区"),
        ('2021-05-13,云阳县,"江津区",4,演示数据,1', '"江津区"'),
        ("2021-05-13,云阳县,渝北区,9,演示数据,1", "9"),
        ('"2021-05-13","云阳县","渝北区",4,"演示，""数据""",几十人', "几十人"),
        ("2021-05-13,云阳县,渝北区,4,演示\u3000数据１２,ｘ", "ｘ"),
        ("2021-05-13,云阳县,渝北区,4,演\x1b[31m示,几十", "几十"),
    ],
)
def test_the_caret_of_a_csv_cell_is_under_the_cell(
    tables: Path, run: Run, row: str, told: str
) -> None:
    path = tables / "activities/2021Q2/yunyang.csv"
    path.parent.mkdir()
    path.write_text(f"{HEAD}\n{row}\n", encoding="utf-8")
    (excerpt,) = excerpts(run("validate", "--ignore", "T207").out)
    assert marked(excerpt) == told


def test_the_caret_of_a_table_is_under_the_value(tables: Path, run: Run) -> None:
    path = tables / "pairings.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("partners: [渝中区]", "partners: [铜梁区]"), encoding="utf-8")
    assert [marked(e) for e in excerpts(run("validate", "--select", "T202").out)] == [
        "铜梁区",
        "铜梁区",
    ]


def test_a_row_of_a_sheet_is_a_small_table_with_the_cell_marked(tables: Path, run: Run) -> None:
    book = openpyxl.Workbook()
    assert isinstance(book.active, Worksheet)
    book.active.append(["参与人次", *HEAD.split(",")[:-1]])
    book.active.append([None, "2021-05-13", "云阳县", "江津区", 4, "演示数据"])
    (tables / "activities/2021Q2").mkdir()
    book.save(tables / "activities/2021Q2/yunyang.xlsx")
    out = run("validate", "--ignore", "T207").out
    (excerpt,) = excerpts(out)
    assert marked(excerpt) == "江津区"
    assert "B 开始日期" in out
    assert "F 活动名称" in out
    assert "参与人次" not in out, "cells that hold nothing are not shown"


def test_a_very_long_line_is_shown_around_the_caret(tables: Path, run: Run) -> None:
    path = tables / "activities/2021Q2/yunyang.csv"
    path.parent.mkdir()
    path.write_text(f"{HEAD}\n2021-05-13,云阳县,渝北区,4,{'演示' * 5000},几十\n", encoding="utf-8")
    out = run("validate", "--ignore", "T207,A329").out
    (excerpt,) = excerpts(out)
    assert marked(excerpt) == "几十"
    assert max(map(columns, excerpt)) <= 80, "a terminal does not wrap it"
    assert "| ..." in excerpt[0], "a cut is shown"


def test_a_long_value_is_cut_at_its_end_with_its_caret(tables: Path, run: Run) -> None:
    path = tables / "activities/2021Q2/yunyang.csv"
    path.parent.mkdir()
    path.write_text(f"{HEAD}\n2021-05-13,{'云阳' * 500},渝北区,4,演示数据,1\n", encoding="utf-8")
    (excerpt,) = excerpts(run("validate", "--ignore", "T207").out)
    assert max(map(columns, excerpt)) <= 80
    assert excerpt[0].endswith("...")
    assert set(marked(excerpt)) == {"云", "阳"}


@pytest.mark.slow
@pytest.mark.parametrize("column", [0, 1, 20, 39])
def test_a_wide_row_of_a_sheet_is_shown_around_the_cell(
    column: int, tables: Path, run: Run
) -> None:
    heads = [*(f"自定{n}" for n in range(40))]
    cells: list[object] = ["演示数据" * (n % 5) for n in range(40)]
    told = dict(zip(HEAD.split(","), ["2021-05-13", "云阳县", "江津区", 4, "演示", 1], strict=True))
    told["主城协同区"] = "江津区"
    at = {name: (column + n) % 40 for n, name in enumerate(["主城协同区", *told])}
    at = {**at, "主城协同区": column}
    for name, where in at.items():
        heads[where], cells[where] = name, told[name]
    book = openpyxl.Workbook()
    assert isinstance(book.active, Worksheet)
    book.active.append(heads)
    book.active.append(cells)
    (tables / "activities/2021Q2").mkdir()
    book.save(tables / "activities/2021Q2/yunyang.xlsx")
    out = run("validate", "--select", "A3").out
    assert "江津区" in [marked(e) for e in excerpts(out)]
    assert max(columns(line) for line in out.splitlines() if " | " in line) <= 80


ROW = (*RECORD[:1], "云阳县", "江津区", 4, "演示数据")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("rows", "place", "above", "told"),
    [
        ([(*SHEET_HEAD, "负责 人员"), ROW], "台账!F1", "F", "负责 人员"),
        ([SHEET_HEAD, (*ROW, "", "", "多出来的")], "台账!H2", "H", "多出来的"),
        ([SHEET_HEAD, ROW, ("", "合计", 1)], "台账!B3", "B 两群区县", "合计"),
        ([SHEET_HEAD, ROW, ("注：演示数据",)], "台账!A3", "A 开始日期", "注：演示数据"),
        (
            [("演示数据",), ("单位：万日元",), (*SHEET_HEAD, "资金投入"), ROW],
            "台账!A2",
            "A",
            "单位：万日元",
        ),
    ],
    ids=["header", "beside", "total", "note", "title"],
)
def test_a_row_of_a_sheet_that_is_no_record_is_shown_with_a_caret(
    tables: Path, run: Run, rows: list[tuple[object, ...]], place: str, above: str, told: str
) -> None:
    excerpt = _sheet_excerpt(tables, run, {"台账": rows}, place)
    assert marked(excerpt[1:]) == told
    before = excerpt[2].index("^")
    start = next(n for n in range(len(excerpt[0]) + 1) if columns(excerpt[0][:n]) == before)
    assert excerpt[0][start:].split("  ")[0] == above, "what stands over the cell"


@pytest.mark.parametrize(
    ("rows", "place"),
    [([("填表说明", "请看"), ("甲", "乙")], "说明!1"), ([(*SHEET_HEAD[:4], "说明")], "说明!1")],
    ids=["not read", "missing column"],
)
def test_a_row_that_lacks_something_is_shown_with_no_caret(
    tables: Path, run: Run, rows: list[tuple[object, ...]], place: str
) -> None:
    sheets: dict[str, Sequence[Sequence[object]]] = {"台账": [SHEET_HEAD, ROW], "说明": rows}
    letters, row, *rest = _sheet_excerpt(tables, run, sheets, place)
    assert letters.split("| ")[1].split() == list("ABCDE"[: len(rows[0])])
    assert row.split("| ")[1].split() == [*rows[0]]
    assert rest[:1] == [line for line in rest[:1] if "改法" in line]


def _sheet_excerpt(
    tables: Path, run: Run, sheets: Mapping[str, Sequence[Sequence[object]]], place: str
) -> list[str]:
    """The lines under the first problem at `place` of a workbook of `sheets`."""
    path = tables / "activities/2021Q2/yunyang.xlsx"
    path.parent.mkdir()
    path.write_bytes(workbook(sheets))
    lines = run("validate", "--ignore", "T207").out.splitlines()
    at = next(n for n, line in enumerate(lines) if f"{place}: " in line)
    return lines[at + 1 : at + 4]


@pytest.mark.parametrize(
    ("rows", "place", "above"),
    [
        ([SHEET_HEAD, ("", *ROW[1:])], "台账!A2", "A 开始日期"),
        ([(*SHEET_HEAD[:2], "", *SHEET_HEAD[2:]), (*ROW[:2], "多", *ROW[2:])], "台账!C1", "C"),
    ],
    ids=["nothing filled in", "no header"],
)
def test_a_cell_in_which_something_lacks_has_a_caret_where_it_should_stand(
    tables: Path, run: Run, rows: list[tuple[object, ...]], place: str, above: str
) -> None:
    letters, _, caret = _sheet_excerpt(tables, run, {"台账": rows}, place)
    at = next(n for n in range(len(letters) + 1) if columns(letters[:n]) == caret.index("^"))
    assert letters[at:].split("  ")[0] == above
