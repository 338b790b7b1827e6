"""YAML into trees of strings with places.

Nothing is guessed; repeated keys and aliases are refused.

PyYAML as it comes turns `no` into False and keeps the last of two equal keys without a word; so
only its parser is used, event by event.
"""

import re
from typing import Any

import yaml

from cqpair.read.decode import decode
from cqpair.source import (
    Fault,
    ListNode,
    MapNode,
    Node,
    OnReject,
    Place,
    Reject,
    ScalarNode,
    Text,
    line_and_column,
    node_place,
)

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml, where the wheel has it

FAULTS = (yaml.YAMLError, ValueError, OverflowError)
"""How parsing fails. The last two tell, without C, of an escape that stands for no character."""


_DEEPEST = 32

_LOOKAHEAD = 2048  # characters; YAML's rule for what may turn out to be a key is 1,024

_HALF = re.compile("[\ud800-\udfff]")  # of a character: libyaml refuses its escape, PyYAML does not

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read_tree(path: str, data: bytes) -> tuple[Node | None, list[Reject]]:
    """The tree of a YAML file, or None with the rejects that say why there is none."""
    text, rejects = decode(path, data)
    if text is None:
        return None, rejects
    if match := _UNPRINTABLE.search(text.content):
        return None, [*rejects, _unprintable(text, match)]
    tree = _Tree(path, rejects.append)
    try:
        tree.grow(text.content)
    except _TooDeepError as deep:
        return None, [*rejects, deep.reject]
    except FAULTS as error:
        return None, [
            *rejects,
            _deep_before(text, error, tree) or _misread(text, error, tree.spread),
        ]
    if tree.root is None and not rejects:
        rejects.append(Reject(Fault.MISSING_VALUE, Place(path, 1, 1), "read.empty"))
    return (None if tree.refused else tree.root), rejects


def _deep_before(text: Text, error: Exception, tree: "_Tree") -> Reject | None:
    """Nesting too deep that the parser met while it looked ahead, before it gave any event of it.

    Some parsers stop there by a limit of their own. Up to where it stopped, all of it can be read.
    """
    mark = getattr(error, "problem_mark", None)
    before = text.content[: mark.index] if mark else ""
    ahead = before[-_LOOKAHEAD:]
    if tree.depth + ahead.count("[") + ahead.count("{") <= _DEEPEST:
        return None
    try:
        _Tree(text.path, lambda reject: None).grow(before)
    except _TooDeepError as deep:
        return deep.reject
    except FAULTS:
        return None
    return None


class _TooDeepError(Exception):
    """Nesting that no table has."""

    def __init__(self, reject: Reject) -> None:
        super().__init__()
        self.reject = reject


class _Tree:
    """Builds the tree from the parser's events, without recursion."""

    def __init__(self, path: str, tell: OnReject) -> None:
        self.root: Node | None = None
        self.refused = False
        self.spread: ScalarNode | None = None
        """The last quoted text that went over several lines: perhaps a quote left open."""
        self._path = path
        self._tell = tell
        self._open: list[_Frame] = []
        self._documents = 0

    @property
    def depth(self) -> int:
        """How much is open."""
        return len(self._open)

    def grow(self, content: str) -> None:
        """Put all that stands in `content` in its place. One of `FAULTS` where it is not YAML."""
        for event in yaml.parse(content, Loader=LOADER):
            self._take(event)

    def _take(self, event: Any) -> None:
        """Put one event in its place; what is refused is told, and its text is kept as a scalar."""
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
                if event.style == '"' and _HALF.search(event.value):
                    raise ValueError
                self._put(_scalar(event, event.value))
                if event.style in ("'", '"') and _lines_of(event) > 1:
                    self.spread = _scalar(event, event.value)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._check_features(event)
                self._push(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._put(self._open.pop().node())

    def _push(self, event: Any) -> None:
        """Open a mapping or a sequence. _TooDeepError beyond `_DEEPEST`."""
        if len(self._open) == _DEEPEST:
            raise _TooDeepError(self._feature(event, "read.yaml-deep", most=_DEEPEST))
        self._open.append(_Frame(event))

    def _put(self, node: Node) -> None:
        """A node that is complete: an item, a key or a value of what is open, else the root."""
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
        """A key of a mapping; one that is no scalar is refused, and an empty key stands for it."""
        if isinstance(node, ScalarNode):
            frame.key = node
            return
        self.refused = True
        place = node_place(self._path, node)
        self._tell(Reject(Fault.YAML_FEATURE, place, "read.yaml-key"))
        frame.key = ScalarNode("", node.line, node.column)

    def _put_value(self, frame: "_Frame", key: ScalarNode, node: Node) -> None:
        """The value of a key; where a key stands twice, the first value stays and that is told."""
        frame.key = None
        if key.text not in frame.keys:
            frame.keys[key.text] = key
            frame.values[key.text] = node
            return
        frame.repeated = True
        first = frame.keys[key.text]
        place = node_place(self._path, key)
        related = (node_place(self._path, first),)
        params = {"key": key.text}
        self._tell(Reject(Fault.REPEATED_KEY, place, "read.repeated-key", params, related))

    def _check_features(self, event: Any) -> None:
        """Refuse an anchor, and a tag other than `!`, which only says that a text is one."""
        if event.anchor is not None:
            self._refuse(event, "read.yaml-anchor", name=f"&{event.anchor}")
        if event.tag is not None and event.tag != "!":
            name = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(event, "read.yaml-tag", name=name)

    def _refuse(self, event: Any, key: str, **params: object) -> None:
        """Tell a feature that no table needs; there is then no tree."""
        self.refused = True
        self._tell(self._feature(event, key, **params))

    def _feature(self, event: Any, key: str, **params: object) -> Reject:
        """The reject for a feature of YAML, at where the event begins."""
        mark = event.start_mark
        place = Place(self._path, mark.line + 1, mark.column + 1)
        return Reject(Fault.YAML_FEATURE, place, key, params)


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
        """What it is when its end has come."""
        if self.is_map:
            return MapNode(self.keys, self.values, self.line, self.column, self.repeated)
        return ListNode(tuple(self.items), self.line, self.column)


def _lines_of(event: Any) -> int:
    """How many lines the event is written on, its first and last included."""
    lines: int = event.end_mark.line - event.start_mark.line + 1
    return lines


def _scalar(event: Any, text: str) -> ScalarNode:
    """`text` as a scalar at the place of the event; lines and columns are counted from 1."""
    return ScalarNode(text, event.start_mark.line + 1, event.start_mark.column + 1)


def _unprintable(text: Text, match: re.Match[str]) -> Reject:
    """The reject for a character that YAML does not allow anywhere, named as U+0007."""
    place = Place(text.path, *line_and_column(text.content, match.start()))
    params = {"value": f"U+{ord(match[0]):04X}"}
    return Reject(Fault.SYNTAX, place, "read.yaml-control", params)


_NO_CHARACTER = r"\\(?:u|U0000)[dD][89a-fA-F][0-9a-fA-F]{2}|\\U(?!00(?:0|10))[0-9a-fA-F]{8}"

_SENTENCES = (
    ("directive", "read.yaml-words"),
    ("incompatible YAML", "read.yaml-words"),
    ("<document start>", "read.yaml-words"),
    ("an alias", "read.yaml-token"),
    ("an anchor", "read.yaml-token"),
    ("a tag", "read.yaml-token"),
    ("tag handle", "read.yaml-token"),
    ("mapping keys are not allowed", "read.yaml-token"),
    ("cannot start any token", "read.yaml-token"),
    ("escape", "read.yaml-escape"),
    ("hexdecimal", "read.yaml-escape"),
    ("a block scalar", "read.yaml-block"),
    ("sequence entries are not allowed", "read.yaml-dash"),
    ("mapping values are not allowed", "read.yaml-colon"),
    ("could not find expected ':'", "read.yaml-no-colon"),
    ("unexpected end of stream", "read.yaml-open-quote"),
    ("unexpected document", "read.yaml-open-quote"),
    ("node content", "read.yaml-node"),
    ("',' or ']'", "read.yaml-bracket"),
    ("',' or '}'", "read.yaml-bracket"),
    ("expected key", "read.yaml-indent"),
    ("expected <block end>", "read.yaml-indent"),
    ("'-' indicator", "read.yaml-indent"),
)
"""A part of what both parsers say of a fault, and the sentence for it; the first that fits."""


_WHERE_IT_BEGAN = {
    "read.yaml-no-colon",
    "read.yaml-open-quote",
    "read.yaml-token",
    "read.yaml-words",
}
"""Sentences about where something began, not where the search for its end was given up."""


def _misread(text: Text, error: Exception, spread: ScalarNode | None) -> Reject:
    """The reject for `error`. `spread` is the last quoted text over several lines before it.

    PyYAML has two parsers, which put the same fault into different words, and change them when
    they like. What they say only chooses the sentence here; none of it is told.
    """
    if spread is not None:  # tables have no such texts: its quote was left open, and met another
        place = node_place(text.path, spread)
        return Reject(Fault.SYNTAX, place, "read.yaml-open-quote")
    if not isinstance(error, yaml.YAMLError) and (match := re.search(_NO_CHARACTER, text.content)):
        place = Place(text.path, *line_and_column(text.content, match.start()))
        return Reject(Fault.SYNTAX, place, "read.yaml-escape")
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    key = next((key for part, key in _SENTENCES if part in said), "read.yaml-syntax")
    line, column = _spot(error, key in _WHERE_IT_BEGAN)
    lines = text.content.splitlines()
    here = lines[line - 1] if line <= len(lines) else ""
    if here[column - 1 : column] == "\t":
        key = "read.yaml-tab"
    elif key == "read.yaml-escape":
        column = here.rfind("\\", 0, column) + 1 or column
    elif key == "read.yaml-words":
        column = 1
        if "<document start>" in said:  # found when a line that is right came after the words
            bare = (n for n, told in enumerate(lines, 1) if told.strip() and told[:1] != "#")
            line = next(bare, line)
    return Reject(Fault.SYNTAX, Place(text.path, line, column), key)


def _spot(error: Exception, where_it_began: bool) -> tuple[int, int]:
    """Line and column from 1, of what the parser found wrong or of where that began.

    (1, 1) for neither.
    """
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    mark = next((mark for mark in marks[:: -1 if where_it_began else 1] if mark), None)
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
