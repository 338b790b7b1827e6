"""What whoever works on the data has to know of a report: with ids, places and commands.

These stand in no document that is signed.
"""

from collections.abc import Iterator, Sequence

from cqpair.fields import BY_KEY
from cqpair.messages import say
from cqpair.period import Period
from cqpair.report import Provenance, Report
from cqpair.report.wording import Wording, day_words, enumerated, moment_words
from cqpair.select import Exclusion, Filter, Kind

_MOST_PLACES = 10


def note_lines(wording: Wording, provenance: Provenance) -> Iterator[str]:
    """What was left out, what is not certain, how figures are written, what lists the records."""
    report = wording.report
    yield from _exclusions(report)
    yield from _quality(wording, provenance)
    yield say("document.note-blank")
    yield say("document.note-money")
    yield say("document.note-trace", commands="；".join(_commands(wording)))
    if provenance.errors or provenance.warnings:
        yield say("document.note-check")
    if provenance.remarks:
        yield say("document.note-remarks", path=provenance.remarks)
    yield say("document.note-hash", sha256=provenance.data_sha256)


def origin_line(provenance: Provenance) -> str:
    """What made the report of what, on one line."""
    return say(
        "document.origin",
        cqpair=provenance.cqpair,
        generated_at=moment_words(provenance.generated_at),
        records=provenance.records,
        sha256=provenance.data_sha256,
    )


def map_note(report: Report) -> Iterator[str]:
    """How the pairings stand though the map has changed since the notice."""
    if report.changes and report.notice:
        changes = "".join(_changes(report))
        yield say("document.note-changes", number=report.notice.number, changes=changes)


def record_notes(wording: Wording) -> Iterator[str]:
    """What a reader of the records has to know of them, by id: which do not count and why."""
    report = wording.report
    if report.early and report.notice:
        ids = "、".join(a.reference for a in report.early)
        day = day_words(report.notice.date)
        yield say("document.quality-early", n=len(report.early), date=day, ids=ids)
    if report.doubles:
        pairs = "、".join(f"{a.reference}（计入{b.reference}）" for a, b in report.doubles)
        yield say("document.quality-doubles", n=len(report.doubles), pairs=pairs)
    if report.undecided:
        pairs = "、".join(f"{c.first.reference}与{c.second.reference}" for c in report.undecided)
        yield say("document.quality-undecided", n=len(report.undecided), pairs=pairs)
    if report.imprecise:
        ids = "、".join(a.reference for a in report.imprecise)
        yield say("document.quality-imprecise", n=len(report.imprecise), ids=ids)


def listing_command(record_filter: Filter, period: Period) -> str:
    """The command that lists the records of `period` that are `record_filter`."""
    option = {3: "--quarter", 6: "--half", 12: "--year"}.get(period.months)
    named = [option, period.label] if option else ["--from", period.start, "--to", period.end]
    words = ["cqpair", "activities", *map(str, named)]
    words += ["--pair", record_filter.pair] if record_filter.pair else []
    words += ["--area", record_filter.area.key] if record_filter.area else []
    words += ["--lead", record_filter.lead.value] if record_filter.lead else []
    return " ".join(words)


def _exclusions(report: Report) -> Iterator[str]:
    for key, exclusions in (
        ("left-out", report.exclusions),
        ("left-out-beside", report.exclusions_beside),
    ):
        if exclusions:
            yield say(f"document.{key}", what=_places(exclusions))


def _places(exclusions: Sequence[Exclusion]) -> str:
    """Which records, columns and files errors keep out of the figures."""
    parts = []
    for kind in Kind:
        spots = [one.place.spot() for one in exclusions if one.kind is kind]
        if spots:
            places = enumerated(spots, _MOST_PLACES)
            parts.append(say(f"document.left-out-{kind}", n=len(spots), places=places))
    return "；".join(parts)


def _changes(report: Report) -> Iterator[str]:
    """The changes of the map, those of one day together."""
    for day in dict.fromkeys(change.announced for change in report.changes):
        texts = dict.fromkeys(c.text for c in report.changes if c.announced == day)
        yield say("document.note-change", date=day_words(day), text="；".join(texts))


def _commands(wording: Wording) -> Iterator[str]:
    """What lists the records of the period, of the one compared with and of the year so far."""
    report = wording.report
    for name, period in (
        (say("document.this-0"), report.period),
        (wording.before, report.compared),
        (wording.to_date, report.spans.to_date),
    ):
        if name and period:
            command = listing_command(report.record_filter, period)
            yield say("document.note-trace-of", period=name, command=command)


def _quality(wording: Wording, provenance: Provenance) -> Iterator[str]:
    """A sentence for each thing that is to be known of the data; at least one."""
    report, errors, warnings = wording.report, provenance.errors, provenance.warnings
    kind = "problems" if errors or warnings else "sound"
    yield say(f"document.quality-{kind}", errors=errors, warnings=warnings)
    for what in ("unreported", "approximate"):
        if figures := _counts(report, what):
            yield say(f"document.quality-{what}", figures="、".join(figures))
    unknown = sum(a.lead_kind is None for a in report.totals.counted)
    if unknown:
        yield say("document.quality-lead", n=unknown)
    yield from record_notes(wording)
    if report.undated:
        yield say("document.undated", n=report.undated)


def _counts(report: Report, what: str) -> list[str]:
    """How many records are `unreported` or `approximate` in each of the sums."""
    now = report.totals.now
    counts = [(key, getattr(now.sums[key], what)) for key in now.measured]
    return [
        say(f"document.quality-{what}-of", name=BY_KEY[key].header, n=n) for key, n in counts if n
    ]
