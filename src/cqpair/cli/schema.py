"""`cqpair schema NAME`: what the tables, the records and the JSON answers look like."""

from typing import Annotated

import typer

from cqpair.cli import options
from cqpair.cli.options import Output, choose_target
from cqpair.messages import choose
from cqpair.render import JSON
from cqpair.schema.published import NAMES, RECORDS, YAML_RECORDS, json_schema
from cqpair.store import now
from cqpair.store.folder import open_tables, open_tasks


def run(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="help.schema-name")],
    output: Output = None,
) -> None:
    """Print a schema; those of records have the closed lists of this run's tables."""
    target = choose_target(None, output, {"json": JSON})
    if choose(name, NAMES, "NAME") not in (RECORDS, YAML_RECORDS):
        target.send(json_schema(name))
        return
    folder = options.tables_folder(ctx)
    tasks = options.sound_tasks(open_tasks(folder), folder)
    if name == RECORDS:
        from cqpair.schema.columns import table_schema

        target.send(table_schema(tasks))
        return
    from cqpair.schema.yaml_records import record_list_schema

    book = open_tables(folder, now().date())
    options.need_sound(book.tables, folder)
    units = [row.value for row in book.tables.units]
    target.send(record_list_schema(tasks, units))
