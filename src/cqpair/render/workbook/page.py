"""Sheets as pages: paper and margins, and lines of text as high as what they say."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from cqpair.messages import say
from cqpair.render.document import Block, Heading, Listing, Paragraph
from cqpair.render.workbook.cells import Cells, Formats, cell_string, measure, scale

A4 = 9
"""The paper, as Excel numbers sizes."""


_LINE = 15.0

_ROW = 18.0

_GAP = 4.0

_HIGHEST = 409.0

_PADDING = 2

_UNEVEN = 1.05  # lines of text are not filled to the end

_MOST_HEADER = 200  # Excel takes 255 characters with the marks


class Page:
    """Lines of text, each over the columns of `widths`, merged where these are several."""

    def __init__(self, sheet: Worksheet, formats: Formats, widths: Sequence[float]) -> None:
        self.row = 0
        self.height = 0.0
        self._sheet = sheet
        self._formats = formats
        self._cells = Cells(sheet, formats)
        self._last = len(widths) - 1
        self._width = sum(widths) - _PADDING

    def line(self, text: str, style: str) -> None:
        """A line below the others."""
        if self._last:
            look = self._formats((style,))
            self._sheet.merge_range(self.row, 0, self.row, self._last, "", look)
        self._cells.text(self.row, 0, text, (style,))
        larger = scale(style)
        height = min(lines(text, self._width / larger) * _LINE * larger + _GAP, _HIGHEST)
        self._sheet.set_row(self.row, height)
        self.height += height
        self.row += 1

    def block(self, block: Block) -> None:
        """A block of text."""
        match block:
            case Heading(text=text, level=level):
                self.line(text, f"heading{min(level, 3)}")
            case Paragraph(text=text, alert=alert, lead=lead):
                self.line(lead + text, "alert" if alert else "text")
            case Listing(marked=marked):
                for mark, item in marked:
                    self.line(f"{mark} {item}", "item")
            case _:
                pass  # charts and tables have their own place


def lines(text: str, columns: float) -> int:
    """How many lines `text` takes, rather one too many than one too few."""
    wide = measure(cell_string(text))
    return 1 if wide <= columns else int(wide * _UNEVEN // columns) + 1


def fit_row(sheet: Worksheet, row: int, count: int) -> None:
    """Make a row high enough for `count` lines.

    Excel would do so by itself, LibreOffice does not with a file that says it is from Excel.
    """
    if count > 1:
        sheet.set_row(row, row_height(count))


def row_height(count: int) -> float:
    """How high a row of `count` lines is, in points."""
    return min(count * _LINE + _GAP, _HIGHEST) if count > 1 else _ROW


def set_up(
    sheet: Worksheet, banner: str | None, *, landscape: bool = False, pages_wide: int = 1
) -> None:
    """A4, so many pages wide, the pages numbered, the banner on each."""
    sheet.set_default_row(_ROW)
    sheet.set_paper(A4)
    sheet.fit_to_pages(pages_wide, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.8)
    sheet.set_footer(say("document.sheet-pages"))
    if banner:
        sheet.set_header("&C" + cell_string(banner)[:_MOST_HEADER].replace("&", "&&"))
    if landscape:
        sheet.set_landscape()
