"""Our own forms, filled in by another program, from `template` to `report`: no figure is lost."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from conftest import Run
from cqpair.collect.form import FORM_COLUMNS, SHEET
from returns_made import Taken, files_of, records, take

pytestmark = pytest.mark.documents

FIRST_ROW = 7
HEADERS = {column.key: column.header for column in FORM_COLUMNS}


def forms(run: Run, *offices: str) -> list[Path]:
    """The forms of offices, `--all` of them, for 2021Q2."""
    assert run("template", *offices, "--quarter", "2021Q2", "--output", "forms").code == 0
    return sorted(Path("forms").iterdir())


@pytest.fixture
def form(run: Run, tables: Path) -> Path:
    """The form of 云阳县."""
    assert tables.is_dir()
    (path,) = forms(run, "云阳县")
    return path


def sheet_of(path: Path) -> tuple[openpyxl.Workbook, Worksheet]:
    book = openpyxl.load_workbook(path)
    return book, book[SHEET]


def place(sheet: Worksheet, text: str) -> tuple[int, int]:
    """Row and column of the first cell that says `text`."""
    return next(
        (cell.row, cell.column) for row in sheet.iter_rows() for cell in row if cell.value == text
    )


def fill(path: Path, *events: Mapping[str, Any]) -> None:
    """Enter events below the example row, each cell under the header of its column."""
    book, sheet = sheet_of(path)
    header, _ = place(sheet, "活动名称")
    cells = {str(cell.value).partition("（")[0]: cell.column for cell in sheet[header]}
    columns = {name: column or 0 for name, column in cells.items()}
    for n, event in enumerate(events):
        for key, value in event.items():
            sheet.cell(FIRST_ROW + n, columns[HEADERS[key]]).value = value
    book.save(path)


def event(partners: str, number: int = 0, **other: Any) -> dict[str, Any]:
    return {
        "date": date(2021, 5, 13 + number),
        "partners": partners,
        "area": "携手助力脱贫攻坚与乡村振兴有机衔接",
        "title": f"演示活动{number}",
        "participants": 100 + number,
        "funding": 20_000 + number,
        **other,
    }


def choices(path: Path) -> str:
    """The first partner that a form offers: that of its example row."""
    _, sheet = sheet_of(path)
    _, column = place(sheet, "主城协同区")
    return str(sheet.cell(FIRST_ROW - 1, column).value)


@pytest.mark.usefixtures("tables")
def test_all_forms_come_back_with_every_figure(run: Run) -> None:
    paths = forms(run, "--all")
    assert len(paths) == 41
    for number, path in enumerate(paths):
        rows = (event(choices(path), n, participants=number * 10 + n) for n in range(3))
        fill(path, *rows)
    result = run("import", *paths, "--format", "json")
    assert result.code == 0, result.out
    files = json.loads(result.out)["files"]
    assert [len(file["added"]) for file in files] == [3] * 41
    assert all([p["text"] for p in file["passed_over"]] == ["示例"] for file in files)
    totals = json.loads(run("report", "2021Q2", "--format", "json").out)["totals"]
    assert totals["activities"] == 3 * 41
    assert totals["participants"] == sum(n * 10 + k for n in range(41) for k in range(3))
    assert totals["funding_yuan"] == f"{41 * (60_000 + 3)}.00"
    assert len({file["sender"] for file in files}) == 41


Change = Callable[[Path], None]


def _nothing(path: Path) -> None:
    assert path.is_file()


def _nil(path: Path) -> None:
    book, sheet = sheet_of(path)
    cell = book.defined_names["cqpair_nil"].attr_text.partition("!")[2].replace("$", "")
    sheet[cell] = "是"
    book.save(path)


def _nil_and_event(path: Path) -> None:
    _nil(path)
    fill(path, event("渝北区"))


def _event_over_the_example(path: Path) -> None:
    book, sheet = sheet_of(path)
    _, column = place(sheet, "活动名称")
    sheet.cell(FIRST_ROW - 1, column).value = "演示活动"
    book.save(path)


def _event(path: Path) -> None:
    fill(path, event("渝北区"))


# What is done to the form of 云阳县, and what becomes of it.
FILLED: list[tuple[Change, str, str]] = [
    (_nothing, "refused", "空表不等于零报告"),
    (_nil, "nil", ""),
    (_nil_and_event, "refused", "又有记录"),
    (_event_over_the_example, "refused", "示例行改过了"),
    (_event, "imported", ""),
]


@pytest.mark.parametrize(("change", "state", "words"), FILLED)
def test_a_form_is_taken_for_what_was_entered(
    run: Run, tables: Path, form: Path, change: Change, state: str, words: str
) -> None:
    change(form)
    taken = took(run, tables, form)
    assert taken.state == state, taken.file
    assert words in " ".join(text for _, text in taken.errors)


def took(run: Run, tables: Path, path: Path, *options: str, name: str = "云阳县.xlsx") -> Taken:
    return take(run, tables, path.read_bytes(), *options, name=name)


def test_a_form_of_another_office_or_quarter_is_told(run: Run, tables: Path, form: Path) -> None:
    fill(form, event("渝北区"))
    before = files_of(tables)
    assert took(run, tables, form, name="巫山县.xlsx").state == "refused"
    taken = took(run, tables, form, name="云阳县2021Q3.xlsx")
    assert (taken.state, "2021Q3" in taken.errors[0][1]) == ("refused", True)
    assert files_of(tables) == before


@pytest.mark.parametrize(
    ("entered", "options"),
    [
        (event("渝北区", date=date(2021, 8, 13)), ("--quarter", "2021Q3")),
        (event("北碚区", date=date(2021, 5, 13), county="巫山县"), ("--sender", "北碚区")),
    ],
)
def test_the_example_is_that_of_the_form_whoever_sends_it(
    run: Run, tables: Path, form: Path, entered: dict[str, Any], options: tuple[str, str]
) -> None:
    fill(form, {key: text for key, text in entered.items() if key in HEADERS})
    taken = took(run, tables, form, *options)
    assert taken.state == "imported", taken.errors
    assert [passed["text"] for passed in taken.file["passed_over"]] == ["示例"]


def test_a_form_that_comes_again_corrects_what_it_said(run: Run, tables: Path, form: Path) -> None:
    fill(form, event("渝北区"), event("渝北区", 1))
    took(run, tables, form)
    fill(form, event("渝北区", participants="约300"), event("渝北区", 1), event("渝北区", 2))
    taken = took(run, tables, form, "--supplement")
    assert [(c["old"], c["new"]) for c in taken.file["changed"]] == [("100", "约300")]
    assert len(taken.file["added"]) == 1
    assert len(records(run)) == 3
