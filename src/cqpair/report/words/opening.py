"""How a report opens: its basis, what it was narrowed to, and the period as a whole."""

from collections.abc import Iterator

from cqpair.messages import say
from cqpair.render.document import Block, Heading, Paragraph
from cqpair.report import Report
from cqpair.report.tables import area_chart, trend_chart
from cqpair.report.wording import Wording
from cqpair.report.words.phrases import (
    change_words,
    exclusion_words,
    leader_words,
    led_words,
    reported_words,
    unfinished_words,
)
from cqpair.report.words.times import day_words, period_words


def opening(wording: Wording) -> Iterator[Block]:
    """What the report is about, what could not be counted, the headline, and charts of it."""
    report, notice = wording.report, wording.report.notice
    about = say("document.period", period=wording.period)
    if notice:
        about = say("document.basis", title=notice.title, number=notice.number) + about
    yield Paragraph(about)
    if filters := _filters(report):
        yield Paragraph(say("document.only", filters="；".join(filters)))
    for key, exclusions in (
        ("left-out", report.exclusions),
        ("left-out-beside", report.exclusions_beside),
    ):
        if exclusions:
            text = say(f"document.{key}", told=exclusion_words(exclusions))
            yield Paragraph(text, alert=True)
    yield Heading(say("document.overall"))
    yield Paragraph("".join(_headline(wording)))
    if report.totals.now.activities or any(q.activities for q in report.trend):
        yield from area_chart(wording)
        yield from trend_chart(report)


def _filters(report: Report) -> list[str]:
    """What the report was narrowed to, a phrase for each filter."""
    pair, area, lead, *_ = report.record_filter
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


def _headline(wording: Wording) -> Iterator[str]:
    """The period as a whole, in one paragraph."""
    report, now = wording.report, wording.report.totals.now
    yield from _activities(wording) if now.activities else _no_activities(wording)
    if now.planned:
        yield say("document.planned", planned=now.planned)
    yield unfinished_words(wording)
    if report.notice and report.period.end < report.notice.date:
        yield say("document.before-notice", date=day_words(report.notice.date))
    yield change_words(wording, report.totals)
    if now.activities:
        yield reported_words(now)
    yield from _trend(report)


def _activities(wording: Wording) -> Iterator[str]:
    """How many activities there were, of what status and leader, of how many pairings and parts."""
    report, now, scope = wording.report, wording.report.totals.now, len(wording.report.pairs)
    kind = "split" if now.completed else "all-ongoing"
    split = say(f"document.{kind}", completed=now.completed, ongoing=now.ongoing)
    yield say(
        "document.headline",
        this=wording.this,
        activities=now.activities,
        split=split if now.ongoing else "",
        led=_led(report),
    )
    if scope > 1:
        yield say("document.headline-pairs", scope=scope, pairs=now.pairs)
    yield "。"
    areas, support = report.in_areas.now.activities, report.in_support.now.activities
    if report.record_filter.area:
        return
    if areas and support:
        every = now.activities
        yield say("document.parts-both", all=every, areas=areas, support=support)
    else:
        number = "parts" if now.activities > 1 else "part"
        yield say(f"document.{number}-{'areas' if areas else 'safeguards'}")


def _no_activities(wording: Wording) -> Iterator[str]:
    is_part = wording.is_narrowed or wording.report.record_filter.pair
    none = "headline-none-such" if is_part else "headline-none"
    key = "headline-uncounted" if wording.report.exclusions else none
    yield say(f"document.{key}", this=wording.this)


def _led(report: Report) -> str:
    """Who led, unless the report was narrowed to that."""
    counted = report.totals.counted
    if report.record_filter.lead:
        return ""
    if len(counted) == 1:
        return "，" + leader_words(counted[0].lead_kind)
    return led_words(counted)


def _trend(report: Report) -> Iterator[str]:
    """The latest quarters one after the other, where more than one is known."""
    if len(report.trend) > 1:
        quarters, counts = zip(*report.trend, strict=True)
        first, last = period_words(quarters[0]), period_words(quarters[-1])
        counts_text = "、".join(f"{count}" for count in counts)
        yield say("document.trend", first=first, last=last, counts=counts_text)
        if report.undated:
            yield say("document.undated", n=report.undated)
