"""How a report opens: its basis, what it was narrowed to, and the period as a whole."""

from collections.abc import Iterator
from datetime import date

from cqpair.compose.change import change_words, unfinished_words
from cqpair.compose.charts import area_chart, trend_chart
from cqpair.compose.words import (
    left_out_words,
    period_words,
    reported_words,
    span_words,
    this_words,
)
from cqpair.document import Block, Heading, Paragraph
from cqpair.messages import say
from cqpair.report import Report


def opening(report: Report, today: date) -> Iterator[Block]:
    """What the report is about, what could not be counted, and the headline."""
    period, notice = report.period, report.notice
    span = f"（{span_words(period)}）" if period.months else ""
    told = say("document.period", period=period_words(period), span=span)
    if notice:
        told = say("document.basis", title=notice.title, number=notice.number) + told
    yield Paragraph(told)
    if filters := _filters(report):
        yield Paragraph(say("document.only", filters="、".join(filters)))
    if report.left_out:
        yield Paragraph(say("document.left-out", told=left_out_words(report.left_out)), alert=True)
    yield Heading(say("document.overall"))
    yield Paragraph("".join(_headline(report, today)))
    if report.totals.now.activities or any(q.activities for q in report.trend):
        yield from area_chart(report)
        yield from trend_chart(report)


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
    if now.activities:
        yield from _activities(report)
    else:
        key = "headline-uncounted" if report.left_out else "headline-none"
        yield say(f"document.{key}", this=this_words(report))
    if now.planned:
        yield say("document.planned", planned=now.planned)
    yield unfinished_words(report, today)
    yield change_words(report, report.totals, today)
    if now.activities:
        yield reported_words(now)


def _activities(report: Report) -> Iterator[str]:
    now, scope = report.totals.now, len(report.pairs)
    split = say("document.split", completed=now.completed, ongoing=now.ongoing)
    yield say(
        "document.headline",
        this=this_words(report),
        activities=now.activities,
        split=split if now.ongoing else "",
        led=now.led_by_associations,
    )
    if scope > 1:
        yield say("document.headline-pairs", scope=scope, pairs=now.pairs)
    yield "。"
    areas, support = report.in_areas.now.activities, report.in_support.now.activities
    if not report.wanted.area:
        kind = "both" if areas and support else "areas" if areas else "safeguards"
        yield say(f"document.parts-{kind}", areas=areas, support=support)
