"""Text as a cell may hold it."""

from cqpair.messages import say
from cqpair.visible import visible

_LONGEST = 32_767  # UTF-16 units in a cell


def cell_string(text: str) -> str:
    """`text` so that nothing in it acts or breaks XML; what is too long says that it is cut."""
    told = visible(text)
    return (
        told
        if len(told) <= _LONGEST // 2 or _fits(told)
        else _head(told) + say("document.sheet-cut")
    )


def measure(text: str) -> float:
    """How wide `text` is in a Chinese font: “ and — are as wide as 中 there.

    Half of characters and bytes is 1 for a narrow character and 2 for a wide one, and ten times as
    fast as to ask for the width of each.
    """
    return (len(text) + len(text.encode("utf-8", "surrogatepass"))) / 2


def whole(ids: str, mark: str) -> str:
    """Ids with `mark` between, cut after a whole one if at all: half of one would be another."""
    if _fits(ids):
        return ids
    return _head(ids).rpartition(mark)[0] + say("document.sheet-cut")


def _fits(text: str) -> bool:
    return len(text.encode("utf-16-le", "surrogatepass")) <= 2 * _LONGEST


def _head(text: str) -> str:
    """As much of `text` as leaves room for the word that it is cut."""
    room = 2 * (_LONGEST - len(say("document.sheet-cut")))
    return text.encode("utf-16-le", "surrogatepass")[:room].decode("utf-16-le", "ignore")
