"""The files that `import` is given: by name, in a folder, by a pattern, by a stream."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cqpair.cli import console
from cqpair.cli.paths import expand, stop_unless_one, told_as
from cqpair.collect.archive import File
from cqpair.messages import reason, say
from cqpair.read.return_kind import kind_of
from cqpair.source import Fault, Place, Reject
from cqpair.store import here
from cqpair.store.folder import TooLargeError, is_stream, path_teller, read_bounded, read_file
from cqpair.store.records import is_passed_over, path_in


class Given(NamedTuple):
    """A file that was given, or why there is none; then its bytes are none either."""

    file: File
    unread: Reject | None = None


def given_files(folder: Path, words: Sequence[str], name: str | None) -> list[Given]:
    """What the PATH `words` give, in their order; a stream is called `name`.

    Of a folder it is the files directly in it, in the order of their names. WrongUseError where
    nothing at all can be read: files stand alone, so that one keeps no other from being taken.
    """
    found = [path for word in words for path in expand(word) or [word]]
    streams = list(dict.fromkeys(word for word in found if is_stream(word)))
    stop_unless_one(streams, name, "import")
    received = {word: _received(folder, word, name) for word in streams}
    given: list[Given] = []
    for word in found:
        if word not in received:
            given += _of_folder(folder, word) if os.path.isdir(word) else [_of_file(folder, word)]
        elif not any(one is received[word] for one in given):
            given.append(received[word])
    if all(one.unread for one in given):
        raise console.WrongUseError(_why_nothing(folder, given))
    return given


def _why_nothing(folder: Path, given: Sequence[Given]) -> str:
    shown = path_teller(folder)
    unread = [(shown(one.file.path), one.unread) for one in given if one.unread]
    return "\n".join(
        say(
            "returns.not-taken",
            path=path,
            why=say(no.key, **no.params),
            fix=say(f"{no.key}.fix", **no.params),
        )
        for path, no in unread
    )


def _of_file(folder: Path, word: str) -> Given:
    if not (word.strip() and os.path.lexists(word)):
        return _unread(path_in(folder, word) if word.strip() else word, "return_file.missing")
    data, unread = read_file(here(), word)
    path = path_in(folder, word)
    if data is None:
        return _unread(path, unread[0].key, **unread[0].params)
    return Given(File(path, data, Path(word).suffix.casefold()))


def _of_folder(folder: Path, word: str) -> list[Given]:
    """The files in a folder. What lies deeper is told, since it may hold returns too."""
    try:
        names = sorted(name for name in os.listdir(word) if not is_passed_over(name))
    except OSError as error:
        return [_unread(path_in(folder, word), "store.unreadable", reason=reason(error))]
    inside = [os.path.join(word, name) for name in names]
    below = [path for path in inside if os.path.isdir(path)]
    files = [_of_file(folder, path) for path in inside if path not in below]
    if not inside:
        return [_unread(path_in(folder, word), "return_file.empty-folder")]
    deeper = (_unread(path_in(folder, one), "return_file.folder", folder=one) for one in below)
    return [*files, *deeper]


def _received(folder: Path, word: str, name: str | None) -> Given:
    """What comes by a stream; where its name does not tell what it is, its content does."""
    path = told_as(folder, word, name)
    try:
        data = read_bounded(word)
    except TooLargeError as error:
        return _unread(path, "return_file.too-large", most=error.most // 2**20)
    except OSError as error:
        return _unread(path, "store.unreadable", reason=reason(error))
    kind = kind_of(data).value
    suffix = Path(path).suffix.casefold() or (kind if kind.startswith(".") else "")
    return Given(File(path, data, suffix))


def _unread(path: str, key: str, **params: object) -> Given:
    file = File(path, b"", Path(path).suffix.casefold())
    return Given(file, Reject(Fault.UNREADABLE, Place(path), key, params))
