"""Where a value ends: what stands between its start and its end is the value, as written."""

import csv
import io
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from conftest import DATA
from cqpair.lint.formats.sarif import Spot, value_ends, written
from cqpair.read.csv_file import read_records
from cqpair.read.yaml_tree import read_tree
from cqpair.source import ListNode, MapNode, Node, ScalarNode, lines_of

CELL = st.text(st.sampled_from('甲𠮷a ,"\n；1'), max_size=6)
ROWS = st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=2, max_size=5)


def between(lines: list[str], start: Spot, end: Spot) -> str:
    (first, left), (last, right) = start, end
    kept = [*lines[first - 1 : last - 1], lines[last - 1][: right - 1]]
    return "\n".join([kept[0][left - 1 :], *kept[1:]])


def scalars(node: Node) -> Iterator[ScalarNode]:
    match node:
        case ScalarNode():
            yield node
        case ListNode(items=items):
            for item in items:
                yield from scalars(item)
        case MapNode(values=values):
            for value in values.values():
                yield from scalars(value)


@given(rows=ROWS, quoted=st.booleans(), end=st.sampled_from(["\n", "\r\n"]))
def test_a_cell_is_what_stands_between_its_start_and_its_end(
    rows: list[list[str]], quoted: bool, end: str
) -> None:
    out = io.StringIO()
    dialect = csv.unix_dialect if quoted else csv.excel  # all cells quoted, or those that must
    csv.writer(out, dialect, lineterminator=end).writerows(rows)
    grids, _ = read_records("a.csv", out.getvalue().encode())
    lines = lines_of(out.getvalue())
    ends = value_ends("a.csv", lines)
    for grid in grids:
        for row in (grid.head, *grid.rows):
            for i, cell in enumerate(row.cells):
                start = grid.locate(row, i)
                stop = ends(start)
                assert stop is not None
                text = between(lines, start, stop)
                assert next(csv.reader(io.StringIO(f"{text},", newline="")))[0] == cell


@pytest.mark.parametrize("name", ["pairings.yaml", "tasks.yaml"])
def test_a_scalar_is_what_stands_between_its_start_and_its_end(name: str) -> None:
    data = (DATA / name).read_bytes()
    root, _ = read_tree(name, data)
    assert root is not None
    lines = lines_of(data.decode())
    ends = value_ends(name, lines)
    found = list(scalars(root))
    assert len(found) > 60
    for scalar in found:
        stop = ends((scalar.line, scalar.column))
        assert stop is not None
        text = between(lines, (scalar.line, scalar.column), stop)
        assert yaml.load(text, Loader=yaml.BaseLoader) == scalar.text


@pytest.mark.parametrize(
    ("path", "lines", "start"),
    [
        ("a.csv", [], (1, 1)),
        ("a.csv", ['"open'], (1, 1)),
        ("a.csv", ['"a"b,c'], (1, 1)),
        ("a.xlsx", ["a"], (1, 1)),
        ("a.yaml", ["a: 1"], (1, 1)),
        ("a.yaml", ["a: [1]"], (1, 4)),
        ("a.yaml", ["a: |", "  1"], (1, 4)),
        ("a.yaml", ["a: 1", "b: ["], (1, 4)),
        ("a.yaml", ["# \u2028", "a: 1"], (2, 4)),
    ],
)
def test_what_is_not_certain_has_no_end(path: str, lines: list[str], start: Spot) -> None:
    assert value_ends(path, lines)(start) is None


@given(text=st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=8))
def test_what_is_written_reads_back(text: str) -> None:
    assert next(csv.reader([written("a.csv", text)])) == [text]
    for line in (f"- {written('a.yaml', text)}", f"[{written('a.yaml', text)}]"):
        assert yaml.load(line, Loader=yaml.BaseLoader) == [text]
