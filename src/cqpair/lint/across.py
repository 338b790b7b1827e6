"""D4xx: records against each other."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from cqpair.book import Book
from cqpair.fields import BY_KEY, COLUMNS, MONEY, Activity
from cqpair.lint.duplicates import retellings
from cqpair.lint.rule import Hit, Rule, Severity
from cqpair.names import fold

_ANOTHER = re.compile("另一笔|另行|又投入|再次投入|每次|按次|分批|第.{1,3}[次批期笔]")

_COMPARED = tuple(c.key for c in COLUMNS if c.key not in ("id", "note"))


def duplicate_id(book: Book) -> Iterable[Hit]:
    """An id that an earlier record already has; ids are unique and lasting."""
    first: dict[str, Activity] = {}
    for activity in book.activities:
        if activity.id is None:
            continue
        other = first.setdefault(activity.id, activity)
        if other is not activity:
            params = {"id": activity.id, "title": other.title}
            related = ((other.at("id"), "rules.first"),)
            yield Hit(activity.at("id"), params, related=related, activity=activity)


def duplicate_record(book: Book) -> Iterable[Hit]:
    """A record that says in every column but id and note what an earlier one says."""
    for records in _sharing(book):
        first: dict[tuple[object, ...], Activity] = {}
        for activity in records:
            other = first.setdefault(_content(activity), activity)
            if other is not activity and not _same_id(activity, other):
                related = ((other.at("title"), "rules.first"),)
                params = {"title": activity.title}
                yield Hit(activity.at("title"), params, related=related, activity=activity)


def told_by_both(book: Book) -> Iterable[Hit]:
    """What looks like one event, told by both partners of a county or by both offices of a pair."""
    for activity, other in retellings(_happened(book)):
        if not _same_id(activity, other):
            params = {"title": activity.title, "other": other.title, "date": other.date}
            related = ((other.at("title"), "rules.first"),)
            yield Hit(activity.at("title"), params, related=related)


def amount_again(book: Book) -> Iterable[Hit]:
    """An amount that the same pair told for the same place and title earlier in the year."""
    for key, records in _same_amounts(_happened(book)):
        first: dict[tuple[object, ...], Activity] = {}
        for activity in sorted(records, key=lambda a: a.date.first):
            what = (activity.partner_names, fold(activity.place or ""), fold(activity.title))
            other = first.setdefault(what, activity)
            later = other.date.last < activity.date.first
            if later and not _same_id(activity, other) and not _tells_apart(activity):
                column = BY_KEY[key]
                params = {
                    "column": column.title,
                    "value": column.write_value(activity.figures[key]),
                    "date": other.date,
                }
                related = ((other.at(key), "rules.first"),)
                yield Hit(activity.at(key), params, related=related)


def _same_amounts(records: list[Activity]) -> Iterator[tuple[str, list[Activity]]]:
    """By column, the records of one county and year that tell one amount and a place."""
    for key in MONEY:
        told = [(getattr(activity, key), activity) for activity in records if activity.place]
        counts = Counter((amount and amount.value, a.county.name) for amount, a in told)
        groups: dict[tuple[object, ...], list[Activity]] = {}
        for amount, activity in told:
            if amount and amount.value > 0 and counts[amount.value, activity.county.name] > 1:
                what = (amount.value, activity.county.name, activity.date.first.year)
                groups.setdefault(what, []).append(activity)
        yield from ((key, group) for group in groups.values() if len(group) > 1)


def _tells_apart(activity: Activity) -> bool:
    """True where the note says that this money is not what was told before."""
    return _ANOTHER.search(activity.note or "") is not None


def _sharing(book: Book) -> Iterator[list[Activity]]:
    """Records of one day, county and title, where there are several: few, so cheap to compare."""
    groups: dict[tuple[object, ...], list[Activity]] = {}
    titles = Counter(activity.title for activity in book.activities)
    for activity in book.activities:
        if titles[activity.title] == 1:
            continue
        key = (activity.date, activity.county.name, activity.title)
        groups.setdefault(key, []).append(activity)
    return (records for records in groups.values() if len(records) > 1)


def _content(activity: Activity) -> tuple[object, ...]:
    """What a record says, whatever order its partners stand in."""
    told = {key: getattr(activity, key) for key in _COMPARED}
    return tuple({**told, "partners": activity.partner_names}.values())


def _happened(book: Book) -> list[Activity]:
    """The records that count in sums; a plan is told again when it is carried out."""
    return [a for a in book.activities if a.counted]


def _same_id(activity: Activity, other: Activity) -> bool:
    """True where D401 tells the two already."""
    return activity.id is not None and activity.id == other.id


RULES = (
    Rule("D401", "duplicate-id", Severity.ERROR, duplicate_id),
    Rule("D402", "duplicate-record", Severity.ERROR, duplicate_record),
    Rule("D403", "told-by-both", Severity.WARNING, told_by_both),
    Rule("D404", "amount-again", Severity.WARNING, amount_again),
)
