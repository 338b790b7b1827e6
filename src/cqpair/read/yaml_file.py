"""Records written as YAML: a list of mappings, read as a grid whose columns are their keys."""

from bisect import bisect_right

from cqpair.fields import column_name
from cqpair.read.yaml_tree import read_tree
from cqpair.source import (
    Fault,
    Grid,
    ListNode,
    MapNode,
    Node,
    OnReject,
    Reject,
    Row,
    ScalarNode,
    node_place,
)

Header = dict[str, int]

Places = dict[tuple[int, int, int], tuple[int, int]]
"""Where a cell stands, by its row's line and column and its own index."""


def read_records(path: str, data: bytes) -> tuple[list[Grid], list[Reject]]:
    """The one grid of a YAML file of records."""
    root, rejects = read_tree(path, data)
    if root is None:
        return [], rejects
    if not isinstance(root, ListNode):
        place = node_place(path, root)
        return [], [*rejects, Reject(Fault.BAD_VALUE, place, "read.yaml-records")]
    if not root.items:
        return [], rejects
    starts = [(item.line, item.column) for item in root.items]
    rejects = [_of_its_record(reject, starts) for reject in rejects]
    header: Header = {}
    places: Places = {}
    for item in root.items:
        for key, written in item.keys.items() if isinstance(item, MapNode) else ():
            if (name := column_name(key)) not in header:
                places[root.line, root.column, len(header)] = (written.line, written.column)
                header[name] = len(header)
    rows: list[Row] = []
    for item in root.items:
        row = Row(item.line, [""] * len(header), item.column)
        if _fill(row, item, header, places, path, rejects.append):
            rows.append(row)

    def locate(row: Row, i: int) -> tuple[int, int]:
        """Where the cell `i` of a row stands; one that was not written, where its record does."""
        return places.get((row.line, row.column, i), (row.line, row.column))

    return [Grid(path, Row(root.line, list(header), root.column), rows, locate)], rejects


def _of_its_record(reject: Reject, starts: list[tuple[int, int]]) -> Reject:
    """A reject the tree made, with the record it stands in, so that it counts as one left out."""
    place = (reject.place.line or 0, reject.place.column or 0)
    within = bisect_right(starts, place) - 1
    if within < 0:
        return reject
    line, column = starts[within]
    return reject._replace(row=Row(line, [], column))


def _fill(row: Row, item: Node, header: Header, places: Places, path: str, tell: OnReject) -> bool:
    """Put a record's values into `row`; False after `tell` has had what does not fit."""
    if not isinstance(item, MapNode):
        place = node_place(path, item)
        tell(Reject(Fault.BAD_VALUE, place, "read.yaml-record", row=row))
        return False
    if item.repeated:  # told by the tree
        return False
    taken: dict[str, str] = {}
    for key, value in item.values.items():
        name = column_name(key)
        if name in taken:
            tell(_two_names(item, taken[name], key, path, row))
            return False
        taken[name] = key
        i = header[name]
        places[row.line, row.column, i] = (value.line, value.column)
        text = _text(value)
        if text is None:
            place = node_place(path, value)
            tell(Reject(Fault.BAD_VALUE, place, "read.yaml-cell", {"key": key}, row=row))
            return False
        row.cells[i] = text
    return True


def _two_names(item: MapNode, first: str, second: str, path: str, row: Row) -> Reject:
    """A record with one column under two names, such as 资金投入 and funding."""
    place, other = (node_place(path, item.keys[key]) for key in (second, first))
    return Reject(Fault.REPEATED_KEY, place, "read.repeated-key", {"key": second}, (other,), row)


def _text(value: Node) -> str | None:
    """A scalar, or a list of them as one text; None for anything deeper."""
    match value:
        case ScalarNode(text=text):
            return text
        case ListNode(items=items) if all(isinstance(item, ScalarNode) for item in items):
            return "、".join(item.text for item in items if isinstance(item, ScalarNode))
        case _:
            return None
