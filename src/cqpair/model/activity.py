"""A record of something done, and the file it stands in."""

from collections.abc import Mapping
from typing import NamedTuple

from cqpair.model.tasks import Area, LeadKind, Status
from cqpair.model.units import Unit
from cqpair.source import Grid, Place, Row
from cqpair.values import DateSpan, Figure


class Ledger(NamedTuple):
    """A file of records: its grid, and which cell of a row holds which column."""

    grid: Grid
    where: Mapping[str, int]

    def at(self, row: Row, column: str | None = None) -> Place:
        """Where the record in `row`, or its cell in `column`, stands."""
        return self.grid.at(row, self.where.get(column) if column else None)


class Activity(NamedTuple):
    """One record. The fields are the columns, in their canonical order, then its source.

    `participants` and `experts` are 人次, `funding` and `in_kind` are 元; `None` is not reported.
    """

    id: str | None
    status: Status
    date: DateSpan
    end_date: DateSpan | None
    county: Unit
    partners: tuple[Unit, ...]
    area: Area
    measure: str | None
    lead: str | None
    lead_kind: LeadKind | None
    title: str
    form: str | None
    place: str | None
    participants: Figure | None
    experts: Figure | None
    funding: Figure | None
    in_kind: Figure | None
    outcome: str | None
    exemplar: bool
    source: str | None
    note: str | None
    ledger: Ledger
    row: Row

    def at(self, column: str | None = None) -> Place:
        """Where this record, or its cell in `column`, stands."""
        return self.ledger.at(self.row, column)

    @property
    def counted(self) -> bool:
        """Whether this is an activity: what is only planned is not."""
        return self.status is not Status.PLANNED

    @property
    def partner_names(self) -> tuple[str, ...]:
        """The partners by name, the same in whatever order the record has them."""
        return tuple(sorted(unit.name for unit in self.partners))

    @property
    def figures(self) -> Mapping[str, Figure | None]:
        """The counts and amounts, by column."""
        keys = ("participants", "experts", "funding", "in_kind")
        return {key: getattr(self, key) for key in keys}

    @property
    def path(self) -> str:
        """The file this record stands in, relative to the data folder."""
        return self.ledger.grid.path

    @property
    def line(self) -> int:
        """The line, or the row of the sheet, that this record starts on."""
        return self.row.line

    @property
    def reference(self) -> str:
        """How a report points at this record: its id, or its place where it has none yet."""
        return self.id or self.at().spot(self.path)


class Draft(NamedTuple):
    """A record with cells that do not fit: what those would hold is None. It is never counted.

    Rules read it for the cells that do fit, so that one fault in a row hides no other.
    """

    status: Status | None
    date: DateSpan | None
    end_date: DateSpan | None
    county: Unit | None
    partners: tuple[Unit, ...]
    area: Area | None
    measure: str | None
    form: str | None
    figures: Mapping[str, Figure | None]
    ledger: Ledger
    row: Row

    def at(self, column: str | None = None) -> Place:
        """Where this record, or its cell in `column`, stands."""
        return self.ledger.at(self.row, column)

    @property
    def path(self) -> str:
        """The file this record stands in, relative to the data folder."""
        return self.ledger.grid.path
