"""Record files: from grids of strings to activities and rejects."""

from collections.abc import Callable
from typing import NamedTuple

from cqpair.columns import BY_HEADER, COLUMNS, MEASURED, Column, Context
from cqpair.model.activity import Activity, Draft, Ledger
from cqpair.names import fold
from cqpair.source import BadValueError, Fault, Grid, Reject, Row
from cqpair.values import DateSpan, is_blank

Tell = Callable[[Reject], None]
Remembered = dict[str, dict[str, object]]
"""What each column's texts meant, by column key: dates, names and areas repeat."""


class Built(NamedTuple):
    """What one grid gave: records, records with cells that do not fit, and what does not fit."""

    activities: list[Activity]
    drafts: list[Draft]
    rejects: list[Reject]


def build_records(grid: Grid, context: Context, remembered: Remembered) -> Built:
    """The records of one grid, and a reject for every cell and row that does not fit."""
    rejects: list[Reject] = []
    ledger = Ledger(grid, _index(grid, rejects.append))
    if not ledger.where and grid.sheet:  # a sheet of notes or lists, not of records
        place = grid.at(grid.head)
        params = {"sheet": grid.sheet}
        return Built([], [], [Reject(Fault.NOT_READ, place, "records.no-ledger", params)])
    if delimiter := _other_delimiter(grid):
        place, params = grid.at(grid.head), {"delimiter": delimiter}
        return Built([], [], [Reject(Fault.SYNTAX, place, "records.delimiter", params)])
    missing = [c for c in COLUMNS if c.required and c.key not in ledger.where]
    if missing:
        rejects += [_missing_column(grid, column) for column in missing]
        return Built([], [], rejects)
    built = Built([], [], rejects)
    for row in grid.rows:
        match _record(row, ledger, context, remembered, rejects):
            case Activity() as activity:
                built.activities.append(activity)
            case Draft() as draft:
                built.drafts.append(draft)
    return built


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


def _other_delimiter(grid: Grid) -> str | None:
    """What parts the header's columns, where that is no comma."""
    if len(grid.head.cells) != 1:
        return None
    for delimiter in (";", "；", "\t", "|", "，"):
        parts = grid.head.cells[0].split(delimiter)
        if len(parts) > 1 and any(fold(part) in BY_HEADER for part in parts):
            return "Tab" if delimiter == "\t" else delimiter
    return None


def _missing_column(grid: Grid, column: Column) -> Reject:
    place = grid.at(grid.head)
    params = {"column": column.header, "key": column.key}
    return Reject(Fault.MISSING_VALUE, place, "records.missing-column", params)


def _record(
    row: Row, ledger: Ledger, context: Context, remembered: Remembered, rejects: list[Reject]
) -> Activity | Draft | None:
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
        draft = _draft(values, ledger, row)
        rejects += [_bad_cell(column, bad, row, ledger, draft.date) for column, bad in wrong]
        return draft
    return Activity(*values, ledger, row)  # type: ignore[arg-type, call-arg]


def _draft(values: list[object], ledger: Ledger, row: Row) -> Draft:
    told = {
        column.key: None if isinstance(value, BadValueError) else value
        for column, value in zip(COLUMNS, values, strict=True)
    }
    known = {key: told[key] for key in Draft._fields if key in told}
    known["partners"] = known["partners"] or ()
    figures = {key: told[key] for key in MEASURED}
    return Draft(**known, figures=figures, ledger=ledger, row=row)  # type: ignore[arg-type]


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
    return Reject(
        bad.fault, place, bad.key, params, row=row, when=when, replacement=bad.replacement
    )


def _wrong_shape(row: Row, ledger: Ledger) -> Reject:
    expected, found = len(ledger.grid.head.cells), len(row.cells)
    place = ledger.grid.at(row, min(expected, found) if found > expected else None)
    key = "records.too-many-cells" if found > expected else "records.too-few-cells"
    if ledger.grid.sheet:
        key = "records.cells-beside"
    params = {"found": found, "expected": expected}
    return Reject(Fault.ROW_SHAPE, place, key, params, row=row)
