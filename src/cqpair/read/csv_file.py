"""CSV records: the csv module reads, this module knows where a cell stands and what went wrong."""

import csv
from array import array
from collections.abc import Iterator, Sequence
from io import StringIO

from cqpair.read.decode import decode
from cqpair.source import LINE_END, Fault, Grid, Place, Reject, Row, Text, line_and_column

_LONGEST_CELL = 2**31 - 1  # the most that every platform takes

_MOST_FAULTS = 100  # after so many broken rows a file is called not CSV, and left


_SEEN = 2**14  # different texts, of which one in many cells is kept once


def read_records(path: str, data: bytes, delimiter: str = ",") -> tuple[list[Grid], list[Reject]]:
    """The one grid of a CSV file: its first line that is not empty is the header."""
    text, rejects = decode(path, data)
    if text is None:
        return [], rejects
    rows, faults = _rows(text, delimiter)
    rejects += faults
    if not rows:
        if not faults:
            rejects.append(Reject(Fault.MISSING_VALUE, Place(path, 1, 1), "read.no-header"))
        return [], rejects
    header, *records = rows
    return [Grid(path, header, records, _Locator(text, delimiter), headed=False)], rejects


def _rows(text: Text, delimiter: str) -> tuple[list[Row], list[Reject]]:
    """All rows with something in them. After an open quote, reading starts anew a line on."""
    csv.field_size_limit(_LONGEST_CELL)
    lines = list(StringIO(text.content, newline=""))
    rows: list[Row] = []
    rejects: list[Reject] = []
    seen: dict[str, str] = {}
    start = 0
    while start < len(lines):
        reader = csv.reader(lines[start:] if start else lines, delimiter=delimiter, strict=True)
        done = 0
        try:
            for cells in reader:
                if any(map(str.strip, cells)):
                    rows.append(Row(start + done + 1, list(map(seen.setdefault, cells, cells))))
                    if len(seen) > _SEEN:
                        seen.clear()
                done = reader.line_num
            break
        except csv.Error:
            bad = start + done
            rejects.append(_open_quote(text.path, lines, bad, delimiter))
            if not rows:  # without its header nothing of the file can be read
                break
        if len(rejects) == _MOST_FAULTS:
            rejects.append(Reject(Fault.SYNTAX, Place(text.path, bad + 1), "read.not-csv"))
            break
        start = bad + 1
    return rows, rejects


def _open_quote(path: str, lines: list[str], bad: int, delimiter: str) -> Reject:
    """The quote that opens a cell on line `bad` (from 0) and is not closed there."""
    column = 1
    for at, closed in _cells(lines[bad], delimiter):
        column = at + 1
        if not closed:
            break
    return Reject(
        Fault.OPEN_QUOTE, Place(path, bad + 1, column), "read.open-quote", row=Row(bad + 1, [])
    )


class _Locator:
    """Works out the line and column of a cell, when a problem needs one."""

    def __init__(self, text: Text, delimiter: str) -> None:
        self._text = text
        self._delimiter = delimiter
        self._ends: Sequence[int] = ()
        self._row: Row | None = None
        self._spots: list[tuple[int, int]] = []

    def __call__(self, row: Row, i: int) -> tuple[int, int]:
        if row is not self._row:  # the cells of one row are asked for one after the other
            self._row, self._spots = row, self._starts(row.line - 1)
        return self._spots[min(i, len(self._spots) - 1)]

    def _starts(self, first: int) -> list[tuple[int, int]]:
        """Where each cell of the record that begins on line `first` (from 0) starts."""
        if not self._ends:  # numbers: the lines themselves would be the file once more
            ends = (match.end() for match in LINE_END.finditer(self._text.content))
            self._ends = array("q", (0, *ends, len(self._text.content)))
        rest = (self._line(n) for n in range(first, len(self._ends) - 1))
        reader = csv.reader(rest, delimiter=self._delimiter)
        next(reader)  # a record is as many lines as the csv module takes for it
        record = self._text.content[self._ends[first] : self._ends[first + reader.line_num]]
        spots, seen, line, column = [], 0, 1, 1
        for start, _ in _cells(record, self._delimiter):
            lines, columns = line_and_column(record[seen:start], start - seen)
            line, column = line + lines - 1, columns if lines > 1 else column + columns - 1
            spots.append((first + line, column))
            seen = start
        return spots

    def _line(self, n: int) -> str:
        return self._text.content[self._ends[n] : self._ends[n + 1]]


def _cells(record: str, delimiter: str) -> Iterator[tuple[int, bool]]:
    """Where each cell of `record` starts, and whether it is closed rightly."""
    at = 0
    while True:
        start = at
        closed = True
        if record[at : at + 1] == '"':
            at, closed = after_quoted(record, at + 1)
        while at < len(record) and record[at] != delimiter:
            closed = closed and (record[start] != '"' or record[at] in "\r\n")
            at += 1
        yield start, closed
        if at >= len(record):
            return
        at += 1


def after_quoted(record: str, at: int) -> tuple[int, bool]:
    """The index after the closing quote, and whether there is one."""
    while True:
        at = record.find('"', at)
        if at < 0:
            return len(record), False
        if record[at + 1 : at + 2] != '"':
            return at + 1, True
        at += 2
