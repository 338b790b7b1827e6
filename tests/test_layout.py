"""Sheets as offices make them: what stands around the records is passed over, and nothing else."""

from datetime import date

import pytest
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from conftest import DATA
from cqpair.book.headings import OURS
from cqpair.book.records import Built, build_records
from cqpair.cells import Context
from cqpair.read import csv_file, sheet_file
from cqpair.source import Fault
from cqpair.store.folder import open_tables, open_tasks
from workbooks import Change, with_format_ids, workbook

PATH = "activities/2021Q2/wushan"
HEAD = ("开始日期", "两群区县", "主城协同区", "任务领域", "活动名称", "参与人次", "资金投入")
ONE = ("2021-05-13", "巫山县", "北碚区", 5, "演示数据一", 300, 5000)
TWO = ("2021-05-14", "巫山县", "铜梁区", 5, "演示数据二", 50, 1000)
TITLE = ("演示数据 巫山县科协2021年二季度活动统计表",)
SENDER = ("填报单位：巫山县科协", "", "", "填报日期：2021年7月2日")
TOTAL = ("合计", "", "", "", "", 350, 6000)


def _context() -> Context:
    tasks = open_tasks(DATA).tasks
    assert tasks is not None
    return Context(open_tables(DATA, date(2026, 9, 21)).names, tasks, 2021)


CONTEXT = _context()


def of_sheet(*rows: object, change: Change | None = None) -> Built:
    """What a sheet of these rows gives."""
    grids, rejects = sheet_file.read_records(f"{PATH}.xlsx", workbook({"表": rows}, change=change))  # type: ignore[dict-item]
    assert rejects == []
    return build_records(grids[0], CONTEXT, {})


def of_csv(*rows: tuple[object, ...]) -> Built:
    """What a CSV of these rows gives, each as wide as the header."""
    lines = (",".join(map(str, [*row, *[""] * (len(HEAD) - len(row))])) for row in rows)
    grids, rejects = csv_file.read_records(f"{PATH}.csv", "\n".join(lines).encode())
    assert rejects == []
    return build_records(grids[0], CONTEXT, {})


def participants(built: Built) -> list[int | None]:
    return [a.participants and int(a.participants.value) for a in built.activities]


@pytest.mark.parametrize("read", [of_sheet, of_csv], ids=["sheet", "csv"])
@pytest.mark.parametrize(
    "above", [(), (TITLE,), (TITLE, SENDER), (TITLE, (), SENDER, ("单位：元",))]
)
def test_lines_above_the_header_are_passed_over(read: type, above: tuple[tuple[str, ...]]) -> None:
    built = read(*above, HEAD, ONE, TWO)
    assert (participants(built), built.rejects) == ([300, 50], [])


@pytest.mark.parametrize("above", [0, 1, 18, 19])
def test_the_header_may_come_as_late_as_row_20(above: int) -> None:
    built = of_sheet(*[("说明",)] * above, HEAD, ONE)
    assert participants(built) == [300]


def test_a_header_after_row_20_is_not_looked_for() -> None:
    built = of_sheet(*[("说明",)] * 20, HEAD, ONE)
    assert [reject.fault for reject in built.rejects] == [Fault.NOT_READ]
    assert built.activities == []


@pytest.mark.slow
@pytest.mark.parametrize("read", [of_sheet, of_csv], ids=["sheet", "csv"])
@pytest.mark.parametrize(
    ("line", "key"),
    [
        *((TOTAL, "total"), (("", "小计", "", "", "", 350), "total"), (("总 计",), "total")),
        (("总数", "", "", "", "", 350), "total"),
        *((("二季度合计：", "", "", "", "", 350), "total"), (("科普活动小计", 1), "total")),
        *((("以上共2项活动",), "total"), (("注：人次只含现场",), "note"), (("备注",), "note")),
        *((("填表说明：1.人次按场计算",), "note"), (("附注1.资金为市级",), "note")),
        *((("填报人：张三", "", "审核人：李四"), "signature"), (("审核：",), "signature")),
        *((("单位负责人（签字）：",), "signature"), (("巫山县科协（盖章）",), "signature")),
        *((("联系电话：023-12345678",), "signature"), (("", "", "", "2021年7月2日"), "signature")),
        *((("一、服务科技工作者",), "section"), (("（五）携手共建全域科普工作新格局",), "section")),
    ],
)
def test_a_line_that_is_no_record_is_named_once(
    read: type, line: tuple[object, ...], key: str
) -> None:
    built = read(HEAD, ONE, line, TWO)
    assert participants(built) == [300, 50]
    assert [(reject.fault, reject.key, reject.place.line) for reject in built.rejects] == [
        (Fault.PASSED_OVER, f"records.{key}-line", 3)
    ]


def test_a_note_goes_on_in_lines_of_one_cell() -> None:
    built = of_sheet(HEAD, ONE, ("注：1.人次只含现场",), ("2.资金为市级",), ("3.其他从略",))
    assert [reject.key for reject in built.rejects] == ["records.note-line"] * 3


@pytest.mark.slow
@pytest.mark.parametrize("title", ["合计", "小计", "注：演示数据", "填报人培训班", "共建活动3项"])
def test_what_looks_like_a_record_is_never_passed_over(title: str) -> None:
    built = of_sheet(HEAD, ("2021-05-13", "巫山县", "北碚区", 5, title, 300))
    assert participants(built) == [300]
    swapped = ("活动名称", *HEAD[:4], "参与人次")
    built = of_sheet(swapped, (title, "2021-05-13", "巫山县", "北碚区", 5, 300))
    assert (participants(built), built.rejects) == ([300], [])


def test_a_line_that_cannot_be_told_is_one_problem() -> None:
    built = of_sheet(HEAD, ONE, ("", "", "", "", "", 350), ("第三批",))
    assert [(r.key, r.place.line) for r in built.rejects] == [
        ("records.no-record", 3),
        ("records.no-record", 4),
    ]


def test_records_above_the_header_are_told() -> None:
    built = of_sheet(ONE, HEAD, TWO)
    assert participants(built) == [50]
    assert [(r.fault, r.key, r.place.line) for r in built.rejects] == [
        (Fault.ROW_SHAPE, "records.above-header", 1)
    ]


def test_a_second_table_is_read_under_its_own_header() -> None:
    other = ("活动名称", "开始日期", "主城协同区", "两群区县", "任务领域", "参与人次")
    second = ("演示数据三", "2021-06-01", "北碚区", "巫山县", 4, 7)
    built = of_sheet(TITLE, HEAD, ONE, TOTAL, (), TITLE, other, second)
    assert participants(built) == [300, 7]
    assert [r.key for r in built.rejects] == ["records.total-line"]


@pytest.mark.slow
@pytest.mark.parametrize("read", [of_sheet, of_csv], ids=["sheet", "csv"])
@pytest.mark.parametrize(
    ("line", "funding"),
    [
        *(("单位：万元", 50_000_000), ("（单位：人次、万元）", 50_000_000), ("单位：元", 5000)),
        *(("填报单位：巫山县科协", 5000), ("金额单位:千元", 5_000_000), ("单位：人次", 5000)),
    ],
)
def test_a_unit_above_the_table_scales_bare_amounts(read: type, line: str, funding: int) -> None:
    for first in ((), (HEAD, TWO)):
        built = read(*first, (line,), HEAD, ONE)
        assert built.activities[-1].funding == (funding, False)
        assert built.activities[-1].participants == (300, False)
        assert built.rejects == []


def test_a_unit_of_money_above_the_table_that_is_not_known_is_told() -> None:
    built = of_sheet(("单位：美元",), HEAD, ONE)
    assert [(r.key, r.place.line) for r in built.rejects] == [("records.unit-above", 1)]
    assert [a.funding for a in built.activities] == [None]


def test_a_header_of_two_lines_is_one() -> None:
    def merge(sheet: Worksheet) -> None:
        for column in "ABCDE":
            sheet.merge_cells(f"{column}1:{column}2")
        sheet.merge_cells("F1:G1")

    lower = ("", "", "", "", "", "参与人次", "资金投入")
    built = of_sheet((*HEAD[:5], "投入", ""), lower, ONE, TWO, change=merge)
    assert (participants(built), built.rejects) == ([300, 50], [])


def test_numbering_is_passed_over_without_a_word() -> None:
    built = of_sheet(("序号", *HEAD), (1, *ONE), (2, *TWO))
    assert (participants(built), built.rejects) == ([300, 50], [])


def test_what_is_merged_downwards_counts_for_every_row() -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("B2:B3")

    built = of_sheet(HEAD, ONE, ("", "", "铜梁区", 5, "演示数据二", 50), change=merge)
    assert built.rejects == []
    assert [(str(a.date), a.county.name) for a in built.activities] == [
        ("2021-05-13", "巫山县")
    ] * 2


def test_one_event_over_two_rows_is_one_record() -> None:
    def merge(sheet: Worksheet) -> None:
        for column in "ABCDEFG":
            sheet.merge_cells(f"{column}2:{column}3")

    built = of_sheet(HEAD, ONE, (), TWO, change=merge)
    assert (participants(built), built.rejects) == ([300, 50], [])


@pytest.mark.parametrize("cells", ["F2:F3", "F2:G2"])
def test_a_merged_figure_is_a_problem_never_a_figure(cells: str) -> None:
    built = of_sheet(HEAD, ONE, TWO, change=lambda sheet: sheet.merge_cells(cells))
    assert {reject.key for reject in built.rejects} == {"records.merged-figure"}
    assert len(built.activities) == (0 if cells == "F2:F3" else 1)


def test_hidden_rows_are_read_and_named() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True

    built = of_sheet(HEAD, ONE, TWO, change=hide)
    assert participants(built) == [300, 50]
    assert [(r.fault, r.place.line) for r in built.rejects] == [(Fault.HIDDEN_ROWS, 3)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("header", "cell", "value"),
    [
        *(("资金投入（万元）", 500, "5000000"), ("资金投入(万元)", 500, "5000000")),
        *(("资金投入（单位：万元）", 0.5, "5000"), ("funding [万元]", 500, "5000000")),
        *(("资金投入/千元", 3, "3000"), ("资金投入（元）", 500, "500"), ("资金投入", 500, "500")),
        *(("资金投入（万元）", "500元", "500"), ("资金投入（万元）", "约3万元", "30000")),
        *(("资金投入（万元）", "约3", "30000"), ("资金投入（万元）", 0, "0")),
    ],
)
def test_a_unit_in_the_header_scales_bare_numbers(header: str, cell: object, value: str) -> None:
    head = (*HEAD[:6], header)
    built = of_sheet(head, (*ONE[:6], cell))
    assert built.rejects == []
    (activity,) = built.activities
    assert activity.funding is not None
    assert str(activity.funding.value.__int__()) == value


@pytest.mark.slow
@pytest.mark.parametrize(
    ("cell", "count"),
    [(1.5, (15_000, False)), ("约2", (20_000, True)), ("300人", (300, False)), ("-", None)],
)
def test_a_unit_in_the_header_makes_a_part_of_it_a_count(cell: object, count: object) -> None:
    built = of_sheet((*HEAD[:5], "参与人次（万人次）"), (*ONE[:5], cell))
    assert [a.participants for a in built.activities] == [count]


def test_a_part_of_a_person_is_told() -> None:
    built = of_sheet((*HEAD[:5], "参与人次（千人）"), (*ONE[:5], 0.0005))
    assert [reject.key for reject in built.rejects] == ["values.count"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("header", "key"),
    [
        *(
            ("资金投入（美元）", "records.unknown-unit"),
            ("参与人次（万元）", "records.unknown-unit"),
        ),
        *(("经费（万元）", "records.column-with-unit"), ("地点（市内）", "records.needless-unit")),
        ("经费", "records.unknown-column"),
    ],
)
def test_a_header_that_is_not_known_is_told_with_its_unit(header: str, key: str) -> None:
    built = of_sheet((*HEAD[:5], header), ONE[:6])
    assert [reject.key for reject in built.rejects] == [key]


def test_every_unit_is_a_heading_of_its_column() -> None:
    assert OURS.heading_of("参与人次（万人次）") is not None
    assert OURS.heading_of("开始日期（元）") is None


@pytest.mark.slow
@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!"])
@pytest.mark.parametrize("i", range(len(HEAD)))
def test_a_formula_error_is_told_in_any_column(error: str, i: int) -> None:
    row = [*ONE]
    row[i] = error
    for built in (of_sheet(HEAD, row), of_csv(HEAD, tuple(row))):
        assert [reject.key for reject in built.rejects] == ["records.formula-error"]


@pytest.mark.slow
@pytest.mark.parametrize("i", range(len(HEAD)))
def test_a_formula_without_a_value_is_told_in_any_column(i: int) -> None:
    row = [*ONE]
    row[i] = "=A1&1"
    assert [r.key for r in of_sheet(HEAD, row).rejects] == ["records.formula-without-value"]


CHINESE = {
    **dict.fromkeys((27, 36, 50, 52, 57), "2021-05"),
    **dict.fromkeys((28, 29, 30, 31, 51, 53, 54, 58), "2021-05-13"),
}


@pytest.mark.slow
@pytest.mark.parametrize("number", CHINESE)
@pytest.mark.parametrize("epoch_1904", [False, True])
def test_the_date_formats_of_chinese_excel_are_dates(number: int, epoch_1904: bool) -> None:
    serial = 44329 - (1462 if epoch_1904 else 0)
    data = workbook({"表": [HEAD, (serial, *ONE[1:])]}, {"A2": '0"☆"'}, epoch_1904=epoch_1904)
    grids, _ = sheet_file.read_records(f"{PATH}.xlsx", with_format_ids(data, {'0"☆"': number}))
    (activity,) = build_records(grids[0], CONTEXT, {}).activities
    assert str(activity.date) == CHINESE[number]


@pytest.mark.slow
@pytest.mark.parametrize("number", [*CHINESE, 32, 33, 55, 56])
@pytest.mark.parametrize("column", ["F", "G"])
def test_a_date_in_a_column_of_figures_is_an_error(number: int, column: str) -> None:
    row = [*ONE]
    row["ABCDEFG".index(column)] = 44260
    data = workbook({"表": [HEAD, row]}, {f"{column}2": '0"☆"'})
    grids, _ = sheet_file.read_records(f"{PATH}.xlsx", with_format_ids(data, {'0"☆"': number}))
    (reject,) = build_records(grids[0], CONTEXT, {}).rejects
    assert (reject.fault, reject.place.cell) == (Fault.BAD_VALUE, f"{column}2")


@pytest.mark.parametrize("code", ["yyyy", 'yyyy"年"', 'm"月"d"日"', "yyyy-mm", "mm-dd-yy"])
def test_a_date_in_any_format_is_no_figure(code: str) -> None:
    data = workbook({"表": [HEAD, (*ONE[:5], date(2021, 3, 5))]}, {"F2": code})
    grids, _ = sheet_file.read_records(f"{PATH}.xlsx", data)
    (reject,) = build_records(grids[0], CONTEXT, {}).rejects
    assert (reject.fault, reject.place.cell) == (Fault.BAD_VALUE, "F2")


def test_a_bare_day_number_of_a_1904_workbook_is_its_own_day() -> None:
    data = workbook({"表": [HEAD, (42867, *ONE[1:])]}, epoch_1904=True)
    grids, _ = sheet_file.read_records(f"{PATH}.xlsx", data)
    (activity,) = build_records(grids[0], CONTEXT, {}).activities
    assert str(activity.date) == "2021-05-13"


def test_a_hidden_sheet_of_lists_is_passed_over_and_one_of_records_is_not() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.sheet_state = "hidden" if sheet.title != "表" else "visible"

    sheets: dict[str, list[tuple[object, ...]]] = {
        "表": [HEAD, ONE],
        "清单": [("巫山县",), ("北碚区",)],
        "旧": [HEAD, TWO],
    }
    grids, _ = sheet_file.read_records(f"{PATH}.xlsx", workbook(sheets, change=hide))
    built = [build_records(grid, CONTEXT, {}) for grid in grids]
    assert [len(one.activities) for one in built] == [1, 0, 0]
    assert [[r.key for r in one.rejects] for one in built] == [[], [], ["records.hidden-sheet"]]


UNIT_LINES = (
    "统计表 单位：万元",
    "单位：万元。",
    "单位：万元（保留两位小数）",
    "（万元）",
    "单位（万元）",
    "资金投入单位：万元",
    "单位：人民币万元",
    "填报单位：万州区科协　金额单位：万元",
    "资金以万元为单位",
    "人次：人；资金：万元",
    "单位：人、人次、万元",
    "单位：万",
)


@pytest.mark.slow
@pytest.mark.parametrize("line", UNIT_LINES)
def test_a_unit_above_the_table_may_stand_in_any_words(line: str) -> None:
    built = of_sheet((line,), HEAD, ONE)
    assert ([a.funding for a in built.activities], built.rejects) == ([(50_000_000, False)], [])


def test_a_unit_above_the_table_may_stand_in_a_cell_of_its_own() -> None:
    for line in (("单位：", "万元"), ("", "", "", "", "", "人次", "万元")):
        built = of_sheet(line, HEAD, ONE)
        assert [a.funding for a in built.activities] == [(50_000_000, False)]


@pytest.mark.parametrize("line", ["单位：万州区科协", "填报单位：万盛经开区科协", "万 州 区 科 协"])
def test_a_name_is_no_unit(line: str) -> None:
    built = of_sheet((line,), HEAD, ONE)
    assert ([a.funding for a in built.activities], built.rejects) == ([(5000, False)], [])


def test_two_units_of_money_above_a_table_are_told() -> None:
    built = of_sheet(("统计表（万元）",), ("单位：元",), HEAD, ONE)
    assert [r.key for r in built.rejects] == ["records.unit-above"]


def test_a_unit_above_the_first_table_holds_for_the_second() -> None:
    built = of_sheet(("单位：万元",), HEAD, ONE, TITLE, HEAD, TWO)
    assert [a.funding and a.funding.value for a in built.activities] == [50_000_000, 10_000_000]


@pytest.mark.parametrize("rows", [(("单位：万元",), ONE), (ONE, ("注：资金单位为万元",))])
def test_a_unit_below_the_header_is_told_and_no_figure_is_read(rows: tuple[object, ...]) -> None:
    built = of_sheet(HEAD, *rows)
    assert "records.unit-below" in [r.key for r in built.rejects]
    assert [a.funding for a in built.activities] == [None]


def test_the_unit_of_a_group_of_columns_is_that_of_each() -> None:
    upper = (*HEAD[:5], "参与人次", "投入（万元）", "")
    lower = ("", "", "", "", "", "", "资金投入", "实物折价")
    for change in (None, lambda sheet: sheet.merge_cells("G1:H1")):
        built = of_sheet(upper, lower, (*ONE[:6], 3, 5), change=change)
        (one,) = built.activities
        assert (one.funding, one.in_kind) == ((30_000, False), (50_000, False))
        built = of_sheet(("活动情况", *upper[1:5], "", *upper[6:]), (*HEAD, "实物折价"), (*ONE, 5))
        assert [a.in_kind for a in built.activities] == [(50_000, False)]


def test_a_lower_line_of_units_goes_with_the_header() -> None:
    for unit in ("万元", "（万元）"):
        built = of_sheet(HEAD, ("", "", "", "", "", "人次", unit), ONE)
        assert ([a.funding for a in built.activities], built.rejects) == ([(50_000_000, False)], [])


BROKEN_DATE = ("演示数据一", "5月13日至15日", "巫山县", "北碚区", 5, 300)
NO_DATE = ("演示数据一", "", "巫山县", "北碚区", 5, 300)


@pytest.mark.parametrize(
    "title", ["注意防范电信诈骗科普讲座", "共计3场活动", "联系人", "以上海为例的交流活动"]
)
@pytest.mark.parametrize("row", [BROKEN_DATE, NO_DATE])
def test_a_record_with_a_wrong_date_is_no_note(title: str, row: tuple[object, ...]) -> None:
    built = of_sheet(("活动名称", *HEAD[:4], "参与人次"), (title, *row[1:]))
    assert [r.fault for r in built.rejects] != [Fault.PASSED_OVER]
    assert [r.row is not None for r in built.rejects] == [True]


@pytest.mark.parametrize("day", ["5月13日至15日", ""])
def test_a_record_with_a_wrong_date_above_the_header_is_told(day: str) -> None:
    built = of_sheet((day, *ONE[1:]), HEAD, TWO)
    assert [r.key for r in built.rejects] == ["records.above-header"]


def test_a_subtotal_beside_merged_cells_is_named_once() -> None:
    rows = (ONE, ("", "", "铜梁区", 5, "演示数据二", 50), ("", "", "", "", "小计", 350))
    built = of_sheet(HEAD, *rows, TWO, change=lambda sheet: sheet.merge_cells("B2:B4"))
    told = [(r.key, r.params.get("value"), r.place.line) for r in built.rejects]
    assert ("records.total-line", "小计", 4) in told


def test_what_lies_unseen_under_merged_cells_is_no_record() -> None:
    def merge(sheet: Worksheet) -> None:
        for column in "ABCDE":
            sheet.merge_cells(f"{column}2:{column}3")
        for cell, value in (("A3", "2021-05-13"), ("B3", "巫山县")):  # other programs keep these
            at = "AB".index(cell[0]) + 1
            sheet._cells[3, at] = Cell(sheet, row=3, column=at, value=value)

    built = of_sheet(HEAD, ONE[:5], change=merge)
    assert (participants(built), built.rejects) == ([None], [])


def test_a_total_beside_cells_merged_from_above_is_no_record() -> None:
    def merge(sheet: Worksheet) -> None:
        for column in "ABCD":
            sheet.merge_cells(f"{column}2:{column}3")

    built = of_sheet(HEAD, ONE, ("", "", "", "", "合计", 300, 5000), change=merge)
    assert (participants(built), [r.key for r in built.rejects]) == ([300], ["records.total-line"])


def test_what_stands_beside_the_table_is_told_at_its_own_cell() -> None:
    built = of_sheet(HEAD, (*ONE, "", "", "旁注"))
    assert [r.place.cell for r in built.rejects] == ["J2"]


def test_a_sender_right_above_the_header_is_no_part_of_it() -> None:
    built = of_sheet(("填报单位：巫山县科协", "", "", "", "", "", "（万元）"), HEAD, ONE)
    assert [len(table.above) for table in built.tables] == [1]
    assert [a.funding for a in built.activities] == [(50_000_000, False)]


@pytest.mark.slow
def test_a_line_of_a_hundred_thousand_words_is_searched_once() -> None:
    for word in ("单位", "单位： ", "按万"):
        built = of_csv((word * 100_000,), HEAD, ONE)
        assert participants(built) == [300]
