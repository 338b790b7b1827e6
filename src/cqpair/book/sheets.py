"""The rows of workbooks, found again by their place when a problem is shown."""

from collections.abc import Callable
from itertools import zip_longest

from cqpair.book import Book
from cqpair.source import Place, Row

Cells = list[tuple[int, str, str]]
"""The cells of a row that hold something: column from 1, header, text."""


def cell_finder(book: Book) -> Callable[[Place], Cells]:
    """What finds the cells of the row at a place of a sheet; indexed when first used."""
    rows: dict[tuple[str, str | None, int | None], tuple[Row, Row]] = {}

    def find(place: Place) -> Cells:
        if not rows:
            for record in book.told:
                grid = record.ledger.grid
                rows[grid.path, grid.sheet, record.row.line] = (grid.head, record.row)
        found = rows.get((place.path, place.sheet, place.line))
        if found is None:
            return []
        cells = zip_longest(found[0].cells, found[1].cells, fillvalue="")
        return [(n, head, text) for n, (head, text) in enumerate(cells, 1) if text.strip()]

    return find
