"""`nil`: an office says that there was nothing; never beside records, never over rows unread."""

from pathlib import Path

import pytest

from conftest import Run, put_records, record

Q2 = ("--quarter", "2021Q2", "--received", "2021-07-05")
HEAD = "单位,方式,收到日期,文件,校验码,记录数,编号,备注\n"


def received(folder: Path) -> str:
    path = folder / "submissions/2021Q2/received.csv"
    return path.read_text(encoding="utf-8-sig") if path.exists() else ""


def test_nil_reports_are_noted_in_order_and_once(run: Run, tables: Path) -> None:
    result = run("--lang", "zh", "nil", "wushan", "忠县科协", "巫山", *Q2, "--note", "电话")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "巫山县科协2021Q2零报告已登记，收到日期2021-07-05\n忠县科协2021Q2零报告已登记，收到日期2021-07-05\n"
    )
    rows = "巫山县,零报告,2021-07-05,,,0,,电话\n忠县,零报告,2021-07-05,,,0,,电话\n"
    assert received(tables) == HEAD + rows
    again = run("--lang", "zh", "nil", "巫山县", *Q2)
    assert (again.code, again.out) == (0, "巫山县科协2021Q2的零报告已经登记过，没有改动\n")
    assert received(tables) == HEAD + rows
    assert (tables / "submissions/2021Q2/received.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_nil_report_after_a_return_that_was_withdrawn_is_a_new_one(
    run: Run, tables: Path
) -> None:
    assert run("nil", "巫山县", *Q2).code == 0
    path = tables / "submissions/2021Q2/received.csv"
    ledger = "巫山县,台账,2021-07-06,,,0,,演示数据\n"
    path.write_text(received(tables) + ledger, encoding="utf-8-sig")
    assert run("nil", "巫山县", "--quarter", "2021Q2", "--received", "2021-07-08").code == 0
    assert received(tables).endswith(f"{ledger}巫山县,零报告,2021-07-08,,,0,,\n")


def test_the_day_of_receipt_is_today_unless_told(run: Run, tables: Path) -> None:
    assert run("nil", "巫山", "--quarter", "2021年二季度").code == 0
    assert "巫山县,零报告,2026-09-21,,,0,,\n" in received(tables)


@pytest.mark.parametrize("name", ["巫山县", "北碚区"])
def test_an_office_with_records_has_something_to_report(name: str, run: Run, tables: Path) -> None:
    put_records(tables, "2021Q2/wushan.csv", record(id="x-1"), record())
    result = run("nil", "忠县", name, *Q2)
    assert (result.code, result.out) == (1, "")
    assert "x-1、data/activities/2021Q2/wushan.csv:3" in result.err
    assert received(tables) == "", "none is noted where one cannot be"
    assert run("nil", "铜梁区", *Q2).code == 0, "it is named by no record"


@pytest.mark.parametrize("cells", [{"status": "计划"}, {"date": "2021-07-01"}])
def test_a_plan_and_another_quarter_are_nothing_to_report(
    cells: dict[str, str], run: Run, tables: Path
) -> None:
    put_records(tables, "2021/wushan.csv", record(**cells))
    assert run("nil", "巫山县", *Q2).code == 0


@pytest.mark.parametrize("name", ["武山县", "ws"])
def test_a_name_that_means_nobody_writes_nothing(name: str, run: Run, tables: Path) -> None:
    result = run("nil", "忠县", name, *Q2)
    assert (result.code, result.out) == (1, "")
    assert result.err
    assert received(tables) == ""


def test_rows_that_do_not_fit_are_never_written_over(run: Run, tables: Path) -> None:
    assert run("nil", "忠县", *Q2).code == 0
    path = tables / "submissions/2021Q2/received.csv"
    with path.open("a", encoding="utf-8") as file:
        file.write("武山县,台账,2021-07-06,,,0,,\n")
    before = path.read_bytes()
    result = run("nil", "巫山县", *Q2)
    assert (result.code, result.out) == (1, "")
    assert "data/submissions/2021Q2/received.csv:3" in result.err
    assert path.read_bytes() == before


def test_a_record_file_that_cannot_be_read_might_hold_records(run: Run, tables: Path) -> None:
    (tables / "activities/2021Q2").mkdir()
    (tables / "activities/2021Q2/wushan.xlsx").write_bytes(b"PK")
    result = run("nil", "巫山县", *Q2)
    assert (result.code, result.out) == (1, "")
    assert received(tables) == ""


@pytest.mark.parametrize("words", [("巫山",), (*Q2,), ("巫山", "--quarter", "2021")])
def test_wrong_use_is_told(words: tuple[str, ...], run: Run, tables: Path) -> None:
    result = run("nil", *words)
    assert (result.code, result.out) == (2, "")
    assert result.err


def test_of_a_quarter_that_has_not_begun_nobody_knows(run: Run, tables: Path) -> None:
    result = run("--lang", "zh", "nil", "巫山", "--quarter", "2026Q4")
    told = "2026Q4还没有开始（从2026-10-01起），没有登记零报告；请核对季度。\n"
    assert (result.code, result.out, result.err) == (1, "", told)
    assert not (tables / "submissions" / "2026Q4").exists()
    assert run("nil", "巫山", "--quarter", "2026Q3").code == 0


def test_a_note_is_one_line(run: Run, tables: Path) -> None:
    assert run("nil", "云阳县", "--quarter", "2021Q2", "--note", "电话\r\n 报送\x1b").code == 0
    assert received(tables).splitlines()[-1].endswith(",电话 报送")
    assert run("nil", "城口县", "--quarter", "2021Q2", "--note", "\n").code == 0
    assert received(tables).splitlines()[-1].endswith(",0,,")
