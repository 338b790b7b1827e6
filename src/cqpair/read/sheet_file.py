"""Workbooks: every sheet that holds something is a grid, its cells the texts a clerk sees."""

import warnings
from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from io import BytesIO
from typing import TYPE_CHECKING, Any

from cqpair.read.number_format import CHINESE_DATES, date_parts, day_text, is_day_name, shown
from cqpair.read.sheet_grid import BeyondError, MergedRange, Sheet, check_inside, grid_of
from cqpair.source import Fault, Grid, Place, Reject

if TYPE_CHECKING:
    from openpyxl import Workbook


MOST_CELLS = 5_000_000
"""Filled cells that are read of one sheet; 100,000 records with every column are 2,200,000."""


_1904_SHIFT = 1462


def read_records(
    path: str, data: bytes, most_cells: int = MOST_CELLS
) -> tuple[list[Grid], list[Reject]]:
    """The grids of a workbook. Row numbers are the sheet's own, leading blank rows included.

    A sheet with more than `most_cells` filled cells is not read, nor is its workbook.
    """
    content = content_of(data)
    if content is not Content.WORKBOOK:
        params = {"most": MOST_UNPACKED // 2**20, "parts": MOST_PARTS}
        return [], [Reject(Fault.UNREADABLE, Place(path), f"read.{content.value}", params)]
    grids: list[Grid] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of features that hold no records
            shift, sheets = _sheets(data, most_cells)
            grids += [grid for sheet in sheets if (grid := grid_of(path, sheet, shift))]
    except BeyondError as beyond:
        return [], [Reject(Fault.UNREADABLE, Place(path), beyond.key, beyond.params)]
    except Exception:  # a damaged archive fails in as many ways as it has parts
        return [], [Reject(Fault.UNREADABLE, Place(path), "read.broken")]
    if not any(not grid.hidden for grid in grids):
        return grids, [Reject(Fault.MISSING_VALUE, Place(path), "read.no-cells")]
    return grids, []


def _sheets(data: bytes, most_cells: int) -> "tuple[int, Iterator[Sheet]]":
    """How far the workbook's days are from those of 1900, and its sheets one by one."""
    from openpyxl import load_workbook
    from openpyxl.utils.datetime import MAC_EPOCH

    book = load_workbook(BytesIO(data), read_only=True)
    shift = _1904_SHIFT if book.epoch == MAC_EPOCH else 0
    return shift, (_sheet(book, sheet, most_cells) for sheet in book.worksheets)


def _sheet(book: "Workbook", sheet: Any, most_cells: int) -> Sheet:
    """A sheet in one pass over its part; a second one where formulas may have no value."""
    part = book._archive.read(sheet._worksheet_path)  # type: ignore[attr-defined]
    rows, parser = _cells(book, sheet, part, most_cells)
    ranges = parser.merged_cells.mergeCell if parser.merged_cells else ()
    return Sheet(
        sheet.title,
        sheet.sheet_state != "visible",
        {row: rows[row] for row in sorted(rows)},
        [MergedRange(str(merged.ref), *merged.bounds) for merged in ranges],
        frozenset(
            int(row)
            for row, kept in parser.row_dimensions.items()
            if kept.get("hidden") in ("1", "true")
        ),
    )


def _cells(
    book: "Workbook", sheet: Any, part: bytes, most_cells: int
) -> "tuple[dict[int, dict[int, str]], Any]":
    """The texts of a sheet's cells: the values Excel kept, else the formulas.

    A formula that was never calculated has no value; its text stands for it, so that it is told
    as a bad value and not taken for a blank.
    """
    rows: dict[int, dict[int, str]] = {}
    count = 0
    formulas = _formulas(book, sheet, part) if b"<f" in part or b":f" in part else {}
    parser = _parser(book, sheet, part, data_only=True)
    for row, cells in parser.parse():
        texts = rows.get(row, {})
        for cell in cells:
            at = cell["column"]
            text = _text(book, cell) or formulas.get((row, at), "")
            if text.strip():
                check_inside(sheet.title, row, at)
                texts[at] = text
        if texts:
            count += len(texts)
            rows[row] = texts
        if count > most_cells:
            raise BeyondError("read.too-many-cells", sheet=sheet.title, most=most_cells)
    return rows, parser


def _formulas(book: "Workbook", sheet: Any, part: bytes) -> dict[tuple[int, int], str]:
    parser = _parser(book, sheet, part, data_only=False)
    return {
        (row, cell["column"]): str(getattr(cell["value"], "text", cell["value"]))
        for row, cells in parser.parse()
        for cell in cells
        if cell["data_type"] == "f"
    }


def _parser(book: "Workbook", sheet: Any, part: bytes, data_only: bool) -> Any:
    """The parser of openpyxl of a sheet, which passes over blank cells and fills no gaps."""
    from openpyxl.worksheet._reader import WorkSheetParser

    class FilledCells(WorkSheetParser):
        """Formatted cells that hold nothing cost nothing."""

        def parse_row(self, row: Any) -> Any:
            row[:] = [cell for cell in row if len(cell) or not cell.get("r")]
            return super().parse_row(row)

    return FilledCells(
        BytesIO(part),
        sheet._shared_strings,
        data_only=data_only,
        epoch=book.epoch,
        date_formats=book._date_formats,  # type: ignore[attr-defined]
        timedelta_formats=book._timedelta_formats,  # type: ignore[attr-defined]
    )


def _text(book: "Workbook", cell: dict[str, Any]) -> str:
    """What a cell shows, but with all its digits, and with the year of its day."""
    match cell["value"]:
        case None:
            return ""
        case bool() as flag:
            return "是" if flag else "否"
        case int() | float() as number:
            style = book._cell_styles[cell["style_id"]]  # type: ignore[attr-defined]
            if parts := CHINESE_DATES.get(style.numFmtId):
                return _serial_text(number, parts, book.epoch)
            code = _format(book, style)
            if is_day_name(code):
                return _serial_text(number, date_parts(code), book.epoch)
            return shown(number, code)
        case date() as day:
            style = book._cell_styles[cell["style_id"]]  # type: ignore[attr-defined]
            return day_text(day, date_parts(_format(book, style)))
        case value:
            return str(value)


def _format(book: "Workbook", style: Any) -> str:
    """The code of a cell's number format."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE

    if style.numFmtId < BUILTIN_FORMATS_MAX_SIZE:
        return BUILTIN_FORMATS.get(style.numFmtId, "General")
    codes = book._number_formats  # type: ignore[attr-defined]
    return str(codes[style.numFmtId - BUILTIN_FORMATS_MAX_SIZE])


def _serial_text(number: float, parts: str, epoch: datetime) -> str:
    """A number in one of Excel's Chinese date formats, as the day that the cell shows."""
    from openpyxl.utils.datetime import from_excel

    try:
        moment = from_excel(number, epoch)
    except (OverflowError, ValueError):
        return f"#{number}"  # a cell of hashes, which is neither a date nor a figure
    return day_text(moment, parts) if isinstance(moment, date) else str(moment)


ZIP = b"PK\x03\x04"
"""How .xlsx, .docx and every other packed file begins."""


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How .xls, .doc and every other compound file begins."""


_ENCRYPTED = b"".join(bytes((letter, 0)) for letter in b"EncryptedPackage")


STRICT = b"purl.oclc.org/ooxml"
"""What a workbook names that is saved as Strict Open XML."""


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
    if data.startswith(OLE):
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
            return Content.STRICT if STRICT in book else Content.WORKBOOK
    except Exception:  # a damaged archive fails in as many ways as it has parts
        return Content.BROKEN


def _is_text(head: bytes) -> bool:
    return not any(byte < 9 or 13 < byte < 32 for byte in head)
