"""Workbooks: every sheet that holds something is a grid, its cells the texts a clerk sees."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO
from itertools import zip_longest
from typing import Any

from cqpair.source import Fault, Grid, Place, Reject, Row

_NO_CODES = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.')
"""What stands in a number format beside its codes: colours, languages, quoted words."""

_LEAST_GROUPED = 1000


def read_records(path: str, data: bytes) -> tuple[list[Grid], list[Reject]]:
    """The grids of a workbook. Row numbers are the sheet's own, leading blank rows included."""
    try:
        grids = [grid for name, rows in _sheets(data) if (grid := _grid(path, name, rows))]
    except Exception:  # a damaged archive fails in as many ways as it has parts
        return [], [Reject(Fault.UNREADABLE, Place(path), "read.workbook")]
    if grids:
        return grids, []
    return [], [Reject(Fault.MISSING_VALUE, Place(path), "read.no-header")]


def _sheets(data: bytes) -> Iterator[tuple[str, Iterable[list[str]]]]:
    """Each sheet's name and its rows of texts: the values Excel kept, else the formulas.

    A formula that was never calculated has no value; its text stands for it, so that it is told
    as a bad value and not taken for a blank.
    """
    import warnings

    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of features that hold no records
        kept = load_workbook(BytesIO(data), read_only=True, data_only=True)
        written = load_workbook(BytesIO(data), read_only=True)
        for sheet, formulas in zip(kept.worksheets, written.worksheets, strict=True):
            if sheet.sheet_state != "visible":  # lists for drop-downs, not records
                continue
            yield sheet.title, map(_texts, _rows(sheet), _rows(formulas))


def _rows(sheet: Any) -> Iterator[Sequence[Any]]:
    sheet.reset_dimensions()  # what the file says of its own size may be wrong, or huge
    rows: Iterator[Sequence[Any]] = sheet.iter_rows()
    return rows


def _texts(kept: Sequence[Any], written: Sequence[Any]) -> list[str]:
    return [
        _text(formula if cell is None or cell.value is None else cell)
        for cell, formula in zip_longest(kept, written)
    ]


def _grid(path: str, sheet: str, rows: Iterable[list[str]]) -> Grid | None:
    filled = [Row(n, cells) for n, cells in enumerate(rows, 1) if any(map(str.strip, cells))]
    if not filled:
        return None
    head, *records = filled
    wide = len(head.cells)
    for row in records:  # a sheet keeps no blank cells at the end of a row
        row.cells.extend([""] * (wide - len(row.cells)))
    return Grid(path, head, records, lambda row, i: (row.line, i + 1), sheet)


def _text(cell: Any) -> str:
    match None if cell is None else cell.value:
        case None:
            return ""
        case bool() as told:
            return "是" if told else "否"
        case float() as number if number.is_integer():
            return str(int(number))
        case float() as number if number >= _LEAST_GROUPED:
            return f"{number:,}"  # 2021.1 is an amount, or a slip for 2021.10: never January
        case date() as day:
            return _date_text(day, str(cell.number_format).casefold())
        case value:
            return str(value)


def _date_text(day: date, shown_as: str) -> str:
    """A date as precise as the cell shows it: Excel keeps 2021年5月 as the first of May."""
    if isinstance(day, datetime) and day.time() != time():
        return str(day)
    shown_as = _NO_CODES.sub("", shown_as)
    text = f"{day:%Y-%m-%d}"
    if "y" not in shown_as or "d" in shown_as:
        return text
    return text[:7] if "m" in shown_as else text[:4]
