"""The commands, each in a module that is imported when it is called or asked for help."""

from collections.abc import Sequence
from copy import copy
from importlib import import_module
from keyword import iskeyword
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from cqpair import __version__
from cqpair.cli import console
from cqpair.cli.help import explain_misuse, render_help
from cqpair.messages import say

COMMANDS = (
    "partners",
    "pairs",
    "tasks",
    "template",
    "import",
    "add",
    "nil",
    "status",
    "reconcile",
    "activities",
    "validate",
    "fmt",
    "explain",
    "report",
    "close",
    "reopen",
    "changes",
    "schema",
    "init",
    "help",
)


_HELP = {"help_option_names": ["-h", "--help"]}


class GlobalOptions(NamedTuple):
    """What was said before the command and is for it to know."""

    data: str | None


class _Verbatim:
    """Hands a parameter's text on as it is.

    Typer ≥ 0.27 converts every value, texts too, by way of pydantic: measured at 75 ms a run, more
    than the rest of a query. All parameters here are texts and flags; the commands give them
    their meaning, in both languages. Without this hook everything works, only slower.
    """

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        many = param.multiple or param.nargs == -1
        return () if value is None and many else value


_VERBATIM = _Verbatim()


class _Plain:
    """What commands and their group have in common: verbatim values, help in two languages."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters, told to hand their texts on."""
        params: list[Any] = super().get_params(ctx)  # type: ignore[misc]
        for param in params:
            param.get_runtime_param = lambda: _VERBATIM
        return params

    def invoke(self, ctx: Any) -> Any:
        """Run it. An option given as nothing, as by an unset variable, never means everything."""
        params = super().get_params(ctx)  # type: ignore[misc]
        for param in params:
            value = ctx.params.get(param.name)
            texts = value if isinstance(value, list | tuple) else (value,)
            if param.param_type_name == "option" and "" in texts:
                raise console.WrongUseError(say("cli.needs-value", option=param.opts[0]))
        if any("--format" in param.opts for param in params):
            from cqpair.cli.options import settle

            settle(ctx)
        return super().invoke(ctx)  # type: ignore[misc]

    def get_help_option(self, ctx: Any) -> Any:
        """The option for help, which is an answer like any other: a full disk is told."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.callback = _answer_help
        return option

    def get_help(self, ctx: Any) -> str:
        """The help in the language in use."""
        return render_help(self, ctx, console.columns())


def _answer_help(ctx: Any, param: Any, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        console.answer(f"{ctx.get_help()}\n")
        ctx.exit()


class Command(_Plain, TyperCommand):
    """One command."""

    behind: Sequence[Any] = ()

    def get_params(self, ctx: Any) -> list[Any]:
        """Its own, and `--quiet`, which may stand behind a command as well as before it."""
        return [*super().get_params(ctx), *self.behind]


class Commands(_Plain, TyperGroup):
    """All commands, imported one at a time."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands in the order of their use."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(module_of(cmd_name))
        alone = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings=_HELP)
        alone.command(cmd_name, cls=Command, help=f"help.{cmd_name}")(module.run)
        command: Any = get_command(alone)
        command.behind = [_behind(param) for param in self.params if param.name == "quiet"]
        return command


def _behind(quiet: Any) -> Any:
    """The group's `--quiet` as it may stand behind a command, whose help does not repeat it."""
    option = copy(quiet)
    option.hidden, option.expose_value, option.callback = True, False, _hush
    return option


def _hush(ctx: Any, param: Any, value: bool) -> None:
    if value:
        console.be_quiet(True)


def module_of(command: str) -> str:
    """The module of a command: cqpair.cli.import_, since `import` is a word of Python."""
    return f"cqpair.cli.{command}_" if iskeyword(command) else f"cqpair.cli.{command}"


def run(words: Sequence[str]) -> int:
    """Parse `words` and run the command they name."""
    try:
        code = commands()(args=_spelled(words), prog_name="cqpair", standalone_mode=False)
    except typer.TyperException as error:
        raise console.WrongUseError(explain_misuse(error, words, COMMANDS)) from error
    return code if isinstance(code, int) else 0


_SHELLS = ("--install-completion", "--show-completion")
"""Options behind which the shell may be left out, which no parser of ours knows."""


def _spelled(words: Sequence[str]) -> list[str]:
    """`words` with the shell in use where one of `_SHELLS` names none."""
    spelled = list(words)
    for i, word in enumerate(spelled):
        if word in COMMANDS:
            break
        if word in _SHELLS and (i + 1 == len(spelled) or spelled[i + 1].startswith("-")):
            from cqpair.cli.completion.install import shell_in_use

            spelled[i] = f"{word}={shell_in_use()}"
    return spelled


def commands() -> Any:
    """The group of all commands."""
    return get_command(_app())


def _app() -> typer.Typer:
    app = typer.Typer(
        cls=Commands,
        add_completion=False,
        rich_markup_mode=None,
        context_settings=_HELP,
        help="help.cqpair",
    )
    app.callback(invoke_without_command=True)(_root)
    return app


def _root(
    ctx: typer.Context,
    data: Annotated[str | None, typer.Option(metavar="DIR", help="help.data")] = None,
    lang: Annotated[str | None, typer.Option(metavar="zh|en", help="help.lang")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="help.quiet")] = False,
    version: Annotated[bool, typer.Option("--version", "-V", help="help.version")] = False,
    install: Annotated[
        str | None,
        typer.Option("--install-completion", metavar="[SHELL]", help="help.install-completion"),
    ] = None,
    show: Annotated[
        str | None,
        typer.Option("--show-completion", metavar="[SHELL]", help="help.show-completion"),
    ] = None,
) -> None:
    ctx.obj = GlobalOptions(data)
    console.be_quiet(quiet)
    if version:
        console.answer(f"cqpair {__version__}\n")
        raise typer.Exit()
    if install or show:
        from cqpair.cli.completion.install import install_script, show_script

        install_script(install) if install else show_script(show or "")
        raise typer.Exit()
    if ctx.invoked_subcommand is None:
        console.tell(ctx.get_help())
        raise typer.Exit(2)
