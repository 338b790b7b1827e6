"""`cqpair fmt [PATH…]`: record files in canonical form, their meaning unchanged."""

import os
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from cqpair.book.canonical import difference
from cqpair.cli import console, options
from cqpair.cli.paths import Named, StdinFilename, named
from cqpair.cli.writing import alone
from cqpair.messages import say
from cqpair.store import now
from cqpair.store.fmt import Form, UnusableTablesError, canonical_files, files_to_format
from cqpair.store.folder import path_teller
from cqpair.store.write import ChangedMeanwhileError, remove_left_behind, replace_file


def run(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH…", help="help.fmt-paths")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="help.check")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="help.diff")] = False,
    stdin_filename: StdinFilename = None,
) -> None:
    """Rewrite files of records; with `--check` or `--diff` only tell which would change."""
    asked = named(ctx, paths, stdin_filename)
    writes = not check and not diff and _names_records(asked)
    with alone(asked.folder) if writes else nullcontext():  # lest two give the same ids
        _format(asked, check, diff)


def _names_records(asked: Named) -> bool:
    """Whether something of the data folder itself is in question."""
    folder = Path(os.path.realpath(asked.folder))
    paths = [Path(os.path.realpath(path)) for path in asked.files]
    return asked.whole or any(p.is_relative_to(folder) or folder.is_relative_to(p) for p in paths)


def _format(asked: Named, check: bool, diff: bool) -> None:
    shown = path_teller(asked.folder)
    forms = _forms(asked)
    for form in forms:
        _tell_left(form, shown)
    changed = [form for form in forms if form.changed]
    if diff:
        _show(changed, shown)
    elif check:
        console.answer("".join(f"{shown(form.path)}\n" for form in changed))
    unwritten = 0
    if not check and not diff:
        _print_received(asked, forms)
        stored = [form for form in forms if form.path not in asked.received]
        unwritten = _write(asked.folder, stored, shown)
    if check and changed and not diff:
        console.tell(say("fmt.stale", files=len(changed)))
    if not changed and all(form.why is None for form in forms):
        console.note(say("fmt.unchanged", files=len(forms)))
    left = (check and changed) or any(form.why and not form.passed for form in forms)
    if code := max(unwritten, 1 if left else 0):
        raise typer.Exit(code)


def _forms(asked: Named) -> list[Form]:
    """The canonical form of each file that was asked for. WrongUseError for several streams."""
    if len(asked.received) > 1:  # whose forms would come out as one
        raise console.WrongUseError(say("fmt.streams"))
    files = files_to_format(asked.folder, asked.files) if asked.files or asked.whole else []
    paths = dict.fromkeys((*files, *asked.received))
    try:
        return canonical_files(asked.folder, now().date(), paths, asked.received)
    except UnusableTablesError as error:
        raise options.unusable(error.damage, asked.folder) from None


def _tell_left(form: Form, shown: Callable[[str], str]) -> None:
    """Say why a file stays as it is, where it does."""
    if form.passed:
        console.note(say("fmt.not-csv", path=shown(form.path)))
    elif form.why:
        console.tell(say("fmt.left", **form.why.told(shown)))


def _show(changed: Sequence[Form], shown: Callable[[str], str]) -> None:
    """Print what would change, as a difference a file."""
    for form in changed:
        path = shown(form.path)
        lines = difference(path, form.text, form.after.decode("utf-8-sig"))
        if lines:
            console.answer(lines)
        else:
            console.tell(say("fmt.only-bytes", path=path))


def _print_received(asked: Named, forms: Sequence[Form]) -> None:
    """What came by a stream goes out to stdout, canonical; what is not CSV, as it came."""
    for form in forms:
        if form.path in asked.received and (form.passed or form.why is None):
            console.answer_data(asked.received[form.path].data if form.passed else form.after)


def _write(folder: Path, forms: Sequence[Form], shown: Callable[[str], str]) -> int:
    """Write what changes; the exit code. What cannot be written keeps no other file from it."""
    code = 0
    for place in dict.fromkeys(Path(os.path.realpath(folder / f.path)).parent for f in forms):
        remove_left_behind(place)
    for form in (form for form in forms if form.changed):
        path = shown(form.path)
        try:
            replace_file(folder / form.path, form.after, expected=form.before)
        except ChangedMeanwhileError:
            console.tell(say("fmt.changed", path=path))
            code = max(code, 1)
        except OSError as error:
            console.tell(str(console.not_writable(path, error)))
            code = 2
        else:
            console.note(say("fmt.written", path=path))
    return code
