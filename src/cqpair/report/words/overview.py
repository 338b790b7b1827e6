"""What a screen opens with: five or six key figures, charts, and what was covered."""

from collections.abc import Iterable, Iterator

from cqpair.fields import BY_KEY, figure_value, share
from cqpair.messages import say
from cqpair.render.document import Block, Chart, KeyFigure, Overview, Paragraph, Query
from cqpair.report.amounts import amount_words
from cqpair.report.queries import EVERY, covered_query, figure_query
from cqpair.report.tables import area_chart, figure_kind, grid_table, trend_chart
from cqpair.report.wording import AnnexKind, Wording
from cqpair.report.words.opening import growth, headline
from cqpair.report.words.outlook import outlook
from cqpair.report.words.problems import problems
from cqpair.report.words.progress import highlights

_SUMS = ("participants", "funding")
"""The sums that a leader asks for first."""


_QUERIED = {"activities": "activities", "pairs": "pairs", "led": "led_by_associations"}
"""The figures of the table of records that key figures are."""


def overview(wording: Wording) -> Overview:
    """Key figures, charts and the grid of pairings and task areas."""
    grid = grid_table(wording) if AnnexKind.COVERAGE in wording.annexes else None
    return Overview(tuple(_figures(wording)), tuple(_numbered(_charts(wording))), grid)


def digest(wording: Wording) -> tuple[Block, ...]:
    """The headline, the chart by area, the grid, and the sections on what is worth telling, on
    problems and on what comes.

    Nothing of it points to an annex, for a digest has none.
    """
    alone = wording._replace(annexes=())
    first = Paragraph("".join(headline(alone)))
    charts = _numbered(area_chart(wording)) if wording.report.totals.now.activities else ()
    grid = [grid_table(wording)] if AnnexKind.COVERAGE in wording.annexes else []
    return (first, *charts, *grid, *highlights(alone), *problems(alone), *outlook(alone))


def _charts(wording: Wording) -> Iterator[Chart]:
    report = wording.report
    if report.totals.now.activities or any(q.activities for q in report.trend):
        yield from area_chart(wording)
        yield from trend_chart(report)


def _numbered(charts: Iterable[Chart]) -> Iterator[Chart]:
    """图1 and on."""
    return (chart._replace(no=n) for n, chart in enumerate(charts, 1))


def _figures(wording: Wording) -> Iterator[KeyFigure]:
    report, now = wording.report, wording.report.totals.now
    scope, n = len(report.pairs), now.activities
    change = growth(wording, report.totals).lstrip("，")
    yield _counted("activities", n, change)
    if scope > 1:
        yield _counted("pairs", now.pairs, say("report.key-pairs-note", scope=scope))
    for key in _SUMS:
        yield _sum(wording, key)
    if AnnexKind.COVERAGE in wording.annexes:
        areas = len(report.areas)
        done = sum(bool(count) for pair in report.pairs for count in pair.areas.values())
        note = say("report.key-cells-note", pairs=scope, areas=areas, cells=scope * areas)
        covered = covered_query([line.area for line in report.areas])
        yield _counted("cells", done, note, covered)
    if n and not report.record_filter.lead:
        led = now.led_by_associations
        yield _counted("led", led, say("report.key-led-note", share=share(led, n)))


def _counted(key: str, n: int, note: str, query: Query | None = None) -> KeyFigure:
    query = query or figure_query(EVERY, _QUERIED[key])
    unit = say(f"report.key-{key}-unit")
    return KeyFigure(say(f"report.key-{key}"), f"{n}{unit}", n, note=note, query=query, unit=unit)


def _sum(wording: Wording, key: str) -> KeyFigure:
    """A sum, and how many activities did not report it."""
    now, column, kind = wording.report.totals.now, BY_KEY[key], figure_kind(key)
    one = now.sums[key]
    if one.total is None:
        return KeyFigure(column.header, say("report.key-none"), None, kind)
    text = amount_words(key, one.total, bool(one.approximate))
    note = say("report.key-unreported", n=one.unreported) if one.unreported else ""
    value, query = figure_value(now, key), figure_query(EVERY, key)
    return KeyFigure(column.header, text, value, kind, note, query, column.unit)
