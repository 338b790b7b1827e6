"""`cqpair status --quarter Q`: who has reported, and who is to be reminded."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cqpair.answers import changed_since
from cqpair.book import Book
from cqpair.cli import console, options, selection
from cqpair.cli.options import Output, choose_target
from cqpair.cli.writing import tell_unread
from cqpair.collect.status import FORMATS, QuarterStatus, due_day, status, summary
from cqpair.messages import listed, say
from cqpair.store import now
from cqpair.store.records import open_book
from cqpair.store.submissions import open_submissions


def run(
    ctx: typer.Context,
    word: selection.QuarterWord = None,
    quarter: selection.Quarter = None,
    due: Annotated[str | None, typer.Option(metavar="DATE", help="help.due")] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="help.status-on")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="help.strict-missing")] = False,
    remind: Annotated[str | None, typer.Option(metavar="DIR", help="help.remind")] = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="|".join(FORMATS), help="help.format")
    ] = None,
    output: Output = None,
) -> None:
    target = choose_target(form, output, FORMATS)
    period = selection.one_quarter(word, quarter)
    folder = options.data_folder(ctx)
    day = None if on is None else options.day(on, "--on")
    today = now().date()
    book = open_book(folder, day or min(period.end, today), [period]).book
    options.need_sound(book.tables, folder)
    reporting = options.sound_tasks(book.tasks, folder).reporting
    if (days := options.settings(folder).due_days) is not None:
        reporting = reporting._replace(due_days=days)
    last = options.day(due, "--due") if due else due_day(period, reporting)
    submissions = open_submissions(folder, book.names, [period]).submissions
    found = status(book, submissions.of(period), reporting, last, day)
    target.send(found)
    if target.format.for_person:
        console.note(summary(found))
        if changed := changed_since(book, list(book.pairings)):
            names = listed([unit.name for unit in changed])
            console.note(say("answers.changed-since", names=names, example=changed[0].name))
    if remind:
        _remind(Path(remind), found, book, day or today)
    unread = tell_unread(folder, book, submissions, period)
    if unread or (strict and found.missing):
        raise typer.Exit(1)


def _remind(folder: Path, found: QuarterStatus, book: Book, day: date) -> None:
    """A text for each office that is missing, written on a day, into `folder`."""
    from cqpair.collect.reminder import reminders
    from cqpair.store.write import write_files

    texts = reminders(found, book, day)
    files = {f"{one.name}.txt": one.text.encode() for one in texts}
    try:
        write_files(folder, files, replace=True)
    except OSError as error:
        raise console.not_writable(str(error.filename or folder), error) from None
    console.note(say("submissions.reminded", n=len(files), path=folder.as_posix()))
