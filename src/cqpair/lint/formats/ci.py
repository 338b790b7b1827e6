"""What services that run checks take: GitHub's commands, GitLab's Code Quality, JUnit XML."""

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from cqpair.lint.formats.text import fingerprints, message, see_also, spot, summary, way_out
from cqpair.lint.rule import Problem, Severity
from cqpair.lint.run import CheckReport
from cqpair.render import write_json
from cqpair.text import escape_control

if TYPE_CHECKING:  # only JUnit needs it
    from xml.etree.ElementTree import Element

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})

_PROPERTY = {**_DATA, ord(":"): "%3A", ord(","): "%2C"}


def write_github(report: CheckReport) -> str:
    """All problems as `::error` and `::warning`, grouped by file, then the summary.

    Source: GitHub Docs, “Workflow commands for GitHub Actions”; escaping as its own toolkit does.
    A file's problems are a group of the log. The log shows a message without its place, so the
    message begins with it. The summary is a plain line: a notice would take one of the few that a
    step may give.
    """
    lines = []
    for path, problems in groupby(report.problems, lambda problem: problem.place.path):
        lines.append(f"::group::{_escape(report.shown(path), _DATA)}")
        lines += [_command(problem, report) for problem in problems]
        lines.append("::endgroup::")
    lines.append(summary(report))
    return "".join(f"{line}\n" for line in lines)


def _command(problem: Problem, report: CheckReport) -> str:
    """A problem as a command: its place as properties, its sentences as data."""
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


_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def write_gitlab(report: CheckReport) -> str:
    """All problems as a JSON list of issues; an empty list says that there are none.

    Source: GitLab Docs, “Code Quality”, import of results. Every issue needs a line there: a
    problem of a whole file stands at its first, one of a sheet at its row.
    """
    pairs = zip(report.problems, fingerprints(report), strict=True)
    return write_json([_issue(problem, mark, report) for problem, mark in pairs])


def _issue(problem: Problem, fingerprint: str, report: CheckReport) -> dict[str, object]:
    """A problem as an issue; of two like ones in a file the fingerprints differ."""
    place = problem.place
    return {
        "description": f"{problem.code} {message(problem)}\n{way_out(problem)}",
        "check_name": f"{problem.code} {problem.name}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[problem.severity],
        "location": {"path": report.shown(place.path), "lines": {"begin": place.line or 1}},
    }


_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write_junit(report: CheckReport) -> str:
    """One suite with a case for each problem, or one case that passes.

    A case a problem, not a file: dashboards list failures by name and follow each from run to run,
    so five faults of a file are five entries that go away one by one. A case is named by code and
    message, not by line, so that it stays the same when lines above it come or go. A warning is a
    case that passed, with its text as output. Where nothing is wrong, one case passes, since a
    report without any is taken for a run that never was.
    """
    from xml.etree import ElementTree as Xml

    cases = _cases(report)
    counts = {
        "name": "cqpair",
        "tests": str(len(cases)),
        "failures": str(report.count_of(Severity.ERROR)),
        "errors": "0",
        "time": "0",
    }
    root = Xml.Element("testsuites", counts)
    suite = Xml.SubElement(root, "testsuite", {**counts, "skipped": "0"})
    suite.extend(cases)
    Xml.SubElement(suite, "system-out").text = summary(report)
    Xml.indent(root)
    return _HEAD + Xml.tostring(root, encoding="unicode") + "\n"


def _cases(report: CheckReport) -> "list[Element]":
    """A case for each problem; a second one of the same file and name is numbered."""
    from xml.etree.ElementTree import Element

    if not report.problems:
        return [Element("testcase", classname="cqpair", name="validate", time="0")]
    seen: Counter[tuple[str, str]] = Counter()
    cases = []
    for problem in report.problems:
        path = escape_control(report.shown(problem.place.path))
        name = escape_control(f"{problem.code} {problem.message}")
        seen[path, name] += 1
        again = f" ({seen[path, name]})" if seen[path, name] > 1 else ""
        case = Element("testcase", classname=path, name=name + again, time="0", file=path)
        if problem.place.line is not None:
            case.set("line", str(problem.place.line))
        case.append(_outcome(problem, report))
        cases.append(case)
    return cases


def _outcome(problem: Problem, report: CheckReport) -> "Element":
    """What became of a case: it failed by an error, or passed with a warning as its output."""
    from xml.etree.ElementTree import Element

    head = f"{spot(problem.place, report)}: {problem.code} {escape_control(problem.message)}"
    lines = [head, way_out(problem), *see_also(problem, report)]
    if problem.severity is Severity.ERROR:
        kind = f"{problem.code} {problem.name}"
        outcome = Element("failure", message=escape_control(problem.message), type=kind)
    else:
        outcome = Element("system-out")
    outcome.text = "\n".join(map(escape_control, lines))
    return outcome
