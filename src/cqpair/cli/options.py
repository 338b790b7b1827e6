"""Options that all commands share, and what their texts mean."""

import os
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from cqpair.book import Book
from cqpair.cli import console
from cqpair.messages import say
from cqpair.names import Ambiguous, Match, Unknown
from cqpair.store.folder import PAIRINGS, NoDataError, find_folder, shipped_folder, shown

On = Annotated[str | None, typer.Option(metavar="DATE", help="help.on")]


def tables_folder(ctx: typer.Context) -> Path:
    """The data folder of this run, or the shipped tables where there is none."""
    return _named_folder(ctx) or shipped_folder()


def data_folder(ctx: typer.Context) -> Path:
    """The data folder of this run. WrongUseError when there is none: no records is no answer."""
    folder = _named_folder(ctx)
    if folder is None:
        raise console.WrongUseError(say("store.none-found", path=here().as_posix()))
    return folder


def here() -> Path:
    """The current folder. WrongUse when it is gone."""
    try:
        return Path.cwd()
    except OSError:
        raise console.WrongUseError(say("cli.no-here")) from None


def _named_folder(ctx: typer.Context) -> Path | None:
    try:
        return find_folder(ctx.obj.data, os.environ.get("CQPAIR_DATA"), here())
    except NoDataError as error:
        raise console.WrongUseError(say(error.key, path=error.path)) from None


def day(text: str | None, option: str) -> date:
    """The day an option names; today when it was not given."""
    if text is None:
        return console.now().date()
    from cqpair.source import BadValueError
    from cqpair.values import parse_date

    try:
        span = parse_date(text, None)
    except BadValueError as bad:
        key = "cli.no-such-day" if bad.key == "values.no-such-day" else "cli.day"
        raise console.WrongUseError(say(key, option=option, value=text)) from None
    if span.first != span.last:
        raise console.WrongUseError(say("cli.day", option=option, value=text))
    return span.first


def choose(text: str, choices: Sequence[str], option: str) -> str:
    """`text`, when it is one of `choices`."""
    if text in choices:
        return text
    raise console.WrongUseError(
        say("cli.choice", option=option, value=text, choices=say("cli.or").join(choices))
    )


def find(book: Book, name: str) -> Match | None:
    """Who `name` means, or None after saying what it could mean."""
    match book.names.find(name):
        case Match() as found:
            return found
        case Ambiguous(candidates=candidates):
            words = say("cli.or").join(unit.name for unit in candidates)
            console.tell(say("answers.ambiguous", query=name, candidates=words))
        case Unknown(near=()):
            console.tell(say("answers.unknown-far", query=name))
        case Unknown(near=near):
            words = say("cli.or").join(unit.name for unit in near)
            console.tell(say("answers.unknown", query=name, near=words))
    return None


def path_teller(folder: Path) -> Callable[[str], str]:
    """How a path of the data folder is told a person who is where this run is."""
    current = here()
    return cache(lambda path: shown(folder, path, current))


def regions(book: Book) -> dict[str, str]:
    """Each unit's region by its short name."""
    return {row.value.name: row.value.region.value for row in book.tables.units}


def warn_incomplete(book: Book) -> None:
    """Say so when the pairing table has rows that do not fit."""
    if not book.tables.complete:
        console.tell(say("answers.incomplete", path=PAIRINGS))
