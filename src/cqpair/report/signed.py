"""What differs of a quarter since it was signed: records and cells that came, went or changed."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from cqpair.fields import COLUMNS
from cqpair.period import Period


class DamagedError(ValueError):
    """A closed quarter that is not as `close` wrote it."""

    def __init__(self, quarter: Period) -> None:
        super().__init__(quarter.label)
        self.quarter = quarter


Cells = Mapping[str, str]
"""A record as canonical texts, by the key of the column; its blank cells are left out."""


class CellChange(NamedTuple):
    """A cell of a record, by the key of its column, as it was and as it is; "" is blank."""

    id: str
    column: str
    old: str
    new: str


class Corrected(NamedTuple):
    """A record as it was when its quarter was closed, and as it is."""

    id: str
    was: Cells
    now: Cells

    def cells(self) -> Iterator[CellChange]:
        """The cells that differ, in the order of the columns."""
        for column in COLUMNS:
            old, new = self.was.get(column.key, ""), self.now.get(column.key, "")
            if old != new:
                yield CellChange(self.id, column.key, old, new)


class Redecided(NamedTuple):
    """A record that counts as another than when its quarter was closed: `was` and `now` are ids.

    One that counts for itself counts as its own id.
    """

    id: str
    cells: Cells
    was: str
    now: str


class Changes(NamedTuple):
    """What is different of a quarter since it was closed: 补报, 更正, 撤回, by id.

    `decided` are records of which it was decided otherwise whether they tell another's event. `was`
    and `now` are the totals of the quarter, as JSON has them.
    """

    quarter: Period
    closed_at: datetime
    added: Mapping[str, Cells]
    corrected: tuple[Corrected, ...]
    withdrawn: Mapping[str, Cells]
    decided: tuple[Redecided, ...]
    was: Mapping[str, object]
    now: Mapping[str, object]

    @property
    def records(self) -> bool:
        """Whether any record differs, or counts otherwise."""
        return bool(self.added or self.corrected or self.withdrawn or self.decided)

    @property
    def any(self) -> bool:
        """Whether anything differs, be it only what the same records come to."""
        return self.records or self.was != self.now
