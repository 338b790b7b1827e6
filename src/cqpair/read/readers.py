"""Which reader reads which file of records; and the notice as lines, from a .txt or a .docx."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from cqpair.fields import BY_HEADER
from cqpair.names import fold
from cqpair.read import csv_file, sheet_file, yaml_file
from cqpair.read.decode import decode
from cqpair.read.sheet_file import ZIP
from cqpair.source import Grid, Reject, lines_of

if TYPE_CHECKING:
    from docx.table import Table


Reader = Callable[[str, bytes], tuple[list[Grid], list[Reject]]]

READERS: dict[str, Reader] = {
    ".csv": csv_file.read_records,
    ".yaml": yaml_file.read_records,
    ".yml": yaml_file.read_records,
    ".xlsx": sheet_file.read_records,
}
"""How a record file is read, by suffix. Each gives its grids, and what did not fit."""


WORKBOOKS = frozenset({".xlsx"})
"""The suffixes of files that are not text."""


_LINES_LOOKED_AT = 20

_CELL = re.compile("[,，;；|\t]")


def suffix_of(data: bytes) -> str | None:
    """The suffix of the kind of record file that `data` is by its content; None where it is none.

    A zip is taken for a workbook, a list for YAML, a line with a header of ours for CSV.
    """
    if data.startswith(ZIP):
        return ".xlsx"
    text, _ = decode("", data)
    told = (line for line in lines_of(text.content if text else "") if line.strip())
    lines = list(islice(told, _LINES_LOOKED_AT))
    first = next((line for line in lines if not line.startswith(("#", "---", "%"))), "")
    if first.startswith(("- ", "[")) or first.strip() == "-":
        return ".yaml"
    cells = (cell.strip(' "') for line in lines for cell in _CELL.split(line))
    return ".csv" if any(fold(cell) in BY_HEADER for cell in cells) else None


Line = tuple[int | None, str]
"""A line and its number, which a .docx has none of."""


def read_notice(path: str, data: bytes) -> list[Line] | None:
    """The lines that hold something, in reading order; None when the file is none of the two."""
    if path.casefold().endswith(".docx") or data.startswith(ZIP):
        return _docx_lines(data)
    text, _ = decode(path, data)
    if text is None:
        return None
    lines = enumerate(lines_of(text.content), 1)
    return [(number, line.strip()) for number, line in lines if line.strip()]


def _docx_lines(data: bytes) -> list[Line] | None:
    """The lines of a .docx, text and tables in their order; None for a file that is damaged."""
    from docx import Document
    from docx.table import Table

    try:
        blocks = list(Document(BytesIO(data)).iter_inner_content())
    except Exception:  # a damaged archive fails in as many ways as it has parts
        return None
    texts: list[str] = []
    for block in blocks:
        texts += _cells(block) if isinstance(block, Table) else lines_of(block.text)
    return [(None, text.strip()) for text in texts if text.strip()]


def _cells(table: "Table") -> Iterator[str]:
    """The cells of a table, row by row; what is merged over several rows is given once."""
    above: list[str] = []
    for row in table.rows:
        cells = [cell.text for cell in row.cells]
        kept = 2 if cells[:2] == above[:2] else 0
        yield from cells[kept:]
        above = cells
