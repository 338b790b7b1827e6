"""Streams, encodings, interruptions and bugs: what a shell sees of cqpair."""

import contextlib
import json
import os
import pty
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from conftest import Run

pytestmark = pytest.mark.tools

RARE = "演示数据𬭸–é"  # in no GBK, though all of it is in GB18030
RECORD = f"开始日期,两群区县,主城协同区,任务领域,活动名称\n2021-05-13,巫山县,北碚区,4,{RARE}\n"
ANSWERS = [["partners", "巫山"], ["partners", "巫山", "--format", "json"]]


def _shell(
    *words: str, setting: dict[str, str] | None = None, stdout: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    """`python -m cqpair WORDS…` as another process."""
    return subprocess.run(
        [sys.executable, "-m", "cqpair", *words],
        env={**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "utf-8", **(setting or {})},
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )


def _terminal(*words: str, **setting: str) -> tuple[int, bytes]:
    """The exit code of a command on a terminal, and what it wrote there."""
    screen, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "cqpair", *words],
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", **setting},
        stdin=subprocess.DEVNULL,
        stdout=terminal,
        stderr=terminal,
    )
    os.close(terminal)
    shown = b""
    with contextlib.suppress(OSError):  # the end, as a terminal tells it
        while part := os.read(screen, 65536):
            shown += part
    os.close(screen)
    return process.wait(timeout=60), shown


@pytest.mark.parametrize("words", [["partners", "巫山"], ["partners", "北培区"]], ids=" ".join)
def test_python_dash_m_cqpair_is_cqpair(words: list[str]) -> None:
    script = Path(sys.executable).with_name("cqpair")
    utf8 = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([script, *words], env=utf8, capture_output=True, check=False, timeout=60)
    same = _shell(*words)
    assert (same.returncode, same.stdout, same.stderr) == (
        done.returncode,
        done.stdout,
        done.stderr,
    )
    assert done.stdout or done.stderr


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_a_console_of_another_encoding_never_fails_and_loses_nothing(
    encoding: str, tables: Path
) -> None:
    folder = tables / "activities/2021Q2"
    folder.mkdir()
    (folder / "wushan.csv").write_text(RECORD, encoding="utf-8")
    setting = {"PYTHONIOENCODING": encoding}
    table = _shell("activities", setting=setting)
    assert (table.returncode, table.stderr) == (0, b"")
    shown = table.stdout.decode(encoding)
    assert "演示数据" in shown or "\\u6f14\\u793a\\u6570\\u636e" in shown
    assert "𬭸" in shown or "\\U0002cb78" in shown
    unknown = _shell("partners", "北培区", setting=setting)
    assert (unknown.returncode, unknown.stdout) == (1, b"")
    told = unknown.stderr.decode(encoding)
    assert "北碚区" in told or "\\u5317\\u789a\\u533a" in told


@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_a_program_reads_is_utf_8_whatever_the_console(form: str, tables: Path) -> None:
    folder = tables / "activities/2021Q2"
    folder.mkdir()
    (folder / "wushan.csv").write_text(RECORD, encoding="utf-8")
    done = _shell("activities", "--format", form, setting={"PYTHONIOENCODING": "gbk"})
    assert RARE in done.stdout.decode("utf-8")
    assert form != "json" or json.loads(done.stdout)[0]["title"] == RARE


@pytest.mark.parametrize("words", ANSWERS, ids=" ".join)
def test_a_reader_that_has_gone_is_no_fault(words: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = _shell(*words, stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("words", ANSWERS, ids=" ".join)
def test_a_full_disk_under_stdout_is_the_environments_fault_and_exits_2(words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = _shell(*words, stdout=full.fileno())
    assert done.returncode == 2
    assert len(done.stderr.decode("utf-8").splitlines()) == 1


def test_a_closed_stdout_is_the_environments_fault_and_exits_2() -> None:
    command = f"exec '{sys.executable}' -m cqpair partners 巫山 >&-"
    done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, check=False, timeout=60)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["gbk"])
def test_a_terminal_of_another_encoding_never_fails(encoding: str, tables: Path) -> None:
    folder = tables / "activities/2021Q2"
    folder.mkdir()
    (folder / "wushan.csv").write_text(RECORD, encoding="utf-8")
    code, shown = _terminal("activities", PYTHONUTF8="0", PYTHONIOENCODING=encoding)
    assert code == 0, shown.decode(encoding)
    assert "2021-05-13" in shown.decode(encoding)


def test_a_terminal_has_colour_unless_no_color_is_set(data: Path) -> None:
    assert data.is_dir()
    colours = re.compile(rb"\x1b\[[0-9;]*\b(3[0-7]|9[0-7]|4[0-7])m")
    words = ("report", "--quarter", "2021Q2")
    code, shown = _terminal(*words, PYTHONIOENCODING="utf-8", NO_COLOR="1")
    assert (code, colours.search(shown)) == (0, None)
    code, shown = _terminal(*words, PYTHONIOENCODING="utf-8")
    assert code == 0
    assert colours.search(shown)
    assert "…" not in shown.decode("utf-8")


def test_ctrl_c_exits_130_and_says_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cqpair.store.folder.read_file", interrupt)
    assert run("partners", "巫山") == (130, "", "")


@pytest.mark.parametrize(("lang", "word"), [("zh", "反馈"), ("en", "report")])
def test_a_bug_exits_3_with_one_sentence_and_a_log_and_no_traceback(
    lang: str, word: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("演示：里面坏了")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("cqpair.store.folder.read_file", fail)
    result = run("--lang", lang, "partners", "巫山")
    assert (result.code, result.out) == (3, "")
    assert len(result.err.splitlines()) == 1
    assert word in result.err
    (log,) = tmp_path.glob("cqpair-*.log")
    assert log.as_posix() in result.err
    text = log.read_text(encoding="utf-8")
    assert text.startswith("Traceback")
    assert text.endswith("RuntimeError: 演示：里面坏了\n")


def test_a_bug_whose_log_cannot_be_written_still_shows_no_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(30, "演示：只读")

    monkeypatch.setattr("cqpair.store.folder.read_file", lambda *_: 1 / 0)
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", fail)
    result = run("partners", "巫山")
    assert (result.code, result.out) == (3, "")
    assert "ZeroDivisionError" in result.err


def test_without_a_terminal_there_is_no_colour_no_box_and_no_cut_cell(data: Path, run: Run) -> None:
    assert data.is_dir()
    for words in (["pairs"], ["tasks"], ["activities"], ["report", "--year", "2021"], ["validate"]):
        out = run(*words).out
        assert not set(out) & set("\x1b│─┃━…"), words
