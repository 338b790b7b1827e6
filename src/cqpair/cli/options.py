"""Options that all commands share, and what their texts mean."""

import os
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cqpair.book import Book, Tables, TaskTable
from cqpair.cli import console
from cqpair.messages import fill, say
from cqpair.model.units import Region
from cqpair.names import Ambiguous, Match, Unknown
from cqpair.source import Reject
from cqpair.store.folder import NoDataError, find_folder, shipped_folder, shown

if TYPE_CHECKING:  # few commands need tasks
    from cqpair.model.tasks import Tasks


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


def regions(book: Book) -> dict[str, Region]:
    """Each unit's region by its short name."""
    return {row.value.name: row.value.region for row in book.tables.units}


def need_sound(table: Tables | TaskTable, folder: Path) -> None:
    """WrongUseError where a table has errors: the answer could be wrong, so there is none."""
    if table.damage:
        raise unusable(table.damage, folder)


def sound_tasks(table: TaskTable, folder: Path) -> "Tasks":
    """The task table, when it has no errors. WrongUseError when it has."""
    need_sound(table, folder)
    assert table.tasks is not None
    return table.tasks


def unusable(damage: Reject, folder: Path) -> console.WrongUseError:
    """What to raise where a table of `folder` has an error that any answer could be wrong by."""
    place = damage.place.spot(path_teller(folder)(damage.place.path))
    why = _why(damage)
    return console.WrongUseError(say("cli.unusable-table", place=place, why=why))


def _why(damage: Reject) -> str:
    """What is wrong; `rules.CODE` is what the rule of that code says."""
    topic, _, code = damage.key.partition(".")
    if topic != "rules":
        return say(damage.key, **damage.params)
    from cqpair.lint.run import find_rules

    (rule,) = find_rules(code)
    return fill(rule.sentences[""].text, **damage.params)
