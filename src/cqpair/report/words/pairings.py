"""The pairings in words: how far the tasks are covered, who is silent, who came alone; plans."""

from collections.abc import Iterator, Sequence
from datetime import date

from cqpair.fields import Activity
from cqpair.messages import say
from cqpair.period import Period
from cqpair.render.document import Block, Heading, Listing, Paragraph
from cqpair.report import Report
from cqpair.report.words.phrases import (
    activity_items,
    is_narrowed,
    period_words,
    rest,
    such_words,
    this_words,
)

_MOST_PLANS = 10


def pairing_sections(report: Report, today: date) -> Iterator[Block]:
    """Coverage, silent pairings, and those of which one partner took no part.

    Nobody is silent in a period before the notice, or one that has not begun.
    """
    if today < report.period.start or (report.notice and report.period.end < report.notice.date):
        return
    sections = (*_coverage_section(report), *_silent_section(report, today), *_one_sided(report))
    if sections:
        yield Heading(say("document.pairings"))
        yield from sections


def plan_sections(report: Report, today: date) -> Iterator[Block]:
    """What the next quarter plans, and what this period planned and has no record of doing."""
    ahead, period = report.spans.ahead, report.period
    blocks: list[Block] = []
    if ahead and report.planned_next:
        told = period_words(ahead)
        told = say("document.plans-next", period=told, n=len(report.planned_next))
        blocks += _plans(
            report,
            told,
            report.planned_next,
            ahead,
        )
    elif ahead and today <= ahead.end:
        blocks.append(
            Paragraph(
                say("document.plans-next-none", period=period_words(ahead), such=such_words(report))
            )
        )
    if report.planned:
        key = "plans-overdue" if period.end < today else "plans-open"
        told = say(f"document.{key}", this=this_words(report), n=len(report.planned))
        blocks += _plans(report, told, report.planned, period)
    if blocks:
        yield Heading(say("document.plans"))
        yield from blocks


def _plans(
    report: Report, told: str, planned: Sequence[Activity], period: Period
) -> Iterator[Block]:
    items = activity_items(planned, period, _MOST_PLANS)
    yield Paragraph(told)
    yield Listing(items, ordered=True)
    if len(planned) > len(items):
        yield rest(report, len(planned) - len(items))


def _coverage_section(report: Report) -> Iterator[Block]:
    if len(report.areas) > 1:
        yield Heading(say("document.coverage"), 2)
        yield Paragraph(_coverage(report))


def _silent_section(report: Report, today: date) -> Iterator[Block]:
    if len(report.pairs) == 1 and not report.silent and not report.uncertain:
        return
    kind = "silent-such" if is_narrowed(report) else "silent"
    yield Heading(say(f"document.{kind}"), 2)
    yield Paragraph("".join(_silent(report, today)))


def _one_sided(report: Report) -> Iterator[Block]:
    if report.one_sided:
        such = such_words(report)
        yield Heading(say("document.one-sided", such=such), 2)
        yield Paragraph(say("document.one-sided-count", such=such, n=len(report.one_sided)))
        rows = tuple(
            say("document.one-sided-row", such=such, **row._asdict()) for row in report.one_sided
        )
        yield Listing(rows, ordered=True)
        yield Paragraph(say("document.one-sided-why"))


def _coverage(report: Report) -> str:
    pairs, areas, blank = len(report.pairs), len(report.areas), len(report.untouched)
    done = sum(bool(n) for pair in report.pairs for n in pair.areas.values())
    told = say(
        "document.coverage-count" if pairs > 1 else "document.coverage-one",
        this=this_words(report),
        such=such_words(report),
        pairs=pairs,
        areas=areas,
        cells=pairs * areas,
        done=done,
        blank=blank,
        annex=say("document.annex-grid"),
    )
    if unknown := pairs * areas - done - blank:
        told += say("document.coverage-unknown", n=unknown)
    whole = [p.pairing.county for p in report.pairs if all(p.areas.values())]
    if whole and pairs > 1:
        told += say("document.coverage-all", names="、".join(whole))
    return told


def _silent(report: Report, today: date) -> Iterator[str]:
    nothing = [p.pairing.county for p in report.pairs if not p.line.now.activities]
    if not nothing:
        yield say("document.silent-such-none" if is_narrowed(report) else "document.silent-none")
        return
    if unknown := [county for county in nothing if county in report.uncertain]:
        yield say("document.silent-unknown", n=len(unknown), names="、".join(unknown))
    if not report.silent:
        return
    names = "、".join(report.silent)
    yield say("document.silent-some", n=len(report.silent), names=names)
    yield _for_how_long(report)
    if not is_narrowed(report) and report.period.end < today:
        yield say("document.silent-why")


def _for_how_long(report: Report) -> str:
    """Who is silent for longer than the period itself: all of them alike, or in groups."""
    own = report.period.months // 3
    groups: dict[tuple[int, bool], list[str]] = {}
    for county, quarters, at_least in report.silences:
        if quarters > own:
            groups.setdefault((quarters, at_least), []).append(county)
    told = [_group(report, *key, groups[key]) for key in sorted(groups, reverse=True)]
    if not told:
        return ""
    if len(groups) == 1 and [*groups.values()] == [list(report.silent)]:
        return _group(report, *next(iter(groups)), list(report.silent), key="silent-all")
    return say("document.silent-quarters", groups="；".join(told))


def _group(
    report: Report, quarters: int, at_least: bool, names: list[str], key: str = "silent-group"
) -> str:
    return say(
        f"document.{key}",
        n=quarters,
        more=say("document.silent-more") if at_least else "",
        such=such_words(report),
        count=len(names),
        names="、".join(names),
    )
