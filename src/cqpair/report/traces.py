"""What stands behind each figure of the tables: the records that it counts or adds up."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from cqpair.fields import MEASURED, Activity, Figures, figure_value, figures
from cqpair.model.tasks import Area, LeadKind, Status
from cqpair.report import NoticePart, Report, area_rows
from cqpair.values import Figure

Value = int | Decimal | Figure


class TraceScope(NamedTuple):
    """What a figure is of: everything, a part, an area, a pairing, an area of a pairing, a row.

    `row` is the title of a row by partner or region.
    """

    area: Area | None = None
    county: str | None = None
    part: NoticePart | None = None
    row: str | None = None


class Trace(NamedTuple):
    """Figures of one scope, by key, that stand for the same records."""

    scope: TraceScope
    values: dict[str, Value]
    records: tuple[Activity, ...]


def traces(report: Report) -> Iterator[Trace]:
    """Every figure of the period in tables that is not nought, with its records."""
    for scope, records in _scopes(report):
        found = figures(records)
        groups: dict[tuple[int, ...], Trace] = {}
        for key, behind in _behind(records):
            if behind and _is_told(scope, key) and (value := _value(found, key)):
                rows = tuple(map(id, behind))
                group = groups.setdefault(rows, Trace(scope, {}, tuple(behind)))
                group.values[key] = value
        yield from groups.values()


def _scopes(report: Report) -> Iterator[tuple[TraceScope, Sequence[Activity]]]:
    yield TraceScope(), report.totals.records
    for part, area, line, _ in area_rows(report):
        yield TraceScope(area) if area else TraceScope(part=part), line.records
    if report.has_own_rows:
        for label, line in report.rows:
            yield TraceScope(row=label), line.records
    for pair in report.pairs:
        county = pair.pairing.county
        yield TraceScope(county=county), pair.line.records
        for area, *_ in report.areas:
            inside = [a for a in pair.line.records if a.area.key == area.key]
            yield TraceScope(area, county), inside
        support = [a for a in pair.line.records if a.area.is_safeguard]
        yield TraceScope(county=county, part=NoticePart.SAFEGUARDS), support


def _is_told(scope: TraceScope, key: str) -> bool:
    """Whether a report tells this figure: in the grid of pairings it tells activities only."""
    if scope.county is None:
        return True
    if scope.area or scope.part:
        return key == "activities"
    return key != "pairs"


def _behind(records: Sequence[Activity]) -> Iterator[tuple[str, list[Activity]]]:
    """The records that each figure counts or adds up."""
    counted = [a for a in records if a.counted]
    yield "activities", counted
    yield "pairs", counted
    yield "completed", [a for a in counted if a.status is Status.COMPLETED]
    yield "ongoing", [a for a in counted if a.status is Status.ONGOING]
    yield "planned", [a for a in records if not a.counted]
    led = [a for a in counted if a.lead_kind is LeadKind.ASSOCIATION]
    yield "led_by_associations", led
    for key in MEASURED:
        yield key, [a for a in counted if getattr(a, key) is not None]


def _value(found: Figures, key: str) -> Value | None:
    """The figure; None for nought, 约0 among it."""
    value = figure_value(found, key)
    number: Value | None = value.value if isinstance(value, Figure) else value
    return value if number else None
