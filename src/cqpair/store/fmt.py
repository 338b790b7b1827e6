"""Record files in canonical form: which they are, and what each would be."""

import os
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from cqpair.book.canonical import (
    canonical_text,
    highest_numbers,
    id_stem,
    line_end_of,
    loss_in,
    same_records,
    with_ids,
)
from cqpair.book.records import build_records
from cqpair.cells import Context
from cqpair.fields import Activity
from cqpair.messages import say
from cqpair.names import Names
from cqpair.period import folder_year
from cqpair.read import csv_file
from cqpair.read.decode import decode
from cqpair.source import Fault, Place, Reject
from cqpair.store.files import NOTHING, Files, Received
from cqpair.store.folder import has_submissions, open_tables, open_tasks
from cqpair.store.ids import HiddenIdsError, texts_in
from cqpair.store.records import files_of, record_files


class UnusableTablesError(Exception):
    """The tables have errors, so nothing can be read against them; `damage` is the first."""

    def __init__(self, damage: Reject) -> None:
        super().__init__(damage.key)
        self.damage = damage


class Form(NamedTuple):
    """A record file as it is, and in canonical form; both the same where `why` it is left.

    `text` is what it holds now, without the mark of its encoding; `passed` is true for a file of
    another kind, which is no fault.
    """

    path: str
    text: str
    before: bytes
    after: bytes
    why: Reject | None = None

    @property
    def changed(self) -> bool:
        """True when the file is not in canonical form yet."""
        return self.before != self.after

    @property
    def passed(self) -> bool:
        """True for a file that is not CSV, and so none of our business."""
        return self.why is not None and self.why.fault is Fault.NOT_READ


class _File(NamedTuple):
    """A CSV file that fits."""

    path: str
    text: str
    data: bytes
    activities: list[Activity]


def canonical_files(
    folder: Path, on: date, paths: Iterable[str], received: Mapping[str, Received] = NOTHING
) -> list[Form]:
    """Each of `paths`, as places tell them, in canonical form, in their order.

    Ids are new in the whole data folder, its submissions included. UnusableTablesError when a
    table has errors. A file that needs ids is left where another hides which are in use.
    """
    book, table = open_tables(folder, on), open_tasks(folder)
    if damage := book.tables.damage or table.damage:
        raise UnusableTablesError(damage)
    assert table.tasks is not None
    context = Context(book.names, table.tasks)
    disk = Files(folder, received)
    files = [_read(disk, path, context) for path in paths]
    fitting = [file for file in files if isinstance(file, _File)]
    stems = {id_stem(a) for file in fitting for a in file.activities if a.id is None}
    texts = texts_in(disk, dict.fromkeys([*record_files(folder), *(f.path for f in files)]))
    hidden = None
    try:
        highest = highest_numbers(chain(texts, _submitted(folder, book.names)), stems)
    except HiddenIdsError as error:
        highest, hidden = {}, error.reject
    return [
        _form(file, context, highest, hidden) if isinstance(file, _File) else file for file in files
    ]


def _submitted(folder: Path, names: Names) -> Iterator[str]:
    """All that the submissions say, where there are any."""
    if has_submissions(folder):
        from cqpair.store.submissions import open_submissions

        yield from open_submissions(folder, names).texts()


def files_to_format(folder: Path, paths: Sequence[Path]) -> list[str]:
    """The files that `paths` name, all record files where there are none, as places tell them.

    Of a folder it is the record files in it; where it holds none, as one beside the data folder
    does, its CSV files. What was received, `submissions/`, is only taken file by file.
    """
    inside: dict[Path, str] = {}
    for name in record_files(folder):
        inside.setdefault(_real(folder / name), name)  # a file that has several names is one file
    wanted: dict[Path, None] = {} if paths else dict.fromkeys(inside)
    for path in paths:
        files = [_real(path)] if os.path.isfile(path) else _below(path, inside, folder)
        wanted |= dict.fromkeys(files)
    return [inside.get(file, file.as_posix()) for file in wanted]


def _below(path: Path, inside: Iterable[Path], folder: Path) -> list[Path]:
    """The files to format in the folder `path`."""
    if own := [file for file in inside if file.is_relative_to(_real(path))]:
        return own
    found = (_real(file) for file in files_of(path) if file.suffix.casefold() == ".csv")
    return [file for file in found if not file.is_relative_to(_real(folder))]


def _read(disk: Files, path: str, context: Context) -> _File | Form:
    if disk.suffix(path) != ".csv" and not os.path.isdir(disk.folder / path):
        return Form(path, "", b"", b"", Reject(Fault.NOT_READ, Place(path), "fmt.not-csv"))
    data, rejects = disk.read(path)
    if data is None:
        return Form(path, "", b"", b"", rejects[0])
    activities, rejects = csv_records(path, data, context)
    rejects += [lost for activity in activities if (lost := loss_in(activity))]
    if rejects:
        return Form(path, "", data, data, min(rejects, key=lambda reject: reject.place.order))
    text, _ = decode(path, data)
    return _File(path, text.content if text else "", data, activities)


def csv_records(path: str, data: bytes, context: Context) -> tuple[list[Activity], list[Reject]]:
    """The records of a CSV file and what does not fit; its encoding is put right, so it fits."""
    grids, rejects = csv_file.read_records(path, data)
    activities: list[Activity] = []
    for grid in grids:
        built = build_records(grid, context._replace(year=folder_year(path)), {})
        activities += built.activities
        rejects += built.rejects
        if not built.plain:
            rejects.append(Reject(Fault.ROW_SHAPE, grid.at(grid.head), "fmt.lines-beside"))
    return activities, [r for r in rejects if r.fault is not Fault.LEGACY_ENCODING]


def _form(file: _File, context: Context, highest: dict[str, int], hidden: Reject | None) -> Form:
    """The file in canonical form; left where it needs ids, and those in use are `hidden`."""
    if hidden and any(activity.id is None for activity in file.activities):
        params = {"path": hidden.place.path, "why": say(hidden.key, **hidden.params)}
        left = Reject(Fault.UNREADABLE, Place(file.path), "fmt.ids-hidden", params)
        return Form(file.path, file.text, file.data, file.data, left)
    named = with_ids(file.activities, highest)
    after = canonical_bytes(file.path, named, line_end_of(file.text), context)
    if isinstance(after, Reject):
        return Form(file.path, file.text, file.data, file.data, after)
    return Form(file.path, file.text, file.data, after)


def canonical_bytes(
    path: str, activities: Sequence[Activity], line_end: str, context: Context
) -> bytes | Reject:
    """What the file `path` holds of these records, or why it would read otherwise."""
    data = BOM_UTF8 + canonical_text(activities, line_end).encode("utf-8")
    again, rejects = csv_records(path, data, context)
    if rejects or not same_records(activities, again):  # never write what reads otherwise
        return Reject(Fault.BAD_VALUE, Place(path), "fmt.meaning")
    return data


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))  # of a link in a circle too, where resolve() fails
