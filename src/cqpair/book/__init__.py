"""The Book: every row that fits, and every piece that does not, with its place."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from cqpair.model.units import Notice, Pairing, Region, StatedCounts, Unit
from cqpair.names import Names
from cqpair.source import Fault, ListNode, MapNode, Node, Place, Reject, node_place

if TYPE_CHECKING:  # a query for pairings needs neither tasks nor records
    from cqpair.book.layout import Table
    from cqpair.book.remarks import RemarkFiles
    from cqpair.book.submissions import Submissions
    from cqpair.fields import Activity, Draft, Record
    from cqpair.model.tasks import Area, NoticeText, Tasks


T = TypeVar("T")


def first_damage(rejects: Iterable[Reject]) -> Reject | None:
    """The first in reading order of what does not fit; an old encoding loses nothing."""
    damage = (reject for reject in rejects if reject.fault is not Fault.LEGACY_ENCODING)
    return min(damage, key=lambda reject: reject.place.order, default=None)


class Placed(NamedTuple, Generic[T]):
    """A row of a table, and the YAML node it was read from."""

    value: T
    path: str
    node: MapNode

    def at(self, *route: str | int) -> Place:
        """Where the value under `route` stands, such as `("partners", 1)`."""
        node: Node = self.node
        for step in route:
            match node:
                case MapNode() if step in node.values:
                    node = node.values[str(step)]
                case ListNode() if isinstance(step, int):
                    node = node.items[step]
        return node_place(self.path, node)


class Tables(NamedTuple):
    """pairings.yaml as rows."""

    notice: Placed[Notice] | None = None
    expect: Placed[StatedCounts] | None = None
    units: tuple[Placed[Unit], ...] = ()
    pairings: tuple[Placed[Pairing], ...] = ()
    rejects: tuple[Reject, ...] = ()

    def units_by_name(self) -> dict[str, Unit]:
        """The units by their short names; of two with one name the later."""
        return {row.value.name: row.value for row in self.units}

    def regions(self) -> dict[str, Region]:
        """Each unit's region by its short name."""
        return {name: unit.region for name, unit in self.units_by_name().items()}

    @property
    def damage(self) -> Reject | None:
        """The first thing that does not fit; None when every row fits."""
        return first_damage(self.rejects)

    @property
    def complete(self) -> bool:
        """True when every row fits."""
        return self.damage is None


class TaskTable(NamedTuple):
    """tasks.yaml as a row; `placed` and `tasks` are None when the file cannot be used."""

    placed: "Placed[Tasks] | None" = None
    areas: "tuple[Placed[Area], ...]" = ()
    rejects: tuple[Reject, ...] = ()

    @property
    def damage(self) -> Reject | None:
        """The first thing that does not fit; None when the file can be used."""
        return first_damage(self.rejects)

    @property
    def tasks(self) -> "Tasks | None":
        """The row alone, without its place."""
        return self.placed.value if self.placed else None


class Book(NamedTuple):
    """Everything known on the day `on`: tables, records, and what did not fit."""

    on: date
    tables: Tables
    names: Names
    tasks: TaskTable = TaskTable()
    activities: "tuple[Activity, ...]" = ()
    drafts: "tuple[Draft, ...]" = ()
    notice: "NoticeText | None" = None
    rejects: tuple[Reject, ...] = ()
    """Rejects of the record files; the tables carry their own."""
    sheets: "tuple[Table, ...]" = ()
    """Where what the workbooks hold stands, so that any row of a sheet can be shown."""
    submissions: "Submissions | None" = None
    """Which returns came, and what was decided; None where nobody asked for them."""
    remarks: "RemarkFiles | None" = None
    """What people wrote for reports; None where nobody asked for it."""
    sender: Unit | None = None
    """Who sent the records, all of them being of one return; None for those of a folder."""

    @property
    def all_rejects(self) -> tuple[Reject, ...]:
        """The rejects of tables, records, submissions and remarks."""
        return self._of_records() + (self.remarks.rejects if self.remarks else ())

    def _of_records(self) -> tuple[Reject, ...]:
        """The rejects of what tells which records there are."""
        received = self.submissions.rejects if self.submissions else ()
        return self.tables.rejects + self.tasks.rejects + self.rejects + received

    @property
    def complete(self) -> bool:
        """True when all but remarks fits: only then is what no record says not said anywhere."""
        return first_damage(self._of_records()) is None

    @property
    def pairings(self) -> tuple[Pairing, ...]:
        """The pairings in the table's order."""
        return tuple(row.value for row in self.tables.pairings)

    @property
    def records_and_drafts(self) -> "Iterator[Record]":
        """Every record, those included that have a cell that does not fit."""
        yield from self.activities
        yield from self.drafts

    def pairing_of(self, unit: Unit) -> Pairing | None:
        """The first pairing that names `unit`, as county or as partner."""
        name = unit.name
        return next((p for p in self.pairings if name == p.county or name in p.partners), None)
