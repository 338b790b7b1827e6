"""The JSON Schema of records written as YAML, for editors: completion, hover and squiggles.

It refuses what the reader refuses where a pattern can say so, and nothing that the reader takes,
but for headers in another spelling, such as `Date`. That a name, a day or a pairing is right only
`validate` knows.
"""

from collections.abc import Sequence

from cqpair.fields import COLUMNS, Column, ValueKind
from cqpair.messages import say
from cqpair.model.tasks import Tasks
from cqpair.model.units import Unit
from cqpair.schema import JsonSchema
from cqpair.values import BLANKS

_SCALAR = {"type": ["string", "number", "boolean", "null"]}

_WRITTEN = {"type": ["string", "number", "boolean"], "pattern": r"\S"}

_MARKS = "|".join(sorted(mark for mark in BLANKS if mark))

_MAYBE = rf"^\s*({_MARKS})?\s*$"

_ISO = r"[0-9]{4}-(0?[1-9]|1[0-2])(-(0?[1-9]|[12][0-9]|3[01]))?"

_DAYS: list[JsonSchema] = [
    {"type": "string", "pattern": rf"^\s*{_ISO}\s*$"},
    {"type": "string", "not": {"pattern": r"^\s*[0-9]{4}-[0-9]{1,2}(-[0-9]{1,2})?\s*$"}},
    {"type": "number", "minimum": 1},
]

_DIGITS = "0-9０-９零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾无"

_FIGURES: list[JsonSchema] = [
    {"type": "number", "minimum": 0},
    {"type": "string", "pattern": f"^[^-－−]*[{_DIGITS}]"},
    {"type": "string", "pattern": _MAYBE},
    {"type": "null"},
]

_YES_OR_NO = "[Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]"

_FLAGS: list[JsonSchema] = [
    {"enum": ["是", "否"]},
    {"type": ["boolean", "null"]},
    {"enum": [0, 1]},
    {"type": "string", "pattern": rf"^\s*([√✓×01１０YyNnＹＮ]|推荐|不推荐|无|{_MARKS})?\s*$"},
    {"type": "string", "pattern": rf"^\s*({_YES_OR_NO})\s*$"},
]


def record_list_schema(tasks: Tasks, units: Sequence[Unit]) -> JsonSchema:
    """A list of records whose choices are those of `tasks` and whose places are `units`."""
    offered = _offered(tasks, units)
    cells = {column: _cell(column, offered, tasks) for column in COLUMNS}
    names = [(name, column) for column in COLUMNS for name in (column.header, column.key)]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "activities/**/*.yaml",
        "description": say("columns.yaml"),
        "type": "array",
        "items": {"$ref": "#/$defs/Record"},
        "$defs": {
            "Record": {
                "description": say("columns.yaml-record"),
                "type": "object",
                "properties": {name: cells[column] for name, column in names},
                "allOf": [_named_once(column) for column in COLUMNS],
                "additionalProperties": False,
            }
        },
    }


def _offered(tasks: Tasks, units: Sequence[Unit]) -> dict[str, list[str]]:
    """What an editor offers to choose from, by column."""
    return {
        "status": [status.value for status in tasks.statuses],
        "county": [unit.name for unit in units if unit.role == "county"],
        "partners": [unit.name for unit in units if unit.role == "partner"],
        "area": [name for area in tasks.all_areas for name in (area.key, area.title)],
        "measure": [measure for area in tasks.all_areas for measure in area.measures],
        "lead_kind": [kind.value for kind in tasks.lead_kinds],
        "form": list(tasks.forms),
    }


def _cell(column: Column, offered: dict[str, list[str]], tasks: Tasks) -> JsonSchema:
    """What a cell may be. A list is read as its items with 、 between them."""
    choices = offered.get(column.key, [])
    ways = [*([{"enum": choices}] if choices else []), *_ways(column, choices, tasks)]
    items = {"anyOf": ways} if column.kind is ValueKind.UNITS else _SCALAR
    listed = {"type": "array", "items": items, **({"minItems": 1} if column.required else {})}
    told = f"{column.header} · {say(f'columns.{column.key}')}"
    return {"description": told, "anyOf": [*ways, listed]}


def _ways(column: Column, choices: Sequence[str], tasks: Tasks) -> list[JsonSchema]:
    """How a cell of one value may be written, besides the choices offered."""
    match column.kind:
        case ValueKind.DATE:
            return _DAYS if column.required else [*_DAYS, {"type": "null"}]
        case ValueKind.CHOICE:
            known = rf"^\s*({'|'.join(choices)}|{_MARKS})?\s*$"
            return [{"type": "string", "pattern": known}, {"type": "null"}]
        case ValueKind.COUNT | ValueKind.MONEY:
            return _FIGURES
        case ValueKind.FLAG:
            return _FLAGS
        case ValueKind.AREA:
            numbers = [area.no for area in tasks.areas]
            known = rf"^\s*0*({'|'.join(map(str, numbers))})\s*$|[^\s0-9]"
            return [{"enum": numbers}, {"type": "string", "pattern": known}]
        case ValueKind.UNIT | ValueKind.UNITS:
            return [{"type": ["string", "integer"], "pattern": r"\S"}]
        case _:
            return [_WRITTEN if column.required else _SCALAR]


def _named_once(column: Column) -> JsonSchema:
    """A record has a column under one of its names: at least, if required, and at most."""
    either = [{"required": [name]} for name in (column.header, column.key)]
    if column.required:
        return {"oneOf": either}
    return {"not": {"required": [column.header, column.key]}}
