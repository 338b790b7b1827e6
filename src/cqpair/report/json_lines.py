"""The rows of a report as JSON: areas, pairings, rows of the main table, and their records."""

from collections.abc import Iterator
from typing import Annotated, TypedDict

from cqpair.fields import BY_KEY, MEASURED, Figures
from cqpair.report import AreaLine, Line, NoticePart, PairLine, Report, ReportRow
from cqpair.report.traces import Value, traces
from cqpair.schema import AreaKey, Count, Fact, QuarterLabel, Yuan, declare
from cqpair.schema.columns import json_sum, sum_type
from cqpair.values import Figure

_MEASURED = [BY_KEY[key] for key in MEASURED]

GAPS = ("unreported", "approximate")
"""What a `Sum` counts beside its total."""


_COUNTS = declare(
    "CountsShape",
    "Records counted for each figure that is added up.",
    {column.json_key: Count for column in _MEASURED},
)

CountsShape = Annotated[dict[str, int], Fact(shape=_COUNTS)]


class RecordsShape(TypedDict):
    """Records counted; planned ones in `planned` alone."""

    activities: Count
    led_by_associations: Count
    completed: Count
    ongoing: Count
    planned: Count
    pairs: Count


_FIGURES = declare(
    "FiguresShape",
    "What a set of records comes to. 人次 are integers, 元 texts; null is “nothing reported”.",
    RecordsShape.__annotations__,
    {column.json_key: sum_type(column) for column in _MEASURED},
    dict.fromkeys(GAPS, CountsShape),
)

FiguresShape = Annotated[dict[str, object], Fact(shape=_FIGURES)]


class Beside(TypedDict):
    """Figures of the period compared with, and of the year so far; null without one."""

    previous: FiguresShape | None
    year_to_date: FiguresShape | None


class AreaIdentity(Beside):
    """Which task area or safeguard, and its part of all activities."""

    no: int
    code: str
    title: str
    share_percent: Annotated[
        str | None,
        Fact("Of all activities; need not add up to 100", r"^[0-9]+\.[0-9]$"),
    ]
    measures: Annotated[dict[str, Count], Fact("Activities by measure")]


_AREA = declare(
    "AreaFigures",
    "A task area or a safeguard in figures.",
    AreaIdentity.__annotations__,
    _FIGURES.__annotations__,
)

AreaFigures = Annotated[dict[str, object], Fact(shape=_AREA)]


class PairIdentity(Beside):
    """Which pairing; `areas` counts its activities by area number."""

    no: int
    county: str
    partners: list[str]
    areas: dict[Annotated[str, Fact(pattern="^[0-9]+$")], Count]


_PAIR = declare(
    "PairFigures", "A pairing in figures.", PairIdentity.__annotations__, _FIGURES.__annotations__
)

PairFigures = Annotated[dict[str, object], Fact(shape=_PAIR)]


class RowIdentity(Beside):
    """Which row of the main table where it is not by area."""

    label: str


_ROW = declare(
    "RowFigures",
    "A row of the main table in figures.",
    RowIdentity.__annotations__,
    _FIGURES.__annotations__,
)

RowFigures = Annotated[dict[str, object], Fact(shape=_ROW)]


class Subtotals(TypedDict):
    """Task areas and safeguards added up."""

    areas: FiguresShape
    safeguards: FiguresShape


class QuarterShape(TypedDict):
    """A quarter and how many activities it had."""

    quarter: QuarterLabel
    activities: Count


class SilenceShape(TypedDict):
    """For how many quarters in a row a pairing has no activity."""

    county: str
    quarters: Annotated[int, Fact(least=1)]
    at_least: Annotated[bool, Fact("Quarters before these were not looked at")]


class OneSidedShape(TypedDict):
    """A pairing with activities of only one of its two partners."""

    county: str
    active: str
    absent: str


class TraceShape(TypedDict):
    """Figures of one area, pairing, part or row (null: of all) and the records behind them."""

    area: AreaKey | None
    county: str | None
    part: NoticePart | None
    row: str | None
    figures: dict[str, Count | Yuan]
    records: Annotated[list[str], Fact("Ids, or places without one")]


def area_figures(found: AreaLine) -> AreaFigures:
    """An area or a safeguard in figures."""
    area, line, share, measures = found
    identity: AreaIdentity = {
        **_beside(line),
        "no": area.no,
        "code": area.code,
        "title": area.title,
        "share_percent": None if share is None else str(share),
        "measures": measures,
    }
    return {**identity, **figures_json(line.now)}


def pair_figures(pair: PairLine) -> PairFigures:
    """A pairing in figures."""
    identity: PairIdentity = {
        **_beside(pair.line),
        "no": pair.pairing.no,
        "county": pair.pairing.county,
        "partners": list(pair.pairing.partners),
        "areas": {str(no): count for no, count in pair.areas.items()},
    }
    return {**identity, **figures_json(pair.line.now)}


def row_figures(row: ReportRow) -> RowFigures:
    """A row of the main table in figures."""
    identity: RowIdentity = {**_beside(row.line), "label": row.label}
    return {**identity, **figures_json(row.line.now)}


def subtotals(report: Report) -> Subtotals:
    """Task areas and safeguards, each added up."""
    return {
        "areas": figures_json(report.in_areas.now),
        "safeguards": figures_json(report.in_support.now),
    }


def trace_rows(report: Report) -> Iterator[TraceShape]:
    """Every figure of the tables that is not nought, with its records."""
    for scope, values, records in traces(report):
        yield {
            "area": scope.area and scope.area.key,
            "county": scope.county,
            "part": scope.part,
            "row": scope.row,
            "figures": dict(_traced(key, value) for key, value in values.items()),
            "records": [activity.reference for activity in records],
        }


def figures_json(found: Figures) -> FiguresShape:
    """What a set of records comes to."""
    records: RecordsShape = {
        "activities": found.activities,
        "led_by_associations": found.led_by_associations,
        "completed": found.completed,
        "ongoing": found.ongoing,
        "planned": found.planned,
        "pairs": found.pairs,
    }
    sums = [(column, found.sums[column.key]) for column in _MEASURED]
    totals = {
        column.json_key: None if one.total is None else json_sum(column, one.total)
        for column, one in sums
    }
    gaps = {gap: {column.json_key: getattr(one, gap) for column, one in sums} for gap in GAPS}
    return {**records, **totals, **gaps}


def _beside(line: Line) -> Beside:
    """The figures that a line stands beside; null where there are none."""
    return {
        "previous": line.before and figures_json(line.before),
        "year_to_date": line.to_date and figures_json(line.to_date),
    }


def _traced(key: str, value: Value) -> tuple[str, int | str]:
    """A figure by its key in JSON: 人次 and counts as numbers, 元 as a text."""
    number = value.value if isinstance(value, Figure) else value
    column = BY_KEY.get(key)
    return (column.json_key, json_sum(column, number)) if column else (key, int(number))
