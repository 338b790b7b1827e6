"""The text of a notice: what a pairing table and a task table are proved against."""

from collections.abc import Mapping
from typing import NamedTuple


class AnnexRow(NamedTuple):
    """A row of the annex, by the names of its offices. `line` is None where a file has none."""

    no: int
    county: str
    partners: tuple[str, ...]
    line: int | None


class HeadPart(NamedTuple):
    """A number, a title, an issuer, a day or an annex's title that stands by itself."""

    text: str
    line: int | None


class NoticeText(NamedTuple):
    """What a notice says: its annex, the counts it states, and its clauses by 二（一）.

    `counts` has the keys of Expect; it is empty when the sentence with them was not found.
    `head` has the keys of Notice, those that were found; `folded` is the whole text in one piece.
    """

    path: str
    annex: tuple[AnnexRow, ...]
    counts: Mapping[str, int]
    clauses: Mapping[str, str]
    head: Mapping[str, HeadPart]
    folded: str
