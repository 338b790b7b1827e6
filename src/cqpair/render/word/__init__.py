"""Word documents as offices file them: GB/T 9704-2012, with Word's own headings and captions.

Below: the package that a document is kept in, a blank one or an office's own, and its properties.
"""

from datetime import UTC
from io import BytesIO
from typing import NoReturn
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.packuri import PackURI
from docx.oxml.exceptions import XmlchemyError
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.parts.document import DocumentPart
from docx.parts.settings import SettingsPart
from docx.parts.styles import StylesPart

from cqpair.render.document import BaseDocumentError, Document
from cqpair.render.word.body import parts
from cqpair.render.word.page import add_banner, append, drop_lone_blank, number_pages, room, set_up
from cqpair.render.word.styles import add_fonts, add_styles
from cqpair.text import escape_control


def write_document(document: Document, base: bytes | None = None) -> bytes:
    """A document as .docx; with `base`, the .docx of an office, it follows after that one's text.

    What the base has stays: its pages, headers, footers and styles. Raises BaseDocumentError.
    """
    word = open_blank() if base is None else open_base(base)
    drop_lone_blank(word)
    feet = number_pages(word)
    if document.banner:
        add_banner(word, document.banner)
    append(word, parts(document, room(word.sections[-1])), feet)
    describe(word, document)
    return saved(word)


_MOST_BYTES = 64 * 1024 * 1024  # unpacked; a letterhead with pictures takes a few

_MOST_TITLE = 255  # python-docx takes no longer one

_NARROWEST = 2835  # 50 mm of text; on less no table can stand

_PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)

_BLANK = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_PARTS}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_PARTS}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_PARTS}.settings+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{_LINKS}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_LINKS}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_LINKS}/settings" Target="settings.xml"/></Relationships>',
    "word/document.xml": f"<w:document {nsdecls('w', 'r')}><w:body><w:sectPr/></w:body>"
    "</w:document>",
    "word/styles.xml": f"<w:styles {nsdecls('w')}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="仿宋" w:eastAsia="仿宋" w:hAnsi="仿宋" w:cs="仿宋"/>'
    '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:qFormat/></w:style>"
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    "</w:style></w:styles>",
    "word/settings.xml": f"<w:settings {nsdecls('w')}>"
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting'
    ' w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>',
}

_PLACES = (
    *("header", "even_page_header", "first_page_header"),
    *("footer", "even_page_footer", "first_page_footer"),
)

# lxml's faults of syntax are SyntaxErrors.
_BROKEN = (
    *(BadZipFile, PackageNotFoundError, XmlchemyError, SyntaxError, ZlibError),
    *(ValueError, LookupError, AttributeError, TypeError, OSError, EOFError),
    *(NotImplementedError, RuntimeError, AssertionError),
)


def open_blank() -> WordDocument:
    """An empty document: our page, fonts and styles, and what Word needs."""
    return _dressed(docx.Document(BytesIO(_zipped(_BLANK))), own=True)


def open_base(base: bytes) -> WordDocument:
    """The document of an office with our fonts and styles beside its own.

    BaseDocumentError with its reason: `not-docx`, `damaged` or `too-large`.
    """
    try:
        with ZipFile(BytesIO(base)) as archive:
            size = sum(info.file_size for info in archive.infolist())
            known = "[Content_Types].xml" in archive.namelist()
            safe = size > _MOST_BYTES or not any(
                b"<!DOCTYPE" in archive.read(name) for name in archive.namelist()
            )
    except _BROKEN as error:
        _refuse("not-docx", error)
    if not known:
        _refuse("not-docx")
    if size > _MOST_BYTES:
        _refuse("too-large")
    if not safe:  # entities: no Word writes them
        _refuse("damaged")
    try:
        word = docx.Document(BytesIO(base))
        _complete(word.part)
        _look_through(word)
        return _dressed(word, own=False)
    except _BROKEN as error:
        _refuse("damaged", error)


def _refuse(reason: str, error: Exception | None = None) -> NoReturn:
    """Raise the BaseDocumentError whose text is the name of the reason, `cli.base-…`."""
    raise BaseDocumentError(reason) from error


def _dressed(word: WordDocument, own: bool) -> WordDocument:
    """The document with our page, fonts and styles. ValueError where its pages are too narrow."""
    section = word.sections[-1]
    set_up(section)
    if min(space.width for space in room(section)) < _NARROWEST:
        raise ValueError
    add_fonts(word.part)
    add_styles(word, own)
    return word


def _complete(part: DocumentPart) -> None:
    """Give a document the styles and settings that it lacks.

    python-docx would read them from a template, by a path that a frozen program does not have.
    """
    for kind, name, content_type, link in (
        (StylesPart, "word/styles.xml", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES),
        (SettingsPart, "word/settings.xml", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS),
    ):
        if not any(rel.reltype == link for rel in part.rels.values()):
            root = parse_xml(_BLANK[name])
            part.relate_to(kind(PackURI(f"/{name}"), content_type, root, part.package), link)


def _look_through(word: WordDocument) -> None:
    """Touch what python-docx reads late, so that a fault shows here."""
    body = word.element.body
    body.get_or_add_sectPr()
    if not word.styles.element.tag.endswith("}styles"):
        raise ValueError
    _ = word.settings.odd_and_even_pages_header_footer, word.core_properties.title
    for section in word.sections:
        _ = section.start_type, section.footer_distance
        _ = section.different_first_page_header_footer
        for place in (getattr(section, name) for name in _PLACES):
            _ = place.is_linked_to_previous or place.paragraphs
    word.save(BytesIO())


def describe(word: WordDocument, document: Document) -> None:
    """Who made it, when and from what, as programs read it."""
    made_at = document.made_at
    if made_at.tzinfo:
        made_at = made_at.astimezone(UTC).replace(tzinfo=None)
    properties = word.core_properties
    properties.title = escape_control(document.title)[:_MOST_TITLE]
    properties.author = properties.last_modified_by = "cqpair"
    properties.created = properties.modified = made_at
    properties.language = "zh-CN"
    properties.comments = escape_control(document.origin)[:_MOST_TITLE]
    properties.revision = 1


def saved(word: WordDocument) -> bytes:
    """The bytes of the document, the same on every machine and at every time."""
    buffer = BytesIO()
    word.save(buffer)
    with ZipFile(buffer) as archive:
        return _zipped({name: archive.read(name) for name in sorted(archive.namelist())})


def _zipped(parts: dict[str, str] | dict[str, bytes]) -> bytes:
    """A package of these parts; the time of each is fixed, so that equal parts are equal bytes."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = ZipInfo(name, _ZIP_EPOCH)
            info.compress_type, info.create_system = ZIP_DEFLATED, 3
            archive.writestr(info, content)
    return buffer.getvalue()
