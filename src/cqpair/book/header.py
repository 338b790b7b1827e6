"""What the header of a table says: where each column stands, and what is wrong with the header."""

from collections.abc import Sequence

from cqpair.book.headings import OURS, Headers, Heading, factor_of, unit_above, units_of
from cqpair.book.layout import LineKind, Table
from cqpair.cells import SEPARATOR
from cqpair.fields import MEASURED, Column
from cqpair.messages import listed
from cqpair.source import Fault, Grid, OnReject, Reject, Row

Index = dict[str, tuple[int, int]]
"""By column key, the index of its cells, and what a bare number in them is multiplied by.

That is 0 where nobody says in what unit they are.
"""


NO_UNIT = 0


def index_of(table: Table, before: Sequence[Row], tell: OnReject, headers: Headers = OURS) -> Index:
    """The columns that the header names; what it names beside them is told."""
    grid, index, again = table.grid, Index(), list[int]()
    filled: set[int] | None = None
    for i, header in enumerate(grid.head.cells):
        heading = headers.heading_of(header.strip())
        if heading is None:
            if filled is None and (headers.lenient or not header.strip()):
                cells = (cell for row in grid.rows for cell in enumerate(row.cells))
                filled = {n for n, text in cells if text.strip()}
            if not headers.is_unread(header) and (
                i in (filled or ()) or (header.strip() and not headers.lenient)
            ):
                tell(_unknown_column(grid, i, headers))
        elif heading.column.key in index:
            again.append(i)
        elif (factor := _factor(heading, table, before, tell, headers)) is not None:
            index[heading.column.key] = (i, factor)
    if again:
        tell(_repeated(grid, again, headers))
    return index


def _repeated(grid: Grid, again: Sequence[int], headers: Headers) -> Reject:
    """Columns that stand there before: one by its name, several as what they are, a table beside.

    `again` are the indices of the later ones, in order.
    """
    cells = [cell.strip() for cell in grid.head.cells]
    columns = [(one := headers.heading_of(cell)) and one.column for cell in cells]
    first = grid.at(grid.head, columns.index(columns[again[0]]))
    place, names = grid.at(grid.head, again[0]), list(dict.fromkeys(cells[i] for i in again))
    params: dict[str, object] = {"key": names[0]}
    if len(names) > 1:
        params = {"keys": SEPARATOR.join(names), "n": len(names)}
    key = "records.repeated-columns" if len(names) > 1 else "records.repeated-column"
    return Reject(Fault.REPEATED_KEY, place, key, params, (first,))


def missing_column(grid: Grid, column: Column) -> Reject:
    """A required column that the header does not name."""
    place = grid.at(grid.head)
    params = {"column": column.header, "key": column.key}
    return Reject(Fault.MISSING_VALUE, place, "records.missing-column", params)


def other_delimiter(row: Row, headers: Headers = OURS) -> str | None:
    """What parts the header's columns, where that is no comma."""
    if len(row.cells) != 1:
        return None
    for delimiter in (";", "；", "\t", "|", "，"):
        parts = row.cells[0].split(delimiter)
        if len(parts) > 1 and any(headers.heading_of(part.strip()) for part in parts):
            return "Tab" if delimiter == "\t" else delimiter
    return None


def _factor(
    heading: Heading, table: Table, before: Sequence[Row], tell: OnReject, headers: Headers
) -> int | None:
    """What multiplies bare numbers: the header's unit, else that of a line above the table.

    Without any, our own names mean 元 and 人次; an amount under another name has none. A unit in a
    line below the header is obeyed by nobody who reads from the top: it is told.
    """
    column = heading.column
    if heading.factor or column.key not in MEASURED:
        return heading.factor or 1
    given = unit_above(table.above, column) or unit_above(before, column)
    usual = (headers.unit or (1 if heading.own else NO_UNIT)) if column.is_money else 1
    factor = factor_of(column, given[0]) if given else usual
    if given and factor is None:
        unit, row, i = given
        params = {"unit": unit, "column": column.title, "units": listed(list(units_of(column)))}
        place = table.grid.at(row, i)
        tell(Reject(Fault.UNKNOWN_KEY, place, "records.unit-above", params))
    return None if factor is None else _unless_below(factor, column, table, tell)


def _unless_below(factor: int, column: Column, table: Table, tell: OnReject) -> int | None:
    """`factor`, unless a note below the header gives the column another unit."""
    notes = [line.row for line in table.lines if line.kind in (LineKind.NOTE, LineKind.SIGNATURE)]
    given = unit_above(notes, column)
    if given is None or factor_of(column, given[0]) == factor:
        return factor
    unit, row, i = given
    params = {"unit": unit, "column": column.title}
    tell(Reject(Fault.UNKNOWN_KEY, table.grid.at(row, i), "records.unit-below", params))
    return None


def _unknown_column(grid: Grid, i: int, headers: Headers) -> Reject:
    """A column that is not read; one whose unit is not understood is told so."""
    header = grid.head.cells[i].strip()
    params: dict[str, object] = {"key": header}
    key = headers.unknown if header else "records.nameless-column"
    if given := headers.unit_in(header):
        column, unit = given
        key = headers.unknown if headers.lenient else "records.column-with-unit"
        params["unit"] = unit
        if column:
            key = "records.unknown-unit" if units_of(column) else "records.needless-unit"
            params |= {"column": column.title, "units": listed(list(units_of(column)))}
    return Reject(Fault.UNKNOWN_KEY, grid.at(grid.head, i), key, params)
