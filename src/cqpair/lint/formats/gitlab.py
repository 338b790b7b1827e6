"""GitLab's Code Quality report: each problem in the merge request and at its line.

Source: GitLab Docs, “Code Quality”, import of results. Every issue needs a line there: a problem of
a whole file stands at its first, one of a sheet at its row.
"""

from cqpair.lint.formats.text import fingerprints, message, way_out
from cqpair.lint.rule import Problem, Severity
from cqpair.lint.run import CheckReport
from cqpair.render.json_file import write_json

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def write_gitlab(report: CheckReport) -> str:
    """All problems as a JSON list of issues; an empty list says that there are none."""
    pairs = zip(report.problems, fingerprints(report), strict=True)
    return write_json([_issue(problem, mark, report) for problem, mark in pairs])


def _issue(problem: Problem, fingerprint: str, report: CheckReport) -> dict[str, object]:
    place = problem.place
    return {
        "description": f"{problem.code} {message(problem)}\n{way_out(problem)}",
        "check_name": f"{problem.code} {problem.name}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[problem.severity],
        "location": {"path": report.shown(place.path), "lines": {"begin": place.line or 1}},
    }
