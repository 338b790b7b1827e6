"""The files of a data folder, some of them received by a stream and not on the disk as they are."""

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from cqpair.read.decode import decode
from cqpair.read.readers import WORKBOOKS
from cqpair.source import Reject, lines_of
from cqpair.store.folder import read_file


class Received(NamedTuple):
    """What came by a stream, and the suffix of what it is: `.csv`, `.yaml`, `.xlsx` …"""

    data: bytes
    suffix: str


NOTHING: Mapping[str, Received] = MappingProxyType({})


class Files(NamedTuple):
    """Files by their path as places tell it; `received` stands in their place or beside them."""

    folder: Path
    received: Mapping[str, Received] = NOTHING

    def read(self, path: str) -> tuple[bytes | None, list[Reject]]:
        """The bytes of a file, or None with the reject that says why."""
        if known := self.received.get(path):
            return known.data, []
        return read_file(self.folder, path)

    def suffix(self, path: str) -> str:
        """The suffix by which its reader is chosen, in lower case."""
        if known := self.received.get(path):
            return known.suffix
        return os.path.splitext(path)[1].casefold()

    def lines(self, path: str) -> list[str]:
        """The lines of a text file, without their ends; none where it is not text."""
        data, _ = self.read(path)
        text, _ = (None, []) if data is None else decode(path, data)
        return [] if text is None or self.suffix(path) in WORKBOOKS else lines_of(text.content)
