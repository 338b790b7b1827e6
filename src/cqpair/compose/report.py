"""A Report into a Document, in the words of an office. Every figure in it comes from the Report."""

from collections.abc import Iterator

from cqpair.compose.opening import (
    before_word,
    left_out_note,
    moment,
    opening,
    period_title,
    total_text,
)
from cqpair.document import (
    Block,
    Cell,
    CellKind,
    Column,
    Document,
    Heading,
    Listing,
    Paragraph,
    Table,
)
from cqpair.figures import MEASURED, Figures, Sum
from cqpair.messages import say
from cqpair.report import By, Line, PairLine, Provenance, Report


def compose(report: Report, provenance: Provenance) -> Document:
    """The report as a document."""
    title = say("document.title", period=period_title(report.period))
    return Document(
        title,
        (
            *opening(report),
            *_main_table(report),
            *_pairs(report),
            *_silent(report),
            *_untouched(report),
            *_highlights(report),
            *_notes(report, provenance),
        ),
    )


def _main_table(report: Report) -> Iterator[Block]:
    if report.by is not By.AREA:
        yield Heading(say(f"document.by-{report.by}"))
        yield _figures_table(report, say(f"document.col-{report.by}"), report.rows)
        if report.by is By.PARTNER:
            yield Paragraph(say("document.partner-note"))
    lines = [
        Line(f"{a.area.key} {a.area.title}", a.line.now, a.line.before, a.line.records)
        for a in report.areas + report.safeguards
    ]
    yield Heading(say("document.by-area"))
    yield _figures_table(report, say("document.col-area"), lines)


def _figures_table(report: Report, first: str, lines: "list[Line] | tuple[Line, ...]") -> Table:
    compared = report.totals.before is not None
    columns = [Column(first), _count("activities")]
    if compared:
        columns.append(Column(before_word(report), CellKind.COUNT))
    columns += [_count(key) for key in ("led", "ongoing", "planned", "pairs")]
    columns += [_count("participants"), _count("experts")]
    columns += [Column(say(f"document.col-{k}"), CellKind.MONEY) for k in ("funding", "in_kind")]
    total = Line(say("document.total"), report.totals.now, report.totals.before, ())
    rows = tuple(tuple(_cells(line, compared)) for line in (*lines, total))
    return Table(tuple(columns), rows, totalled=True)


def _count(key: str) -> Column:
    return Column(say(f"document.col-{key}"), CellKind.COUNT)


def _cells(line: Line, compared: bool) -> Iterator[Cell]:
    now = line.now
    yield line.label
    yield now.activities
    if compared:
        yield line.before.activities if line.before else None
    yield from (now.led_by_associations, now.ongoing, now.planned, now.pairs)
    yield from (_sum_cell(getattr(now, key), key) for key in MEASURED)


def _sum_cell(found: Sum, key: str) -> Cell:
    if found.total is None:
        return None
    if found.approximate:
        return total_text(found)
    return found.total if key in ("funding", "in_kind") else int(found.total)


def _pairs(report: Report) -> Iterator[Block]:
    yield Heading(say("document.pairs"))
    areas = [line.area for line in report.areas]
    columns = [
        _count("no"),
        Column(say("document.col-pair")),
        Column(say("document.col-partners")),
        _count("activities"),
        *(Column(str(area.no), CellKind.COUNT) for area in areas),
        _count("safeguards"),
        _count("led"),
        _count("planned"),
    ]
    rows = tuple(tuple(_pair_cells(line, [a.no for a in areas])) for line in report.pairs)
    yield Table(tuple(columns), rows)
    if areas:
        legend = "；".join(f"{area.no} {area.title}" for area in areas)
        yield Paragraph(say("document.pairs-legend", areas=legend))


def _pair_cells(pair: PairLine, areas: list[int]) -> Iterator[Cell]:
    now = pair.line.now
    yield from (pair.pairing.no, pair.pairing.county, "、".join(pair.pairing.partners))
    yield now.activities
    yield from (pair.areas[no] for no in areas)
    yield now.activities - sum(pair.areas.values())
    yield from (now.led_by_associations, now.planned)


def _silent(report: Report) -> Iterator[Block]:
    yield Heading(say("document.silent"))
    if report.silent:
        names = "、".join(report.silent)
        yield Paragraph(say("document.silent-some", n=len(report.silent), names=names))
    else:
        yield Paragraph(say("document.silent-none"))


def _untouched(report: Report) -> Iterator[Block]:
    if not report.areas:
        return
    yield Heading(say("document.untouched"))
    cells, blank = len(report.pairs) * len(report.areas), len(report.untouched)
    if not blank:
        yield Paragraph(say("document.untouched-none"))
        return
    active: dict[str, list[str]] = {}
    for gap in report.untouched:
        if gap.county not in report.silent:
            active.setdefault(gap.county, []).append(str(gap.area.no))
    key = "untouched-some" if active else "untouched-silent"
    yield Paragraph(say(f"document.{key}", cells=cells, blank=blank))
    if active:
        yield Listing(
            tuple(
                say("document.untouched-row", county=county, areas="、".join(areas))
                for county, areas in active.items()
            )
        )


def _highlights(report: Report) -> Iterator[Block]:
    if report.highlights:
        yield Heading(say("document.highlights"))
        yield Listing(
            tuple(
                say("document.highlight", id=a.reference, county=a.county.name, title=a.title)
                for a in report.highlights
            )
        )


def _notes(report: Report, provenance: Provenance) -> Iterator[Block]:
    yield Heading(say("document.notes"))
    notes = [say("document.note-blank"), say("document.note-money")]
    if about := _approximate(report.totals.now):
        notes.append(say("document.note-approximate", figures="、".join(about)))
    if report.imprecise:
        ids = "、".join(a.reference for a in report.imprecise)
        notes.append(say("document.note-imprecise", n=len(report.imprecise), ids=ids))
    if report.left_out_before:
        notes.append(left_out_note("note-left-out-before", report.left_out_before))
    if provenance.errors or provenance.warnings:
        notes.append(
            say("document.note-problems", errors=provenance.errors, warnings=provenance.warnings)
        )
    notes.append(say("document.note-trace", command=provenance.command))
    notes.append(
        say(
            "document.note-source",
            cqpair=provenance.cqpair,
            generated_at=moment(provenance.generated_at),
            records=provenance.records,
            sha256=provenance.data_sha256,
        )
    )
    yield Listing(tuple(notes))


def _approximate(now: Figures) -> list[str]:
    return [
        say(f"document.approximate-{key}", n=getattr(now, key).approximate)
        for key in MEASURED
        if getattr(now, key).approximate
    ]
