"""The rows of a report as JSON: areas, pairings, rows of the main table, and their records."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field

from cqpair.fields import BY_KEY, MONEY, Figures, Sum
from cqpair.report import AreaLine, Line, PairLine, Report, Row
from cqpair.report.trace import Part, Value, traces
from cqpair.schema import AreaKey, Count, Shape, Yuan, money
from cqpair.values import Figure


class CountsShape(Shape):
    """Records counted for each figure that is added up."""

    participants: Count
    experts: Count
    funding_yuan: Count
    in_kind_yuan: Count


class FiguresShape(Shape):
    """What a set of records comes to. 人次 are integers, 元 texts; null is “nothing reported”."""

    activities: Count
    led_by_associations: Count
    completed: Count
    ongoing: Count
    planned: Count
    pairs: Count
    participants: int | None
    experts: int | None
    funding_yuan: Yuan | None
    in_kind_yuan: Yuan | None
    unreported: CountsShape
    approximate: CountsShape


class Beside(Shape):
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
        Field(
            pattern=r"^[0-9]+\.[0-9]$",
            description="Of all activities; need not add up to 100",
        ),
    ]
    measures: Annotated[dict[str, Count], Field(description="Activities by measure")]


class AreaFigures(FiguresShape, AreaIdentity):
    """A task area or a safeguard in figures."""


class PairIdentity(Beside):
    """Which pairing; `areas` counts its activities by area number."""

    no: int
    county: str
    partners: list[str]
    areas: dict[Annotated[str, Field(pattern="^[0-9]+$")], Count]


class PairFigures(FiguresShape, PairIdentity):
    """A pairing in figures."""


class RowIdentity(Beside):
    """Which row of the main table where it is not by area."""

    label: str


class RowFigures(FiguresShape, RowIdentity):
    """A row of the main table in figures."""


class Subtotals(Shape):
    """Task areas and safeguards added up."""

    areas: FiguresShape
    safeguards: FiguresShape


class QuarterShape(Shape):
    """A quarter and how many activities it had."""

    quarter: Annotated[str, Field(pattern="^[0-9]{4}Q[1-4]$")]
    activities: Count


class SilenceShape(Shape):
    """For how many quarters in a row a pairing has no activity."""

    county: str
    quarters: Annotated[int, Field(ge=1)]
    at_least: Annotated[bool, Field(description="Quarters before these were not looked at")]


class OneSidedShape(Shape):
    """A pairing with activities of only one of its two partners."""

    county: str
    active: str
    absent: str


class TraceShape(Shape):
    """Figures of one area, pairing, part or row (null: of all) and the records behind them."""

    area: AreaKey | None
    county: str | None
    part: Part | None
    row: str | None
    figures: dict[str, Count | Yuan]
    records: Annotated[list[str], Field(description="Ids, or places without one")]


def area_figures(found: AreaLine) -> AreaFigures:
    """An area or a safeguard as a shape."""
    area, line, share, measures = found
    return AreaFigures(
        no=area.no,
        code=area.code,
        title=area.title,
        share_percent=None if share is None else str(share),
        measures=measures,
        **_values(line),
    )


def pair_figures(pair: PairLine) -> PairFigures:
    """A pairing as a shape."""
    return PairFigures(
        no=pair.pairing.no,
        county=pair.pairing.county,
        partners=list(pair.pairing.partners),
        areas={str(no): count for no, count in pair.areas.items()},
        **_values(pair.line),
    )


def row_figures(row: Row) -> RowFigures:
    """A row of the main table as a shape."""
    return RowFigures(label=row.label, **_values(row.line))


def subtotals(report: Report) -> Subtotals:
    """The subtotals as a shape."""
    return Subtotals(
        areas=figures_shape(report.in_areas.now),
        safeguards=figures_shape(report.in_support.now),
    )


def trace_shapes(report: Report) -> Iterator[TraceShape]:
    """Every figure of the tables that is not nought, with its records."""
    for scope, values, records in traces(report):
        yield TraceShape(
            area=scope.area and scope.area.key,
            county=scope.county,
            part=scope.part,
            row=scope.row,
            figures={_key(key): _plain(key, value) for key, value in values.items()},
            records=[activity.reference for activity in records],
        )


def _values(line: Line) -> dict[str, Any]:
    beside = {"previous": _maybe(line.before), "year_to_date": _maybe(line.to_date)}
    return beside | figure_values(line.now)


def _maybe(found: Figures | None) -> FiguresShape | None:
    return None if found is None else figures_shape(found)


def _key(key: str) -> str:
    return f"{key}_yuan" if key in MONEY else key


def _plain(key: str, value: Value) -> int | str:
    number = value.value if isinstance(value, Figure) else value
    return str(money(Decimal(number))) if key in MONEY else int(number)


def figures_shape(found: Figures) -> FiguresShape:
    """Figures as a shape of their own."""
    return FiguresShape(**figure_values(found))


def figure_values(found: Figures) -> dict[str, Any]:
    """Figures as the values of a shape that has them among others."""
    return {
        "activities": found.activities,
        "led_by_associations": found.led_by_associations,
        "completed": found.completed,
        "ongoing": found.ongoing,
        "planned": found.planned,
        "pairs": found.pairs,
        **{BY_KEY[key].json_key: _plain_sum(key, one) for key, one in found.sums.items()},
        "unreported": _counts(found, "unreported"),
        "approximate": _counts(found, "approximate"),
    }


def _plain_sum(key: str, one: Sum) -> object:
    if BY_KEY[key].is_money:
        return money(one.total)
    return None if one.total is None else int(one.total)


def _counts(found: Figures, what: str) -> CountsShape:
    counts = {BY_KEY[key].json_key: getattr(one, what) for key, one in found.sums.items()}
    return CountsShape(**counts)
