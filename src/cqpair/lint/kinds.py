"""How each kind of rule looks at the Book: at rejects, at one record at a time, or at all of it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from cqpair.book import Book
from cqpair.fields import Activity
from cqpair.lint.rule import Finding, OfRecords, OfRejects, Record, Rule, Slip
from cqpair.source import Fault, Reject

_FEW = 8
"""Records that are looked at each, since finding the distinct ones takes as long."""

Cells = str | tuple[str, ...]
"""What stands in the columns that a look reads."""


class _Look(NamedTuple):
    """A look of a rule, and what it knows of the Book."""

    rule: Rule
    check: OfRecords
    known: Any

    def slips(self, record: Record) -> tuple[Slip, ...]:
        """What is wrong with `record`."""
        return tuple(self.check.look(record, self.known))


def find(book: Book, rules: Sequence[Rule]) -> Iterator[tuple[Rule, Finding]]:
    """Every hit of `rules` in `book`, with its rule; of one rule in the order of the records."""
    rejects: dict[Fault, list[Reject]] = {}
    for reject in book.all_rejects:
        rejects.setdefault(reject.fault, []).append(reject)
    looks: list[_Look] = []
    for rule in rules:
        match rule.check:
            case OfRejects() as check:
                yield from ((rule, hit) for hit in check.hits(rejects.get(check.fault, ())))
            case tuple() as checks:
                known = ((check, check.prepare(book)) for check in checks)
                looks += [_Look(rule, check, k) for check, k in known if k is not None]
            case check:
                yield from ((rule, hit) for hit in check(book))
    for records in _alike(book):
        yield from _of_table(records, looks)


def _alike(book: Book) -> Iterator[list[Record]]:
    """Records of one table, in which equal cells mean the same.

    In a draft they need not where cells are merged, so such a one is by itself.
    """
    for _, activities in groupby(book.activities, lambda record: id(record.record_sheet)):
        yield list(activities)
    merged = (id(draft.row) if draft.row.merged else 0 for draft in book.drafts)
    drafts = zip(book.drafts, merged, strict=True)
    for _, group in groupby(drafts, lambda pair: (id(pair[0].record_sheet), pair[1])):
        yield [draft for draft, _ in group]


def _of_table(records: Sequence[Record], looks: Sequence[_Look]) -> Iterator[tuple[Rule, Finding]]:
    if len(records) <= _FEW:
        for look in looks:
            for record in records:
                for slip in look.slips(record):
                    yield look.rule, _hit(record, slip)
        return
    rows = [record.row.cells for record in records]
    where = records[0].record_sheet.where
    reading: dict[tuple[int, ...], list[_Look]] = {}
    for look in looks:
        columns = tuple(where[key] for key in look.check.reads if key in where)
        reading.setdefault(columns, []).append(look)
    for columns, alike in reading.items():
        distinct = dict(zip(_cells(rows, columns), records, strict=True))
        for look in alike:
            slips = {cells: some for cells, one in distinct.items() if (some := look.slips(one))}
            if slips:
                for cells, record in zip(_cells(rows, columns), records, strict=True):
                    for slip in slips.get(cells, ()):
                        yield look.rule, _hit(record, slip)


def _cells(rows: Sequence[list[str]], columns: tuple[int, ...]) -> Iterable[Cells]:
    """What stands in `columns`, by row."""
    return map(itemgetter(*columns), rows) if columns else [()] * len(rows)


def _hit(record: Record, slip: Slip) -> Finding:
    activity = record if isinstance(record, Activity) else None
    place, right = record.at(slip.column), slip.replacement
    return Finding(place, slip.params, slip.variant, activity=activity, replacement=right)
