"""What a file really is, told by its bytes, not by its suffix; and whether it is safe to unpack."""

from enum import Enum
from io import BytesIO

ZIP = b"PK\x03\x04"
"""How .xlsx, .docx and every other packed file begins."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = b"".join(bytes((letter, 0)) for letter in b"EncryptedPackage")
_STRICT = b"purl.oclc.org/ooxml"
_MARKUP = (b"<!doctype html", b"<html", b"<?xml", b"<table")

MOST_UNPACKED = 256 * 2**20
"""Bytes that the parts of a workbook may come to; 100,000 records come to about 80 MB."""

MOST_PARTS = 10_000
"""Files that a workbook may consist of."""


class Content(Enum):
    """What a file that should be a workbook turns out to be."""

    WORKBOOK = "workbook"
    STRICT = "strict"
    LOCKED = "locked"
    OLD_WORKBOOK = "old"
    WORD = "word"
    OPEN_DOCUMENT = "open-document"
    WEB_PAGE = "web-page"
    TEXT = "text"
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    BROKEN = "broken"


def content_of(data: bytes) -> Content:
    """What the bytes of a file are. Nothing is unpacked but the list of parts and one of them."""
    if not data:
        return Content.EMPTY
    if data.startswith(_OLE):
        return Content.LOCKED if _ENCRYPTED in data else Content.OLD_WORKBOOK
    if data.startswith(ZIP):
        return _packed(data)
    head = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_MARKUP):
        return Content.WEB_PAGE
    return Content.TEXT if _is_text(data[:4000]) else Content.BROKEN


def _packed(data: bytes) -> Content:
    import zipfile  # of workbooks only

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = {part.filename: part.file_size for part in archive.infolist()}
            if sum(parts.values()) > MOST_UNPACKED or len(parts) > MOST_PARTS:
                return Content.TOO_LARGE
            if "content.xml" in parts:
                return Content.OPEN_DOCUMENT
            if any(name.startswith("word/") for name in parts):
                return Content.WORD
            book = archive.read("xl/workbook.xml") if "xl/workbook.xml" in parts else b""
            return Content.STRICT if _STRICT in book else Content.WORKBOOK
    except Exception:  # a damaged archive fails in as many ways as it has parts
        return Content.BROKEN


def _is_text(head: bytes) -> bool:
    return not any(byte < 9 or 13 < byte < 32 for byte in head)
