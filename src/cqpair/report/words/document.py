"""A Report into a Document, in the words of an office. Every figure in it comes from the Report."""

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
from cqpair.report.records import details_table, records_table, trace_table
from cqpair.report.tables import area_table, grid_table, rows_table, share_note
from cqpair.report.words.areas import area_sections, safeguard_sections
from cqpair.report.words.notes import listing_command, note_lines, quality_section
from cqpair.report.words.opening import opening
from cqpair.report.words.pairings import pairing_sections, plan_sections
from cqpair.report.words.phrases import banner, day_words, is_listed, numeral, period_words


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
    today = made_at.date()
    blocks = (
        *opening(report, today),
        *area_sections(report, today),
        *safeguard_sections(report, today),
        *pairing_sections(report, today),
        *plan_sections(report, today),
        *quality_section(report, provenance),
    )
    blanks = (say("document.sign-office"), say("document.sign-person"))
    office = (Signature(signer),) if signer else (Signature(blank, True) for blank in blanks)
    return Document(
        title=say("document.title", period=period_words(report.period)),
        blocks=tuple(_numbered(blocks)),
        signature=(*office, Signature(day_words(today))),
        annexes=_captioned(_annexes(report, provenance, trace, whole)),
        made_at=made_at,
        banner=banner(report),
    )


def _annexes(report: Report, provenance: Provenance, trace: bool, whole: bool) -> Iterator[Annex]:
    shares = share_note(report)
    beside = (Paragraph(shares),) if shares else ()
    yield Annex(say("document.annex-area"), (area_table(report), *beside))
    rows = rows_table(report)
    note = (Paragraph(say("document.partner-note")),) if report.by is By.PARTNER else ()
    by = report.by if report.has_own_rows else By.PAIR
    yield Annex(say(f"document.annex-{by}"), (rows, *note))
    if report.areas:
        areas = "；".join(f"{line.area.no} {line.area.title}" for line in report.areas)
        legend = Paragraph(say("document.grid-legend", areas=areas))
        yield Annex(say("document.annex-grid"), (grid_table(report), legend))
    if report.totals.records:
        yield Annex(say("document.annex-details"), tuple(_details(report, whole)))
    if trace and report.totals.records:
        yield Annex(say("document.annex-trace"), tuple(_trace(report)))
    notes = Listing(tuple(note_lines(report, provenance)), ordered=True)
    yield Annex(say("document.annex-notes"), (notes,))


def _details(report: Report, whole: bool) -> Iterator[Block]:
    """The records: every column of each, or what a reader needs, or how to list them."""
    n = len(report.totals.records)
    if whole:
        yield records_table(report)
    elif is_listed(report):
        yield details_table(report)
    else:
        command = listing_command(report, report.period)
        yield Paragraph(say("document.details-many", n=n, command=command))


def _trace(report: Report) -> Iterator[Block]:
    if not is_listed(report):
        command = listing_command(report, report.period)
        yield Paragraph(say("document.trace-many", command=command))
    else:
        yield Paragraph(say("document.trace-about"))
        yield trace_table(report)


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
