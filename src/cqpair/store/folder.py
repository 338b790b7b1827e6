"""The tables of a data folder, and what else is read and written by a path.

What a shell makes of `<(…)` and `>(…)` is a path such as /dev/fd/63: an open file of this process,
which is used as it was opened, since opening its path anew would truncate a file or start it over.
"""

import errno
import os
import re
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

from cqpair.book import Book, TaskTable
from cqpair.book.tables import build_tables
from cqpair.messages import reason
from cqpair.names import Names
from cqpair.read.yaml_tree import read_tree
from cqpair.source import Fault, Place, Reject
from cqpair.store import PAIRINGS, here

TASKS = "tasks.yaml"


class NotRegularError(OSError):
    """A folder, a pipe or a device, where a file was asked for: it could be read without end."""


def shipped_folder() -> Path:
    """The tables that come with the package; in a checkout they stand in data/."""
    package = Path(__file__).parents[1]
    installed = package / "tables"
    return installed if os.path.isdir(installed) else package.parents[1] / "data"


def packaged_returns(names: Iterable[str]) -> dict[str, bytes]:
    """The workbooks that the demo brings as an office would send them, by their names."""
    folder = Path(__file__).parents[1] / "demo" / "returns"
    return {name: (folder / f"{name}.xlsx").read_bytes() for name in names}


def has_submissions(folder: Path) -> bool:
    """Whether any return came or any quarter was closed: whether there is anything to read."""
    from cqpair.period import SUBMISSIONS  # a query for pairings needs no periods

    try:
        with os.scandir(folder / SUBMISSIONS) as entries:
            return any(entry.is_dir() for entry in entries)
    except OSError:
        return False


def open_tables(folder: Path, on: date) -> Book:
    """The Book of the pairing table alone, for questions that need no records.

    What is wrong with it is in the Book's rejects; nothing is raised. `on` is the day asked about.
    """
    return tables_from(*read_file(folder, PAIRINGS), on)


def tables_from(data: bytes | None, rejects: list[Reject], on: date) -> Book:
    """The Book of pairings.yaml, from its bytes or from what kept them from being read."""
    root, found = (None, rejects) if data is None else read_tree(PAIRINGS, data)
    tables = build_tables(root, PAIRINGS, tuple(found))
    return Book(on, tables, Names((row.value for row in tables.units), on))


def open_tasks(folder: Path) -> TaskTable:
    """The task table alone."""
    return tasks_from(*read_file(folder, TASKS))


def tasks_from(data: bytes | None, rejects: list[Reject]) -> TaskTable:
    """The task table, from the bytes of tasks.yaml or from what kept them from being read."""
    from cqpair.book.tasks import build_tasks

    root, found = (None, rejects) if data is None else read_tree(TASKS, data)
    return build_tasks(root, TASKS, tuple(found))


def shown(folder: Path, path: str, here: Path) -> str:
    """`path` as a person is told it: relative to `here` where it lies below, else absolute."""
    if path == STDIN:
        return path
    absolute = Path(os.path.abspath(folder / path))
    if absolute.is_relative_to(here):
        absolute = absolute.relative_to(here)
    return absolute.as_posix()


def path_teller(folder: Path) -> Callable[[str], str]:
    """How a path of the data folder is told a person who is where this run is."""
    current = here()
    return cache(lambda path: shown(folder, path, current))


def read_file(folder: Path, path: str) -> tuple[bytes | None, list[Reject]]:
    """The bytes of a file of the folder, or None with the reject that says why.

    `path` is relative to the folder, with `/`, as places have it.
    """
    params: dict[str, object] = {}
    try:
        return read_regular(folder / path), []
    except FileNotFoundError:
        key = "store.missing-file"
    except NotRegularError:
        key = "store.no-file"
    except OSError as error:
        key, params = "store.unreadable", {"reason": reason(error)}
    return None, [Reject(Fault.UNREADABLE, Place(path), key, params)]


def read_regular(path: Path) -> bytes:
    """The bytes of a file. NotRegularError for what is not one, another OSError if unreadable."""
    if os.path.isdir(path):  # which some systems would open
        raise NotRegularError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    with open(path, "rb", opener=open_without_waiting) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise NotRegularError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        return file.read()


def open_without_waiting(path: str, flags: int) -> int:
    """Open a file, or a pipe that nobody writes to: the system would wait for a writer."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


MOST = 100 * 2**20
"""The most bytes that are read of an input, since a device may have no end."""


STDIN = "-"


_OPEN = re.compile(rf"/(?:dev|proc/self|proc/{os.getpid()})/fd/(\d+)")


_MOST_LINKS = 40


class TooLargeError(ValueError):
    """An input holds more than `most` bytes."""

    def __init__(self, path: str, most: int) -> None:
        super().__init__(path)
        self.most = most


def descriptor(path: str) -> int | None:
    """The open file that `path` means, as /dev/stdin, /dev/fd/63 and links to them do, or None."""
    for _ in range(_MOST_LINKS):
        path = os.path.abspath(path)
        if match := _OPEN.fullmatch(path):
            return int(match[1])
        if not os.path.islink(path):
            return None
        path = os.path.join(os.path.dirname(path), os.readlink(path))
    return None


def is_stream(path: str) -> bool:
    """True for `-`, an open file, a pipe and a device: what is not a file or folder on the disk."""
    if path == STDIN or descriptor(path) is not None:
        return True
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def read_bounded(path: str) -> bytes:
    """All bytes of a file or stream, `-` being stdin. TooLargeError where there are too many."""
    with open(_opened(0 if path == STDIN else descriptor(path), path), "rb") as file:
        data = file.read(MOST + 1)
    if len(data) > MOST:
        raise TooLargeError(path, MOST)
    return data


def write_stream(path: str, data: bytes) -> None:
    """Write to a stream as it is; a reader that has gone, as `head` does, wants no more."""
    with suppress(BrokenPipeError), open(_opened(descriptor(path), path), "wb") as file:
        file.write(data)


def shows_on_terminal(path: str) -> bool:
    """True when a person would see what is written to the stream."""
    number = descriptor(path)
    if number is not None:
        return os.isatty(number)
    with suppress(OSError):
        if stat.S_ISCHR(os.stat(path).st_mode):
            with open(path, "wb", buffering=0) as device:
                return device.isatty()
    return False


def _opened(number: int | None, path: str) -> int | str:
    return path if number is None else os.dup(number)
