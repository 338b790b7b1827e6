"""Editors: what `init` writes leads them to schemas that are there, and that say what is read."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from conftest import DATA, ROOT, Run
from cqpair.fields import COLUMNS

pytestmark = pytest.mark.tools

SCHEMAS = ROOT / "schemas"
LINES = (r"# yaml-language-server: \$schema=(\S+)", r"#:schema (\S+)")
WRITTEN = ("pairings.yaml", "tasks.yaml", "cqpair.toml")
RECORD = """\
- date: 2021-05-13
  county: 巫山县
  partners: 北碚区
  area: 5
  title: 演示数据
"""


def flags(*words: str) -> str:
    """Records that differ in their days and in a flag."""
    days = [RECORD.replace("05-13", f"05-1{n}") for n in range(len(words))]
    return "".join(f"{day}  exemplar: {word}\n" for day, word in zip(days, words, strict=True))


ACCEPTED = {
    "as it is": RECORD,
    "Chinese headers": "- {开始日期: 2021-05, 两群区县: 巫山, 主城协同区: [北碚, 铜梁], "
    "任务领域: 保障1, 活动名称: 演示数据}\n",
    "no records": "[]\n",
    "blank cells": f"{RECORD}  note:\n  participants:\n  funding: 未统计\n  status:\n",
    "a title in a list": RECORD.replace("title: 演示数据", "title: [演示数据, 其二]"),
    "a title of digits": RECORD.replace("title: 演示数据", "title: 2021"),
    "a month": RECORD.replace("05-13", "05"),
    "a year": RECORD.replace("-05-13", ""),
    "a date in words": RECORD.replace("2021-05-13", "2021年5月13日"),
    "a date in numerals": RECORD.replace("2021-05-13", "二〇二一年五月十三日"),
    "a date with stops": RECORD.replace("2021-05-13", "2021.5.13"),
    "a date of digits": RECORD.replace("2021-05-13", "20210513"),
    "short days": RECORD.replace("2021-05-13", "2021-5-3"),
    "partners in a text": RECORD.replace("北碚区", "北碚区、铜梁区"),
    "an office": RECORD.replace("巫山县", "巫山县科协"),
    "pinyin": RECORD.replace("巫山县", "wushan"),
    "an area by its title": RECORD.replace("area: 5", "area: 携手高质量服务科技工作者"),
    "an area as the notice has it": RECORD.replace("area: 5", "area: （五）"),
    "an area that is quoted": RECORD.replace("area: 5", 'area: "5"'),
    "figures": f"{RECORD}  participants: 300\n  funding: 12000.50\n  in_kind: 0\n",
    "figures in words": f"{RECORD}  participants: 约300人次\n  funding: 1.2万元\n  experts: 三十\n",
    "figures of nothing": f"{RECORD}  participants: 无\n  funding: 约3万元\n",
    "a status": f"{RECORD}  status: 进行中\n  lead_kind: 科协\n",
    "a choice that is a mark": f"{RECORD}  lead_kind: —\n",
    "flags": flags("是", "true", "1", "√", "YES"),
    "no flags": flags("否", "false", "0", "无", '""'),
}
REFUSED = {
    "no list": "date: 2021-05-13\n",
    "a text": f"{RECORD}- 演示数据\n",
    "a column that is none": f"{RECORD}  foo: 1\n",
    "one column under two names": f"{RECORD}  开始日期: 2021-05-13\n",
    **{
        f"no {column.key}": re.sub(rf"(- |  ){column.key}: .*\n", r"\1备注: 演示数据\n", RECORD)
        for column in COLUMNS
        if column.required
    },
    "a blank date": RECORD.replace(" 2021-05-13", ""),
    "a month that is none": RECORD.replace("-05-", "-13-"),
    "a day that is none": RECORD.replace("05-13", "05-32"),
    "an area that is none": RECORD.replace("area: 5", "area: 7"),
    "a status that is none": f"{RECORD}  status: 完成\n",
    "a kind that is none": f"{RECORD}  lead_kind: 协会\n",
    "a flag that is none": f"{RECORD}  exemplar: 'off'\n",
    "a negative figure": f"{RECORD}  funding: -3\n",
    "a figure in a vague word": f"{RECORD}  participants: 若干\n",
    "a table in a cell": f"{RECORD}  note: {{a: 1}}\n",
    "a list in a list": f"{RECORD}  note: [[1], 2]\n",
}


class EditorLoader(yaml.SafeLoader):
    """YAML as editors read it, by 1.2: a day is a text, `yes` and `off` are no booleans."""


EditorLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf")
)


def faults(text: str) -> list[str]:
    schema = json.loads((SCHEMAS / "yaml-records.schema.json").read_text(encoding="utf-8"))
    value = yaml.load(text, EditorLoader)
    return [error.message for error in Draft202012Validator(schema).iter_errors(value)]


def read_code(run: Run, tables: Path, text: str) -> int:
    """What `validate` exits with where this is a record file."""
    path = tables / "activities" / "2021" / "a.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return run("validate", "--ignore", "T207").code


@pytest.mark.parametrize("case", ACCEPTED)
def test_the_schema_takes_what_the_reader_takes(case: str, run: Run, tables: Path) -> None:
    assert faults(ACCEPTED[case]) == []
    assert read_code(run, tables, ACCEPTED[case]) == 0


@pytest.mark.parametrize("case", REFUSED)
def test_the_schema_refuses_what_the_reader_refuses(case: str, run: Run, tables: Path) -> None:
    assert faults(REFUSED[case])
    assert read_code(run, tables, REFUSED[case]) == 1


def test_every_shipped_record_written_as_yaml_is_taken(run: Run) -> None:
    answer = run("--data", DATA, "activities", "--format", "json").out
    kept = {column.key for column in COLUMNS}
    records = [
        {key.removesuffix("_yuan"): value for key, value in record.items() if value is not None}
        for record in json.loads(answer)
    ]
    text = yaml.safe_dump(
        [{key: value for key, value in record.items() if key in kept} for record in records],
        allow_unicode=True,
    )
    assert len(records) > 10
    assert faults(text) == []


def schema_line(path: Path) -> str | None:
    """The schema that the first line of a file leads an editor to."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    found = [match[1] for line in LINES if (match := re.fullmatch(line, first))]
    return found[0] if found else None


@pytest.mark.parametrize("words", [(), ("--demo",)], ids=["empty", "demo"])
def test_what_init_writes_leads_to_the_published_schemas(words: tuple[str, ...], run: Run) -> None:
    assert run("init", "new", *words).code == 0
    led = {path: schema_line(path) for path in Path("new").rglob("*.[yt][ao]ml")}
    assert {path.name for path in led} >= set(WRITTEN)
    for path, target in led.items():
        name = "remarks" if path.parent.name == "remarks" else path.stem
        assert target
        assert (path.parent / target).resolve() == Path(f"new/schemas/{name}.schema.json").resolve()
    made = {path.name: path for path in Path("new/schemas").iterdir()}
    names = ("pairings", "tasks", "cqpair", "remarks", "yaml-records")
    assert set(made) == {f"{name}.schema.json" for name in names}
    for name, path in made.items():
        assert path.read_bytes() == (SCHEMAS / name).read_bytes()
    assert run("--data", "new", "validate").code == 0


def test_the_choices_are_those_of_the_folder(run: Run, tables: Path) -> None:
    path = tables / "tasks.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nforms: [", "\nforms: [演示形式, "), encoding="utf-8")
    made: dict[str, Any] = json.loads(run("schema", "yaml-records").out)
    properties = made["$defs"]["Record"]["properties"]
    assert "演示形式" in properties["活动形式"]["anyOf"][0]["enum"]
    assert "巫山县" in properties["county"]["anyOf"][0]["enum"]
    assert "开始的日期" in properties["date"]["description"]
