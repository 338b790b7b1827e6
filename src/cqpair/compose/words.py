"""The phrases a report is made of: periods, days, sums and places."""

from collections.abc import Sequence
from datetime import date, datetime

from cqpair.columns import MEASURED
from cqpair.figures import Figures, Sum
from cqpair.left_out import Kind, LeftOut
from cqpair.messages import say
from cqpair.period import Period
from cqpair.report import Report
from cqpair.values import DateSpan, to_fen

_NUMERALS = "一二三四"


def period_words(period: Period) -> str:
    """A period as a Chinese sentence has it: 2021年第二季度, 2021年上半年."""
    year = period.start.year
    match period.months:
        case 3:
            return say("document.quarter", year=year, n=_NUMERALS[period.start.month // 3])
        case 6:
            return say("document.half", year=year, n="上" if period.start.month == 1 else "下")
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
    return say(f"document.this-{report.period.months}")


def before_words(report: Report) -> str:
    """What the period compared with is called beside this one: 上季度, 上年同期."""
    if report.compared == report.period.last_year() and report.period.months != 12:
        return say("document.last-year")
    return say(f"document.previous-{report.period.months}")


def to_date_words(period: Period) -> str:
    """A part of a year from its first day: 1至6月, or 年初至5月13日."""
    after = date.fromordinal(period.end.toordinal() + 1) if period.end < date.max else None
    if after is None or after.day == 1:
        return say("document.months", month=period.end.month)
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


def moment_words(time: datetime) -> str:
    """A time to the minute: 2021年7月5日9:30."""
    return f"{day_words(time.date())}{time.hour}:{time.minute:02d}"


def sum_words(found: Sum) -> str:
    """A sum that was reported: money to the 分 without needless zeros, 约1,200 without decimals."""
    assert found.total is not None
    if found.approximate:
        return say("document.about") + f"{found.total:,.0f}"
    return f"{to_fen(found.total):,}".removesuffix(".00")


def reported_words(now: Figures) -> str:
    """What was reported of each figure, and of which nothing was."""
    told = []
    for key in MEASURED:
        found: Sum = getattr(now, key)
        if found.total is not None:
            alone = key == "experts" and now.participants.total is None
            name = "experts-alone" if alone else key
            missing = say("document.unreported", n=found.unreported) if found.unreported else ""
            told.append(say(f"document.{name}", total=sum_words(found)) + missing)
    if not told:
        return say("document.reported", figures=say("document.unreported-every"))
    silent = [say(f"document.name-{k}") for k in MEASURED if getattr(now, k).total is None]
    if silent:
        key = "unreported-one" if len(silent) == 1 else "unreported-all"
        told.append(say(f"document.{key}", names="、".join(silent)))
    return say("document.reported", figures="；".join(told))


def left_out_words(left_out: Sequence[LeftOut]) -> str:
    """Which records, columns and files errors keep out of the figures."""
    told = []
    for kind in Kind:
        spots = [one.place.spot(one.place.path) for one in left_out if one.kind is kind]
        if spots:
            told.append(say(f"document.left-out-{kind}", n=len(spots), places="、".join(spots)))
    return "；".join(told)
