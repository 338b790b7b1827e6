"""From a figure to its records: which ones every number of a report stands for."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from cqpair.columns import MEASURED
from cqpair.figures import MONEY, Figures, figures
from cqpair.model.activity import Activity
from cqpair.model.tasks import Area, LeadKind, Status
from cqpair.report import Report
from cqpair.values import Figure

Value = int | Decimal | Figure


class Scope(NamedTuple):
    """What a figure is of: everything, an area, a pairing, or an area of a pairing."""

    area: Area | None = None
    county: str | None = None


class Trace(NamedTuple):
    """Figures of one scope, by key, that stand for the same records."""

    scope: Scope
    values: dict[str, Value]
    records: tuple[Activity, ...]


def traces(report: Report) -> Iterator[Trace]:
    """Every figure of the period that is not nought, with its records."""
    for scope, records in _scopes(report):
        found = figures(records)
        groups: dict[tuple[int, ...], Trace] = {}
        for key, behind in _behind(records):
            if behind and _is_told(scope, key):
                rows = tuple(map(id, behind))
                group = groups.setdefault(rows, Trace(scope, {}, tuple(behind)))
                group.values[key] = _value(found, key)
        yield from groups.values()


def _scopes(report: Report) -> Iterator[tuple[Scope, Sequence[Activity]]]:
    yield Scope(), report.totals.records
    for area, line, *_ in (*report.areas, *report.safeguards):
        yield Scope(area), line.records
    for pair in report.pairs:
        county = pair.pairing.county
        yield Scope(county=county), pair.line.records
        for area, *_ in (*report.areas, *report.safeguards):
            inside = [a for a in pair.line.records if a.area.key == area.key]
            yield Scope(area, county), inside


def _is_told(scope: Scope, key: str) -> bool:
    """Whether a report tells this figure: of an area of a pairing it tells the activities only."""
    if scope.county is None:
        return True
    return key == "activities" if scope.area else key != "pairs"


def _behind(records: Sequence[Activity]) -> Iterator[tuple[str, list[Activity]]]:
    """The records that each figure counts or adds up."""
    counted = [a for a in records if a.status is not Status.PLANNED]
    yield "activities", counted
    yield "pairs", counted
    yield "completed", [a for a in counted if a.status is Status.COMPLETED]
    yield "ongoing", [a for a in counted if a.status is Status.ONGOING]
    yield "planned", [a for a in records if a.status is Status.PLANNED]
    led = [a for a in counted if a.lead_kind is LeadKind.ASSOCIATION]
    yield "led_by_associations", led
    for key in MEASURED:
        yield key, [a for a in counted if getattr(a, key) is not None]


def _value(found: Figures, key: str) -> Value:
    if key not in MEASURED:
        count: int = getattr(found, key)
        return count
    total, _, approximate = getattr(found, key)
    number = total if key in MONEY else int(total)
    return Figure(number, True) if approximate else number
