"""Titles, headings, paragraphs and lists, as WordprocessingML."""

from collections.abc import Iterator

from cqpair.render.document import Block, Heading, Listing, Paragraph, Table
from cqpair.render.word.fit import Beside, Space, fit, measure
from cqpair.render.word.lines import broken, title_lines
from cqpair.render.word.styles import (
    ALERT,
    BODY,
    HEADINGS,
    KAITI,
    KEEP,
    LISTING,
    Look,
    paragraph,
    run,
    text_paragraph,
)
from cqpair.render.word.tables import table_texts, table_xml
from cqpair.text import escape_control


def block_xml(block: Block, space: Space) -> Iterator[str]:
    """The paragraphs of a block; charts are left out, for their figures stand in the tables."""
    match block:
        case Heading(text=text, level=level):
            yield text_paragraph(HEADINGS[level - 1], text)
        case Paragraph():
            yield _paragraph(block)
        case Listing(marked=marked, ordered=ordered):
            for mark, item in marked:
                yield text_paragraph(LISTING, f"{mark if ordered else '•'} {item}")
        case Table():
            yield table_xml(block, fit(measure(block.columns, table_texts(block)), space, Beside()))


def _paragraph(block: Paragraph) -> str:
    """Sentences, below the heading that they have on their own line (7.3.3)."""
    look = ALERT if block.alert else BODY
    lead = [run(block.lead, KAITI)] if block.lead else []
    leads_in = KEEP if block.text.endswith("：") else ""
    return paragraph(look, *lead, run(block.text, look.font), layout=leads_in)


def title_xml(look: Look, text: str, room: int) -> str:
    """A title, broken into lines where a reader would; `room` is how wide the text is, in twips."""
    lines = title_lines(escape_control(text), int(room / (look.size * 10)))
    return paragraph(look, *broken(lines, look.font))
