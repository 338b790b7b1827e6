"""The files below `remarks/`: what people add to the reports of periods."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from cqpair.book.remarks import SUFFIXES, build_remarks, period_named
from cqpair.period import REMARKS, Period, is_remarks
from cqpair.source import Fault, Place, Reject
from cqpair.store.files import Files
from cqpair.store.records import Opened, remark_files


def with_remarks(opened: Opened, disk: Files, beside: Iterable[Path] = ()) -> Opened:
    """The same with all remarks of the folder, those in files `beside` it and the received."""
    others = (path for path in (*(p.as_posix() for p in beside), *disk.received))
    mine = (path for path in others if is_remarks(path))
    return _with(opened, disk, dict.fromkeys((*remark_files(disk.folder), *mine)))


def with_remarks_on(opened: Opened, folder: Path, period: Period) -> Opened:
    """The same with the remarks on just this period."""
    return _with(opened, Files(folder), (p for p in remark_files(folder) if _is_on(p, period)))


def _is_on(path: str, period: Period) -> bool:
    """Whether a file is of the period, or is what keeps the folder from being looked into."""
    return path == REMARKS or period_named(path) == period


def _with(opened: Opened, disk: Files, paths: Iterable[str]) -> Opened:
    files: dict[str, bytes | None] = {}
    rejects: list[Reject] = []
    for path in paths:
        if disk.suffix(path) in SUFFIXES or os.path.isdir(disk.folder / path):
            files[path], unread = disk.read(path)
        else:
            files[path], unread = None, [Reject(Fault.NOT_READ, Place(path), "remarks.not-read")]
        rejects += unread
    found = build_remarks(files)
    book = opened.book._replace(remarks=found._replace(rejects=(*rejects, *found.rejects)))
    read = {path: data for path, data in files.items() if data is not None}
    hashes = {path: hashlib.sha256(data).hexdigest() for path, data in read.items()}
    return Opened(book, {**opened.hashes, **hashes})
