"""Which records: a period and filters, as options name them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from cqpair.cli import console
from cqpair.cli.options import day
from cqpair.messages import say
from cqpair.period import (
    ACTIVITIES,
    BadPeriodError,
    Period,
    parse_half,
    parse_period,
    parse_quarter,
    parse_year,
)
from cqpair.select import Exclusion
from cqpair.store.folder import path_teller
from cqpair.store.records import record_files

MOST_PLACES = 20
"""Places that are told one by one; validate tells them all."""


Word = Annotated[str | None, typer.Argument(metavar="PERIOD", help="help.period")]


QuarterWord = Annotated[str | None, typer.Argument(metavar="PERIOD", help="help.quarter-word")]


Quarter = Annotated[str | None, typer.Option(metavar="2021Q2", help="help.quarter")]


Half = Annotated[str | None, typer.Option(metavar="2021H1", help="help.half")]


Year = Annotated[str | None, typer.Option(metavar="2021", help="help.year")]


From = Annotated[str | None, typer.Option("--from", metavar="DATE", help="help.from")]


To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="help.to")]


Pair = Annotated[str | None, typer.Option(metavar="NAME", help="help.pair")]


AreaName = Annotated[str | None, typer.Option(metavar="A", help="help.area")]


Lead = Annotated[str | None, typer.Option(metavar="KIND", help="help.lead")]


def period(
    word: str | None = None,
    quarter: str | None = None,
    half: str | None = None,
    year: str | None = None,
    start: str | None = None,
    end: str | None = None,
) -> Period | None:
    """The one period that was named, or None. WrongUseError for several, and for any other text."""
    named = [(parse_period, word), (parse_quarter, quarter), (parse_half, half), (parse_year, year)]
    given = [(parse, text) for parse, text in named if text is not None]
    if len(given) + (start is not None or end is not None) > 1:
        raise console.WrongUseError(say("cli.several-periods"))
    if given:
        parse, text = given[0]
        try:
            return parse(text)
        except BadPeriodError as error:
            raise console.WrongUseError(say(error.key, value=error.value)) from None
    return _span(start, end)


def one_quarter(
    word: str | None, quarter: str | None, missing: str = "cli.which-quarter"
) -> Period:
    """The quarter that was named. WrongUseError for none, for both, and for any other period.

    `missing` is what is said of none: how a quarter is named differs between commands.
    """
    found = period(word, quarter)
    if found is None:
        raise console.WrongUseError(say(missing))
    if found.months != 3:
        raise console.WrongUseError(say("period.quarter", value=word))
    return found


def _span(start: str | None, end: str | None) -> Period | None:
    if start is None and end is None:
        return None
    if start is None or end is None:
        raise console.WrongUseError(say("cli.half-span"))
    first, last = day(start, "--from"), day(end, "--to")
    if last < first:
        raise console.WrongUseError(say("cli.backward-span", start=first, end=last))
    return Period(first, last)


def stop_if_excluded(
    exclusions: Sequence[Exclusion], shown: Callable[[str], str], beside: Sequence[Exclusion] = ()
) -> None:
    """Exit 1 after telling which records, columns and files errors keep out of the answer.

    `beside` is missing from figures of other periods, which is told and fails nothing.
    """
    _tell_exclusions(exclusions, shown)
    if beside:
        console.note(say("cli.left-out-beside"))
        _tell_exclusions(beside, shown, console.note)
    if exclusions or beside:
        (console.tell if exclusions else console.note)(say("cli.left-out-why"))
    if exclusions:
        raise typer.Exit(1)


def _tell_exclusions(
    exclusions: Sequence[Exclusion],
    shown: Callable[[str], str],
    tell: Callable[[str], None] = console.tell,
) -> None:
    for kind, place, _ in exclusions[:MOST_PLACES]:
        tell(say(f"cli.left-out-{kind}", place=place.spot(shown(place.path))))
    if len(exclusions) > MOST_PLACES:
        tell(say("cli.left-out-more", n=len(exclusions) - MOST_PLACES))


def warn_empty(folder: Path) -> None:
    """Say so when the data folder holds no records at all, and where they go."""
    if next(record_files(folder), None) is None:
        path = path_teller(folder)(ACTIVITIES)
        console.note(say("cli.no-records", path=path))
