"""`import` killed at any moment loses and doubles nothing; `--rounds N` kills it N times."""

import shutil
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from conftest import Run
from endings import begin, kill, left_behind, moments, seconds
from returns_made import files_of, records, workbook_of

pytestmark = pytest.mark.tools

ROUNDS = 6
OFFICES = {"巫山县": "北碚区", "北碚区": "北碚区", "云阳县": "渝北区", "渝北区": "渝北区"}
HEAD = ("活动时间", "活动名称", "任务领域", "主城协同区", "地点", "参加人数")
EVENTS = 5


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> int:
    return int(request.config.getoption("--rounds") or ROUNDS)


def write_returns(folder: Path, first: int = 0, events: int = EVENTS) -> list[str]:
    """A return of each office, in files of the current folder."""
    names = []
    for office, partner in OFFICES.items():
        rows = [(f"{office}科协2021年第二季度",), HEAD]
        rows += [
            (f"5月{n + 1}日", f"演示{office}{n}", "4", partner, f"第{n}村", str(100 + n))
            for n in range(first, first + events)
        ]
        names.append(f"{office}{first}.xlsx")
        (folder.parent / names[-1]).write_bytes(workbook_of(rows))
    return names


def told(run: Run) -> list[tuple[str, str]]:
    """The ids and titles that stand, to see what is lost or doubled."""
    return sorted((record["id"], record["title"]) for record in records(run))


def test_a_killed_import_is_ended_by_the_next_one_and_nothing_is_lost_or_doubled(
    tables: Path, run: Run, rounds: int
) -> None:
    earlier, names = write_returns(tables), write_returns(tables, first=EVENTS)
    assert run("import", *earlier).code == 0
    words = ("import", "--supplement", *names)
    empty = Path(shutil.copytree(tables, tables.parent / "before"))
    before = files_of(tables)
    longest = seconds(*words)
    after, stand = files_of(tables), told(run)
    assert len(stand) == 2 * EVENTS * len(OFFICES)
    met = 0
    for moment in moments(rounds, longest):
        shutil.rmtree(tables)
        shutil.copytree(empty, tables)
        met += kill(begin(*words), moment)
        now = files_of(tables)
        half = {path for path in after if now.get(path) not in (before.get(path), after[path])}
        assert half == set()
        assert run(*words).code == 0
        assert left_behind(tables) == []
        assert files_of(tables) == after
        assert told(run) == stand
    assert met >= rounds / 2, "most runs were killed before they ended"


def test_imports_at_the_same_time_take_each_return_once(tables: Path, run: Run) -> None:
    names = write_returns(tables)
    orders: list[Sequence[str]] = [names, names[::-1], names[2:], names]
    runs = [begin("import", *order) for order in orders]
    threads = [threading.Thread(target=one.communicate) for one in runs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert [one.returncode for one in runs] == [0] * len(runs)
    stand = told(run)
    assert len(stand) == len({number for number, _ in stand}) == EVENTS * len(OFFICES)
    received = (tables / "submissions/2021Q2/received.csv").read_text("utf-8-sig")
    assert len(received.splitlines()) == 1 + len(OFFICES)
