"""The figures of a workbook: openpyxl reads what is stored, LibreOffice calculates anew."""

import re
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from cqpair.render.document import (
    Annex,
    Cell,
    CellKind,
    Chart,
    ChartKind,
    Column,
    Listing,
    Paragraph,
    Refs,
    Table,
)
from cqpair.render.workbook import write_document
from cqpair.render.workbook.cells import cell_string
from cqpair.values import PartialDate
from sample_document import AREAS, GRID, HOSTILE, RECORDS, SAMPLE, TRACE
from workbook_reader import SOFFICE, TEXT_COUNT, calculated, compare, of, read, rows_of

pytestmark = pytest.mark.documents


def every_table(book: Any) -> None:
    for table in (AREAS, GRID, RECORDS, TRACE):
        compare(book[table.name], table)
    assert book.sheetnames == [
        *("概况", "分领域", "任务覆盖", "活动记录", "数字溯源", "数据说明", "图表数据")
    ]


def test_every_cell_and_every_cached_sum_is_the_stored_value() -> None:
    every_table(read())


def uncalculated(packed: bytes) -> bytes:
    """A workbook without the cached values of its formulas."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(packed)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data = re.sub(rb' t="str"><f>', b"><f>", data)
                data = re.sub(rb"</f><v>[^<]*</v>", b"</f>", data)
            new.writestr(name, data)
    return out.getvalue()


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not there")
def test_libreoffice_calculates_the_stored_values(tmp_path: Path) -> None:
    bare = uncalculated(write_document(SAMPLE))
    assert load_workbook(BytesIO(bare), data_only=True)["分领域"]["B10"].value is None
    (tmp_path / "bare.xlsx").write_bytes(bare)
    every_table(calculated(tmp_path / "bare.xlsx"))


def test_sums_are_formulas_that_follow_the_filter_and_count_nothing_twice() -> None:
    sheet = read(values=False)["分领域"]
    cells = rows_of(sheet, AREAS)
    first = cells[0][1].row
    group, other = f"{first}:B{first + 1}", f"B{first + 3}"
    assert cells[2][1].value == f'=IF(SUBTOTAL(2,B{group})=0,"—",SUBTOTAL(9,B{group}))'
    both = f"B{group},{other}"
    assert cells[5][1].value == f'=IF(SUBTOTAL(2,{both})=0,"—",SUBTOTAL(9,{both}))'
    adds = [column.adds and column.kind.is_number for column in AREAS.columns]
    for n in AREAS.sums:
        assert [cell.data_type == "f" for cell in cells[n]] == adds
    assert cells[5][4].value == 2  # 参与结对 does not add


def test_shares_that_add_up_are_added_up_by_a_formula() -> None:
    shares = tuple((str(n), Decimal(n)) for n in ("40.0", "35.0", "25.0", "100.0"))
    table = Table((Column("甲"), Column("占比", CellKind.SHARE)), shares, sums=(3,), name="占比")
    cell = rows_of(read(of(table), values=False)["占比"], table)[3][1]
    assert cell.data_type == "f"
    compare(read(of(table))["占比"], table)


@pytest.mark.parametrize(
    ("stored", "told"), [(4, 4), (None, "—"), (10**15 + 1, "1,000,000,000,000,001")]
)
def test_a_sum_that_its_rows_do_not_give_is_no_formula(stored: Cell, told: object) -> None:
    table = Table(TEXT_COUNT, (("a", 1), ("b", 2), ("合计", stored)), sums=(2,), name="不合")
    cell = rows_of(read(of(table), values=False)["不合"], table)[2][1]
    assert cell.data_type != "f"
    assert cell.value == told


def test_a_sum_of_nothing_reported_that_says_0_keeps_it() -> None:
    table = Table(TEXT_COUNT, (("a", None), ("合计", 0)), sums=(1,), name="零")
    assert rows_of(read(of(table), values=False)["零"], table)[1][1].value == 0


def test_not_reported_is_neither_zero_nor_blank_where_one_calculates() -> None:
    table = Table(
        (Column("甲"), *(Column(k.name, k) for k in CellKind)),
        (
            ("无", *(None for _ in CellKind)),
            ("零", "", None, "", "", "", None, 0, Decimal(0), Decimal(0)),
        ),
        name="空",
    )
    none, zero = ([cell.value for cell in row] for row in rows_of(read(of(table))["空"], table))
    assert none == ["无", None, None, None, None, None, "—", "—", "—", "—"]
    assert zero == ["零", None, None, None, None, None, "—", 0, 0, 0]


def test_number_formats() -> None:
    formats = [cell.number_format for cell in rows_of(read()["分领域"], AREAS)[1]]
    assert formats[1:4] == ["#,##0", "#,##0", "0.0%"]
    assert (formats[5], formats[7]) == ('"约"#,##0', "#,##0.00;-#,##0.00;0")
    assert rows_of(read()["分领域"], AREAS)[5][5].number_format == '"约"#,##0'


@pytest.mark.parametrize("is_records", [True, False])
def test_a_date_sorts_and_shows_no_more_than_is_known(is_records: bool) -> None:
    spans = [
        (date(1900, 2, 1), date(1900, 2, 1)),
        (date(2021, 5, 13), date(2021, 5, 13)),
        (date(2021, 5, 1), date(2021, 5, 31)),
        (date(2021, 1, 1), date(2021, 12, 31)),
    ]
    rows = tuple((PartialDate(*span),) for span in spans)
    table = Table((Column("日", CellKind.DATE),), rows, name="日", is_records=is_records)
    early, *dates = (row[0] for row in rows_of(read(of(table))["日"], table))
    assert early.value == "1900-02-01"  # Excel has no such day
    assert all(cell.is_date for cell in dates)
    assert [cell.number_format for cell in dates] == ["yyyy-mm-dd", "yyyy-mm", "yyyy"]
    assert [cell.value.date() for cell in dates] == [first for first, _ in spans[1:]]


def test_hostile_text_is_text_and_cannot_become_a_formula() -> None:
    cells = [row[2] for row in rows_of(read(values=False)["活动记录"], RECORDS)[2:]]
    assert [cell.value for cell in cells] == [cell_string(text) for text in HOSTILE]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [n for n, cell in enumerate(cells) if cell.quotePrefix] == [0, 11, 12]
    assert not [cell for cell in cells if cell.hyperlink]
    assert cell_string("\ufffe\uffff\x00") == r"\ufffe\uffff\x00"


def test_text_that_looks_like_the_librarys_mark_up_stays_text() -> None:
    text = "<r><t>a</t></r><!-- & -->"
    for told in (text, text + "</r>"):
        assert read(SAMPLE._replace(title=told))["概况"]["A2"].value == told


def test_hostile_titles_names_and_captions() -> None:
    chart = Chart(ChartKind.BARS, Table(TEXT_COUNT, (("=1", 1),)), "=SUM(A1)")
    for text in (*HOSTILE, "[]:*?/\\", "'", "History", "概况", "图表数据"):
        table = Table((Column(text),), ((text,),), caption=text, name=text)
        blocks = (Paragraph(text), Listing((text,)), table, chart._replace(caption=text))
        annexes = (Annex(text, blocks), Annex(text, (Paragraph(text), Paragraph(text))))
        made = SAMPLE._replace(title=text, banner=text, blocks=blocks, annexes=annexes)
        book = read(made)
        assert len({name.casefold() for name in book.sheetnames}) == 5
        assert all(len(name.encode("utf-16-le")) <= 62 for name in book.sheetnames)
        assert not any(set(name) & set("[]:*?/\\") for name in book.sheetnames)
        assert book["概况"]["A2"].value == cell_string(text)


def test_nothing_is_cut_in_silence() -> None:
    ids = tuple(f"2021Q2-wushan-{n:05}" for n in range(5000))
    table = Table(
        (Column("甲"), Column("号", CellKind.REFS)), (("𠀀" * 20_000, Refs(ids)),), name="长"
    )
    text, refs = (cell.value for cell in rows_of(read(of(table))["长"], table)[0])
    note = "……（未完：一个单元格至多32,767字）"
    for value in (text, refs):
        assert value.endswith(note)
        assert 32_700 < len(value.encode("utf-16-le")) / 2 <= 32_767
    assert set(refs.removesuffix(note).split("、")) < set(ids)
