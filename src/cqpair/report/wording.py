"""What a report calls things in its words and tables, made once and handed down to all of them."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from cqpair.fields import BY_KEY, COUNTS, MONEY, Activity, Figures, Sum
from cqpair.messages import say
from cqpair.model.tasks import LeadKind
from cqpair.period import Period
from cqpair.render.document import Paragraph
from cqpair.report import Line, MadeUp, Report
from cqpair.select import Exclusion, Kind
from cqpair.values import PartialDate, to_fen, to_yuan

if TYPE_CHECKING:  # only what was sent by several offices can be told twice
    from cqpair.doubles import Candidate


_MOST_LISTED = 2000  # records; more are named by the command that lists them


class Wording(NamedTuple):
    """A report, the day it is written on, and the phrases that its sections and tables share.

    `period` is its period by name (2021年第二季度) and `this` what that is called in its own report
    (本季度). `before` is what it stands beside (上季度, 上年同期) and `to_date` the year so far
    (1至6月), each None where there is none. `such` is 此类 where what is said holds for a part of
    the activities only, "" else. `banner` says that records are made up; None when none are.

    `is_narrowed` says that the report is not of everything that its pairings did; `tells_measures`
    that some record names its measure, for else that is said once, of all; `lists_records` that
    the records are few enough to be listed in an annex.
    """

    report: Report
    today: date
    period: str
    this: str
    before: str | None
    to_date: str | None
    such: str
    banner: str | None
    is_narrowed: bool
    tells_measures: bool
    lists_records: bool


def wording_of(report: Report, today: date) -> Wording:
    """The wording of `report` as it is written on the day `today`."""
    period, compared, to_date = report.period, report.compared, report.spans.to_date
    is_narrowed = report.record_filter.area is not None or report.record_filter.lead is not None
    lines = (*report.areas, *report.safeguards)
    return Wording(
        report,
        today,
        period=period_words(period),
        this=this_words(period),
        before=before_words(period, compared) if compared else None,
        to_date=to_date_words(to_date) if to_date else None,
        such=say("document.such") if is_narrowed else "",
        banner=_banner(report.made_up),
        is_narrowed=is_narrowed,
        tells_measures=any(count for line in lines for count in line.measures.values()),
        lists_records=len(report.totals.records) <= _MOST_LISTED,
    )


def _banner(made_up: MadeUp) -> str | None:
    if not made_up.records:
        return None
    key = "banner" if made_up.records == made_up.of else "banner-some"
    return say(f"document.{key}", n=made_up.records)


_DIGITS = "〇一二三四五六七八九"


def period_words(period: Period) -> str:
    """A period by its name: 2021年第二季度, 2021年上半年; by its days where it has none."""
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


def this_words(period: Period) -> str:
    """What a period is called in its own report: 本季度."""
    return say(f"document.this-{_length(period)}")


def before_words(period: Period, compared: Period) -> str:
    """What the period `compared` with is called in the report of `period`: 上季度, 上年同期."""
    if compared == period.last_year() and period.months != 12:
        return say("document.last-year")
    return say(f"document.previous-{_length(period)}")


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


def when_words(when: PartialDate, period: Period) -> str:
    """A date as precise as it is known, its year left out where the period tells it."""
    first, months = when.first, (when.last.month - when.first.month, when.first.day)
    same_year = period.start.year == period.end.year == first.year
    if when.first == when.last:
        return day_of_year_words(first) if same_year else day_words(first)
    if months != (0, 1):
        return say("document.year", year=first.year)
    key = "month-of-year" if same_year else "month"
    return say(f"document.{key}", year=first.year, month=first.month)


def day_words(day: date) -> str:
    """2021年7月5日."""
    return say("document.day", year=day.year, month=day.month, day=day.day)


def day_of_year_words(day: date) -> str:
    """7月5日."""
    return say("document.day-of-year", month=day.month, day=day.day)


def moment_words(time: datetime) -> str:
    """A time to the minute: 2021年7月5日9:30."""
    return f"{day_words(time.date())}{time.hour}:{time.minute:02d}"


def numeral(n: int) -> str:
    """A number in Chinese: 一, 十, 十一, 二十; figures beyond 99."""
    tens, ones = divmod(n, 10)
    if tens > 9:
        return str(n)
    head = f"{_DIGITS[tens] if tens > 1 else ''}十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")


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


def undecided_words(undecided: "Sequence[Candidate]") -> str:
    """That records may be one event told twice, which nobody has decided; they count as two."""
    pairs = [f"{c.first.reference}与{c.second.reference}" for c in undecided[:_MOST_PLACES]]
    more = say("document.left-out-more") if len(undecided) > _MOST_PLACES else ""
    return say("document.undecided", n=len(undecided), pairs="、".join(pairs), more=more)
