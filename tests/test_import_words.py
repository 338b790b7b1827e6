"""`import`: what the words around a table say of it, and tables that stand beside each other."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from conftest import Run
from old_files import docx
from returns_made import EVENT, HEADER, TITLE, Rows, Taken, take


def word(*paragraphs: str) -> bytes:
    def cell(text: object) -> str:
        return f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    before = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    rows = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in (HEADER, EVENT))
    return docx(f"{before}<w:tbl>{rows}</w:tbl>")


TAKEN = [
    (TITLE, "参加人次较一季度增长两成，效果良好。"),
    (TITLE, "一季度活动因故推迟，已在本季度补办。"),
    (TITLE, "三季度拟继续开展，另行报告。"),
    (TITLE, "较2021年一季度多一场"),
    ("巫山县科协活动统计表", "2021年二季度，共开展活动一场。"),
    ("巫山县科协活动统计表", "现将2021年二季度情况报送如下："),
    ("巫山县科协二季度活动统计表", "2021年是“十四五”开局之年，活动如下。"),
    ("本表由重庆市巫山县科学技术协会填写，2021年二季度。",),
]


@pytest.mark.parametrize("paragraphs", TAKEN)
def test_a_sentence_about_another_quarter_contradicts_no_title(
    paragraphs: tuple[str, ...], run: Run, tables: Path
) -> None:
    taken = take(run, tables, word(*paragraphs), name="报表.docx")
    assert (taken.state, taken.file["quarter"]) == ("imported", "2021Q2"), taken.errors
    assert taken.file["sender"] == "巫山县"


REFUSED = [
    (TITLE, "巫山县科协2021年一季度活动统计表"),
    (TITLE, "现将一季度情况报送如下。"),
    (TITLE, "填报单位：巫山县科协 2021年一季度"),
    ("巫山县科协活动统计表", "2021年二季度，共一场；2021年一季度，没有活动。"),
    ("巫山县科协活动统计表", "较一季度多一场。"),
]


@pytest.mark.parametrize("paragraphs", REFUSED)
def test_two_titles_contradict_and_so_do_sentences_where_there_is_nothing_else(
    paragraphs: tuple[str, ...], run: Run, tables: Path
) -> None:
    taken = take(run, tables, word(*paragraphs), name="报表.docx")
    assert (taken.state, taken.file["quarter"]) == ("refused", None)
    ((_, told),) = taken.errors
    assert "--quarter" in told


def test_a_sentence_above_the_table_of_a_workbook_contradicts_no_title(
    run: Run, tables: Path
) -> None:
    rows: Rows = ((TITLE,), ("说明：人次较一季度有所增加，仅供参考",), HEADER, EVENT)
    assert take(run, tables, rows).state == "imported"


def test_tables_side_by_side_are_told_once(run: Run, tables: Path) -> None:
    rows: Rows = ((TITLE,), (*HEADER, "", *HEADER), (*EVENT, "", *EVENT))
    taken = take(run, tables, rows)
    assert taken.state == "refused"
    ((cell, told), *others) = taken.errors
    assert cell == "H2"
    assert "并排放了两个表" in told
    assert "活动时间、活动名称、任务领域" in told
    assert not others
    (problem,) = [one for one in taken.file["problems"] if one["code"] == "F106"]
    assert [one["message"] for one in problem["related"]] == ["先出现在这里"]


LECTURE = "另：6月2日还举办了科普讲座1场，参加50人，投入0.5万元。"
BARE = (*HEADER[:-1], "资金投入")


def _p(text: object) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _document(*parts: str | Rows) -> bytes:
    """A document of paragraphs and tables."""

    def row(cells: Sequence[object]) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{_p(text)}</w:tc>' for text in cells)}</w:tr>"

    def part(one: str | Rows) -> str:
        return _p(one) if isinstance(one, str) else f"<w:tbl>{''.join(map(row, one))}</w:tbl>"

    return docx("".join(map(part, parts)))


def _passed(taken: Taken) -> list[tuple[str, str]]:
    return [(one["place"].partition(" › ")[2], one["text"]) for one in taken.file["passed_over"]]


def test_an_event_told_beside_a_table_of_word_is_named_as_one(run: Run, tables: Path) -> None:
    taken = take(run, tables, _document(TITLE, (HEADER, EVENT), LECTURE), name="报表.docx")
    assert taken.state == "imported", taken.errors
    assert _passed(taken) == [("段落!2", LECTURE)]
    assert "像是一项活动" in taken.file["passed_over"][0]["why"]


def test_what_is_read_around_a_table_of_word_is_not_named(run: Run, tables: Path) -> None:
    above = TITLE, "填报单位：巫山县科协", "单位：万元"
    between = "二、其他活动", "填报人：张三"
    other = "5月20日", "演示展览", *EVENT[2:]
    parts = *above, (BARE, EVENT), *between, (BARE, other), "以上。"
    taken = take(run, tables, _document(*parts), name="报表.docx")
    assert taken.state == "imported", taken.errors
    assert _passed(taken) == [("段落!5", "填报人：张三"), ("段落!6", "以上。")]
    assert [one["funding_yuan"] for one in taken.records] == ["15000.00"] * 2


def test_prose_totals_notes_and_signatures_of_word_are_named_each_as_such(
    run: Run, tables: Path
) -> None:
    lines = "下一步，将继续做好对接。", "合计：1场", "说明：经费为估算。", "填表人：张三"
    taken = take(run, tables, _document(TITLE, (HEADER, EVENT), *lines), name="报表.docx")
    assert (taken.state, [text for _, text in _passed(taken)]) == ("imported", list(lines))
    whys = [one["why"] for one in taken.file["passed_over"]]
    for why, word_in_it in zip(whys, ("不在表格里", "合计", "说明", "落款"), strict=True):
        assert word_in_it in why
        assert "像是" not in why


@pytest.mark.parametrize(
    ("parts", "cell"),
    [
        ((TITLE, "单位：美元", (BARE, EVENT)), "2"),
        ((TITLE, (BARE, EVENT), "注：金额单位为万元"), "2"),
    ],
)
def test_a_unit_of_a_paragraph_that_cannot_be_followed_is_told_where_it_stands(
    parts: tuple[str | Rows, ...], cell: str, run: Run, tables: Path
) -> None:
    taken = take(run, tables, _document(*parts), name="报表.docx")
    assert taken.state == "refused"
    assert [(p["sheet"], p["line"]) for p in taken.file["problems"]] == [("段落", int(cell))]


def test_a_figure_in_a_title_of_word_is_no_unit(run: Run, tables: Path) -> None:
    title = f"{TITLE}（我单位共投入 5 万元）"
    taken = take(run, tables, _document(title, (BARE, EVENT)), name="报表.docx")
    assert [one["funding_yuan"] for one in taken.records] == ["1.50"], taken.errors


def test_a_table_within_a_cell_is_told_where_no_other_has_a_header(run: Run, tables: Path) -> None:
    cells = ("".join(f"<w:tc>{_p(text)}</w:tc>" for text in row) for row in (HEADER, EVENT))
    inner = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{_p('附表')}{inner}</w:tc></w:tr></w:tbl>"
    taken = take(run, tables, docx(_p(TITLE) + outer), name="报表.docx")
    assert taken.state == "refused"
    (told,) = [text for _, text in taken.errors]
    assert "套着的表格没有读" in told
    assert "移到格子外面" in told


def test_the_clerk_sees_the_paragraphs_that_were_passed_over(run: Run, tables: Path) -> None:
    several = [f"这是第{n}段说明文字，没有别的。" for n in range(9)]
    file = tables.parent / "报表.docx"
    file.write_bytes(_document(TITLE, (HEADER, EVENT), *several, LECTURE))
    lines = run("import", file).out.splitlines()
    shown = [line for line in lines if "段落!" in line]
    assert len(shown) == 7
    assert LECTURE in shown[-1]
    assert "另有3段" in lines[-1]


@pytest.mark.parametrize("text", ["¥3.00", "￥3"])
def test_a_currency_mark_alone_is_asked_under_a_unit_that_is_no_yuan(
    text: str, run: Run, tables: Path
) -> None:
    taken = take(run, tables, ((TITLE,), HEADER, (*EVENT[:-1], text)))
    assert taken.state == "refused"
    ((cell, told),) = taken.errors
    assert cell == "F3"
    assert "“3元”或“3万元”" in told
    plain = take(run, tables, ((TITLE,), (*HEADER[:-1], "资金投入"), (*EVENT[:-1], text)))
    assert [one["funding_yuan"] for one in plain.records] == ["3.00"], plain.errors
