"""Doing a thing again whenever files change: files are looked at every half second.

What systems tell of changes differs from system to system, and on shared folders is not told at
all; a look at some hundred files takes a few milliseconds and needs no library.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from cqpair import CqpairError
from cqpair.cli import console
from cqpair.messages import say
from cqpair.store import now

_PAUSE = 0.5
"""Seconds between two looks."""

Stamps = dict[str, tuple[int, int]]
"""When each file was written last, in nanoseconds, and its size in bytes, by its path."""


def watching(places: Sequence[Path], run: Callable[[], object]) -> NoReturn:
    """Run, and run again whenever a file of `places` changes, until the person stops it.

    What is wrong with the first run is raised, with a later one it is told: a file that is being
    written may be gone for a moment.
    """
    before = stamps(places)
    console.clear()
    run()
    while True:
        console.note(say("cli.watching", time=now().strftime("%H:%M:%S")))
        while (after := stamps(places)) == before:
            time.sleep(_PAUSE)
        before = after
        console.clear()
        try:
            run()
        except CqpairError as error:
            console.tell(str(error))


def stamps(places: Sequence[Path]) -> Stamps:
    """What tells that a file of `places`, files or folders with all below them, was changed.

    Hidden files are none: editors and cqpair itself keep there what is not finished.
    """
    found: Stamps = {}
    for place in places:
        with suppress(OSError):
            told = os.stat(place)
            found[str(place)] = (told.st_mtime_ns, 0 if os.path.isdir(place) else told.st_size)
        found.update(_below(str(place)))
    return found


def _below(folder: str) -> Iterator[tuple[str, tuple[int, int]]]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith((".", "~$")):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path)
                continue
            with suppress(OSError):
                told = entry.stat()
                yield entry.path, (told.st_mtime_ns, told.st_size)
