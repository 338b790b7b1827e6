"""The phrases a report is made of: periods, days, sums and places."""

from collections.abc import Sequence
from datetime import date, datetime

from cqpair.columns import MEASURED
from cqpair.figures import Figures, Sum
from cqpair.left_out import Kind, LeftOut
from cqpair.messages import say
from cqpair.period import Period
from cqpair.report import Report
from cqpair.values import to_fen

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
            start, end = day_words(period.start), day_words(period.end)
            return say("document.span", start=start, end=end)


def before_words(report: Report) -> str:
    """What the period compared with is called beside this one: 上季度, 上年同期."""
    if report.compared == report.period.last_year() and report.period.months != 12:
        return say("document.last-year")
    return say(f"document.previous-{report.period.months}")


def day_words(day: date) -> str:
    """2021年7月5日."""
    return say("document.day", year=day.year, month=day.month, day=day.day)


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
            missing = say("document.unreported", n=found.unreported) if found.unreported else ""
            told.append(say(f"document.{key}", total=sum_words(found)) + missing)
    silent = [say(f"document.name-{k}") for k in MEASURED if getattr(now, k).total is None]
    if silent:
        told.append(say("document.unreported-all", names="、".join(silent)))
    return say("document.reported", figures="；".join(told))


def left_out_words(left_out: Sequence[LeftOut]) -> str:
    """Which records, columns and files errors keep out of the figures."""
    told = []
    for kind in Kind:
        spots = [one.place.spot(one.place.path) for one in left_out if one.kind is kind]
        if spots:
            told.append(say(f"document.left-out-{kind}", n=len(spots), places="、".join(spots)))
    return "；".join(told)
