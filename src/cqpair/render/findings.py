"""How findings are written: one writer a format, each in a module of its own."""

from collections.abc import Callable
from typing import NamedTuple

from cqpair.check import Findings
from cqpair.render.concise import write_concise
from cqpair.render.github import write_github
from cqpair.render.problems import write_text


class Writer(NamedTuple):
    """A format. `for_person` is written in the encoding of the terminal, the others in UTF-8."""

    write: Callable[[Findings], str]
    for_person: bool = False


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
    "text": Writer(write_text, for_person=True),
    "concise": Writer(write_concise, for_person=True),
    "json": Writer(_write_json),
    "github": Writer(write_github),
    "gitlab": Writer(_write_gitlab),
    "sarif": Writer(_write_sarif),
    "junit": Writer(_write_junit),
}
