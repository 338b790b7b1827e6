"""Which records look like one event told twice: same county and area, days that touch, titles that
are equal or one within the other, and other partners or another lead; not where both tell a place
and a head count and both differ.

Records are looked up by title, never compared each with each, so that the time stays in proportion
to their number.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from typing import NamedTuple

from cqpair.fields import Activity
from cqpair.names import fold

_SHORTEST = 6
"""Characters of a title; shorter ones, such as 座谈会 or 签约仪式, many events share."""

_LONGEST = 100
"""Characters of a title; what is longer is no title, and takes long to search."""

_KEPT = 4
"""Events of one title and day at several places are more than one; more than these are rare."""


class _Event(NamedTuple):
    """A record as it is compared. `order` is its place in reading order."""

    order: int
    record: Activity
    start: date
    end: date
    title: str
    teller: tuple[object, ...]

    def is_elsewhere(self, other: "_Event") -> bool:
        """True where both tell a place and a head count, and both differ: two events."""
        here, there = fold(self.record.place or ""), fold(other.record.place or "")
        people, others = self.record.participants, other.record.participants
        if not (here and there and people and others) or people.value == others.value:
            return False
        return here not in there and there not in here


class _Latest:
    """Of the events put in, the few that end last, and one more that somebody else tells."""

    def __init__(self) -> None:
        self._kept: list[_Event] = []

    def put(self, event: _Event) -> None:
        """Keep `event` if it ends later than what is kept."""
        ordered = sorted([*self._kept, event], key=lambda e: e.end, reverse=True)
        others = [e for e in ordered[_KEPT:] if e.teller != ordered[0].teller]
        self._kept = [*ordered[:_KEPT], *others[:1]]

    def touching(self, event: _Event) -> _Event | None:
        """An event that somebody else tells, and that had not ended when `event` began."""
        for kept in self._kept:
            meets = kept.teller != event.teller and kept.end >= event.start
            if meets and not kept.is_elsewhere(event):
                return kept
        return None


_Told = tuple[int, Activity, str]
"""A record, its place in reading order before it and its title behind it."""


def retellings(records: Iterable[Activity]) -> Iterator[tuple[Activity, Activity]]:
    """Pairs of records that look like one event: the later in reading order, then the earlier."""
    groups: dict[tuple[str, str], list[_Told]] = {}
    for order, record in enumerate(records):
        key = (record.county.name, record.area.key)
        groups.setdefault(key, []).append((order, record, record.title))
    for told in groups.values():
        if _is_one_teller(told):
            continue
        titled = ((order, record, fold(title)) for order, record, title in told)
        fitting = [one for one in titled if _SHORTEST <= len(one[2]) <= _LONGEST]
        for one, other in _within(fitting):
            later, earlier = (one, other) if one.order > other.order else (other, one)
            yield later.record, earlier.record


def _is_one_teller(told: list[_Told]) -> bool:
    """True where all have the same partners and lead, as they are written."""
    _, first, _ = told[0]
    return all(
        record.partners == first.partners and record.lead == first.lead for _, record, _ in told
    )


def _event(order: int, record: Activity, title: str) -> _Event:
    start = record.date.first
    end = max(record.date.last, record.end_date.last) if record.end_date else record.date.last
    teller = (record.partner_names, fold(record.lead or ""))
    return _Event(order, record, start, end, title, teller)


def _within(told: list[_Told]) -> Iterator[tuple[_Event, _Event]]:
    """Pairs of one county and area, each event with one that began no later."""
    counts = Counter(title for _, _, title in told)
    parts = _parts(counts.keys())
    shared = {title for title in counts if counts[title] > 1 or parts.get(title)}
    shared = shared.union(*parts.values())
    alike = [_event(*one) for one in told if one[2] in shared]
    named: dict[str, _Latest] = {}
    holding: dict[str, _Latest] = {}
    for event in sorted(alike, key=lambda e: (e.start, e.order)):
        shorter = parts.get(event.title, [])
        seen = [named.get(title) for title in (event.title, *shorter)]
        seen.append(holding.get(event.title))
        other = next((e for latest in seen if latest and (e := latest.touching(event))), None)
        if other is not None:
            yield event, other
        named.setdefault(event.title, _Latest()).put(event)
        for title in shorter:
            holding.setdefault(title, _Latest()).put(event)


def _parts(titles: Set[str]) -> dict[str, list[str]]:
    """For each title within which others stand, these."""
    lengths: dict[str, set[int]] = {}
    for title in titles:
        lengths.setdefault(title[:_SHORTEST], set()).add(len(title))
    heads = {head: sorted(found) for head, found in lengths.items()}
    parts = ((title, list(_inside(title, titles, heads))) for title in titles)
    return {title: inside for title, inside in parts if inside}


def _inside(title: str, titles: Set[str], heads: Mapping[str, Sequence[int]]) -> Iterator[str]:
    """The titles within `title`. `heads` are how titles begin, and how long those are."""
    for start in range(len(title) - _SHORTEST + 1):
        for length in heads.get(title[start : start + _SHORTEST], ()):
            end = start + length
            if end > len(title):
                break
            part = title[start:end]
            if part in titles and part != title and not _cuts_number(title, start, end):
                yield part


def _cuts_number(title: str, start: int, end: int) -> bool:
    """True where an end lies between two digits: `第1` is not within `第12`."""
    return any(0 < at < len(title) and title[at - 1 : at + 1].isdecimal() for at in (start, end))
