"""Records as tables: those behind a report, and which of them each figure stands for."""

from collections.abc import Iterator, Sequence

from cqpair.columns import BY_KEY, COLUMNS, ValueKind
from cqpair.columns import Column as RecordColumn
from cqpair.document import Cell, CellKind, Column, Refs, Table, cell_text
from cqpair.figures import MONEY
from cqpair.messages import say
from cqpair.model.activity import Activity
from cqpair.report import Report
from cqpair.report.trace import Scope, Value, traces

_KINDS = {
    ValueKind.DATE: CellKind.DATE,
    ValueKind.COUNT: CellKind.COUNT,
    ValueKind.MONEY: CellKind.MONEY,
}
_READ = ("id", "date", "area", "title", "lead_kind", "status", "participants", *MONEY)
_PAIR = 2  # where the pairing stands among them


def records_table(activities: Sequence[Activity]) -> Table:
    """Records with all their columns and where each stands."""
    columns = tuple(Column(_title(c), _kind(c)) for c in COLUMNS)
    rows = tuple(
        (*(_cell(a, column) for column in COLUMNS), a.at().spot(a.path)) for a in activities
    )
    where = Column(say("document.col-file"))
    return Table((*columns, where), rows, name=say("document.sheet-records"))


def details_table(activities: Sequence[Activity]) -> Table:
    """Records with the columns that a reader of a report needs."""
    columns = [BY_KEY[key] for key in _READ]
    titles = [Column(_title(c), _kind(c)) for c in columns]
    titles.insert(_PAIR, Column(say("document.col-pair")))
    rows = []
    for activity in activities:
        cells = [_cell(activity, column) for column in columns]
        cells.insert(_PAIR, "、".join(unit.name for unit in (activity.county, *activity.partners)))
        rows.append(tuple(cells))
    return Table(
        tuple(titles),
        tuple(rows),
        caption=say("document.annex-details"),
        name=say("document.sheet-records"),
    )


def trace_table(report: Report) -> Table:
    """Each figure of the report that is not nought, with the records it stands for."""
    columns = (
        Column(say("document.col-scope")),
        Column(say("document.col-figure")),
        Column(say("document.col-records"), CellKind.REFS),
    )
    rows = tuple(
        (scope_words(scope), "，".join(_values(values)), Refs(tuple(a.reference for a in records)))
        for scope, values, records in traces(report)
    )
    caption = say("document.annex-trace")
    return Table(columns, rows, caption=caption, name=say("document.sheet-trace"))


def scope_words(scope: Scope) -> str:
    """What a figure is of, as a row is named."""
    area, county = scope
    if area is None:
        return county or say("document.trace-whole")
    if county is None:
        return f"{area.key} {area.title}"
    return say("document.trace-cell", county=county, area=area.key)


def _values(values: dict[str, Value]) -> Iterator[str]:
    for key, value in values.items():
        kind = CellKind.MONEY if key in MONEY else CellKind.COUNT
        yield f"{say(f'document.col-{key}')} {cell_text(value, kind)}"


def _title(column: RecordColumn) -> str:
    """The header of a record's column, with its unit where it is money."""
    return say(f"document.col-{column.key}") if column.key in MONEY else column.header


def _kind(column: RecordColumn) -> CellKind:
    return CellKind.ID if column.key == "id" else _KINDS.get(column.kind, CellKind.TEXT)


def _cell(activity: Activity, column: RecordColumn) -> Cell:
    """A record's cell, typed where it can be calculated with."""
    if column.key == "id":
        return activity.reference
    if column.kind in _KINDS:
        value: Cell = getattr(activity, column.key)
        return value
    return column.write(activity)
