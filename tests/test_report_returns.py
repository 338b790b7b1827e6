"""A report that knows returns and closed quarters: 零报告, silence, and what differs since."""

import csv
import hashlib
import json
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook

from conftest import DATA, Run, put_records, record, report

TABLE: dict[str, Any] = yaml.load(
    (DATA / "pairings.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
PAIRS: dict[str, list[str]] = {row["county"]: row["partners"] for row in TABLE["pairings"]}
HEADER = "单位,方式,收到日期,文件,校验码,记录数,编号,备注"

Row = tuple[str, str]


def put_returns(folder: Path, quarter: str, *rows: Row) -> None:
    """received.csv of these offices and kinds."""
    path = folder / "submissions" / quarter / "received.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{unit},{kind},2021-07-05,,,0,," for unit, kind in rows]
    path.write_text("\n".join((HEADER, *lines, "")), encoding="utf-8-sig")


def text(run: Run, *words: str) -> str:
    result = run("report", *words, "--format", "markdown")
    assert (result.code, result.err) == (0, "")
    return result.out


@pytest.fixture
def folder(tables: Path) -> Path:
    """A record of 巫山县 in each of two quarters; nothing of the others."""
    for n, quarter in enumerate(("2021Q1", "2021Q2")):
        day = f"2021-0{3 * n + 3}-10"
        put_records(tables, f"{quarter}/wushan.csv", record(id=f"{quarter}-wushan-01", date=day))
    return tables


def test_a_nil_report_is_named_and_is_no_silence(run: Run, folder: Path) -> None:
    before = report(run, "2021Q2")
    assert before["nil_pairs"] == []
    put_returns(folder, "2021Q2", ("巫溪县", "零报告"), ("渝北区", "零报告"))
    told = report(run, "2021Q2")
    assert told["nil_pairs"] == ["云阳县", "巫溪县"]
    gone = [county for county in before["silent_pairs"] if county not in told["silent_pairs"]]
    assert gone == ["云阳县", "巫溪县"]
    assert {one["county"] for one in told["silences"]} == set(told["silent_pairs"])
    assert told["totals"] == before["totals"]
    words = text(run, "2021Q2")
    assert words.count("云阳县、巫溪县报送零报告。") == 1
    assert re.findall(r"(\d+)对没有活动记录", words) == ["14"]
    assert "巫溪县" not in words.split("存在的问题")[1].split("附件")[0]


def test_the_last_return_of_an_office_stands_and_every_member_counts(
    run: Run, folder: Path
) -> None:
    put_returns(
        folder,
        "2021Q2",
        ("忠县", "台账"),
        ("忠县", "零报告"),  # instead of the record_sheet
        ("云阳县", "零报告"),
        ("渝北区", "台账"),  # its partner sent something else
        ("巫山县", "零报告"),  # which its record belies
    )
    told = report(run, "2021Q2")
    assert told["nil_pairs"] == ["忠县"]
    assert "云阳县" not in told["silent_pairs"], "a return came"
    assert "；云阳县已报送，但没有活动记录" in text(run, "2021Q2")


def test_a_quarter_with_a_return_ends_a_silence(run: Run, folder: Path) -> None:
    assert {"county": "忠县", "quarters": 2, "at_least": False} in report(run, "2021Q2")["silences"]
    put_returns(folder, "2021Q1", ("忠县", "零报告"))
    told = report(run, "2021Q2")
    assert {"county": "忠县", "quarters": 1, "at_least": False} in told["silences"]
    assert "忠县" in told["silent_pairs"]


def test_a_half_is_nil_where_both_its_quarters_are(run: Run, folder: Path) -> None:
    put_returns(folder, "2021Q1", ("忠县", "零报告"), ("城口县", "零报告"))
    put_returns(folder, "2021Q2", ("忠县", "零报告"))
    told = report(run, "2021H1")
    assert told["nil_pairs"] == ["忠县"]
    assert "城口县" not in told["silent_pairs"]
    assert "；城口县已报送，但没有活动记录" in text(run, "2021H1")
    assert report(run, "--from 2021-04-10 --to 2021-05-01")["nil_pairs"] == ["忠县"]


def test_of_one_pair_and_of_a_part_of_the_activities(run: Run, folder: Path) -> None:
    put_returns(folder, "2021Q2", ("忠县", "零报告"), ("巫山县", "台账"), ("城口县", "台账"))
    assert "本季度没有活动记录。已报送零报告。" in text(run, "2021Q2", "--pair", "忠县")
    told = report(run, "2021Q2 --area 1")
    assert told["nil_pairs"] == ["忠县"]
    assert {"巫山县", "城口县"} <= set(told["silent_pairs"]), "of this area there is no record"


def test_what_an_error_keeps_out_makes_nobody_nil(run: Run, folder: Path) -> None:
    put_returns(folder, "2021Q2", ("忠县", "零报告"))
    wrong = record(id="x", county="忠县", partners="大足区", participants="若干")
    put_records(folder, "2021Q2/zhongxian.csv", wrong)
    result = run("report", "2021Q2", "--format", "json")
    assert result.code == 1
    told = json.loads(result.out)
    assert (told["nil_pairs"], told["uncertain_pairs"]) == ([], ["忠县"])


def test_a_return_that_cannot_be_read_is_told(run: Run, folder: Path) -> None:
    put_returns(folder, "2021Q2", ("北培区", "零报告"))
    result = run("report", "2021Q2")
    assert result.code == 2
    assert "data/submissions/2021Q2/received.csv:2" in result.err
    assert run("report", "2022Q4").code == 0, "of another time nothing is read"


def test_without_submissions_nothing_is_different(run: Run, folder: Path) -> None:
    before = report(run, "2021Q2"), text(run, "2021Q2")
    files = ["pairings.yaml", "tasks.yaml", *(f"activities/2021Q{n}/wushan.csv" for n in (1, 2))]
    hashes = {path: hashlib.sha256((folder / path).read_bytes()).hexdigest() for path in files}
    joint = "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes))
    told = before[0]["provenance"]["data_sha256"]
    assert told == hashlib.sha256(joint.encode()).hexdigest()
    (folder / "submissions").mkdir()
    assert (report(run, "2021Q2"), text(run, "2021Q2")) == before
    put_returns(folder, "2022Q4", ("忠县", "零报告"))  # of no quarter that the report tells of
    assert (report(run, "2021Q2"), text(run, "2021Q2")) == before


@pytest.mark.parametrize("quarter", ["2021Q1", "2021Q2"])
@pytest.mark.parametrize("name", ["received.csv", "origins.csv", "decisions.csv", "closed.json"])
def test_the_hash_covers_the_submissions_that_are_read(
    quarter: str, name: str, run: Run, folder: Path
) -> None:
    put_returns(folder, quarter, ("忠县", "零报告"))
    assert run("close", quarter).code == 0
    decisions = folder / "submissions" / quarter / "decisions.csv"
    decisions.write_text("编号甲,编号乙,决定,保留,日期,备注\n", encoding="utf-8")
    origins = folder / "submissions" / quarter / "origins.csv"
    origins.write_text("编号,单位,文件,表,行\n", encoding="utf-8")
    path = folder / "submissions" / quarter / name
    before = report(run, "2021Q2")["provenance"]["data_sha256"]
    path.write_bytes(path.read_bytes() + b"\n")
    assert report(run, "2021Q2")["provenance"]["data_sha256"] != before


@pytest.fixture
def changed(run: Run, folder: Path) -> Path:
    """Both quarters closed, then each with 补报, 更正 and 撤回."""
    for quarter, month in (("2021Q1", "03"), ("2021Q2", "06")):
        first = record(id=f"{quarter}-wushan-01", date=f"2021-{month}-10", title="演示数据讲座")
        second = {**first, "id": f"{quarter}-wushan-02", "title": "演示数据座谈"}
        third = {**first, "id": f"{quarter}-wushan-03", "title": "演示数据培训"}
        put_records(folder, f"{quarter}/wushan.csv", first, second)
        assert run("close", quarter).code == 0
        put_records(folder, f"{quarter}/wushan.csv", {**first, "participants": "30"}, third)
    return folder


def test_a_changed_quarter_says_so_in_one_sentence_and_an_annex(run: Run, changed: Path) -> None:
    words = text(run, "2021Q2")
    sentence = (
        "本季度数据于2026年9月21日定稿，此后有补报1项、更正1项、撤回1项，均已计入本报告"
        "（见附件4）。"
    )
    assert words.count(sentence) == 1
    assert re.search("附件4[^\n]{1,5}变更情况", words)
    annex = words[words.rindex("变更情况") :]
    for row in (
        "补报 | 2021Q2-wushan-03 | 巫山县 | 演示数据培训",
        "更正 | 2021Q2-wushan-01 | 巫山县 | 演示数据讲座 | 参与人次 | — | 30",
        "撤回 | 2021Q2-wushan-02 | 巫山县 | 演示数据座谈",
    ):
        assert row in annex.replace("\\", "")
    told = report(run, "2021Q2")
    assert [one["quarter"] for one in told["changes"]] == ["2021Q1", "2021Q2"]
    for one in told["changes"]:
        changes = json.loads(run("changes", one["quarter"], "--format", "json").out)
        assert changes.pop("totals")
        assert one == changes


def test_the_next_report_names_what_came_to_the_quarters_it_sums_up(
    run: Run, changed: Path
) -> None:
    words = text(run, "2021Q2")
    sentence = (
        "2021年第一季度数据于2026年9月21日定稿，此后有补报1项（巫山县“演示数据培训”）、"
        "更正1项（巫山县“演示数据讲座”）、撤回1项（巫山县“演示数据座谈”），均已计入1至6月累计数"
    )
    assert words.count(sentence) == 1
    assert "2021年第一季度数据定稿（2026年9月21日）后的变更" in words
    assert "第二季度数据于" not in words
    half = text(run, "2021H1")
    assert half.count("均已计入本报告") == 2
    assert "数据于" not in text(run, "2022Q1"), "another year sums up neither"
    assert "本季度数据于" in text(run, "2021Q1")


def test_a_narrowed_report_tells_of_its_own_changes_only(run: Run, changed: Path) -> None:
    assert report(run, "2021Q2 --pair 忠县")["changes"] == []
    assert "定稿" not in text(run, "2021Q2", "--pair", "忠县")
    assert len(report(run, "2021Q2 --pair 巫山县")["changes"]) == 2
    assert report(run, "2021Q2 --area 1")["changes"] == []


def test_a_closed_quarter_without_a_change_says_nothing(run: Run, folder: Path) -> None:
    before = text(run, "2021Q2")
    assert run("close", "2021Q2").code == 0
    after = text(run, "2021Q2")
    hashes = re.compile("[0-9a-f]{64}")
    assert hashes.sub("", after) == hashes.sub("", before)


@pytest.mark.parametrize("name", ["报告.docx", "报告.html", "报告.xlsx", "报告.md", "报告.txt"])
def test_what_was_signed_is_not_overwritten(
    name: str, run: Run, folder: Path, tmp_path: Path
) -> None:
    words = ("report", "2021Q2", "--output", name)
    assert run(*words).code == 0
    assert run(*words).code == 0, "an open quarter is written again and again"
    assert run("close", "2021Q2").code == 0
    before = (tmp_path / name).read_bytes()
    result = run(*words)
    assert result.code == 2
    assert "--force" in result.err
    assert (tmp_path / name).read_bytes() == before
    assert run(*words, "--force").code == 0
    assert run("report", "2021Q2", "--output", f"新{name}").code == 0
    assert run("report", "2021Q1", "--output", name).code == 0, "that is an open quarter's"


def test_what_programs_read_is_written_again(run: Run, folder: Path) -> None:
    assert run("close", "2021Q2").code == 0
    for name in ("报告.json", "报告.csv"):
        for _ in range(2):
            assert run("report", "2021Q2", "--output", name).code == 0


def test_the_workbook_and_the_word_document_have_the_annex(
    run: Run, changed: Path, tmp_path: Path
) -> None:
    assert run("report", "2021Q2", "--output", "报告.xlsx").code == 0
    names = set(load_workbook(tmp_path / "报告.xlsx").sheetnames)
    assert {"变更2021Q1", "变更2021Q2"} <= names
    assert run("report", "2021Q2", "--output", "报告.docx").code == 0


def independent(folder: Path, quarter: str) -> dict[str, list[str]]:
    """Who is nil and who is silent, counted from the files alone."""
    path = folder / "submissions" / quarter / "received.csv"
    kinds: dict[str, str] = {}
    if path.exists():
        with path.open(encoding="utf-8-sig", newline="") as file:
            kinds = {row["单位"]: row["方式"] for row in csv.DictReader(file)}
    active = set()
    for file_path in (folder / "activities" / quarter).glob("*.csv"):
        with file_path.open(encoding="utf-8", newline="") as file:
            active |= {row["两群区县"] for row in csv.DictReader(file) if row.get("状态") != "计划"}
    found: dict[str, list[str]] = {"nil_pairs": [], "silent_pairs": []}
    for county, partners in PAIRS.items():
        told = {kinds[name] for name in (county, *partners) if name in kinds}
        if county not in active and told == {"零报告"}:
            found["nil_pairs"].append(county)
        if county not in active and not told:
            found["silent_pairs"].append(county)
    return found


@pytest.mark.parametrize("seed", range(12))
def test_an_independent_count_agrees(seed: int, run: Run, tables: Path) -> None:
    dice = random.Random(seed)
    offices = [name for county, partners in PAIRS.items() for name in (county, *partners)]
    for county in dice.sample(list(PAIRS), dice.randint(1, 12)):
        status = dice.choice(["", "计划", "进行中"])
        row = record(id=f"2021Q2-{county}-01", county=county, status=status)
        put_records(tables, f"2021Q2/{county}.csv", {**row, "partners": dice.choice(PAIRS[county])})
    rows = [
        (dice.choice(offices), dice.choice(["零报告", "零报告", "台账"]))
        for _ in range(dice.randint(1, 40))
    ]
    put_returns(tables, "2021Q2", *rows)
    told = report(run, "2021Q2")
    found = independent(tables, "2021Q2")
    assert {key: told[key] for key in found} == found
    assert {one["county"] for one in told["silences"]} <= set(found["silent_pairs"])


@pytest.mark.tools
@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_where_nothing_came_nothing_more_is_imported(form: str, folder: Path) -> None:
    (folder / "submissions").mkdir()
    script = (
        "import sys; from cqpair.cli import main; "
        f"main(['--data', 'data', 'report', '2021Q2', '--format', '{form}']); "
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True
    )
    imported = set(done.stderr.split())
    assert "cqpair.report.summarise" in imported
    never = {"book.submissions", "store.submissions", "store.transaction", "report.closing"}
    assert sorted({f"cqpair.{name}" for name in never} & imported) == []


def test_the_annex_writes_totals_as_the_other_annexes_do(run: Run, changed: Path) -> None:
    first = record(
        id="2021Q2-wushan-01", date="2021-06-10", title="演示数据讲座", funding="约1.2万"
    )
    put_records(changed, "2021Q2/wushan.csv", first)
    annex = text(run, "2021Q2").replace("\\", "")
    assert "| 更正 | 2021Q2-wushan-01 | 巫山县 | 演示数据讲座 | 资金投入 | — | 约12000 |" in annex
    assert "| 合计 |  |  |  | 资金投入（元） | — | 约12,000 |" in annex
    assert "| 合计 |  |  |  | 活动 | 2 | 1 |" in annex


def test_what_may_be_told_twice_is_said_where_nothing_came_too(run: Run, tables: Path) -> None:
    told = {"place": "曲尺乡", "participants": "120", "form": "培训", "date": "2021-05-13"}
    names = ("巫山县", "北碚区")
    twice = (record(id=who, title="演示数据：培训", lead=f"{who}科协", **told) for who in names)
    put_records(tables, "2021Q2/wushan.csv", *twice)
    assert not (tables / "submissions").exists()
    assert len(report(run, "2021Q2")["undecided"]) == 1
    assert "1对记录可能是" in text(run, "2021Q2")
