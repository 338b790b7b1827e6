"""Several files changed as one: all or nothing, whoever is killed and whoever writes meanwhile."""

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cqpair.store import transaction
from cqpair.store.transaction import (
    JOURNAL,
    LOCK,
    BusyError,
    Change,
    UnfinishedError,
    apply,
    one_writer,
)
from cqpair.store.write import ChangedMeanwhileError, replace_file, write_whole
from endings import left_behind

ROUNDS = 50
NAMES = ("activities/2021Q2/wushan.csv", "submissions/2021Q2/received.csv", "activities/b.csv")


def holds(folder: Path) -> list[bytes | None]:
    paths = [folder / name for name in NAMES]
    return [path.read_bytes() if path.exists() else None for path in paths]


def changes(old: bytes | None, new: bytes) -> list[Change]:
    return [Change(name, old, new) for name in NAMES]


def write(folder: Path, old: bytes | None, new: bytes) -> None:
    with one_writer(folder):
        apply(folder, changes(old, new))


def beside(work: Callable[[], None]) -> int:
    """A process of its own that does `work`."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return child


def test_all_is_written_and_nothing_left_but_the_lock(tmp_path: Path) -> None:
    write(tmp_path, None, b"1")
    write(tmp_path, b"1", b"2")
    assert holds(tmp_path) == [b"2"] * 3
    assert [p.name for p in tmp_path.rglob(".*")] == [LOCK]


def test_a_file_changed_since_it_was_read_keeps_all_from_being_written(tmp_path: Path) -> None:
    write(tmp_path, None, b"1")
    (tmp_path / NAMES[2]).write_bytes(b"by hand")
    with pytest.raises(ChangedMeanwhileError):
        write(tmp_path, b"1", b"2")
    assert holds(tmp_path) == [b"1", b"1", b"by hand"]
    with pytest.raises(ChangedMeanwhileError):
        write(tmp_path, None, b"2")


@pytest.mark.parametrize("before", [None, b"1"])
def test_a_file_that_cannot_be_written_takes_the_others_back(
    before: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if before:
        write(tmp_path, None, before)
    else:
        (tmp_path / "activities").mkdir()
    last = tmp_path / NAMES[2]
    real = replace_file

    def refused(path: Path, data: bytes, expected: bytes | None) -> None:
        if path == last and data == b"2":
            raise PermissionError(13, "no", str(path))
        real(path, data, expected)

    monkeypatch.setattr(transaction, "replace_file", refused)
    with pytest.raises(PermissionError):
        write(tmp_path, before, b"2")
    assert holds(tmp_path) == [before] * 3
    assert not (tmp_path / JOURNAL).exists()


def test_what_cannot_be_taken_back_either_is_done_by_the_next_writer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, None, b"1")
    real, left = replace_file, [1]

    def full(path: Path, data: bytes, expected: bytes | None) -> None:
        if not left[0]:
            raise OSError(28, "no space", str(path))
        left[0] -= 1
        real(path, data, expected)

    with monkeypatch.context() as patch:
        patch.setattr(transaction, "replace_file", full)
        with pytest.raises(OSError, match="no space"):
            write(tmp_path, b"1", b"2")
    assert holds(tmp_path) == [b"2", b"1", b"1"]
    with one_writer(tmp_path):
        assert holds(tmp_path) == [b"2"] * 3
    assert not (tmp_path / JOURNAL).exists()


@pytest.mark.parametrize("step", range(7))
def test_killed_at_any_step_the_next_writer_leaves_everything_done_or_nothing(
    step: int, tmp_path: Path
) -> None:
    write(tmp_path, None, b"1")
    names = ("replace", "unlink")

    def work() -> None:
        left = [step]

        def counted(real: Callable[..., None]) -> Callable[..., None]:
            def call(*args: object) -> None:
                if not left[0]:
                    os.kill(os.getpid(), signal.SIGKILL)
                left[0] -= 1
                real(*args)

            return call

        for name in names:
            setattr(os, name, counted(getattr(os, name)))
        write(tmp_path, b"1", b"2")

    os.waitpid(beside(work), 0)
    assert set(holds(tmp_path)) <= {b"1", b"2"}
    with one_writer(tmp_path):
        assert holds(tmp_path) in ([b"1"] * 3, [b"2"] * 3)
    assert not (tmp_path / JOURNAL).exists()


@pytest.mark.tools
def test_killed_at_random_moments_everything_is_done_or_nothing(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    write(tmp_path, None, b"0")
    chance = random.Random(20210219)
    rounds = int(request.config.getoption("--rounds") or ROUNDS)
    unfinished = 0

    def work() -> None:
        while True:
            with one_writer(tmp_path):
                now = holds(tmp_path)[0]
                assert now is not None
                apply(tmp_path, changes(now, str(int(now) + 1).encode()))

    for _ in range(rounds):
        child = beside(work)
        time.sleep(0.02 + chance.random() / 20)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        seen = {int(data or b"-1") for data in holds(tmp_path)}
        assert min(seen) >= max(seen) - 1, "each file is old or new"
        unfinished += (tmp_path / JOURNAL).exists()
        with one_writer(tmp_path):
            assert len(set(holds(tmp_path))) == 1
        assert left_behind(tmp_path / "activities") == []
    assert unfinished, "some were killed in the midst"


def test_what_is_to_be_finished_is_no_leftover_that_is_tidied_away(tmp_path: Path) -> None:
    write(tmp_path, None, b"1")
    (tmp_path / JOURNAL).write_bytes(transaction._as_text(changes(b"1", b"2")))
    write_whole(tmp_path / "submissions" / "status.csv", b"an answer that somebody wanted there")
    assert (tmp_path / JOURNAL).exists()
    with one_writer(tmp_path):
        assert holds(tmp_path) == [b"2"] * 3


@pytest.mark.parametrize("journal", [None, b"", b"[{}]", b'[{"path": 1}]', b"\xff"])
def test_what_cannot_be_finished_is_told_and_kept(journal: bytes | None, tmp_path: Path) -> None:
    write(tmp_path, None, b"1")
    (tmp_path / NAMES[2]).write_bytes(b"by hand")
    kept = journal if journal is not None else transaction._as_text(changes(b"1", b"2"))
    (tmp_path / JOURNAL).write_bytes(kept)
    with pytest.raises(UnfinishedError) as told, one_writer(tmp_path):
        pass
    assert told.value.path == (JOURNAL if journal is not None else NAMES[2])
    assert holds(tmp_path) == [b"1", b"1", b"by hand"]
    assert (tmp_path / JOURNAL).read_bytes() == kept


def test_a_second_writer_waits_for_the_first_and_no_longer_than_it_has_patience(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transaction, "_PATIENCE", 0.1)
    started, go = os.pipe(), os.pipe()

    def work() -> None:
        with one_writer(tmp_path):
            os.write(started[1], b".")
            os.read(go[0], 1)

    child = beside(work)
    os.read(started[0], 1)
    with pytest.raises(BusyError), one_writer(tmp_path):
        pass
    os.write(go[1], b".")
    os.waitpid(child, 0)
    with one_writer(tmp_path):
        pass
