"""`cqpair init DIR`: a new data folder from the shipped tables, or with a made-up year in it."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from cqpair.cli import console
from cqpair.messages import say
from cqpair.period import ACTIVITIES, REMARKS, quarter_of
from cqpair.store import now
from cqpair.store.folder import open_tables, open_tasks, packaged_returns, shipped_folder
from cqpair.store.write import create_folder

TRY = "2022Q2"

SCHEMAS = "schemas"
"""The folder of a data folder that its files lead editors to."""


_SCHEMA_LINE = f"#:schema {SCHEMAS}/cqpair.schema.json\n".encode()


def run(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="help.new-folder")],
    demo: Annotated[bool, typer.Option("--demo", help="help.demo")] = False,
) -> None:
    """Make the folder and name its files. WrongUseError where something is in its place."""
    if not folder.strip():
        raise console.WrongUseError(say("cli.missing", name="DIR"))
    target = Path(folder)
    try:
        files = {**_explained(), **_schemas(), **(_demo_files() if demo else {})}
        made = create_folder(target, _SCHEMA_LINE + say("cli.settings-file").encode(), files)
    except FileExistsError as error:
        path = error.filename or error.args[0]
        raise console.WrongUseError(say("cli.folder-in-use", path=path)) from None
    except OSError as error:
        raise console.not_writable(folder, error) from None
    path = target.as_posix()
    console.answer("".join(f"{path}/{name}\n" for name in made))
    if demo:
        console.note(say("demo.made", path=shlex.quote(path), quarter=TRY))
    else:
        quarter = quarter_of(now().date()).label
        console.note(say("cli.folder-made", path=shlex.quote(path), quarter=quarter))


def _explained() -> dict[str, bytes]:
    """What tells how to add to reports, in the folder where that is done."""
    return {f"{REMARKS}/README.md": say("remarks.readme").encode()}


def _schemas() -> dict[str, bytes]:
    """The schemas of all files that people write here, for editors."""
    from cqpair.render import write_json
    from cqpair.schema.published import CONFIG, TABLES, YAML_RECORDS, json_schema
    from cqpair.schema.yaml_records import record_list_schema

    shipped = shipped_folder()
    tasks, tables = open_tasks(shipped).tasks, open_tables(shipped, now().date()).tables
    assert tasks is not None
    made = {name: json_schema(name) for name in (*TABLES, "remarks")}
    made["cqpair"] = json_schema(CONFIG)
    made[YAML_RECORDS] = record_list_schema(tasks, [row.value for row in tables.units])
    return {f"{SCHEMAS}/{name}.schema.json": write_json(made[name]).encode() for name in made}


def _demo_files() -> dict[str, bytes]:
    """The files of a made-up year, and one that tells what they are."""
    from cqpair.demo.quarter import WORKBOOKS, made_up_files

    shipped = shipped_folder()
    book, tasks = open_tables(shipped, now().date()), open_tasks(shipped).tasks
    assert tasks is not None
    files = made_up_files(book.pairings, book.names, tasks, packaged_returns(WORKBOOKS))
    return {f"{ACTIVITIES}/README.md": say("demo.readme").encode(), **files}
