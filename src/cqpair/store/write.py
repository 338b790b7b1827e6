"""Writing: whole or not at all, and never over what somebody else wrote meanwhile."""

import errno
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from io import FileIO
from pathlib import Path
from stat import S_IMODE, S_ISREG, S_IWGRP, S_IWOTH, S_IWUSR
from types import MappingProxyType

from cqpair.period import ACTIVITIES, SUBMISSIONS
from cqpair.store import PAIRINGS, SETTINGS
from cqpair.store.folder import TASKS, open_without_waiting, shipped_folder
from cqpair.store.taking_back import taken_back

NO_FILES: Mapping[str, bytes] = MappingProxyType({})


_ANY_WRITE = S_IWUSR | S_IWGRP | S_IWOTH


class ChangedMeanwhileError(Exception):
    """A file no longer holds what was read from it, so it was not replaced."""


class NotReadableError(OSError):
    """A file that was to be changed, and cannot be read to see what it holds."""


class WriteProtectedError(PermissionError):
    """A file that nobody, or not this user, may write to, though it could be replaced."""


def write_whole(path: Path, data: bytes) -> None:
    """Write `path` whole or not at all, whatever it held: it stays as it was when anything fails.

    A link stays a link. OSError when it cannot be written, WriteProtectedError among them; a folder
    is refused; a device or a pipe, which cannot be replaced, is for `write_stream`.
    """
    path = Path(os.path.realpath(path))
    if os.path.isdir(path):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    remove_left_behind(path.parent)
    _put(path, data, os.replace)
    keep_names(path.parent)


def replace_file(path: Path, data: bytes, expected: bytes | None) -> None:
    """As `write_whole`, but only where `path` still holds `expected`, the bytes read from it.

    None: there was no such file. ChangedMeanwhileError when it holds something else or is gone,
    FileExistsError when there is one now. What killed runs left in its folder is not looked for:
    who replaces many files calls `remove_left_behind` once a folder.
    """
    path = Path(os.path.realpath(path))
    _put(path, data, _create if expected is None else partial(_replace, expected=expected))
    keep_names(path.parent)


def _put(path: Path, data: bytes, move: Callable[[str, Path], None]) -> None:
    """Write `data` to the disk beside `path`, then `move` it there as the last thing done."""
    old = os.stat(path) if os.path.exists(path) else None
    if old and not (old.st_mode & _ANY_WRITE and os.access(path, os.W_OK)):  # root may everything
        raise WriteProtectedError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    with unfinished(path.parent) as file:
        if old:
            _make_alike(file, old)
        rest = memoryview(data)
        while rest:
            rest = rest[file.write(rest) :]
        os.fsync(file.fileno())
        if sys.platform == "win32":  # where an open file cannot be moved
            file.close()
        move(str(file.name), path)


def _make_alike(file: FileIO, old: os.stat_result) -> None:
    """Owner, group and mode of the old file, as far as this user may give them."""
    if sys.platform != "win32":
        for owner in (old.st_uid, -1):
            with suppress(OSError):
                os.fchown(file.fileno(), owner, old.st_gid)
                break
    if S_IMODE(os.fstat(file.fileno()).st_mode) != S_IMODE(old.st_mode):
        os.chmod(str(file.name), S_IMODE(old.st_mode))


def _replace(temporary: str, path: Path, expected: bytes) -> None:
    """Move over `path` if it is as it was read. Nothing stands between the last look and that."""
    try:
        with open(path, "rb", opener=open_without_waiting) as file:
            seen = os.fstat(file.fileno())
            same = S_ISREG(seen.st_mode) and file.read(len(expected) + 1) == expected
        now = os.stat(path)
    except FileNotFoundError:
        raise ChangedMeanwhileError(str(path)) from None
    stamps = [(s.st_dev, s.st_ino, s.st_size, s.st_mtime_ns) for s in (seen, now)]
    if not same or stamps[0] != stamps[1]:
        raise ChangedMeanwhileError(str(path))
    os.replace(temporary, path)


def _create(temporary: str, path: Path) -> None:
    """Move to `path`, where nothing may be."""
    if sys.platform == "win32":
        os.rename(temporary, path)
        return
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        os.rename(temporary, path)


def keep_names(folder: Path) -> None:
    """Put the new entries of a folder on the disk too, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def create_folder(
    target: Path, settings: bytes, files: Mapping[str, bytes] = NO_FILES
) -> tuple[str, ...]:
    """A new data folder from the shipped tables, with `files` in its folders; the names made.

    FileExistsError if it is one, or if `files` would come among others. Nothing stays behind
    when anything fails.
    """
    tables = {name: _beside_its_schema(name) for name in (PAIRINGS, TASKS)}
    tables[SETTINGS] = settings
    for name in tables:
        if os.path.exists(target / name):
            raise FileExistsError(str(target / name))
    filled = {name.partition("/")[0] for name in files}
    for name in sorted({ACTIVITIES, SUBMISSIONS, *filled}):
        path = target / name
        if os.path.exists(path) and (
            not os.path.isdir(path) or (name in filled and os.listdir(path))
        ):
            raise FileExistsError(str(path))
    folders = _folders((f"{ACTIVITIES}/", f"{SUBMISSIONS}/", *files))
    _make(target, folders, {**tables, **files})
    return (*tables, *(f"{name}/" for name in folders))


def _folders(names: Sequence[str]) -> list[str]:
    """The folders of files, those that begin alike together, each after the one it lies in."""
    order = list(dict.fromkeys(name.partition("/")[0] for name in names))
    paths = {name.rpartition("/")[0] for name in names}
    return sorted(paths, key=lambda path: (order.index(path.partition("/")[0]), path))


class FilesExistError(FileExistsError):
    """Files that were to be new are there; `names` are theirs."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(*names)
        self.names = names


def write_files(folder: Path, files: Mapping[str, bytes], *, replace: bool = False) -> None:
    """Files, by name, into a folder, which is made where it is not there: all, or none.

    FilesExistError where some are there already, unless they are to `replace` them: then that each
    can be written is looked at before the first is. OSError when one cannot.
    """
    there = [name for name in files if os.path.lexists(folder / name)]
    if there and not replace:
        raise FilesExistError(there)
    for path in (folder / name for name in there):
        if os.path.isdir(path):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if os.path.exists(path) and not os.access(path, os.W_OK):
            raise WriteProtectedError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    try:
        _make(folder, [""], {name: data for name, data in files.items() if name not in there})
    except FileExistsError as error:  # somebody else just made it
        raise FilesExistError([Path(str(error.filename or folder)).name]) from None
    for name in there:
        write_whole(folder / name, files[name])


def _make(target: Path, folders: Sequence[str], files: Mapping[str, bytes]) -> None:
    """Make all folders and files, or none."""
    made: list[Path] = []
    with taken_back(partial(_unmake, made)):
        for name in folders:
            way = (target / name, *(target / name).parents)
            for folder in reversed([above for above in way if not os.path.exists(above)]):
                _make_one(folder, folder.mkdir, made)
        for name, data in files.items():
            _make_one(target / name, partial(_make_file, target / name, data), made)
        for folder in dict.fromkeys(path.parent for path in made):
            keep_names(folder)


def _make_file(path: Path, data: bytes) -> None:
    """A new file. Whoever makes many puts its name on the disk too, once a folder: `keep_names`."""
    _put(Path(os.path.realpath(path)), data, _create)


def _unmake(made: Sequence[Path]) -> None:
    for path in reversed(made):
        remove = os.rmdir if os.path.isdir(path) else os.unlink
        with suppress(OSError):  # what went wrong first is what is told
            remove(path)


def _make_one(path: Path, make: Callable[[], None], made: list[Path]) -> None:
    """Make `path` and note it in `made`, beforehand, lest an interruption come between."""
    made.append(path)
    try:
        make()
    except FileExistsError:  # somebody else just made it
        made.pop()
        raise


def _beside_its_schema(name: str) -> bytes:
    """A shipped table that leads editors to the schemas beside it, not to the checkout's."""
    shipped = (shipped_folder() / name).read_bytes()
    return shipped.replace(b"$schema=../schemas/", b"$schema=schemas/", 1)


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
