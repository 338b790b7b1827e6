"""A report in words: its sections, phrases and texts."""

from collections.abc import Iterable, Iterator

from cqpair.messages import say
from cqpair.render.document import (
    Annex,
    Block,
    Chart,
    Document,
    Heading,
    Listing,
    Paragraph,
    Signature,
    Table,
)
from cqpair.report import By, Provenance, Report
from cqpair.report.queries import records_table
from cqpair.report.tables import (
    area_table,
    details_table,
    grid_table,
    rows_table,
    share_note,
    trace_table,
)
from cqpair.report.wording import Wording, day_words, numeral, wording_of
from cqpair.report.words.changes import changes_tables
from cqpair.report.words.sections import (
    area_sections,
    pairing_sections,
    plan_sections,
    safeguard_sections,
)
from cqpair.report.words.whole import listing_command, note_lines, opening, quality_section


def compose(
    report: Report,
    provenance: Provenance,
    signer: str | None = None,
    *,
    trace: bool = True,
    whole: bool = False,
) -> Document:
    """The report as a document, signed by `signer` or with room for a seal and a signature.

    `trace` adds the annex that names the records behind each figure. Very many records are not
    listed; the command that lists them is named instead. The `whole` has all with every column.
    """
    made_at = provenance.generated_at
    wording = wording_of(report, made_at.date())
    blocks = (
        *opening(wording),
        *area_sections(wording),
        *safeguard_sections(wording),
        *pairing_sections(wording),
        *plan_sections(wording),
        *quality_section(wording, provenance),
    )
    blanks = (say("document.sign-office"), say("document.sign-person"))
    office = (Signature(signer),) if signer else (Signature(blank, True) for blank in blanks)
    return Document(
        title=say("document.title", period=wording.period),
        blocks=tuple(_numbered(blocks)),
        signature=(*office, Signature(day_words(wording.today))),
        annexes=_captioned(_annexes(wording, provenance, trace, whole)),
        made_at=made_at,
        banner=wording.banner,
    )


def _annexes(wording: Wording, provenance: Provenance, trace: bool, whole: bool) -> Iterator[Annex]:
    report = wording.report
    shares = share_note(report)
    note = (Paragraph(shares),) if shares else ()
    yield Annex(say("document.annex-area"), (area_table(wording), *note))
    note = (Paragraph(say("document.partner-note")),) if report.by is By.PARTNER else ()
    by = report.by if report.has_own_rows else By.PAIR
    yield Annex(say(f"document.annex-{by}"), (rows_table(wording), *note))
    if report.areas:
        areas = "；".join(f"{line.area.no} {line.area.title}" for line in report.areas)
        legend = Paragraph(say("document.grid-legend", areas=areas))
        yield Annex(say("document.annex-grid"), (grid_table(wording), legend))
    if report.totals.records:
        yield Annex(say("document.annex-details"), tuple(_details(wording, whole)))
    if trace and report.totals.records:
        yield Annex(say("document.annex-trace"), tuple(_trace(wording)))
    if report.since_closing:
        yield Annex(say("document.annex-changes"), tuple(changes_tables(report)))
    notes = Listing(tuple(note_lines(wording, provenance)), ordered=True)
    yield Annex(say("document.annex-notes"), (notes,))


def _details(wording: Wording, whole: bool) -> Iterator[Block]:
    """The records: every column of each, or what a reader needs, or how to list them."""
    report = wording.report
    if whole:
        yield records_table(wording)
    elif wording.lists_records:
        yield details_table(wording)
    else:
        n = len(report.totals.records)
        command = listing_command(report.record_filter, report.period)
        yield Paragraph(say("document.details-many", n=n, command=command))


def _trace(wording: Wording) -> Iterator[Block]:
    """What each figure stands for, or how to list the records."""
    report = wording.report
    if wording.lists_records:
        yield Paragraph(say("document.trace-about"))
        yield trace_table(wording)
    else:
        command = listing_command(report.record_filter, report.period)
        yield Paragraph(say("document.trace-many", command=command))


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Headings numbered 一、 and （一）, charts 图1 and on (GB/T 9704-2012, 7.3.3)."""
    first = second = charts = 0
    for block in blocks:
        match block:
            case Heading(text=text, level=1):
                first, second = first + 1, 0
                yield Heading(f"{numeral(first)}、{text}")
            case Heading(text=text, level=2):
                second += 1
                yield Heading(f"（{numeral(second)}）{text}", 2)
            case Chart():
                charts += 1
                yield block._replace(no=charts)
            case _:
                yield block


def _captioned(annexes: Iterable[Annex]) -> tuple[Annex, ...]:
    """The annexes with their tables numbered 表1 and on."""
    tables = 0
    numbered = []
    for annex in annexes:
        blocks: list[Block] = []
        for block in annex.blocks:
            if isinstance(block, Table):
                tables += 1
                block = block._replace(no=tables)
            blocks.append(block)
        numbered.append(annex._replace(blocks=tuple(blocks)))
    return tuple(numbered)
