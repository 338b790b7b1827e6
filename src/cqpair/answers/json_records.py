"""`activities` as JSON: every column of a record, and where it stands."""

from collections.abc import Callable, Iterable
from typing import Annotated, Literal, TypedDict

from cqpair.fields import BY_KEY, COLUMNS, MEASURED, Activity, Column
from cqpair.schema import Fact, LineNumber, Path, declare
from cqpair.schema.columns import json_type, json_value


class PlaceShape(TypedDict):
    """Where a record stands."""

    path: Path
    sheet: str | None
    line: LineNumber


def _in_order(of_column: Callable[[Column], object], approximate: object) -> dict[str, object]:
    """What `of_column` gives of each column, by its key; `approximate` follows the figures."""
    values: dict[str, object] = {}
    for column in COLUMNS:
        values[column.json_key] = of_column(column)
        if column.key == MEASURED[-1]:
            values["approximate"] = approximate
    return values


_FIGURE = Fact(shape=Literal.__getitem__(tuple(BY_KEY[key].json_key for key in MEASURED)))

_ACTIVITY = declare(
    "ActivityShape",
    """A record with its place. Dates are as precise as they are known: 2021-05-13, 2021-05, 2021.

    `approximate` names the figures that the record calls approximate.
    """,
    _in_order(json_type, list[Annotated[str, _FIGURE]]),
    PlaceShape.__annotations__,
)

ActivityShape = Annotated[dict[str, object], Fact(shape=_ACTIVITY)]

ActivitiesShape = Annotated[list[ActivityShape], Fact("`cqpair activities --format json`.")]


def activities_json(activities: Iterable[Activity], shown: Callable[[str], str]) -> ActivitiesShape:
    """Records as JSON has them; `shown` turns a path into the one a reader is told."""
    return [_activity(activity, shown) for activity in activities]


def _activity(record: Activity, shown: Callable[[str], str]) -> ActivityShape:
    """A record: its columns by key, `approximate` behind the figures, then its place."""
    figures = record.figures.items()
    approximate = [BY_KEY[key].json_key for key, figure in figures if figure and figure.approximate]
    place: PlaceShape = {
        "path": shown(record.path),
        "sheet": record.record_sheet.grid.sheet,
        "line": record.line,
    }
    values = _in_order(lambda c: json_value(c, getattr(record, c.key)), approximate)
    return {**values, **place}
