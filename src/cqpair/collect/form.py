"""What the form of an office says: the one declaration, for who writes it and for who reads it.

Its head is found by its labels, wherever they stand: saving a file anew, copying a sheet or pasting
its values keeps them, and loses names, properties and hidden sheets.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from enum import Enum, StrEnum, auto
from typing import NamedTuple

from cqpair import values
from cqpair.fields import COLUMNS, Column, ValueKind
from cqpair.model.tasks import LeadKind, Tasks
from cqpair.model.units import Pairing, Unit
from cqpair.names import fold
from cqpair.period import Period
from cqpair.source import BadValueError, Grid, Place

VERSION = "cqpair-1"


SHEET = "活动台账"


LISTS = "清单"
"""The hidden sheet with what the drop-downs offer."""


class Label(StrEnum):
    """What stands before a value of the head, in their order."""

    UNIT = "填报单位"
    QUARTER = "季度"
    VERSION = "模板版本"
    PAIRING = "结对关系"
    NIL = "零报告"


NAMES = {
    Label.UNIT: "cqpair_unit",
    Label.QUARTER: "cqpair_quarter",
    Label.VERSION: "cqpair_version",
    Label.NIL: "cqpair_nil",
}
"""The defined name of each cell of the head; those but of the last are custom properties too."""


TABLE_NAME = "cqpair_table"
"""The defined name of the first cell of the header."""


YES = "是"


NIL_NOTE = "本季度没有活动的，在左边格内选“是”，下面的表不填。"


NUMBERING = "序号"
"""The header of the first column that is seen: the office's own numbers, and the example's mark."""


EXAMPLE = "示例"


HIDDEN = "id"
"""The column of an office's earlier rows, which nobody has to see."""


_LEFT_OUT = frozenset({"status", "county", "source"})
"""What a quarter's return need not say: done is what it tells, and whose county, its head."""


FORM_COLUMNS = tuple(column for column in COLUMNS if column.key not in _LEFT_OUT)


_HEAD_ROWS = 25


_COLONS = "：:"


_NO_FILE_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def file_stem(quarter: Period, unit: Unit) -> str:
    """How the file of an office and a quarter is called, without a suffix: 2021Q2-巫山县科协."""
    return _NO_FILE_NAME.sub("_", f"{quarter.label}-{unit.office_name}")


class Form(NamedTuple):
    """The form of one office for one quarter.

    `partners` are what its partner column offers, one choice a text: the partners of a county each
    and together; for a partner itself, and all of them together.
    """

    unit: Unit
    pairing: Pairing
    quarter: Period
    tasks: Tasks

    @property
    def partners(self) -> tuple[str, ...]:
        """What the partner column offers; the office takes part in each."""
        every = self.pairing.partners
        alone = every if self.unit.name == self.pairing.county else (self.unit.name,)
        return alone if len(every) == 1 else (*alone, "、".join(every))

    @property
    def head(self) -> Mapping[Label, str]:
        """The values of the head. The box for a nil report is empty."""
        return {
            Label.UNIT: self.unit.office_name,
            Label.QUARTER: self.quarter.label,
            Label.VERSION: VERSION,
            Label.PAIRING: f"{self.pairing.county}—{'、'.join(self.pairing.partners)}",
            Label.NIL: "",
        }

    @property
    def example(self) -> Mapping[str, str]:
        """The cells of the example row that hold something, by the key of their column."""
        area, start = self.tasks.all_areas[0], self.quarter.start + timedelta(days=14)
        cells = {
            "date": start.isoformat(),
            "end_date": (start + timedelta(days=1)).isoformat(),
            "partners": self.partners[0],
            "area": area.title,
            "measure": min(area.measures, key=len, default=""),
            "lead": self.unit.office_name,
            "lead_kind": LeadKind.ASSOCIATION.value,
            "title": f"{EXAMPLE}：科技人才培训交流",
            "form": "培训",
            "place": "区县科技馆",
            "participants": "120",
            "experts": "6",
            "funding": "20000",
            "outcome": "培训科技骨干，签订合作意向",
            "note": "本行不计入",
        }
        return {key: text for key, text in cells.items() if text}


class HeadCell(NamedTuple):
    """What the head says, and where: the indices of row and cell, from 0."""

    text: str
    row: int
    cell: int


class FormHead(NamedTuple):
    """The head of a form; None where a label is not there.

    Empty text where nothing follows the label, at the cell that it should have stood in.
    """

    unit: HeadCell | None = None
    quarter: HeadCell | None = None
    version: HeadCell | None = None
    nil: HeadCell | None = None

    @property
    def is_nil(self) -> bool:
        """True when the box says 是. Anything else that is no blank is for a person to settle."""
        return self.nil is not None and fold(self.nil.text) == YES


class ExampleRow(Enum):
    """What a row has to do with the form's example."""

    NOT = auto()
    UNCHANGED = auto()
    CHANGED = auto()


def find_head(rows: Sequence[Sequence[str]]) -> FormHead | None:
    """The head of our form among the first rows of a sheet, found by its labels.

    None where no 模板版本 is told: then it is none of ours, or what made it ours is lost.
    """
    found: dict[Label, HeadCell] = {}
    for n, row in enumerate(rows[:_HEAD_ROWS]):
        for i, text in enumerate(row):
            label = _label(text)
            if label and label not in found:
                found[label] = _value(row, n, i)
    if Label.VERSION not in found:
        return None
    wanted = (Label.UNIT, Label.QUARTER, Label.VERSION, Label.NIL)
    return FormHead(*(found.get(label) for label in wanted))


def form_on(grids: Sequence[Grid]) -> tuple[Grid, FormHead] | None:
    """The sheet on which our form stands, and its head; None where none is shown."""
    for grid in grids:
        head = find_head([row.cells for row in grid.all_rows])
        if head and not grid.hidden:
            return grid, head
    return None


def place_of(grid: Grid, cell: HeadCell) -> Place:
    """Where a cell of the head stands in the file."""
    return grid.at(grid.all_rows[cell.row], cell.cell)


def example_row(mark: str, cells: Mapping[str, str], example: Mapping[str, str]) -> ExampleRow:
    """Whether a row is the form's `example`, by the key of its columns, or was made of it.

    `mark` is what stands in the column 序号. Unchanged is a row that says what the example says,
    however a program writes its days and figures, with its mark or with none, and a mark alone.
    Changed is one with the mark, or with the example's title, that says anything else, and one
    that got another number.
    """
    filled = {key: text for key, text in cells.items() if text.strip()}
    marked = fold(mark) == EXAMPLE
    if marked and not filled:
        return ExampleRow.UNCHANGED
    same = filled.keys() == example.keys() and all(
        _same(column, filled[column.key], example[column.key])
        for column in FORM_COLUMNS
        if column.key in example
    )
    if same and (marked or not mark.strip()):
        return ExampleRow.UNCHANGED
    titled = fold(filled.get("title", "")) == fold(example["title"])
    return ExampleRow.CHANGED if marked or titled else ExampleRow.NOT


def _label(text: str) -> Label | None:
    """The label that a cell is, or begins with before a colon."""
    told = fold(text).replace(_COLONS[0], _COLONS[1]).partition(_COLONS[1])[0]
    return next((label for label in Label if label == told), None)


def _value(row: Sequence[str], n: int, i: int) -> HeadCell:
    """What follows the label in cell `i`: after its colon, or in the next cell that is filled."""
    own = row[i].replace(_COLONS[0], _COLONS[1]).partition(_COLONS[1])[2].strip()
    if own:
        return HeadCell(own, n, i)
    for k in range(i + 1, len(row)):
        text = row[k].strip()
        if _label(text) or fold(text) == fold(NIL_NOTE):
            return HeadCell("", n, max(k - 1, i))
        if text:
            return HeadCell(text, n, k)
    return HeadCell("", n, i)


def _same(column: Column, text: str, other: str) -> bool:
    """Whether both texts mean the same in this column."""
    if fold(text) == fold(other):
        return True
    try:
        match column.kind:
            case ValueKind.DATE:
                return values.parse_date(text, None) == values.parse_date(other, None)
            case ValueKind.COUNT:
                return values.parse_count(text) == values.parse_count(other)
            case ValueKind.MONEY:
                return values.parse_money(text) == values.parse_money(other)
    except BadValueError:
        return False
    return False
