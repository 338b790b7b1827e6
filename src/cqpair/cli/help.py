"""Help in both languages, aligned under wide characters; a parameter's `help` is a message key."""

from typing import Any

from cqpair.messages import say
from cqpair.render.width import width

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
    name = str(param.metavar or param.name.upper())
    return name if param.required else f"[{name}]"


def _option(param: Any) -> str:
    names = ", ".join(sorted(param.opts, key=len))  # Typer keeps those of --help in a set
    return names if param.is_flag else f"{names} {param.metavar or 'TEXT'}"


def _option_help(param: Any) -> str:
    return say("help.help") if "--help" in param.opts else say(param.help)
