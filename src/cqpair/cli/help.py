"""Help in both languages, aligned under wide characters; a parameter's `help` is a message key."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from cqpair.messages import listed, say
from cqpair.text import width

_GAP = 2


def render_help(command: Any, ctx: Any) -> str:
    """The help of a command, or of all of them when `command` is the group."""
    params = [p for p in command.get_params(ctx) if not getattr(p, "hidden", False)]
    arguments = [p for p in params if p.param_type_name == "argument"]
    options = [p for p in params if p.param_type_name == "option"]
    names = command.list_commands(ctx) if hasattr(command, "list_commands") else []
    usage = [ctx.command_path, say("help.options-mark")]
    usage += [_argument(p) for p in arguments] + (["COMMAND …"] if names else [])
    sections = [
        say("help.usage", usage=" ".join(usage)),
        say(command.help),
        _section("help.arguments", [(_argument(p), say(p.help)) for p in arguments]),
        _section("help.options", [(_option(p), _option_help(p)) for p in options]),
        _section("help.commands", [(n, say(f"help.{n}").splitlines()[0]) for n in names]),
    ]
    return "\n\n".join(section for section in sections if section)


def _section(title: str, rows: list[tuple[str, str]]) -> str:
    """A part of a help text: its title, then a row for each name; "" for none."""
    if not rows:
        return ""
    widest = max(width(name) for name, _ in rows) + _GAP
    lines = [say(title)]
    for name, text in rows:
        first, *more = text.splitlines()
        lines.append(f"  {name}{' ' * (widest - width(name))}{first}")
        lines += [f"  {' ' * widest}{line}" for line in more]
    return "\n".join(lines)


def _argument(param: Any) -> str:
    """An argument as the line of usage has it, in brackets where it may be left out."""
    name = str(param.metavar or param.name.upper())
    return name if param.required else f"[{name}]"


def _option(param: Any) -> str:
    """An option by all its names, the short one first, and what it takes."""
    names = ", ".join(sorted(param.opts, key=len))  # Typer keeps those of --help in a set
    return names if param.is_flag else f"{names} {param.metavar or 'TEXT'}"


def _option_help(param: Any) -> str:
    """What an option is for, in the language in use."""
    return say("help.help") if "--help" in param.opts else say(param.help)


_BEFORE = ("--data", "--lang", "--version")

_COMMAND = re.compile(r"No such command '(.*?)'")

_EXTRA = re.compile(r"unexpected extra argument\(?s?\)? \((.*)\)", re.DOTALL)


def explain_misuse(error: Any, words: Sequence[str], commands: Sequence[str]) -> str:
    """What was wrong with the command line `words`, and where the right use is told."""
    named = next((word for word in words if word in commands), None)
    path = f"cqpair {named}" if named else "cqpair"
    return f"{_sentence(error, named, words, commands)}\n{say('cli.see-help', command=path)}"


def _sentence(error: Any, named: str | None, words: Sequence[str], commands: Sequence[str]) -> str:
    """What was wrong with the use, in words of our own; those of the parser are never told."""
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
