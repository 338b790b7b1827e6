"""Problems as text: place, what is wrong, the way out; a summary at the end, always."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cqpair.messages import say
from cqpair.problem import Problem, Severity
from cqpair.render.safe import visible


class Findings(NamedTuple):
    """What a check found, and in how much. `shown` turns a path into the one a reader is told."""

    problems: Sequence[Problem]
    files: int
    records: int
    shown: Callable[[str], str]

    def count_of(self, severity: Severity) -> int:
        """How many problems are of `severity`."""
        return sum(problem.severity is severity for problem in self.problems)


def write_text(findings: Findings) -> str:
    """All problems, each with its way out, then the summary."""
    parts = [_problem(problem, findings.shown) for problem in findings.problems]
    return "".join(f"{visible_lines(part)}\n\n" for part in parts) + f"{summary(findings)}\n"


def summary(findings: Findings) -> str:
    """One line: how much was checked and how many problems there are."""
    errors, warnings = findings.count_of(Severity.ERROR), findings.count_of(Severity.WARNING)
    key = "problems.found" if findings.problems else "problems.none"
    return say(
        key, files=findings.files, records=findings.records, errors=errors, warnings=warnings
    )


def visible_lines(text: str) -> str:
    """Text of several lines with nothing that acts in any of them."""
    return "\n".join(visible(line) for line in text.split("\n"))


def _problem(problem: Problem, shown: Callable[[str], str]) -> str:
    severity = say(f"problems.{problem.severity}")
    place = problem.place
    spot = place.spot(shown(place.path))
    head = f"{spot}: {severity} {problem.code} {visible(problem.message)}"
    lines = [head, f"  {say('problems.fix')}{visible(problem.fix)}"]
    for related in problem.related:
        told = f"{related.place.spot(shown(related.place.path))}: {visible(related.message)}"
        lines.append(f"  {say('problems.related')}{told}")
    return "\n".join(lines)
