"""The line of a problem, with a caret right under what it is about, wide characters counted.

A row of a sheet, which has no line, is shown as a small table of its cells that hold something.
"""

import re
from collections.abc import Sequence

from cqpair.render.width import width
from cqpair.source import Place, column_letters
from cqpair.visible import visible

_CSV_CELL = re.compile(r'"(?:[^"]|"")*"?|[^,]*')
_YAML_VALUE = re.compile(r'\[[^\]]*\]?|\{[^}]*\}?|"(?:[^"\\]|\\.)*"?|\'[^\']*\'?|[^,\]}#]*')
_WIDEST = 240  # of a longer line, the part around the caret is shown
_BEFORE = 60

Cells = Sequence[tuple[int, str, str]]
"""The cells of a sheet's row that hold something: column from 1, header, text."""


def line_excerpt(lines: Sequence[str], place: Place) -> list[str]:
    """The line of `place` with a caret, or nothing where there is no such line."""
    if place.line is None or not 0 < place.line <= len(lines):
        return []
    line = lines[place.line - 1].lstrip("\ufeff")
    start = (place.column or 1) - 1
    length = _length(line, start, place.path) if place.column else 0
    cropped = 0
    if width(line) > _WIDEST:
        cropped = max(0, start - _BEFORE)
        line, start = line[cropped : cropped + _WIDEST], start - cropped
    before, marked = visible(line[:start]), visible(line[start : start + length])
    return _framed(place.line, visible(line), width(before), width(marked) if length else 0)


def row_excerpt(cells: Cells, place: Place) -> list[str]:
    """A row of a sheet as headers above texts, with a caret under the cell of `place`."""
    if place.line is None:
        return []
    heads, texts, offset, marked = "", "", 0, 0
    for column, header, text in cells:
        head, shown = f"{column_letters(column)} {visible(header)}", visible(text)
        wide = max(width(head), width(shown)) + 2
        if column == place.column:
            offset, marked = width(texts), max(1, width(shown))
        heads += head + " " * (wide - width(head))
        texts += shown + " " * (wide - width(shown))
    gutter = " " * len(str(place.line))
    framed = _framed(place.line, texts.rstrip(), offset, marked)
    return [f"  {gutter} | {heads.rstrip()}", *framed]


def _framed(number: int, line: str, offset: int, marked: int) -> list[str]:
    gutter = " " * len(str(number))
    shown = [f"  {number} | {line}".rstrip()]
    if marked:
        shown.append(f"  {gutter} | {' ' * offset}{'^' * marked}")
    return shown


def _length(line: str, start: int, path: str) -> int:
    """How many characters the value that starts at `start` has, at least one."""
    pattern = _CSV_CELL if path.casefold().endswith(".csv") else _YAML_VALUE
    match = pattern.match(line, start)
    return max(1, len(match[0].rstrip())) if match else 1
