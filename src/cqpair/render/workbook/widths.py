"""How wide the columns of a sheet are, in characters, and how many lines their cells take."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import islice, repeat
from math import ceil

from cqpair.render.document import Cell, CellKind, Refs, Table, cell_text
from cqpair.render.workbook.cells import measure, numeric
from cqpair.render.workbook.page import lines

PADDING, BUTTON = 2, 4  # beside text, and beside a title with its filter

_SAMPLE = 500  # rows whose text decides a width; longer text wraps

_LEAST, _MOST = 8, 50

_TEXT_WIDTH, _SCREEN_WIDTH = 76, 130  # of lines above a table, at least and at most

_STANDARD = 8.43

_PAGE_WIDTH = 210  # what A4 takes across with letters of 6 points; more goes on pages beside it


def column_width(table: Table, col: int) -> float:
    """The width of a column: numbers on one line whatever they are, long text wrapped."""
    column = table.columns[col]
    cells = [row[col] for row in islice(table.rows, _SAMPLE)]
    if column.kind.is_number and len(cells) < len(table.rows):
        cells.append(max((row[col] for row in table.rows), key=_size))
    content = max(map(measure, {cell_text(cell, column.kind) for cell in cells}), default=0)
    if not column.kind.is_number:
        content = min(content, _MOST)
    return max(content + PADDING, min(measure(column.title) + BUTTON, _MOST), _LEAST)


def _size(value: Cell) -> Decimal:
    """How large a number is; the largest of a column is as wide as any of them, but for a 分."""
    return numeric(value) or Decimal(0)


def most_lines(cells: Sequence[Cell], widths: Sequence[float]) -> int:
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


def header_lines(table: Table, widths: Sequence[float]) -> int:
    """How many lines the titles of the columns take beside the buttons of their filters."""
    return most_lines([column.title for column in table.columns], [w - BUTTON for w in widths])


def pages_wide(widths: Sequence[float]) -> int:
    """How many pages side by side the columns take."""
    return ceil(sum(widths) / _PAGE_WIDTH)


def span(widths: list[float]) -> list[float]:
    """The columns that the lines above run over: all that a screen shows, or some beyond them."""
    span: list[float] = []
    for wide in (*widths, *repeat(_STANDARD, 10)):
        enough = sum(span) >= _TEXT_WIDTH and len(span) >= len(widths)
        if enough or sum(span) + wide > _SCREEN_WIDTH:
            break
        span.append(wide)
    return span or widths[:1]


def named_by(table: Table) -> int:
    """How many columns name a row: the first, and the next where the first only counts."""
    return 2 if table.columns[0].kind is CellKind.ORDINAL else 1
