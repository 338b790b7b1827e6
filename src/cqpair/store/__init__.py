"""The disk: which folder, its files into a Book, writing whole or not at all.

Here is what a run finds around it: where it is, what time it is, which data folder is meant. It is
looked at before anything is read, so that nothing is imported for it.
"""

import os
from datetime import UTC, datetime
from pathlib import Path

from cqpair import CqpairError
from cqpair.messages import say

PAIRINGS = "pairings.yaml"
"""The file that makes a folder a data folder."""


SETTINGS = "cqpair.toml"
"""What a team always says, in the data folder; most have none."""


class NoDataError(Exception):
    """There is no data folder where one was asked for. `key` is the sentence that says so."""

    def __init__(self, key: str, path: str) -> None:
        super().__init__(path)
        self.key = key
        self.path = path


def here() -> Path:
    """The current folder. CqpairError when it has been removed under this run."""
    try:
        return Path.cwd()
    except OSError:
        raise CqpairError(say("cli.no-here")) from None


def now() -> datetime:
    """The time of this run, with its zone; nothing else looks at the clock.

    SOURCE_DATE_EPOCH fixes it, in seconds, for outputs that must not change. CqpairError where
    that is not a number of seconds.
    """
    if epoch := os.environ.get("SOURCE_DATE_EPOCH", ""):
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError):
            raise CqpairError(say("cli.epoch", value=epoch)) from None
    return datetime.now().astimezone()


def find_folder(given: str | None, fallback: str | None, here: Path) -> Path | None:
    """The data folder: `given`, else `fallback` (CQPAIR_DATA), else the nearest upward, or None.

    NoDataError for one that was named and is not there or holds no pairings.yaml: none is looked
    for in its place. Upward from `here`, a folder is looked for as such and under the name `data`.
    """
    if chosen := given or fallback:
        return named_folder(chosen)
    for above in (here, *here.parents):
        for folder in (above / "data", above):
            if os.path.lexists(folder / PAIRINGS):  # damaged or not; False where none may look
                return folder
    return None


def named_folder(path: str) -> Path:
    """The data folder at `path`. NoDataError where none is there, or it holds no pairings.yaml."""
    if not os.path.isdir(path):
        raise NoDataError("store.no-folder", path)
    if not os.path.isfile(os.path.join(path, PAIRINGS)):
        raise NoDataError("store.no-tables", path)
    return Path(path)


def has_settings(folder: Path) -> bool:
    """Whether anything is settled in the data folder: the file that `init` makes has comments only.

    True too where that cannot be told, so that whoever reads the file tells why.
    """
    path = folder / SETTINGS
    if not os.path.isfile(path):
        return os.path.lexists(path)
    try:
        with open(path, "rb") as file:
            return any(line.strip() and not line.lstrip().startswith(b"#") for line in file)
    except OSError:
        return True
