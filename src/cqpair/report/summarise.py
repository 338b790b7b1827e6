"""Records into a Report: what was done, who did nothing, what is left out, period by period."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cqpair.book import Book
from cqpair.fields import Activity
from cqpair.model.remarks import Remarks
from cqpair.model.tasks import MADE_UP, Area
from cqpair.model.units import Change, Notice, Pairing
from cqpair.period import Period
from cqpair.report import (
    By,
    Gap,
    MadeUp,
    PairLine,
    QuarterCount,
    Report,
    Silence,
)
from cqpair.report.absences import one_sided, reaches_back, silences, trend
from cqpair.report.lines import Chosen, area_lines, pair_lines, rows
from cqpair.report.periods import ReportPeriods
from cqpair.report.returned import (
    Doubles,
    Idle,
    Returned,
    counted_once,
    idle_among,
    returned,
    select_doubles,
    undecided_in,
)
from cqpair.report.signed import Changes
from cqpair.select import (
    Exclusion,
    Filter,
    PeriodRecords,
    exclusions_of,
    in_order,
    may_be_of,
    select,
)


class _Basis(NamedTuple):
    """What a report is made from: records that are asked for, by period."""

    book: Book
    spans: ReportPeriods
    taken: Mapping[Period, PeriodRecords]
    record_filter: Filter
    records: Mapping[Period | None, Sequence[Activity]]
    pairings: Sequence[Pairing]
    areas: Sequence[Area]
    doubles: Doubles
    notice: Notice | None
    returns: Returned

    @property
    def chosen(self) -> Chosen:
        """The records that figures are made of."""
        before, to_date = (p and self.records[p] for p in (self.spans.before, self.spans.to_date))
        return Chosen(self.records[self.spans.now], before, to_date)


def summarise(
    book: Book,
    spans: ReportPeriods,
    taken: Mapping[Period, PeriodRecords],
    record_filter: Filter,
    by: By = By.AREA,
) -> Report:
    """The report of what was `taken` in each of the periods of `spans`.

    Counts are of records, sums in 人次 and 元. Only sound records that the filter accepts are
    counted; what errors kept out is listed by its place. The tables have to be sound.
    """
    tasks = book.tasks.tasks
    assert tasks is not None
    counted = {p: counted_once(taken[p].sound, book.submissions) for p in spans.every()}
    basis = _Basis(
        book=book,
        spans=spans,
        taken=taken,
        record_filter=record_filter,
        records={
            p: in_order(select(counted[p][0], p, record_filter), book.pairings)
            for p in spans.every()
        },
        doubles=_doubles(counted[spans.now][1], spans.now, record_filter, book.pairings),
        pairings=[p for p in book.pairings if record_filter.pair in (None, p.county)],
        areas=[
            a
            for a in tasks.all_areas
            if record_filter.area is None or record_filter.area.key == a.key
        ],
        notice=book.tables.notice.value if book.tables.notice else None,
        returns=returned(book.submissions),
    )
    return _report(basis, tuple(pair_lines(basis.pairings, tasks.areas, basis.chosen)), by)


def _report(basis: _Basis, pairs: tuple[PairLine, ...], by: By) -> Report:
    book, spans, taken, notice = basis.book, basis.spans, basis.taken, basis.notice
    totals = basis.chosen.line()
    of_part = basis.chosen.by(lambda a: (a.area.is_safeguard,))
    lines = tuple(area_lines(basis.areas, basis.chosen))
    sure = _certain(basis, pairs)
    return Report(
        spans=spans,
        notice=notice,
        record_filter=basis.record_filter,
        totals=totals,
        areas=tuple(line for line in lines if not line.area.is_safeguard),
        safeguards=tuple(line for line in lines if line.area.is_safeguard),
        in_areas=of_part(False).line(),
        in_support=of_part(True).line(),
        pairs=pairs,
        by=by,
        rows=rows(by, book, pairs, basis.chosen),
        **_history(basis, sure)._asdict(),
        uncertain=tuple(p.pairing.county for p in pairs if p not in sure),
        untouched=tuple(_gaps(sure, basis.areas)),
        one_sided=one_sided([p.pairing for p in sure], totals.counted),
        highlights=tuple(a for a in totals.counted if a.exemplar),
        meetings=tuple(a for a in totals.counted if a.is_meeting),
        planned=tuple(a for a in totals.records if not a.counted),
        planned_next=tuple(a for a in basis.records.get(spans.ahead, ()) if not a.counted),
        doubles=basis.doubles,
        undecided=undecided_in(totals.counted, book.submissions, taken[spans.now].suspects),
        early=tuple(a for a in totals.records if notice and a.date.last < notice.date),
        changes=tuple(_changes(book, basis.pairings, spans.now)),
        since_closing=_since_closing(basis),
        made_up=_made_up(basis.records.values()),
        imprecise=in_order(_imprecise(basis, spans.now), book.pairings),
        remarks=_remarks(basis),
        exclusions=_exclusions(taken, spans.now),
        exclusions_before=_exclusions(taken, spans.before),
        exclusions_beside=tuple(_exclusions_beside(taken, spans)),
        regions=book.tables.regions(),
    )


def _doubles(
    doubles: Doubles, period: Period, record_filter: Filter, pairings: Sequence[Pairing]
) -> Doubles:
    """The doubles of the period that `record_filter` accepts, in the order of the annex."""
    standing = {id(one.row): other for one, other in select_doubles(doubles, period, record_filter)}
    ones = (one for one, _ in doubles if id(one.row) in standing)
    return tuple((one, standing[id(one.row)]) for one in in_order(ones, pairings))


def _remarks(basis: _Basis) -> Remarks | None:
    """What people wrote for the report of everything; of a part of it they wrote nothing."""
    written = basis.book.remarks
    if written is None or not basis.record_filter.everything:
        return None
    return written.of(basis.spans.now)


def _is_comparable(basis: _Basis) -> bool:
    """Whether anything is known of the period before: nothing is of one before the notice."""
    before = basis.spans.before
    if before is None or (basis.notice and before.end < basis.notice.date):
        return False
    return bool(_exclusions(basis.taken, before) or _is_recorded(basis, before))


def _certain(basis: _Basis, pairs: Sequence[PairLine]) -> list[PairLine]:
    """The pairings of which nothing that was left out of the period can hold a record."""
    lost = _exclusions(basis.taken, basis.spans.now)
    return [pair for pair in pairs if not may_be_of(lost, pair.pairing.county)]


def _idle(basis: _Basis, sure: Sequence[PairLine]) -> Idle:
    period = basis.spans.now
    every = select(basis.taken[period].sound, period, Filter())
    return idle_among(
        [pair.pairing for pair in sure if not pair.line.now.activities],
        {a.county.name for a in every if a.counted},
        basis.returns,
        period,
        _is_part(basis.record_filter),
    )


def _is_part(record_filter: Filter) -> bool:
    """Whether only a part of what pairings did is asked for."""
    return record_filter.area is not None or record_filter.lead is not None


def _since_closing(basis: _Basis) -> tuple[Changes, ...]:
    """What differs of the closed quarters that the report sums up."""
    submissions, spans = basis.book.submissions, basis.spans
    if submissions is None:
        return ()
    from cqpair.report.closing import since_closing

    whole = spans.to_date or spans.now
    taken, pairings = basis.taken[whole], basis.book.pairings
    return tuple(since_closing(submissions, whole, taken, basis.record_filter, pairings))


def _gaps(pairs: Sequence[PairLine], areas: Sequence[Area]) -> Iterator[Gap]:
    """Each task area of a pairing without an activity in the period; safeguards are no gaps."""
    for pair in pairs:
        for area in areas:
            if not area.is_safeguard and not pair.areas[area.no]:
                yield Gap(pair.pairing.county, area)


class _History(NamedTuple):
    """Who is idle, the latest quarters, and whether the period before can be spoken of."""

    silent: tuple[str, ...]
    nil: tuple[str, ...]
    returned: tuple[str, ...]
    trend: tuple[QuarterCount, ...]
    undated: int
    silences: tuple[Silence, ...]
    is_comparable: bool


def _history(basis: _Basis, sure: Sequence[PairLine]) -> _History:
    idle = _idle(basis, sure)
    quarters = _on_record(basis)
    whole = _since_a_loss(basis, quarters)
    maybe: dict[Period | None, Sequence[Activity]] = {
        quarter: tuple(_imprecise(basis, quarter)) for quarter in quarters
    }
    more = reaches_back(whole, basis.notice)
    told: dict[Period | None, Collection[str]] = {
        quarter: ()
        if _is_part(basis.record_filter)
        else basis.returns.counties(basis.pairings, quarter)
        for quarter in quarters
    }
    return _History(
        *idle,
        trend([quarter for quarter in quarters if _is_recorded(basis, quarter)], basis.records),
        len({id(a) for some in maybe.values() for a in some if a.counted}),
        silences(idle.silent, whole, basis.records, maybe, told, more),
        _is_comparable(basis),
    )


def _on_record(basis: _Basis) -> list[Period]:
    """The quarters from the notice on, and from the first that has any record."""
    notice = basis.notice
    quarters = [q for q in basis.spans.quarters if notice is None or q.end >= notice.date]
    kept = [_is_recorded(basis, q) for q in quarters]
    return quarters[kept.index(True) :] if any(kept) else []


def _is_recorded(basis: _Basis, period: Period) -> bool:
    """Whether there is any record or return of a period: without one, nothing is known of it."""
    told = select(basis.taken[period].sound, period, Filter())
    return bool(told) or basis.returns.came(period)


def _since_a_loss(basis: _Basis, quarters: Sequence[Period]) -> Sequence[Period]:
    """The quarters after the last one of which not all is known: no silence before it.

    Errors keep something out of it, or nothing at all was recorded.
    """
    lost = [
        n
        for n, q in enumerate(quarters)
        if _exclusions(basis.taken, q) or not _is_recorded(basis, q)
    ]
    return quarters[lost[-1] + 1 :] if lost else quarters


def _changes(book: Book, pairings: Sequence[Pairing], period: Period) -> Iterator[Change]:
    """The changes of the map by the end of `period`, of units of `pairings`."""
    names = {name for p in pairings for name in p.members}
    for row in book.tables.units:
        if row.value.name in names:
            yield from (c for c in row.value.changes if c.announced <= period.end)


def _made_up(records: Iterable[Sequence[Activity]]) -> MadeUp:
    """How many of the records are made up, each counted once however many periods have it."""
    every = {id(a.row): a for some in records for a in some}.values()
    return MadeUp(sum(MADE_UP in a.title for a in every), len(every))


def _exclusions(
    taken: Mapping[Period, PeriodRecords], period: Period | None
) -> tuple[Exclusion, ...]:
    """What could not be counted in a period; nothing for no period."""
    if period is None:
        return ()
    found = taken[period]
    return exclusions_of(found.rejects, found.refused, period)


def _exclusions_beside(
    taken: Mapping[Period, PeriodRecords], spans: ReportPeriods
) -> Iterator[Exclusion]:
    """What could not be counted in the other periods only, each once."""
    own = set(_exclusions(taken, spans.now))
    found = dict.fromkeys(one for other in spans.others() for one in _exclusions(taken, other))
    yield from (one for one in found if one not in own)


def _imprecise(basis: _Basis, period: Period) -> Iterator[Activity]:
    """Records that may lie in `period`, by the little that is known of their date."""
    for activity in basis.taken[period].sound:
        touches = period.touches(activity.date) and not period.holds(activity.date)
        if touches and basis.record_filter.accepts(activity):
            yield activity
