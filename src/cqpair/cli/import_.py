"""`cqpair import FILE…`: the returns of offices into the data folder."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from cqpair.book import Book
from cqpair.book.sheets import cell_finder
from cqpair.cli import console, options, selection
from cqpair.cli.given import Given, given_files
from cqpair.cli.options import choose_target
from cqpair.cli.writing import writing
from cqpair.collect.archive import File
from cqpair.collect.formats import IMPORTS as FORMATS
from cqpair.collect.formats import Imported
from cqpair.collect.importing import Importer, Mode, Outcome, State
from cqpair.collect.marking import marked
from cqpair.collect.returns import Asked, Return, Sent, read_return
from cqpair.messages import say
from cqpair.model.units import Unit
from cqpair.names import fold
from cqpair.questions.wanted import find_one_area
from cqpair.read.decode import decode
from cqpair.read.return_file import read_return as read_file
from cqpair.source import Place, lines_of
from cqpair.store import now
from cqpair.store.folder import STDIN, path_teller
from cqpair.store.records import open_book
from cqpair.store.write import write_whole

_UNITS = {"元": 1, "万元": 10_000}


_TEXTS = frozenset({".csv", ".tsv", ".yaml", ".json", ".txt"})


Files = Annotated[list[str], typer.Argument(metavar="FILE…", help="help.import-files")]

Sender = Annotated[str | None, typer.Option(metavar="NAME", help="help.sender")]

Received = Annotated[str | None, typer.Option(metavar="DATE", help="help.received")]

Area = Annotated[str | None, typer.Option(metavar="A", help="help.import-area")]

MoneyUnit = Annotated[str | None, typer.Option(metavar="元|万元", help="help.unit")]

HeaderRow = Annotated[str | None, typer.Option(metavar="N", help="help.header-row")]

IntoNote = Annotated[list[str] | None, typer.Option(metavar="COLUMN", help="help.into-note")]

LeaveOut = Annotated[list[str] | None, typer.Option(metavar="COLUMN", help="help.leave-out")]

Supplement = Annotated[bool, typer.Option("--supplement", help="help.supplement")]

Replace = Annotated[bool, typer.Option("--replace", help="help.replace")]

DryRun = Annotated[bool, typer.Option("--dry-run", help="help.dry-run")]

Mark = Annotated[str | None, typer.Option(metavar="DIR", help="help.mark")]

Name = Annotated[
    str | None, typer.Option("--stdin-filename", metavar="NAME", help="help.import-name")
]

Form = Annotated[
    str | None, typer.Option("--format", metavar="|".join(FORMATS), help="help.format")
]


def run(
    ctx: typer.Context,
    files: Files,
    quarter: selection.Quarter = None,
    sender: Sender = None,
    received: Received = None,
    area: Area = None,
    unit: MoneyUnit = None,
    header_row: HeaderRow = None,
    into_note: IntoNote = None,
    leave_out: LeaveOut = None,
    supplement: Supplement = False,
    replace: Replace = False,
    dry_run: DryRun = False,
    mark: Mark = None,
    form: Form = None,
    output: options.Output = None,
    stdin_filename: Name = None,
) -> None:
    target = choose_target(form, output, FORMATS)
    mode = _mode(supplement, replace)
    folder = options.data_folder(ctx)
    day = options.day(received, "--received")
    period = selection.period(quarter=quarter)
    book = _tables(folder)
    only = find_one_area(options.sound_tasks(book.tasks, folder), area)
    office, columns = _sender(book, sender), (into_note or (), leave_out or ())
    asked = Asked(period, office, only, _unit(unit), _row(header_row), *columns)
    sent = given_files(folder, files, stdin_filename)
    with writing(folder, dry_run):
        importer = Importer(folder, book, day, mode, dry_run)
        outcomes = [_take(importer, book, asked, one) for one in sent]
        importer.finish()
    target.send(_imported(outcomes, sent, book, path_teller(folder), dry_run))
    _tell_unmet([*columns[0], *columns[1]], outcomes)
    if mark:
        _mark(mark, outcomes, sent)
    if any(outcome.state is State.REFUSED for outcome in outcomes):
        raise typer.Exit(2 if any(one.unread for one in sent) else 1)


def _tables(folder: Path) -> Book:
    """The tables alone, which have to be sound."""
    book = open_book(folder, now().date(), ()).book
    options.need_sound(book.tables, folder)
    options.sound_tasks(book.tasks, folder)
    return book


def _mode(supplement: bool, replace: bool) -> Mode:
    if supplement and replace:
        raise console.WrongUseError(say("returns.two-modes"))
    return Mode.SUPPLEMENT if supplement else Mode.REPLACE if replace else Mode.UNSAID


def _sender(book: Book, name: str | None) -> Unit | None:
    if name is None:
        return None
    match = options.find(book, name)
    if match is None:
        raise typer.Exit(1)
    return match.unit


def _unit(text: str | None) -> int | None:
    if text is None:
        return None
    if text not in _UNITS:
        raise console.WrongUseError(say("returns.unit", value=text))
    return _UNITS[text]


def _row(text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and int(text)):
        raise console.WrongUseError(say("returns.header-row", value=text))
    return int(text)


def _take(importer: Importer, book: Book, asked: Asked, sent: Given) -> Outcome:
    """One file: read it, and put it where it belongs unless it was before."""
    file, unread = sent
    if unread:
        return importer.take(file, Return(file.path, rejects=(unread,)))
    if known := importer.known(file, asked.sender):
        return known
    held = read_file(file.path, file.data)
    found = read_return(Sent(file.path, held.grids, held.rejects, held.words), book, asked)
    return importer.take(file, found)


def _imported(
    outcomes: Sequence[Outcome],
    sent: Sequence[Given],
    book: Book,
    shown: Callable[[str], str],
    dry_run: bool,
) -> Imported:
    """The outcomes with what their problems are shown in."""
    data = {one.file.path: one.file for one in sent}
    finders = {o.found.path: cell_finder(o.found.book(book)) for o in outcomes}

    @cache
    def lines(path: str) -> Sequence[str]:
        file = data.get(path)
        text = decode(path, file.data)[0] if file and file.suffix in _TEXTS else None
        return lines_of(text.content) if text else ()

    def cells(place: Place) -> Sequence[tuple[int, str, str]]:
        find = finders.get(place.path)
        return find(place) if find else ()

    return Imported(outcomes, dry_run, shown, lines, cells)


def _tell_unmet(words: Sequence[str], outcomes: Sequence[Outcome]) -> None:
    """Say which columns and sheets that an option names no file has: a slip would go unseen."""
    if not all(outcome.found.tables for outcome in outcomes):
        return
    founds = [outcome.found for outcome in outcomes]
    there = {cell for one in founds for table in one.tables for cell in table.grid.head.cells}
    there |= {passed.text for one in founds for passed in one.passed_over}
    for word in words:
        if fold(word) not in set(map(fold, there)):
            console.tell(say("returns.unmet", key=word))


def _mark(folder: str, outcomes: Sequence[Outcome], sent: Sequence[Given]) -> None:
    """A copy of each refused workbook with its wrong cells marked, to be sent back."""
    for outcome, (file, _) in zip(outcomes, sent, strict=True):
        if outcome.state is not State.REFUSED:
            continue
        name = _name(file)
        data = marked(file.data, outcome.problems) if outcome.found.grids else None
        if data is None:
            console.tell(say("returns.not-marked", path=name))
            continue
        path = Path(folder) / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, data)
        except OSError as error:
            raise console.not_writable(str(path), error) from None
        console.note(say("returns.marked", path=str(path)))


def _name(file: File) -> str:
    """What a file is called; a stream that nobody named, by what it holds."""
    name = "stdin" if file.path == STDIN else Path(file.path).name
    return name if Path(name).suffix else f"{name}{file.suffix}"
