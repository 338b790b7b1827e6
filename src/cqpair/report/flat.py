"""A report as one flat table, a row for each total, area, safeguard and pairing, for programs."""

from collections.abc import Iterator
from decimal import Decimal

from cqpair.fields import BY_KEY, MEASURED, MONEY, share, sum_value
from cqpair.messages import say
from cqpair.render.document import Cell, CellKind, Column, Table
from cqpair.report import Line, Report
from cqpair.report.trace import Part
from cqpair.report.wording import Wording
from cqpair.select import LeftOut

_COUNTED = ("activities", "completed", "ongoing", "planned", "led_by_associations", "pairs")


def flat_table(wording: Wording) -> Table:
    """Every figure of totals, subtotals, areas, pairings and rows; `—` is an empty cell.

    How many records are approximate stands beside: sums here are plain numbers.
    """
    report = wording.report
    columns = (
        Column(say("document.flat-kind")),
        Column(say("document.flat-name")),
        *(Column(say(f"document.col-{key}"), CellKind.COUNT) for key in _COUNTED),
        Column(say("document.col-share"), CellKind.SHARE),
        *_beside(wording),
        *(Column(BY_KEY[key].sum_title, _kind(key)) for key in MEASURED),
        *_counted_columns("unreported"),
        *_counted_columns("approximate"),
        *(Column(say("document.flat-task", no=n), CellKind.COUNT) for n in _area_numbers(report)),
    )
    return Table(columns, (*_rows(report), *warnings(wording, len(columns))))


def _rows(report: Report) -> Iterator[tuple[Cell, ...]]:
    blank = (None,) * len(report.areas)
    whole = report.totals.now.activities
    yield (*_row("total", "", report.totals, share(whole, whole)), *blank)
    for group, lines, subtotal in (
        (Part.AREAS, report.areas, report.in_areas),
        (Part.SAFEGUARDS, report.safeguards, report.in_support),
    ):
        for line in lines:
            yield (*_row(group, line.area.label, line.line, line.share), *blank)
        if len(lines) > 1:
            part = share(subtotal.now.activities, whole)
            yield (*_row(group, say(f"document.sub-{group}"), subtotal, part), *blank)
    for pair in report.pairs:
        counts = (pair.areas[no] for no in _area_numbers(report))
        yield (*_row("pairs", pair.pairing.county, pair.line, None), *counts)
    if report.has_own_rows:
        for row in report.rows:
            yield (*_row("rows", row.label, row.line, None), *blank)


def warnings(wording: Wording, width: int) -> Iterator[tuple[Cell, ...]]:
    """What a reader must know of the figures, each in a row of `width` cells."""
    told = [(say("document.flat-note"), mark) for mark in (wording.banner,) if mark]
    told += [(say("document.flat-left-out"), _place(one)) for one in wording.report.left_out]
    told += [(say("document.flat-beside"), _place(one)) for one in wording.report.left_out_beside]
    for kind, text in told:
        yield (kind, text, *(None,) * (width - 2))


def _place(one: LeftOut) -> str:
    return one.place.spot(one.place.path)


def _row(kind: str, name: str, line: Line, part: Decimal | None) -> tuple[Cell, ...]:
    now = line.now
    sums = [now.sums[key] for key in MEASURED]
    return (
        say(f"document.flat-{kind}"),
        name,
        *(getattr(now, key) for key in _COUNTED),
        part,
        *(other.activities for other in (line.before, line.to_date) if other),
        *(sum_value(found, key) for key, found in zip(MEASURED, sums, strict=True)),
        *(found.unreported for found in sums),
        *(found.approximate for found in sums),
    )


def _beside(wording: Wording) -> Iterator[Column]:
    if wording.before:
        yield Column(say("document.flat-before", before=wording.before), CellKind.COUNT)
    if wording.to_date:
        yield Column(say("document.col-to-date", span=wording.to_date), CellKind.COUNT)


def _area_numbers(report: Report) -> list[int]:
    return [line.area.no for line in report.areas]


def _counted_columns(what: str) -> Iterator[Column]:
    for key in MEASURED:
        name = BY_KEY[key].header
        yield Column(say(f"document.flat-{what}", name=name), CellKind.COUNT)


def _kind(key: str) -> CellKind:
    return CellKind.MONEY if key in MONEY else CellKind.COUNT
