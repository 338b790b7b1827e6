"""Which data a command uses: `--data`, else CQPAIR_DATA, else the nearest, else the shipped."""

import shutil
from pathlib import Path

import pytest

from conftest import DATA, Run, miscount

SHIPPED = "北碚区\n铜梁区\n"
ROW = "{no: 12, county: 巫山县, partners: [%s]}"


def _folder(path: str, *partners: str) -> Path:
    """A data folder in which 巫山县 has other partners: an answer tells where it is from."""
    folder = Path(path)
    (folder / "activities").mkdir(parents=True)
    shutil.copy(DATA / "tasks.yaml", folder)
    table = (DATA / "pairings.yaml").read_text(encoding="utf-8")
    marked = table.replace(ROW % "北碚区, 铜梁区", ROW % ", ".join(partners))
    assert marked != table
    (folder / "pairings.yaml").write_text(marked, encoding="utf-8")
    return folder


def _asked(run: Run, *options: str) -> str:
    result = run(*options, "partners", "巫山", "--format", "plain")
    assert (result.code, result.err) == (0, "")
    return result.out


def test_an_empty_folder_uses_the_shipped_tables(run: Run) -> None:
    assert _asked(run) == SHIPPED
    assert run("pairs").code == 0
    assert run("tasks").code == 0
    assert run("explain").code == 0


@pytest.mark.parametrize(
    "command", [["validate"], ["activities"], ["report", "--quarter", "2021Q2"]]
)
def test_without_a_data_folder_a_command_that_needs_records_exits_2_and_says_the_way_out(
    command: list[str], run: Run
) -> None:
    result = run(*command)
    assert (result.code, result.out) == (2, "")
    assert all(word in result.err for word in ("pairings.yaml", "--data", "cqpair init"))


def test_the_option_wins_over_the_setting_and_the_setting_over_the_nearest(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _folder("data", "渝中区")
    _folder("set", "南岸区")
    _folder("given", "涪陵区")
    assert _asked(run) == "渝中区\n"
    monkeypatch.setenv("CQPAIR_DATA", "set")
    assert _asked(run) == "南岸区\n"
    assert _asked(run, "--data", "given") == "涪陵区\n"
    monkeypatch.setenv("CQPAIR_DATA", "")
    assert _asked(run) == "渝中区\n", "an empty setting is none"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("here", "expected"),
    [
        (".", "渝中区\n"),
        ("docs/deep", "渝中区\n"),
        ("data", "渝中区\n"),
        ("data/activities", "渝中区\n"),
        ("inner", "南岸区\n"),
        ("inner/data/activities", "南岸区\n"),
        ("empty/data", "渝中区\n"),
    ],
)
def test_the_nearest_folder_upward_that_holds_the_table_is_used(
    here: str, expected: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _folder("data", "渝中区")
    _folder("inner/data", "南岸区")
    Path(here).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(here)
    assert _asked(run) == expected


def test_a_folder_that_is_itself_a_data_folder_is_found_from_below(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(_folder("books", "渝中区") / "activities")
    assert _asked(run) == "渝中区\n"


@pytest.mark.parametrize("bad", ["nowhere", "empty", "file", "data/pairings.yaml"])
def test_a_named_folder_that_is_none_exits_2_and_is_never_replaced_by_another(
    bad: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _folder("data", "渝中区")
    Path("empty").mkdir()
    Path("file").touch()
    results = [run("--data", bad, "partners", "巫山")]
    monkeypatch.setenv("CQPAIR_DATA", bad)
    results.append(run("partners", "巫山"))
    for result in results:
        assert (result.code, result.out) == (2, "")
        assert all(word in result.err for word in (bad, "cqpair init"))


def test_paths_are_told_from_where_the_command_runs(
    data: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    miscount(data)
    told = {}
    for here in (data.parent, data, data / "activities"):
        monkeypatch.chdir(here)
        told[here] = run("validate").out.partition(":")[0]
    assert told[data.parent] == "data/pairings.yaml"
    assert told[data] == "pairings.yaml"
    assert told[data / "activities"] == (data / "pairings.yaml").as_posix(), "not below: absolute"


@pytest.mark.slow
@pytest.mark.parametrize("section", ["pairings", "units"])
def test_a_table_with_errors_gives_no_answer(section: str, tables: Path, run: Run) -> None:
    table = tables / "pairings.yaml"
    text = table.read_text(encoding="utf-8")
    mark = f"\n{section}:\n"
    table.write_text(text.replace(mark, f"{mark}  - {{unknown: 演示数据}}\n"), encoding="utf-8")
    line = text[: text.index(mark)].count("\n") + 3
    for command in (("partners", "巫山"), ("pairs",), ("report", "--quarter", "2021Q2"), ("fmt",)):
        result = run(*command)
        assert (result.code, result.out) == (2, ""), "half a table answers nothing"
        assert f"pairings.yaml:{line}:" in result.err
        assert "cqpair validate" in result.err


def test_a_count_that_does_not_match_is_no_damage(data: Path, run: Run) -> None:
    miscount(data)
    assert run("validate").code == 1
    assert run("partners", "巫山").code == 0


def test_an_old_encoding_is_no_damage(data: Path, run: Run) -> None:
    table = data / "pairings.yaml"
    table.write_bytes(table.read_text(encoding="utf-8").encode("gb18030"))
    assert run("partners", "巫山").code == 0
