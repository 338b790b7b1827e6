"""The tables of a report: figures by row, the grid of pairings, and the records themselves."""

from collections.abc import Iterator, Sequence

from cqpair.columns import MEASURED
from cqpair.compose.words import before_words, sum_words
from cqpair.document import Cell, CellKind, Column, Table
from cqpair.figures import MONEY, Sum
from cqpair.messages import say
from cqpair.model.activity import Activity
from cqpair.model.tasks import Area
from cqpair.report import Line, PairLine, Report


def area_table(report: Report) -> Table:
    """Areas, safeguards and their subtotals."""
    lines: list[Line] = []
    for group, subtotal in (
        (report.areas, report.in_areas),
        (report.safeguards, report.in_support),
    ):
        for area, line in group:
            lines.append(line._replace(label=f"{area.key} {area.title}"))
        if len(group) > 1:
            lines.append(subtotal._replace(label=say(f"document.sub-{subtotal.label}")))
    return figures_table(report, say("document.col-area"), lines)


def figures_table(report: Report, first: str, lines: Sequence[Line]) -> Table:
    """A row of figures for each of `lines`, and their total."""
    compared = report.totals.before is not None
    columns = [Column(first), _column("activities")]
    if compared:
        columns.append(Column(before_words(report), CellKind.COUNT))
    columns += [_column(key) for key in ("completed", "ongoing", "planned", "led", "pairs")]
    columns += [_column(key) for key in MEASURED]
    rows = tuple(tuple(_cells(line, compared)) for line in (*lines, _total(report)))
    return Table(tuple(columns), rows, totalled=True)


def pairs_table(report: Report) -> Table:
    """The grid: each pairing's activities by task area, with the total below."""
    areas = [line.area for line in report.areas]
    columns = (
        _column("no"),
        Column(say("document.col-pair")),
        Column(say("document.col-partner")),
        _column("activities"),
        *(Column(str(area.no), CellKind.COUNT) for area in areas),
        *(_column(key) for key in ("safeguards", "led", "planned")),
    )
    rows = [tuple(_pair_cells(pair, areas)) for pair in report.pairs]
    now = report.totals.now
    counts = [line.line.now.activities for line in report.areas]
    support = now.activities - sum(counts)
    total: list[Cell] = ["", say("document.total"), "", now.activities, *counts, support]
    rows.append((*total, now.led_by_associations, now.planned))
    return Table(columns, tuple(rows), totalled=True)


def details_table(activities: Sequence[Activity]) -> Table:
    """The records behind the figures, by name."""
    keys = ("id", "date", "pair", "partner", "area", "title", "status")
    rows = tuple(
        (
            a.reference,
            str(a.date),
            a.county.name,
            "、".join(unit.name for unit in a.partners),
            a.area.key,
            a.title,
            a.status.value,
        )
        for a in activities
    )
    return Table(tuple(Column(say(f"document.col-{key}")) for key in keys), rows)


def _total(report: Report) -> Line:
    return report.totals._replace(label=say("document.total"))


def _column(key: str) -> Column:
    kind = CellKind.MONEY if key in MONEY else CellKind.COUNT
    return Column(say(f"document.col-{key}"), kind)


def _cells(line: Line, compared: bool) -> Iterator[Cell]:
    now = line.now
    yield line.label
    yield now.activities
    if compared:
        yield line.before.activities if line.before else None
    yield from (now.completed, now.ongoing, now.planned, now.led_by_associations, now.pairs)
    yield from (_sum_cell(getattr(now, key), key) for key in MEASURED)


def _sum_cell(found: Sum, key: str) -> Cell:
    if found.total is None:
        return None
    if found.approximate:
        return sum_words(found)
    return found.total if key in MONEY else int(found.total)


def _pair_cells(pair: PairLine, areas: Sequence[Area]) -> Iterator[Cell]:
    now = pair.line.now
    yield from (pair.pairing.no, pair.pairing.county, "、".join(pair.pairing.partners))
    yield now.activities
    yield from (pair.areas[area.no] for area in areas)
    yield now.activities - sum(pair.areas.values())
    yield from (now.led_by_associations, now.planned)
