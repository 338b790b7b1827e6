"""The HTML page can be read by everybody: order, names, and colours that can be told apart."""

import re
from importlib.resources import files
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest

from cqpair.render.document import Annex, Heading
from page_dom import CHARTS, classes, found, only, parsed, tables_of, text
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
    assert [str(node.tag) for node in found(page, "section")] == ["h2", "h3", "h4"]


def test_the_contents_list_headings_and_annexes(page: Element) -> None:
    entries = [text(a) for a in found(page, "nav").iter("a")]
    assert entries[:3] == ["一、总体情况", "二、重点任务进展", "（一）携手高质量服务科技工作者"]
    assert entries[-1] == "附件4 数字溯源"
    assert [text(h) for h in page.iter("h2")][-4:] == entries[-4:]


def test_what_stands_alone_has_no_number_and_no_frame() -> None:
    page = parsed(SAMPLE._replace(blocks=(), annexes=SAMPLE.annexes[:1], banner=None, signature=()))
    assert text(found(page, "h2")) == "附件 各任务领域工作情况表"
    assert page.find(".//header") is None
    assert parsed(only()).find(".//nav") is None


def test_every_part_has_a_name_for_who_cannot_see_it(page: Element) -> None:
    names = [node.get("aria-label") for node in page.iter("section") if "scroll" in classes(node)]
    assert all(names)
    assert len(names) == len(set(names)) == len(tables_of(SAMPLE)) + len(CHARTS)
    assert all(s.get("tabindex") == "0" for s in page.iter("section") if "scroll" in classes(s))
    images = page.findall(".//div[@role='img']")
    assert len(images) == len(CHARTS)
    assert all(image.get("aria-label", "").startswith("图") for image in images)
    assert {th.get("scope") for th in page.findall(".//thead/tr/th")} == {"col"}
    assert {th.get("scope") for th in page.findall(".//tbody/tr/th")} == {"row"}
    assert text(found(page, "p[@role='note']")).startswith("注意")


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
    graphics = [(f"series-{n}", "paper") for n in range(1, 5)]
    for least, pairs in ((4.5, texts), (3, graphics)):
        poor = {p: c for p in pairs if (c := contrast(named[p[0]], named[p[1]])) < least}
        assert poor == {}
    assert named.keys() == colours(not dark).keys()
