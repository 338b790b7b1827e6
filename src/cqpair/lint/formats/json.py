"""`validate` as JSON."""

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import Field

from cqpair import __version__
from cqpair.lint.rule import Problem, Severity
from cqpair.lint.run import Findings
from cqpair.schema import Count, LineNumber, Path, Shape

Column = Annotated[int, Field(ge=1, description="Counted from 1, in characters")]


class RelatedShape(Shape):
    """Another place a problem is about."""

    path: Path
    line: LineNumber | None
    column: Column | None
    message: str


class ProblemShape(Shape):
    """A problem with its place and the way out."""

    code: Annotated[str, Field(pattern="^[A-Z][0-9]{3}$", description="See `cqpair explain`")]
    name: Annotated[str, Field(description="The rule's name")]
    severity: Severity
    message: str
    fix: Annotated[str, Field(description="The way out")]
    path: Path
    line: LineNumber | None
    column: Column | None
    sheet: Annotated[str | None, Field(description="Of a workbook")]
    cell: Annotated[str | None, Field(description="Of a workbook, such as B7")]
    related: list[RelatedShape]


class SummaryShape(Shape):
    """How many problems, files read and records in them."""

    errors: Count
    warnings: Count
    files: Count
    records: Count


class ProblemsShape(Shape):
    """`cqpair validate --format json`."""

    cqpair: Annotated[str, Field(description="The version that checked")]
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
            "severity": problem.severity,
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
