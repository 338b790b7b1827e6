"""Word documents (.docx): every table is a grid, and the paragraphs between them are words.

Read from the XML itself: python-docx repeats a merged cell's text in all that it covers, and passes
over content controls, text boxes and tracked changes.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import NamedTuple

from cqpair.read.packed import DamagedError, TooLargeError, xml_of
from cqpair.read.sheet_file import MOST_CELLS
from cqpair.read.sheet_grid import BeyondError, MergedRange, Sheet, grid_of, range_of
from cqpair.source import Fault, Grid, Paragraph, Place, Reject, column_letters

_PART = "word/document.xml"


_LEFT_OUT = {"tbl", "Fallback", "del", "moveFrom", "pPr", "rPr"}
"""What of a paragraph is not its text, or is not shown, or is there a second time."""


_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


_MOST_COLUMNS = 1000  # Word itself makes 63


_SLIP = 150  # twips, a quarter of a centimetre: a border drawn askew, and no column


class _Cell(NamedTuple):
    """A cell of a table, from and to which of the table's column borders it reaches."""

    element: ET.Element
    left: int
    right: int
    continued: bool


class _Line(NamedTuple):
    """A row of a table."""

    cells: list[_Cell]
    hidden: bool


def read_tables(
    path: str, data: bytes, most_cells: int = MOST_CELLS
) -> tuple[list[Grid], list[Reject], tuple[Paragraph, ...]]:
    """The tables of a document as grids named 表1, 表2 …; rejects; the paragraphs outside them.

    Rows and columns are counted from 1 within the table. A table within a cell is left out and
    told by a reject of `Fault.PASSED_OVER`; any other reject says why nothing is read.
    """
    try:
        body = _child(ET.fromstring(xml_of(data, _PART)), "body")
        words = tuple(_words(body))
        grids, rejects = _grids(path, body, most_cells)
        if any(
            _local(part.tag) == "tbl" for words_of in _parts(body, "p") for part in words_of.iter()
        ):
            rejects.append(Reject(Fault.PASSED_OVER, Place(path), "return_file.boxed-table"))
    except BeyondError as beyond:
        return [], [Reject(Fault.UNREADABLE, Place(path), beyond.key, beyond.params)], ()
    except TooLargeError as large:
        return (
            [],
            [Reject(Fault.UNREADABLE, Place(path), "return_file.too-large", {"most": large.most})],
            (),
        )
    except Exception:  # a damaged document fails in as many ways as it has parts
        return [], [Reject(Fault.UNREADABLE, Place(path), "return_file.broken")], ()
    if not grids:
        key = "only-inner-tables" if rejects else "no-table" if words else "no-words"
        return [], [Reject(Fault.MISSING_VALUE, Place(path), f"return_file.{key}")], words
    return grids, rejects, words


def _words(body: ET.Element) -> Iterator[Paragraph]:
    tables = 0
    for part in _parts(body, "p", "tbl"):
        if _local(part.tag) == "tbl":
            tables += 1
        elif (text := _text(part)).strip():
            yield Paragraph(text, tables)


def _grids(path: str, body: ET.Element, most_cells: int) -> tuple[list[Grid], list[Reject]]:
    grids: list[Grid] = []
    rejects: list[Reject] = []
    count = 0
    for number, table in enumerate(_parts(body, "tbl"), 1):
        name = f"表{number}"
        sheet = _sheet(name, table, path, rejects)
        count += sum(map(len, sheet.rows.values()))
        if count > most_cells:
            raise BeyondError("return_file.too-many-cells", most=most_cells)
        if grid := grid_of(path, sheet, 0):
            grids.append(grid)
    return grids, rejects


def _sheet(name: str, table: ET.Element, path: str, rejects: list[Reject]) -> Sheet:
    lines = [_line(row) for row in _parts(table, "tr")]
    columns = _columns(table, lines)
    rows: dict[int, dict[int, str]] = {}
    for number, line in enumerate(lines, 1):
        texts = rows.setdefault(number, {})
        for cell in line.cells:
            column = columns[cell.left]
            text = "" if cell.continued else _cell_text(cell.element)
            if text.strip():
                texts[column] = "\n".join(filter(None, (texts.get(column), text)))
            if _has(cell.element, "tbl"):
                spot = f"{column_letters(column)}{number}"
                place = Place(path, number, column, name, spot)
                rejects.append(Reject(Fault.PASSED_OVER, place, "return_file.nested-table"))
    hidden = frozenset(number for number, line in enumerate(lines, 1) if line.hidden)
    kept = {number: texts for number, texts in rows.items() if texts}
    return Sheet(name, False, kept, _merged(lines, columns), hidden)


def _line(row: ET.Element) -> _Line:
    properties = _child(row, "trPr")
    at = int(_value(_child(properties, "gridBefore"), "0"))
    cells = []
    for element in _parts(row, "tc"):
        about = _child(element, "tcPr")
        wide = max(1, int(_value(_child(about, "gridSpan"), "1")))
        merge = _find(about, "vMerge")
        continued = merge is not None and _value(merge, "continue") == "continue"
        cells.append(_Cell(element, at, at + wide, continued))
        at += wide
    if at > _MOST_COLUMNS:
        raise DamagedError("columns")
    return _Line(cells, _is_on(_find(properties, "hidden")))


def _columns(table: ET.Element, lines: list[_Line]) -> list[int]:
    """The column, from 1, of each border of the table's grid.

    Where borders were dragged askew, Word keeps a sliver as a column of its own and lets the cells
    above and below reach over it; a sliver that is nobody's own cell is not a column.
    """
    most = max((line.cells[-1].right for line in lines if line.cells), default=0)
    widths = [_width(column) for column in _parts(_child(table, "tblGrid"), "gridCol")][:most]
    widths += [_SLIP] * (most - len(widths))
    own = {(cell.left, cell.right) for line in lines for cell in line.cells}
    columns, first = [1], 0
    for at, width in enumerate(widths, 1):
        joined = width < _SLIP and not any((left, at) in own for left in range(first, at))
        columns.append(columns[-1] + (not joined))
        first = first if joined else at
    return columns


def _width(column: ET.Element) -> int:
    text = next((value for name, value in column.attrib.items() if _local(name) == "w"), "")
    return int(text) if text.isdecimal() else _SLIP


def _merged(lines: list[_Line], columns: list[int]) -> list[MergedRange]:
    """The ranges of cells that reach over several columns, or on into the rows below."""
    ranges: dict[tuple[int, int], MergedRange] = {}
    open_at: dict[int, tuple[int, int]] = {}
    for number, line in enumerate(lines, 1):
        for cell in line.cells:
            left, right = columns[cell.left], max(columns[cell.left], columns[cell.right] - 1)
            if cell.continued and left in open_at:
                first = ranges[open_at[left]]
                ranges[open_at[left]] = range_of(first.left, first.top, first.right, number)
            else:
                open_at[left] = (left, number)
                ranges[left, number] = range_of(left, number, right, number)
        for gone in open_at.keys() - {columns[cell.left] for cell in line.cells}:
            del open_at[gone]
    return [span for span in ranges.values() if span.right > span.left or span.bottom > span.top]


def _cell_text(cell: ET.Element) -> str:
    """The paragraphs of a cell; the formula, where it is all there is: never calculated."""
    text = "\n".join(filter(str.strip, map(_text, _parts(cell, "p"))))
    if text.strip():
        return text
    fields = [part.text or "" for part in cell.iter() if _local(part.tag) == "instrText"]
    fields += [_value(part, "", "instr") for part in cell.iter() if _local(part.tag) == "fldSimple"]
    formula = "".join(fields).strip()
    return formula if formula.startswith("=") else ""


def _text(element: ET.Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: ET.Element) -> Iterator[str]:
    """What is shown of a paragraph, tracked changes taken as accepted."""
    for part in element:
        kind = _local(part.tag)
        if kind == "t":
            yield part.text or ""
        elif kind in _BREAKS:
            yield _BREAKS[kind]
        elif kind == "p":  # of a text box
            yield "\n"
            yield from _pieces(part)
        elif kind not in _LEFT_OUT and not (kind == "r" and _is_hidden(part)):
            yield from _pieces(part)


def _is_hidden(run: ET.Element) -> bool:
    return _is_on(_find(_child(run, "rPr"), "vanish"))


def _parts(element: ET.Element, *kinds: str) -> Iterator[ET.Element]:
    """The paragraphs, tables, rows or cells of an element, those in content controls included."""
    for part in element:
        local = _local(part.tag)
        if local in kinds:
            if local != "tr" or _find(_child(part, "trPr"), "del") is None:
                yield part
        elif local in ("sdt", "sdtContent", "ins", "customXml", "smartTag"):
            yield from _parts(part, *kinds)


def _has(element: ET.Element, kind: str) -> bool:
    return next(_parts(element, kind), None) is not None


def _find(element: ET.Element, kind: str) -> ET.Element | None:
    return next((part for part in element if _local(part.tag) == kind), None)


def _child(element: ET.Element, kind: str) -> ET.Element:
    found = _find(element, kind)
    return ET.Element(kind) if found is None else found


def _value(element: ET.Element, otherwise: str, name: str = "val") -> str:
    values = (value for key, value in element.attrib.items() if _local(key) == name)
    return next(values, otherwise)


def _is_on(element: ET.Element | None) -> bool:
    return element is not None and _value(element, "true") not in ("0", "false", "off")


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
