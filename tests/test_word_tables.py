"""The tables of the Word report, as they stand in the XML."""

import time
from collections.abc import Iterator

import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from cqpair.render.document import Annex, CellKind, Column, Paragraph, Table
from cqpair.render.word import write_document
from sample_document import GRID, SAMPLE
from test_word import opened, style_of, texts

pytestmark = pytest.mark.documents


@pytest.fixture(scope="module")
def word() -> WordDocument:
    return opened()


def tables(word: WordDocument) -> Iterator[tuple[WordParagraph, WordTable]]:
    """Each table with the paragraph above it."""
    for table in word.tables:
        yield WordParagraph(table._tbl.getprevious(), word), table


def test_tables_have_native_captions(word: WordDocument) -> None:
    captions = [caption for caption, _ in tables(word)]
    assert [style_of(caption) for caption in captions] == ["Caption"] * 4
    assert captions[1].text == "表2　各结对区县任务覆盖情况"
    codes = [node.text for caption in captions for node in caption._p.iter(qn("w:instrText"))]
    assert codes == [" SEQ 表 \\* ARABIC "] * 4


def test_tables_are_as_wide_as_the_text_and_repeat_their_header(word: WordDocument) -> None:
    for table, room in zip(word.tables, (225, 225, 156, 156), strict=True):
        widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
        assert round(sum(widths) / 1440 * 25.4) == room
        rows = list(table._tbl.iter(qn("w:tr")))
        assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [
            n == 0 for n in range(len(rows))
        ]
        long = [row for row in rows if "长" * 5000 in "".join(row.itertext())]
        assert [row for row in rows if row.find(f".//{qn('w:cantSplit')}") is None] == long


def test_numbers_stand_right_and_what_is_not_reported_is_a_dash(word: WordDocument) -> None:
    cells = word.tables[0].rows[1].cells
    assert [cell.text for cell in cells[5:8]] == ["300", "—", "30,000.50"]
    assert cells[5]._tc.find(f".//{qn('w:jc')}").get(qn("w:val")) == "right"
    assert cells[0]._tc.find(f".//{qn('w:jc')}") is None


def test_sums_are_in_black_type(word: WordDocument) -> None:
    fonts = [
        row._tr.find(f".//{qn('w:rFonts')}").get(qn("w:eastAsia")) for row in word.tables[0].rows
    ]
    assert fonts == ["黑体", "仿宋", "仿宋", "黑体", "仿宋", "黑体", "黑体"]


def test_heat_is_a_shade(word: WordDocument) -> None:
    shades = [
        [None if (s := cell._tc.find(f".//{qn('w:shd')}")) is None else s.get(qn("w:fill"))
         for cell in row.cells]
        for row in word.tables[1].rows
    ]  # fmt: skip
    assert shades[1][5] == "C9DAEB"
    assert shades[2][3] == shades[2][6] == "7FA8CF"
    assert sum(shade is not None for row in shades for shade in row) == 3


def test_records_get_most_of_the_width(word: WordDocument) -> None:
    grid = Table((Column("项目"), Column("编号", CellKind.REFS)), (("甲", "、".join("ab" * 99)),))
    [table] = opened(SAMPLE._replace(annexes=(Annex("甲", (grid,)),))).tables
    label, refs = (int(column.get(qn("w:w"))) for column in table._tbl.tblGrid)
    assert refs > 4 * label
    assert style_of(WordParagraph(table._tbl.getprevious(), word)) == "公文附件标题"


def test_a_note_below_a_table_of_an_annex_is_small(word: WordDocument) -> None:
    annex = Annex("甲", (Paragraph("上"), GRID, Paragraph("下")))
    assert texts(opened(SAMPLE._replace(annexes=(annex,))), "公文表注") == ["下"]


def test_a_long_table_is_quick() -> None:
    columns = tuple(Column(str(n)) for n in range(6))
    table = Table(columns, (("演示数据：签约活动",) * 6,) * 2000)
    start = time.process_time()
    write_document(SAMPLE._replace(annexes=(Annex("甲", (table,)),)))
    assert time.process_time() - start < 3


def test_a_total_is_never_alone_on_a_page(word: WordDocument) -> None:
    rows = [row._tr for row in word.tables[1].rows]
    kept = [row.find(f".//{qn('w:keepNext')}") is not None for row in rows]
    assert kept == [True, False, True, False]
