"""Every figure of a workbook follows from its records: a cell changed there changes it.

What a figure asks of the records is answered here in Python, and compared with what is stored, and
with what LibreOffice calculates after the records were changed.
"""

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openpyxl import load_workbook

from conftest import DATA
from cqpair.cli import main
from cqpair.render.document import (
    CellKind,
    Condition,
    Document,
    How,
    Query,
    Table,
)
from cqpair.report import formats
from cqpair.report.queries import of_partner
from cqpair.report.words import compose
from cqpair.store.folder import open_tables
from sample_document import SAMPLE
from workbook_reader import SOFFICE, calculated, converted, header_row

pytestmark = pytest.mark.documents

ASKED = (
    "2022Q2",
    "2022Q2 --by region",
    "2022Q2 --by partner --compare none",
    "2022H1 --compare last-year",
    "2022",
    "--from 2022-02-03 --to 2022-05-07",
    "2022Q2 --pair 巫山",
    "2022Q2 --area 保障1 --by region",
    "2022Q2 --lead 科协",
)

Row = dict[str, Any]


class Asked(NamedTuple):
    """A figure that follows from records: where it stands and what it asks."""

    sheet: str
    row: int
    col: int
    query: Query
    kind: CellKind


class Made(NamedTuple):
    """A workbook, the document it was made from, and the rows of its records by column."""

    document: Document
    packed: bytes
    records: list[Row]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "data"
    assert main(["init", str(folder), "--demo"]) == 0
    return folder


def made(demo: Path, asked: str, tmp_path: Path) -> Made:
    documents: list[Document] = []

    def composed(*args: Any, **words: Any) -> Document:
        documents.append(compose(*args, **words))
        return documents[-1]

    target = tmp_path / "r.xlsx"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(formats, "compose", composed)
        words = ["--data", str(demo), "report", *asked.split(), "--output", str(target)]
        assert main(words) == 0
    packed = target.read_bytes()
    return Made(documents[0], packed, records_of(load_workbook(BytesIO(packed), data_only=True)))


def records_of(book: Any) -> list[Row]:
    titles, *rows = book["活动记录"].iter_rows(values_only=True)
    return [dict(zip(titles, row, strict=True)) for row in rows if any(row)]


def tables_of(document: Document) -> Iterator[tuple[str, Table]]:
    """The tables of figures, with the names of their sheets."""
    for block in document.every_block():
        if isinstance(block, Table) and not block.is_records:
            yield block.name, block
    assert document.overview
    for chart in document.overview.charts:
        yield "图表数据", chart.table


def every_query(document: Document, book: Any) -> Iterator[Asked]:
    for name, table in tables_of(document):
        first = header_row(book[name], table) + 1
        for n, queries in enumerate(table.queries):
            for col, query in enumerate(queries):
                if query:
                    yield Asked(name, first + n, col + 1, query, table.columns[col].kind)
    assert document.overview
    titles = [cell.value for cell in book["概况"]["A"]]
    for figure in document.overview.figures:
        assert figure.query
        yield Asked("概况", titles.index(figure.title) + 1, 2, figure.query, figure.kind)


def meets(row: Row, conditions: Sequence[Condition]) -> bool:
    told = [(str(row[c.column] or ""), c) for c in conditions]
    return all(
        {
            How.IS: text == c.text,
            How.IS_NOT: text != c.text,
            How.HOLDS: c.text in text,
            How.HOLDS_NOT: c.text not in text,
            How.IS_FILLED: bool(text),
        }[c.how]
        for text, c in told
    )


def answer(query: Query, records: Sequence[Row]) -> object:
    """What the records give, as a sheet shows it."""
    found = [row for row in records if meets(row, query.where)]
    if query.whole is not None:
        whole = sum(meets(row, query.whole) for row in records)
        share = Decimal(len(found)) / whole if whole else None
        return float(share.quantize(Decimal("0.001"), ROUND_HALF_UP)) if share is not None else "—"
    if query.adds:
        numbers = [row[query.adds] for row in found if row[query.adds] is not None]
        return pytest.approx(sum(numbers)) if numbers else "—"
    if query.distinct:
        groups = [[row for row in found if meets(row, (one,))] for one in query.each] or [found]
        return sum(len({row[query.distinct] for row in group}) for group in groups)
    return len(found) + query.plus


def wrong(asked: Sequence[Asked], book: Any, records: Sequence[Row]) -> list[object]:
    """The cells that do not say what the records give."""
    return [
        (one.sheet, cell.coordinate, cell.value, expected)
        for one in asked
        if (cell := book[one.sheet].cell(one.row, one.col)).value
        != (expected := answer(one.query, records))
    ]


@pytest.mark.parametrize("asked", ASKED)
def test_every_figure_is_a_formula_and_stored_as_the_records_give_it(
    demo: Path, asked: str, tmp_path: Path
) -> None:
    document, packed, records = made(demo, asked, tmp_path)
    stored, formulas = (load_workbook(BytesIO(packed), data_only=only) for only in (True, False))
    queries = list(every_query(document, stored))
    assert len(queries) > 60
    assert not wrong(queries, stored, records)
    plain = [q for q in queries if formulas[q.sheet].cell(q.row, q.col).data_type != "f"]
    assert not plain


@pytest.mark.parametrize("asked", ["2022Q2", "2022 --by region", "2022Q2 --area 1"])
def test_every_key_figure_of_a_report_is_a_formula(demo: Path, asked: str, tmp_path: Path) -> None:
    target = tmp_path / "r.xlsx"
    assert main(["--data", str(demo), "report", *asked.split(), "--output", str(target)]) == 0
    sheet = load_workbook(target)["概况"]
    told = {row[0].value: row[1].data_type for row in sheet.iter_rows() if row[1].value is not None}
    assert len(told) >= 5
    assert {name for name, kind in told.items() if kind == "n"} == set()


@pytest.mark.parametrize("asked", ["2022Q2", "2022Q2 --by partner"])
def test_what_stays_a_plain_number_is_of_another_period(
    demo: Path, asked: str, tmp_path: Path
) -> None:
    document, packed, _ = made(demo, asked, tmp_path)
    book = load_workbook(BytesIO(packed))
    plain = set()
    for name, table in tables_of(document):
        first = header_row(book[name], table) + 1
        for n, row in enumerate(table.rows):
            for col, column in enumerate(table.columns):
                if column.kind.is_number and book[name].cell(first + n, col + 1).data_type == "n":
                    plain.add(column.title if column.title == "上季度" else row[0])
    assert plain == {"上季度", "2022年第一季度"}


def printed(path: Path) -> list[list[str]]:
    """The words of each line that LibreOffice prints."""
    words = ["pdftotext", "-layout", str(converted(path, "pdf")), "-"]
    done = subprocess.run(words, check=True, capture_output=True, timeout=120)
    return [line.split() for line in done.stdout.decode().splitlines()]


def put(sheet: Any, row: int, **cells: object) -> None:
    titles = [cell.value for cell in sheet[1]]
    for title, value in cells.items():
        found = next(t for t in titles if t.partition("（")[0] == title)
        sheet.cell(row, titles.index(found) + 1).value = value


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not there")
@pytest.mark.parametrize("asked", ["2022Q2 --by region", "2022H1 --by partner"])
def test_a_cell_that_is_changed_and_a_row_that_is_added_change_every_figure(
    demo: Path, asked: str, tmp_path: Path
) -> None:
    document, packed, before = made(demo, asked, tmp_path)
    book = load_workbook(BytesIO(packed))
    sheet = book["活动记录"]
    put(sheet, 2, 资金投入=123456.78, 参与人次=None, 约数="资金投入（元）")
    put(sheet, 3, 任务领域=6, 牵头类别="学会")  # typed: a number, where a text stood
    put(sheet, 4, 状态="计划")
    put(sheet, 5, 状态="进行中", 专家人次=99)
    put(sheet, 6, 两群区县="酉阳县", 主城协同区="九龙坡区、巴南区")
    put(sheet, 7, 状态=None)  # means that it is done
    last = len(before) + 2
    put(sheet, last, 编号="新", 状态="已完成", 开始日期=sheet["D2"].value, 两群区县="巫溪县")
    put(sheet, last, 主城协同区="綦江区", 任务领域="保障2", 实物折价=0.5)
    for col in "EHK":  # what Excel fills in by itself in a row that is added to the table
        sheet[f"{col}{last}"] = sheet[f"{col}8"].value.replace("8", str(last))
    target = tmp_path / "changed.xlsx"
    book.save(target)
    after = calculated(target)
    records = records_of(after)
    assert [records[n]["片区"] for n in (4, -1)] == ["渝东南", "渝东北"]
    assert [records[n]["任务标题"] for n in (1, -1)] == [
        "携手服务党和政府科学决策",
        "积极争取各项支持",
    ]
    assert records[-1]["季度"] == records[0]["季度"]
    queries = list(every_query(document, after))
    assert not wrong(queries, after, records)
    changed = [q for q in queries if answer(q.query, before) != answer(q.query, records)]
    assert len(changed) > 60


def test_the_records_are_a_table_with_nothing_above(demo: Path, tmp_path: Path) -> None:
    document, packed, records = made(demo, "2022Q2", tmp_path)
    sheet = load_workbook(BytesIO(packed), data_only=True)["活动记录"]
    (table,) = sheet.tables.values()
    titles = [cell.value for cell in sheet[1]]
    assert (table.name, table.ref) == ("活动记录", f"A1:AB{len(records) + 1}")
    assert [column.name for column in table.tableColumns] == titles
    assert titles[:5] == ["序号", "编号", "状态", "开始日期", "季度"]
    assert titles[-2:] == ["文件", "行"]
    assert [row["序号"] for row in records] == list(range(1, len(records) + 1))
    following = [c.name for c in table.tableColumns if c.calculatedColumnFormula]
    assert following == ["季度", "片区", "任务标题"]
    assert {row["季度"] for row in records} == {"2022Q2"}
    assert not any("—" in str(cell) for row in records for cell in row.values())
    assert any(row["专家人次"] is None for row in records)
    assert {rule.formula1 for rule in sheet.data_validations.dataValidation} == {
        f"{title}_选项" for title in ("状态", "两群区县", "任务领域", "牵头类别")
    }
    about = next(n for n, row in enumerate(records) if row["参与人次"] == 400)
    assert sheet.cell(about + 2, titles.index("参与人次") + 1).number_format == '"约"#,##0'
    counties = list(dict.fromkeys(row["两群区县"] for row in records))
    order = [p.county for p in open_tables(DATA, document.made_at.date()).pairings]
    assert counties == [county for county in order if county in counties]


def test_no_partner_is_named_by_a_part_of_anothers_name() -> None:
    """Partners of an event stand in one cell, so that a row by partner asks for a part of it."""
    pairings = open_tables(DATA, SAMPLE.made_at.date()).pairings
    names = [name for pairing in pairings for name in pairing.partners]
    assert all(of_partner(name, names) for name in names)
    assert of_partner("北碚", ["北碚", "北碚区"]) is None


@pytest.mark.skipif(
    not (SOFFICE and shutil.which("pdftotext")), reason="LibreOffice or pdftotext is not there"
)
def test_a_sum_is_approximate_for_as_long_as_a_figure_in_it_is(demo: Path, tmp_path: Path) -> None:
    _, packed, records = made(demo, "2022Q2", tmp_path)
    rough = {n for n, row in enumerate(records) if row["约数"]}
    assert {records[n]["约数"] for n in rough} == {"参与人次", "资金投入（元）"}
    book = load_workbook(BytesIO(packed))
    for n in rough:
        put(book["活动记录"], n + 2, 约数=None)
    put(book["活动记录"], 2, 专家人次=3777, 约数="专家人次")
    for told, marked in ((BytesIO(packed), {"参与人次", "资金投入"}), (None, {"专家人次"})):
        target = tmp_path / ("before.xlsx" if told else "after.xlsx")
        (load_workbook(told) if told else book).save(target)
        lines = printed(target)
        header = next(line for line in lines if line[:2] == ["任务和措施", "活动"])
        total = next(line for line in lines if line[:1] == ["合计"])
        named = [t for t, v in zip(header[1:], total[1:], strict=True) if v.startswith("约")]
        assert {title.partition("（")[0] for title in named} == marked
        assert any("约3,777" in line for line in lines) is (told is None)
