"""`partners`, `pairs` and `tasks` as JSON."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

from pydantic import RootModel

from cqpair.answers import Answer
from cqpair.model.tasks import Area
from cqpair.model.units import Pairing, Unit
from cqpair.shapes.shape import Shape


class UnitShape(Shape):
    """A unit as known on the day asked about."""

    name: str
    full_name: str
    office: str
    code: str | None
    pinyin: str
    region: str
    role: Literal["county", "partner"]


class PairingNumber(Shape):
    """Where in the annex, and how."""

    no: int
    mode: str


class AnswerShape(Shape):
    """Who pairs with one of the names asked for."""

    query: str
    matched_by: str
    unit: UnitShape
    pairing: PairingNumber | None
    partners: list[UnitShape]
    fellows: list[UnitShape]
    notes: list[str]
    on: date


class AnswersShape(RootModel[list[AnswerShape]]):
    """`cqpair partners --format json`: one object a name."""


class PairShape(Shape):
    """A row of the annex."""

    no: int
    county: str
    region: str
    partners: list[str]
    mode: str


class PairsShape(RootModel[list[PairShape]]):
    """`cqpair pairs --format json`."""


class AreaShape(Shape):
    """A task area or a safeguard with its measures."""

    key: str
    no: int
    code: str
    clause: str
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
        PairShape(
            no=pairing.no,
            county=pairing.county,
            region=regions.get(pairing.county, ""),
            partners=list(pairing.partners),
            mode=pairing.mode,
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
            "region": unit.region.value,
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
