"""Which letters a table gets, how wide its columns are, how high its rows and its pages.

Letters of 12 pt where no word breaks; else the largest, down to 9 pt, at which the columns read
well and the table stands on one page. A longer one takes the size of fewest pages. Letters of
7.5 pt are for columns that do not read well at 9, and for a long table that they make much shorter.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from math import ceil
from typing import NamedTuple

from cqpair.render.document import CellKind, Column
from cqpair.render.word.styles import CELLS, Look
from cqpair.text import full_width

MOST_WHOLE = 1600  # half widths in a cell beyond which its row may break over pages

MARGINS = 114 + 20  # left and right of a cell, and its line

_PADDING = 40 + 10  # above and below the text of a row, and its line

_MOST = 48  # half widths at which a column of words has enough, the others considered

_EASY, _EASY_LONG = 14, 20  # half widths in which words still read well, and sentences

_MOST_ID = 30  # an id up to this long is not broken

_NARROWEST = 3

_SLACK = 1

_SAMPLE = 200  # rows by which widths are chosen

# Half widths in a font that stands in where 仿宋 is not installed, such as DejaVu Sans.
_DIGIT, _LETTER, _MARK = 1.3, 1.2, 0.8

_MUCH_SHORTER = 0.6  # of the pages at 9 pt, for letters smaller than that

_PARTS = re.compile(r"(?<=-)|(?=[（(])")

_DIGITS, _MARKS = re.compile("[0-9]"), re.compile("[-,.:]")

_WHOLE = (CellKind.COUNT, CellKind.MONEY, CellKind.SHARE, CellKind.DATE)


class Space(NamedTuple):
    """Room for text on a page, in twips."""

    width: int
    height: int


class Beside(NamedTuple):
    """What stands with a table, in twips: above it on its first page, below it on its last."""

    above: int = 0
    below: int = 0


class Fit(NamedTuple):
    """The style of the cells, the width of each column in twips, and how many pages it takes.

    `well` says that the columns read well so.
    """

    look: Look
    widths: tuple[int, ...]
    pages: int
    well: bool


class _Need(NamedTuple):
    """What a column takes, in half widths: at least, to read well, for all its words, its title."""

    least: int
    easy: int
    words: int
    line: int


class Measured(NamedTuple):
    """A table in half widths: what its columns need, and the cells of each row below the titles."""

    needs: Sequence[_Need]
    titles: Sequence[float]
    cells: Sequence[Sequence[float]]


def measure(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Measured:
    """What the cells take, figures as wide as where another font stands in."""
    cells = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
    needs = [_need(column, texts) for column, texts in zip(columns, cells, strict=True)]
    widths = [[shown_width(text) for text in texts] for texts in cells]
    titles = [shown_width(column.title) for column in columns]
    return Measured(needs, titles, list(zip(*widths, strict=True)))


def fit(measured: Measured, space: Space, beside: Beside) -> Fit:
    """The largest letters with which the table reads well in few pages, and what follows."""
    inner = space.width - MARGINS * len(measured.needs)
    largest, *usual, smallest = CELLS
    whole = sum(need.words for need in measured.needs) * largest.size * 10 <= inner
    looks = [largest, *usual] if whole else usual
    fits = [_fitted(look, measured, space, beside) for look in looks]
    well = [one for one in fits if one.well]
    small = _fitted(smallest, measured, space, beside)
    if not well:
        return small
    best = min(well, key=lambda one: one.pages)  # the first of equals has the largest letters
    return small if 1 < small.pages <= best.pages * _MUCH_SHORTER else best


def _fitted(look: Look, measured: Measured, space: Space, beside: Beside) -> Fit:
    """The table in letters of `look`."""
    half = look.size * 10
    inner = space.width - MARGINS * len(measured.needs)
    some = measured._replace(cells=measured.cells[:_SAMPLE])
    ways = _ways(measured.needs, inner / half)
    shares = min(ways, key=lambda way: sum(_heights(some, way, look)))
    twips = [round(share * half) + MARGINS for share in shares]
    twips[-1] += space.width - sum(twips)
    head, *heights = _heights(measured, shares, look)
    pages = _pages(head, heights, space.height, beside)
    well = sum(need.easy for need in measured.needs) * half <= inner
    return Fit(look, tuple(twips), pages, well)


def _heights(measured: Measured, shares: Sequence[float], look: Look) -> list[int]:
    """How high the row of titles is and each row below it, in twips."""
    return [_height(row, shares, look) for row in (measured.titles, *measured.cells)]


def _height(widths: Sequence[float], shares: Sequence[float], look: Look) -> int:
    """How high a row is, in twips: as its cell of most lines."""
    lines = max(ceil(wide / max(share, 1)) for wide, share in zip(widths, shares, strict=True))
    return max(lines, 1) * look.line + _PADDING


def _pages(head: int, heights: Sequence[int], room: int, beside: Beside) -> int:
    """Pages of `room` for the rows, each page with the header, all in twips."""
    each = max(room - head, 1)
    pages, free = 1, each - beside.above
    for height in (*heights, beside.below):
        if height > free:
            more = -(-height // each)
            pages, free = pages + more, more * each
        free -= height
    return pages


def shown_width(text: str) -> float:
    """Half widths that a text takes, letters and digits as wide as those that may stand in."""
    digits = len(_DIGITS.findall(text))
    marks = len(_MARKS.findall(text))
    letters = len(text.encode("ascii", "ignore")) - digits - marks
    more = digits * (_DIGIT - 1) + marks * (_MARK - 1) + letters * (_LETTER - 1)
    return full_width(text) + more


def _need(column: Column, texts: Iterable[str]) -> _Need:
    """What a column takes, of these texts and its title; see `_Need`."""
    texts = list(texts)
    head = ceil(shown_width(column.title)) + _SLACK
    shown = ceil(max(map(shown_width, texts), default=0))
    if column.kind in _WHOLE or (column.kind is CellKind.ID and shown <= _MOST_ID):
        return _unbroken(column, shown, head)
    longest = max(map(full_width, texts), default=0)
    words = longest if column.kind is CellKind.REFS else min(longest, _MOST)
    line = max(words, head)
    part = max(_part_widths(texts), default=0)
    least = min(max(part if part <= _EASY else 8, _titled(column.title)), line)
    enough = _EASY if longest < _MOST else _EASY_LONG
    easy = max(min(max(words, _titled(column.title)) + _SLACK, enough), least)
    return _Need(least, easy, max(easy, words), line)


def _unbroken(column: Column, longest: int, head: int) -> _Need:
    """What a column takes whose cells do not break; its title may."""
    least = max(longest, _titled(column.title), _NARROWEST) + _SLACK
    return _Need(least, least, least, max(least, head))


def _titled(title: str) -> int:
    """What a title takes on two lines: whole characters of a half, or a unit below the rest."""
    parts = [ceil(shown_width(part)) for part in _PARTS.split(title)]
    return max(part if part <= 6 or len(parts) > 1 else part // 4 * 2 + part % 4 for part in parts)


def _part_widths(texts: Iterable[str]) -> list[int]:
    """The widths of what a line does not break, or not well."""
    return [full_width(part) for part in chain.from_iterable(map(_PARTS.split, texts))]


def _ways(needs: Sequence[_Need], room: float) -> Iterator[list[float]]:
    """`room` divided evenly, then more and more of what others spare to the longest texts."""
    even = _shares(needs, room)
    yield even
    spare = room - sum(need.easy for need in needs)
    if spare > 0:
        longest = max(range(len(needs)), key=lambda n: needs[n].words)
        uneven = [need.easy + spare * (n == longest) for n, need in enumerate(needs)]
        for part in (0.25, 0.5, 0.75, 1):
            yield [a + (b - a) * part for a, b in zip(even, uneven, strict=True)]


def _shares(needs: Sequence[_Need], room: float) -> list[float]:
    """`room` divided: what all must have, what is easy to read, all words, then titles."""
    steps = tuple(zip(*needs, strict=True))
    if room <= sum(steps[0]):
        return _grown([0] * len(needs), steps[0], room)
    for less, more in pairwise(steps[:3]):
        if room <= sum(more):
            return _grown(less, more, room)
    return _titles_on_a_line(needs, room)


def _grown(less: Sequence[int], more: Sequence[int], room: float) -> list[float]:
    """Widths that add up to `room`, each as far on its way from `less` to `more` as the others."""
    way = (room - sum(less)) / (sum(more) - sum(less))
    return [low + way * (high - low) for low, high in zip(less, more, strict=True)]


def _titles_on_a_line(needs: Sequence[_Need], room: float) -> list[float]:
    """Whole titles for as many columns as can be; half a title more would only break it badly."""
    shares = [float(need.words) for need in needs]
    for n in sorted(range(len(needs)), key=lambda n: needs[n].line - needs[n].words):
        if sum(shares) - shares[n] + needs[n].line <= room:
            shares[n] = needs[n].line
    whole = [n for n, need in enumerate(needs) if shares[n] >= need.line] or range(len(needs))
    more = (room - sum(shares)) / len(whole)
    return [share + more if n in whole else share for n, share in enumerate(shares)]
