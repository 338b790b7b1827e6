"""Who has reported of a quarter: states by returns, nil reports and records, and reminders."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from conftest import Run, put_records, record
from cqpair.book.submissions import Origin, Received, ReturnKind, origins_text, received_text

Q2 = ("status", "--quarter", "2021Q2")
MEMBERS = ["巫山县", "北碚区", "铜梁区"]
IN_TIME, LATE = date(2021, 7, 10), date(2021, 7, 11)


def took(unit: str, on: date = IN_TIME, *ids: str, nil: bool = False) -> Received:
    kind = ReturnKind.NIL if nil else ReturnKind.LEDGER
    file = None if nil else f"originals/{unit}-1.xlsx"
    return Received(unit, kind, on, file, None if nil else "0" * 64, len(ids), ids, None)


def put_returns(folder: Path, *rows: Received) -> None:
    place = folder / "submissions" / "2021Q2"
    place.mkdir(parents=True, exist_ok=True)
    origins = [Origin(one, row.unit, row.file, None, None) for row in rows for one in row.ids]
    (place / "received.csv").write_text(received_text(rows), encoding="utf-8-sig")
    (place / "origins.csv").write_text(origins_text(origins), encoding="utf-8-sig")


def set_reporting(folder: Path, text: str) -> None:
    table = folder / "tasks.yaml"
    before = table.read_text(encoding="utf-8").partition("\nreporting:")[0]
    table.write_text(f"{before}\nreporting: {text}\n", encoding="utf-8")


def answer(run: Run, *words: str) -> dict[str, Any]:
    result = run(*Q2, "--format", "json", *words)
    assert (result.code, result.err) == (0, "")
    told: dict[str, Any] = json.loads(result.out)
    return told


def states(told: Mapping[str, Any], *names: str) -> list[tuple[str, bool]]:
    by_name = {one["name"]: (one["state"], one["own"]) for one in told["offices"]}
    return [by_name[name] for name in names or MEMBERS]


def test_without_anything_all_are_missing_in_the_annexs_order(run: Run, tables: Path) -> None:
    told = answer(run)
    assert (told["quarter"], told["due"], told["by"]) == ("2021Q2", "2021-07-10", "pair")
    assert (told["expected"], told["received"], told["nil"], told["late"]) == (41, 0, 0, 0)
    assert told["missing"] == [one["name"] for one in told["offices"]]
    assert told["missing"][:3] == ["万州区", "两江新区", "黔江区"]
    assert told["offices"][0] == {
        "name": "万州区",
        "county": "万州区",
        "state": "missing",
        "own": False,
        "received_on": None,
        "records": 0,
        "sources": [],
    }


def test_what_one_member_sends_stands_for_its_pairing(run: Run, tables: Path) -> None:
    put_records(tables, "2021Q2/wushan.csv", record(id="x-1"), record(id="x-2", title="另一项"))
    put_returns(tables, took("北碚区", IN_TIME, "x-1", "x-2"))
    told = answer(run)
    assert states(told) == [("received", False), ("received", True), ("received", False)]
    assert (told["received"], len(told["missing"])) == (3, 38)
    office = told["offices"][[one["name"] for one in told["offices"]].index("北碚区")]
    assert (office["received_on"], office["records"]) == ("2021-07-10", 2)
    assert office["sources"] == ["submissions/2021Q2/originals/北碚区-1.xlsx"]


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        ([took("巫山县")], "received"),
        ([took("巫山县", LATE)], "late"),
        ([took("巫山县", nil=True)], "nil"),
        ([took("巫山县", LATE, nil=True)], "late"),
        ([took("巫山县", nil=True), took("巫山县", LATE)], "received"),
        ([took("巫山县"), took("巫山县", LATE, nil=True)], "nil"),
        ([took("巫山县"), took("巫山县", nil=True), took("北碚区", nil=True)], "nil"),
        ([took("巫山县", LATE), took("巫山县")], "received"),
    ],
)
def test_the_first_return_is_in_time_or_not_and_the_last_is_nil_or_not(
    rows: list[Received], state: str, run: Run, tables: Path
) -> None:
    put_returns(tables, *rows)
    told = answer(run)
    own = {row.unit for row in rows}
    assert states(told) == [(state, name in own) for name in MEMBERS]
    assert sum(told[key] for key in ("received", "nil", "late")) + len(told["missing"]) == 41
    assert states(answer(run, "--due", "2021-07-20"), "巫山县")[0][0] != "late"
    assert states(answer(run, "--due", "2021-07-01"), "巫山县") == [("late", True)]


def test_a_record_that_came_by_no_return_counts_for_the_offices_it_names(
    run: Run, tables: Path
) -> None:
    put_records(tables, "2021Q2/wushan.csv", record(partners="铜梁区"))
    told = answer(run)
    assert states(told) == [("received", True), ("received", False), ("received", True)]
    assert told["offices"][0]["received_on"] is None


@pytest.mark.parametrize("cells", [{"status": "计划"}, {"date": "2021-07-01"}, {"date": "2021"}])
def test_a_plan_and_a_record_of_another_time_are_no_return(
    cells: dict[str, str], run: Run, tables: Path
) -> None:
    put_records(tables, "2021/wushan.csv", record(**cells))
    assert states(answer(run)) == [("missing", False)] * 3


def test_a_record_with_a_cell_that_does_not_fit_was_told_all_the_same(
    run: Run, tables: Path
) -> None:
    put_records(tables, "2021Q2/wushan.csv", record(participants="几十人"))
    assert states(answer(run))[0] == ("received", True)


def test_each_office_for_itself_where_the_task_table_says_so(run: Run, tables: Path) -> None:
    set_reporting(tables, "{expected: all, due_days: 15, by: office}")
    put_records(tables, "2021Q2/wushan.csv", record(id="x-1"))
    put_returns(tables, took("北碚区", LATE, "x-1"))
    told = answer(run)
    assert (told["by"], told["due"]) == ("office", "2021-07-15")
    assert states(told) == [("missing", False), ("received", True), ("missing", False)]


@pytest.mark.parametrize(("expected", "n"), [("counties", 17), ("partners", 24), ("all", 41)])
def test_only_those_are_expected_whom_the_task_table_names(
    expected: str, n: int, run: Run, tables: Path
) -> None:
    set_reporting(tables, f"{{expected: {expected}, due_days: 10}}")
    put_returns(tables, took("巫山县", nil=True))
    told = answer(run)
    assert told["expected"] == len(told["offices"]) == n
    assert told["nil"] == {"counties": 1, "partners": 2, "all": 3}[expected]


def test_the_five_words_for_an_office(run: Run, tables: Path) -> None:
    put_returns(tables, took("巫山县"), took("开州区", nil=True), took("万州区", LATE))
    out = run("--lang", "zh", *Q2).out
    rows = {line.split()[0]: line.split()[2] for line in out.splitlines()[2:]}
    assert [rows[n] for n in ("巫山县", "开州区", "万州区", "忠县")] == [
        "已报",
        "零报告",
        "逾期",
        "未报",
    ]
    assert [rows[n] for n in ("北碚区", "江津区", "两江新区", "大足区")] == [
        "由结对方报送",
        "由结对方报送（零报告）",
        "由结对方报送（逾期）",
        "未报",
    ]
    csv = run(*Q2, "--format", "csv").out.splitlines()
    assert csv[0] == "单位,结对区县,报送情况,收到日期,记录数,依据"
    assert len(csv) == 42


def test_the_summary_goes_beside_the_table_and_to_no_program(run: Run, tables: Path) -> None:
    put_returns(tables, took("巫山县"))
    result = run("--lang", "en", *Q2)
    assert result.err == (
        "2021Q2: 41 offices expected, 3 received, 0 nil reports, 0 late, 38 missing; due "
        "2021-07-10.\n"
    )
    assert run(*Q2, "-o", "x.json").err == ""
    assert run(*Q2, "-o", "x.csv").err == ""
    assert Path("x.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_strict_fails_while_anyone_is_missing(run: Run, tables: Path) -> None:
    assert run(*Q2, "--strict").code == 1
    counties = [pairing["county"] for pairing in json.loads(run("pairs", "--format", "json").out)]
    put_returns(tables, *(took(county, nil=True) for county in counties))
    assert run(*Q2, "--strict").code == 0


def test_the_map_of_the_quarter_is_taken_unless_another_day_is_asked_for(
    run: Run, tables: Path
) -> None:
    assert "渝北区" not in run(*Q2).err
    assert "渝北区" in run(*Q2, "--on", "2026-01-01").err
    assert "渝北区" in run("status", "2025Q4").err
    assert len(json.loads(run("status", "2026Q1", "--format", "json").out)["offices"]) == 41


def test_as_of_a_day_what_came_later_does_not_count(run: Run, tables: Path) -> None:
    first, later = record(id="甲"), record(id="乙", county="忠县", partners="大足区")
    loose = record(county="城口县", partners="九龙坡区", date="2021-06-20")
    put_records(tables, "2021Q2/x.csv", first, later, loose)
    put_returns(tables, took("巫山县", IN_TIME, "甲"), took("忠县", LATE, "乙"))
    offices = ("巫山县", "忠县", "城口县")

    def on(day: str) -> list[str]:
        told = answer(run, "--on", day)
        assert told["missing"] == [o["name"] for o in told["offices"] if o["state"] == "missing"]
        return [state for state, _ in states(told, *offices)]

    assert [state for state, _ in states(answer(run), *offices)] == ["received", "late", "received"]
    assert on("2021-07-11") == ["received", "late", "received"]
    assert on("2021-07-10") == ["received", "missing", "received"]
    assert on("2021-07-09") == ["missing", "missing", "received"]
    assert on("2021-06-19") == ["missing", "missing", "missing"]


def test_a_correction_that_came_later_leaves_what_came_first(run: Run, tables: Path) -> None:
    put_records(tables, "2021Q2/x.csv", record(id="甲"), record(id="乙", date="2021-06-01"))
    put_returns(tables, took("巫山县", IN_TIME, "甲"), took("巫山县", LATE, "甲", "乙"))
    told = answer(run, "--on", "2021-07-10")["offices"]
    (own,) = (one for one in told if one["name"] == "巫山县")
    assert (own["state"], own["received_on"], own["records"]) == ("received", "2021-07-10", 1)


@pytest.mark.parametrize(
    "words",
    [
        ("status",),
        ("status", "2021"),
        ("status", "2021Q2", "--quarter", "2021Q2"),
        ("status", "--quarter", "2021Q5"),
        ("status", "2021Q2", "--due", "2021-07"),
        ("status", "2021Q2", "--on", "x"),
    ],
)
def test_wrong_use_is_told(words: tuple[str, ...], run: Run, tables: Path) -> None:
    result = run(*words)
    assert (result.code, result.out) == (2, "")
    assert result.err


def test_what_could_not_be_read_is_told_and_fails(run: Run, tables: Path) -> None:
    put_returns(tables, took("巫山县"))
    with (tables / "submissions/2021Q2/received.csv").open("a", encoding="utf-8") as file:
        file.write("武山县,台账,2021-07-06,,,0,,\n")
    result = run(*Q2)
    assert (result.code, result.out != "") == (1, True)
    assert "data/submissions/2021Q2/received.csv:3" in result.err
    put_returns(tables, took("巫山县"))
    assert run(*Q2).code == 0
    (tables / "activities" / "scan.pdf").write_bytes(b"%PDF")
    result = run(*Q2)
    assert result.code == 1
    assert "data/activities/scan.pdf" in result.err


def test_files_of_other_quarters_are_not_opened(run: Run, tables: Path) -> None:
    put_records(tables, "2021Q3/wushan.csv", record())
    (tables / "activities/2021Q3/broken.xlsx").write_bytes(b"PK")
    (tables / "submissions/2021Q3").mkdir(parents=True)
    (tables / "submissions/2021Q3/received.csv").write_bytes(b"\xff\xfe\xff")
    assert run(*Q2).code == 0


def test_a_table_that_cannot_be_used_is_wrong_use(run: Run, tables: Path) -> None:
    set_reporting(tables, "{expected: all, due_days: 10, by: region}")
    result = run(*Q2)
    assert (result.code, result.out) == (2, "")
    assert "data/tasks.yaml" in result.err


def test_a_reminder_says_what_an_office_has_to_know(run: Run, tables: Path) -> None:
    put_returns(tables, *(took(name) for name in ("万州区", "黔江区")))
    result = run(*Q2, "--remind", "催报")
    assert result.code == 0
    files = sorted(Path("催报").iterdir())
    assert len(files) == 37
    text = Path("催报/2021Q2-巫山县科协.txt").read_text(encoding="utf-8")
    for words in (
        "巫山县科协：\n",
        "渝科协发〔2021〕7号",
        "2021年第二季度",
        "截止日期为2021年7月10日",
        "截至2026年9月21日仍未收到",
        "2021年4月1日至6月30日",
        "2021Q2-巫山县科协.xlsx",
        "北碚区科协、铜梁区科协",
        "“零报告”一栏选“是”",
        "（落款单位）",
    ):
        assert words in text
    assert "{" not in text


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ("2026-09-20", "仍未收到你单位的材料，请尽快报送"),
        ("2026-09-21", "今天是截止日"),
        ("2026-09-22", "截至2026年9月21日尚未收到"),
    ],
)
def test_a_reminder_fits_the_day_it_is_written(
    due: str, words: str, run: Run, tables: Path
) -> None:
    set_reporting(tables, "{expected: counties, due_days: 10, by: office}")
    assert run(*Q2, "--due", due, "--remind", ".").code == 0
    text = Path("2021Q2-忠县科协.txt").read_text(encoding="utf-8")
    assert words in text
    assert "请由你单位单独报送" in text


def test_reminders_are_for_those_who_are_missing_only_and_replace_old_ones(
    run: Run, tables: Path
) -> None:
    target = Path("r")
    target.mkdir()
    old = target / "2021Q2-忠县科协.txt"
    old.write_text("旧", encoding="utf-8")
    put_returns(tables, took("巫山县"))
    assert run(*Q2, "--remind", "r").code == 0
    assert "忠县科协" in old.read_text(encoding="utf-8")
    assert not (target / "2021Q2-巫山县科协.txt").exists()
    Path("file").write_text("", encoding="utf-8")
    assert run(*Q2, "--remind", "file").code == 2


@pytest.mark.parametrize("command", ["status", "reconcile"])
def test_without_a_quarter_both_ways_to_name_it_are_told_and_work(
    command: str, run: Run, tables: Path
) -> None:
    told = run(command)
    assert told.code == 2
    assert told.err == "请写明季度，如 2021Q2（或用 --quarter 2021Q2）。\n"
    assert run(command, "2021Q2").code == run(command, "--quarter", "2021Q2").code == 0


@pytest.mark.parametrize("command", ["template", "nil"])
def test_where_names_are_given_the_quarter_goes_by_its_option(
    command: str, run: Run, tables: Path
) -> None:
    told = run(command, "巫山县")
    assert (told.code, told.err) == (2, "请用 --quarter 写明季度，如 --quarter 2021Q2。\n")
    assert run(command, "巫山县", "--quarter", "2021Q2").code == 0
