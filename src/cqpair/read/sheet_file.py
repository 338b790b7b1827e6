"""Workbooks: every sheet that has a header is a grid, its cells the texts a clerk sees."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO

from cqpair.source import Fault, Grid, Place, Reject, Row


def read_records(path: str, data: bytes) -> tuple[list[Grid], list[Reject]]:
    """The grids of a workbook. Row numbers are the sheet's own, leading blank rows included."""
    import python_calamine

    try:
        book = python_calamine.load_workbook(BytesIO(data))
        sheets = [
            (name, book.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in book.sheet_names
        ]
    except (python_calamine.CalamineError, ValueError) as error:
        params = {"reason": str(error)}
        return [], [Reject(Fault.UNREADABLE, Place(path), "read.workbook", params)]
    grids = [grid for name, rows in sheets if (grid := _grid(path, name, rows))]
    if grids:
        return grids, []
    return [], [Reject(Fault.MISSING_VALUE, Place(path), "read.no-header")]


def _grid(path: str, sheet: str, rows: Sequence[Sequence[object]]) -> Grid | None:
    texts = [[_text(value) for value in row] for row in rows]
    filled = [Row(n, cells) for n, cells in enumerate(texts, 1) if any(map(str.strip, cells))]
    if not filled:
        return None
    header, *records = filled
    return Grid(path, header.cells, header.line, records, lambda row, i: (row, i + 1), sheet)


def _text(value: object) -> str:
    match value:
        case bool():
            return "是" if value else "否"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time() | timedelta():
            return str(value)
        case _:
            return str(value)
