"""The returns of the demo fit its records, and every step of a quarter has something to show."""

import csv
import hashlib
import json
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import pytest

from conftest import Run, load_script
from cqpair.demo.quarter import NOT_IMPORTED, QUARTER, WORKBOOKS
from test_demo import records

LABEL = QUARTER.label
RETURNS = tuple(f"demo/returns/{name}" for name in WORKBOOKS.values())
LATER = "demo/returns/later/{}科协2022年第四季度活动台账{}.csv".format


@pytest.fixture
def demo(run: Run) -> Path:
    assert run("init", "demo", "--demo").code == 0
    return Path("demo")


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def asked(run: Run, *words: str) -> dict[str, object]:
    result = run("--data", "demo", *words, "--format", "json")
    found: dict[str, object] = json.loads(result.out)
    return found


def test_what_was_received_fits_the_records_and_the_files(demo: Path) -> None:
    folder = demo / "submissions" / LABEL
    of_quarter = {r["编号"] for r in records(demo) if r["quarter"] == LABEL}
    told = []
    for row in rows(folder / "received.csv"):
        if row["方式"] == "零报告":
            assert (row["记录数"], row["编号"], row["文件"]) == ("0", "", "")
            continue
        ids = row["编号"].split("、")
        assert len(ids) == int(row["记录数"])
        data = (folder / row["文件"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == row["校验码"]
        told += [(one, row["单位"], row["文件"]) for one in ids]
    origins = [(o["编号"], o["单位"], o["文件"]) for o in rows(folder / "origins.csv")]
    assert told == origins
    assert sorted(one for one, *_ in told) == sorted(of_quarter)
    assert {p.name for p in (folder / "originals").iterdir()} == {f[10:] for *_, f in told}


def test_an_origin_names_the_row_that_tells_the_record(demo: Path) -> None:
    folder = demo / "submissions" / LABEL
    titles = {r["编号"]: r["活动名称"] for r in records(demo)}
    for origin in rows(folder / "origins.csv"):
        text = (folder / origin["文件"]).read_text(encoding="utf-8-sig")
        assert titles[origin["编号"]] in text.splitlines()[int(origin["行"]) - 1]


def test_the_originals_imported_anew_give_the_same_records(demo: Path, run: Run) -> None:
    originals = sorted((demo / "submissions" / LABEL / "originals").iterdir())
    assert run("init", "anew").code == 0
    result = run("--data", "anew", "import", *originals)
    assert result.code == 0, result.out
    before = [r for r in records(demo) if r["quarter"] == LABEL]
    assert _without_ids(records(Path("anew"))) == _without_ids(before)


def _without_ids(found: Sequence[dict[str, str]]) -> list[list[tuple[str, str]]]:
    return sorted(sorted((k, v) for k, v in r.items() if k != "编号" and v) for r in found)


def test_every_file_says_that_it_is_made_up(demo: Path) -> None:
    for path in (*demo.glob("submissions/*/originals/*"), *demo.glob("returns/later/*")):
        title, _, header, *lines = path.read_text(encoding="utf-8-sig").splitlines()
        assert title.startswith("【演示数据】")
        at = header.split(",").index("活动名称")
        assert all(line[at].startswith("【演示数据】") for line in csv.reader(lines))
    script = load_script("returns")
    for name in WORKBOOKS.values():
        cells = script.cells_of((demo / "returns" / name).read_bytes())
        rows = [row for row in cells[0] if any("北碚区" in c or "区与" in c for c in row)]
        assert any("演示数据" in cell for row in rows for cell in row)


def test_the_workbooks_say_what_the_script_would_write_now() -> None:
    assert load_script("returns").main(["--check"]) == 0, "python docs/returns.py makes them anew"


@pytest.mark.usefixtures("demo")
def test_some_are_in_time_some_late_some_missing_and_some_have_nothing(run: Run) -> None:
    status = asked(run, "status", "--quarter", LABEL)
    missing = status["missing"]
    assert isinstance(missing, list)
    assert set(NOT_IMPORTED) < set(missing)
    assert (status["nil"], status["late"], len(missing)) == (2, 3, 4)


@pytest.mark.usefixtures("demo")
def test_of_what_waits_two_files_go_in_and_one_is_refused_for_two_cells(run: Run) -> None:
    found = asked(run, "import", *RETURNS)
    files = found["files"]
    assert isinstance(files, list)
    states = {file["sender"]: file["state"] for file in files}
    assert states == {"秀山县": "imported", "北碚区": "imported", "云阳县": "refused"}
    refused = next(file for file in files if file["state"] == "refused")
    assert [(p["code"], p["cell"]) for p in refused["problems"]] == [("A304", "C5"), ("F109", "G6")]


@pytest.mark.usefixtures("demo")
def test_the_partner_tells_what_the_county_told(run: Run) -> None:
    assert asked(run, "reconcile", "--quarter", LABEL)["candidates"] == []
    run("--data", "demo", "import", *RETURNS)
    found = asked(run, "reconcile", "--quarter", LABEL)
    candidates, decided = found["candidates"], found["decided"]
    assert isinstance(candidates, list)
    assert isinstance(decided, list)
    assert [one["ids"] for one in candidates] == [["2022Q4-wushan-03", "2022Q4-wushan-05"]]
    assert [one["ids"] for one in decided] == [["2022Q4-zhongxian-01", "2022Q4-zhongxian-04"]]


@pytest.mark.usefixtures("demo")
def test_what_comes_later_completes_one_return_and_corrects_another(run: Run) -> None:
    found = asked(run, "import", LATER("云阳县", ""), LATER("奉节县", "（更正）"))
    files = found["files"]
    assert isinstance(files, list)
    late, corrected = files
    assert (late["state"], len(late["added"])) == ("imported", 3)
    changed = [(one["id"], one["old"], one["new"]) for one in corrected["changed"]]
    assert changed == [("2022Q4-fengjie-01", "40", "48")]


@pytest.mark.usefixtures("demo")
def test_a_form_of_which_nothing_is_filled_in_is_no_nil_report(run: Run) -> None:
    assert run("--data", "demo", "template", "云阳县", "--quarter", LABEL).code == 0
    files = asked(run, "import", f"{LABEL}-云阳县科协.xlsx")["files"]
    assert isinstance(files, list)
    assert [file["state"] for file in files] == ["refused"]


@pytest.mark.usefixtures("demo")
def test_a_quarter_with_doubles_is_as_it_was_closed(run: Run) -> None:
    assert run("--data", "demo", "close", LABEL).code == 0
    result = run("--data", "demo", "changes", LABEL, "--format", "json")
    found = json.loads(result.out)
    assert [found["added"], found["changed"], found["withdrawn"]] == [[], [], []]
    assert found["totals"]["was"] == found["totals"]["is"]
