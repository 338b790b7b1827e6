"""The page in a browser, where one is there: what is seen on a phone, on a desk and on paper."""

import html
import json
import shutil
import subprocess
import unicodedata
from itertools import combinations
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from cqpair.render.document import Cell, CellKind, Chart, ChartKind, Column, Document, Table
from cqpair.render.page import write_document
from page_dom import FULL

CHROMIUM = shutil.which("chromium")

pytestmark = [
    pytest.mark.documents,
    pytest.mark.tools,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not here to show the page"),
]

WIDTHS = (390, 1280)

MEASURE = """
const found = {};
for (const frame of document.querySelectorAll("iframe")) {
  const page = frame.contentDocument;
  page.querySelectorAll("details").forEach((one) => { one.open = true; });
  const box = (node) => {
    const at = node.getBoundingClientRect();
    return [at.left, at.right, at.top, at.bottom];
  };
  const seen = [...page.querySelectorAll(".picture span, .picture text")]
    .filter((node) => node.getBoundingClientRect().width);
  const scale = (node) => (node.getScreenCTM ? node.getScreenCTM().a : 1);
  const size = (node) => parseFloat(frame.contentWindow.getComputedStyle(node).fontSize);
  found[frame.width] = {
    letters: seen.map((node) => size(node) * scale(node)),
    boxes: [...page.querySelectorAll(".picture")].map((picture) =>
      seen.filter((node) => picture.contains(node) && !node.closest(".tick")).map(box)),
    page: page.documentElement.scrollWidth,
    beyond: [...page.querySelectorAll(".scroll")].filter((n) => n.scrollWidth > n.clientWidth)
      .map((n) => n.getAttribute("aria-label")),
  };
}
document.body.replaceChildren(JSON.stringify(found));
"""


def chromium(folder: Path, *words: str) -> str:
    assert CHROMIUM is not None
    sandbox = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/browser")
    done = subprocess.run(
        [CHROMIUM, *sandbox, *words], capture_output=True, timeout=120, check=True
    )
    return done.stdout.decode("utf-8")


def measured(document: Document, folder: Path) -> dict[str, Any]:
    """What a browser says of the page, by the width of its window in pixels."""
    page = html.escape(write_document(document).decode("utf-8"))
    frames = "".join(f'<iframe srcdoc="{page}" width="{w}" height="900"></iframe>' for w in WIDTHS)
    whole = folder / "frames.html"
    script = f"onload = () => {{{MEASURE}}}"
    whole.write_text(f'<meta charset="utf-8"><body>{frames}<script>{script}</script>', "utf-8")
    shown = chromium(folder, "--virtual-time-budget=5000", "--dump-dom", whole.as_uri())
    told: dict[str, Any] = json.loads(
        html.unescape(shown.partition("<body>")[2].split("</body>")[0])
    )
    return told


def crowded() -> Document:
    """Charts and a table with as much as a report of a year may have."""
    count = Column("活动", CellKind.COUNT)
    money = [Column(f"第{n}项资金投入（元）", CellKind.MONEY) for n in range(3)]
    quarters = [f"{year}年第{n}季度" for year in (2021, 2022) for n in "一二三四"]
    line = Table((Column("季度"), count), tuple((q, 1200 + n) for n, q in enumerate(quarters)))
    areas = tuple((f"保障{n} 携手助力脱贫攻坚与乡村振兴有机衔接", 12_345 * n, n) for n in range(9))
    bars = Table((Column("领域"), count, Column("上年", CellKind.COUNT)), areas)
    counts = [Column(f"牵头{n}人次", CellKind.COUNT) for n in range(9)]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (f"保障{n} 切实加强组织领导", *[1_234] * 9, *[1_234_567] * 3) for n in range(9)
    )
    wide = Table((Column("任务领域"), *counts, *money), rows, name="工作统计")
    assert FULL.overview is not None
    charts = (Chart(ChartKind.BARS, bars, "各领域"), Chart(ChartKind.LINE, line, "各季度"))
    return FULL._replace(
        blocks=(*FULL.blocks, wide), overview=FULL.overview._replace(charts=charts)
    )


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return measured(crowded(), tmp_path_factory.mktemp("page"))


@pytest.mark.parametrize("width", WIDTHS)
def test_letters_of_charts_are_large_enough_and_in_sight(told: dict[str, Any], width: int) -> None:
    seen = told[str(width)]
    assert len(seen["letters"]) > 30
    assert min(seen["letters"]) >= 12
    assert seen["page"] <= width
    boxes = [box for boxes in seen["boxes"] for box in boxes]
    assert all(left >= 0 and right <= width for left, right, _, _ in boxes)


def overlap(one: list[float], other: list[float]) -> bool:
    """True where two boxes share more than the room above and below letters."""
    across = min(one[1], other[1]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[2], other[2])
    return across > 1 and down > 3


@pytest.mark.parametrize("width", WIDTHS)
def test_no_letters_of_a_chart_lie_on_others(told: dict[str, Any], width: int) -> None:
    for boxes in told[str(width)]["boxes"]:
        assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []


def test_on_a_desk_no_column_is_out_of_sight(told: dict[str, Any]) -> None:
    beyond = told["1280"]["beyond"]
    assert [name for name in beyond if "活动明细" not in name] == []
    assert "工作统计" in told["390"]["beyond"]


@pytest.mark.parametrize("asked", [False, True], ids=["unasked", "asked"])
def test_what_is_folded_is_printed_where_it_is_asked(tmp_path: Path, asked: bool) -> None:
    page = write_document(FULL).decode("utf-8")
    box = 'id="print-all"'
    assert page.count(f"{box}>") == 1
    file = tmp_path / "page.html"
    file.write_text(page.replace(f"{box}>", f"{box} checked>") if asked else page, "utf-8")
    pdf = tmp_path / "page.pdf"
    chromium(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", file.as_uri())
    with pdfplumber.open(pdf) as opened:
        text = "".join(page.extract_text() for page in opened.pages)
    told = "".join(unicodedata.normalize("NFKC", text).split())  # 示 may come as a radical
    assert "重点任务小计" in told
    assert "2026年9月21日" in told
    for folded in ("讲座", "cqpairvalidate", "附件4"):
        assert (folded in told) == asked
