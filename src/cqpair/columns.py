"""The columns of a record, each declared once.

One declaration reads a cell, explains an error in it, heads a file, writes the cell back and
describes it to other programs.
"""

import re
from collections.abc import Callable
from enum import Enum
from typing import Any, NamedTuple

from cqpair import values
from cqpair.messages import language
from cqpair.model.activity import Activity
from cqpair.model.tasks import Area, LeadKind, Status, Tasks
from cqpair.model.units import Unit
from cqpair.names import Ambiguous, Match, Names, Unknown, fold
from cqpair.source import BadValueError, Fault

_SEPARATORS = str.maketrans(dict.fromkeys("，,；;/／", "、"))
_BETWEEN = re.compile(r"\s+|和|与|及")
_YES = frozenset({"是", "推荐", "√", "✓", "1", "y", "yes", "true"})
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
    return Status(_choice(text, context.tasks.statuses))


def _lead_kind(text: str, context: Context) -> LeadKind | None:
    return None if values.is_blank(text) else LeadKind(_choice(text, context.tasks.lead_kinds))


def _choice(text: str, choices: tuple[str, ...]) -> str:
    plain = values.folded(text)
    if plain in choices:
        return plain
    raise BadValueError("values.choice", value=text, choices="、".join(choices))


def _area(text: str, context: Context) -> Area | None:
    if values.is_blank(text):
        return None
    area = find_area(text, context.tasks)
    if area is None:
        raise BadValueError("values.area", Fault.UNKNOWN_AREA, value=text)
    return area


def _county(text: str, context: Context) -> Unit | None:
    return None if values.is_blank(text) else resolve(text.strip(), context.names, "county")


def _partners(text: str, context: Context) -> tuple[Unit, ...] | None:
    if values.is_blank(text):
        return None
    parts = split_names(text)
    if not parts:
        raise BadValueError("records.missing-value", Fault.MISSING_VALUE)
    for part in parts:
        _check_separators(part, context.names, alone=len(parts) == 1)
    return tuple(dict.fromkeys(resolve(part, context.names, "partner") for part in parts))


def split_names(text: str) -> list[str]:
    """The names in a cell that holds several, parted as the format allows."""
    parts = (part.strip() for part in text.translate(_SEPARATORS).split("、"))
    return [part for part in parts if part]


def _check_separators(part: str, names: Names, alone: bool) -> None:
    """Tell names that stand together without a mark between them, before one of them is lost.

    `alone` is true when `part` is the whole cell, so that the right text is the cell's.
    """
    words = [word for word in _BETWEEN.split(part) if word]
    if len(words) > 1 and not isinstance(names.find(part), Match):
        units = [match.unit.name for word in words if isinstance(match := names.find(word), Match)]
        if len(units) == len(words):
            right = "、".join(units)
            whole = right if alone else None
            raise BadValueError("values.separator", replacement=whole, value=part, right=right)


def column_name(header: str) -> str:
    """The canonical header for one in either language; any other stays as it is."""
    column = BY_HEADER.get(fold(header))
    return column.header if column else header


def find_area(text: str, tasks: Tasks) -> Area | None:
    """The area or safeguard with this key, title, code or clause."""
    wanted = values.folded(text).casefold()
    for area in tasks.all_areas:
        known = (area.key, area.title, area.code, area.clause)
        if wanted in (values.folded(name).casefold() for name in known):
            return area
    return None


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
        case Unknown(near=()):
            raise BadValueError("values.unknown-name", Fault.UNKNOWN_NAME, value=name)
        case Unknown(near=near):
            raise BadValueError(
                "values.unknown-name-near", Fault.UNKNOWN_NAME, value=name, near=near[0].name
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

BY_HEADER = {fold(text): column for column in COLUMNS for text in (column.header, column.key)}
"""Columns by their folded header in either language."""

BY_KEY = {column.key: column for column in COLUMNS}
