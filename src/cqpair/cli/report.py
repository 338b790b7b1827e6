"""`cqpair report PERIOD`: how a period went, by task area, pairing, partner or region."""

from datetime import datetime
from typing import Annotated

import typer

from cqpair import __version__
from cqpair.cli import console, options, selection
from cqpair.cli.options import Output, Target, choose_target
from cqpair.cli.paths import read_input
from cqpair.lint.rule import Severity
from cqpair.lint.run import REFUSING, take
from cqpair.messages import say
from cqpair.period import Period
from cqpair.render.document import BaseDocumentError
from cqpair.report import By, Compare, Provenance, Report, ReportPeriods, spans
from cqpair.report.formats import FORMATS, TAKING_BASE, RenderRequest
from cqpair.report.summarise import summarise
from cqpair.select import Filter
from cqpair.store.records import Opened, open_book


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
    compare: Annotated[
        str, typer.Option(metavar="|".join(Compare), help="help.compare")
    ] = Compare.PREVIOUS,
    trace: Annotated[bool, typer.Option("--trace", help="help.trace")] = False,
    sign: Annotated[str | None, typer.Option(metavar="NAME", help="help.sign")] = None,
    base: Annotated[str | None, typer.Option(metavar="FILE", help="help.base")] = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="|".join(FORMATS), help="help.format")
    ] = None,
    output: Output = None,
) -> None:
    target = _target(form, output, base)
    rows = By(options.choose(by, tuple(By), "--by"))
    period = _period(word, quarter, half, year, start, end)
    needed = spans(period, Compare(options.choose(compare, tuple(Compare), "--compare")))
    letterhead = read_input(base) if base else None
    folder = options.data_folder(ctx)
    now = console.now()
    opened = open_book(folder, now.date(), needed.every())
    record_filter = selection.filter_of(opened.book, folder, pair, area, lead)
    selection.need_every_pairing(opened.book, folder)
    selection.warn_empty(folder)
    report, provenance = _report(opened, needed, record_filter, rows, now)
    shown = options.path_teller(folder)
    signer = (sign or "").strip() or None
    _write(RenderRequest(report, provenance, shown, signer, trace, letterhead), target, base)
    selection.stop_if_excluded(report.exclusions, shown, report.exclusions_beside)


def _target(form: str | None, output: str | None, base: str | None) -> Target[RenderRequest]:
    """Where the report goes, and how. WrongUseError for what cannot go together."""
    target = choose_target(form, output, FORMATS)
    if base and target.format not in TAKING_BASE:
        raise console.WrongUseError(say("cli.base-docx"))
    return target


def _period(*words: str | None) -> Period:
    """The period that was asked for. WrongUseError for none, since a report has to be of one."""
    period = selection.period(*words)
    if period is None:
        raise console.WrongUseError(say("cli.no-period"))
    return period


def _report(
    opened: Opened, needed: ReportPeriods, record_filter: Filter, rows: By, now: datetime
) -> tuple[Report, Provenance]:
    """The report, each of its periods checked apart, and what it was made from."""
    period = needed.now
    found, verdict = take(opened.book, period)
    taken = {other: take(opened.book, other, REFUSING)[0] for other in needed.others()}
    report = summarise(opened.book, needed, {**taken, period: found}, record_filter, rows)
    return report, Provenance(
        __version__,
        opened.sha256(),
        len(report.totals.records),
        now,
        verdict.count_of(Severity.ERROR),
        verdict.count_of(Severity.WARNING),
    )


def _write(edition: RenderRequest, target: Target[RenderRequest], base: str | None) -> None:
    """Send the report. WrongUseError where the office's own .docx cannot be added to."""
    try:
        target.send(edition)
    except BaseDocumentError as error:
        raise console.WrongUseError(say(f"cli.base-{error}", path=base)) from None
