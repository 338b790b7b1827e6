"""Several files changed as one: one writer at a time, all of it or nothing, killed or not.

What is to change is first put into one journal. Until that is there, nothing has happened; from
then on it has, even if this run is killed: the next writer does what is left of it.
"""

import base64
import errno
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from cqpair.period import SUBMISSIONS
from cqpair.store.folder import read_regular
from cqpair.store.write import (
    ChangedMeanwhileError,
    NotReadableError,
    keep_names,
    remove_left_behind,
    replace_file,
    write_whole,
)

LOCK = ".cqpair.lock"


JOURNAL = f"{SUBMISSIONS}/.cqpair.journal"
"""Not named as unfinished files are, which any run that tidies up removes."""


_PATIENCE = 60  # seconds that a writer waits for another


class BusyError(Exception):
    """Another run has been writing to the data folder for as long as this one waited."""


class UnfinishedError(Exception):
    """A killed run left `journal` to be finished, and `path` was changed by hand since, or damaged.

    Nothing is written before a person decides: what the journal holds is not lost.
    """

    def __init__(self, path: str, journal: str) -> None:
        super().__init__(path)
        self.path = path
        self.journal = journal


class Change(NamedTuple):
    """A file of the data folder, by its path there: what was read from it, and what it shall hold.

    `before` is None where there was no such file.
    """

    path: str
    before: bytes | None
    after: bytes


@contextmanager
def one_writer(folder: Path) -> Iterator[None]:
    """While this is open no other run writes to `folder`; what a killed one began is done first.

    BusyError where another run does not end, UnfinishedError where that cannot be done, OSError
    where the folder cannot be written to.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK, timeout=_PATIENCE)
    try:
        lock.acquire()
    except Timeout:
        raise BusyError(str(folder)) from None
    except NotImplementedError:  # a disk without locks
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK), LOCK) from None
    try:
        _finish(folder)
        yield
    finally:
        lock.release()


def apply(folder: Path, changes: Sequence[Change]) -> None:
    """Make all `changes`, or none. To be called while this run is the `one_writer`.

    ChangedMeanwhileError where a file no longer holds what was read from it, OSError where one
    cannot be written; then all is as it was. Where that fails too, as on a full disk, the journal
    stays, and the next writer makes the changes.
    """
    changes = [change for change in changes if change.before != change.after]
    for change in changes:
        if _content(folder / change.path) != change.before:
            raise ChangedMeanwhileError(str(folder / change.path))
    if not changes:
        return
    if len(changes) > 1:
        _make_folder(folder / SUBMISSIONS)
        write_whole(folder / JOURNAL, _as_text(changes))
    done: list[Change] = []
    try:
        _put(folder, changes, done)
    except (ChangedMeanwhileError, OSError):
        if _undo(folder, done):
            _take_away(folder)
        raise
    _take_away(folder)


def _finish(folder: Path) -> None:
    """Do what the journal of a killed run says is still to be done, and take it away."""
    data = _content(folder / JOURNAL)
    if data is None:
        return
    try:
        changes = _from_text(data)
    except (ValueError, KeyError, TypeError):
        raise UnfinishedError(JOURNAL, JOURNAL) from None
    left = []
    for change in changes:
        now = _content(folder / change.path)
        if now not in (change.before, change.after):
            raise UnfinishedError(change.path, JOURNAL)
        if now != change.after:
            left.append(change)
    _put(folder, left, [])
    _take_away(folder)


def _put(folder: Path, changes: Sequence[Change], done: list[Change]) -> None:
    """Write what `changes` say, each noted in `done`."""
    tidied = set()
    for change in changes:
        path = folder / change.path
        _make_folder(path.parent)
        if path.parent not in tidied:
            remove_left_behind(path.parent)
            tidied.add(path.parent)
        replace_file(path, change.after, change.before)
        done.append(change)


def _undo(folder: Path, done: Sequence[Change]) -> bool:
    """Whether each file of `done` is as it was again; what went wrong first is what is told."""
    try:
        for change in reversed(done):
            path = folder / change.path
            if change.before is None:
                os.unlink(path)
            else:
                replace_file(path, change.before, change.after)
    except (ChangedMeanwhileError, OSError):
        return False
    return True


def _take_away(folder: Path) -> None:
    """Remove the journal, for good: back after a power cut, it would be held against the files."""
    with suppress(FileNotFoundError):
        os.unlink(folder / JOURNAL)
        keep_names((folder / JOURNAL).parent)


def _make_folder(folder: Path) -> None:
    """Make a folder and those above it, each known to the one above after a power cut too."""
    if not os.path.isdir(folder):
        _make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        keep_names(folder.parent)


def _content(path: Path) -> bytes | None:
    """What a file holds, None where there is none. NotReadableError where nobody can tell."""
    try:
        return read_regular(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise NotReadableError(error.errno, "", str(path)) from error


def _as_text(changes: Sequence[Change]) -> bytes:
    rows = [
        {"path": c.path, "before": _encoded(c.before), "after": _encoded(c.after)} for c in changes
    ]
    return json.dumps(rows).encode("ascii")


def _encoded(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode("ascii")


def _from_text(data: bytes) -> list[Change]:
    rows = json.loads(data)
    return [
        Change(row["path"], _decoded(row["before"]), _decoded(row["after"]) or b"") for row in rows
    ]


def _decoded(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text)
