"""The files below `submissions/` that are read: which returns came, and what was decided."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cqpair.book.submissions import FILES, RECEIVED, Submissions, build_submissions
from cqpair.names import Names
from cqpair.period import SUBMISSIONS, Period
from cqpair.source import Fault, Reject
from cqpair.store.folder import read_file
from cqpair.store.ids import HiddenIdsError, text_of
from cqpair.store.records import files_of


class Opened(NamedTuple):
    """The submissions, and the bytes of each file they were read from, by its path."""

    submissions: Submissions
    files: dict[str, bytes]
    unread: tuple[Reject, ...] = ()

    def texts(self) -> Iterator[str]:
        """All that the files say, since an id that was withdrawn is never given again.

        HiddenIdsError where one of them cannot be read.
        """
        if self.unread:
            raise HiddenIdsError(self.unread[0])
        return map(text_of, self.files.values())

    def hashes(self) -> dict[str, str]:
        """The SHA-256 of each file, by its path in the folder."""
        return {path: hashlib.sha256(data).hexdigest() for path, data in self.files.items()}


def open_submissions(
    folder: Path,
    names: Names,
    periods: Sequence[Period] | None = None,
    parts: Sequence[str] = FILES,
) -> Opened:
    """The submissions of the quarters in `periods` (of all, if None), of each the files `parts`."""
    files: dict[str, bytes] = {}
    unread: list[Reject] = []
    for label in _quarters(folder, periods):
        for name in parts:
            path = f"{SUBMISSIONS}/{label}/{name}"
            if os.path.lexists(folder / path):
                data, why = read_file(folder, path)
                unread += (one._replace(fault=Fault.SUBMISSION) for one in why)
                if data is not None:
                    files[path] = data
    found = build_submissions(files, names)
    found = found._replace(rejects=(*unread, *found.rejects))
    return Opened(found, files, tuple(unread))


def with_originals(found: Submissions, folder: Path) -> Submissions:
    """The same with the hash of every file that a return came in."""
    hashes: dict[str, str | None] = {}
    for returns in found.quarters.values():
        for received in returns.received:
            if path := received.original_path(returns.quarter):
                data, _ = read_file(folder, path)
                hashes[path] = None if data is None else hashlib.sha256(data).hexdigest()
    return found._replace(originals=hashes)


def with_strays(read: Opened, folder: Path) -> Submissions:
    """What was read with its originals, and the files below `submissions/` that nobody reads.

    Where a row of received.csv does not fit, the originals of its quarter are not judged.
    """
    found = with_originals(read.submissions, folder)
    known = {*read.files, *(Path(os.path.normpath(path)).as_posix() for path in found.originals)}
    known |= {reject.place.path for reject in read.unread}
    damaged = {reject.place.path for reject in found.rejects}
    strays = []
    for file in files_of(folder / SUBMISSIONS):
        path = file.relative_to(folder).as_posix()
        received = "/".join((*path.split("/")[:2], RECEIVED))
        if path not in known and received not in damaged:
            strays.append(path)
    return found._replace(strays=tuple(strays))


def _quarters(folder: Path, periods: Sequence[Period] | None) -> list[str]:
    """The names of the quarters' folders that may hold something of `periods`."""
    try:
        with os.scandir(folder / SUBMISSIONS) as entries:
            names = sorted(e.name for e in entries if e.is_dir() and not e.name.startswith("."))
    except OSError:  # nothing came yet
        return []
    if periods is None:
        return names
    wanted = {period.label for whole in periods for period in whole.quarters()}
    return [name for name in names if name in wanted]
