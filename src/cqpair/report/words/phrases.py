"""The phrases a report is made of: periods, days, sums and places."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from cqpair.fields import BY_KEY, COUNTS, MEASURED, MONEY, Activity, Figures, Sum
from cqpair.messages import say
from cqpair.model.tasks import LeadKind
from cqpair.period import Period
from cqpair.render.document import Paragraph
from cqpair.report import Line, Report
from cqpair.select import Kind, LeftOut
from cqpair.values import DateSpan, to_fen, to_yuan

_MOST_PLACES = 10

_DIGITS = "〇一二三四五六七八九"


def period_words(period: Period) -> str:
    """A period as a Chinese sentence has it: 2021年第二季度, 2021年上半年."""
    year = period.start.year
    match period.months:
        case 3:
            return say("document.quarter", year=year, n=numeral(period.start.month // 3 + 1))
        case 6:
            return say(f"document.year-{_length(period)}", year=year)
        case 12:
            return say("document.year", year=year)
        case _:
            return span_words(period)


def span_words(period: Period) -> str:
    """The days of a period: 2021年4月1日至6月30日."""
    same_year = period.start.year == period.end.year
    end = day_of_year_words(period.end) if same_year else day_words(period.end)
    return say("document.span", start=day_words(period.start), end=end)


def this_words(report: Report) -> str:
    """What the period is called in its own report: 本季度."""
    return say(f"document.this-{_length(report.period)}")


def before_words(report: Report) -> str:
    """What the period compared with is called beside this one: 上季度, 上年同期."""
    if report.compared == report.period.last_year() and report.period.months != 12:
        return say("document.last-year")
    return say(f"document.previous-{_length(report.period)}")


def _length(period: Period) -> str:
    """What the sentences about a period go by: 3, 6-first, 6-second, 12 or 0."""
    if period.months != 6:
        return str(period.months)
    return "6-first" if period.start.month == 1 else "6-second"


def to_date_words(period: Period) -> str:
    """A part of a year from its first day: 1至6月, or 年初至5月13日."""
    month = period.end.month
    if period.end.day == monthrange(period.end.year, month)[1]:
        key = {1: "january", 12: "whole-year"}.get(month, "months")
        return say(f"document.{key}", month=month)
    return say("document.days", day=day_of_year_words(period.end))


def day_words(day: date) -> str:
    """2021年7月5日."""
    return say("document.day", year=day.year, month=day.month, day=day.day)


def day_of_year_words(day: date) -> str:
    """7月5日."""
    return say("document.day-of-year", month=day.month, day=day.day)


def when_words(when: DateSpan, period: Period) -> str:
    """A date as precise as it is known, its year left out where the period tells it."""
    first, months = when.first, (when.last.month - when.first.month, when.first.day)
    same_year = period.start.year == period.end.year == first.year
    if when.first == when.last:
        return day_of_year_words(first) if same_year else day_words(first)
    if months != (0, 1):
        return say("document.year", year=first.year)
    key = "month-of-year" if same_year else "month"
    return say(f"document.{key}", year=first.year, month=first.month)


def numeral(n: int) -> str:
    """A number in Chinese: 一, 十, 十一, 二十; figures beyond 99."""
    tens, ones = divmod(n, 10)
    if tens > 9:
        return str(n)
    head = f"{_DIGITS[tens] if tens > 1 else ''}十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")


def moment_words(time: datetime) -> str:
    """A time to the minute: 2021年7月5日9:30."""
    return f"{day_words(time.date())}{time.hour}:{time.minute:02d}"


def sum_words(found: Sum) -> str:
    """A sum that was reported: money to the 分 without needless zeros, 约1,200 without decimals."""
    assert found.total is not None
    if found.approximate:
        return say("document.about") + f"{to_yuan(found.total):,}"
    return f"{to_fen(found.total):,}".removesuffix(".00")


def reported_words(now: Figures) -> str:
    """What was reported of each figure, 人次 apart from money, and of which nothing was."""
    parts = ["，".join(_reported(now, keys)) for keys in (COUNTS, MONEY)]
    told = [part for part in parts if part]
    if not told:
        return say("document.reported", figures=say("document.unreported-every"))
    silent = [BY_KEY[k].header for k in MEASURED if now.sums[k].total is None]
    if silent:
        key = "unreported-one" if len(silent) == 1 else "unreported-all"
        told.append(say(f"document.{key}", names="、".join(silent)))
    return say("document.reported", figures="；".join(told))


def _reported(now: Figures, keys: Sequence[str]) -> Iterator[str]:
    for key in keys:
        found = now.sums[key]
        if found.total is not None:
            missing = say("document.unreported", n=found.unreported) if found.unreported else ""
            yield BY_KEY[key].sum_text(sum_words(found)) + missing


def left_out_words(left_out: Sequence[LeftOut]) -> str:
    """Which records, columns and files errors keep out of the figures."""
    told = []
    for kind in Kind:
        spots = [one.place.spot(one.place.path) for one in left_out if one.kind is kind]
        if spots:
            more = say("document.left-out-more") if len(spots) > _MOST_PLACES else ""
            places = "、".join(spots[:_MOST_PLACES])
            told.append(say(f"document.left-out-{kind}", n=len(spots), places=places, more=more))
    return "；".join(told)


def banner(report: Report) -> str | None:
    """That records are made up; None when none are."""
    made_up, records = report.made_up
    if not made_up:
        return None
    return say("document.banner" if made_up == records else "document.banner-some", n=made_up)


def led_words(counted: Sequence[Activity]) -> str:
    """How many of several activities associations led, and of how many it is not known."""
    led = sum(a.lead_kind is LeadKind.ASSOCIATION for a in counted)
    untold = sum(a.lead_kind is None for a in counted)
    if not led and not untold:
        return say("document.led-none")
    unknown = say("document.led-unknown", n=untold) if untold else ""
    return say("document.led-some", led=led, unknown=unknown)


def leader_words(kind: LeadKind | None) -> str:
    """Who led one activity."""
    return say(f"document.led-{kind.value}" if kind else "document.led-untold")


def is_narrowed(report: Report) -> bool:
    """True when the report is not of everything that its pairings did."""
    return report.wanted.area is not None or report.wanted.lead is not None


def such_words(report: Report) -> str:
    """此类, where what is said holds for a part of the activities only."""
    return say("document.such") if is_narrowed(report) else ""


def tells_measures(report: Report) -> bool:
    """Whether any record names its measure: else that is said once, of all."""
    lines = (*report.areas, *report.safeguards)
    return any(count for line in lines for count in line.measures.values())


def change_words(report: Report, line: Line, today: date) -> str:
    """How many more or fewer activities than before, and how many this year; "" for neither.

    A period that is not over is not compared: part of it would stand beside the whole. One before
    which there was nothing is said so once, of the whole.
    """
    whole = report.totals.before
    if today <= report.period.end or line.before is None or whole is None:
        return _to_date_alone(report, line)
    now, before, word = line.now.activities, line.before.activities, _before(report, line)
    to_date = _to_date(report, line)
    if not whole.activities:
        is_whole = line is report.totals and now
        told = say("document.none-before", before=word, to_date=to_date)
        return told if is_whole else _to_date_alone(report, line)
    if not now:
        told = say("document.only-before", before=word, activities=before, to_date=to_date)
        return told if before else _to_date_alone(report, line)
    key = "same" if now == before else "more" if now > before else "fewer"
    n = abs(now - before)
    return say(f"document.{key}", before=word, activities=before, n=n, to_date=to_date)


def _before(report: Report, line: Line) -> str:
    """What stands beside, with its days where a reader could not know them."""
    compared = report.compared
    if line is report.totals and compared and not compared.months:
        return say("document.previous-span", span=span_words(compared))
    return before_words(report)


def unfinished_words(report: Report, today: date) -> str:
    """That the period has not begun or is not over; "" for one that is."""
    if today < report.period.start:
        return say("document.not-begun")
    if today <= report.period.end:
        return say("document.open", today=day_words(today))
    return ""


def _to_date(report: Report, line: Line) -> str:
    span, found = report.spans.to_date, line.to_date
    if span is None or found is None:
        return ""
    return say("document.to-date", span=to_date_words(span), n=found.activities)


def _to_date_alone(report: Report, line: Line) -> str:
    span, found = report.spans.to_date, line.to_date
    if span is None or found is None or not found.activities:
        return ""
    return say("document.only-to-date", span=to_date_words(span), n=found.activities)


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
