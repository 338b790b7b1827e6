"""CSV files: what is read, what is rejected and where, whatever the bytes."""

import csv

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import DATA, records_of, tries
from cqpair.fields import COLUMNS
from cqpair.read.csv_file import read_records
from cqpair.source import Fault, Grid, Reject

PATH = "activities/2021Q2/wushan.csv"
SHIPPED = (DATA / PATH).read_bytes()
HEADER = ",".join(column.key for column in COLUMNS)
ROW = "{}" + "," * (len(COLUMNS) - 1)


def read(text: str) -> tuple[list[Grid], list[Reject]]:
    return read_records(PATH, text.encode("utf-8"))


def told(rejects: list[Reject]) -> list[tuple[Fault, int | None, int | None]]:
    return [(reject.fault, reject.place.line, reject.place.column) for reject in rejects]


def rows(text: str) -> dict[int, list[str]]:
    grids, _ = read(text)
    return {row.line: row.cells for grid in grids for row in grid.rows}


def check_sane(data: bytes) -> None:
    grids, rejects = read_records(PATH, data)
    assert len(grids) <= 1
    assert grids or rejects
    for reject in rejects:
        assert reject.place.path == PATH
        assert 1 <= (reject.place.line or 1) <= len(data) + 1
        assert 1 <= (reject.place.column or 1) <= len(data) + 1
    for grid in grids:
        lines = [grid.head.line, *(row.line for row in grid.rows)]
        assert lines == sorted(set(lines))
        for row in grid.rows:
            for i in range(len(row.cells)):
                assert (grid.at(row, i).line or 0) >= row.line


@settings(deadline=None)
@given(st.binary())
@example(b"\xef\xbb\xbf")
@example(b'"')
@example(b'a\n"')
@example(b"\r\r\r")
def test_any_bytes_are_a_grid_or_rejects(data: bytes) -> None:
    check_sane(data)


@tries(2)
@given(st.text('",\n\r aé中\x0b\u2028\x85') | st.text())
def test_any_text_is_a_grid_or_rejects(text: str) -> None:
    check_sane(text.encode("utf-8"))


@settings(deadline=None)
@given(st.integers(0, len(SHIPPED)), st.integers(0, 9), st.binary(max_size=4))
def test_a_spoilt_file_is_a_grid_or_rejects(at: int, cut: int, new: bytes) -> None:
    check_sane(SHIPPED[:at] + new + SHIPPED[at + cut :])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("blank", [0, 1, 3])
def test_lines_are_counted_as_an_editor_does(end: str, bom: str, blank: int) -> None:
    lines = [*[""] * blank, "甲,乙", "1,x", "", '2,"y', 'z"', " , ", "3,w"]
    grids, rejects = read(bom + end.join(lines) + end)
    (grid,) = grids
    assert rejects == []
    assert (grid.head.cells, grid.head.line) == (["甲", "乙"], blank + 1)
    found = {row.line - blank: row.cells for row in grid.rows}
    assert found == {2: ["1", "x"], 4: ["2", f"y{end}z"], 7: ["3", "w"]}


@pytest.mark.parametrize("text", ["", "\ufeff", "\n\n", "\r\n , ,\r\n", "\ufeff\n", ' \n""\n'])
def test_a_file_without_a_header_is_told_as_empty(text: str) -> None:
    grids, rejects = read(text)
    assert grids == []
    assert told(rejects) == [(Fault.MISSING_VALUE, 1, 1)]


@pytest.mark.parametrize(
    ("broken", "column"),
    [
        ('2,"open', 3),
        ('2,"open,x,y', 3),
        ('"open,2', 1),
        ('2,"closed" then more', 3),
        ('2,"a ""b', 3),
        ('"fine","open', 8),
        ('甲,"内容', 3),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [False, True])
def test_an_open_quote_loses_its_own_row_only(
    broken: str, column: int, end: str, last: bool
) -> None:
    lines = ["a,b", "1,x", broken, *([] if last else ["3,y", '4,"z"', '5,"two', 'lines"', "6,w"])]
    grids, rejects = read(end.join(lines) + end)
    assert told(rejects) == [(Fault.OPEN_QUOTE, 3, column)]
    assert rejects[0].row is not None
    assert rejects[0].row.line == 3
    found = {row.line: row.cells for row in grids[0].rows}
    rest = {4: ["3", "y"], 5: ["4", "z"], 6: ["5", f"two{end}lines"], 8: ["6", "w"]}
    assert found == ({2: ["1", "x"]} if last else {2: ["1", "x"], **rest})


def test_two_open_quotes_are_told_each() -> None:
    grids, rejects = read('a,b\n1,"x\n2,y\n3,"z\n4,w\n')
    assert told(rejects) == [(Fault.OPEN_QUOTE, 2, 3), (Fault.OPEN_QUOTE, 4, 3)]
    assert [row.cells for row in grids[0].rows] == [["2", "y"], ["4", "w"]]


def test_no_record_is_taken_for_the_header_when_the_header_is_broken() -> None:
    grids, rejects = read('a,"b\n1,x\n2,y\n')
    assert told(rejects) == [(Fault.OPEN_QUOTE, 1, 3)]
    assert grids == []


def test_what_is_broken_all_over_is_left_after_a_while() -> None:
    _, rejects = read("a,b\n" + '1,"x\n' * 3000)
    assert rejects[-1].fault is Fault.SYNTAX
    assert {reject.fault for reject in rejects[:-1]} == {Fault.OPEN_QUOTE}
    assert 50 <= len(rejects) <= 200
    assert rejects[-1].place.line == len(rejects)


@pytest.mark.parametrize("text", ["a,b\n1,\0\n", "\0", "a\0,b\n"])
def test_a_nul_character_is_no_csv(text: str) -> None:
    grids, rejects = read(text)
    assert grids == []
    before = text[: text.index("\0")]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert told(rejects) == [(Fault.ENCODING, line, column)]


def test_quotes_commas_and_breaks_inside_a_cell_are_its_text() -> None:
    text = 'a,b\n"say ""hi"", then\ngo","1,200"\n5" pipe,plain "quoted" text\n'
    assert rows(text) == {2: ['say "hi", then\ngo', "1,200"], 4: ['5" pipe', 'plain "quoted" text']}


@pytest.mark.parametrize("mark", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_other_breaks_are_no_line_ends(mark: str) -> None:
    assert rows(f"a,b\n1,x{mark}y\n2,z\n") == {2: ["1", f"x{mark}y"], 3: ["2", "z"]}


def test_a_long_cell_is_read_whole_and_the_limit_fits_every_platform() -> None:
    long = "长" * 300_000
    assert rows(f'a,b\n1,"{long}"\n') == {2: ["1", long]}
    assert csv.field_size_limit() <= 2**31 - 1  # a C long on Windows


def built(text: str) -> tuple[int, list[Reject]]:
    grids, rejects = read(text)
    records, more = records_of(grids[0])
    return records, rejects + more


def record(**cells: str) -> list[str]:
    known = {"date": "2021-05-13", "county": "巫山县", "partners": "北碚区", "area": "5"}
    known |= {"title": "演示数据", **cells}
    return [known.get(column.key, "") for column in COLUMNS]


def column_of(cells: list[str], i: int) -> int:
    return sum(len(cell) + 1 for cell in cells[:i]) + 1


@pytest.mark.parametrize(
    ("cells", "surplus"),
    [
        ([*record(), "x"], True),
        ([*record(), "x", "y"], True),
        ([*record(title='"演示数据，""甲"""'), "x"], True),
        (record()[:-1], False),
        (["2021-05-13"], False),
    ],
)
def test_a_row_of_the_wrong_shape_is_told_where_it_goes_wrong(
    cells: list[str], surplus: bool
) -> None:
    sound = ",".join(record())
    count, rejects = built("\n".join([HEADER, sound, ",".join(cells), sound, ""]))
    column = column_of(cells, len(COLUMNS)) if surplus else None
    assert told(rejects) == [(Fault.ROW_SHAPE, 3, column)]
    assert rejects[0].row is not None
    assert rejects[0].row.line == 3
    assert count == 2


@pytest.mark.parametrize("surplus", [",", ",,,", ", ,"])
def test_commas_with_nothing_behind_them_are_no_cells_too_many(surplus: str) -> None:
    count, rejects = built(f"{HEADER}\n{','.join(record())}{surplus}\n")
    assert (count, rejects) == (1, [])


@pytest.mark.parametrize("figure", ["1,200", "12,000元"])
@pytest.mark.parametrize("key", ["participants", "funding"])
def test_a_figure_parted_by_its_comma_is_told(key: str, figure: str) -> None:
    line = ",".join(record(**{key: figure}))
    count, rejects = built(f"{HEADER}\n{line}\n")
    assert (count, [reject.key for reject in rejects]) == (0, ["records.too-many-cells"])


@pytest.mark.parametrize(
    ("key", "text", "fault"),
    [
        ("date", "昨天", Fault.BAD_VALUE),
        ("title", " ", Fault.MISSING_VALUE),
        ("title", "-", Fault.MISSING_VALUE),
        ("partners", "", Fault.MISSING_VALUE),
        ("county", "中县", Fault.UNKNOWN_NAME),
        ("area", "9", Fault.UNKNOWN_AREA),
        ("participants", "很多", Fault.BAD_VALUE),
    ],
)
def test_a_cell_that_does_not_fit_is_told_at_its_own_place(
    key: str, text: str, fault: Fault
) -> None:
    cells = record(**{key: text})
    count, rejects = built(f"{HEADER}\n{','.join(cells)}\n{','.join(record())}\n")
    assert told(rejects) == [(fault, 2, column_of(cells, HEADER.split(",").index(key)))]
    assert count == 1
