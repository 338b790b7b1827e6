"""Colours: where they are, which settings turn them on and off, and that words stay."""

import re
from pathlib import Path

import pytest

from conftest import Run
from cqpair.cli import console
from cqpair.render import is_colour_wanted

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")

WRONG = """\
开始日期,两群区县,主城协同区,任务领域,活动名称,参与人次
2021-05-20,云阳县,江津区,1,\x1b[31m座谈会（演示数据）,60
2021-05-21,云阳县,渝北区,4,农技培训（演示数据）,900000
"""


@pytest.mark.parametrize(
    ("settings", "terminal", "colours"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"TERM": "dumb"}, True, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"CLICOLOR": "0"}, True, False),
        ({"CLICOLOR": "1"}, True, True),
        ({"CLICOLOR": "1"}, False, False),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"FORCE_COLOR": ""}, False, False),
        ({"CLICOLOR_FORCE": "1"}, False, True),
        ({"CLICOLOR_FORCE": "0"}, False, False),
        ({"CLICOLOR_FORCE": "1", "CLICOLOR": "0"}, False, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
        ({"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, True, False),
    ],
    ids=str,
)
def test_settings_go_by_what_was_agreed(
    settings: dict[str, str], terminal: bool, colours: bool
) -> None:
    assert is_colour_wanted(settings, terminal) is colours


@pytest.fixture
def wrong(data: Path) -> Path:
    path = data / "activities" / "2021Q2" / "yunyang.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(WRONG, encoding="utf-8")
    return path


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_validate_colours_severity_and_carets_and_nothing_else_changes(
    lang: str, wrong: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("--lang", lang, "validate", str(wrong))
    plain = run(*words)
    monkeypatch.setenv("FORCE_COLOR", "1")
    painted = run(*words)
    assert ESCAPE.sub("", painted.out) == plain.out
    assert painted[0] == plain[0] == 1
    error, warning = ("错误", "提醒") if lang == "zh" else ("error", "warning")
    assert re.search(rf"\x1b\[1;31m{error} A304\x1b\[0m", painted.out)
    assert re.search(rf"\x1b\[33m{warning} A327\x1b\[0m", painted.out)
    assert re.search(r"\| +\x1b\[1;31m\^+\x1b\[0m\n", painted.out)
    assert run(*words, "--format", "concise").out == run(*words, "--format", "concise").out
    assert "\x1b" not in run(*words, "--format", "concise").out
    assert "\x1b" not in run(*words, "--format", "json").out


def test_text_from_data_brings_no_colour(wrong: Path, run: Run) -> None:
    assert "\x1b" not in run("validate", str(wrong)).out


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize("words", ["pairs", "report 2021Q2", "pairs --format csv", "partners ws"])
def test_what_a_pipe_gets_is_laid_out_alike_whatever_is_asked_for(
    words: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = run(*words.split())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("CLICOLOR_FORCE", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run(*words.split()) == plain


def test_on_a_terminal_without_colours_there_are_none(
    wrong: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "is_terminal", lambda: True)
    monkeypatch.setattr(console, "_understands_escapes", lambda: True)
    assert "\x1b[" in run("validate", str(wrong)).out
    monkeypatch.setenv("CLICOLOR", "0")
    assert "\x1b" not in run("validate", str(wrong)).out
