"""Lists of pairings, tasks and records as tables, and the formats of each list."""

from collections.abc import Callable, Mapping, Sequence

from cqpair.fields import BY_KEY, COLUMNS, MEASURED, Activity, ValueKind, told_columns
from cqpair.fields import Column as Field
from cqpair.messages import say
from cqpair.model.tasks import Area
from cqpair.model.units import Pairing, Region
from cqpair.render import JSON, TABLES, Format
from cqpair.render.document import Cell, CellKind, Column, Table

Pairs = tuple[Sequence[Pairing], Mapping[str, Region]]
"""Pairings in the annex's order, and each unit's region by its short name."""

Records = tuple[Sequence[Activity], Callable[[str], str]]
"""Records, and what turns a path into the one that a reader is told."""

_SHOWN = ("id", "date", "status", "county", "partners", "area", "lead_kind", "title")

_BRIEF = ("title", "outcome")


def pairs_table(pairs: Pairs) -> Table:
    """The annex as a table."""
    pairings, regions = pairs
    keys = ("no", "region", "county", "partners", "mode")
    columns = [_column(key, CellKind.COUNT if key == "no" else CellKind.TEXT) for key in keys]
    rows = tuple(
        (p.no, regions.get(p.county, ""), p.county, "、".join(p.partners), p.mode) for p in pairings
    )
    return Table(tuple(columns), rows)


def tasks_table(areas: Sequence[Area]) -> Table:
    """Areas and safeguards with their measures, a measure a row."""
    columns = tuple(_column(key) for key in ("key", "clause", "title", "measure"))
    rows: list[tuple[Cell, ...]] = []
    for area in areas:
        for i, measure in enumerate(area.measures):
            first = (area.key, area.clause, area.title) if i == 0 else ("", "", "")
            rows.append((*first, measure))
    return Table(columns, tuple(rows))


def activities_table(records: Records) -> Table:
    """Records for a person: what matters of each, and where it stands.

    Where all are recommended, what came of each is what one chooses by.
    """
    activities, shown = records
    more = ("outcome",) if activities and all(a.exemplar for a in activities) else ()
    columns = told_columns([BY_KEY[key] for key in (*_SHOWN, *more, *MEASURED)], activities)
    titles = [Column(c.title, _kind(c), brief=c.key in _BRIEF) for c in columns]
    rows = tuple(
        (*(c.write(a) or None for c in columns), a.at().spot(shown(a.path))) for a in activities
    )
    return Table((*titles, _column("file", CellKind.PATH)), rows)


def activities_rows(records: Records) -> Table:
    """Records for a program: every column in canonical form, then file and line."""
    activities, shown = records
    columns = (
        *(Column(c.title) for c in COLUMNS),
        _column("file"),
        _column("line"),
    )
    rows = tuple((*(c.write(a) for c in COLUMNS), _file(a, shown), str(a.line)) for a in activities)
    return Table(columns, rows)


def _file(activity: Activity, shown: Callable[[str], str]) -> str:
    """The file of a record, and the sheet where it stands in a workbook."""
    sheet = activity.record_sheet.grid.sheet
    return f"{shown(activity.path)} › {sheet}" if sheet else shown(activity.path)


_KINDS = {
    ValueKind.DATE: CellKind.DATE,
    ValueKind.COUNT: CellKind.COUNT,
    ValueKind.MONEY: CellKind.COUNT,  # amounts stand as they are written, with their unit
}


def _kind(column: Field) -> CellKind:
    """What the cells of a column hold."""
    return CellKind.ID if column.key == "id" else _KINDS.get(column.kind, CellKind.TEXT)


def _column(key: str, kind: CellKind = CellKind.TEXT) -> Column:
    """A column by its title in the language in use."""
    return Column(say(f"answers.col-{key}"), kind)


def _pairs_json(pairs: Pairs) -> object:
    from cqpair.answers.json import pairs_json

    return pairs_json(*pairs)


def _tasks_json(areas: Sequence[Area]) -> object:
    from cqpair.answers.json import tasks_json

    return tasks_json(areas)


def _activities_json(records: Records) -> object:
    from cqpair.answers.json_records import activities_json

    return activities_json(*records)


PAIRS: Mapping[str, Format[Pairs]] = {
    "table": TABLES["table"].of(pairs_table),
    "json": JSON.of(_pairs_json),
    "csv": TABLES["csv"].of(pairs_table),
    "markdown": TABLES["markdown"].of(pairs_table),
}

TASKS: Mapping[str, Format[Sequence[Area]]] = {
    "table": TABLES["table"].of(tasks_table),
    "json": JSON.of(_tasks_json),
    "markdown": TABLES["markdown"].of(tasks_table),
}

ACTIVITIES: Mapping[str, Format[Records]] = {
    "table": TABLES["table"].of(activities_table),
    "json": JSON.of(_activities_json),
    "csv": TABLES["csv"].of(activities_rows),
}
