"""Annexes: their list below the text, each on pages of its own (GB/T 9704-2012, 7.3.4, 7.3.7)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cqpair.messages import say
from cqpair.render.document import Annex, Block, Paragraph, Table
from cqpair.render.word.blocks import block_xml, title_xml
from cqpair.render.word.fit import Beside, Fit, Space, fit
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


class _Set(NamedTuple):
    """A table as it is set: its fit, and the notes below it."""

    table: Table
    fit: Fit
    notes: tuple[str, ...]


_Part = Block | _Set

_HEAD = 4 * LINE  # 附件1, a blank line, a title of two lines


def annex_pages(label: str, annex: Annex, room: Room, last: str = "") -> Pages:
    """An annex on pages of its own, lengthwise where that is better for its tables.

    `last` is what stands below it, with the last of it.
    """
    upright, lengthwise = (_parts(annex.blocks, space, bool(last)) for space in room)
    lies = _lies_better(upright, lengthwise)
    space = room.lengthwise if lies else room.upright
    parts = lengthwise if lies else upright
    xml = [
        text_paragraph(ANNEX, label),
        paragraph(BODY, layout=KEEP),
        title_xml(ANNEX_TITLE, annex.title, space.width),  # on the third line (7.3.7)
    ]
    for n, part in enumerate(parts, 1):
        xml += _part_xml(part, space, followed=n == len(parts) and bool(last))
    return Pages(lies, "".join(xml) + last)


def _lies_better(upright: Sequence[_Part], lengthwise: Sequence[_Part]) -> bool:
    """Whether the tables do not read well upright, or gain by a page that lies.

    They do when each is whole on a page only so, or is so in larger letters.
    """
    up = [part.fit for part in upright if isinstance(part, _Set)]
    long = [part.fit for part in lengthwise if isinstance(part, _Set)]
    if not all(one.well for one in up):
        return True
    if any(one.pages > 1 for one in long):
        return False
    return any(one.pages > 1 for one in up) or _smallest(long) > _smallest(up)


def _smallest(fits: Sequence[Fit]) -> float:
    """The smallest letters of the tables, in points; 0 without any."""
    return min((one.look.size for one in fits), default=0)


def _parts(blocks: Sequence[Block], space: Space, followed: bool) -> list[_Part]:
    """The blocks; a table in letters of its own, with what is said below it as notes."""
    parts: list[_Part] = []
    above, n = _HEAD, 0
    while n < len(blocks):
        block = blocks[n]
        n += 1
        if not isinstance(block, Table):
            parts.append(block)
            if isinstance(block, Paragraph):
                above += _lines(BODY, block.text, space)
            continue
        notes = _notes_below(blocks[n:])
        n += len(notes)
        parts.append(_set(block, notes, space, above, followed))
        above = 0  # the next table may have a page of its own
    return parts


def _notes_below(blocks: Sequence[Block]) -> list[str]:
    """The texts of the paragraphs with which the blocks begin, which are notes on a table."""
    notes = []
    for block in blocks:
        if not isinstance(block, Paragraph) or block.alert:
            break
        notes.append(block.lead + block.text)
    return notes


def _set(table: Table, notes: Sequence[str], space: Space, above: int, followed: bool) -> _Set:
    """A table without the columns that nobody filled in, which a note names."""
    silent = table.silent
    told = [say("document.all-silent", columns="、".join(silent))] if silent else []
    shown, below = table.without_silent(), (*told, *notes)
    beside = Beside(
        above + (_lines(CAPTION, table.caption, space) if table.caption else 0),
        sum(_lines(NOTE, note, space) for note in below) + NOTE.line * 3 * followed,
    )
    return _Set(shown, fit(shown.columns, table_texts(shown), space, beside), below)


def _lines(look: Look, text: str, space: Space) -> int:
    """How high a paragraph is, in twips."""
    lines = -(-full_width(text) * look.size * 10 // space.width)
    return look.before + int(lines) * look.line


def _part_xml(part: _Part, space: Space, followed: bool) -> Iterator[str]:
    """The XML of a part; with `followed` its end is on the page of what comes next."""
    if not isinstance(part, _Set):
        yield from block_xml(part, space)
        return
    yield table_xml(part.table, part.fit, followed=bool(part.notes) or followed)
    for n, note in enumerate(part.notes, 1):
        yield text_paragraph(NOTE, note, KEEP if n < len(part.notes) or followed else "")
