"""CSV for other programs: UTF-8, one line a row, no cell that a spreadsheet would calculate."""

import csv
import re
from decimal import Decimal
from io import StringIO

from cqpair.render.document import Cell, CellKind, Refs, Table
from cqpair.text import escape_control
from cqpair.values import Figure, PartialDate, to_fen


def write_table(table: Table) -> str:
    """A table as CSV. Not reported is an empty cell; money is a plain number of 元."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.title for column in table.columns)
    for row in table.rows:
        cells = zip(row, table.columns, strict=True)
        writer.writerow(_plain(cell, column.kind) for cell, column in cells)
    return out.getvalue()


def _plain(cell: Cell, kind: CellKind) -> str:
    """A cell as other programs read it: a number without separators or unit, a text made inert."""
    match cell:
        case None:
            return ""
        case str():
            return _inert(cell)
        case int():
            return str(cell)
        case Decimal() if kind is CellKind.SHARE:
            return f"{cell}"
        case Decimal():
            return f"{to_fen(cell)}"
        case Figure(value=value):
            return _plain(value, kind)
        case Refs(ids=ids):
            return _inert("、".join(ids))
        case PartialDate():
            return str(cell)


def _inert(text: str) -> str:
    """`text` with `'` before what a spreadsheet would calculate, and nothing else in it acts."""
    return escape_control(f"'{text}" if is_formula(text) else text)


_FORMULA = re.compile(r"[=+@\t\r\-＝＋＠－]")

_NUMBER = re.compile(r"[-+]?[\d.,%]+|-+")


def is_formula(text: str) -> bool:
    """True for text that a spreadsheet would calculate, and that is not a number."""
    return bool(_FORMULA.match(text)) and not _NUMBER.fullmatch(text)
