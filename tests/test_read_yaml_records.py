"""Records written as YAML: a grid whose cells know where they stand, and what is no record."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import records_of
from cqpair.read.yaml_file import read_records
from cqpair.source import Fault, Grid, Reject

RECORD = {"date": "2021-05-13", "county": "巫山县", "partners": "北碚区", "area": "5"}
KEYS = ["开始日期", "两群区县", "活动名称", "别的", "备注"]
written_as_they_are = st.characters(
    exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp"], exclude_characters="\ufeff"
)
cells = st.dictionaries(st.sampled_from(KEYS), st.text(written_as_they_are), min_size=1)


def read(text: str) -> tuple[list[Grid], list[Reject]]:
    return read_records("a.yaml", text.encode("utf-8"))


def told(rejects: list[Reject]) -> list[tuple[Fault, int | None, int | None]]:
    return [(reject.fault, reject.place.line, reject.place.column) for reject in rejects]


def found(grid: Grid) -> list[dict[str, str]]:
    return [dict(zip(grid.head.cells, row.cells, strict=True)) for row in grid.rows]


def places(grid: Grid, n: int) -> dict[str, tuple[int | None, int | None]]:
    at = {key: grid.at(grid.rows[n], i) for i, key in enumerate(grid.head.cells)}
    return {key: (place.line, place.column) for key, place in at.items()}


@pytest.mark.slow
@settings(deadline=None)
@given(st.lists(cells, min_size=1))
def test_every_value_is_found_where_it_was_written(records: list[dict[str, str]]) -> None:
    lines: list[str] = []
    starts: list[dict[str, tuple[int, int]]] = []
    for record in records:
        starts.append({})
        for n, (key, text) in enumerate(record.items()):
            lead = f"{'  ' if n else '- '}{key}: "
            starts[-1][key] = (len(lines) + 1, len(lead) + 1)
            lines.append(lead + json.dumps(text, ensure_ascii=False))
    (grid,), rejects = read("\n".join(lines))
    assert rejects == []
    assert found(grid) == [{key: r.get(key, "") for key in grid.head.cells} for r in records]
    for n, written in enumerate(starts):
        where = places(grid, n)
        assert {key: where[key] for key in written} == written


def test_a_value_that_is_not_there_is_told_at_the_record() -> None:
    (grid,), _ = read("- date: x\n  title: y\n\n-\n  title: z\n- {title: w}\n")
    assert places(grid, 1)["开始日期"] == (5, 3)
    assert places(grid, 2)["开始日期"] == (6, 3)


def built(text: str) -> tuple[int, list[Reject]]:
    grids, rejects = read(text)
    records, more = records_of(grids[0])
    return records, rejects + more


def test_two_bad_records_on_one_line_are_told_each_at_its_own_cell() -> None:
    bad = [json.dumps({**RECORD, "title": "演示数据", "area": area}) for area in ("7", "8")]
    text = f"[{', '.join(bad)}]"
    _, rejects = built(text)
    assert told(rejects) == [(Fault.UNKNOWN_AREA, 1, text.index(f'"{n}"') + 1) for n in (7, 8)]


@pytest.mark.parametrize(
    "partners", ["[北碚区, 铜梁区]", "\n  - 北碚区\n  - 铜梁区", "北碚区、铜梁区"]
)
def test_several_partners_may_be_a_list(partners: str) -> None:
    lines = [f"{key}: {text}" for key, text in (RECORD | {"partners": partners}).items()]
    count, rejects = built("- title: 演示数据\n  " + "\n  ".join(lines) + "\n")
    assert (count, rejects) == (1, [])


@pytest.mark.parametrize(
    ("text", "fault", "line", "column"),
    [
        ("a: 1\n", Fault.BAD_VALUE, 1, 1),
        ("just text\n", Fault.BAD_VALUE, 1, 1),
        ("- a: 1\n- text\n", Fault.BAD_VALUE, 2, 3),
        ("- a: 1\n- [1, 2]\n", Fault.BAD_VALUE, 2, 3),
        ("- a: 1\n- a: {b: 1}\n", Fault.BAD_VALUE, 2, 6),
        ("- a: 1\n- a: [[1], 2]\n", Fault.BAD_VALUE, 2, 6),
        ("- a: 1\n- b: 2\n  b: 3\n", Fault.REPEATED_KEY, 3, 3),
        ("- a: 1\n- {b: 2, b: 3}\n", Fault.REPEATED_KEY, 2, 10),
    ],
)
def test_what_is_no_record_is_told_and_the_others_are_read(
    text: str, fault: Fault, line: int, column: int
) -> None:
    grids, rejects = read(text)
    assert told(rejects) == [(fault, line, column)]
    assert [record["a"] for grid in grids for record in found(grid)] == ["1"] * text.count("- a: 1")


def test_a_piece_of_a_record_says_which_record_it_belongs_to() -> None:
    text = "- a: 1\n- a: 2\n  b: {c: 1}\n- a: 3\n  b: 1\n  a: 4\n- text\n"
    _, rejects = read(text)
    assert {(r.place.line, r.row and r.row.line) for r in rejects} == {(3, 2), (6, 4), (7, 7)}


@pytest.mark.parametrize("text", ["[]", "---\n...\n", "- \n"])
def test_a_file_with_no_record_is_told_or_empty_but_no_crash(text: str) -> None:
    grids, rejects = read(text)
    assert all(grid.rows == [] for grid in grids)
    assert grids or rejects or text == "[]"
