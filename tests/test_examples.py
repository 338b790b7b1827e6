"""The examples in the manuals are true: the wrong side breaks its rule, the right keeps it."""

import json
from pathlib import Path
from typing import Literal

import pytest

from conftest import Run
from cqpair.lint import RULES
from cqpair.lint.rule import Example

# A locked workbook, a picture, an encoding, a document, a passed day cannot be shown as text; what
# needs the notice, or records beside the table or beside returns, is told too, and so is a return.
TOLD = {"F101", "F102", "F103", "F112", "F114", "F115", "F116", "T225", "S502"}
TOLD |= {"S504", "S505", "S506", "S507", "R602"} | {f"T23{n}" for n in range(1, 7)}
EXAMPLES = {
    rule.code: rule.manual.example for rule in RULES if isinstance(rule.manual.example, Example)
}
SHOWN = list(EXAMPLES)


def put_example(data: Path, code: str, side: Literal["wrong", "right"]) -> None:
    """One side of an example: in its place in a table, or as a file of its own."""
    path, right = data / EXAMPLES[code].path, EXAMPLES[code].right
    text = getattr(EXAMPLES[code], side)
    if path.is_file():
        table = path.read_text(encoding="utf-8")
        assert table.count(f"{right}\n") == 1, "the right side stands in the shipped table"
        path.write_text(table.replace(f"{right}\n", f"{text}\n"), encoding="utf-8")
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text}\n", encoding="utf-8")


@pytest.mark.parametrize("code", SHOWN)
def test_the_wrong_side_of_an_example_breaks_its_rule(code: str, tables: Path, run: Run) -> None:
    put_example(tables, code, "wrong")
    found = json.loads(run("validate", "--select", code, "--format", "json").out)["problems"]
    assert {problem["code"] for problem in found} == {code}
    assert {problem["path"] for problem in found} == {f"data/{EXAMPLES[code].path}"}


@pytest.mark.parametrize("code", SHOWN)
def test_the_right_side_of_an_example_keeps_its_rule(code: str, tables: Path, run: Run) -> None:
    put_example(tables, code, "right")
    result = run("validate", "--select", code, "--strict")
    assert result.code == 0, result.out


def test_every_rule_has_an_example_of_a_file_but_those_that_are_told() -> None:
    assert {rule.code for rule in RULES} - EXAMPLES.keys() == TOLD


@pytest.mark.parametrize("code", SHOWN)
def test_wrong_and_right_differ_and_records_say_that_they_are_made_up(code: str) -> None:
    example = EXAMPLES[code]
    assert example.wrong != example.right
    if example.path.startswith("activities/"):
        assert "演示数据" in example.right
