"""`validate --watch`: checks again when a file changes, until it is interrupted."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from cqpair.cli import console, watch

WRONG = """\
开始日期,两群区县,主城协同区,任务领域,活动名称
2021-05-20,云阳县,江津区,1,座谈会（演示数据）
"""


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], object]]:
    """What happens while nothing does: one thing a pause, then the person presses Ctrl-C."""
    happens: list[Callable[[], object]] = []

    def pause(seconds: float) -> None:
        assert seconds <= 1
        if not happens:
            raise KeyboardInterrupt
        happens.pop(0)()

    monkeypatch.setattr(time, "sleep", pause)
    return happens


def test_a_change_is_checked_and_an_interrupt_ends_it(
    data: Path, run: Run, meanwhile: list[Callable[[], object]]
) -> None:
    folder = data / "activities" / "2021Q2"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "yunyang.csv"
    hidden = folder / ".yunyang.csv.tmp"
    meanwhile += [
        lambda: path.write_text(WRONG, encoding="utf-8"),
        lambda: hidden.write_text("half", encoding="utf-8"),
        lambda: path.write_text(WRONG.replace("江津区", "渝北区"), encoding="utf-8"),
        path.unlink,
    ]
    result = run("--lang", "en", "validate", "--watch", "--format", "concise")
    assert result.code == 130
    sums = [line for line in result.out.splitlines() if "record" in line]
    assert len(sums) == 4, result.out
    assert result.out.count("error A304") == 1
    assert result.err.count("Ctrl-C") == 4
    assert "\x1b" not in result.out


def test_what_is_gone_for_a_moment_is_told_and_waited_for(
    data: Path, run: Run, meanwhile: list[Callable[[], object]]
) -> None:
    path = data / "activities" / "2021Q2" / "yunyang.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(WRONG, encoding="utf-8")
    meanwhile += [path.unlink, lambda: path.write_text(WRONG, encoding="utf-8")]
    result = run("validate", "--watch", "--format", "concise", str(path))
    assert result.code == 130
    assert result.out.count("error A304") == 2
    assert result.err.count("yunyang.csv") == 1


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize(
    "words",
    [["--output", "x.txt"], ["-"], ["--format", "json"], ["--stdin-filename", "x.csv", "-"]],
    ids=" ".join,
)
def test_it_is_for_eyes_and_for_files(words: list[str], run: Run) -> None:
    result = run("validate", "--watch", *words)
    assert (result.code, result.out) == (2, "")
    assert "--watch" in result.err


def test_no_data_folder_is_wrong_use_at_once(run: Run) -> None:
    assert run("validate", "--watch").code == 2


@pytest.mark.usefixtures("data", "meanwhile")
def test_the_screen_is_emptied_on_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "is_terminal", lambda: True)
    monkeypatch.setattr(console, "_understands_escapes", lambda: True)
    assert "\x1b[2J" in run("validate", "--watch").out
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in run("validate", "--watch").out


def test_every_change_of_a_file_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.csv"
    path.parent.mkdir()
    path.write_text("x", encoding="utf-8")
    seen = [watch.stamps([tmp_path])]
    path.write_text("xy", encoding="utf-8")
    seen.append(watch.stamps([tmp_path]))
    os.utime(path, ns=(1, 1))
    seen.append(watch.stamps([tmp_path]))
    path.rename(path.with_name("c.csv"))
    seen.append(watch.stamps([tmp_path]))
    (tmp_path / ".hidden").write_text("x", encoding="utf-8")
    assert watch.stamps([tmp_path / "a"]) != seen[-1]
    assert len({str(one) for one in seen}) == len(seen)
    assert watch.stamps([tmp_path / "none"]) == {}
