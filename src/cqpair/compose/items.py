"""Activities as items of a list: when, who, what came of it, and which record says so."""

from collections.abc import Sequence

from cqpair.compose.words import when_words
from cqpair.document import Paragraph
from cqpair.messages import say
from cqpair.model.activity import Activity
from cqpair.period import Period
from cqpair.report import Report

_MOST_LISTED = 2000  # records; more are named by the command that lists them
_NO_OUTCOME = ("无", "暂无")
MOST = 5
"""Activities of an area that are told in the text; the annex has all."""


def activity_items(
    activities: Sequence[Activity], period: Period, most: int = MOST
) -> tuple[str, ...]:
    """Every example and else at most `most` of `activities` in words, then by date.

    Which ones: those recommended as examples, then those with an outcome, then the earliest.
    """
    most = max(most, sum(a.exemplar for a in activities))
    ranked = sorted(activities, key=lambda a: (not a.exemplar, not a.outcome, a.date))[:most]
    ranked.sort(key=lambda a: (not a.exemplar, a.date))
    return tuple(_item(a, period) for a in ranked)


def rest(report: Report, n: int) -> Paragraph:
    """Where the `n` activities are that are not told: in an annex, where records are listed."""
    key = "rest" if is_listed(report) else "rest-many"
    return Paragraph(say(f"document.{key}", n=n))


def is_listed(report: Report) -> bool:
    """Whether the records are few enough to be listed in an annex."""
    return len(report.totals.records) <= _MOST_LISTED


def _item(activity: Activity, period: Period) -> str:
    outcome = (activity.outcome or "").rstrip("。；！.;! ")
    told = outcome and outcome not in _NO_OUTCOME
    item = say(
        "document.item",
        when=when_words(activity.date, period),
        pair=pair_words(activity),
        title=activity.title,
        outcome=say("document.outcome", outcome=outcome) if told else "",
        id=activity.reference,
    )
    return say("document.exemplar", item=item) if activity.exemplar else item


def pair_words(activity: Activity) -> str:
    """Who took part: the county, then the partners."""
    return "、".join(unit.name for unit in (activity.county, *activity.partners))
