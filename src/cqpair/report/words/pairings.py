"""The pairings in words: how far the tasks are covered, who is silent, who came alone; plans."""

from collections.abc import Iterator, Sequence

from cqpair.fields import Activity
from cqpair.messages import say
from cqpair.period import Period
from cqpair.render.document import Block, Heading, Listing, Paragraph
from cqpair.report.wording import Wording
from cqpair.report.words.phrases import activity_items, rest
from cqpair.report.words.times import period_words

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
    if len(report.pairs) == 1 and not report.silent and not report.uncertain:
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
