"""How a report opens: its basis, what it was narrowed to, and the headline in words."""

from collections.abc import Iterator
from datetime import date, datetime

from cqpair.document import Block, Paragraph
from cqpair.figures import MEASURED, Figures, Sum
from cqpair.messages import say
from cqpair.period import Period
from cqpair.report import Report
from cqpair.source import Place
from cqpair.values import to_fen

_NUMERALS = "一二三四"


def opening(report: Report) -> Iterator[Block]:
    """What the report is about, and its headline."""
    period, notice = report.period, report.notice
    if notice:
        yield Paragraph(
            say(
                "document.basis",
                number=notice.number,
                title=notice.title,
                start=_day(period.start),
                end=_day(period.end),
            )
        )
    if filters := _filters(report):
        yield Paragraph(say("document.only", filters="、".join(filters)))
    yield Paragraph("".join(_headline(report)))
    if report.left_out:
        yield Paragraph(left_out_note("note-left-out", report.left_out))


def period_title(period: Period) -> str:
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
            return say("document.span", start=_day(period.start), end=_day(period.end))


def before_word(report: Report) -> str:
    """What the period compared with is called beside this one: 上季度, 上年同期."""
    if report.compared == report.period.last_year() and report.period.months != 12:
        return say("document.last-year")
    return say(f"document.previous-{report.period.months}")


def total_text(found: Sum) -> str:
    """A sum that was reported, in words: 约1,200; money to the 分, without needless zeros."""
    assert found.total is not None
    text = f"{to_fen(found.total):,}".removesuffix(".00")
    return (say("document.about") if found.approximate else "") + text


def left_out_note(key: str, places: tuple[Place, ...]) -> str:
    """Which records and files errors keep out of the figures."""
    spots = (f"{place.path}:{place.line}" if place.line else place.path for place in places)
    return say(f"document.{key}", n=len(places), places="；".join(spots))


def _filters(report: Report) -> list[str]:
    wanted = report.wanted
    filters = []
    if wanted.pair:
        filters.append(say("document.only-pair", name=wanted.pair))
    if wanted.area:
        filters.append(say("document.only-area", title=wanted.area.title))
    if wanted.lead:
        filters.append(say("document.only-lead", kind=wanted.lead.value))
    return filters


def _headline(report: Report) -> Iterator[str]:
    now = report.totals.now
    this = say(f"document.this-{report.period.months}")
    if now.activities:
        split = say("document.split", completed=now.completed, ongoing=now.ongoing)
        yield say(
            "document.headline",
            this=this,
            activities=now.activities,
            split=split if now.ongoing else "",
            led=now.led_by_associations,
            scope=len(report.pairs),
            pairs=now.pairs,
        )
    else:
        yield say("document.headline-none", this=this)
    if now.planned:
        yield say("document.planned", planned=now.planned)
    if report.totals.before:
        yield _change(report, now, report.totals.before)
    if now.activities:
        yield from _reported(now)


def _change(report: Report, now: Figures, before: Figures) -> str:
    word = before_word(report)
    if not before.activities:
        return say("document.none-before", before=word)
    change = now.activities - before.activities
    key = "same" if change == 0 else "more" if change > 0 else "fewer"
    return say(f"document.{key}", before=word, activities=before.activities, n=abs(change))


def _reported(now: Figures) -> Iterator[str]:
    told = [
        say(f"document.{key}", total=total_text(getattr(now, key)))
        for key in MEASURED
        if getattr(now, key).total is not None
    ]
    silent = [
        say(f"document.unreported-{key}", n=getattr(now, key).unreported)
        for key in MEASURED
        if getattr(now, key).unreported
    ]
    if not told:
        yield say("document.unreported-all")
        return
    yield say("document.reported", figures="，".join(told))
    if silent:
        yield say("document.unreported", figures="、".join(silent))


def moment(time: datetime) -> str:
    """A time to the minute as a Chinese sentence has it: 2021年7月5日9:30."""
    return f"{_day(time.date())}{time.hour}:{time.minute:02d}"


def _day(day: date) -> str:
    return say("document.day", year=day.year, month=day.month, day=day.day)
