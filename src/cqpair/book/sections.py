"""The top of a table file: its sections, and lists of rows in them."""

from typing import TypeVar

from cqpair.book import Placed
from cqpair.book.shape import Report, shape
from cqpair.source import Fault, ListNode, MapNode, Node, Place, Reject

T = TypeVar("T")


def sections(root: Node | None, path: str, names: tuple[str, ...], tell: Report) -> dict[str, Node]:
    """The values under the top keys `names`; `tell` has a reject for each other or missing key."""
    if root is None:
        return {}
    if not isinstance(root, MapNode):
        params = {"keys": "、".join(names)}
        place = Place(path, root.line, root.column)
        tell(Reject(Fault.BAD_VALUE, place, "shape.sections", params))
        return {}
    for name, key in root.keys.items():
        if name not in names:
            params = {"key": name, "keys": "、".join(names)}
            place = Place(path, key.line, key.column)
            tell(Reject(Fault.UNKNOWN_KEY, place, "shape.unknown-key", params))
    for name in names:
        if name not in root.keys:
            place = Place(path, root.line, root.column)
            tell(Reject(Fault.MISSING_VALUE, place, "shape.missing-key", {"key": name}))
    return root.values


def row(cls: type[T], node: Node | None, path: str, tell: Report) -> Placed[T] | None:
    """`node` as a placed `cls`, or None when there is none or it does not fit."""
    if node is None:
        return None
    value = shape(cls, node, path, tell)
    return Placed(value, path, node) if value and isinstance(node, MapNode) else None


def rows(
    cls: type[T], node: Node | None, path: str, tell: Report, *, may_lack: bool = False
) -> tuple[Placed[T], ...]:
    """The items of a list that fit, as placed `cls`; none at all is damage unless it `may_lack`."""
    items = _items(node, path, tell)
    if isinstance(node, ListNode) and not items and not may_lack:
        tell(Reject(Fault.MISSING_VALUE, Place(path, node.line, node.column), "shape.empty"))
    found = (row(cls, item, path, tell) for item in items)
    return tuple(placed for placed in found if placed)


def values(cls: type[T], node: Node | None, path: str, tell: Report) -> tuple[T, ...]:
    """The items of a list that fit, as plain values."""
    found = (shape(cls, item, path, tell) for item in _items(node, path, tell))
    return tuple(value for value in found if value is not None)


def _items(node: Node | None, path: str, tell: Report) -> tuple[Node, ...]:
    if isinstance(node, ListNode):
        return node.items
    if node is not None:
        place = Place(path, node.line, node.column)
        tell(Reject(Fault.BAD_VALUE, place, "shape.list", {"value": "", "choices": ""}))
    return ()
