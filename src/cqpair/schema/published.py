"""The schemas that are published: which there are, and those of the tables."""

import types
from collections.abc import Mapping
from datetime import date
from enum import Enum
from importlib import import_module
from typing import Any, NamedTuple, Union, get_args, get_origin

from cqpair.fields import BY_KEY
from cqpair.messages import LANGUAGES
from cqpair.model.remarks import LONGEST, Remarks
from cqpair.model.settings import FORMATS, MOST_DAYS, Settings
from cqpair.model.tasks import Area, Tasks
from cqpair.model.units import Change, Notice, OtherName, Pairing, StatedCounts, Unit
from cqpair.schema import JsonSchema

OUTPUTS = {
    "report": ("cqpair.report.json", "ReportShape"),
    "problems": ("cqpair.lint.formats.json", "ProblemsShape"),
    "partners": ("cqpair.answers.json", "AnswersShape"),
    "pairs": ("cqpair.answers.json", "PairsShape"),
    "tasks-output": ("cqpair.answers.json", "TasksShape"),
    "import": ("cqpair.collect.json", "ImportShape"),
    "reconcile": ("cqpair.collect.reconciling", "ReconciliationShape"),
    "changes": ("cqpair.report.json_changes", "ChangesShape"),
    "activities-output": ("cqpair.answers.json_records", "ActivitiesShape"),
    "rules": ("cqpair.lint.formats.rules", "RulesShape"),
    "status": ("cqpair.collect.status", "StatusShape"),
}
"""Each answer's module and declaration, imported when its schema is asked for."""


RECORDS = "activities"
"""The name of the records' schema: a Table Schema, see `cqpair.schema.columns`."""


YAML_RECORDS = "yaml-records"
"""The name of the schema of records written as YAML, see `cqpair.schema.yaml_records`."""


CONFIG = "config"
"""The name of the schema of cqpair.toml."""


NAMES = ("pairings", "tasks", CONFIG, "remarks", RECORDS, YAML_RECORDS, *OUTPUTS)


_DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def json_schema(name: str) -> JsonSchema:
    """The JSON Schema of this name, one of `NAMES` but for those of records."""
    if name not in OUTPUTS:
        return {**_DIALECT, **table_shape(name)}

    from cqpair.schema.models import schema_of

    made = schema_of(declaration_of(name))
    del made["title"]
    return {**_DIALECT, "title": name, "description": made.pop("description"), **made}


def declaration_of(name: str) -> Any:
    """What declares the answer of this name, one of `OUTPUTS`."""
    module, declared = OUTPUTS[name]
    return getattr(import_module(module), declared)


class Pairings(NamedTuple):
    """The notice, the counts it states, its units and its pairings."""

    notice: Notice
    expect: StatedCounts
    units: tuple[Unit, ...]
    pairings: tuple[Pairing, ...]


TABLES = {"pairings": Pairings, "tasks": Tasks}


_FILES: Mapping[str, tuple[str, Any]] = {
    **{name: (f"{name}.yaml", cls) for name, cls in TABLES.items()},
    "remarks": ("remarks/*.yaml", Remarks),
    CONFIG: ("cqpair.toml", Settings),
}


_NUMBER = {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]+$"}


_DAY = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


_TEXT = {"type": "string", "minLength": 1}


_ORDINAL = {"minimum": 1, "pattern": "^0*[1-9][0-9]*$"}


_CODE = {"minimum": 100000, "maximum": 999999, "pattern": "^[1-9][0-9]{5}$"}


_YEAR = {"minimum": 1000, "maximum": 9999, "pattern": "^[1-9][0-9]{3}$"}


_ROWS = {"minItems": 1, "uniqueItems": True}


_SENTENCES = {"items": {**_TEXT, "maxLength": LONGEST, "pattern": r"^\s*\S[^\r\n]*\s*$"}}


_FACTS: dict[tuple[type, str], JsonSchema] = {
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
    (Tasks, "headers"): {"propertyNames": {"enum": list(BY_KEY)}},
    (Area, "no"): _ORDINAL,
    **{(Remarks, key): _SENTENCES for key in Remarks._fields},
    (Settings, "base"): {"pattern": r"\.[dD][oO][cC][xX]$"},
    (Settings, "due_days"): {"type": "integer", "maximum": MOST_DAYS},
    (Settings, "lang"): {"enum": list(LANGUAGES)},
    (Settings, "format"): {"enum": list(FORMATS)},
}
"""What a value must be beyond its type."""


def table_shape(name: str) -> JsonSchema:
    """The schema of a file that people write, by its name in `NAMES`."""
    rows: dict[str, JsonSchema] = {}
    title, cls = _FILES[name]
    return {**_row(cls, rows), "title": title, "$defs": rows}


def _row(cls: Any, rows: dict[str, JsonSchema]) -> JsonSchema:
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


def _value(kind: Any, rows: dict[str, JsonSchema]) -> JsonSchema:
    """The schema of a declared type; null is not told, since a table leaves such keys out."""
    if get_origin(kind) in (Union, types.UnionType):
        kind = next(arg for arg in get_args(kind) if arg is not types.NoneType)
    if hasattr(kind, "_fields"):
        if kind.__name__ not in rows:
            rows[kind.__name__] = _row(kind, rows)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _value(get_args(kind)[0], rows)}
    if get_origin(kind) is Mapping:
        return {"type": "object", "additionalProperties": _value(get_args(kind)[1], rows)}
    if issubclass(kind, Enum):
        return {"type": "string", "enum": [choice.value for choice in kind]}
    return dict(_NUMBER if kind is int else _DAY if kind is date else _TEXT)
