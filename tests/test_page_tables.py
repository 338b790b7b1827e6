"""Tables of the HTML page: every cell is there, linked, marked and sorted as it should be."""

from decimal import Decimal
from xml.etree.ElementTree import Element

import pytest

from cqpair.render.document import CellKind, Column, Refs, Table, cell_text, heat
from cqpair.text import escape_control
from cqpair.values import Figure
from page_dom import classes, found, only, parsed, tables_of, text
from sample_document import AREAS, GRID, RECORDS, SAMPLE

pytestmark = pytest.mark.documents

BLANK = "—未填报"  # the dash that is seen, and what is read out


@pytest.fixture(scope="module")
def page() -> Element:
    return parsed(SAMPLE)


def cell_shown(node: Element) -> str:
    return text(node).replace(BLANK, "—")


def test_every_cell_of_every_table_is_there(page: Element) -> None:
    tables = list(page.iter("table"))
    for node, table in zip(tables, tables_of(SAMPLE), strict=True):
        heads, *rows = ([cell_shown(cell) for cell in row] for row in node.iter("tr"))
        assert heads == [column.title for column in table.columns]
        assert rows == [
            [escape_control(cell_text(c, k.kind)) for c, k in zip(row, table.columns, strict=True)]
            for row in table.rows
        ]


def test_blank_is_read_out_as_not_reported() -> None:
    page = parsed(only(Table((Column("甲", CellKind.COUNT),), ((None,), (0,)))))
    assert [text(cell) for cell in page.iter("td")] == [BLANK, "0"]


def test_totals_stand_in_the_foot_and_sums_are_marked(page: Element) -> None:
    for node, table in zip(page.iter("table"), tables_of(SAMPLE), strict=True):
        assert len(node.findall("tfoot/tr")) == table.totalled
        rows = [*node.findall("tbody/tr"), *node.findall("tfoot/tr")]
        assert tuple(no for no, row in enumerate(rows) if "sum" in classes(row)) == table.sums


def test_numbers_stand_to_the_right_and_heat_is_shaded(page: Element) -> None:
    node = list(page.iter("table"))[tables_of(SAMPLE).index(GRID)]
    for no, (row, cells) in enumerate(zip(node.findall(".//tr")[1:], GRID.rows, strict=True)):
        for shown, cell, column in zip(row, cells, GRID.columns, strict=True):
            assert ("number" in classes(shown)) == column.kind.is_number
            depth = heat(cell, GRID.hottest) if column.heat and no not in GRID.sums else 0
            assert [name for name in classes(shown) if "heat" in name] == [f"heat-{depth}"] * (
                depth > 0
            )


def test_records_are_linked_where_the_page_lists_them(page: Element) -> None:
    ids = [node.get("id") for node in page.iter() if node.get("id")]
    links = [node.get("href", "") for node in page.iter("a")]
    assert {"#r-2021Q2-wushan-01", "#r-2021Q2-wushan-02"} <= set(links)
    assert {link[1:] for link in links} <= set(ids)
    assert len(ids) == len(set(ids))


def test_a_record_that_is_not_listed_is_no_link_and_one_listed_twice_has_one_anchor() -> None:
    ids = Table((Column("编号", CellKind.ID),), (("甲 1",), ("甲 1",), ("甲:1",), ("A",)))
    refs = Table((Column("记录", CellKind.REFS),), ((Refs(("甲 1", "B", "A")),),))
    page = parsed(only(refs, ids)._replace(banner=None))
    anchors = [cell.get("id") for cell in page.findall(".//tbody/tr/th")]
    assert anchors == ["r-:E7:94:B2:201", None, "r-:E7:94:B2:3A1", "r-A"]
    assert [a.get("href") for a in page.iter("a")] == ["#r-:E7:94:B2:201", "#r-A"]
    assert "甲 1、B、A" in text(found(page, "table"))


def test_rows_are_named_by_their_first_text() -> None:
    page = parsed(only(GRID))
    assert [text(th) for th in page.findall(".//tr/th[@scope='row']")] == [
        "万州区",
        "巫山县",
        "合计",
    ]


@pytest.mark.parametrize(
    ("table", "sortable"),
    [(AREAS, False), (GRID, False), (RECORDS, True), (AREAS._replace(sums=(5,)), True)],
)
def test_what_can_be_sorted(table: Table, sortable: bool) -> None:
    """Two rows need no sorting, and rows must not run away from their subtotal."""
    page = parsed(only(table))
    assert ("sortable" in classes(found(page, "table"))) == sortable
    assert page.findall(".//tfoot//*[@data-value]") == []
    assert bool(page.findall(".//tbody//*[@data-value]")) == sortable


def test_cells_say_what_they_are_sorted_by() -> None:
    cells = (Figure(1200, True), Decimal("30000.50"), 0, None)
    page = parsed(only(Table((Column("甲", CellKind.MONEY),), tuple((c,) for c in cells))))
    rows = page.findall(".//td")
    assert [td.get("data-value") for td in rows] == ["1200", "30000.50", "0", None]
    assert ["blank" in classes(td) for td in rows] == [False, False, False, True]
