"""The page that scores every message: fresh, and no worse than it was."""

from types import ModuleType

import pytest

from conftest import load_script

pytestmark = pytest.mark.tools

Scored = list[tuple[str, tuple[str, str, str, str]]]

RIGHT = 45  # sentences; it may rise, and does not fall


@pytest.fixture(scope="module")
def scores() -> ModuleType:
    return load_script("scores")


@pytest.fixture(scope="module")
def scored(scores: ModuleType) -> Scored:
    return [(score.sentence.key, score.marks) for score in scores.scores()]


def test_the_page_is_fresh(scores: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert scores.main(["--check"]) == 0, "python docs/scores.py rewrites it"
    assert capsys.readouterr().out == ""


def test_every_sentence_has_a_place_unless_it_is_about_a_whole_file(
    scores: ModuleType, scored: Scored
) -> None:
    nowhere = {key for key, (place, *_) in scored if place != scores.YES}
    assert nowhere == scores.WHOLE_FILE | scores.UNSHOWN.keys()


def test_every_sentence_has_a_way_out(scores: ModuleType, scored: Scored) -> None:
    assert [key for key, (*_, way_out) in scored if way_out != scores.YES] == []


def test_no_fewer_sentences_name_the_right_value(scores: ModuleType, scored: Scored) -> None:
    right = sum(marks[2] == scores.YES for _, marks in scored)
    assert right >= RIGHT


def test_only_sentences_that_no_folder_shows_have_a_reason(scores: ModuleType) -> None:
    never = {score.sentence.key for score in scores.scores() if not score.spots}
    assert never == scores.UNSHOWN.keys()


def test_every_placeholder_of_a_right_value_stands_in_some_sentence(scores: ModuleType) -> None:
    templates = "".join(sentence.text + sentence.fix for sentence in scores.sentences())
    names = {name.removesuffix(".fix") for name in scores.RIGHT}
    assert {name for name in names if f"{{{name}}}" not in templates} == set()


def test_the_page_can_be_read_in_gbk(scores: ModuleType) -> None:
    text = scores.PAGE.read_text(encoding="utf-8")
    assert text.encode("gbk").decode("gbk") == text
