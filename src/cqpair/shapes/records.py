"""Table Schema of the records, for programs that read CSV by it.

Dates, which may be known to the month or year only, and figures, which may be approximate (约300)
or scaled (3万元), are texts with a pattern: a type would take them for something else. What only
cqpair can read, such as 5月13日, is refused. Names are not looked up: that is for `validate`.

A blank 编号 is no error, so it is unique but no primary key.
"""

from typing import Any

from cqpair.columns import COLUMNS, Column, ValueKind
from cqpair.messages import say
from cqpair.model.tasks import Tasks
from cqpair.values import BLANKS

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
