"""The texts of a sheet and its merged ranges, made into a grid; the same for every format."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from cqpair.source import NO_MERGED, Grid, Row, column_letters

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""The corner of a sheet; what says it stands beyond was not written by a spreadsheet."""


_MOST_MERGED = 1_000_000


class MergedRange(NamedTuple):
    """A merged range, its columns and rows from 1."""

    name: str
    left: int
    top: int
    right: int
    bottom: int


class Sheet(NamedTuple):
    """What a sheet says: texts by row and column, merged ranges, and which rows are hidden."""

    name: str
    hidden: bool
    rows: dict[int, dict[int, str]]
    merged: list[MergedRange]
    hidden_rows: frozenset[int]


class BeyondError(Exception):
    """A row or cell stands outside a sheet, or there are more cells than are read.

    `key` names the sentence that says so, `params` fill it.
    """

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key)
        self.key = key
        self.params = params


def check_inside(sheet: str, row: int, column: int) -> None:
    """BeyondError for a cell where no sheet reaches."""
    if not (0 < row <= LAST_ROW and 0 < column <= LAST_COLUMN):
        cell = f"{column_letters(column)}{row}"
        raise BeyondError("read.beyond-sheet", sheet=sheet, cell=cell, most=LAST_ROW)


def range_of(left: int, top: int, right: int, bottom: int) -> MergedRange:
    """The merged range between two corners, named as a spreadsheet names it: `B2:B3`."""
    name = f"{column_letters(left)}{top}:{column_letters(right)}{bottom}"
    return MergedRange(name, left, top, right, bottom)


def grid_of(path: str, sheet: Sheet, shift: int) -> Grid | None:
    """The filled rows of a sheet, each as wide as its last filled cell; None for an empty one."""
    merged = _merge(sheet)
    rows = [
        Row(line, _wide(texts), 1, merged.get(line, NO_MERGED), line in sheet.hidden_rows)
        for line, texts in sheet.rows.items()
        if texts
    ]
    if not rows:
        return None
    return Grid(
        path,
        rows[0],
        rows[1:],
        lambda row, i: (row.line, i + 1),
        sheet.name,
        headed=False,
        hidden=sheet.hidden,
        day_shift=shift,
    )


def _merge(sheet: Sheet) -> dict[int, dict[int, str]]:
    """Let what is merged downwards count for every row it covers; the ranges of merged cells.

    A row is kept only if it has something of its own: one event over two rows of a sheet, all its
    cells merged, is one row. The ranges are told by row and by index of cell.
    """
    lines = list(sheet.rows)
    widest = max((max(texts) for texts in sheet.rows.values()), default=0)
    merged: dict[int, dict[int, str]] = {}
    shown = []
    work = 0
    for span in sheet.merged:
        columns = range(span.left, min(span.right, widest) + 1)
        covered = lines[bisect_left(lines, span.top) : bisect_right(lines, span.bottom)]
        work += len(columns) * len(covered)
        if work > _MOST_MERGED:
            raise BeyondError("read.too-many-merged", sheet=sheet.name)
        origin = sheet.rows.get(span.top, {}).get(span.left)
        shown.append((span, columns, covered, origin))
        for line in covered:  # what lies under a merged range is not seen, in any row
            for column in columns[line == span.top :]:
                sheet.rows[line].pop(column, None)
    own = {line for line in lines if sheet.rows[line]}
    for span, columns, covered, origin in shown:
        kept = [line for line in covered if line == span.top or line in own]
        if origin is not None:
            for line in kept:
                sheet.rows[line][span.left] = origin
        for line in kept if len(kept) > 1 or span.right > span.left else ():
            merged.setdefault(line, {}).update((column - 1, span.name) for column in columns)
    return merged


def _wide(texts: dict[int, str]) -> list[str]:
    return [texts.get(column, "") for column in range(1, max(texts) + 1)]
