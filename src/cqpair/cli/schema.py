"""`cqpair schema NAME`: what the tables, the records and the JSON answers look like."""

from typing import Annotated

import typer

from cqpair.cli import console, options
from cqpair.render import write_json
from cqpair.schema.published import NAMES, RECORDS, json_schema
from cqpair.store.folder import open_tasks


def run(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="help.schema-name")],
) -> None:
    """Print a schema; that of the records has the closed lists of this run's tasks.yaml."""
    if options.choose(name, NAMES, "NAME") != RECORDS:
        console.answer_data(write_json(json_schema(name)))
        return
    folder = options.tables_folder(ctx)
    tasks = options.sound_tasks(open_tasks(folder), folder)
    from cqpair.schema.columns import table_schema

    console.answer_data(write_json(table_schema(tasks)))
