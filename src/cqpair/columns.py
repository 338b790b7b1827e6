"""The columns of a record, each declared once.

One declaration reads a cell, explains an error in it, heads a file, writes the cell back and
describes it to other programs.
"""

import re
from collections.abc import Callable
from enum import Enum
from typing import Any, NamedTuple

from cqpair import values
from cqpair.areas import find_area, near_areas
from cqpair.messages import language, say
from cqpair.model.activity import Activity, Draft
from cqpair.model.tasks import Area, LeadKind, Status, Tasks
from cqpair.model.units import Unit
from cqpair.names import Ambiguous, Match, Names, Unknown, fold, is_city_association
from cqpair.source import BadValueError, Fault

_SEPARATORS = str.maketrans(dict.fromkeys("，,；;/／", "、"))
_YES = frozenset({"是", "推荐", "√", "✓", "1", "y", "yes", "true"})
_NOT_DONE = re.compile("[未没不]|取消|推迟|延期|暂停")
_NO = frozenset({"否", "不推荐", "×", "0", "n", "no", "false", "无"})


class Context(NamedTuple):
    """What a cell is read against: the tables, and the year of the folder it stands in."""

    names: Names
    tasks: Tasks
    year: int | None = None


class ValueKind(Enum):
    """What sort of thing a column holds."""

    TEXT = "text"
    DATE = "date"
    UNIT = "unit"
    UNITS = "units"
    AREA = "area"
    CHOICE = "choice"
    COUNT = "count"
    MONEY = "money"
    FLAG = "flag"


Parser = Callable[[str, Context], object]


class Column(NamedTuple):
    """`key` is the field of Activity and the English header, `header` the canonical one."""

    key: str
    header: str
    kind: ValueKind
    parse: Parser
    required: bool = False

    @property
    def title(self) -> str:
        """The header in the language in use."""
        return self.header if language() == "zh" else self.key

    def write_value(self, value: object) -> str:
        """The canonical text of a value of this column."""
        return "" if value is None else _WRITERS[self.kind](value)

    def write(self, activity: Activity) -> str:
        """The canonical text of this column of `activity`; `parse` reads it back unchanged."""
        return self.write_value(getattr(activity, self.key))


def _text(text: str, _: Context) -> str | None:
    return None if values.is_blank(text) else text.strip()


def _date(text: str, context: Context) -> values.DateSpan | None:
    return None if values.is_blank(text) else values.parse_date(text, context.year)


def _count(text: str, _: Context) -> values.Figure | None:
    return values.parse_count(text)


def _money(text: str, _: Context) -> values.Figure | None:
    return values.parse_money(text)


def _flag(text: str, _: Context) -> bool:
    plain = values.folded(text).casefold()
    if plain in _YES:
        return True
    if plain in _NO or plain in values.BLANKS:
        return False
    raise BadValueError("values.flag", value=text)


def _status(text: str, context: Context) -> Status:
    if values.is_blank(text):
        return Status.COMPLETED
    choices = context.tasks.statuses
    if _NOT_DONE.search(text):
        raise BadValueError("values.not-done", value=text, choices="、".join(choices))
    return Status(_choice(text, choices))


def _lead_kind(text: str, context: Context) -> LeadKind | None:
    return None if values.is_blank(text) else LeadKind(_choice(text, context.tasks.lead_kinds))


def _choice(text: str, choices: tuple[str, ...]) -> str:
    plain = values.folded(text)
    if plain in choices:
        return plain
    listed = "、".join(choices)
    near = [choice for choice in choices if len(plain) > 1 and (plain in choice or choice in plain)]
    if len(near) != 1:
        raise BadValueError("values.choice", value=text, choices=listed)
    right = str(near[0]) if plain in near[0] else None
    raise BadValueError(
        "values.choice-near", replacement=right, value=text, near=near[0], choices=listed
    )


def _area(text: str, context: Context) -> Area | None:
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


def _county(text: str, context: Context) -> Unit | None:
    if values.is_blank(text):
        return None
    name, names = text.strip(), context.names
    if not isinstance(names.find(name), Match):
        units = names.all_in(name)
        if len(units) > 1:
            right = "、".join(unit.name for unit in units)
            raise BadValueError("values.one-county", value=name, right=right)
    return resolve(name, names, "county")


def _partners(text: str, context: Context) -> tuple[Unit, ...] | None:
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
            "、".join(unit.name for unit in some) for some in (units, whole or units)
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
    parts = (part.strip() for part in text.translate(_SEPARATORS).split("、"))
    return [part for part in parts if part]


def column_name(header: str) -> str:
    """The canonical header for one in either language; any other stays as it is."""
    column = BY_HEADER.get(fold(header))
    return column.header if column else header


def resolve(name: str, names: Names, role: str) -> Unit:
    """The unit a cell of that role means; BadValueError with candidates or near names otherwise."""
    match names.find(name):
        case Match(unit=unit):
            return unit
        case Ambiguous(candidates=candidates):
            words = "、".join(unit.name for unit in candidates)
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


_WRITERS: dict[ValueKind, Callable[[Any], str]] = {
    ValueKind.TEXT: str,
    ValueKind.DATE: str,
    ValueKind.UNIT: lambda unit: unit.name,
    ValueKind.UNITS: lambda units: "、".join(unit.name for unit in units),
    ValueKind.AREA: lambda area: area.key,
    ValueKind.CHOICE: str,
    ValueKind.COUNT: values.write_count,
    ValueKind.MONEY: values.write_money,
    ValueKind.FLAG: lambda flag: "是" if flag else "",
}

COLUMNS = (
    Column("id", "编号", ValueKind.TEXT, _text),
    Column("status", "状态", ValueKind.CHOICE, _status),
    Column("date", "开始日期", ValueKind.DATE, _date, required=True),
    Column("end_date", "结束日期", ValueKind.DATE, _date),
    Column("county", "两群区县", ValueKind.UNIT, _county, required=True),
    Column("partners", "主城协同区", ValueKind.UNITS, _partners, required=True),
    Column("area", "任务领域", ValueKind.AREA, _area, required=True),
    Column("measure", "任务举措", ValueKind.TEXT, _text),
    Column("lead", "牵头单位", ValueKind.TEXT, _text),
    Column("lead_kind", "牵头类别", ValueKind.CHOICE, _lead_kind),
    Column("title", "活动名称", ValueKind.TEXT, _text, required=True),
    Column("form", "活动形式", ValueKind.TEXT, _text),
    Column("place", "地点", ValueKind.TEXT, _text),
    Column("participants", "参与人次", ValueKind.COUNT, _count),
    Column("experts", "专家人次", ValueKind.COUNT, _count),
    Column("funding", "资金投入", ValueKind.MONEY, _money),
    Column("in_kind", "实物折价", ValueKind.MONEY, _money),
    Column("outcome", "成果", ValueKind.TEXT, _text),
    Column("exemplar", "推荐典型", ValueKind.FLAG, _flag),
    Column("source", "来源", ValueKind.TEXT, _text),
    Column("note", "备注", ValueKind.TEXT, _text),
)

MEASURED = tuple(c.key for c in COLUMNS if c.kind in (ValueKind.COUNT, ValueKind.MONEY))
"""The columns that are added up."""

DOUBTED_FROM = {"participants": 10**5, "experts": 10**4, "funding": 10**8, "in_kind": 10**8}
"""人次 and 元: so much is rare for one activity, and mostly a 0 or a 万 too many."""

_SIMPLE_SCALES = str.maketrans("萬億", "万亿")
_BIG_SCALES = {ValueKind.COUNT: ("万", 4), ValueKind.MONEY: ("亿", 8)}
"""In what so large a count or amount is written by who means it, and its noughts."""


def in_big_scale(record: Activity | Draft, column: Column) -> bool:
    """Whether a cell, or the header over it, says 万 of a count or 亿 of an amount: it is meant."""
    i = record.ledger.where.get(column.key)
    if i is None:
        return False
    scale = _BIG_SCALES[column.kind][0]
    told = values.folded(record.row.cells[i] + record.ledger.grid.head.cells[i])
    return scale in told.translate(_SIMPLE_SCALES)


def write_big(column: Column, figure: values.Figure) -> str:
    """A figure as so many 万 or 亿, which the column reads as the same figure."""
    scale, noughts = _BIG_SCALES[column.kind]
    return values.write_money(figure._replace(value=figure.decimal.scaleb(-noughts))) + scale


BY_HEADER = {fold(text): column for column in COLUMNS for text in (column.header, column.key)}
"""Columns by their folded header in either language."""

BY_KEY = {column.key: column for column in COLUMNS}
