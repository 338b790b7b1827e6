"""The site of the documents: built without a warning, whole, searchable, and without network."""

import html
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from urllib.parse import unquote

import pytest

from conftest import ROOT, load_script

pytestmark = pytest.mark.documents

LANGUAGES = ("zh", "en")
TEXTS = (
    "报送情况",
    "cqpair 使用说明",
    "2022年第四季度",
    "区",
    "wushan 巫山县_x",
    "“一对一”，二对一",
)


@pytest.fixture(scope="module")
def website() -> ModuleType:
    return load_script("website")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both languages, built; what Sphinx warns of fails every test here."""
    for needed in ("sphinx", "myst_parser", "furo"):
        pytest.importorskip(needed)
    folder = tmp_path_factory.mktemp("site")
    words = [sys.executable, str(ROOT / "docs" / "website.py"), str(folder)]
    built = subprocess.run(words, capture_output=True, encoding="utf-8")
    assert (built.returncode, built.stderr) == (0, "")
    return folder


@pytest.mark.parametrize(
    ("language", "written", "made"),
    [
        ("zh", "[参考](reference.zh-CN.md#语言)", "[参考](reference.md#语言)"),
        ("en", "[the reference](reference.md)", "[the reference](reference.md)"),
        ("zh", "[中](reference.md#json)", '<a href="../en/reference.html#json">中</a>'),
        ("en", "[zh](quarter.zh-CN.md)", '<a href="../zh/quarter.html">zh</a>'),
        ("zh", "[rules](rules.md#a304)", "[rules](rules.md#a304)"),
        ("en", "[rules](rules.md)", "[rules](rules.md)"),
        ("en", "![a picture](pictures/docx.png)", "![a picture](pictures/docx.png)"),
        ("en", "[out](https://datapackage.org)", "[out](https://datapackage.org)"),
        ("en", "[here](#json)", "[here](#json)"),
        ("en", "[the script](runs.py), [readme](../README.md)", "the script, readme"),
        ("en", "```text\n[x](runs.py)\n```\n", "```text\n[x](runs.py)\n```\n"),
    ],
)
def test_links_lead_to_the_page_in_its_language(
    website: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    written: str,
    made: str,
) -> None:
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    assert website.with_site_links(written, language) == made


def test_files_of_the_repository_are_linked_to_where_it_is(
    website: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://github.com")
    monkeypatch.setenv("GITHUB_REPOSITORY", "OWNER/cqpair")
    made = website.with_site_links("[a](runs.py) [b](../data/LICENSE#x)", "en")
    home = "https://github.com/OWNER/cqpair/blob/HEAD"
    assert made == f"[a]({home}/docs/runs.py) [b]({home}/data/LICENSE#x)"


def test_both_languages_have_every_page_in_one_language(
    website: ModuleType, tmp_path: Path
) -> None:
    for language in LANGUAGES:
        website.lay_out(tmp_path / language, language)
    zh, en = ({path.name for path in (tmp_path / one).glob("*.md")} for one in LANGUAGES)
    assert zh == en == {f"{name}.md" for name in website.page_names()}
    heads = [(tmp_path / one / "tutorial.md").read_text("utf-8")[:3] for one in LANGUAGES]
    assert heads == ["# 入", "# T"]
    titles = [
        (tmp_path / one / "editors.md").read_text("utf-8").splitlines()[0] for one in LANGUAGES
    ]
    assert titles == ["# 在编辑器里改数据", "# Editing the data in an editor"]
    report = (ROOT / "docs" / "sample-report.md").read_text("utf-8")
    assert (tmp_path / "en" / "sample-report.md").read_text("utf-8") == report


def pages(site: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(site.rglob("*.html")):
        yield path, path.read_text(encoding="utf-8")


def test_every_link_within_the_site_leads_somewhere(site: Path) -> None:
    ids = {path: set(re.findall(r'\bid="([^"]+)"', text)) for path, text in pages(site)}
    lost = []
    for path, text in pages(site):
        for target in map(html.unescape, re.findall(r'\b(?:href|src)="([^"]+)"', text)):
            name, _, anchor = target.partition("#")
            name = unquote(name.partition("?")[0])
            if "://" in target or target.startswith("data:"):
                continue
            meant = (path.parent / name).resolve() if name else path
            if not meant.is_file() or (anchor and unquote(anchor) not in ids.get(meant, {""})):
                lost.append((path.name, target))
    assert lost == []


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    loading = r"<(?:script|img|iframe|source)[^>]*\bsrc=\"(https?:)?//|<link[^>]*href=\"https?://"
    assert [path.name for path, text in pages(site) if re.search(loading, text)] == []
    styles = [path.read_text(encoding="utf-8") for path in site.rglob("*.css")]
    assert not any(re.search(r"@import|url\(['\"]?(?:https?:)?//", style) for style in styles)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_speaks_its_own(site: Path, language: str) -> None:
    text = (site / language / "tutorial.html").read_text(encoding="utf-8")
    assert ("本页内容" in text) is (language == "zh")
    assert ("On this page" in text) is (language == "en")
    other = {"zh": "en", "en": "zh"}[language]
    assert f'href="../{other}/tutorial.html"' in text


@pytest.mark.parametrize(
    ("language", "question", "page"),
    [
        ("zh", "报送情况", "reference"),
        ("zh", "零报告", "tutorial"),
        ("zh", "结对关系", "tutorial"),
        ("en", "秀山县", "quarter"),
        ("en", "letterhead", "letterhead"),
    ],
)
def test_what_is_asked_is_found(site: Path, language: str, question: str, page: str) -> None:
    text = (site / language / "searchindex.js").read_text(encoding="utf-8")
    index = json.loads(text.removeprefix("Search.setIndex(").rstrip().removesuffix(")"))
    speech = load_script("search_words").SearchPairs({})
    number = index["docnames"].index(page)
    for word in map(speech.stem, speech.split(question)):
        found = [index[kind].get(word, []) for kind in ("terms", "titleterms")]
        assert any(number == at or (isinstance(at, list) and number in at) for at in found), word


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_a_page_parts_a_question_as_the_index_was_parted(site: Path) -> None:
    answer = f"JSON.stringify({json.dumps(TEXTS)}.map(splitQuery))"
    speech = load_script("search_words").SearchPairs({})
    code = f"{speech.js_splitter_code}\nprocess.stdout.write({answer})"
    shown = subprocess.run(["node", "-e", code], capture_output=True, encoding="utf-8", check=True)
    assert json.loads(shown.stdout) == [speech.split(text) for text in TEXTS]
