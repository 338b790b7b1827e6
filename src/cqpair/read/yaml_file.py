"""Records written as YAML: a list of mappings, read as a grid whose columns are their keys."""

from collections.abc import Callable

from cqpair.read.yaml_tree import read_tree
from cqpair.source import Fault, Grid, ListNode, MapNode, Node, Place, Reject, Row, ScalarNode

Tell = Callable[[Reject], None]
Header = dict[str, int]
Places = dict[tuple[int, int, int], tuple[int, int]]
"""Where a cell stands, by its row's line and column and its own index."""


def read_records(path: str, data: bytes) -> tuple[list[Grid], list[Reject]]:
    """The one grid of a YAML file of records."""
    root, rejects = read_tree(path, data)
    if root is None:
        return [], rejects
    if not isinstance(root, ListNode):
        place = Place(path, root.line, root.column)
        return [], [*rejects, Reject(Fault.BAD_VALUE, place, "read.yaml-records")]
    if not root.items:
        return [], rejects
    rejects = [_of_its_record(reject, root) for reject in rejects]
    maps = [item for item in root.items if isinstance(item, MapNode)]
    header = {key: i for i, key in enumerate(dict.fromkeys(k for m in maps for k in m.keys))}
    places: Places = {}
    rows: list[Row] = []
    for item in root.items:
        row = Row(item.line, [""] * len(header), item.column)
        if _fill(row, item, header, places, path, rejects.append):
            rows.append(row)

    def locate(row: Row, i: int) -> tuple[int, int]:
        return places.get((row.line, row.column, i), (row.line, row.column))

    return [Grid(path, Row(root.line, list(header), root.column), rows, locate)], rejects


def _of_its_record(reject: Reject, root: ListNode) -> Reject:
    """A reject the tree made, with the record it stands in, so that it counts as one left out."""
    place = (reject.place.line or 0, reject.place.column or 0)
    starts = [(item.line, item.column) for item in root.items]
    within = max((start for start in starts if start <= place), default=None)
    return reject._replace(row=Row(within[0], [], within[1])) if within else reject


def _fill(row: Row, item: Node, header: Header, places: Places, path: str, tell: Tell) -> bool:
    """Put a record's values into `row`; False after `tell` has had what does not fit."""
    if not isinstance(item, MapNode):
        place = Place(path, item.line, item.column)
        tell(Reject(Fault.BAD_VALUE, place, "read.yaml-record", row=row))
        return False
    if item.repeated:  # told by the tree
        return False
    for key, value in item.values.items():
        i = header[key]
        places[row.line, row.column, i] = (value.line, value.column)
        text = _text(value)
        if text is None:
            place = Place(path, value.line, value.column)
            tell(Reject(Fault.BAD_VALUE, place, "read.yaml-cell", {"key": key}, row=row))
            return False
        row.cells[i] = text
    return True


def _text(value: Node) -> str | None:
    """A scalar, or a list of them as one text; None for anything deeper."""
    match value:
        case ScalarNode(text=text):
            return text
        case ListNode(items=items) if all(isinstance(item, ScalarNode) for item in items):
            return "、".join(item.text for item in items if isinstance(item, ScalarNode))
        case _:
            return None
