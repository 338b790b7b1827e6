"""The sheets of a workbook: which there are, what they look like, how they print, their charts."""

import re
from datetime import timedelta, timezone

import pytest
from openpyxl.utils import get_column_letter

from cqpair.render.document import Annex, Chart, ChartKind, Column, Paragraph, Table
from cqpair.render.workbook import write_document
from sample_document import AREAS, GRID, RECORDS, SAMPLE
from workbook_reader import TEXT_COUNT, compare, header_row, of, read, rows_of, xml

pytestmark = pytest.mark.documents

DRAWING = "xl/drawings/drawing1.xml"


def test_a_sheet_for_the_summary_each_table_and_the_data_of_charts() -> None:
    names = ["概况", "分领域", "任务覆盖", "活动记录", "数字溯源", "数据说明", "图表数据"]
    assert read().sheetnames == names
    alone = SAMPLE._replace(annexes=SAMPLE.annexes[:1], blocks=SAMPLE.blocks[:2])
    assert read(alone).sheetnames == ["概况", "分领域"]


def test_the_header_stays_repeats_and_filters() -> None:
    book = read()
    for name, table, frozen, filtered in (
        ("分领域", AREAS, "B", None),  # sorting would scatter the subtotals
        ("任务覆盖", GRID, "C", len(GRID.rows) - 1),
        ("活动记录", RECORDS, "B", None),  # the table has its own
    ):
        sheet, row = book[name], header_row(book[name], table)
        last = f"{get_column_letter(len(table.columns))}{row + (filtered or 0)}"
        assert sheet.freeze_panes == f"{frozen}{row + 1}"
        assert sheet.auto_filter.ref == (f"A{row}:{last}" if filtered else None)
        assert sheet.print_title_rows == f"${row}:${row}"
        wide = len(table.columns) > 6 or table.is_records
        assert (sheet.page_setup.orientation == "landscape") is wide
        assert int(sheet.page_setup.paperSize) == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"


def test_a_very_wide_table_is_printed_on_pages_side_by_side_and_not_in_tiny_letters() -> None:
    wide = Table(tuple(Column("列" * 20 + str(n)) for n in range(12)), (), name="宽")
    book = read(of(wide))
    assert (book["宽"].page_setup.fitToWidth, book["宽"].page_setup.fitToHeight) == (3, 0)
    assert book["宽"].print_title_cols == "$A:$A"
    assert read()["活动记录"].page_setup.fitToHeight == 0


def test_long_notes_do_not_freeze_the_whole_screen() -> None:
    notes = tuple(Paragraph("说明" * 200) for _ in range(5))
    document = SAMPLE._replace(annexes=(Annex("表", (*notes, GRID, Paragraph("末"))),))
    sheet = read(document)["任务覆盖"]
    assert sheet.freeze_panes is None
    assert sheet.cell(header_row(sheet, GRID) - 2, 1).value == "末"


def test_the_banner_stands_on_every_sheet_and_page() -> None:
    told = SAMPLE._replace(banner="演示&数据")
    for sheet in read(told):
        if sheet.title != "活动记录":  # a table begins in its first row
            assert sheet["A1"].value == "演示&数据"
            assert sheet["A1"].fill.fgColor.rgb == "FFFFE699"
        assert sheet.oddHeader.center.text == "演示&&数据"
    for sheet in read(SAMPLE._replace(banner=None)):
        assert sheet["A1"].value != SAMPLE.banner
        assert not sheet.oddHeader.center.text


def test_heat_shades_the_rows_that_are_no_sums() -> None:
    sheet = read()["任务覆盖"]
    first = header_row(sheet, GRID) + 1
    (heat,) = sheet.conditional_formatting
    columns = "DEFGHI"
    assert set(str(heat.sqref).split()) == {f"{c}{first}:{c}{first + 1}" for c in columns}
    assert [point.type for point in heat.rules[0].colorScale.cfvo] == ["num", "max"]
    assert heat.rules[0].colorScale.color[0].rgb == "FFFFFFFF"
    cold = GRID._replace(rows=tuple((*r[:3], *(0,) * 6, r[9]) for r in GRID.rows), name="冷")
    assert not read(of(cold))["冷"].conditional_formatting


def test_charts_read_their_figures_from_the_data_sheet() -> None:
    data = read()["图表数据"]
    bars, line = (xml(SAMPLE, f"xl/charts/chart{n}.xml") for n in (1, 2))
    for chart, text, kind in ((SAMPLE.blocks[4], bars, "bar"), (SAMPLE.blocks[5], line, "line")):
        assert isinstance(chart, Chart)
        row, last = header_row(data, chart.table), len(chart.table.rows)
        refs = re.findall(r"<c:f>图表数据!([^<]*)</c:f>", text)
        for n in range(1, len(chart.table.columns)):
            column = get_column_letter(n + 1)
            assert f"${column}${row + 1}:${column}${row + last}" in refs
            assert f"${column}${row}" in refs
        assert f"$A${row + 1}:$A${row + last}" in refs
        assert f"<c:{kind}Chart>" in text
        assert '<c:min val="0"/>' in text
        assert '<c:majorUnit val="1"/>' in text
        assert data.cell(row - 1, 1).value == f"图{chart.no}　{chart.caption}"
        compare(data, chart.table)
    drawing = xml(SAMPLE, DRAWING)
    assert 'descr="图2　近期各季度活动数（数据见工作表“图表数据”）。2021Q1 活动数4；' in drawing


def test_a_chart_has_a_row_of_its_own_and_leaves_out_what_is_not_reported() -> None:
    table = Table(TEXT_COUNT, tuple((str(n), n or None) for n in range(40)))
    chart = Chart(ChartKind.BARS, table, "多")
    made = SAMPLE._replace(blocks=(chart, Paragraph("后")), banner=None)
    book = read(made)
    assert [cell.value for cell in book["概况"]["A"]] == [SAMPLE.title, None, "后"]
    height = book["概况"].row_dimensions[2].height
    bottom = re.findall(r"<xdr:row>(\d+)</xdr:row><xdr:rowOff>(\d+)", xml(made, DRAWING))[1]
    assert bottom[0] == "1"
    assert int(bottom[1]) / 12_700 < height <= 409
    assert rows_of(book["图表数据"], table)[0][1].value is None


def test_an_empty_chart_is_told_by_its_caption() -> None:
    for table in (Table(TEXT_COUNT, ()), Table(TEXT_COUNT[:1], (("a",),))):
        book = read(SAMPLE._replace(blocks=(Chart(ChartKind.LINE, table, "空", 1),)))
        assert book["概况"]["A3"].value == "图1　空"
        assert "图表数据" not in book.sheetnames


def test_text_without_a_table_and_charts_beside_one() -> None:
    chart = Chart(ChartKind.LINE, Table(TEXT_COUNT, (("a", 1),)), "线", 7)
    annexes = (Annex("数据说明", (Paragraph("甲"),)), Annex("图表", (chart, GRID)))
    book = read(SAMPLE._replace(annexes=annexes, blocks=(GRID._replace(name=""), Paragraph("乙"))))
    assert book.sheetnames[:4] == ["概况", "各结对区县任务覆盖情况", "数据说明", "任务覆盖"]
    assert [cell.value for cell in book["数据说明"]["A"]][1:] == ["附件1　数据说明", "甲"]
    told = "表2　各结对区县任务覆盖情况：见工作表“各结对区县任务覆盖情况”。"
    assert [cell.value for cell in book["概况"]["A"]][2:4] == [told, "乙"]


def test_the_same_document_is_the_same_file() -> None:
    assert write_document(SAMPLE) == write_document(SAMPLE)
    about = read().properties
    assert (about.title, about.creator) == (SAMPLE.title, "cqpair")
    assert about.created == SAMPLE.made_at.replace(tzinfo=None)
    elsewhere = SAMPLE.made_at.astimezone(timezone(timedelta(hours=8)))
    assert write_document(SAMPLE._replace(made_at=elsewhere)) == write_document(SAMPLE)
