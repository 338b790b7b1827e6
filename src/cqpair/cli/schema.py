"""`cqpair schema NAME`: what the tables, the records and the JSON answers look like."""

from typing import Annotated

import typer

from cqpair.cli import options
from cqpair.cli.options import Output, choose_target
from cqpair.render import JSON
from cqpair.schema.published import NAMES, RECORDS, json_schema
from cqpair.store.folder import open_tasks


def run(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="help.schema-name")],
    output: Output = None,
) -> None:
    """Print a schema; that of the records has the closed lists of this run's tasks.yaml."""
    target = choose_target(None, output, {"json": JSON})
    if options.choose(name, NAMES, "NAME") != RECORDS:
        target.send(json_schema(name))
        return
    folder = options.tables_folder(ctx)
    tasks = options.sound_tasks(open_tasks(folder), folder)
    from cqpair.schema.columns import table_schema

    target.send(table_schema(tasks))
