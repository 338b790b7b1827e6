"""A period in numbers: what a report holds. `cqpair.report.summarise` makes one."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from cqpair.fields import MEASURED, Activity, Figures, figure_value, figures, share
from cqpair.model.remarks import Remarks
from cqpair.model.tasks import Area, LeadKind, Status
from cqpair.model.units import Change, Notice, Pairing
from cqpair.period import Period
from cqpair.report.signed import Changes
from cqpair.select import Exclusion, Filter
from cqpair.values import Figure

if TYPE_CHECKING:  # only what was sent by several offices can be told twice
    from cqpair.doubles import Candidate


class By(StrEnum):
    """What the rows of the report's main table are."""

    AREA = "area"
    PAIR = "pair"
    PARTNER = "partner"
    REGION = "region"


class Line(NamedTuple):
    """Figures of the period, of the one compared with, of the year so far, and the records."""

    now: Figures
    before: Figures | None
    to_date: Figures | None
    records: tuple[Activity, ...]

    @property
    def counted(self) -> tuple[Activity, ...]:
        """The records that are activities: all but the planned ones."""
        return tuple(a for a in self.records if a.counted)


class ReportRow(NamedTuple):
    """A line of a table with its title."""

    label: str
    line: Line


class AreaLine(NamedTuple):
    """A task area or safeguard in figures.

    `share` is its part of all activities, in per cent; None where there are none. `measures`
    counts the activities by measure, every measure of the notice being there.
    """

    area: Area
    line: Line
    share: Decimal | None
    measures: dict[str, int]


class PairLine(NamedTuple):
    """A pairing's figures; `areas` counts its activities by area number, 1 to 6."""

    pairing: Pairing
    line: Line
    areas: dict[int, int]


class Gap(NamedTuple):
    """A task area that a pairing has no activity in."""

    county: str
    area: Area


class Silence(NamedTuple):
    """How many quarters in a row a pairing has no activity in, the last one of them included.

    `at_least` says that quarters before those were not looked at.
    """

    county: str
    quarters: int
    at_least: bool


class OneSided(NamedTuple):
    """A pairing of two partners with activities, none of which `absent` took part in."""

    county: str
    active: str
    absent: str


class MadeUp(NamedTuple):
    """How many of the records that a report tells anything of are made up."""

    records: int
    of: int


class QuarterCount(NamedTuple):
    """A quarter and how many activities it had."""

    quarter: Period
    activities: int


class ReportPeriods(NamedTuple):
    """The period of a report and those it stands beside; None where there is none.

    `to_date` is the year up to the period's end, where that is more than the period; `quarters`
    the latest quarters up to its end, oldest first, none for a mere span of days;
    `ahead` the quarter after it.
    """

    now: Period
    before: Period | None
    to_date: Period | None
    quarters: tuple[Period, ...]
    ahead: Period | None

    def every(self) -> tuple[Period, ...]:
        """Each of the periods once."""
        named = (self.now, self.before, self.to_date, *self.quarters, self.ahead)
        return tuple(dict.fromkeys(period for period in named if period))

    def reported(self) -> tuple[Period, ...]:
        """The periods of which a report has to know who sent a return and what was closed."""
        named = (self.now, self.before, self.to_date, *self.quarters)
        return tuple(dict.fromkeys(period for period in named if period))

    def others(self) -> tuple[Period, ...]:
        """Each of the periods once, but for the report's own."""
        return tuple(period for period in self.every() if period != self.now)


class Report(NamedTuple):
    """A period in numbers.

    `is_comparable` says that anything is known of the period that it stands beside. `in_areas` and
    `in_support` are the subtotals of task areas and of safeguards. `trend` are
    the latest quarters up to the period's end, oldest first; `undated` are the activities that may
    lie in one of them but are in none. `meetings` are the joint meetings
    held (notice, 三（一）), `planned` what the period planned and has no record of doing,
    `planned_next` what the following quarter plans, `early` what was done before the day of the
    notice. `silent` are the counties that certainly have no activity and of whose pairing no return
    came; of `nil` a 零报告 came and nothing else, of `returned` some return without an activity. Of
    those in `uncertain` something left out may be an activity, so nothing is said of their silence.
    `since_closing` is what differs of quarters that it sums up and that were closed. `changes` are
    those of the map, by the period's end, of units that the report tells of. `imprecise` are
    records that may lie in the period but are not known to. `doubles` are not counted, since a
    person decided that the other record tells the same event; of `undecided` nobody has decided, so
    both count. `remarks` are what people wrote for this very period: None where nobody did, where
    what they wrote has an error, and in a report of a part. `exclusions` are records, columns and
    files that could not be counted, `exclusions_before` those of the period compared with,
    `exclusions_beside` those of any period that the report tells of but its own. `regions` are
    those of all units, by name.
    """

    spans: ReportPeriods
    notice: Notice | None
    is_comparable: bool
    record_filter: Filter
    totals: Line
    areas: tuple[AreaLine, ...]
    safeguards: tuple[AreaLine, ...]
    in_areas: Line
    in_support: Line
    pairs: tuple[PairLine, ...]
    by: By
    rows: tuple[ReportRow, ...]
    trend: tuple[QuarterCount, ...]
    undated: int
    silent: tuple[str, ...]
    nil: tuple[str, ...]
    returned: tuple[str, ...]
    uncertain: tuple[str, ...]
    silences: tuple[Silence, ...]
    one_sided: tuple[OneSided, ...]
    untouched: tuple[Gap, ...]
    highlights: tuple[Activity, ...]
    meetings: tuple[Activity, ...]
    planned: tuple[Activity, ...]
    planned_next: tuple[Activity, ...]
    early: tuple[Activity, ...]
    changes: tuple[Change, ...]
    since_closing: tuple[Changes, ...]
    made_up: MadeUp
    imprecise: tuple[Activity, ...]
    doubles: tuple[tuple[Activity, Activity], ...]
    undecided: "tuple[Candidate, ...]"
    remarks: Remarks | None
    exclusions: tuple[Exclusion, ...]
    exclusions_before: tuple[Exclusion, ...]
    exclusions_beside: tuple[Exclusion, ...]
    regions: Mapping[str, str]

    @property
    def period(self) -> Period:
        """What it is a report of."""
        return self.spans.now

    @property
    def has_own_rows(self) -> bool:
        """Whether there is a table by partner or region; by area and by pairing always is."""
        return self.by in (By.PARTNER, By.REGION)

    @property
    def compared(self) -> Period | None:
        """What it stands beside."""
        return self.spans.before


class Provenance(NamedTuple):
    """What a report was made from: program, data, records behind it, time, problems found.

    `remarks` is the file of what people added, None where nothing of any is used.
    """

    cqpair: str
    data_sha256: str
    records: int
    generated_at: datetime
    errors: int
    warnings: int
    remarks: str | None = None


LOOKED_BACK = 5
"""Quarters that are looked at, the last one of the period included."""


class Compare(StrEnum):
    """What the period of a report stands beside."""

    PREVIOUS = "previous"
    LAST_YEAR = "last-year"
    NONE = "none"


def spans(period: Period, compare: Compare) -> ReportPeriods:
    """What a report of `period` needs to know of."""
    quarters = _quarters(period)
    to_date = period.year_to_date()
    return ReportPeriods(
        period,
        _before(period, compare),
        None if to_date == period else to_date,
        quarters,
        period.quarter_after(),
    )


def _quarters(period: Period) -> tuple[Period, ...]:
    """The quarters that stand beside one another: a year's own, else the latest ones."""
    if period.months == 12:
        return period.quarters()
    return tuple(reversed(list(_back(period)))) if period.months else ()


def _before(period: Period, compare: Compare) -> Period | None:
    match compare:
        case Compare.PREVIOUS:
            return period.previous()
        case Compare.LAST_YEAR:
            return period.last_year()
        case Compare.NONE:
            return None


def _back(period: Period) -> Iterator[Period]:
    """The latest quarters up to the end of `period`."""
    quarter: Period | None = period.last_quarter()
    for _ in range(LOOKED_BACK):
        if quarter is None:
            return
        yield quarter
        quarter = quarter.previous()


Value = int | Decimal | Figure


class NoticePart(StrEnum):
    """The parts of the notice that have a subtotal."""

    AREAS = "areas"
    SAFEGUARDS = "safeguards"


class AreaRow(NamedTuple):
    """A row by area: an area or safeguard, or the subtotal of its part where `area` is None.

    `share` is its part of all activities, in per cent; None where there are none.
    """

    part: NoticePart
    area: Area | None
    line: Line
    share: Decimal | None


class TraceScope(NamedTuple):
    """What a figure is of: everything, a part, an area, a pairing, an area of a pairing, a row.

    `row` is the title of a row by partner or region.
    """

    area: Area | None = None
    county: str | None = None
    part: NoticePart | None = None
    row: str | None = None


class Trace(NamedTuple):
    """Figures of one scope, by key, that stand for the same records."""

    scope: TraceScope
    values: dict[str, Value]
    records: tuple[Activity, ...]


def area_rows(report: Report) -> Iterator[AreaRow]:
    """Each area and safeguard in the notice's order, below several of a part their subtotal."""
    whole = report.totals.now.activities
    for part, lines, subtotal in (
        (NoticePart.AREAS, report.areas, report.in_areas),
        (NoticePart.SAFEGUARDS, report.safeguards, report.in_support),
    ):
        for area in lines:
            yield AreaRow(part, area.area, area.line, area.share)
        if len(lines) > 1:
            yield AreaRow(part, None, subtotal, share(subtotal.now.activities, whole))


def traces(report: Report) -> Iterator[Trace]:
    """Every figure of the period in tables that is not nought, with its records."""
    for scope, records in _scopes(report):
        found = figures(records)
        groups: dict[tuple[int, ...], Trace] = {}
        for key, behind in _behind(records):
            if behind and _is_told(scope, key) and (value := _value(found, key)):
                rows = tuple(map(id, behind))
                group = groups.setdefault(rows, Trace(scope, {}, tuple(behind)))
                group.values[key] = value
        yield from groups.values()


def _scopes(report: Report) -> Iterator[tuple[TraceScope, Sequence[Activity]]]:
    yield TraceScope(), report.totals.records
    for part, area, line, _ in area_rows(report):
        yield TraceScope(area) if area else TraceScope(part=part), line.records
    if report.has_own_rows:
        for label, line in report.rows:
            yield TraceScope(row=label), line.records
    for pair in report.pairs:
        county = pair.pairing.county
        yield TraceScope(county=county), pair.line.records
        for area, *_ in report.areas:
            inside = [a for a in pair.line.records if a.area.key == area.key]
            yield TraceScope(area, county), inside
        support = [a for a in pair.line.records if a.area.is_safeguard]
        yield TraceScope(county=county, part=NoticePart.SAFEGUARDS), support


def _is_told(scope: TraceScope, key: str) -> bool:
    """Whether a report tells this figure: in the grid of pairings it tells activities only."""
    if scope.county is None:
        return True
    if scope.area or scope.part:
        return key == "activities"
    return key != "pairs"


def _behind(records: Sequence[Activity]) -> Iterator[tuple[str, list[Activity]]]:
    """The records that each figure counts or adds up."""
    counted = [a for a in records if a.counted]
    yield "activities", counted
    yield "pairs", counted
    yield "completed", [a for a in counted if a.status is Status.COMPLETED]
    yield "ongoing", [a for a in counted if a.status is Status.ONGOING]
    yield "planned", [a for a in records if not a.counted]
    led = [a for a in counted if a.lead_kind is LeadKind.ASSOCIATION]
    yield "led_by_associations", led
    for key in MEASURED:
        yield key, [a for a in counted if getattr(a, key) is not None]


def _value(found: Figures, key: str) -> Value | None:
    """The figure; None for nought, 约0 among it."""
    value = figure_value(found, key)
    number: Value | None = value.value if isinstance(value, Figure) else value
    return value if number else None
