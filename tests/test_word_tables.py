"""The tables of the Word report, as they stand in the XML."""

import time
from collections.abc import Iterator

import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from cqpair.render.document import Annex, Block, CellKind, Column, Paragraph, Table
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
    for table, room in zip(word.tables, (225, 156, 156, 156), strict=True):
        widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
        assert round(sum(widths) / 1440 * 25.4) == room
        rows = list(table._tbl.iter(qn("w:tr")))
        assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [
            n == 0 for n in range(len(rows))
        ]
        long = [row for row in rows if "长" * 5000 in "".join(row.itertext())]
        assert [row for row in rows if row.find(f".//{qn('w:cantSplit')}") is None] == long


def test_numbers_stand_right_and_what_is_not_reported_is_a_dash(word: WordDocument) -> None:
    cells = word.tables[0].rows[2].cells
    assert [cell.text for cell in cells[4:7]] == ["1", "约1,200", "—"]
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


def kept(table: WordTable) -> list[bool]:
    """For each row whether it has the next one, or what follows the table, on its page."""
    return [row._tr.find(f".//{qn('w:keepNext')}") is not None for row in table.rows]


def test_a_table_that_fits_a_page_stands_on_one(word: WordDocument) -> None:
    assert kept(word.tables[1]) == [True, True, True, False]


def of_annex(*blocks: Block) -> WordDocument:
    return opened(SAMPLE._replace(annexes=(Annex("甲", blocks),)))


def test_a_total_of_a_long_table_is_never_alone_on_a_page() -> None:
    table = Table((Column("区县"), Column("数", CellKind.COUNT)), (("甲", 1),) * 200, sums=(199,))
    [set_alone] = of_annex(table).tables
    [noted] = of_annex(table, Paragraph("注")).tables
    assert kept(set_alone) == [True, *[False] * 198, True, False]
    assert kept(noted) == [True, *[False] * 198, True, True]


def cell_size(table: WordTable) -> float:
    style = table.rows[1].cells[0].paragraphs[0].style
    assert style
    assert style.font.size
    return float(style.font.size.pt)


def counts(columns: int, rows: int, text: str = "巫山县（北碚区、铜梁区）") -> Table:
    return Table(
        (Column("结对单位"), *(Column("数", CellKind.COUNT),) * columns),
        ((text, *range(columns)),) * rows,
    )


@pytest.mark.parametrize(
    ("table", "size"),
    [
        (counts(4, 17), 12),
        (counts(4, 29), 10.5),
        (counts(4, 33), 9),
        (counts(4, 300), 9),
        (counts(20, 17), 9),
        (counts(40, 17), 7.5),
    ],
)
def test_a_table_has_the_largest_letters_that_fit_width_and_height(
    table: Table, size: float
) -> None:
    [made] = of_annex(table).tables
    assert cell_size(made) == size


def test_small_letters_are_for_a_long_table_that_they_make_much_shorter() -> None:
    columns = (Column("名称"), *(Column(f"数{n}", CellKind.COUNT) for n in range(11)))
    table = Table(columns, (("演示" * 14, *range(10**6, 10**6 + 11)),) * 60)
    assert cell_size(of_annex(table).tables[0]) == 7.5


def test_an_annex_lies_only_where_its_tables_gain_by_it() -> None:
    upright, lying = of_annex(counts(8, 17)), of_annex(counts(14, 17))
    assert upright.sections[-1].orientation == WD_ORIENTATION.PORTRAIT
    assert lying.sections[-1].orientation == WD_ORIENTATION.LANDSCAPE


def test_ids_are_not_broken() -> None:
    columns = (Column("编号", CellKind.ID), *(Column(f"名称{n}") for n in range(6)))
    table = Table(columns, (("2022Q2-chengkou-01", *["演示数据" * 9] * 6),) * 40)
    [made] = of_annex(table).tables
    width = int(made._tbl.tblGrid[0].get(qn("w:w")))
    assert (width - 134) / 20 > 18 * cell_size(made) / 2


def test_columns_that_nobody_filled_in_are_named_below_the_table() -> None:
    columns = (Column("区县"), Column("参与人次", CellKind.COUNT), Column("成果"), Column("专家"))
    table = Table(columns, (("万州区", None, "有", None), ("巫山县", None, None, None)))
    word = of_annex(table, Paragraph("注：甲"))
    assert [[cell.text for cell in row.cells] for row in word.tables[0].rows] == [
        ["区县", "成果"],
        ["万州区", "有"],
        ["巫山县", "—"],
    ]
    assert texts(word, "公文表注") == ["注：各行均未填报参与人次、专家，表中不列。", "注：甲"]


def test_a_table_without_rows_keeps_its_columns() -> None:
    table = Table((Column("区县"), Column("成果")), ())
    assert table.silent == ()
    assert table.without_silent() == table
    assert [cell.text for cell in of_annex(table).tables[0].rows[0].cells] == ["区县", "成果"]


def test_titles_break_between_words() -> None:
    columns = (
        *(Column(title) for title in ("编号", "任务领域", "资金投入（元）")),
        *(Column(f"名称{n}") for n in range(6)),
    )
    table = Table(columns, (("1", "保障1", "3,500.00", *["演示数据" * 9] * 6),) * 9)
    [made] = of_annex(table).tables
    titles = [cell.text for cell in made.rows[0].cells[:3]]
    assert titles == ["编号", "任务\n领域", "资金投入\n（元）"]
