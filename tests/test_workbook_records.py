"""The table of records by itself, what is asked of it, and the sheets that are not of figures."""

import re
import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cqpair.render.document import (
    CellKind,
    Chart,
    Column,
    Condition,
    Document,
    How,
    KeyFigure,
    Overview,
    Query,
    Table,
)
from cqpair.render.workbook import write_document
from cqpair.values import Figure
from sample_document import SAMPLE
from workbook_reader import SOFFICE, calculated, read, xml

pytestmark = pytest.mark.documents

TEXT = "记录"
RECORDS = Table(
    (Column(TEXT), Column("数", CellKind.COUNT)),
    (('a"b', 1), ("=1", 2), ("*", 3), ("~?", 4), (">5", None), ("<>", 5), ("A", 6)),
    name=TEXT,
    is_records=True,
)


def asking(*queries: Query, records: Table = RECORDS, value: int = 0) -> Document:
    rows = tuple(("数", value) for _ in queries)
    table = Table((Column("甲"), Column("乙", CellKind.COUNT)), rows, name="问")
    asked = table._replace(queries=tuple((None, query) for query in queries))
    blocks = (asked, records)
    return SAMPLE._replace(blocks=blocks, annexes=())


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not there")
def test_a_condition_is_text_whatever_it_holds(tmp_path: Path) -> None:
    texts = [str(row[0]) for row in RECORDS.rows]
    conditions = [*(Condition(TEXT, t) for t in texts), Condition(TEXT, "~", How.HOLDS)]
    queries = [Query((condition,)) for condition in conditions]
    queries.append(Query((Condition(TEXT, how=How.IS_FILLED), Condition(TEXT, "*", How.IS_NOT))))
    book = load_workbook(BytesIO(write_document(asking(*queries))))
    book.save(tmp_path / "asked.xlsx")
    sheet = calculated(tmp_path / "asked.xlsx")["问"]
    answers = [cell.value for cell in sheet["B"] if isinstance(cell.value, int)]
    assert answers == [1] * 8 + [6]


@pytest.mark.parametrize(
    "query",
    [
        Query((Condition("没有", "甲"),)),
        Query((Condition(TEXT, "长" * 300),)),
        Query((Condition(TEXT, "甲"),), distinct=TEXT),  # of a column without a list
    ],
)
def test_what_no_formula_can_answer_stays_a_number(query: Query) -> None:
    sheet = read(asking(query, value=7), values=False)["问"]
    assert [cell.value for cell in sheet["B"]][-1] == 7


def test_a_sum_of_figures_that_no_cell_holds_is_no_formula() -> None:
    large = RECORDS._replace(rows=(*RECORDS.rows, ("大", 10**15 + 1)))
    query = Query((Condition(TEXT, how=How.IS_FILLED),), adds="数")
    for records, is_formula in ((RECORDS, True), (large, False)):
        sheet = read(asking(query, records=records, value=21), values=False)["问"]
        assert ([cell.data_type for cell in sheet["B"]][-1] == "f") is is_formula


def test_hostile_text_in_a_record_is_text_with_its_own_characters() -> None:
    texts = ("=1+1", " 空 格 ", "<r><t>a</t></r>", "a&b<c>]]>", "", None)
    rows = tuple((text, 1) for text in texts)
    sheet = read(SAMPLE._replace(annexes=(), blocks=(RECORDS._replace(rows=rows),)))[TEXT]
    assert [cell.value for cell in sheet["A"]][1:] == [text or None for text in texts]
    assert {cell.data_type for cell in sheet["A"]} == {"s", "n"}
    assert [cell.quotePrefix for cell in sheet["A"]][1] is True


def test_text_that_excel_would_take_for_an_escape_is_escaped() -> None:
    document = SAMPLE._replace(
        annexes=(), blocks=(RECORDS._replace(rows=(("_x0041_", 1),)),), banner=None
    )
    assert "<t>_x005F_x0041_</t>" in xml(document, "xl/worksheets/sheet2.xml")


def test_a_table_without_records_has_a_blank_row() -> None:
    book = read(SAMPLE._replace(annexes=(), blocks=(RECORDS._replace(rows=()),)))
    (table,) = book[TEXT].tables.values()
    assert table.ref == "A1:B2"
    assert book[TEXT]["A2"].value is None


def test_key_figures_stand_in_full_with_their_unit_and_can_be_calculated_with() -> None:
    figures = (
        KeyFigure("活动", "51项", 51, note="较上季度增加7项", unit="项"),
        KeyFigure("资金", "约37.4万元", Figure(Decimal(373_700), True), CellKind.MONEY, unit="元"),
        KeyFigure("折价", "10.45万元", Decimal("104450.5"), CellKind.MONEY, unit="元"),
        KeyFigure("占比", "78.4%", Decimal("78.4"), CellKind.SHARE),
        KeyFigure("人次", "未填报", None),
    )
    sheet = read(SAMPLE._replace(overview=Overview(figures), banner=None))["概况"]
    cells = [[cell.value for cell in row] for row in sheet["A3:C7"]]
    assert [row[0] for row in cells] == ["活动", "资金", "折价", "占比", "人次"]
    assert [row[1] for row in cells] == [51, 373_700, 104_450.5, 0.784, "未填报"]
    assert cells[0][2] == "较上季度增加7项"
    assert [sheet[f"B{n}"].number_format for n in range(3, 7)] == [
        '#,##0"项"',
        '"约"#,##0"元"',
        '#,##0.00"元";-#,##0.00"元";0"元"',
        "0.0%",
    ]
    assert SAMPLE.blocks[0].text not in [cell.value for cell in sheet["A"]]  # type: ignore[union-attr]


def test_charts_of_an_overview_are_drawn_and_notes_have_a_sheet() -> None:
    charts = tuple(block for block in SAMPLE.blocks if isinstance(block, Chart))
    notes = ("见 a.csv:3", "重新生成：cqpair report")
    told = SAMPLE._replace(overview=Overview((), charts), notes=notes, origin="由 cqpair 生成")
    with zipfile.ZipFile(BytesIO(write_document(told))) as packed:
        assert len(re.findall(r"xl/charts/chart\d", " ".join(packed.namelist()))) == 2
    sheet = read(told)["数据说明"]
    assert [cell.value for cell in sheet["A"]][-3:] == [*notes, told.origin]
    assert "改动其中一格" in sheet["A3"].value
