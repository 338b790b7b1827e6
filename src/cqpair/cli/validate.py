"""`cqpair validate [PATH…]`: every problem of tables and records, with its place and way out."""

import os
import re
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from cqpair.cli import console, options
from cqpair.cli.options import Output, Target, choose_target
from cqpair.cli.paths import StdinFilename, named, read_input
from cqpair.lint import Rule
from cqpair.lint.formats import FORMATS
from cqpair.lint.rule import Severity
from cqpair.lint.run import CheckReport, UnknownCodeError, choose
from cqpair.messages import say
from cqpair.model.tasks import NoticeText
from cqpair.questions.checking import report_of, with_returns, with_settings
from cqpair.store import here
from cqpair.store.files import Files
from cqpair.store.folder import is_stream
from cqpair.store.records import open_book, scope_of
from cqpair.store.remarks import with_remarks


def run(
    ctx: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH…", help="help.paths")] = None,
    select: Annotated[list[str] | None, typer.Option(metavar="CODES", help="help.select")] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="CODES", help="help.ignore")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="help.strict")] = False,
    on: options.On = None,
    notice: Annotated[str | None, typer.Option(metavar="FILE", help="help.notice")] = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="|".join(FORMATS), help="help.format")
    ] = None,
    output: Output = None,
    stdin_filename: StdinFilename = None,
    watch: Annotated[bool, typer.Option("--watch", help="help.watch")] = False,
) -> None:
    """Check the files named, else the whole folder; exit 1 where errors were found."""
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    target = choose_target(form, output, FORMATS, "github" if in_actions else None)
    rules = _rules(select, ignore)
    asked = Asked(ctx, tuple(paths or ()), rules, bool(select), on, notice, stdin_filename)
    if watch:
        _watch(asked, target, output, strict)
    if not _run(asked, target, strict):
        raise typer.Exit(1)


class Asked(NamedTuple):
    """What is to be checked, as the words of the command line say it."""

    ctx: typer.Context
    paths: tuple[str, ...]
    rules: tuple[Rule, ...]
    selected: bool
    on: str | None
    notice: str | None
    stdin_filename: str | None


def _watch(asked: Asked, target: Target[CheckReport], output: str | None, strict: bool) -> None:
    """Check whenever a file changes. WrongUseError where no change could be seen, or nobody sees.

    That is so of a stream, of a file to write to and of a format for programs.
    """
    streams = [word for word in asked.paths if is_stream(word)]
    if output is not None or streams or not target.format.for_person:
        raise console.WrongUseError(say("cli.watch-alone"))
    from cqpair.cli.watch import watching

    words = (*asked.paths, *([asked.notice] if asked.notice else []))
    folder = named(asked.ctx, asked.paths, asked.stdin_filename).folder
    watching((folder, *map(Path, words)), lambda: _run(asked, target, strict))


def _run(asked: Asked, target: Target[CheckReport], strict: bool) -> bool:
    """Check once and tell what was found; whether it passes."""
    folder, files, received = named(asked.ctx, asked.paths, asked.stdin_filename)
    scope = scope_of(folder, files, received)
    opened = open_book(folder, options.day(asked.on, "--on"), None, scope.beside, received)
    if asked.notice:
        opened = opened._replace(book=opened.book._replace(notice=_notice(asked.notice)))
    disk = Files(folder, received)
    opened = with_remarks(with_returns(folder, opened), disk, scope.beside)
    opened, settled = with_settings(disk, opened)
    report = report_of(scope, asked.rules, opened, disk, () if asked.selected else settled)
    if not report.checked:
        console.tell(say("cli.records-unchecked"))
    target.send(report)
    failing = report.problems if strict else report.count_of(Severity.ERROR)
    return report.checked and not failing


def _notice(word: str) -> NoticeText:
    """The notice to prove the tables against. WrongUseError when the file is none."""
    from cqpair.book.notice import build_notice
    from cqpair.read.readers import read_notice

    lines = read_notice(word, read_input(word))
    notice = build_notice((here() / word).as_posix(), lines or [])
    if not notice.annex:
        raise console.WrongUseError(say("cli.no-annex", path=word))
    return notice


def _rules(select: list[str] | None, ignore: list[str] | None) -> tuple[Rule, ...]:
    """The rules that look. WrongUseError for an unknown code, and where none would look."""
    try:
        rules = choose(_codes(select), _codes(ignore))
    except UnknownCodeError as error:
        raise console.WrongUseError(say("cli.unknown-code", code=error.code)) from None
    if not rules:  # a check of nothing would pass
        raise console.WrongUseError(say("cli.no-rules"))
    return rules


def _codes(texts: list[str] | None) -> list[str]:
    """Codes and names, which may be parted by commas of either width."""
    parts = [part.strip() for text in texts or () for part in re.split("[,，、]", text)]
    return [part for part in parts if part]
