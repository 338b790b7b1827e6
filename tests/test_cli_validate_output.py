"""`--output`: written whole or not at all, by `validate` and `report` alike."""

import errno
import json
import os
import stat
import threading
from pathlib import Path

import pytest

from conftest import Run

pytestmark = pytest.mark.usefixtures("data")
VALIDATE = ["validate"]
REPORT = ["report", "--quarter", "2021Q2"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "name", "form"),
    [
        (VALIDATE, "x.txt", "text"),
        (VALIDATE, "x.json", "json"),
        (VALIDATE, "X.JSON", "json"),
        (REPORT, "x.txt", "text"),
        (REPORT, "x.md", "markdown"),
        (REPORT, "x.json", "json"),
    ],
)
def test_the_suffix_picks_the_format_and_the_file_holds_what_would_be_printed(
    words: list[str], name: str, form: str, run: Run
) -> None:
    Path(name).write_text("old", encoding="utf-8")
    result = run(*words, "--output", name)
    assert (result.code, result.out) == (0, "")
    assert Path(name).read_bytes().decode("utf-8") == run(*words, "--format", form).out
    assert [path.name for path in Path().iterdir() if path.is_file()] == [name]


def test_a_format_needs_no_suffix_that_tells_it_but_none_that_tells_another(run: Run) -> None:
    assert run(*VALIDATE, "--format", "json", "--output", "x.log").code == 0
    assert "problems" in json.loads(Path("x.log").read_text(encoding="utf-8"))
    for name in ("x.txt", "x.docx"):
        result = run(*VALIDATE, "--format", "json", "--output", name)
        assert (result.code, result.out) == (2, "")
        assert name in result.err
        assert not Path(name).exists()


@pytest.mark.parametrize("words", [VALIDATE, REPORT])
@pytest.mark.parametrize("name", ["x", "x.pdf", "x.json.bak", ".json"])
def test_a_suffix_that_names_no_format_is_wrong_use(name: str, words: list[str], run: Run) -> None:
    result = run(*words, "--output", name)
    assert (result.code, result.out) == (2, "")
    assert ".json" in result.err
    assert not Path(name).exists()


@pytest.mark.slow
@pytest.mark.parametrize("words", [VALIDATE, REPORT])
@pytest.mark.parametrize("name", ["nowhere/x.json", "data.json", "file/x.json"])
def test_a_target_that_cannot_be_written_exits_2(name: str, words: list[str], run: Run) -> None:
    Path("data.json").mkdir()
    Path("file").write_text("mine", encoding="utf-8")
    result = run(*words, "--output", name)
    assert (result.code, result.out) == (2, "")
    assert name in result.err
    assert Path("file").read_text(encoding="utf-8") == "mine"
    assert sorted(path.name for path in Path().iterdir()) == ["data", "data.json", "file"]


@pytest.mark.slow
@pytest.mark.parametrize("words", [VALIDATE, REPORT])
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_when_writing_fails_half_way_the_old_file_is_as_it_was_and_nothing_is_left(
    step: str, words: list[str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    Path("x.json").write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, step, fail)
    result = run(*words, "--output", "x.json")
    assert (result.code, result.out) == (2, "")
    assert "x.json" in result.err
    assert Path("x.json").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in Path().iterdir()) == ["data", "x.json"]


def test_a_file_is_written_though_the_answer_is_no(run: Run) -> None:
    Path("data/activities/2021Q2/note.docx").touch()
    result = run(*VALIDATE, "--strict", "--output", "x.json")
    assert result.code == 1
    assert json.loads(Path("x.json").read_text(encoding="utf-8"))["problems"]


def test_permissions_of_the_old_file_are_kept_and_a_new_one_follows_the_umask(run: Run) -> None:
    old = Path("old.json")
    old.touch(mode=0o600)
    before = os.umask(0o027)
    try:
        run(*VALIDATE, "--output", "old.json")
        run(*VALIDATE, "--output", "new.json")
    finally:
        os.umask(before)
    assert stat.S_IMODE(old.stat().st_mode) == 0o600
    assert stat.S_IMODE(Path("new.json").stat().st_mode) == 0o640


def test_a_link_is_followed_and_stays_a_link(run: Run) -> None:
    Path("real.json").write_text("old", encoding="utf-8")
    Path("link.json").symlink_to("real.json")
    assert run(*VALIDATE, "--output", "link.json").code == 0
    assert Path("link.json").is_symlink()
    assert Path("real.json").read_text(encoding="utf-8").startswith("{")


def test_a_pipe_is_written_into_and_never_replaced_by_a_file(run: Run) -> None:
    os.mkfifo("pipe.json")
    reader = os.open("pipe.json", os.O_RDONLY | os.O_NONBLOCK)
    received: list[bytes] = []

    def read() -> None:
        os.set_blocking(reader, True)
        while part := os.read(reader, 65536):
            received.append(part)

    writer = os.open("pipe.json", os.O_WRONLY)  # keeps the reader waiting until it is closed
    thread = threading.Thread(target=read)
    thread.start()
    code = run(*VALIDATE, "--output", "pipe.json").code
    os.close(writer)
    thread.join(timeout=30)
    os.close(reader)
    assert code == 0
    assert Path("pipe.json").is_fifo()
    assert "problems" in json.loads(b"".join(received))
