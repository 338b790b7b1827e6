"""Record files: from grids of strings to activities and rejects."""

from collections.abc import Callable

from cqpair.columns import BY_HEADER, COLUMNS, Column, Context
from cqpair.model.activity import Activity, Ledger
from cqpair.names import fold
from cqpair.source import BadValueError, Fault, Grid, Reject, Row
from cqpair.values import DateSpan, is_blank

Tell = Callable[[Reject], None]
Remembered = dict[str, dict[str, object]]
"""What each column's texts meant, by column key: dates, names and areas repeat."""


def build_records(
    grid: Grid, context: Context, remembered: Remembered
) -> tuple[list[Activity], list[Reject]]:
    """The activities of one grid, and a reject for every cell and row that does not fit."""
    rejects: list[Reject] = []
    ledger = Ledger(grid, _index(grid, rejects.append))
    missing = [c for c in COLUMNS if c.required and c.key not in ledger.where]
    if missing:
        rejects += [_missing_column(grid, column) for column in missing]
        return [], rejects
    activities = []
    for row in grid.rows:
        activity = _activity(row, ledger, context, remembered, rejects)
        if activity is not None:
            activities.append(activity)
    return activities, rejects


def _index(grid: Grid, tell: Tell) -> dict[str, int]:
    index: dict[str, int] = {}
    for i, header in enumerate(grid.head.cells):
        column = BY_HEADER.get(fold(header))
        place = grid.at(grid.head, i)
        if column is None:
            if header.strip() or any(i < len(r.cells) and r.cells[i].strip() for r in grid.rows):
                key = "records.unknown-column" if header.strip() else "records.nameless-column"
                tell(Reject(Fault.UNKNOWN_KEY, place, key, {"key": header.strip()}))
        elif column.key in index:
            first = grid.at(grid.head, index[column.key])
            params = {"key": header.strip()}
            tell(Reject(Fault.REPEATED_KEY, place, "records.repeated-column", params, (first,)))
        else:
            index[column.key] = i
    return index


def _missing_column(grid: Grid, column: Column) -> Reject:
    place = grid.at(grid.head)
    params = {"column": column.header, "key": column.key}
    return Reject(Fault.MISSING_VALUE, place, "records.missing-column", params)


def _activity(
    row: Row, ledger: Ledger, context: Context, remembered: Remembered, rejects: list[Reject]
) -> Activity | None:
    cells, index, expected = row.cells, ledger.where, len(ledger.grid.head.cells)
    if len(cells) < expected or any(cell.strip() for cell in cells[expected:]):
        rejects.append(_wrong_shape(row, ledger))
        return None
    values: list[object] = []
    wrong: list[tuple[Column, BadValueError]] = []
    for column in COLUMNS:
        i = index.get(column.key)
        text = "" if i is None else cells[i]
        known = remembered.setdefault(column.key, {})
        try:
            value = known[text]
        except KeyError:
            value = known[text] = _parse(column, text, context)
        values.append(value)
        if isinstance(value, BadValueError):
            wrong.append((column, value))
    if wrong:
        date = values[_DATE]
        when = date if isinstance(date, DateSpan) else None
        rejects += [_bad_cell(column, bad, row, ledger, when) for column, bad in wrong]
        return None
    return Activity(*values, ledger, row)  # type: ignore[arg-type, call-arg]


_DATE = next(i for i, column in enumerate(COLUMNS) if column.key == "date")


def _parse(column: Column, text: str, context: Context) -> object:
    try:
        if column.required and is_blank(text):
            raise BadValueError("records.missing-value", Fault.MISSING_VALUE)
        return column.parse(text, context)
    except BadValueError as bad:
        return bad


def _bad_cell(
    column: Column, bad: BadValueError, row: Row, ledger: Ledger, when: DateSpan | None
) -> Reject:
    place = ledger.at(row, column.key)
    params = {"column": column.title, **bad.params}
    return Reject(bad.fault, place, bad.key, params, row=row, when=when)


def _wrong_shape(row: Row, ledger: Ledger) -> Reject:
    expected, found = len(ledger.grid.head.cells), len(row.cells)
    place = ledger.grid.at(row, min(expected, found) if found > expected else None)
    key = "records.too-many-cells" if found > expected else "records.too-few-cells"
    params = {"found": found, "expected": expected}
    return Reject(Fault.ROW_SHAPE, place, key, params, row=row)
