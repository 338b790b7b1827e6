"""How a report opens: its basis, what it was narrowed to, and the period as a whole."""

from collections.abc import Iterator, Sequence

from cqpair.fields import BY_KEY
from cqpair.messages import say
from cqpair.model.units import Change
from cqpair.period import Period
from cqpair.render.document import Block, Heading, Listing, Paragraph
from cqpair.report import Provenance, Report
from cqpair.report.tables import area_chart, trend_chart
from cqpair.report.wording import (
    Wording,
    change_words,
    day_words,
    exclusion_words,
    leader_words,
    led_words,
    moment_words,
    period_words,
    reported_words,
    undecided_words,
    unfinished_words,
)
from cqpair.report.words.changes import other_changes, own_changes
from cqpair.select import Filter


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
    if report.undecided:
        yield Paragraph(undecided_words(report.undecided), alert=True)
    yield from own_changes(wording)
    yield Heading(say("document.overall"))
    yield Paragraph("".join(_headline(wording)))
    yield from other_changes(wording)
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


def quality_section(wording: Wording, provenance: Provenance) -> Iterator[Block]:
    """What was found wrong, not reported, approximate or not certain."""
    lines = tuple(_quality(wording, provenance))
    yield Heading(say("document.quality"))
    yield Listing(lines, ordered=True) if len(lines) > 1 else Paragraph(lines[0])


def note_lines(wording: Wording, provenance: Provenance) -> Iterator[str]:
    """How figures are written, what lists the records behind them, and what made the report."""
    report = wording.report
    yield say("document.note-blank")
    yield say("document.note-money")
    if report.totals.now.activities and not report.record_filter.area:
        yield say("document.note-share")
    if report.changes and report.notice:
        changes = "".join(_changes(report.changes))
        yield say("document.note-changes", number=report.notice.number, changes=changes)
    yield say("document.note-trace", commands="；".join(_commands(wording)))
    if provenance.errors or provenance.warnings:
        yield say("document.note-check")
    yield say(
        "document.note-source",
        cqpair=provenance.cqpair,
        generated_at=moment_words(provenance.generated_at),
        records=provenance.records,
    )
    yield say("document.note-hash", sha256=provenance.data_sha256)


def listing_command(record_filter: Filter, period: Period) -> str:
    """The command that lists the records of `period` that are `record_filter`."""
    option = {3: "--quarter", 6: "--half", 12: "--year"}.get(period.months)
    named = [option, period.label] if option else ["--from", period.start, "--to", period.end]
    words = ["cqpair", "activities", *map(str, named)]
    words += ["--pair", record_filter.pair] if record_filter.pair else []
    words += ["--area", record_filter.area.key] if record_filter.area else []
    words += ["--lead", record_filter.lead.value] if record_filter.lead else []
    return " ".join(words)


def _changes(changes: Sequence[Change]) -> Iterator[str]:
    """The changes of the map, those of one day together."""
    days = dict.fromkeys(change.announced for change in changes)
    for day in days:
        texts = dict.fromkeys(c.text for c in changes if c.announced == day)
        yield say("document.note-change", date=day_words(day), text="；".join(texts))


def _commands(wording: Wording) -> Iterator[str]:
    """What lists the records of the period, of the one compared with and of the year so far."""
    report = wording.report
    for name, period in (
        (say("document.this-0"), report.period),
        (wording.before, report.compared),
        (wording.to_date, report.spans.to_date),
    ):
        if period:
            command = listing_command(report.record_filter, period)
            yield say("document.note-trace-of", period=name, command=command)


def _quality(wording: Wording, provenance: Provenance) -> Iterator[str]:
    """A sentence for each thing that a reader must know of the figures; at least one."""
    report, errors, warnings = wording.report, provenance.errors, provenance.warnings
    kind = "problems" if errors or warnings else "sound"
    yield say(f"document.quality-{kind}", errors=errors, warnings=warnings)
    if report.totals.now.activities:
        yield _unreported(report)
        if not wording.tells_measures:
            yield say("document.quality-no-measures")
    if approximate := _counts(report, "approximate"):
        yield say("document.quality-approximate", figures="、".join(approximate))
    if report.early and report.notice:
        ids = "、".join(a.reference for a in report.early)
        day = day_words(report.notice.date)
        yield say("document.quality-early", n=len(report.early), date=day, ids=ids)
    if report.doubles:
        told = "、".join(f"{a.reference}（计入{b.reference}）" for a, b in report.doubles)
        yield say("document.quality-doubles", n=len(report.doubles), told=told)
    if report.imprecise:
        ids = "、".join(a.reference for a in report.imprecise)
        yield say("document.quality-imprecise", n=len(report.imprecise), ids=ids)


def _unreported(report: Report) -> str:
    """How many activities do not report each of the figures."""
    missing = _counts(report, "unreported")
    if not missing:
        return say("document.quality-reported")
    n = report.totals.now.activities
    now = report.totals.now
    if all(now.sums[key].unreported == n for key in now.measured):
        return say("document.quality-unreported-every", activities=n)
    return say("document.quality-unreported", activities=n, figures="、".join(missing))


def _counts(report: Report, what: str) -> list[str]:
    """How many records are `unreported` or `approximate` in each of the sums."""
    now = report.totals.now
    counts = [(key, getattr(now.sums[key], what)) for key in now.measured]
    return [
        say(f"document.quality-{what}-of", name=BY_KEY[key].header, n=n) for key, n in counts if n
    ]
