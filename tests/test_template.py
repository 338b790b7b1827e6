"""The forms that offices fill in: what openpyxl finds in them, and what LibreOffice leaves."""

import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from conftest import DATA, Run
from cqpair.book.headings import OURS
from cqpair.collect import template
from cqpair.collect.form import (
    EXAMPLE,
    FORM_COLUMNS,
    LISTS,
    NAMES,
    NUMBERING,
    SHEET,
    TABLE_NAME,
    VERSION,
    ExampleRow,
    Form,
    FormHead,
    example_row,
    find_head,
)
from cqpair.collect.template import write_template
from cqpair.fields import COLUMNS, Column, ValueKind, column_name
from cqpair.model.tasks import Tasks
from cqpair.period import parse_quarter
from cqpair.store.folder import open_tables, open_tasks

pytestmark = pytest.mark.documents

SOFFICE = shutil.which("soffice")
NOON = datetime(2026, 9, 21, 12, tzinfo=UTC)
BOOK = open_tables(DATA, date(2026, 9, 21))
LOADED = open_tasks(DATA).tasks
assert LOADED
TASKS: Tasks = LOADED
HEADER_ROW, EXAMPLE_ROW, FIRST = 5, 6, 7
UNITS = [row.value.name for row in BOOK.tables.units]
EVENT: Mapping[str, Any] = {
    "date": "2021年5月",
    "end_date": date(2021, 5, 14),
    "partners": "北碚区、铜梁区",
    "area": "携手助力脱贫攻坚与乡村振兴有机衔接",
    "measure": "农村中小学生参观科普基地、观摩科技活动",
    "lead": "巫山县农业农村委",
    "lead_kind": "党委政府",
    "title": "脆李标准化种植技术培训班暨农技协结对签约",
    "form": "科技志愿服务",
    "place": "3-5",
    "participants": "约300",
    "experts": 12,
    "funding": 1234567,
    "in_kind": 0,
    "purchases": "2万元",
    "outcome": "培训农户300人次，签订合作协议2份",
    "exemplar": "是",
    "note": "=1+1",
}


def form(name: str, quarter: str = "2021Q2") -> Form:
    unit = BOOK.names.unit(name)
    pairing = BOOK.pairing_of(unit)
    assert pairing
    return Form(unit, pairing, parse_quarter(quarter), TASKS)


def opened(name: str, quarter: str = "2021Q2") -> Workbook:
    return load_workbook(BytesIO(write_template(form(name, quarter), NOON)))


def texts(book: Workbook) -> list[list[str]]:
    """The form as rows of strings, as any reader has them."""
    rows = book[SHEET].iter_rows(values_only=True)
    return [["" if value is None else str(value) for value in row] for row in rows]


def columns(book: Workbook) -> dict[str, int]:
    """Where each column stands, by its key; 序号 by its header."""
    keys = {column.header: column.key for column in COLUMNS}
    cells = [cell for cell in book[SHEET][HEADER_ROW] if cell.value]
    names = {str(cell.value).removesuffix("（元）"): cell.column for cell in cells}
    return {keys.get(name, name): at for name, at in names.items()}


def checks(book: Workbook) -> dict[str, DataValidation]:
    """The check of each column's first row to fill in, by its key."""
    found = {}
    for key, at in columns(book).items():
        cell = book[SHEET].cell(FIRST, at).coordinate
        for check in book[SHEET].data_validations.dataValidation:
            if cell in check.sqref:
                assert key not in found
                found[key] = check
    return found


def offered(book: Workbook, name: str) -> list[str]:
    """The list that a defined name stands for, without what is blank."""
    [(sheet, cells)] = book.defined_names[name].destinations
    found = book[sheet][cells.replace("$", "")]
    rows = found if isinstance(found, tuple) else ((found,),)
    return [cell.value for row in rows for cell in row if cell.value]


def fill(book: Workbook, *events: Mapping[str, Any]) -> None:
    where = columns(book)
    for n, event in enumerate(events):
        for key, value in event.items():
            if key in where:
                cell = book[SHEET].cell(FIRST + n, where[key], value)
                cell.data_type = "s" if isinstance(value, str) else cell.data_type


def custom_properties(book: Any) -> dict[str, str]:
    return {one.name: one.value for one in book.custom_doc_props.props}


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def head_of(book: Workbook) -> FormHead:
    head = find_head(texts(book))
    assert head
    return head


def told(head: FormHead) -> list[str | None]:
    return [cell and cell.text for cell in head]


@pytest.mark.parametrize("name", UNITS)
def test_a_form_says_whose_it_is_three_times(name: str) -> None:
    book, office = opened(name), BOOK.names.unit(name).office_name
    assert told(head_of(book)) == [office, "2021Q2", VERSION, ""]
    named = {key: offered(book, name) for key, name in NAMES.items()}
    assert list(named.values()) == [[office], ["2021Q2"], [VERSION], []]
    properties = custom_properties(book)
    assert list(properties.values()) == [office, "2021Q2", VERSION]
    assert properties.keys() < set(NAMES.values())
    assert offered(book, TABLE_NAME) == ["编号"]


def test_the_office_of_a_zone_signs_as_the_annex_has_it() -> None:
    rows = texts(opened("两江新区"))
    assert rows[0][1] == "两江新区科创局（科协）对口协同活动台账（2021年二季度）"
    assert [text for text in rows[1] if text] == [
        *("填报单位", "两江新区科创局（科协）", "季度", "2021Q2"),
        *("模板版本", "cqpair-1", "结对关系", "万州区—两江新区"),
    ]


@pytest.mark.parametrize(
    ("name", "partners"),
    [
        ("云阳县", ["渝北区"]),
        ("渝北区", ["渝北区"]),
        ("巫山县", ["北碚区", "铜梁区", "北碚区、铜梁区"]),
        ("铜梁区", ["铜梁区", "北碚区、铜梁区"]),
        ("两江新区", ["两江新区"]),
    ],
)
def test_only_the_own_partners_are_offered(name: str, partners: list[str]) -> None:
    actual = BOOK.pairing_of(BOOK.names.unit(name))
    assert actual
    book = opened(name)
    assert offered(book, "cq_partners") == partners
    assert {p for text in partners for p in text.split("、")} <= set(actual.partners)
    check = checks(book)["partners"]
    assert (check.formula1, check.errorStyle) == ("cq_partners", None)  # None is stop
    assert "；".join(partners) in str(check.error)


def test_the_columns_are_those_of_a_record_without_what_a_return_need_not_say() -> None:
    found = list(columns(opened("巫山县")))
    left_out = {"status", "county", "source"}
    assert found == ["id", NUMBERING, *(c.key for c in COLUMNS[1:] if c.key not in left_out)]
    sheet = opened("巫山县")[SHEET]
    for cell in sheet[HEADER_ROW]:
        heading = OURS.heading_of(str(cell.value))
        if cell.value != NUMBERING:
            assert heading
            assert heading.column.header == column_name(str(cell.value).removesuffix("（元）"))
            assert heading.factor == (1 if heading.column.is_money else None)
    assert sheet.column_dimensions["A"].hidden
    assert not sheet.column_dimensions["B"].hidden


def test_a_column_of_money_that_is_declared_appears_by_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    new = Column("gifts", "其他帮扶", ValueKind.MONEY, COLUMNS[0].parse)
    monkeypatch.setattr(template, "FORM_COLUMNS", (*FORM_COLUMNS, new))
    book = opened("巫山县")
    [at] = [cell.column for cell in book[SHEET][HEADER_ROW] if cell.value == "其他帮扶（元）"]
    cell = book[SHEET].cell(FIRST, at).coordinate
    [check] = [c for c in book[SHEET].data_validations.dataValidation if cell in c.sqref]
    assert check.type == "decimal"


def test_the_measures_offered_are_those_of_the_chosen_area() -> None:
    book = opened("忠县")
    assert offered(book, "cq_areas") == [area.title for area in TASKS.all_areas]
    for n, area in enumerate(TASKS.all_areas, 1):
        assert offered(book, f"cq_m{n}") == list(area.measures)
    names = ",".join(f"cq_m{n}" for n in range(1, 10))
    letter = get_column_letter(columns(book)["area"])
    source = checks(book)["measure"].formula1
    assert source == f"CHOOSE(MATCH(${letter}{EXAMPLE_ROW},cq_areas,0),{names})"
    assert len(str(source)) < 255
    assert book[LISTS].sheet_state == "hidden"


def test_what_a_return_may_say_otherwise_is_asked_about_and_not_refused() -> None:
    found = checks(opened("巫山县"))
    styles = {key: check.errorStyle or "stop" for key, check in found.items()}
    asked = ("date", "end_date", "measure", "exemplar", "participants", "experts", "funding")
    assert {key for key, style in styles.items() if style == "stop"} == {
        *("partners", "area", "lead_kind"),
    }
    assert {style for key, style in styles.items() if key in asked} == {"warning"}
    assert styles["form"] == "information"
    assert found["date"].type == "date"
    assert found["participants"].type == "whole"
    assert {found[c.key].type for c in FORM_COLUMNS if c.is_money} == {"decimal"}
    assert all(check.showErrorMessage for check in found.values())


def test_checks_speak_chinese_and_reach_far_below_the_usual_rows() -> None:
    for quarter, first in (("2021Q2", "2021年二季度"), ("2022Q4", "2022年四季度")):
        for key, check in checks(opened("巫山县", quarter)).items():
            assert check.error
            assert len(check.error) <= 255
            assert max(cells.max_row for cells in check.sqref) >= 1000
            if key == "date":
                assert first in check.error
                assert check.prompt


def test_the_box_takes_yes_and_nothing_else() -> None:
    book = opened("巫山县")
    nil = head_of(book).nil
    assert nil
    box = book[SHEET].cell(nil.row + 1, nil.cell + 1)
    [check] = [c for c in book[SHEET].data_validations.dataValidation if box.coordinate in c.sqref]
    assert check.formula1 == '"是"'
    assert not box.protection.locked
    assert box.coordinate == book.defined_names["cqpair_nil"].attr_text.split("!")[1].replace(
        "$", ""
    )
    assert not head_of(book).is_nil
    box.value = "是"
    assert head_of(book).is_nil


def test_only_the_head_is_locked_and_normal_is_not() -> None:
    book = opened("巫山县")
    sheet = book[SHEET]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    # False is “not forbidden”
    assert (sheet.protection.insertRows, sheet.protection.deleteRows) == (False, False)
    locked = {cell.row for row in sheet.iter_rows() for cell in row if cell.protection.locked}
    assert locked <= set(range(1, HEADER_ROW + 1))
    assert all(sheet.cell(HEADER_ROW, at).protection.locked for at in columns(book).values())
    normal = book._named_styles["Normal"]  # type: ignore[attr-defined]
    assert (normal.font.name, normal.font.sz, normal.protection.locked) == ("宋体", 11, False)
    assert not any(sheet.row_dimensions[row].has_style for row in range(EXAMPLE_ROW, 100))
    assert not any(one.protection.locked for one in sheet.column_dimensions.values())


def test_the_table_is_set_for_a_page_and_a_screen() -> None:
    sheet = opened("巫山县")[SHEET]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.print_area == ""
    assert sheet.freeze_panes == "A6"
    grows = [sheet.row_dimensions[row] for row in range(EXAMPLE_ROW, FIRST + 12)]
    assert {row.ht for row in grows} == {43.5}


def test_rows_of_the_table_grow_with_their_text() -> None:
    import re
    import zipfile

    with zipfile.ZipFile(BytesIO(write_template(form("巫山县"), NOON))) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()
    rows = re.findall(r'<row r="(\d+)"([^>]*)', sheet)
    fixed = [int(row) for row, rest in rows if "customHeight" in rest]
    assert fixed == [1, 2, 3, 4, 5]


def test_the_same_form_is_the_same_bytes() -> None:
    assert write_template(form("巫山县"), NOON) == write_template(form("巫山县"), NOON)


def test_what_is_filled_in_by_another_program_is_all_there() -> None:
    book = opened("巫山县")
    before = Counter(check.type for check in book[SHEET].data_validations.dataValidation)
    fill(book, *([EVENT] * 40))
    again = load_workbook(BytesIO(saved(book)))
    assert told(head_of(again)) == ["巫山县科协", "2021Q2", VERSION, ""]
    where = columns(again)
    for row in range(FIRST, FIRST + 40):
        for key, value in EVENT.items():
            found = again[SHEET].cell(row, where[key]).value if key in where else value
            assert (found.date() if isinstance(found, datetime) else found) == value
    assert Counter(c.type for c in again[SHEET].data_validations.dataValidation) == before
    assert again.defined_names.keys() == book.defined_names.keys()
    assert len(custom_properties(again)) == 3


def cells_of(book: Workbook, row: int) -> tuple[str, dict[str, str]]:
    """The mark and the cells of a row, as strings by key."""
    line = texts(book)[row - 1]
    where = columns(book)
    mark = line[where.pop(NUMBERING) - 1]
    return mark, {key: line[at - 1] for key, at in where.items()}


@pytest.mark.parametrize("name", ["巫山县", "忠县", "两江新区", "渝北区"])
def test_the_example_of_a_form_is_recognised_and_nothing_else_in_it(name: str) -> None:
    book, example = opened(name, "2021Q4"), form(name, "2021Q4").example
    mark, cells = cells_of(book, EXAMPLE_ROW)
    assert mark == EXAMPLE
    assert example_row(mark, cells, example) is ExampleRow.UNCHANGED
    assert example_row("", cells, example) is ExampleRow.UNCHANGED
    assert example_row(mark, cells, form(name, "2021Q3").example) is ExampleRow.CHANGED
    mark, cells = cells_of(book, FIRST)
    assert example_row(mark, cells, example) is ExampleRow.NOT


@pytest.mark.parametrize(
    ("mark", "change", "expected"),
    [
        (EXAMPLE, {"participants": "120.0"}, ExampleRow.UNCHANGED),
        (EXAMPLE, {"participants": "120人次", "funding": "2万元"}, ExampleRow.UNCHANGED),
        (EXAMPLE, {"date": "2021/4/15"}, ExampleRow.UNCHANGED),
        (" 示 例 ", {"funding": "20,000"}, ExampleRow.UNCHANGED),
        (EXAMPLE, {"participants": "121"}, ExampleRow.CHANGED),
        (EXAMPLE, {"participants": "约120"}, ExampleRow.CHANGED),
        (EXAMPLE, {"participants": ""}, ExampleRow.CHANGED),
        (EXAMPLE, {"participants": "很多"}, ExampleRow.CHANGED),
        (EXAMPLE, {"in_kind": "0"}, ExampleRow.CHANGED),
        (EXAMPLE, {"id": "2021-ws-01"}, ExampleRow.CHANGED),
        (EXAMPLE, {"title": "座谈会"}, ExampleRow.CHANGED),
        ("", {"participants": "121"}, ExampleRow.CHANGED),
        ("1", {}, ExampleRow.CHANGED),
        ("1", {"title": "座谈会"}, ExampleRow.NOT),
        ("", dict.fromkeys(form("巫山县").example, ""), ExampleRow.NOT),
        (EXAMPLE, dict.fromkeys(form("巫山县").example, ""), ExampleRow.UNCHANGED),
    ],
)
def test_an_example_in_which_anything_was_changed_is_told(
    mark: str, change: dict[str, str], expected: ExampleRow
) -> None:
    example = form("巫山县").example
    assert example_row(mark, {**example, **change}, example) is expected


def test_the_example_is_a_sound_record_of_its_quarter() -> None:
    from cqpair.cells import Context

    context = Context(BOOK.names, TASKS, 2021)
    for name in UNITS:
        one = form(name)
        for column in FORM_COLUMNS:
            if text := one.example.get(column.key):
                assert column.parse(text, context) is not None
        assert one.quarter.start < date.fromisoformat(one.example["date"]) < one.quarter.end
        assert one.example["measure"] in TASKS.areas[0].measures
        assert one.example["form"] in TASKS.forms


def test_a_head_is_found_by_its_labels_wherever_they_stand() -> None:
    rows = texts(opened("忠县"))
    assert find_head([[""] * 3, ["", "随便写的"], *(["", *row] for row in rows)]) == FormHead(
        *(cell and cell._replace(row=cell.row + 2, cell=cell.cell + 1) for cell in head(rows))
    )
    joined = [["填报单位：忠县科协", "季度: 2021Q2"], ["模板版本：cqpair-1", "零 报 告：是"]]
    assert told(head(joined)) == ["忠县科协", "2021Q2", "cqpair-1", "是"]
    assert head(joined).is_nil


def head(rows: list[list[str]]) -> FormHead:
    found = find_head(rows)
    assert found
    return found


def test_a_sheet_without_our_version_is_none_of_our_forms() -> None:
    rows = texts(opened("忠县"))
    assert find_head([[t for t in row if t != "模板版本"] for row in rows]) is None
    assert find_head([]) is None
    assert find_head([["填报单位", "忠县科协"]]) is None


def test_the_note_beside_an_empty_box_is_no_answer() -> None:
    rows = texts(opened("忠县"))
    squeezed = [[text for text in row if text] for row in rows]  # as pasted without blanks
    assert told(head(squeezed)) == ["忠县科协", "2021Q2", VERSION, ""]
    assert told(head([["模板版本", "季度", "2021Q2"], ["零报告"]])) == [None, "2021Q2", "", ""]


def test_texts_of_tables_do_not_act() -> None:
    one = form("巫山县")
    unit = one.unit._replace(office='=HYPERLINK("http://x")')
    area = TASKS.areas[0]._replace(title="<r>携手</r>", measures=("=1+1", "\x1b[31m"))
    tasks = TASKS._replace(areas=(area, *TASKS.areas[1:]))
    book = load_workbook(BytesIO(write_template(one._replace(unit=unit, tasks=tasks), NOON)))
    assert told(head_of(book))[0] == '=HYPERLINK("http://x")'
    assert all(c.data_type != "f" for s in book for row in s.iter_rows() for c in row)
    assert offered(book, "cq_areas")[0].strip() == "<r>携手</r>"


# The command


def test_a_file_an_office_is_made_and_named(run: Run, data: Path, tmp_path: Path) -> None:
    done = run("template", "ws县", "--quarter", "2021Q2")
    assert done.code == 1
    done = run(
        "template", "巫山", "两江新区", "wushan", "--quarter", "2021年二季度", "-o", "out/new"
    )
    names = ["out/new/2021Q2-巫山县科协.xlsx", "out/new/2021Q2-两江新区科创局（科协）.xlsx"]
    assert done == (0, "".join(f"{name}\n" for name in names), "")
    assert [head_of(load_workbook(name)).quarter for name in names]
    assert run("template", "忠县", "--quarter", "2021-Q2").out == "2021Q2-忠县科协.xlsx\n"
    assert sorted(path.name for path in Path("out/new").iterdir()) == sorted(
        name.rpartition("/")[2] for name in names
    )


def test_all_offices_row_by_row_of_the_annex_from_the_shipped_tables(run: Run) -> None:
    done = run("template", "--all", "--quarter", "2021Q2", "--output", "out")
    assert (done.code, done.err) == (0, "")
    files = done.out.splitlines()
    assert len(files) == len(set(files)) == 41
    assert files[:2] == ["out/2021Q2-万州区科协.xlsx", "out/2021Q2-两江新区科创局（科协）.xlsx"]
    assert {Path(file) for file in files} == set(Path("out").iterdir())


def test_a_file_that_is_there_is_not_overwritten(run: Run) -> None:
    mine = Path("2021Q2-忠县科协.xlsx")
    mine.write_bytes(b"filled in")
    words = ("template", "巫山县", "忠县", "--quarter", "2021Q2")
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    assert "2021Q2-忠县科协.xlsx" in done.err
    assert "--force" in done.err
    assert [path.name for path in Path().iterdir()] == [mine.name]
    assert mine.read_bytes() == b"filled in"
    assert run(*words, "--force").code == 0
    assert told(head_of(load_workbook(mine)))[0] == "忠县科协"
    many = run("--lang", "en", "template", "--all", "--quarter", "2021Q2")
    assert "2021Q2-忠县科协.xlsx" in many.err
    assert len(list(Path().iterdir())) == 2


def test_many_files_that_are_there_are_told_in_one_sentence(run: Run) -> None:
    assert run("template", "--all", "--quarter", "2021Q2").code == 0
    done = run("template", "--all", "--quarter", "2021Q2")
    assert done.code == 2
    assert done.err.count(".xlsx") == 5
    assert "41" in done.err


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("--quarter 2021Q2", 2, "--all"),
        ("巫山 --all --quarter 2021Q2", 2, "--all"),
        ("巫山", 2, "--quarter"),
        ("巫山 --quarter 2021H1", 2, "2021H1"),
        ("巫山 --quarter 2021", 2, "2021"),
        ("巫山 --quarter 2021Q2 -o -", 2, "--output"),
        ("巫山 北培区 --quarter 2021Q2", 1, "北碚区"),
        ("巫山 ws --quarter 2021Q2", 1, "万盛经开区"),
    ],
)
def test_what_is_asked_wrongly_makes_no_file(run: Run, words: str, code: int, told: str) -> None:
    done = run("template", *words.split())
    assert (done.code, done.out) == (code, "")
    assert told in done.err
    assert list(Path().iterdir()) == []


def test_where_nothing_can_be_written_nothing_is(run: Run) -> None:
    Path("file").write_text("", encoding="utf-8")
    done = run("template", "巫山", "--quarter", "2021Q2", "-o", "file")
    assert (done.code, done.out) == (2, "")
    assert ".cqpair-" not in done.err
    folder = Path("out/2021Q2-忠县科协.xlsx")
    folder.mkdir(parents=True)
    done = run("template", "巫山", "忠县", "--quarter", "2021Q2", "-o", "out", "--force")
    assert (done.code, done.out) == (2, "")
    assert list(Path("out").iterdir()) == [folder]


# In LibreOffice

needs_office = [
    pytest.mark.tools,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here to save it again"),
]


def convert(folder: Path, target: str, *files: str) -> None:
    """Have LibreOffice save files of `folder` anew, beside them in a folder named by the format."""
    words = [str(SOFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    words += ["--convert-to", target, "--outdir", str(folder / target), *files]
    subprocess.run(words, cwd=folder, check=True, capture_output=True, timeout=180)


@pytest.fixture(scope="module")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled form as LibreOffice saves it in each format, the old ones made .xlsx once more."""
    folder = tmp_path_factory.mktemp("office")
    book = opened("巫山县")
    fill(book, *([EVENT] * 12))
    (folder / "form.xlsx").write_bytes(saved(book))
    fill(book, *([EVENT] * 20))
    (folder / "long.xlsx").write_bytes(saved(book))
    for name in ("忠县", "两江新区", "渝北区"):
        (folder / f"{name}.xlsx").write_bytes(write_template(form(name), NOON))
    for target in ("xlsx", "ods", "xls"):
        convert(folder, target, "form.xlsx")
    for old in ("ods", "xls"):
        (folder / f"from-{old}.{old}").write_bytes((folder / old / f"form.{old}").read_bytes())
    convert(folder, "xlsx", "from-ods.ods", "from-xls.xls")
    convert(folder, "pdf", *(path.name for path in folder.glob("*.xlsx")))
    return folder


class TestSavedAgain:
    pytestmark = needs_office

    @pytest.mark.parametrize("name", ["form", "from-ods", "from-xls"])
    def test_head_names_lists_and_checks_are_kept(self, resaved: Path, name: str) -> None:
        book = load_workbook(resaved / "xlsx" / f"{name}.xlsx")
        assert told(head_of(book)) == ["巫山县科协", "2021Q2", VERSION, ""]
        named = [offered(book, name) for name in NAMES.values()]
        assert named == [["巫山县科协"], ["2021Q2"], [VERSION], []]
        assert offered(book, "cq_partners") == ["北碚区", "铜梁区", "北碚区、铜梁区"]
        assert book[LISTS].sheet_state == "hidden"
        assert book[SHEET].protection.sheet
        found, original = checks(book), checks(opened("巫山县"))
        assert found.keys() == original.keys()
        for key, check in original.items():
            assert (found[key].type, found[key].errorStyle or "stop") == (
                check.type,
                check.errorStyle or "stop",
            )
        measures = str(found["measure"].formula1)
        assert measures.replace(" ", "") == original["measure"].formula1

    @pytest.mark.parametrize("name", ["form", "from-ods", "from-xls"])
    def test_example_and_every_figure_are_unchanged(self, resaved: Path, name: str) -> None:
        book = load_workbook(resaved / "xlsx" / f"{name}.xlsx")
        example = form("巫山县").example
        assert example_row(*cells_of(book, EXAMPLE_ROW), example) is ExampleRow.UNCHANGED
        where = columns(book)
        for key, value in EVENT.items():
            found: Any = book[SHEET].cell(FIRST, where[key]).value if key in where else value
            assert (found.date() if isinstance(found, datetime) else found) == value

    @pytest.mark.parametrize("name", ["form", "忠县", "两江新区", "渝北区"])
    def test_the_usual_rows_are_one_readable_page_lying(self, resaved: Path, name: str) -> None:
        with pdfplumber.open(resaved / "pdf" / f"{name}.pdf") as pdf:
            [page] = pdf.pages
            assert (round(page.width), round(page.height)) == (842, 595)
            assert min(char["size"] for char in page.chars) >= 7.5
            assert max(char["x1"] for char in page.chars) < page.width - 14

    def test_further_rows_are_printed_under_the_header_once_more(self, resaved: Path) -> None:
        with pdfplumber.open(resaved / "pdf" / "long.pdf") as pdf:
            pages = [page.extract_text() for page in pdf.pages]
        assert len(pages) == 2
        assert all("活动名称" in page for page in pages)
        assert sum(page.count("科技志愿") for page in pages) == 20
