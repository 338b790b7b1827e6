"""One file that an office sent, as records with the places at which they stand in it.

Nothing is guessed: what the sender makes certain is filled in and told, everything else that is
missing or unclear is a reject with its place. The records are then checked by the same rules as
those of the data folder.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from cqpair.book import Book
from cqpair.book.headings import Headers
from cqpair.book.layout import Table, header_of
from cqpair.book.records import Built, Reading, build_records
from cqpair.cells import Context
from cqpair.collect.filling import Certain, Filled, Filler, is_nil_line
from cqpair.collect.form import VERSION, Form, FormHead, form_on, place_of
from cqpair.collect.headers import headers_for, names_column
from cqpair.collect.paragraphs import Paragraphs, PassedOver, says_nil
from cqpair.collect.sender import Words, quarter_in, sender_in, told_by_form, words_of
from cqpair.collect.totals import wrong_totals
from cqpair.fields import Activity, Draft, Record
from cqpair.messages import listed, say
from cqpair.model.tasks import Area
from cqpair.model.units import Unit
from cqpair.names import fold
from cqpair.period import Period, quarter_of
from cqpair.source import BadValueError, Fault, Grid, Paragraph, Place, Reject, Row
from cqpair.values import is_blank, parse_date

_CORRECTION = re.compile(
    "(?<![不勿如若需请可得能应须])(?:更正|修订|修正|补报|补充(?:报|上报|填报))"
)
"""A word by which a return says itself that it corrects or completes an earlier one."""


_LONGEST_TITLE = 40


_MOST_WORDS = 12


class Asked(NamedTuple):
    """What the options of the command say of every file. `unit` is in 元."""

    quarter: Period | None = None
    sender: Unit | None = None
    area: Area | None = None
    unit: int | None = None
    header_row: int | None = None
    into_note: Sequence[str] = ()
    leave_out: Sequence[str] = ()


_WITHOUT_HEADER = {
    "records.no-ledger": "returns.no-header-in-sheet",
    "records.no-header": "returns.no-header",
    "returns.no-header-in-sheet": "returns.no-header-in-sheet",
    "returns.no-header": "returns.no-header",
}
"""What is said of a sheet, and of a file, in which no row is a header: here there is a way out."""


class Return(NamedTuple):
    """What a file holds. `rejects` are all that does not fit; with any, nothing of it is taken.

    `tables` are as they were filled in, `grids` as the file has them.
    """

    path: str
    sender: Unit | None = None
    quarter: Period | None = None
    activities: tuple[Activity, ...] = ()
    drafts: tuple[Draft, ...] = ()
    rejects: tuple[Reject, ...] = ()
    tables: tuple[Table, ...] = ()
    grids: tuple[Grid, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    filled: tuple[Filled, ...] = ()
    is_nil: bool = False
    corrects: bool = False

    def book(self, book: Book) -> Book:
        """`book` with the records of this file in place of its own, to be checked."""
        tables = (*(Table(grid._replace(headed=False)) for grid in self.grids), *self.tables)
        sheets = tuple(table for table in tables if table.grid.sheet)
        return book._replace(
            activities=self.activities,
            drafts=self.drafts,
            rejects=self.rejects,
            sheets=sheets,
            sender=self.sender,
        )


class Sent(NamedTuple):
    """A file as it was read: its grids, what could not be read, and the texts around its tables."""

    path: str
    grids: Sequence[Grid]
    rejects: Sequence[Reject]
    words: Sequence[Paragraph] = ()


def read_return(sent: Sent, book: Book, asked: Asked) -> Return:
    """The records of a file, or what keeps them from being taken."""
    tasks = book.tasks.tasks
    assert tasks is not None
    nothing = Return(sent.path, rejects=tuple(sent.rejects), grids=tuple(sent.grids))
    if not sent.grids:
        return nothing
    sent, left_out = _without_sheets(sent, asked.leave_out)
    plain = headers_for(tasks.headers, None, (), asked.unit)
    found_heads = [header_of(grid, plain, asked.header_row) for grid in sent.grids]
    if odd := list(_no_headers(sent.grids, found_heads, plain, asked)):
        return nothing._replace(rejects=(*sent.rejects, *odd))
    heads = [head or _beyond(grid) for grid, head in zip(sent.grids, found_heads, strict=True)]
    words = words_of(sent.grids, heads, [one.text for one in sent.words], sent.path)
    years = set(_years(sent.grids, heads))
    sender, quarter, unclear = _who_and_when(sent, words, years, book, asked)
    if sender is None or quarter is None:
        return nothing._replace(sender=sender, quarter=quarter, rejects=(*sent.rejects, *unclear))
    pairing = book.pairing_of(sender)
    if pairing is None:
        params = {"name": sender.name}
        unpaired = Reject(Fault.RETURN, Place(sent.path), "returns.unpaired", params)
        return nothing._replace(sender=sender, quarter=quarter, rejects=(unpaired,))
    form = Form(sender, pairing, quarter, tasks)
    reader = _Reader(sent, asked, form, _example_in(sent, form, book))
    reader.words_of_nil(words, any(found_heads))
    found = reader.read(Context(book.names, tasks, quarter.start.year))
    passed = (*left_out, *found.passed_over)
    return found._replace(corrects=_corrects(words), passed_over=passed)


def _without_sheets(sent: Sent, leave_out: Sequence[str]) -> tuple[Sent, list[PassedOver]]:
    """The file without the sheets that were asked to be left out, unless these are all."""
    names = set(map(fold, leave_out))
    out = [grid for grid in sent.grids if grid.sheet and fold(grid.sheet) in names]
    if len(out) == len(sent.grids):
        return sent, []
    why = say("returns.left-out")
    passed = [PassedOver(grid.at(grid.head), grid.sheet or "", why) for grid in out]
    return sent._replace(grids=[grid for grid in sent.grids if grid not in out]), passed


def _no_headers(
    grids: Sequence[Grid], heads: Sequence[Row | None], headers: Headers, asked: Asked
) -> Iterator[Reject]:
    """A Reject for each row that was said to be a header and names no column."""
    for grid, head in zip(grids, heads, strict=True):
        if asked.header_row is None or head is None or grid.hidden or grid.headed:
            continue
        if not any(headers.heading_of(cell.strip()) for cell in head.cells):
            params = {"row": asked.header_row}
            yield Reject(Fault.RETURN, grid.at(head), "returns.no-header-there", params)


def _beyond(grid: Grid) -> Row:
    """A header below everything, for a grid that has none: all its lines may be titles."""
    return Row(grid.rows[-1].line + 1 if grid.rows else grid.head.line + 1, [])


def _corrects(words: Words) -> bool:
    texts = [text for _, text in (*words.lines, words.file) if len(text) <= _LONGEST_TITLE]
    return any(map(_CORRECTION.search, texts))


def _who_and_when(
    sent: Sent, words: Words, years: Collection[int], book: Book, asked: Asked
) -> tuple[Unit | None, Period | None, list[Reject]]:
    """The sender and the quarter, by option or by what the file says, and what is unclear."""
    sender, quarter = asked.sender, asked.quarter
    office, label = told_by_form(sent.grids, book.names)
    told_sender = sender or sender_in(words, book.names, office)
    told_quarter = quarter or quarter_in(words, label, years)
    unclear = [told for told in (told_sender, told_quarter) if isinstance(told, Reject)]
    sender = None if isinstance(told_sender, Reject) else told_sender
    quarter = None if isinstance(told_quarter, Reject) else told_quarter
    return sender, quarter, unclear


def _example_in(sent: Sent, form: Form, book: Book) -> Mapping[str, str] | None:
    """The example row that our form was made with, whoever sends it now; None where it is not ours.

    It is that of the office and the quarter in its head, where these can still be read.
    """
    if not form_on(sent.grids):
        return None
    office, quarter = told_by_form(sent.grids, book.names)
    if office and (pairing := book.pairing_of(office)):
        form = form._replace(unit=office, pairing=pairing)
    return form._replace(quarter=quarter or form.quarter).example


def _years(grids: Sequence[Grid], heads: Sequence[Row]) -> Iterator[int]:
    """The years of the full dates in the tables of a return."""
    for grid, head in zip(grids, heads, strict=True):
        for row in grid.rows:
            for cell in row.cells if row.line > head.line or grid.headed else ():
                if len(cell) < 20 and "20" in cell:
                    try:
                        yield parse_date(cell, None).first.year
                    except BadValueError:
                        continue


class _Reader:
    """Reads the tables of one return, of which the sender and the quarter are known."""

    def __init__(
        self, sent: Sent, asked: Asked, form: Form, example: Mapping[str, str] | None
    ) -> None:
        self._sent = sent
        self._asked = asked
        self._sender, self._pairing, self._quarter, tasks = form
        sender, pairing = self._sender, self._pairing
        more: Mapping[str, Sequence[str]] = tasks.headers
        is_county = sender.name == pairing.county
        other = "partners" if is_county or names_column(sent.grids, "county", more) else "county"
        unread = (*asked.into_note, *asked.leave_out)
        self._headers = headers_for(more, other, unread, asked.unit)
        noted = tuple(map(fold, asked.into_note))
        certain = Certain(sender, pairing, self._quarter.start.year, asked.area, noted)
        self._head = form_on(sent.grids)
        self._filler = Filler(certain, self._headers, example)
        self._paragraphs = Paragraphs(sent.path, sent.words, sent.grids)
        self._nil: list[Place] = []

    def words_of_nil(self, words: Words, has_table: bool) -> None:
        """Note where it says 零报告 outside its tables: in a title, or instead of any table.

        In our own form a box says it, whose label stands there in any case.
        """
        told = (words.file,) if self._head else (*words.lines, *words.prose, words.file)
        self._nil = [place for place, text in told if says_nil(text)]
        shown = [grid for grid in self._sent.grids if not grid.hidden]
        rows = [(grid, row) for grid in shown for row in grid.all_rows]
        filled = sum(bool(cell.strip()) for _, row in rows for cell in row.cells)
        if not has_table and filled <= _MOST_WORDS:
            self._nil += [grid.at(row) for grid, row in rows if is_nil_line(row)]

    def read(self, context: Context) -> Return:
        """The records, the lines passed over, and every reject of the file."""
        reading = Reading(self._headers, self._fill, self._asked.header_row)
        built = [build_records(grid, context, {}, reading) for grid in self._sent.grids]
        activities = tuple(a for one in built for a in one.activities)
        drafts = tuple(d for one in built for d in one.drafts)
        rejects = [*self._sent.rejects, *(r for one in built for r in self._rejects(one))]
        records: list[Record] = [*activities, *drafts]
        rejects += [reject for record in records for reject in self._wrong_place(record)]
        tables = tuple(table for one in built for table in one.tables)
        rejects += wrong_totals(tables, self._headers)
        rejects += [*self._filler.misfits, *self._changed_examples()]
        rejects += _wrong_form(*self._head) if self._head else ()
        passed = [_passed_over(r) for r in rejects if _is_passed_over(r)]
        passed += [*self._left_rows(bool(records)), *self._paragraphs.passed_over()]
        nil = self._says_nil() if not records and not self._filler.misfits else []
        if nil:
            rejects = [r for r in rejects if r.key not in _WITHOUT_HEADER]
        elif not records and all(map(_harmless, rejects)):
            params = {"sender": self._sender.name, "quarter": self._quarter.label}
            place = Place(self._sent.path)
            rejects.append(Reject(Fault.RETURN, place, "returns.no-rows", params))
        elif records and (said := self._says_nil(strongly=True)):
            rejects.append(Reject(Fault.RETURN, said[0], "returns.nil-beside-records"))
        return Return(
            self._sent.path,
            self._sender,
            self._quarter,
            activities,
            drafts,
            tuple(r for r in rejects if not _is_passed_over(r) and not _is_needless(r)),
            tables,
            tuple(self._sent.grids),
            tuple(passed),
            self._filler.filled,
            bool(nil),
        )

    def _fill(self, table: Table) -> Table:
        return self._paragraphs.around(table, self._filler.fill)

    def _says_nil(self, strongly: bool = False) -> list[Place]:
        """Where it says that there is nothing to report; a bare 无 does not say so strongly."""
        said = [grid.at(row) for grid, row in self._filler.nil]
        if self._head and self._head[1].is_nil and self._head[1].nil:
            said.append(place_of(self._head[0], self._head[1].nil))
        said += self._nil
        return said if strongly else [*said, *(g.at(row) for g, row in self._filler.none)]

    def _left_rows(self, has_records: bool) -> Iterator[PassedOver]:
        """The example of our form, and rows that hold nothing but 无 beside records."""
        for grid, row in self._filler.examples:
            yield PassedOver(grid.at(row), "示例", say("returns.example"))
        for grid, row in self._filler.none if has_records else ():
            yield PassedOver(grid.at(row), "无", say("returns.none-row"))

    def _rejects(self, built: Built) -> Iterator[Reject]:
        """The rejects of a grid, those that a return can answer otherwise said so.

        A column that is missing matters where there is a row.
        """
        empty = [table.grid.at(table.grid.head) for table in built.tables if not table.grid.rows]
        by_row = {id(draft.row): draft for draft in built.drafts}
        for reject in built.rejects:
            if reject.key == "records.missing-column" and reject.place in empty:
                continue
            if placed := self._paragraphs.placed(reject):
                yield self._answerable(placed, by_row.get(id(reject.row)))

    def _answerable(self, reject: Reject, draft: Draft | None) -> Reject:
        partners = say("problems.or").join(self._pairing.partners)
        params = {**reject.params, "county": self._pairing.county, "partners": partners}
        if reject.key in _WITHOUT_HEADER:
            if self._has_inner_table(reject.place.sheet):
                return reject._replace(key="return_file.no-header-but-inner")
            return reject._replace(key=_WITHOUT_HEADER[reject.key])
        column = reject.params["key"] if reject.key == "records.missing-column" else None
        if column in ("area", "partners"):
            return reject._replace(key=f"returns.no-{column}-column", params=params)
        if reject.key == "records.missing-value" and draft:
            if reject.place == draft.at("partners"):
                return reject._replace(key="returns.no-partner", params=params)
            if reject.place == draft.at("area"):
                return reject._replace(key="returns.no-area", params=params)
        return reject

    def _has_inner_table(self, sheet: str | None) -> bool:
        inner = (r for r in self._sent.rejects if r.key == "return_file.nested-table")
        return any(reject.place.sheet == sheet for reject in inner)

    def _wrong_place(self, record: Record) -> Iterator[Reject]:
        """A record of another quarter, and one to which the sender is no party."""
        if record.date and not self._quarter.holds(record.date):
            right = quarter_of(record.date.first)
            params = {"date": str(record.date), "quarter": self._quarter.label}
            key = "outside-quarter" if right.holds(record.date) else "coarse-date"
            yield _of(record, "date", f"returns.{key}", {**params, "right": right.label})
        members = {unit.name for unit in record.partners}
        if record.county is None or not members:
            return
        if self._sender.name not in (record.county.name, *members):
            is_county = self._sender.name == self._pairing.county
            params = {"sender": self._sender.name, "county": record.county.name}
            params["partners"] = listed([unit.name for unit in record.partners])
            column = "county" if is_county and "county" in record.record_sheet.where else "partners"
            yield _of(record, column, "returns.not-party", params)

    def _changed_examples(self) -> Iterator[Reject]:
        """An example row of the form in which something was changed: is it an event, or not?"""
        for grid, row in self._filler.changed_examples:
            yield Reject(Fault.RETURN, grid.at(row), "returns.example-changed", row=row)


def _passed_over(reject: Reject) -> PassedOver:
    text = str(reject.params.get("value") or reject.params.get("sheet") or "")
    return PassedOver(reject.place, text, say(reject.key, **reject.params))


def _wrong_form(grid: Grid, head: FormHead) -> Iterator[Reject]:
    """Another version of the form, which is read all the same, and an odd word in its box."""
    if head.version and head.version.text and head.version.text != VERSION:
        params = {"version": head.version.text, "ours": VERSION}
        yield Reject(Fault.TOTAL, place_of(grid, head.version), "returns.version", params)
    if head.nil and head.nil.text and not head.is_nil and not is_blank(head.nil.text):
        params = {"value": head.nil.text}
        yield Reject(Fault.RETURN, place_of(grid, head.nil), "returns.nil-box", params)


def _of(record: Record, column: str, key: str, params: Mapping[str, object]) -> Reject:
    county = record.county.name if record.county else None
    return Reject(
        Fault.RETURN,
        record.at(column),
        key,
        params,
        row=record.row,
        when=record.date,
        county=county,
    )


def _is_passed_over(reject: Reject) -> bool:
    return reject.fault is Fault.PASSED_OVER or reject.key == "records.hidden-sheet"


def _is_needless(reject: Reject) -> bool:
    """What matters in a record file and not in one that is read once."""
    return reject.fault is Fault.LEGACY_ENCODING


def _harmless(reject: Reject) -> bool:
    return _is_passed_over(reject) or _is_needless(reject) or reject.fault is Fault.HIDDEN_ROWS
