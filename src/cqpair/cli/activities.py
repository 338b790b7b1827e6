"""`cqpair activities [PERIOD]`: the records themselves, with file and line."""

from typing import Annotated

import typer

from cqpair.answers.tables import ACTIVITIES as FORMATS
from cqpair.cli import console, options, selection
from cqpair.cli.options import Output, choose_target
from cqpair.lint.run import check
from cqpair.messages import say
from cqpair.questions.submitted import with_senders
from cqpair.questions.wanted import filter_of
from cqpair.select import exclusions_of, in_order, select
from cqpair.store import now
from cqpair.store.folder import path_teller
from cqpair.store.records import open_book


def run(
    ctx: typer.Context,
    word: selection.Word = None,
    quarter: selection.Quarter = None,
    half: selection.Half = None,
    year: selection.Year = None,
    start: selection.From = None,
    end: selection.To = None,
    pair: selection.Pair = None,
    area: selection.AreaName = None,
    lead: selection.Lead = None,
    status: Annotated[str | None, typer.Option(metavar="S", help="help.with-status")] = None,
    exemplar: Annotated[bool, typer.Option("--exemplar", help="help.exemplar")] = False,
    match: Annotated[str | None, typer.Option(metavar="TEXT", help="help.match")] = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="|".join(FORMATS), help="help.format")
    ] = None,
    output: Output = None,
) -> None:
    """List the records of a period that fit all filters; exit 1 where some were left out."""
    target = choose_target(form, output, FORMATS)
    period = selection.period(word, quarter, half, year, start, end)
    folder = options.data_folder(ctx)
    today = now().date()
    periods = [period] if period else None
    book = with_senders(folder, open_book(folder, today, periods), periods).book
    record_filter = filter_of(book, folder, pair, area, lead, status, match, exemplar)
    selection.warn_empty(folder)
    verdict = check(book)
    records = in_order(select(verdict.sound, period, record_filter), book.pairings)
    shown = path_teller(folder)
    if not records and target.format.for_person:
        console.note(say("answers.none-selected"))
    if records or target.file or not target.format.for_person:  # a person needs no empty table
        target.send((records, shown))
    selection.stop_if_excluded(exclusions_of(book.rejects, verdict.refused, period), shown)
