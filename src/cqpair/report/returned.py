"""What returns tell a report: who sent one, and which records tell one event twice.

A pairing is assessed as one, so that one of its members stands for it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from cqpair.fields import Activity
from cqpair.model.units import Pairing
from cqpair.period import Period
from cqpair.select import Filter, select

if TYPE_CHECKING:  # many a data folder has none
    from cqpair.book.submissions import Submissions
    from cqpair.doubles import Candidate


class Returned(NamedTuple):
    """Whose last return of a quarter is 零报告 and whose is another, by short name."""

    nil: Mapping[Period, frozenset[str]] = {}
    ledgers: Mapping[Period, frozenset[str]] = {}

    def came(self, period: Period) -> bool:
        """Whether a return of any quarter in `period` came from anybody."""
        return any(quarter in {*self.nil, *self.ledgers} for quarter in period.quarters())

    def any(self, pairing: Pairing, period: Period) -> bool:
        """Whether a return of any quarter in `period` came from a member of the pairing."""
        return any(self._told(pairing, quarter) for quarter in period.quarters())

    def nothing_but_nil(self, pairing: Pairing, period: Period) -> bool:
        """Whether for every quarter in `period` 零报告 came, and from no member anything else."""
        return all(
            self._told(pairing, quarter) and not self._told(pairing, quarter) & self._in(quarter)
            for quarter in period.quarters()
        )

    def counties(self, pairings: Iterable[Pairing], quarter: Period) -> set[str]:
        """The counties of the pairings of which a return for the quarter came."""
        return {p.county for p in pairings if self._told(p, quarter)}

    def _told(self, pairing: Pairing, quarter: Period) -> frozenset[str]:
        every = self.nil.get(quarter, frozenset()) | self._in(quarter)
        return every & frozenset(pairing.members)

    def _in(self, quarter: Period) -> frozenset[str]:
        return self.ledgers.get(quarter, frozenset())


def returned(submissions: "Submissions | None") -> Returned:
    """The returns that came; none where there are no submissions."""
    if submissions is None:
        return Returned()
    from cqpair.book.submissions import ReturnKind

    last = {one.quarter: one.latest for one in submissions.quarters.values()}
    nil, ledgers = (
        {
            quarter: frozenset(unit for unit, one in latest.items() if one.kind is kind)
            for quarter, latest in last.items()
        }
        for kind in (ReturnKind.NIL, ReturnKind.LEDGER)
    )
    return Returned(nil, ledgers)


class Idle(NamedTuple):
    """The counties without an activity: of whose pairings nothing came, 零报告, another return."""

    silent: tuple[str, ...]
    nil: tuple[str, ...]
    returned: tuple[str, ...]


def idle_among(
    pairings: Iterable[Pairing],
    active: Collection[str],
    returns: Returned,
    period: Period,
    is_part: bool,
) -> Idle:
    """Which of the pairings, none of which has an activity that is asked for, are what.

    `active` are the counties that have any. `is_part` says that only a part of what
    pairings did is asked for: a return says nothing of that, unless it is a 零报告.
    """
    found = Idle((), (), ())
    for pairing in pairings:
        county = pairing.county
        if county not in active and returns.nothing_but_nil(pairing, period):
            found = found._replace(nil=(*found.nil, county))
        elif returns.any(pairing, period) and not is_part:
            found = found._replace(returned=(*found.returned, county))
        else:
            found = found._replace(silent=(*found.silent, county))
    return found


Doubles = tuple[tuple[Activity, Activity], ...]
"""Records that another stands for, by a person's decision, each with that one."""


def counted_once(
    records: Sequence[Activity], submissions: "Submissions | None"
) -> tuple[Sequence[Activity], Doubles]:
    """The records that count, and those that were decided to tell an event that another tells."""
    if submissions is None:
        return records, ()
    from cqpair.doubles.decided import exclude_doubles

    decisions = [d for one in submissions.quarters.values() for d in one.decisions]
    counted = exclude_doubles(records, decisions)
    return counted.records, counted.doubles


def select_doubles(doubles: Doubles, period: Period, record_filter: Filter) -> Doubles:
    """The doubles of `period` that `record_filter` accepts."""
    chosen = {id(one) for one in select([one for one, _ in doubles], period, record_filter)}
    return tuple(pair for pair in doubles if id(pair[0]) in chosen)


def counted_as(doubles: Doubles) -> dict[str, str]:
    """As which record each of the doubles counts, by their ids."""
    return {one.reference: other.reference for one, other in doubles}


def undecided_in(
    records: Sequence[Activity],
    submissions: "Submissions | None",
    counties: Collection[str] | None = None,
) -> "tuple[Candidate, ...]":
    """Records sent by different offices that may be one event, of which nobody has decided.

    Where nothing came, who led an activity tells who sent it. There are none but in `counties`,
    where these are known.
    """
    if counties is not None:
        records = [record for record in records if record.county.name in counties]
    if not records:
        return ()
    from cqpair.doubles import undecided_among

    return tuple(undecided_among(records, submissions))
