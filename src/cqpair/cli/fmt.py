"""`cqpair fmt [PATH…]`: record files in canonical form, their meaning unchanged."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from cqpair.canonical import difference
from cqpair.cli import console, options, selection
from cqpair.messages import say
from cqpair.store.canonical import Form, UnusableTablesError, canonical_files, files_to_format
from cqpair.store.scope import data_folder_among
from cqpair.store.unfinished import remove_left_behind
from cqpair.store.write import ChangedMeanwhileError, replace_file


def run(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH…", help="help.fmt-paths")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="help.check")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="help.diff")] = False,
) -> None:
    folder = _folder(ctx, paths or [])
    shown = options.path_teller(folder)
    forms = _forms(folder, [Path(path) for path in paths or ()])
    for form in forms:
        _tell_left(form, shown)
    changed = [form for form in forms if form.changed]
    if diff:
        _show(changed, shown)
    elif check:
        console.answer("".join(f"{shown(form.path)}\n" for form in changed))
    unwritten = 0 if check or diff else _write(folder, forms, shown)
    if check and changed and not diff:
        console.tell(say("fmt.stale", files=len(changed)))
    if not changed and all(form.why is None for form in forms):
        console.tell(say("fmt.unchanged", files=len(forms)))
    left = (check and changed) or any(form.why and not form.passed for form in forms)
    if code := max(unwritten, 1 if left else 0):
        raise typer.Exit(code)


def _folder(ctx: typer.Context, words: Sequence[str]) -> Path:
    for word in words:
        if not word.strip() or not os.path.exists(word):
            raise console.WrongUseError(say("cli.no-file", path=word))
    if words:
        return data_folder_among([Path(word) for word in words]) or options.tables_folder(ctx)
    folder = options.data_folder(ctx)
    selection.warn_empty(folder)
    return folder


def _forms(folder: Path, paths: Sequence[Path]) -> list[Form]:
    try:
        return canonical_files(folder, console.now().date(), files_to_format(folder, paths))
    except UnusableTablesError:
        raise console.WrongUseError(say("fmt.tables")) from None


def _tell_left(form: Form, shown: Callable[[str], str]) -> None:
    if form.passed:
        console.tell(say("fmt.not-csv", path=shown(form.path)))
    elif form.why:
        place, why = form.why.place.spot(shown(form.path)), say(form.why.key, **form.why.params)
        console.tell(say("fmt.left", place=place, why=why))


def _show(changed: Sequence[Form], shown: Callable[[str], str]) -> None:
    for form in changed:
        path = shown(form.path)
        lines = difference(path, form.text, form.after.decode("utf-8-sig"))
        if lines:
            console.answer(lines)
        else:
            console.tell(say("fmt.only-bytes", path=path))


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
            console.tell(say("fmt.written", path=path))
    return code
