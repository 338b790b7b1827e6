"""A report as one flat table, a row for each total, area, safeguard and pairing, for programs."""

from collections.abc import Iterator

from cqpair.columns import MEASURED
from cqpair.compose.tables import sum_cell
from cqpair.compose.words import before_words
from cqpair.document import Cell, CellKind, Column, Table
from cqpair.figures import MONEY, Sum
from cqpair.messages import say
from cqpair.report import By, Line, Report

_COUNTED = ("activities", "completed", "ongoing", "planned", "led_by_associations", "pairs")


def flat_table(report: Report) -> Table:
    """Every figure of the report. `约` is a column of its own: sums here are plain numbers."""
    areas = [line.area.no for line in report.areas]
    columns = (
        Column(say("document.flat-kind")),
        Column(say("document.flat-name")),
        *(Column(say(f"document.col-{key}"), CellKind.COUNT) for key in _COUNTED),
        *_before(report),
        *(Column(say(f"document.col-{key}"), _kind(key)) for key in MEASURED),
        *_counted_columns("unreported"),
        *_counted_columns("approximate"),
        *(Column(say("document.flat-task", no=no), CellKind.COUNT) for no in areas),
    )
    return Table(columns, tuple(_rows(report)))


def _rows(report: Report) -> Iterator[tuple[Cell, ...]]:
    blank = (None,) * len(report.areas)
    yield (*_row(report, "total", "", report.totals), *blank)
    for group, lines in (("areas", report.areas), ("safeguards", report.safeguards)):
        for line in lines:
            yield (*_row(report, group, f"{line.area.key} {line.area.title}", line.line), *blank)
    for pair in report.pairs:
        yield (*_row(report, "pairs", pair.pairing.county, pair.line), *pair.areas.values())
    if report.by in (By.PARTNER, By.REGION):
        for row in report.rows:
            yield (*_row(report, "rows", row.label, row), *blank)


def _row(report: Report, kind: str, name: str, line: Line) -> tuple[Cell, ...]:
    now, before = line.now, line.before
    sums = [getattr(now, key) for key in MEASURED]
    return (
        say(f"document.flat-{kind}"),
        name,
        *(getattr(now, key) for key in _COUNTED),
        *((before.activities if before else None,) if report.compared else ()),
        *(
            sum_cell(found._replace(approximate=0), key)
            for found, key in zip(sums, MEASURED, strict=True)
        ),
        *(found.unreported for found in sums),
        *(found.approximate for found in sums),
    )


def _plain_sum(found: Sum, key: str) -> Cell:
    return sum_cell(found._replace(approximate=0), key)


def _before(report: Report) -> Iterator[Column]:
    if report.compared:
        yield Column(say("document.flat-before", before=before_words(report)), CellKind.COUNT)


def _counted_columns(what: str) -> Iterator[Column]:
    for key in MEASURED:
        name = say(f"document.name-{key}")
        yield Column(say(f"document.flat-{what}", name=name), CellKind.COUNT)


def _kind(key: str) -> CellKind:
    return CellKind.MONEY if key in MONEY else CellKind.COUNT
