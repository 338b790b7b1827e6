"""Any file that an office sends, as grids of strings that know their place.

What a file is, its content says. What cannot be read is one reject with the way out: nothing is
half read.
"""

import json
import re
from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from cqpair.read import csv_file, ods_file, sheet_file, xls_file, yaml_file
from cqpair.read.decode import decode
from cqpair.read.docx_tables import read_tables
from cqpair.read.packed import MOST_BYTES, TooLargeError, TooManyCellsError, slim_workbook
from cqpair.read.return_kind import Kind, kind_of
from cqpair.source import Fault, Grid, Paragraph, Place, Reject, Row, lines_of

MOST_CELLS = 200_000
"""Filled cells of a return; 10,000 events with every column."""


LONGEST_CELL = 32_767
"""Characters of a cell: the most that Excel keeps."""


_MOST_TEXT = 10 * 2**20


_MOST_LIST = 2 * 2**20


SHEETS: dict[Kind, Callable[[str, bytes, int], tuple[list[Grid], list[Reject]]]] = {
    Kind.OLD_WORKBOOK: xls_file.read_records,
    Kind.OPEN_SHEET: ods_file.read_records,
}
"""How other workbooks are read than .xlsx; the number is the most filled cells that are."""


class ReturnFile(NamedTuple):
    """What a file holds: its tables, what did not become part of one, the texts outside them.

    A reject of `Fault.PASSED_OVER` names something left out of a file that is read otherwise.
    `words` are the paragraphs of a document, in order, from which sender and quarter may be told.
    """

    grids: list[Grid]
    rejects: list[Reject]
    words: tuple[Paragraph, ...] = ()


def read_return(path: str, data: bytes) -> ReturnFile:
    """The tables of a file. Every cell says what the file shows there, with all its digits.

    Rejects with no grid say why there is none; there is no other error.
    """
    kind = kind_of(data)
    if kind in SHEETS:
        return _bounded(path, ReturnFile(*SHEETS[kind](path, data, MOST_CELLS)))
    match kind:
        case Kind.WORKBOOK:
            return _bounded(path, _workbook(path, data))
        case Kind.WORD:
            return _bounded(path, ReturnFile(*read_tables(path, data, MOST_CELLS)))
        case Kind.TEXT:
            return _bounded(path, _text(path, data))
        case Kind.LIST:
            return _bounded(path, _list(path, data))
        case Kind.TOO_LARGE:
            return _too_large(path, MOST_BYTES)
        case _:
            return _refused(path, f"return_file.{kind.value}")


def _bounded(path: str, found: ReturnFile) -> ReturnFile:
    """The file as it was read, if it has no more cells and no longer ones than a return may."""
    count = 0
    for grid in found.grids:
        for row in grid.all_rows:
            count += len(row.cells) - row.cells.count("")
            longest = max(map(len, row.cells), default=0)
            if longest > LONGEST_CELL:
                return _long_cell(grid, row, longest)
    if count > MOST_CELLS:
        return _refused(path, "return_file.too-many-cells", most=MOST_CELLS)
    return found


def _long_cell(grid: Grid, row: Row, length: int) -> ReturnFile:
    at = next(i for i, text in enumerate(row.cells) if len(text) == length)
    params = {"length": length, "most": LONGEST_CELL}
    place = grid.at(row, at)
    return ReturnFile([], [Reject(Fault.UNREADABLE, place, "return_file.long-cell", params)])


def _workbook(path: str, data: bytes) -> ReturnFile:
    try:
        slim = slim_workbook(data, MOST_CELLS)
    except TooManyCellsError:
        return _refused(path, "return_file.too-many-cells", most=MOST_CELLS)
    except TooLargeError as large:
        return _refused(path, "return_file.too-large", most=large.most)
    except Exception:  # a damaged archive fails in as many ways as it has parts
        return _refused(path, "return_file.broken")
    return ReturnFile(*sheet_file.read_records(path, slim, MOST_CELLS))


def _text(path: str, data: bytes) -> ReturnFile:
    """The one table of a text, whose cells commas, tabs or semicolons part; else its lines."""
    if len(data) > _MOST_TEXT:
        return _too_large(path, _MOST_TEXT)
    text, rejects = decode(path, data)
    if text is None:
        return ReturnFile([], rejects)
    lines = [line.strip() for line in lines_of(text.content) if line.strip()]
    delimiter = _delimiter(lines)
    if delimiter is None:
        return _refused(path, "return_file.prose")._replace(words=tuple(map(Paragraph, lines)))
    return _of_any_encoding(*csv_file.read_records(path, data, delimiter))


def _of_any_encoding(grids: list[Grid], rejects: list[Reject]) -> ReturnFile:
    """GB18030 is how Chinese Excel saves CSV: nothing that an office should be told."""
    return ReturnFile(grids, [r for r in rejects if r.fault is not Fault.LEGACY_ENCODING])


_DELIMITERS = {"\t": re.compile("\t"), ";": re.compile(";"), ",": re.compile(r"(?<!\d),|,(?!\d)")}
"""What parts cells. A comma between digits parts thousands, in prose at least."""


_FEWEST_CELLS = 3


_LONGEST_LABEL = 40


_LINES_LOOKED_AT = 100


_SENTENCE_ENDS = ("。", "！", "？", "；", "：")


def _delimiter(lines: list[str]) -> str | None:
    """What parts the cells of most lines that may be rows; None where no line may be."""
    found = dict.fromkeys(_DELIMITERS, 0)
    for line in islice(lines, _LINES_LOOKED_AT):
        for delimiter, mark in _DELIMITERS.items():
            cells = mark.split(line)
            short = max(map(len, cells)) <= _LONGEST_LABEL and not line.endswith(_SENTENCE_ENDS)
            found[delimiter] += len(cells) >= _FEWEST_CELLS and short
    best = max(found, key=lambda delimiter: found[delimiter])
    return best if found[best] else None


def _list(path: str, data: bytes) -> ReturnFile:
    """The records of a YAML or JSON file."""
    if len(data) > _MOST_LIST:
        return _too_large(path, _MOST_LIST)
    text, rejects = decode(path, data)
    if text is None:
        return ReturnFile([], rejects)
    content = text.content.lstrip()
    if content.startswith("{"):
        return _refused(path, "return_file.no-list")
    if content.startswith("["):
        data = _JSON_TOKEN.sub(_as_yaml, text.content).encode("utf-8", "replace")
    grids, rejects = yaml_file.read_records(path, data)
    if not grids and not rejects:
        return _refused(path, "return_file.empty")
    return _of_any_encoding(grids, rejects)


_JSON_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|\bnull\b|\t')


def _as_yaml(match: re.Match[str]) -> str:
    """A piece of JSON as YAML takes it; nothing moves, so that places stay what they are."""
    token = match[0]
    if token == "null":
        return '""  '
    if token == "\t":
        return " "
    if "\\u" in token:
        try:
            return json.dumps(json.loads(token), ensure_ascii=False)
        except ValueError:
            return token
    return token


def _too_large(path: str, most: int) -> ReturnFile:
    return _refused(path, "return_file.too-large", most=most // 2**20)


def _refused(path: str, key: str, **params: object) -> ReturnFile:
    return ReturnFile([], [Reject(Fault.UNREADABLE, Place(path), key, params)])
