"""Activities as items of a list: when, who, what came of it, and which record says so."""

from collections.abc import Sequence

from cqpair.compose.words import when_words
from cqpair.messages import say
from cqpair.model.activity import Activity
from cqpair.period import Period

_MOST = 5


def activity_items(
    activities: Sequence[Activity], period: Period, most: int = _MOST
) -> tuple[tuple[str, ...], int]:
    """The most notable of `activities` in words, and how many more there are.

    Those recommended as examples come first, then those with an outcome, each by date.
    """
    ranked = sorted(activities, key=lambda a: (not a.exemplar, not a.outcome, a.date))
    return tuple(_item(a, period) for a in ranked[:most]), max(0, len(ranked) - most)


def _item(activity: Activity, period: Period) -> str:
    outcome = activity.outcome
    item = say(
        "document.item",
        when=when_words(activity.date, period),
        pair="、".join(unit.name for unit in (activity.county, *activity.partners)),
        title=activity.title,
        outcome=say("document.outcome", outcome=outcome.rstrip("。")) if outcome else "",
        id=activity.reference,
    )
    return say("document.exemplar", item=item) if activity.exemplar else item
