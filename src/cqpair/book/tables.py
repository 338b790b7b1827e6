"""pairings.yaml: from a tree of strings to rows and rejects."""

import types
from datetime import date
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin

from cqpair.book import Placed, Tables
from cqpair.messages import listed
from cqpair.model.units import Notice, Pairing, StatedCounts, Unit
from cqpair.source import (
    Fault,
    ListNode,
    MapNode,
    Node,
    OnReject,
    Reject,
    ScalarNode,
    node_place,
)

_SECTIONS = ("notice", "expect", "units", "pairings")


def build_tables(root: Node | None, path: str, found: tuple[Reject, ...] = ()) -> Tables:
    """The rows of pairings.yaml. `found` are the rejects its reader already made."""
    rejects = list(found)
    tell = rejects.append
    top = sections(root, path, _SECTIONS, tell)
    return Tables(
        row(Notice, top.get("notice"), path, tell),
        row(StatedCounts, top.get("expect"), path, tell),
        rows(Unit, top.get("units"), path, tell),
        rows(Pairing, top.get("pairings"), path, tell),
        tuple(rejects),
    )


T = TypeVar("T")


class MisshapenError(Exception):
    """A node that could not become a value; its rejects have been told."""


def shape(cls: type[T], node: Node, path: str, tell: OnReject) -> T | None:
    """`node` as a `cls`, or None after `tell` has had a reject for everything wrong with it."""
    try:
        value: T = _shape(cls, node, path, tell)
    except MisshapenError:
        return None
    return value


def _shape(kind: Any, node: Node, path: str, tell: OnReject) -> Any:
    if get_origin(kind) in (Union, types.UnionType):
        kind = next(arg for arg in get_args(kind) if arg is not types.NoneType)
    if hasattr(kind, "_fields"):
        return _map(kind, node, path, tell)
    if get_origin(kind) is tuple:
        return _list(get_args(kind)[0], node, path, tell)
    if not isinstance(node, ScalarNode):
        raise _wrong(node, path, tell, "shape.scalar")
    return _scalar(kind, node, path, tell)


def _map(cls: Any, node: Node, path: str, tell: OnReject) -> Any:
    if not isinstance(node, MapNode):
        raise _wrong(node, path, tell, "shape.map")
    values: dict[str, Any] = {}
    sound = not node.repeated
    declared: dict[str, Any] = cls.__annotations__
    for name, key in node.keys.items():
        if name not in declared:
            sound = False
            params = {"key": name, "keys": listed(list(declared))}
            place = node_place(path, key)
            tell(Reject(Fault.UNKNOWN_KEY, place, "shape.unknown-key", params))
    for name, kind in declared.items():
        if name in node.values:
            try:
                values[name] = _shape(kind, node.values[name], path, tell)
            except MisshapenError:
                sound = False
        elif name not in cls._field_defaults:
            sound = False
            place = node_place(path, node)
            tell(Reject(Fault.MISSING_VALUE, place, "shape.missing-key", {"key": name}))
    if not sound:
        raise MisshapenError
    return cls(**values)


def _list(kind: Any, node: Node, path: str, tell: OnReject) -> tuple[Any, ...]:
    if not isinstance(node, ListNode):
        raise _wrong(node, path, tell, "shape.list")
    items = []
    sound = True
    for item in node.items:
        try:
            items.append(_shape(kind, item, path, tell))
        except MisshapenError:
            sound = False
    if not sound:
        raise MisshapenError
    return tuple(items)


def _scalar(kind: Any, node: ScalarNode, path: str, tell: OnReject) -> Any:
    text = node.text.strip()
    if not text:
        place = node_place(path, node)
        tell(Reject(Fault.MISSING_VALUE, place, "shape.empty", {}))
        raise MisshapenError
    if kind is str:
        return text
    try:
        if kind is int:
            return _integer(text)
        if kind is date:
            return date.fromisoformat(text)
        return kind(text)
    except ValueError:
        raise _wrong(node, path, tell, *_expected(kind)) from None


def _integer(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return int(text)


def _expected(kind: Any) -> tuple[str, str]:
    if issubclass(kind, Enum):
        return "shape.choice", listed([str(choice.value) for choice in kind])
    return ("shape.date" if kind is date else "shape.integer"), ""


def _wrong(node: Node, path: str, tell: OnReject, key: str, choices: str = "") -> MisshapenError:
    value = node.text if isinstance(node, ScalarNode) else ""
    place = node_place(path, node)
    tell(Reject(Fault.BAD_VALUE, place, key, {"value": value, "choices": choices}))
    return MisshapenError()


def sections(
    root: Node | None,
    path: str,
    names: tuple[str, ...],
    tell: OnReject,
    optional: tuple[str, ...] = (),
) -> dict[str, Node]:
    """The values under the top keys `names`; `tell` has a reject for each other or missing key.

    Those that are `optional` may be missing.
    """
    if root is None:
        return {}
    if not isinstance(root, MapNode):
        params = {"keys": listed(list(names))}
        place = node_place(path, root)
        tell(Reject(Fault.BAD_VALUE, place, "shape.sections", params))
        return {}
    for name, key in root.keys.items():
        if name not in names and name not in optional:
            params = {"key": name, "keys": listed((*names, *optional))}
            place = node_place(path, key)
            tell(Reject(Fault.UNKNOWN_KEY, place, "shape.unknown-key", params))
    for name in names:
        if name not in root.keys:
            place = node_place(path, root)
            tell(Reject(Fault.MISSING_VALUE, place, "shape.missing-key", {"key": name}))
    return root.values


def row(cls: type[T], node: Node | None, path: str, tell: OnReject) -> Placed[T] | None:
    """`node` as a placed `cls`, or None when there is none or it does not fit."""
    if node is None:
        return None
    value = shape(cls, node, path, tell)
    return Placed(value, path, node) if value and isinstance(node, MapNode) else None


def rows(
    cls: type[T], node: Node | None, path: str, tell: OnReject, *, may_lack: bool = False
) -> tuple[Placed[T], ...]:
    """The items of a list that fit, as placed `cls`; none at all is damage unless it `may_lack`."""
    items = _items(node, path, tell)
    if isinstance(node, ListNode) and not items and not may_lack:
        tell(Reject(Fault.MISSING_VALUE, node_place(path, node), "shape.empty"))
    found = (row(cls, item, path, tell) for item in items)
    return tuple(placed for placed in found if placed)


def values(cls: type[T], node: Node | None, path: str, tell: OnReject) -> tuple[T, ...]:
    """The items of a list that fit, as plain values."""
    found = (shape(cls, item, path, tell) for item in _items(node, path, tell))
    return tuple(value for value in found if value is not None)


def _items(node: Node | None, path: str, tell: OnReject) -> tuple[Node, ...]:
    if isinstance(node, ListNode):
        return node.items
    if node is not None:
        place = node_place(path, node)
        tell(Reject(Fault.BAD_VALUE, place, "shape.list", {"value": "", "choices": ""}))
    return ()
