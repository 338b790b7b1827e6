"""Each task area and safeguard in words: what was done, what is notable, what was not touched."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from cqpair.fields import Activity
from cqpair.messages import say
from cqpair.model.tasks import MEETING
from cqpair.period import Period
from cqpair.render.document import Block, Heading, Listing, Paragraph
from cqpair.report import AreaLine
from cqpair.report.wording import (
    Wording,
    activity_items,
    change_words,
    leader_words,
    led_words,
    pair_words,
    period_words,
    reported_words,
    rest,
)

_NAMED_PAIRS = 5  # more are counted, not named: the annex has them


def area_sections(wording: Wording) -> Iterator[Block]:
    """The task areas in the notice's order (二、)."""
    areas = wording.report.areas
    if areas:
        yield Heading(say("document.areas"))
        yield from _sections(wording, areas, "areas")


def safeguard_sections(wording: Wording) -> Iterator[Block]:
    """The safeguards in the notice's order (三、), and the joint meetings that 三（一）asks for."""
    safeguards = wording.report.safeguards
    if safeguards:
        yield Heading(say("document.safeguards"))
        if any(MEETING in measure for area in safeguards for measure in area.measures):
            yield Paragraph(_meetings(wording))
        yield from _sections(wording, safeguards, "safeguards")


def _sections(wording: Wording, areas: Sequence[AreaLine], kind: str) -> Iterator[Block]:
    """A section for each area, or a sentence where there is nothing to say of any."""
    if len(areas) > 1 and not any(_has_anything(area) for area in areas):
        none = "unknown" if wording.report.uncertain else "no"
        yield Paragraph(say(f"document.{none}-{kind}", this=wording.this, such=wording.such))
        return
    for area in areas:
        yield from _section(wording, area)


def _has_anything(area: AreaLine) -> bool:
    """Whether there is a record now, or an activity in the periods that stand beside."""
    return bool(area.line.records) or any(other.activities for other in area.line.others)


def _meetings(wording: Wording) -> str:
    """How many joint meetings were held, and by which counties, those with most first."""
    this, such, meetings = wording.this, wording.such, wording.report.meetings
    n = len(meetings)
    if not meetings:
        key = "meetings-unknown" if wording.report.uncertain else "meetings-none"
        return say(f"document.{key}", this=this, such=such)
    if n == 1:
        return say("document.meetings", this=this, such=such, n=n, counties=meetings[0].county.name)
    counties: dict[int, list[str]] = {}
    for county, count in Counter(a.county.name for a in meetings).items():
        counties.setdefault(count, []).append(county)
    groups = [
        say(
            "document.meetings-of",
            counties="、".join(names),
            each=say("document.meetings-each") if len(names) > 1 else "",
            n=count,
        )
        for count, names in sorted(counties.items(), reverse=True)
    ]
    return say("document.meetings", this=this, such=such, n=n, counties="，".join(groups))


def _section(wording: Wording, area: AreaLine) -> Iterator[Block]:
    """An area: its figures, its examples and most notable activities, its measures."""
    report, counted = wording.report, area.line.counted
    yield Heading(area.area.title, 2)
    yield Paragraph("".join(_sentences(wording, area, counted)))
    items = activity_items(counted, report.period)
    if len(items) == 1:
        yield Paragraph(items[0])
    elif items:
        key = "all-listed" if len(items) == len(counted) else "notable"
        yield Paragraph(say(f"document.{key}"))
        yield Listing(items, ordered=True)
    if len(counted) > len(items):
        yield rest(wording, len(counted) - len(items))
    if counted and not report.record_filter.lead and wording.tells_measures:
        yield Paragraph(_measures(area, counted))


def _sentences(wording: Wording, area: AreaLine, counted: Sequence[Activity]) -> Iterator[str]:
    report, now = wording.report, area.line.now
    if counted:
        yield _done(wording, area, counted)
    else:
        such = wording.such if report.record_filter.lead else ""  # an area is its own section
        key = "nothing-unknown" if report.uncertain else "nothing"
        yield say(f"document.{key}", this=wording.this, such=such)
    if now.planned:
        yield say("document.planned-too", planned=now.planned)
    yield change_words(wording, area.line)
    if counted:
        yield reported_words(now)


def _done(wording: Wording, area: AreaLine, counted: Sequence[Activity]) -> str:
    """What was done: how many activities, their share, who led them, who took part."""
    report, n = wording.report, len(counted)
    is_whole = n == report.totals.now.activities
    share = "" if is_whole or report.record_filter.lead else say("document.share", share=area.share)
    if n == 1:
        only = counted[0]
        led = leader_words(only.lead_kind)
        return say("document.done-one", pair=pair_words(only), share=share, led=led)
    return say(
        "document.done",
        activities=n,
        share=share,
        led="" if report.record_filter.lead else led_words(counted),
        pairs=_pairs(counted) if len(report.pairs) > 1 else "",
    )


def _pairs(counted: Iterable[Activity]) -> str:
    """How many pairings took part, and which where they are few."""
    names = list(dict.fromkeys(a.county.name for a in counted))
    text = say("document.pairs-taking-part", pairs=len(names))
    if len(names) <= _NAMED_PAIRS:
        text += say("document.pairs-named", names="、".join(names))
    return text


def _measures(area: AreaLine, counted: Sequence[Activity]) -> str:
    """Which measures have an activity, as far as records name their measure."""
    unknown = sum(a.measure not in area.measures for a in counted)
    idle = [name for name, count in area.measures.items() if not count]
    if len(idle) == len(area.measures):
        return say("document.measures-none-told")
    more = say("document.measures-unknown", n=unknown) if unknown else ""
    if not idle:
        return say("document.measures-all", all=len(area.measures), unknown=more)
    return say(
        "document.measures-some",
        all=len(area.measures),
        touched=len(area.measures) - len(idle),
        names="；".join(idle),
        unknown=more,
    )


_MOST_PLANS = 10


def pairing_sections(wording: Wording) -> Iterator[Block]:
    """Coverage, silent pairings, and those of which one partner took no part.

    Nobody is silent in a period before the notice, or one that has not begun.
    """
    period, notice = wording.report.period, wording.report.notice
    if wording.today < period.start or (notice and period.end < notice.date):
        return
    sections = (*_coverage_section(wording), *_silent_section(wording), *_one_sided(wording))
    if sections:
        yield Heading(say("document.pairings"))
        yield from sections


def plan_sections(wording: Wording) -> Iterator[Block]:
    """What the next quarter plans, and what this period planned and has no record of doing."""
    blocks = (*_plans_ahead(wording), *_plans_of_period(wording))
    if blocks:
        yield Heading(say("document.plans"))
        yield from blocks


def _plans_ahead(wording: Wording) -> Iterator[Block]:
    ahead, planned = wording.report.spans.ahead, wording.report.planned_next
    if ahead is None:
        return
    name = period_words(ahead)
    if planned:
        yield Paragraph(say("document.plans-next", period=name, n=len(planned)))
        yield from _plans(wording, planned, ahead)
    elif wording.today <= ahead.end:
        yield Paragraph(say("document.plans-next-none", period=name, such=wording.such))


def _plans_of_period(wording: Wording) -> Iterator[Block]:
    period, planned = wording.report.period, wording.report.planned
    if planned:
        key = "plans-overdue" if period.end < wording.today else "plans-open"
        yield Paragraph(say(f"document.{key}", this=wording.this, n=len(planned)))
        yield from _plans(wording, planned, period)


def _plans(wording: Wording, planned: Sequence[Activity], period: Period) -> Iterator[Block]:
    items = activity_items(planned, period, _MOST_PLANS)
    yield Listing(items, ordered=True)
    if len(planned) > len(items):
        yield rest(wording, len(planned) - len(items))


def _coverage_section(wording: Wording) -> Iterator[Block]:
    if len(wording.report.areas) > 1:
        yield Heading(say("document.coverage"), 2)
        yield Paragraph(_coverage(wording))


def _coverage(wording: Wording) -> str:
    """How many cells of the grid of pairings and task areas have an activity."""
    report = wording.report
    pairs, areas, blank = len(report.pairs), len(report.areas), len(report.untouched)
    done = sum(bool(n) for pair in report.pairs for n in pair.areas.values())
    text = say(
        "document.coverage-count" if pairs > 1 else "document.coverage-one",
        this=wording.this,
        such=wording.such,
        pairs=pairs,
        areas=areas,
        cells=pairs * areas,
        done=done,
        blank=blank,
        annex=say("document.annex-grid"),
    )
    if unknown := pairs * areas - done - blank:
        text += say("document.coverage-unknown", n=unknown)
    complete = [p.pairing.county for p in report.pairs if all(p.areas.values())]
    if complete and pairs > 1:
        text += say("document.coverage-all", names="、".join(complete))
    return text


def _silent_section(wording: Wording) -> Iterator[Block]:
    report = wording.report
    idle = report.silent or report.uncertain or report.nil or report.returned
    if len(report.pairs) == 1 and not idle:
        return
    kind = "silent-such" if wording.is_narrowed else "silent"
    yield Heading(say(f"document.{kind}"), 2)
    yield Paragraph("".join(_silent(wording)))


def _silent(wording: Wording) -> Iterator[str]:
    """Of which counties nothing is known, which are silent, and for how long."""
    report = wording.report
    idle = [p.pairing.county for p in report.pairs if not p.line.now.activities]
    if not idle:
        kind = "silent-such-none" if wording.is_narrowed else "silent-none"
        yield say(f"document.{kind}")
        return
    if unknown := [county for county in idle if county in report.uncertain]:
        yield say("document.silent-unknown", n=len(unknown), names="、".join(unknown))
    for key, counties in (("nil", report.nil), ("returned", report.returned)):
        if counties:
            yield say(f"document.silent-{key}", n=len(counties), names="、".join(counties))
    if not report.silent:
        return
    names = "、".join(report.silent)
    yield say("document.silent-some", n=len(report.silent), names=names)
    yield _for_how_long(wording)
    if not wording.is_narrowed and report.period.end < wording.today:
        yield say("document.silent-why")


def _for_how_long(wording: Wording) -> str:
    """Who is silent for longer than the period itself: all of them alike, or in groups."""
    report = wording.report
    own = report.period.months // 3
    groups: dict[tuple[int, bool], list[str]] = {}
    for county, quarters, at_least in report.silences:
        if quarters > own:
            groups.setdefault((quarters, at_least), []).append(county)
    if not groups:
        return ""
    if [*groups.values()] == [list(report.silent)]:
        ((length, names),) = groups.items()
        return _group(wording, "silent-all", *length, names)
    texts = [
        _group(wording, "silent-group", *length, names)
        for length, names in sorted(groups.items(), reverse=True)
    ]
    return say("document.silent-quarters", groups="；".join(texts))


def _group(wording: Wording, key: str, quarters: int, at_least: bool, names: list[str]) -> str:
    return say(
        f"document.{key}",
        n=quarters,
        more=say("document.silent-more") if at_least else "",
        such=wording.such,
        count=len(names),
        names="、".join(names),
    )


def _one_sided(wording: Wording) -> Iterator[Block]:
    """The pairings of two partners of which one took no part in any activity."""
    pairings, such = wording.report.one_sided, wording.such
    if pairings:
        yield Heading(say("document.one-sided", such=such), 2)
        yield Paragraph(say("document.one-sided-count", such=such, n=len(pairings)))
        rows = (say("document.one-sided-row", such=such, **one._asdict()) for one in pairings)
        yield Listing(tuple(rows), ordered=True)
        yield Paragraph(say("document.one-sided-why"))
