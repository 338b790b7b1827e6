"""Records as tables: those behind a report, and which of them each figure stands for."""

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

from cqpair.fields import BY_KEY, COLUMNS, MEASURED, MONEY, Activity, ValueKind, told_columns
from cqpair.fields import Column as RecordColumn
from cqpair.messages import say
from cqpair.render.document import Cell, CellKind, Column, Refs, Table, cell_text
from cqpair.report.tables import figure_kind
from cqpair.report.trace import TraceScope, Value, traces
from cqpair.report.wording import Wording
from cqpair.report.words.phrases import pair_words

_KINDS = {
    ValueKind.DATE: CellKind.DATE,
    ValueKind.COUNT: CellKind.COUNT,
    ValueKind.MONEY: CellKind.MONEY,
}

_SHOWN = ("id", "date", "area", "title", "lead_kind", "status", "participants", *MONEY)

_PAIR = 2  # where the pairing stands among them

_Field = tuple[Column, Callable[[Activity], Cell]]


def records_table(wording: Wording) -> Table:
    """The records of a report with all their columns, and the file and line where each stands."""
    where = Column(say("document.col-file"))
    columns = told_columns(COLUMNS, wording.report.totals.records)
    return _table(wording, [*map(_field, columns), (where, lambda a: a.at().spot(a.path))])


def details_table(wording: Wording) -> Table:
    """The records of a report with the columns that a reader of a report needs."""
    columns = told_columns([BY_KEY[key] for key in _SHOWN], wording.report.totals.records)
    fields = [_field(column) for column in columns]
    fields.insert(_PAIR, (Column(say("document.col-pair")), pair_words))
    return _table(wording, fields)


def trace_table(wording: Wording) -> Table:
    """Each figure of the report that is not nought, 人次 or 元 said, with its records by reference.

    Figures of one scope that stand for the same records share a row.
    """
    columns = (
        Column(say("document.col-scope")),
        Column(say("document.col-figure")),
        Column(say("document.col-records"), CellKind.REFS),
    )
    rows = tuple(
        (_scope_words(scope), "、".join(_values(values)), Refs(tuple(a.reference for a in records)))
        for scope, values, records in traces(wording.report)
    )
    caption = say("document.caption-trace", period=wording.period)
    return Table(columns, rows, caption=caption, name=say("document.sheet-trace"))


def _field(column: RecordColumn) -> _Field:
    """A column of records: its title, with the unit where it is money, and its cells.

    They are typed where they can be calculated with.
    """
    if column.key == "id":
        return Column(column.header, CellKind.ID), attrgetter("reference")
    title = column.sum_title if column.is_money else column.header
    if column.kind in _KINDS:
        return Column(title, _KINDS[column.kind]), attrgetter(column.key)
    return Column(title), column.write


def _table(wording: Wording, fields: Sequence[_Field]) -> Table:
    getters = [get for _, get in fields]
    return Table(
        tuple(column for column, _ in fields),
        tuple(tuple([get(a) for get in getters]) for a in wording.report.totals.records),
        caption=say("document.caption-details", period=wording.period),
        name=say("document.sheet-records"),
    )


def _scope_words(scope: TraceScope) -> str:
    """What a figure is of, as a row is named."""
    area, county, part, row = scope
    if part and county:
        return say("document.trace-cell", county=county, area=say("document.trace-safeguards"))
    if part:
        return say(f"document.sub-{part}")
    if area is None:
        return row or county or say("document.trace-whole")
    if county is None:
        return area.label
    task = say("document.trace-task", no=area.no)
    return say("document.trace-cell", county=county, area=task)


def _values(values: dict[str, Value]) -> Iterator[str]:
    """Each figure by name, with its value and unit: 参与人次300人次."""
    for key, value in values.items():
        measured = BY_KEY[key] if key in MEASURED else None
        name = measured.header if measured else say(f"document.col-{key}")
        unit = measured.unit if measured else say(f"document.unit-{key}")
        text = cell_text(value, figure_kind(key))
        yield say("document.trace-value", name=name, value=text, unit=unit)
