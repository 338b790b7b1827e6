"""The answer to “who pairs with …” in lines for a person."""

from datetime import date

from cqpair.answers import Answer
from cqpair.messages import say
from cqpair.model.units import Unit
from cqpair.names import MatchedBy

_TOLD_WAYS = (MatchedBy.FORMER_NAME, MatchedBy.ALIAS, MatchedBy.INITIALS)


def answer_lines(answer: Answer) -> list[str]:
    """An answer as lines for a person: who was asked for, then who pairs with them."""
    unit, on = answer.match.unit, answer.on
    pairing = answer.pairing
    told = say("answers.pairing", no=pairing.no, mode=pairing.mode) if pairing else None
    lines = [_heading(unit, on)]
    if answer.match.matched_by in _TOLD_WAYS:
        way = say(f"answers.way-{answer.match.matched_by}")
        lines.append(say("answers.known-by", query=answer.match.query, name=unit.name, way=way))
    lines.append(f"  {told or say('answers.unpaired')}")
    lines += [f"  {say('answers.partners')}  {_heading(other, on)}" for other in answer.partners]
    lines += [f"  {say('answers.fellows')}  {_heading(other, on)}" for other in answer.fellows]
    lines += [f"  {say('answers.note')}  {note}" for note in answer.notes]
    return lines


def _heading(unit: Unit, on: date) -> str:
    code = unit.code_on(on)
    return say(
        "answers.heading",
        name=unit.name,
        office=unit.office_name,
        region=unit.region.value,
        role=say(f"answers.role-{unit.role}"),
        code=say("answers.code", code=code) if code else "",
    )
