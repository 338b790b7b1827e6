"""`init --demo`: a made-up year that says so everywhere, breaks no rule and fills a report."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from conftest import DATA, Run
from cqpair.demo.events import events
from cqpair.store import write
from cqpair.store.folder import open_tasks

QUARTERS = ("2022Q1", "2022Q2", "2022Q3", "2022Q4")


@pytest.fixture
def demo(run: Run) -> Path:
    assert run("init", "demo", "--demo").code == 0
    return Path("demo")


def records(folder: Path) -> list[dict[str, str]]:
    found = []
    for path in sorted(folder.glob("activities/*/*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found += [{**row, "quarter": path.parent.name} for row in csv.DictReader(file)]
    return found


def files(folder: Path) -> dict[str, bytes]:
    every = (p for p in folder.rglob("*") if p.is_file() and p.name != ".cqpair.lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in every}


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "words"), [("zh", "不是真实活动"), ("en", "made up")])
def test_it_tells_what_it_made_and_a_next_step_that_works(lang: str, words: str, run: Run) -> None:
    result = run("--lang", lang, "init", "a new one", "--demo")
    assert result.code == 0
    made = [line.removeprefix("a new one/") for line in result.out.splitlines()]
    quarters = [f"activities/{name}/" for name in (*QUARTERS, "2023Q1")]
    sent = ["submissions/", "submissions/2022Q4/", "submissions/2022Q4/originals/"]
    others = ["remarks/", "schemas/", "returns/", "returns/later/"]
    files = ["pairings.yaml", "tasks.yaml", "cqpair.toml"]
    assert made == [*files, "activities/", *quarters, *sent, *others]
    assert all(Path("a new one", name).exists() for name in made)
    assert result.err.count("\n") == 1
    assert all(word in result.err for word in (words, "演示数据"))
    assert result.err.endswith("cqpair --data 'a new one' report --quarter 2022Q2\n")
    readme = Path("a new one/activities/README.md").read_text(encoding="utf-8")
    assert "演示数据" in readme


def test_every_record_says_that_it_is_made_up_and_names_no_source(demo: Path) -> None:
    for record in records(demo):
        assert record["活动名称"].startswith("【演示数据】")
        assert "演示数据" in record["备注"]
        assert record["来源"] == ""


def test_nothing_is_wrong_with_it(demo: Path, run: Run) -> None:
    result = run("--data", demo, "validate", "--strict", "--format", "json")
    assert (result.code, json.loads(result.out)["problems"]) == (0, [])
    assert run("--data", demo, "validate", "--strict", "--on", "2025-11-05").code == 0


@pytest.mark.slow
def test_it_is_in_canonical_form(demo: Path, run: Run) -> None:
    before = files(demo)
    assert run("--data", demo, "fmt", "--check").code == 0
    assert files(demo) == before


@pytest.mark.slow
@pytest.mark.parametrize("period", [*QUARTERS, "2022", "2023Q1"])
def test_every_report_of_it_is_whole(period: str, demo: Path, run: Run) -> None:
    option = "--quarter" if "Q" in period else "--year"
    result = run("--data", demo, "report", option, period)
    assert (result.code, result.err) == (0, "")
    assert "演示数据" in result.out


def test_all_pairs_and_partners_areas_forms_and_leads_appear(demo: Path) -> None:
    found = records(demo)
    tasks = open_tasks(DATA).tasks
    assert tasks is not None
    assert 150 <= len(found) <= 220
    assert len({record["两群区县"] for record in found}) == 17
    assert len({name for record in found for name in record["主城协同区"].split("、")}) == 24
    assert {record["任务领域"] for record in found} == {area.key for area in tasks.all_areas}
    assert {record["活动形式"] for record in found} == set(tasks.forms)
    assert {record["状态"] for record in found} == set(tasks.statuses)
    assert {record["牵头类别"] for record in found} == {*tasks.lead_kinds, ""}
    meetings = [record for record in found if record["活动形式"] == "联席会议"]
    assert {record["任务举措"] for record in meetings} - {""} == {"定期召开对接联席会议"}
    assert len({record["活动名称"] for record in found}) == len(found)


def test_some_pairs_are_silent_for_a_quarter_for_two_or_for_all_but_one(demo: Path) -> None:
    happened = [record for record in records(demo) if record["状态"] != "计划"]
    counts = Counter((record["两群区县"], record["quarter"]) for record in happened)
    spread = {county: [counts[county, q] for q in QUARTERS] for county, _ in counts}
    silent = {county: [n == 0 for n in numbers] for county, numbers in spread.items()}
    assert [False, True, True, False] in silent.values()
    assert sum(map(sum, silent.values())) < 17 * 4 / 4
    assert any(sum(quarters) == 3 for quarters in silent.values())
    assert sum(not any(quarters) for quarters in silent.values()) > 10
    assert max(max(numbers) for numbers in spread.values()) > 3


@pytest.mark.slow
@pytest.mark.parametrize("column", ["参与人次", "专家人次", "资金投入", "实物折价"])
def test_figures_vary_as_real_ones_do(column: str, demo: Path) -> None:
    values = [record[column] for record in records(demo) if record["状态"] != "计划"]
    assert "" in values
    assert len(set(values)) > 10
    assert ("0" in values) is (column != "参与人次")
    assert any(v.startswith("约") for v in values) is (column in ("参与人次", "资金投入"))


def test_what_is_planned_next_is_only_planned(demo: Path) -> None:
    planned = [record for record in records(demo) if record["quarter"] == "2023Q1"]
    assert len(planned) > 5
    for record in planned:
        assert record["状态"] == "计划"
        told = [record[name] for name in ("参与人次", "专家人次", "资金投入", "成果", "推荐典型")]
        assert set(told) == {""}


@pytest.mark.slow
def test_it_is_the_same_every_time(demo: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1650000000")
    assert run("init", "again", "--demo").code == 0
    assert files(Path("again")) == files(demo)


def test_every_measure_of_the_notice_has_an_event() -> None:
    tasks = open_tasks(DATA).tasks
    assert tasks is not None
    measures = [measure for area in tasks.all_areas for measure in area.measures]
    assert list(dict.fromkeys(event.measure for event in events())) == measures


@pytest.mark.slow
@pytest.mark.parametrize("name", ["pairings.yaml", "activities/2021Q2/wushan.csv"])
def test_a_folder_in_use_is_refused_and_stays_as_it_is(name: str, run: Run) -> None:
    mine = Path("old", name)
    mine.parent.mkdir(parents=True)
    mine.write_text("mine", encoding="utf-8")
    result = run("init", "old", "--demo")
    assert (result.code, result.out) == (2, "")
    assert f"old/{name.partition('/')[0]}" in result.err
    assert files(Path("old")) == {name: b"mine"}
    assert not Path("old/submissions").exists()


@pytest.mark.slow
@pytest.mark.parametrize("there", [False, True])
def test_nothing_half_made_stays_behind(
    there: bool, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    if there:
        Path("new/activities").mkdir(parents=True)
        Path("new/mine.txt").write_text("mine", encoding="utf-8")
    left = {path.as_posix() for path in Path().rglob("*")}
    whole = write._make_file

    def fails(path: Path, data: bytes) -> None:
        if path.parent.name == "2022Q3":
            raise OSError(28, "No space left on device")
        whole(path, data)

    monkeypatch.setattr(write, "_make_file", fails)
    result = run("init", "new", "--demo")
    assert (result.code, result.out) == (2, "")
    assert {path.as_posix() for path in Path().rglob("*")} == left
