"""The phrases that several sections share: figures, leaders, comparisons, activities, places."""

from collections.abc import Iterator, Sequence

from cqpair.fields import BY_KEY, COUNTS, MONEY, Activity, Figures, Sum
from cqpair.messages import say
from cqpair.model.tasks import LeadKind
from cqpair.period import Period
from cqpair.render.document import Paragraph
from cqpair.report import Line
from cqpair.report.wording import Wording
from cqpair.report.words.times import day_words, span_words, when_words
from cqpair.select import Exclusion, Kind
from cqpair.values import to_fen, to_yuan

MOST = 5
"""Activities of an area that are told in the text; the annex has all."""

_MOST_PLACES = 10

_NO_OUTCOME = ("无", "暂无")


def reported_words(now: Figures) -> str:
    """What was reported of each figure, 人次 apart from 元, and of which nothing was."""
    groups = ["，".join(_reported(now, keys)) for keys in (COUNTS, MONEY)]
    parts = [group for group in groups if group]
    if not parts:
        return say("document.reported", figures=say("document.unreported-every"))
    silent = [BY_KEY[k].header for k in now.measured if now.sums[k].total is None]
    if silent:
        key = "unreported-one" if len(silent) == 1 else "unreported-all"
        parts.append(say(f"document.{key}", names="、".join(silent)))
    return say("document.reported", figures="；".join(parts))


def _reported(now: Figures, keys: Sequence[str]) -> Iterator[str]:
    for key in keys:
        figure = now.sums[key]
        if figure.total is not None:
            missing = say("document.unreported", n=figure.unreported) if figure.unreported else ""
            yield BY_KEY[key].sum_text(_sum(figure)) + missing


def _sum(figure: Sum) -> str:
    """A sum that was reported: 元 to the 分 without needless zeros, 约1,200 without decimals."""
    assert figure.total is not None
    if figure.approximate:
        return say("document.about") + f"{to_yuan(figure.total):,}"
    return f"{to_fen(figure.total):,}".removesuffix(".00")


def led_words(counted: Sequence[Activity]) -> str:
    """How many of several activities associations led, and of how many it is not known."""
    led = sum(a.lead_kind is LeadKind.ASSOCIATION for a in counted)
    unknown = sum(a.lead_kind is None for a in counted)
    if not led and not unknown:
        return say("document.led-none")
    more = say("document.led-unknown", n=unknown) if unknown else ""
    return say("document.led-some", led=led, unknown=more)


def leader_words(kind: LeadKind | None) -> str:
    """Who led one activity."""
    return say(f"document.led-{kind.value}" if kind else "document.led-untold")


def change_words(wording: Wording, line: Line) -> str:
    """How many more or fewer activities than before, and how many this year; "" for neither.

    A period that is not over is not compared: part of it would stand beside the whole. One before
    which there was nothing is said so once, of the whole.
    """
    report = wording.report
    whole = report.totals.before
    if wording.today <= report.period.end or line.before is None or whole is None:
        return _only_to_date(wording, line)
    now, before, word = line.now.activities, line.before.activities, _before(wording, line)
    to_date = _to_date(wording, line, "to-date")
    if not whole.activities:
        if line is report.totals and now:
            return say("document.none-before", before=word, to_date=to_date)
        return _only_to_date(wording, line)
    if not now:
        if before:
            return say("document.only-before", before=word, activities=before, to_date=to_date)
        return _only_to_date(wording, line)
    key = "same" if now == before else "more" if now > before else "fewer"
    n = abs(now - before)
    return say(f"document.{key}", before=word, activities=before, n=n, to_date=to_date)


def _before(wording: Wording, line: Line) -> str | None:
    """What stands beside, with its days where a reader could not know them."""
    compared = wording.report.compared
    if line is wording.report.totals and compared and not compared.months:
        return say("document.previous-span", span=span_words(compared))
    return wording.before


def _only_to_date(wording: Wording, line: Line) -> str:
    """How many activities this year, where that is all there is to say and there are any."""
    if line.to_date and line.to_date.activities:
        return _to_date(wording, line, "only-to-date")
    return ""


def _to_date(wording: Wording, line: Line, key: str) -> str:
    if wording.to_date is None or line.to_date is None:
        return ""
    return say(f"document.{key}", span=wording.to_date, n=line.to_date.activities)


def unfinished_words(wording: Wording) -> str:
    """That the period has not begun or is not over; "" for one that is."""
    today, period = wording.today, wording.report.period
    if today < period.start:
        return say("document.not-begun")
    if today <= period.end:
        return say("document.open", today=day_words(today))
    return ""


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


def _item(activity: Activity, period: Period) -> str:
    outcome = (activity.outcome or "").rstrip("。；！.;! ")
    has_outcome = outcome and outcome not in _NO_OUTCOME
    item = say(
        "document.item",
        when=when_words(activity.date, period),
        pair=pair_words(activity),
        title=activity.title,
        outcome=say("document.outcome", outcome=outcome) if has_outcome else "",
        id=activity.reference,
    )
    return say("document.exemplar", item=item) if activity.exemplar else item


def pair_words(activity: Activity) -> str:
    """Who took part: the county, then the partners."""
    return "、".join(unit.name for unit in (activity.county, *activity.partners))


def rest(wording: Wording, n: int) -> Paragraph:
    """Where the `n` activities are that are not told: in an annex, where records are listed."""
    key = "rest" if wording.lists_records else "rest-many"
    return Paragraph(say(f"document.{key}", n=n))


def exclusion_words(exclusions: Sequence[Exclusion]) -> str:
    """Which records, columns and files errors keep out of the figures."""
    parts = []
    for kind in Kind:
        spots = [one.place.spot(one.place.path) for one in exclusions if one.kind is kind]
        if spots:
            more = say("document.left-out-more") if len(spots) > _MOST_PLACES else ""
            places = "、".join(spots[:_MOST_PLACES])
            parts.append(say(f"document.left-out-{kind}", n=len(spots), places=places, more=more))
    return "；".join(parts)
