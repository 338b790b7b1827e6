"""What the cell of a record may say: each sort of cell read as people write it, or told."""

import re
from typing import NamedTuple

from cqpair import values
from cqpair.areas import find_area, near_areas
from cqpair.messages import listed, say
from cqpair.model.tasks import Area, LeadKind, Status, Tasks
from cqpair.model.units import Role, Unit
from cqpair.names import Ambiguous, Match, Names, Unknown, is_city_association
from cqpair.source import BadValueError, Fault

SEPARATOR = "、"
"""What parts several names or ids in a cell, as it is written."""


_SEPARATORS = str.maketrans(dict.fromkeys("，,；;/／", SEPARATOR))

_YES = frozenset({"是", "推荐", "√", "✓", "1", "y", "yes", "true"})

_NOT_DONE = re.compile("[未没不]|取消|推迟|延期|暂停")

_NO = frozenset({"否", "不推荐", "×", "0", "n", "no", "false", "无"})


class Context(NamedTuple):
    """What a cell is read against: the tables, and the year of the folder it stands in."""

    names: Names
    tasks: Tasks
    year: int | None = None


def read_text(text: str, _: Context) -> str | None:
    """A text as it stands; None for a blank."""
    return None if values.is_blank(text) else text.strip()


def read_date(text: str, context: Context) -> values.PartialDate | None:
    """A date as precise as it is known; `5月13日` takes its year from the folder."""
    return None if values.is_blank(text) else values.parse_date(text, context.year)


def read_count(text: str, _: Context) -> values.Figure | None:
    """人次; None for what is not reported."""
    return values.parse_count(text)


def read_money(text: str, _: Context) -> values.Figure | None:
    """元; None for what is not reported."""
    return values.parse_money(text)


def read_flag(text: str, _: Context) -> bool:
    """是, or nothing."""
    plain = values.folded(text).casefold()
    if plain in _YES:
        return True
    if plain in _NO or plain in values.BLANKS:
        return False
    raise BadValueError("values.flag", value=text)


def read_status(text: str, context: Context) -> Status:
    """A status of the list; a blank is 已完成."""
    if values.is_blank(text):
        return Status.COMPLETED
    choices = context.tasks.statuses
    if _NOT_DONE.search(text):
        raise BadValueError("values.not-done", value=text, choices=listed(choices))
    return Status(_choice(text, choices))


def read_lead_kind(text: str, context: Context) -> LeadKind | None:
    """A kind of leading body of the list."""
    return None if values.is_blank(text) else LeadKind(_choice(text, context.tasks.lead_kinds))


def _choice(text: str, choices: tuple[str, ...]) -> str:
    plain = values.folded(text)
    if plain in choices:
        return plain
    every = listed(choices)
    near = [choice for choice in choices if len(plain) > 1 and (plain in choice or choice in plain)]
    if len(near) != 1:
        raise BadValueError("values.choice", value=text, choices=every)
    right = str(near[0]) if plain in near[0] else None
    raise BadValueError(
        "values.choice-near", replacement=right, value=text, near=near[0], choices=every
    )


def read_area(text: str, context: Context) -> Area | None:
    """A task area or safeguard, by number, title, code or clause."""
    if values.is_blank(text):
        return None
    area = find_area(text, context.tasks)
    if area:
        return area
    near = near_areas(text, context.tasks)
    if not near:
        raise BadValueError("values.area", Fault.UNKNOWN_AREA, value=text)
    told = say("problems.or").join(area.label for area in near)
    raise BadValueError("values.area-near", Fault.UNKNOWN_AREA, value=text, near=told)


def read_county(text: str, context: Context) -> Unit | None:
    """The unit that the county column names."""
    if values.is_blank(text):
        return None
    name, names = text.strip(), context.names
    if not isinstance(names.find(name), Match):
        units = names.all_in(name)
        if len(units) > 1:
            right = SEPARATOR.join(unit.name for unit in units)
            raise BadValueError("values.one-county", value=name, right=right)
    return resolve(name, names, "county")


def read_partners(text: str, context: Context) -> tuple[Unit, ...] | None:
    """The units that the partner column names, each once."""
    if values.is_blank(text):
        return None
    parts, names = split_names(text), context.names
    if not parts:
        raise BadValueError("records.missing-value", Fault.MISSING_VALUE)
    named = [_named(part, names) for part in parts]
    if () in named:
        _tell_joined(text.strip(), names.all_in(text))  # 北碚、铜梁两地科协
        resolve(_unknown_in(parts[named.index(())], names), names, "partner")
    found = tuple(dict.fromkeys(unit for units in named for unit in units))
    for part, units in zip(parts, named, strict=True):
        _tell_joined(part, units, found)
    return found


def _tell_joined(value: str, units: tuple[Unit, ...], whole: tuple[Unit, ...] = ()) -> None:
    """BadValueError where one text names several units; `whole` are those of the cell."""
    if len(units) > 1:
        right, all_right = (
            SEPARATOR.join(unit.name for unit in some) for some in (units, whole or units)
        )
        raise BadValueError("values.separator", replacement=all_right, value=value, right=right)


def _named(part: str, names: Names) -> tuple[Unit, ...]:
    """The unit that a part of a cell names, or the several; none where something else is in it."""
    match names.find(part):
        case Match(unit=unit):
            return (unit,)
        case Unknown():
            units = names.all_in(part)
            return units if len(units) > 1 else ()
        case _:
            return ()


def _unknown_in(part: str, names: Names) -> str:
    """The word of a part that names nobody, or the part where a name is near to all of it."""
    match names.find(part):
        case Unknown(near=()):
            words = names.words_in(part)
            return next((w for w in words if not isinstance(names.find(w), Match)), part)
        case _:
            return part


def split_names(text: str) -> list[str]:
    """The names in a cell that holds several, parted as the format allows."""
    parts = (part.strip() for part in text.translate(_SEPARATORS).split(SEPARATOR))
    return [part for part in parts if part]


def resolve(name: str, names: Names, role: Role) -> Unit:
    """The unit a cell of that role means; BadValueError with candidates or near names otherwise."""
    match names.find(name):
        case Match(unit=unit):
            return unit
        case Ambiguous(candidates=candidates):
            words = listed([unit.name for unit in candidates])
            raise BadValueError(
                "values.ambiguous-name",
                Fault.AMBIGUOUS_NAME,
                value=name,
                candidates=words,
                first=next((u for u in candidates if u.role == role), candidates[0]).name,
            )
        case Unknown() if is_city_association(name):
            raise BadValueError("values.city-association", Fault.UNKNOWN_NAME, value=name)
        case Unknown(near=()):
            raise BadValueError("values.unknown-name", Fault.UNKNOWN_NAME, value=name)
        case Unknown(near=near):
            words = say("problems.or").join(f"“{unit.name}”" for unit in near)
            raise BadValueError(
                "values.unknown-name-near", Fault.UNKNOWN_NAME, value=name, near=words
            )
