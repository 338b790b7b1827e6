"""The records of a data folder, with its tables, as a Book; which of its files are in question."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cqpair.book import Book
from cqpair.book.layout import Table
from cqpair.book.records import Remembered, build_records
from cqpair.cells import Context
from cqpair.fields import Activity, Draft
from cqpair.period import ACTIVITIES, REMARKS, Period, folder_year, is_remarks, may_hold
from cqpair.read.readers import READERS
from cqpair.source import Fault, Place, Reject
from cqpair.store import PAIRINGS, SETTINGS
from cqpair.store.files import NOTHING, Files, Received
from cqpair.store.folder import TASKS, shipped_folder, tables_from, tasks_from

_NO_RECORDS = frozenset({"readme.md", "thumbs.db", "desktop.ini"})


class Opened(NamedTuple):
    """A Book, and the SHA-256 of each file it was read from, by its path in the folder."""

    book: Book
    hashes: Mapping[str, str]

    def sha256(self) -> str:
        """The joint hash of every file that was read: of tables and of all periods told of."""
        lines = "".join(f"{h}  {path}\n" for path, h in sorted(self.hashes.items()))
        return hashlib.sha256(lines.encode("utf-8", "surrogateescape")).hexdigest()


def open_book(
    folder: Path,
    on: date,
    periods: Sequence[Period] | None = None,
    more: Sequence[Path] = (),
    received: Mapping[str, Received] = NOTHING,
) -> Opened:
    """Tables and records: those of `periods` (all, if None), the files in `more`, the `received`.

    A folder named by a quarter outside `periods` is not opened. Records are read only when both
    tables are sound, since they would be checked against half of them otherwise.
    """
    shelf = _Shelf(Files(folder, received), on)
    records = (path for path in received if path not in (PAIRINGS, TASKS))
    found = (*record_files(folder, periods), *(file.as_posix() for file in more), *records)
    for path in dict.fromkeys(found):
        if not is_remarks(path):  # which hold no records
            shelf.take(path)
    return shelf.opened()


def record_files(folder: Path, periods: Sequence[Period] | None = None) -> Iterator[str]:
    """The record files of the folder, in a fixed order, relative to it and with `/`."""
    for file in files_of(folder / ACTIVITIES):
        path = file.relative_to(folder).as_posix()
        if periods is None or any(may_hold(path, period) for period in periods):
            yield path


def remark_files(folder: Path) -> Iterator[str]:
    """The files of remarks of the folder, in a fixed order, relative to it and with `/`."""
    for file in files_of(folder / REMARKS):
        yield file.relative_to(folder).as_posix()


def files_of(path: Path) -> Iterator[Path]:
    """`path` itself, or every file below it that is not hidden, once, in a fixed order.

    Links come last, and are passed over where they lead to what was given already. A folder that
    cannot be listed is given itself, so that reading it tells why.
    """
    if os.path.isfile(path):
        yield path
        return
    unlisted: list[str] = []
    linked: list[Path] = []
    seen = set()
    waiting = [path]
    for start in waiting:
        for at, folders, files in os.walk(start, onerror=lambda e: unlisted.append(e.filename)):
            real = os.path.realpath(at)
            folders[:] = sorted(name for name in folders if not is_passed_over(name))
            if real in seen:
                folders.clear()
                continue
            seen.add(real)
            waiting += [Path(at, name) for name in folders if os.path.islink(Path(at, name))]
            for name in sorted(name for name in files if not is_passed_over(name)):
                if os.path.islink(Path(at, name)):
                    linked.append(Path(at, name))
                else:
                    seen.add(os.path.join(real, name))
                    yield Path(at, name)
    for link in linked:
        if (real := os.path.realpath(link)) not in seen:
            seen.add(real)
            yield link
    yield from (Path(name) for name in unlisted if os.path.exists(name))


class _Shelf:
    """Gathers what the files of a folder hold."""

    def __init__(self, files: Files, on: date) -> None:
        self._files = files
        self._hashes: dict[str, str] = {}
        self._tables = tables_from(*self._read(PAIRINGS), on)
        self._tasks = tasks_from(*self._read(TASKS))
        self._activities: list[Activity] = []
        self._drafts: list[Draft] = []
        self._rejects: list[Reject] = []
        self._sheets: list[Table] = []
        self._remembered: dict[int | None, Remembered] = {}

    def take(self, path: str) -> None:
        """Read one record file."""
        reader = READERS.get(self._files.suffix(path))
        if reader is None and not os.path.isdir(self._files.folder / path):
            held, _ = self._files.read(path)
            told = Reject(Fault.NOT_READ, Place(path), "store.not-read")
            self._rejects += _pictures_told(path, held or b"", [told])
            return
        data, unread = self._read(path)
        self._rejects += unread
        tasks = self._tasks.tasks
        if data is None or reader is None or tasks is None or not self._tables.tables.complete:
            return
        grids, rejects = reader(path, data)
        self._rejects += rejects if grids else _pictures_told(path, data, rejects)
        year = folder_year(path)
        context = Context(self._tables.names, tasks, year)
        for grid in grids:
            remembered = self._remembered.setdefault(year, {})
            built = build_records(grid, context, remembered)
            self._activities += built.activities
            self._drafts += built.drafts
            self._rejects += built.rejects
            self._sheets += built.tables if grid.sheet else ()

    def opened(self) -> Opened:
        """What was gathered."""
        book = self._tables._replace(
            tasks=self._tasks,
            activities=tuple(self._activities),
            drafts=tuple(self._drafts),
            rejects=tuple(self._rejects),
            sheets=tuple(self._sheets),
        )
        return Opened(book, self._hashes)

    def _read(self, path: str) -> tuple[bytes | None, list[Reject]]:
        data, unread = self._files.read(path)
        if data is not None:
            self._hashes[path] = hashlib.sha256(data).hexdigest()
        return data, unread


def _pictures_told(path: str, data: bytes, rejects: list[Reject]) -> list[Reject]:
    """`rejects`, which say why nothing is read; of a picture or a PDF, that it is no table."""
    from cqpair.read.return_kind import Kind, kind_of  # which files that are read do not need

    if not rejects or kind_of(data) not in (Kind.PICTURE, Kind.FIXED_LAYOUT):
        return rejects
    return [Reject(rejects[0].fault, Place(path), "store.picture")]


def is_passed_over(name: str) -> bool:
    """Hidden files, lock files, what Windows leaves in a folder, and a README hold no records."""
    return name.startswith((".", "~$")) or name.casefold() in _NO_RECORDS


class CheckScope(NamedTuple):
    """The data folder; the paths in question, as places tell them (None: all); files beside it."""

    folder: Path
    paths: frozenset[str] | None = None
    beside: tuple[Path, ...] = ()

    def with_tables(self) -> "CheckScope":
        """The same with the tables in question too, since nothing can be checked without."""
        paths = None if self.paths is None else self.paths | {PAIRINGS, TASKS}
        return self._replace(paths=paths)

    def holds(self, path: str) -> bool:
        """True when the file a place tells as `path` is in question."""
        return self.paths is None or path in self.paths


def data_folder_among(paths: Sequence[Path]) -> Path | None:
    """The data folder that `paths` themselves name: one folder, or the folder of its tables."""
    if len(paths) == 1 and os.path.isfile(paths[0] / PAIRINGS):
        return paths[0]
    tables = (path.parent for path in paths if path.name in (PAIRINGS, TASKS, SETTINGS))
    return next((folder for folder in tables if os.path.isfile(folder / PAIRINGS)), None)


def path_in(folder: Path, name: str) -> str:
    """The path that places tell of a file called `name`, which need not be there.

    `activities/…` and `remarks/…` are of the data folder where there is no such folder here.
    """
    for whole in (os.path.abspath, os.path.realpath):
        file = Path(whole(name))
        if file.is_relative_to(whole(folder)):
            return file.relative_to(whole(folder)).as_posix()
    inner = os.path.normpath(name)
    first = inner.partition(os.sep)[0]
    is_ours = first in (ACTIVITIES, REMARKS) and not os.path.isdir(first)
    return Path(inner).as_posix() if is_ours and folder != shipped_folder() else file.as_posix()


def scope_of(folder: Path, paths: Sequence[Path], received: Iterable[str] = ()) -> CheckScope:
    """The files that `paths` name, each a file or a folder, to be checked against `folder`.

    `received` are in question too, as places tell them.
    """
    given = tuple(received)
    if (not paths and not given) or list(paths) == [folder]:
        return CheckScope(folder)
    wanted = dict.fromkeys(
        Path(os.path.realpath(file)) for path in paths for file in files_of(path)
    )
    inside = {
        Path(os.path.realpath(folder / name)): name
        for name in (
            *(PAIRINGS, TASKS, SETTINGS),
            *record_files(folder),
            *remark_files(folder),
        )
    }
    beside = tuple(file for file in wanted if file not in inside)
    told = [inside.get(file, file.as_posix()) for file in wanted]
    return CheckScope(folder, frozenset((*told, *given)), beside)
