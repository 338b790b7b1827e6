"""remarks/2021Q2.yaml: what people know of a period and its records do not tell.

One file a period, named by it. Of a file with an error no sentence is used, since half of what
somebody wrote may say something else than the whole.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cqpair.book import Placed, first_damage
from cqpair.book.tables import shape
from cqpair.model.remarks import LONGEST, Remarks
from cqpair.period import BadPeriodError, Period, parse_period
from cqpair.read.yaml_tree import read_tree
from cqpair.source import Fault, MapNode, Place, Reject, ScalarNode, node_place
from cqpair.text import escape_control

SUFFIXES = frozenset({".yaml", ".yml"})
"""The kinds of files that are read."""


class RemarkFile(NamedTuple):
    """A file of remarks; `period` is None where its name is none.

    `remarks` are None where it could not be read, or anything in it does not fit.
    """

    path: str
    period: Period | None
    remarks: Remarks | None


class RemarkFiles(NamedTuple):
    """The files of remarks that were read, and what does not fit."""

    files: tuple[RemarkFile, ...] = ()
    rejects: tuple[Reject, ...] = ()

    def of(self, period: Period) -> Remarks | None:
        """The remarks of just this period; None where there are none that can be used."""
        file = self.file_of(period)
        return file and file.remarks

    def file_of(self, period: Period) -> RemarkFile | None:
        """The file of just this period; None where there is none, or several."""
        found = [file for file in self.files if file.period == period]
        return found[0] if len(found) == 1 else None


def period_named(path: str) -> Period | None:
    """The quarter, half-year or year that names a file: remarks/2021Q2.yaml, 2021H1, 2021."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    try:
        return parse_period(stem)
    except BadPeriodError:
        return None


def build_remarks(files: Mapping[str, bytes | None]) -> RemarkFiles:
    """What `files` say, by their path in the data folder; None is a file that was not read."""
    found: list[RemarkFile] = []
    rejects: list[Reject] = []
    for path in sorted(files):
        data = files[path]
        remarks, told = (None, ()) if data is None else _remarks(path, data)
        found.append(RemarkFile(path, period_named(path), remarks))
        rejects += told
    rejects += _misnamed([file for file in found if files[file.path] is not None])
    return RemarkFiles(tuple(found), tuple(rejects))


def _remarks(path: str, data: bytes) -> tuple[Remarks | None, Sequence[Reject]]:
    """The sentences of a file, None where any does not fit; and what does not."""
    root, rejects = read_tree(path, data)
    root = _filled(root, path, rejects) if isinstance(root, MapNode) else root
    remarks = None if root is None else shape(Remarks, root, path, rejects.append)
    if remarks is not None and isinstance(root, MapNode):
        remarks = Remarks(*(tuple(map(_joined, sentences)) for sentences in remarks))
        rejects += _unfit(Placed(remarks, path, root))
    return (None if first_damage(rejects) else remarks), rejects


def _filled(root: MapNode, path: str, rejects: list[Reject]) -> MapNode:
    """`root` without the keys below which nothing stands yet; each of them is told."""
    filled = dict(root.values)
    for key, node in root.values.items():
        if key in Remarks._fields and isinstance(node, ScalarNode) and not node.text.strip():
            place = node_place(path, root.keys[key])
            rejects.append(Reject(Fault.MISSING_VALUE, place, "shape.empty"))
            del filled[key]
    return root._replace(keys={key: root.keys[key] for key in filled}, values=filled)


_WIDE = "[\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff\uff01-\uffe6]"

_FOLDED = re.compile(f"(?<={_WIDE}) +(?={_WIDE})")


def _joined(sentence: str) -> str:
    """A sentence written over several lines, without the blanks YAML puts between Chinese."""
    return _FOLDED.sub("", sentence)


def _unfit(placed: Placed[Remarks]) -> Iterator[Reject]:
    """The sentences that no paragraph can take over."""
    for key, sentences in zip(Remarks._fields, placed.value, strict=True):
        for i, sentence in enumerate(sentences):
            place, length = placed.at(key, i), len(sentence)
            if not any(map(str.isalnum, sentence)):
                yield _reject(place, "remarks.nothing", value=sentence)
            elif len(sentence.splitlines()) > 1:
                yield _reject(place, "remarks.lines")
            elif escape_control(sentence) != sentence:
                yield _reject(place, "remarks.control", value=sentence)
            elif length > LONGEST:
                yield _reject(place, "remarks.long", n=length, most=LONGEST)


def _misnamed(files: Sequence[RemarkFile]) -> Iterator[Reject]:
    """The files whose name is no period, or the period of another one."""
    first: dict[Period, str] = {}
    for path, period, _ in files:
        if period is None:
            yield _reject(Place(path), "remarks.name", value=path.rpartition("/")[2])
        elif period in first:
            told = _reject(Place(path), "remarks.twice", period=period.label)
            yield told._replace(related=(Place(first[period]),))
        else:
            first[period] = path


def _reject(place: Place, key: str, **params: object) -> Reject:
    return Reject(Fault.REMARKS, place, key, params)
