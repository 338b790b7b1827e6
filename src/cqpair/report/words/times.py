"""Periods, days and moments as a Chinese sentence has them."""

from calendar import monthrange
from datetime import date, datetime

from cqpair.messages import say
from cqpair.period import Period
from cqpair.values import PartialDate

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
