"""What lies below `submissions/`: returns, where each record came from, what was decided.

Flat files, one folder a quarter, each row with its place. A column is declared once: its key, its
Chinese header, how a cell is read and written.
"""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from io import StringIO
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from cqpair.cells import SEPARATOR, resolve
from cqpair.names import Names, fold
from cqpair.period import SUBMISSIONS, BadPeriodError, Period, parse_quarter
from cqpair.read.csv_file import read_records
from cqpair.source import BadValueError, Fault, Grid, Place, Reject, Row
from cqpair.values import is_blank, parse_date

RECEIVED = "received.csv"


ORIGINS = "origins.csv"


DECISIONS = "decisions.csv"


CLOSED = "closed.json"


ORIGINALS = "originals"
"""The folder of a quarter in which each file is kept as it came."""


FILES = (RECEIVED, ORIGINS, DECISIONS, CLOSED)


T = TypeVar("T")


def submission_path(quarter: Period, name: str) -> str:
    """Where a file of a quarter is kept in the data folder: submissions/2021Q2/received.csv."""
    return f"{SUBMISSIONS}/{quarter.label}/{name}"


class ReturnKind(StrEnum):
    """What came: records, or word that there are none."""

    LEDGER = "台账"
    NIL = "零报告"


class DecisionKind(StrEnum):
    """What a person decided of two records that look alike."""

    SAME = "同一活动"
    DIFFERENT = "不同活动"

    @classmethod
    def of(cls, same: bool) -> "DecisionKind":
        """The word for one event, or for two."""
        return cls.SAME if same else cls.DIFFERENT


class Received(NamedTuple):
    """A return in the order of receipt: `unit` by short name, `file` below the quarter's folder."""

    unit: str
    kind: ReturnKind
    received_on: date
    file: str | None
    sha256: str | None
    records: int
    ids: tuple[str, ...]
    note: str | None
    place: Place = Place("")

    def original_path(self, quarter: Period) -> str | None:
        """Where its file is kept in the data folder; None for a return that had none."""
        return submission_path(quarter, self.file) if self.file else None


class Origin(NamedTuple):
    """Which row of which file a record came from, and who told it."""

    id: str
    unit: str
    file: str | None
    sheet: str | None
    row: int | None
    place: Place = Place("")


class Decision(NamedTuple):
    """What was decided of two records: one event (`keep` stands for both), or two."""

    first: str
    second: str
    same: bool
    keep: str | None
    on: date
    note: str | None
    place: Place = Place("")

    @property
    def ids(self) -> frozenset[str]:
        """Both records, in no order."""
        return frozenset((self.first, self.second))


class QuarterReturns(NamedTuple):
    """The submissions of a quarter; `closed` is closed.json as it was read, None while open."""

    quarter: Period
    received: tuple[Received, ...] = ()
    origins: tuple[Origin, ...] = ()
    decisions: tuple[Decision, ...] = ()
    closed: Mapping[str, Any] | None = None

    @property
    def latest(self) -> Mapping[str, Received]:
        """The last return of each office, by its short name: what it says now."""
        return {received.unit: received for received in self.received}


_NONE: Mapping[str, QuarterReturns] = MappingProxyType({})


class Submissions(NamedTuple):
    """The submissions that were read, by the label of their quarter, and what does not fit.

    `originals` are the SHA-256 of the files as they came, by their path in the data folder, None
    where there is no such file; `strays` are the paths of files that nobody reads. Both are empty
    where nobody asked for them.
    """

    quarters: Mapping[str, QuarterReturns] = _NONE
    rejects: tuple[Reject, ...] = ()
    originals: Mapping[str, str | None] = MappingProxyType({})
    strays: tuple[str, ...] = ()

    def of(self, quarter: Period) -> QuarterReturns:
        """Those of a quarter; none where nothing came."""
        return self.quarters.get(quarter.label) or QuarterReturns(quarter)

    def senders(self) -> dict[str, str]:
        """Who told each record, by its id."""
        return {o.id: o.unit for returns in self.quarters.values() for o in returns.origins}


class _Field(NamedTuple):
    """A column of one of the files: `read` may raise BadValueError."""

    key: str
    header: str
    read: Callable[[str, Names], Any]
    write: Callable[[Any], str] = str
    required: bool = True


def _text(text: str, _: Names) -> str:
    return text.strip()


def _unit(text: str, names: Names) -> str:
    return resolve(text.strip(), names, "county").name


def _day(text: str, _: Names) -> date:
    span = parse_date(text, None)
    if span.first != span.last:
        raise BadValueError("values.date", value=text)
    return span.first


def _number(text: str, _: Names) -> int:
    if not (text.isascii() and text.strip().isdecimal()):
        raise BadValueError("values.count", value=text)
    return int(text)


def _kind(text: str, _: Names) -> ReturnKind:
    return ReturnKind(_one_of(text, tuple(ReturnKind)))


def _same(text: str, _: Names) -> bool:
    return _one_of(text, tuple(DecisionKind)) == DecisionKind.SAME


def _one_of(text: str, choices: Sequence[str]) -> str:
    if text.strip() not in choices:
        raise BadValueError("values.choice", value=text, choices=SEPARATOR.join(choices))
    return text.strip()


def _ids(text: str, _: Names) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(SEPARATOR) if part.strip())


_RECEIVED = (
    _Field("unit", "单位", _unit),
    _Field("kind", "方式", _kind),
    _Field("received_on", "收到日期", _day),
    _Field("file", "文件", _text, required=False),
    _Field("sha256", "校验码", _text, required=False),
    _Field("records", "记录数", _number),
    _Field("ids", "编号", _ids, SEPARATOR.join, required=False),
    _Field("note", "备注", _text, required=False),
)


_ORIGIN = (
    _Field("id", "编号", _text),
    _Field("unit", "单位", _unit),
    _Field("file", "文件", _text, required=False),
    _Field("sheet", "表", _text, required=False),
    _Field("row", "行", _number, required=False),
)


_DECISION = (
    _Field("first", "编号甲", _text),
    _Field("second", "编号乙", _text),
    _Field("same", "决定", _same, DecisionKind.of),
    _Field("keep", "保留", _text, required=False),
    _Field("on", "日期", _day),
    _Field("note", "备注", _text, required=False),
)


def received_text(rows: Iterable[Received]) -> str:
    """received.csv of these returns."""
    return _written(_RECEIVED, rows)


def origins_text(rows: Iterable[Origin]) -> str:
    """origins.csv of these records."""
    return _written(_ORIGIN, rows)


def decisions_text(rows: Iterable[Decision]) -> str:
    """decisions.csv of these decisions."""
    return _written(_DECISION, rows)


def _written(fields: Sequence[_Field], rows: Iterable[Any]) -> str:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.header for field in fields)
    for row in rows:
        values = ((field, getattr(row, field.key)) for field in fields)
        writer.writerow("" if value is None else field.write(value) for field, value in values)
    return text.getvalue()


def build_submissions(files: Mapping[str, bytes], names: Names) -> Submissions:
    """The rows of `files`, by their path in the data folder: submissions/2021Q2/received.csv."""
    quarters: dict[str, QuarterReturns] = {}
    rejects: list[Reject] = []
    for path in sorted(files):
        _, label, name = path.rsplit("/", 2)
        try:
            quarter = parse_quarter(label)
        except BadPeriodError:
            rejects.append(
                Reject(Fault.SUBMISSION, Place(path), "submissions.folder", {"value": label})
            )
            continue
        found = quarters.setdefault(quarter.label, QuarterReturns(quarter))
        reader = _Reader(path, files[path], names, rejects)
        if name == RECEIVED:
            found = found._replace(received=reader.rows(_RECEIVED, Received))
        elif name == ORIGINS:
            found = found._replace(origins=reader.rows(_ORIGIN, Origin))
        elif name == DECISIONS:
            found = found._replace(decisions=reader.rows(_DECISION, Decision))
        else:
            found = found._replace(closed=reader.closed())
        quarters[quarter.label] = found
    told = (reject._replace(fault=Fault.SUBMISSION) for reject in rejects)
    return Submissions(quarters, tuple(told))


def closed_data(data: bytes) -> Mapping[str, Any] | None:
    """What closed.json holds, from its bytes; None where that is no JSON object."""
    import json  # only where a quarter was closed

    try:
        found = json.loads(data.decode("utf-8-sig"))
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


class _Reader:
    """Reads one file; what does not fit goes to `rejects`, and its row is left out."""

    def __init__(self, path: str, data: bytes, names: Names, rejects: list[Reject]) -> None:
        self._path, self._data, self._names, self._rejects = path, data, names, rejects

    def rows(self, fields: Sequence[_Field], make: Callable[..., T]) -> tuple[T, ...]:
        """The rows that fit."""
        grids, rejects = read_records(self._path, self._data)
        self._rejects += [r for r in rejects if r.fault is not Fault.LEGACY_ENCODING]
        found = []
        for grid in grids:
            where = self._where(grid, fields)
            found += [self._row(row, grid, fields, where, make) for row in grid.rows]
        return tuple(row for row in found if row is not None)

    def _where(self, grid: Grid, fields: Sequence[_Field]) -> dict[str, int]:
        """Which cell of a row holds which column; what the header lacks or has beside is told."""
        by_header = {fold(name): f.key for f in fields for name in (f.header, f.key)}
        where: dict[str, int] = {}
        for i, header in enumerate(grid.head.cells):
            key = by_header.get(fold(header))
            place, params = grid.at(grid.head, i), {"key": header.strip()}
            if key is None:
                self._tell(Fault.UNKNOWN_KEY, place, "submissions.unknown-column", params)
            elif key in where:
                self._tell(Fault.REPEATED_KEY, place, "records.repeated-column", params)
            else:
                where[key] = i
        for field in fields:
            if field.required and field.key not in where:
                params = {"column": field.header, "key": field.key}
                place = grid.at(grid.head)
                self._tell(Fault.MISSING_VALUE, place, "records.missing-column", params)
        return where

    def _row(
        self,
        row: Row,
        grid: Grid,
        fields: Sequence[_Field],
        where: Mapping[str, int],
        make: Callable[..., T],
    ) -> T | None:
        expected, count = len(grid.head.cells), len(row.cells)
        if count != expected:
            key = "records.too-many-cells" if count > expected else "records.too-few-cells"
            params = {"found": count, "expected": expected}
            self._tell(Fault.ROW_SHAPE, grid.at(row), key, params)
            return None
        values: dict[str, Any] = {}
        fits = True
        for field in fields:
            i = where.get(field.key)
            try:
                values[field.key] = self._value(field, "" if i is None else row.cells[i])
            except BadValueError as bad:
                fits = False
                if i is not None:  # a column that is missing is told once
                    at = grid.at(row, i)
                    self._tell(bad.fault, at, bad.key, {"column": field.header, **bad.params})
        return make(**values, place=grid.at(row)) if fits else None

    def _value(self, field: _Field, text: str) -> Any:
        if not is_blank(text):
            return field.read(text, self._names)
        if field.required:
            raise BadValueError("records.missing-value", Fault.MISSING_VALUE)
        return () if field.read is _ids else None

    def closed(self) -> Mapping[str, Any] | None:
        """A quarter as it was signed."""
        found = closed_data(self._data)
        if found is not None:
            return found
        self._tell(Fault.SYNTAX, Place(self._path), "submissions.closed", {})
        return None

    def _tell(self, fault: Fault, place: Place, key: str, params: Mapping[str, object]) -> None:
        self._rejects.append(Reject(fault, place, key, params))
