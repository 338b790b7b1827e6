"""Problems as text: place, what is wrong, the way out; a summary at the end, always."""

from collections import Counter

from cqpair.check import Findings
from cqpair.messages import say
from cqpair.problem import Problem, Severity
from cqpair.render.excerpt import line_excerpt, row_excerpt
from cqpair.render.told import spot
from cqpair.source import Place
from cqpair.visible import visible

_MANY = 20  # problems, after which nobody remembers which files they were in


def write_text(findings: Findings) -> str:
    """All problems, each with its way out; files with their counts, if many; then the summary."""
    parts = [_problem(problem, findings) for problem in findings.problems]
    if len(parts) > _MANY:
        parts.append(_by_file(findings))
    return "".join(f"{part}\n\n" for part in parts) + f"{summary(findings)}\n"


def _by_file(findings: Findings) -> str:
    """How many errors and warnings each file has, in the order of the problems."""
    from cqpair.document import CellKind, Column, Table
    from cqpair.render.text import write_table

    counts: dict[str, Counter[Severity]] = {}
    for problem in findings.problems:
        counts.setdefault(findings.shown(problem.place.path), Counter())[problem.severity] += 1
    severities = (Severity.ERROR, Severity.WARNING)
    numbers = [Column(say(f"problems.by-file-{s}"), CellKind.COUNT) for s in severities]
    rows = tuple(
        (path, count[Severity.ERROR], count[Severity.WARNING]) for path, count in counts.items()
    )
    return write_table(Table((Column(say("problems.by-file-path")), *numbers), rows)).rstrip("\n")


def summary(findings: Findings) -> str:
    """One line: how much was checked and how many problems there are."""
    errors, warnings = findings.count_of(Severity.ERROR), findings.count_of(Severity.WARNING)
    key = "none" if findings.checked and not findings.problems else "found"
    counts = {"files": findings.files, "records": findings.records}
    line = say(f"problems.{key}", errors=errors, warnings=warnings, **counts)
    return line if findings.checked else line + say("problems.unchecked")


def _problem(problem: Problem, findings: Findings) -> str:
    severity = say(f"problems.{problem.severity}")
    place = problem.place
    lines = [f"{spot(place, findings)}: {severity} {problem.code} {visible(problem.message)}"]
    lines += _excerpt(place, findings)
    lines.append(f"  {say('problems.fix')}{visible(problem.fix)}")
    for related in problem.related:
        told = f"{spot(related.place, findings)}: {visible(related.message)}"
        lines.append(f"  {say('problems.related')}{told}")
        lines += _excerpt(related.place, findings)
    return "\n".join(lines)


def _excerpt(place: Place, findings: Findings) -> list[str]:
    if place.sheet:
        return row_excerpt(findings.cells(place), place)
    return line_excerpt(findings.lines(place.path), place)
