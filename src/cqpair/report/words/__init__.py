"""A report in words: its sections, phrases and texts."""

from collections.abc import Iterable, Iterator
from itertools import count

from cqpair.messages import say
from cqpair.render.document import (
    Annex,
    Block,
    Document,
    Heading,
    Paragraph,
    Signature,
    Table,
)
from cqpair.report import By, Provenance, Report
from cqpair.report.records import (
    details_table,
    exemplars_table,
    left_out_table,
    records_table,
    trace_table,
)
from cqpair.report.tables import area_table, grid_table, rows_table, share_note
from cqpair.report.wording import AnnexKind, Wording, day_words, numeral, wording_of
from cqpair.report.words.changes import changes_tables
from cqpair.report.words.notes import map_note, note_lines, origin_line, record_notes
from cqpair.report.words.opening import opening, title
from cqpair.report.words.outlook import outlook
from cqpair.report.words.overview import digest, overview
from cqpair.report.words.problems import problems
from cqpair.report.words.progress import progress


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
    listed in a document to be read; the `whole` has all with every column.
    """
    made_at = provenance.generated_at
    wording = wording_of(report, made_at.date(), traced=trace, whole=whole)
    after = (*problems(wording), *outlook(wording))
    blanks = (say("document.sign-office"), say("document.sign-person"))
    office = (Signature(signer),) if signer else (Signature(blank, True) for blank in blanks)
    return Document(
        title=title(wording),
        blocks=tuple(_numbered((*opening(wording), *progress(wording), *after))),
        signature=(*office, Signature(day_words(wording.today))),
        annexes=_captioned(_annexes(wording, whole)),
        made_at=made_at,
        banner=wording.banner,
        overview=overview(wording),
        digest=digest(wording),
        notes=tuple(note_lines(wording, provenance)),
        origin=origin_line(provenance),
    )


def _annexes(wording: Wording, whole: bool) -> Iterator[Annex]:
    for kind in wording.annexes:
        yield Annex(say(f"document.annex-{kind}"), tuple(_blocks_of(wording, kind, whole)))


def _blocks_of(wording: Wording, kind: AnnexKind, whole: bool) -> Iterator[Block]:
    """What stands in an annex: its tables, and below them what is to be known of them."""
    match kind:
        case AnnexKind.FIGURES:
            yield from _figures(wording)
        case AnnexKind.COVERAGE:
            yield grid_table(wording)
            areas = "；".join(f"{line.area.no} {line.area.title}" for line in wording.report.areas)
            yield Paragraph(say("document.grid-legend", areas=areas))
            yield from map(Paragraph, map_note(wording.report))
        case AnnexKind.DETAILS:
            yield records_table(wording) if whole else details_table(wording)
            yield from map(Paragraph, record_notes(wording))
        case AnnexKind.EXEMPLARS:
            yield exemplars_table(wording)
        case AnnexKind.CHANGES:
            yield from changes_tables(wording.report)
        case AnnexKind.LEFT_OUT:
            yield left_out_table(wording)
        case AnnexKind.TRACE:
            yield Paragraph(say("document.trace-about"))
            yield trace_table(wording)


def _figures(wording: Wording) -> Iterator[Block]:
    """The table by area, and by what the rows are; one of a single row says nothing more."""
    report = wording.report
    yield area_table(wording)
    if shares := share_note(report):
        yield Paragraph(shares)
    if len(report.pairs) > 1:
        yield rows_table(wording)
        if report.by is By.PARTNER:
            yield Paragraph(say("document.partner-note"))
    yield Paragraph(say("document.note-blank"))


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Headings numbered 一、 and on (GB/T 9704-2012, 7.3.3); one alone is left out."""
    found, numbers = tuple(blocks), count(1)
    alone = sum(isinstance(block, Heading) for block in found) == 1
    for block in found:
        if isinstance(block, Heading):
            if alone:
                continue
            block = Heading(f"{numeral(next(numbers))}、{block.text}")
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
