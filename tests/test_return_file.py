"""Files as offices send them: grids of strings that know their place, or a sentence why not."""

import json
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path
from struct import pack

import docx as python_docx
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from cqpair import messages
from cqpair.read.return_file import LONGEST_CELL, ReturnFile, read_return
from cqpair.source import Fault, Grid
from hostile_returns import HOSTILE, READ
from old_files import (
    OldSheet,
    compound,
    docx,
    ods,
    ods_cell,
    ods_row,
    ods_table,
    record,
    xls,
    zipped,
)
from workbooks import HEAD, RECORD, workbook

PATH = "2021Q2/报表.dat"  # the suffix says nothing
CSV = "填报单位：巫山县科协,,\n日期,名称,人数\n2021/5/13,演示数据,约300人\n"
TESTS = Path(__file__).parent


def read(data: bytes) -> ReturnFile:
    """What a file without a fault holds."""
    found = read_return(PATH, data)
    assert found.rejects == []
    return found


def texts(grid: Grid) -> list[list[str]]:
    return [row.cells for row in (grid.head, *grid.rows)]


def table(data: bytes) -> list[list[str]]:
    (grid,) = read(data).grids
    return texts(grid)


def old_text(value: float | str | bool | None, code: str | int | None = None) -> str:
    """What an .xls shows for a value in a number format."""
    formats = {} if code is None else {(1, 1): code}
    return table(xls({"表": OldSheet({(1, 1): value, (1, 2): "演示数据"}, formats)}))[0][0]


def open_text(cell: str, styles: str = "") -> str:
    return table(ods(ods_table(ods_row(cell, "演示数据")), styles))[0][0]


def word(*rows: str) -> bytes:
    return docx(f"<w:tbl>{''.join(rows)}</w:tbl>")


def word_cell(text: str, about: str = "") -> str:
    return f"<w:tc><w:tcPr>{about}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def word_row(*cells: str, about: str = "") -> str:
    made = [cell if cell.startswith("<") else word_cell(cell) for cell in cells]
    return f"<w:tr><w:trPr>{about}</w:trPr>{''.join(made)}</w:tr>"


# Text


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_text_in_any_encoding_with_any_delimiter(codec: str, delimiter: str) -> None:
    rows = [
        ["填报单位：巫山县科协", "", ""],
        ["日期", "名称", "人数"],
        ["5月13日", "演示数据", "约300人"],
    ]
    assert table(CSV.replace(",", delimiter).replace("2021/5/13", "5月13日").encode(codec)) == rows


def test_a_cell_of_text_knows_its_place() -> None:
    (grid,) = read(CSV.replace(",", ";").encode("gb18030")).grids
    assert grid.at(grid.rows[1], 2).spot("a") == "a:3:16"


def test_an_open_quote_in_a_text_is_told() -> None:
    found = read_return(PATH, b'a\tb\tc\n1\t"2\t3\n')
    assert [reject.fault for reject in found.rejects] == [Fault.OPEN_QUOTE]
    assert found.rejects[0].place.spot("a") == "a:2:3"


def test_prose_is_told_and_kept_as_words() -> None:
    found = read_return(PATH, "巫山县科协\n二季度，投入1,200元，\n".encode())
    assert found.grids == []
    assert tuple(one.text for one in found.words) == ("巫山县科协", "二季度，投入1,200元，")


# YAML and JSON


def test_yaml() -> None:
    data = "# 演示数据\n- 开始日期: 2021-05-13\n  资金投入: 3万元\n".encode()
    assert table(data)[1] == ["2021-05-13", "3万元"]


def test_json_of_any_layout() -> None:
    records = [{"日期": "2021-05-13", "人数": 300, "资金": None, "名称": "演示\t数据/😀"}]
    for indent, plain in ((None, False), ("\t", True), (2, True)):
        data = json.dumps(records, indent=indent, ensure_ascii=plain).encode()
        assert table(data) == [
            ["日期", "人数", "资金", "名称"],
            ["2021-05-13", "300", "", "演示\t数据/😀"],
        ]
    (grid,) = read(b'[\n\t{"a": null, "b": 1}\n]').grids
    assert grid.at(grid.rows[0], 1).spot("a") == "a:2:19"


# .xlsx


def test_a_workbook_whatever_its_suffix() -> None:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("二季度")
        sheet.merge_range("A1:C1", "演示数据")
        sheet.write_row(1, 0, ["日期", "名称", "人数"])
        sheet.write_row(2, 0, ["5月13日", "讲座"])
        sheet.write(2, 2, 300, book.add_format({"num_format": '"约"0"人"'}))
        sheet.write_formula(3, 2, "=60+40", None, "")
        book.add_worksheet("清单").hide()
    (grid,) = read(out.getvalue()).grids
    assert texts(grid)[2:] == [["5月13日", "讲座", "约300人"], ["", "", "=60+40"]]
    assert grid.head.merged == dict.fromkeys(range(3), "A1:C1")
    assert grid.at(grid.rows[1], 2).spot("a.xlsx") == "a.xlsx › 二季度!C3"


def test_blank_formatted_cells_of_a_large_sheet_change_nothing() -> None:
    def format_many(sheet: object) -> None:
        for row in range(5, 6000):
            sheet.cell(row, 3).number_format = "0.00"  # type: ignore[attr-defined]

    plain = workbook({"表": [HEAD, RECORD]})
    large = workbook({"表": [HEAD, RECORD]}, change=format_many)
    assert table(large) == table(plain)


# .xls


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        ("演示数据", None, "演示数据"),
        (300, None, "300"),
        (300, '"约"0"人"', "约300人"),
        (1.5, '0.0"万元"', "1.5万元"),
        (2.25, '0"万元"', "2.25万元"),
        (53210, '0!.0,"万"', "5.321万"),
        (12000, "#,##0", "12000"),
        (0.5, "0%", "50%"),
        (44329, "yyyy-mm-dd", "2021-05-13"),
        (44329.5, "yyyy-mm-dd hh:mm", "2021-05-13 12:00:00"),
        (44329, 'yyyy"年"m"月"', "2021-05"),
        (44329, 'yyyy"年"', "2021年"),
        (44329, 57, "2021-05"),
        (44329, 31, "2021-05-13"),
        (44329, 14, "2021-05-13"),
        (44329, "aaaa", "2021-05-13"),
        (0.5, "h:mm", "12:00:00"),
        (-3, 14, "#-3.0"),
        (1e9, 14, "#1000000000.0"),
        (True, None, "是"),
        ("#N/A", None, "#N/A"),
        ("#DIV/0!", None, "#DIV/0!"),
        (None, None, ""),
    ],
)
def test_an_xls_cell_says_what_it_shows(
    value: float | str | None, code: str | int | None, expected: str
) -> None:
    assert old_text(value, code) == expected


def test_an_xls_tells_merged_and_hidden() -> None:
    sheet = OldSheet(
        {(2, 1): "演示数据", (3, 1): "甲", (3, 2): 1, (4, 2): 2, (5, 2): 3},
        merged=[(2, 2, 1, 2), (3, 4, 1, 1)],
        hidden_rows=[5],
    )
    shown, hidden = read(xls({"表": sheet, "清单": OldSheet({(1, 1): "x"}, hidden=True)})).grids
    assert texts(shown) == [["演示数据"], ["甲", "1"], ["甲", "2"], ["", "3"]]
    assert [row.merged.get(0) for row in shown.rows] == ["A3:A4", "A3:A4", None]
    assert [row.hidden for row in shown.rows] == [False, False, True]
    assert (shown.hidden, hidden.hidden) == (False, True)
    assert shown.at(shown.rows[1], 1).spot("a.xls") == "a.xls › 表!B4"


def test_an_xls_of_a_mac_counts_from_1904() -> None:
    sheet = OldSheet({(1, 1): 42867, (1, 2): 42867}, {(1, 1): "yyyy-mm-dd"})
    (grid,) = read(xls({"表": sheet}, epoch_1904=True)).grids
    assert (grid.head.cells, grid.day_shift) == (["2021-05-13", "42867"], 1462)


def test_a_sheet_within_a_letter_is_a_letter() -> None:
    data = bytearray(compound({"WordDocument": b"", "Workbook": b""}))
    at = data.index("WordDocument".encode("utf-16-le"))
    data[at + 68 : at + 80] = pack("<3I", *[2**32 - 1] * 2, 2)  # the sheet is its child
    (reject,) = read_return(PATH, bytes(data)).rejects
    assert reject.key == "return_file.old-word"


# .ods

_DATES = (
    '<number:date-style style:name="N1"><number:year/><number:month/></number:date-style>'
    '<style:style style:name="month" style:data-style-name="N1"/>'
    '<style:style style:name="child" style:parent-style-name="month"/>'
)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("演示数据", "演示数据"),
        (ods_cell("约500人", "float", 'office:value="500"'), "约500人"),
        (ods_cell("2万元", "float", 'office:value="1.5"'), "1.5万元"),
        (ods_cell("约5.3万", "float", 'office:value="53210"'), "约5.321万"),
        (ods_cell("12,000", "float", 'office:value="12000"'), "12000"),
        (ods_cell("￥3.50", "currency", 'office:value="3.5"'), "3.5"),
        (ods_cell("50%", "percentage", 'office:value="0.5"'), "50%"),
        (ods_cell("", "float", 'office:value="7"'), "7"),
        (ods_cell("一堆", "float", 'office:value="7"'), "7"),
        (ods_cell("7.0E+99", "float", 'office:value="7e99"'), "7.0E+99"),
        (ods_cell("13.5.", "date", 'office:date-value="2021-05-13"'), "2021-05-13"),
        (
            ods_cell("13.5.", "date", 'office:date-value="2021-05-13T12:00:00"'),
            "2021-05-13 12:00:00",
        ),
        (
            ods_cell("5月", "date", 'office:date-value="2021-05-01" table:style-name="child"'),
            "2021-05",
        ),
        (ods_cell("-3.1.", "date", 'office:date-value="-0044-03-15"'), "-3.1."),
        (ods_cell("TRUE", "boolean", 'office:boolean-value="true"'), "是"),
        (ods_cell("#N/A", "string", 'calcext:value-type="error"'), "#N/A"),
        (ods_cell("#DIV/0!", "float", 'office:value="0"'), "#DIV/0!"),
        ('<table:table-cell table:formula="of:=60+40"/>', "=60+40"),
        (ods_cell("", "string", 'table:formula="of:=&quot;&quot;"'), ""),
        (
            "<table:table-cell><office:annotation><text:p>x</text:p></office:annotation><text:p>甲"
            "<text:s text:c='2'/><text:span>乙</text:span></text:p><text:p>丙</text:p>"
            "</table:table-cell>",
            "甲  乙\n丙",
        ),
    ],
)
def test_an_ods_cell_says_what_it_shows(cell: str, expected: str) -> None:
    assert open_text(cell, _DATES) == expected


def test_an_ods_column_gives_its_cells_a_style() -> None:
    columns = (
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:default-cell-style-name="month"/>'
    )
    day = ods_cell("5月", "date", 'office:date-value="2021-05-01"')
    assert table(ods(ods_table(columns, ods_row("演示数据", day, day)), _DATES)) == [
        ["演示数据", "2021-05-01", "2021-05"]
    ]


def test_an_ods_tells_merged_hidden_and_repeated() -> None:
    covered = "<table:covered-table-cell/>"
    rows = (
        ods_row(more='table:number-rows-repeated="120"'),
        ods_row(
            ods_cell("演示数据", more='table:number-columns-spanned="2"'),
            covered,
            ods_cell("x", more='table:number-columns-repeated="2"'),
        ),
        ods_row(ods_cell("甲", more='table:number-rows-spanned="2"'), "1"),
        ods_row(covered, "2", more='table:visibility="filter"'),
        ods_row("", "3", more='table:number-rows-repeated="2"'),
    )
    hide = (
        '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>'
    )
    tables = ods_table(*rows) + ods_table(ods_row("清"), name="清单", more='table:style-name="h"')
    shown, hidden = read(ods(tables, hide)).grids
    assert texts(shown) == [
        ["演示数据", "", "x", "x"],
        ["甲", "1"],
        ["甲", "2"],
        ["", "3"],
        ["", "3"],
    ]
    assert (shown.head.line, shown.rows[-1].line) == (121, 125)
    assert [row.hidden for row in shown.rows] == [False, True, False, False]
    assert dict(shown.head.merged) == {0: "A121:B121", 1: "A121:B121"}
    assert (shown.hidden, hidden.hidden, hidden.sheet) == (False, True, "清单")


# .docx


def test_word_tables_and_the_words_between() -> None:
    document = python_docx.Document()
    document.add_paragraph("彭水县科协2021年二季度（演示数据）")
    first = document.add_table(3, 3)
    contents = (("时间", "单位", "名称"), ("1", "甲", "a"), ("2", "", "b"))
    for row, cells in zip(first.rows, contents, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    first.cell(1, 1).merge(first.cell(2, 1))
    document.add_paragraph("以上。")
    second = document.add_table(2, 2)
    second.cell(0, 0).merge(second.cell(0, 1)).text = "合并"
    second.cell(1, 1).text = "丁"
    out = BytesIO()
    document.save(out)
    found = read(out.getvalue())
    one, two = found.grids
    assert found.words == (("彭水县科协2021年二季度（演示数据）", 0), ("以上。", 1))
    assert texts(one) == [["时间", "单位", "名称"], ["1", "甲", "a"], ["2", "甲", "b"]]
    assert [dict(row.merged) for row in one.rows] == [{1: "B2:B3"}] * 2
    assert texts(two) == [["合并"], ["", "丁"]]
    assert dict(two.head.merged) == {0: "A1:B1", 1: "A1:B1"}
    assert one.at(one.rows[1], 2).spot("a.docx") == "a.docx › 表1!C3"


def test_many_equal_word_cells_are_not_taken_for_merged() -> None:
    data = word(*[word_row("甲", "甲", "甲")] * 300)
    assert table(data) == [["甲", "甲", "甲"]] * 300


def test_borders_drawn_askew_are_not_columns() -> None:
    grid = (
        "<w:tblGrid>"
        + "".join(f'<w:gridCol w:w="{w}"/>' for w in (2000, 60, 2000))
        + "</w:tblGrid>"
    )
    wide = '<w:gridSpan w:val="2"/>'
    data = word(
        grid,
        word_row("名称", word_cell("人数", wide)),
        word_row(word_cell("演示数据", wide), "300"),
    )
    (found,) = read(data).grids
    assert texts(found) == [["名称", "人数"], ["演示数据", "300"]]
    assert found.head.merged == {}


def test_word_rows_may_begin_late_be_hidden_or_deleted() -> None:
    data = word(
        word_row("甲", "乙"),
        word_row("丙", about='<w:gridBefore w:val="1"/>'),
        word_row("丁", about="<w:hidden/>"),
        word_row("戊", about="<w:del/>"),
    )
    (grid,) = read(data).grids
    assert texts(grid) == [["甲", "乙"], ["", "丙"], ["丁"]]
    assert [row.hidden for row in grid.rows] == [False, True]


def test_word_text_is_what_is_shown_with_changes_accepted() -> None:
    runs = (
        "<w:del><w:r><w:t>删</w:t></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>一</w:t><w:br/><w:t>二</w:t></w:r>"
    )
    control = f"<w:sdt><w:sdtContent>{word_cell('控件')}</w:sdtContent></w:sdt>"
    cell = f"<w:tc><w:p>{runs}</w:p><w:p><w:r><w:t>三</w:t></w:r></w:p></w:tc>"
    assert table(word(word_row(cell, control))) == [["增一\n二\n三", "控件"]]


def test_a_word_formula_never_calculated_is_seen() -> None:
    cell = "<w:tc><w:p><w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r></w:p></w:tc>"
    assert table(word(word_row("合计", cell))) == [["合计", "=SUM(ABOVE)"]]


def test_a_table_in_a_cell_or_a_box_is_left_out_and_named() -> None:
    inner = f"<w:tbl>{word_row('内')}</w:tbl>"
    cell = f"<w:tc>{inner}<w:p><w:r><w:t>外</w:t></w:r></w:p></w:tc>"
    box = f"<w:p><w:r><w:txbxContent>{inner}</w:txbxContent></w:r></w:p>"
    found = read_return(PATH, docx(f"<w:tbl>{word_row('甲', cell)}</w:tbl>{box}"))
    assert [texts(grid) for grid in found.grids] == [[["甲", "外"]]]
    told = [(reject.key.partition(".")[2], reject.place.cell) for reject in found.rejects]
    assert told == [("nested-table", "B1"), ("boxed-table", None)]
    assert {reject.fault for reject in found.rejects} == {Fault.PASSED_OVER}


# What is not read


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_not_read_is_one_sentence_with_the_way_out(name: str) -> None:
    make, key = HOSTILE[name]
    data = make()
    started = time.process_time()
    found = read_return(PATH, data)
    assert time.process_time() - started < 3
    assert found.grids == [] or key == "no-cells"
    (reject,) = found.rejects
    assert reject.key.partition(".")[2] == key
    for language in messages.LANGUAGES:
        messages.use(language)
        assert messages.say(reject.key, **reject.params)
        assert messages.say(f"{reject.key}.fix", **reject.params)
    messages.use("zh")


@pytest.mark.slow
@pytest.mark.parametrize("name", READ)
def test_what_is_strange_but_plain_is_read(name: str) -> None:
    data = READ[name]()
    started = time.process_time()
    assert table(data)[0][0] == "演示数据"
    assert time.process_time() - started < 3


@pytest.mark.tools
def test_no_file_takes_more_memory_than_an_office_has() -> None:
    script = (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (3 << 29, 3 << 29))\n"
        "from hostile_returns import HOSTILE\n"
        "from cqpair.read.return_file import read_return\n"
        "for make, _ in HOSTILE.values(): assert read_return('x', make()).rejects\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=TESTS, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-500:]


def test_a_long_cell_is_told_with_its_place() -> None:
    data = f"日期,名称,人数\n1,{'演' * (LONGEST_CELL + 1)},3\n".encode()
    (reject,) = read_return(PATH, data).rejects
    assert (reject.place.line, reject.place.column) == (2, 3)
    assert reject.params == {"length": LONGEST_CELL + 1, "most": LONGEST_CELL}
    assert table(data.replace("演".encode(), b"", 1))[1][2] == "3"


SOUND = {
    "xlsx": workbook({"表": [HEAD, RECORD]}),
    "xls": xls({"表": OldSheet({(1, 1): "演示数据", (2, 1): 44329}, {(2, 1): 14})}),
    "ods": ods(ods_table(ods_row("演示数据", ods_cell("3万元", "float", 'office:value="3"')))),
    "docx": word(word_row("演示数据", word_cell("甲", '<w:vMerge w:val="restart"/>'))),
    "csv": CSV.encode("gb18030"),
    "json": b'[{"a": "b"}]',
}
BEGINNINGS = [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"[", b"- a: ", b"\xff\xfe"]


def holds(found: ReturnFile) -> bool:
    return bool(found.grids or found.rejects)


@given(st.sampled_from(BEGINNINGS), st.binary(max_size=2000))
def test_any_bytes_are_grids_or_rejects(beginning: bytes, data: bytes) -> None:
    assert holds(read_return(PATH, beginning + data))


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_any_text_is_grids_or_rejects(text: str) -> None:
    assert holds(read_return(PATH, text.encode()))


@settings(max_examples=300)
@given(st.sampled_from(sorted(SOUND)), st.floats(0, 1), st.binary(min_size=1, max_size=8))
def test_a_spoilt_file_is_grids_or_rejects(kind: str, at: float, new: bytes) -> None:
    data = SOUND[kind]
    spot = int(at * len(data))
    assert holds(read_return(PATH, data[:spot] + new + data[spot + len(new) :]))
    assert holds(read_return(PATH, data[:spot]))


@given(st.floats(0, 1), st.binary(min_size=1, max_size=40))
def test_any_records_of_an_xls_are_grids_or_rejects(at: float, new: bytes) -> None:
    stream = bytearray(xls({"表": OldSheet({(1, 1): "演示数据", (2, 1): 3})})[512:1400])
    spot = int(at * len(stream))
    stream[spot : spot + len(new)] = new
    assert holds(read_return(PATH, compound({"Workbook": bytes(stream)})))
    assert holds(read_return(PATH, xls({"表": OldSheet({}, more=record(0xE5, new))})))


@given(st.text('<>/wtrcp:="1abl ', max_size=60))
def test_any_xml_of_word_or_ods_is_grids_or_rejects(xml: str) -> None:
    assert holds(read_return(PATH, docx(xml)))
    assert holds(read_return(PATH, ods(xml)))
    assert holds(read_return(PATH, zipped({"xl/workbook.xml": xml.encode()})))


# Real files, and speed

FIXTURES = TESTS / "fixtures" / "returns"


@pytest.mark.parametrize("suffix", ["xls", "ods", "docx"])
def test_files_that_libreoffice_wrote(suffix: str) -> None:
    grids = read((FIXTURES / f"演示数据.{suffix}").read_bytes()).grids
    expected = json.loads((FIXTURES / "演示数据.json").read_text(encoding="utf-8"))
    assert [[grid.sheet, grid.hidden, texts(grid)] for grid in grids] == expected[suffix]


def test_41_returns_are_read_in_a_second_and_a_half() -> None:
    rows = [HEAD, *[RECORD] * 20]
    files = [workbook({"表": rows}), CSV.encode(), SOUND["ods"], SOUND["docx"]]
    files.append(
        xls({"表": OldSheet({(r, c): "演示" for r in range(1, 22) for c in range(1, 10)})})
    )
    read(files[0])  # what is imported is not counted
    started = time.process_time()
    for number in range(41):
        read(files[0] if number % 2 else files[number // 2 % len(files)])
    assert time.process_time() - started < 1.5
