"""The formats of a check. What is not text for a person is imported when it is written."""

from collections.abc import Mapping

from cqpair.lint.formats.text import paint_text, write_concise, write_text
from cqpair.lint.run import CheckReport
from cqpair.render import JSON, TEXT, Format


def _json(report: CheckReport) -> object:
    from cqpair.lint.formats.json import problems_json

    return problems_json(report)


def _github(report: CheckReport) -> str:
    from cqpair.lint.formats.ci import write_github

    return write_github(report)


def _gitlab(report: CheckReport) -> str:
    from cqpair.lint.formats.ci import write_gitlab

    return write_gitlab(report)


def _sarif(report: CheckReport) -> str:
    from cqpair.lint.formats.sarif import write_sarif

    return write_sarif(report)


def _junit(report: CheckReport) -> str:
    from cqpair.lint.formats.ci import write_junit

    return write_junit(report)


FORMATS: Mapping[str, Format[CheckReport]] = {
    "text": TEXT.of(write_text)._replace(paint=paint_text),
    "concise": TEXT.of(write_concise),
    "json": JSON.of(_json),
    "github": Format(_github, (".txt",)),
    "gitlab": Format(_gitlab, (".json",)),
    "sarif": Format(_sarif, (".sarif", ".json")),
    "junit": Format(_junit, (".xml",)),
}
