"""TOML into values by key, and where a key stands.

The standard library reads it and tells no places; they are looked for when one is needed, which is
only where something is wrong.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from cqpair.read.decode import decode
from cqpair.source import Fault, Place, Reject, Text, line_and_column

_AT = re.compile(r"\(at line (\d+), column (\d+)\)")

_TWICE = re.compile(r"Cannot (overwrite|declare)")

_LONGEST = 200  # lines of one value, beyond which its key is not looked for


class Toml(NamedTuple):
    """What a file of settings holds: texts, numbers, days, lists and tables by their key."""

    text: Text
    values: Mapping[str, Any]

    def at(self, key: str) -> Place:
        """Where `key` stands, or the table of that name."""
        start, piece = self._statement(key)
        return self._place(start + len(piece) - len(piece.lstrip(" \t")))

    def at_value(self, key: str, word: str | None = None) -> Place:
        """Where the value of `key` begins; where `word`, a text in it, does, if it is found."""
        start, piece = self._statement(key)
        begin = piece.find("=") + 1
        found = piece.find(word, begin) if word else -1
        indent = len(piece[begin:]) - len(piece[begin:].lstrip(" \t"))
        return self._place(start + (begin + indent if found < 0 else found))

    def _statement(self, key: str) -> tuple[int, str]:
        """The start and the text of what sets `key`: surely, else by how its line begins."""
        content = self.text.content
        for start, piece in _statements(content):
            if key in tomllib.loads(piece):
                return start, piece
        match = re.search(rf"^[ \t\['\"]*{re.escape(key)}\b", content, re.MULTILINE)
        start = match.start() if match else 0
        return start, content[start:]

    def _place(self, at: int) -> Place:
        return Place(self.text.path, *line_and_column(self.text.content, at))


def read_toml(path: str, data: bytes) -> tuple[Toml | None, list[Reject]]:
    """The values of a TOML file, or None with the rejects that say why there are none."""
    text, rejects = decode(path, data)
    if text is None:
        return None, rejects
    try:
        return Toml(text, tomllib.loads(text.content)), rejects
    except tomllib.TOMLDecodeError as error:
        return None, [*rejects, _misread(text, error.args[0])]
    except (ValueError, RecursionError):  # a number too long for Python, lists deep in lists
        return None, [*rejects, Reject(Fault.SYNTAX, Place(path), "settings.syntax")]


def _misread(text: Text, told: str) -> Reject:
    """What is wrong where reading stopped. The library's own words are not for people."""
    lines = text.content.splitlines() or [""]
    match = _AT.search(told)
    line, column = (int(match[1]), int(match[2])) if match else (len(lines), len(lines[-1]) + 1)
    if _TWICE.match(told):
        key = lines[line - 1].partition("=")[0].strip(" \t[]")
        return Reject(Fault.REPEATED_KEY, Place(text.path, line), "settings.twice", {"key": key})
    return Reject(Fault.SYNTAX, Place(text.path, line, column), "settings.syntax")


def _statements(content: str) -> Iterator[tuple[int, str]]:
    """Each `key = value` before the first table, and each table's header: its start, its text.

    A value may have many lines, so lines are added until what there is can be read.
    """
    start, piece, lines, inside = 0, "", 0, False
    for line in content.splitlines(keepends=True):
        piece, lines = piece + line, lines + 1
        try:
            tomllib.loads(piece)
        except tomllib.TOMLDecodeError:
            if lines < _LONGEST:
                continue
        else:
            header = piece.lstrip().startswith("[")
            if header or not inside:
                yield start, piece
            inside = inside or header
        start, piece, lines = start + len(piece), "", 0
