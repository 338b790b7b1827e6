"""A rule of single records reads no cell but those it declares, so it can look once at many."""

import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from conftest import DATA
from cqpair.book import Book
from cqpair.fields import COLUMNS, Record
from cqpair.lint import RULES
from cqpair.lint.rule import OfRecords
from cqpair.lint.run import find
from cqpair.store import PAIRINGS
from cqpair.store.folder import TASKS
from cqpair.store.records import open_book

KEYS = frozenset(column.key for column in COLUMNS)

LOOKS = [
    pytest.param(check, id=f"{rule.code}-{i}")
    for rule in RULES
    if type(rule.check) is tuple
    for i, check in enumerate(rule.check)
]

HERE = Path(__file__).parent

FOLDERS = sorted(folder for folder in HERE.glob("rules/[AD]*/*") if folder.is_dir())


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> list[Book]:
    """The shipped data and the folders of the rules' own tests, of records good and bad."""
    found = [open_book(DATA, date(2026, 1, 1)).book]
    for folder in FOLDERS:
        data = tmp_path_factory.mktemp("data") / "data"
        shutil.copytree(folder, data)
        for table in (PAIRINGS, TASKS):
            if not (data / table).exists():
                shutil.copy(DATA / table, data)
        found.append(open_book(data, date(2026, 1, 1)).book)
    return found


class Watched:
    """A record that remembers which columns were read, as values or as cells."""

    def __init__(self, record: Record, read: set[str]) -> None:
        self._record = record
        self._read = read

    def __getattr__(self, name: str) -> Any:
        if name == "figures":
            return _Figures(self._record.figures, self._read)
        if name == "row":
            return self._record.row._replace(cells=_Cells(self._record, self._read))
        if name in KEYS:
            self._read.add(name)
            if name in self._record.figures:
                return self._record.figures[name]
        elif name not in ("record_sheet", "path"):
            raise AssertionError(f"a look reads {name}")
        return getattr(self._record, name)


class _Figures(dict[str, Any]):
    def __init__(self, figures: Mapping[str, Any], read: set[str]) -> None:
        super().__init__(figures)
        self._watched = read

    def __getitem__(self, key: str) -> Any:
        self._watched.add(key)
        return super().__getitem__(key)


class _Cells(list[str]):
    def __init__(self, record: Record, read: set[str]) -> None:
        super().__init__(record.row.cells)
        self._columns = {i: key for key, i in record.record_sheet.where.items()}
        self._watched = read

    def __getitem__(self, i: Any) -> Any:
        self._watched.add(self._columns[i])
        return super().__getitem__(i)

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("a look reads all cells")


@pytest.mark.parametrize("check", LOOKS)
def test_a_look_reads_only_what_it_declares(check: OfRecords, books: list[Book]) -> None:
    read: set[str] = set()
    for book in books:
        known = check.prepare(book)
        for record in book.records_and_drafts if known is not None else ():
            list(check.look(Watched(record, read), known))  # type: ignore[arg-type]
    assert read == set(check.reads)


def test_many_records_give_what_each_gives(books: list[Book]) -> None:
    """Looking at distinct combinations finds what looking at every record finds."""
    rules = [rule for rule in RULES if type(rule.check) is tuple]
    for book in books:
        many = book._replace(
            activities=tuple(a for a in book.activities for _ in range(20)),
            drafts=tuple(d for d in book.drafts for _ in range(20)),
        )
        each = [(rule.code, hit) for rule, hit in find(book, rules) for _ in range(20)]
        assert sorted(map(str, each)) == sorted(
            str((rule.code, hit)) for rule, hit in find(many, rules)
        )
