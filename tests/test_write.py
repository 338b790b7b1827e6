"""Writing a file: what it keeps, what it refuses, and what is there when it fails."""

import os
import resource
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run
from cqpair.store import write
from cqpair.store.fmt import Form, canonical_files
from cqpair.store.write import ChangedMeanwhileError, replace_file, unfinished, write_whole
from endings import begin, left_behind

OLD, NEW = b"old", b"new"
HEAD = "开始日期,两群区县,主城协同区,任务领域,活动名称"
GOOD = f"{HEAD}\n2021-05-13,巫山县,北碚区,4,演示数据\n".encode()
REPORT = ("report", "--quarter", "2021Q2")


@pytest.fixture
def file() -> Path:
    path = Path("file")
    path.write_bytes(OLD)
    return path


@pytest.fixture
def records(tables: Path) -> list[Path]:
    """Three record files that are not in canonical form."""
    folder = tables / "activities/2021Q2"
    folder.mkdir()
    paths = [folder / name for name in ("a.csv", "b.csv", "c.csv")]
    for path in paths:
        path.write_bytes(GOOD)
    return paths


def test_a_file_that_holds_what_was_read_is_replaced(file: Path) -> None:
    replace_file(file, NEW, expected=OLD)
    assert file.read_bytes() == NEW
    assert os.listdir() == ["file"]


@pytest.mark.parametrize("now", [b"olD", b"", b"old and more", None])
def test_a_file_that_holds_something_else_or_is_gone_is_not_replaced(
    now: bytes | None, file: Path
) -> None:
    file.unlink()
    if now is not None:
        file.write_bytes(now)
    with pytest.raises(ChangedMeanwhileError):
        replace_file(file, NEW, expected=OLD)
    assert os.listdir() == ([] if now is None else ["file"])
    assert now is None or file.read_bytes() == now


def test_what_came_in_the_place_of_a_file_and_is_none_is_not_waited_for(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)
    with pytest.raises(ChangedMeanwhileError):
        replace_file(file, NEW, expected=OLD)
    assert file.is_fifo()


def test_a_file_is_new_only_where_there_is_none(file: Path) -> None:
    with pytest.raises(FileExistsError):
        replace_file(file, NEW, expected=None)
    assert file.read_bytes() == OLD
    replace_file(Path("other"), NEW, expected=None)
    assert Path("other").read_bytes() == NEW
    assert sorted(os.listdir()) == ["file", "other"]


def test_a_file_is_new_on_a_disk_without_hard_links_too(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    replace_file(Path("other"), NEW, expected=None)
    assert Path("other").read_bytes() == NEW
    with pytest.raises(FileExistsError):
        replace_file(file, NEW, expected=None)


def test_an_edit_after_fmt_has_read_is_kept_and_told_and_the_other_files_go_on(
    records: list[Path], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_and_edit(*words: object) -> list[Form]:
        forms = canonical_files(*words)  # type: ignore[arg-type]
        records[0].write_bytes(GOOD + b"x")
        records[1].unlink()
        return forms

    monkeypatch.setattr("cqpair.cli.fmt.canonical_files", read_and_edit)
    result = run("fmt")
    assert (result.code, result.out) == (1, "")
    assert records[0].read_bytes() == GOOD + b"x"
    assert not records[1].exists()
    assert records[2].read_bytes() != GOOD
    told = result.err.splitlines()
    assert [("a.csv" in line, "b.csv" in line) for line in told[:2]] == [
        (True, False),
        (False, True),
    ]
    assert all("再运行 cqpair fmt" in line for line in told[:2])


def test_a_write_protected_file_is_refused_with_a_sentence_even_to_root(
    records: list[Path], run: Run
) -> None:
    records[0].chmod(0o444)
    result = run("fmt")
    assert (result.code, result.out) == (2, "")
    assert records[0].read_bytes() == GOOD
    assert "data/activities/2021Q2/a.csv 是只读的，没有改动" in result.err
    assert records[2].read_bytes() != GOOD, "the other files go on"


@pytest.mark.usefixtures("data")
def test_a_write_protected_output_is_refused_with_a_sentence_even_to_root(run: Run) -> None:
    target = Path("report.md")
    target.write_bytes(OLD)
    target.chmod(0o400 & ~stat.S_IWUSR)
    result = run(*REPORT, "--output", target)
    assert (result.code, result.out) == (2, "")
    assert "report.md 是只读的" in result.err
    assert target.read_bytes() == OLD


def test_mode_and_owner_stay(file: Path) -> None:
    file.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(file, 1234, 2345)
    before = file.stat()
    write_whole(file, NEW)
    replace_file(file, OLD, expected=NEW)
    after = file.stat()
    kept = [(s.st_mode, s.st_uid, s.st_gid) for s in (before, after)]
    assert kept[0] == kept[1]


def test_another_name_of_a_file_keeps_what_it_held(file: Path) -> None:
    os.link(file, "backup")
    write_whole(file, NEW)
    assert (file.read_bytes(), Path("backup").read_bytes()) == (NEW, OLD)


@pytest.mark.usefixtures("data")
def test_a_folder_as_output_is_refused(run: Run) -> None:
    Path("report.md").mkdir()
    result = run(*REPORT, "--output", "report.md")
    assert (result.code, result.out) == (2, "")
    assert "这是文件夹" in result.err


@pytest.mark.tools
@pytest.mark.usefixtures("data")
def test_a_disk_that_gets_full_leaves_the_old_file_and_nothing_else() -> None:
    Path("out").mkdir()
    target = Path("out/report.html")
    target.write_bytes(OLD)

    def narrow() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    done = subprocess.run(
        [sys.executable, "-B", "-m", "cqpair", *REPORT, "--output", target],
        preexec_fn=narrow,
        stderr=subprocess.PIPE,
        check=False,
    )
    assert done.returncode == 2
    assert "原有文件没有改动" in done.stderr.decode("utf-8")
    assert target.read_bytes() == OLD
    assert os.listdir("out") == ["report.html"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.usefixtures("data")
def test_an_office_document_that_is_no_file_is_refused_and_never_read(run: Run, lang: str) -> None:
    os.mkfifo("pipe.docx")
    Path("folder.docx").mkdir()
    for base in ("pipe.docx", "folder.docx", "/dev/zero"):
        result = run("--lang", lang, *REPORT, "--format", "docx", "--base", base)
        assert (result.code, result.out) == (2, "")
        assert base in result.err
        assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize("notice", ["pipe.txt", "/dev/zero", "data"])
@pytest.mark.usefixtures("data")
def test_a_notice_that_is_no_file_is_called_what_it_is(run: Run, notice: str) -> None:
    os.mkfifo("pipe.txt")
    result = run("validate", "--notice", notice)
    assert (result.code, result.out) == (2, "")
    assert f"{notice} 不是普通文件" in result.err


def test_an_interrupt_after_the_file_was_replaced_is_an_interrupt(
    records: list[Path], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(write, "keep_names", interrupt)
    assert run("fmt") == (130, "", "")
    assert records[0].read_bytes() != GOOD
    assert left_behind(Path()) == []


def test_an_interrupt_while_a_file_is_written_leaves_it_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(file, NEW)
    assert file.read_bytes() == OLD
    assert os.listdir() == ["file"]


def test_an_interrupt_while_a_fault_is_told_is_an_interrupt(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cqpair.cli.console.tell", interrupt)
    assert run("partners", "--on", "gestern").code == 130


def test_two_signals_at_once_as_timeout_sends_them_are_one(records: list[Path]) -> None:
    process = begin("fmt")
    for number in (signal.SIGTERM, signal.SIGTERM, signal.SIGINT):
        process.send_signal(number)
    _, told = process.communicate(timeout=60)
    assert process.returncode in (143, 130), told
    assert told == b""
    assert left_behind(records[0].parent) == []


@pytest.mark.tools
def test_a_signal_that_is_ignored_from_the_start_as_nohup_does_stays_ignored(
    records: list[Path],
) -> None:
    kept = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        process = begin("fmt")
    finally:
        signal.signal(signal.SIGHUP, kept)
    process.send_signal(signal.SIGHUP)
    process.communicate(timeout=60)
    assert process.returncode == 0
    assert records[0].read_bytes() != GOOD


@pytest.mark.slow
def test_what_a_killed_run_left_goes_with_the_next_run_that_writes(
    records: list[Path], run: Run
) -> None:
    folder = records[0].parent
    (folder / ".cqpair-0123456789abcdef").write_bytes(GOOD)
    Path(".cqpair-0123456789abcdef").write_bytes(b"half a report")
    for words in (("fmt", "--check"), ("fmt", "--diff"), ("validate", "--ignore", "T207")):
        run(*words)
        assert len(left_behind(Path())) == 2, "who only reads removes nothing"
    assert run("fmt", folder).code == 0
    assert left_behind(folder) == []
    run(*REPORT, "--output", "report.md")
    assert left_behind(Path()) == []


def test_fmt_tidies_up_though_no_file_changes(records: list[Path], run: Run) -> None:
    assert run("fmt").code == 0
    (records[0].parent / ".cqpair-0123456789abcdef").write_bytes(GOOD)
    assert run("fmt", records[0]).code == 0
    assert left_behind(Path()) == []


def test_what_a_live_run_is_writing_is_left_to_it(records: list[Path], run: Run) -> None:
    folder = records[0].parent
    with unfinished(folder) as file:
        assert run("fmt").code == 0
        assert left_behind(folder) == [str(file.name)]
    assert left_behind(folder) == []


def test_what_is_unfinished_is_no_record(records: list[Path], run: Run) -> None:
    before = run("activities", "--format", "json").out
    (records[0].parent / ".cqpair-0123456789abcdef").write_bytes(GOOD)
    assert run("activities", "--format", "json").out == before


def test_a_file_that_another_program_holds_open_on_windows_is_called_so() -> None:
    from cqpair.messages import reason

    error = PermissionError(13, "The process cannot access the file")
    error.winerror = 32  # type: ignore[attr-defined, unused-ignore]
    assert "别的程序" in reason(error)
