"""The pictures of the documents: there, shown with words for who cannot see them, and not stale."""

import json
import re
from pathlib import Path

import pytest

from conftest import ROOT, load_script

_SHOWN = r"!\[(.*?)\]\((?:docs/)?pictures/(.*?)\)"

pytestmark = pytest.mark.documents


def test_pictures_show_what_the_program_writes_now(tmp_path: Path) -> None:
    pictures = load_script("pictures")
    told = json.loads(pictures.MADE_FROM.read_text(encoding="utf-8"))
    assert pictures.write_reports(tmp_path) == told, "python docs/pictures.py makes them anew"


def test_every_picture_is_shown_with_words_and_every_one_shown_is_there() -> None:
    there = {path.name for path in (ROOT / "docs/pictures").glob("*.png")}
    pages = [*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md")]
    for chinese in (True, False):
        shown = [
            found
            for page in pages
            if ("zh-CN" in page.name) is chinese
            for found in re.findall(
                r"!\[(.*?)\]\((?:docs/)?pictures/(.*?)\)", page.read_text("utf-8")
            )
        ]
        assert {file for _, file in shown} == there
        assert all(len(words) > 5 for words, _ in shown)
