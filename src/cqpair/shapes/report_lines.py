"""The rows of a report as JSON: areas, pairings, rows of the main table, and their records."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from cqpair.figures import MONEY, Figures
from cqpair.report import AreaLine, Line, PairLine, Report
from cqpair.report.trace import Value, traces
from cqpair.shapes.figures import FiguresShape, figure_values, figures_shape
from cqpair.shapes.shape import AreaKey, Count, Shape, Yuan, money
from cqpair.values import Figure


class AreaIdentity(Shape):
    """Which task area or safeguard, its part of all activities, and other periods."""

    no: int
    code: str
    title: str
    share_percent: Annotated[
        str | None,
        Field(pattern=r"^[0-9]+\.[0-9]$", description="All shares add up to 100.0"),
    ]
    measures: Annotated[dict[str, Count], Field(description="Activities by measure")]
    previous: FiguresShape | None
    year_to_date: FiguresShape | None


class AreaFigures(FiguresShape, AreaIdentity):
    """A task area or a safeguard in figures."""


class PairIdentity(Shape):
    """Which pairing; `areas` counts its activities by area number."""

    no: int
    county: str
    partners: list[str]
    areas: dict[Annotated[str, Field(pattern="^[0-9]+$")], Count]


class PairFigures(FiguresShape, PairIdentity):
    """A pairing in figures."""


class RowIdentity(Shape):
    """Which row of the main table where it is not by area."""

    label: str
    previous: FiguresShape | None


class RowFigures(FiguresShape, RowIdentity):
    """A row of the main table in figures."""


class TraceShape(Shape):
    """Figures of one area, pairing or both (null: of all) and the records they stand for."""

    area: AreaKey | None
    county: str | None
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
        previous=_maybe(line.before),
        year_to_date=_maybe(line.to_date),
        **figure_values(line.now),
    )


def pair_figures(pair: PairLine) -> PairFigures:
    """A pairing as a shape."""
    return PairFigures(
        no=pair.pairing.no,
        county=pair.pairing.county,
        partners=list(pair.pairing.partners),
        areas={str(no): count for no, count in pair.areas.items()},
        **figure_values(pair.line.now),
    )


def row_figures(line: Line) -> RowFigures:
    """A row of the main table as a shape."""
    return RowFigures(label=line.label, previous=_maybe(line.before), **figure_values(line.now))


def trace_shapes(report: Report) -> Iterator[TraceShape]:
    """Every figure that is not nought, with its records."""
    for scope, values, records in traces(report):
        yield TraceShape(
            area=scope.area and scope.area.key,
            county=scope.county,
            figures={_key(key): _plain(key, value) for key, value in values.items()},
            records=[activity.reference for activity in records],
        )


def _maybe(found: Figures | None) -> FiguresShape | None:
    return None if found is None else figures_shape(found)


def _key(key: str) -> str:
    return f"{key}_yuan" if key in MONEY else key


def _plain(key: str, value: Value) -> int | str:
    number = value.value if isinstance(value, Figure) else value
    return str(money(Decimal(number))) if key in MONEY else int(number)
