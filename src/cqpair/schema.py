"""JSON as promised and its schemas: what all answers have in common, and the tables'."""

import types
from datetime import date
from decimal import Decimal
from enum import Enum
from importlib import import_module
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import GenerateJsonSchema

from cqpair.fields import COLUMNS, Column, ValueKind
from cqpair.messages import say
from cqpair.model.tasks import Area, Tasks
from cqpair.model.units import Change, Expect, Notice, OtherName, Pairing, Unit
from cqpair.values import BLANKS, to_fen

Count = Annotated[int, Field(ge=0)]
"""How many."""


LineNumber = Annotated[int, Field(ge=1, description="Counted from 1; of a sheet, the row")]
"""A line of a file."""


Yuan = Annotated[str, Field(pattern=r"^-?[0-9]+\.[0-9]{2}$", description="元, two decimals")]
"""An amount, as `money` writes it."""


AreaKey = Annotated[
    str,
    Field(
        pattern="^(保障)?[0-9]+$",
        description="A task area, 1 to 6, or a safeguard, 保障1 to 保障3",
    ),
]
"""What a record calls a task area or a safeguard."""


Code = Annotated[str, Field(description="GB/T 2260, six digits; null for a zone without one")]
"""The code of a unit."""


Path = Annotated[str, Field(description="Relative to the current folder, else absolute; with /")]
"""A file."""


def _titled(cls: type[Any]) -> str:
    return cls.__name__.removesuffix("Shape")


class Shape(BaseModel):
    """A promised shape: these keys, no others."""

    model_config = ConfigDict(extra="forbid", model_title_generator=_titled)


class Schema(GenerateJsonSchema):
    """JSON Schema without a title for every key: it would only repeat the key."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """No."""
        return False


def money(value: Decimal | None) -> str | None:
    """元 as a text with two decimals, half a 分 rounded up; None stays None."""
    if value is None:
        return None
    return str(to_fen(value))


OUTPUTS = {
    "report": ("report", "ReportShape"),
    "problems": ("lint.formats", "ProblemsShape"),
    "partners": ("answers", "AnswersShape"),
    "pairs": ("answers", "PairsShape"),
    "tasks-output": ("answers", "TasksShape"),
    "activities-output": ("answers", "ActivitiesShape"),
}
"""Each answer's module and shape, imported when its schema is asked for."""


RECORDS = "activities"
"""The name of the records' schema: a Table Schema, see `records_shape`."""


NAMES = ("pairings", "tasks", RECORDS, *OUTPUTS)


_DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of this name, one of `NAMES` but for `RECORDS`."""
    if name not in OUTPUTS:
        return {**_DIALECT, **table_shape(name)}

    module, shape = OUTPUTS[name]
    model = getattr(import_module(f"cqpair.{module}.json"), shape)
    made = model.model_json_schema(schema_generator=Schema, mode="serialization")
    del made["title"]
    return {**_DIALECT, "title": name, "description": made.pop("description"), **made}


TablesSchema = dict[str, Any]


class Pairings(NamedTuple):
    """The notice, the counts it states, its units and its pairings."""

    notice: Notice
    expect: Expect
    units: tuple[Unit, ...]
    pairings: tuple[Pairing, ...]


TABLES = {"pairings": Pairings, "tasks": Tasks}


_NUMBER = {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]+$"}

_DAY = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}

_TEXT = {"type": "string", "minLength": 1}


_ORDINAL = {"minimum": 1, "pattern": "^0*[1-9][0-9]*$"}

_CODE = {"minimum": 100000, "maximum": 999999, "pattern": "^[1-9][0-9]{5}$"}

_YEAR = {"minimum": 1000, "maximum": 9999, "pattern": "^[1-9][0-9]{3}$"}

_ROWS = {"minItems": 1, "uniqueItems": True}


_FACTS: dict[tuple[type, str], TablesSchema] = {
    (Pairings, "units"): _ROWS,
    (Pairings, "pairings"): _ROWS,
    (Unit, "code"): _CODE,
    (OtherName, "until"): _YEAR,
    (Change, "code"): _CODE,
    (Pairing, "no"): _ORDINAL,
    (Pairing, "partners"): {
        "minItems": 1,
        "maxItems": 2,
        "uniqueItems": True,
    },  # “一对一”“二对一”: notice, 一、
    (Tasks, "areas"): _ROWS,
    (Tasks, "safeguards"): _ROWS,
    (Area, "no"): _ORDINAL,
}
"""What a value must be beyond its type."""


def table_shape(name: str) -> TablesSchema:
    """The schema of a table file, by its name without the suffix."""
    rows: dict[str, TablesSchema] = {}
    return {**_row(TABLES[name], rows), "title": f"{name}.yaml", "$defs": rows}


def _row(cls: Any, rows: dict[str, TablesSchema]) -> TablesSchema:
    """The schema of a row; those of the rows in it go to `rows`."""
    declared: dict[str, Any] = cls.__annotations__
    return {
        "title": cls.__name__,
        "description": " ".join(cls.__doc__.split()),
        "type": "object",
        "properties": {
            key: {**_value(kind, rows), **_FACTS.get((cls, key), {})}
            for key, kind in declared.items()
        },
        "required": [key for key in declared if key not in cls._field_defaults],
        "additionalProperties": False,
    }


def _value(kind: Any, rows: dict[str, TablesSchema]) -> TablesSchema:
    if get_origin(kind) in (Union, types.UnionType):
        kind = next(arg for arg in get_args(kind) if arg is not types.NoneType)
    if hasattr(kind, "_fields"):
        if kind.__name__ not in rows:
            rows[kind.__name__] = _row(kind, rows)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _value(get_args(kind)[0], rows)}
    if issubclass(kind, Enum):
        return {"type": "string", "enum": [choice.value for choice in kind]}
    return dict(_NUMBER if kind is int else _DAY if kind is date else _TEXT)


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
