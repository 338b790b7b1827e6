"""What all tests share: running a command in this process, and data folders to run it in."""

import csv
import gc
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from io import StringIO
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import hypothesis
import pytest
import typer.main

import cqpair.store.folder
import cqpair.store.records
from cqpair.book.records import build_records
from cqpair.cells import Context
from cqpair.cli import main
from cqpair.fields import BY_KEY, COLUMNS, MEASURED
from cqpair.messages import use
from cqpair.source import Grid, Reject
from cqpair.store import PAIRINGS
from cqpair.store.folder import TASKS, open_tables, open_tasks

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
SUMS = {BY_KEY[key].json_key: BY_KEY[key] for key in MEASURED}
SPOKEN = tuple(key for key, column in SUMS.items() if not column.sparse)
"""The sums that a report of made-up or shipped records speaks of; none holds a sparse one."""
_MEMORY = Path("/dev/shm")
"""Where Linux keeps files in memory: tests make tens of thousands, and disks are slow."""
_ROOM = 2 * 1024**3  # bytes: many times what all tests write
_SETTINGS = ("CQPAIR_DATA", "CQPAIR_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "GITHUB_ACTIONS")
_COLOURS = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE")
TODAY = "1790000000"  # 2026-09-21: the clock of every test, so that outputs stay the same


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden texts")
    parser.addoption("--rounds", type=int, help="tries of tests/test_nothing_lost.py (a few)")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """What a value is called in the name of a test, which all processes have to give alike.

    The bytes of a workbook tell the second in which they were made.
    """
    return argname if isinstance(val, bytes) else None


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-golden"):
        os.environ["CQPAIR_UPDATE_GOLDEN"] = "1"
    hypothesis.settings.register_profile("inner", max_examples=10)
    if config.option.markexpr and not config.getoption("--hypothesis-profile"):
        hypothesis.settings.load_profile("inner")
    if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))
    gc.disable()
    _build_shipped_tables_once()
    made = cache(typer.main.get_params_from_function)  # type: ignore[attr-defined]
    typer.main.get_params_from_function = made  # type: ignore[attr-defined]


def pytest_collection_finish() -> None:
    gc.freeze()  # thousands of tests and all modules, which no collection need look at again
    gc.set_threshold(20_000, 50, 100)
    gc.enable()


def tries(times: float) -> hypothesis.settings:
    """So many times the tries that a property has otherwise: 100, or 10 in a run with `-m`."""
    usual = hypothesis.settings.default
    assert usual is not None
    return hypothesis.settings(deadline=None, max_examples=int(times * usual.max_examples))


def _build_shipped_tables_once() -> None:
    """Most tests stand on the shipped tables as they are, and rows never change: built once.

    Any other bytes are read and built anew in every test.
    """
    shipped = {(DATA / path).read_bytes() for path in (PAIRINGS, TASKS)}
    for name in ("tables_from", "tasks_from"):
        build = _remembering(getattr(cqpair.store.folder, name), shipped)
        for module in (cqpair.store.folder, cqpair.store.records):
            setattr(module, name, build)


def _remembering(build: Callable[..., Any], shipped: set[bytes]) -> Callable[..., Any]:
    built: dict[tuple[Any, ...], Any] = {}

    def call(data: bytes | None, rejects: list[Reject], *on: date) -> Any:
        if data not in shipped or rejects:
            return build(data, rejects, *on)
        if (data, *on) not in built:
            built[data, *on] = build(data, rejects, *on)
        return built[data, *on]

    return call


def load_script(name: str, folder: str = "docs") -> ModuleType:
    """A script of `docs/` or another folder that is not a package."""
    spec = spec_from_file_location(name, ROOT / folder / f"{name}.py")
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


@pytest.fixture(autouse=True, scope="session")
def _fixed_world() -> Iterator[None]:
    """No setting of this machine reaches a test."""
    with pytest.MonkeyPatch.context() as patch:
        for name in (*_SETTINGS, *_COLOURS):
            patch.delenv(name, raising=False)
        patch.setenv("SOURCE_DATE_EPOCH", TODAY)
        patch.setattr(os, "fsync", lambda _: None)  # no test pulls the plug, and disks are slow
        yield


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Every test stands in a folder of its own, and hears the language of who asks for none."""
    use("zh")
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


@pytest.fixture(scope="session")
def demo_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up year of `init --demo`, which no test changes."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    assert main(["init", str(folder), "--demo"]) == 0
    return folder
