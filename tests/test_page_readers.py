"""The HTML page can be read by everybody: order, names, and colours that can be told apart."""

import re
from importlib.resources import files
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest

from cqpair.render.document import Annex, Document, Heading, Paragraph
from page_dom import CHARTS, FULL, classes, found, only, parsed, pictures, text
from sample_document import SAMPLE

pytestmark = pytest.mark.documents


@pytest.fixture(scope="module")
def page() -> Element:
    return parsed(SAMPLE)


def test_headings_go_down_one_at_a_time_and_there_is_one_title(page: Element) -> None:
    levels = [int(str(node.tag)[1]) for node in page.iter() if re.match(r"h\d$", str(node.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_headings_of_an_annex_stand_below_its_title() -> None:
    annex = Annex("甲", (Heading("乙"), Heading("丙", 2)))
    page = parsed(SAMPLE._replace(blocks=(Heading("丁"),), annexes=(annex,)))
    assert [text(node) for node in page.findall(".//main/h2")] == ["丁"]
    levels = [str(node.tag) for node in found(page, "section").iter()]
    assert [tag for tag in levels if re.match(r"h\d", tag)] == ["h2", "h3", "h4"]


def test_the_contents_list_sections_and_what_is_folded() -> None:
    page = parsed(FULL)
    entries = [text(a) for a in found(page, "nav").iter("a")]
    assert entries[:3] == ["一、总体情况", "二、重点任务进展", "附件1 各任务领域工作情况表"]
    assert entries[-2:] == ["附件4 数字溯源", "数据说明"]
    assert entries == [text(h) for h in page.iter("h2")]


def test_what_stands_alone_has_no_number_and_no_frame() -> None:
    page = parsed(SAMPLE._replace(blocks=(), annexes=SAMPLE.annexes[:1], banner=None, signature=()))
    assert text(found(page, "h2")) == "附件 各任务领域工作情况表"
    assert page.find(".//header") is None
    assert parsed(only()).find(".//nav") is None


@pytest.mark.parametrize("document", [SAMPLE, FULL], ids=["text", "overview"])
def test_every_part_has_a_name_for_who_cannot_see_it(document: Document) -> None:
    page = parsed(document)
    names = [node.get("aria-label") for node in page.iter("section") if "scroll" in classes(node)]
    assert all(names)
    assert len(names) == len(set(names)) == len(list(page.iter("table")))
    assert all(s.get("tabindex") == "0" for s in page.iter("section") if "scroll" in classes(s))
    images = [node.get("aria-label", "") for node in page.findall(".//div[@role='img']")]
    assert len(images) == len(set(images)) == len(CHARTS)
    assert all("数据见图下的表" in image for image in images)
    assert {th.get("scope") for th in page.findall(".//thead/tr/th")} == {"col"}
    assert {th.get("scope") for th in page.findall(".//tbody/tr/th")} == {"row"}
    assert text(found(page, "p[@role='note']")).startswith("注意")


def test_the_page_opens_with_what_stands_for_the_whole() -> None:
    page = parsed(FULL)
    parts = [(str(n.tag), *classes(n)) for n in found(page, "main")]
    assert parts[:3] == [("h1",), ("nav",), ("section", "overview")]
    figures = [[text(node) for node in card] for card in found(page, "dl")]
    assert figures == [["活动", "5项", "较上季度增加1项"], ["专家", "—"]]
    overview = found(page, "section[@class='overview']")
    tables = [text(node) for node in overview.iter("caption")]
    assert tables == ["各结对区县任务覆盖情况"]
    assert len(pictures(overview)) == len(CHARTS)
    told = text(found(page, "main"))
    assert told.count("1条记录有错误") == 1
    assert told.index("根据《通知》") > told.index("较上季度增加1项")


def test_a_lead_stands_before_its_text_on_the_same_line() -> None:
    page = parsed(only(Paragraph("开展2项。", lead="（一）携手创新。")))
    (line,) = (p for p in page.findall(".//main/p") if not classes(p))
    assert text(line) == "（一）携手创新。开展2项。"
    assert text(found(line, "b")) == "（一）携手创新。"


def test_annexes_and_notes_are_folded_below_an_overview() -> None:
    page = parsed(FULL)
    annexes = [n for n in page.iter("section") if "annex" in classes(n)]
    assert [text(found(n, "summary")) for n in annexes][-1] == "数据说明"
    assert not any(n.get("open") for n in page.iter("details"))
    assert ["aside" in classes(n) for n in annexes] == [False, False, True, True, True]
    assert [text(p) for p in annexes[-1].iter("p")] == list(FULL.notes)
    assert text(found(page, "footer")).strip() == FULL.origin
    plain = parsed(SAMPLE)
    sections = [n for n in plain.iter("section") if n.get("aria-labelledby")]
    opened = [found(section, "details").get("open") for section in sections]
    assert opened == ["", "", None, None]


def colours(dark: bool) -> dict[str, str]:
    """The colours of the page by name."""
    style = files("cqpair.render.page").joinpath("page.css").read_text("utf-8")
    light, _, rest = style.partition("@media screen and (prefers-color-scheme: dark)")
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", rest if dark else light))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_colours_can_be_told_apart(dark: bool) -> None:
    """WCAG 2.2: 4.5 for text (1.4.3), 3 for what a picture shows (1.4.11)."""
    named = colours(dark)
    grounds = ["paper", "shade", "alert", *(f"heat-{n}" for n in range(1, 5))]
    texts = [("ink", ground) for ground in grounds]
    texts += [(name, g) for name in ("quiet", "link") for g in ("paper", "shade", "alert")]
    texts += [("red", "paper"), ("red", "alert")]
    graphics = [(name, "paper") for name in ("frame", *(f"series-{n}" for n in range(1, 5)))]
    for least, pairs in ((4.5, texts), (3, graphics)):
        poor = {p: c for p in pairs if (c := contrast(named[p[0]], named[p[1]])) < least}
        assert poor == {}
    assert named.keys() == colours(not dark).keys()
