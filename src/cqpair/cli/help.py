"""Help in both languages, aligned under wide characters; a parameter's `help` is a message key."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Annotated, Any

import typer

from cqpair.cli import console
from cqpair.messages import listed, say
from cqpair.text import joined, width, wrap

_GAP = 2

_WIDEST = 100
"""Columns of a line of help, however wide the terminal: a longer one is hard to read."""

_NARROWEST = 24
"""Columns that the text beside a name needs; where there are fewer it stands below."""


def run(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="COMMAND", help="help.command")] = None,
) -> None:
    """Print the help of a command, or of all; WrongUseError for an unknown name."""
    parent: Any = ctx.parent
    group = parent.command
    if name is None:
        console.answer(f"{parent.get_help()}\n")
        return
    command = group.get_command(parent, name)
    if command is None:
        told = _no_command(name, group.list_commands(parent))
        raise console.WrongUseError(f"{told}\n{say('cli.see-help', command=parent.command_path)}")
    with command.make_context(name, [], parent=parent, resilient_parsing=True) as own:
        console.answer(f"{own.get_help()}\n")


def render_help(command: Any, ctx: Any, columns: int | None) -> str:
    """The help of a command, or of all of them when `command` is the group.

    It is wrapped to a terminal of so many columns; None: its lines are as they were written.
    """
    wide = columns and min(columns, _WIDEST)
    params = [p for p in command.get_params(ctx) if not getattr(p, "hidden", False)]
    arguments = [p for p in params if p.param_type_name == "argument"]
    options = [p for p in params if p.param_type_name == "option"]
    names = command.list_commands(ctx) if hasattr(command, "list_commands") else []
    usage = [ctx.command_path, say("help.options-mark")]
    usage += [named(p) for p in arguments] + (["COMMAND …"] if names else [])
    sections = [
        "\n".join(_lines(say("help.usage", usage=" ".join(usage)), wide)),
        _paragraphs(say(command.help), wide),
        _section("help.arguments", [(named(p), described(p)) for p in arguments], wide),
        _section("help.options", [(named(p), described(p)) for p in options], wide),
        _section("help.commands", [(n, say(f"help.{n}").splitlines()[0]) for n in names], wide),
    ]
    return "\n\n".join(section for section in sections if section)


def _paragraphs(text: str, columns: int | None) -> str:
    """What a command is for, its paragraphs apart."""
    return "\n\n".join("\n".join(_lines(part, columns)) for part in text.split("\n\n"))


def _section(title: str, rows: list[tuple[str, str]], columns: int | None) -> str:
    """A part of a help text: its title, then a row for each name; "" for none.

    The text of a name that leaves it no room begins on the line below.
    """
    if not rows:
        return ""
    most = columns - _NARROWEST if columns else None
    fitting = [width(name) for name, _ in rows if most is None or 2 + width(name) + _GAP <= most]
    indent = 2 + max(fitting, default=2) + _GAP
    lines = [say(title)]
    for name, text in rows:
        first, *more = _lines(text, columns and max(columns - indent, 1))
        if 2 + width(name) + _GAP > indent:
            lines += _alone(name, columns)
            more = [first, *more]
        else:
            lines.append(f"  {name}{' ' * (indent - 2 - width(name))}{first}")
        lines += [" " * indent + line for line in more]
    return "\n".join(lines)


def _alone(name: str, columns: int | None) -> Iterator[str]:
    """A name on lines of its own; choices go on below where the terminal is narrower."""
    parts = name.replace("|", "| ")
    for line in wrap(parts, (columns or width(parts)) - 2):
        yield "  " + line.replace("| ", "|")


def _lines(text: str, columns: int | None) -> list[str]:
    """The lines of a paragraph, anew for so many columns; None: as they were written."""
    lines = text.splitlines() or [""]
    return lines if columns is None else [*wrap(joined(lines), columns)] or [""]


def named(param: Any) -> str:
    """An argument as usage has it, in brackets where it may be left out; an option by its names.

    The short name stands first, and behind them what the option takes.
    """
    if param.param_type_name == "argument":
        name = str(param.metavar or param.name.upper())
        return name if param.required else f"[{name}]"
    names = ", ".join(sorted(param.opts, key=len))  # Typer keeps those of --help in a set
    return names if param.is_flag else f"{names} {param.metavar or 'TEXT'}"


def described(param: Any) -> str:
    """What an argument or option is for, in the language in use."""
    return say("help.this") if "--help" in param.opts else say(param.help)


_BEFORE = ("--data", "--lang", "--version", "-V", "--install-completion", "--show-completion")

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
        return _no_command(match[1], commands)
    if match := _EXTRA.search(message):
        return say("cli.extra", words=match[1])
    return say("cli.misuse")


def _no_command(name: str, commands: Sequence[str]) -> str:
    near = listed(get_close_matches(name, commands, 2))
    return say("cli.no-command-near" if near else "cli.no-command", name=name, near=near)
