"""The page of an official document, upright and lengthwise (GB/T 9704-2012, 5.2.1 and 8)."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import NamedTuple, Protocol

from docx.document import Document as WordDocument
from docx.enum.section import WD_HEADER_FOOTER, WD_ORIENTATION, WD_SECTION_START
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.oxml.section import CT_SectPr
from docx.parts.hdrftr import FooterPart, HeaderPart
from docx.parts.story import StoryPart
from docx.section import Section
from docx.shared import Length, Mm, Twips

from cqpair.render.word.fit import Space
from cqpair.render.word.styles import (
    BANNER,
    END,
    PAGE_NUMBER,
    field,
    paragraph,
    run,
    text_paragraph,
)

_DEFAULT_MARGIN = Twips(1440)


class Room(NamedTuple):
    """The room for text on a page upright and lengthwise."""

    upright: Space
    lengthwise: Space


class Pages(NamedTuple):
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
    return Room(_space(section), _space(turned(section)))


def _space(section: Section) -> Space:
    """The room for text on the pages of a section."""
    beside = _margin(section.left_margin) + _margin(section.right_margin)
    # Word takes a negative margin as one that a header cannot move.
    above = abs(_margin(section.top_margin)) + abs(_margin(section.bottom_margin))
    width, height = (section.page_width or 0) - beside, (section.page_height or 0) - above
    return Space(int(width / Twips(1)), int(height / Twips(1)))


def _margin(length: Length | None) -> Length:
    """A margin, or Word's own where the document has none."""
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


def append(word: WordDocument, parts: Iterable[Pages], feet: Feet) -> None:
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


_ODD, _EVEN = WD_HEADER_FOOTER.PRIMARY, WD_HEADER_FOOTER.EVEN_PAGE

_FIRST = WD_HEADER_FOOTER.FIRST_PAGE

_SAYS = "|".join(
    f".//w:{name}"
    for name in ("t", "instrText", "fldSimple", "pgNum", "drawing", "pict", "object", "tbl", "pBdr")
)

_LINE = PAGE_NUMBER.line


class _Place(Protocol):
    """A header or footer of one kind of page."""

    is_linked_to_previous: bool

    @property
    def part(self) -> XmlPart: ...


def number_pages(word: WordDocument) -> Feet:
    """Our page numbers, odd ones right and even ones left (7.5); none if there are footers."""
    if _has_footer(word):
        return {}
    section = word.sections[-1]
    if not word.settings.odd_and_even_pages_header_footer:
        _same_header_on_even_pages(word)
        word.settings.odd_and_even_pages_header_footer = True
    _put_footer(word, section.footer, _ODD, _number(even=False))
    _put_footer(word, section.even_page_footer, _EVEN, _number(even=True))
    if section.different_first_page_header_footer:
        _put_footer(word, section.first_page_footer, _FIRST, _number(even=False))
    references = section._sectPr.xpath("w:footerReference")
    upright = tuple((reference.type_, reference.rId) for reference in references)
    return {False: upright, True: _turned_feet(word)}


def _has_footer(word: WordDocument) -> bool:
    """Whether any footer of the document says something of its own."""
    return any(
        not footer.is_linked_to_previous and footer.part.element.xpath(_SAYS)
        for section in word.sections
        for footer in (section.footer, section.even_page_footer, section.first_page_footer)
    )


def _same_header_on_even_pages(word: WordDocument) -> None:
    """Odd and even pages had one header until now, and shall have it still."""
    for section in word.sections:
        sect = section._sectPr
        for stale in sect.xpath("w:headerReference[@w:type='even']"):
            sect.remove(stale)
        for header in sect.xpath("w:headerReference[@w:type='default']"):
            sect.add_headerReference(_EVEN, header.rId)


def _number(even: bool) -> str:
    """— 1 — with one character beside it."""
    font = PAGE_NUMBER.font
    side = "left" if even else "right"
    indent = f'<w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/>'
    return paragraph(
        PAGE_NUMBER, run("— ", font), field("PAGE", "1", font), run(" —", font), layout=indent
    )


def _turned_feet(word: WordDocument) -> tuple[tuple[WD_HEADER_FOOTER, str], ...]:
    """Numbers where they are on other pages once the sheet is bound: at the left, turned (8)."""
    section = turned(word.sections[-1])
    return tuple(
        (kind, _new_part(word, FooterPart, _turned_number(section, _number(even=kind is _EVEN))))
        for kind in (_ODD, _EVEN)
    )


def _turned_number(section: Section, number: str) -> str:
    """A floating cell beside the text, as high as it, written from top to bottom."""
    top, bottom, page = map(
        _twips, (section.top_margin, section.bottom_margin, section.page_height)
    )
    height = page - top - bottom
    return (
        '<w:tbl><w:tblPr><w:tblpPr w:vertAnchor="page" w:horzAnchor="page"'
        f' w:tblpX="{_twips(section.footer_distance)}" w:tblpY="{top}"/>'
        f'<w:tblW w:w="{_LINE}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{_LINE}"/></w:tblGrid>'
        f'<w:tr><w:trPr><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>'
        f'<w:tc><w:tcPr><w:tcW w:w="{_LINE}" w:type="dxa"/><w:tcMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
        f'<w:textDirection w:val="tbRl"/></w:tcPr>{number}</w:tc></w:tr></w:tbl>'
        f"{paragraph(END)}"
    )


def _twips(length: Length | None) -> int:
    """A length in twips (1/1440 inch); nought where there is none."""
    return 0 if length is None else length.twips


def add_banner(word: WordDocument, banner: str) -> None:
    """The banner on every page, below what the headers hold already."""
    for header in _headers(word):
        put = _add if header.part.element.xpath(_SAYS) else _replace
        put(header.part, text_paragraph(BANNER, banner))


def _headers(word: WordDocument) -> Iterator[_Place]:
    """The headers in use, each once; the first section has them all."""
    seen = set()
    both = word.settings.odd_and_even_pages_header_footer
    for n, section in enumerate(word.sections):
        for used, kind, header in (
            (True, _ODD, section.header),
            (both, _EVEN, section.even_page_header),
            (section.different_first_page_header_footer, _FIRST, section.first_page_header),
        ):
            own = not header.is_linked_to_previous
            if not used or (n and not own):
                continue
            if not own:
                section._sectPr.add_headerReference(kind, _new_part(word, HeaderPart, ""))
            if header.part.partname not in seen:
                yield header
            seen.add(header.part.partname)


def _put_footer(word: WordDocument, footer: _Place, kind: WD_HEADER_FOOTER, content: str) -> None:
    """Give the last section a footer with this content."""
    if footer.is_linked_to_previous:
        sect = word.sections[-1]._sectPr
        sect.add_footerReference(kind, _new_part(word, FooterPart, content))
    else:
        _replace(footer.part, content)


_OWN: dict[type[StoryPart], tuple[str, str, str, str]] = {
    HeaderPart: ("header", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER, "hdr"),
    FooterPart: ("footer", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER, "ftr"),
}


def _new_part(word: WordDocument, kind: type[StoryPart], content: str) -> str:
    """The id of a new header or footer.

    python-docx would read it from a template, by a path that a frozen program does not have.
    """
    package = word.part.package
    name, content_type, link, tag = _OWN[kind]
    root = parse_xml(f"<w:{tag} {nsdecls('w')}>{content}</w:{tag}>")
    part = kind(package.next_partname(f"/word/{name}%d.xml"), content_type, root, package)
    return word.part.relate_to(part, link)


def _replace(part: XmlPart, content: str) -> None:
    """Put `content`, XML of WordprocessingML, in place of all that a part holds."""
    for element in list(part.element):
        part.element.remove(element)
    _add(part, content)


def _add(part: XmlPart, content: str) -> None:
    """Put `content` behind what a part holds."""
    part.element.extend(list(parse_xml(f"<w:ftr {nsdecls('w')}>{content}</w:ftr>")))
