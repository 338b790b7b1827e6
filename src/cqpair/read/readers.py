"""Which reader reads which file."""

import re
from collections.abc import Callable
from itertools import islice

from cqpair.fields import BY_HEADER
from cqpair.names import fold
from cqpair.read import csv_file, sheet_file, yaml_file
from cqpair.read.decode import decode
from cqpair.read.sheet_file import ZIP
from cqpair.source import Grid, Reject, lines_of

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
