"""`cqpair report PERIOD`: how a period went, by task area, pairing, partner or region."""

import os
from pathlib import Path
from typing import Annotated

import typer

from cqpair.book import Book
from cqpair.cli import console, options, selection
from cqpair.cli.options import Output, Target, choose_target
from cqpair.cli.paths import read_input
from cqpair.cli.remarked import tell_remarks
from cqpair.messages import choose, say
from cqpair.period import Period
from cqpair.questions.summary import open_period, summed_up, with_remarks
from cqpair.questions.wanted import filter_of, need_every_pairing
from cqpair.render.document import BaseDocumentError
from cqpair.report import By
from cqpair.report.formats import FORMATS, OF_DATA, TAKING_BASE, RenderRequest
from cqpair.report.periods import Compare, spans
from cqpair.select import Filter
from cqpair.store import now
from cqpair.store.folder import path_teller
from cqpair.store.records import Opened

Compared = Annotated[str, typer.Option(metavar="|".join(Compare), help="help.compare")]


def run(
    ctx: typer.Context,
    word: selection.Word = None,
    quarter: selection.Quarter = None,
    half: selection.Half = None,
    year: selection.Year = None,
    start: selection.From = None,
    end: selection.To = None,
    by: Annotated[str, typer.Option(metavar="|".join(By), help="help.by")] = By.AREA,
    area: selection.AreaName = None,
    pair: selection.Pair = None,
    lead: selection.Lead = None,
    compare: Compared = Compare.PREVIOUS,
    trace: Annotated[bool, typer.Option("--trace", help="help.trace")] = False,
    sign: Annotated[str | None, typer.Option(metavar="NAME", help="help.sign")] = None,
    base: Annotated[str | None, typer.Option(metavar="FILE", help="help.base")] = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="|".join(FORMATS), help="help.format")
    ] = None,
    output: Output = None,
    full: Annotated[bool, typer.Option("--full", help="help.full")] = False,
    force: Annotated[bool, typer.Option("--force", help="help.report-force")] = False,
) -> None:
    target = _target(form, output, base)
    rows = By(choose(by, tuple(By), "--by"))
    period = _period(word, quarter, half, year, start, end)
    needed = spans(period, Compare(choose(compare, tuple(Compare), "--compare")))
    folder = options.data_folder(ctx)
    base, letterhead = _letterhead(folder, target, base)
    moment = now()
    opened = open_period(folder, moment, needed)
    record_filter = _wanted(opened.book, folder, pair, area, lead)
    opened = with_remarks(folder, opened, period, record_filter)
    report, provenance, _ = summed_up(folder, opened, needed, record_filter, rows, moment)
    _keep_signed(opened.book, period, target, force)
    shown = path_teller(folder)
    edition = RenderRequest(report, provenance, shown, _name(sign, folder), trace, letterhead, full)
    _deliver(folder, opened, edition, target, base)


def _target(form: str | None, output: str | None, base: str | None) -> Target[RenderRequest]:
    """Where the report goes, and how. WrongUseError for what cannot go together."""
    target = choose_target(form, output, FORMATS)
    if base and target.format not in TAKING_BASE:
        raise console.WrongUseError(say("cli.base-docx"))
    return target


def _letterhead(
    folder: Path, target: Target[RenderRequest], base: str | None
) -> tuple[str | None, bytes | None]:
    """The office's own .docx and what it holds: `base`, else what the data folder settles."""
    settled = options.settings(folder).base
    if base is None and settled and target.format in TAKING_BASE:
        base = (folder / settled).as_posix()
    return base, read_input(base) if base else None


def _period(*words: str | None) -> Period:
    """The period that was asked for. WrongUseError for none, since a report has to be of one."""
    period = selection.period(*words)
    if period is None:
        raise console.WrongUseError(say("cli.no-period"))
    return period


def _name(sign: str | None, folder: Path) -> str | None:
    """Who signs: `sign`, else whom the data folder settles; None for nobody, as blanks are."""
    return (sign or options.settings(folder).sign or "").strip() or None


def _wanted(
    book: Book, folder: Path, pair: str | None, area: str | None, lead: str | None
) -> Filter:
    record_filter = filter_of(book, folder, pair, area, lead)
    need_every_pairing(book, folder)
    selection.warn_empty(folder)
    return record_filter


def _keep_signed(book: Book, quarter: Period, target: Target[RenderRequest], force: bool) -> None:
    """WrongUseError where the document is there and may be what was signed, unless by `force`."""
    closed = book.submissions and book.submissions.of(quarter).closed
    file = target.file
    if closed and file and not force and target.format not in OF_DATA and os.path.isfile(file):
        day = str(closed.get("closed_at", ""))[:10]
        raise console.WrongUseError(
            say("closing.signed", quarter=quarter.label, day=day, path=file)
        )


def _deliver(
    folder: Path,
    opened: Opened,
    edition: RenderRequest,
    target: Target[RenderRequest],
    base: str | None,
) -> None:
    """Send the report; exit 1 where errors kept records, or remarks, out of it."""
    _write(edition, target, base)
    report = edition.report
    remarks_too = tell_remarks(folder, opened, edition, target.format)
    selection.stop_if_excluded(report.exclusions, edition.shown, report.exclusions_beside)
    if remarks_too:
        raise typer.Exit(1)


def _write(edition: RenderRequest, target: Target[RenderRequest], base: str | None) -> None:
    """Send the report. WrongUseError where the office's own .docx cannot be added to."""
    try:
        target.send(edition)
    except BaseDocumentError as error:
        raise console.WrongUseError(say(f"cli.base-{error}", path=base)) from None
