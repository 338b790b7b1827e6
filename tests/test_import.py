"""`import`: each way in which an office may write its return, and what must come of it."""

from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from old_files import docx
from returns_made import (
    EVENT,
    HEADER,
    QUARTER,
    RETURN,
    TITLE,
    Cell,
    Rows,
    files_of,
    take,
    workbook_of,
)
from workbooks import workbook

READ = {
    "date": "2021-05-13",
    "county": "巫山县",
    "partners": ["北碚区"],
    "area": "4",
    "title": "演示讲座",
    "participants": 120,
    "funding_yuan": "15000.00",
}


def titled(title: str, event: tuple[Any, ...] = EVENT) -> Rows:
    return ((title,), HEADER, event)


def with_cell(header: str, cell: str | float) -> Rows:
    """The return with a cell under a header, in place of that column or as one more."""
    head: list[Cell] = list(HEADER)
    event: list[Cell] = list(EVENT)
    if header in head:
        event[head.index(header)] = cell
    else:
        head.append(header)
        event.append(cell)
    return ((TITLE,), head, event)


def same(record: dict[str, Any], **other: object) -> bool:
    return {key: record[key] for key in READ} == {**READ, **other}


# What a file is called, and its title: whose return it is, or None where nobody can tell.
SENDERS = [
    ("报表.xlsx", "巫山县科协2021年二季度", "巫山县"),
    ("报表.xlsx", "重庆市巫山县科学技术协会2021年二季度", "巫山县"),
    ("报表.xlsx", "北碚区科协对口巫山县科协2021年二季度", "北碚区"),
    ("报表.xlsx", "“两群”协同2021年二季度（巫山）", "巫山县"),
    ("报表.xlsx", "2021年二季度", None),
    ("报表.xlsx", "重庆市科协2021年二季度", None),
    ("wushan.xlsx", "2021年二季度", "巫山县"),
    ("巫山二季度报表.xlsx", "2021年二季度", "巫山县"),
    ("（巫山）报表.xlsx", "2021年二季度", "巫山县"),
    ("巫山-北碚.xlsx", "2021年二季度", None),
    ("巫山县与北碚区.xlsx", "2021年二季度", None),
    ("北碚区科协.xlsx", "巫山县科协2021年二季度", None),
    ("长寿命材料.xlsx", "长寿命材料2021年二季度", None),
    ("涪陵榨菜技术推广.xlsx", "2021年二季度", None),
    ("新建工作簿.xlsx", "2021年二季度", None),
    ("ws.xlsx", "2021年二季度", None),
]


@pytest.mark.parametrize(("name", "title", "sender"), SENDERS)
def test_the_sender_is_told_by_whole_names_that_agree(
    run: Run, tables: Path, name: str, title: str, sender: str | None
) -> None:
    taken = take(run, tables, titled(title), name=name)
    assert taken.file["sender"] == sender
    assert taken.state == ("imported" if sender else "refused")
    if sender is None:
        assert "--sender" in taken.errors[0][1]


@pytest.mark.parametrize(
    ("name", "unit"),
    [("江北县.xlsx", "渝北区"), ("开县2021Q2.xlsx", "开州区"), ("高新区.xlsx", "重庆高新区")],
)
def test_a_former_name_is_the_unit_it_became(run: Run, tables: Path, name: str, unit: str) -> None:
    assert take(run, tables, titled("2021年二季度"), name=name).file["sender"] == unit


LINES = [
    (("填报单位：巫山县科协",), "巫山县"),
    (("填报单位", "巫山县科协"), "巫山县"),
    (("填报单位（盖章）：", "", "巫山县科学技术协会"), "巫山县"),
    (("报送单位：巫山县科协普及部  填表人：张三",), "巫山县"),
    (("填报单位：巫山县农业农村委",), None),
]


@pytest.mark.parametrize(("line", "sender"), LINES)
@pytest.mark.parametrize("below", [False, True])
def test_the_line_of_the_sender_stands_above_or_below_the_table(
    run: Run, tables: Path, line: tuple[str, ...], sender: str | None, below: bool
) -> None:
    rows: Rows = (("2021年二季度",), HEADER, EVENT, line)
    if not below:
        rows = (("2021年二季度",), line, HEADER, EVENT)
    taken = take(run, tables, rows)
    assert taken.file["sender"] == sender
    if sender is None:
        assert taken.errors[0][0] == ("A4" if below else "A2")


def test_a_sender_below_the_table_that_contradicts_the_title_is_told_at_its_cell(
    run: Run, tables: Path
) -> None:
    rows = (*titled("北碚区科协对口云阳县2021年二季度"), ("填报单位：巫山县科协",))
    ((cell, text),) = take(run, tables, rows).errors
    assert cell == "A1"
    assert "巫山县" in text
    assert "北碚区" in text


# A title without the office, and the quarter it says; None where it says none for sure.
QUARTERS = [
    ("2021年第二季度", "2021Q2"),
    ("2021年度第2季度", "2021Q2"),
    ("2021Q2", "2021Q2"),
    ("2021-Q2", "2021Q2"),
    ("２０２１年二季度", "2021Q2"),
    ("二〇二一年二季度", "2021Q2"),
    ("2021年第Ⅱ季度", "2021Q2"),
    ("2021年4-6月", "2021Q2"),
    ("2021年4月至6月", "2021Q2"),
    ("2021年第二季度（4—6月）", "2021Q2"),
    ("2021年四季度", "2021Q4"),
    ("二季度", None),
    ("2021年上半年", None),
    ("2021年1-6月", None),
    ("2021年一、二季度", None),
    ("2021年四季花海", None),
    ("2021年6月", None),
    ("2021年", None),
]


@pytest.mark.parametrize(("words", "quarter"), QUARTERS)
def test_the_quarter_is_told_in_words_of_every_kind(
    run: Run, tables: Path, words: str, quarter: str | None
) -> None:
    event = ("12月31日" if quarter == "2021Q4" else "5月13日", *EVENT[1:])
    taken = take(run, tables, titled(f"巫山县科协{words}统计表", event))
    assert taken.file["quarter"] == quarter
    assert taken.state == ("imported" if quarter else "refused")
    if quarter is None:
        assert "--quarter" in taken.errors[0][1]


@pytest.mark.parametrize(
    "line",
    [
        ("填报时间：2022年1月5日",),
        ("填报时间：", "2021年三季度"),
        ("制表日期", "2022-01-05"),
        ("2022年1月5日",),
        ("渝科协发〔2022〕7号",),
    ],
)
def test_the_day_of_writing_is_not_the_quarter_or_its_year(
    run: Run, tables: Path, line: tuple[str, ...]
) -> None:
    rows = (("巫山县科协二季度统计表",), line, HEADER, ("2021年5月13日", *EVENT[1:]))
    taken = take(run, tables, rows)
    assert (taken.state, taken.file["quarter"]) == ("imported", "2021Q2")
    assert same(taken.records[0])


def test_two_quarters_are_told_and_never_chosen_between(run: Run, tables: Path) -> None:
    taken = take(run, tables, RETURN, name="巫山县2021Q1.xlsx")
    assert "2021Q1" in taken.errors[0][1]
    sheets = workbook_of(RETURN, titled("2021年三季度计划"), names=("活动", "计划"))
    taken = take(run, tables, sheets)
    assert taken.errors[0][0] == "A1"
    assert "--leave-out" in taken.errors[0][1]
    taken = take(run, tables, sheets, "--leave-out", "计划")
    assert taken.state == "imported"
    assert [p["text"] for p in taken.file["passed_over"]] == ["计划"]


# The text of a date in a return of 2021Q2, and what it means: first and last day, or an error.
DATES: list[tuple[str, tuple[str, str | None] | None]] = [
    ("5月13日", ("2021-05-13", None)),
    ("2021.5.13", ("2021-05-13", None)),
    ("2021-05-13 00:00:00", ("2021-05-13", None)),
    ("44329", ("2021-05-13", None)),
    ("2021年5月", ("2021-05", None)),
    ("5月13—15日", ("2021-05-13", "2021-05-15")),
    ("2021.5.13-15", ("2021-05-13", "2021-05-15")),
    ("5月31日至6月2日", ("2021-05-31", "2021-06-02")),
    ("6月28日-7月2日", ("2021-06-28", "2021-07-02")),
    ("5月", None),
    ("5月中旬", None),
    ("5.13", None),
    ("4月至6月", None),
    ("5月13、14日", None),
    ("6月31日", None),
    ("3月30日", None),
    ("2020年5月13日", None),
]


@pytest.mark.parametrize(("text", "days"), DATES)
def test_a_date_is_a_day_a_range_or_an_error_at_its_cell(
    run: Run, tables: Path, text: str, days: tuple[str, str | None] | None
) -> None:
    taken = take(run, tables, with_cell("活动时间", text))
    if days:
        assert [(r["date"], r["end_date"]) for r in taken.records] == [days]
    else:
        assert taken.records == []
        assert "A3" in [cell for cell, _ in taken.errors]


# A header of money, a cell, and what it is in 元; None where nobody says in what unit it is.
MONEY = [
    ("投入资金（万元）", 1.5, "15000.00"),
    ("投入资金(单位：万元)", 1.5, "15000.00"),
    ("经费（元）", 1.5, "1.50"),
    ("资金（千元）", 30, "30000.00"),
    ("投入资金（万元）", "5000元", "5000.00"),
    ("经费", "2万元", "20000.00"),
    ("经费", "0", "0.00"),
    ("经费", 2, None),
    ("金额", "20000", None),
    ("实际投入", 3, None),
    ("资金投入", 20000, "20000.00"),
]


@pytest.mark.parametrize(("header", "cell", "yuan"), MONEY)
def test_money_has_the_unit_of_its_cell_or_header_or_is_no_amount(
    run: Run, tables: Path, header: str, cell: str | float, yuan: str | None
) -> None:
    rows = ((TITLE,), (*HEADER[:-1], header), (*EVENT[:-1], cell))
    taken = take(run, tables, rows)
    if yuan:
        assert taken.records[0]["funding_yuan"] == yuan
    else:
        assert [at for at, _ in taken.errors] == ["F3"]
        assert "--unit" in taken.errors[0][1]
        taken = take(run, tables, rows, "--unit", "万元")
        assert taken.records[0]["funding_yuan"] == f"{float(cell) * 10000:.2f}"


@pytest.mark.parametrize("line", ["单位：万元", "单位：人次、万元", "（金额单位：万元）"])
def test_a_unit_above_the_table_is_obeyed(run: Run, tables: Path, line: str) -> None:
    rows = ((TITLE,), (line,), (*HEADER[:-1], "投入资金"), EVENT)
    assert same(take(run, tables, rows).records[0])


def test_a_figure_that_is_merged_over_rows_is_nobodys(run: Run, tables: Path) -> None:
    rows = (*RETURN, ("5月14日", "演示二", "4", "北碚区", 100, ""))
    data = workbook({"表": rows}, change=lambda sheet: sheet.merge_cells("F3:F4"))
    assert [cell for cell, _ in take(run, tables, data).errors] == ["F3", "F4"]
    data = workbook({"表": rows}, change=lambda sheet: sheet.merge_cells("D3:D4"))
    assert take(run, tables, data).state == "imported"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("约300", (300, True)),
        ("300余人", (300, True)),
        ("1,200", (1200, False)),
        ("0.5万人次", (5000, False)),
        ("无", (0, False)),
        ("-", None),
        ("", None),
    ],
)
def test_a_count_is_exact_approximate_or_not_reported(
    run: Run, tables: Path, text: str, figure: tuple[int, bool] | None
) -> None:
    (record,) = take(run, tables, with_cell("参加人数", text)).records
    assert record["participants"] == (figure[0] if figure else None)
    assert ("participants" in record["approximate"]) == bool(figure and figure[1])


@pytest.mark.parametrize(
    "text", ["100-200", "120人次/30人", "-5", "120.5", "1e3", "若干", "#DIV/0!", "50%"]
)
def test_what_is_no_count_is_an_error_at_its_cell(run: Run, tables: Path, text: str) -> None:
    taken = take(run, tables, with_cell("参加人数", text))
    assert ([cell for cell, _ in taken.errors], taken.records) == (["E3"], [])


# Which office sends, what else its table has, and the county and partners of its record.
CERTAIN = [
    ("云阳县", {}, ("云阳县", ["渝北区"])),
    ("云阳县", {"合作单位": "渝北区科协"}, ("云阳县", ["渝北区"])),
    ("渝北区", {}, ("云阳县", ["渝北区"])),
    ("北碚区", {}, ("巫山县", ["北碚区"])),
    ("北碚区", {"合作单位": "巫山县科协"}, ("巫山县", ["北碚区"])),
    ("北碚区", {"主城协同区": "北碚区、铜梁区"}, ("巫山县", ["北碚区", "铜梁区"])),
    ("巫山县", {"参与单位": "北碚区、铜梁区"}, ("巫山县", ["北碚区", "铜梁区"])),
]


@pytest.mark.parametrize(("sender", "more", "parties"), CERTAIN)
def test_what_the_sender_makes_certain_is_filled_in_and_told(
    run: Run,
    tables: Path,
    sender: str,
    more: dict[str, str],
    parties: tuple[str, list[str]],
) -> None:
    head, event = ("活动时间", "活动名称", "任务领域", *more), (*EVENT[:3], *more.values())
    taken = take(run, tables, ((f"{sender}科协2021年二季度",), head, event))
    assert [(r["county"], r["partners"]) for r in taken.records] == [parties]
    told = " ".join(taken.file["filled"])
    assert ("两群区县" in told) == (not (sender == "北碚区" and "合作单位" in more))
    assert all(text.startswith("1") for text in taken.file["filled"])


# What no sender makes certain: the cell or line of the error, and a word of its way out.
UNCERTAIN = [
    ("巫山县", {}, "2", "铜梁区"),
    ("巫山县", {"主城协同区": ""}, "D3", "铜梁区"),
    ("云阳县", {"主城协同区": ""}, "D3", "渝北区"),
    ("云阳县", {"合作单位": "县农业农村委"}, "D3", "附件"),
    ("北碚区", {"主城协同区": "铜梁区"}, "D3", "北碚区不是其中一方"),
    ("北碚区", {"合作单位": "云阳县科协"}, "3", "云阳县"),
    ("云阳县", {"两群区县": "巫山县", "主城协同区": "北碚区"}, "D3", "云阳县不是其中一方"),
]


@pytest.mark.parametrize(("sender", "more", "cell", "words"), UNCERTAIN)
def test_what_is_only_likely_is_an_error(
    run: Run, tables: Path, sender: str, more: dict[str, str], cell: str, words: str
) -> None:
    head, event = ("活动时间", "活动名称", "任务领域", *more), (*EVENT[:3], *more.values())
    taken = take(run, tables, ((f"{sender}科协2021年二季度",), head, event))
    assert any(at == cell and words in text for at, text in taken.errors), taken.errors


def test_the_area_is_given_for_a_whole_file_and_never_guessed(run: Run, tables: Path) -> None:
    rows = (("云阳县科协2021年二季度",), ("活动时间", "活动名称"), ("5月13日", "演示"))
    taken = take(run, tables, rows)
    assert [at for at, _ in taken.errors] == ["2"]
    assert "--area" in taken.errors[0][1]
    assert take(run, tables, rows, "--area", "5").records[0]["area"] == "5"


def test_a_column_of_unknown_meaning_is_put_into_the_note_or_left_out(
    run: Run, tables: Path
) -> None:
    rows = ((TITLE,), (*HEADER, "联系人", "预算（万元）"), (*EVENT, "张三", 2))
    taken = take(run, tables, rows)
    assert [cell for cell, _ in taken.errors] == ["G2", "H2"]
    assert all("--leave-out" in text for _, text in taken.errors)
    taken = take(run, tables, rows, "--into-note", "联系人", "--leave-out", "预算（万元）")
    assert taken.records[0]["note"] == "联系人：张三"
    empty = ((TITLE,), (*HEADER, "联系人"), EVENT)
    assert take(run, tables, empty, "--replace").state != "refused"


def test_a_known_column_is_left_out_where_that_is_asked(run: Run, tables: Path) -> None:
    taken = take(run, tables, RETURN, "--leave-out", "投入资金（万元）")
    assert taken.records[0]["funding_yuan"] is None
    taken = take(run, tables, titled(f"{TITLE}（二）"), "--leave-out", "任务领域")
    assert [at for at, _ in taken.errors] == ["2"]


@pytest.mark.parametrize("stray", ["云阳县", "北碚区", "备查"])
def test_a_cell_beside_the_table_is_told_and_taken_for_nothing(
    run: Run, tables: Path, stray: str
) -> None:
    taken = take(run, tables, ((TITLE,), HEADER, (*EVENT, stray)))
    assert [cell for cell, _ in taken.errors] == ["G3"]


CSV = f"{TITLE},,,,,\n{','.join(HEADER)}\n"


@pytest.mark.parametrize(
    "row",
    [
        "5月13日,演示讲座,4,北碚区,1,200,1.5\n",
        "5月13日,演示讲座,4,北碚区,1,200,\n",
        "5月13日,演示讲座,4\n",
        "5月13日,演示讲座,4,北碚区,120,1.5,巫山县\n",
    ],
)
def test_a_line_of_too_many_or_too_few_cells_is_told(run: Run, tables: Path, row: str) -> None:
    taken = take(run, tables, CSV + row, name="报表.csv")
    assert ([at for at, _ in taken.errors], taken.records) == (["3"], [])


def _docx_of(rows: Rows) -> bytes:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    lines = ("".join(cell.format(text) for text in row) for row in rows)
    table = "".join(f"<w:tr>{line}</w:tr>" for line in lines)
    title = f"<w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p>"
    return docx(f"{title}<w:tbl>{table}</w:tbl>")


LIST = "开始日期: 5月13日, 任务领域: 4, 活动名称: 演示讲座, 主城协同区: 北碚区, 人数: 120"
TEXT = CSV + "5月13日,演示讲座,4,北碚区,120,1.5\n"
FORMATS: list[tuple[str, bytes]] = [
    ("巫山县.csv", TEXT.encode()),
    ("巫山县.csv", TEXT.encode("gb18030")),
    ("巫山县.tsv", TEXT.replace(",", "\t").encode()),
    ("巫山县.csv", TEXT.replace(",", "\t").encode("utf-16")),
    ("巫山县2021Q2.yaml", f"- {{{LIST}, 经费: 1.5万元}}\n".encode()),
    (
        "巫山县2021Q2.json",
        '[{"开始日期": "5月13日", "任务领域": 4, "活动名称": "演示讲座", "主城协同区": "北碚区",'
        ' "人数": 120, "经费": "1.5万元"}]'.encode(),
    ),
    ("报表.docx", _docx_of(RETURN[1:])),
    ("报表.xls", workbook_of(RETURN)),  # told by its content
]


@pytest.mark.parametrize(("name", "data"), FORMATS)
def test_every_kind_of_file_gives_the_same_record(
    run: Run, tables: Path, name: str, data: bytes
) -> None:
    taken = take(run, tables, data, name=name)
    assert (taken.state, len(taken.records)) == ("imported", 1)
    assert same(taken.records[0])
    (original,) = (tables / "submissions" / QUARTER / "originals").iterdir()
    assert original.read_bytes() == data
    assert original.name == f"wushan-1{Path(name).suffix}"


TOTALS: list[tuple[str, Rows, list[str]]] = [
    ("合计", (EVENT, ("合计", "", "", "", 120, 1.5)), []),
    ("合计", (("合计", "", "", "", 120, 1.5), EVENT), []),
    ("合计", (EVENT, ("合计", "", "", "", 130, 1.5)), ["F116"]),
    ("小计", (EVENT, ("小计", "", "", "", 120, 15)), ["F116"]),
    ("注：人数为人次", (EVENT, ("注：人数为人次",)), []),
]


@pytest.mark.parametrize(("text", "lines", "warnings"), TOTALS)
def test_totals_are_compared_and_named_with_notes(
    run: Run, tables: Path, text: str, lines: Rows, warnings: list[str]
) -> None:
    taken = take(run, tables, ((TITLE,), HEADER, *lines))
    assert (taken.state, len(taken.records)) == ("imported", 1)
    assert [passed["text"] for passed in taken.file["passed_over"]] == [text]
    assert taken.warnings == warnings


def test_hidden_rows_are_read_and_hidden_sheets_are_not(run: Run, tables: Path) -> None:
    def hide(sheet: Any) -> None:
        sheet.row_dimensions[3].hidden = True
        if sheet.title == "旧":
            sheet.sheet_state = "hidden"

    old = titled(TITLE, ("5月14日", "旧的", *EVENT[2:]))
    taken = take(run, tables, workbook({"新": RETURN, "旧": old}, change=hide))
    assert [record["title"] for record in taken.records] == ["演示讲座"]
    assert taken.warnings == ["F114"]
    assert [passed["text"] for passed in taken.file["passed_over"]] == ["旧"]
    assert taken.file["filled"][0].startswith("1行")


# Rows of a table, and what its return is: a nil report is said, a table without rows says nothing.
NIL: list[tuple[Rows, str]] = [
    ((("零报告",),), "nil"),
    ((("0报告",),), "nil"),
    ((EVENT, ("2020报告",)), "refused"),
    ((("本季度未开展相关活动",),), "nil"),
    ((("因疫情影响，本季度没有开展活动",),), "nil"),
    ((("", "无"),), "nil"),
    (((1, "无", "无", "", 0, 0),), "nil"),
    ((), "refused"),
    ((("合计", "", "", "", 0, 0),), "refused"),
    ((EVENT, ("零报告",)), "refused"),
    ((EVENT, ("", "无")), "imported"),
    ((EVENT, ("注：第三项任务本季度未开展活动",)), "imported"),
    ((("5月13日", "督促未开展活动的乡镇"),), "refused"),
]


@pytest.mark.parametrize(("rows", "state"), NIL)
def test_a_nil_report_is_said_in_words(run: Run, tables: Path, rows: Rows, state: str) -> None:
    taken = take(run, tables, ((TITLE,), HEADER, *rows))
    assert taken.state == state
    if state == "nil":
        received = (tables / "submissions" / QUARTER / "received.csv").read_text("utf-8-sig")
        assert received.splitlines()[1].startswith("巫山县,零报告,")


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        ((("巫山县科协2021年二季度零报告",), HEADER), "nil"),
        ((("巫山县科协2021年二季度零报告",), ("本季度没有开展活动",)), "nil"),
        ((("巫山县2021年二季度（无活动的请填零报告）",), HEADER), "refused"),
        ((("巫山县科协2021年二季度零报告",), HEADER, EVENT), "refused"),
    ],
)
def test_a_title_may_say_so_too(run: Run, tables: Path, rows: Rows, state: str) -> None:
    assert take(run, tables, rows).state == state


@pytest.mark.parametrize("header", [HEADER[:3], HEADER[:2]])
@pytest.mark.parametrize(("row", "state"), [((), "refused"), (("", "零报告"), "nil")])
def test_no_column_is_missing_where_there_is_no_row(
    run: Run, tables: Path, header: tuple[str, ...], row: tuple[str, ...], state: str
) -> None:
    taken = take(run, tables, ((TITLE,), header, *([row] if row else ())))
    assert taken.state == state
    assert ["cqpair nil" in text for _, text in taken.errors] == [True] * (state == "refused")


def test_a_header_farther_down_is_given_by_its_row(run: Run, tables: Path) -> None:
    rows = ((TITLE,), *((f"第{n}点",) for n in range(22)), HEADER, EVENT)
    taken = take(run, tables, rows)
    assert "--header-row" in taken.errors[0][1]
    taken = take(run, tables, rows, "--header-row", "3")
    assert taken.errors[0][0] == "3"
    assert take(run, tables, rows, "--header-row", "24").state == "imported"


def test_a_sheet_that_is_no_table_is_told_and_left_out_by_its_name(run: Run, tables: Path) -> None:
    data = workbook_of(RETURN, (("请按时报送",),), names=("活动", "说明"))
    taken = take(run, tables, data)
    assert "--leave-out 说明" in taken.errors[0][1]
    taken = take(run, tables, data, "--leave-out", "说明")
    assert (taken.state, len(taken.records)) == ("imported", 1)


def test_two_tables_of_a_sheet_are_both_read(run: Run, tables: Path) -> None:
    second = ("5月14日", "演示二", "5", "铜梁区", 30, 1)
    rows = (*RETURN, ("",), ("二、科普活动",), HEADER, second)
    assert [r["title"] for r in take(run, tables, rows).records] == ["演示讲座", "演示二"]


def test_tables_side_by_side_are_told(run: Run, tables: Path) -> None:
    rows = ((TITLE,), (*HEADER, "", *HEADER), (*EVENT, "", *EVENT))
    taken = take(run, tables, rows)
    assert taken.state == "refused"
    assert taken.errors[0][0] == "H2"


def test_columns_that_may_be_of_a_plan_are_not_read(run: Run, tables: Path) -> None:
    head = ("计划时间", "完成时间", *HEADER[1:])
    taken = take(run, tables, ((TITLE,), head, ("5月13日", "5月15日", *EVENT[1:])))
    assert {"A2", "B2"} <= {cell for cell, _ in taken.errors}


def test_all_problems_of_all_files_are_told_and_the_good_ones_go_in(run: Run, tables: Path) -> None:
    names = ("一.csv", "二.csv", "三.csv")
    rows = ("5月32日,演示一,9,北碚区,x,1\n", "5月13日,演示二,4,北碚区,1,1\n", "5月,演示三,4,,1,1\n")
    for name, row in zip(names, rows, strict=True):
        (tables.parent / name).write_text(CSV + row, encoding="utf-8")
    result = run("import", *names)
    assert result.code == 1
    for place in ("一.csv:3:1:", "一.csv:3:11:", "一.csv:3:17:", "三.csv:3:1:", "三.csv:3:10:"):
        assert place in result.out
    assert [p.name for p in (tables / "activities" / QUARTER).iterdir()] == ["wushan.csv"]


def test_a_refused_file_changes_nothing_at_all(run: Run, tables: Path) -> None:
    assert take(run, tables, RETURN).state == "imported"
    before = files_of(tables)
    bad = ((TITLE,), HEADER, ("5月14日", "演示二", *EVENT[2:]), ("5月15日", "", "", "", "", ""))
    assert take(run, tables, bad).state == "refused"
    assert files_of(tables) == before


def test_ids_are_new_in_the_whole_folder(run: Run, data: Path) -> None:
    before = {path.read_text("utf-8-sig") for path in (data / "activities").rglob("*.csv")}
    (new,) = take(run, data, RETURN).file["added"]
    assert not any(new in text for text in before)


def test_a_target_with_errors_is_told_and_left_as_it_is(run: Run, tables: Path) -> None:
    target = tables / "activities" / QUARTER / "wushan.csv"
    target.parent.mkdir()
    target.write_text("开始日期,活动名称\n2021-05-13,x\n", encoding="utf-8")
    before = files_of(tables)
    taken = take(run, tables, RETURN)
    assert taken.state == "refused"
    assert "cqpair validate" in taken.errors[0][1]
    assert files_of(tables) == before


def test_submissions_with_errors_are_told_and_left_as_they_are(run: Run, tables: Path) -> None:
    take(run, tables, RETURN)
    received = tables / "submissions" / QUARTER / "received.csv"
    received.write_text(received.read_text("utf-8-sig") + "江北县城,台账\n", encoding="utf-8")
    before = files_of(tables)
    again = titled(TITLE, ("5月14日", "演示二", *EVENT[2:]))
    assert take(run, tables, again, "--supplement").state == "refused"
    assert files_of(tables) == before


@pytest.mark.parametrize(
    "words",
    [
        ("--supplement", "--replace"),
        ("--unit", "美元"),
        ("--header-row", "0"),
        ("--header-row", "二"),
        ("--quarter", "2021Q5"),
        ("--received", "昨天"),
        ("--format", "xml"),
    ],
)
def test_wrong_use_is_told_before_anything_is_read(
    run: Run, tables: Path, words: tuple[str, ...]
) -> None:
    (tables.parent / "报表.xlsx").write_bytes(workbook_of(RETURN))
    before = files_of(tables)
    result = run("import", "报表.xlsx", *words)
    assert (result.code, result.out) == (2, "")
    assert result.err
    assert files_of(tables) == before


def test_a_file_that_is_not_there_is_wrong_use(run: Run, tables: Path) -> None:
    result = run("import", "没有.xlsx")
    assert (result.code, result.out) == (2, "")
    assert "没有.xlsx" in result.err


def test_what_an_office_calls_a_column_can_be_added(run: Run, tables: Path) -> None:
    rows = ((TITLE,), (*HEADER[:-1], "花费（万元）"), EVENT)
    assert [cell for cell, _ in take(run, tables, rows).errors] == ["F2"]
    with (tables / "tasks.yaml").open("a", encoding="utf-8") as file:
        file.write("\nheaders:\n  funding: [花费, 支出]\n")
    assert run("validate", "--ignore", "T207").code == 0
    assert same(take(run, tables, rows).records[0])


@pytest.mark.parametrize(
    ("headers", "words"),
    [("{titel: [事由]}", "titel"), ("{title: 事由}", "列表"), ("[事由]", "键")],
)
def test_what_is_wrong_with_these_names_is_told(
    run: Run, tables: Path, headers: str, words: str
) -> None:
    with (tables / "tasks.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\nheaders: {headers}\n")
    result = run("--lang", "zh", "validate")
    assert result.code == 1
    assert words in result.out


def test_an_option_that_names_a_column_no_file_has_is_told(run: Run, tables: Path) -> None:
    (tables.parent / "报表.xlsx").write_bytes(workbook_of(RETURN))
    result = run("import", "报表.xlsx", "--leave-out", "投入资金（万元）", "--into-note", "联络人")
    assert result.code == 0
    assert "联络人" in result.err
    assert "万元" not in result.err
