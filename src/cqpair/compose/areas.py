"""Each task area and safeguard in words: what was done, what is notable, what was not touched."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from cqpair.compose.change import change_words
from cqpair.compose.items import activity_items
from cqpair.compose.words import reported_words, this_words
from cqpair.document import Block, Heading, Listing, Paragraph
from cqpair.messages import say
from cqpair.model.activity import Activity
from cqpair.model.tasks import LeadKind, Status
from cqpair.report import AreaLine, Report

_NAMED_PAIRS = 5  # more are counted, not named: the annex has them


def area_sections(report: Report, today: date) -> Iterator[Block]:
    """The task areas in the notice's order (二、)."""
    if report.areas:
        yield Heading(say("document.areas"))
        for line in report.areas:
            yield from _section(report, line, today)


def safeguard_sections(report: Report, today: date) -> Iterator[Block]:
    """The safeguards in the notice's order (三、), and the joint meetings that 三（一）asks for."""
    if report.safeguards:
        yield Heading(say("document.safeguards"))
        yield Paragraph(_meetings(report))
        for line in report.safeguards:
            yield from _section(report, line, today)


def _meetings(report: Report) -> str:
    if not report.meetings:
        return say("document.meetings-none", this=this_words(report))
    counts = Counter(a.county.name for a in report.meetings)
    told = [say("document.meetings-of", county=c, n=n) for c, n in counts.items()]
    return say(
        "document.meetings",
        this=this_words(report),
        n=len(report.meetings),
        counties="、".join(told),
    )


def _section(report: Report, found: AreaLine, today: date) -> Iterator[Block]:
    yield Heading(found.area.title, 2)
    yield Paragraph("".join(_sentences(report, found, today)))
    counted = [a for a in found.line.records if a.status is not Status.PLANNED]
    if counted:
        items, more = activity_items(counted, report.period)
        yield Paragraph(say("document.notable"))
        yield Listing(items)
        if more:
            yield Paragraph(say("document.rest", n=more))
        yield Paragraph(_measures(found, counted))


def _sentences(report: Report, found: AreaLine, today: date) -> Iterator[str]:
    now = found.line.now
    if now.activities:
        yield _done(report, found)
    else:
        measures = say("document.nothing-measures", n=len(found.area.measures))
        yield say("document.nothing", this=this_words(report), measures=measures)
    if now.planned:
        yield say("document.planned-too", planned=now.planned)
    yield change_words(report, found.line, today)
    if now.activities:
        yield reported_words(now)


def _done(report: Report, found: AreaLine) -> str:
    now = found.line.now
    counted = [a for a in found.line.records if a.status is not Status.PLANNED]
    share = "" if report.wanted.area else say("document.share", share=found.share)
    if now.activities == 1:
        only = counted[0]
        return say("document.done-one", county=only.county.name, share=share, led=_led(only))
    return say(
        "document.done",
        activities=now.activities,
        share=share,
        led=now.led_by_associations,
        pairs=_pairs(counted) if len(report.pairs) > 1 else "",
    )


def _led(activity: Activity) -> str:
    if activity.lead_kind is None:
        return say("document.not-told")
    key = "led" if activity.lead_kind is LeadKind.ASSOCIATION else "not-led"
    return say(f"document.{key}", kind=activity.lead_kind.value)


def _pairs(counted: Iterable[Activity]) -> str:
    names = list(dict.fromkeys(a.county.name for a in counted))
    told = say("document.pairs-taking-part", pairs=len(names))
    if len(names) <= _NAMED_PAIRS:
        told += say("document.pairs-named", names="、".join(names))
    return told


def _measures(found: AreaLine, counted: Iterable[Activity]) -> str:
    """Which measures of the notice have an activity, as far as records name their measure."""
    unknown = sum(a.measure not in found.measures for a in counted)
    idle = [name for name, count in found.measures.items() if not count]
    if len(idle) == len(found.measures):
        return say("document.measures-none-told")
    more = say("document.measures-unknown", n=unknown) if unknown else ""
    if not idle:
        return say("document.measures-all", all=len(found.measures), unknown=more)
    return say(
        "document.measures-some",
        all=len(found.measures),
        touched=len(found.measures) - len(idle),
        names="；".join(idle),
        unknown=more,
    )
