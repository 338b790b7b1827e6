"""Figures far too large are doubted, unless they are written as large ones."""

import json
from pathlib import Path

import pytest

from conftest import Run

RECORDS = Path("data/activities/2021Q2/yanshi.csv")


def doubts(run: Run, header: str, cell: str) -> list[str]:
    RECORDS.parent.mkdir(parents=True, exist_ok=True)
    head = f"开始日期,两群区县,主城协同区,任务领域,活动名称,{header}"
    row = f'2021-05-13,巫山县,北碚区,5,演示数据,"{cell}"'
    RECORDS.write_text(f"{head}\n{row}\n", encoding="utf-8")
    told = json.loads(run("validate", "--ignore", "T207", "--format", "json").out)["problems"]
    return [problem["code"] for problem in told]


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize(
    ("header", "cell", "code"),
    [
        *(("资金投入", "30000万元", "A326"), ("资金投入", "100000000", "A326")),
        *(("实物折价", "10000万", "A326"), ("资金投入", "约20000万元", "A326")),
        *(("参与人次", "300,200", "A327"), ("参与人次", "20210513", "A327")),
        *(("参与人次", "13812345678", "A327"), ("专家人次", "44260", "A327")),
    ],
)
def test_a_figure_far_too_large_is_doubted(header: str, cell: str, code: str, run: Run) -> None:
    assert doubts(run, header, cell) == [code]


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize(
    ("header", "cell"),
    [
        *(("资金投入", "9999万元"), ("资金投入", "3亿元"), ("资金投入", "一亿五千万元")),
        *(("资金投入", "1亿2000万元"), ("实物折价", "约1.5亿"), ("资金投入", "99999999")),
        *(("参与人次", "20多万人"), ("参与人次", "99,999"), ("参与人次", "二十余万人次")),
        *(("专家人次", "1.2万"), ("专家人次", "9999")),
    ],
)
def test_a_figure_written_as_large_or_below_the_bound_is_not_doubted(
    header: str, cell: str, run: Run
) -> None:
    assert doubts(run, header, cell) == []


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize(
    ("header", "cell"),
    [("资金投入", "约3亿元"), ("参与人次", "20多万人"), ("专家人次", "1.2万人次")],
)
def test_what_was_not_doubted_is_not_doubted_after_fmt(header: str, cell: str, run: Run) -> None:
    assert doubts(run, header, cell) == []
    assert run("fmt").code == 0
    assert cell not in RECORDS.read_text("utf-8")
    assert run("validate", "--select", "A326,A327", "--strict").code == 0


@pytest.mark.usefixtures("tables")
def test_fmt_leaves_a_weekday_that_contradicts_its_date(run: Run) -> None:
    assert doubts(run, "结束日期", "2021年5月14日（周六）") == ["A328"]
    before = RECORDS.read_bytes()
    assert run("fmt").code == 1
    assert RECORDS.read_bytes() == before
