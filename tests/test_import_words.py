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


LECTURE = "另：6月2日还举办了科普讲座1场，参加50人，投入0.5万元。"


def _below(*paragraphs: str, table: int = 1) -> bytes:
    """A document with paragraphs below its first table, and a second table below these."""
    cells = ["".join(f"<w:tc>{_p(text)}</w:tc>" for text in row) for row in (HEADER, EVENT)]
    first = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
    other = "5月20日", "演示讲座", *EVENT[2:]
    more = "".join(f"<w:tc>{_p(text)}</w:tc>" for text in other)
    second = f"<w:tbl><w:tr>{cells[0]}</w:tr><w:tr>{more}</w:tr></w:tbl>"
    words = "".join(map(_p, paragraphs))
    return docx(f"{_p(TITLE)}{first}{words}{second if table > 1 else ''}")


def _p(text: object) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize("count", [1, 2])
def test_prose_below_a_table_of_word_is_refused_as_in_a_sheet(
    run: Run, tables: Path, count: int
) -> None:
    sheet = take(run, tables, ((TITLE,), HEADER, EVENT, (LECTURE,)))
    taken = take(run, tables, _below(LECTURE, "第二批", table=count), name="报表.docx")
    assert (sheet.state, taken.state) == ("refused", "refused")
    assert taken.errors[0][0] == "A3"
    assert taken.errors[0][1] == sheet.errors[0][1]


def test_notes_and_signatures_below_a_table_of_word_are_named(run: Run, tables: Path) -> None:
    lines = ("合计：1场", "说明：经费为估算。", "填表人：张三", "以上。")
    taken = take(run, tables, _below(*lines), name="报表.docx")
    assert taken.state == "imported", taken.errors
    assert [one["text"] for one in taken.file["passed_over"]] == list(lines)


def test_a_title_between_two_tables_of_word_is_none_of_the_first(run: Run, tables: Path) -> None:
    taken = take(run, tables, _below("第二批活动情况", table=2), name="报表.docx")
    assert (taken.state, taken.file["passed_over"]) == ("imported", []), taken.errors
