"""The formats of findings: one writer a format, each in a module of its own."""

from collections.abc import Mapping

from cqpair.lint.formats.github import write_github
from cqpair.lint.formats.text import write_concise, write_text
from cqpair.lint.run import Findings
from cqpair.render import JSON, TEXT, Format


def _json(findings: Findings) -> object:
    from cqpair.lint.formats.json import problems_json

    return problems_json(findings)


def _gitlab(findings: Findings) -> str:
    from cqpair.lint.formats.gitlab import write_gitlab

    return write_gitlab(findings)


def _sarif(findings: Findings) -> str:
    from cqpair.lint.formats.sarif import write_sarif

    return write_sarif(findings)


def _junit(findings: Findings) -> str:
    from cqpair.lint.formats.junit import write_junit

    return write_junit(findings)


FORMATS: Mapping[str, Format[Findings]] = {
    "text": TEXT.of(write_text),
    "concise": TEXT.of(write_concise),
    "json": JSON.of(_json),
    "github": Format(write_github, (".txt",)),
    "gitlab": Format(_gitlab, (".json",)),
    "sarif": Format(_sarif, (".sarif", ".json")),
    "junit": Format(_junit, (".xml",)),
}
