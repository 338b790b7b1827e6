"""pairings.yaml: from a tree of strings to rows and rejects."""

from cqpair.book import Tables
from cqpair.book.sections import row, rows, sections
from cqpair.model.units import Expect, Notice, Pairing, Unit
from cqpair.source import Node, Reject

_SECTIONS = ("notice", "expect", "units", "pairings")


def build_tables(root: Node | None, path: str, found: tuple[Reject, ...] = ()) -> Tables:
    """The rows of pairings.yaml. `found` are the rejects its reader already made."""
    rejects = list(found)
    tell = rejects.append
    top = sections(root, path, _SECTIONS, tell)
    return Tables(
        row(Notice, top.get("notice"), path, tell),
        row(Expect, top.get("expect"), path, tell),
        rows(Unit, top.get("units"), path, tell),
        rows(Pairing, top.get("pairings"), path, tell),
        tuple(rejects),
    )
