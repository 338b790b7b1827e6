"""How a report opens: its basis, what it was narrowed to, and the headline in words."""

from collections.abc import Iterator
from datetime import date

from cqpair.compose.words import (
    before_words,
    day_words,
    left_out_words,
    period_words,
    reported_words,
)
from cqpair.document import Block, Paragraph
from cqpair.messages import say
from cqpair.report import Report


def opening(report: Report, today: date) -> Iterator[Block]:
    """What the report is about, what could not be counted, and the headline."""
    period, notice = report.period, report.notice
    span = say("document.span", start=day_words(period.start), end=day_words(period.end))
    told = say(
        "document.period", period=period_words(period), span=f"（{span}）" if period.months else ""
    )
    if notice:
        told = say("document.basis", title=notice.title, number=notice.number) + told
    yield Paragraph(told)
    if filters := _filters(report):
        yield Paragraph(say("document.only", filters="、".join(filters)))
    if report.left_out:
        yield Paragraph(say("document.left-out", told=left_out_words(report.left_out)))
    yield Paragraph("".join(_headline(report, today)))


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


def _headline(report: Report, today: date) -> Iterator[str]:
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
        yield say("document.headline-uncounted" if report.left_out else "document.headline-none")
    if now.planned:
        yield say("document.planned", planned=now.planned)
    if today < report.period.start:
        yield say("document.not-begun")
    elif today <= report.period.end:
        yield say("document.open", today=day_words(today))
    elif report.totals.before:
        yield _change(report)
    if now.activities:
        yield reported_words(now)


def _change(report: Report) -> str:
    before = report.totals.before.activities if report.totals.before else 0
    word = before_words(report)
    if not before:
        return say("document.none-before", before=word)
    change = report.totals.now.activities - before
    key = "same" if change == 0 else "more" if change > 0 else "fewer"
    return say(f"document.{key}", before=word, activities=before, n=abs(change))
