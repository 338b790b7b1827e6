"""`cqpair close 2021Q2`: a quarter kept as it was signed."""

from datetime import datetime
from pathlib import Path

import typer

from cqpair.book import Book
from cqpair.cli import closed, console, options
from cqpair.cli.selection import MOST_PLACES
from cqpair.cli.writing import writing
from cqpair.collect.unfinished import unfinished
from cqpair.lint.rule import Severity
from cqpair.messages import listed, say
from cqpair.period import Period
from cqpair.questions.summary import Summary, open_period, summed_up, with_remarks
from cqpair.questions.wanted import filter_of, need_every_pairing
from cqpair.report import By
from cqpair.report.closing import Closed, closing_of, strangers
from cqpair.report.periods import Compare, spans
from cqpair.report.signed import Changes
from cqpair.store import now
from cqpair.store.folder import path_teller


def run(ctx: typer.Context, quarter: closed.Quarter) -> None:
    period, moment = closed.quarter_of(quarter), now()
    _stop_before_it_begins(period, moment)
    folder = options.data_folder(ctx)
    with writing(folder):
        summary, before, book = _read(folder, period, moment)
        _stop_at_errors(folder, summary)
        _stop_without_ids(summary)
        if before is not None and _stands(before, summary):
            return
        report = summary.report
        kept = closing_of(report, summary.provenance, before)
        path = closed.put(folder, period, kept, before)
    counts = {"activities": report.totals.now.activities, "records": len(kept["records"])}
    console.note(say("closing.done", quarter=period.label, path=path, **counts))
    for sentence in unfinished(report, book, moment.date()):
        console.tell(sentence)


def _stop_before_it_begins(quarter: Period, moment: datetime) -> None:
    """Exit 1 where there can be nothing to sign yet: it is another quarter that was meant."""
    if moment.date() < quarter.start:
        console.tell(say("closing.not-begun", quarter=quarter.label, day=quarter.start))
        raise typer.Exit(1)


def _read(folder: Path, period: Period, moment: datetime) -> tuple[Summary, Closed | None, Book]:
    """The quarter as it is, as it was closed before, and what it was read from.

    What was closed is not part of what is summed up.
    """
    needed = spans(period, Compare.PREVIOUS)
    opened = open_period(folder, moment, needed)
    wanted = filter_of(opened.book, folder, None, None, None)
    need_every_pairing(opened.book, folder)
    opened = with_remarks(folder, opened, period, wanted)  # which the report has that is signed
    own = closed.path_of(period)
    hashes = {path: sha256 for path, sha256 in opened.hashes.items() if path != own}
    summary = summed_up(folder, opened._replace(hashes=hashes), needed, wanted, By.AREA, moment)
    return summary, closed.closed_in(opened.book, folder, period), opened.book


def _stop_at_errors(folder: Path, summary: Summary) -> None:
    """Exit 1 after telling which errors there are: what they keep out was in nobody's figures."""
    errors = [p for p in summary.verdict.problems if p.severity is Severity.ERROR]
    if not errors:
        return
    shown = path_teller(folder)
    console.tell(say("closing.errors", quarter=summary.report.period.label, n=len(errors)))
    for one in errors[:MOST_PLACES]:
        place = one.place.spot(shown(one.place.path))
        told = {"place": place, "code": one.code, "message": one.message}
        console.tell("  " + say("closing.error", **told))
    if len(errors) > MOST_PLACES:
        console.tell("  " + say("closing.more", n=len(errors) - MOST_PLACES))
    raise typer.Exit(1)


def _stop_without_ids(summary: Summary) -> None:
    """Exit 1 where a record has no id, by which alone it could be known again."""
    nameless = [a.reference for a in summary.report.totals.records if a.id is None]
    if nameless:
        told = {"n": len(nameless), "places": listed(nameless, MOST_PLACES)}
        console.tell(say("closing.no-ids", quarter=summary.report.period.label, **told))
        raise typer.Exit(1)


def _stands(before: Closed, summary: Summary) -> bool:
    """Whether it is closed already. Exit 1 where it differs and was not reopened for that."""
    params = {"quarter": before.quarter.label, "day": before.closed_at.date()}
    changes = [c for c in summary.report.since_closing if c.quarter == before.quarter]
    if not before.reopened:
        if not changes:
            console.note(say("closing.unchanged", **params))
            return True
        counts = _counts(changes[0])
        key = "changed" if any(counts.values()) else "changed-totals"
        console.tell(say(f"closing.{key}", **params, **counts))
        raise typer.Exit(1)
    if changes and (others := strangers(before, changes[0])):
        offices = listed(list(dict.fromkeys(one.office for one in before.reopened if one.office)))
        told = {"offices": offices, "n": len(others), "ids": listed(others, MOST_PLACES)}
        console.tell(say("closing.strangers", **params, **told))
        raise typer.Exit(1)
    return False


def _counts(changes: Changes) -> dict[str, int]:
    return {
        "added": len(changes.added),
        "changed": len(changes.corrected),
        "withdrawn": len(changes.withdrawn),
    }
