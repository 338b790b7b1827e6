"""`validate` as JSON."""

from collections.abc import Callable
from typing import Any, Literal

from cqpair import __version__
from cqpair.check import Findings
from cqpair.problem import Problem, Severity
from cqpair.shapes.shape import Shape


class RelatedShape(Shape):
    """Another place a problem is about."""

    path: str
    line: int | None
    column: int | None
    message: str


class ProblemShape(Shape):
    """A problem with its place and the way out."""

    code: str
    name: str
    severity: Literal["error", "warning"]
    message: str
    fix: str
    path: str
    line: int | None
    column: int | None
    sheet: str | None
    cell: str | None
    related: list[RelatedShape]


class SummaryShape(Shape):
    """How many problems, files read and records in them."""

    errors: int
    warnings: int
    files: int
    records: int


class ProblemsShape(Shape):
    """`cqpair validate --format json`."""

    cqpair: str
    summary: SummaryShape
    problems: list[ProblemShape]


def problems_json(findings: Findings) -> Any:
    """Problems as plain JSON values."""
    summary = SummaryShape(
        errors=findings.count_of(Severity.ERROR),
        warnings=findings.count_of(Severity.WARNING),
        files=findings.files,
        records=findings.records,
    )
    shapes = [_problem(problem, findings.shown) for problem in findings.problems]
    return ProblemsShape(cqpair=__version__, summary=summary, problems=shapes).model_dump(
        mode="json"
    )


def _problem(problem: Problem, shown: Callable[[str], str]) -> ProblemShape:
    place = problem.place
    return ProblemShape.model_validate(
        {
            "code": problem.code,
            "name": problem.name,
            "severity": problem.severity.value,
            "message": problem.message,
            "fix": problem.fix,
            "path": shown(place.path),
            "line": place.line,
            "column": place.column,
            "sheet": place.sheet,
            "cell": place.cell,
            "related": [
                RelatedShape(
                    path=shown(related.place.path),
                    line=related.place.line,
                    column=related.place.column,
                    message=related.message,
                )
                for related in problem.related
            ],
        }
    )
