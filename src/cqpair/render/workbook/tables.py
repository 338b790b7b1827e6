"""A sheet for a table: its notes, header and rows, and what helps on the screen and on paper."""

from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from cqpair.render.document import Table
from cqpair.render.text import caption_of
from cqpair.render.workbook.cells import HEAT, Cells, Formats, data_runs, total
from cqpair.render.workbook.formulas import Records
from cqpair.render.workbook.page import Page, fit_row, set_up
from cqpair.render.workbook.plan import SheetPlan
from cqpair.render.workbook.rough import looks_of, mark_figure
from cqpair.render.workbook.widths import (
    PADDING,
    column_width,
    header_lines,
    most_lines,
    named_by,
    pages_wide,
    span,
)

_NARROW = 6  # columns that print well upright

_MOST_ABOVE = 300.0  # points: what is frozen must leave room to scroll

MOST_DRESSED = 5000  # rows with frames round empty cells and heights of their own


def write_table(
    sheet: Worksheet,
    formats: Formats,
    part: SheetPlan,
    table: Table,
    records: Records | None,
    banner: str | None,
) -> None:
    """Banner, title and notes, then the caption, the header and the rows."""
    widths = [column_width(table, col) for col in range(len(table.columns))]
    for col, wide in enumerate(widths):
        sheet.set_column(col, col, wide)
    page = Page(sheet, formats, span(widths))
    if banner:
        page.line(banner, "banner")
    if part.title:
        page.line(part.title, "subtitle")
    for block in part.blocks:
        page.block(block)
    if table.caption:
        page.line(caption_of(table), "caption")
    header = page.row
    _write_rows(sheet, formats, table, records, header, widths)
    _shade(sheet, table, header + 1)
    _serve(sheet, table, header, freeze=page.height <= _MOST_ABOVE)
    landscape = len(table.columns) > _NARROW
    set_up(sheet, banner, landscape=landscape, pages_wide=pages_wide(widths))


def _write_rows(
    sheet: Worksheet,
    formats: Formats,
    table: Table,
    records: Records | None,
    header: int,
    widths: list[float],
) -> None:
    """The titles and rows of a table below the row `header`; long tables are not dressed."""
    cells = Cells(sheet, formats, framed=(dressed := len(table.rows) <= MOST_DRESSED))
    columns = list(enumerate(table.columns))
    for col, column in columns:
        cells.text(header, col, column.title, ("header",))
    fit_row(sheet, header, header_lines(table, widths))
    free = [wide - PADDING for wide in widths]
    sums = frozenset(table.sums)
    plain = [("cell", column.kind.name) for column in table.columns]
    summed = [("cell", column.kind.name, "sum") for column in table.columns]
    for n, line in enumerate(table.rows):
        row, styles = header + 1 + n, summed if n in sums else plain
        if dressed:
            fit_row(sheet, row, most_lines(line, free))
        for col, column in columns:
            if told := _formula(table, records, n, col, header + 1):
                cells.formula(row, col, told, line[col], column.kind, styles[col])
                if records and (query := table.query(n, col)):
                    looks = looks_of(line[col], column.kind)
                    mark_figure(sheet, formats, records, query, (row, col), looks)
            else:
                cells.write(row, col, line[col], column.kind, styles[col])


def _formula(table: Table, records: Records | None, n: int, col: int, first: int) -> str | None:
    """What calculates a cell: the records behind it, or the rows that it adds up.

    A sum adds up what stands above it, and so follows a filter; but shares are rounded.
    """
    added = total(table, n, col, first) if n in table.sums else None
    query = table.query(n, col)
    if not records or not query or (added and query.whole is None):
        return added
    return records.formula(query, table.rows[n][col]) or added


def _serve(sheet: Worksheet, table: Table, header: int, *, freeze: bool) -> None:
    """What helps on the screen and on paper: a header that stays, filters, no false warnings."""
    last_row, last_col = header + len(table.rows), len(table.columns) - 1
    if freeze:
        sheet.freeze_panes(header + 1, named_by(table) if last_col >= _NARROW else 0)
    sheet.repeat_rows(header)
    sheet.repeat_columns(0, named_by(table) - 1)
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
