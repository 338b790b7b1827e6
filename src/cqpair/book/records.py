"""Record files: from grids of strings to activities and rejects."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from cqpair.book.header import NO_UNIT, Index, index_of, missing_column, other_delimiter
from cqpair.book.headings import OURS, Headers
from cqpair.book.layout import LAST_HEADER_ROW, Line, Table, lay_out
from cqpair.cells import Context
from cqpair.fields import COLUMNS, MEASURED, Activity, Column, Draft, RecordSheet, ValueKind
from cqpair.source import BadValueError, Fault, Grid, Place, Reject, Row
from cqpair.values import Figure, has_mark_alone, has_unit, is_blank, parse_money, tell_money

Remembered = dict[tuple[object, ...], dict[str, object]]
"""What each column's texts meant, by column and way of reading: dates, names and areas repeat."""


_LONGEST_VALUE = 1000
"""Characters of a cell that can be a date, names, an area, a choice or a figure."""


_AT_ONCE = 4096
"""Rows that are built together: enough to meet each text once, few enough to keep in memory."""


_REMEMBERED = 4096
"""Texts of a column whose meaning is kept for the rows and files after; titles are endless."""


_UNKNOWN = object()


_TELLING = frozenset({"date", "county", "partners", "area"})


_REQUIRED = sum(column.required for column in COLUMNS)


_BEFORE_COMMA, _BEHIND_COMMA = re.compile(r"\s*[1-9]\d{0,2}"), re.compile(r"\d{3}(?:\D.*)?")


_FORMULA_ERRORS = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"}
)


def as_it_stands(table: Table) -> Table:
    """A table of a record file, to which nothing is added."""
    return table


class Reading(NamedTuple):
    """How a table is read: by which headers, in which row, and what is filled in before its cells.

    `fill` may add cells behind those of the file, which have no place of their own.
    """

    headers: Headers = OURS
    fill: Callable[[Table], Table] = as_it_stands
    header_row: int | None = None


STRICT = Reading()
"""How record files are read."""


class Built(NamedTuple):
    """What one grid gave: records, records with cells that do not fit, and what does not fit.

    `tables` are where they stood; the whole grid is one where it has no header.
    """

    activities: list[Activity]
    drafts: list[Draft]
    rejects: list[Reject]
    tables: Sequence[Table]

    @property
    def plain(self) -> bool:
        """True when the grid is one header with records below it, and nothing else."""
        return len(self.tables) == 1 and not (self.tables[0].lines or self.tables[0].above)


def build_records(
    grid: Grid, context: Context, remembered: Remembered, reading: Reading = STRICT
) -> Built:
    """The records of one grid, and a reject for every cell and row that does not fit."""
    headers = reading.headers

    def looks_like_record(row: Row, head: Row) -> bool:
        return _looks_like_record(row, head, context, headers)

    found = lay_out(grid, looks_like_record, headers, reading.header_row)
    if not found or grid.hidden:
        return Built([], [], _not_read(grid, found, headers), found or [Table(grid)])
    tables = [reading.fill(table) for table in found]
    rejects = [_passed_over(grid, line) for table in tables for line in table.lines]
    built = Built([], [], rejects, tables)
    above: list[Row] = []
    for table in tables:
        head = table.grid.head
        rejects += [
            Reject(Fault.ROW_SHAPE, grid.at(row), "records.above-header", row=row)
            for row in table.above
            if looks_like_record(row, head)
        ]
        _build_table(table, above, context, remembered, built, headers)
        above.extend(table.above)
    if hidden := [row.line for table in tables for row in table.grid.rows if row.hidden]:
        params = {"first": hidden[0], "count": len(hidden)}
        place = Place(grid.path, hidden[0], None, grid.sheet)
        rejects.append(Reject(Fault.HIDDEN_ROWS, place, "records.hidden-rows", params))
    return built


def _looks_like_record(row: Row, head: Row, context: Context, headers: Headers) -> bool:
    """Whether a row says when, and one of county, partners and area; or all three of these.

    A date that cannot be read says when all the same: the record is wrong, but it is one. What
    is merged from above is not the row's own.
    """
    told, fitting = 0, 0
    first = next((i for i, cell in enumerate(row.cells) if cell.strip()), 0)
    for i, (header, text) in enumerate(zip(head.cells, row.cells, strict=False)):
        heading = headers.heading_of(header.strip())
        if heading is None or heading.column.key not in _TELLING or is_blank(text):
            continue
        fits = not isinstance(_parse(heading.column, text, context), BadValueError)
        if heading.column.key != "date":
            fitting += fits
        elif fits or (i != first and any(character.isdigit() for character in text)):
            told = 1
    return told + fitting > 1 if told else fitting > 2


def _not_read(grid: Grid, tables: Sequence[Table], headers: Headers) -> list[Reject]:
    """A sheet of notes or lists, not of records; or a file whose header is none."""
    place = grid.at(grid.head)
    if grid.hidden:  # lists for drop-downs, unless it holds a table
        if not tables:
            return []
        return [Reject(Fault.NOT_READ, place, "records.hidden-sheet", {"sheet": grid.sheet})]
    for row in (grid.head, *grid.rows[:LAST_HEADER_ROW]):
        if delimiter := other_delimiter(row, headers):
            told = {"delimiter": delimiter}
            return [Reject(Fault.SYNTAX, grid.at(row), "records.delimiter", told)]
    params = {"sheet": grid.sheet, "most": LAST_HEADER_ROW}
    key = "records.no-ledger" if grid.sheet else "records.no-header"
    return [Reject(Fault.NOT_READ, place, key, params)]


def _passed_over(grid: Grid, line: Line) -> Reject:
    i = next(i for i, cell in enumerate(line.row.cells) if cell.strip() == line.text)
    params = {"value": line.text}
    return Reject(
        Fault.PASSED_OVER, grid.at(line.row, i), f"records.{line.kind.value}-line", params
    )


def _build_table(
    table: Table,
    before: Sequence[Row],
    context: Context,
    remembered: Remembered,
    built: Built,
    headers: Headers,
) -> None:
    """`before` are the lines above the tables before this one: a unit there holds for all."""
    grid = table.grid
    index = index_of(table, before, built.rejects.append, headers)
    record_sheet = RecordSheet(grid, {key: i for key, (i, _) in index.items()})
    missing = [c for c in COLUMNS if c.required and c.key not in record_sheet.where]
    if missing:
        built.rejects.extend(missing_column(grid, column) for column in missing)
        return
    cells = _cells_of(grid, index, remembered)
    for start in range(0, len(grid.rows), _AT_ONCE):
        _build_rows(grid.rows[start : start + _AT_ONCE], record_sheet, cells, context, built)


class _Cell(NamedTuple):
    """A column in one table: where it stands, what its texts meant, its bare numbers' factor."""

    column: Column
    i: int | None
    known: dict[str, object]
    factor: int


def _cells_of(grid: Grid, index: Index, remembered: Remembered) -> list[_Cell]:
    """Every column, in the order of a record's fields; `i` is None where the table has none."""
    cells = []
    for column in COLUMNS:
        i, factor = index.get(column.key, (None, 1))
        reading = (column.key, factor, grid.sheet is not None, grid.day_shift)
        cells.append(_Cell(column, i, remembered.setdefault(reading, {}), factor))
    return cells


def _build_rows(
    rows: Sequence[Row],
    record_sheet: RecordSheet,
    cells: Sequence[_Cell],
    context: Context,
    built: Built,
) -> None:
    """Column by column, since a text that stands in many rows means the same in all of them."""
    fitting = [row for row in rows if fits(row, record_sheet)]
    columns = [_column_values(cell, fitting, record_sheet.grid, context) for cell in cells]
    suspect = any(bad for _, bad in columns)
    records = zip(*(values for values, _ in columns), strict=True)
    at = 0
    for row in rows:
        if at == len(fitting) or row is not fitting[at]:
            built.rejects.append(wrong_shape(row, record_sheet))
            continue
        values = next(records)
        at += 1
        if suspect or row.merged:
            _build_row(row, list(values), record_sheet, cells, built)
        else:
            built.activities.append(Activity(*values, record_sheet, row))  # type: ignore[call-arg]


def _column_values(
    cell: _Cell, rows: Sequence[Row], grid: Grid, context: Context
) -> tuple[list[object], bool]:
    """What the cells of a column hold, by row, and whether any of them does not fit."""
    column, i, known, factor = cell
    texts = [""] * len(rows) if i is None else [row.cells[i] for row in rows]
    meant: dict[str, object] = {}
    bad = False
    for text in dict.fromkeys(texts):
        value = known.get(text, _UNKNOWN)
        if value is _UNKNOWN:
            value = _value(column, text, factor, grid, context)
            if len(known) < _REMEMBERED:
                known[text] = value
        meant[text] = value
        bad = bad or isinstance(value, BadValueError)
    return [meant[text] for text in texts], bad


def _build_row(
    row: Row, values: list[object], record_sheet: RecordSheet, cells: Sequence[_Cell], built: Built
) -> None:
    """A record, a draft or no record at all, of a row in which something may not fit."""
    wrong: list[tuple[Column, BadValueError]] = []
    for at, (column, i, _, _) in enumerate(cells):
        if row.merged and i is not None and i in row.merged:
            values[at] = _merged_value(column, values[at], row.merged[i])
        value = values[at]
        if isinstance(value, BadValueError):
            wrong.append((column, value))
    if not wrong:
        built.activities.append(Activity(*values, record_sheet, row))  # type: ignore[arg-type, call-arg]
    elif _is_no_record(wrong):
        place = record_sheet.grid.at(row)
        built.rejects.append(Reject(Fault.ROW_SHAPE, place, "records.no-record", row=row))
    else:
        draft = _draft(values, record_sheet, row)
        built.drafts.append(draft)
        built.rejects.extend(_bad_cell(column, bad, draft) for column, bad in wrong)


def fits(row: Row, record_sheet: RecordSheet) -> bool:
    """Whether a row has a cell for each column; blank ones behind them do no harm.

    Unless a figure such as 1,200 without quotes made them: then all behind it is a column too far.
    """
    grid = record_sheet.grid
    expected, found = len(grid.head.cells), len(row.cells)
    if found == expected:
        return True
    if found < expected or any(text.strip() for text in row.cells[expected:]):
        return False
    if grid.sheet is not None:
        return True
    measured = (i for key, i in record_sheet.where.items() if key in MEASURED)
    return not any(
        _BEFORE_COMMA.fullmatch(row.cells[i]) and _BEHIND_COMMA.fullmatch(row.cells[i + 1])
        for i in measured
    )


def _is_no_record(wrong: Sequence[tuple[Column, BadValueError]]) -> bool:
    """Whether none of the required cells fits, and at most one of them holds anything."""
    required = [bad for column, bad in wrong if column.required]
    blank = [bad for bad in required if bad.fault is Fault.MISSING_VALUE]
    return len(required) == _REQUIRED and len(blank) >= _REQUIRED - 1


def _value(column: Column, text: str, factor: int, grid: Grid, context: Context) -> object:
    """What a text means in a column of `grid`: a value, or the error that says why it is none."""
    plain = text.strip()
    if plain in _FORMULA_ERRORS:
        return BadValueError("records.formula-error", value=plain)
    if grid.sheet and plain.startswith("="):  # what is typed so in a sheet is always a formula
        return BadValueError("records.formula-without-value", value=plain)
    if grid.day_shift and column.kind is ValueKind.DATE and re.fullmatch(r"\d{5}", plain):
        text = str(int(plain) + grid.day_shift)
    if factor > 1 and has_mark_alone(text):
        return _marked(column, text, factor, context)
    if factor != 1 and not has_unit(text):
        return _scaled(column, text, factor, context)
    return _parse(column, text, context)


def _scaled(column: Column, text: str, factor: int, context: Context) -> object:
    """A bare number times its header's unit: 1.5 under 万人次 is 15,000, and so may be a count."""
    try:
        figure = parse_money(text)
    except BadValueError:
        return _parse(column, text, context)
    if figure is None:
        return None
    if factor == NO_UNIT and figure.value:
        return BadValueError("records.no-unit", value=text.strip())
    value = figure.value * (factor or 1)
    if column.kind is ValueKind.MONEY:
        return figure._replace(value=value)
    whole = int(value)
    if whole != value:
        return BadValueError("values.count", value=text)
    return figure._replace(value=whole)


def _marked(column: Column, text: str, factor: int, context: Context) -> object:
    """¥3 under a header of 万元 is 3 元 or 3 万元: nobody knows, unless it is nothing."""
    figure = _parse(column, text, context)
    if column.kind is not ValueKind.MONEY or not isinstance(figure, Figure) or not figure.value:
        return figure
    bare, scaled = map(tell_money, (figure, figure._replace(value=figure.value * factor)))
    return BadValueError("records.mark-alone", value=text.strip(), bare=bare, scaled=scaled)


def _merged_value(column: Column, value: object, cells: str) -> object:
    """A value in a merged cell: a figure over several events is nobody's."""
    if column.key in MEASURED and value is not None:
        return BadValueError("records.merged-figure", cells=cells)
    if isinstance(value, BadValueError) and value.fault is Fault.MISSING_VALUE:
        return BadValueError("records.merged-blank", Fault.MISSING_VALUE, cells=cells)
    return value


def _draft(values: list[object], record_sheet: RecordSheet, row: Row) -> Draft:
    told = {
        column.key: None if isinstance(value, BadValueError) else value
        for column, value in zip(COLUMNS, values, strict=True)
    }
    known = {key: told[key] for key in Draft._fields if key in told}
    known["partners"] = known["partners"] or ()
    figures = {key: told[key] for key in MEASURED}
    return Draft(**known, figures=figures, record_sheet=record_sheet, row=row)  # type: ignore[arg-type]


def _parse(column: Column, text: str, context: Context) -> object:
    try:
        if column.required and is_blank(text):
            raise BadValueError("records.missing-value", Fault.MISSING_VALUE)
        if len(text) > _LONGEST_VALUE and column.kind is not ValueKind.TEXT:
            raise BadValueError("records.too-long", value=text.strip(), most=_LONGEST_VALUE)
        return column.parse(text, context)
    except BadValueError as bad:
        return bad


def _bad_cell(column: Column, bad: BadValueError, draft: Draft) -> Reject:
    return Reject(
        bad.fault,
        draft.at(column.key),
        bad.key,
        {"column": column.title, **bad.params},
        row=draft.row,
        when=draft.date,
        county=draft.county.name if draft.county else None,
        replacement=bad.replacement,
    )


def wrong_shape(row: Row, record_sheet: RecordSheet) -> Reject:
    """What is said of a row that does not fit."""
    expected, found = len(record_sheet.grid.head.cells), len(row.cells)
    place = record_sheet.grid.at(row, min(expected, found) if found > expected else None)
    key = "records.too-many-cells" if found > expected else "records.too-few-cells"
    if record_sheet.grid.sheet:  # whose rows are never too short, and end with a filled cell
        beside = next(i for i in range(expected, found) if row.cells[i].strip())
        place, key = record_sheet.grid.at(row, beside), "records.cells-beside"
    params = {"found": found, "expected": expected}
    return Reject(Fault.ROW_SHAPE, place, key, params, row=row)
