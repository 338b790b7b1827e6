"""Standard streams, pipes and devices: read to a bound, and written to as they are.

What a shell makes of `<(…)` and `>(…)` is a path such as /dev/fd/63: an open file of this process,
which is used as it was opened, since opening its path anew would truncate a file or start it over.
"""

import os
import re
import stat
from contextlib import suppress

MOST = 100 * 2**20
"""The most bytes that are read of an input, since a device may have no end."""


STDIN = "-"

_OPEN = re.compile(rf"/(?:dev|proc/self|proc/{os.getpid()})/fd/(\d+)")

_MOST_LINKS = 40


class TooLargeError(ValueError):
    """An input holds more than MOST bytes."""


def descriptor(path: str) -> int | None:
    """The open file that `path` means, as /dev/stdin, /dev/fd/63 and links to them do, or None."""
    for _ in range(_MOST_LINKS):
        path = os.path.abspath(path)
        if match := _OPEN.fullmatch(path):
            return int(match[1])
        if not os.path.islink(path):
            return None
        path = os.path.join(os.path.dirname(path), os.readlink(path))
    return None


def is_stream(path: str) -> bool:
    """True for `-`, an open file, a pipe and a device: what is not a file or folder on the disk."""
    if path == STDIN or descriptor(path) is not None:
        return True
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def read_bounded(path: str) -> bytes:
    """All bytes of a file or stream, `-` being stdin. TooLargeError where there are too many."""
    with open(_opened(0 if path == STDIN else descriptor(path), path), "rb") as file:
        data = file.read(MOST + 1)
    if len(data) > MOST:
        raise TooLargeError(path)
    return data


def write_stream(path: str, data: bytes) -> None:
    """Write to a stream as it is; a reader that has gone, as `head` does, wants no more."""
    with suppress(BrokenPipeError), open(_opened(descriptor(path), path), "wb") as file:
        file.write(data)


def shows_on_terminal(path: str) -> bool:
    """True when a person would see what is written to the stream."""
    number = descriptor(path)
    if number is not None:
        return os.isatty(number)
    with suppress(OSError):
        if stat.S_ISCHR(os.stat(path).st_mode):
            with open(path, "wb", buffering=0) as device:
                return device.isatty()
    return False


def _opened(number: int | None, path: str) -> int | str:
    return path if number is None else os.dup(number)
