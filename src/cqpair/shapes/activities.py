"""`activities` as JSON."""

from collections.abc import Callable, Iterable
from typing import Annotated, Any, Literal

from pydantic import Field, RootModel

from cqpair.model.activity import Activity
from cqpair.model.tasks import LeadKind, Status
from cqpair.shapes.shape import AreaKey, Line, Path, Shape, Yuan, money
from cqpair.values import Figure

Day = Annotated[
    str, Field(pattern="^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", description="As far as it is known")
]
Measured = Literal["participants", "experts", "funding_yuan", "in_kind_yuan"]


class ActivityShape(Shape):
    """A record with its place. Dates are as precise as they are known: 2021-05-13, 2021-05, 2021.

    `approximate` names the figures that the record calls approximate.
    """

    id: str | None
    status: Status
    date: Day
    end_date: Day | None
    county: str
    partners: list[str]
    area: AreaKey
    measure: str | None
    lead: str | None
    lead_kind: LeadKind | None
    title: str
    form: str | None
    place: str | None
    participants: int | None
    experts: int | None
    funding_yuan: Yuan | None
    in_kind_yuan: Yuan | None
    approximate: list[Measured]
    outcome: str | None
    exemplar: bool
    source: str | None
    note: str | None
    path: Path
    sheet: str | None
    line: Line


class ActivitiesShape(RootModel[list[ActivityShape]]):
    """`cqpair activities --format json`."""


def activities_json(activities: Iterable[Activity], shown: Callable[[str], str]) -> Any:
    """Records as plain JSON values; `shown` turns a path into the one a reader is told."""
    shapes = [_activity(activity, shown) for activity in activities]
    return ActivitiesShape(shapes).model_dump(mode="json")


def _activity(record: Activity, shown: Callable[[str], str]) -> ActivityShape:
    figures: dict[Measured, Figure | None] = {
        "participants": record.participants,
        "experts": record.experts,
        "funding_yuan": record.funding,
        "in_kind_yuan": record.in_kind,
    }
    return ActivityShape(
        id=record.id,
        status=record.status,
        date=str(record.date),
        end_date=record.end_date and str(record.end_date),
        county=record.county.name,
        partners=[unit.name for unit in record.partners],
        area=record.area.key,
        measure=record.measure,
        lead=record.lead,
        lead_kind=record.lead_kind,
        title=record.title,
        form=record.form,
        place=record.place,
        participants=_count(record.participants),
        experts=_count(record.experts),
        funding_yuan=_amount(record.funding),
        in_kind_yuan=_amount(record.in_kind),
        approximate=[key for key, figure in figures.items() if figure and figure.approximate],
        outcome=record.outcome,
        exemplar=record.exemplar,
        source=record.source,
        note=record.note,
        path=shown(record.path),
        sheet=record.ledger.grid.sheet,
        line=record.line,
    )


def _count(figure: Figure | None) -> int | None:
    return None if figure is None else int(figure.value)


def _amount(figure: Figure | None) -> str | None:
    return None if figure is None else money(figure.decimal)
