"""CSV for other programs: UTF-8, one line a row, no cell that a spreadsheet would calculate."""

import csv
import re
from decimal import Decimal
from io import StringIO

from cqpair.document import Cell, Refs, Table
from cqpair.values import DateSpan, Figure, to_fen
from cqpair.visible import visible

_FORMULA = re.compile(r"[=+@\t\r\-＝＋＠－]")
_NUMBER = re.compile(r"[-+]?[\d.,%]+|-+")


def write_table(table: Table) -> str:
    """A table as CSV. Not reported is an empty cell; money is a plain number of 元."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.title for column in table.columns)
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def inert(text: str) -> str:
    """`text` for a spreadsheet cell: with `'` before what a spreadsheet would calculate."""
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def _plain(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return visible(inert(cell))
        case int():
            return str(cell)
        case Decimal():
            return f"{to_fen(cell)}"
        case Figure(value=value):
            return _plain(value)
        case Refs(ids=ids):
            return visible(inert("、".join(ids)))
        case DateSpan():
            return str(cell)
