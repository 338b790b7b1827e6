"""A period in numbers: what a report holds. `cqpair.report.summarise` makes one."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from cqpair.fields import Activity, Figures, share
from cqpair.model.remarks import Remarks
from cqpair.model.tasks import Area
from cqpair.model.units import Change, Notice, Pairing, Region
from cqpair.period import Period
from cqpair.report.periods import ReportPeriods
from cqpair.report.returned import Doubles
from cqpair.report.signed import Changes
from cqpair.select import Exclusion, Filter

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
    doubles: Doubles
    undecided: "tuple[Candidate, ...]"
    remarks: Remarks | None
    exclusions: tuple[Exclusion, ...]
    exclusions_before: tuple[Exclusion, ...]
    exclusions_beside: tuple[Exclusion, ...]
    regions: Mapping[str, Region]

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
