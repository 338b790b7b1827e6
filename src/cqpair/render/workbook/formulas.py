"""How a figure follows from the records, as a formula that every spreadsheet program knows.

Formulas name columns of records by their titles: =COUNTIFS(任务领域,"1",状态,"<>计划"). The names
stand for plain ranges, since not every program knows `table[column]`; they go on below the last
record, so that one added there counts.
"""

import re
from collections.abc import Iterator

from xlsxwriter import Workbook
from xlsxwriter.utility import quote_sheetname, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from cqpair.messages import say
from cqpair.render.document import Cell, Condition, Conditions, How, Query, Table, cell_text
from cqpair.render.workbook.cells import Cells, Formats, cell_string, is_held
from cqpair.render.workbook.page import set_up

_ROOM = 10_000  # rows for more records; over a million LibreOffice calculates for a minute

_LONGEST = 120  # characters of a condition: Excel takes 255, and some are written as two

_OPERATORS = ("=", "<", ">")

_WIDTH = 24


class Records:
    """The table of records, its columns by title, and the names that formulas call them by.

    It begins in the first row of its sheet, and is called `name`; `last_row` is the last that
    counts, from 0.
    """

    def __init__(self, book: Workbook, sheet: str, table: Table) -> None:
        self.table = table
        self.columns = {column.title: col for col, column in enumerate(table.columns)}
        self.last_row = len(table.rows) + _ROOM
        self._book = book
        self.name = _plain(table.name)
        self._taken = {self.name.casefold()}
        self._lists: dict[str, str] = {}
        self._held: dict[int, bool] = {}
        self._names = {
            title: self._named(title, sheet, self.last_row, col)
            for title, col in self.columns.items()
        }

    def write_lists(self, sheet: Worksheet, formats: Formats, banner: str | None) -> None:
        """What cells are chosen from and what follows from it, each list below its title."""
        cells = Cells(sheet, formats)
        set_up(sheet, banner, landscape=True)
        for col, (title, texts) in enumerate(lists(self.table)):
            sheet.set_column(col, col, _WIDTH)
            cells.text(0, col, title, ("header",))
            for row, text in enumerate(texts, 1):
                cells.text(row, col, text, ("cell", "TEXT"))
            wanted = say("document.sheet-list", title=title)
            self._lists[title] = self._named(wanted, sheet.name, len(texts), col)
        sheet.freeze_panes(1, 0)

    def choices(self, title: str) -> str:
        """The name of the list of the column `title`, "" for a column without one."""
        return self._lists.get(title, "")

    def formula(self, query: Query, value: Cell) -> str | None:
        """The formula of a figure; None where one could not give `value`."""
        if not is_held(value) or not self._is_answered(query):
            return None
        where, missing = self._where(query.where), f'"{cell_text(None)}"'
        if query.whole is not None:
            whole = f"COUNTIFS({self._where(query.whole)})"
            return f"=IF({whole}=0,{missing},ROUND(COUNTIFS({where})/{whole},3))"
        if query.adds:
            name = self._names[query.adds]
            return f'=IF(COUNTIFS({name},">=0",{where})=0,{missing},SUMIFS({name},{where}))'
        if query.distinct:
            value = f"{self._names[query.distinct]},{self.choices(query.distinct)}"
            wheres = [self._where((*query.where, one)) for one in query.each] or [where]
            return "=" + "+".join(f"SUMPRODUCT(--(COUNTIFS({value},{w})>0))" for w in wheres)
        return f"=COUNTIFS({where}){f'+{query.plus}' if query.plus else ''}"

    def told_rough(self, query: Query) -> str:
        """The formula of how many figures that are added up are approximate; "" for no sum."""
        if not query.adds or not self._is_answered(query):
            return ""
        name = self.table.columns[self.columns[query.adds]].told_rough
        if not name:
            return ""
        return f"COUNTIFS({self._where((*query.where, Condition(name, query.adds, How.HOLDS)))})"

    def _is_answered(self, query: Query) -> bool:
        """Whether Excel takes the formula, and holds every figure that it adds up."""
        conditions = (*query.where, *query.each, *(query.whole or ()))
        named = {c.column for c in conditions} | {query.adds, query.distinct} - {""}
        if not named <= self.columns.keys():
            return False
        if any(len(condition.text) > _LONGEST for condition in conditions):
            return False
        if query.distinct and not self.choices(query.distinct):
            return False
        return not query.adds or self._is_held(self.columns[query.adds])

    def _is_held(self, col: int) -> bool:
        """Whether all figures of a column are numbers in their cells."""
        if col not in self._held:
            self._held[col] = all(is_held(row[col]) for row in self.table.rows)
        return self._held[col]

    def _where(self, conditions: Conditions) -> str:
        """The ranges and criteria of COUNTIFS."""
        return ",".join(f'{self._names[c.column]},"{_criterion(c)}"' for c in conditions)

    def _named(self, wanted: str, sheet: str, last_row: int, col: int) -> str:
        """A new name for the column `col` of a sheet, below its title."""
        name = base = _plain(wanted)
        n = 1
        while name.casefold() in self._taken:
            n += 1
            name = f"{base}_{n}"
        self._taken.add(name.casefold())
        area = xl_range_abs(1, col, max(last_row, 1), col)
        self._book.define_name(name, f"={quote_sheetname(sheet)}!{area}")
        return name


def lists(table: Table) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lists behind a table of records, by the title of their column."""
    for column in table.columns:
        if column.values:
            yield column.title, column.values
        elif column.follows and column.follows.texts:
            yield column.title, column.follows.texts


def _criterion(condition: Condition) -> str:
    """A condition as COUNTIFS has it, in a string of a formula."""
    text = re.sub(r"([~*?])", r"~\1", cell_string(condition.text))
    match condition.how:
        case How.IS:
            told = f"={text}" if text.startswith(_OPERATORS) else text
        case How.IS_NOT:
            told = f"<>{text}"
        case How.HOLDS:
            told = f"*{text}*"
        case How.HOLDS_NOT:
            told = f"<>*{text}*"
        case How.IS_FILLED:
            told = "?*"
    return told.replace('"', '""')


def _plain(title: str) -> str:
    """A title as a name: letters, digits and _, and nothing that Excel takes for a cell."""
    name = re.sub(r"\W+", "_", title).strip("_")[:_LONGEST]
    return f"_{name}" if name.isascii() or name[0].isdecimal() else name
