"""The parts of a document, one after the other, as WordprocessingML."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from cqpair.messages import say
from cqpair.render.document import (
    Annex,
    Block,
    Document,
    Heading,
    Listing,
    Paragraph,
    Signature,
    Table,
)
from cqpair.render.text import annex_label
from cqpair.render.word.page import Pages, Room
from cqpair.render.word.styles import (
    ALERT,
    ANNEX,
    ANNEX_LIST,
    ANNEX_TITLE,
    BANNER,
    BODY,
    CHARACTER,
    HALF,
    HEADINGS,
    KEEP,
    LISTING,
    NOTE,
    SIGNATURE,
    TITLE,
    Look,
    paragraph,
    run,
    text_paragraph,
)
from cqpair.render.word.tables import table_xml
from cqpair.text import escape_control, full_width

_MOST_UPRIGHT = 8  # columns; a table of more needs the page lengthwise

_BLANK = paragraph(BODY)

_KEPT_BLANK = paragraph(BODY, layout=KEEP)

# No-break spaces: Word lets others hang over the margin where a line ends.
_TO_FILL_IN = "\u00a0" * 16

_FEW_LINES = 1000  # characters of XML

_UNDERLINED = '<w:u w:val="single"/>'


def parts(document: Document, room: Room) -> Iterator[Pages]:
    """The report, then its annexes; neighbours of one orientation are one part."""
    pieces = [Pages(False, "".join(_report(document, room)))]
    for no, annex in enumerate(document.annexes, 1):
        lengthwise, label = _is_wide(annex), annex_label(no, of=len(document.annexes))
        pieces.append(Pages(lengthwise, "".join(_annex(label, annex, room, lengthwise))))
    for lengthwise, group in groupby(pieces, key=lambda piece: piece.lengthwise):
        yield Pages(lengthwise, "".join(piece.xml for piece in group))


def _report(document: Document, room: Room) -> Iterator[str]:
    """The report proper: title, text, list of annexes and signature (GB/T 9704-2012, 7.3)."""
    yield _BLANK * 2  # 7.3.1: two lines below the red rule
    yield _title(TITLE, document.title, room.upright)
    if document.banner:
        yield text_paragraph(BANNER, document.banner)
    yield _BLANK
    *text, last = [*_blocks(document.blocks, room.upright)] or [_BLANK]
    yield from text
    yield _kept(last) if document.annexes or document.signature else last
    yield from _annex_list(document.annexes)
    yield from _signature(document.signature)


def _kept(block: str) -> str:
    """A block with the paragraph after it on its page, where it is a paragraph of a few lines."""
    plain = block.startswith("<w:p>") and KEEP not in block and len(block) < _FEW_LINES
    return block.replace("</w:pPr>", f"{KEEP}</w:pPr>", 1) if plain else block


def _title(look: Look, text: str, room: int) -> str:
    """A title, broken into lines where a reader would; `room` is how wide the text is, in twips."""
    lines = title_lines(escape_control(text), int(room / (look.size * 10)))
    return paragraph(look, "<w:r><w:br/></w:r>".join(run(line, look.font) for line in lines))


def _blocks(blocks: Iterable[Block], room: int) -> Iterator[str]:
    """The blocks; charts are left out, for their figures stand in the tables."""
    for block in blocks:
        match block:
            case Heading(text=text, level=level):
                yield text_paragraph(HEADINGS[level - 1], text)
            case Paragraph(text=text, alert=alert):
                leads_in = text.endswith("：")
                yield text_paragraph(ALERT if alert else BODY, text, KEEP if leads_in else "")
            case Listing():
                yield from _listing(block)
            case Table():
                yield table_xml(block, room)


def _listing(listing: Listing) -> Iterator[str]:
    """Items as paragraphs of the text, indented by two characters (7.3.3)."""
    for mark, item in listing.marked:
        yield text_paragraph(LISTING, f"{mark if listing.ordered else '•'} {item}")


def _annex_list(annexes: tuple[Annex, ...]) -> Iterator[str]:
    """附件： with the names one below the other, no mark behind them (7.3.4).

    They keep the signature with them and the last of the text before, so that neither stands
    alone on a page (7.3.5.5).
    """
    if not annexes:
        return
    yield _KEPT_BLANK
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


def _signature(lines: tuple[Signature, ...]) -> Iterator[str]:
    """The lines below the text, all on one page."""
    if lines:
        yield _KEPT_BLANK
    for n, line in enumerate(lines, 1):
        runs = [run(line.text, SIGNATURE.font)]
        if line.to_fill:
            runs.append(run(_TO_FILL_IN, SIGNATURE.font, _UNDERLINED))
        last = '<w:keepNext w:val="0"/>' if n == len(lines) else ""
        yield paragraph(SIGNATURE, *runs, layout=last)


def _is_wide(annex: Annex) -> bool:
    """Whether an annex needs a page on its side: one of its tables has too many columns."""
    tables = (block for block in annex.blocks if isinstance(block, Table))
    return any(len(table.columns) > _MOST_UPRIGHT for table in tables)


def _annex(name: str, annex: Annex, room: Room, lengthwise: bool) -> Iterator[str]:
    """An annex; what it says below a table is a note on it, in small letters."""
    width = room.lengthwise if lengthwise else room.upright
    yield text_paragraph(ANNEX, name)
    yield paragraph(BODY, layout=KEEP)
    yield _title(ANNEX_TITLE, annex.title, width)  # on the third line (7.3.7)
    below = False
    for block in annex.blocks:
        below = isinstance(block, Table) or (below and isinstance(block, Paragraph))
        if below and isinstance(block, Paragraph) and not block.alert:
            yield text_paragraph(NOTE, block.text)
        else:
            yield from _blocks((block,), width)


_MOST_LINES = 4

# What stays together, beside every run of Latin letters and digits.
_WHOLE = re.compile(
    r"“[^”]{1,10}”|《[^》]{1,16}》|（[^）]{1,10}）"
    r"|\d+年(?:第[一二三四]季度|[上下]半年)?|[一二三四]季度"
    r"|区县科协|科学技术协会|科协|区县|对口|协同|协作|发展|工作|情况|报告|汇总|活动|统计|结对|关于|重庆市?"
    r"|[!-~]+|."
)

_NOT_FIRST = "，。、；：？！）》”’的和与及"


def title_lines(text: str, most: int) -> list[str]:
    """`text` in as few lines of `most` half widths as hold it, their lengths as like as can be.

    What needs more than a few lines is no title any more, and is left to Word.
    """
    total = full_width(text)
    count = -(-total // most)
    pieces = list(_pieces(text)) if 1 < count <= _MOST_LINES else []
    for limit in range(-(-total // max(count, 1)), most + 1):
        lines = _filled(pieces, limit)
        if 1 < len(lines) <= count:
            return lines
    return [text]


def _pieces(text: str) -> Iterator[str]:
    """The pieces of a title between which a line may end; none begins with a mark that may not."""
    piece = ""
    for match in _WHOLE.finditer(text):
        if piece and match[0] not in _NOT_FIRST:
            yield piece
            piece = ""
        piece += match[0]
    yield piece


def _filled(pieces: list[str], limit: int) -> list[str]:
    """The pieces in lines of at most `limit`; a piece that is longer has a line for itself."""
    lines: list[str] = []
    for piece in pieces:
        if lines and full_width(lines[-1] + piece) <= limit:
            lines[-1] += piece
        else:
            lines.append(piece)
    return lines
