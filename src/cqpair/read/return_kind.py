"""What a file is that an office sent: told by its content, since suffixes are wrong as often."""

import re
from enum import Enum

from cqpair.read.compound import Compound
from cqpair.read.packed import TooLargeError, parts_of, xml_of
from cqpair.read.sheet_file import OLE, STRICT, ZIP


class Kind(Enum):
    """What a file turns out to be.

    The first six are read; the value of each other names the sentence that says why it is not.
    """

    WORKBOOK = ".xlsx"
    OLD_WORKBOOK = ".xls"
    OPEN_SHEET = ".ods"
    WORD = ".docx"
    LIST = ".yaml"
    TEXT = ".csv"
    EMPTY = "empty"
    LOCKED = "locked"
    STRICT = "strict"
    BINARY_WORKBOOK = "binary-workbook"
    OLD_WORD = "old-word"
    RICH_TEXT = "rich-text"
    OPEN_TEXT = "open-text"
    SLIDES = "slides"
    WEB_PAGE = "web-page"
    FIXED_LAYOUT = "fixed-layout"
    PICTURE = "picture"
    ARCHIVE = "archive"
    APPLE = "apple"
    TOO_LARGE = "too-large"
    BROKEN = "broken"
    UNKNOWN = "unknown"


_BEGINNINGS = (
    (b"%PDF", Kind.FIXED_LAYOUT),
    (b"{\\rtf", Kind.RICH_TEXT),
    (b"\x89PNG", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
    (b"BM", Kind.PICTURE),
    (b"II*\0", Kind.PICTURE),
    (b"MM\0*", Kind.PICTURE),
    (b"Rar!", Kind.ARCHIVE),
    (b"7z\xbc\xaf", Kind.ARCHIVE),
    (b"\x1f\x8b", Kind.ARCHIVE),
    (b"PK\x05\x06", Kind.ARCHIVE),
    (b"PK\x07\x08", Kind.ARCHIVE),
)


_OLE_STREAMS = (
    ("EncryptedPackage", Kind.LOCKED),
    ("Workbook", Kind.OLD_WORKBOOK),
    ("Book", Kind.OLD_WORKBOOK),
    ("WordDocument", Kind.OLD_WORD),
    ("PowerPoint Document", Kind.SLIDES),
)
"""The streams that tell what an OLE file is."""


_PARTS = (
    ("OFD.xml", Kind.FIXED_LAYOUT),
    ("xl/workbook.bin", Kind.BINARY_WORKBOOK),
    ("xl/", Kind.WORKBOOK),
    ("word/", Kind.WORD),
    ("ppt/", Kind.SLIDES),
    ("content.xml", Kind.OPEN_SHEET),
    ("Index/", Kind.APPLE),
    ("Index.zip", Kind.APPLE),
)
"""How the name of a part begins that tells what a packed file is."""


_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<meta", b"<style", b"mime-version:")


_UTF16 = (b"\xff\xfe", b"\xfe\xff")


_LOOKED_AT = 4000


_JSON = re.compile(rb"\s*(\[\s*[\[{\]\"]|\{\s*[\"}])")


_YAML = re.compile(rb"(?:\s*(?:#[^\n]*|---[^\n]*)?\n)*(?:-\s*\n|- *\{|- +[^\s:][^\n:]*:(?:\s|$))")


def kind_of(data: bytes) -> Kind:
    """What the bytes of a file are. Nothing is unpacked but lists of parts and small ones."""
    if not data.strip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"):
        return Kind.EMPTY
    if data.startswith(ZIP):
        return _packed(data)
    if data.startswith(OLE):
        return _ole(data)
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning) and not (kind is Kind.PICTURE and _is_text(data)):
            return kind
    if data[4:8] == b"ftyp" or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        return Kind.PICTURE
    return _text(data)


def _text(data: bytes) -> Kind:
    head = data[:_LOOKED_AT]
    if head.startswith(_UTF16):  # as Excel saves “Unicode text”
        return Kind.TEXT
    if not _is_text(head):
        return Kind.UNKNOWN
    head = head.removeprefix(b"\xef\xbb\xbf")
    if head.lstrip().lower().startswith(_MARKUP):
        return Kind.WEB_PAGE
    return Kind.LIST if _JSON.match(head) or _YAML.match(head) else Kind.TEXT


def _is_text(data: bytes) -> bool:
    return not any(byte < 9 or 13 < byte < 32 for byte in data[:_LOOKED_AT])


def _packed(data: bytes) -> Kind:
    try:
        parts = parts_of(data)
        kind = next((k for begins, k in _PARTS if any(p.startswith(begins) for p in parts)), None)
        if kind is Kind.WORKBOOK and "xl/workbook.xml" in parts:
            return Kind.STRICT if STRICT in xml_of(data, "xl/workbook.xml") else kind
        return _open_document(data, parts) if kind is Kind.OPEN_SHEET else kind or Kind.ARCHIVE
    except TooLargeError:
        return Kind.TOO_LARGE
    except Exception:  # a damaged archive fails in as many ways as it has parts
        return Kind.BROKEN


def _open_document(data: bytes, parts: list[str]) -> Kind:
    manifest = "META-INF/manifest.xml"
    if manifest in parts and b"encryption-data" in xml_of(data, manifest):
        return Kind.LOCKED
    return Kind.OPEN_SHEET if b":spreadsheet" in xml_of(data, "content.xml") else Kind.OPEN_TEXT


def _ole(data: bytes) -> Kind:
    """By the streams that lie at the top: a sheet within a letter makes it no sheet."""
    try:
        streams = Compound(data).streams
    except Exception:  # as above
        return Kind.BROKEN
    return next((kind for name, kind in _OLE_STREAMS if name in streams), Kind.UNKNOWN)
