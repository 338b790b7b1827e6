"""A sheet to be read: one wide column, the charts between the lines."""

from xlsxwriter.worksheet import Worksheet

from cqpair.document import Chart
from cqpair.render.workbook.charts import Charts
from cqpair.render.workbook.formats import Formats
from cqpair.render.workbook.page import Page, set_up
from cqpair.render.workbook.plan import Part

_PIXELS = 560  # nearly 40 characters a line, and A4 at full size
_WIDTH = (_PIXELS - 5) / 7


def write_text_sheet(
    sheet: Worksheet, formats: Formats, part: Part, charts: Charts | None, banner: str | None
) -> None:
    """Title and blocks, one below the other."""
    sheet.set_column_pixels(0, 0, _PIXELS)
    sheet.hide_gridlines(2)
    set_up(sheet, banner)
    page = Page(sheet, formats, (_WIDTH,))
    if banner:
        page.line(banner, "banner")
    page.line(part.title, "title")
    for block in part.blocks:
        if isinstance(block, Chart) and charts:
            page.row = charts.insert(block, sheet, page.row, _PIXELS)
        else:
            page.block(block)
