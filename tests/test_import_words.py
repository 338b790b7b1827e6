"""`import`: what the words around a table say of it, and tables that stand beside each other."""

from pathlib import Path

import pytest

from conftest import Run
from old_files import docx
from returns_made import EVENT, HEADER, TITLE, Rows, take


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
