"""The line and column of a cell, against a count made while the file is written."""

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from conftest import tries
from cqpair.read.csv_file import read_records

cell_texts = st.text('"",，\n\r\t aé中𠀀5', max_size=6) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6
)
widths = st.integers(1, 4)
line_ends = st.sampled_from(["\n", "\r\n", "\r"])


class Written(NamedTuple):
    """A CSV file, its cells and where each starts."""

    text: str
    rows: list[list[str]]
    places: list[list[tuple[int, int]]]


class Pen:
    """Writes a file and knows the line and column it has come to."""

    def __init__(self) -> None:
        self.text = ""

    @property
    def place(self) -> tuple[int, int]:
        plain = self.text.replace("\r\n", "\n").replace("\r", "\n")
        return plain.count("\n") + 1, len(plain) - plain.rfind("\n")

    def write(self, text: str) -> None:
        self.text += text


def needs_quotes(text: str) -> bool:
    return text.startswith('"') or any(mark in text for mark in ",\n\r")


@st.composite
def files(draw: st.DrawFn) -> Written:
    width, end, pen = draw(widths), draw(line_ends), Pen()
    pen.write(end * draw(st.integers(0, 2)))
    rows, places = [], []
    for _ in range(draw(st.integers(1, 5))):
        cells = ["x" + draw(cell_texts), *(draw(cell_texts) for _ in range(width - 1))]
        starts = []
        for i, text in enumerate(cells):
            pen.write("," if i else "")
            starts.append(pen.place)
            quoted = needs_quotes(text) or draw(st.booleans())
            pen.write('"' + text.replace('"', '""') + '"' if quoted else text)
        pen.write(end * draw(st.integers(1, 2)))
        rows.append(cells)
        places.append(starts)
    return Written(pen.text, rows, places)


@tries(3)
@given(files(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_every_cell_is_found_where_it_was_written(file: Written, encoding: str) -> None:
    grids, rejects = read_records("a.csv", file.text.encode(encoding))
    (grid,) = grids
    assert rejects == []
    assert [grid.head.cells, *(row.cells for row in grid.rows)] == file.rows
    rows = [grid.head, *grid.rows]
    assert [row.line for row in rows] == [starts[0][0] for starts in file.places]
    for row, starts in zip(rows, file.places, strict=True):
        found = [grid.at(row, i) for i in range(len(starts))]
        assert [(place.line, place.column) for place in found] == starts
        assert {(place.path, place.sheet, place.cell) for place in found} == {("a.csv", None, None)}
