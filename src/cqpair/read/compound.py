"""OLE compound files (.xls, .doc, encrypted .xlsx): the streams that lie at their top.

[MS-CFB]. Read here and not by xlrd, whose walk over a crafted directory may take for ever.
"""

from collections.abc import Iterator
from itertools import islice
from struct import iter_unpack, unpack_from
from typing import NamedTuple

from cqpair.read.packed import DamagedError

_END = 0xFFFFFFFA  # sector numbers from here on are marks, not sectors


_NONE = 0xFFFFFFFF


_HEADER = 512


_IN_HEADER = 109  # sectors of the allocation table that the header lists itself


class _Entry(NamedTuple):
    """A line of the directory: its neighbours, its first child, and where its bytes are."""

    name: str
    left: int
    right: int
    child: int
    start: int
    size: int


class Compound:
    """A compound file. DamagedError, or one of struct's, where it does not hold together."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._size = 1 << _among(unpack_from("<H", data, 30)[0], (9, 12))
        tables = islice(self._tables(), len(data) // self._size)  # there are no more sectors
        self._next = _numbers(b"".join(map(self._sector, tables)))
        first, _, self._least = unpack_from("<3I", data, 48)
        self._entries = list(map(_entry, _cut(b"".join(self._chain(first)), 128)))
        if not self._entries:
            raise DamagedError("directory")
        self.streams = {entry.name: entry for entry in self._top()}

    def read(self, name: str) -> bytes:
        """The bytes of one of the `streams`."""
        entry, root = self.streams[name], self._entries[0]
        if entry.size >= self._least:
            return b"".join(self._chain(entry.start))[: entry.size]
        small = _cut(b"".join(self._chain(root.start)), 64)
        after = _numbers(b"".join(self._chain(unpack_from("<I", self._data, 60)[0])))
        return b"".join(small[at] for at in _followed(after, entry.start))[: entry.size]

    def _tables(self) -> Iterator[int]:
        """The sectors that hold the allocation table."""
        listed = unpack_from(f"<{_IN_HEADER}I", self._data, 76)
        more, count = unpack_from("<2I", self._data, 68)
        yield from (at for at in listed if at < _END)
        for _ in range(min(count, len(self._data) // self._size)):
            if more >= _END:
                return
            *numbers, more = _numbers(self._sector(more))
            yield from (at for at in numbers if at < _END)

    def _sector(self, at: int) -> bytes:
        start = max(self._size, _HEADER) + at * self._size
        if start >= len(self._data):
            raise DamagedError("sector")
        return self._data[start : start + self._size].ljust(self._size, b"\0")

    def _chain(self, start: int) -> Iterator[bytes]:
        return map(self._sector, _followed(self._next, start))

    def _top(self) -> Iterator[_Entry]:
        """The entries right below the root, which are a tree of neighbours."""
        waiting, seen = [self._entries[0].child], {_NONE}
        while waiting:
            at = waiting.pop()
            if at not in seen:
                seen.add(at)
                entry = self._entries[at]
                waiting += (entry.left, entry.right)
                yield entry


def _followed(after: tuple[int, ...], start: int) -> Iterator[int]:
    """The numbers of a chain. No chain is longer than its table, so none goes round for ever."""
    for _ in range(len(after) + 1):
        if start >= _END:
            return
        yield start
        start = after[start]
    raise DamagedError("chain")


def _entry(line: bytes) -> _Entry:
    length, *_ = unpack_from("<H", line, 64)
    name = line[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    left, right, child = unpack_from("<3I", line, 68)
    start, size = unpack_from("<2I", line, 116)
    return _Entry(name, left, right, child, start, size)


def _cut(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data) - size + 1, size)]


def _numbers(data: bytes) -> tuple[int, ...]:
    return tuple(number for (number,) in iter_unpack("<I", data))


def _among(value: int, allowed: tuple[int, ...]) -> int:
    if value not in allowed:
        raise DamagedError("sector size")
    return value
