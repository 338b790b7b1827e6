"""Lists of pairings, tasks and records into tables."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from cqpair.fields import BY_KEY, COLUMNS, MEASURED, Activity, ValueKind, told_columns
from cqpair.messages import say
from cqpair.model.tasks import Area
from cqpair.model.units import Pairing
from cqpair.render.document import Cell, CellKind, Column, Table

_SHOWN = ("id", "date", "status", "county", "partners", "area", "lead_kind", "title")


def pairs_table(pairings: Iterable[Pairing], regions: Mapping[str, str]) -> Table:
    """The annex as a table."""
    keys = ("no", "region", "county", "partners", "mode")
    columns = [_column(key, CellKind.COUNT if key == "no" else CellKind.TEXT) for key in keys]
    rows = tuple(
        (p.no, regions.get(p.county, ""), p.county, "、".join(p.partners), p.mode) for p in pairings
    )
    return Table(tuple(columns), rows)


def tasks_table(areas: Iterable[Area]) -> Table:
    """Areas and safeguards with their measures, a measure a row."""
    columns = tuple(_column(key) for key in ("key", "clause", "title", "measure"))
    rows: list[tuple[Cell, ...]] = []
    for area in areas:
        for i, measure in enumerate(area.measures):
            first = (area.key, area.clause, area.title) if i == 0 else ("", "", "")
            rows.append((*first, measure))
    return Table(columns, tuple(rows))


def activities_table(activities: Sequence[Activity], shown: Callable[[str], str]) -> Table:
    """Records for a person: what matters of each, and where it stands."""
    columns = told_columns([BY_KEY[key] for key in (*_SHOWN, *MEASURED)], activities)
    titles = [Column(c.title, _kind(c.kind)) for c in columns]
    rows = tuple(
        (*(c.write(a) or None for c in columns), a.at().spot(shown(a.path))) for a in activities
    )
    return Table((*titles, _column("file")), rows)


def activities_rows(activities: Sequence[Activity], shown: Callable[[str], str]) -> Table:
    """Records for a program: every column in canonical form, then file and line."""
    columns = (
        *(Column(c.title) for c in COLUMNS),
        _column("file"),
        _column("line"),
    )
    rows = tuple((*(c.write(a) for c in COLUMNS), _file(a, shown), str(a.line)) for a in activities)
    return Table(columns, rows)


def _file(activity: Activity, shown: Callable[[str], str]) -> str:
    sheet = activity.ledger.grid.sheet
    return f"{shown(activity.path)} › {sheet}" if sheet else shown(activity.path)


def _kind(kind: ValueKind) -> CellKind:
    return CellKind.COUNT if kind in (ValueKind.COUNT, ValueKind.MONEY) else CellKind.TEXT


def _column(key: str, kind: CellKind = CellKind.TEXT) -> Column:
    return Column(say(f"answers.col-{key}"), kind)
