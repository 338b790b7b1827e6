"""YAML: texts stay what was written, what YAML would guess or hide is refused at its place."""

import time

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import DATA, tries
from cqpair.read import yaml_tree
from cqpair.read.yaml_file import read_records
from cqpair.read.yaml_tree import read_tree
from cqpair.source import Fault, ListNode, MapNode, Node, Reject, ScalarNode

PATH = "activities/2021Q2/wushan.yaml"
SHIPPED = (DATA / "pairings.yaml").read_bytes()
SIGNS = "-?:,[]{}#&*!|>'\"%@` \n\r\tab1中"


@pytest.fixture(autouse=True, params=["CBaseLoader", "BaseLoader"])
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers: the one in C, and the one that stands in where there is none."""
    monkeypatch.setattr(yaml_tree, "LOADER", getattr(yaml, request.param, yaml.BaseLoader))


def tree(text: str) -> tuple[Node | None, list[Reject]]:
    return read_tree(PATH, text.encode("utf-8"))


def plain(node: Node) -> object:
    match node:
        case ScalarNode(text=text):
            return text
        case ListNode(items=items):
            return [plain(item) for item in items]
        case MapNode(values=values):
            return {key: plain(value) for key, value in values.items()}


def told(rejects: list[Reject]) -> list[tuple[Fault, int | None, int | None]]:
    return [(reject.fault, reject.place.line, reject.place.column) for reject in rejects]


def check_sane(data: bytes) -> None:
    root, rejects = read_tree(PATH, data)
    assert root is not None or rejects
    grids, more = read_records(PATH, data)
    assert grids or more or getattr(root, "items", None) == ()  # an empty list holds no records
    for reject in rejects + more:
        assert reject.place.path == PATH
        assert 1 <= (reject.place.line or 1) <= len(data) + 2
        assert 1 <= (reject.place.column or 1) <= len(data) + 2
    for grid in grids:
        for row in grid.rows:
            assert len(row.cells) == len(grid.head.cells)
            assert all(grid.at(row, i).line for i in range(len(row.cells)))


@settings(deadline=None)
@given(st.binary())
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe")
@example(b"%YAML 2.0\n---\n")
def test_any_bytes_are_a_tree_or_rejects(data: bytes) -> None:
    check_sane(data)


@pytest.mark.slow
@tries(2)
@given(st.text(SIGNS, max_size=30) | st.text(max_size=30))
def test_any_text_is_a_tree_or_rejects(text: str) -> None:
    check_sane(text.encode("utf-8"))


@tries(0.5)
@given(st.integers(0, 3000), st.integers(0, 9), st.text(SIGNS, max_size=3))
def test_a_spoilt_table_is_a_tree_or_rejects(at: int, cut: int, new: str) -> None:
    check_sane(SHIPPED[:at] + new.encode("utf-8") + SHIPPED[at + cut : 3000])


@pytest.mark.parametrize(
    "text",
    [
        *("no", "yes", "on", "off", "true", "null", "~", "012", "0o12", "0x10", "1:30", "3.50"),
        *("1_000", "1e3", ".inf", "2021-05-13", "2021-05-13 00:00:00", "500237", "=", "+5", "１２"),
    ],
)
def test_a_plain_value_stays_what_was_written(text: str) -> None:
    root, rejects = tree(f"- {text}\n- {{k: {text}}}\n- '{text}'\n- {text}: x\n")
    assert rejects == []
    assert root is not None
    assert plain(root) == [text, {"k": text}, text, {text: "x"}]


@pytest.mark.parametrize("empty", ["", " ", "''", '""'])
def test_an_empty_value_is_an_empty_text(empty: str) -> None:
    root, _ = tree(f"k: {empty}\n")
    assert root is not None
    assert plain(root) == {"k": ""}


@pytest.mark.parametrize(
    ("text", "fault", "line", "column"),
    [
        ("a: 1\n\tb: 2\n", Fault.SYNTAX, 2, 1),
        ("a:\n  - 1\n\t- 2\n", Fault.SYNTAX, 3, 1),
        ("a: 1\nb: *x\n", Fault.YAML_FEATURE, 2, 4),
        ("a: 1\nb: &x 2\n", Fault.YAML_FEATURE, 2, 4),
        ("a: &x\n  b: 2\n", Fault.YAML_FEATURE, 1, 4),
        ("a: !!int 1\n", Fault.YAML_FEATURE, 1, 4),
        ("a: !own {b: 1}\n", Fault.YAML_FEATURE, 1, 4),
        ("a: !!python/object:os.system x\n", Fault.YAML_FEATURE, 1, 4),
        ("a: 1\n---\nb: 2\n", Fault.YAML_FEATURE, 2, 1),
        ("? [a, b]\n: 1\n", Fault.YAML_FEATURE, 1, 3),
        ("x: 1\n? {a: b}\n: 1\n", Fault.YAML_FEATURE, 2, 3),
        ("a: 1\nb: 2\na: 3\n", Fault.REPEATED_KEY, 3, 1),
        ("k: {a: 1, b: 2, a: 3}\n", Fault.REPEATED_KEY, 1, 17),
        ("- a: 1\n  'a': 2\n", Fault.REPEATED_KEY, 2, 3),
        ("a: x\x07y\n", Fault.SYNTAX, 1, 5),
        ("a: 1\r\nb: x\x1b[2J\r\n", Fault.SYNTAX, 2, 5),
        ("a: 1\rb: \x07\r", Fault.SYNTAX, 2, 4),
        ("a: x\x7f\n", Fault.SYNTAX, 1, 5),
        ("a: x\0\n", Fault.ENCODING, 1, 5),
        ("", Fault.MISSING_VALUE, 1, 1),
        ("# 只有注释\n", Fault.MISSING_VALUE, 1, 1),
        ("\ufeff", Fault.MISSING_VALUE, 1, 1),
    ],
)
def test_what_yaml_would_guess_or_hide_is_told_at_its_place(
    text: str, fault: Fault, line: int, column: int
) -> None:
    _, rejects = tree(text)
    assert told(rejects) == [(fault, line, column)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 'open\nb: 2\n", 1),
        ("a: [1, 2\nb: 3\n", 2),
        ("a: {x: 1\nb: 2\n", 2),
        ("a: b: c\n", 1),
        ("a: 1\n b: 2\n", 2),
        ("a: @x\n", 1),
        ("a: `x`\n", 1),
        ("a: 1\nb\nc: 2\n", 2),
    ],
)
def test_a_slip_in_the_writing_is_told_near_its_line(text: str, line: int) -> None:
    root, rejects = tree(text)
    assert root is None
    (reject,) = rejects
    assert reject.fault is Fault.SYNTAX
    assert abs((reject.place.line or 0) - line) <= 1


def test_a_repeated_key_names_the_first_one() -> None:
    _, (reject,) = tree("- {a: 1}\n- a: 2\n  b: 3\n  a: 4\n")
    assert [(place.line, place.column) for place in reject.related] == [(2, 3)]
    assert reject.params["key"] == "a"


@pytest.mark.parametrize("text", ["- &x\n  a: 1\n- <<: *x\n", "- a: 1\n  <<: {b: 2}\n"])
def test_a_merge_key_merges_nothing(text: str) -> None:
    grids, rejects = read_records(PATH, text.encode("utf-8"))
    assert rejects
    assert not any("b" in grid.head.cells for grid in grids)
    assert not any(row.cells[0] == "1" for grid in grids for row in grid.rows[1:])


@pytest.mark.slow
@pytest.mark.parametrize("one", ["[", "{a: ", "- ", "? ", "[\n", "a:\n", "{", "[{"])
def test_deep_nesting_is_told_in_no_time(one: str) -> None:
    lines = one if one != "a:\n" else "".join(" " * n + one for n in range(1000))
    began = time.monotonic()
    root, rejects = tree(one * 10_000 if one != "a:\n" else lines)
    assert time.monotonic() - began < 5
    assert root is None
    assert [reject.fault for reject in rejects] == [Fault.YAML_FEATURE]


def test_a_table_of_usual_depth_is_read() -> None:
    root, rejects = tree("[" * 8 + "x" + "]" * 8)
    assert (root is not None, rejects) == (True, [])


@pytest.mark.slow
def test_a_huge_text_is_read_whole() -> None:
    long = "长" * 200_000
    root, rejects = tree(f"a: {long}\nb: '{long}'\n")
    assert root is not None
    assert plain(root) == {"a": long, "b": long}
    assert rejects == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_ends_and_a_bom_change_neither_text_nor_place(end: str, bom: str) -> None:
    root, rejects = tree(bom + end.join(["甲: 一", "乙:", "  - 二", "  - 三", ""]))
    assert rejects == []
    assert isinstance(root, MapNode)
    assert plain(root) == {"甲": "一", "乙": ["二", "三"]}
    listed = root.values["乙"]
    assert isinstance(listed, ListNode)
    assert [(item.line, item.column) for item in listed.items] == [(3, 5), (4, 5)]
    assert (root.keys["乙"].line, root.keys["乙"].column) == (2, 1)
