"""`cqpair template (NAME… | --all) --quarter Q`: the forms that offices fill in."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from cqpair.book import Book
from cqpair.cli import console, options, selection
from cqpair.messages import listed, say
from cqpair.model.units import Pairing, Unit
from cqpair.store import now
from cqpair.store.folder import open_tables, open_tasks
from cqpair.store.write import FilesExistError, WriteProtectedError, write_files

_MOST_NAMES = 5  # of files that are there already


def run(
    ctx: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME…", help="help.names")] = None,
    everyone: Annotated[bool, typer.Option("--all", help="help.all")] = False,
    quarter: selection.Quarter = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="DIR", help="help.output-folder")
    ] = ".",
    force: Annotated[bool, typer.Option("--force", help="help.force")] = False,
) -> None:
    if bool(names) == everyone:
        raise console.WrongUseError(say("template.either" if names else "template.which"))
    if output == "-":
        raise console.WrongUseError(say("template.no-stdout"))
    folder = options.tables_folder(ctx)
    book = open_tables(folder, now().date())
    options.need_sound(book.tables, folder)
    files = _forms(folder, _offices(book, names), quarter)
    _write(Path(output), files, force)
    console.answer("".join(f"{(Path(output) / name).as_posix()}\n" for name in files))


def _offices(book: Book, names: Sequence[str] | None) -> list[tuple[Unit, Pairing]]:
    """The units that are named, or all, each with its pairing. Exit 1 where a name has none."""
    if not names:
        return list(_all_offices(book))
    matches = [options.find(book, name) for name in names]
    units = dict.fromkeys(match.unit for match in matches if match)
    offices = [(unit, pairing) for unit in units if (pairing := book.pairing_of(unit))]
    for unit in units.keys() - {unit for unit, _ in offices}:
        console.tell(say("answers.unpaired", name=unit.name))
    if None in matches or len(offices) < len(units):
        raise typer.Exit(1)
    return offices


def _all_offices(book: Book) -> Iterator[tuple[Unit, Pairing]]:
    """The annex row by row."""
    for pairing in book.pairings:
        for name in pairing.members:
            yield book.names.unit(name), pairing


def _forms(
    folder: Path, offices: Sequence[tuple[Unit, Pairing]], quarter: str | None
) -> Mapping[str, bytes]:
    """The forms as workbooks, by the names of their files."""
    period = selection.one_quarter(None, quarter, "cli.which-quarter-option")
    tasks = options.sound_tasks(open_tasks(folder), folder)
    from cqpair.collect.form import Form, file_stem
    from cqpair.collect.template import write_template

    forms = [Form(unit, pairing, period, tasks) for unit, pairing in offices]
    made_at = now()
    return {f"{file_stem(period, form.unit)}.xlsx": write_template(form, made_at) for form in forms}


def _write(folder: Path, files: Mapping[str, bytes], force: bool) -> None:
    try:
        write_files(folder, files, replace=force)
    except FilesExistError as error:
        paths = [(folder / name).as_posix() for name in error.names]
        key = "template.exists" if len(paths) <= _MOST_NAMES else "template.several-exist"
        names = listed(paths[:_MOST_NAMES])
        raise console.WrongUseError(say(key, names=names, n=len(paths))) from None
    except OSError as error:
        named = isinstance(error, WriteProtectedError | IsADirectoryError)
        path = str(error.filename) if named else folder.as_posix()
        raise console.not_writable(path, error) from None
