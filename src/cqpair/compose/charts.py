"""What a report draws: activities by task area, and over the latest quarters."""

from collections.abc import Iterator

from cqpair.compose.words import before_words, period_words, this_words
from cqpair.document import Cell, CellKind, Chart, ChartKind, Column, Table
from cqpair.messages import say
from cqpair.report import Report


def area_chart(report: Report) -> Iterator[Chart]:
    """Each area and safeguard beside the period compared with; none where there is but one."""
    lines = (*report.areas, *report.safeguards)
    if len(lines) < 2:
        return
    titles = [this_words(report)]
    counts: list[list[Cell]] = [[line.now.activities] for _, line, *_ in lines]
    if report.totals.before and report.totals.before.activities:
        titles.append(before_words(report))
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
