"""`cqpair changes 2021Q2`: what differs of a quarter since it was closed."""

from typing import Annotated

import typer

from cqpair.cli import closed, console, options, selection
from cqpair.cli.options import Output, choose_target
from cqpair.lint.run import REFUSING, take
from cqpair.messages import say
from cqpair.questions.submitted import with_submissions
from cqpair.report.closing import changes_of
from cqpair.report.formats import CHANGES as FORMATS
from cqpair.select import exclusions_of
from cqpair.store import now
from cqpair.store.folder import path_teller
from cqpair.store.records import open_book


def run(
    ctx: typer.Context,
    quarter: closed.Quarter,
    form: Annotated[
        str | None, typer.Option("--format", metavar="|".join(FORMATS), help="help.format")
    ] = None,
    output: Output = None,
) -> None:
    target = choose_target(form, output, FORMATS)
    period = closed.quarter_of(quarter)
    folder = options.data_folder(ctx)
    opened = open_book(folder, now().date(), [period])
    options.need_sound(opened.book.tables, folder)
    options.sound_tasks(opened.book.tasks, folder)
    book = with_submissions(folder, opened, [period]).book
    found = closed.need_closed(book, folder, period)
    assert book.submissions is not None
    taken, _ = take(book, period, REFUSING)
    changes = changes_of(found, taken, book.submissions, book.pairings)
    if not changes.any and target.format.for_person:
        day = changes.closed_at.date()
        console.note(say("closing.none", quarter=period.label, day=day))
    if changes.any or target.file or not target.format.for_person:  # a person needs no empty table
        target.send(changes)
    shown = path_teller(folder)
    selection.stop_if_excluded(exclusions_of(taken.rejects, taken.refused, period), shown)
