"""Wrong use of the command line as a sentence in the language in use."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from cqpair.messages import listed, say

_BEFORE = ("--data", "--lang", "--version")
_COMMAND = re.compile(r"No such command '(.*?)'")
_EXTRA = re.compile(r"unexpected extra argument\(?s?\)? \((.*)\)", re.DOTALL)


def explain_misuse(error: Any, words: Sequence[str], commands: Sequence[str]) -> str:
    """What was wrong with the command line `words`, and where the right use is told."""
    named = next((word for word in words if word in commands), None)
    path = f"cqpair {named}" if named else "cqpair"
    return f"{_sentence(error, named, words, commands)}\n{say('cli.see-help', command=path)}"


def _sentence(error: Any, named: str | None, words: Sequence[str], commands: Sequence[str]) -> str:
    message = str(getattr(error, "message", error))
    match type(error).__name__:
        case "NoSuchOption" if error.option_name in _BEFORE:
            command = named or commands[0]
            return say("cli.before-command", option=error.option_name, command=command)
        case "NoSuchOption":
            near = listed(tuple(error.possibilities or ()))
            key = "cli.no-option-near" if near else "cli.no-option"
            return say(key, option=error.option_name, near=near)
        case "MissingParameter":
            return say("cli.missing", name=error.param.metavar or error.param.name)
        case "BadOptionUsage":
            given = any(word.startswith(f"{error.option_name}=") for word in words)
            return say("cli.no-value" if given else "cli.needs-value", option=error.option_name)
    if match := _COMMAND.search(message):
        near = listed(get_close_matches(match[1], commands, 2))
        return say("cli.no-command-near" if near else "cli.no-command", name=match[1], near=near)
    if match := _EXTRA.search(message):
        return say("cli.extra", words=match[1])
    return say("cli.misuse")
