"""From a YAML node to a row: strings become the declared types, or rejects with a place.

The row's class is the declaration: its fields are the keys, their annotations the types, a default
makes a key optional. pydantic would do the same at a cost that every query would feel, and would
not know where a value stands (docs/decisions.md).
"""

import types
from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin

from cqpair.source import Fault, ListNode, MapNode, Node, Place, Reject, ScalarNode

T = TypeVar("T")
Report = Callable[[Reject], None]


class MisshapenError(Exception):
    """A node that could not become a value; its rejects have been told."""


def shape(cls: type[T], node: Node, path: str, tell: Report) -> T | None:
    """`node` as a `cls`, or None after `tell` has had a reject for everything wrong with it."""
    try:
        value: T = _shape(cls, node, path, tell)
    except MisshapenError:
        return None
    return value


def _shape(kind: Any, node: Node, path: str, tell: Report) -> Any:
    if get_origin(kind) in (Union, types.UnionType):
        kind = next(arg for arg in get_args(kind) if arg is not types.NoneType)
    if hasattr(kind, "_fields"):
        return _map(kind, node, path, tell)
    if get_origin(kind) is tuple:
        return _list(get_args(kind)[0], node, path, tell)
    if not isinstance(node, ScalarNode):
        raise _wrong(node, path, tell, "shape.scalar")
    return _scalar(kind, node, path, tell)


def _map(cls: Any, node: Node, path: str, tell: Report) -> Any:
    if not isinstance(node, MapNode):
        raise _wrong(node, path, tell, "shape.map")
    values: dict[str, Any] = {}
    sound = not node.repeated
    declared: dict[str, Any] = cls.__annotations__
    for name, key in node.keys.items():
        if name not in declared:
            sound = False
            params = {"key": name, "keys": "、".join(declared)}
            place = Place(path, key.line, key.column)
            tell(Reject(Fault.UNKNOWN_KEY, place, "shape.unknown-key", params))
    for name, kind in declared.items():
        if name in node.values:
            try:
                values[name] = _shape(kind, node.values[name], path, tell)
            except MisshapenError:
                sound = False
        elif name not in cls._field_defaults:
            sound = False
            place = Place(path, node.line, node.column)
            tell(Reject(Fault.MISSING_VALUE, place, "shape.missing-key", {"key": name}))
    if not sound:
        raise MisshapenError
    return cls(**values)


def _list(kind: Any, node: Node, path: str, tell: Report) -> tuple[Any, ...]:
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


def _scalar(kind: Any, node: ScalarNode, path: str, tell: Report) -> Any:
    text = node.text.strip()
    if not text:
        place = Place(path, node.line, node.column)
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
        return "shape.choice", "、".join(str(choice.value) for choice in kind)
    return ("shape.date" if kind is date else "shape.integer"), ""


def _wrong(node: Node, path: str, tell: Report, key: str, choices: str = "") -> MisshapenError:
    value = node.text if isinstance(node, ScalarNode) else ""
    place = Place(path, node.line, node.column)
    tell(Reject(Fault.BAD_VALUE, place, key, {"value": value, "choices": choices}))
    return MisshapenError()
