"""Problems as text: place, what is wrong, the way out; a summary at the end, always."""

from collections.abc import Callable

from cqpair.check import Findings
from cqpair.messages import say
from cqpair.problem import Problem, Severity
from cqpair.visible import visible


def write_text(findings: Findings) -> str:
    """All problems, each with its way out, then the summary."""
    parts = [_problem(problem, findings.shown) for problem in findings.problems]
    return "".join(f"{visible_lines(part)}\n\n" for part in parts) + f"{summary(findings)}\n"


def summary(findings: Findings) -> str:
    """One line: how much was checked and how many problems there are."""
    errors, warnings = findings.count_of(Severity.ERROR), findings.count_of(Severity.WARNING)
    key = "none" if findings.checked and not findings.problems else "found"
    counts = {"files": findings.files, "records": findings.records}
    line = say(f"problems.{key}", errors=errors, warnings=warnings, **counts)
    return line if findings.checked else line + say("problems.unchecked")


def visible_lines(text: str) -> str:
    """Text of several lines with nothing that acts in any of them."""
    return "\n".join(visible(line) for line in text.split("\n"))


def _problem(problem: Problem, shown: Callable[[str], str]) -> str:
    severity = say(f"problems.{problem.severity}")
    place = problem.place
    spot = visible(place.spot(shown(place.path)))
    head = f"{spot}: {severity} {problem.code} {visible(problem.message)}"
    lines = [head, f"  {say('problems.fix')}{visible(problem.fix)}"]
    for related in problem.related:
        where = visible(related.place.spot(shown(related.place.path)))
        told = f"{where}: {visible(related.message)}"
        lines.append(f"  {say('problems.related')}{told}")
    return "\n".join(lines)
