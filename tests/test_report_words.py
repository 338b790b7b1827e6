"""The words of a report: sentences that hold something, and right measure words."""

import re
from functools import partial
from pathlib import Path

import pytest

from conftest import Run, write_records

HEADER = (
    "编号,状态,开始日期,两群区县,主城协同区,任务领域,任务举措,牵头类别,活动名称,活动形式,"
    "参与人次,专家人次,资金投入,实物折价,成果,推荐典型"
)
EMPTY = re.compile(
    r"None|（）|，。|；。|：。|、。|，，|。。|、、|^。|\{|\}|(?<![\d,])0\.00 ?元|个结对|共0",
    re.MULTILINE,
)
PERIODS = [
    *(f"--quarter {year}Q{n}" for year in (2021, 2023, 2025) for n in range(1, 5)),
    "--year 2021",
    "--half 2021H2",
    "--half 2024H2",
    "--from 2021-05-01 --to 2021-07-31",
    "--quarter 2021Q2 --pair 巫山县",
    "--quarter 2021Q2 --area 4",
    "--quarter 2021Q2 --area 保障1",
    "--quarter 2021Q2 --lead 科协",
    "--quarter 2026Q4",
    "--quarter 2027Q1",
]
write = partial(write_records, HEADER)


def row(n: int, day: str) -> str:
    """A made-up record without status, measure, lead or figures."""
    return f"x-{n},,{day},巫山县,北碚区,4,,,演示数据{n},,,,,,,"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from cqpair.cli import main

    folder = tmp_path_factory.mktemp("demo") / "data"
    assert main(["init", str(folder), "--demo"]) == 0
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("words", PERIODS)
def test_no_sentence_has_nothing_in_it(run: Run, data: Path, words: str) -> None:
    out = run("report", *words.split()).out
    assert EMPTY.findall(out) == []


@pytest.mark.slow
@pytest.mark.parametrize("period", ["2022Q1", "2022Q2", "2022Q3", "2022Q4", "2023Q1"])
def test_no_sentence_of_a_full_report_has_nothing_in_it(run: Run, demo: Path, period: str) -> None:
    result = run("--data", demo, "report", "--quarter", period)
    assert (result.code, result.err) == (0, "")
    assert EMPTY.findall(result.out) == []
    assert result.out.startswith("演示数据，不反映真实工作情况\n")


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        # how many, and who led
        (
            ["a,,2021-05-01,巫山县,北碚区,4,,科协,演示数据,,,,,,,"],
            "巫山县、北碚区开展活动1项，由科协牵头。1至6月累计1项。人次和金额均未填报。",
        ),
        (
            ["a,,2021-05-01,巫山县,北碚区,4,,部门,演示数据,,300,20,3万元,0,,"],
            "由有关部门牵头。1至6月累计1项。参与300人次，专家20人次；资金投入30,000元，实物折价0元。",
        ),
        (
            ["a,,2021-05-01,巫山县,北碚区,4,,,演示数据,,,,,,,"],
            "巫山县、北碚区开展活动1项，未填牵头类别。",
        ),
        (
            [
                "a,,2021-05-01,巫山县,北碚区,4,,科协,演示数据一,,约300,,,,,",
                "b,,2021-05-02,巫山县,铜梁区,4,,,演示数据二,,20,,0.50,,,",
                "c,,2021-05-03,忠县,大足区,4,,,演示数据三,,,,,,,",
            ],
            "开展活动3项，其中科协牵头1项（另有2项未填牵头类别），2对结对单位参与（巫山县、忠县）。"
            "1至6月累计3项。参与约320人次（1项未填报）；资金投入0.50元（2项未填报）；专家人次、实物折价均未填报。",
        ),
        (
            ["a,进行中,2021-05-01,巫山县,北碚区,4,,科协,演示数据,,,,,,,"],
            "本季度共开展活动1项（均在进行中），由科协牵头",
        ),
        (
            ["a,,2021-05-01,巫山县,北碚区,4,,,演示数据,,,,,,暂无。,"],
            "\n5月1日，巫山县、北碚区：演示数据（a）。\n",
        ),
        # measures
        (
            ["a,,2021-05-01,巫山县,北碚区,6,打造共享“智囊团”,,演示数据,,,,,,,"],
            "任务表所列5项举措中，1项有活动记录；未见记录的是：对口协同发展研讨会或调研活动；"
            "组织院士专家建言献策；形成高质量科技工作者建议；决策咨询信息交流机制。",
        ),
        (
            [
                "a,,2021-05-01,巫山县,北碚区,6,打造共享“智囊团”,,演示数据一,,,,,,,",
                "b,,2021-05-02,巫山县,北碚区,6,,,演示数据二,,,,,,,",
            ],
            "另有1项活动未填任务举措，未计入。",
        ),
        # plans, meetings, examples, one partner of two
        (
            ["a,计划,2021-05-01,巫山县,北碚区,4,,,演示数据,,,,,,,"],
            "活动台账中没有本季度的活动记录。另有1项登记状态为“计划”，不计入活动数和合计。",
        ),
        (
            ["a,,2021-05-01,巫山县,北碚区,保障1,,,演示数据,联席会议,,,,,,"],
            "本季度有联席会议记录1次（巫山县）。",
        ),
        (
            ["a,,2021-05,巫山县,北碚区,4,,,演示数据,,,,,,成果两项。,是"],
            "\n【推荐典型】5月，巫山县、北碚区：演示数据（a）。成果：成果两项。\n",
        ),
        (
            ["a,,2021-05-01,巫山县,北碚区,4,,,演示数据,,,,,,,"],
            "1. 巫山县：北碚区有活动记录，铜梁区没有活动记录",
        ),
        (
            ["a,,2021-05-01,巫山县,北碚区,4,,,演示数据,,,,,,,"],
            "按17对结对单位、6项重点任务计，共102个任务项；本季度有活动记录的1个，没有的101个",
        ),
    ],
)
def test_the_quarter_is_told_in_these_words(
    run: Run, tables: Path, rows: list[str], sentence: str
) -> None:
    write(tables, "2021Q2/x.csv", *rows)
    assert sentence in run("report", "--quarter", "2021Q2", "--compare", "none").out


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "now", "sentence"),
    [
        (0, 1, "上季度没有活动记录，不作比较；1至6月累计1项。"),
        (1, 1, "与上季度（1项）持平；1至6月累计2项。"),
        (1, 3, "较上季度（1项）增加2项；1至6月累计4项。"),
        (3, 1, "较上季度（3项）减少2项；1至6月累计4项。"),
        (2, 0, "活动台账中没有本季度的活动记录。上季度为2项；1至6月累计2项。"),
    ],
)
def test_the_quarter_stands_beside_the_last_and_the_year(
    run: Run, tables: Path, before: int, now: int, sentence: str
) -> None:
    write(tables, "2021Q1/x.csv", *(row(n, f"2021-03-0{n}") for n in range(1, before + 1)))
    write(tables, "2021Q2/x.csv", *(row(n + 9, f"2021-05-0{n}") for n in range(1, now + 1)))
    assert sentence in run("report", "--quarter", "2021Q2").out


def test_more_than_five_activities_of_an_area_are_pointed_at(run: Run, tables: Path) -> None:
    write(tables, "2021Q2/x.csv", *(row(n, f"2021-05-{n:02}") for n in range(1, 8)))
    out = run("report", "--quarter", "2021Q2").out
    assert out.count("演示数据5") == 2  # in the list and in the annex
    assert out.count("演示数据6") == 1
    assert "其余2项见“活动明细”。" in out


def test_an_empty_quarter_is_not_told_nine_times_over(run: Run, tables: Path) -> None:
    write(tables, "2021Q2/x.csv", row(1, "2021-05-01"))
    out = run("report", "--quarter", "2022Q4").out
    assert "各项重点任务本季度均没有活动记录。" in out
    assert "各项保障措施本季度均没有活动记录。" in out
    assert out.count("没有活动记录") < 8


def test_what_the_next_quarter_plans_is_told(run: Run, tables: Path) -> None:
    write(tables, "2021Q3/x.csv", "p,计划,2021-09,巫山县,北碚区,5,,,演示数据：科普日,,,,,,,")
    out = run("report", "--quarter", "2021Q2").out
    assert (
        "2021年第三季度计划开展活动1项：\n\n1. 9月，巫山县、北碚区：演示数据：科普日（p）。" in out
    )


def test_a_quarter_that_is_not_over_is_not_compared(run: Run, tables: Path) -> None:
    write(tables, "2026Q2/x.csv", row(1, "2026-04-01"))
    write(tables, "2026Q3/x.csv", row(2, "2026-07-01"))
    out = run("report", "--quarter", "2026Q3").out
    assert "统计时段尚未结束，数据截至2026年9月21日。1至9月累计2项。" in out
    assert "较上季度" not in out
