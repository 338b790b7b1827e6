"""The columns of a record, each declared once, and what records of them come to.

One declaration reads a cell, explains an error in it, heads a file, writes the cell back, describes
it to other programs and is added up.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from typing import Any, NamedTuple

from cqpair import values
from cqpair.cells import (
    SEPARATOR,
    Context,
    read_area,
    read_count,
    read_county,
    read_date,
    read_flag,
    read_lead_kind,
    read_money,
    read_partners,
    read_status,
    read_text,
)
from cqpair.messages import language
from cqpair.model.tasks import MEETING, Area, LeadKind, Status
from cqpair.model.units import Unit
from cqpair.names import fold
from cqpair.source import Grid, Place, Row
from cqpair.values import Figure, PartialDate


class ValueKind(Enum):
    """What sort of thing a column holds."""

    TEXT = "text"
    DATE = "date"
    UNIT = "unit"
    UNITS = "units"
    AREA = "area"
    CHOICE = "choice"
    COUNT = "count"
    MONEY = "money"
    FLAG = "flag"


Parser = Callable[[str, Context], object]


class RecordSheet(NamedTuple):
    """A file of records: its grid, and which cell of a row holds which column."""

    grid: Grid
    where: Mapping[str, int]

    def at(self, row: Row, column: str | None = None) -> Place:
        """Where the record in `row`, or its cell in `column`, stands."""
        return self.grid.at(row, self.where.get(column) if column else None)


class Activity(NamedTuple):
    """One record. The fields are the columns, in their canonical order, then its source.

    `participants` and `experts` are 人次; `funding`, `in_kind` and `purchases` are 元, none of them
    part of another; `None` is not reported.
    """

    id: str | None
    status: Status
    date: PartialDate
    end_date: PartialDate | None
    county: Unit
    partners: tuple[Unit, ...]
    area: Area
    measure: str | None
    lead: str | None
    lead_kind: LeadKind | None
    title: str
    form: str | None
    place: str | None
    participants: Figure | None
    experts: Figure | None
    funding: Figure | None
    in_kind: Figure | None
    purchases: Figure | None
    outcome: str | None
    exemplar: bool
    source: str | None
    note: str | None
    record_sheet: RecordSheet
    row: Row

    def at(self, column: str | None = None) -> Place:
        """Where this record, or its cell in `column`, stands."""
        return self.record_sheet.at(self.row, column)

    @property
    def counted(self) -> bool:
        """Whether this is an activity: what is only planned is not."""
        return self.status is not Status.PLANNED

    @property
    def is_meeting(self) -> bool:
        """A joint meeting, by its form or measure, or by its title where no form is told."""
        title = "" if self.form else self.title
        return MEETING in f"{self.form} {self.measure} {title}"

    @property
    def partner_names(self) -> tuple[str, ...]:
        """The partners by name, the same in whatever order the record has them."""
        return tuple(sorted(unit.name for unit in self.partners))

    @property
    def figures(self) -> Mapping[str, Figure | None]:
        """The counts and amounts, by column."""
        return {key: getattr(self, key) for key in MEASURED}

    @property
    def path(self) -> str:
        """The file this record stands in, relative to the data folder."""
        return self.record_sheet.grid.path

    @property
    def line(self) -> int:
        """The line, or the row of the sheet, that this record starts on."""
        return self.row.line

    @property
    def reference(self) -> str:
        """How a report points at this record: its id, or its place where it has none yet."""
        return self.id or self.at().spot(self.path)


class Column(NamedTuple):
    """`key` is the field of Activity and the English header, `header` the canonical one.

    From `doubted_from` on (人次 or 元) a figure is rare for one activity, and mostly has a 0 or a
    万 too many. A `sparse` column is left out of a canonical file in which no record has it.
    """

    key: str
    header: str
    kind: ValueKind
    parse: Parser
    required: bool = False
    doubted_from: int | None = None
    sparse: bool = False

    @property
    def title(self) -> str:
        """The header in the language in use."""
        return self.header if language() == "zh" else self.key

    @property
    def is_money(self) -> bool:
        """Whether it holds amounts, in 元."""
        return self.kind is ValueKind.MONEY

    @property
    def unit(self) -> str:
        """What its figures are counted in."""
        return "元" if self.is_money else "人次"

    @property
    def json_key(self) -> str:
        """Its key in JSON: `funding_yuan` says what the text counts."""
        return f"{self.key}_yuan" if self.is_money else self.key

    @property
    def sum_title(self) -> str:
        """The head of a column of its sums: 资金投入（元）, 参与人次."""
        return f"{self.header}（{self.unit}）" if self.is_money else self.header

    def write_value(self, value: object) -> str:
        """The canonical text of a value of this column."""
        return "" if value is None else _WRITERS[self.kind](value)

    def write(self, activity: Activity) -> str:
        """The canonical text of this column of `activity`; `parse` reads it back unchanged."""
        return self.write_value(getattr(activity, self.key))


def canonical_cells(activity: Activity) -> dict[str, str]:
    """A record as canonical texts by the key of the column; its blank cells are left out."""
    return {column.key: text for column in COLUMNS if (text := column.write(activity))}


def column_name(header: str) -> str:
    """The canonical header for one in either language; any other stays as it is."""
    column = BY_HEADER.get(fold(header))
    return column.header if column else header


_WRITERS: dict[ValueKind, Callable[[Any], str]] = {
    ValueKind.TEXT: str,
    ValueKind.DATE: str,
    ValueKind.UNIT: lambda unit: unit.name,
    ValueKind.UNITS: lambda units: SEPARATOR.join(unit.name for unit in units),
    ValueKind.AREA: lambda area: area.key,
    ValueKind.CHOICE: str,
    ValueKind.COUNT: values.write_count,
    ValueKind.MONEY: values.write_money,
    ValueKind.FLAG: lambda flag: "是" if flag else "",
}


COLUMNS = (
    Column("id", "编号", ValueKind.TEXT, read_text),
    Column("status", "状态", ValueKind.CHOICE, read_status),
    Column("date", "开始日期", ValueKind.DATE, read_date, required=True),
    Column("end_date", "结束日期", ValueKind.DATE, read_date),
    Column("county", "两群区县", ValueKind.UNIT, read_county, required=True),
    Column("partners", "主城协同区", ValueKind.UNITS, read_partners, required=True),
    Column("area", "任务领域", ValueKind.AREA, read_area, required=True),
    Column("measure", "任务举措", ValueKind.TEXT, read_text),
    Column("lead", "牵头单位", ValueKind.TEXT, read_text),
    Column("lead_kind", "牵头类别", ValueKind.CHOICE, read_lead_kind),
    Column("title", "活动名称", ValueKind.TEXT, read_text, required=True),
    Column("form", "活动形式", ValueKind.TEXT, read_text),
    Column("place", "地点", ValueKind.TEXT, read_text),
    Column("participants", "参与人次", ValueKind.COUNT, read_count, doubted_from=10**5),
    Column("experts", "专家人次", ValueKind.COUNT, read_count, doubted_from=10**4),
    Column("funding", "资金投入", ValueKind.MONEY, read_money, doubted_from=10**8),
    Column("in_kind", "实物折价", ValueKind.MONEY, read_money, doubted_from=10**8),
    Column("purchases", "消费帮扶", ValueKind.MONEY, read_money, doubted_from=10**8, sparse=True),
    Column("outcome", "成果", ValueKind.TEXT, read_text),
    Column("exemplar", "推荐典型", ValueKind.FLAG, read_flag),
    Column("source", "来源", ValueKind.TEXT, read_text),
    Column("note", "备注", ValueKind.TEXT, read_text),
)


MEASURED = tuple(c.key for c in COLUMNS if c.kind in (ValueKind.COUNT, ValueKind.MONEY))
"""The columns that are added up."""


_SIMPLE_SCALES = str.maketrans("萬億", "万亿")

_BIG_SCALES = {ValueKind.COUNT: ("万", 4), ValueKind.MONEY: ("亿", 8)}
"""In what so large a count or amount is written by who means it, and its noughts."""


class Draft(NamedTuple):
    """A record with cells that do not fit: what those would hold is None. It is never counted.

    Rules read it for the cells that do fit, so that one fault in a row hides no other.
    """

    status: Status | None
    date: PartialDate | None
    end_date: PartialDate | None
    county: Unit | None
    partners: tuple[Unit, ...]
    area: Area | None
    measure: str | None
    form: str | None
    figures: Mapping[str, Figure | None]
    record_sheet: RecordSheet
    row: Row

    def at(self, column: str | None = None) -> Place:
        """Where this record, or its cell in `column`, stands."""
        return self.record_sheet.at(self.row, column)

    @property
    def path(self) -> str:
        """The file this record stands in, relative to the data folder."""
        return self.record_sheet.grid.path


Record = Activity | Draft


def in_big_scale(record: Record, column: Column) -> bool:
    """Whether a cell, or the header over it, says 万 of a count or 亿 of an amount: it is meant."""
    i = record.record_sheet.where.get(column.key)
    if i is None:
        return False
    scale = _BIG_SCALES[column.kind][0]
    told = values.folded(record.row.cells[i] + record.record_sheet.grid.head.cells[i])
    return scale in told.translate(_SIMPLE_SCALES)


def write_big(column: Column, figure: values.Figure) -> str:
    """A figure as so many 万 or 亿, which the column reads as the same figure."""
    scale, noughts = _BIG_SCALES[column.kind]
    return values.write_money(figure._replace(value=figure.decimal.scaleb(-noughts))) + scale


BY_HEADER = {fold(text): column for column in COLUMNS for text in (column.header, column.key)}
"""Columns by their folded header in either language."""


BY_KEY = {column.key: column for column in COLUMNS}


COUNTS = tuple(column.key for column in COLUMNS if column.kind is ValueKind.COUNT)

MONEY = tuple(column.key for column in COLUMNS if column.kind is ValueKind.MONEY)


RECORD_COUNTS = ("activities", "completed", "ongoing", "planned", "led_by_associations", "pairs")
"""The figures that count records or pairs, in the order in which tables have them."""


class Sum(NamedTuple):
    """One column added up over records.

    `total` is None when no record reports it. `unreported` and `approximate` count records.
    """

    total: Decimal | None
    unreported: int
    approximate: int


class Figures(NamedTuple):
    """What a set of records comes to. Planned records count in `planned` and nowhere else."""

    completed: int
    ongoing: int
    planned: int
    led_by_associations: int
    pairs: int
    sums: Mapping[str, Sum]
    """By the key of each column of `MEASURED`: 人次 or 元."""

    @property
    def measured(self) -> list[str]:
        """The keys of the sums to speak of: a sparse column only where a record reports it."""
        sums = self.sums.items()
        return [key for key, one in sums if one.total is not None or not BY_KEY[key].sparse]

    @property
    def activities(self) -> int:
        """Completed and ongoing together."""
        return self.completed + self.ongoing


def figures(activities: Iterable[Activity]) -> Figures:
    """The figures of a set of records."""
    everything = list(activities)
    counted = [a for a in everything if a.counted]
    completed = sum(a.status is Status.COMPLETED for a in counted)
    sums = {key: _sum([getattr(a, key) for a in counted]) for key in MEASURED}
    return Figures(
        completed,
        len(counted) - completed,
        len(everything) - len(counted),
        sum(a.lead_kind is LeadKind.ASSOCIATION for a in counted),
        len({a.county.name for a in counted}),
        sums,
    )


def told_columns(columns: Iterable[Column], activities: Sequence[Activity]) -> list[Column]:
    """`columns` without the sparse ones of which no record tells anything."""
    return [
        column
        for column in columns
        if not column.sparse or any(getattr(a, column.key) is not None for a in activities)
    ]


def figure_value(found: Figures, key: str) -> int | Decimal | Figure | None:
    """A figure by its key: a count of records, or the sum of a column."""
    return sum_value(found.sums[key], key) if key in MEASURED else getattr(found, key)


def sum_value(found: Sum, key: str) -> int | Decimal | Figure | None:
    """The sum of the column `key`: 人次 are whole, and what holds an approximate figure is one."""
    if found.total is None:
        return None
    number = found.total if key in MONEY else int(found.total)
    return Figure(number, True) if found.approximate else number


def share(count: int, whole: int) -> Decimal | None:
    """What part of `whole` the count is, in per cent, a half of the last digit rounded up.

    Each is its own true share, so that several need not add up to 100.0.
    """
    if not whole:
        return None
    return (Decimal(count) * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _sum(found: list[Figure | None]) -> Sum:
    """The sum of what was reported; None where nothing was. Figures are 人次 or 元."""
    told = [figure for figure in found if figure is not None]
    total = sum((Decimal(figure.value) for figure in told), Decimal(0)) if told else None
    return Sum(total, len(found) - len(told), sum(figure.approximate for figure in told))
