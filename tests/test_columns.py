"""The columns of a record are the contract's, and a record written is the record read back."""

import csv
from collections.abc import Sequence
from datetime import date
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import DATA
from cqpair.book.records import build_records
from cqpair.cells import Context
from cqpair.fields import BY_HEADER, COLUMNS, COUNTS, MONEY, Activity, Column, RecordSheet
from cqpair.model.tasks import LeadKind, Status
from cqpair.names import fold
from cqpair.read.csv_file import read_records
from cqpair.source import Grid, Row
from cqpair.store.folder import open_tables, open_tasks
from cqpair.values import Figure, PartialDate, is_blank

CONTRACT = """
编号 id · 状态 status · 开始日期 date · 结束日期 end_date · 两群区县 county · 主城协同区 partners ·
任务领域 area · 任务举措 measure · 牵头单位 lead · 牵头类别 lead_kind · 活动名称 title ·
活动形式 form · 地点 place · 参与人次 participants · 专家人次 experts · 资金投入 funding ·
实物折价 in_kind · 消费帮扶 purchases · 成果 outcome · 推荐典型 exemplar · 来源 source · 备注 note
"""
LISTED = [tuple(pair.split()) for pair in CONTRACT.split("·")]
COLUMN = {column.key: column for column in COLUMNS}
NAMES = open_tables(DATA, date(2026, 9, 21)).names
found_tasks = open_tasks(DATA).tasks
assert found_tasks is not None
TASKS = found_tasks
CONTEXT = Context(NAMES, TASKS, 2021)
NO_ROW = Row(1, [])
NO_LEDGER = RecordSheet(Grid("", NO_ROW, [], lambda row, i: (row.line, i)), {})
RECORD = {
    "date": "2021-05-13",
    "county": "巫山县",
    "partners": "北碚区、铜梁区",
    "area": "5",
    "title": "演示数据：座谈",
    "participants": "约300人",
    "funding": "3万元",
}


def read(key: str, text: str) -> object:
    return COLUMN[key].parse(text, CONTEXT)


def test_the_columns_are_the_contracts_in_its_order() -> None:
    assert [(column.header, column.key) for column in COLUMNS] == LISTED


def test_the_columns_are_the_fields_of_an_activity_in_order() -> None:
    assert [column.key for column in COLUMNS] == list(Activity._fields[: len(COLUMNS)])
    assert Activity._fields[len(COLUMNS) :] == ("record_sheet", "row")


@pytest.mark.parametrize("key", [*COUNTS, *MONEY])
def test_what_is_added_up_is_doubted_from_some_figure_on(key: str) -> None:
    assert COLUMN[key].doubted_from


def test_five_columns_are_required() -> None:
    required = {column.key for column in COLUMNS if column.required}
    assert required == {"date", "county", "partners", "area", "title"}


@pytest.mark.parametrize("column", COLUMNS, ids=[column.key for column in COLUMNS])
def test_a_column_is_found_by_either_header_however_it_is_dressed(column: Column) -> None:
    for header in (column.header, column.key, column.key.upper(), f" {column.header}\u3000"):
        assert BY_HEADER[fold(header)] is column
    assert len(BY_HEADER) == 2 * len(COLUMNS)


def activity_from(header: Sequence[str], cells: Sequence[str]) -> Activity:
    out = StringIO()
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows([header, cells])
    grids, rejects = read_records("activities/2021Q2/a.csv", out.getvalue().encode("utf-8"))
    activities, _, more, _ = build_records(grids[0], CONTEXT, {})
    assert rejects + more == []
    (activity,) = activities
    return activity


def bare(activity: Activity) -> tuple[object, ...]:
    return tuple(activity)[: len(COLUMNS)]


def written(activity: Activity) -> dict[str, str]:
    return {column.key: column.write(activity) for column in COLUMNS}


@settings(deadline=None)
@given(
    st.permutations([c.key for c in COLUMNS]),
    st.lists(st.booleans(), min_size=len(COLUMNS), max_size=len(COLUMNS)),
)
def test_headers_in_any_order_and_either_language_give_the_same_record(
    order: list[str], chinese: list[bool]
) -> None:
    headers = [COLUMN[k].header if zh else k for k, zh in zip(order, chinese, strict=True)]
    found = activity_from(headers, [RECORD.get(key, "") for key in order])
    assert bare(found) == bare(activity_from(list(RECORD), list(RECORD.values())))
    assert found.participants == Figure(300, True)


UNITS = [NAMES.unit(name) for name in ("巫山县", "忠县", "两江新区", "北碚区", "重庆高新区")]
days = st.dates(date(1000, 1, 1)).map(lambda day: PartialDate(day, day))
counts = st.none() | st.builds(Figure, st.integers(0, 10**12), st.booleans())
money = st.none() | st.builds(Figure, st.decimals(0, 10**12, places=2), st.booleans())
characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
words = st.text(characters, min_size=1).map(str.strip).filter(lambda text: not is_blank(text))
text = st.none() | words
activities = st.builds(
    Activity,
    **dict.fromkeys(("id", "measure", "lead", "form", "place", "outcome", "source", "note"), text),
    **dict.fromkeys(COUNTS, counts),
    **dict.fromkeys(MONEY, money),
    status=st.sampled_from(Status),
    date=days,
    end_date=st.none() | days,
    county=st.sampled_from(UNITS),
    partners=st.lists(st.sampled_from(UNITS), min_size=1, unique=True).map(tuple),
    area=st.sampled_from(TASKS.all_areas),
    lead_kind=st.none() | st.sampled_from(LeadKind),
    title=words,
    exemplar=st.booleans(),
    record_sheet=st.just(NO_LEDGER),
    row=st.just(NO_ROW),
)


@settings(deadline=None)
@given(activities)
def test_what_a_column_writes_it_reads_back_the_same(activity: Activity) -> None:
    texts = written(activity)
    assert {key: read(key, text) for key, text in texts.items()} == dict(
        zip(COLUMN, activity, strict=False)
    )


@settings(deadline=None)
@given(activities)
def test_a_record_written_to_a_csv_file_is_read_back_the_same(activity: Activity) -> None:
    texts = written(activity)
    assert bare(activity_from(list(texts), list(texts.values()))) == bare(activity)
