"""JSON Schema of the tables and of every JSON answer, as `cqpair schema` prints it."""

from importlib import import_module
from typing import Any

OUTPUTS = {
    "report": ("report", "ReportShape"),
    "problems": ("problems", "ProblemsShape"),
    "partners": ("answers", "AnswersShape"),
    "pairs": ("answers", "PairsShape"),
    "tasks-output": ("answers", "TasksShape"),
    "activities-output": ("activities", "ActivitiesShape"),
}
"""Each answer's module and shape, imported when its schema is asked for."""

RECORDS = "activities"
"""The name of the records' schema: a Table Schema, see `cqpair.shapes.records`."""

NAMES = ("pairings", "tasks", RECORDS, *OUTPUTS)

_DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of this name, one of `NAMES` but for `RECORDS`."""
    if name not in OUTPUTS:
        from cqpair.shapes.tables import table_shape

        return {**_DIALECT, **table_shape(name)}
    from cqpair.shapes.shape import Schema

    module, shape = OUTPUTS[name]
    model = getattr(import_module(f"cqpair.shapes.{module}"), shape)
    made = model.model_json_schema(schema_generator=Schema, mode="serialization")
    del made["title"]
    return {**_DIALECT, "title": name, "description": made.pop("description"), **made}
