"""The tables of a report: figures by row, and the grid of pairings."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from cqpair.fields import BY_KEY, MEASURED, MONEY, share, sum_value
from cqpair.messages import say
from cqpair.model.tasks import Area
from cqpair.render.document import Cell, CellKind, Chart, ChartKind, Column, Table
from cqpair.report import By, PairLine, Report, Row
from cqpair.report.trace import Part
from cqpair.report.wording import Wording
from cqpair.report.words.times import period_words

_COUNTED = ("completed", "ongoing", "planned", "led_by_associations", "pairs")


def area_table(wording: Wording) -> Table:
    """Areas, safeguards and their subtotals, with each one's share of the activities."""
    report = wording.report
    lines: list[Row] = []
    parts: list[Cell] = []
    sums: list[int] = []
    for name, group, subtotal in (
        (Part.AREAS, report.areas, report.in_areas),
        (Part.SAFEGUARDS, report.safeguards, report.in_support),
    ):
        for area, line, part, _ in group:
            lines.append(Row(area.label, line))
            parts.append(part)
        if len(group) > 1:
            sums.append(len(lines))
            lines.append(Row(say(f"document.sub-{name}"), subtotal))
            parts.append(share(subtotal.now.activities, report.totals.now.activities))
    table = _figures_table(wording, "area", lines)
    parts.append(share(report.totals.now.activities, report.totals.now.activities))
    column = Column(say("document.col-share"), CellKind.SHARE)
    rows = zip(table.rows, parts, strict=True)
    return table._replace(
        columns=(*table.columns[:2], column, *table.columns[2:]),
        rows=tuple((*row[:2], part, *row[2:]) for row, part in rows),
        sums=(*sums, len(lines)),
    )


def share_note(report: Report) -> str | None:
    """Which shares in the table do not add up, by their rounding, to what stands below them."""
    told = [
        say(f"document.share-{part}", added=added, whole=whole)
        for part, shares, whole in _share_sums(report)
        if (added := sum(filter(None, shares), Decimal("0.0"))) != whole and whole is not None
    ]
    return say("document.share-note", sums="；".join(told)) if told else None


def _share_sums(report: Report) -> Iterator[tuple[str, list[Decimal | None], Decimal | None]]:
    """Shares of the table that a reader adds up, and what stands for their sum."""
    whole = report.totals.now.activities
    groups = [(Part.AREAS, report.areas, report.in_areas)]
    groups.append((Part.SAFEGUARDS, report.safeguards, report.in_support))
    parts = [
        (part, [found.share for found in lines], share(subtotal.now.activities, whole))
        for part, lines, subtotal in groups
        if len(lines) > 1
    ]
    every = [found.share for found in (*report.areas, *report.safeguards)]
    yield "all", every, share(whole, whole)
    yield from parts
    if len(parts) > 1:
        yield "subtotals", [subtotal for *_, subtotal in parts], share(whole, whole)


def rows_table(wording: Wording) -> Table:
    """A row for each pairing, or for each partner or region where the report is by those."""
    report = wording.report
    if report.has_own_rows:
        table = _figures_table(wording, report.by, report.rows)
        if report.by is By.PARTNER:  # an event of two partners stands in both their rows
            columns = tuple(column._replace(adds=False) for column in table.columns)
            return table._replace(columns=columns)
        return table
    lines = [
        Row(f"{pair.pairing.county}（{'、'.join(pair.pairing.partners)}）", pair.line)
        for pair in report.pairs
    ]
    return _figures_table(wording, "pair", lines)


def grid_table(wording: Wording) -> Table:
    """The grid: each pairing's activities by task area, with the total below."""
    report = wording.report
    areas = [line.area for line in report.areas]
    columns = (
        Column(say("document.col-no"), CellKind.ORDINAL),
        Column(say("document.col-county")),
        Column(say("document.col-partner")),
        *(Column(str(area.no), CellKind.COUNT, heat=True) for area in areas),
        *(_column(key) for key in ("safeguards", "activities")),
    )
    rows = [tuple(_grid_cells(pair, areas)) for pair in report.pairs]
    now = report.totals.now
    counts = [line.line.now.activities for line in report.areas]
    support = now.activities - sum(counts)
    rows.append(("", say("document.total"), "", *counts, support, now.activities))
    return Table(
        columns,
        tuple(rows),
        sums=(len(rows) - 1,),
        caption=say("document.caption-grid", period=wording.period),
        name=say("document.sheet-grid"),
    )


def _figures_table(wording: Wording, kind: str, lines: Sequence[Row]) -> Table:
    """A row of figures for each of `lines`, and their total."""
    columns = [Column(say(f"document.col-{kind}")), _column("activities")]
    if wording.before:
        columns.append(Column(wording.before, CellKind.COUNT))
    if wording.to_date:
        title = say("document.col-to-date", span=wording.to_date)
        columns.append(Column(title, CellKind.COUNT))
    counted = _COUNTED[:-1] if kind == "pair" else _COUNTED  # a pairing is one pairing
    columns += [_column(key) for key in (*counted, *MEASURED)]
    total = Row(say("document.total"), wording.report.totals)
    rows = tuple(tuple(_cells(row, counted)) for row in (*lines, total))
    return Table(
        tuple(columns),
        rows,
        sums=(len(lines),),
        caption=say(f"document.caption-{kind}", period=wording.period),
        name=say(f"document.sheet-{kind}"),
    )


def _cells(row: Row, counted: Sequence[str]) -> Iterator[Cell]:
    label, line = row
    now = line.now
    yield label
    yield now.activities
    yield from (other.activities for other in (line.before, line.to_date) if other)
    yield from (getattr(now, key) for key in counted)
    yield from (sum_value(now.sums[key], key) for key in MEASURED)


def _column(key: str) -> Column:
    kind = CellKind.MONEY if key in MONEY else CellKind.COUNT
    title = BY_KEY[key].sum_title if key in MEASURED else say(f"document.col-{key}")
    return Column(title, kind, adds=key != "pairs")


def _grid_cells(pair: PairLine, areas: Sequence[Area]) -> Iterator[Cell]:
    counts = [pair.areas[area.no] for area in areas]
    activities = pair.line.now.activities
    yield from (pair.pairing.no, pair.pairing.county, "、".join(pair.pairing.partners))
    yield from (*counts, activities - sum(counts), activities)


def area_chart(wording: Wording) -> Iterator[Chart]:
    """Each area and safeguard beside the period compared with; none where there is but one."""
    report = wording.report
    lines = (*report.areas, *report.safeguards)
    if len(lines) < 2:
        return
    titles = [wording.this]
    counts: list[list[Cell]] = [[line.now.activities] for _, line, *_ in lines]
    if wording.before and report.totals.before and report.totals.before.activities:
        titles.append(wording.before)
        for told, (_, line, *_) in zip(counts, lines, strict=True):
            told.append(line.before.activities if line.before else None)
    columns = (
        Column(say("document.col-area")),
        *(Column(title, CellKind.COUNT) for title in titles),
    )
    names = [area.label for area, *_ in lines]
    rows = tuple((name, *told) for name, told in zip(names, counts, strict=True))
    yield Chart(ChartKind.BARS, Table(columns, rows), say("document.chart-areas"))


def trend_chart(report: Report) -> Iterator[Chart]:
    """The latest quarters; none where only one is known."""
    if len(report.trend) < 2:
        return
    columns = (
        Column(say("document.col-quarter")),
        Column(say("document.col-activities"), CellKind.COUNT),
    )
    rows = tuple((period_words(quarter), count) for quarter, count in report.trend)
    yield Chart(ChartKind.LINE, Table(columns, rows), say("document.chart-trend"))
