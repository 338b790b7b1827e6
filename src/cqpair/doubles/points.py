"""How much speaks for two records being one event: points, and the reason for each."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from cqpair.doubles.phrases import Namer, Site, Topic, shared_run, widened
from cqpair.fields import BY_KEY, MEASURED, Activity
from cqpair.messages import say
from cqpair.names import fold
from cqpair.source import NOTHING
from cqpair.values import PartialDate

NEAR_DAYS = 3
"""Days that one side's date may be off the other's: the day they set out, or sent it in."""


_SHORTEST = 6
"""Characters of a title that says something when it is another's, whole."""


_LONG = 7
"""Days; what takes longer has room for many events."""


_NEAR, _HALF = Decimal("0.8"), Decimal("0.5")


Sender = Callable[[Activity], str | None]
"""The short name of who sent a record in; None where that is not known."""


class Reason(NamedTuple):
    """Why two records look like one event; `str` of it is the sentence in the language in use."""

    key: str
    params: Mapping[str, object] = NOTHING

    def __str__(self) -> str:
        columns = {k: BY_KEY[str(v)].title for k, v in self.params.items() if k == "column"}
        return say(f"doubles.{self.key}", **{**self.params, **columns})


class Event:
    """A record as it is compared. `order` is its place in reading order, days are ordinals.

    What its words say is worked out when it is first compared: most records never are.
    """

    def __init__(self, order: int, record: Activity, sender_of: Sender, namer: Namer) -> None:
        self.order = order
        self.record = record
        self.start = record.date.first.toordinal()
        ends = record.end_date
        self.end = (max(record.date.last, ends.last) if ends else record.date.last).toordinal()
        self.near_until = self.end + NEAR_DAYS
        self._sender_of = sender_of
        self._namer = namer

    @cached_property
    def teller(self) -> tuple[object, ...]:
        """Who tells it; one that tells two records tells two events."""
        return teller_of(self.record, self._sender_of)

    @cached_property
    def topic(self) -> Topic:
        """What it was about."""
        return self._namer.topic(self.record.title, self.record.place)

    @cached_property
    def site(self) -> Site:
        """Where it was."""
        return self._namer.site(self.record.place, self.record.title)

    @cached_property
    def shared(self) -> frozenset[object]:
        """Of what another telling of it must have some: its title, runs of it, its figures."""
        figures = ((key, getattr(self.record, key)) for key in MEASURED)
        known = ((key, figure.value) for key, figure in figures if figure and figure.value)
        return frozenset((self.topic.title, *self.topic.runs, *known))


def teller_of(record: Activity, sender_of: Sender) -> tuple[object, ...]:
    """Who tells of a record: its sender, else whoever that has its file, partners and lead."""
    sender = sender_of(record)
    if sender is not None:
        return (sender,)
    return (record.path, record.partner_names, fold(record.lead or ""))


class Weighed(NamedTuple):
    """The points for two records being one event, and why."""

    score: int
    reasons: tuple[Reason, ...]


Points = tuple[int, Reason | None]
"""What one sort of evidence says, and the sentence for it where it speaks for one event."""


def weigh(one: Event, other: Event) -> Weighed | None:
    """What speaks for two records being one event; None where they are certain to be two."""
    days = _days(one, other)
    if days is None or one.topic.is_another(other.topic) or one.site.is_elsewhere(other.site):
        return None
    found = [days, _places(one.site, other.site), *_figures(one.record, other.record)]
    found += [_titles(one.topic, other.topic), *_rest(one.record, other.record)]
    return Weighed(sum(points for points, _ in found), tuple(why for _, why in found if why))


def _days(one: Event, other: Event) -> Points | None:
    first, second = (one, other) if one.start <= other.start else (other, one)
    apart = second.start - first.end
    for event in (one, other):
        if (vague := _vague(event.record.date)) and apart <= 0:
            return vague
    if apart > NEAR_DAYS or _vague(one.record.date) or _vague(other.record.date):
        return None
    if one.start == other.start:
        return 3, Reason("same-day")
    if apart > 0:
        return (2 if apart == 1 else 1), Reason("days-apart", {"days": apart})
    if max(one.end - one.start, other.end - other.start) <= _LONG:
        return 3, Reason("days-touch")
    return 0, Reason("within-span")


def _vague(day: PartialDate) -> Points | None:
    """What a date known to the month or the year is worth, where the other lies within it."""
    if day.first == day.last:
        return None
    return (1, Reason("in-month")) if len(str(day)) == 7 else (0, Reason("in-year"))


def _places(one: Site, other: Site) -> Points:
    if not (one.rest and other.rest):
        same = one.units and one.units == other.units
        name = "、".join(sorted(one.units))
        return (1, Reason("both-in", {"name": name})) if same else (0, None)
    if one.rest == other.rest:
        return 2, Reason("online" if one.rest == "线上" else "same-place")
    if one.town and other.town:
        return 2, Reason("both-in", {"name": min(one.town, other.town, key=len)})
    if one.rest in other.rest or other.rest in one.rest:
        return 2, Reason("same-place")
    run = shared_run(one.pieces, other.pieces)
    return (1, Reason("place-shares", {"text": run})) if len(run) > 1 else (-2, None)


def _figures(one: Activity, other: Activity) -> Iterator[Points]:
    """Equal heads and sums are rarely chance. Each side may tell its own money, so other sums
    say nothing; half the heads are another event.
    """
    for key in MEASURED:
        a, b = getattr(one, key), getattr(other, key)
        if a and b and a.value > 0 and b.value > 0:
            ratio = Decimal(min(a.value, b.value)) / Decimal(max(a.value, b.value))
            worth = 1 if key == "experts" else 2
            if ratio == 1:
                yield worth, Reason("same-figure", {"column": key})
            elif ratio >= _NEAR:
                close = ratio >= Decimal("0.95") and (a.approximate or b.approximate)
                yield (worth if close else 1), Reason("near-figure", {"column": key})
            elif key == "participants" and ratio < _HALF:
                yield -2, None


def _titles(one: Topic, other: Topic) -> Points:
    short, long = sorted((one.title, other.title), key=len)
    if len(short) >= _SHORTEST and short in long and not _cuts_number(short, long):
        return 4, Reason("same-title" if short == long else "title-within")
    run = shared_run(one.pieces, other.pieces)
    if len(run) > 1:
        text = widened(run, one.bare, other.bare)
        return (3 if len(run) > 3 else 2), Reason("title-shares", {"text": text})
    return (-1 if one.pieces and other.pieces and not run else 0), None


def _cuts_number(short: str, long: str) -> bool:
    """True where an end lies between two digits: `1` is not within `12`."""
    start = long.index(short)
    ends = (start, start + len(short))
    return any(0 < at < len(long) and long[at - 1 : at + 1].isdecimal() for at in ends)


def _rest(one: Activity, other: Activity) -> Iterator[Points]:
    yield (1, None) if one.area.key == other.area.key else (-2, None)
    if one.form and one.form == other.form:
        yield 1, Reason("same-form")
    if one.lead and fold(one.lead) == fold(other.lead or ""):
        yield 1, Reason("same-lead")
    if not {unit.name for unit in one.partners}.intersection(u.name for u in other.partners):
        yield -2, None
