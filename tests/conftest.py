"""What all tests share: running a command in this process, and data folders to run it in."""

import csv
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from io import StringIO
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from cqpair.book.records import build_records
from cqpair.cells import Context
from cqpair.cli import main
from cqpair.fields import BY_KEY, COLUMNS, MEASURED
from cqpair.source import Grid, Reject
from cqpair.store.folder import open_tables, open_tasks

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
SUMS = {BY_KEY[key].json_key: BY_KEY[key] for key in MEASURED}
SPOKEN = tuple(key for key, column in SUMS.items() if not column.sparse)
"""The sums that a report of made-up or shipped records speaks of; none holds a sparse one."""
TODAY = "1790000000"  # 2026-09-21: the clock of every test, so that outputs stay the same


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden texts")
    parser.addoption("--rounds", type=int, help="tries of tests/test_nothing_lost.py (a few)")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-golden"):
        os.environ["CQPAIR_UPDATE_GOLDEN"] = "1"


def load_script(name: str) -> ModuleType:
    """A script of `docs/`, which is no package."""
    spec = spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def records_of(grid: Grid) -> tuple[int, list[Reject]]:
    """How many records `grid` holds against the shipped tables, in 2021, and what is no record."""
    tasks = open_tasks(DATA).tasks
    assert tasks is not None
    context = Context(open_tables(DATA, date(2026, 9, 21)).names, tasks, 2021)
    activities, _, rejects, _ = build_records(grid, context, {})
    return len(activities), list(rejects)


class Result(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


_FOLDERS = count()


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new folder, as pytest's own, made in a fraction of its time: every test has one."""
    folder = tmp_path_factory.getbasetemp() / f"t{next(_FOLDERS)}"
    folder.mkdir()
    return folder


@pytest.fixture(autouse=True)
def _fixed_world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of this machine reaches a test."""
    for name in ("CQPAIR_DATA", "CQPAIR_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    monkeypatch.setattr(os, "fsync", lambda _: None)  # no test pulls the plug, and disks are slow
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run `cqpair WORDS…` in this process, in the current folder."""

    def call(*words: str | Path) -> Result:
        capfdbinary.readouterr()
        code = main([str(word) for word in words])
        out, err = capfdbinary.readouterr()
        return Result(code, out.decode("utf-8"), err.decode("utf-8"))

    return call


HEADERS = {column.key: column.header for column in COLUMNS}
"""The header of each column by its key, in canonical order."""

SOUND = {
    "date": "2021-05-13",
    "county": "巫山县",
    "partners": "北碚区",
    "area": "4",
    "title": "演示数据",
}


def record(**cells: str) -> dict[str, str]:
    """The cells of a made-up record, by the key of their column: a sound one, but for `cells`."""
    return {**SOUND, **cells}


def csv_of(records: Iterable[Mapping[str, str]]) -> str:
    """A record file of those columns that any of `records` has, in their canonical order."""
    rows = list(records)
    keys = [key for key in HEADERS if any(key in row for row in rows)]
    assert {key for row in rows for key in row} <= HEADERS.keys()
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADERS[key] for key in keys)
    writer.writerows([row.get(key, "") for key in keys] for row in rows)
    return out.getvalue()


def put_records(folder: Path, name: str, *records: Mapping[str, str]) -> None:
    """A record file of `records` in a data folder, `name` its place below `activities`."""
    path = folder / "activities" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(csv_of(records), encoding="utf-8")


def write_records(header: str, folder: Path, name: str, *rows: str) -> None:
    """A record file of made-up rows under `header`."""
    path = folder / "activities" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join((header, *rows, "")), encoding="utf-8")


def report(run: Run, *words: str) -> dict[str, Any]:
    """The report that `words` ask for; each may hold several, with blanks between."""
    result = run("report", *" ".join(words).split(), "--format", "json")
    assert (result.code, result.err) == (0, "")
    told: dict[str, Any] = json.loads(result.out)
    return told


def miscount(folder: Path) -> None:
    """Have the pairing table of a data folder state a count that is not its own: T201."""
    table = folder / "pairings.yaml"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("partners: 24", "partners: 23"), encoding="utf-8")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the shipped data folder, as `data` in the current folder."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A data folder with the shipped tables and no records, as `data` in the current folder."""
    folder = tmp_path / "data"
    (folder / "activities").mkdir(parents=True)
    for name in ("pairings.yaml", "tasks.yaml"):
        shutil.copy(DATA / name, folder)
    return folder
