"""How a table is laid out in the columns of a screen: titles fold, texts narrow, ids stay whole."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cqpair.render.document import CellKind, Column, Table
from cqpair.text import escape_control, width, wrap

_NARROWEST = 12  # a text is folded down to this width, and no further

_BRIEFEST = 20  # a text is cut to this width, and no shorter

_GAP, _CLOSE = 2, 1

_LONG = 12  # rows, from which on a narrow table is shown in two halves

_HAN = "\u4e00-\u9fff"

_APART = re.compile(  # after a blank, around what is in quotes or brackets, after a year, after 和
    r"(?<=\s)|(?<=[”」、/])(?!$)|(?<!^)(?=[“（(])|(?<=\d[年月])(?!$)|(?<=.和)(?=.)"
    rf"|(?<=(?<![{_HAN}\d])[{_HAN}]{{2}})(?=(?!和)[{_HAN}]{{2,3}}(?![{_HAN}]))"
)


class Layout(NamedTuple):
    """A table as it fits a screen: its titles in lines, how wide each column is and what is cut.

    `narrowed` says that a text is not on one line, and `cut` names the columns that have but the
    beginnings of theirs. `gap` are the columns of the screen between two columns of the table.
    """

    table: Table
    heads: list[list[str]]
    rows: list[list[str]]
    widths: list[int]
    gap: int = _GAP
    narrowed: bool = False
    cut: tuple[str, ...] = ()

    @property
    def columns(self) -> int:
        """How wide the table is."""
        return sum(self.widths) + self.gap * (len(self.widths) - 1)


def lay_out(table: Table, columns: int) -> Layout | None:
    """`table` in so many columns of a screen, None where its narrowest form is wider.

    Titles fold first, then long texts: those that may be cut are, the others fold.
    """
    rows = _texts(table)
    for lines in (1, 2):
        found = _natural(table, rows, lines)
        if found.columns <= columns:
            return found
    return _narrowed(found, columns)


def lay_out_close(table: Table, columns: int, beside: int) -> tuple[Layout, int] | None:
    """`table` with each row on one line, and in how many parts of so many columns it stands.

    A long one stands in two, `beside` columns apart. It does without what counts its rows; where
    there is no room otherwise, each row is told by its first text. None where it cannot fit.
    """
    kinds = [column.kind for column in table.columns]
    kept = [i for i, kind in enumerate(kinds) if kind is not CellKind.ORDINAL]
    texts = [i for i in kept if kinds[i] is CellKind.TEXT]
    brief = [i for i in kept if i not in texts[1:]]
    for parts in (2, 1) if len(table.rows) > _LONG else (1,):
        for shown in (kept, brief):
            narrow = with_columns(table, shown)
            for lines in (1, 2):
                found = _natural(narrow, _texts(narrow), lines)._replace(gap=_CLOSE)
                if parts * (found.columns + beside) - beside <= columns:
                    return found, parts
    return None


def with_columns(table: Table, kept: Sequence[int]) -> Table:
    """`table` with only the columns at these places."""
    return table._replace(
        columns=tuple(table.columns[i] for i in kept),
        rows=tuple(tuple(row[i] for i in kept) for row in table.rows),
    )


def _texts(table: Table) -> list[list[str]]:
    """The cells of each row as they are shown."""
    return [list(map(escape_control, texts)) for texts in table.texts()]


def _natural(table: Table, rows: list[list[str]], lines: int) -> Layout:
    """A table whose cells are all on one line, and its titles on so many at most."""
    heads: list[list[str]] = []
    widths: list[int] = []
    for i, column in enumerate(table.columns):
        longest = max((width(row[i]) for row in rows), default=0)
        heads.append(fold_title(escape_control(column.title), longest, lines))
        widths.append(max(longest, *map(width, heads[-1])))
    return Layout(table, heads, rows, widths)


def fold_title(title: str, columns: int, lines: int = 2) -> list[str]:
    """`title` in at most so many lines, broken between words; in one where `columns` suffice.

    Chinese titles have no blanks. Words of two characters are common in them, so that a run of
    four or five is taken for two words.
    """
    if lines < 2 or width(title) <= columns:
        return [title]
    words = title_words(title)
    ways = [("".join(words[:n]).rstrip(), "".join(words[n:])) for n in range(1, len(words))]
    best = min(ways, key=lambda way: max(*map(width, way), columns), default=(title,))
    return list(best)


def title_words(title: str) -> list[str]:
    """What of a title may stand on a line of its own."""
    return _APART.split(title)


def _narrowed(natural: Layout, columns: int) -> Layout | None:
    """A table with its widest texts narrowed until all fit; None if they cannot."""
    widths = natural.widths[:]
    floors = [_floor(natural, i) for i in range(len(widths))]
    while sum(widths) + _CLOSE * (len(widths) - 1) > columns:
        free = [i for i, wide in enumerate(widths) if wide > floors[i]]
        if not free:
            return None
        widths[max(free, key=lambda i: widths[i])] -= 1
    pairs = zip(natural.table.columns, widths, natural.widths, strict=True)
    cut = (column.title for column, wide, full in pairs if column.brief and wide < full)
    return natural._replace(widths=widths, gap=_CLOSE, narrowed=True, cut=tuple(cut))


def _floor(layout: Layout, i: int) -> int:
    """The width below which a column is not narrowed: an id or a path stands whole on a line."""
    column, wide = layout.table.columns[i], layout.widths[i]
    title = max(map(width, layout.heads[i]))
    match column.kind:
        case CellKind.TEXT:
            return min(wide, max(title, _BRIEFEST if column.brief else _NARROWEST))
        case CellKind.REFS:
            ids = (name for row in layout.rows for name in re.split("(?<=、)", row[i]))
            return max(title, *map(width, ids))
        case _:
            return wide


def cell_lines(layout: Layout, row: Sequence[str]) -> list[list[str]]:
    """The cells of a row, each in its lines; what is cut has its beginning and `…`."""
    return [
        _lines(cell, wide, column)
        for cell, wide, column in zip(row, layout.widths, layout.table.columns, strict=True)
    ]


def _lines(cell: str, columns: int, column: Column) -> list[str]:
    """A cell in lines of at most so many columns."""
    if width(cell) <= columns:
        return [cell]
    lines = list(wrap(cell, columns - 2 if column.brief else columns))
    return [f"{lines[0]}…"] if column.brief else lines
