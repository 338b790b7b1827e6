"""`partners`, `pairs` and `tasks` as JSON: each answer declared, and made."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Literal, TypedDict

from cqpair.answers import Answer
from cqpair.model.tasks import Area
from cqpair.model.units import Mode, Pairing, Region, Role, Unit
from cqpair.names import MatchedBy
from cqpair.schema import AreaKey, Day, Fact

Name = Annotated[str, Fact("A unit's short name")]

Code = Annotated[str, Fact("GB/T 2260, six digits; null for a zone without one")]
"""The code of a unit."""


class UnitShape(TypedDict):
    """A unit as known on the day asked about."""

    name: Name
    full_name: str
    office: Annotated[str, Fact("As the annex names it")]
    code: Code | None
    pinyin: str
    region: Region
    role: Role


class PairingNumber(TypedDict):
    """Where in the annex, and how."""

    no: int
    mode: Mode


class AnswerShape(TypedDict):
    """Who pairs with one of the names asked for."""

    query: Annotated[str, Fact("The name as it was asked for")]
    matched_by: MatchedBy
    unit: UnitShape
    pairing: Annotated[PairingNumber | None, Fact("null: in no pairing")]
    partners: Annotated[list[UnitShape], Fact("The other side")]
    fellows: Annotated[list[UnitShape], Fact("Other partners of the same county")]
    notes: Annotated[list[str], Fact("Later changes of the map, in words")]
    on: Annotated[Day, Fact("The day asked about")]


AnswersShape = Annotated[
    list[AnswerShape], Fact("`cqpair partners --format json`: one object a name.")
]


class PairShape(TypedDict):
    """A row of the annex."""

    no: int
    county: Name
    region: Annotated[Region | Literal[""], Fact("Empty: a unit not in the table")]
    partners: list[Name]
    mode: Mode


PairsShape = Annotated[list[PairShape], Fact("`cqpair pairs --format json`.")]


class AreaShape(TypedDict):
    """A task area or a safeguard with its measures."""

    key: AreaKey
    no: int
    code: str
    clause: Annotated[str, Fact("Of the notice: 二（五）")]
    title: str
    measures: list[str]


class TasksShape(TypedDict):
    """`cqpair tasks --format json`."""

    areas: list[AreaShape]
    safeguards: list[AreaShape]


def answers_json(answers: Iterable[Answer]) -> AnswersShape:
    """Who pairs with whom, of each name that was found."""
    return [_answer(answer) for answer in answers]


def pairs_json(pairings: Iterable[Pairing], regions: Mapping[str, Region]) -> PairsShape:
    """Rows of the annex; `regions` gives each county's region."""
    return [
        {
            "no": pairing.no,
            "county": pairing.county,
            "region": regions.get(pairing.county, ""),
            "partners": list(pairing.partners),
            "mode": pairing.mode,
        }
        for pairing in pairings
    ]


def tasks_json(areas: Iterable[Area]) -> TasksShape:
    """Task areas and safeguards with their measures."""
    rows = [(area.is_safeguard, _area(area)) for area in areas]
    return {
        "areas": [row for safeguard, row in rows if not safeguard],
        "safeguards": [row for safeguard, row in rows if safeguard],
    }


def _answer(answer: Answer) -> AnswerShape:
    """The answer of one name, as it was on the day asked about."""
    pairing, on = answer.pairing, answer.on
    return {
        "query": answer.match.query,
        "matched_by": answer.match.matched_by,
        "unit": _unit(answer.match.unit, on),
        "pairing": {"no": pairing.no, "mode": pairing.mode} if pairing else None,
        "partners": [_unit(unit, on) for unit in answer.partners],
        "fellows": [_unit(unit, on) for unit in answer.fellows],
        "notes": list(answer.notes),
        "on": on.isoformat(),
    }


def _unit(unit: Unit, on: date) -> UnitShape:
    """A unit by its names; its code is that of the day `on`, or null."""
    return {
        "name": unit.name,
        "full_name": unit.official_name,
        "office": unit.office_name,
        "code": unit.code_on(on),
        "pinyin": unit.pinyin,
        "region": unit.region,
        "role": unit.role,
    }


def _area(area: Area) -> AreaShape:
    """An area or safeguard in the notice's own terms."""
    return {
        "key": area.key,
        "no": area.no,
        "code": area.code,
        "clause": area.clause,
        "title": area.title,
        "measures": list(area.measures),
    }
