"""Where a value of a file ends, and how another text is written in its stead."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from cqpair.read.csv_file import after_quoted

Spot = tuple[int, int]
"""Line and column, counted from 1, in characters."""
Ends = Callable[[Spot], Spot | None]
"""For where a cell or scalar starts, the spot behind it; None where that is not certain."""

_BREAKS = re.compile("[\x85\u2028\u2029]")  # YAML counts lines by these too, editors do not
_PLAIN = re.compile(r"\w[\w（）·]*")
_CSV = (".csv",)
_YAML = (".yaml", ".yml")


def value_ends(path: str, lines: Sequence[str]) -> Ends:
    """What finds the ends of the values of a file that consists of `lines`."""
    if path.casefold().endswith(_CSV):
        return lambda start: _csv_end(lines, *start)
    if path.casefold().endswith(_YAML):
        return _yaml_ends(lines).get
    return lambda start: None


def written(path: str, text: str) -> str:
    """`text` as a cell or scalar of the file at `path` that reads back as it."""
    if path.casefold().endswith(_CSV):
        quoted = any(mark in text for mark in ',"\r\n')
        return '"{}"'.format(text.replace('"', '""')) if quoted else text
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _csv_end(lines: Sequence[str], line: int, column: int) -> Spot | None:
    if line > len(lines):
        return None
    cell = lines[line - 1][column - 1 :]
    if not cell.startswith('"'):
        return line, column + len(cell.partition(",")[0])
    at, closed = after_quoted(lines[line - 1], column)
    while not closed:
        line += 1
        if line > len(lines):
            return None
        at, closed = after_quoted(lines[line - 1], 0)
    return (line, at + 1) if lines[line - 1][at : at + 1] in ("", ",") else None


def _yaml_ends(lines: Sequence[str]) -> dict[Spot, Spot]:
    import yaml

    from cqpair.read.yaml_tree import FAULTS, LOADER

    text = "\n".join(lines)
    if _BREAKS.search(text):
        return {}
    try:
        return dict(_values(yaml.parse(text, Loader=LOADER)))
    except FAULTS:
        return {}


def _values(events: Iterable[object]) -> Iterator[tuple[Spot, Spot]]:
    """Where each scalar that is a value, not a key, starts and ends."""
    import yaml

    key_next: list[bool | None] = [None]  # of what is open; None in a list, where there are none
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            key_next.pop()
        elif isinstance(event, yaml.NodeEvent):
            is_key = key_next[-1]
            key_next[-1] = None if is_key is None else not is_key
            if isinstance(event, yaml.ScalarEvent) and event.style not in ("|", ">") and not is_key:
                yield _spot(event.start_mark), _spot(event.end_mark)
            elif isinstance(event, yaml.CollectionStartEvent):
                key_next.append(True if isinstance(event, yaml.MappingStartEvent) else None)


def _spot(mark: Any) -> Spot:
    return mark.line + 1, mark.column + 1
