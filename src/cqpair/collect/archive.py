"""The data folder while returns are taken into it: what stands there, and what a return changes.

Records go into `activities/2021Q2/wushan.csv`, a file a county; the file as it came, its row among
the received and the origin of each record into `submissions/2021Q2/`.
"""

import hashlib
import os
from codecs import BOM_UTF8
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import count
from pathlib import Path
from typing import NamedTuple

from cqpair.book.canonical import (
    highest_numbers,
    id_stem,
    line_end_of,
    loss_in,
    record_path,
    with_ids,
)
from cqpair.book.submissions import (
    ORIGINALS,
    ORIGINS,
    RECEIVED,
    Origin,
    QuarterReturns,
    Received,
    ReturnKind,
    origins_text,
    received_text,
    submission_path,
)
from cqpair.cells import Context
from cqpair.collect.matching import NEW
from cqpair.collect.returns import Return
from cqpair.fields import Activity
from cqpair.messages import say
from cqpair.model.units import Unit
from cqpair.names import Names, fold
from cqpair.period import ACTIVITIES, Period
from cqpair.read.decode import decode
from cqpair.source import Fault, Place, Reject
from cqpair.store.files import Files
from cqpair.store.fmt import canonical_bytes, csv_records
from cqpair.store.ids import HiddenIdsError, text_of, texts_in
from cqpair.store.records import record_files
from cqpair.store.submissions import open_submissions
from cqpair.store.transaction import Change, apply
from cqpair.values import folded

_AT_ONCE = 16 * 2**20
"""Bytes that are held back to be written together."""


class File(NamedTuple):
    """A file as it came: the name it is told by, its bytes, and the suffix of what it is."""

    path: str
    data: bytes
    suffix: str

    @property
    def sha256(self) -> str:
        """Its hash, by which the same file is known again."""
        return hashlib.sha256(self.data).hexdigest()


class Sending(NamedTuple):
    """A file of which it is known who sent it, and for which quarter."""

    file: File
    found: Return
    sender: Unit
    quarter: Period
    received_on: date


class Revision(NamedTuple):
    """What a return changes: records that are new, that differ, that are withdrawn.

    `kept` are pairs of a record as it is now and as it was. A return that is the `whole` one
    withdraws all that the office told before, what no file holds any more included.
    """

    added: Sequence[Activity] = ()
    kept: Sequence[tuple[Activity, Activity]] = ()
    withdrawn: Sequence[Activity] = ()
    whole: bool = False


class _Sheet(NamedTuple):
    """A record file: its bytes, None where there is none yet, and its records.

    It `fits` where nothing of it would be lost in canonical form.
    """

    data: bytes | None
    activities: Sequence[Activity]
    fits: bool = True


class Archive:
    """Record files and submissions of a folder, each read once; what is put in is there at once.

    A dry run is told of a folder in which the returns before it were taken.
    """

    def __init__(self, folder: Path, names: Names, context: Context, dry_run: bool) -> None:
        self._folder = folder
        self._context = context
        self._dry_run = dry_run
        self._files = Files(folder)
        opened = open_submissions(folder, names)
        self._faults = opened.submissions.rejects
        self._quarters = dict(opened.submissions.quarters)
        self._contents = dict(opened.files)
        self._unread = opened.unread
        self._sheets: dict[str, _Sheet] = {}
        self._highest: dict[str, int] = {}
        self._pending: dict[str, Change] = {}

    def known(self, sha256: str, sender: str | None) -> tuple[Period, Received] | None:
        """The quarter and the row of a file that was taken before, under whatever name.

        Of `sender` where one is told: two offices may send the same bytes.
        """
        for returns in self._quarters.values():
            for one in returns.received:
                if one.sha256 == sha256 and sender in (None, one.unit):
                    return returns.quarter, one
        return None

    def later(self, quarter: Period, row: Received) -> int:
        """How many returns of the quarter the office sent after the one of `row`."""
        received = self.returns(quarter).received
        return sum(one.unit == row.unit for one in received[received.index(row) + 1 :])

    def last(self, sender: str, quarter: Period) -> Received | None:
        """The office's latest return of the quarter."""
        own = [one for one in self.returns(quarter).received if one.unit == sender]
        return own[-1] if own else None

    def earlier(self, sender: str, quarter: Period) -> list[Activity] | Reject:
        """The records that the office's earlier returns of the quarter gave, as they stand now.

        A Reject where a file that may hold one of them cannot be read: it would be taken twice.
        """
        folder = submission_path(quarter, "")
        for fault in self._faults:
            if fault.place.path.startswith(folder):
                return _unusable(fault.place.path)
        received = self.returns(quarter).received
        ids = {i for one in received if one.unit == sender for i in one.ids}
        if not ids:
            return []
        paths = list(record_files(self._folder, [quarter]))
        paths += [path for path in self._sheets if path not in paths]
        found = [a for path in paths for a in self._sheet(path).activities if a.id in ids]
        lost = ids - {a.id for a in found}
        for path in paths if lost else ():
            if not self._sheet(path).fits and self._may_hold(path, lost):
                return _unusable(path)
        return found

    def put(self, sending: Sending, revision: Revision) -> list[Activity] | Reject:
        """Put a return in; its new records with their ids, or a Reject where a file has errors.

        It is on the disk after `write`, or before that where much has been put in.
        """
        try:
            added = self._named(sending.quarter, revision.added)
        except HiddenIdsError as error:
            return _hiding(error.reject)
        sheets = self._changed(added, revision)
        if isinstance(sheets, Reject):
            return sheets
        changes = self._sheet_changes(sheets)
        if isinstance(changes, Reject):
            return changes._replace(place=Place(sending.found.path))
        told = [*(now for now, _ in revision.kept), *added]
        for change in (*changes, *self._submission_changes(sending, told, revision.whole)):
            first = self._pending.get(change.path, change)
            self._pending[change.path] = change._replace(before=first.before)
        if sum(len(change.after) for change in self._pending.values()) > _AT_ONCE:
            self.write()
        return added

    def write(self) -> None:
        """Write what was put in, all of it at once: each sync of a disk takes its time.

        OSError and ChangedMeanwhileError where it cannot be written; then nothing was.
        """
        if not self._dry_run:
            apply(self._folder, list(self._pending.values()))
        self._pending.clear()

    def returns(self, quarter: Period) -> QuarterReturns:
        """What is known of a quarter, what this run put in included."""
        return self._quarters.get(quarter.label) or QuarterReturns(quarter)

    def _sheet(self, path: str) -> _Sheet:
        if path not in self._sheets:
            data, _ = self._files.read(path)
            if data is None:
                is_there = os.path.lexists(self._folder / path)
                self._sheets[path] = _Sheet(None, (), fits=not is_there)
            elif not path.endswith(".csv"):
                self._sheets[path] = _Sheet(data, (), fits=False)
            else:
                activities, rejects = csv_records(path, data, self._context)
                fits = not rejects and not any(map(loss_in, activities))
                self._sheets[path] = _Sheet(data, activities, fits)
        return self._sheets[path]

    def _may_hold(self, path: str, ids: Collection[str]) -> bool:
        """Whether one of the ids stands in a file, or nobody can tell."""
        try:
            return any(i in text for text in texts_in(self._files, [path]) for i in ids)
        except HiddenIdsError:
            return True

    def _named(self, quarter: Period, added: Sequence[Activity]) -> list[Activity]:
        """New records where they will stand, with ids that nobody had.

        HiddenIdsError where nobody can tell which these are.
        """
        placed = [_moved(_without_word(one), record_path(quarter, one.county)) for one in added]
        stems = {id_stem(one) for one in placed if one.id is None} - self._highest.keys()
        if stems:
            texts = (*texts_in(self._files, record_files(self._folder)), *self._submitted())
            self._highest.update(highest_numbers(texts, stems))
        return with_ids(placed, self._highest)

    def _submitted(self) -> Iterable[str]:
        """All that the submissions say, since an id that was withdrawn is never given again."""
        if self._unread:
            raise HiddenIdsError(self._unread[0])
        return map(text_of, self._contents.values())

    def _changed(
        self, added: Sequence[Activity], revision: Revision
    ) -> Mapping[str, Sequence[Activity]] | Reject:
        """The records of each file that changes. A Reject where one of them cannot be rewritten."""
        kept, withdrawn = revision.kept, revision.withdrawn
        paths = {one.path for one in (*added, *(old for _, old in kept), *withdrawn)}
        new = {id(old): _moved(now, old.path) for now, old in kept}
        gone = {id(old) for old in withdrawn}
        sheets: dict[str, Sequence[Activity]] = {}
        for path in sorted(paths):
            sheet = self._sheet(path)
            if not sheet.fits:
                return _unusable(path)
            stay = [new.get(id(a), a) for a in sheet.activities if id(a) not in gone]
            sheets[path] = [*stay, *(one for one in added if one.path == path)]
        return sheets

    def _sheet_changes(self, sheets: Mapping[str, Sequence[Activity]]) -> list[Change] | Reject:
        """The record files that change; a Reject where a text cannot stand in one, such as NUL."""
        changes = []
        for path, activities in sheets.items():
            before = self._sheets[path].data
            text = decode(path, before)[0] if before else None
            line_end = line_end_of(text.content if text else "")
            after = canonical_bytes(path, activities, line_end, self._context)
            if isinstance(after, Reject):
                return Reject(Fault.RETURN, after.place, "returns.no-text")
            changes.append(Change(path, before, after))
        for path, _, after in changes:
            self._sheets[path] = _Sheet(after, csv_records(path, after, self._context)[0])
        return changes

    def _submission_changes(
        self, sending: Sending, told: Sequence[Activity], whole: bool
    ) -> Iterator[Change]:
        """The return among the received, where its records came from, and the file as it came."""
        file, found, sender, quarter, received_on = sending
        returns = self.returns(quarter)
        name = self._free_name(returns, fold(sender.pinyin), file.suffix)
        ids = tuple(one.id or "" for one in told)
        kind = ReturnKind.NIL if found.is_nil else ReturnKind.LEDGER
        row = Received(sender.name, kind, received_on, name, file.sha256, len(told), ids, None)
        known = returns.origins
        if whole:
            known = tuple(o for o in known if o.unit != sender.name or o.id in ids)
        origins = _origins(known, sender.name, name, told)
        returns = returns._replace(received=(*returns.received, row), origins=origins)
        self._quarters[quarter.label] = returns
        texts = {RECEIVED: received_text(returns.received), ORIGINS: origins_text(returns.origins)}
        for part, content in texts.items():
            path, data = submission_path(quarter, part), BOM_UTF8 + content.encode("utf-8")
            yield Change(path, self._contents.get(path), data)
            self._contents[path] = data
        yield Change(submission_path(quarter, name), None, file.data)

    def _free_name(self, returns: QuarterReturns, stem: str, suffix: str) -> str:
        """The name of an original: the first that no file has, and none had that was received."""
        given = {one.file for one in returns.received}
        folder = self._folder / submission_path(returns.quarter, "")
        names = (f"{ORIGINALS}/{stem}-{number}{suffix}" for number in count(1))
        return next(n for n in names if n not in given and not os.path.lexists(folder / n))


def _unusable(path: str) -> Reject:
    is_sheet = path.startswith(f"{ACTIVITIES}/") and not path.endswith(".csv")
    key = "returns.target-not-csv" if is_sheet else "returns.target"
    return Reject(Fault.RETURN, Place(path), key, {"path": path})


def _hiding(reject: Reject) -> Reject:
    """What is said where the ids in a file cannot be seen."""
    path = reject.place.path
    params = {"path": path, "why": say(reject.key, **reject.params)}
    return Reject(Fault.RETURN, Place(path), "returns.ids-hidden", params)


def _origins(
    known: Sequence[Origin], sender: str, file: str, told: Sequence[Activity]
) -> tuple[Origin, ...]:
    """The origins with those of the records that a return told: the latest telling stands."""
    new = {
        one.id or "": Origin(one.id or "", sender, file, one.record_sheet.grid.sheet, one.line)
        for one in told
    }
    stay = [new.pop(old.id, old) for old in known]
    return (*stay, *new.values())


def _moved(activity: Activity, path: str) -> Activity:
    """A record as one of the file `path`."""
    grid = activity.record_sheet.grid._replace(path=path)
    return activity._replace(record_sheet=activity.record_sheet._replace(grid=grid))


def _without_word(activity: Activity) -> Activity:
    """A record of which 编号 only says that it is new."""
    new = activity.id is not None and folded(activity.id).casefold() in NEW
    return activity._replace(id=None) if new else activity
