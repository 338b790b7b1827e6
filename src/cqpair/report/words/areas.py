"""Each task area and safeguard in words: what was done, what is notable, what was not touched."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from cqpair.fields import Activity
from cqpair.messages import say
from cqpair.model.tasks import MEETING
from cqpair.render.document import Block, Heading, Listing, Paragraph
from cqpair.report import AreaLine, Line, Report
from cqpair.report.words.phrases import (
    activity_items,
    change_words,
    leader_words,
    led_words,
    pair_words,
    reported_words,
    rest,
    such_words,
    tells_measures,
    this_words,
)

_NAMED_PAIRS = 5  # more are counted, not named: the annex has them


def area_sections(report: Report, today: date) -> Iterator[Block]:
    """The task areas in the notice's order (二、)."""
    if report.areas:
        yield Heading(say("document.areas"))
        yield from _sections(report, report.areas, "areas", today)


def safeguard_sections(report: Report, today: date) -> Iterator[Block]:
    """The safeguards in the notice's order (三、), and the joint meetings that 三（一）asks for."""
    if report.safeguards:
        yield Heading(say("document.safeguards"))
        if any(MEETING in measure for line in report.safeguards for measure in line.measures):
            yield Paragraph(_meetings(report))
        yield from _sections(report, report.safeguards, "safeguards", today)


def _sections(report: Report, lines: Sequence[AreaLine], kind: str, today: date) -> Iterator[Block]:
    """A section for each line, or a sentence where there is nothing to say of any."""
    if len(lines) > 1 and not any(_has_anything(found.line) for found in lines):
        such = such_words(report)
        none, this = "unknown" if report.uncertain else "no", this_words(report)
        yield Paragraph(say(f"document.{none}-{kind}", this=this, such=such))
        return
    for found in lines:
        yield from _section(report, found, today)


def _has_anything(line: Line) -> bool:
    beside = [other.activities for other in (line.before, line.to_date) if other]
    return bool(line.records) or any(beside)


def _meetings(report: Report) -> str:
    this = this_words(report)
    such = such_words(report)
    if not report.meetings:
        key = "meetings-unknown" if report.uncertain else "meetings-none"
        return say(f"document.{key}", this=this, such=such)
    counties: dict[int, list[str]] = {}
    for county, n in Counter(a.county.name for a in report.meetings).items():
        counties.setdefault(n, []).append(county)
    told = [
        say(
            "document.meetings-of",
            counties="、".join(names),
            each=say("document.meetings-each") if len(names) > 1 else "",
            n=n,
        )
        for n, names in sorted(counties.items(), reverse=True)
    ]
    if len(report.meetings) == 1:
        told = [report.meetings[0].county.name]
    n = len(report.meetings)
    return say("document.meetings", this=this, such=such, n=n, counties="，".join(told))


def _section(report: Report, found: AreaLine, today: date) -> Iterator[Block]:
    counted = found.line.counted
    yield Heading(found.area.title, 2)
    yield Paragraph("".join(_sentences(report, found, counted, today)))
    items = activity_items(counted, report.period)
    if len(items) == 1:
        yield Paragraph(items[0])
    elif items:
        key = "all-listed" if len(items) == len(counted) else "notable"
        yield Paragraph(say(f"document.{key}"))
        yield Listing(items, ordered=True)
    if len(counted) > len(items):
        yield rest(report, len(counted) - len(items))
    if counted and not report.wanted.lead and tells_measures(report):
        yield Paragraph(_measures(found, counted))


def _sentences(
    report: Report, found: AreaLine, counted: Sequence[Activity], today: date
) -> Iterator[str]:
    now = found.line.now
    if counted:
        yield _done(report, found, counted)
    else:
        such = say("document.such") if report.wanted.lead else ""  # an area is its own section
        key = "nothing-unknown" if report.uncertain else "nothing"
        yield say(f"document.{key}", this=this_words(report), such=such)
    if now.planned:
        yield say("document.planned-too", planned=now.planned)
    yield change_words(report, found.line, today)
    if counted:
        yield reported_words(now)


def _done(report: Report, found: AreaLine, counted: Sequence[Activity]) -> str:
    n = len(counted)
    whole = n == report.totals.now.activities
    share = "" if whole or report.wanted.lead else say("document.share", share=found.share)
    if n == 1:
        only = counted[0]
        led = leader_words(only.lead_kind)
        return say("document.done-one", pair=pair_words(only), share=share, led=led)
    return say(
        "document.done",
        activities=n,
        share=share,
        led="" if report.wanted.lead else led_words(counted),
        pairs=_pairs(counted) if len(report.pairs) > 1 else "",
    )


def _pairs(counted: Iterable[Activity]) -> str:
    names = list(dict.fromkeys(a.county.name for a in counted))
    told = say("document.pairs-taking-part", pairs=len(names))
    if len(names) <= _NAMED_PAIRS:
        told += say("document.pairs-named", names="、".join(names))
    return told


def _measures(found: AreaLine, counted: Sequence[Activity]) -> str:
    """Which measures have an activity, as far as records name their measure."""
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
