"""`cqpair nil NAME… --quarter Q`: offices report that there was nothing to report."""

from codecs import BOM_UTF8
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cqpair.book import Book
from cqpair.book.submissions import (
    RECEIVED,
    QuarterReturns,
    Received,
    ReturnKind,
    received_text,
    submission_path,
)
from cqpair.cli import console, options, selection
from cqpair.cli.writing import tell_unread, writing
from cqpair.collect.status import told_in
from cqpair.messages import listed, say
from cqpair.period import Period
from cqpair.report.closing import refusal_of
from cqpair.select import parties
from cqpair.store import now
from cqpair.store.folder import open_tables, path_teller
from cqpair.store.records import open_book
from cqpair.store.submissions import open_submissions
from cqpair.store.transaction import Change, apply
from cqpair.text import one_line


def run(
    ctx: typer.Context,
    names: Annotated[list[str], typer.Argument(metavar="NAME…", help="help.names")],
    quarter: selection.Quarter = None,
    received: Annotated[str | None, typer.Option(metavar="DATE", help="help.received")] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="help.nil-note")] = None,
) -> None:
    period = selection.one_quarter(None, quarter, "cli.which-quarter-option")
    _stop_before_it_begins(period, now().date())
    folder = options.data_folder(ctx)
    day = options.day(received, "--received")
    tables = open_tables(folder, now().date())
    options.need_sound(tables.tables, folder)
    offices = _offices(tables, names)
    with writing(folder):
        told = _write(folder, period, offices, day, one_line(note or "") or None)
    for sentence in told:
        console.answer(f"{sentence}\n")


def _stop_before_it_begins(quarter: Period, today: date) -> None:
    """Exit 1 where nobody can know yet that there was nothing."""
    if today < quarter.start:
        told = {"quarter": quarter.label, "day": quarter.start}
        console.tell(say("submissions.nil-not-begun", **told))
        raise typer.Exit(1)


def _offices(book: Book, names: Sequence[str]) -> list[str]:
    """The units that are named, each once. Exit 1 where one is not known, or is in no pairing."""
    matches = [options.find(book, name) for name in names]
    units = dict.fromkeys(match.unit for match in matches if match)
    unpaired = [unit for unit in units if book.pairing_of(unit) is None]
    for unit in unpaired:
        console.tell(say("answers.unpaired", name=unit.name))
    if None in matches or unpaired:
        raise typer.Exit(1)
    return [unit.name for unit in units]


def _write(
    folder: Path, period: Period, offices: Sequence[str], day: date, note: str | None
) -> list[str]:
    """Note the nil reports, all or none; what is told of each."""
    book = open_book(folder, now().date(), [period]).book
    options.need_sound(book.tables, folder)
    options.sound_tasks(book.tasks, folder)
    opened = open_submissions(folder, book.names, [period])
    if tell_unread(folder, book, opened.submissions, period):
        console.tell(say("submissions.not-written"))
        raise typer.Exit(1)
    _stop_beside_records(folder, book, period, offices)
    before = opened.submissions.of(period).received
    last = {one.unit: one.kind for one in before}
    new = [name for name in offices if last.get(name) is not ReturnKind.NIL]
    _stop_where_closed(opened.submissions.of(period), new)
    rows = [Received(name, ReturnKind.NIL, day, None, None, 0, (), note) for name in new]
    path = submission_path(period, RECEIVED)
    after = BOM_UTF8 + received_text((*before, *rows)).encode()
    if rows:
        apply(folder, [Change(path, opened.files.get(path), after)])
    return [
        say(
            "submissions.nil-noted" if name in new else "submissions.nil-known",
            name=book.names.unit(name).office_name,
            quarter=period.label,
            day=day,
        )
        for name in offices
    ]


def _stop_where_closed(returns: QuarterReturns, offices: Sequence[str]) -> None:
    """Exit 1 where the quarter was closed and takes nothing of one of the offices."""
    refusals = [refusal for name in offices if (refusal := refusal_of(returns, name))]
    for refusal in refusals:
        console.tell(refusal.sentence())
    if refusals:
        raise typer.Exit(1)


def _stop_beside_records(folder: Path, book: Book, period: Period, offices: Sequence[str]) -> None:
    """Exit 1 where one of the offices has records in the quarter, after naming them."""
    records = told_in(book, period)
    shown = path_teller(folder)
    for name in offices:
        if own := [record for record in records if name in parties(record)]:
            ids = [getattr(r, "id", None) or r.at().spot(shown(r.path)) for r in own]
            told = {"name": name, "quarter": period.label, "names": listed(ids)}
            console.tell(say("submissions.nil-beside", **told))
    if any(name in parties(record) for record in records for name in offices):
        raise typer.Exit(1)
