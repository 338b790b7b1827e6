"""The records of a report as tables: all of them, the recommended, those left out, the trace."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from cqpair.fields import BY_KEY, COLUMNS, MEASURED, MONEY, Activity, ValueKind, told_columns
from cqpair.fields import Column as RecordColumn
from cqpair.messages import say
from cqpair.model.tasks import Area, LeadKind, Status
from cqpair.period import quarter_of
from cqpair.render.document import Cell, CellKind, Column, Follows, Refs, Table, cell_text
from cqpair.report import Report
from cqpair.report.queries import cell_query
from cqpair.report.tables import figure_kind
from cqpair.report.traces import TraceScope, Value, traces
from cqpair.report.wording import Wording
from cqpair.values import PartialDate

_Field = tuple[Column, Callable[[Activity], Cell]]

_KINDS = {
    ValueKind.DATE: CellKind.DATE,
    ValueKind.COUNT: CellKind.COUNT,
    ValueKind.MONEY: CellKind.MONEY,
}

_FIGURES = (CellKind.COUNT, CellKind.MONEY)


def _record_field(column: RecordColumn) -> _Field:
    """A column of records: its title, with the unit where it is money, and its cells.

    They are typed where they can be calculated with.
    """
    title = column.sum_title
    if column.key == "id":
        return Column(title, CellKind.ID), attrgetter("reference")
    if column.kind in _KINDS:
        return Column(title, _KINDS[column.kind]), attrgetter(column.key)
    return Column(title), column.write


def records_table(wording: Wording) -> Table:
    """The records of a report with all their columns, and the file and line where each stands.

    Beside them stand a number, the quarter, the region and the title of the task, by which one can
    group them.
    """
    report = wording.report
    records = report.totals.records
    fields = [
        (_chosen(report, column, field), get)
        for column in told_columns(COLUMNS, records)
        for field, get in (_record_field(column), *_beside(report, column.key))
    ]
    if any(map(_rough, records)):
        fields = list(_with_rough(fields))
    fields.append((Column(say("document.col-path"), CellKind.PATH), _path))
    fields.append((Column(say("document.col-line"), CellKind.ORDINAL), attrgetter("line")))
    getters = [get for _, get in fields]
    return Table(
        (Column(say("document.col-no"), CellKind.ORDINAL), *(column for column, _ in fields)),
        tuple((n, *[get(a) for get in getters]) for n, a in enumerate(records, 1)),
        caption=wording.caption("details"),
        name=say("document.sheet-records"),
        is_records=True,
    )


def _with_rough(fields: Sequence[_Field]) -> Iterator[_Field]:
    """The columns, and behind the last of figures one that names the approximate ones."""
    name = say("document.col-rough")
    figures = [n for n, (column, _) in enumerate(fields) if column.kind in _FIGURES]
    for n, (column, get) in enumerate(fields):
        yield column._replace(told_rough=name if n in figures else ""), get
        if n == figures[-1]:
            yield Column(name), _rough


def _rough(activity: Activity) -> str:
    """The columns in which the figure of a record is approximate."""
    figures = activity.figures.items()
    return "、".join(
        BY_KEY[key].sum_title for key, figure in figures if figure and figure.approximate
    )


def _beside(report: Report, key: str) -> Iterator[_Field]:
    """What stands behind the column `key`, and follows from it."""
    title = BY_KEY[key].sum_title
    match key:
        case "date":
            yield Column(say("document.col-quarter"), follows=Follows(title)), _quarter
        case "county":
            regions = tuple(report.regions.get(name, "") for name in _counties(report))
            column = Column(say("document.col-region"), follows=Follows(title, regions))
            yield column, attrgetter("county.region")
        case "area":
            titles = tuple(area.title for area in _areas(report))
            column = Column(say("document.col-task"), follows=Follows(title, titles))
            yield column, attrgetter("area.title")


def _chosen(report: Report, column: RecordColumn, field: Column) -> Column:
    """The column of a table with what its cells are chosen from, where that is a short list."""
    if field.title != column.sum_title:
        return field
    match column.key:
        case "county":
            return field._replace(values=_counties(report))
        case "area":
            return field._replace(values=tuple(area.key for area in _areas(report)))
        case "status":
            return field._replace(values=tuple(Status))
        case "lead_kind":
            return field._replace(values=tuple(LeadKind))
        case _:
            return field


def _counties(report: Report) -> tuple[str, ...]:
    """The counties of the report's pairings, and any other that a record names."""
    paired = (pair.pairing.county for pair in report.pairs)
    return tuple(dict.fromkeys((*paired, *(a.county.name for a in report.totals.records))))


def _areas(report: Report) -> list[Area]:
    """The areas, then the safeguards, that the report is of."""
    return [line.area for line in (*report.areas, *report.safeguards)]


def _quarter(activity: Activity) -> Cell:
    """The quarter that the record is in, 2021Q2; "" where no more than the year is known."""
    return _quarter_label(activity.date)


@lru_cache(maxsize=1000)  # days repeat
def _quarter_label(when: PartialDate) -> str:
    quarter = quarter_of(when.first)
    return quarter.label if quarter.holds(when) else ""


def _path(activity: Activity) -> Cell:
    """The file, and the sheet where it has any."""
    sheet = activity.at().sheet
    return f"{activity.path} › {sheet}" if sheet else activity.path


_SHOWN = ("id", "date", "area", "title", "lead_kind", "status", "participants", *MONEY)

_TOLD_OF_EXEMPLARS = (
    "date", "area", "title", "form", "place", "participants", "outcome", "id"
)  # fmt: skip

_PAIR = 2  # where the pairing stands among them


def details_table(wording: Wording) -> Table:
    """The records of a report with the columns that a reader of a report needs."""
    columns = told_columns([BY_KEY[key] for key in _SHOWN], wording.report.totals.records)
    fields = [_record_field(column) for column in columns]
    fields.insert(_PAIR, _pair_field(wording))
    return _table(wording, fields)


def exemplars_table(wording: Wording) -> Table:
    """The recommended activities (notice, 三（三）): who, what, its result, how many people."""
    fields = [_record_field(BY_KEY[key]) for key in _TOLD_OF_EXEMPLARS]
    fields.insert(0, _pair_field(wording))
    table = _table(wording, fields, wording.report.highlights)
    at = [column.title for column in table.columns].index(BY_KEY["participants"].header)
    return table._replace(
        queries=tuple(
            (None,) * at + (cell_query(a, "participants"),) + (None,) * (len(fields) - at - 1)
            for a in wording.report.highlights
        ),
        caption=wording.caption("exemplars"),
        name=say("document.sheet-exemplars"),
    )


def left_out_table(wording: Wording) -> Table:
    """What errors keep out of the figures, and where it stands: a row a record, column or file."""
    report = wording.report
    parts = ((wording.this, report.exclusions), (say("document.beside"), report.exclusions_beside))
    rows = tuple(
        (say(f"document.left-out-kind-{one.kind}"), one.place.spot(), when)
        for when, exclusions in parts
        for one in exclusions
    )
    columns = (
        Column(say("document.col-kind")),
        Column(say("document.col-place"), CellKind.PATH),
        Column(say("document.col-when")),
    )
    caption = say("document.caption-left-out", period=wording.period)
    return Table(columns, rows, caption=caption, name=say("document.sheet-left-out"))


def _pair_field(wording: Wording) -> _Field:
    """Who took part, in the order of the annex."""
    return Column(say("document.col-pair")), lambda activity: "、".join(wording.members(activity))


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
    caption = wording.caption("trace")
    return Table(columns, rows, caption=caption, name=say("document.sheet-trace"))


def _table(
    wording: Wording, fields: Sequence[_Field], records: Sequence[Activity] | None = None
) -> Table:
    """Records as a table of `fields`: all of the period where `records` does not say which."""
    getters = [get for _, get in fields]
    chosen = wording.report.totals.records if records is None else records
    return Table(
        tuple(column for column, _ in fields),
        tuple(tuple([get(a) for get in getters]) for a in chosen),
        caption=wording.caption("details"),
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
