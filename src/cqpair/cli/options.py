"""Options that commands share, what their texts mean, and where an answer goes by them."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Generic, NamedTuple, TypeVar

import typer

from cqpair import CqpairError
from cqpair.book import Book, Tables, TaskTable
from cqpair.cli import console
from cqpair.messages import choose, listed, reason, say
from cqpair.names import Match
from cqpair.render import DOCUMENTS, DOCX, JSON, TABLES, TEXT, Format
from cqpair.source import Reject
from cqpair.store import NoDataError, find_folder, has_settings, here, now
from cqpair.store.folder import (
    descriptor,
    is_stream,
    shipped_folder,
    shows_on_terminal,
    write_stream,
)

if TYPE_CHECKING:  # few commands need tasks
    from cqpair.model.settings import Settings
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


def _named_folder(ctx: typer.Context) -> Path | None:
    """The folder that `--data`, CQPAIR_DATA or the place of the run means; None for none.

    WrongUseError where one is named that is not there, or that is no data folder.
    """
    try:
        return find_folder(ctx.obj.data, os.environ.get("CQPAIR_DATA"), here())
    except NoDataError as error:
        raise console.WrongUseError(say(error.key, path=error.path)) from None


def day(text: str | None, option: str) -> date:
    """The day an option names; today when it was not given.

    CqpairError for a text that is not a date, or that is known to no day: a month, a year.
    """
    if text is None:
        return now().date()
    from cqpair.questions import day_of

    return day_of(text, option)


def find(book: Book, name: str) -> Match | None:
    """Who `name` means, or None after saying what it could mean."""
    found = book.names.find(name)
    if isinstance(found, Match):
        return found
    from cqpair.questions import not_found

    console.tell(not_found(found, name))
    return None


def need_sound(table: Tables | TaskTable, folder: Path) -> None:
    """CqpairError where a table has errors: the answer could be wrong, so there is none."""
    if table.damage:
        raise unusable(table.damage, folder)


def sound_tasks(table: TaskTable, folder: Path) -> "Tasks":
    """The task table, when it has no errors. CqpairError when it has."""
    from cqpair.questions import sound_tasks

    return sound_tasks(table, folder)


def unusable(damage: Reject, folder: Path) -> CqpairError:
    """What to raise where a table of `folder` has an error that any answer could be wrong by."""
    from cqpair.questions import unusable

    return unusable(damage, folder)


T = TypeVar("T")

Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="help.output")]


class Target(NamedTuple, Generic[T]):
    """Where an answer goes and in which of its command's formats; `file` is None for stdout."""

    format: Format[T]
    file: str | None

    def send(self, answer: T) -> None:
        """Send the whole answer. WrongUseError when it cannot be written."""
        draw, paint = self.format.draw, self.format.paint
        if draw and self.file is None and console.is_terminal():
            draw(answer)
            return
        if paint and self.file is None and console.has_colours():
            console.answer(paint(answer), painted=True)
            return
        written = self.format.write(answer)
        data = written.encode("utf-8") if isinstance(written, str) else written
        if self.file is not None:
            _write_file(self.file, self.format.mark, data)
        elif self.format.for_person:
            console.answer(data.decode("utf-8"))
        else:
            console.answer_data(data)


def choose_target(
    form: str | None, output: str | None, formats: Mapping[str, Format[T]], usual: str | None = None
) -> Target[T]:
    """Where `--output` sends an answer, in the format that it or `--format` names.

    Without either in the one that the data folder settles, in the `usual` one, else the first.

    WrongUseError for an unknown format, a suffix that tells another or none, and for what is binary
    where a person would see it.
    """
    settled = form if is_usual(form) and form in formats else None
    name = _named(form, output, formats) or settled or usual or next(iter(formats))
    file = None if output is None or _is_stdout(output) else output
    target = Target(formats[name], file)
    if target.format.is_binary and _would_be_seen(file):
        suffix = target.format.suffixes[0]
        raise console.WrongUseError(say("cli.binary", form=name, suffix=suffix))
    return target


def _named(form: str | None, output: str | None, formats: Mapping[str, Format[T]]) -> str | None:
    """The format that `--format`, else the suffix of `--output`, names; None for neither."""
    suffix = Path(output or "").suffix.casefold()
    picked = next((name for name, known in formats.items() if suffix in known.suffixes), None)
    if form is not None and not is_usual(form):
        form = choose(form, tuple(formats), "--format")
        if (picked or _tells(suffix)) and suffix not in formats[form].suffixes:
            raise console.WrongUseError(say("cli.conflict", form=form, path=output))
        return form
    if output is None or (not suffix and is_stream(output)):
        return None
    if picked is None:
        endings = listed(list(dict.fromkeys(known.suffixes[0] for known in formats.values())))
        raise console.WrongUseError(say("cli.suffix", path=output, suffixes=endings))
    return picked


def _tells(suffix: str) -> bool:
    """True for a suffix that tells a reader what is in a file; none is given one that lies."""
    known: tuple[Format[Any], ...] = (TEXT, JSON, DOCX, *DOCUMENTS.values(), *TABLES.values())
    return suffix in {".pdf", ".xml", *(s for form in known for s in form.suffixes)}


class Usual(str):
    """A format that nobody asked for in this run, but the settings of the data folder."""


def is_usual(form: str | None) -> bool:
    """Whether a format was not asked for in this run."""
    return form is None or isinstance(form, Usual)


def settle(ctx: typer.Context) -> None:
    """Give a run the format that its data folder settles, where it asks for none."""
    try:
        folder = find_folder(ctx.obj.data, os.environ.get("CQPAIR_DATA"), here())
    except (NoDataError, CqpairError):  # which the command tells, where it needs a folder
        return
    if folder is None or not has_settings(folder):
        return
    from cqpair.cli.settings import usual_format

    usual = usual_format(folder, ctx.info_name)
    if usual is not None and ctx.params["form"] is None:
        ctx.params["form"] = Usual(usual)


def settings(folder: Path) -> "Settings":
    """What the data folder settles. CqpairError where any of it does not fit."""
    from cqpair.questions import sound_settings

    return sound_settings(folder)


def _is_stdout(output: str) -> bool:
    """Whether what `--output` names is standard output after all."""
    return output == "-" or descriptor(output) == 1


def _would_be_seen(file: str | None) -> bool:
    """Whether a person would see what is written to the file, or to stdout for None."""
    if file is None:
        return console.is_terminal()
    return is_stream(file) and shows_on_terminal(file)


def _write_file(file: str, mark: bytes, data: bytes) -> None:
    """Write an answer to a file, whole or not at all, or to a stream.

    WrongUseError if it cannot be.
    """
    try:
        if is_stream(file):
            write_stream(file, data)
            return
    except OSError as error:
        raise console.WrongUseError(
            say("cli.stream-not-writable", path=file, reason=reason(error))
        ) from None
    from cqpair.store.write import write_whole

    try:
        write_whole(Path(file), mark + data)
    except OSError as error:
        raise console.not_writable(file, error) from None
