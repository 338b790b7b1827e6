"""Records of one pairing that may be one event told twice: points, reasons, candidates.

A pairing is told by a county and its one or two partners, each in its own words, so titles say
least: days, places and figures carry it. Points are added up, and a person decides. What is certain
to be two events, such as another township or 第二期 beside 第一期, is none whatever the points.

No record is compared with each, but with those of its county within a few days. Three tellings of
one event are three candidates, of which two decisions leave none.
"""

from collections import defaultdict, deque
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from cqpair.doubles.phrases import Namer
from cqpair.doubles.points import Event, Reason, Sender, teller_of, weigh
from cqpair.fields import COLUMNS, Activity
from cqpair.messages import say

if TYPE_CHECKING:  # few data folders hold returns
    from cqpair.book.submissions import Submissions

FEWEST_POINTS = 6
"""From these on a person would stop at two records."""


_CROWD = 24
"""Events within few days of one county that are all compared; of more only those that share
something are, and with each the last so many."""


_MOST = 128
"""No county has more events within few days: of more only those of the same title are compared."""


class Candidate(NamedTuple):
    """Two records that may be one event, in reading order, with the points and why."""

    first: Activity
    second: Activity
    score: int
    reasons: tuple[Reason, ...]

    @property
    def why(self) -> str:
        """The reasons as one sentence: 同一天；地点相同；资金投入相同."""
        return say("doubles.listed").join(map(str, self.reasons))

    @property
    def differences(self) -> dict[str, tuple[str, str]]:
        """What the two tell otherwise, by column: the canonical text of each."""
        told = ((c, c.write(self.first), c.write(self.second)) for c in COLUMNS if c.key != "id")
        return {column.key: (one, other) for column, one, other in told if one != other}


def candidates(
    records: Sequence[Activity], sender_of: Sender, apart: Container[frozenset[str]] = frozenset()
) -> list[Candidate]:
    """Pairs of `records` that may be one event, in reading order of their first.

    Two rows of one sender are two events. Where a sender is not known, records of one file with the
    same partners and lead are taken for one sender's. Of several that could be an event, only the
    likeliest of each sender is one. `apart` holds pairs of ids that are known to be two events;
    plans are not compared.
    """
    groups: dict[str, list[tuple[int, Activity]]] = {}
    for order, record in enumerate(records):
        if record.counted:
            groups.setdefault(record.county.name, []).append((order, record))
    found = []
    for group in groups.values():
        if len(group) > _CROWD and len({teller_of(r, sender_of) for _, r in group}) == 1:
            continue  # nothing to compare: one sender tells no event twice
        for one, other in _near(_events(group, sender_of)):
            ids = one.record.id, other.record.id
            if None not in ids and (ids[0] == ids[1] or frozenset(ids) in apart):
                continue
            weighed = weigh(one, other)
            if weighed and weighed.score >= FEWEST_POINTS:
                found.append(_Found(one, other, *weighed))
    return [Candidate(f.one.record, f.other.record, f.score, f.reasons) for f in _likeliest(found)]


def undecided_among(
    records: Sequence[Activity], submissions: "Submissions | None"
) -> list[Candidate]:
    """The candidates of which nobody has decided; who sent a record is known where one came."""
    if submissions is None:
        return candidates(records, lambda _: None)
    from cqpair.doubles.decided import undecided

    return undecided(records, submissions)


class _Found(NamedTuple):
    """Two events that may be one."""

    one: Event
    other: Event
    score: int
    reasons: tuple[Reason, ...]


def _events(group: Sequence[tuple[int, Activity]], sender_of: Sender) -> list[Event]:
    """Records of one county as they are compared, by their first day."""
    namer = Namer({u.name: u for _, r in group for u in (r.county, *r.partners)}.values())
    events = [Event(order, record, sender_of, namer) for order, record in group]
    return sorted(events, key=lambda event: (event.start, event.order))


def _near(events: Iterable[Event]) -> Iterator[tuple[Event, Event]]:
    """Pairs of events, each in reading order, that two senders tell, within few days."""
    active: list[Event] = []
    titled: dict[str, deque[Event]] = defaultdict(lambda: deque(maxlen=_CROWD))
    day = 0
    for event in events:
        if event.start != day:
            day = event.start
            active = [other for other in active if other.near_until >= day]
        alike = titled[event.record.title]
        if len(active) <= _CROWD:
            near: Iterable[Event] = active
        elif len(active) <= _MOST:
            near = _sharing(event, active)
        else:
            near = [other for other in alike if other.near_until >= day]
        for other in near:
            if other.teller != event.teller:
                yield (other, event) if other.order < event.order else (event, other)
        active.append(event)
        alike.append(event)


def _sharing(event: Event, active: Sequence[Event]) -> list[Event]:
    """The last few of `active` that share something with `event`: a run of the title, a figure."""
    sharing = [other for other in active if not other.shared.isdisjoint(event.shared)]
    return [other for other in sharing if other.teller != event.teller][-_CROWD:]


def _likeliest(found: Sequence[_Found]) -> Iterator[_Found]:
    """Those of which each is the likeliest that the other's sender tells, in reading order."""
    best: dict[tuple[int, tuple[object, ...]], int] = {}
    for one, other, score, _ in found:
        for key in ((one.order, other.teller), (other.order, one.teller)):
            best[key] = max(best.get(key, 0), score)
    for pair in sorted(found, key=lambda pair: (pair.one.order, pair.other.order)):
        ways = (pair.one.order, pair.other.teller), (pair.other.order, pair.one.teller)
        if all(best[way] == pair.score for way in ways):
            yield pair
