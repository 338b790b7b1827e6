"""JSON Schemas of pairings.yaml and tasks.yaml, made from the rows that read them.

cqpair reads every scalar as text. Other programs guess: a number is an integer to most, a text to
the careful, so the schemas take both, and dates as texts. What spans rows, such as a partner that
two pairings name, no schema can tell: `cqpair validate` does.

YAML 1.1 loaders, such as PyYAML, read the key `no` as false; load as YAML 1.2, or as texts.
"""

import types
from datetime import date
from enum import Enum
from typing import Any, NamedTuple, Union, get_args, get_origin

from cqpair.model.tasks import Area, Tasks
from cqpair.model.units import Change, Expect, Notice, OtherName, Pairing, Unit

Schema = dict[str, Any]


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

_FACTS: dict[tuple[type, str], Schema] = {
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


def table_shape(name: str) -> Schema:
    """The schema of a table file, by its name without the suffix."""
    rows: dict[str, Schema] = {}
    return {**_row(TABLES[name], rows), "title": f"{name}.yaml", "$defs": rows}


def _row(cls: Any, rows: dict[str, Schema]) -> Schema:
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


def _value(kind: Any, rows: dict[str, Schema]) -> Schema:
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
