"""The records as a table that can be asked, and how each figure of a report follows from it."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from cqpair.fields import BY_KEY, COLUMNS, MEASURED, Activity, Figures, ValueKind, told_columns
from cqpair.fields import Column as RecordColumn
from cqpair.messages import say
from cqpair.model.tasks import SAFEGUARD, Area, LeadKind, Status
from cqpair.period import Period, quarter_of
from cqpair.render.document import (
    Cell,
    CellKind,
    Column,
    Condition,
    Conditions,
    Follows,
    How,
    Query,
    Table,
)
from cqpair.report import Line, NoticePart, Report
from cqpair.report.wording import Wording
from cqpair.values import PartialDate

Field = tuple[Column, Callable[[Activity], Cell]]

_KINDS = {
    ValueKind.DATE: CellKind.DATE,
    ValueKind.COUNT: CellKind.COUNT,
    ValueKind.MONEY: CellKind.MONEY,
}

_FIGURES = (CellKind.COUNT, CellKind.MONEY)


def record_field(column: RecordColumn) -> Field:
    """A column of records: its title, with the unit where it is money, and its cells.

    They are typed where they can be calculated with.
    """
    title = _title(column.key)
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
        for field, get in (record_field(column), *_beside(report, column.key))
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


def _with_rough(fields: Sequence[Field]) -> Iterator[Field]:
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
    return "、".join(_title(key) for key, figure in figures if figure and figure.approximate)


def _title(key: str) -> str:
    """What a column of records is called."""
    column = BY_KEY[key]
    return column.sum_title if column.is_money else column.header


def _beside(report: Report, key: str) -> Iterator[Field]:
    """What stands behind the column `key`, and follows from it."""
    title = _title(key)
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
    if field.title != _title(column.key):
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


_COUNTY, _PARTNERS = _title("county"), _title("partners")

_AREA, _STATUS, _LEAD = _title("area"), _title("status"), _title("lead_kind")

_COUNTED = Condition(_STATUS, Status.PLANNED, How.IS_NOT)

EVERY: Conditions = (Condition(_COUNTY, how=How.IS_FILLED),)
"""Every record."""


def of_county(name: str) -> Conditions:
    """The records of a pairing."""
    return (Condition(_COUNTY, name),)


def of_partner(name: str, names: Sequence[str]) -> Conditions | None:
    """The records in which a partner took part; None where another of `names` holds its name."""
    if any(name in other for other in names if other != name):
        return None
    return (Condition(_PARTNERS, name, How.HOLDS),)


def of_region(name: str) -> Conditions:
    """The records of the counties of a region."""
    return (Condition(say("document.col-region"), name),)


def of_area(area: Area) -> Conditions:
    """The records of an area or safeguard."""
    return (Condition(_AREA, area.key),)


def of_part(part: NoticePart) -> Conditions:
    """The records of all areas, or of all safeguards."""
    is_support = part is NoticePart.SAFEGUARDS
    how = How.HOLDS if is_support else How.HOLDS_NOT
    return (*EVERY, Condition(_AREA, SAFEGUARD, how))


def figure_query(where: Conditions, key: str) -> Query:
    """The figure `key` of the records `where`: how many, how many pairs, or a sum."""
    counted = (*where, _COUNTED)
    match key:
        case "planned":
            return Query((*where, Condition(_STATUS, Status.PLANNED)))
        case "ongoing":
            return Query((*where, Condition(_STATUS, Status.ONGOING)))
        case "completed":  # a blank status is one, too
            return Query((*counted, Condition(_STATUS, Status.ONGOING, How.IS_NOT)))
        case "led_by_associations":
            return Query((*counted, Condition(_LEAD, LeadKind.ASSOCIATION)))
        case "pairs":
            return Query(counted, distinct=_COUNTY)
        case "activities":
            return Query(counted)
        case _:
            assert key in MEASURED
            return Query(counted, adds=_title(key))


def covered_query(areas: Sequence[Area]) -> Query:
    """How many cells of the grid of pairings and `areas` have any activity."""
    each = tuple(condition for area in areas for condition in of_area(area))
    return Query((_COUNTED,), distinct=_COUNTY, each=each)


def cell_query(activity: Activity, key: str) -> Query:
    """What a record has in the column `key`, a figure."""
    return Query((Condition(_title("id"), activity.reference),), adds=_title(key))


def share_query(where: Conditions) -> Query:
    """What part of all activities those `where` are."""
    return Query((*where, _COUNTED), whole=(*EVERY, _COUNTED))


def to_date_query(where: Conditions, line: Line, to_date: Figures) -> Query:
    """The activities of the year so far: those of the period, and as many as were before it."""
    return Query((*where, _COUNTED), plus=to_date.activities - line.now.activities)


def quarter_query(report: Report, quarter: Period, activities: int) -> Query | None:
    """The activities of a quarter, if the period has them all; None for a quarter outside it."""
    if not report.period.start <= quarter.start <= quarter.end <= report.period.end:
        return None
    if sum(quarter.holds(a.date) for a in report.totals.counted) != activities:
        return None
    return Query((Condition(say("document.col-quarter"), quarter.label), _COUNTED))
