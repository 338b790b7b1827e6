"""约 before a figure for as long as it is approximate, also after the records were changed."""

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from cqpair.render.document import Cell, CellKind, Query
from cqpair.render.workbook.cells import Formats, about, number_format
from cqpair.render.workbook.formulas import Records
from cqpair.values import Figure

_ROUGH = Figure(0, approximate=True)


def mark_figure(
    sheet: Worksheet,
    formats: Formats,
    records: Records,
    query: Query,
    cell: tuple[int, int],
    looks: tuple[bool, str, str],
) -> None:
    """Let the sum in a cell be shown the other way once that is true.

    `looks` say whether it is written as approximate, and the number formats of one that is not and
    of one that is.
    """
    count = records.told_rough(query)
    if not count:
        return
    is_rough, exact, rough = looks
    formula, look = (f"={count}=0", exact) if is_rough else (f"={count}>0", rough)
    rule = {"type": "formula", "criteria": formula, "format": formats.number(look)}
    sheet.conditional_format(*cell, *cell, rule)


def looks_of(value: Cell, kind: CellKind) -> tuple[bool, str, str]:
    """Whether a figure is approximate, and how it is shown if it is not, and if it is."""
    return bool(about(value)), number_format(0, kind), number_format(_ROUGH, kind)


def mark_column(sheet: Worksheet, formats: Formats, records: Records, col: int) -> None:
    """Let the figures of a column of records be shown as the column says that names it."""
    column = records.table.columns[col]
    if not column.told_rough:
        return
    cell = xl_rowcol_to_cell(1, records.columns[column.told_rough], col_abs=True)
    named = f'ISNUMBER(SEARCH("{column.title}",{cell}))'
    _, exact, rough = looks_of(None, column.kind)
    for formula, look in ((f"={named}", rough), (f"=NOT({named})", exact)):
        rule = {"type": "formula", "criteria": formula, "format": formats.number(look)}
        sheet.conditional_format(1, col, records.last_row, col, rule)
