"""`cqpair tasks [AREA]`: the task areas and safeguards with their measures."""

from typing import Annotated

import typer

from cqpair.answers.tables import TASKS as FORMATS
from cqpair.areas import find_area, no_area
from cqpair.cli import console, options
from cqpair.cli.options import Output, choose_target
from cqpair.store.folder import open_tasks


def run(
    ctx: typer.Context,
    area: Annotated[str | None, typer.Argument(metavar="AREA", help="help.area")] = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="|".join(FORMATS), help="help.format")
    ] = None,
    output: Output = None,
) -> None:
    """List all, or the one that `area` names; exit 1 where it names none."""
    target = choose_target(form, output, FORMATS)
    folder = options.tables_folder(ctx)
    tasks = options.sound_tasks(open_tasks(folder), folder)
    found = None if area is None else find_area(area, tasks)
    if area is not None and found is None:
        console.tell(no_area(area, tasks, "AREA"))
        raise typer.Exit(1)
    target.send((found,) if found else tasks.all_areas)
