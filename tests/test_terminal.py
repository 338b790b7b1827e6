"""Documents and tables on a terminal: few lines, whole ids, titles broken between words."""

import re
from collections.abc import Callable, Iterator

import pytest
from rich.color import Color
from rich.style import Style

from cqpair.fields import COLUMNS
from cqpair.render.document import (
    Cell,
    CellKind,
    Column,
    Document,
    Heading,
    Listing,
    Paragraph,
    Refs,
    Table,
)
from cqpair.render.terminal import print_document, print_table
from cqpair.render.terminal.layout import fold_title, title_words
from cqpair.render.terminal.looks import COLOURED, HEAT, UNCOLOURED, Look
from cqpair.text import width
from sample_document import DIGESTED, SAMPLE, WHOLE_GRID

MOST_LINES = 45
PATHS = [f"data/activities/2022Q2/a-county-of-a-long-name.csv:{n}" for n in range(2, 14)]
IDS = [f"2022Q2-wushan-{n:02}" for n in range(1, 13)]
TITLES = {
    "任务领域": ["任务", "领域"],
    "资金投入（元）": ["资金", "投入", "（元）"],
    "“两群”区县": ["“两群”", "区县"],
    "“两群”协同区县": ["“两群”", "协同", "区县"],
    "主城协同区": ["主城", "协同区"],
    "文件和行": ["文件和", "行"],
    "任务和措施": ["任务和", "措施"],
    "1至6月累计": ["1至6月", "累计"],
    "2022年第一季度": ["2022年", "第一季度"],
    "上季度": ["上季度"],
    "活动": ["活动"],
    "编号甲": ["编号甲"],
    "first id": ["first ", "id"],
    "in_kind": ["in_kind"],
    "1": ["1"],
}
"""Titles of columns, and the words between which each may be broken."""

GROUNDS = {
    "black": "#000000",
    "white": "#ffffff",
    "solarized dark": "#002b36",
    "solarized light": "#fdf6e3",
    "windows terminal": "#0c0c0c",
    "code dark": "#1e1e1e",
    "ubuntu": "#300a24",
    "gruvbox light": "#fbf1c7",
}
"""Between which grounds people choose."""

Screen = Callable[..., list[str]]


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Screen:
    """What a document or a table is on a screen of so many columns, in lines."""

    def draw(shown: Document | Table, columns: int) -> list[str]:
        monkeypatch.setenv("COLUMNS", str(columns))
        capsys.readouterr()
        if isinstance(shown, Table):
            print_table(shown)
        else:
            print_document(shown)
        return capsys.readouterr().out.splitlines()

    return draw


def squeezed(lines: list[str]) -> str:
    """What is written, wherever it is broken."""
    return re.sub(r"\s", "", "".join(lines))


def texts(document: Document) -> Iterator[str]:
    """The running text of a document's digest."""
    for block in document.digest:
        match block:
            case Heading(text=text) | Paragraph(text=text):
                yield text


@pytest.mark.parametrize("columns", [100, 120, 160])
def test_a_digest_has_at_most_45_lines(columns: int, screen: Screen) -> None:
    lines = screen(DIGESTED, columns)
    assert len(lines) <= MOST_LINES
    assert max(map(width, lines)) <= columns


@pytest.mark.parametrize("columns", [60, 80, 100, 160])
def test_a_digest_has_its_text_its_chart_each_pairing_and_how_to_see_all(
    columns: int, screen: Screen
) -> None:
    lines = screen(DIGESTED, columns)
    assert DIGESTED.banner
    assert DIGESTED.title in squeezed(lines)
    for text in (DIGESTED.banner, *texts(DIGESTED), "--full"):
        assert re.sub(r"\s", "", text) in squeezed(lines)
    told = "\n".join(lines)
    for row in WHOLE_GRID.rows:
        figures = " +".join(map(str, row[3:]))
        assert re.search(rf"{row[1]} .*?{figures}", told), row
    assert "附件" not in told.replace("见附件1", "")
    assert all(note not in told for note in DIGESTED.notes)


def test_a_document_without_a_digest_is_shown_whole(screen: Screen) -> None:
    lines = screen(DIGESTED._replace(digest=()), 100)
    told = squeezed(lines)
    for block in DIGESTED.every_block():
        match block:
            case Heading(text=text):
                assert re.sub(r"\s", "", text) in told
            case Paragraph(text=text, lead=lead):
                assert re.sub(r"\s", "", lead + text) in told
    assert lines[-1] == DIGESTED.origin
    assert DIGESTED.signature[-1].text in lines
    assert "--full" not in told


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_broken_between_words(title: str) -> None:
    assert title_words(title) == TITLES[title]
    assert "".join(title_words(title)) == title


@pytest.mark.parametrize("title", sorted({column.header for column in COLUMNS} | {*TITLES}))
@pytest.mark.parametrize("columns", [1, 4, 6, 8, 20])
def test_a_title_is_folded_into_whole_words(title: str, columns: int) -> None:
    lines = fold_title(title, columns)
    words = title_words(title)
    starts = ["".join(words[:n]).rstrip() for n in range(1, len(words) + 1)]
    assert lines[0] in starts
    assert len(lines) <= 2
    assert re.sub(" ", "", "".join(lines)) == re.sub(" ", "", title)
    assert lines == [title] or width(title) > columns


def listed(rows: int = 12) -> Table:
    """Records as a list has them: an id, long words, nothing in a column, a path."""
    columns = (
        Column("编号", CellKind.ID),
        Column("活动名称", brief=True),
        Column("主城协同区"),
        Column("专家人次", CellKind.COUNT),
        Column("资金投入", CellKind.COUNT),
        Column("文件", CellKind.PATH),
    )
    title = "【演示数据】北碚区与巫山县“全国科技工作者日”主题座谈会及科技志愿服务集市"
    cells: list[tuple[Cell, ...]] = [
        (IDS[n], title, "北碚区、铜梁区", 3, None, PATHS[n]) for n in range(rows)
    ]
    return Table(columns, tuple(cells))


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 100, 110, 120, 130, 140, 160, 200])
def test_no_id_and_no_path_is_broken(columns: int, screen: Screen) -> None:
    lines = screen(listed(), columns)
    for name in (*IDS, *PATHS):
        assert any(name in line for line in lines), name
    for line in lines:
        assert width(line) <= columns or line in PATHS
    references = Table(
        (Column("项目"), Column("记录编号", CellKind.REFS)),
        (("合计", Refs(tuple(f"2022Q2-wushan-{n:02}-x" for n in range(20)))),),
    )
    told = "\n".join(screen(references, columns))
    assert all(f"2022Q2-wushan-{n:02}-x" in told for n in range(20)) or columns == 20


def test_empty_columns_go_before_a_text_is_shortened(screen: Screen) -> None:
    whole = screen(listed(), 200)
    assert "投入" in whole[0]
    assert "…" not in "".join(whole)
    without = screen(listed(), 170)
    assert without[0] == "（各行均未填报，不列：资金投入）"
    assert "…" not in "".join(without)
    short = screen(listed(), 130)
    assert short[0] == without[0]
    assert len([line for line in short if "…" in line]) == len(IDS)
    assert "活动名称" in short[-1]
    assert "-o" in short[-1]
    assert len(short) <= len(IDS) + 5, "a record is a line"
    rows = screen(listed(), 80)
    assert rows[0] == without[0]
    assert "…" not in "".join(rows)


@pytest.mark.parametrize("columns", [80, 100, 160])
def test_a_table_of_a_document_is_never_cut(columns: int, screen: Screen) -> None:
    lines = screen(SAMPLE, columns)
    assert not any("…" in line for line in lines)
    assert max(map(width, lines)) <= columns


def luminance(colour: str) -> float:
    """How bright a colour is, 0 to 1 (WCAG 2.2)."""
    parts = [part / 255 for part in Color.parse(colour).get_truecolor()]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_contrast_is_what_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("look", [Look.BAR, Look.HEADING, Look.BANNER, Look.ALERT, Look.QUIET])
def test_what_is_coloured_stands_out_on_any_ground(look: Look, ground: str) -> None:
    style = Style.parse(COLOURED[look])
    colour = style.bgcolor or style.color
    assert colour
    assert contrast(colour.name, GROUNDS[ground]) >= 3


@pytest.mark.parametrize("look", HEAT[1:])
def test_a_figure_is_legible_on_its_shade(look: Look) -> None:
    style = Style.parse(COLOURED[look])
    assert style.color
    assert style.bgcolor
    assert contrast(style.color.name, style.bgcolor.name) >= 4.5


def test_a_deeper_shade_is_darker() -> None:
    grounds = [Style.parse(COLOURED[look]).bgcolor for look in HEAT[1:]]
    shades = [luminance(ground.name) for ground in grounds if ground]
    assert len(shades) == 4
    assert shades == sorted(shades, reverse=True)


def test_a_colour_is_one_that_no_terminal_changes() -> None:
    for look, words in COLOURED.items():
        style = Style.parse(words)
        for colour in filter(None, (style.color, style.bgcolor)):
            assert colour.number is not None
            assert colour.number >= 16, look
    for words in UNCOLOURED.values():
        style = Style.parse(words)
        assert (style.color, style.bgcolor) == (None, None)


def test_a_list_in_a_document_is_indented_behind_its_marks(screen: Screen) -> None:
    made = SAMPLE._replace(blocks=(Listing(("长" * 60, "短"), ordered=True),), annexes=())
    lines = screen(made, 80)
    start = lines.index(next(line for line in lines if line.startswith("1. ")))
    assert lines[start + 1].startswith("   长")
    assert lines[start + 2] == "2. 短"
