"""What lies below `submissions/`: read with its places, written so that it reads back unchanged."""

import json
from datetime import date
from pathlib import Path

import pytest

from conftest import DATA, Run
from cqpair.book.submissions import (
    Decision,
    Origin,
    Received,
    ReturnKind,
    Submissions,
    build_submissions,
    decisions_text,
    origins_text,
    received_text,
)
from cqpair.messages import say, use
from cqpair.period import parse_quarter
from cqpair.source import Place
from cqpair.store.folder import open_tables
from cqpair.store.submissions import open_submissions

NAMES = open_tables(DATA, date(2026, 9, 21)).names
Q2 = parse_quarter("2021Q2")
AT = "submissions/2021Q2"
DAY = date(2021, 7, 6)
RECEIVED = (
    Received("巫山县", ReturnKind.LEDGER, DAY, "a,b.xlsx", "ab" * 32, 2, ("x-1", "x-2"), "补报"),
    Received("北碚区", ReturnKind.NIL, DAY, None, None, 0, (), None),
)
ORIGINS = (Origin("x-1", "巫山县", "a.xlsx", "表1", 3), Origin("x-2", "巫山县", None, None, None))
DECISIONS = (
    Decision("x-1", "y-1", True, "x-1", DAY, None),
    Decision("x-2", "y-2", False, None, DAY, "两件事"),
)


def built(**files: str) -> Submissions:
    return build_submissions(
        {f"{AT}/{name.replace('_', '.')}": text.encode() for name, text in files.items()}, NAMES
    )


def sentences(found: Submissions) -> list[str]:
    """What is told in Chinese, each after its line and column."""
    use("zh")
    for reject in found.rejects:
        assert say(f"{reject.key}.fix", **reject.params)
    return [f"{r.place.line}:{r.place.column} {say(r.key, **r.params)}" for r in found.rejects]


def test_what_is_written_reads_back_with_its_places() -> None:
    found = built(
        received_csv=received_text(RECEIVED),
        origins_csv=origins_text(ORIGINS),
        decisions_csv=decisions_text(DECISIONS),
        closed_json='{"quarter": "2021Q2"}',
    )
    assert found.rejects == ()
    quarter = found.of(Q2)
    assert tuple(r._replace(place=Place("")) for r in quarter.received) == RECEIVED
    assert tuple(r._replace(place=Place("")) for r in quarter.origins) == ORIGINS
    assert tuple(r._replace(place=Place("")) for r in quarter.decisions) == DECISIONS
    assert quarter.received[1].place == Place(f"{AT}/received.csv", 3)
    assert quarter.closed == {"quarter": "2021Q2"}
    assert found.senders() == {"x-1": "巫山县", "x-2": "巫山县"}
    assert found.of(parse_quarter("2021Q3")).received == ()


def test_the_headers_are_those_of_the_data_format_and_english_ones_are_read_too() -> None:
    assert received_text(()) == "单位,方式,收到日期,文件,校验码,记录数,编号,备注\n"
    assert origins_text(()) == "编号,单位,文件,表,行\n"
    assert decisions_text(()) == "编号甲,编号乙,决定,保留,日期,备注\n"
    english = (
        "note,ids,records,sha256,file,received_on,kind,unit\n补报,,0,,,2021/7/6,零报告,wushan\n"
    )
    (row,) = built(received_csv=english).of(Q2).received
    assert (row.unit, row.kind, row.received_on, row.note) == ("巫山县", "零报告", DAY, "补报")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("巫山,零报告,2021-07-06,0", []),
        ("武山县,零报告,2021-07-06,0", ["2:1"]),
        ("ws,零报告,2021-07-06,0", ["2:1"]),
        ("巫山,零,2021-07-06,0", ["2:4"]),
        ("巫山,零报告,2021-07,0", ["2:8"]),
        ("巫山,零报告,昨天,0", ["2:8"]),
        ("巫山,零报告,2021-07-06,两条", ["2:19"]),
        ("巫山,零报告,2021-07-06,², ", ["2:None"]),
        ("巫山,零报告,2021-07-06,-1", ["2:19"]),
        ("巫山,,,", ["2:4 没有填方式", "2:5 没有填收到日期", "2:6 没有填记录数"]),
        ("巫山,零报告,2021-07-06", ["2:None 这一行只有3格，列名有4个"]),
        ("巫山,零报告,2021-07-06,0,多", ["2:None 这一行有5格，列名只有4个"]),
    ],
)
def test_a_row_that_does_not_fit_is_told_and_left_out(line: str, told: list[str]) -> None:
    found = built(received_csv=f"单位,方式,收到日期,记录数\n{line}\n")
    assert len(found.of(Q2).received) == (not told)
    said = sentences(found)
    assert len(said) == len(told)
    assert all(one.startswith(begin) for one, begin in zip(said, told, strict=True))


def test_a_header_that_does_not_fit_is_told_once() -> None:
    found = built(origins_csv="编号,表,表,颜色\nx,1,2,3\ny,1,2,3\n")
    assert sentences(found) == [
        "1:6 “表”这一列出现了两次",
        "1:8 没有“颜色”这一列，列里的内容没有读",
        "1:None 缺少“单位”（unit）这一列",
    ]
    assert found.of(Q2).origins == ()


@pytest.mark.parametrize("text", ["", "[]", "{", '"x"', "\ufeff", "{}}"])
def test_a_closed_quarter_that_cannot_be_read_is_told(text: str) -> None:
    found = built(closed_json=text)
    assert sentences(found) == ["None:None 这份定稿文件读不出来，已经损坏"]
    assert found.of(Q2).closed is None


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", '单位,"方式\n'])
def test_an_empty_or_broken_file_is_told(text: str) -> None:
    assert sentences(built(received_csv=text))


def test_only_the_quarters_asked_for_are_opened(tmp_path: Path) -> None:
    for label in ("2021Q1", "2021Q2", ".git", "附件"):
        folder = tmp_path / "submissions" / label
        folder.mkdir(parents=True)
        (folder / "received.csv").write_text(received_text(RECEIVED), encoding="utf-8-sig")
        (folder / "others.txt").write_bytes(b"\0")
    opened = open_submissions(tmp_path, NAMES, [Q2])
    assert list(opened.files) == [f"{AT}/received.csv"]
    assert [*opened.submissions.quarters] == ["2021Q2"]
    assert len(opened.hashes()[f"{AT}/received.csv"]) == 64
    everything = open_submissions(tmp_path, NAMES)
    assert [*everything.submissions.quarters] == ["2021Q1", "2021Q2"]
    (reject,) = everything.submissions.rejects
    assert (reject.place.path, reject.key) == (
        "submissions/附件/received.csv",
        "submissions.folder",
    )


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / AT / "received.csv").mkdir(parents=True)
    opened = open_submissions(tmp_path, NAMES, [Q2])
    assert [reject.key for reject in opened.submissions.rejects] == ["store.no-file"]
    assert open_submissions(tmp_path / "none", NAMES).submissions.rejects == ()


def test_a_file_that_nobody_reads_cannot_be_ignored_for_good(run: Run, tables: Path) -> None:
    (tables / "submissions/2021Q2").mkdir(parents=True)
    (tables / "submissions/2021Q2/报表.csv").write_text("演示数据\n", encoding="utf-8")
    (tables / "cqpair.toml").write_text('ignore = ["S507"]\n', encoding="utf-8")
    done = run("validate", "--format", "json")
    assert done.code == 1
    assert {problem["code"] for problem in json.loads(done.out)["problems"]} == {"F117", "S507"}
