"""The tables of a report and the charts beside them: figures by row, and the grid of pairings."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from cqpair.fields import BY_KEY, MEASURED, MONEY, figure_value, share
from cqpair.messages import say
from cqpair.model.tasks import Area
from cqpair.render.document import Cell, CellKind, Chart, ChartKind, Column, Table
from cqpair.report import By, PairLine, Report, ReportRow
from cqpair.report.trace import AreaRow, area_rows
from cqpair.report.wording import Wording
from cqpair.report.words.times import period_words

_COUNTED = ("completed", "ongoing", "planned", "led_by_associations", "pairs")


def area_table(wording: Wording) -> Table:
    """Areas, safeguards and their subtotals, with each one's share of the activities."""
    lines = tuple(area_rows(wording.report))
    table = _figures_table(
        wording, "area", [ReportRow(area_label(line), line.line) for line in lines]
    )
    whole = wording.report.totals.now.activities
    shares = (*(line.share for line in lines), share(whole, whole))
    column = Column(say("document.col-share"), CellKind.SHARE)
    rows = zip(table.rows, shares, strict=True)
    subtotals = (at for at, line in enumerate(lines) if line.area is None)
    return table._replace(
        columns=(*table.columns[:2], column, *table.columns[2:]),
        rows=tuple((*cells[:2], part, *cells[2:]) for cells, part in rows),
        sums=(*subtotals, len(lines)),
    )


def area_label(row: AreaRow) -> str:
    """What a row by area is called: by its number and title, or as a subtotal."""
    return row.area.label if row.area else say(f"document.sub-{row.part}")


def share_note(report: Report) -> str | None:
    """Which shares in the table by area do not add up, by their rounding, to what stands below.

    None where all do. Shares are in per cent with one decimal.
    """
    sums = [
        say(f"document.share-{name}", added=added, whole=whole)
        for name, shares, whole in _share_sums(report)
        if (added := sum(filter(None, shares), Decimal("0.0"))) != whole and whole is not None
    ]
    return say("document.share-note", sums="；".join(sums)) if sums else None


def _share_sums(report: Report) -> Iterator[tuple[str, list[Decimal | None], Decimal | None]]:
    """Shares of the table that a reader adds up, and what stands for their sum."""
    rows = tuple(area_rows(report))
    subtotals = [row for row in rows if row.area is None]
    activities = report.totals.now.activities
    whole = share(activities, activities)
    yield "all", [row.share for row in rows if row.area], whole
    for subtotal in subtotals:
        part = subtotal.part
        yield part, [row.share for row in rows if row.area and row.part is part], subtotal.share
    if len(subtotals) > 1:
        yield "subtotals", [subtotal.share for subtotal in subtotals], whole


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
        ReportRow(f"{pair.pairing.county}（{'、'.join(pair.pairing.partners)}）", pair.line)
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
        *(figure_column(key) for key in ("safeguards", "activities")),
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


def _grid_cells(pair: PairLine, areas: Sequence[Area]) -> Iterator[Cell]:
    counts = [pair.areas[area.no] for area in areas]
    activities = pair.line.now.activities
    yield from (pair.pairing.no, pair.pairing.county, "、".join(pair.pairing.partners))
    yield from (*counts, activities - sum(counts), activities)


def area_chart(wording: Wording) -> Iterator[Chart]:
    """Each area and safeguard beside the period compared with; none where there is but one."""
    report = wording.report
    areas = (*report.areas, *report.safeguards)
    if len(areas) < 2:
        return
    titles = [wording.this]
    rows: list[tuple[Cell, ...]] = [(row.area.label, row.line.now.activities) for row in areas]
    if wording.before and report.totals.before and report.totals.before.activities:
        titles.append(wording.before)
        before = [row.line.before.activities if row.line.before else None for row in areas]
        rows = [(*cells, count) for cells, count in zip(rows, before, strict=True)]
    columns = (
        Column(say("document.col-area")),
        *(Column(title, CellKind.COUNT) for title in titles),
    )
    yield Chart(ChartKind.BARS, Table(columns, tuple(rows)), say("document.chart-areas"))


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


def figure_column(key: str) -> Column:
    """The column of a figure, by its key: a count of records, 人次 or 元."""
    title = BY_KEY[key].sum_title if key in MEASURED else say(f"document.col-{key}")
    return Column(title, figure_kind(key), adds=key != "pairs")


def figure_kind(key: str) -> CellKind:
    """What the cells of a figure hold."""
    return CellKind.MONEY if key in MONEY else CellKind.COUNT


def compared_columns(wording: Wording, before: str | None) -> Iterator[Column]:
    """The activities of `Line.others`: the period compared with, called `before`, and to date."""
    if before:
        yield Column(before, CellKind.COUNT)
    if wording.to_date:
        yield Column(say("document.col-to-date", span=wording.to_date), CellKind.COUNT)


def _figures_table(wording: Wording, kind: str, lines: Sequence[ReportRow]) -> Table:
    """A row of figures for each of `lines`, and their total."""
    counted = _COUNTED[:-1] if kind == "pair" else _COUNTED  # a pairing is one pairing
    keys = (*counted, *wording.report.totals.now.measured)
    columns = (
        Column(say(f"document.col-{kind}")),
        figure_column("activities"),
        *compared_columns(wording, wording.before),
        *(figure_column(key) for key in keys),
    )
    total = ReportRow(say("document.total"), wording.report.totals)
    return Table(
        columns,
        tuple(tuple(_cells(row, keys)) for row in (*lines, total)),
        sums=(len(lines),),
        caption=say(f"document.caption-{kind}", period=wording.period),
        name=say(f"document.sheet-{kind}"),
    )


def _cells(row: ReportRow, keys: Sequence[str]) -> Iterator[Cell]:
    now = row.line.now
    yield row.label
    yield now.activities
    yield from (other.activities for other in row.line.others)
    yield from (figure_value(now, key) for key in keys)
