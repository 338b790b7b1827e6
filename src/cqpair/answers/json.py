"""`partners`, `pairs` and `tasks` as JSON."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, RootModel

from cqpair.answers.pairings import Answer
from cqpair.fields import Activity
from cqpair.model.tasks import Area, LeadKind, Status
from cqpair.model.units import Mode, Pairing, Region, Role, Unit
from cqpair.names import MatchedBy
from cqpair.schema import AreaKey, Code, LineNumber, Path, Shape, Yuan, money
from cqpair.values import Figure

Name = Annotated[str, Field(description="A unit's short name")]


class UnitShape(Shape):
    """A unit as known on the day asked about."""

    name: Name
    full_name: str
    office: Annotated[str, Field(description="As the annex names it")]
    code: Code | None
    pinyin: str
    region: Region
    role: Role


class PairingNumber(Shape):
    """Where in the annex, and how."""

    no: int
    mode: Mode


class AnswerShape(Shape):
    """Who pairs with one of the names asked for."""

    query: Annotated[str, Field(description="The name as it was asked for")]
    matched_by: MatchedBy
    unit: UnitShape
    pairing: Annotated[PairingNumber | None, Field(description="null: in no pairing")]
    partners: Annotated[list[UnitShape], Field(description="The other side")]
    fellows: Annotated[list[UnitShape], Field(description="Other partners of the same county")]
    notes: Annotated[list[str], Field(description="Later changes of the map, in words")]
    on: Annotated[date, Field(description="The day asked about")]


class AnswersShape(RootModel[list[AnswerShape]]):
    """`cqpair partners --format json`: one object a name."""


class PairShape(Shape):
    """A row of the annex."""

    no: int
    county: Name
    region: Annotated[Region | Literal[""], Field(description="Empty: a unit not in the table")]
    partners: list[Name]
    mode: Mode


class PairsShape(RootModel[list[PairShape]]):
    """`cqpair pairs --format json`."""


class AreaShape(Shape):
    """A task area or a safeguard with its measures."""

    key: AreaKey
    no: int
    code: str
    clause: Annotated[str, Field(description="Of the notice: 二（五）")]
    title: str
    measures: list[str]


class TasksShape(Shape):
    """`cqpair tasks --format json`."""

    areas: list[AreaShape]
    safeguards: list[AreaShape]


def answers_json(answers: Iterable[Answer]) -> Any:
    """Answers as plain JSON values."""
    return AnswersShape([_answer(answer) for answer in answers]).model_dump(mode="json")


def pairs_json(pairings: Iterable[Pairing], regions: dict[str, str]) -> Any:
    """Pairings as plain JSON values; `regions` gives each county's region."""
    shapes = [
        PairShape.model_validate(
            {
                "no": pairing.no,
                "county": pairing.county,
                "region": regions.get(pairing.county, ""),
                "partners": list(pairing.partners),
                "mode": pairing.mode,
            }
        )
        for pairing in pairings
    ]
    return PairsShape(shapes).model_dump(mode="json")


def tasks_json(areas: Iterable[Area]) -> Any:
    """Task areas and safeguards as plain JSON values."""
    shapes = [(area.is_safeguard, _area(area)) for area in areas]
    return TasksShape(
        areas=[shape for safeguard, shape in shapes if not safeguard],
        safeguards=[shape for safeguard, shape in shapes if safeguard],
    ).model_dump(mode="json")


def _answer(answer: Answer) -> AnswerShape:
    pairing, on = answer.pairing, answer.on
    return AnswerShape(
        query=answer.match.query,
        matched_by=answer.match.matched_by,
        unit=_unit(answer.match.unit, on),
        pairing=PairingNumber(no=pairing.no, mode=pairing.mode) if pairing else None,
        partners=[_unit(unit, on) for unit in answer.partners],
        fellows=[_unit(unit, on) for unit in answer.fellows],
        notes=list(answer.notes),
        on=on,
    )


def _unit(unit: Unit, on: date) -> UnitShape:
    return UnitShape.model_validate(
        {
            "name": unit.name,
            "full_name": unit.official_name,
            "office": unit.office_name,
            "code": unit.code_on(on),
            "pinyin": unit.pinyin,
            "region": unit.region,
            "role": unit.role,
        }
    )


def _area(area: Area) -> AreaShape:
    return AreaShape(
        key=area.key,
        no=area.no,
        code=area.code,
        clause=area.clause,
        title=area.title,
        measures=list(area.measures),
    )


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
    line: LineNumber


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
