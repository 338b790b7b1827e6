"""PATH arguments: files, folders, patterns, and what comes by a stream."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from cqpair.cli import console, options, selection
from cqpair.messages import listed, reason, say
from cqpair.read.readers import READERS, suffix_of
from cqpair.store import here
from cqpair.store.files import Received
from cqpair.store.folder import (
    STDIN,
    NotRegularError,
    TooLargeError,
    is_stream,
    read_bounded,
    read_regular,
)
from cqpair.store.records import data_folder_among, path_in

StdinFilename = Annotated[
    str | None, typer.Option("--stdin-filename", metavar="NAME", help="help.stdin-filename")
]

SHELL_EXPANDS = os.name != "nt"
"""Whether patterns come expanded: cmd.exe and PowerShell hand them on as they are."""


class Named(NamedTuple):
    """The data folder that is meant, the files and folders named, and what came by streams.

    `received` is by the path that places tell. Nothing named at all is the whole data folder.
    """

    folder: Path
    files: tuple[Path, ...]
    received: Mapping[str, Received]

    @property
    def whole(self) -> bool:
        """True when no PATH was given."""
        return not self.files and not self.received


def named(ctx: typer.Context, words: Sequence[str] | None, name: str | None) -> Named:
    """What the PATH `words` name; a stream is called `name`, its `--stdin-filename`.

    WrongUseError for what is not there and for a stream of which nobody can tell what it holds.
    """
    found = [path for word in words or () for path in _expanded(word)]
    streams = list(dict.fromkeys(word for word in found if is_stream(word)))
    files = tuple(Path(word) for word in found if word not in streams)
    stop_unless_one(streams, name, str(ctx.info_name))
    if not found:
        folder = options.data_folder(ctx)
        selection.warn_empty(folder)
        return Named(folder, (), {})
    among = (*files, *([] if name is None else [Path(name)]))
    folder = data_folder_among(among) or options.tables_folder(ctx)
    return Named(folder, files, dict(_receive(word, name, folder) for word in streams))


def stop_unless_one(streams: Sequence[str], name: str | None, command: str) -> None:
    """WrongUseError where `name` is to be that of a stream, and it is not clear of which."""
    if name is not None and len(streams) != 1:
        told = say("cli.stdin-filename-alone", value=name, command=command)
        raise console.WrongUseError(told)


def expand(word: str) -> list[str]:
    """`word`, or the files that it is a pattern of where the shell left that to us.

    Nothing where there is no such file.
    """
    if is_stream(word) or (word.strip() and os.path.exists(word)):
        return [word]
    if not _is_pattern(word):
        return []
    from glob import glob

    return sorted(glob(word, recursive=True))


def _is_pattern(word: str) -> bool:
    return not SHELL_EXPANDS and any(mark in word for mark in "*?[")


def _expanded(word: str) -> list[str]:
    """As `expand`. WrongUseError where there is nothing."""
    if found := expand(word):
        return found
    if _is_pattern(word):
        raise console.WrongUseError(say("cli.no-match", pattern=word))
    raise console.WrongUseError(say("cli.no-file", path=word))


def told_as(folder: Path, word: str, name: str | None) -> str:
    """The path that places tell of the stream `word`: of its `name`, else of itself."""
    if name:
        return path_in(folder, name)
    return word if word == STDIN else os.path.abspath(word)


def _receive(word: str, name: str | None, folder: Path) -> tuple[str, Received]:
    """The stream `word` by the path that places tell; its name, else its text tells its kind."""
    told = told_as(folder, word, name)
    suffix = Path(told).suffix.casefold()
    if name and suffix not in READERS:
        suffixes = listed(list(READERS))
        raise console.WrongUseError(say("cli.stdin-suffix", value=name, suffixes=suffixes))
    data = read_stream(word)
    guessed = suffix if suffix in READERS else suffix_of(data)
    if guessed is None:
        raise console.WrongUseError(say("cli.stdin-unknown", path=word))
    return told, Received(data, guessed)


def read_input(word: str) -> bytes:
    """The bytes of the file that an option names. WrongUseError when it cannot be read."""
    return _read(word, lambda: read_regular(here() / word))


def read_stream(word: str) -> bytes:
    """All that comes by a stream, `-` being stdin. WrongUseError for too much of it.

    The bound is that of `cqpair.store.folder.MOST`, 100 MB.
    """
    return _read(word, lambda: read_bounded(word))


def _read(word: str, read: Callable[[], bytes]) -> bytes:
    """What `read` gives. WrongUseError, with the reason in our words, where it cannot."""
    try:
        return read()
    except FileNotFoundError:
        told = say("cli.no-file", path=word)
    except NotRegularError:
        told = say("cli.not-regular", path=word)
    except TooLargeError as error:
        told = say("cli.too-large", path=word, most=error.most // 2**20)
    except OSError as error:
        told = say("cli.not-readable", path=word, reason=reason(error))
    raise console.WrongUseError(told)
