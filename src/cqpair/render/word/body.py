"""The parts of a document, one after the other: the text with its signature, then the annexes."""

import re
from collections.abc import Iterator
from itertools import groupby

from cqpair.render.document import Document, Signature
from cqpair.render.text import annex_label
from cqpair.render.word.annexes import annex_list, annex_pages
from cqpair.render.word.blocks import block_xml, title_xml
from cqpair.render.word.fit import Space
from cqpair.render.word.page import Pages, Room
from cqpair.render.word.styles import (
    BODY,
    CHARACTER,
    KEEP,
    ORIGIN,
    SIGNATURE,
    TITLE,
    paragraph,
    run,
    text_paragraph,
    text_width,
)
from cqpair.text import escape_control

_BLANK = paragraph(BODY)

_KEPT_BLANK = paragraph(BODY, layout=KEEP)

# No-break spaces: Word lets others hang over the margin where a line ends.
_TO_FILL_IN = "\u00a0" * 16

_FEW_LINES = 336  # characters, twelve lines; LibreOffice moves a paragraph as a whole

_MARK = re.compile("<[^>]*>")

_UNDERLINED = '<w:u w:val="single"/>'

_TWO = 2 * CHARACTER


def parts(document: Document, room: Room) -> Iterator[Pages]:
    """The report, then its annexes; neighbours of one orientation are one part."""
    origin = text_paragraph(ORIGIN, document.origin) if document.origin else ""
    count = len(document.annexes)
    pieces = [Pages(False, "".join(_report(document, room.upright, "" if count else origin)))]
    for no, annex in enumerate(document.annexes, 1):
        label = annex_label(no, of=count)
        pieces.append(annex_pages(label, annex, room, origin if no == count else ""))
    for lengthwise, group in groupby(pieces, key=lambda piece: piece.lengthwise):
        yield Pages(lengthwise, "".join(piece.xml for piece in group))


def _report(document: Document, space: Space, origin: str) -> Iterator[str]:
    """The report proper: title, text, list of annexes and signature (GB/T 9704-2012, 7.3)."""
    yield _BLANK * 2  # 7.3.1: two lines below the red rule
    yield title_xml(TITLE, document.title, space.width)
    yield _BLANK
    blocks = [xml for block in document.blocks for xml in block_xml(block, space)]
    *text, last = blocks or [_BLANK]
    yield from text
    yield _kept(last) if document.annexes or document.signature else last
    yield from annex_list(document.annexes)
    yield from _signature(document.signature, space, kept=bool(origin))
    yield origin


def _kept(block: str) -> str:
    """A block with the paragraph after it on its page, where it is a paragraph of a few lines."""
    plain = block.startswith("<w:p>") and KEEP not in block
    plain = plain and len(_MARK.sub("", block)) <= _FEW_LINES
    return block.replace("</w:pPr>", f"{KEEP}</w:pPr>", 1) if plain else block


def _signature(lines: tuple[Signature, ...], space: Space, kept: bool) -> Iterator[str]:
    """The lines below the text, all on one page; `kept` with what follows."""
    if lines:
        yield _KEPT_BLANK
    signed = len(lines) == 2 and not any(line.to_fill for line in lines)
    indents = _office_and_day(lines[0].text, lines[1].text, space.width) if signed else None
    for n, (line, indent) in enumerate(zip(lines, indents or [""] * len(lines), strict=True), 1):
        runs = [run(line.text, SIGNATURE.font)]
        if line.to_fill:
            runs.append(run(_TO_FILL_IN, SIGNATURE.font, _UNDERLINED))
        last = "" if kept or n < len(lines) else '<w:keepNext w:val="0"/>'
        yield paragraph(SIGNATURE, *runs, layout=last + indent)


def _office_and_day(office: str, day: str, room: int) -> tuple[str, str] | None:
    """The indents of who signs and the day below, without a seal (7.3.5.2).

    The office stands two characters from the right, the day begins two characters after it; a day
    that is longer than the office is what stands two from the right. Both begin where they do
    whatever font stands in: a day with wider figures may reach into the margin, but is not broken.
    None where the office takes more than a line.
    """
    wide, day_wide = text_width(escape_control(office)), text_width(escape_control(day))
    left = room - _TWO - (wide if wide >= day_wide else day_wide + _TWO)
    return None if left < 0 else (_from_left(left), _from_left(left + _TWO))


def _from_left(indent: int) -> str:
    """A line that begins `indent` twips in, and may reach two characters into the margin."""
    return (
        f'<w:ind w:leftChars="0" w:left="{indent}" w:rightChars="0" w:right="-{_TWO}"/>'
        '<w:jc w:val="left"/>'
    )
