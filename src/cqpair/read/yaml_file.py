"""Records written as YAML: a list of mappings, read as a grid whose columns are their keys."""

from collections.abc import Callable

from cqpair.read.yaml_tree import read_tree
from cqpair.source import Fault, Grid, ListNode, MapNode, Node, Place, Reject, Row, ScalarNode

Tell = Callable[[Reject], None]
Places = dict[tuple[int, int], tuple[int, int]]


def read_records(path: str, data: bytes) -> tuple[list[Grid], list[Reject]]:
    """Records written as a YAML list of mappings, as one grid whose columns are their keys."""
    root, rejects = read_tree(path, data)
    if root is None:
        return [], rejects
    if not isinstance(root, ListNode):
        place = Place(path, root.line, root.column)
        return [], [*rejects, Reject(Fault.BAD_VALUE, place, "read.yaml-records")]
    header: dict[str, int] = {}
    for item in root.items:
        if isinstance(item, MapNode):
            for key in item.keys:
                header.setdefault(key, len(header))
    rows: list[Row] = []
    places: Places = {}
    for item in root.items:
        cells = _cells(item, header, places, path, rejects.append)
        if cells is not None:
            rows.append(Row(item.line, cells))
    first = min((p for (_, p) in places.items()), default=(1, 1))

    def locate(line: int, i: int) -> tuple[int, int]:
        return places.get((line, i), (line, first[1]))

    return [Grid(path, list(header), root.line, rows, locate)], rejects


def _cells(
    item: Node,
    header: dict[str, int],
    places: Places,
    path: str,
    tell: Tell,
) -> list[str] | None:
    """A record as cells in the header's order; a list of names becomes one cell."""
    if not isinstance(item, MapNode):
        place = Place(path, item.line, item.column)
        tell(Reject(Fault.BAD_VALUE, place, "read.yaml-record", row=item.line))
        return None
    if item.repeated:
        return None
    cells = [""] * len(header)
    for key, value in item.values.items():
        i = header[key]
        places[item.line, i] = (value.line, value.column)
        match value:
            case ScalarNode(text=text):
                cells[i] = text
            case ListNode(items=items) if all(isinstance(x, ScalarNode) for x in items):
                cells[i] = "、".join(x.text for x in items if isinstance(x, ScalarNode))
            case _:
                place = Place(path, value.line, value.column)
                tell(Reject(Fault.BAD_VALUE, place, "read.yaml-cell", {"key": key}, row=item.line))
                return None
    return cells
