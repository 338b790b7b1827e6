"""The figures of a report as tables, and the charts beside them."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import TypeVar

from cqpair.fields import (
    BY_KEY,
    MEASURED,
    MONEY,
    RECORD_COUNTS,
    figure_value,
    share,
)
from cqpair.messages import say
from cqpair.model.tasks import Area
from cqpair.render.document import (
    Cell,
    CellKind,
    Chart,
    ChartKind,
    Column,
    Conditions,
    Query,
    Table,
)
from cqpair.report import (
    AreaRow,
    By,
    NoticePart,
    PairLine,
    Report,
    ReportRow,
    area_rows,
)
from cqpair.report.queries import (
    EVERY,
    figure_query,
    of_area,
    of_county,
    of_part,
    of_partner,
    of_region,
    quarter_query,
    share_query,
    to_date_query,
)
from cqpair.report.wording import Wording, period_words

_T = TypeVar("_T")

_COUNTED = tuple(key for key in RECORD_COUNTS if key != "activities")


def area_table(wording: Wording) -> Table:
    """Areas, safeguards and their subtotals, with each one's share of the activities."""
    lines = tuple(area_rows(wording.report))
    scopes = [of_area(line.area) if line.area else of_part(line.part) for line in lines]
    table = _figures_table(
        wording, "area", [ReportRow(area_label(line), line.line) for line in lines], scopes
    )
    whole = wording.report.totals.now.activities
    shares = (*(line.share for line in lines), share(whole, whole))
    asked = [share_query(where) for where in (*scopes, EVERY)]
    column = Column(say("document.col-share"), CellKind.SHARE)
    return table._replace(
        columns=_inserted(table.columns, column),
        rows=tuple(map(_inserted, table.rows, shares)),
        queries=tuple(map(_inserted, table.queries, asked)),
        sums=(*(at for at, line in enumerate(lines) if line.area is None), len(lines)),
    )


def _inserted(cells: tuple[_T, ...], share: _T) -> tuple[_T, ...]:
    """The cells of a row with a share behind the label and the activities."""
    return (*cells[:2], share, *cells[2:])


def area_label(row: AreaRow) -> str:
    """What a row by area is called: by its number and title, or as a subtotal."""
    return row.area.label if row.area else say(f"document.sub-{row.part}")


def share_note(report: Report) -> str | None:
    """That shares in the table by area do not add up, by their rounding, to what stands below.

    None where all do. Shares are in per cent with one decimal.
    """
    sums = _share_sums(report)
    off = any(
        whole is not None and sum(filter(None, shares), Decimal()) != whole
        for shares, whole in sums
    )
    return say("document.share-note") if off else None


def _share_sums(report: Report) -> Iterator[tuple[list[Decimal | None], Decimal | None]]:
    """Shares of the table that a reader adds up, and what stands for their sum."""
    rows = tuple(area_rows(report))
    subtotals = [row for row in rows if row.area is None]
    activities = report.totals.now.activities
    whole = share(activities, activities)
    yield [row.share for row in rows if row.area], whole
    for subtotal in subtotals:
        part = subtotal.part
        yield [row.share for row in rows if row.area and row.part is part], subtotal.share
    if len(subtotals) > 1:
        yield [subtotal.share for subtotal in subtotals], whole


def rows_table(wording: Wording) -> Table:
    """A row for each pairing, or for each partner or region where the report is by those."""
    report = wording.report
    if report.has_own_rows:
        labels = [row.label for row in report.rows]
        if report.by is By.REGION:
            return _figures_table(wording, report.by, report.rows, map(of_region, labels))
        scopes = [of_partner(name, labels) for name in labels]
        table = _figures_table(wording, report.by, report.rows, scopes)
        # An event of two partners stands in both their rows.
        columns = tuple(column._replace(adds=False) for column in table.columns)
        return table._replace(columns=columns)
    lines = [
        ReportRow(f"{pair.pairing.county}（{'、'.join(pair.pairing.partners)}）", pair.line)
        for pair in report.pairs
    ]
    scopes = [of_county(pair.pairing.county) for pair in report.pairs]
    return _figures_table(wording, "pair", lines, scopes)


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
    scopes = [of_county(pair.pairing.county) for pair in report.pairs]
    return Table(
        columns,
        tuple(rows),
        queries=tuple(_grid_queries(where, areas) for where in (*scopes, EVERY)),
        sums=(len(rows) - 1,),
        caption=wording.caption("grid"),
        name=say("document.sheet-grid"),
    )


def _grid_cells(pair: PairLine, areas: Sequence[Area]) -> Iterator[Cell]:
    """A row of the grid: a pairing, its activities by area, in safeguards and in all."""
    counts = [pair.areas[area.no] for area in areas]
    activities = pair.line.now.activities
    yield from (pair.pairing.no, pair.pairing.county, "、".join(pair.pairing.partners))
    yield from (*counts, activities - sum(counts), activities)


def _grid_queries(where: Conditions, areas: Sequence[Area]) -> tuple[Query | None, ...]:
    """What the cells of a row of the grid count, `where` being its pairing."""
    parts = [*map(of_area, areas), of_part(NoticePart.SAFEGUARDS), ()]
    asked = (figure_query((*where, *part), "activities") for part in parts)
    return (None, None, None, *asked)


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
    asked = [figure_query(of_area(row.area), "activities") for row in areas]
    queries = tuple((None, query, None)[: len(columns)] for query in asked)
    table = Table(columns, tuple(rows), queries=queries)
    yield Chart(ChartKind.BARS, table, say("document.chart-areas"))


def trend_chart(report: Report) -> Iterator[Chart]:
    """The latest quarters; none where only one is known."""
    if len(report.trend) < 2:
        return
    columns = (
        Column(say("document.col-quarter")),
        Column(say("document.col-activities"), CellKind.COUNT),
    )
    rows = tuple((period_words(quarter), count) for quarter, count in report.trend)
    queries = tuple((None, quarter_query(report, *count)) for count in report.trend)
    table = Table(columns, rows, queries=queries)
    yield Chart(ChartKind.LINE, table, say("document.chart-trend"))


def figure_column(key: str) -> Column:
    """The column of a figure, by its key: a count of records, 人次 or 元."""
    title = BY_KEY[key].sum_title if key in MEASURED else say(f"document.col-{key}")
    return Column(title, figure_kind(key), adds=key != "pairs")


def figure_kind(key: str) -> CellKind:
    """What the cells of a figure hold."""
    return CellKind.MONEY if key in MONEY else CellKind.COUNT


def compared_columns(wording: Wording, before: str | None) -> Iterator[Column]:
    """Those of `Wording.beside`: activities of the period before, called `before`, and to date."""
    if before:
        yield Column(before, CellKind.COUNT)
    if wording.to_date:
        yield Column(say("document.col-to-date", span=wording.to_date), CellKind.COUNT)


def _figures_table(
    wording: Wording, kind: str, lines: Sequence[ReportRow], scopes: Iterable[Conditions | None]
) -> Table:
    """A row of figures for each of `lines`, and their total.

    `scopes` say which records are behind each line, None where the table of records cannot.
    """
    one_each = kind == "pair" or len(wording.report.pairs) == 1  # a pairing is one pairing
    counted = _COUNTED[:-1] if one_each else _COUNTED
    keys = (*counted, *wording.report.totals.now.measured)
    columns = (
        Column(say(f"document.col-{kind}")),
        figure_column("activities"),
        *compared_columns(wording, wording.before),
        *(figure_column(key) for key in keys),
    )
    total = ReportRow(say("document.total"), wording.report.totals)
    rows = (*lines, total)
    return Table(
        columns,
        tuple(tuple(_cells(wording, row, keys)) for row in rows),
        queries=tuple(map(partial(_queries, wording, keys), rows, (*scopes, EVERY))),
        sums=(len(lines),),
        caption=wording.caption(kind),
        name=say(f"document.sheet-{kind}"),
    )


def _queries(
    wording: Wording, keys: Sequence[str], row: ReportRow, where: Conditions | None
) -> tuple[Query | None, ...]:
    """What stands beside the cells of a row of figures."""
    if where is None:
        return (None,) * (2 + len(wording.beside(row.line)) + len(keys))
    others = [
        None if row.line.before is found else to_date_query(where, row.line, found)
        for found in wording.beside(row.line)
    ]
    asked = [figure_query(where, key) for key in ("activities", *keys)]
    return (None, asked[0], *others, *asked[1:])


def _cells(wording: Wording, row: ReportRow, keys: Sequence[str]) -> Iterator[Cell]:
    """A row of figures: its label, activities, those compared with, then each of `keys`."""
    now = row.line.now
    yield row.label
    yield now.activities
    yield from (other.activities for other in wording.beside(row.line))
    yield from (figure_value(now, key) for key in keys)
