"""`cqpair reopen 2021Q2 --why TEXT`: a closed quarter takes changes again."""

from typing import Annotated

import typer

from cqpair.cli import closed, console, options
from cqpair.cli.writing import writing
from cqpair.messages import say
from cqpair.questions.submitted import with_submissions
from cqpair.report.closing import Reopening, reopening_of
from cqpair.store import now
from cqpair.store.records import open_book
from cqpair.text import one_line


def run(
    ctx: typer.Context,
    quarter: closed.Quarter,
    office: Annotated[str | None, typer.Option(metavar="NAME", help="help.reopen-office")] = None,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="help.why")] = None,
) -> None:
    period = closed.quarter_of(quarter)
    reason = one_line(why or "")
    if not reason:
        raise console.WrongUseError(say("cli.missing", name="--why"))
    folder = options.data_folder(ctx)
    today = now().date()
    with writing(folder):
        opened = with_submissions(folder, open_book(folder, today, ()), [period])
        options.need_sound(opened.book.tables, folder)
        found = closed.need_closed(opened.book, folder, period)
        match = None if office is None else options.find(opened.book, office)
        if office is not None and match is None:
            raise typer.Exit(1)
        unit = match.unit.name if match else None
        kept = reopening_of(found, Reopening(unit, reason, today))
        closed.put(folder, period, kept, found)
    key = "reopened-for" if unit else "reopened"
    console.note(say(f"closing.{key}", quarter=period.label, office=unit))
