"""YAML that is none: both parsers lead to one sentence at one place, and it is ours, not theirs."""

import pytest
import yaml

from cqpair.lint.formats.sarif import value_ends
from cqpair.messages import say
from cqpair.read import yaml_tree
from cqpair.read.yaml_tree import read_tree
from cqpair.source import Fault, Reject

PATH = "activities/2021Q2/wushan.yaml"


@pytest.fixture(autouse=True, params=["CBaseLoader", "BaseLoader"])
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_tree, "LOADER", getattr(yaml, request.param, yaml.BaseLoader))


def rejected(text: str) -> Reject:
    root, (reject,) = read_tree(PATH, text.encode("utf-8"))
    assert root is None
    return reject


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("[" * 10_000, 1, 33),
        ("{" * 10_000, 1, 33),
        ("[{" * 10_000, 1, 33),
        ("{a: " * 10_000, 1, 129),
        ("- " * 10_000, 1, 65),
        ("? " * 10_000, 1, 65),
        ("[\n" * 10_000, 33, 1),
        ("a: 1\nb: " + "[" * 10_000, 2, 35),  # the table itself is the first level
        ("a: [中, " + "[" * 10_000, 1, 38),
        ("- a:\n  - b: " + "[" * 1_020, 2, 36),
        ('["[[[[[[[[[[", ' + "[" * 10_000, 1, 47),  # a bracket that is text is none
        ("[" * 33, 1, 33),
        ("[" * 33 + "@", 1, 33),  # what is told first stands first
    ],
)
def test_nesting_too_deep_is_told_at_the_first_bracket_too_many(
    text: str, line: int, column: int
) -> None:
    reject = rejected(text)
    assert (reject.fault, reject.key) == (Fault.YAML_FEATURE, "read.yaml-deep")
    assert (reject.place.line, reject.place.column) == (line, column)


def test_a_fault_before_the_deep_nesting_is_the_fault() -> None:
    assert rejected("a: @x\nb: " + "[" * 10_000).key == "read.yaml-token"


def test_a_fault_in_nesting_that_is_not_too_deep_is_the_fault() -> None:
    assert rejected("[" * 32 + "@").key == "read.yaml-token"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "key", "line", "column"),
    [
        ("% 演示数据\na: 1\n", "words", 1, 1),
        ("%YAML 2.0\n---\na: 1\n", "words", 1, 1),
        ("a: 1\n...\nb\n", "words", 1, 1),
        ("a: *重点*\n", "token", 1, 4),
        ("a: &甲 b\n", "token", 1, 4),
        ("a: !<x b\n", "token", 1, 4),
        ("a: !x!y b\n", "token", 1, 4),
        ("a: ? b\n", "token", 1, 4),
        ("a: @x\n", "token", 1, 4),
        ('a: "D:\\台账"\n', "escape", 1, 7),
        ('a: "\\xZZ"\n', "escape", 1, 5),
        ('a: "\\UFFFFFFFF"\n', "escape", 1, 5),
        ('a: 1\nb: "x\\U00110000"\n', "escape", 2, 6),
        ('a: "\\ud83d"\n', "escape", 1, 5),
        ("a: |x\n  b\n", "block", 1, 5),
        ("a: |0\n  b\n", "block", 1, 5),
        ("a: > 演示数据\n  b\n", "block", 1, 6),
        ("a: - b\n", "dash", 1, 4),
        ("a: b: c\n", "colon", 1, 5),
        ("a: 1\nb\nc: 2\n", "no-colon", 2, 1),
        ("a: 'x\nb: 2\n", "open-quote", 1, 4),
        ('a: "x\n---\nb\n', "open-quote", 1, 4),
        ("a: [,]\n", "node", 1, 5),
        ("a: }\n", "node", 1, 4),
        ("a: [1,\n", "node", 2, 1),
        ("a: [1, 2\nb: 3\n", "bracket", 2, 2),
        ("a: {x: 1\nb: 2\n", "bracket", 2, 2),
        ("a: 1\n- b\n", "indent", 2, 1),
        ("- b\na: 1\n", "indent", 2, 1),
        ("a:\n\t b: 1\n", "tab", 2, 1),
    ],
)
def test_a_slip_leads_to_its_sentence_at_its_place(
    text: str, key: str, line: int, column: int
) -> None:
    reject = rejected(text)
    assert reject.key == f"read.yaml-{key}"
    assert (reject.place.line, reject.place.column) == (line, column)


def test_a_number_that_no_parser_can_hold_is_a_fault_of_the_file() -> None:
    assert rejected("%YAML 1." + "9" * 5_000 + "\n---\na: 1\n").fault is Fault.SYNTAX


@pytest.mark.parametrize(
    "error", [yaml.YAMLError("zounds"), yaml.MarkedYAMLError("zounds", None, "zounds", None)]
)
def test_words_that_no_parser_used_before_are_not_told(
    error: yaml.YAMLError, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **kwargs: object) -> object:
        raise error

    monkeypatch.setattr(yaml, "parse", fail)
    reject = rejected("a: 1\n")
    assert (reject.fault, reject.place.line, reject.place.column) == (Fault.SYNTAX, 1, 1)
    assert "zounds" not in say(reject.key, **reject.params)


@pytest.mark.slow
@pytest.mark.parametrize("text", ["[" * 1_500, "- " * 1_500])
def test_where_nesting_is_too_deep_no_end_is_certain(text: str) -> None:
    assert value_ends("a.yaml", [text])((1, 1)) is None


def test_only_values_have_ends() -> None:
    ends = value_ends("a.yaml", ["a: {b: [c, d]}", "e: f"])
    found = [(n, column) for n in (1, 2) for column in range(1, 16) if ends((n, column))]
    assert found == [(1, 9), (1, 12), (2, 4)]
