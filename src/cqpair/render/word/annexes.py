"""Annexes: their list below the text, each on pages of its own (GB/T 9704-2012, 7.3.4, 7.3.7)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cqpair.messages import say
from cqpair.render.document import Annex, Block, Paragraph, Table
from cqpair.render.word.blocks import block_xml, title_xml
from cqpair.render.word.fit import Beside, Fit, Measured, Space, fit, measure
from cqpair.render.word.page import Pages, Room
from cqpair.render.word.styles import (
    ANNEX,
    ANNEX_LIST,
    ANNEX_TITLE,
    BODY,
    CAPTION,
    CHARACTER,
    HALF,
    KEEP,
    LINE,
    NOTE,
    Look,
    paragraph,
    text_paragraph,
)
from cqpair.render.word.tables import table_texts, table_xml
from cqpair.text import full_width


def annex_list(annexes: tuple[Annex, ...]) -> Iterator[str]:
    """附件： with the names one below the other, no mark behind them (7.3.4).

    They keep the signature with them and the last of the text before, so that neither stands
    alone on a page (7.3.5.5).
    """
    if annexes:
        yield paragraph(BODY, layout=KEEP)
    for no, annex in enumerate(annexes, 1):
        number = f"{no}. " if len(annexes) > 1 else ""
        before = 3 * CHARACTER
        own = HALF * len(number)
        first = no == 1
        layout = KEEP + _hanging(2 * CHARACTER + before + own, own + before * first)
        head = say("document.annex-list") if first else ""
        yield text_paragraph(ANNEX_LIST, f"{head}{number}{annex.title}", layout)


def _hanging(left: int, hanging: int) -> str:
    """An indent in twips, the first line of which hangs out to the left."""
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'


class _Noted(NamedTuple):
    """A table without the columns that nobody filled in, how wide it is, and the notes below."""

    table: Table
    measured: Measured
    notes: tuple[str, ...]


_Part = Block | _Noted

_HEAD = 4 * LINE  # 附件1, a blank line, a title of two lines


def annex_pages(label: str, annex: Annex, room: Room, last: str = "") -> Pages:
    """An annex on pages of its own, lengthwise where that is better for its tables.

    `last` is what stands below it, with the last of it.
    """
    parts = list(_parts(annex.blocks))
    upright, lengthwise = (list(_fits(parts, space, bool(last))) for space in room)
    lies = _lies_better(upright, lengthwise)
    space = room.lengthwise if lies else room.upright
    fits = iter(lengthwise if lies else upright)
    xml = [
        text_paragraph(ANNEX, label),
        paragraph(BODY, layout=KEEP),
        title_xml(ANNEX_TITLE, annex.title, space.width),  # on the third line (7.3.7)
    ]
    for n, part in enumerate(parts, 1):
        if isinstance(part, _Noted):
            xml += _noted_xml(part, next(fits), followed=n == len(parts) and bool(last))
        else:
            xml += block_xml(part, space)
    return Pages(lies, "".join(xml) + last)


def _parts(blocks: Sequence[Block]) -> Iterator[_Part]:
    """The blocks; a table with what is said below it, which are notes on it."""
    n = 0
    while n < len(blocks):
        block = blocks[n]
        n += 1
        if isinstance(block, Table):
            notes = list(_notes(blocks[n:]))
            n += len(notes)
            yield _noted(block, notes)
        else:
            yield block


def _notes(blocks: Sequence[Block]) -> Iterator[str]:
    """The texts of the paragraphs with which the blocks begin; what must not be overlooked ends."""
    for block in blocks:
        if not isinstance(block, Paragraph) or block.alert:
            return
        yield block.lead + block.text


def _noted(table: Table, notes: Sequence[str]) -> _Noted:
    """A table with its notes; the first names the columns that nobody filled in."""
    told = [say("document.all-silent", columns="、".join(table.silent))] if table.silent else []
    shown = table.without_silent()
    return _Noted(shown, measure(shown.columns, table_texts(shown)), (*told, *notes))


def _fits(parts: Sequence[_Part], space: Space, followed: bool) -> Iterator[Fit]:
    """How each table is set; a further one may have a page of its own."""
    above = _HEAD
    for part in parts:
        if isinstance(part, Paragraph):
            above += _lines(BODY, part.text, space)
        if isinstance(part, _Noted):
            above += _lines(CAPTION, part.table.caption, space) if part.table.caption else 0
            below = sum(_lines(NOTE, note, space) for note in part.notes)
            below += 3 * NOTE.line if followed else 0
            yield fit(part.measured, space, Beside(above, below))
            above = 0


def _lies_better(upright: Sequence[Fit], lengthwise: Sequence[Fit]) -> bool:
    """Whether the tables do not read well upright, or gain by a page that lies.

    They do when each is whole on a page only so, or is so in larger letters.
    """
    if not all(one.well for one in upright):
        return True
    if any(one.pages > 1 for one in lengthwise):
        return False
    whole = all(one.pages == 1 for one in upright)
    return not whole or _smallest(lengthwise) > _smallest(upright)


def _smallest(fits: Sequence[Fit]) -> float:
    """The smallest letters of the tables, in points; 0 without any."""
    return min((one.look.size for one in fits), default=0)


def _lines(look: Look, text: str, space: Space) -> int:
    """How high a paragraph is, in twips."""
    lines = -(-full_width(text) * look.size * 10 // space.width)
    return look.before + int(lines) * look.line


def _noted_xml(part: _Noted, set_in: Fit, followed: bool) -> Iterator[str]:
    """The table and its notes; with `followed` their end is on the page of what comes next."""
    yield table_xml(part.table, set_in, followed=bool(part.notes) or followed)
    for n, note in enumerate(part.notes, 1):
        yield text_paragraph(NOTE, note, KEEP if n < len(part.notes) or followed else "")
