"""Which files a check is about: a whole data folder, or some files in and around one."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from cqpair.period import ACTIVITIES
from cqpair.store.folder import PAIRINGS, TASKS, shipped_folder
from cqpair.store.records import files_of, record_files


class Scope(NamedTuple):
    """The data folder; the paths in question, as places tell them (None: all); files beside it."""

    folder: Path
    paths: frozenset[str] | None = None
    beside: tuple[Path, ...] = ()

    def with_tables(self) -> "Scope":
        """The same with the tables in question too, since nothing can be checked without."""
        paths = None if self.paths is None else self.paths | {PAIRINGS, TASKS}
        return self._replace(paths=paths)

    def holds(self, path: str) -> bool:
        """True when the file a place tells as `path` is in question."""
        return self.paths is None or path in self.paths


def data_folder_among(paths: Sequence[Path]) -> Path | None:
    """The data folder that `paths` themselves name: one folder, or the folder of its tables."""
    if len(paths) == 1 and os.path.isfile(paths[0] / PAIRINGS):
        return paths[0]
    tables = (path.parent for path in paths if path.name in (PAIRINGS, TASKS))
    return next((folder for folder in tables if os.path.isfile(folder / PAIRINGS)), None)


def path_in(folder: Path, name: str) -> str:
    """The path that places tell of a file called `name`, which need not be there.

    `activities/…` is of the data folder where there is no such folder here.
    """
    for whole in (os.path.abspath, os.path.realpath):
        file = Path(whole(name))
        if file.is_relative_to(whole(folder)):
            return file.relative_to(whole(folder)).as_posix()
    inner = os.path.normpath(name)
    is_record = Path(inner).parts[:1] == (ACTIVITIES,) and not os.path.isdir(ACTIVITIES)
    return Path(inner).as_posix() if is_record and folder != shipped_folder() else file.as_posix()


def scope_of(folder: Path, paths: Sequence[Path], received: Iterable[str] = ()) -> Scope:
    """The files that `paths` name, each a file or a folder, to be checked against `folder`.

    `received` are in question too, as places tell them.
    """
    given = tuple(received)
    if (not paths and not given) or list(paths) == [folder]:
        return Scope(folder)
    wanted = dict.fromkeys(
        Path(os.path.realpath(file)) for path in paths for file in files_of(path)
    )
    inside = {
        Path(os.path.realpath(folder / name)): name
        for name in (PAIRINGS, TASKS, *record_files(folder))
    }
    beside = tuple(file for file in wanted if file not in inside)
    told = [inside.get(file, file.as_posix()) for file in wanted]
    return Scope(folder, frozenset((*told, *given)), beside)
