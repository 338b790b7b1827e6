"""A long report on a terminal: its digest, all of it by `--full`, and the pager that shows that."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run
from cqpair.render.terminal.pager import find_pager
from sample_document import DIGESTED
from screen import on_terminal

pytestmark = pytest.mark.tools

FULL = ("report", "2021Q2", "--full")


@pytest.fixture
def digested(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every report has a digest, and stdout is a terminal."""
    monkeypatch.setattr("cqpair.report.formats.compose", lambda *_, **__: DIGESTED)
    monkeypatch.setattr("cqpair.cli.console.is_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.mark.usefixtures("data", "digested")
def test_a_report_on_a_terminal_is_its_digest_unless_all_is_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = run("report", "2021Q2").out
    assert "下一步工作" in short
    assert "--full" in short.splitlines()[-1]
    assert "附件1" not in short.replace("见附件1", "")
    for option in ("--full", "--trace"):
        whole = run("report", "2021Q2", option).out
        assert "下一步工作" not in whole
        assert whole.splitlines()[-1] == DIGESTED.origin
    monkeypatch.setattr("cqpair.cli.console.is_terminal", lambda: False)
    assert run("report", "2021Q2") == run("report", "2021Q2", "--full")
    assert DIGESTED.origin in run("report", "2021Q2").out


@pytest.fixture
def pager(tmp_path: Path) -> Path:
    """A pager that says so, then shows all."""
    script = tmp_path / "my pager"
    script.write_text("#!/bin/sh\necho PAGED $1\nexec cat\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return script


@pytest.mark.usefixtures("data")
def test_all_of_a_report_goes_through_the_pager(pager: Path) -> None:
    code, shown = on_terminal(*FULL, PAGER=f"'{pager}' -x")
    assert code == 0
    assert shown.startswith("PAGED -x")
    assert "附件" in shown
    assert "\x1b" not in shown, "of which nobody knows whether colours act in it"


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize("named", ["cat", "", "no-such-pager", "'unfinished"])
def test_without_a_pager_all_is_shown_in_colours(named: str) -> None:
    code, shown = on_terminal(*FULL, PAGER=named)
    assert code == 0
    assert "附件" in shown
    assert "\x1b[1" in shown


@pytest.mark.usefixtures("data")
def test_a_pager_that_is_left_early_is_no_fault(pager: Path) -> None:
    pager.write_text("#!/bin/sh\nhead -c 20\n")
    code, shown = on_terminal("report", "2021", "--trace", PAGER=f"'{pager}'")
    assert code == 0
    assert "Traceback" not in shown
    assert "附件" not in shown


@pytest.mark.usefixtures("data")
def test_a_pager_is_not_used_where_there_is_no_terminal(pager: Path) -> None:
    words = [sys.executable, "-m", "cqpair", *FULL]
    setting = {**os.environ, "PAGER": f"'{pager}'", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(words, env=setting, capture_output=True, check=True, timeout=60)
    assert b"PAGED" not in done.stdout
    assert b"\x1b" not in done.stdout


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """All streams are a terminal."""
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(f"sys.{stream}.isatty", lambda: True, raising=False)


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("setting", "less", "coloured"),
    [
        ({}, "-RFX", True),
        ({"PAGER": "less"}, "-RFX", True),
        ({"LESS": ""}, "-RFX", True),
        ({"LESS": "-R"}, "-R", True),
        ({"LESS": "-iMSr"}, "-iMSr", True),
        ({"LESS": "--RAW-CONTROL-CHARS -i"}, "--RAW-CONTROL-CHARS -i", True),
        ({"LESS": "-i --prompt=r"}, "-i --prompt=r", False),
        ({"LESS": "-i", "PAGER": "less -R"}, "-i", True),
    ],
)
def test_colours_go_to_less_where_they_act(
    setting: dict[str, str], less: str, coloured: bool, tmp_path: Path
) -> None:
    program = tmp_path / "less"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    path = os.pathsep.join((str(tmp_path), os.environ["PATH"]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", path)
        found = find_pager({"PATH": path, **setting})
    assert found
    assert found.words[0] == str(program)
    assert (found.environment["LESS"], found.has_colours) == (less, coloured)


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("setting", [{"TERM": "dumb"}, {"PAGER": ""}, {"PAGER": "cat"}])
def test_where_nothing_can_be_paged_there_is_no_pager(setting: dict[str, str]) -> None:
    assert find_pager(setting) is None
