"""`cqpair partners NAME…`: who pairs with whom, from either side."""

from typing import Annotated

import typer

from cqpair.answers import answer, untold
from cqpair.answers.words import PARTNERS as FORMATS
from cqpair.cli import options
from cqpair.cli.options import Output, choose_target
from cqpair.store.folder import open_tables


def run(
    ctx: typer.Context,
    names: Annotated[list[str], typer.Argument(metavar="NAME…", help="help.names")],
    on: options.On = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="|".join(FORMATS), help="help.format")
    ] = None,
    output: Output = None,
) -> None:
    """Answer each name; exit 1 where one is not known, or pairs with nobody."""
    target = choose_target(form, output, FORMATS)
    folder = options.tables_folder(ctx)
    book = open_tables(folder, options.day(on, "--on"))
    options.need_sound(book.tables, folder)
    matches = [options.find(book, name) for name in names]
    for match in filter(None, matches):
        if damage := untold(book, match.unit):
            raise options.unusable(damage, folder)
    answers = [answer(book, match) for match in matches if match]
    target.send(answers)
    if not all(a.partners for a in answers) or len(answers) < len(names):
        raise typer.Exit(1)
