"""Charts as geometry, which `charts.jinja` draws: lengths across in per cent, heights in pixels.

Nothing is scaled: a picture becomes wider or narrower, and its letters stay as large as they are.
"""

import math
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from cqpair.render.document import Cell, Chart, ChartKind, Column, cell_text
from cqpair.text import escape_control, width
from cqpair.values import Figure

_NARROW, _WIDE = 280, 640  # px: the least room that a picture has, and what it has on a desk

_EM = 14  # px, the letters of figures.css

_GAP = 8  # px, between texts and beside them

_LONGEST = 20  # characters of a label; the table below the picture has all of it

_MOST_ROOM = 60  # per cent, for the figures at the ends of bars

_BAR = 22  # px, from one bar of a row to the next

_TOP, _BOTTOM, _LINE = 26, 196, 18  # px: the highest and the lowest point of a line, a line of text

_TICKS = 4

_COLOURS = 4  # figures.css has no more

_YEAR = re.compile("(?<=年)(?=.)")


class Bar(NamedTuple):
    """A bar as long as `length`, and its figure; without one there is nothing to draw."""

    colour: int
    top: int
    text: str
    length: str | None


class BarRow(NamedTuple):
    """What is compared, with a bar for each series."""

    label: str
    bars: tuple[Bar, ...]


class Bars(NamedTuple):
    """Rows of bars, each row `height` pixels high."""

    rows: tuple[BarRow, ...]
    height: int


class Mark(NamedTuple):
    """A text at a point. One that is `spare` has room on a desk alone."""

    x: str
    y: float
    lines: tuple[str, ...]
    spare: bool = False


class Series(NamedTuple):
    """The points of a series, what joins them, and their figures where there is room."""

    colour: int
    dots: tuple[tuple[str, float], ...]
    joins: tuple[tuple[tuple[str, float], tuple[str, float]], ...]
    marks: tuple[Mark, ...]


class Line(NamedTuple):
    """Series over time, `ticks` for how high, `labels` for when, `height` pixels high."""

    series: tuple[Series, ...]
    ticks: tuple[Mark, ...]
    labels: tuple[Mark, ...]
    height: int


def picture_of(chart: Chart) -> Bars | Line | None:
    """The geometry of a chart, None when there is no figure to draw."""
    rows, columns = chart.table.rows, chart.table.columns[1:]
    numbers = [n for row in rows for cell in row[1:] if (n := _number(cell)) is not None]
    if not numbers:
        return None
    most = max(0.0, *numbers)
    return (_bars if chart.kind is ChartKind.BARS else _line)(rows, columns, most)


def _bars(rows: Sequence[tuple[Cell, ...]], columns: Sequence[Column], most: float) -> Bars:
    """Bars from the left, the longest of them `most`, with room for figures behind it."""
    texts = [[_text(c, column) for c, column in _cells(row, columns)] for row in rows]
    room = min(_MOST_ROOM, _share(_widest(text for row in texts for text in row) + _GAP))
    longest = (100 - room) / (most or 1)
    return Bars(
        tuple(
            BarRow(_label(row[0]), tuple(_bars_of(row[1:], shown, longest)))
            for row, shown in zip(rows, texts, strict=True)
        ),
        height=len(columns) * _BAR,
    )


def _bars_of(cells: Sequence[Cell], texts: Sequence[str], longest: float) -> Iterator[Bar]:
    """The bars of a row, one below the other."""
    for no, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        number = _number(cell)
        length = None if number is None else _per_cent(max(number, 0) * longest)
        yield Bar(no % _COLOURS, no * _BAR, text, length)


def _line(rows: Sequence[tuple[Cell, ...]], columns: Sequence[Column], most: float) -> Line:
    """Points from left to right, one for each row; what is not known is a gap."""
    scale = _scale(most)
    labels = [tuple(_YEAR.split(_label(row[0]), maxsplit=1)) for row in rows]
    wide = _widest(line for lines in labels for line in lines)
    edge = _share(wide / 2)
    left = max(edge, _share(_widest(f"{tick:,}" for tick in scale) + _GAP))
    step = (100 - left - edge) / max(1, len(rows) - 1)
    across = [left + step * no if len(rows) > 1 else 50 for no in range(len(rows))]
    below = max(map(len, labels))
    series = (
        _series(no, [(row[no], column) for row in rows], across, (scale[-1], step))
        for no, column in enumerate(columns, 1)
    )
    return Line(
        tuple(series),
        tuple(Mark("0", _height(tick, scale[-1]), (f"{tick:,}",)) for tick in scale),
        tuple(
            Mark(_per_cent(across[no]), _BOTTOM + _GAP + _LINE, labels[no], spare)
            for no, spare in _shown(len(rows), wide, step)
        ),
        height=_BOTTOM + _GAP + _LINE * below + _GAP,
    )


def _series(
    no: int, told: list[tuple[Cell, Column]], across: list[float], scale: tuple[float, float]
) -> Series:
    """A series at the points `across`; `scale` is the highest figure and the step across."""
    most, step = scale
    numbers = [_number(cell) for cell, _ in told]
    at = [
        None if number is None else (_per_cent(x), _height(number, most))
        for number, x in zip(numbers, across, strict=True)
    ]
    texts = [_text(cell, column) for cell, column in told]
    marks = (
        Mark(*(point[0], round(point[1] - _GAP, 2)), (texts[i],), spare)
        for i, spare in _shown(len(told), _widest(texts), step)
        if (point := at[i])
    )
    return Series(
        (no - 1) % _COLOURS,
        tuple(filter(None, at)),
        tuple((one, other) for one, other in pairwise(at) if one and other),
        tuple(marks),
    )


def _shown(count: int, wide: float, step: float) -> Iterator[tuple[int, bool]]:
    """Which of `count` texts up to `wide` have room, and whether it is on a desk alone.

    The last one always has.
    """
    on_desk = _every(wide, step, _WIDE)
    on_phone = math.ceil(_every(wide, step, _NARROW) / on_desk) * on_desk
    for no in range(count):
        if not (count - 1 - no) % on_desk:
            yield no, bool((count - 1 - no) % on_phone)


def _every(wide: float, step: float, room: int) -> int:
    """How many points apart texts have to be."""
    return max(1, math.ceil((wide + _GAP) / (step / 100 * room)))


def _scale(most: float) -> list[int]:
    """Round figures from 0 to at least `most`, evenly apart."""
    least = max(1.0, most / _TICKS)
    power = 10 ** math.floor(math.log10(least))
    step = next(n * power for n in (1, 2, 5, 10) if n * power >= least)
    return [step * n for n in range(max(1, math.ceil(most / step)) + 1)]


def _height(number: float, most: float) -> float:
    """How far from the top a figure stands, in pixels."""
    return round(_BOTTOM - max(number, 0) / most * (_BOTTOM - _TOP), 2)


def _widest(texts: Iterator[str] | Sequence[str]) -> float:
    """How wide the longest of the texts is, in pixels."""
    return max(map(width, texts)) * _EM / 2


def _share(pixels: float) -> float:
    """What part of the narrowest picture so many pixels are, in per cent."""
    return pixels / _NARROW * 100


def _per_cent(share: float) -> str:
    return f"{round(share, 2):g}%"


def _cells(row: tuple[Cell, ...], columns: Sequence[Column]) -> Iterator[tuple[Cell, Column]]:
    return zip(row[1:], columns, strict=True)


def _text(cell: Cell, column: Column) -> str:
    return cell_text(cell, column.kind)


def _label(cell: Cell) -> str:
    """A label on an axis, cut where it is too long."""
    text = escape_control(cell_text(cell))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _number(cell: Cell) -> float | None:
    """What is drawn of a cell; None for one that holds no number."""
    match cell:
        case Figure(value=value):
            return float(value)
        case int() | Decimal():
            return float(cell)
        case _:
            return None
