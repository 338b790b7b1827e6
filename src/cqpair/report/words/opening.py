"""How a report opens: its basis, what it was narrowed to, and the period as a whole."""

from collections.abc import Iterator
from datetime import date

from cqpair.messages import say
from cqpair.render.document import Block, Heading, Paragraph
from cqpair.report import Report
from cqpair.report.tables import area_chart, trend_chart
from cqpair.report.words.phrases import (
    change_words,
    day_words,
    is_narrowed,
    leader_words,
    led_words,
    left_out_words,
    period_words,
    reported_words,
    this_words,
    unfinished_words,
)


def opening(report: Report, today: date) -> Iterator[Block]:
    """What the report is about, what could not be counted, and the headline."""
    period, notice = report.period, report.notice
    told = say("document.period", period=period_words(period))
    if notice:
        told = say("document.basis", title=notice.title, number=notice.number) + told
    yield Paragraph(told)
    if filters := _filters(report):
        yield Paragraph(say("document.only", filters="；".join(filters)))
    if report.left_out:
        yield Paragraph(say("document.left-out", told=left_out_words(report.left_out)), alert=True)
    if report.left_out_beside:
        told = left_out_words(report.left_out_beside)
        yield Paragraph(say("document.left-out-beside", told=told), alert=True)
    yield Heading(say("document.overall"))
    yield Paragraph("".join(_headline(report, today)))
    if report.totals.now.activities or any(q.activities for q in report.trend):
        yield from area_chart(report)
        yield from trend_chart(report)


def _filters(report: Report) -> list[str]:
    pair, area, lead, *_ = report.wanted
    filters = []
    if pair:
        partners = "、".join(report.pairs[0].pairing.partners)
        filters.append(say("document.only-pair", county=pair, partners=partners))
    if area:
        kind = "safeguard" if area.is_safeguard else "area"
        filters.append(say(f"document.only-{kind}", title=area.title))
    if lead:
        filters.append(say("document.only-lead", led=leader_words(lead)))
    return filters


def _headline(report: Report, today: date) -> Iterator[str]:
    now = report.totals.now
    if now.activities:
        yield from _activities(report)
    else:
        narrowed = is_narrowed(report) or report.wanted.pair
        none = "headline-none-such" if narrowed else "headline-none"
        key = "headline-uncounted" if report.left_out else none
        yield say(f"document.{key}", this=this_words(report))
    if now.planned:
        yield say("document.planned", planned=now.planned)
    yield unfinished_words(report, today)
    if report.notice and report.period.end < report.notice.date:
        yield say("document.before-notice", date=day_words(report.notice.date))
    yield change_words(report, report.totals, today)
    if now.activities:
        yield reported_words(now)
    if len(report.trend) > 1:
        quarters, counts = zip(*report.trend, strict=True)
        first, last = period_words(quarters[0]), period_words(quarters[-1])
        told = "、".join(f"{count}" for count in counts)
        yield say("document.trend", first=first, last=last, counts=told)
        if report.undated:
            yield say("document.undated", n=report.undated)


def _activities(report: Report) -> Iterator[str]:
    now, scope = report.totals.now, len(report.pairs)
    kind = "split" if now.completed else "all-ongoing"
    split = say(f"document.{kind}", completed=now.completed, ongoing=now.ongoing)
    yield say(
        "document.headline",
        this=this_words(report),
        activities=now.activities,
        split=split if now.ongoing else "",
        led=_led(report),
    )
    if scope > 1:
        yield say("document.headline-pairs", scope=scope, pairs=now.pairs)
    yield "。"
    areas, support = report.in_areas.now.activities, report.in_support.now.activities
    if report.wanted.area:
        return
    if areas and support:
        every = now.activities
        yield say("document.parts-both", all=every, areas=areas, support=support)
    else:
        number = "parts" if now.activities > 1 else "part"
        yield say(f"document.{number}-{'areas' if areas else 'safeguards'}")


def _led(report: Report) -> str:
    """Who led, unless the report was narrowed to that."""
    counted = report.totals.counted
    if report.wanted.lead:
        return ""
    if len(counted) == 1:
        return "，" + leader_words(counted[0].lead_kind)
    return led_words(counted)
