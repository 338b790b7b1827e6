"""`cqpair schema NAME`: what the tables, the records and the JSON answers look like."""

from typing import Annotated

import typer

from cqpair.cli import console, options
from cqpair.messages import say
from cqpair.render.json_text import write_json
from cqpair.shapes.schemas import NAMES, RECORDS, json_schema
from cqpair.store.folder import TASKS, open_tasks


def run(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="help.schema-name")],
) -> None:
    if options.choose(name, NAMES, "NAME") != RECORDS:
        console.answer_data(write_json(json_schema(name)))
        return
    tasks = open_tasks(options.tables_folder(ctx)).tasks
    if tasks is None:
        raise console.WrongUseError(say("cli.unusable-table", path=TASKS))
    from cqpair.shapes.records import table_schema

    console.answer_data(write_json(table_schema(tasks)))
