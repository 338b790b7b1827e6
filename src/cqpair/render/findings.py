"""How findings are written: one writer a format, each in a module of its own."""

from collections.abc import Callable
from typing import NamedTuple

from cqpair.check import Findings
from cqpair.render.concise import write_concise
from cqpair.render.formats import JSON, JUNIT, LINES, SARIF, TEXT, Format
from cqpair.render.github import write_github
from cqpair.render.problems import write_text


class Writer(NamedTuple):
    """How findings are written in a format."""

    write: Callable[[Findings], str]
    format: Format


def _write_json(findings: Findings) -> str:
    from cqpair.render.json_text import write_json
    from cqpair.shapes.problems import problems_json

    return write_json(problems_json(findings))


def _write_gitlab(findings: Findings) -> str:
    from cqpair.render.gitlab import write_gitlab

    return write_gitlab(findings)


def _write_sarif(findings: Findings) -> str:
    from cqpair.render.sarif import write_sarif

    return write_sarif(findings)


def _write_junit(findings: Findings) -> str:
    from cqpair.render.junit import write_junit

    return write_junit(findings)


WRITERS = {
    "text": Writer(write_text, TEXT),
    "concise": Writer(write_concise, TEXT),
    "json": Writer(_write_json, JSON),
    "github": Writer(write_github, LINES),
    "gitlab": Writer(_write_gitlab, JSON),
    "sarif": Writer(_write_sarif, SARIF),
    "junit": Writer(_write_junit, JUNIT),
}
