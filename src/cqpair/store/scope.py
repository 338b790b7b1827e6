"""Which files a check is about: a whole data folder, or some files in and around one."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cqpair.store.folder import PAIRINGS, TASKS
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


def scope_of(folder: Path, paths: Sequence[Path]) -> Scope:
    """The files that `paths` name, each a file or a folder, to be checked against `folder`."""
    if not paths or list(paths) == [folder]:
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
    return Scope(folder, frozenset(told), beside)
