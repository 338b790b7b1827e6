"""The rows of workbooks, found again by their place when a problem is shown."""

from collections.abc import Callable, Iterator
from itertools import zip_longest

from cqpair.book import Book
from cqpair.book.layout import Table
from cqpair.source import Grid, Place, Row

Cells = list[tuple[int, str, str]]
"""The cells of a row that hold something, and the one of the place: column, header, text."""


_NO_HEAD = Row(0, [])


def cell_finder(book: Book) -> Callable[[Place], Cells]:
    """What finds the cells of the row at a place of a sheet; indexed when first used."""
    rows: dict[tuple[str, str | None, int | None], tuple[Row, Row]] = {}

    def find(place: Place) -> Cells:
        if not rows:
            for table in book.sheets:
                path, sheet = table.grid.path, table.grid.sheet
                rows.update(((path, sheet, row.line), (head, row)) for head, row in _rows(table))
        found = rows.get((place.path, place.sheet, place.line))
        if found is None:
            return []
        cells = zip_longest(found[0].cells, found[1].cells, fillvalue="")
        return [
            (n, head, text)
            for n, (head, text) in enumerate(cells, 1)
            if text.strip() or n == place.column
        ]

    return find


def _rows(table: Table) -> Iterator[tuple[Row, Row]]:
    """Each row of a table with the header above it: a header and what is over it have none."""
    grid = _as_sent(table.grid)
    yield from ((_NO_HEAD, row) for row in (*table.above, grid.head))
    head = grid.head if grid.headed else _NO_HEAD
    yield from ((head, row) for row in grid.rows)
    yield from ((head, line.row) for line in table.lines)


def _as_sent(grid: Grid) -> Grid:
    """`grid` without the cells that were added to the file's own."""
    if grid.width is None:
        return grid
    head, *rows = (row._replace(cells=row.cells[: grid.width]) for row in grid.all_rows)
    return grid._replace(head=head, rows=rows)
