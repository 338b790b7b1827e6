"""`cqpair report PERIOD`: how a period went, by task area, pairing, partner or region."""

from collections.abc import Callable
from typing import Annotated

import typer

from cqpair import __version__
from cqpair.book import Book
from cqpair.check import Verdict, check
from cqpair.cli import console, options, selection
from cqpair.cli.output import Output, output_format, write_output
from cqpair.compose.report import compose
from cqpair.left_out import Taken
from cqpair.messages import say
from cqpair.period import Period
from cqpair.problem import Severity
from cqpair.report import By, Provenance, Report, summarise
from cqpair.select import narrow
from cqpair.store.records import open_book

COMPARE = ("previous", "last-year", "none")
SUFFIXES = {".txt": "text", ".md": "markdown", ".json": "json"}
FORMATS = tuple(SUFFIXES.values())


def run(
    ctx: typer.Context,
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
        str, typer.Option(metavar="|".join(COMPARE), help="help.compare")
    ] = "previous",
    form: Annotated[
        str | None, typer.Option("--format", metavar="|".join(FORMATS), help="help.format")
    ] = None,
    output: Output = None,
) -> None:
    form = output_format(form, output, SUFFIXES, FORMATS)
    rows = By(options.choose(by, tuple(By), "--by"))
    period = selection.period(quarter, half, year, start, end)
    if period is None:
        raise console.WrongUseError(say("cli.no-period"))
    before = _compared(period, options.choose(compare, COMPARE, "--compare"))
    folder = options.data_folder(ctx)
    selection.warn_empty(folder)
    opened = open_book(folder, console.now().date(), [period, before] if before else [period])
    wanted = selection.wanted_records(opened.book, pair, area, lead)
    taken, verdict = _take(opened.book, period)
    earlier = _take(opened.book, before)[0] if before else None
    report = summarise(opened.book, taken, earlier, wanted, rows)
    shown = options.path_teller(folder)
    _write(report, _provenance(report, verdict, opened.sha256(period)), form, output, shown)
    selection.stop_if_left_out(report.left_out, shown)


def _take(book: Book, period: Period) -> tuple[Taken, Verdict]:
    """The records of a period, checked; `check` also says what is wrong with the others."""
    narrowed = narrow(book, period)
    verdict = check(narrowed)
    return Taken(period, verdict.sound, verdict.refused, narrowed.rejects), verdict


def _compared(period: Period, compare: str) -> Period | None:
    match compare:
        case "previous":
            return period.previous()
        case "last-year":
            return period.last_year()
        case _:
            return None


def _provenance(report: Report, verdict: Verdict, sha256: str) -> Provenance:
    return Provenance(
        __version__,
        sha256,
        len(report.totals.records),
        console.now(),
        verdict.count_of(Severity.ERROR),
        verdict.count_of(Severity.WARNING),
        _trace(report),
    )


def _trace(report: Report) -> str:
    """The command that lists the records behind the figures."""
    period, wanted = report.period, report.wanted
    option = {3: "--quarter", 6: "--half", 12: "--year"}.get(period.months)
    named = [option, period.label] if option else ["--from", period.start, "--to", period.end]
    words = ["cqpair", "activities", *map(str, named)]
    words += ["--pair", wanted.pair] if wanted.pair else []
    words += ["--area", wanted.area.key] if wanted.area else []
    words += ["--lead", wanted.lead.value] if wanted.lead else []
    return " ".join(words)


def _write(
    report: Report,
    provenance: Provenance,
    form: str | None,
    output: str | None,
    shown: Callable[[str], str],
) -> None:
    if form is None and console.is_terminal():
        from cqpair.render.terminal import print_document

        print_document(compose(report, provenance))
        return
    text = _text(report, provenance, form, shown)
    if output:
        write_output(output, text)
    elif form in ("json", "markdown"):
        console.answer_data(text)
    else:
        console.answer(text)


def _text(
    report: Report, provenance: Provenance, form: str | None, shown: Callable[[str], str]
) -> str:
    match form:
        case "json":
            from cqpair.render.json_text import write_json
            from cqpair.shapes.report import report_json

            return write_json(report_json(report, provenance, shown))
        case "markdown":
            from cqpair.render.markdown import write_document

            return write_document(compose(report, provenance))
        case _:
            from cqpair.render.text import write_document

            return write_document(compose(report, provenance))
