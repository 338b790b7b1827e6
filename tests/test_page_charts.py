"""Charts of the HTML page: what they show, and what they must not bring along."""

import os
import subprocess
import sys
from collections import Counter
from xml.etree.ElementTree import Element

import pytest

from cqpair.render.document import CellKind, Chart, ChartKind, Column, Table, cell_text
from cqpair.values import Figure
from page_dom import CHARTS, classes, only, parsed, text
from sample_document import SAMPLE

pytestmark = pytest.mark.documents


@pytest.fixture(scope="module")
def page() -> Element:
    return parsed(SAMPLE)


def pictures(page: Element) -> list[Element]:
    return [node for node in page.iter() if str(node.tag).endswith("svg")]


def words_in(picture: Element) -> list[str]:
    return [text(node) for node in picture.iter() if str(node.tag).endswith("}text")]


def test_charts_are_drawn_without_style_or_script(page: Element) -> None:
    assert len(pictures(page)) == len(CHARTS)
    for picture, chart in zip(pictures(page), CHARTS, strict=True):
        tags = {str(node.tag).rpartition("}")[2] for node in picture.iter()}
        assert tags <= {"svg", "g", "rect", "path", "circle", "text"}
        assert not {"style", "id"} & {name for node in picture.iter() for name in node.attrib}
        shown = Counter(words_in(picture))
        cells = Counter(cell_text(cell) for row in chart.table.rows for cell in row)
        assert cells <= shown


def test_bars_stand_in_the_order_of_their_table(page: Element) -> None:
    heights = {
        text(node): float(node.get("y", ""))
        for node in pictures(page)[0].iter()
        if str(node.tag).endswith("}text")
    }
    tops = [heights[str(row[0])] for row in CHARTS[0].table.rows]
    assert tops == sorted(tops)


@pytest.mark.parametrize("kind", ChartKind)
def test_what_was_not_reported_is_not_drawn(kind: ChartKind) -> None:
    columns = (Column("季度"), Column("人次", CellKind.COUNT))
    rows = (("一", 1), ("二", None), ("三", Figure(1200, True)))
    (picture,) = pictures(parsed(only(Chart(kind, Table(columns, rows), "甲"))))
    assert "约1,200" in words_in(picture)
    marks = [n for n in picture.iter() if {"dot", "rect"} & set(classes(n))]
    assert len(marks) == 2
    for empty in ((), (("一", None),)):
        page = parsed(only(Chart(kind, Table(columns, empty), "甲")))
        assert pictures(page) == []
        assert len(list(page.iter("table"))) == 1


def test_a_line_is_not_drawn_over_what_was_not_reported() -> None:
    columns = (Column("季度"), Column("人次", CellKind.COUNT))
    rows = tuple((str(no), None if no == 3 else no) for no in range(1, 6))
    (picture,) = pictures(parsed(only(Chart(ChartKind.LINE, Table(columns, rows), "甲"))))
    assert len([node for node in picture.iter() if {"line", "nofill"} <= set(classes(node))]) == 2


@pytest.mark.parametrize("kind", ChartKind)
def test_charts_of_noughts_and_of_many_series(kind: ChartKind) -> None:
    columns = (Column("季度"), *(Column(f"第{n}项", CellKind.COUNT) for n in range(6)))
    noughts = Table(columns, tuple((f"第{n}.12345季", *[0] * 6) for n in range(1, 13)))
    (picture,) = pictures(parsed(only(Chart(kind, noughts, "甲"))))
    assert "第12.12345季" in words_in(picture)


def test_without_a_chart_no_library_for_charts_is_loaded() -> None:
    code = (
        "import sys, sample_document as s; from cqpair.render.page import write_document;"
        "write_document(s.SAMPLE._replace(blocks=())); sys.exit('pygal' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    )
    assert done.returncode == 0
