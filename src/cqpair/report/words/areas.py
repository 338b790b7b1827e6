"""Each task area and safeguard in words: what was done, what is notable, what was not touched."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from cqpair.fields import Activity
from cqpair.messages import say
from cqpair.model.tasks import MEETING
from cqpair.render.document import Block, Heading, Listing, Paragraph
from cqpair.report import AreaLine
from cqpair.report.wording import Wording
from cqpair.report.words.phrases import (
    activity_items,
    change_words,
    leader_words,
    led_words,
    pair_words,
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
