"""`cqpair pairs`: the annex as a table."""

from typing import Annotated, get_args

import typer

from cqpair.answers import changed_since, list_pairings
from cqpair.answers.tables import PAIRS as FORMATS
from cqpair.cli import console, options
from cqpair.cli.options import Output, choose_target
from cqpair.messages import choose, listed, say
from cqpair.model.units import Mode, Region
from cqpair.store.folder import open_tables

MODES: tuple[str, ...] = get_args(Mode)

REGIONS = (Region.NORTHEAST, Region.SOUTHEAST)


def run(
    ctx: typer.Context,
    region: Annotated[
        str | None, typer.Option(metavar="|".join(REGIONS), help="help.region")
    ] = None,
    mode: Annotated[str | None, typer.Option(metavar="|".join(MODES), help="help.mode")] = None,
    on: options.On = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="|".join(FORMATS), help="help.format")
    ] = None,
    output: Output = None,
) -> None:
    """List the pairings of a region or a mode, on a day, and say which units changed by then."""
    target = choose_target(form, output, FORMATS)
    chosen = Region(choose(region, REGIONS, "--region")) if region else None
    mode = choose(mode, MODES, "--mode") if mode else None
    folder = options.tables_folder(ctx)
    book = open_tables(folder, options.day(on, "--on"))
    options.need_sound(book.tables, folder)
    pairings = list_pairings(book, chosen, mode)
    target.send((pairings, book.tables.regions()))
    if changed := changed_since(book, pairings):
        names = listed([unit.name for unit in changed])
        console.note(say("answers.changed-since", names=names, example=changed[0].name))
