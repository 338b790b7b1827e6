"""The paragraphs of a document around its tables: titles, units, and what nobody read.

Events are read from tables alone. A paragraph of which nothing was used is named, so that an event
told in prose is not lost; it keeps no table from being taken.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from cqpair.book.headings import unit_above
from cqpair.book.layout import Line, LineKind, Table, kind_of_line
from cqpair.collect.sender import is_about_return, is_prose
from cqpair.fields import BY_KEY, MEASURED
from cqpair.messages import say
from cqpair.source import Fault, Grid, Paragraph, Place, Reject, Row

SHEET = "段落"
"""What a place says of a paragraph in place of a table's name; its line is the paragraph's."""


_LONGEST_TITLE = 40


_LONGEST_SHOWN = 60


_NUMBER = r"[\d一二三四五六七八九十两几数]"


_DAY = re.compile(
    rf"{_NUMBER}月(?:{_NUMBER}{{1,3}}[日号]|[上中下]旬|[底初])|20\d\d[-./]\d{{1,2}}[-./]\d"
    rf"|(?<!\d){_NUMBER}{{1,3}}[日号]"
)


_AMOUNT = re.compile(rf"{_NUMBER}\s*[百千万亿余多]*(?:人次|人|名|位|场|次|期|项|个|元|圆)")


_FIGURE = re.compile(rf"{_NUMBER}\s*[百千万亿余多]*[元圆]")


_NIL_TITLE = re.compile("(?<![填报写交送请])零报告表?")


class PassedOver(NamedTuple):
    """A line, a paragraph or a sheet that is not a record, and why it is not read.

    It is `doubtful` where it looks like an event all the same.
    """

    place: Place
    text: str
    why: str
    doubtful: bool = False


class _Numbered(NamedTuple):
    """A paragraph and its number, from 1, among those that say something."""

    no: int
    text: str
    tables: int


class Paragraphs:
    """The paragraphs of one document, in order; `grids` are its tables."""

    def __init__(self, path: str, paragraphs: Sequence[Paragraph], grids: Sequence[Grid]) -> None:
        self._path = path
        self._last = max(map(_number, grids), default=0)
        self._all = [
            _Numbered(no, one.text.strip(), one.tables) for no, one in enumerate(paragraphs, 1)
        ]

    def around(self, table: Table, fill: Callable[[Table], Table]) -> Table:
        """`table` as `fill` makes it, with the units that paragraphs above and below it name.

        They are lines with the number of their paragraph, below zero, since no row has that.
        """
        filled = fill(table)
        number = _number(table.grid) if self._all else 0
        above = [_row(one) for one in self._units_above(number)]
        notes = [one for one in self._all if one.tables >= self._last and _names_unit(one)]
        below = [Line(_row(one), LineKind.NOTE, one.text) for one in notes]
        return filled._replace(above=[*above, *filled.above], lines=[*filled.lines, *below])

    def _units_above(self, number: int) -> Sequence[_Numbered]:
        """The paragraphs that name a unit, of the nearest ones above the table that do."""
        runs = groupby((one for one in self._all if one.tables < number), lambda one: one.tables)
        found = [units for _, run in runs if (units := [one for one in run if _names_unit(one)])]
        return found[-1] if found else ()

    def placed(self, reject: Reject) -> Reject | None:
        """`reject` with the place of the paragraph it is about; None where that is named anyway."""
        line = reject.place.line
        if line is None or line >= 0:
            return reject
        if reject.fault is Fault.PASSED_OVER:
            return None
        return reject._replace(place=self._place(-line))

    def passed_over(self) -> Iterator[PassedOver]:
        """Every paragraph of which nothing was used."""
        for one in self._all:
            told = _why(one, one.tables < self._last)
            if told is None:
                continue
            value = one.text if len(one.text) <= _LONGEST_SHOWN else f"{one.text[:_LONGEST_SHOWN]}…"
            why = say(told, value=" ".join(value.split()))
            yield PassedOver(self._place(one.no), one.text, why, told == _DOUBTFUL)

    def _place(self, no: int) -> Place:
        return Place(self._path, no, None, SHEET)


_DOUBTFUL = "returns.paragraph-event"


def _why(one: _Numbered, table_follows: bool) -> str | None:
    """The sentence that says why a paragraph was not read; None for one that was used."""
    if _looks_like_event(one.text):
        return _DOUBTFUL
    if (_names_unit(one) and table_follows) or says_nil(one.text):
        return None
    kind = kind_of_line(one.text)
    if kind in (LineKind.TOTAL, LineKind.NOTE) or (kind is LineKind.SIGNATURE and one.tables):
        return f"records.{kind.value}-line"
    is_title = table_follows and len(one.text) <= _LONGEST_TITLE and not is_prose(one.text)
    return None if is_title or is_about_return(one.text) else "returns.paragraph"


def says_nil(text: str) -> bool:
    """Whether a title, a paragraph or a file's name ends by saying 零报告."""
    return bool(_NIL_TITLE.search(text.strip()[-8:]))


def _looks_like_event(text: str) -> bool:
    return bool(_DAY.search(text) and _AMOUNT.search(_DAY.sub("", text)))


def _names_unit(one: _Numbered) -> bool:
    """Whether a paragraph says in what unit figures are; one with a figure of its own does not."""
    if len(one.text) > _LONGEST_TITLE or _FIGURE.search(one.text):
        return False
    return any(unit_above([_row(one)], BY_KEY[key]) for key in MEASURED)


def _number(grid: Grid) -> int:
    """Which table of a document a grid is, from 1."""
    number = (grid.sheet or "").removeprefix("表")
    return int(number) if number.isdecimal() else 0


def _row(one: _Numbered) -> Row:
    return Row(-one.no, [one.text])
