"""Charts of the HTML page: what they show, and what they must not bring along."""

from collections import Counter
from xml.etree.ElementTree import Element

import pytest

from cqpair.render.document import CellKind, Chart, ChartKind, Column, Table, cell_text
from cqpair.values import Figure
from page_dom import CHARTS, classes, only, parsed, pictures, text, words_in
from sample_document import SAMPLE

pytestmark = pytest.mark.documents


@pytest.fixture(scope="module")
def page() -> Element:
    return parsed(SAMPLE)


def test_charts_are_drawn_without_style_or_script(page: Element) -> None:
    assert len(pictures(page)) == len(CHARTS)
    for picture, chart in zip(pictures(page), CHARTS, strict=True):
        tags = {str(node.tag).rpartition("}")[2] for node in picture.iter()}
        assert tags <= {"div", "span", "svg", "g", "rect", "line", "circle", "text", "tspan"}
        assert not {"style", "id", "viewBox"} & {n for node in picture.iter() for n in node.attrib}
        shown = Counter(words_in(picture))
        cells = Counter(cell_text(cell) for row in chart.table.rows for cell in row)
        assert cells <= shown


def test_bars_stand_in_the_order_of_their_table_and_are_as_long_as_their_figures() -> None:
    chart = CHARTS[0]
    (picture,) = pictures(parsed(only(chart)))
    assert [text(span) for span in picture.iter("span")] == [row[0] for row in chart.table.rows]
    rects = [n for n in picture.iter() if str(n.tag).endswith("}rect")]
    lengths = [float(rect.get("width", "").rstrip("%")) for rect in rects]
    figures = [cell for row in chart.table.rows for cell in row[1:]]
    unit = max(lengths) / 2
    assert 30 < unit < 50
    assert lengths == pytest.approx([unit * n for n in figures if isinstance(n, int)], abs=0.01)
    tops = [float(rect.get("y", "")) for rect in rects]
    assert tops[0] < tops[1]
    assert tops == tops[:2] * len(chart.table.rows)


def test_a_line_is_as_high_as_its_figures() -> None:
    columns = (Column("季度"), Column("活动", CellKind.COUNT))
    rows = (("一", 0), ("二", 50), ("三", 100))
    (picture,) = pictures(parsed(only(Chart(ChartKind.LINE, Table(columns, rows), "甲"))))
    dots = [n for n in picture.iter() if str(n.tag).endswith("}circle")]
    low, middle, high = (float(dot.get("cy", "")) for dot in dots)
    assert low > high
    assert middle == pytest.approx((low + high) / 2)
    guides = [float(n.get("y1", "")) for n in picture.iter() if "guide" in classes(n)]
    assert (max(guides), min(guides)) == (low, high)


@pytest.mark.parametrize("most", [0, 1, 3, 17, 100, 101, 99_999, 10**12])
def test_ticks_are_round_and_reach_the_highest(most: int) -> None:
    columns = (Column("季度"), Column("活动", CellKind.COUNT))
    (picture,) = pictures(
        parsed(only(Chart(ChartKind.LINE, Table(columns, (("一", most), ("二", 0))), "甲")))
    )
    ticks = [
        int(text(node).replace(",", "")) for node in picture.iter() if classes(node) == ["tick"]
    ]
    assert ticks[0] == 0
    assert most <= ticks[-1] <= max(1, 2.5 * most)
    assert 2 <= len(ticks) <= 5
    assert ticks == [ticks[1] * n for n in range(len(ticks))]


@pytest.mark.parametrize("kind", ChartKind)
def test_what_was_not_reported_is_not_drawn(kind: ChartKind) -> None:
    columns = (Column("季度"), Column("人次", CellKind.COUNT))
    rows = (("一", 1), ("二", None), ("三", Figure(1200, True)))
    (picture,) = pictures(parsed(only(Chart(kind, Table(columns, rows), "甲"))))
    assert "约1,200" in words_in(picture)
    marks = [n for n in picture.iter() if str(n.tag).endswith(("}rect", "}circle"))]
    assert len(marks) == 2
    for empty in ((), (("一", None),)):
        page = parsed(only(Chart(kind, Table(columns, empty), "甲")))
        assert pictures(page) == []
        assert len(list(page.iter("table"))) == 1


def test_a_line_is_not_drawn_over_what_was_not_reported() -> None:
    columns = (Column("季度"), Column("人次", CellKind.COUNT))
    rows = tuple((str(no), None if no == 3 else no) for no in range(1, 6))
    (picture,) = pictures(parsed(only(Chart(ChartKind.LINE, Table(columns, rows), "甲"))))
    joins = [n for n in picture.findall(".//*[@x1]") if not classes(n)]
    assert len(joins) == 2


@pytest.mark.parametrize("kind", ChartKind)
def test_charts_of_noughts_and_of_many_series(kind: ChartKind) -> None:
    columns = (Column("季度"), *(Column(f"第{n}项", CellKind.COUNT) for n in range(6)))
    noughts = Table(columns, tuple((f"第{n}.12345季", *[0] * 6) for n in range(1, 13)))
    (picture,) = pictures(parsed(only(Chart(kind, noughts, "甲"))))
    assert "第12.12345季" in words_in(picture)


@pytest.mark.parametrize("count", [1, 2, 8, 40])
def test_of_many_quarters_the_last_one_has_its_label(count: int) -> None:
    columns = (Column("季度"), Column("活动", CellKind.COUNT))
    rows = tuple((f"{2000 + n}年第一季度", n) for n in range(count))
    (picture,) = pictures(parsed(only(Chart(ChartKind.LINE, Table(columns, rows), "甲"))))
    labels = [node for node in picture.iter() if "label" in classes(node)]
    assert text(labels[-1]) == rows[-1][0]
    assert "spare" not in classes(labels[-1])
    assert len(labels) == min(count, 8)
    assert len([n for n in labels if "spare" not in classes(n)]) <= 4
