"""`cqpair reconcile`: records that may be one event told twice; what was decided is kept."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from cqpair.book.submissions import Decision
from cqpair.cli import console, options, selection
from cqpair.cli.options import Output, choose_target
from cqpair.cli.writing import writing
from cqpair.collect.reconciling import (
    FORMATS,
    BadDecisionError,
    Reconciliation,
    candidate_text,
    change_for,
    decide,
    period_around,
    reconcile,
    refusal_to_decide,
)
from cqpair.doubles import Candidate
from cqpair.fields import Activity
from cqpair.lint.run import REFUSING, check
from cqpair.messages import say
from cqpair.period import Period
from cqpair.select import in_order
from cqpair.source import Place
from cqpair.store import now
from cqpair.store.folder import path_teller
from cqpair.store.records import open_book
from cqpair.store.submissions import Opened, open_submissions
from cqpair.store.transaction import apply

Ids = tuple[str, str]


class _Read(NamedTuple):
    """What a run reads: records without errors, submissions, and what comes of both."""

    records: Sequence[Activity]
    opened: Opened
    found: Reconciliation


def run(
    ctx: typer.Context,
    word: selection.QuarterWord = None,
    quarter: selection.Quarter = None,
    same: Annotated[Ids | None, typer.Option(metavar="ID ID", help="help.same")] = None,
    keep: Annotated[str | None, typer.Option(metavar="ID", help="help.keep")] = None,
    different: Annotated[Ids | None, typer.Option(metavar="ID ID", help="help.different")] = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="|".join(FORMATS), help="help.format")
    ] = None,
    output: Output = None,
) -> None:
    target = choose_target(form, output, FORMATS)
    if same and different:
        raise console.WrongUseError(say("reconcile.both"))
    if keep and not same:
        raise console.WrongUseError(say("reconcile.keep-alone"))
    period = selection.one_quarter(word, quarter)
    folder = options.data_folder(ctx)
    if ids := same or different:
        if not _decide(folder, period, same is not None, ids, keep):
            raise typer.Exit(1)
        if options.is_usual(form) and output is None:
            return
    read = _read(folder, period)
    if options.is_usual(form) and output is None and console.is_terminal() and console.can_ask():
        _ask(folder, read.found)
        return
    if read.found.candidates or target.file or not target.format.for_person:
        target.send(read.found)
    if target.format.for_person:
        _tell(read.found)


def _read(folder: Path, quarter: Period) -> _Read:
    """WrongUseError where a table is damaged; exit 1 later for what errors keep out."""
    around = period_around(quarter)
    book = open_book(folder, now().date(), [around]).book
    options.need_sound(book.tables, folder)
    options.sound_tasks(book.tasks, folder)
    opened = open_submissions(folder, book.names, [around])
    verdict = check(book._replace(submissions=opened.submissions), REFUSING)
    found = reconcile(in_order(verdict.sound, book.pairings), opened.submissions, quarter)
    return _Read(verdict.sound, opened, found)


def _decide(folder: Path, quarter: Period, same: bool, ids: Ids, keep: str | None) -> bool:
    """Keep a decision; False after telling why that cannot be.

    What it is held against is read while nobody else writes.
    """
    with writing(folder):
        read = _read(folder, quarter)
        shown, today = path_teller(folder), now().date()
        try:
            decision = decide(read.records, read.opened.submissions, same, ids, keep, today)
            change = change_for(read.opened, quarter, decision)
        except BadDecisionError as bad:
            place = bad.params.get("place")
            told = {"place": place.spot(shown(place.path))} if isinstance(place, Place) else {}
            console.tell(say(bad.key, **{**bad.params, **told}))
            return False
        refusal = refusal_to_decide(decision, read.records, read.opened.submissions)
        if refusal:
            console.tell(refusal.sentence())
            return False
        apply(folder, [change])
    console.note(_kept(decision))
    return True


def _kept(decision: Decision) -> str:
    key = "reconcile.same" if decision.same else "reconcile.different"
    return say(key, first=decision.first, second=decision.second, keep=decision.keep or "")


def _tell(found: Reconciliation) -> None:
    if not found.candidates:
        console.note(say("reconcile.none", quarter=found.quarter.label))
        return
    console.note(say("reconcile.undecided", quarter=found.quarter.label, n=len(found.candidates)))
    if any(one.id is None for c in found.candidates for one in (c.first, c.second)):
        console.tell(say("reconcile.no-id"))


def _ask(folder: Path, found: Reconciliation) -> None:
    """One candidate after the other; each answer is kept at once, so that none is lost."""
    settled: set[str] = set()
    if not found.candidates:
        _tell(found)
    for no, candidate in enumerate(found.candidates, start=1):
        first, second = candidate.first.id, candidate.second.id
        if first is None or second is None:
            console.tell(say("reconcile.no-id"))
            continue
        if settled & {first, second}:  # another record stands for it
            continue
        answer = _answer(no, len(found.candidates), candidate)
        if answer == "q":
            return
        keep = {"1": first, "2": second}.get(answer)
        if answer and _decide(folder, found.quarter, keep is not None, (first, second), keep):
            settled |= {first, second} - {keep} if keep else set()


def _answer(no: int, n: int, candidate: Candidate) -> str:
    """`1`, `2`, `n`, `q`, or nothing for later."""
    from cqpair.render.terminal import print_lines  # with a library that few runs need

    print_lines(candidate_text(no, n, candidate))
    while True:
        console.answer(say("reconcile.ask"))
        word = sys.stdin.readline()
        answer = word.strip().lower()
        if not word:
            return "q"
        if answer in ("", "1", "2", "n", "q"):
            return answer
        console.tell(say("reconcile.again"))
