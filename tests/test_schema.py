"""Schemas: fresh, and true of tables and answers as an independent validator sees them."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from pydantic import ValidationError

from conftest import DATA, ROOT, Run
from cqpair.book import tables as pairings_book
from cqpair.book import tasks as tasks_book
from cqpair.fields import COLUMNS
from cqpair.schema.models import model_of
from cqpair.schema.published import CONFIG, NAMES, OUTPUTS, RECORDS, TABLES, declaration_of

pytestmark = pytest.mark.tools

SCHEMAS = ROOT / "schemas"
JSON_SCHEMAS = [name for name in NAMES if name != RECORDS]
UPDATE = os.environ.get("CQPAIR_UPDATE_GOLDEN") == "1"

PARTNERS = "partners: [两江新区]"
PLANTED = {
    "an unknown key": (
        "pairings.yaml",
        "    pinyin: wushan\n",
        "    pinyin: wushan\n    拼音: x\n",
    ),
    "an unknown top key": ("pairings.yaml", "\nexpect:", "\nexpected: 1\nexpect:"),
    "a missing key": ("pairings.yaml", "    initials: ck\n", ""),
    "a missing top key": ("tasks.yaml", "\nforms: [", "\n# forms: ["),
    "three partners": ("pairings.yaml", PARTNERS, "partners: [两江新区, 渝中区, 江北区]"),
    "no partner": ("pairings.yaml", PARTNERS, "partners: []"),
    "a text for a list": ("pairings.yaml", PARTNERS, "partners: 两江新区"),
    "a code of five digits": ("pairings.yaml", "code: 500229", "code: 50022"),
    "a region that is none": ("pairings.yaml", "region: 渝东南", "region: 渝东"),
    "a number that is none": ("tasks.yaml", "  - no: 1\n", "  - no: 一\n"),
    "a column that is none": ("tasks.yaml", "\nforms:", "\nheaders: {titel: [事由]}\nforms:"),
    "a text for names": ("tasks.yaml", "\nforms:", "\nheaders: {title: 事由}\nforms:"),
    "a day that is none": ("pairings.yaml", "date: 2021-02-19", "date: 2021-02-30"),
}

ANSWERS = [
    ("partners 巫山县 江北区 wansheng", "partners"),
    ("partners 渝北区 --on 2025-12-01", "partners"),
    ("pairs", "pairs"),
    ("pairs --region 渝东南 --mode 二对一", "pairs"),
    ("tasks", "tasks-output"),
    ("tasks 4", "tasks-output"),
    ("activities", "activities-output"),
    ("reconcile --quarter 2021Q2", "reconcile"),
    ("activities --year 1999", "activities-output"),
    ("validate", "problems"),
    ("explain", "rules"),
    ("explain T207", "rules"),
    ("report --quarter 2021Q2", "report"),
    ("report --year 2021 --by pair --compare last-year", "report"),
    ("report --year 2021 --trace", "report"),
    ("report --from 2021-01-01 --to 2021-01-01 --area 保障1 --lead 科协", "report"),
    ("report --half 2024H2 --by partner --compare none --area 4 --lead 科协", "report"),
    ("report --year 2023 --by region --pair 巫山县", "report"),
]

GOLDEN = ROOT / "tests" / "golden"
GOLDEN_ANSWERS = [
    ("lists/partners-json", "partners"),
    ("lists/pairs-json", "pairs"),
    ("lists/tasks-json", "tasks-output"),
    ("lists/activities-json", "activities-output"),
    ("lists/status-json", "status"),
    ("lists/reconcile-json", "reconcile"),
    ("lists/changes-json", "changes"),
    ("lists/explain-json", "rules"),
    ("lists/import-json", "import"),
    ("formats/json", "problems"),
    ("report/2021Q2", "report"),
    ("report/2021Q2-trace", "report"),
]


def kept(name: str) -> Path:
    """Where a schema is in the repository: by the name of the file that it is of, if of one."""
    return SCHEMAS / f"{'cqpair' if name == CONFIG else name}.schema.json"


def schema(name: str) -> Any:
    return json.loads(kept(name).read_text(encoding="utf-8"))


def faults(name: str, value: object) -> list[str]:
    validator = Draft202012Validator(schema(name), format_checker=FormatChecker())
    return [error.message for error in validator.iter_errors(value)]


def through_its_model(name: str, text: str) -> str:
    """What the model of an answer has read, with the keys in the order of their declaration."""
    read = model_of(declaration_of(name)).model_validate_json(text).model_dump()
    return json.dumps(read, default=lambda day: day.isoformat())


def as_texts(path: Path) -> Any:
    """A table as PyYAML's most careful loader reads it."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def check_jsonschema(path: Path) -> subprocess.CompletedProcess[str]:
    """An independent validator, with a YAML 1.2 loader that guesses types."""
    tool = shutil.which("check-jsonschema", path=str(Path(sys.executable).parent))
    assert tool
    name = f"{path.stem}.schema.json"
    words = [tool, "--schemafile", str(SCHEMAS / name), str(path)]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(words, capture_output=True, encoding="utf-8", env=environment)


@pytest.mark.parametrize("name", NAMES)
def test_the_schemas_in_the_repository_are_what_the_command_prints(run: Run, name: str) -> None:
    result = run("--data", DATA, "schema", name)
    assert (result.code, result.err) == (0, "")
    if UPDATE:
        kept(name).write_bytes(result.out.encode("utf-8"))
    assert kept(name).read_bytes().decode("utf-8") == result.out


def test_no_schema_is_left_over() -> None:
    assert {*SCHEMAS.iterdir()} == {*map(kept, NAMES)}


@pytest.mark.parametrize("name", JSON_SCHEMAS)
def test_a_schema_is_a_schema_that_closes_every_object(name: str) -> None:
    made = schema(name)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(made)
    objects = [part for part in (made, *made["$defs"].values()) if "properties" in part]
    assert objects
    assert all(part["additionalProperties"] is False for part in objects)
    assert all(part["description"] for part in (made, *made["$defs"].values()))


def test_the_schemas_know_the_sections_that_are_read() -> None:
    sections = (*tasks_book._SECTIONS, *tasks_book._OPTIONAL)
    read = {"pairings": pairings_book._SECTIONS, "tasks": sections}
    assert {name: tuple(cls.__annotations__) for name, cls in TABLES.items()} == read


@pytest.mark.parametrize("name", TABLES)
def test_the_shipped_tables_are_valid_and_lead_an_editor_to_their_schema(name: str) -> None:
    path = DATA / f"{name}.yaml"
    first = path.read_text(encoding="utf-8").splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found
    assert (DATA / found[1]).resolve() == (SCHEMAS / f"{name}.schema.json").resolve()
    assert faults(name, as_texts(path)) == []
    assert check_jsonschema(path).returncode == 0


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_refused_however_the_table_is_loaded(
    run: Run, tables: Path, fault: str
) -> None:
    file, right, wrong = PLANTED[fault]
    path = tables / file
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    assert faults(path.stem, as_texts(path))
    assert check_jsonschema(path).returncode == 1
    assert run("validate").code == 1


def test_figures_may_be_quoted(tables: Path) -> None:
    path = tables / "pairings.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(code|no|until): (\d+)", r'\1: "\2"', text), encoding="utf-8")
    assert check_jsonschema(path).returncode == 0


@pytest.mark.parametrize(("words", "name"), ANSWERS)
def test_every_answer_in_json_is_as_its_schema_says(
    run: Run, data: Path, words: str, name: str
) -> None:
    result = run(*words.split(), "--format", "json")
    assert result.code == 0, result.err
    assert faults(name, json.loads(result.out)) == []
    assert through_its_model(name, result.out) == json.dumps(json.loads(result.out))


def test_every_answer_has_a_golden_one() -> None:
    assert {name for _, name in GOLDEN_ANSWERS} == set(OUTPUTS)


@pytest.mark.parametrize(("path", "name"), GOLDEN_ANSWERS)
def test_a_golden_answer_is_key_by_key_what_its_model_says(path: str, name: str) -> None:
    text = (GOLDEN / f"{path}.json").read_text(encoding="utf-8")
    assert through_its_model(name, text) == json.dumps(json.loads(text))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"name": "巫山县"', '"name": 1'),
        ('"pinyin": "wushan"', '"拼音": "wushan"'),
        ('"matched_by": "name"', '"matched_by": "guess"'),
        ('"on": "2', '"on": "x2'),
    ],
)
def test_a_model_refuses_what_is_not_as_declared(run: Run, right: str, wrong: str) -> None:
    text = run("partners", "巫山县", "--format", "json").out
    assert right in text
    with pytest.raises(ValidationError):
        through_its_model("partners", text.replace(right, wrong, 1))


def test_answers_from_faulty_data_are_as_their_schema_says(run: Run, data: Path) -> None:
    for file, right, wrong in (
        ("pairings.yaml", "code: 500237", "code: 50023"),
        ("pairings.yaml", "county: 万州区", "county: 万川区"),
        ("tasks.yaml", "  - no: 6\n", "  - no: 16\n"),
        ("activities/2021Q2/wushan.csv", "2021-05-13", "2021-05-33"),
        ("activities/2021Q1/zhongxian.csv", ",保障1,", ",16,"),
        ("activities/2021Q1/zhongxian.csv", ",签约,,,,", ",签约,,-3,约4,5万元"),
    ):
        path = data / file
        text = path.read_text(encoding="utf-8")
        assert right in text
        path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    for words, name, code in (
        ("partners 巫山县", "partners", 0),
        ("pairs", "pairs", 0),
        ("tasks", "tasks-output", 0),
        ("activities", "activities-output", 1),
        ("validate", "problems", 1),
        ("report --year 2021", "report", 1),
    ):
        if name == "report":  # which needs a pairing for every county
            path = data / "pairings.yaml"
            text = path.read_text(encoding="utf-8").replace("万川区", "万州区")
            path.write_text(text, encoding="utf-8")
        result = run(*words.split(), "--format", "json")
        assert result.code == code, words
        assert faults(name, json.loads(result.out)) == []


def test_an_answer_with_another_key_is_refused(run: Run) -> None:
    answers = json.loads(run("partners", "巫山县", "--format", "json").out)
    answers[0]["unit"]["codes"] = answers[0]["unit"].pop("code")
    assert len(faults("partners", answers)) == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_unknown_name_gets_the_choices(run: Run, lang: str) -> None:
    result = run("--lang", lang, "schema", "pairing")
    assert (result.code, result.out) == (2, "")
    assert "“pairing”" in result.err
    assert all(name in result.err for name in NAMES)


def test_a_name_is_needed(run: Run) -> None:
    result = run("schema")
    assert (result.code, result.out) == (2, "")
    assert "NAME" in result.err


def test_the_help_names_every_schema(run: Run) -> None:
    told = run("schema", "--help").out
    assert [name for name in NAMES if name not in told] == []


def test_the_records_have_the_lists_of_their_own_folder(run: Run, tables: Path) -> None:
    path = tables / "tasks.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nforms: [", "\nforms: [演示形式, "), encoding="utf-8")
    made = json.loads(run("--lang", "en", "schema", "activities").out)
    fields = {field["aliases"][0]: field for field in made["fields"]}
    assert list(fields) == [column.key for column in COLUMNS]
    assert "演示形式" in fields["form"]["suggested"]
    assert fields["area"]["constraints"]["enum"][-1] == "保障3"
    assert fields["note"]["description"] == "Anything else"


def test_records_without_a_usable_task_table_have_no_schema(run: Run, tables: Path) -> None:
    (tables / "tasks.yaml").write_text("areas: 1\n", encoding="utf-8")
    result = run("schema", "activities")
    assert (result.code, result.out) == (2, "")
    assert "tasks.yaml" in result.err
