"""The columns of a record as other programs see them: in JSON, and as a Table Schema."""

from collections.abc import Callable
from decimal import Decimal
from types import NoneType
from typing import Annotated, Any, get_args

from cqpair.fields import COLUMNS, Activity, Column, ValueKind
from cqpair.messages import say
from cqpair.model.tasks import Tasks
from cqpair.schema import AreaKey, Fact, Yuan
from cqpair.values import BLANKS, to_fen

PartialDay = Annotated[str, Fact("As far as it is known", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
"""A date as precise as it is known."""


_TYPES: dict[ValueKind, Any] = {
    ValueKind.TEXT: str,
    ValueKind.DATE: PartialDay,
    ValueKind.UNIT: str,
    ValueKind.UNITS: list[str],
    ValueKind.AREA: AreaKey,
    ValueKind.COUNT: int,
    ValueKind.MONEY: Yuan,
    ValueKind.FLAG: bool,
}
"""What a kind of column holds in JSON; a choice is one of its own list."""


_WRITERS: dict[ValueKind, Callable[[Any], object]] = {
    ValueKind.DATE: str,
    ValueKind.UNIT: lambda unit: unit.name,
    ValueKind.UNITS: lambda units: [unit.name for unit in units],
    ValueKind.AREA: lambda area: area.key,
    ValueKind.COUNT: lambda figure: int(figure.value),
    ValueKind.MONEY: lambda figure: json_yuan(figure.decimal),
}
"""What of a value stands in JSON, where it is not the value itself."""


def json_type(column: Column) -> Any:
    """The type of this column in the JSON of a record; what may be None in one is null."""
    declared = Activity.__annotations__[column.key]
    choices = [kind for kind in get_args(declared) or (declared,) if kind is not NoneType]
    kind = _TYPES.get(column.kind, choices[0])
    return kind | None if NoneType in get_args(declared) else kind


def json_value(column: Column, value: Any) -> object:
    """A value of this column as JSON has it; None stays None."""
    write = _WRITERS.get(column.kind)
    return write(value) if write and value is not None else value


def sum_type(column: Column) -> Any:
    """The type of a sum of this column in JSON; null is “nothing reported”."""
    return _TYPES[column.kind] | None


def json_sum(column: Column, total: Decimal | int) -> int | str:
    """A sum of this column as JSON has it: 人次 as a number, 元 as a text."""
    return json_yuan(Decimal(total)) if column.is_money else int(total)


def json_yuan(amount: Decimal) -> str:
    """元 as a text with two decimals, half a 分 rounded up."""
    return str(to_fen(amount))


_DATE = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"

_PATTERNS = {
    ValueKind.DATE: _DATE,
    ValueKind.COUNT: r"约?([0-9]+|[0-9]+(\.[0-9]+)?万)",
    ValueKind.MONEY: r"约?[0-9]+(\.[0-9]+)?(千|万|百万|千万|亿)?元?",
}

_FLAG = {"type": "boolean", "trueValues": ["是"], "falseValues": ["否"]}


def table_schema(tasks: Tasks) -> dict[str, Any]:
    """The columns of a record as a Table Schema, with the closed lists of `tasks`."""
    listed = {
        "status": [status.value for status in tasks.statuses],
        "area": [area.key for area in tasks.all_areas],
        "lead_kind": [kind.value for kind in tasks.lead_kinds],
    }
    suggested = {
        "measure": [measure for area in tasks.all_areas for measure in area.measures],
        "form": list(tasks.forms),
    }
    return {
        "title": say("columns.records"),
        "description": say("columns.canonical"),
        "fieldsMatch": "superset",  # a file may lack columns in which it has nothing
        "fields": [_field(column, listed, suggested) for column in COLUMNS],
        "missingValues": sorted(BLANKS),
    }


def _field(
    column: Column, listed: dict[str, list[str]], suggested: dict[str, list[str]]
) -> dict[str, Any]:
    """A column. `aliases` and `suggested` are ours: other headers, and values one may choose."""
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.key == "id":
        constraints["unique"] = True
    if column.kind in _PATTERNS:
        constraints["pattern"] = f"^{_PATTERNS[column.kind]}$"
    if column.key in listed:
        constraints["enum"] = listed[column.key]
    return {
        "name": column.header,
        "aliases": [column.key],
        "description": say(f"columns.{column.key}"),
        **(_FLAG if column.kind is ValueKind.FLAG else {"type": "string"}),
        **({"suggested": suggested[column.key]} if column.key in suggested else {}),
        **({"constraints": constraints} if constraints else {}),
    }
