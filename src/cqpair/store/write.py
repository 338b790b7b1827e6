"""Writing: whole or not at all."""

import os
import tempfile
from pathlib import Path

from cqpair.store.folder import ACTIVITIES, PAIRINGS, SUBMISSIONS, TASKS, shipped_folder


def write_whole(path: Path, data: bytes) -> None:
    """Write `path` whole or not at all: the old file stays as it was when anything fails.

    A link stays a link; a device or pipe is written to as it is, since it cannot be replaced.
    """
    path = Path(os.path.realpath(path))
    if os.path.exists(path) and not os.path.isfile(path):
        path.write_bytes(data)
        return
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
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


def create_folder(target: Path) -> tuple[str, ...]:
    """A new data folder from the shipped tables; the names made. FileExistsError if it is one."""
    tables = {name: _without_schema_line(name) for name in (PAIRINGS, TASKS)}
    for name in tables:
        if os.path.exists(target / name):
            raise FileExistsError(str(target / name))
    for name in (ACTIVITIES, SUBMISSIONS):
        if os.path.exists(target / name) and not os.path.isdir(target / name):
            raise FileExistsError(str(target / name))
    for name in (ACTIVITIES, SUBMISSIONS):
        (target / name).mkdir(parents=True, exist_ok=True)
    for name, data in tables.items():
        write_whole(target / name, data)
    return (PAIRINGS, TASKS, f"{ACTIVITIES}/", f"{SUBMISSIONS}/")


def _without_schema_line(name: str) -> bytes:
    """A shipped table without the line that tells editors of the schemas in the checkout."""
    lines = (shipped_folder() / name).read_bytes().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(b"# yaml-language-server:"))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
