"""Records into numbers. Counts are of records, 人次 or 元; `None` is “nothing was reported”."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from cqpair.book import Book
from cqpair.figures import Figures, figures
from cqpair.left_out import LeftOut, Taken, left_out
from cqpair.model.activity import Activity
from cqpair.model.tasks import Area, Status
from cqpair.model.units import Notice, Pairing, Region
from cqpair.period import Period
from cqpair.select import Filter, select


class By(StrEnum):
    """What the rows of the report's main table are."""

    AREA = "area"
    PAIR = "pair"
    PARTNER = "partner"
    REGION = "region"


class Line(NamedTuple):
    """A row of the report: its figures, those of the period compared with, and its records."""

    label: str
    now: Figures
    before: Figures | None
    records: tuple[Activity, ...]


class AreaLine(NamedTuple):
    """A task area or safeguard and its figures."""

    area: Area
    line: Line


class PairLine(NamedTuple):
    """A pairing's figures; `areas` counts its activities by area number, 1 to 6."""

    pairing: Pairing
    line: Line
    areas: dict[int, int]


class Gap(NamedTuple):
    """A task area that a pairing has no activity in."""

    county: str
    area: Area


class Report(NamedTuple):
    """A period in numbers.

    `in_areas` and `in_support` are the subtotals of task areas and of safeguards. `imprecise` are
    records that may lie in the period but are not known to. `left_out` are records,
    columns and files that could not be counted, `left_out_before` those of the period compared
    with.
    """

    period: Period
    compared: Period | None
    notice: Notice | None
    wanted: Filter
    totals: Line
    areas: tuple[AreaLine, ...]
    safeguards: tuple[AreaLine, ...]
    in_areas: Line
    in_support: Line
    pairs: tuple[PairLine, ...]
    by: By
    rows: tuple[Line, ...]
    silent: tuple[str, ...]
    untouched: tuple[Gap, ...]
    highlights: tuple[Activity, ...]
    imprecise: tuple[Activity, ...]
    left_out: tuple[LeftOut, ...]
    left_out_before: tuple[LeftOut, ...]


class Provenance(NamedTuple):
    """What a report was made from: program, data, records behind it, time, problems found.

    `command` is what lists the records behind the figures.
    """

    cqpair: str
    data_sha256: str
    records: int
    generated_at: datetime
    errors: int
    warnings: int
    command: str


def summarise(
    book: Book, taken: Taken, earlier: Taken | None, wanted: Filter, by: By = By.AREA
) -> Report:
    """The report of what was `taken`, beside `earlier` where that is given."""
    assert book.tasks.tasks is not None
    tasks, period = book.tasks.tasks, taken.period
    now = select(taken.sound, period, wanted)
    before = select(earlier.sound, earlier.period, wanted) if earlier else None
    pairings = [p for p in book.pairings if wanted.pair in (None, p.county)]
    pairs = tuple(_pair_line(p, tasks.areas, now, before) for p in pairings)
    areas = [a for a in tasks.all_areas if wanted.area is None or wanted.area.key == a.key]
    lines = [_area_line(area, now, before) for area in areas]
    return Report(
        period=period,
        compared=earlier.period if earlier else None,
        notice=book.tables.notice.value if book.tables.notice else None,
        wanted=wanted,
        totals=_line("", now, before, _everything),
        areas=tuple(line for line in lines if not line.area.is_safeguard),
        safeguards=tuple(line for line in lines if line.area.is_safeguard),
        in_areas=_line("areas", now, before, lambda a: not a.area.is_safeguard),
        in_support=_line("safeguards", now, before, lambda a: a.area.is_safeguard),
        pairs=pairs,
        by=by,
        rows=_rows(by, book, pairs, now, before),
        silent=tuple(p.pairing.county for p in pairs if not p.line.now.activities),
        untouched=tuple(_gaps(pairs, areas)),
        highlights=tuple(a for a in now if a.exemplar and a.status is not Status.PLANNED),
        imprecise=tuple(a for a in taken.sound if _may_belong(a, period) and wanted.accepts(a)),
        left_out=left_out(taken.rejects, taken.refused, period),
        left_out_before=left_out(earlier.rejects, earlier.refused, earlier.period)
        if earlier
        else (),
    )


Chooser = Callable[[Activity], bool]


def _everything(_: Activity) -> bool:
    return True


def _line(
    label: str,
    now: Sequence[Activity],
    before: Sequence[Activity] | None,
    belongs: Chooser,
) -> Line:
    records = tuple(a for a in now if belongs(a))
    earlier = None if before is None else figures(a for a in before if belongs(a))
    return Line(label, figures(records), earlier, records)


def _area_line(area: Area, now: Sequence[Activity], before: Sequence[Activity] | None) -> AreaLine:
    return AreaLine(area, _line(area.title, now, before, lambda a: a.area.key == area.key))


def _pair_line(
    pairing: Pairing,
    areas: Sequence[Area],
    now: Sequence[Activity],
    before: Sequence[Activity] | None,
) -> PairLine:
    line = _line(pairing.county, now, before, lambda a: a.county.name == pairing.county)
    counted = [a.area.key for a in line.records if a.status is not Status.PLANNED]
    return PairLine(pairing, line, {area.no: counted.count(area.key) for area in areas})


def _rows(
    by: By,
    book: Book,
    pairs: Sequence[PairLine],
    now: Sequence[Activity],
    before: Sequence[Activity] | None,
) -> tuple[Line, ...]:
    """The rows of the main table where it is not by area."""
    match by:
        case By.AREA:
            return ()
        case By.PAIR:
            return tuple(pair.line for pair in pairs)
        case By.PARTNER:
            names = [name for pair in pairs for name in pair.pairing.partners]
            return tuple(_line(name, now, before, partial(_has_partner, name)) for name in names)
        case By.REGION:
            units = {row.value.name: row.value for row in book.tables.units}
            counties = [units[p.pairing.county] for p in pairs if p.pairing.county in units]
            regions = dict.fromkeys(county.region for county in counties)
            return tuple(_line(region, now, before, partial(_is_in, region)) for region in regions)


def _has_partner(name: str, activity: Activity) -> bool:
    return any(unit.name == name for unit in activity.partners)


def _is_in(region: Region, activity: Activity) -> bool:
    return activity.county.region is region


def _gaps(pairs: Sequence[PairLine], areas: Sequence[Area]) -> Iterator[Gap]:
    for pair in pairs:
        for area in areas:
            if not area.is_safeguard and not pair.areas[area.no]:
                yield Gap(pair.pairing.county, area)


def _may_belong(activity: Activity, period: Period) -> bool:
    return period.touches(activity.date) and not period.holds(activity.date)
