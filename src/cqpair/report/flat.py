"""The figures of a report for programs, as one flat table, and what has to be known of them."""

from collections.abc import Iterator
from decimal import Decimal

from cqpair.fields import BY_KEY, MEASURED, RECORD_COUNTS, figure_value, share
from cqpair.messages import say
from cqpair.render.document import Cell, CellKind, Column, Table
from cqpair.report import Line, area_rows
from cqpair.report.tables import area_label, compared_columns, figure_column
from cqpair.report.wording import Wording


def flat_table(wording: Wording) -> Table:
    """Every figure of totals, subtotals, areas, pairings and rows; `—` is an empty cell.

    How many records are approximate stands beside: sums here are plain numbers, 人次 or 元.
    """
    before = say("document.flat-before", before=wording.before) if wording.before else None
    areas = wording.report.areas
    columns = (
        Column(say("document.flat-kind")),
        Column(say("document.flat-name")),
        *(figure_column(key) for key in RECORD_COUNTS),
        Column(say("document.col-share"), CellKind.SHARE),
        *compared_columns(wording, before),
        *(figure_column(key) for key in MEASURED),
        *_doubt_columns("unreported"),
        *_doubt_columns("approximate"),
        *(Column(say("document.flat-task", no=a.area.no), CellKind.COUNT) for a in areas),
    )
    return Table(columns, (*_rows(wording), *warnings(wording, len(columns))))


def warnings(wording: Wording, width: int) -> Iterator[tuple[Cell, ...]]:
    """What a reader must know of the figures, each in a row of `width` cells."""
    report = wording.report
    notes = [("note", wording.banner)] if wording.banner else []
    notes += [("left-out", one.place.spot()) for one in report.exclusions]
    notes += [("beside", one.place.spot()) for one in report.exclusions_beside]
    for kind, text in notes:
        yield (say(f"document.flat-{kind}"), text, *(None,) * (width - 2))


def _doubt_columns(doubt: str) -> Iterator[Column]:
    """How many records are `unreported` or `approximate` in each of the sums."""
    for key in MEASURED:
        title = say(f"document.flat-{doubt}", name=BY_KEY[key].header)
        yield Column(title, CellKind.COUNT)


def _rows(wording: Wording) -> Iterator[tuple[Cell, ...]]:
    """The rows for programs: the total, areas and subtotals, pairings, then rows of `by`."""
    report = wording.report
    blank = (None,) * len(report.areas)
    whole = report.totals.now.activities
    yield (*_row(wording, "total", "", report.totals, share(whole, whole)), *blank)
    for row in area_rows(report):
        yield (*_row(wording, row.part, area_label(row), row.line, row.share), *blank)
    for pair in report.pairs:
        counts = (pair.areas[area.area.no] for area in report.areas)
        yield (*_row(wording, "pairs", pair.pairing.county, pair.line, None), *counts)
    if report.has_own_rows:
        for label, line in report.rows:
            yield (*_row(wording, "rows", label, line, None), *blank)


def _row(
    wording: Wording, kind: str, name: str, line: Line, part: Decimal | None
) -> tuple[Cell, ...]:
    """The cells of a line but for its tasks; `part` is its share in per cent."""
    now = line.now
    sums = [now.sums[key] for key in MEASURED]
    return (
        say(f"document.flat-{kind}"),
        name,
        *(figure_value(now, key) for key in RECORD_COUNTS),
        part,
        *(other.activities for other in wording.beside(line)),
        *(figure_value(now, key) for key in MEASURED),
        *(one.unreported for one in sums),
        *(one.approximate for one in sums),
    )
