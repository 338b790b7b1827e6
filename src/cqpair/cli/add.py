"""`cqpair add`: one record, by options or by questions on a terminal."""

import sys
from inspect import Parameter, Signature
from pathlib import Path
from typing import Annotated, Any

import typer

from cqpair.book import Book
from cqpair.cells import SEPARATOR, Context
from cqpair.cli import console, options
from cqpair.cli.writing import writing
from cqpair.collect.adding import (
    ASKED,
    Added,
    ClosedQuarterError,
    UnusableFileError,
    add,
    missing,
    why_wrong,
)
from cqpair.fields import Column, ValueKind
from cqpair.messages import listed, say
from cqpair.store import now
from cqpair.store.folder import path_teller
from cqpair.store.ids import HiddenIdsError
from cqpair.store.records import open_book
from cqpair.text import one_line

_METAVARS = {
    ValueKind.DATE: "DATE",
    ValueKind.UNIT: "NAME",
    ValueKind.UNITS: "NAME…",
    ValueKind.AREA: "A",
    ValueKind.COUNT: "N",
    ValueKind.MONEY: "AMOUNT",
}


def run(ctx: typer.Context, **given: Any) -> None:
    texts = {key: _cell(value) for key, value in given.items()}
    cells = {key: line for key, text in texts.items() if (line := one_line(text))}
    folder = options.data_folder(ctx)
    book = open_book(folder, now().date(), ()).book
    options.need_sound(book.tables, folder)
    context = Context(book.names, options.sound_tasks(book.tasks, folder))
    _stop_at_wrong(cells, context)
    if lacking := missing(cells):
        if not console.can_ask():
            names = listed([_option(column) for column in lacking])
            raise console.WrongUseError(say("cli.missing", name=names))
        _ask(cells, context)
    with writing(folder):
        added = _add(folder, book, cells)
    _tell(added, folder)


def _cell(value: str | bool | list[str] | None) -> str:
    """What an option says, as the cell of a record; one that is given again adds a unit."""
    if isinstance(value, list):
        return SEPARATOR.join(value)
    return "是" if value is True else value or ""


def _option(column: Column) -> str:
    return f"--{column.key.replace('_', '-')}"


def _parameter(column: Column) -> Parameter:
    """The option of a column, named as its English header."""
    names = dict.fromkeys((_option(column), f"--{column.key}"))
    kinds = {ValueKind.FLAG: bool, ValueKind.UNITS: list[str] | None}
    kind: Any = kinds.get(column.kind, str | None)
    metavar = None if kind is bool else _METAVARS.get(column.kind, "TEXT")
    explained = "help.add-exemplar" if kind is bool else f"columns.{column.key}"
    told = typer.Option(*names, metavar=metavar, help=explained)
    return Parameter(
        column.key,
        Parameter.KEYWORD_ONLY,
        default=False if kind is bool else None,
        annotation=Annotated[kind, told],
    )


_PARAMETERS = [
    Parameter("ctx", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context),
    *map(_parameter, ASKED),
]


run.__signature__ = Signature(_PARAMETERS)  # type: ignore[attr-defined]


run.__annotations__ = {p.name: p.annotation for p in _PARAMETERS}


def _stop_at_wrong(cells: dict[str, str], context: Context) -> None:
    """Exit 1 after telling each cell that does not fit."""
    wrong = [(c, why_wrong(c, cells[c.key], context)) for c in ASKED if cells.get(c.key)]
    for column, why in wrong:
        if why:
            console.tell(say("submissions.wrong-cell", option=_option(column), why=why))
    if any(why for _, why in wrong):
        raise typer.Exit(1)


def _ask(cells: dict[str, str], context: Context) -> None:
    """Ask for what was not given, again where it does not fit. WrongUseError where input ends."""
    console.tell(say("submissions.ask"))
    for column in ASKED:
        while column.key not in cells:
            mark = say("submissions.required") if column.required else ""
            console.tell(say("submissions.question", column=column.title, required=mark))
            line = sys.stdin.readline()
            if not line:
                names = listed([_option(one) for one in missing(cells)])
                raise console.WrongUseError(say("cli.missing", name=names))
            text = one_line(line)
            if why := why_wrong(column, text, context):
                console.tell(why)
            else:
                cells[column.key] = text


def _add(folder: Path, book: Book, cells: dict[str, str]) -> Added:
    try:
        return add(folder, book, cells)
    except ClosedQuarterError as error:
        console.tell(error.refusal.sentence())
        raise typer.Exit(1) from None
    except (UnusableFileError, HiddenIdsError) as error:
        key = "target" if isinstance(error, UnusableFileError) else "ids-hidden"
        told = error.reject.told(path_teller(folder))
        console.tell(say(f"submissions.{key}", **told))
        raise typer.Exit(1) from None


def _tell(added: Added, folder: Path) -> None:
    """The record's 编号, or why it was refused; what the rules have doubts about either way."""
    for problem in added.problems:
        console.tell(f"{problem.code} {problem.message}\n  {problem.fix}")
    path = path_teller(folder)(added.record.path)
    if added.refused:
        console.tell(say("submissions.refused", path=path))
        raise typer.Exit(1)
    console.answer(f"{added.record.id}\n")
    console.note(say("submissions.added", path=path))
