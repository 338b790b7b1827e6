"""Tables as a page shows them: each cell with its text, its look and what it is sorted by."""

from decimal import Decimal
from typing import NamedTuple
from urllib.parse import quote

from cqpair.render.document import (
    Cell,
    CellKind,
    Chart,
    Column,
    Document,
    Refs,
    Table,
    cell_text,
    heat,
)
from cqpair.text import escape_control
from cqpair.values import Figure, to_fen

_LONG = 16  # characters, from which on a text is given room

_LONG_ID = 32

_EMS = {"number": 4, "cell": 3, "ordinal": 3, "tight": 9, "long": 14, "": 6}  # what looks need

_WIDE = 50  # em: more does not fit a sheet of A4 upright

_FEW = 2  # rows that need no sorting

_NAMING = (CellKind.TEXT, CellKind.ID)


class Link(NamedTuple):
    """A record that a cell names, and where the page lists it."""

    text: str
    anchor: str | None


class GridCell(NamedTuple):
    """A cell: `value` is the number it is sorted by; `heads` when it names its row."""

    text: str
    look: str
    heads: bool = False
    value: int | Decimal | None = None
    anchor: str | None = None
    links: tuple[Link, ...] = ()
    blank: bool = False


class GridRow(NamedTuple):
    """A row, and whether it adds up others."""

    cells: tuple[GridCell, ...]
    is_sum: bool


class Grid(NamedTuple):
    """A table, its last row in `foot` when it is the total. A `fixed` one is not to be sorted."""

    heads: tuple[GridCell, ...]
    body: tuple[GridRow, ...]
    foot: GridRow | None
    wide: bool
    shaded: bool
    fixed: bool = False

    @property
    def sortable(self) -> bool:
        """True when there is something to sort, and no sum whose rows would run away from it."""
        sums = any(row.is_sum for row in self.body)
        return len(self.body) > _FEW and not (sums or self.fixed)


class Anchors:
    """Where the records that a page lists are found in it."""

    def __init__(self, document: Document) -> None:
        blocks = document.every_block()
        tables = (block.table if isinstance(block, Chart) else block for block in blocks)
        self._listed = {
            row[i]
            for table in tables
            if isinstance(table, Table)
            for i, column in enumerate(table.columns)
            if column.kind is CellKind.ID
            for row in table.rows
        }
        self._placed: set[Cell] = set()

    def of(self, record: Cell) -> str | None:
        """The anchor of a record, None when the page does not list it."""
        if not isinstance(record, str) or record not in self._listed:
            return None
        return f"r-{quote(escape_control(record), safe='').replace('%', ':')}"

    def place(self, record: Cell) -> str | None:
        """The anchor for the first row that lists a record, None for any other."""
        if record in self._placed:
            return None
        self._placed.add(record)
        return self.of(record)


def grid_of(table: Table, anchors: Anchors) -> Grid:
    """A table as it is shown. Places the anchors of the records it lists."""
    columns = [
        (column, _look(column, [row[i] for row in table.rows]))
        for i, column in enumerate(table.columns)
    ]
    hottest = table.hottest
    rows = [
        GridRow(_cells(row, columns, 0 if no in table.sums else hottest, anchors), no in table.sums)
        for no, row in enumerate(table.rows)
    ]
    foot = rows.pop() if table.totalled else None
    heads = tuple(GridCell(column.title, look) for column, look in columns)
    wide = sum(_EMS[look.split(" ")[-1]] for _, look in columns) > _WIDE
    return Grid(heads, tuple(rows), foot, wide, any(column.heat for column, _ in columns))


def _look(column: Column, cells: list[Cell]) -> str:
    """How much room a column needs, as a class of `figures.css`."""
    if column.kind.is_number:
        return "number cell" if column.heat else "number"
    if column.kind is CellKind.ORDINAL:
        return "ordinal"
    if column.kind is CellKind.REFS:
        return "long"
    longest = max((len(cell) for cell in cells if isinstance(cell, str)), default=0)
    tight = column.kind in (CellKind.ID, CellKind.DATE)
    if longest > (_LONG_ID if tight else _LONG):
        return "long"
    return "tight" if tight else ""


def _cells(
    row: tuple[Cell, ...], columns: list[tuple[Column, str]], hottest: int, anchors: Anchors
) -> tuple[GridCell, ...]:
    """The cells of a row; the first text that is there names it."""
    names = (i for i, (column, _) in enumerate(columns) if column.kind in _NAMING and row[i])
    head = next(names, None)
    cells = []
    for i, (cell, (column, look)) in enumerate(zip(row, columns, strict=True)):
        depth = heat(cell, hottest) if column.heat else 0
        blank = cell is None
        looks = filter(None, (look, f"heat-{depth}" if depth else "", "blank" if blank else ""))
        text = cell_text(cell, column.kind)
        shown = GridCell(text, " ".join(looks), heads=i == head, blank=blank)
        cells.append(_with_more(shown, cell, column.kind, anchors))
    return tuple(cells)


def _with_more(shown: GridCell, cell: Cell, kind: CellKind, anchors: Anchors) -> GridCell:
    """A cell with its links, its anchor or its number."""
    match cell:
        case Refs(shortened=told):
            links = tuple(Link(short, anchors.of(name)) for name, short in told)
            return shown._replace(links=links)
        case str() if kind is CellKind.ID:
            return shown._replace(anchor=anchors.place(cell))
        case Figure(value=value):
            return shown._replace(value=value)
        case Decimal():
            return shown._replace(value=to_fen(cell))
        case int():
            return shown._replace(value=cell)
        case _:
            return shown
