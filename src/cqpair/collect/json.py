"""`import` as JSON."""

from collections.abc import Callable, Sequence
from typing import Annotated, TypedDict

from cqpair.collect.importing import Outcome, State
from cqpair.lint.formats.json import ProblemShape, problem_json
from cqpair.schema import Fact, Path


class ChangedCellShape(TypedDict):
    """A cell that a corrected return has otherwise, in canonical texts."""

    id: str
    column: Annotated[str, Fact("Its canonical header")]
    old: str
    new: str


class PassedOverShape(TypedDict):
    """A line or a sheet that holds no record, and why it was not read."""

    place: str
    text: str
    why: str


class ImportedFileShape(TypedDict):
    """What became of a file."""

    file: Path
    sender: Annotated[str | None, Fact("The office's short name")]
    quarter: Annotated[str | None, Fact("2021Q2")]
    state: State
    added: Annotated[list[str], Fact("编号 of new records")]
    changed: list[ChangedCellShape]
    missing: Annotated[list[str], Fact("编号 of earlier records that this return lacks")]
    filled: Annotated[list[str], Fact("What was filled in, in words")]
    passed_over: list[PassedOverShape]
    problems: list[ProblemShape]


class ImportShape(TypedDict):
    """`cqpair import --format json`."""

    files: list[ImportedFileShape]


def import_json(outcomes: Sequence[Outcome], shown: Callable[[str], str]) -> ImportShape:
    """What became of each file, in the order given."""
    return {"files": [_file(outcome, shown) for outcome in outcomes]}


def _file(outcome: Outcome, shown: Callable[[str], str]) -> ImportedFileShape:
    found = outcome.found
    return {
        "file": shown(found.path),
        "sender": found.sender.name if found.sender else None,
        "quarter": found.quarter.label if found.quarter else None,
        "state": outcome.state,
        "added": list(outcome.added),
        "changed": [
            {"id": one.id, "column": one.column, "old": one.old, "new": one.new}
            for one in outcome.changed
        ],
        "missing": list(outcome.missing),
        "filled": [one.sentence() for one in found.filled],
        "passed_over": [
            {"place": one.place.spot(shown(one.place.path)), "text": one.text, "why": one.why}
            for one in found.passed_over
        ],
        "problems": [problem_json(problem, shown) for problem in outcome.problems],
    }
