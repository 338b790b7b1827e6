"""A period in numbers: what a report holds. `cqpair.report.summarise` makes one."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from cqpair.fields import Activity, Figures
from cqpair.model.tasks import Area
from cqpair.model.units import Change, Notice, Pairing
from cqpair.period import Period
from cqpair.report.periods import ReportPeriods
from cqpair.select import Exclusion, Filter


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

    @property
    def others(self) -> tuple[Figures, ...]:
        """The figures beside those of the period: before, then to date, where there are any."""
        return tuple(figures for figures in (self.before, self.to_date) if figures)


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


class Report(NamedTuple):
    """A period in numbers.

    `in_areas` and `in_support` are the subtotals of task areas and of safeguards. `trend` are
    the latest quarters up to the period's end, oldest first; `undated` are the activities that may
    lie in one of them but are in none. `meetings` are the joint meetings
    held (notice, 三（一）), `planned` what the period planned and has no record of doing,
    `planned_next` what the following quarter plans, `early` what was done before the day of the
    notice. `silent` are the counties that certainly have no activity; of those in `uncertain`
    something left out may be one, so nothing is said of their silence. `changes` are those of the
    map, by the period's end, of units that the report tells of. `imprecise` are records that may
    lie in the period but are not known to. `exclusions` are
    records, columns and files that could not be counted, `exclusions_before` those of the period
    compared with, `exclusions_beside` those of any period that the report tells of but its own.
    """

    spans: ReportPeriods
    notice: Notice | None
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
    made_up: MadeUp
    imprecise: tuple[Activity, ...]
    exclusions: tuple[Exclusion, ...]
    exclusions_before: tuple[Exclusion, ...]
    exclusions_beside: tuple[Exclusion, ...]

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
    """What a report was made from: program, data, records behind it, time, problems found."""

    cqpair: str
    data_sha256: str
    records: int
    generated_at: datetime
    errors: int
    warnings: int
