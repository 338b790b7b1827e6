"""`cqpair reconcile`: what may be one event told twice is shown, decided, kept and counted once."""

import json
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from conftest import Run, put_records, record
from cqpair.book.submissions import Decision
from cqpair.cli import console
from cqpair.doubles.decided import exclude_doubles, in_force
from cqpair.store import now
from cqpair.text import width
from test_doubles import told

DECISIONS = Path("data/submissions/2021Q2/decisions.csv")
HEADER = "编号甲,编号乙,决定,保留,日期,备注"
WUSHAN = {"lead": "巫山县科协", "place": "曲尺乡", "participants": "120", "form": "培训"}
BEIBEI = {"lead": "北碚区科协", "place": "巫山县曲尺乡", "participants": "约118", "form": "培训"}


@pytest.fixture
def told_twice(tables: Path) -> Path:
    put_records(
        tables,
        "2021Q2/wushan.csv",
        record(id="甲", title="演示数据：脆李管护培训", **WUSHAN),
        record(id="乙", title="演示数据：赴巫山开展脆李管护指导", **BEIBEI),
        record(id="丙", title="演示数据：签约", date="2021-05-20"),
        record(id="丁", title="演示数据：揭牌", county="黔江区", partners="重庆高新区"),
    )
    origins = tables / "submissions" / "2021Q2" / "origins.csv"
    origins.parent.mkdir(parents=True)
    origins.write_text("编号,单位,文件,表,行\n甲,巫山县,a.xlsx,,\n乙,北碚区,b.xlsx,,\n", "utf-8")
    return tables


def found(run: Run, *words: str) -> dict[str, Any]:
    result = run("reconcile", "--quarter", "2021Q2", "--format", "json", *words)
    assert result.code == 0, result.err
    answer: dict[str, Any] = json.loads(result.out)
    return answer


def decide(run: Run, *words: str) -> Any:
    return run("reconcile", "--quarter", "2021Q2", *words)


@pytest.mark.usefixtures("told_twice")
def test_a_decision_is_answered_in_the_format_that_is_asked_for(run: Run) -> None:
    decided = found(run, "--same", "甲", "乙")
    assert decided == found(run)
    assert [one["ids"] for one in decided["decided"]] == [["甲", "乙"]]
    result = decide(run, "--different", "甲", "乙", "--output", "told.json")
    assert (result.code, result.out) == (0, "")
    assert json.loads(Path("told.json").read_bytes()) == found(run)


@pytest.mark.usefixtures("told_twice")
def test_a_candidate_has_its_ids_points_reasons_and_differences(run: Run) -> None:
    assert found(run) == {
        "quarter": "2021Q2",
        "candidates": [
            {
                "ids": ["甲", "乙"],
                "score": 11,
                "reasons": ["同一天", "地点相同", "参与人次相近", "名称都有“脆李管护”", "形式相同"],
                "differences": {
                    "lead": ["巫山县科协", "北碚区科协"],
                    "title": ["演示数据：脆李管护培训", "演示数据：赴巫山开展脆李管护指导"],
                    "place": ["曲尺乡", "巫山县曲尺乡"],
                    "participants": ["120", "约118"],
                },
            }
        ],
        "decided": [],
    }


@pytest.mark.usefixtures("told_twice")
def test_a_person_reads_them_and_how_to_decide(run: Run) -> None:
    result = decide(run)
    assert result.code == 0
    assert result.out.splitlines() == [
        "第1对，共1对，11分",
        "  1. 甲  2021-05-13  演示数据：脆李管护培训（曲尺乡）",
        "  2. 乙  2021-05-13  演示数据：赴巫山开展脆李管护指导（巫山县曲尺乡）",
        "  理由：同一天；地点相同；参与人次相近；名称都有“脆李管护”；形式相同",
        "  牵头单位：巫山县科协 ／ 北碚区科协",
        "  参与人次：120 ／ 约118",
    ]
    assert "--same" in result.err
    assert run("reconcile", "2021Q2").out == result.out, "as `status` takes a quarter"


@pytest.mark.usefixtures("told_twice")
def test_a_long_line_is_cut_nowhere_and_goes_on_below_on_a_terminal(
    run: Run, told_twice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "演示数据：" + "脆李管护培训" * 20
    put_records(
        told_twice,
        "2021Q2/wushan.csv",
        record(id="甲", title=long, **WUSHAN),
        record(id="乙", title="演示数据：赴巫山开展脆李管护指导", **BEIBEI),
    )
    plain = decide(run).out
    assert f"  1. 甲  2021-05-13  {long}（曲尺乡）\n" in plain
    monkeypatch.setattr(console, "is_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "100")
    shown = decide(run).out
    assert max(map(width, shown.splitlines())) <= 100
    assert "".join(shown.split()) == "".join(plain.split())
    assert "\n      " in shown


@pytest.mark.usefixtures("tables")
def test_without_a_candidate_a_file_says_so(run: Run, tmp_path: Path) -> None:
    assert decide(run, "-o", str(tmp_path / "a.txt")).code == 0
    assert "2021Q2没有像是" in (tmp_path / "a.txt").read_text("utf-8")


@pytest.mark.usefixtures("told_twice")
def test_what_is_decided_is_kept_and_not_asked_again(run: Run) -> None:
    assert decide(run, "--same", "甲", "乙", "--keep", "乙").code == 0
    today = now().date()
    row = f"甲,乙,同一活动,乙,{today},"
    assert DECISIONS.read_text("utf-8-sig") == f"{HEADER}\n{row}\n"
    answer = found(run)
    assert answer["candidates"] == []
    told = {"ids": ["甲", "乙"], "decision": "同一活动", "keep": "乙", "date": str(today)}
    assert answer["decided"] == [told]
    assert decide(run, "--different", "乙", "甲").code == 0  # thought better of
    assert DECISIONS.read_text("utf-8-sig") == f"{HEADER}\n乙,甲,不同活动,,{today},\n"
    assert found(run)["candidates"] == []
    assert decide(run).err.startswith("2021Q2")


@pytest.mark.usefixtures("told_twice")
def test_the_first_is_kept_unless_told(run: Run) -> None:
    assert decide(run, "--same", "乙", "甲").code == 0
    assert "乙,甲,同一活动,乙," in DECISIONS.read_text("utf-8-sig")


@pytest.mark.usefixtures("told_twice")
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--same", "甲", "戊"), 1),
        (("--same", "甲", "甲"), 1),
        (("--same", "甲", "丁"), 1),
        (("--same", "甲", "乙", "--keep", "丙"), 1),
        (("--same", "甲", "乙", "--different", "甲", "乙"), 2),
        (("--keep", "甲"), 2),
    ],
)
def test_what_cannot_be_decided_is_said_and_nothing_is_written(
    words: tuple[str, ...], code: int, run: Run
) -> None:
    result = decide(run, *words)
    assert (result.code, result.out) == (code, "")
    assert result.err
    assert not DECISIONS.exists()


def test_two_rows_of_one_office_are_two_events(run: Run, told_twice: Path) -> None:
    origins = told_twice / "submissions/2021Q2/origins.csv"
    origins.write_text("编号,单位,文件,表,行\n甲,巫山县,a.xlsx,,\n乙,巫山县,b.xlsx,,\n", "utf-8")
    result = run("--lang", "zh", "reconcile", "--quarter", "2021Q2", "--same", "甲", "乙")
    assert (result.code, "都是巫山县报的" in result.err) == (1, True)
    assert not DECISIONS.exists()
    assert decide(run, "--different", "甲", "乙").code == 0


def test_one_event_is_not_of_two_quarters(run: Run, tables: Path) -> None:
    told = {"title": "演示数据：脆李管护", "participants": "120"}
    put_records(tables, "2021Q2/wushan.csv", record(id="甲", date="2021-06-30", **told))
    put_records(tables, "2021Q3/wushan.csv", record(id="乙", date="2021-07-01", **told))
    result = run("--lang", "zh", "reconcile", "--quarter", "2021Q2", "--same", "甲", "乙")
    assert (result.code, "2021Q2" in result.err, "2021Q3" in result.err) == (1, True, True)
    assert not DECISIONS.exists()


@pytest.mark.usefixtures("told_twice")
def test_a_row_that_does_not_fit_is_not_lost(run: Run) -> None:
    before = f"{HEADER}\n丙,丁,也许,,2021-07-01,\n"
    DECISIONS.write_text(before, "utf-8")
    assert decide(run, "--same", "甲", "乙").code == 1
    assert DECISIONS.read_text("utf-8") == before


@pytest.mark.parametrize(
    "words", [(), ("2021",), ("2021Q5",), ("第二季",), ("2021Q2", "--quarter", "2021Q2")]
)
def test_a_wrong_quarter_is_told_as_status_tells_it(
    words: tuple[str, ...], tables: Path, run: Run
) -> None:
    result = run("reconcile", *words)
    assert (result.code, result.out) == (2, "")
    assert result.err == run("status", *words).err


@pytest.mark.usefixtures("tables")
def test_nothing_to_decide_is_said(run: Run) -> None:
    result = decide(run)
    assert (result.code, found(run)["candidates"]) == (0, [])
    assert "2021Q2" in result.err


def test_tellings_on_both_sides_of_a_quarters_end_are_found(tables: Path, run: Run) -> None:
    one = record(id="甲", title="演示数据：脆李管护培训", **WUSHAN)
    other = record(id="乙", title="演示数据：脆李管护培训", **BEIBEI)
    put_records(tables, "2021Q2/wushan.csv", {**one, "date": "2021-06-30"})
    put_records(tables, "2021Q3/wushan.csv", {**other, "date": "2021-07-01"})
    assert [one["ids"] for one in found(run)["candidates"]] == [["甲", "乙"]]


def asked(run: Run, answers: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """What a run tells at a terminal at which `answers` are typed."""
    monkeypatch.setattr("sys.stdin", StringIO(answers))
    monkeypatch.setattr(console, "is_terminal", lambda: True)
    monkeypatch.setattr(console, "can_ask", lambda: True)
    return decide(run)


@pytest.mark.usefixtures("tables")
def test_what_cannot_be_decided_does_not_end_the_questions(
    run: Run, tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = record(id="甲", title="演示数据：脆李管护培训", **WUSHAN)
    other = record(id="乙", title="演示数据：脆李管护培训", **BEIBEI)
    more = record(id="丙", title="演示数据：签约", date="2021-05-20", **WUSHAN)
    again = record(id="丁", title="演示数据：签约", date="2021-05-20", **BEIBEI)
    put_records(tables, "2021Q1/wushan.csv", {**one, "date": "2021-03-31"})
    put_records(tables, "2021Q2/wushan.csv", {**other, "date": "2021-04-01"}, more, again)
    result = asked(run, "1\n1\n", monkeypatch)
    assert result.code == 0
    assert "甲 是2021Q1的，乙 是2021Q2的" in result.err
    assert "丙,丁,同一活动,丙," in DECISIONS.read_text("utf-8-sig")


@pytest.mark.parametrize(
    ("answers", "written"),
    [
        ("x\n1\n", "甲,乙,同一活动,甲,"),
        ("2\n", "甲,乙,同一活动,乙,"),
        ("n\n", "甲,乙,不同活动,,"),
        ("\n", None),
        ("q\n", None),
        ("", None),
    ],
)
def test_on_a_terminal_it_asks(
    answers: str,
    written: str | None,
    told_twice: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    result = asked(run, answers, monkeypatch)
    assert result.code == 0
    assert "演示数据：脆李管护培训" in result.out
    assert DECISIONS.exists() == (written is not None)
    if written:
        assert written in DECISIONS.read_text("utf-8-sig")


def decision(first: str, second: str, keep: str | None) -> Decision:
    return Decision(first, second, keep is not None, keep, date(2021, 7, 1), None)


@pytest.mark.parametrize(
    ("decisions", "counted"),
    [
        ([], "甲乙丙"),
        ([decision("甲", "乙", "甲")], "甲丙"),
        ([decision("甲", "乙", None)], "甲乙丙"),
        ([decision("甲", "乙", "甲"), decision("丙", "甲", "丙")], "丙"),
        ([decision("甲", "乙", "甲"), decision("乙", "甲", "乙")], "乙丙"),  # the later one counts
        (
            [decision("甲", "乙", "乙"), decision("乙", "丙", "丙"), decision("丙", "甲", "甲")],
            "丙",
        ),
        ([decision("甲", "戊", "戊")], "甲乙丙"),  # what was kept is gone
        ([decision("甲", "戊", "戊"), decision("戊", "乙", "乙")], "乙丙"),
    ],
)
def test_one_event_is_counted_once(decisions: list[Decision], counted: str) -> None:
    three = [told(id=name) for name in "甲乙丙"]
    result = exclude_doubles(three, decisions)
    assert "".join(str(one.id) for one in result.records) == counted
    assert len(result.records) + len(result.doubles) == 3
    assert {kept.id for _, kept in result.doubles} <= set(counted)


def test_a_later_decision_replaces_an_earlier_one() -> None:
    first, last = decision("甲", "乙", "甲"), decision("乙", "甲", None)
    assert in_force([first, last]) == [last]
