"""Writing: whole or not at all."""

import os
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from cqpair.period import ACTIVITIES
from cqpair.store.folder import PAIRINGS, SUBMISSIONS, TASKS, shipped_folder

NO_RECORDS: Mapping[str, bytes] = MappingProxyType({})


def write_whole(path: Path, data: bytes) -> None:
    """Write `path` whole or not at all: the old file stays as it was when anything fails.

    A link stays a link; a device or pipe is written to as it is, since it cannot be replaced.
    """
    path = Path(os.path.realpath(path))
    if os.path.exists(path) and not os.path.isfile(path):
        path.write_bytes(data)
        return
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".cqpair-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, path.stat().st_mode if os.path.exists(path) else 0o666 & ~_umask())
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def create_folder(target: Path, records: Mapping[str, bytes] = NO_RECORDS) -> tuple[str, ...]:
    """A new data folder from the shipped tables, with files of `records`; the names made.

    FileExistsError if it is one, or if `records` would come among others. Nothing stays behind
    when anything fails.
    """
    tables = {name: _without_schema_line(name) for name in (PAIRINGS, TASKS)}
    for name in tables:
        if os.path.exists(target / name):
            raise FileExistsError(str(target / name))
    for name in (ACTIVITIES, SUBMISSIONS):
        if os.path.exists(target / name) and not os.path.isdir(target / name):
            raise FileExistsError(str(target / name))
    if records and os.path.isdir(target / ACTIVITIES) and os.listdir(target / ACTIVITIES):
        raise FileExistsError(str(target / ACTIVITIES))
    names = (f"{ACTIVITIES}/", *records, f"{SUBMISSIONS}/")
    folders = list(dict.fromkeys(name.rpartition("/")[0] for name in names))
    _make(target, folders, {**tables, **records})
    return (*tables, *(f"{name}/" for name in folders))


def _make(target: Path, folders: Sequence[str], files: Mapping[str, bytes]) -> None:
    """Make all folders and files, or none."""
    made: list[Path] = []
    try:
        for name in folders:
            way = (target / name, *(target / name).parents)
            for folder in reversed([above for above in way if not os.path.exists(above)]):
                folder.mkdir()
                made.append(folder)
        for name, data in files.items():
            made.append(target / name)
            write_whole(target / name, data)
    except BaseException:
        for path in reversed(made):
            remove = os.rmdir if os.path.isdir(path) else os.unlink
            with suppress(OSError):  # what went wrong first is what is told
                remove(path)
        raise


def _without_schema_line(name: str) -> bytes:
    """A shipped table without the line that tells editors of the schemas in the checkout."""
    lines = (shipped_folder() / name).read_bytes().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(b"# yaml-language-server:"))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
