"""Files that are being written, and what killed runs left of theirs."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from io import FileIO
from pathlib import Path

from cqpair.store.taking_back import taken_back

PREFIX = ".cqpair-"
"""How the names of our unfinished files begin: hidden, so that nothing reads them as records."""


@contextmanager
def unfinished(folder: Path) -> Iterator[FileIO]:
    """A new empty file in `folder`, locked while it is open.

    Its name is gone afterwards, whatever happens: move the file, or link it, to where it belongs.
    """
    while True:
        path = folder / f"{PREFIX}{os.urandom(8).hex()}"
        discard = partial(_discard, path)
        # no buffer, whose rest would be written on the way out
        with taken_back(discard), FileIO(path, "x") as file:
            if _held(file, path):
                yield file
                discard()
                return


def _discard(path: Path) -> None:
    with suppress(OSError):  # what went wrong first is what is told
        os.unlink(path)


def remove_left_behind(folder: Path) -> None:
    """Remove from `folder` what runs that were killed left unfinished; live runs keep theirs."""
    with suppress(OSError):
        for path in _found(folder):
            with suppress(OSError):  # it is another run's, or not ours to remove
                _remove(path)


def _found(folder: Path) -> list[str]:
    with os.scandir(folder) as entries:
        ours = [entry for entry in entries if entry.name.startswith(PREFIX)]
        return [entry.path for entry in ours if entry.is_file(follow_symlinks=False)]


if sys.platform == "win32":  # an open file cannot be removed there: it is its own lock

    def _held(file: FileIO, path: Path) -> bool:
        return True

    def _remove(path: str) -> None:
        os.unlink(path)

else:
    from fcntl import LOCK_EX, LOCK_NB, flock

    def _held(file: FileIO, path: Path) -> bool:
        """Lock it, as long as this process lives; False when a run that tidies up was quicker."""
        with suppress(OSError):  # a disk without locks, on which `_remove` removes nothing
            flock(file, LOCK_EX)
        return os.path.exists(path)

    def _remove(path: str) -> None:
        handle = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            flock(handle, LOCK_EX | LOCK_NB)
            os.unlink(path)
        finally:
            os.close(handle)
