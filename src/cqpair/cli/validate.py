"""`cqpair validate [PATH…]`: every problem of tables and records, with its place and way out."""

from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from cqpair import __version__
from cqpair.book import Book
from cqpair.check import UnknownCodeError, Verdict, check, choose
from cqpair.cli import console, options
from cqpair.cli.output import Output, output_format, write_output
from cqpair.messages import say
from cqpair.problem import Severity
from cqpair.render.problems import Findings, write_text
from cqpair.rules import Rule
from cqpair.store.folder import PAIRINGS, TASKS
from cqpair.store.records import Opened, files_of, open_book, record_files

SUFFIXES = {".txt": "text", ".json": "json"}
FORMATS = tuple(SUFFIXES.values())


def run(
    ctx: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH…", help="help.paths")] = None,
    select: Annotated[str | None, typer.Option(metavar="CODES", help="help.select")] = None,
    ignore: Annotated[str | None, typer.Option(metavar="CODES", help="help.ignore")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="help.strict")] = False,
    on: options.On = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="|".join(FORMATS), help="help.format")
    ] = None,
    output: Output = None,
) -> None:
    form = output_format(form, output, SUFFIXES)
    rules = _rules(select, ignore)
    scope = _scope(ctx, [Path(path) for path in paths or ()])
    opened = open_book(scope.folder, options.day(on, "--on"), more=scope.outside)
    if opened.book.tasks.tasks is None or not opened.book.tables.complete:
        console.tell(say("cli.records-unchecked"))
    findings = _findings(scope, check(opened.book, rules), opened)
    text = _text(findings, form)
    if output:
        write_output(output, text)
    else:
        (console.answer_data if form == "json" else console.answer)(text)
    if findings.problems if strict else findings.count_of(Severity.ERROR):
        raise typer.Exit(1)


class _Scope(NamedTuple):
    """The data folder, the files in question (None: all of it), and those outside the folder."""

    folder: Path
    files: frozenset[Path] | None
    outside: tuple[Path, ...]

    def holds(self, path: str) -> bool:
        """Whether a path relative to the folder is one of those in question."""
        return self.files is None or (self.folder / path).resolve() in self.files


def _rules(select: str | None, ignore: str | None) -> tuple[Rule, ...]:
    try:
        return choose(_codes(select), _codes(ignore))
    except UnknownCodeError as error:
        raise console.WrongUseError(say("cli.unknown-code", code=error.code)) from None


def _codes(text: str | None) -> list[str]:
    parts = (text or "").replace("，", ",").replace("、", ",").split(",")
    return [part.strip().upper() for part in parts if part.strip()]


def _scope(ctx: typer.Context, paths: list[Path]) -> _Scope:
    for path in paths:
        if not path.exists():
            raise console.WrongUseError(say("cli.no-file", path=path.as_posix()))
    if not paths:
        return _Scope(options.data_folder(ctx), None, ())
    if len(paths) == 1 and (paths[0] / PAIRINGS).is_file():
        return _Scope(paths[0], None, ())
    tables = [path for path in paths if path.name in (PAIRINGS, TASKS)]
    folder = tables[0].parent if tables else options.tables_folder(ctx)
    files = [file.resolve() for path in paths for file in files_of(path)]
    inside = {(folder / name).resolve() for name in record_files(folder)}
    inside |= {(folder / name).resolve() for name in (PAIRINGS, TASKS)}
    return _Scope(folder, frozenset(files), tuple(file for file in files if file not in inside))


def _findings(scope: _Scope, verdict: Verdict, opened: Opened) -> Findings:
    book = opened.book
    return Findings(
        [problem for problem in verdict.problems if scope.holds(problem.place.path)],
        sum(map(scope.holds, opened.files)),
        len(_records(scope, book)),
        options.path_teller(scope.folder),
    )


def _records(scope: _Scope, book: Book) -> set[tuple[str, str | None, int]]:
    """Every record in question, those included that did not fit."""
    fitting = {(a.path, a.ledger.grid.sheet, a.line) for a in book.activities}
    others = {(r.place.path, r.place.sheet, r.row) for r in book.rejects if r.row is not None}
    return {record for record in fitting | others if scope.holds(record[0])}


def _text(findings: Findings, form: str | None) -> str:
    if form != "json":
        return write_text(findings)
    from cqpair.render.json_text import write_json
    from cqpair.shapes.problems import problems_json

    shapes = problems_json(
        __version__, findings.problems, findings.files, findings.records, findings.shown
    )
    return write_json(shapes)
