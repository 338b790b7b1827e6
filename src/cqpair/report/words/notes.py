"""What a reader has to know about the figures: their quality, and where they come from."""

from collections.abc import Iterator, Sequence

from cqpair.fields import BY_KEY
from cqpair.messages import say
from cqpair.model.units import Change
from cqpair.period import Period
from cqpair.render.document import Block, Heading, Listing, Paragraph
from cqpair.report import Provenance, Report
from cqpair.report.wording import Wording
from cqpair.report.words.times import day_words, moment_words
from cqpair.select import Filter


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
