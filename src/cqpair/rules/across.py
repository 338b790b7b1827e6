"""D4xx: records against each other."""

from collections.abc import Iterable

from cqpair.book import Book
from cqpair.model.activity import Activity
from cqpair.problem import Severity
from cqpair.rules.rule import Hit, Rule


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


RULES = (Rule("D401", "duplicate-id", Severity.ERROR, duplicate_id),)
