"""YAML into trees of strings with places.

Nothing is guessed; repeated keys and aliases are refused.

PyYAML as it comes turns `no` into False and keeps the last of two equal keys without a word; so
only its parser is used, event by event.
"""

import re
from collections.abc import Callable
from typing import Any

import yaml

from cqpair.read.decode import decode
from cqpair.source import (
    Fault,
    ListNode,
    MapNode,
    Node,
    Place,
    Reject,
    ScalarNode,
    Text,
    line_and_column,
)

Tell = Callable[[Reject], None]

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml, where the wheel has it
_DEEPEST = 32
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FOUND_LATE = ("could not find expected ':'", "unexpected end of stream")
_SYNTAX = (
    ("cannot start any token", "read.yaml-token"),
    ("mapping values are not allowed", "read.yaml-colon"),
    ("could not find expected ':'", "read.yaml-no-colon"),
    ("unexpected end of stream", "read.yaml-open-quote"),
    ("',' or ']'", "read.yaml-bracket"),
    ("',' or '}'", "read.yaml-bracket"),
    ("expected key", "read.yaml-indent"),
    ("expected <block end>", "read.yaml-indent"),
    ("'-' indicator", "read.yaml-indent"),
)


def read_tree(path: str, data: bytes) -> tuple[Node | None, list[Reject]]:
    """The tree of a YAML file, or None with the rejects that say why there is none."""
    text, rejects = decode(path, data)
    if text is None:
        return None, rejects
    if match := _UNPRINTABLE.search(text.content):
        return None, [*rejects, _unprintable(text, match)]
    tree = _Tree(path, rejects.append)
    try:
        for event in yaml.parse(text.content, Loader=LOADER):
            tree.take(event)
    except _TooDeepError:
        return None, rejects
    except yaml.MarkedYAMLError as error:
        rejects.append(_syntax_error(text, error, tree.spread))
        return None, rejects
    if tree.root is None and not rejects:
        rejects.append(Reject(Fault.MISSING_VALUE, Place(path, 1, 1), "read.empty"))
    return (None if tree.refused else tree.root), rejects


class _TooDeepError(Exception):
    """Nesting that no table has; it has been told."""


class _Tree:
    """Builds the tree from the parser's events, without recursion."""

    def __init__(self, path: str, tell: Tell) -> None:
        self.root: Node | None = None
        self.refused = False
        self.spread: ScalarNode | None = None
        """The last quoted text that went over several lines: perhaps a quote left open."""
        self._path = path
        self._tell = tell
        self._open: list[_Frame] = []
        self._documents = 0

    def take(self, event: Any) -> None:
        """Put one event in its place."""
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents == 2:
                    self._refuse(event, "read.yaml-documents")
            case yaml.AliasEvent():
                self._refuse(event, "read.yaml-alias", name=f"*{event.anchor}")
                self._put(_scalar(event, ""))
            case yaml.ScalarEvent():
                self._check_features(event)
                self._put(_scalar(event, event.value))
                if event.style in ("'", '"') and _lines_of(event) > 1:
                    self.spread = _scalar(event, event.value)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._check_features(event)
                self._push(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._put(self._open.pop().node())

    def _push(self, event: Any) -> None:
        if len(self._open) == _DEEPEST:
            self._refuse(event, "read.yaml-deep", most=_DEEPEST)
            raise _TooDeepError
        self._open.append(_Frame(event))

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = self.root or node
            return
        frame = self._open[-1]
        if not frame.is_map:
            frame.items.append(node)
        elif frame.key is None:
            self._put_key(frame, node)
        else:
            self._put_value(frame, frame.key, node)

    def _put_key(self, frame: "_Frame", node: Node) -> None:
        if isinstance(node, ScalarNode):
            frame.key = node
            return
        self.refused = True
        place = Place(self._path, node.line, node.column)
        self._tell(Reject(Fault.YAML_FEATURE, place, "read.yaml-key"))
        frame.key = ScalarNode("", node.line, node.column)

    def _put_value(self, frame: "_Frame", key: ScalarNode, node: Node) -> None:
        frame.key = None
        if key.text not in frame.keys:
            frame.keys[key.text] = key
            frame.values[key.text] = node
            return
        frame.repeated = True
        first = frame.keys[key.text]
        place = Place(self._path, key.line, key.column)
        related = (Place(self._path, first.line, first.column),)
        params = {"key": key.text}
        self._tell(Reject(Fault.REPEATED_KEY, place, "read.repeated-key", params, related))

    def _check_features(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(event, "read.yaml-anchor", name=f"&{event.anchor}")
        if event.tag is not None and event.tag != "!":
            name = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(event, "read.yaml-tag", name=name)

    def _refuse(self, event: Any, key: str, **params: object) -> None:
        self.refused = True
        mark = event.start_mark
        place = Place(self._path, mark.line + 1, mark.column + 1)
        self._tell(Reject(Fault.YAML_FEATURE, place, key, params))


class _Frame:
    """A mapping or sequence whose end has not come yet."""

    def __init__(self, event: Any) -> None:
        self.is_map = isinstance(event, yaml.MappingStartEvent)
        self.line = event.start_mark.line + 1
        self.column = event.start_mark.column + 1
        self.items: list[Node] = []
        self.keys: dict[str, ScalarNode] = {}
        self.values: dict[str, Node] = {}
        self.key: ScalarNode | None = None
        self.repeated = False

    def node(self) -> Node:
        if self.is_map:
            return MapNode(self.keys, self.values, self.line, self.column, self.repeated)
        return ListNode(tuple(self.items), self.line, self.column)


def _lines_of(event: Any) -> int:
    lines: int = event.end_mark.line - event.start_mark.line + 1
    return lines


def _scalar(event: Any, text: str) -> ScalarNode:
    return ScalarNode(text, event.start_mark.line + 1, event.start_mark.column + 1)


def _unprintable(text: Text, match: re.Match[str]) -> Reject:
    place = Place(text.path, *line_and_column(text.content, match.start()))
    params = {"value": f"U+{ord(match[0]):04X}"}
    return Reject(Fault.SYNTAX, place, "read.yaml-control", params)


def _syntax_error(text: Text, error: yaml.MarkedYAMLError, spread: ScalarNode | None) -> Reject:
    if spread is not None:  # tables have no such texts: its quote was left open, and met another
        place = Place(text.path, spread.line, spread.column)
        return Reject(Fault.SYNTAX, place, "read.yaml-open-quote")
    mark = error.problem_mark or error.context_mark
    if any(part in (error.problem or "") for part in _FOUND_LATE):
        mark = error.context_mark or mark  # where it began, not where the search ended
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = error.problem or ""
    lines = text.content.splitlines()
    if "<document start>" in problem:  # words that should stand behind a `#`
        bare = (n for n, told in enumerate(lines, 1) if told.strip() and told[:1] != "#")
        return Reject(Fault.SYNTAX, Place(text.path, next(bare, line), 1), "read.yaml-words")
    key = next((key for part, key in _SYNTAX if part in problem), "read.yaml-syntax")
    if line <= len(lines) and lines[line - 1][column - 1 : column] == "\t":
        key = "read.yaml-tab"
    return Reject(Fault.SYNTAX, Place(text.path, line, column), key, {"problem": problem})
