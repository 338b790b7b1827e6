"""Activities as items of a list: when, who, what came of it, and which record says so."""

from collections.abc import Sequence

from cqpair.compose.words import when_words
from cqpair.messages import say
from cqpair.model.activity import Activity
from cqpair.period import Period

MOST = 5
"""Activities of an area that are told in the text; the annex has all."""


def activity_items(
    activities: Sequence[Activity], period: Period, most: int = MOST
) -> tuple[str, ...]:
    """At most `most` of `activities` in words, examples first, then by date.

    Which ones: those recommended as examples, then those with an outcome, then the earliest.
    """
    ranked = sorted(activities, key=lambda a: (not a.exemplar, not a.outcome, a.date))[:most]
    ranked.sort(key=lambda a: (not a.exemplar, a.date))
    return tuple(_item(a, period) for a in ranked)


def _item(activity: Activity, period: Period) -> str:
    outcome = activity.outcome
    item = say(
        "document.item",
        when=when_words(activity.date, period),
        pair=pair_words(activity),
        title=activity.title,
        outcome=say("document.outcome", outcome=outcome.rstrip("。；")) if outcome else "",
        id=activity.reference,
    )
    return say("document.exemplar", item=item) if activity.exemplar else item


def pair_words(activity: Activity) -> str:
    """Who took part: the county, then the partners."""
    return "、".join(unit.name for unit in (activity.county, *activity.partners))
