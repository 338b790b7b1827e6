"""What a report tells beside its sums: shares, silences, partners, meetings, plans, the year."""

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Run, report, write_records
from cqpair.fields import share
from report_document import Asked, made, main_text

HEADER = "编号,状态,开始日期,两群区县,主城协同区,任务领域,任务举措,活动名称,活动形式"
write = partial(write_records, HEADER)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_share_is_its_own_rounded_half_up(count: int, more: int) -> None:
    whole = count + more
    part = share(count, whole)
    if not whole:
        assert part is None
        return
    assert part is not None
    assert (2 * 1000 * count + whole) // (2 * whole) == int(part * 10)


@pytest.mark.parametrize(
    ("count", "whole", "part"),
    [
        *((7, 41, "17.1"), (4, 41, "9.8"), (1, 3, "33.3"), (8, 12, "66.7")),
        *((0, 5, "0.0"), (5, 5, "100.0"), (1, 16, "6.3")),
    ],
)
def test_shares_are_rounded_one_by_one(count: int, whole: int, part: str) -> None:
    assert str(share(count, whole)) == part


def test_shares_of_areas_and_safeguards_are_told(run: Run, data: Path) -> None:
    told = report(run, "--year", "2021")
    rows = told["areas"] + told["safeguards"]
    parts = [row["share_percent"] for row in rows if row["activities"]]
    assert parts == ["14.3", "14.3", "14.3", "57.1"]


@pytest.mark.parametrize(("areas", "off"), [("123", True), ("12", False), ("1112223", True)])
def test_shares_that_do_not_add_up_are_told_so(
    areas: str, off: bool, run: Run, tables: Path
) -> None:
    rows = (
        f"{n},,2021-05-{n + 1:02},巫山县,北碚区,{area},,演示数据," for n, area in enumerate(areas)
    )
    write(tables, "2021Q2/x.csv", *rows)
    out = run("report", "2021Q2").out
    assert ("因四舍五入" in out) is off


def write_each(tables: Path, *quarters: str) -> None:
    """A record of 垫江县 in each of these quarters: of all of them something is known."""
    for quarter in quarters:
        day = f"{quarter[:4]}-{3 * int(quarter[-1]):02}-01"
        write(tables, f"{quarter}/dianjiang.csv", f"{quarter},,{day},垫江县,长寿区,4,,演示数据,")


def test_a_quarter_of_which_nothing_is_known_is_no_silence_and_no_point_of_the_trend(
    run: Run, tables: Path
) -> None:
    write_each(tables, "2021Q1", "2021Q3", "2021Q4")
    told = report(run, "--quarter", "2021Q4")
    assert {row["quarters"] for row in told["silences"]} == {2}
    assert [q["quarter"] for q in told["trend"]] == ["2021Q1", "2021Q3", "2021Q4"]
    assert told["silent_pairs"] == [row["county"] for row in told["silences"]]


def test_silence_is_counted_in_quarters_back_to_the_notice(run: Run, tables: Path) -> None:
    write(tables, "2021Q1/x.csv", "a,,2021-03-01,巫山县,北碚区,4,,演示数据,")
    write(tables, "2021Q3/x.csv", "b,,2021-08-01,忠县,大足区,4,,演示数据,")
    write_each(tables, "2021Q2", "2021Q4")
    silences = {row["county"]: row for row in report(run, "--quarter", "2021Q4")["silences"]}
    assert silences["忠县"] == {"county": "忠县", "quarters": 1, "at_least": False}
    assert silences["巫山县"] == {"county": "巫山县", "quarters": 3, "at_least": False}
    assert silences["万州区"] == {"county": "万州区", "quarters": 4, "at_least": False}


def test_silence_longer_than_is_looked_back_is_said_to_be_at_least_that(
    run: Run, tables: Path
) -> None:
    write(tables, "2022Q4/x.csv", "a,,2022-11-01,巫山县,北碚区,4,,演示数据,")
    write_each(tables, "2023Q1", "2023Q2", "2023Q3", "2023Q4")
    told = report(run, "--quarter", "2023Q4")
    silences = {row["county"]: row for row in told["silences"]}
    assert silences["忠县"] == {"county": "忠县", "quarters": 5, "at_least": True}
    assert silences["巫山县"] == {"county": "巫山县", "quarters": 4, "at_least": False}
    assert [q["quarter"] for q in told["trend"]] == [
        "2022Q4",
        "2023Q1",
        "2023Q2",
        "2023Q3",
        "2023Q4",
    ]
    document = made(tables, Asked("2023Q4")).document
    told_of = "16对没有活动记录（见附件2），其中15对已连续5个季度以上，巫山县已连续4个季度。"
    assert told_of in main_text(document)
    assert document.overview is not None
    trend = document.overview.charts[-1]
    assert trend.caption == "近期各季度活动数"
    assert trend.table.rows == (
        ("2022年第四季度", 1),
        ("2023年第一季度", 1),
        ("2023年第二季度", 1),
        ("2023年第三季度", 1),
        ("2023年第四季度", 1),
    )


def test_a_date_known_to_the_year_only_breaks_a_silence_and_is_told_beside_the_quarters(
    run: Run, tables: Path
) -> None:
    write(tables, "2023Q4/x.csv", "a,,2023-11-01,巫山县,北碚区,4,,演示数据一,")
    write(tables, "2024/x.csv", "b,,2024,忠县,大足区,4,,演示数据二,")
    write_each(tables, "2024Q1", "2024Q2")
    told = report(run, "--quarter", "2024Q2")
    assert told["undated"] == 1
    silences = {row["county"]: row["quarters"] for row in told["silences"]}
    assert "忠县" not in silences
    assert silences["万州区"] == 3
    year = made(tables, Asked("2024")).document
    assert "另有1项日期只填到年，未列入各季度。" in year.notes
    assert year.overview is not None
    rows = year.overview.charts[-1].table.rows
    assert rows == (("2024年第一季度", 1), ("2024年第二季度", 1))
    assert year.overview.figures[0].value == 3


def test_a_meeting_without_a_form_is_known_by_its_title(run: Run, tables: Path) -> None:
    write(
        tables,
        "2021Q2/x.csv",
        "a,,2021-05-01,巫山县,北碚区,保障1,,演示数据：第一次联席会议,",
        "b,,2021-05-02,巫山县,北碚区,保障1,,演示数据：联席会议筹备,座谈会",
    )
    assert report(run, "--quarter", "2021Q2")["meetings"] == ["a"]


def test_quarters_before_the_notice_are_no_silence(run: Run, tables: Path) -> None:
    write_each(tables, "2020Q4", "2021Q1", "2021Q2", "2021Q3", "2021Q4", "2022Q1")
    silences = {row["county"]: row for row in report(run, "--quarter", "2022Q1")["silences"]}
    assert silences["忠县"] == {"county": "忠县", "quarters": 5, "at_least": False}


def test_quarters_before_the_first_record_are_no_silence(run: Run, tables: Path) -> None:
    write_each(tables, "2023Q3", "2023Q4")
    told = report(run, "--quarter", "2023Q4", "--lead", "科协")
    assert {row["quarters"] for row in told["silences"]} == {2}
    assert [q["quarter"] for q in told["trend"]] == ["2023Q3", "2023Q4"]


def test_a_planned_record_breaks_no_silence(run: Run, tables: Path) -> None:
    write(tables, "2021Q2/x.csv", "a,计划,2021-05-01,巫山县,北碚区,4,,演示数据,")
    told = report(run, "--quarter", "2021Q2")
    assert "巫山县" in told["silent_pairs"]
    assert told["planned"] == ["a"]


def test_a_partner_that_took_no_part_is_told(run: Run, tables: Path) -> None:
    write(
        tables,
        "2021Q2/x.csv",
        "a,,2021-05-01,巫山县,北碚区,4,,演示数据一,",
        "b,,2021-05-02,忠县,大渡口区、大足区,4,,演示数据二,",
        "c,,2021-05-03,开州区,江津区,4,,演示数据三,",
        "d,,2021-05-04,开州区,万盛经开区,4,,演示数据四,",
        "e,,2021-05-05,云阳县,渝北区,4,,演示数据五,",
        "f,计划,2021-05-06,巫山县,铜梁区,4,,演示数据六,",
    )
    assert report(run, "--quarter", "2021Q2")["one_sided"] == [
        {"county": "巫山县", "active": "北碚区", "absent": "铜梁区"}
    ]


def test_joint_meetings_are_known_by_form_or_measure_and_only_when_held(
    run: Run, tables: Path
) -> None:
    write(
        tables,
        "2021Q2/x.csv",
        "a,,2021-05-01,巫山县,北碚区,保障1,,演示数据一,联席会议",
        "b,,2021-05-02,巫山县,北碚区,保障1,定期召开对接联席会议,演示数据二,座谈会",
        "c,计划,2021-05-03,巫山县,北碚区,保障1,,演示数据三,联席会议",
        "d,,2021-05-04,巫山县,北碚区,保障1,,演示数据：联席会议筹备,座谈会",
    )
    assert report(run, "--quarter", "2021Q2")["meetings"] == ["a", "b"]


def test_plans_of_the_next_quarter_are_told_and_counted_nowhere(run: Run, tables: Path) -> None:
    write(
        tables,
        "2021Q3/x.csv",
        "a,计划,2021-08,巫山县,北碚区,4,,演示数据一,",
        "b,,2021-08-02,巫山县,北碚区,4,,演示数据二,",
    )
    told = report(run, "--quarter", "2021Q2")
    assert told["planned_next"] == ["a"]
    assert told["totals"]["activities"] == told["totals"]["planned"] == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "start", "activities"),
    [
        ("--quarter 2021Q1", None, None),
        ("--quarter 2021Q2", "2021-01-01", 5),
        ("--quarter 2021Q3", "2021-01-01", 7),
        ("--half 2021H1", None, None),
        ("--half 2021H2", "2021-01-01", 7),
        ("--year 2021", None, None),
        ("--from 2021-05-01 --to 2021-07-31", "2021-01-01", 6),
        ("--from 2020-05-01 --to 2021-07-31", None, None),
    ],
)
def test_the_year_so_far_stands_beside_a_part_of_it(
    run: Run, data: Path, words: str, start: str | None, activities: int | None
) -> None:
    found = report(run, *words.split())["year_to_date"]
    if start is None:
        assert found is None
    else:
        assert (found["start"], found["totals"]["activities"]) == (start, activities)


def test_measures_are_counted_with_those_not_touched(run: Run, tables: Path) -> None:
    write(
        tables,
        "2021Q2/x.csv",
        "a,,2021-05-01,巫山县,北碚区,保障1,定期召开对接联席会议,演示数据一,",
        "b,计划,2021-05-01,巫山县,北碚区,保障1,重点任务项目化推进,演示数据二,",
        "c,,2021-05-01,巫山县,北碚区,保障1,,演示数据三,",
    )
    [row] = [row for row in report(run, "--quarter", "2021Q2")["safeguards"] if row["no"] == 1]
    assert row["measures"] == {
        "建立全面合作友好关系": 0,
        "定期召开对接联席会议": 1,
        "重点任务项目化推进": 0,
    }
