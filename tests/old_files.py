"""Small files in formats that no library here writes: .xls (BIFF8 within OLE), .ods, .docx."""

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from struct import pack
from typing import NamedTuple

Value = str | float | bool | None
Cells = Mapping[tuple[int, int], Value]
"""Values by row and column from 1; a text that begins with `#` is an error."""

_ERRORS = {"#DIV/0!": 0x07, "#N/A": 0x2A}
_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


class OldSheet(NamedTuple):
    """A sheet of an .xls: number formats are codes, or the number of one that Excel builds in."""

    cells: Cells
    formats: Mapping[tuple[int, int], str | int] = {}
    merged: Iterable[tuple[int, int, int, int]] = ()  # top, bottom, left, right
    hidden_rows: Iterable[int] = ()
    hidden: bool = False
    more: bytes = b""


def xls(sheets: Mapping[str, OldSheet], epoch_1904: bool = False, more: bytes = b"") -> bytes:
    """A workbook of Excel 97; `more` are records put among those of the workbook."""
    return compound({"Workbook": _stream(sheets, epoch_1904, more)})


def record(kind: int, data: bytes = b"") -> bytes:
    """A record of BIFF."""
    return pack("<2H", kind, len(data)) + data


def compound(streams: Mapping[str, bytes]) -> bytes:
    """An OLE file whose streams lie side by side at its top, each filled up to 4096 bytes."""
    body, starts = b"", []
    chain: list[int] = []
    for content in streams.values():
        count = max(8, -(-len(content) // _SECTOR))
        starts.append((len(chain), count * _SECTOR))
        chain += [*range(len(chain) + 1, len(chain) + count), _END]
        body += content.ljust(count * _SECTOR, b"\0")
    entries = [_entry("Root Entry", 5, _FREE, 1, _END, 0)]
    for number, (name, (start, size)) in enumerate(zip(streams, starts, strict=True), 1):
        after = number + 1 if number < len(streams) else _FREE
        entries.append(_entry(name, 2, after, _FREE, start, size))
    directory = b"".join(entries)
    directory = directory.ljust(-(-len(directory) // _SECTOR) * _SECTOR, b"\0")
    first = len(chain)
    count = len(directory) // _SECTOR
    chain += [*range(first + 1, first + count), _END]
    tables = -(-(len(chain) + 4) // (_SECTOR // 4))
    at = len(chain)
    chain += [_FAT] * tables
    chain += [_FREE] * (tables * (_SECTOR // 4) - len(chain))
    listed = [*range(at, at + tables), *[_FREE] * (109 - tables)]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + pack("<5H", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(10) + pack("<8I", tables, first, 0, 4096, _END, 0, _END, 0)
    return header + pack("<109I", *listed) + body + directory + pack(f"<{len(chain)}I", *chain)


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    title = name.encode("utf-16-le")
    line = title.ljust(64, b"\0") + pack("<HBB3I", len(title) + 2, kind, 1, _FREE, right, child)
    return line + bytes(36) + pack("<3I", start, size, 0)


def _stream(sheets: Mapping[str, OldSheet], epoch_1904: bool, more: bytes) -> bytes:
    codes = sorted({str(c) for s in sheets.values() for c in s.formats.values()})
    ids = {code: int(code) if code.isdecimal() else 164 + i for i, code in enumerate(codes)}
    parts = [record(0x809, pack("<4H2I", 0x600, 5, 0, 0, 0, 6)), record(0x42, pack("<H", 1200))]
    parts += [record(0x22, pack("<H", epoch_1904)), more]
    parts += [record(0x31, pack("<5H4B", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + b"\1\0A")] * 5
    for code, number in ids.items():
        if not code.isdecimal():
            parts.append(record(0x41E, pack("<H", number) + _long(code)))
    for number in (0, *ids.values()):
        parts.append(record(0xE0, pack("<3H", 0, number, 0) + bytes(14)))
    bodies = [
        _sheet(sheet, {code: i for i, code in enumerate(codes, 1)}) for sheet in sheets.values()
    ]
    heads = [pack("<2B", sheet.hidden, 0) + _short(name) for name, sheet in sheets.items()]
    at = sum(map(len, parts)) + sum(8 + len(head) for head in heads) + 4
    for head, body in zip(heads, bodies, strict=True):
        parts.append(record(0x85, pack("<I", at) + head))
        at += len(body)
    return b"".join([*parts, record(0x0A), *bodies])


def _sheet(sheet: OldSheet, styles: Mapping[str, int]) -> bytes:
    parts = [record(0x809, pack("<4H2I", 0x600, 0x10, 0, 0, 0, 6))]
    parts += [
        record(0x208, pack("<6HI", row - 1, 0, 9, 255, 0, 0, 0x20)) for row in sheet.hidden_rows
    ]
    for (row, column), value in sheet.cells.items():
        style = styles.get(str(sheet.formats.get((row, column))), 0)
        parts.append(_cell(pack("<3H", row - 1, column - 1, style), value))
    spans = list(sheet.merged)
    ranges = (
        pack("<4H", top - 1, bottom - 1, left - 1, right - 1) for top, bottom, left, right in spans
    )
    parts += [record(0xE5, pack("<H", len(spans)) + b"".join(ranges)), sheet.more, record(0x0A)]
    return b"".join(parts)


def _cell(at: bytes, value: Value) -> bytes:
    match value:
        case None:
            return record(0x201, at)
        case bool():
            return record(0x205, at + pack("<2B", value, 0))
        case str() if value in _ERRORS:
            return record(0x205, at + pack("<2B", _ERRORS[value], 1))
        case str():
            return record(0x204, at + _long(value))
        case _:
            return record(0x203, at + pack("<d", value))


def _long(text: str) -> bytes:
    return pack("<HB", len(text), 1) + text.encode("utf-16-le")


def _short(text: str) -> bytes:
    return pack("<2B", len(text), 1) + text.encode("utf-16-le")


ODS = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "number": "datastyle",
    }.items()
)


def ods(tables: str, styles: str = "", before: str = "", **parts: bytes) -> bytes:
    """An OpenDocument sheet with these `<table:table>`s and automatic styles."""
    content = (
        f"{before}<office:document-content {_NAMES} "
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    return zipped({"mimetype": ODS.encode(), "content.xml": content.encode(), **parts})


def ods_table(*rows: str, name: str = "表", more: str = "") -> str:
    """A sheet of rows; `more` are its attributes."""
    return f'<table:table table:name="{name}" {more}>{"".join(rows)}</table:table>'


def ods_row(*cells: str, more: str = "") -> str:
    """A row of cells, or of texts."""
    made = [cell if cell.startswith("<") else ods_cell(cell) for cell in cells]
    return f"<table:table-row {more}>{''.join(made)}</table:table-row>"


def ods_cell(text: str, kind: str = "string", more: str = "") -> str:
    """A cell that shows `text`."""
    shown = f"<text:p>{text}</text:p>" if text else ""
    return f'<table:table-cell office:value-type="{kind}" {more}>{shown}</table:table-cell>'


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """An archive of these files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(body: str) -> bytes:
    """A Word document with this in its body, for what python-docx does not write."""
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<w:document xmlns:w="{name}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": document.encode()})
