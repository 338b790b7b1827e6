"""Records into numbers. Counts are of records, 人次 or 元; `None` is “nothing was reported”."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cqpair.book import Book
from cqpair.figures import figures, shares
from cqpair.left_out import Taken, left_out
from cqpair.model.activity import Activity
from cqpair.model.tasks import Area, Status
from cqpair.model.units import Pairing
from cqpair.period import Period
from cqpair.report import AreaLine, By, Gap, Line, PairLine, Report
from cqpair.report.silence import one_sided, silences, trend
from cqpair.report.spans import Spans
from cqpair.select import Filter, select

_MEETING = (
    "联席会议"  # a form of tasks.yaml, and a word of its measure 定期召开对接联席会议 (三（一）)
)


class _Chosen(NamedTuple):
    """Records of the period, of the one compared with, and of the year so far."""

    now: Sequence[Activity]
    before: Sequence[Activity] | None
    to_date: Sequence[Activity] | None


def summarise(
    book: Book, spans: Spans, taken: Mapping[Period, Taken], wanted: Filter, by: By = By.AREA
) -> Report:
    """The report of what was `taken` in each of the periods of `spans`."""
    tasks = book.tasks.tasks
    assert tasks is not None
    records = {period: select(taken[period].sound, period, wanted) for period in spans.every()}
    before, to_date = (p and records[p] for p in (spans.before, spans.to_date))
    chosen = _Chosen(records[spans.now], before, to_date)
    by_county = _grouped(chosen, lambda a: (a.county.name,))
    by_part = _grouped(chosen, lambda a: (a.area.is_safeguard,))
    pairings = [p for p in book.pairings if wanted.pair in (None, p.county)]
    pairs = tuple(_pair_line(p, tasks.areas, by_county(p.county)) for p in pairings)
    areas = [a for a in tasks.all_areas if wanted.area is None or wanted.area.key == a.key]
    lines = tuple(_area_lines(areas, _grouped(chosen, lambda a: (a.area.key,))))
    silent = tuple(p.pairing.county for p in pairs if not p.line.now.activities)
    notice = book.tables.notice.value if book.tables.notice else None
    quarters = [q for q in spans.quarters if notice is None or q.end >= notice.date]
    return Report(
        spans=spans,
        notice=notice,
        wanted=wanted,
        totals=_line("", chosen),
        areas=tuple(line for line in lines if not line.area.is_safeguard),
        safeguards=tuple(line for line in lines if line.area.is_safeguard),
        in_areas=_line("areas", by_part(False)),
        in_support=_line("safeguards", by_part(True)),
        pairs=pairs,
        by=by,
        rows=_rows(by, book, pairs, chosen),
        trend=trend(quarters, records),
        silent=silent,
        silences=silences(silent, quarters, records),
        untouched=tuple(_gaps(pairs, areas)),
        **_told_of(chosen.now, pairings, spans, records),
        **_kept_out(spans, taken, wanted),
    )


Keys = Callable[[Activity], Iterable[object]]


def _grouped(chosen: _Chosen, keys: Keys) -> Callable[[object], _Chosen]:
    """The records under each of their keys; each sort of records is gone through once."""
    groups = [None if some is None else _by_key(some, keys) for some in chosen]
    return lambda key: _Chosen(*(None if g is None else g.get(key, []) for g in groups))  # type: ignore[arg-type]


def _by_key(activities: Sequence[Activity], keys: Keys) -> dict[object, list[Activity]]:
    found: dict[object, list[Activity]] = {}
    for activity in activities:
        for key in keys(activity):
            found.setdefault(key, []).append(activity)
    return found


def _line(label: str, chosen: _Chosen) -> Line:
    now, before, to_date = chosen
    return Line(
        label,
        figures(now),
        None if before is None else figures(before),
        None if to_date is None else figures(to_date),
        tuple(now),
    )


def _area_lines(areas: Sequence[Area], of_area: Callable[[object], _Chosen]) -> Iterator[AreaLine]:
    lines = [_line(area.title, of_area(area.key)) for area in areas]
    parts = shares([line.now.activities for line in lines])
    for area, line, share in zip(areas, lines, parts, strict=True):
        told = [a.measure for a in line.records if a.status is not Status.PLANNED]
        yield AreaLine(area, line, share, {name: told.count(name) for name in area.measures})


def _pair_line(pairing: Pairing, areas: Sequence[Area], chosen: _Chosen) -> PairLine:
    line = _line(pairing.county, chosen)
    counted = [a.area.key for a in line.records if a.status is not Status.PLANNED]
    return PairLine(pairing, line, {area.no: counted.count(area.key) for area in areas})


def _rows(by: By, book: Book, pairs: Sequence[PairLine], chosen: _Chosen) -> tuple[Line, ...]:
    """The rows of the main table where it is not by area."""
    match by:
        case By.AREA:
            return ()
        case By.PAIR:
            return tuple(pair.line for pair in pairs)
        case By.PARTNER:
            of_partner = _grouped(chosen, lambda a: [unit.name for unit in a.partners])
            names = [name for pair in pairs for name in pair.pairing.partners]
            return tuple(_line(name, of_partner(name)) for name in names)
        case By.REGION:
            units = {row.value.name: row.value for row in book.tables.units}
            counties = [units[p.pairing.county] for p in pairs if p.pairing.county in units]
            regions = dict.fromkeys(county.region for county in counties)
            of_region = _grouped(chosen, lambda a: (a.county.region,))
            return tuple(_line(region, of_region(region)) for region in regions)


def _gaps(pairs: Sequence[PairLine], areas: Sequence[Area]) -> Iterator[Gap]:
    for pair in pairs:
        for area in areas:
            if not area.is_safeguard and not pair.areas[area.no]:
                yield Gap(pair.pairing.county, area)


def _told_of(
    now: Sequence[Activity],
    pairings: Sequence[Pairing],
    spans: Spans,
    records: Mapping[Period, Sequence[Activity]],
) -> dict[str, Any]:
    """The fields of a report that name records of note."""
    counted = [a for a in now if a.status is not Status.PLANNED]
    following = records[spans.ahead] if spans.ahead else ()
    return {
        "one_sided": one_sided(pairings, counted),
        "highlights": tuple(a for a in counted if a.exemplar),
        "meetings": tuple(a for a in counted if _MEETING in f"{a.form} {a.measure}"),
        "planned": tuple(a for a in now if a.status is Status.PLANNED),
        "planned_next": tuple(a for a in following if a.status is Status.PLANNED),
    }


def _kept_out(spans: Spans, taken: Mapping[Period, Taken], wanted: Filter) -> dict[str, Any]:
    """The fields of a report that tell what is in none of its figures."""
    now, before = taken[spans.now], taken[spans.before] if spans.before else None
    maybe = [a for a in now.sound if _may_belong(a, spans.now)]
    return {
        "imprecise": tuple(a for a in maybe if wanted.accepts(a)),
        "left_out": left_out(now.rejects, now.refused, now.period),
        "left_out_before": left_out(before.rejects, before.refused, before.period)
        if before
        else (),
    }


def _may_belong(activity: Activity, period: Period) -> bool:
    return period.touches(activity.date) and not period.holds(activity.date)
