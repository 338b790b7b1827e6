"""Packed files (.xlsx, .docx, .ods): how large one may be, and its XML parts without entities."""

import re
import zipfile
from io import BytesIO

MOST_BYTES = 100 * 2**20
"""Bytes that the files within a return may come to; one with photographs has about 20 MB."""


MOST_PARTS = 10_000
"""Files that a return may consist of."""


_SHEETS, _TEXTS = "xl/worksheets/", "xl/sharedStrings.xml"


_LARGE = 2**18  # bytes of a part from which on it is looked into before it is read


_BLANK_CELL = re.compile(rb'<c (?=[^>]*\br=")[^>/]*(?:/>|></c>)')


_BLANK_ROW = re.compile(rb"<row(?: [^>]*)?(?:/>|></row>)")


_MOST_IN_ROW = 2 * 16_384


_MOST_TAGS = {_TEXTS: 2_000_000}


_MOST_OTHER_TAGS = 300_000  # 60,000 styles, the most that Excel keeps, are about 200,000


_MOST_XML = 32 * 2**20  # of one part; a full sheet of 200,000 cells comes to about 20 MB


class TooLargeError(Exception):
    """A file would unpack to more than is unpacked: to more than `most` MB."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most // 2**20


class TooManyCellsError(Exception):
    """A sheet has more filled cells than are read."""


class DamagedError(ValueError):
    """A part is missing, or is not what its format allows."""


def parts_of(data: bytes) -> list[str]:
    """The names of the files in an archive.

    TooLargeError where they are too many or declare too many bytes; no more than is declared is
    ever unpacked. One of zipfile's errors for a damaged archive.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
            raise TooLargeError(MOST_BYTES)
        return [part.filename for part in parts]


def xml_of(data: bytes, part: str) -> bytes:
    """One XML part, unpacked. KeyError where there is none.

    DamagedError where it declares entities, which no office program does.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if archive.getinfo(part).file_size > _MOST_XML:
            raise TooLargeError(_MOST_XML)
        xml = archive.read(part)
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or b"\0" in xml:  # \0: in UTF-16, which hides them
        raise DamagedError(part)
    return xml


def slim_workbook(data: bytes, most_cells: int) -> bytes:
    """The workbook without cells that are formatted and hold nothing; `data` where it is small.

    Somebody who formats 100,000 rows makes openpyxl read for half a minute. TooManyCellsError or
    DamagedError for what would keep it still longer, and is found by counting.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        large = {part.filename for part in archive.infolist() if part.file_size > _LARGE}
        if not large:
            return data
        slim = BytesIO()
        with zipfile.ZipFile(slim, "w") as target:
            for name in dict.fromkeys(archive.namelist()):
                part = archive.read(name)
                if name in large and name.endswith(".xml"):
                    part = _checked(name, part, most_cells)
                target.writestr(name, part)
    return slim.getvalue()


def _checked(name: str, part: bytes, most_cells: int) -> bytes:
    if not name.startswith(_SHEETS):
        if part.count(b"<") > _MOST_TAGS.get(name, _MOST_OTHER_TAGS):
            raise TooLargeError(_MOST_XML)
        return part
    if part.count(b"<v>") + part.count(b"<is>") > most_cells:
        raise TooManyCellsError
    part = _BLANK_ROW.sub(b"", _BLANK_CELL.sub(b"", part))
    for row in part.split(b"<row"):
        if row.count(b"<c") > _MOST_IN_ROW:
            raise DamagedError(name)
    return part
