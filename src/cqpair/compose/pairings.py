"""The pairings in words: how far the tasks are covered, who is silent, who came alone; plans."""

from collections.abc import Iterator

from cqpair.compose.items import activity_items
from cqpair.compose.words import period_words, this_words
from cqpair.document import Block, Heading, Listing, Paragraph
from cqpair.messages import say
from cqpair.report import Report

_MOST_PLANS = 10


def pairing_sections(report: Report) -> Iterator[Block]:
    """Coverage, silent pairings, and those of which one partner took no part."""
    sections = (*_coverage_section(report), *_silent_section(report), *_one_sided(report))
    if sections:
        yield Heading(say("document.pairings"))
        yield from sections


def plan_sections(report: Report) -> Iterator[Block]:
    """What the next quarter plans, and what this period planned and did not do."""
    ahead, period = report.spans.ahead, report.period
    if ahead is None and not report.planned:
        return
    yield Heading(say("document.plans"))
    if ahead and report.planned_next:
        told = period_words(ahead)
        yield Paragraph(say("document.plans-next", period=told, n=len(report.planned_next)))
        items, more = activity_items(report.planned_next, ahead, _MOST_PLANS)
        yield Listing(items)
        yield from _rest(more)
    elif ahead:
        yield Paragraph(say("document.plans-next-none", period=period_words(ahead)))
    if report.planned:
        this = this_words(report)
        yield Paragraph(say("document.plans-open", this=this, n=len(report.planned)))
        items, more = activity_items(report.planned, period, _MOST_PLANS)
        yield Listing(items)
        yield from _rest(more)


def _coverage_section(report: Report) -> Iterator[Block]:
    if len(report.areas) > 1:
        yield Heading(say("document.coverage"), 2)
        yield Paragraph(_coverage(report))


def _silent_section(report: Report) -> Iterator[Block]:
    if len(report.pairs) == 1 and not report.silent:
        return
    narrowed = report.wanted.area is not None or report.wanted.lead is not None
    kind = "silent-such" if narrowed else "silent"
    yield Heading(say(f"document.{kind}"), 2)
    yield Paragraph("".join(_silent(report, narrowed)))


def _one_sided(report: Report) -> Iterator[Block]:
    if report.one_sided:
        yield Heading(say("document.one-sided"), 2)
        yield Paragraph(say("document.one-sided-count", n=len(report.one_sided)))
        yield Listing(
            tuple(say("document.one-sided-row", **row._asdict()) for row in report.one_sided)
        )


def _rest(more: int) -> Iterator[Paragraph]:
    if more:
        yield Paragraph(say("document.rest", n=more))


def _coverage(report: Report) -> str:
    pairs, areas, blank = len(report.pairs), len(report.areas), len(report.untouched)
    told = say(
        "document.coverage-count" if pairs > 1 else "document.coverage-one",
        pairs=pairs,
        areas=areas,
        cells=pairs * areas,
        done=pairs * areas - blank,
        blank=blank,
        annex=say("document.annex-grid"),
    )
    whole = [p.pairing.county for p in report.pairs if all(p.areas.values())]
    if whole and pairs > 1:
        told += say("document.coverage-all", names="、".join(whole))
    return told


def _silent(report: Report, narrowed: bool) -> Iterator[str]:
    if not report.silent:
        yield say("document.silent-such-none" if narrowed else "document.silent-none")
        return
    names = "、".join(report.silent)
    yield say("document.silent-some", n=len(report.silent), names=names)
    lengths = sorted({(s.quarters, s.at_least) for s in report.silences if s.quarters > 1})
    for quarters, at_least in reversed(lengths):
        same = [s.county for s in report.silences if s.quarters == quarters]
        yield say(
            "document.silent-quarters",
            n=quarters,
            more=say("document.silent-more") if at_least else "",
            count=len(same),
            names="、".join(same),
        )
    if not narrowed:
        yield say("document.silent-why")
