"""Whatever ends a run, each file is old or new; `--rounds N` tries it N times instead of a few."""

import json
import signal
import time
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

import pytest

from conftest import Run
from endings import HEAD, begin, end, kill, left_behind, many_records, moments, restore, seconds

pytestmark = pytest.mark.tools

ROUNDS = 6
OLD = f"{HEAD}\n2021-05-13,巫山县,北碚区,4,改前\n".encode()
NEW = OLD.replace("改前".encode(), "改后".encode())
REPORT = ("report", "--quarter", "2021Q2", "--output")


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> int:
    return int(request.config.getoption("--rounds") or ROUNDS)


@pytest.fixture
def old(tables: Path) -> dict[Path, bytes]:
    return many_records(tables)


@pytest.fixture
def new(old: Mapping[Path, bytes], run: Run) -> dict[Path, bytes]:
    """What `fmt` makes of the old files, which are there again afterwards."""
    assert run("fmt").code == 0
    made = {path: path.read_bytes() for path in old}
    restore(old)
    return made


def held(files: Mapping[Path, bytes]) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in files}


def test_a_killed_fmt_leaves_each_file_old_or_new_and_the_next_run_nothing_else(
    old: dict[Path, bytes], new: dict[Path, bytes], tables: Path, run: Run, rounds: int
) -> None:
    longest = seconds("fmt")
    met = 0
    for moment in moments(rounds, longest):
        restore(old)
        met += kill(begin("fmt"), moment)
        now = held(old)
        broken = [path for path in old if now[path] not in (old[path], new[path])]
        assert broken == []
        assert run("validate", "--ignore", "T207").code == 0, "what is left is no record"
        assert run("fmt").code == 0
        assert left_behind(tables) == []
        assert held(new) == new
    assert met >= rounds / 2, "most runs were killed before they ended"


@pytest.mark.usefixtures("data")
def test_a_killed_report_leaves_its_file_old_or_new_and_the_next_run_nothing_else(
    run: Run, rounds: int
) -> None:
    target = Path("out/report.html")
    target.parent.mkdir()
    assert run(*REPORT, target).code == 0
    made, before = target.read_bytes(), b"old"
    longest = seconds(*REPORT, str(target))
    met = 0
    for moment in moments(rounds, longest):
        target.write_bytes(before)
        met += kill(begin(*REPORT, str(target)), moment)
        assert target.read_bytes() in (before, made)
        assert run(*REPORT, target).code == 0
        assert [path.name for path in target.parent.iterdir()] == [target.name]
    assert met >= rounds / 2, "most runs were killed before they ended"


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_an_interrupted_fmt_exits_by_its_signal_and_what_it_told_is_true(
    number: int,
    code: int,
    old: dict[Path, bytes],
    new: dict[Path, bytes],
    tables: Path,
    rounds: int,
) -> None:
    longest = seconds("fmt")
    for moment in moments(rounds, longest * 0.9):
        restore(old)
        alive, ended, told = end(begin("fmt"), moment, number)
        assert (alive, ended) in ((True, code), (False, 0)), told
        assert left_behind(tables) == []
        now = held(old)
        assert all(now[path] in (old[path], new[path]) for path in old)
        lines = told.splitlines()
        assert all(line.startswith("Formatted: ") for line in lines), told
        for path in (Path(line.removeprefix("Formatted: ")).absolute() for line in lines):
            assert now[path] == new[path]


@pytest.mark.usefixtures("data")
def test_an_interrupted_report_says_nothing_and_leaves_nothing_half_written(rounds: int) -> None:
    target = Path("out/report.docx")
    target.parent.mkdir()
    longest = seconds(*REPORT, str(target))
    for moment in moments(rounds, longest * 0.9):
        alive, ended, told = end(begin(*REPORT, str(target)), moment, signal.SIGINT)
        assert (alive, ended) in ((True, 130), (False, 0)), told
        assert told == ""
        assert [path.name for path in target.parent.iterdir()] in ([], [target.name])


def test_an_edit_made_while_fmt_runs_survives(old: dict[Path, bytes], rounds: int) -> None:
    longest = seconds("fmt")
    last = list(old)[-1]
    added = "2021-06-01,巫山县,北碚区,4,演示数据：刚刚补上".encode()
    for moment in moments(rounds, longest * 0.9):
        restore(old)
        run = begin("fmt")
        time.sleep(moment)
        with last.open("ab") as file:
            file.write(added)
        _, told = run.communicate(timeout=60)
        assert added.rpartition(b",")[2] in last.read_bytes(), told.decode("utf-8")
        assert run.returncode == (1 if b"changed or removed in the meantime" in told else 0)


def test_several_fmt_at_once_give_no_id_twice(old: dict[Path, bytes]) -> None:
    files = [*old][:4]
    runs = [begin("fmt", str(path)) for path in files]
    assert [run.communicate(timeout=60)[1] and run.returncode for run in runs] == [0] * len(runs)
    lines = [line for path in files for line in path.read_text("utf-8-sig").splitlines()[1:]]
    ids = [line.partition(",")[0] for line in lines]
    assert len(set(ids)) == len(ids) > len(files)


@pytest.mark.parametrize("words", [("fmt",), ("fmt", "data/activities"), ("fmt", ".")])
def test_what_a_killed_writer_left_is_finished_or_told(
    words: tuple[str, ...], tables: Path, run: Run
) -> None:
    file = tables / "activities" / "a.csv"
    file.write_bytes(OLD)
    journal = tables / "submissions" / ".cqpair.journal"
    journal.parent.mkdir()
    encoded = [b64encode(data).decode() for data in (OLD, NEW)]
    left = [{"path": "activities/a.csv", "before": encoded[0], "after": encoded[1]}]
    journal.write_text(json.dumps(left), encoding="ascii")
    file.write_bytes(OLD + b"\n")
    result = run(*words)
    assert (result.code, result.out) == (2, "")
    assert "data/activities/a.csv" in result.err
    assert "data/submissions/.cqpair.journal" in result.err
    file.write_bytes(OLD)
    assert run(*words).code == 0
    assert "改后" in file.read_text("utf-8-sig")
    assert not journal.exists()
    journal.write_bytes(b"?")
    result = run("--lang", "en", *words)
    assert (result.code, result.out) == (2, "")
    assert "damaged" in result.err
