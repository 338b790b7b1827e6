"""How findings are written: one writer a format, each in a module of its own."""

from collections.abc import Callable
from typing import NamedTuple

from cqpair.lint.formats.github import write_github
from cqpair.lint.formats.text import write_concise, write_text
from cqpair.lint.run import Findings
from cqpair.render import JSON, JUNIT, LINES, SARIF, TEXT, Format


class Writer(NamedTuple):
    """How findings are written in a format."""

    write: Callable[[Findings], str]
    format: Format


def _write_json(findings: Findings) -> str:
    from cqpair.lint.formats.json import problems_json
    from cqpair.render.json_file import write_json

    return write_json(problems_json(findings))


def _write_gitlab(findings: Findings) -> str:
    from cqpair.lint.formats.gitlab import write_gitlab

    return write_gitlab(findings)


def _write_sarif(findings: Findings) -> str:
    from cqpair.lint.formats.sarif import write_sarif

    return write_sarif(findings)


def _write_junit(findings: Findings) -> str:
    from cqpair.lint.formats.junit import write_junit

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
