"""`cqpair pairs`: the annex as a table."""

from typing import Annotated

import typer

from cqpair.answers import changed_since, list_pairings
from cqpair.cli import console, options
from cqpair.cli.tables import TABLE_FORMATS, print_table
from cqpair.compose.lists import pairs_table
from cqpair.messages import listed, say
from cqpair.model.units import Region
from cqpair.store.folder import open_tables

MODES = ("一对一", "二对一")
REGIONS = (Region.NORTHEAST, Region.SOUTHEAST)


def run(
    ctx: typer.Context,
    region: Annotated[
        str | None, typer.Option(metavar="|".join(REGIONS), help="help.region")
    ] = None,
    mode: Annotated[str | None, typer.Option(metavar="|".join(MODES), help="help.mode")] = None,
    on: options.On = None,
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(TABLE_FORMATS), help="help.format")
    ] = "table",
) -> None:
    form = options.choose(form, TABLE_FORMATS, "--format")
    chosen = Region(options.choose(region, REGIONS, "--region")) if region else None
    mode = options.choose(mode, MODES, "--mode") if mode else None
    book = open_tables(options.tables_folder(ctx), options.day(on, "--on"))
    options.warn_incomplete(book)
    pairings, regions = list_pairings(book, chosen, mode), options.regions(book)
    if form == "json":
        from cqpair.render.json_text import write_json
        from cqpair.shapes.answers import pairs_json

        console.answer_data(write_json(pairs_json(pairings, regions)))
    else:
        print_table(pairs_table(pairings, regions), form)
    if changed := changed_since(book, pairings):
        names = listed([unit.name for unit in changed])
        console.tell(say("answers.changed-since", names=names, example=changed[0].name))
