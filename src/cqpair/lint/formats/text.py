"""Problems as text: for a person, each with its line and its way out, or on one line each.

What other formats say of a problem in the same words is here too.
"""

from collections import Counter
from collections.abc import Callable
from hashlib import sha256

from cqpair.lint.formats.excerpt import line_excerpt, row_excerpt
from cqpair.lint.rule import Problem, Severity
from cqpair.lint.run import CheckReport
from cqpair.messages import listed, say
from cqpair.source import Place
from cqpair.text import escape_control


def spot(place: Place, report: CheckReport) -> str:
    """The place in one word, as a person is told it."""
    return escape_control(place.spot(report.shown(place.path)))


def cell(place: Place) -> str:
    """`台账!B7` for a place in a workbook, else nothing."""
    return escape_control(f"{place.sheet}!{place.cell or place.line}") if place.sheet else ""


def message(problem: Problem) -> str:
    """What is wrong, led by the cell where a workbook's lines would not find it."""
    where = cell(problem.place)
    return escape_control(f"{where}: {problem.message}" if where else problem.message)


def way_out(problem: Problem) -> str:
    """How to mend it, as a line of its own."""
    return say("problems.fix") + escape_control(problem.fix)


def see_also(problem: Problem, report: CheckReport) -> list[str]:
    """The other places a problem is about, a line each."""
    mark = say("problems.related")
    return [
        f"{mark}{spot(related.place, report)}: {escape_control(related.message)}"
        for related in problem.related
    ]


def fingerprints(report: CheckReport) -> list[str]:
    """A fingerprint for each problem, which lives on when lines above it come or go.

    It is made of code, path, sheet and message, and of how many before it are equal in these.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    prints = []
    for problem in report.problems:
        place = problem.place
        told = (problem.code, report.shown(place.path), place.sheet or "", problem.message)
        seen[told] += 1
        text = "\0".join((*told, str(seen[told])))
        prints.append(sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    return prints


_MANY = 20  # problems, after which nobody remembers which files they were in


_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "33"}
"""How a terminal is told to write in bold red, and in yellow."""


def write_text(report: CheckReport) -> str:
    """All problems, each with its way out; files with their counts, if many; then the summary."""
    return _written(report, lambda text, severity: text)


def paint_text(report: CheckReport) -> str:
    """The same, with the severity and the carets of each problem in its colour."""
    return _written(report, lambda text, severity: f"\x1b[{_COLOURS[severity]}m{text}\x1b[0m")


def _written(report: CheckReport, shown: Callable[[str, Severity], str]) -> str:
    """All of it; `shown` is how what tells a severity looks."""
    parts = [_problem(problem, report, shown) for problem in report.problems]
    if len(parts) > _MANY:
        parts.append(_by_file(report))
    return "".join(f"{part}\n\n" for part in parts) + f"{summary(report)}\n"


def _by_file(report: CheckReport) -> str:
    """How many errors and warnings each file has, in the order of the problems."""
    from cqpair.render.document import CellKind, Column, Table
    from cqpair.render.text import write_table

    counts: dict[str, Counter[Severity]] = {}
    for problem in report.problems:
        counts.setdefault(report.shown(problem.place.path), Counter())[problem.severity] += 1
    severities = (Severity.ERROR, Severity.WARNING)
    numbers = [Column(say(f"problems.by-file-{s}"), CellKind.COUNT) for s in severities]
    rows = tuple(
        (path, count[Severity.ERROR], count[Severity.WARNING]) for path, count in counts.items()
    )
    return write_table(Table((Column(say("problems.by-file-path")), *numbers), rows)).rstrip("\n")


def summary(report: CheckReport) -> str:
    """One line: how much was checked and how many problems there are."""
    errors, warnings = report.count_of(Severity.ERROR), report.count_of(Severity.WARNING)
    key = "none" if report.checked and not report.problems else "found"
    counts = {"files": report.files, "records": report.records}
    line = say(f"problems.{key}", errors=errors, warnings=warnings, **counts)
    if report.ignored:
        line += say("problems.ignored", codes=listed(list(report.ignored)))
    return line if report.checked else line + say("problems.unchecked")


def _problem(problem: Problem, report: CheckReport, shown: Callable[[str, Severity], str]) -> str:
    """A problem as a person reads it: place, what is wrong, the line itself, the way out."""
    severity, place = problem.severity, problem.place
    kind = shown(f"{say(f'problems.{severity}')} {problem.code}", severity)
    lines = [f"{spot(place, report)}: {kind} {escape_control(problem.message)}"]
    for line in _excerpt(place, report):
        carets = line.lstrip(" |")
        marked = carets and not carets.strip("^")
        lines.append(line.replace(carets, shown(carets, severity)) if marked else line)
    lines.append(f"  {say('problems.fix')}{escape_control(problem.fix)}")
    for related in problem.related:
        told = f"{spot(related.place, report)}: {escape_control(related.message)}"
        lines.append(f"  {say('problems.related')}{told}")
        lines += _excerpt(related.place, report)
    return "\n".join(lines)


def _excerpt(place: Place, report: CheckReport) -> list[str]:
    """The lines that show a place: its row of a sheet, its line of a text; none without either."""
    if place.sheet:
        return row_excerpt(report.cells(place), place)
    return line_excerpt(report.lines(place.path), place)


def write_concise(report: CheckReport) -> str:
    """`path:line:column: error A304 message`, a line each, then the summary.

    The word for the severity is the same in every language, so that programs may rely on it.
    """
    lines = [*(_line(problem, report) for problem in report.problems), summary(report)]
    return "".join(f"{line}\n" for line in lines)


def _line(problem: Problem, report: CheckReport) -> str:
    """A problem on one line, its severity as machines know it."""
    where = spot(problem.place, report)
    return f"{where}: {problem.severity.value} {problem.code} {escape_control(problem.message)}"
