"""Tables with a native caption, a repeated header and rows that stay whole."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from math import ceil
from typing import NamedTuple

from cqpair.render.document import Cell, CellKind, Column, Table, heat
from cqpair.render.text import caption_of
from cqpair.render.word.styles import (
    CAPTION,
    CELLS,
    END,
    FANGSONG,
    GRID,
    HEITI,
    KEEP,
    Font,
    Look,
    field,
    paragraph,
    run,
    text_paragraph,
)
from cqpair.text import escape_control, full_width

# One blue, each step darker on grey paper too; black on the darkest has a contrast of 9 to 1.
_HEATS = ("", "E6EEF6", "C9DAEB", "A6C2DE", "7FA8CF")

_MOST_WHOLE = 1600  # half widths in a cell beyond which its row may break over pages


def table_xml(table: Table, room: int) -> str:
    """A table as wide as `room` twips, below its caption."""
    texts = [list(map(escape_control, row)) for row in table.texts()]
    look, widths = fit(table.columns, texts, room)
    hottest, sums = table.hottest, set(table.sums)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = [_header(table.columns, look, widths)]
    for n, (row, shown) in enumerate(zip(table.rows, texts, strict=True)):
        font = HEITI if n in sums else FANGSONG
        cells = _cells(table.columns, row, shown, 0 if n in sums else hottest)
        keep = table.totalled and n == len(table.rows) - 2  # a total is never alone on a page
        rows.append(_row(cells, look, font, widths, keep))
    return (
        f'{_caption(table)}<w:tbl><w:tblPr><w:tblStyle w:val="{GRID}"/>'
        f'<w:tblW w:w="{room}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{paragraph(END)}"
    )


def _caption(table: Table) -> str:
    """The caption above a table, its number a field that Word counts; "" without one."""
    if not table.caption:
        return ""
    if not table.no:
        return text_paragraph(CAPTION, table.caption)
    label, no, name = caption_of(table).partition(str(table.no))
    number = field(f"SEQ {label} \\* ARABIC", no, CAPTION.font)
    return paragraph(CAPTION, run(label, CAPTION.font), number, run(name, CAPTION.font))


def _header(columns: Sequence[Column], look: Look, widths: Sequence[int]) -> str:
    """The row of titles, which Word repeats on each page."""
    layout = f'{KEEP}<w:jc w:val="center"/>'
    cells = "".join(
        _cell(width, paragraph(look, run(column.title, HEITI), layout=layout))
        for column, width in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _cells(
    columns: Sequence[Column], row: Sequence[Cell], texts: Sequence[str], hottest: int
) -> Iterator[tuple[str, str, str]]:
    """The text of each cell, its alignment and its shade."""
    for column, value, text in zip(columns, row, texts, strict=True):
        shade = _HEATS[heat(value, hottest)] if column.heat else ""
        yield text, _alignment(column), shade


def _alignment(column: Column) -> str:
    """Where the cells of a column stand: numbers to the right, days and ordinals in the middle."""
    if column.kind.is_number:
        return "center" if column.heat else "right"
    return "center" if column.kind in (CellKind.DATE, CellKind.ORDINAL) else "left"


def _row(
    cells: Iterator[tuple[str, str, str]],
    look: Look,
    font: Font,
    widths: Sequence[int],
    keep: bool,
) -> str:
    """A row, kept on one page; with `keep` on that of the next one."""
    whole = True
    made = []
    for (text, align, shade), width in zip(cells, widths, strict=True):
        whole = whole and full_width(text) < _MOST_WHOLE
        layout = KEEP if keep else ""
        if align != look.align:
            layout += f'<w:jc w:val="{align}"/>'
        content = paragraph(look, run(text, font), layout=layout)
        made.append(_cell(width, content, shade))
    return f"<w:tr>{'<w:trPr><w:cantSplit/></w:trPr>' if whole else ''}{''.join(made)}</w:tr>"


def _cell(width: int, content: str, shade: str = "") -> str:
    """A cell, `width` in twips; `shade` is a colour as RRGGBB."""
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shading}<w:vAlign w:val="center"/>'
        f"</w:tcPr>{content}</w:tc>"
    )


_MARGINS = 114 + 20  # left and right of a cell, and its line

_MOST = 48  # half widths at which a column of words has enough, the others considered

_EASY, _EASY_LONG = 14, 24  # half widths in which words still read well, and sentences

_MOST_ID = 20  # an id is better not broken

_NARROWEST = 3

_SLACK = 1

_WIDE_DIGITS = 1.3  # of a font that stands in where 仿宋 is not installed

_PARTS = re.compile(r"(?<=-)|(?=[（(])")

_WHOLE = (CellKind.COUNT, CellKind.MONEY, CellKind.SHARE, CellKind.DATE)


class Fit(NamedTuple):
    """The style of the cells, and the width of each column in twips."""

    look: Look
    widths: tuple[int, ...]


class _Need(NamedTuple):
    """What a column takes, in half widths: at least, to read well, for all its words, its title."""

    least: int
    easy: int
    words: int
    line: int


def fit(columns: Sequence[Column], rows: Sequence[Sequence[str]], room: int) -> Fit:
    """The largest letters at which the columns read well in `room` twips, and their widths."""
    cells = zip(*rows, strict=True) if rows else ((),) * len(columns)
    needs = [_need(column, texts) for column, texts in zip(columns, cells, strict=True)]
    inner = room - _MARGINS * len(columns)
    look = _look(needs, inner)
    half = look.size * 10
    shares = _shares(needs, inner / half)
    twips = [round(share * half) + _MARGINS for share in shares]
    twips[-1] += room - sum(twips)
    return Fit(look, tuple(twips))


def _look(needs: list[_Need], room: int) -> Look:
    """Letters of the second size if no words break then; else the largest that reads well."""
    for look in CELLS[:2]:
        if sum(need.words for need in needs) * look.size * 10 <= room:
            return look
    for look in CELLS:
        if sum(need.easy for need in needs) * look.size * 10 <= room:
            return look
    return CELLS[-1]


def _need(column: Column, texts: Iterable[str]) -> _Need:
    """What a column takes, of these texts and its title; see `_Need`."""
    texts = list(texts)
    head = full_width(column.title) + _SLACK
    longest = max(map(full_width, texts), default=0)
    if column.kind in _WHOLE:
        figures = ceil(longest * _WIDE_DIGITS)
        least = max(figures, _titled(column.title), _NARROWEST) + _SLACK
        return _Need(least, least, least, max(least, head))
    words = longest if column.kind is CellKind.REFS else min(longest, _MOST)
    line = max(words, head)
    part = max(_part_widths(texts), default=0)
    least = min(max(part if part <= _EASY else 8, _titled(column.title)), line)
    enough = _MOST_ID if column.kind is CellKind.ID else _EASY if longest < _MOST else _EASY_LONG
    easy = max(min(line, enough), least)
    return _Need(least, easy, max(easy, words), line)


def _titled(title: str) -> int:
    """What a title takes on two lines: whole characters of a half, or a unit below the rest."""
    parts = _part_widths([title])
    return max(part if part <= 6 or len(parts) > 1 else part // 4 * 2 + part % 4 for part in parts)


def _part_widths(texts: Iterable[str]) -> list[int]:
    """The widths of what a line does not break, or not well."""
    return [full_width(part) for part in chain.from_iterable(map(_PARTS.split, texts))]


def _shares(needs: list[_Need], room: float) -> list[float]:
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


def _titles_on_a_line(needs: list[_Need], room: float) -> list[float]:
    """Whole titles for as many columns as can be; half a title more would only break it badly."""
    shares = [float(need.words) for need in needs]
    for n in sorted(range(len(needs)), key=lambda n: needs[n].line - needs[n].words):
        if sum(shares) - shares[n] + needs[n].line <= room:
            shares[n] = needs[n].line
    whole = [n for n, need in enumerate(needs) if shares[n] >= need.line] or range(len(needs))
    more = (room - sum(shares)) / len(whole)
    return [share + more if n in whole else share for n, share in enumerate(shares)]
