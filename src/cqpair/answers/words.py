"""The answer to “who pairs with …” in lines for a person: the names first, the rest below.

`PARTNERS` are its formats.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from cqpair.answers import Answer
from cqpair.messages import listed, say
from cqpair.model.units import Unit
from cqpair.names import MatchedBy
from cqpair.render import JSON, TEXT, Format
from cqpair.text import escape_control

_TOLD_WAYS = (MatchedBy.FORMER_NAME, MatchedBy.ALIAS, MatchedBy.INITIALS)


def answers_text(answers: Sequence[Answer]) -> str:
    """Answers in lines, a blank one between two."""
    return "\n".join("".join(f"{line}\n" for line in _lines(a)) for a in answers)


def partner_names(answers: Sequence[Answer]) -> str:
    """The short name of each partner, a line each."""
    return "".join(f"{escape_control(unit.name)}\n" for a in answers for unit in a.partners)


def _lines(answer: Answer) -> list[str]:
    """An answer as lines: who pairs with whom, where that is written, the offices, the notes."""
    unit, pairing = answer.match.unit, answer.pairing
    lines = [_headline(answer)]
    if answer.match.matched_by in _TOLD_WAYS:
        way = say(f"answers.way-{answer.match.matched_by}")
        lines.append(say("answers.known-by", query=answer.match.query, name=unit.name, way=way))
    if pairing:
        lines.append(say("answers.pairing", no=pairing.no, mode=pairing.mode))
    units = (unit, *answer.partners, *answer.fellows)
    lines += [_office(told, answer.on) for told in units]
    lines += [say("answers.note", note=note) for note in answer.notes]
    return lines[:1] + [f"  {line}" for line in lines[1:]]


def _headline(answer: Answer) -> str:
    """Who pairs with whom, in one sentence."""
    name = answer.match.unit.name
    if not answer.partners:
        return say("answers.unpaired", name=name)
    partners = listed([unit.name for unit in answer.partners])
    if not answer.fellows:
        return say("answers.paired", name=name, partners=partners)
    fellows = listed([unit.name for unit in answer.fellows])
    return say("answers.paired-with-fellows", name=name, partners=partners, fellows=fellows)


def _office(unit: Unit, on: date) -> str:
    """The association of a unit, its region and its code, where it has one."""
    told = filter(None, (unit.office_name, unit.region.value, unit.code_on(on)))
    return escape_control("  ".join(told))


def _json(answers: Sequence[Answer]) -> object:
    from cqpair.answers.json import answers_json

    return answers_json(answers)


PARTNERS: Mapping[str, Format[Sequence[Answer]]] = {
    "table": TEXT.of(answers_text),
    "plain": TEXT.of(partner_names),
    "json": JSON.of(_json),
}
