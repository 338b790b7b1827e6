"""The pictures of the documents: there, shown with words for who cannot see them, and not stale."""

import json
import re
from pathlib import Path

import pytest

from conftest import ROOT, load_script

pytestmark = pytest.mark.documents


def test_pictures_show_what_the_program_writes_now(tmp_path: Path) -> None:
    pictures = load_script("pictures")
    told = json.loads(pictures.MADE_FROM.read_text(encoding="utf-8"))
    assert pictures.write_reports(tmp_path) == told, "python docs/pictures.py makes them anew"


def test_every_picture_is_shown_with_words_and_every_one_shown_is_there() -> None:
    there = {path.name for path in (ROOT / "docs/pictures").glob("*.png")}
    for name in ("README.md", "README.zh-CN.md"):
        shown = re.findall(r"!\[(.*?)\]\(docs/pictures/(.*?)\)", (ROOT / name).read_text("utf-8"))
        assert {file for _, file in shown} == there
        assert all(len(words) > 5 for words, _ in shown)
