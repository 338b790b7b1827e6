"""CSV for other programs: UTF-8, one line a row, no cell that a spreadsheet would calculate."""

import csv
import re
from decimal import Decimal
from io import StringIO

from cqpair.document import Cell, CellKind, Refs, Table
from cqpair.values import DateSpan, Figure, to_fen
from cqpair.visible import visible

_FORMULA = re.compile(r"[=+@\t\r\-＝＋＠－]")
_NUMBER = re.compile(r"[-+]?[\d.,%]+|-+")


def write_table(table: Table) -> str:
    """A table as CSV. Not reported is an empty cell; money is a plain number of 元."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.title for column in table.columns)
    for row in table.rows:
        cells = zip(row, table.columns, strict=True)
        writer.writerow(_plain(cell, column.kind) for cell, column in cells)
    return out.getvalue()


def inert(text: str) -> str:
    """`text` for a spreadsheet cell: with `'` before what a spreadsheet would calculate."""
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def _plain(cell: Cell, kind: CellKind) -> str:
    match cell:
        case None:
            return ""
        case str():
            return visible(inert(cell))
        case int():
            return str(cell)
        case Decimal() if kind is CellKind.SHARE:
            return f"{cell}"
        case Decimal():
            return f"{to_fen(cell)}"
        case Figure(value=value):
            return _plain(value, kind)
        case Refs(ids=ids):
            return visible(inert("、".join(ids)))
        case DateSpan():
            return str(cell)
