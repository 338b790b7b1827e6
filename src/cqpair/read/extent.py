"""Where a value of a file ends, and how another text is written in its stead."""

import json
import re
from collections.abc import Callable, Iterator, Sequence

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

    from cqpair.read.yaml_tree import LOADER

    text = "\n".join(lines)
    if _BREAKS.search(text):
        return {}
    try:
        root = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError:
        return {}
    return dict(_scalars(root))


def _scalars(node: object) -> Iterator[tuple[Spot, Spot]]:
    import yaml

    match node:
        case yaml.MappingNode(value=pairs):
            for _, value in pairs:
                yield from _scalars(value)
        case yaml.SequenceNode(value=items):
            for item in items:
                yield from _scalars(item)
        case yaml.ScalarNode(start_mark=start, end_mark=end, style=style) if style not in (
            "|",
            ">",
        ):
            yield (start.line + 1, start.column + 1), (end.line + 1, end.column + 1)
