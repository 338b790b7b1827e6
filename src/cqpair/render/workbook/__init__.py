"""A document as an Excel workbook that one can calculate with."""

from datetime import UTC
from io import BytesIO

from xlsxwriter import Workbook

from cqpair.render.document import Chart, Document
from cqpair.render.workbook.cells import FONT, SIZE, Formats, cell_string
from cqpair.render.workbook.charts import Charts
from cqpair.render.workbook.plan import plan
from cqpair.render.workbook.table_sheet import write_table_sheet, write_text_sheet

_OPTIONS = {
    "in_memory": True,
    "default_format_properties": {"font_name": FONT, "font_size": SIZE},
}


def write_document(document: Document) -> bytes:
    """A document as .xlsx: a summary, a sheet for each table, the records, the charts' data."""
    out = BytesIO()
    book = Workbook(out, _OPTIONS)
    created = document.made_at.astimezone(UTC)
    book.set_properties(
        {"title": cell_string(document.title), "author": "cqpair", "created": created}
    )
    formats, parts = Formats(book), plan(document)
    sheets = [book.add_worksheet(part.name) for part in parts]
    drawn = any(isinstance(block, Chart) for part in parts for block in part.blocks)
    charts = Charts(book, formats, document.banner) if drawn else None
    for sheet, part in zip(sheets, parts, strict=True):
        if part.table:
            write_table_sheet(sheet, formats, part, part.table, document.banner)
        else:
            write_text_sheet(sheet, formats, part, charts, document.banner)
    book.close()
    return out.getvalue()
