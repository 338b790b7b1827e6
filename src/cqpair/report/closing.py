"""A quarter as it was signed: how it is kept, whether it is still open, what differs since.

What is kept is a JSON of its figures, as `report` has them, and of every record's cells, flat and
sorted so that a comparison of two versions shows a cell a line.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from cqpair.book.submissions import QuarterReturns, Submissions
from cqpair.cells import SEPARATOR
from cqpair.fields import Activity, canonical_cells, figures
from cqpair.messages import say
from cqpair.model.units import Pairing
from cqpair.period import Period
from cqpair.report import Provenance, Report
from cqpair.report.json_lines import GAPS, area_figures, figures_json, pair_figures
from cqpair.report.returned import counted_as, counted_once, select_doubles
from cqpair.report.signed import Cells, Changes, Corrected, DamagedError, Redecided
from cqpair.select import Filter, PeriodRecords, exclusions_of, may_be_of, select


class Reopening(NamedTuple):
    """That a quarter takes changes again: of one office, or of all where `office` is None."""

    office: str | None
    why: str
    on: date


class Closed(NamedTuple):
    """A quarter as it was closed: its totals, its records by id, and who may change it again.

    `doubles` are the records that did not count, by id, each with the one that stood for it; None
    where that was not kept. `data` is all of it, as it was read.
    """

    quarter: Period
    closed_at: datetime
    totals: Mapping[str, object]
    records: Mapping[str, Cells]
    doubles: Mapping[str, str] | None
    reopened: tuple[Reopening, ...]
    data: Mapping[str, Any]


class Refusal(NamedTuple):
    """Why a closed quarter takes nothing; `key` has a sentence, and a `.fix` with the way out."""

    key: str
    params: Mapping[str, object]

    def sentence(self) -> str:
        """Both as one."""
        told, fix = say(self.key, **self.params), say(f"{self.key}.fix", **self.params)
        return say("closing.and", told=told, fix=fix)


def refusal_of(returns: QuarterReturns, office: str) -> Refusal | None:
    """Why the quarter takes nothing of `office` (its short name); None where it does.

    A quarter takes what comes until it is closed, and then from whom it was reopened for.
    """
    if returns.closed is None:
        return None
    reopened = returns.closed.get("reopened")
    for one in reopened if isinstance(reopened, list) else ():
        if isinstance(one, Mapping) and one.get("office") in (None, office):
            return None
    day = str(returns.closed.get("closed_at", ""))[:10]
    params = {"quarter": returns.quarter.label, "office": office, "day": day}
    return Refusal("closing.closed", params)


def refusal_of_all(returns: QuarterReturns, record: Activity) -> Refusal | None:
    """Why the quarter takes nothing of `record`; None where it does of one of its offices."""
    offices = (record.county, *record.partners)
    refusals = [refusal_of(returns, unit.name) for unit in offices]
    return refusals[0] if all(refusals) else None


def closed_of(returns: QuarterReturns) -> Closed | None:
    """The quarter as it was closed; None while it is open. DamagedError for any other content."""
    data = returns.closed
    if data is None:
        return None
    try:
        return Closed(
            returns.quarter,
            datetime.fromisoformat(data["closed_at"]),
            _totals(data["figures"]["totals"]),
            {str(name): _cells(cells) for name, cells in data["records"].items()},
            None if (doubles := data.get("doubles")) is None else _cells(doubles),
            tuple(_reopening(one) for one in data["reopened"]),
            data,
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        raise DamagedError(returns.quarter) from None


def _totals(data: Mapping[str, Any]) -> Mapping[str, object]:
    """Totals with the keys of today: a column that came since was reported by nobody."""
    empty = figures_json(figures(()))
    missing = {"unreported": int(data["activities"]), "approximate": 0}
    gaps: Mapping[str, Any] = {gap: empty[gap] for gap in GAPS}
    told = {gap: {key: int(data[gap].get(key, missing[gap])) for key in gaps[gap]} for gap in GAPS}
    found = {key: data.get(key, empty[key]) for key in empty if key not in GAPS}
    if not all(value is None or isinstance(value, int | str) for value in found.values()):
        raise TypeError
    return {**found, **told}


def _cells(data: Mapping[str, Any]) -> Cells:
    if not all(isinstance(text, str) for text in data.values()):
        raise TypeError
    return dict(data)


def _reopening(data: Mapping[str, Any]) -> Reopening:
    return Reopening(data["office"], str(data["why"]), date.fromisoformat(data["on"]))


def closing_of(report: Report, provenance: Provenance, before: Closed | None) -> dict[str, Any]:
    """What is kept of the quarter that the `report` is of; every record of it has an id.

    Of an earlier closing, from which it was reopened, is kept when it was and why it was opened.
    """
    earlier = [] if before is None else [*before.data.get("earlier", ()), _earlier(before)]
    return {
        "quarter": report.period.label,
        "closed_at": provenance.generated_at.isoformat(timespec="seconds"),
        "cqpair": provenance.cqpair,
        "data_sha256": provenance.data_sha256,
        "figures": {
            "totals": figures_json(report.totals.now),
            "areas": [area_figures(line) for line in report.areas],
            "safeguards": [area_figures(line) for line in report.safeguards],
            "pairs": [pair_figures(pair) for pair in report.pairs],
        },
        "records": _by_reference([*report.totals.records, *(one for one, _ in report.doubles)]),
        "doubles": counted_as(report.doubles),
        "reopened": [],
        "earlier": earlier,
    }


def _earlier(closed: Closed) -> dict[str, Any]:
    return {key: closed.data.get(key) for key in ("closed_at", "data_sha256", "reopened")}


def reopening_of(closed: Closed, reopening: Reopening) -> dict[str, Any]:
    """What is kept of a closed quarter that is opened again; the same said twice is said once."""
    told = dict.fromkeys((*closed.reopened, reopening))
    rows = [{"office": one.office, "why": one.why, "on": one.on.isoformat()} for one in told]
    return {**closed.data, "reopened": rows}


def closing_text(data: Mapping[str, Any]) -> str:
    """closed.json of a quarter."""
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def changes_of(
    closed: Closed, taken: PeriodRecords, submissions: Submissions, pairings: Sequence[Pairing]
) -> Changes:
    """What differs of a quarter since it was closed, by what its files hold now.

    Records stand in the order of `pairings`, the annex's, those of a county in that of their ids.
    Nothing is called withdrawn that may be among what errors keep out. A decision that two records
    are one event changes the totals and neither record, so it is told separately.
    """
    quarter = closed.quarter
    records = select(taken.sound, quarter, Filter())
    once, doubles = counted_once(taken.sound, submissions)
    lost = exclusions_of(taken.rejects, taken.refused, quarter)
    now, was = (_by_county(told, pairings) for told in (_by_reference(records), closed.records))
    gone = {name: cells for name, cells in was.items() if name not in now}
    return Changes(
        quarter,
        closed.closed_at,
        {name: cells for name, cells in now.items() if name not in was},
        tuple(
            Corrected(name, was[name], cells)
            for name, cells in now.items()
            if name in was and was[name] != cells
        ),
        {
            name: cells
            for name, cells in gone.items()
            if not may_be_of(lost, cells.get("county", ""))
        },
        tuple(_decided(closed, now, counted_as(select_doubles(doubles, quarter, Filter())))),
        closed.totals,
        figures_json(figures(select(once, quarter, Filter()))),
    )


def _decided(
    closed: Closed, now: Mapping[str, Cells], standing: Mapping[str, str]
) -> Iterator[Redecided]:
    """Those of `now` that count as another than they did; `standing` is as what each does now."""
    if closed.doubles is None:
        return
    for name, cells in now.items():
        was, counts_as = closed.doubles.get(name, name), standing.get(name, name)
        if was != counts_as:
            yield Redecided(name, cells, was, counts_as)


def _by_reference(records: Sequence[Activity]) -> dict[str, Cells]:
    """The cells of each record by its id, or by its place where it has none; in the ids' order."""
    found = {one.reference: canonical_cells(one) for one in records}
    return dict(sorted(found.items()))


def _by_county(records: Mapping[str, Cells], pairings: Sequence[Pairing]) -> dict[str, Cells]:
    """The same records, by id, in the order of the annex."""
    ranks = {pairing.county: n for n, pairing in enumerate(pairings)}
    rank = {name: ranks.get(cells.get("county", ""), len(ranks)) for name, cells in records.items()}
    return {name: records[name] for name in sorted(records, key=lambda name: (rank[name], name))}


def strangers(closed: Closed, changes: Changes) -> list[str]:
    """The records that differ though the quarter was not reopened for any of their offices."""
    offices = {one.office for one in closed.reopened}
    if None in offices:
        return []
    touched: dict[str, list[Cells]] = {
        **{name: [cells] for name, cells in (*changes.added.items(), *changes.withdrawn.items())},
        **{one.id: [one.cells] for one in changes.decided},
        **{one.id: [one.was, one.now] for one in changes.corrected},
    }
    return [
        name
        for name, versions in sorted(touched.items())
        if not offices & {office for cells in versions for office in _offices(cells)}
    ]


def _offices(cells: Cells) -> list[str]:
    return [cells.get("county", ""), *cells.get("partners", "").split(SEPARATOR)]


def since_closing(
    submissions: Submissions,
    period: Period,
    taken: PeriodRecords,
    record_filter: Filter,
    pairings: Sequence[Pairing],
) -> Iterator[Changes]:
    """What differs of each closed quarter in `period`, of records that `record_filter` takes."""
    for returns in submissions.quarters.values():
        quarter = returns.quarter
        if period.start <= quarter.start and quarter.end <= period.end:
            closed = closed_of(returns)
            if closed is None:
                continue
            changes = changes_of(closed, taken, submissions, pairings)
            found = _narrowed(changes, record_filter)
            if found.any if record_filter.everything else found.records:
                yield found


def _narrowed(changes: Changes, record_filter: Filter) -> Changes:
    """The changes of records that are `record_filter`, before or after."""
    asked = record_filter.accepts_cells
    return changes._replace(
        added={name: cells for name, cells in changes.added.items() if asked(cells)},
        corrected=tuple(one for one in changes.corrected if asked(one.was) or asked(one.now)),
        withdrawn={name: cells for name, cells in changes.withdrawn.items() if asked(cells)},
        decided=tuple(one for one in changes.decided if asked(one.cells)),
    )
