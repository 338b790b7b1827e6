"""A document as an Excel workbook that one can calculate with: its sheets of tables and of text."""

from datetime import UTC
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from cqpair.messages import say
from cqpair.render.document import Chart, Document
from cqpair.render.workbook.cells import FONT, SIZE, Formats, cell_string
from cqpair.render.workbook.charts import Charts
from cqpair.render.workbook.figures import FIGURE_WIDTHS, write_figures
from cqpair.render.workbook.formulas import Records, lists
from cqpair.render.workbook.page import Page, set_up
from cqpair.render.workbook.plan import SheetPlan, plan
from cqpair.render.workbook.records import write_records
from cqpair.render.workbook.sheets import FigureSheet, RecordsSheet
from cqpair.render.workbook.tables import write_table

_OPTIONS = {
    "in_memory": True,
    "default_format_properties": {"font_name": FONT, "font_size": SIZE},
}

_PIXELS = 560  # nearly 40 characters a line, and A4 at full size

_WIDTH = (_PIXELS - 5) / 7


def write_document(document: Document) -> bytes:
    """A document as .xlsx: a summary, a sheet for each table, the records, notes, charts' data."""
    out = BytesIO()
    book = Workbook(out, _OPTIONS)
    created = document.made_at.astimezone(UTC)
    book.set_properties(
        {"title": cell_string(document.title), "author": "cqpair", "created": created}
    )
    _write_sheets(book, plan(document), document.banner)
    book.close()
    return out.getvalue()


def _write_sheets(book: Workbook, parts: tuple[SheetPlan, ...], banner: str | None) -> None:
    """All sheets, in their order: the names of the records have to be known before the others."""
    formats = Formats(book)
    sheets = [book.add_worksheet(part.name, _class(part)) for part in parts]
    records = next(
        (Records(book, p.name, p.table) for p in parts if p.table and p.table.is_records), None
    )
    drawn = any(isinstance(block, Chart) for part in parts for block in part.blocks)
    charts = Charts(book, formats, records, banner) if drawn else None
    if records and any(lists(records.table)):
        sheet = book.add_worksheet(say("document.sheet-lists"))
        records.write_lists(sheet, formats, banner)
    for sheet, part in zip(sheets, parts, strict=True):
        if isinstance(sheet, RecordsSheet) and records:
            write_records(sheet, formats, records, banner)
        elif part.table:
            write_table(sheet, formats, part, part.table, records, banner)
        else:
            _write_text(sheet, formats, part, charts, records, banner)


def _class(part: SheetPlan) -> type[FigureSheet]:
    """What a sheet is made as."""
    return RecordsSheet if part.table and part.table.is_records else FigureSheet


def _write_text(
    sheet: Worksheet,
    formats: Formats,
    part: SheetPlan,
    charts: Charts | None,
    records: Records | None,
    banner: str | None,
) -> None:
    """Title, key figures and blocks, one below the other."""
    widths = FIGURE_WIDTHS if part.figures else (_WIDTH,)
    for col, wide in enumerate(widths):
        sheet.set_column_pixels(col, col, round(_PIXELS * wide / sum(widths)))
    sheet.hide_gridlines(2)
    set_up(sheet, banner)
    page = Page(sheet, formats, widths)
    if banner:
        page.line(banner, "banner")
    page.line(part.title, "title")
    if part.figures:
        page.row = write_figures(sheet, formats, part.figures, records, page.row)
    for block in part.blocks:
        if isinstance(block, Chart) and charts:
            page.row = charts.insert(block, sheet, page.row, _PIXELS)
        else:
            page.block(block)
