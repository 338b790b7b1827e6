"""What a YAML parser did not understand, in words of our own.

PyYAML has two parsers, which put the same fault into different words, and change them when they
like. What they say only chooses the sentence here; none of it is told.
"""

import re

import yaml

from cqpair.source import Fault, Place, Reject, ScalarNode, Text, line_and_column

_NO_CHARACTER = re.compile(
    r"\\(?:u|U0000)[dD][89a-fA-F][0-9a-fA-F]{2}|\\U(?!00(?:0|10))[0-9a-fA-F]{8}"
)


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


def told(text: Text, error: Exception, spread: ScalarNode | None) -> Reject:
    """The reject for `error`. `spread` is the last quoted text over several lines before it."""
    if spread is not None:  # tables have no such texts: its quote was left open, and met another
        place = Place(text.path, spread.line, spread.column)
        return Reject(Fault.SYNTAX, place, "read.yaml-open-quote")
    if not isinstance(error, yaml.YAMLError) and (match := _NO_CHARACTER.search(text.content)):
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
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    mark = next((mark for mark in marks[:: -1 if where_it_began else 1] if mark), None)
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
