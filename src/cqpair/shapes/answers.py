"""`partners`, `pairs` and `tasks` as JSON."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, RootModel

from cqpair.answers import Answer
from cqpair.model.tasks import Area
from cqpair.model.units import Mode, Pairing, Region, Role, Unit
from cqpair.names import MatchedBy
from cqpair.shapes.shape import AreaKey, Code, Shape

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
