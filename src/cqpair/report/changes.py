"""What differs of a closed quarter as rows, and as the table that `changes` shows."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from cqpair.fields import BY_KEY, MEASURED, RECORD_COUNTS
from cqpair.messages import say
from cqpair.render.document import Column, Table
from cqpair.report.signed import Cells, Changes

ABOUT = "约"  # as a cell has it


COUNTED_AS = "counted_as"
"""The item of a record that counts as another than it did: by a decision of one told twice."""


class ChangeKind(StrEnum):
    """What became of a record, or of the sum of all."""

    ADDED = "added"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    DECIDED = "decided"
    TOTALS = "totals"


class ChangeRow(NamedTuple):
    """A record that came or went, a cell that differs, or a total: then `id` is "".

    `item` is the key of the column or of the count, or COUNTED_AS; "" where the row is of a whole
    record.
    """

    kind: ChangeKind
    id: str
    county: str
    title: str
    item: str = ""
    old: str = ""
    new: str = ""

    @property
    def values(self) -> tuple[str | None, str | None]:
        """What the item was and is, None for blank; texts of nothing where there is no item."""
        return (self.old or None, self.new or None) if self.item else ("", "")


def change_rows(changes: Changes, with_totals: bool) -> Iterator[ChangeRow]:
    """A row for each record, or each cell of a corrected one; then the totals that differ."""
    for name, cells in changes.added.items():
        yield _row(ChangeKind.ADDED, name, cells)
    for one in changes.corrected:
        row = _row(ChangeKind.CORRECTED, one.id, one.now)
        for cell in one.cells():
            yield row._replace(item=cell.column, old=cell.old, new=cell.new)
    for name, cells in changes.withdrawn.items():
        yield _row(ChangeKind.WITHDRAWN, name, cells)
    for told in changes.decided:
        row = _row(ChangeKind.DECIDED, told.id, told.cells)
        yield row._replace(item=COUNTED_AS, old=told.was, new=told.now)
    if with_totals:
        for key, json_key in _totals():
            old, new = (_total(totals, json_key) for totals in (changes.was, changes.now))
            if old != new:
                yield ChangeRow(ChangeKind.TOTALS, "", "", "", key, old, new)


def _row(kind: ChangeKind, name: str, cells: Cells) -> ChangeRow:
    return ChangeRow(kind, name, cells.get("county", ""), cells.get("title", ""))


def _totals() -> Iterator[tuple[str, str]]:
    """The key of each total, and the one it has in JSON."""
    yield from ((key, key) for key in RECORD_COUNTS)
    yield from ((key, BY_KEY[key].json_key) for key in MEASURED)


def _total(totals: Mapping[str, Any], key: str) -> str:
    """A total as a text: 元 without needless noughts, and 约 where a record is approximate."""
    if totals[key] is None:
        return ""
    about = ABOUT if totals["approximate"].get(key) else ""
    return f"{about}{totals[key]}".removesuffix(".00")


def item_title(key: str) -> str:
    """What a column or a count is called in the language in use."""
    column = BY_KEY.get(key)
    return column.title if column else say(f"closing.item-{key}") if key else ""


_TITLES = ("kind", "id", "county", "title", "item", "old", "new")


def changes_table(changes: Changes) -> Table:
    """The rows for a person and for a sheet; what is blank is an empty cell."""
    rows = tuple(
        (
            say(f"closing.kind-{row.kind}"),
            *(row.id, row.county, row.title, item_title(row.item)),
            *row.values,
        )
        for row in change_rows(changes, with_totals=True)
    )
    return Table(tuple(Column(_title(key)) for key in _TITLES), rows)


def _title(key: str) -> str:
    return BY_KEY[key].title if key in BY_KEY else say(f"closing.col-{key}")
