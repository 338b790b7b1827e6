"""A command line that is not finished: what may stand where the person is.

What there is to say is in `words.json`, which `docs/runs.py` makes from the commands themselves, so
that none of them is imported: an answer is to come before a finger leaves the key.
"""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

ROOT = ""
"""The name under which `words.json` has what is said before a command."""


class Value(NamedTuple):
    """What an argument, or an option behind it, takes; `help` is the message that explains it.

    `metavar` is as help shows it: literal choices, parted by `|`, or a word for what is typed.
    """

    metavar: str
    help: str


class Option(NamedTuple):
    """An option by all its names; `taken` is how many values stand behind it, 0 for a flag."""

    names: tuple[str, ...]
    value: Value
    taken: int


class Command(NamedTuple):
    """What a command is told; the last of its arguments may be many where `many` is true."""

    arguments: tuple[Value, ...]
    many: bool
    options: tuple[Option, ...]


class Words(NamedTuple):
    """All that `words.json` holds: commands by name, rules and schemas."""

    commands: dict[str, Command]
    rules: tuple[tuple[str, str, str], ...]
    schemas: tuple[str, ...]


class Cursor(NamedTuple):
    """Where the person is: in which command, after which words, and what may stand there.

    `value` is what is being said, None where a command's name or an option is; `before` is what of
    the current word stands before that value, `typed` the rest of it.
    """

    command: str
    data: str | None
    value: Value | None
    before: str
    typed: str


PATH = Path(__file__).with_name("words.json")


@cache
def words() -> Words:
    """What there is to say."""
    read: dict[str, Any] = json.loads(PATH.read_text(encoding="utf-8"))
    commands = {name: _command(told) for name, told in read["commands"].items()}
    rules = tuple((code, zh, en) for code, zh, en in read["rules"])
    return Words(commands, rules, tuple(read["schemas"]))


def _command(told: dict[str, Any]) -> Command:
    arguments = tuple(Value(*argument) for argument in told["arguments"])
    options = [Option(tuple(names), Value(*value), n) for names, value, n in told["options"]]
    return Command(arguments, told["many"], tuple(options))


def read_line(before: Sequence[str], current: str) -> Cursor:
    """Where a person is who typed the words `before` and then `current`, without `cqpair`."""
    walk = _Walk()
    for word in before:
        walk.take(word)
    return walk.stop(current)


class _Walk:
    """The words so far, one after the other."""

    def __init__(self) -> None:
        self.command = ROOT
        self.data: str | None = None
        self.arguments = 0
        self.open: Option | None = None
        self.left = 0
        self.only_arguments = False

    def take(self, word: str) -> None:
        """A word that is finished."""
        if self.left and self.open:
            self.left -= 1
            self._keep(self.open, word)
        elif word == "--" and not self.only_arguments:
            self.only_arguments = True
        elif word.startswith("-") and word != "-" and not self.only_arguments:
            name, given, value = word.partition("=")
            self.open = self._option(name)
            self.left = self.open.taken if self.open and not given else 0
            if self.open and given:
                self._keep(self.open, value)
        elif self.command == ROOT and word in words().commands:
            self.command = word
        else:
            self.arguments += 1

    def stop(self, word: str) -> Cursor:
        """The word that is not finished."""
        if self.left and self.open:
            return self._at(self.open.value, "", word)
        if word.startswith("-") and not self.only_arguments:
            name, given, value = word.partition("=")
            option = self._option(name)
            if given and option and option.taken:
                return self._at(option.value, f"{name}=", value)
            return self._at(None, "", word)
        return self._at(self._argument(), "", word)

    def _at(self, value: Value | None, before: str, typed: str) -> Cursor:
        return Cursor(self.command, self.data, value, before, typed)

    def _keep(self, option: Option, value: str) -> None:
        if self.command == ROOT and "--data" in option.names:
            self.data = value

    def _option(self, name: str) -> Option | None:
        options = words().commands[self.command].options
        return next((option for option in options if name in option.names), None)

    def _argument(self) -> Value | None:
        """What the next argument is; None where there is none to come."""
        command = words().commands[self.command]
        if self.arguments < len(command.arguments):
            return command.arguments[self.arguments]
        return command.arguments[-1] if command.many else None
