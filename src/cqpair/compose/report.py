"""A Report into a Document, in the words of an office. Every figure in it comes from the Report."""

from collections.abc import Iterable, Iterator

from cqpair.columns import MEASURED
from cqpair.compose.opening import opening
from cqpair.compose.tables import area_table, details_table, figures_table, pairs_table
from cqpair.compose.words import left_out_words, moment_words, period_words
from cqpair.document import Block, Document, Heading, Listing, Paragraph
from cqpair.messages import say
from cqpair.report import By, Provenance, Report

_MOST_DETAILS = 200  # beyond this the records are listed by `cqpair activities` only


def compose(report: Report, provenance: Provenance) -> Document:
    """The report as a document."""
    blocks = (
        *opening(report, provenance.generated_at.date()),
        *_by_rows(report),
        *_by_area(report),
        *_by_pair(report),
        *_silent(report),
        *_untouched(report),
        *_highlights(report),
        *_details(report),
        *_notes(report, provenance),
    )
    title = say("document.title", period=period_words(report.period))
    return Document(title, tuple(_numbered(blocks)))


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with their headings numbered 一、二、 (GB/T 9704-2012: the first level)."""
    ordinals = iter("一二三四五六七八九十")
    for block in blocks:
        yield Heading(f"{next(ordinals)}、{block.text}") if isinstance(block, Heading) else block


def _by_rows(report: Report) -> Iterator[Block]:
    if report.by is By.AREA:
        return
    yield Heading(say(f"document.by-{report.by}"))
    yield figures_table(report, say(f"document.col-{report.by}"), report.rows)
    if report.by is By.PARTNER:
        yield Paragraph(say("document.partner-note"))


def _by_area(report: Report) -> Iterator[Block]:
    yield Heading(say("document.by-area"))
    yield area_table(report)


def _by_pair(report: Report) -> Iterator[Block]:
    yield Heading(say("document.pairs"))
    if report.areas:
        legend = "；".join(f"{line.area.no} {line.area.title}" for line in report.areas)
        yield Paragraph(say("document.pairs-legend", areas=legend))
    yield pairs_table(report)


def _silent(report: Report) -> Iterator[Block]:
    narrowed = report.wanted.area is not None or report.wanted.lead is not None
    kind = "silent-such" if narrowed else "silent"
    yield Heading(say(f"document.{kind}"))
    if report.silent:
        names = "、".join(report.silent)
        yield Paragraph(say(f"document.{kind}-some", n=len(report.silent), names=names))
    else:
        yield Paragraph(say(f"document.{kind}-none"))


def _untouched(report: Report) -> Iterator[Block]:
    if not report.areas:
        return
    yield Heading(say("document.untouched"))
    pairs, areas, blank = len(report.pairs), len(report.areas), len(report.untouched)
    yield Paragraph(
        say("document.untouched-count", pairs=pairs, areas=areas, cells=pairs * areas, blank=blank)
    )
    active: dict[str, list[str]] = {}
    for gap in report.untouched:
        if gap.county not in report.silent:
            active.setdefault(gap.county, []).append(str(gap.area.no))
    if active:
        rows = (
            say("document.untouched-row", county=county, areas="、".join(numbers))
            for county, numbers in active.items()
        )
        yield Listing(tuple(rows))


def _highlights(report: Report) -> Iterator[Block]:
    if report.highlights:
        yield Heading(say("document.highlights"))
        rows = (
            say("document.highlight", id=a.reference, county=a.county.name, title=a.title)
            for a in report.highlights
        )
        yield Listing(tuple(rows))


def _details(report: Report) -> Iterator[Block]:
    records = report.totals.records
    if not records:
        return
    yield Heading(say("document.details"))
    if len(records) > _MOST_DETAILS:
        yield Paragraph(say("document.details-many", n=len(records)))
    else:
        yield details_table(records)


def _notes(report: Report, provenance: Provenance) -> Iterator[Block]:
    yield Heading(say("document.notes"))
    yield Listing(tuple(_note_lines(report, provenance)), ordered=True)


def _note_lines(report: Report, provenance: Provenance) -> Iterator[str]:
    now = report.totals.now
    yield say("document.note-blank")
    yield say("document.note-money")
    about = [
        say(f"document.approximate-{key}", n=getattr(now, key).approximate)
        for key in MEASURED
        if getattr(now, key).approximate
    ]
    if about:
        yield say("document.note-approximate", figures="、".join(about))
    if report.imprecise:
        ids = "、".join(a.reference for a in report.imprecise)
        yield say("document.note-imprecise", n=len(report.imprecise), ids=ids)
    if report.left_out_before:
        yield say("document.left-out-before", told=left_out_words(report.left_out_before))
    key = "note-problems" if provenance.errors else "note-no-errors"
    if provenance.errors or provenance.warnings:
        yield say(f"document.{key}", errors=provenance.errors, warnings=provenance.warnings)
    yield say("document.note-trace", command=provenance.command)
    yield say(
        "document.note-source",
        cqpair=provenance.cqpair,
        generated_at=moment_words(provenance.generated_at),
        records=provenance.records,
        sha256=provenance.data_sha256,
    )
