"""Workbooks of Excel 97–2003 (.xls, and .et of WPS): each cell the text that a clerk sees.

xlrd takes the stream apart; before that its records are counted here, since a crafted one of a
few megabytes would keep xlrd for minutes. A formula that was never calculated cannot be told from
one that gives an empty text; the programs that write this format always calculate.
"""

from datetime import timedelta
from io import StringIO
from struct import unpack_from
from typing import TYPE_CHECKING, Any

from cqpair.read.compound import Compound
from cqpair.read.number_format import CHINESE_DATES, date_parts, day_text, is_day_name, shown
from cqpair.read.sheet_file import MOST_CELLS
from cqpair.read.sheet_grid import BeyondError, MergedRange, Sheet, grid_of, range_of
from cqpair.source import Fault, Grid, Place, Reject

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet as XlrdSheet


_STREAMS = ("Workbook", "Book")


_FILE_PASS, _SHARED_TEXTS, _MANY_NUMBERS, _MANY_BLANKS, _BLANK = 0x2F, 0xFC, 0xBD, 0xBE, 0x201


_FILLED = {0x03, 0x04, 0x05, 0x06, 0x203, 0x204, 0x205, 0x206, 0x406, 0x27E, 0xFD, 0xD6}


_BLANKS, _RECORDS = 5, 5  # blank cells, and records of any kind, for each filled cell allowed


_1904_SHIFT = 1462


_LAST_DAY = 2_958_466  # 9999-12-31 and its hours


def read_records(
    path: str, data: bytes, most_cells: int = MOST_CELLS
) -> tuple[list[Grid], list[Reject]]:
    """The grids of a workbook. Row numbers are the sheet's own, leading blank rows included.

    A workbook with more than `most_cells` filled cells is not read.
    """
    try:
        compound = Compound(data)
        stream = compound.read(next(name for name in _STREAMS if name in compound.streams))
        if why := _refused(path, stream, most_cells):
            return [], [why]
        grids = _grids(path, stream)
    except BeyondError as beyond:
        return [], [Reject(Fault.UNREADABLE, Place(path), beyond.key, beyond.params)]
    except Exception:  # a damaged file fails in as many ways as it has records
        return [], [Reject(Fault.UNREADABLE, Place(path), "read.broken")]
    if not any(not grid.hidden for grid in grids):
        return grids, [Reject(Fault.MISSING_VALUE, Place(path), "read.no-cells")]
    return grids, []


def _refused(path: str, stream: bytes, most_cells: int) -> Reject | None:
    """Why the records of a workbook are not read, told from their kinds and sizes alone."""
    filled = blank = records = at = 0
    while (
        at + 4 <= len(stream) and max(filled, blank // _BLANKS, records // _RECORDS) <= most_cells
    ):
        kind, size = unpack_from("<2H", stream, at)
        if kind == _FILE_PASS:
            return Reject(Fault.UNREADABLE, Place(path), "return_file.locked")
        if kind == _SHARED_TEXTS and size >= 8:
            filled = max(filled, unpack_from("<I", stream, at + 8)[0])
        filled += kind in _FILLED
        filled += (size - 6) // 6 if kind == _MANY_NUMBERS else 0
        blank += (size - 6) // 2 if kind == _MANY_BLANKS else kind == _BLANK
        at += 4 + size
        records += 1
    if at + 4 <= len(stream):
        params = {"most": most_cells}
        return Reject(Fault.UNREADABLE, Place(path), "return_file.too-many-cells", params)
    return None


def _grids(path: str, stream: bytes) -> list[Grid]:
    import xlrd

    book = xlrd.open_workbook(
        file_contents=stream, logfile=StringIO(), formatting_info=True, ragged_rows=True
    )
    shift = _1904_SHIFT if book.datemode else 0
    grids = (grid_of(path, _sheet(book, sheet), shift) for sheet in book.sheets())
    return [grid for grid in grids if grid]


def _sheet(book: "Book", sheet: "XlrdSheet") -> Sheet:
    rows: dict[int, dict[int, str]] = {}
    for line in range(sheet.nrows):
        texts = {i + 1: _text(book, cell) for i, cell in enumerate(sheet.row(line))}
        rows[line + 1] = {column: text for column, text in texts.items() if text.strip()}
    return Sheet(
        sheet.name,
        bool(sheet.visibility),
        {line: texts for line, texts in rows.items() if texts},
        [_range(*bounds) for bounds in sheet.merged_cells],
        frozenset(line + 1 for line, kept in sheet.rowinfo_map.items() if kept.hidden),
    )


def _range(top: int, below: int, left: int, beyond: int) -> MergedRange:
    return range_of(left + 1, top + 1, beyond, below)


def _text(book: "Book", cell: Any) -> str:
    """What a cell shows, but with all its digits, and with the year of its day."""
    import xlrd

    match cell.ctype:
        case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
            return _number_text(book, cell)
        case xlrd.XL_CELL_BOOLEAN:
            return "是" if cell.value else "否"
        case xlrd.XL_CELL_ERROR:
            return str(xlrd.error_text_from_code.get(cell.value, "#N/A"))
        case xlrd.XL_CELL_TEXT:
            return str(cell.value)
        case _:
            return ""


def _number_text(book: "Book", cell: Any) -> str:
    import xlrd

    number = book.xf_list[cell.xf_index].format_key
    code = book.format_map[number].format_str or ""
    if cell.ctype == xlrd.XL_CELL_DATE or is_day_name(code):
        parts = date_parts(code) if code else CHINESE_DATES.get(number, "ymd")
        return _serial_text(book, cell.value, parts)
    value = cell.value
    return shown(int(value) if value == int(value) else value, code or "General")


def _serial_text(book: "Book", number: float, parts: str) -> str:
    """A number in a date's format, as the day that the cell shows."""
    from xlrd.xldate import xldate_as_datetime

    if not 0 <= number < _LAST_DAY:
        return f"#{number}"  # a cell of hashes, which is neither a date nor a figure
    moment = xldate_as_datetime(number, book.datemode)
    if number < 1 and not book.datemode:
        return str((moment + timedelta(seconds=0.5)).time().replace(microsecond=0))
    return day_text(moment, parts)
