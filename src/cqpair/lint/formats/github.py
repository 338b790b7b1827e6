"""GitHub Actions' workflow commands: each problem stands at its line of a pull request.

Source: GitHub Docs, “Workflow commands for GitHub Actions”; escaping as its own toolkit does.
A file's problems are a group of the log. The log shows a message without its place, so the message
begins with it. The summary is a plain line: a notice would take one of the few a step may give.
"""

from itertools import groupby

from cqpair.lint.formats.text import see_also, spot, summary, way_out
from cqpair.lint.rule import Problem
from cqpair.lint.run import CheckReport
from cqpair.text import escape_control

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})

_PROPERTY = {**_DATA, ord(":"): "%3A", ord(","): "%2C"}


def write_github(report: CheckReport) -> str:
    """All problems as `::error` and `::warning`, grouped by file, then the summary."""
    lines = []
    for path, problems in groupby(report.problems, lambda problem: problem.place.path):
        lines.append(f"::group::{_escape(report.shown(path), _DATA)}")
        lines += [_command(problem, report) for problem in problems]
        lines.append("::endgroup::")
    lines.append(summary(report))
    return "".join(f"{line}\n" for line in lines)


def _command(problem: Problem, report: CheckReport) -> str:
    place = problem.place
    properties: dict[str, object] = {"file": report.shown(place.path)}
    if place.line is not None:
        properties["line"] = place.line
    if place.column is not None and not place.sheet:
        properties["col"] = place.column
    properties["title"] = f"{problem.code} {problem.name}"
    told = ",".join(f"{key}={_escape(str(v), _PROPERTY)}" for key, v in properties.items())
    head = f"{spot(place, report)}: {problem.code} {problem.message}"
    text = "\n".join([head, way_out(problem), *see_also(problem, report)])
    return f"::{problem.severity.value} {told}::{_escape(text, _DATA)}"


def _escape(text: str, table: dict[int, str]) -> str:
    """`text` as GitHub reads it back; what would act on a terminal is written out."""
    return escape_control(text.translate(table))
