"""The line of a problem, with a caret right under what it is about, wide characters counted.

A row of a sheet, which has no line, is shown as a small table of its cells that hold something.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cqpair.source import Place, column_letters
from cqpair.text import escape_control, width

_CSV_CELL = re.compile(r'"(?:[^"]|"")*"?|[^,]*')

_YAML_VALUE = re.compile(r'\[[^\]]*\]?|\{[^}]*\}?|"(?:[^"\\]|\\.)*"?|\'[^\']*\'?|[^,\]}#]*')

_WIDEST = 72  # columns: with the gutter, a line fits a terminal of 80

_PART = 64  # columns of a longer one that are shown, between the cuts

_BEFORE = 30  # columns of that part before the caret

_CUT = "..."


Cells = Sequence[tuple[int, str, str]]
"""The cells of a sheet's row that hold something, and the marked one: column, header, text."""


def line_excerpt(lines: Sequence[str], place: Place) -> list[str]:
    """The line of `place` with a caret, or nothing where there is no such line."""
    if place.line is None or not 0 < place.line <= len(lines):
        return []
    line = lines[place.line - 1].lstrip("\ufeff")
    start = (place.column or 1) - 1
    length = _length(line, start, place.path) if place.column else 0
    first = max(0, start - _WIDEST)  # no more than can be shown, as a line may be endless
    before, value = (
        escape_control(line[first:start]),
        escape_control(line[start : start + length][:_WIDEST]),
    )
    after = escape_control(line[start + length :][:_WIDEST])
    shown, offset, marked = _crop(before + value + after, width(before), max(1, width(value)))
    return _framed(place.line, shown, offset, marked if length else 0)


def row_excerpt(cells: Cells, place: Place) -> list[str]:
    """A row of a sheet as headers above texts, with a caret under the cell of `place`."""
    if place.line is None:
        return []
    heads, texts, offset, marked = "", "", 0, 0
    for cell in _near(cells, place.column):
        if cell.column == place.column:
            offset, marked = width(texts), max(1, width(cell.text))
        heads += _padded(cell.head, cell.wide)
        texts += _padded(cell.text, cell.wide)
    framed = _framed(place.line, texts.rstrip(), offset, marked)
    return [_gutter(place.line) + heads.rstrip(), *framed]


class _Cell(NamedTuple):
    """A cell of a sheet as it is shown: its letter and header above its text."""

    column: int
    head: str
    text: str

    @property
    def wide(self) -> int:
        """How many columns of the screen it takes."""
        return max(width(self.head), width(self.text)) + 2


def _near(cells: Cells, column: int | None) -> list[_Cell]:
    """The cells around the one in `column` that fit side by side; letters tell which lack.

    They are in the order of the sheet. As much is shown to the left of the one as to its right, and
    more where the other side has no more.
    """
    shown = [
        _Cell(c, f"{column_letters(c)} {_short(header)}".rstrip(), _short(text))
        for c, header, text in cells
    ]
    first = next((i for i, cell in enumerate(shown) if cell.column == column), 0)
    last, room = first + 1, _WIDEST - sum(cell.wide for cell in shown[first : first + 1])
    while first > 0 and shown[first - 1].wide <= room / (1 if last == len(shown) else 2):
        first -= 1
        room -= shown[first].wide
    while last < len(shown) and shown[last].wide <= room:
        room -= shown[last].wide
        last += 1
    return shown[first:last]


def _padded(text: str, wide: int) -> str:
    """`text`, filled up with spaces to `wide` columns of the screen."""
    return text + " " * (wide - width(text))


def _short(text: str) -> str:
    """A cell's text, as much of it as is shown; it may be endless."""
    return _crop(escape_control(text[: _WIDEST + 1]), 0, 0)[0]


def _crop(line: str, offset: int, marked: int) -> tuple[str, int, int]:
    """What fits of `line` around the mark, `...` where it is cut; then the mark's new place."""
    whole = width(line)
    if whole <= _WIDEST:
        return line, offset, marked
    first = max(0, min(offset - _BEFORE, whole - _PART))
    kept, at, begins = "", 0, 0
    for char in line:
        if at >= first and at + width(char) <= first + _PART:
            begins, kept = begins if kept else at, kept + char
        at += width(char)
    head, tail = _CUT if begins else "", _CUT if begins + width(kept) < whole else ""
    end = begins + width(kept)
    return head + kept + tail, offset - begins + len(head), min(marked, end - offset)


def _framed(number: int, line: str, offset: int, marked: int) -> list[str]:
    """A line of a file behind its number, and below it `marked` carets after `offset` columns."""
    shown = [f"  {number} | {line}".rstrip()]
    if marked:
        shown.append(f"{_gutter(number)}{' ' * offset}{'^' * marked}")
    return shown


def _gutter(number: int) -> str:
    """What stands before a line that belongs to line `number` and has none itself."""
    return f"  {' ' * len(str(number))} | "


def _length(line: str, start: int, path: str) -> int:
    """How many characters the value that starts at `start` has, at least one."""
    pattern = _CSV_CELL if path.casefold().endswith(".csv") else _YAML_VALUE
    match = pattern.match(line, start)
    return max(1, len(match[0].rstrip())) if match else 1
