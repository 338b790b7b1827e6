"""`validate` as JSON."""

from collections.abc import Callable
from typing import Annotated, TypedDict

from cqpair import __version__
from cqpair.lint.rule import Problem, Severity
from cqpair.lint.run import CheckReport
from cqpair.schema import Count, Fact, LineNumber, Path

Column = Annotated[int, Fact("Counted from 1, in characters", least=1)]


class RelatedShape(TypedDict):
    """Another place a problem is about."""

    path: Path
    line: LineNumber | None
    column: Column | None
    message: str


class ProblemShape(TypedDict):
    """A problem with its place and the way out."""

    code: Annotated[str, Fact("See `cqpair explain`", "^[A-Z][0-9]{3}$")]
    name: Annotated[str, Fact("The rule's name")]
    severity: Severity
    message: str
    fix: Annotated[str, Fact("The way out")]
    path: Path
    line: LineNumber | None
    column: Column | None
    sheet: Annotated[str | None, Fact("Of a workbook")]
    cell: Annotated[str | None, Fact("Of a workbook, such as B7")]
    related: list[RelatedShape]


class SummaryShape(TypedDict):
    """How many problems, files read and records in them."""

    errors: Count
    warnings: Count
    files: Count
    records: Count


class ProblemsShape(TypedDict):
    """`cqpair validate --format json`."""

    cqpair: Annotated[str, Fact("The version that checked")]
    summary: SummaryShape
    problems: list[ProblemShape]


def problems_json(report: CheckReport) -> ProblemsShape:
    """What was found, and in how much."""
    return {
        "cqpair": __version__,
        "summary": {
            "errors": report.count_of(Severity.ERROR),
            "warnings": report.count_of(Severity.WARNING),
            "files": report.files,
            "records": report.records,
        },
        "problems": [problem_json(problem, report.shown) for problem in report.problems],
    }


def problem_json(problem: Problem, shown: Callable[[str], str]) -> ProblemShape:
    """A problem as plain JSON values."""
    place = problem.place
    return {
        "code": problem.code,
        "name": problem.name,
        "severity": problem.severity,
        "message": problem.message,
        "fix": problem.fix,
        "path": shown(place.path),
        "line": place.line,
        "column": place.column,
        "sheet": place.sheet,
        "cell": place.cell,
        "related": [
            {
                "path": shown(related.place.path),
                "line": related.place.line,
                "column": related.place.column,
                "message": related.message,
            }
            for related in problem.related
        ],
    }
