"""`validate`: which files, which rules, which form, which exit code."""

import json
import re
import shutil
from pathlib import Path

import pytest

from conftest import Run
from cqpair import __version__

PROBLEM = "code name severity message fix path line column sheet cell related"
RELATED = "path line column message"
HEADER = "编号,开始日期,两群区县,主城协同区,任务领域,活动名称\n"
BAD = f"{HEADER}a,2021-05-13,云阳县,江津区,4,演示数据\n"
UNKNOWN = f"{HEADER}b,2021-05-13,巫山县,北培区,4,演示数据\n"


def _codes(run: Run, *words: str | Path) -> list[tuple[str, str]]:
    found = json.loads(run("validate", *words, "--format", "json").out)
    return [(problem["path"], problem["code"]) for problem in found["problems"]]


def _put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.usefixtures("data")
def test_the_shipped_data_passes_strictly(run: Run) -> None:
    result = run("validate", "--strict")
    assert (result.code, result.err) == (0, "")
    assert _codes(run) == []


def test_a_fresh_folder_passes_strictly(run: Run) -> None:
    run("init", "new")
    assert run("--data", "new", "validate", "--strict").code == 0


@pytest.mark.slow
def test_what_was_abolished_is_told_from_that_day_until_somebody_has_looked(
    unsettled: Path, run: Run
) -> None:
    assert _codes(run) == [(f"data/{unsettled.name}", "T207")] * 2
    assert run("validate").code == 0
    assert run("validate", "--strict").code == 1
    assert run("validate", "--strict", "--on", "2025-11-05").code == 0
    assert len(_codes(run, "--on", "2025-11-06")) == 2, "from the day it was announced"
    written = re.findall(r"`(pairings_kept: [-\d]+)`", run("--lang", "en", "validate").out)
    text = unsettled.read_text(encoding="utf-8")
    text = re.sub(r"( +)(successor: .*\n)", rf"\1\2\1{written[0]}\n", text)
    unsettled.write_text(text, encoding="utf-8")
    assert run("validate", "--strict").code == 0, "what the way out says is enough"
    assert "2025-11-06" in run("partners", "江北区").out, "the note stays"


@pytest.mark.usefixtures("data")
def test_the_json_is_exactly_as_promised(tables_with_error: Path, run: Run) -> None:
    result = run("validate", tables_with_error, "--format", "json")
    found = json.loads(result.out)
    assert (result.code, result.err) == (1, "")
    assert list(found) == ["cqpair", "summary", "problems"]
    assert found["cqpair"] == __version__
    assert found["summary"] == {"errors": 1, "warnings": 0, "files": 1, "records": 2}
    (problem,) = found["problems"]
    assert list(problem) == PROBLEM.split()
    (related,) = problem.pop("related")
    assert list(related) == RELATED.split()
    assert (related["path"], related["line"], related["column"]) == ("twice.csv", 2, 1)
    assert [problem[key] for key in PROBLEM.split()[:3]] == ["D401", "duplicate-id", "error"]
    assert [problem[key] for key in ("path", "line", "column")] == ["twice.csv", 3, 1]
    assert (problem["sheet"], problem["cell"]) == (None, None), "they are of workbooks only"


@pytest.fixture
def unsettled(data: Path) -> Path:
    """The shipped pairings as they were before somebody looked at the change of the map."""
    table = data / "pairings.yaml"
    text = table.read_text(encoding="utf-8")
    table.write_text(re.sub(r" +pairings_kept: .*\n", "", text), encoding="utf-8")
    return table


@pytest.fixture
def tables_with_error() -> Path:
    """A record file beside the data folder in which one id stands twice."""
    rows = "a,2021-05-13,云阳县,渝北区,4,演示数据一\na,2021-05-14,云阳县,渝北区,4,演示数据二\n"
    return _put(Path("twice.csv"), HEADER + rows)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ["A301", "A304", "F112"]),
        (["--select", "A304"], ["A304"]),
        (["--select", "A"], ["A301", "A304"]),
        (["--select", "a3"], ["A301", "A304"]),
        (["--select", "A301,F1"], ["A301", "F112"]),
        (["--select", "A301， F112"], ["A301", "F112"]),
        (["--select", "A301", "--select", "A304"], ["A301", "A304"]),
        (["--select", "A3", "--ignore", "A304"], ["A301"]),
        (["--ignore", "A"], ["F112"]),
        (["--ignore", "A301", "--ignore", "A304"], ["F112"]),
        (["--ignore", "A,F"], []),
        (["--select", "T,D"], []),
    ],
    ids=" ".join,
)
def test_rules_are_chosen_by_code_and_prefix(
    words: list[str], expected: list[str], tables: Path, run: Run
) -> None:
    _put(tables / "activities/a.csv", BAD)
    _put(tables / "activities/b.csv", UNKNOWN)
    _put(tables / "activities/c.docx", "演示数据")
    on = ["--on", "2025-11-05"]
    assert sorted(code for _, code in _codes(run, *on, *words)) == expected
    assert run("validate", *on, *words).code == (1 if expected else 0)


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize("code", ["X", "A999", "A3,B", "304", "T207x"])
def test_a_code_that_no_rule_has_is_wrong_use(option: str, code: str, run: Run) -> None:
    result = run("validate", option, code)
    assert (result.code, result.out) == (2, "")
    assert "cqpair explain" in result.err


@pytest.mark.slow
def test_paths_limit_the_check_to_what_they_name(data: Path, unsettled: Path, run: Run) -> None:
    assert unsettled.is_file()
    inside = _put(data / "activities/2021Q2/bad.csv", BAD)
    outside = _put(Path("inbox/new.csv"), UNKNOWN)
    table = "data/pairings.yaml"
    mine, theirs = ("data/activities/2021Q2/bad.csv", "A304"), ("inbox/new.csv", "A301")
    abolished = [(table, "T207")] * 2
    assert _codes(run, inside) == [mine]
    assert _codes(run, outside) == [theirs], "a file beside the data is checked against it"
    assert _codes(run, "inbox") == [theirs]
    assert sorted(_codes(run, outside, inside)) == [mine, theirs]
    assert _codes(run, data / "activities") == [mine]
    assert _codes(run, data / "activities/2021Q1") == []
    assert _codes(run, table) == abolished
    assert _codes(run, data / "tasks.yaml") == []
    assert _codes(run, data) == _codes(run) == [mine, *abolished]
    summary = json.loads(run("validate", outside, inside, "--format", "json").out)["summary"]
    assert summary == {"errors": 2, "warnings": 0, "files": 2, "records": 2}


def test_a_path_that_is_a_data_folder_is_checked_as_one(data: Path, run: Run) -> None:
    other = Path(shutil.copytree(data, "other"))
    table = other / "pairings.yaml"
    text = table.read_text(encoding="utf-8").replace("partners: 24", "partners: 23")
    table.write_text(text, encoding="utf-8")
    words = ("--ignore", "T207")
    assert _codes(run, other, *words) == [("other/pairings.yaml", "T201")]
    assert _codes(run, table, *words) == [("other/pairings.yaml", "T201")], "with its own tables"
    assert _codes(run, *words) == []


def test_a_file_is_checked_against_all_records_though_only_its_own_problems_are_told(
    data: Path, run: Run
) -> None:
    taken = "2021Q2-wushan-01"
    row = f"{HEADER}{taken},2021-05-13,云阳县,渝北区,4,演示数据\n"
    new = _put(data / "activities/2021Q2/yunyang.csv", row)
    assert _codes(run, new) == [("data/activities/2021Q2/yunyang.csv", "D401")]


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize("paths", [["nope.csv"], ["data", "nope"], ["data/activities/2021Q5"]])
def test_a_path_that_is_not_there_is_wrong_use(paths: list[str], run: Run) -> None:
    result = run("validate", *paths)
    assert (result.code, result.out) == (2, "")
    assert paths[-1] in result.err


def test_records_are_never_called_sound_when_the_tables_kept_them_from_being_checked(
    data: Path, run: Run
) -> None:
    record = _put(data / "activities/2021Q2/bad.csv", BAD)
    _put(data / "tasks.yaml", "演示数据\n")
    for words in ([], [record], ["--select", "A3"]):
        result = run("validate", *words)
        assert result.code == 1
        assert result.err, "that records were not checked is said"
        assert "没有发现问题" not in result.out
    for words in ([], [record]):
        found = json.loads(run("validate", *words, "--format", "json").out)
        assert found["summary"]["errors"] > 0, "a program that reads the answer sees it too"


@pytest.mark.usefixtures("data")
def test_the_summary_line_is_always_last(tables_with_error: Path, run: Run) -> None:
    for words in ([], ["--on", "2025-11-05"], ["--select", "D4"], [tables_with_error]):
        last = run("validate", *words).out.splitlines()[-1]
        assert last.startswith("核对了")
        english = run("--lang", "en", "validate", *words).out.splitlines()[-1]
        assert english.startswith("Checked")


def test_an_empty_data_folder_passes(tables: Path, run: Run) -> None:
    words = ("validate", "--on", "2025-11-05", "--format", "json")
    empty = run(*words)
    (tables / "activities").rmdir()
    for result in (empty, run(*words)):
        assert result.code == 0
        assert "data/activities/2021Q2/wushan.csv" in result.err, "where records go is said"
        summary = json.loads(result.out)["summary"]
        assert summary == {"errors": 0, "warnings": 0, "files": 2, "records": 0}
