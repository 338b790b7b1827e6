"""All rules at once over what is sound: they tell nothing but what is listed here.

A new rule that tells something more is wrong, or the data or the example is, and is corrected.
Only what is right to be told is listed.
"""

import json
from pathlib import Path

import pytest

from conftest import Run
from test_examples import SHOWN, put_example

LISTED: dict[str, set[str]] = {}
"""The codes of what is rightly told of the shipped data, of what `init` makes, of an example."""


def told(run: Run, *words: str | Path) -> set[str]:
    """The codes of all that `validate` tells."""
    result = run(*words, "validate", "--format", "json")
    return {problem["code"] for problem in json.loads(result.out)["problems"]}


@pytest.mark.usefixtures("data")
def test_of_the_shipped_data_nothing_is_told_but_what_is_listed(run: Run) -> None:
    assert told(run) == LISTED.get("shipped", set())


@pytest.mark.parametrize("words", ["init made", "init made --demo"])
def test_of_what_init_makes_nothing_is_told_but_what_is_listed(words: str, run: Run) -> None:
    assert run(*words.split()).code == 0
    assert told(run, "--data", "made") == LISTED.get(words, set())


@pytest.mark.parametrize("code", SHOWN)
def test_of_a_right_example_nothing_is_told_but_what_is_listed(
    code: str, tables: Path, run: Run
) -> None:
    put_example(tables, code, "right")
    assert told(run) == LISTED.get(code, set())
