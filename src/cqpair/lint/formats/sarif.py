"""SARIF 2.1.0: problems with the manuals of their rules, for code scanning and viewers.

Source: OASIS, “Static Analysis Results Interchange Format (SARIF) Version 2.1.0” with errata 01.
The way out is in the message; where just one text is right for a cell or scalar, and where it ends
in the file is certain, it is a `fix` too. GitHub wants a line of every result, so a problem of a
whole file stands at its first line, and one of a sheet at its row, with the cell as a logical
location.
"""

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any
from urllib.parse import quote

from cqpair import __version__
from cqpair.lint import Rule
from cqpair.lint.formats.text import cell, fingerprints, message, summary, way_out
from cqpair.lint.rule import Problem, Severity
from cqpair.lint.run import CheckReport
from cqpair.messages import fill, language, say
from cqpair.read.csv_file import after_quoted
from cqpair.render import write_json
from cqpair.source import Place
from cqpair.text import escape_control

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def write_sarif(report: CheckReport) -> str:
    """All problems as the results of one run."""
    rules = [_rule(rule) for rule in report.rules]
    driver = {"name": "cqpair", "version": __version__, "language": language(), "rules": rules}
    index = {rule.code: n for n, rule in enumerate(report.rules)}
    pairs = zip(report.problems, fingerprints(report), strict=True)
    ends = cache(lambda path: value_ends(path, report.lines(path)))
    run = {
        "tool": {"driver": driver},
        "invocations": [_invocation(report)],
        "language": language(),
        "columnKind": "utf16CodeUnits",
        "results": [
            _result(p, mark, index[p.code], report) | _fixes(p, report, ends) for p, mark in pairs
        ],
        "properties": {
            "errors": report.count_of(Severity.ERROR),
            "warnings": report.count_of(Severity.WARNING),
            "files": report.files,
            "records": report.records,
        },
    }
    return write_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> dict[str, Any]:
    """A rule as SARIF describes it (2.1.0, 3.49).

    Name, manual, and its level where nobody sets one.
    """
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": fill(rule.manual.title)},
        "fullDescription": {"text": fill(rule.manual.what)},
        "help": {"text": "\n".join(rule.manual_lines())},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _invocation(report: CheckReport) -> dict[str, Any]:
    """Whether the check could be made (3.20); where the tables kept it from that, why not."""
    if report.checked:
        return {"executionSuccessful": True}
    told = {"level": "error", "message": _message(summary(report))}
    return {"executionSuccessful": False, "toolExecutionNotifications": [told]}


def _result(problem: Problem, fingerprint: str, index: int, report: CheckReport) -> dict[str, Any]:
    """A problem as a result (3.27); `index` is that of its rule among those that looked."""
    result = {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": problem.severity.value,
        "message": _message(f"{message(problem)}\n{way_out(problem)}"),
        "locations": [_location(problem.place, report)],
        "partialFingerprints": {"cqpair/v1": fingerprint},
    }
    if problem.related:
        result["relatedLocations"] = [
            {"id": n, **_location(related.place, report), "message": _message(related.message)}
            for n, related in enumerate(problem.related)
        ]
    return result


Spot = tuple[int, int]
"""Line and column, counted from 1, in characters."""


Ends = Callable[[Spot], Spot | None]
"""For where a cell or scalar starts, the spot behind it; None where that is not certain."""


def _fixes(problem: Problem, report: CheckReport, ends: Callable[[str], Ends]) -> dict[str, Any]:
    """The replacement of the whole value, where there is one and it is certain what it replaces."""
    text, (path, line, column, sheet, _) = problem.replacement, problem.place
    if text is None or not line or not column or sheet or escape_control(text) != text:
        return {}
    end = ends(path)((line, column))
    if end is None:
        return {}
    lines = report.lines(path)
    region = {
        "startLine": line,
        "startColumn": _column(line, column, lines),
        "endLine": end[0],
        "endColumn": _column(*end, lines),
    }
    inserted = {"text": written(path, text)}
    change = {
        "artifactLocation": {"uri": _uri(report.shown(path))},
        "replacements": [{"deletedRegion": region, "insertedContent": inserted}],
    }
    description = _message(say("problems.replace", text=text))
    return {"fixes": [{"description": description, "artifactChanges": [change]}]}


def _location(place: Place, report: CheckReport) -> dict[str, Any]:
    """A place as a location (3.28): its file, and its region, or its cell in a sheet."""
    region = {"startLine": place.line or 1}
    if place.line and place.column and not place.sheet:
        region["startColumn"] = _column(place.line, place.column, report.lines(place.path))
    artifact = {"uri": _uri(report.shown(place.path))}
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": artifact, "region": region}
    }
    if where := cell(place):
        location["logicalLocations"] = [{"fullyQualifiedName": where}]
    return location


def _column(line: int, column: int, lines: Sequence[str]) -> int:
    """The column counted in UTF-16 code units, of which a rare character takes two."""
    before = lines[line - 1][: column - 1] if line <= len(lines) else ""
    return column + sum(character > "\uffff" for character in before)


def _uri(path: str) -> str:
    """A path as a URI: relative where it is, else of the scheme `file`."""
    quoted = quote(os.fsencode(path))
    if path.startswith("/"):
        return f"file://{quoted}"
    if path[1:3] == ":/":  # C:/…
        return f"file:///{path[:2]}{quote(os.fsencode(path[2:]))}"
    return quoted


def _message(text: str) -> dict[str, str]:
    """A message without placeholders and links: what looks like one comes out of a cell."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "] (")}


_BREAKS = re.compile("[\x85\u2028\u2029]")  # YAML counts lines by these too, editors do not

_PLAIN = re.compile(r"\w[\w（）·]*")

_CSV = (".csv",)

_YAML = (".yaml", ".yml")


def value_ends(path: str, lines: Sequence[str]) -> Ends:
    """What finds the ends of the values of a file that consists of `lines`."""
    if path.casefold().endswith(_CSV):
        return lambda start: _csv_end(lines, *start)
    if path.casefold().endswith(_YAML):
        return _yaml_ends(lines).get
    return lambda start: None


def written(path: str, text: str) -> str:
    """`text` as a cell or scalar of the file at `path` that reads back as it."""
    if path.casefold().endswith(_CSV):
        quoted = any(mark in text for mark in ',"\r\n')
        return '"{}"'.format(text.replace('"', '""')) if quoted else text
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _csv_end(lines: Sequence[str], line: int, column: int) -> Spot | None:
    """Where a cell of a CSV file ends, one behind its last character; None where it has no end."""
    if line > len(lines):
        return None
    cell = lines[line - 1][column - 1 :]
    if not cell.startswith('"'):
        return line, column + len(cell.partition(",")[0])
    at, closed = after_quoted(lines[line - 1], column)
    while not closed:
        line += 1
        if line > len(lines):
            return None
        at, closed = after_quoted(lines[line - 1], 0)
    return (line, at + 1) if lines[line - 1][at : at + 1] in ("", ",") else None


def _yaml_ends(lines: Sequence[str]) -> dict[Spot, Spot]:
    """Where each scalar of a YAML file ends, by where it begins; none where its lines differ."""
    import yaml

    from cqpair.read.yaml_tree import FAULTS, LOADER

    text = "\n".join(lines)
    if _BREAKS.search(text):
        return {}
    try:
        return dict(_values(yaml.parse(text, Loader=LOADER)))
    except FAULTS:
        return {}


def _values(events: Iterable[object]) -> Iterator[tuple[Spot, Spot]]:
    """Where each scalar that is a value, not a key, starts and ends."""
    import yaml

    key_next: list[bool | None] = [None]  # of what is open; None in a list, where there are none
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            key_next.pop()
        elif isinstance(event, yaml.NodeEvent):
            is_key = key_next[-1]
            key_next[-1] = None if is_key is None else not is_key
            if isinstance(event, yaml.ScalarEvent) and event.style not in ("|", ">") and not is_key:
                yield _spot(event.start_mark), _spot(event.end_mark)
            elif isinstance(event, yaml.CollectionStartEvent):
                key_next.append(True if isinstance(event, yaml.MappingStartEvent) else None)


def _spot(mark: Any) -> Spot:
    """Line and column from 1 of a mark, which counts from 0."""
    return mark.line + 1, mark.column + 1
