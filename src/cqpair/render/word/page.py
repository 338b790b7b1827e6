"""The page of an official document, upright and lengthwise (GB/T 9704-2012, 5.2.1 and 8)."""

from collections.abc import Iterable
from copy import deepcopy
from typing import NamedTuple

from docx.document import Document as WordDocument
from docx.enum.section import WD_HEADER_FOOTER, WD_ORIENTATION, WD_SECTION_START
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.oxml.section import CT_SectPr
from docx.section import Section
from docx.shared import Length, Mm, Twips

_DEFAULT_MARGIN = Twips(1440)


class Room(NamedTuple):
    """How wide the text is, in twips, on a page upright and lengthwise."""

    upright: int
    lengthwise: int


class Part(NamedTuple):
    """What stands on pages of one orientation, as WordprocessingML."""

    lengthwise: bool
    xml: str


Feet = dict[bool, tuple[tuple[WD_HEADER_FOOTER, str], ...]]
"""The footers of our own, by whether the page is lengthwise: their kinds and ids."""


def set_up(section: Section) -> None:
    """A4 with a text of 156 × 225 mm, unless the section has a page of its own."""
    if section.page_width and section.page_height:
        return
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance = Mm(15)
    # The line of the number is 6.35 mm high; its dashes stand 7 mm below the text (7.5).
    section.footer_distance = Mm(25)
    section.gutter = Mm(0)


def room(section: Section) -> Room:
    """The room for text on the page of `section`, and when it is turned."""
    return Room(_text_width(section), _text_width(turned(section)))


def _text_width(section: Section) -> int:
    sides = _margin(section.left_margin) + _margin(section.right_margin)
    return int(((section.page_width or 0) - sides) / Twips(1))


def _margin(length: Length | None) -> Length:
    return _DEFAULT_MARGIN if length is None else length


def turned(section: Section) -> Section:
    """The section with its page lengthwise: the head of a table is at the left of the sheet (8).

    Bound with the others and read upright, its margins are theirs. A page that lies already stays.
    """
    new = Section(deepcopy(section._sectPr), section._document_part)
    width, height = section.page_width, section.page_height
    if width is None or height is None or width > height:
        return new
    new.page_width, new.page_height, new.orientation = height, width, WD_ORIENTATION.LANDSCAPE
    new.top_margin, new.right_margin = section.left_margin, section.top_margin
    new.bottom_margin, new.left_margin = section.right_margin, section.bottom_margin
    return new


def append(word: WordDocument, parts: Iterable[Part], feet: Feet) -> None:
    """The parts after what the document holds, a section each; headers go on."""
    pattern = word.sections[-1]
    upright, lengthwise = _following(pattern), _following(turned(pattern))
    body = word.element.body
    for n, part in enumerate(parts):
        if n:
            ended = body.sectPr
            ended.getprevious().set_sectPr(ended)
            following = deepcopy(lengthwise if part.lengthwise else upright)
            for kind, link in feet.get(part.lengthwise, ()):
                following.add_footerReference(kind, link)
            body.append(following)
        for element in parse_xml(f"<w:body {nsdecls('w')}>{part.xml}</w:body>"):
            # A copy declares its own namespaces: moved without, a long table takes lxml minutes.
            body.sectPr.addprevious(deepcopy(element))


def _following(section: Section) -> CT_SectPr:
    """A section that goes on: no title page of its own, no new count of pages."""
    new = Section(deepcopy(section._sectPr), section._document_part)
    new.start_type = WD_SECTION_START.NEW_PAGE
    new.different_first_page_header_footer = False
    sect = new._sectPr
    for element in sect.xpath("w:headerReference|w:footerReference|w:pgNumType"):
        sect.remove(element)
    return sect


def drop_lone_blank(word: WordDocument) -> None:
    """An empty paragraph that is all a document holds leaves no blank line before the report."""
    held = word.element.body.xpath("*[not(self::w:sectPr)]")
    if len(held) == 1 and held[0].xpath("self::w:p[not(w:*[not(self::w:pPr)] or w:pPr/w:sectPr)]"):
        held[0].getparent().remove(held[0])
