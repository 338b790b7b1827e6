"""A document as an Excel workbook that one can calculate with: its sheets of tables and of text."""

from collections.abc import Sequence
from datetime import UTC
from io import BytesIO
from itertools import islice, repeat
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from cqpair.render.document import Cell, CellKind, Chart, Document, Refs, Table, cell_text
from cqpair.render.text import caption_of
from cqpair.render.workbook.cells import (
    FONT,
    HEAT,
    SIZE,
    Cells,
    Formats,
    cell_string,
    data_runs,
    formula,
    measure,
)
from cqpair.render.workbook.charts import Charts
from cqpair.render.workbook.plan import Page, SheetPlan, fit_row, lines, plan, set_up

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
            _write_table_sheet(sheet, formats, part, part.table, document.banner)
        else:
            _write_text_sheet(sheet, formats, part, charts, document.banner)
    book.close()
    return out.getvalue()


_NARROW = 6  # columns that print well upright

_MOST_ABOVE = 300.0  # points: what is frozen must leave room to scroll

_MOST_DRESSED = 5000  # rows with frames round empty cells and heights of their own

_SAMPLE = 500  # rows whose text decides a width; longer text wraps

_PADDING, _BUTTON = 2, 4  # beside text, and beside a title with its filter

_LEAST, _MOST = 8, 50

_TEXT_WIDTH, _SCREEN_WIDTH = 76, 130  # of the lines above, at least and at most

_STANDARD = 8.43

_PAGE_WIDTH = 210  # what A4 takes across with letters of 6 points; more goes on pages beside it


def _write_table_sheet(
    sheet: Worksheet, formats: Formats, part: SheetPlan, table: Table, banner: str | None
) -> None:
    """Banner, title and notes, then the caption, the header and the rows."""
    widths = [_column_width(table, col) for col in range(len(table.columns))]
    for col, wide in enumerate(widths):
        sheet.set_column(col, col, wide)
    page = Page(sheet, formats, _span(widths))
    if banner:
        page.line(banner, "banner")
    if part.title:
        page.line(part.title, "subtitle")
    for block in part.blocks:
        page.block(block)
    if table.caption:
        page.line(caption_of(table), "caption")
    header = page.row
    _write_rows(sheet, formats, table, header, widths)
    _shade(sheet, table, header + 1)
    _serve(sheet, table, header, freeze=page.height <= _MOST_ABOVE)
    pages = ceil(sum(widths) / _PAGE_WIDTH)
    set_up(sheet, banner, landscape=len(table.columns) > _NARROW, pages_wide=pages)


def _write_rows(
    sheet: Worksheet, formats: Formats, table: Table, header: int, widths: list[float]
) -> None:
    """The titles and rows of a table below the row `header`; long tables are not dressed."""
    cells = Cells(sheet, formats, framed=(dressed := len(table.rows) <= _MOST_DRESSED))
    columns = list(enumerate(table.columns))
    for col, column in columns:
        cells.text(header, col, column.title, ("header",))
    titles = [column.title for column in table.columns]
    fit_row(sheet, header, _most_lines(titles, [wide - _BUTTON for wide in widths]))
    free = [wide - _PADDING for wide in widths]
    sums = frozenset(table.sums)
    plain = [("cell", column.kind.name) for column in table.columns]
    summed = [("cell", column.kind.name, "sum") for column in table.columns]
    for n, line in enumerate(table.rows):
        row, styles = header + 1 + n, summed if n in sums else plain
        if dressed:
            fit_row(sheet, row, _most_lines(line, free))
        for col, column in columns:
            told = formula(table, n, col, header + 1) if n in sums else None
            if told:
                cells.formula(row, col, told, line[col], column.kind, styles[col])
            else:
                cells.write(row, col, line[col], column.kind, styles[col])


def _most_lines(cells: Sequence[Cell], widths: Sequence[float]) -> int:
    """How many lines a row has: those of its longest text."""
    count = 1
    for value, wide in zip(cells, widths, strict=True):
        text = value if isinstance(value, str) else _refs(value)
        if 2 * len(text) > wide:
            count = max(count, lines(text, wide))
    return count


def _refs(value: Cell) -> str:
    """The records that a cell refers to, as text; "" for any other cell."""
    return cell_text(value) if isinstance(value, Refs) else ""


def _serve(sheet: Worksheet, table: Table, header: int, *, freeze: bool) -> None:
    """What helps on the screen and on paper: a header that stays, filters, no false warnings."""
    last_row, last_col = header + len(table.rows), len(table.columns) - 1
    if freeze:
        sheet.freeze_panes(header + 1, _named_by(table) if last_col >= _NARROW else 0)
    sheet.repeat_rows(header)
    sheet.repeat_columns(0, _named_by(table) - 1)
    if not set(table.sums) - {len(table.rows) - 1}:
        # Sorting would carry subtotals away from their rows: such a table has no buttons.
        sheet.autofilter(header, 0, last_row - table.totalled, last_col)
    area = xl_range(header, 0, last_row, last_col)
    sheet.ignore_errors({"number_stored_as_text": area, "formula_range": area})


def _shade(sheet: Worksheet, table: Table, first: int) -> None:
    """Shade the columns that ask for it by one scale, from 0; Excel leaves text alone."""
    hot = [col for col, column in enumerate(table.columns) if column.heat]
    ranges = [
        xl_range(first + run.start, col, first + run.stop - 1, col)
        for run in data_runs(table)
        for col in hot
    ]
    if ranges and table.hottest:
        scale = {"type": "2_color_scale", "min_type": "num", "min_value": 0}
        colours = {"min_color": HEAT[0], "max_color": HEAT[1]}
        options = {**scale, **colours, "multi_range": " ".join(ranges)}
        sheet.conditional_format(ranges[0], options)


def _named_by(table: Table) -> int:
    """How many columns name a row: the first, and the next where the first only counts."""
    return 2 if table.columns[0].kind is CellKind.ORDINAL else 1


def _column_width(table: Table, col: int) -> float:
    """The width of a column: numbers on one line whatever they are, long text wrapped."""
    column = table.columns[col]
    rows = islice(table.rows, None if column.kind.is_number else _SAMPLE)
    texts = {cell_text(row[col], column.kind) for row in rows}
    content = max(map(measure, texts), default=0)
    if not column.kind.is_number:
        content = min(content, _MOST)
    return max(content + _PADDING, min(measure(column.title) + _BUTTON, _MOST), _LEAST)


def _span(widths: list[float]) -> list[float]:
    """The columns that the lines above run over: all that a screen shows, or some beyond them."""
    span: list[float] = []
    for wide in (*widths, *repeat(_STANDARD, 10)):
        enough = sum(span) >= _TEXT_WIDTH and len(span) >= len(widths)
        if enough or sum(span) + wide > _SCREEN_WIDTH:
            break
        span.append(wide)
    return span or widths[:1]


_PIXELS = 560  # nearly 40 characters a line, and A4 at full size

_WIDTH = (_PIXELS - 5) / 7


def _write_text_sheet(
    sheet: Worksheet, formats: Formats, part: SheetPlan, charts: Charts | None, banner: str | None
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
