"""JUnit XML: each error is a test case that failed.

A case a problem, not a file: dashboards list failures by name and follow each from run to run, so
five faults of a file are five entries that go away one by one. A case is named by code and
message, not by line, so that it stays the same when lines above it come or go. A warning is a case
that passed, with its text as output. Where nothing is wrong, one case passes, since a report
without any is taken for a run that never was.
"""

from collections import Counter
from xml.etree import ElementTree as Xml

from cqpair.lint.formats.text import see_also, spot, summary, way_out
from cqpair.lint.rule import Problem, Severity
from cqpair.lint.run import CheckReport
from cqpair.text import escape_control

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write_junit(report: CheckReport) -> str:
    """One suite with a case for each problem, or one case that passes."""
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


def _cases(report: CheckReport) -> list[Xml.Element]:
    if not report.problems:
        return [Xml.Element("testcase", classname="cqpair", name="validate", time="0")]
    seen: Counter[tuple[str, str]] = Counter()
    cases = []
    for problem in report.problems:
        path = escape_control(report.shown(problem.place.path))
        name = escape_control(f"{problem.code} {problem.message}")
        seen[path, name] += 1
        again = f" ({seen[path, name]})" if seen[path, name] > 1 else ""
        case = Xml.Element("testcase", classname=path, name=name + again, time="0", file=path)
        if problem.place.line is not None:
            case.set("line", str(problem.place.line))
        case.append(_outcome(problem, report))
        cases.append(case)
    return cases


def _outcome(problem: Problem, report: CheckReport) -> Xml.Element:
    head = f"{spot(problem.place, report)}: {problem.code} {escape_control(problem.message)}"
    lines = [head, way_out(problem), *see_also(problem, report)]
    if problem.severity is Severity.ERROR:
        kind = f"{problem.code} {problem.name}"
        outcome = Xml.Element("failure", message=escape_control(problem.message), type=kind)
    else:
        outcome = Xml.Element("system-out")
    outcome.text = "\n".join(map(escape_control, lines))
    return outcome
