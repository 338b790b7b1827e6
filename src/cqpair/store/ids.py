"""Which ids occur in a data folder: all that its files say, or which of them hides what it says.

An id is given once and for ever, also where the file that has it does not fit.
"""

from collections.abc import Iterable, Iterator

from cqpair.read.decode import decode
from cqpair.read.readers import READERS, WORKBOOKS
from cqpair.source import Fault, Reject
from cqpair.store.files import Files


class HiddenIdsError(Exception):
    """A file cannot be read, so that an id might be given that it holds; `reject` is why."""

    def __init__(self, reject: Reject) -> None:
        super().__init__(reject.key)
        self.reject = reject


def texts_in(disk: Files, paths: Iterable[str]) -> Iterator[str]:
    """All that files of records say, those included that do not fit.

    HiddenIdsError at the first that cannot be read.
    """
    for path in paths:
        data, unread = disk.read(path)
        if data is None:
            raise HiddenIdsError(unread[0])
        if (suffix := disk.suffix(path)) in WORKBOOKS:
            yield from _in_workbook(suffix, path, data)
        else:
            text, _ = decode(path, data)
            yield text.content if text else text_of(data)


def text_of(data: bytes) -> str:
    """What bytes say in ASCII, as ids do, whatever they are encoded in."""
    return data.replace(b"\0", b"").decode("utf-8", "replace")


def _in_workbook(suffix: str, path: str, data: bytes) -> Iterator[str]:
    grids, rejects = READERS[suffix](path, data)
    if hidden := next((one for one in rejects if one.fault is Fault.UNREADABLE), None):
        raise HiddenIdsError(hidden)
    yield from (cell for grid in grids for row in grid.all_rows for cell in row.cells)
