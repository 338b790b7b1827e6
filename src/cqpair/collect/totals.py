"""Lines of totals against the rows they add up: a gift, since a lost row or a wrong unit shows."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from cqpair.book.header import index_of
from cqpair.book.headings import Headers
from cqpair.book.layout import Line, LineKind, Table
from cqpair.fields import BY_KEY, MEASURED, Column
from cqpair.source import BadValueError, Fault, Reject, Row
from cqpair.values import Figure, folded, has_unit, parse_count, parse_money

_PART = "小"


def wrong_totals(tables: Sequence[Table], headers: Headers) -> Iterator[Reject]:
    """A reject for each figure of a line of totals that its rows do not come to."""
    for n, table in enumerate(tables):
        if not table.grid.headed or table.grid.hidden:
            continue
        before = [row for earlier in tables[:n] for row in earlier.above]
        index = index_of(table, before, lambda _: None, headers)
        for line in table.lines:
            if line.kind is LineKind.TOTAL:
                rows = _added_up(table, line.row, part=_PART in folded(line.text))
                so_far = [*(row for earlier in tables[:n] for row in earlier.grid.rows), *rows]
                for key in MEASURED:
                    if key in index:
                        where = BY_KEY[key], *index[key]
                        yield from _compared(table, line, (rows, so_far), *where)


def _added_up(table: Table, total: Row, part: bool) -> list[Row]:
    """The rows that a total adds up: all above it, of a 小计 those since the line before."""
    start = 0
    if part:
        lines = (line.row.line for line in table.lines if line.row.line < total.line)
        start = max(lines, default=0)
    above = [row for row in table.grid.rows if start < row.line < total.line]
    return above or list(table.grid.rows)


def _compared(
    table: Table, line: Line, sums: Sequence[Sequence[Row]], column: Column, i: int, factor: int
) -> Iterator[Reject]:
    """`sums` are the rows that the total may add up: those of its table, or of all before too."""
    try:
        told = _figure(column, line.row, i, factor)
        found = [_sum(column, rows, i, factor) for rows in sums]
    except BadValueError:  # the row is told itself; a formula never calculated adds up nothing
        return
    if told is None or told in (one or 0 for one in found):
        return
    params = {
        "line": line.text,
        "column": column.title,
        "told": column.write_value(Figure(_whole(told), False)),
        "sum": column.write_value(Figure(_whole(found[0] or Decimal(0)), False)),
        "rows": len(sums[0]),
    }
    key = "total" if found[0] is not None else "total-of-none"
    yield Reject(Fault.TOTAL, table.grid.at(line.row, i), f"returns.{key}", params)


def _sum(column: Column, rows: Sequence[Row], i: int, factor: int) -> Decimal | None:
    """What the rows come to; None where none of them reports anything."""
    figures = [_figure(column, row, i, factor) for row in rows]
    told = [figure for figure in figures if figure is not None]
    return sum(told, Decimal(0)) if told else None


def _whole(number: Decimal) -> int | Decimal:
    return int(number) if number == number.to_integral_value() else number


def _figure(column: Column, row: Row, i: int, factor: int) -> Decimal | None:
    """What a cell adds to a sum, in 元 or 人次; None where nothing is reported."""
    text = row.cells[i] if i < len(row.cells) else ""
    bare = not has_unit(text)
    read = parse_money if column.is_money or (bare and factor != 1) else parse_count
    figure = read(text)
    if figure is None:
        return None
    return figure.decimal * (factor or 1) if bare else figure.decimal
