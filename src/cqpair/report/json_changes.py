"""What differs of a closed quarter as JSON: `changes`, and in `report`."""

from datetime import datetime
from typing import Annotated, TypedDict

from cqpair.fields import BY_KEY
from cqpair.report.json_lines import FiguresShape
from cqpair.report.signed import Changes
from cqpair.schema import Fact, QuarterLabel


class CorrectedCellShape(TypedDict):
    """A cell that a record has otherwise since, in canonical texts."""

    id: str
    column: Annotated[str, Fact("Its canonical header")]
    old: str
    new: str


class DecidedSinceShape(TypedDict):
    """A record that counts as another than it did, by what was decided of records told twice."""

    id: str
    old: Annotated[str, Fact("The id as which it counted; its own where it counted itself")]
    new: str


class ClosedQuarterShape(TypedDict):
    """What differs of a quarter since it was closed. Ids, or places without one."""

    quarter: QuarterLabel
    closed_at: Annotated[str, Fact(shape=datetime)]
    added: Annotated[list[str], Fact("补报: records that were not there")]
    changed: Annotated[list[CorrectedCellShape], Fact("更正: cells that differ")]
    withdrawn: Annotated[list[str], Fact("撤回: records that are gone")]
    decided: Annotated[list[DecidedSinceShape], Fact("Records that count otherwise")]


ClosedTotals = TypedDict("ClosedTotals", {"was": FiguresShape, "is": FiguresShape})


ClosedTotals.__doc__ = "What the quarter came to when it was closed, and what it comes to."


class ChangesShape(ClosedQuarterShape):
    """`cqpair changes --format json`."""

    totals: ClosedTotals


def closed_quarter(changes: Changes) -> ClosedQuarterShape:
    """The records that differ."""
    return {
        "quarter": changes.quarter.label,
        "closed_at": changes.closed_at.isoformat(timespec="seconds"),
        "added": list(changes.added),
        "changed": [
            {"id": c.id, "column": BY_KEY[c.column].header, "old": c.old, "new": c.new}
            for one in changes.corrected
            for c in one.cells()
        ],
        "withdrawn": list(changes.withdrawn),
        "decided": [{"id": one.id, "old": one.was, "new": one.now} for one in changes.decided],
    }


def changes_json(changes: Changes) -> ChangesShape:
    """The records that differ, and what they come to."""
    totals: ClosedTotals = {"was": {**changes.was}, "is": {**changes.now}}
    return {**closed_quarter(changes), "totals": totals}
