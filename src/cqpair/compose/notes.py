"""What a reader has to know about the figures: their quality, and where they come from."""

from collections.abc import Iterator

from cqpair.columns import MEASURED
from cqpair.compose.words import (
    before_words,
    left_out_words,
    moment_words,
    to_date_words,
)
from cqpair.document import Block, Heading, Listing
from cqpair.messages import say
from cqpair.period import Period
from cqpair.report import Provenance, Report


def quality_section(report: Report, provenance: Provenance) -> Iterator[Block]:
    """What was found wrong, not reported, approximate or not certain."""
    yield Heading(say("document.quality"))
    yield Listing(tuple(_quality(report, provenance)), ordered=True)


def note_lines(report: Report, provenance: Provenance) -> Iterator[str]:
    """How figures are written, what lists the records behind them, and what made the report."""
    yield say("document.note-blank")
    yield say("document.note-money")
    if report.totals.now.activities and not report.wanted.area:
        yield say("document.note-share")
    yield say("document.note-trace", command=listing_command(report, report.period))
    if before := report.compared:
        command = listing_command(report, before)
        yield say("document.note-trace-before", before=before_words(report), command=command)
    if to_date := report.spans.to_date:
        command = listing_command(report, to_date)
        yield say("document.note-trace-to-date", to_date=to_date_words(to_date), command=command)
    yield say(
        "document.note-source",
        cqpair=provenance.cqpair,
        generated_at=moment_words(provenance.generated_at),
        records=provenance.records,
        sha256=provenance.data_sha256,
    )


def listing_command(report: Report, period: Period) -> str:
    """The command that lists the records of `period` behind the figures of a report."""
    wanted = report.wanted
    option = {3: "--quarter", 6: "--half", 12: "--year"}.get(period.months)
    named = [option, period.label] if option else ["--from", period.start, "--to", period.end]
    words = ["cqpair", "activities", *map(str, named)]
    words += ["--pair", wanted.pair] if wanted.pair else []
    words += ["--area", wanted.area.key] if wanted.area else []
    words += ["--lead", wanted.lead.value] if wanted.lead else []
    return " ".join(words)


def _quality(report: Report, provenance: Provenance) -> Iterator[str]:
    errors, warnings = provenance.errors, provenance.warnings
    kind = "problems" if errors else "warnings" if warnings else "sound"
    yield say(f"document.quality-{kind}", errors=errors, warnings=warnings)
    if report.totals.now.activities:
        yield _unreported(report)
    if about := _counts(report, "approximate"):
        yield say("document.quality-approximate", figures="、".join(about))
    if report.imprecise:
        ids = "、".join(a.reference for a in report.imprecise)
        yield say("document.quality-imprecise", n=len(report.imprecise), ids=ids)
    if report.left_out_before:
        yield say("document.quality-before", told=left_out_words(report.left_out_before))


def _unreported(report: Report) -> str:
    missing = _counts(report, "unreported")
    if not missing:
        return say("document.quality-reported")
    n = report.totals.now.activities
    if all(getattr(report.totals.now, key).unreported == n for key in MEASURED):
        return say("document.quality-unreported-every", activities=n)
    return say("document.quality-unreported", activities=n, figures="、".join(missing))


def _counts(report: Report, what: str) -> list[str]:
    """How many records are `unreported` or `approximate` in each of the sums."""
    counts = [(key, getattr(getattr(report.totals.now, key), what)) for key in MEASURED]
    return [
        say(f"document.quality-{what}-of", name=say(f"document.name-{key}"), n=n)
        for key, n in counts
        if n
    ]
