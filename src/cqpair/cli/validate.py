"""`cqpair validate [PATH…]`: every problem of tables and records, with its place and way out."""

import os
import re
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import Annotated

import typer

from cqpair.book import Book
from cqpair.book.sheets import cell_finder
from cqpair.check import Findings, UnknownCodeError, check, choose
from cqpair.cli import console, options, selection
from cqpair.cli.input import read_input
from cqpair.cli.output import Output, output_format, write_output
from cqpair.messages import say
from cqpair.model.notice import NoticeText
from cqpair.problem import Severity
from cqpair.render.findings import WRITERS
from cqpair.rules import Rule
from cqpair.store.folder import text_lines
from cqpair.store.records import Opened, open_book
from cqpair.store.scope import Scope, data_folder_among, scope_of

SUFFIXES = {".txt": "text", ".json": "json", ".sarif": "sarif", ".xml": "junit"}
FORMATS = tuple(WRITERS)
_TOLD_BY = {"concise": ".txt", "github": ".txt", "gitlab": ".json", "sarif": ".json"}
"""Suffixes that tell truly of a format though they pick another."""


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
) -> None:
    form = _format(form, output)
    rules = _rules(select, ignore)
    scope = _scope(ctx, paths or [])
    opened = open_book(scope.folder, options.day(on, "--on"), more=scope.beside)
    if notice:
        opened = opened._replace(book=opened.book._replace(notice=_notice(notice)))
    if not paths:
        selection.warn_empty(scope.folder)
    checked = opened.book.tasks.tasks is not None and opened.book.tables.complete
    if not checked:
        console.tell(say("cli.records-unchecked"))
        scope = scope.with_tables()
    findings = _findings(scope, rules, opened, checked)
    writer = WRITERS[form]
    text = writer.write(findings)
    if output:
        write_output(output, text.encode("utf-8"))
    else:
        (console.answer if writer.for_person else console.answer_data)(text)
    failing = findings.problems if strict else findings.count_of(Severity.ERROR)
    if failing or not checked:
        raise typer.Exit(1)


def _format(form: str | None, output: str | None) -> str:
    """The format asked for; else what CI shows best where this runs in it, else text."""
    suffixes = {**SUFFIXES, _TOLD_BY[form]: form} if form in _TOLD_BY else SUFFIXES
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    return output_format(form, output, suffixes, FORMATS) or ("github" if in_actions else "text")


def _notice(word: str) -> NoticeText:
    """The notice to prove the tables against. WrongUseError when the file is none."""
    from cqpair.book.notice import build_notice  # few runs have a notice
    from cqpair.read.notice_text import read_notice

    lines = read_notice(word, read_input(word))
    notice = build_notice((options.here() / word).as_posix(), lines or [])
    if not notice.annex:
        raise console.WrongUseError(say("cli.no-annex", path=word))
    return notice


def _rules(select: list[str] | None, ignore: list[str] | None) -> tuple[Rule, ...]:
    try:
        rules = choose(_codes(select), _codes(ignore))
    except UnknownCodeError as error:
        raise console.WrongUseError(say("cli.unknown-code", code=error.code)) from None
    if not rules:  # a check of nothing would pass
        raise console.WrongUseError(say("cli.no-rules"))
    return rules


def _codes(texts: list[str] | None) -> list[str]:
    parts = [part.strip() for text in texts or () for part in re.split("[,，、]", text)]
    return [part for part in parts if part]


def _scope(ctx: typer.Context, words: list[str]) -> Scope:
    paths = [Path(word) for word in words]
    for word, path in zip(words, paths, strict=True):
        if not word.strip() or not os.path.exists(path):
            raise console.WrongUseError(say("cli.no-file", path=word))
    if not paths:
        return scope_of(options.data_folder(ctx), ())
    return scope_of(data_folder_among(paths) or options.tables_folder(ctx), paths)


def _findings(scope: Scope, rules: Sequence[Rule], opened: Opened, checked: bool) -> Findings:
    problems = check(opened.book, rules).problems
    return Findings(
        [problem for problem in problems if scope.holds(problem.place.path)],
        rules,
        sum(map(scope.holds, opened.hashes)),
        len(_records(scope, opened.book)),
        options.path_teller(scope.folder),
        cache(partial(text_lines, scope.folder)),
        cell_finder(opened.book),
        checked,
    )


def _records(scope: Scope, book: Book) -> set[tuple[str, str | None, int, int]]:
    """Every record in question, those included that did not fit."""
    fitting = {(a.path, a.ledger.grid.sheet, a.row.line, a.row.column) for a in book.activities}
    rejected = [(r.place, r.row) for r in book.rejects if r.row is not None]
    others = {(place.path, place.sheet, row.line, row.column) for place, row in rejected}
    return {record for record in fitting | others if scope.holds(record[0])}
