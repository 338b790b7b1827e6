"""Which reader reads which file."""

from collections.abc import Callable

from cqpair.read import csv_file, sheet_file, yaml_file
from cqpair.source import Grid, Reject

Reader = Callable[[str, bytes], tuple[list[Grid], list[Reject]]]

READERS: dict[str, Reader] = {
    ".csv": csv_file.read_records,
    ".yaml": yaml_file.read_records,
    ".yml": yaml_file.read_records,
    ".xlsx": sheet_file.read_records,
}
"""How a record file is read, by suffix. Each gives its grids, and what did not fit."""
