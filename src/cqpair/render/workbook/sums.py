"""Numbers as Excel holds them, and sum rows as formulas where these give what is stored."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from xlsxwriter.utility import xl_range

from cqpair.document import Cell, CellKind, Table, cell_text
from cqpair.values import Figure

_MOST_RANGES = 200  # a function takes 254, and a formula 8,192 characters
_DIGITS = 15


def numeric(value: Cell) -> Decimal | None:
    """A figure that Excel can hold; None for text, and for one of more than 15 digits."""
    if not isinstance(value, int | Decimal | Figure):
        return None
    exact = value.decimal if isinstance(value, Figure) else Decimal(value)
    return exact if Decimal(f"{exact:.{_DIGITS}g}") == exact else None


def stored(number: Decimal, kind: CellKind) -> float:
    """A number as its cell holds it: a share of 40% is 0.4."""
    return float(number / 100 if kind is CellKind.SHARE else number)


def data_runs(table: Table) -> list[range]:
    """The rows that are no sums, as runs without a sum between."""
    edges = [-1, *table.sums, len(table.rows)]
    runs = [range(a + 1, b) for a, b in pairwise(edges)]
    return [run for run in runs if run]


def added_rows(table: Table, row: int) -> list[range]:
    """The rows a sum row adds up: the last row all, any other those since the sum before."""
    runs = data_runs(table)
    if row == len(table.rows) - 1:
        return runs
    return [run for run in runs if run.stop == row]


def formula(table: Table, row: int, col: int, first: int) -> str | None:
    """The formula of a sum whose table begins at sheet row `first`; None where it would not agree.

    The runs are named one by one: a total then does not rely on SUBTOTAL leaving subtotals out.
    """
    column, runs = table.columns[col], added_rows(table, row)
    if not column.adds or not column.kind.is_number or not 0 < len(runs) <= _MOST_RANGES:
        return None
    if not _agrees([table.rows[n][col] for run in runs for n in run], table.rows[row][col]):
        return None
    cells = ",".join(xl_range(first + r.start, col, first + r.stop - 1, col) for r in runs)
    return f'=IF(SUBTOTAL(2,{cells})=0,"{cell_text(None)}",SUBTOTAL(9,{cells}))'


def _agrees(cells: Sequence[Cell], total: Cell) -> bool:
    """True when the numbers among `cells` add up to `total`; without any it is not reported."""
    numbers = [number for cell in cells if (number := numeric(cell)) is not None]
    return numeric(total) == sum(numbers) if numbers else total is None
