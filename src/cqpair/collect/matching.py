"""A return against what the same office sent for the quarter before, record by record.

Sure are: the same 编号 with the same date or title, the whole row, the same date and title; each
one to one. What is only near is asked, never decided. What the new return has no column for is as
it was, and a record that it lacks is missing, never gone.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cqpair.fields import BY_KEY, COLUMNS, MEASURED, Activity
from cqpair.messages import say
from cqpair.names import fold
from cqpair.source import Fault, Reject
from cqpair.values import folded

NEW = frozenset({"新增", "新", "new"})
"""What stands in 编号 to say that a record is another event than the one it is near to."""


_OWN = ("id",)


class Difference(NamedTuple):
    """A cell that differs in the new return, as canonical texts."""

    id: str
    column: str
    old: str
    new: str


class Matched(NamedTuple):
    """Which records are known, by their place among the new ones, and what differs.

    `pairs` are (new, earlier), in the order of the return; `added` have no earlier one, `missing`
    no new one. `rejects` are what has to be asked.
    """

    pairs: tuple[tuple[Activity, Activity], ...]
    added: tuple[Activity, ...]
    missing: tuple[Activity, ...]
    differences: tuple[Difference, ...]
    rejects: tuple[Reject, ...]


def match(
    new: Sequence[Activity], earlier: Sequence[Activity], sender: str, quarter: str
) -> Matched:
    """The records of a return matched with the office's earlier ones of that quarter."""
    rejects = [*foreign_ids(new, earlier, sender, quarter)]
    pairs: list[tuple[Activity, Activity]] = []
    left, right = list(new), list(earlier)
    for alike in (_same_id, _same_row, _same_event_and_place, _same_event):
        for one, other in list(_one_to_one(left, right, alike)):
            pairs.append((one, other))
            left.remove(one)
            right.remove(other)
    order = {id(one): n for n, one in enumerate(new)}
    pairs.sort(key=lambda pair: order[id(pair[0])])
    said_new = [one for one in left if folded(one.id or "").casefold() in NEW]
    for one in left:
        if one not in said_new and one.id is None:
            rejects += [_asked(one, other, why) for other in right if (why := _near(one, other))]
    rejects += _other_events([(one, other.id) for one, other in pairs], earlier)
    rejects += _other_events([(one, None) for one in left], earlier)
    differences = tuple(d for one, other in pairs for d in _differences(one, other))
    return Matched(tuple(pairs), tuple(left), tuple(right), differences, tuple(rejects))


def corrected(new: Activity, earlier: Activity) -> Activity:
    """The earlier record as the new return has it: its 编号 stays, and what no column tells."""
    told = {
        column.key: getattr(new, column.key)
        for column in COLUMNS
        if column.key not in _OWN and column.key in new.record_sheet.where
    }
    kept = {column.key: getattr(earlier, column.key) for column in COLUMNS}
    return new._replace(**{**kept, **told})


def _differences(new: Activity, earlier: Activity) -> Iterator[Difference]:
    for column in COLUMNS:
        if column.key in _OWN or column.key not in new.record_sheet.where:
            continue
        old, now = column.write(earlier), column.write(new)
        if old != now:
            yield Difference(earlier.id or earlier.reference, column.header, old, now)


def foreign_ids(
    new: Sequence[Activity], earlier: Sequence[Activity], sender: str, quarter: str
) -> Iterator[Reject]:
    """Ids that are not of this office and quarter."""
    known = {one.id for one in earlier}
    for one in new:
        if one.id is None or one.id in known or folded(one.id).casefold() in NEW:
            continue
        params = {"id": one.id, "sender": sender, "quarter": quarter}
        yield _told(one, "id", "returns.foreign-id", params)


def _other_events(
    found: Sequence[tuple[Activity, str | None]], earlier: Sequence[Activity]
) -> Iterator[Reject]:
    """Records that bear the id of an earlier one, and are another event by day and title.

    `found` are new records, each with the id of the earlier one that it is matched with.
    """
    by_id = {other.id: other for other in earlier}
    for one, matched in found:
        other = by_id.get(one.id) if one.id is not None and one.id != matched else None
        if other:
            params = {"id": other.id, "title": other.title, "date": str(other.date)}
            yield _told(one, "id", "returns.other-event", params)


def _one_to_one(
    new: Sequence[Activity],
    earlier: Sequence[Activity],
    alike: Callable[[Activity, Activity], bool],
) -> Iterator[tuple[Activity, Activity]]:
    """The pairs that are alike where neither side is like another too."""
    for one in new:
        others = [other for other in earlier if alike(one, other)]
        if len(others) == 1 and sum(alike(again, others[0]) for again in new) == 1:
            yield one, others[0]


def _same_id(one: Activity, other: Activity) -> bool:
    known = one.id is not None and one.id == other.id
    return known and (one.date == other.date or _title(one) == _title(other))


def _same_row(one: Activity, other: Activity) -> bool:
    return _same_event(one, other) and not any(True for _ in _differences(one, other))


def _same_event_and_place(one: Activity, other: Activity) -> bool:
    return _same_event(one, other) and fold(one.place or "") == fold(other.place or "")


def _same_event(one: Activity, other: Activity) -> bool:
    return one.county == other.county and one.date == other.date and _title(one) == _title(other)


def _title(one: Activity) -> str:
    return fold(one.title)


def _near(one: Activity, other: Activity) -> str | None:
    """Why a person would ask whether two records are one, or None."""
    if one.county != other.county:
        return None
    if _title(one) == _title(other):
        return say("returns.same-title")
    place = fold(one.place or "")
    if place and place == fold(other.place or ""):
        if one.date == other.date:
            return say("returns.same-day-place")
        figures = [(getattr(one, key), getattr(other, key)) for key in MEASURED]
        if sum(a is not None and a == b for a, b in figures) > 1:
            return say("returns.same-figures")
    return None


def _asked(one: Activity, other: Activity, why: str) -> Reject:
    return _told(one, "title", "returns.may-be", {"id": other.reference, "why": why})


def _told(one: Activity, column: str, key: str, params: Mapping[str, object]) -> Reject:
    column = column if column in one.record_sheet.where else BY_KEY["title"].key
    return Reject(Fault.RETURN, one.at(column), key, params, row=one.row, county=one.county.name)
