"""What a report says to be amiss: each problem alone, all of them in order, nothing without one."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import DATA, put_records, record
from cqpair.render.document import Heading, Paragraph
from cqpair.report.wording import wording_of
from cqpair.report.words.problems import problems
from report_document import (
    Asked,
    Made,
    every_demo_report,
    made,
    made_once,
    named,
    paragraphs_under,
    texts_of,
)


def _loaded(name: str) -> Any:
    return yaml.load((DATA / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


PAIRS: dict[str, list[str]] = {
    row["county"]: row["partners"] for row in _loaded("pairings.yaml")["pairings"]
}
TASKS = _loaded("tasks.yaml")
AREAS: dict[str, list[str]] = {row["no"]: row["measures"] for row in TASKS["areas"]}
AREAS |= {f"保障{row['no']}": row["measures"] for row in TASKS["safeguards"]}
HEADING = "存在的问题"

Rows = dict[tuple[str, str], dict[str, str]]


def nothing_amiss() -> Rows:
    """Every pairing active in every area and safeguard, every measure taken, every cell filled."""
    rows: Rows = {}
    for n, (county, partners) in enumerate(PAIRS.items()):
        for area, measures in AREAS.items():
            rows[county, area] = record(
                id=f"{n:02}-{area}",
                county=county,
                partners="、".join(partners),
                area=area,
                measure=measures[n % len(measures)],
                title=f"演示数据：{county}第{area}",
                lead_kind="科协",
                **dict.fromkeys(("participants", "experts", "funding", "in_kind"), "7"),
            )
    return rows


QUARTER = Asked("2021Q2")


def told(folder: Path, rows: Rows, asked: Asked = QUARTER) -> list[Paragraph]:
    """The section on problems of the report of these records."""
    put_records(folder, "2021Q2/x.csv", *rows.values())
    return paragraphs_under(made(folder, asked).document, HEADING)


Change = Callable[[Rows, Path], None]


def _without(county: str) -> Change:
    def change(rows: Rows, _: Path) -> None:
        for key in [key for key in rows if key[0] == county]:
            del rows[key]

    return change


def _one_partner(rows: Rows, _: Path) -> None:
    for (county, _area), row in rows.items():
        if county == "忠县":
            row["partners"] = "大足区"


def _a_cell_blank(rows: Rows, _: Path) -> None:
    del rows["万州区", "4"]


def _a_safeguard_idle(rows: Rows, _: Path) -> None:
    for county in PAIRS:
        rows[county, "保障2"]["area"] = "保障1"
        rows[county, "保障2"]["measure"] = AREAS["保障1"][0]


def _little_of_one(rows: Rows, _: Path) -> None:
    for county in [*PAIRS][1:]:
        del rows[county, "6"]


def _overdue(rows: Rows, _: Path) -> None:
    for county in ("巫山县", "忠县"):
        rows[county, "计划"] = {**rows[county, "4"], "id": f"{county}计划", "status": "计划"}


def _twice_overdue(rows: Rows, _: Path) -> None:
    for n in range(2):
        row = {**rows["忠县", "4"], "id": f"p{n}", "title": f"演示数据{n}", "status": "计划"}
        rows["忠县", f"计划{n}"] = row


def _unfilled(rows: Rows, _: Path) -> None:
    rows["忠县", "4"]["in_kind"] = rows["忠县", "5"]["in_kind"] = ""
    rows["忠县", "4"]["experts"] = ""


def _without_figures(rows: Rows, _: Path) -> None:
    for row in rows.values():
        for key in ("participants", "experts", "funding", "in_kind"):
            row[key] = ""


def _without_measures(rows: Rows, _: Path) -> None:
    for row in rows.values():
        row["measure"] = ""


def _imprecise(rows: Rows, folder: Path) -> None:
    put_records(folder, "2021/y.csv", {**rows["忠县", "4"], "id": "y", "date": "2021"})


def _wrong(rows: Rows, _: Path) -> None:
    rows["垫江县", "错"] = {**rows["垫江县", "4"], "id": "z", "participants": "若干"}


def _wrong_before(rows: Rows, folder: Path) -> None:
    wrong = {**rows["忠县", "4"], "id": "z", "date": "2021-02-01", "participants": "若干"}
    put_records(folder, "2021Q1/x.csv", wrong)


ALONE: list[tuple[str, Change, str]] = [
    ("one-sided", _one_partner, "进展不平衡，忠县结对的大渡口区没有参加活动的记录。"),
    ("cells", _a_cell_blank, "任务覆盖不全，按17对、6项任务计102个组合，1个没有活动（见附件2）。"),
    (
        "safeguard",
        _a_safeguard_idle,
        "任务覆盖不全，保障措施“积极争取各项支持”没有活动。",
    ),
    ("overdue", _overdue, "计划落实不够，忠县、巫山县各有1项计划到期未见开展。"),
    ("overdue-twice", _twice_overdue, "计划落实不够，忠县有2项计划到期未见开展。"),
    ("unfilled", _unfilled, "填报不完整，专家人次1项、实物折价2项未填。"),
    ("no-figures", _without_figures, "填报不完整，人次和金额均未填。"),
    ("no-measures", _without_measures, "填报不完整，任务举措均未填。"),
    ("imprecise", _imprecise, "填报不完整，1项的日期只填到年或月，未计入本季度。"),
    ("left-out", _wrong, "填报有误，1条记录未计入本报告（见附件4）。"),
    ("beside", _wrong_before, "其他时段的1条记录有误未计入（见附件4），对比数和累计数可能不全。"),
]
ALERTS = ("left-out", "beside")


def test_where_nothing_is_amiss_there_is_no_such_section(tables: Path) -> None:
    assert told(tables, nothing_amiss()) == []


@pytest.mark.parametrize(("name", "change", "sentence"), ALONE, ids=[one[0] for one in ALONE])
def test_a_problem_alone_is_told_without_a_number(
    name: str, change: Change, sentence: str, tables: Path
) -> None:
    rows = nothing_amiss()
    change(rows, tables)
    (paragraph,) = told(tables, rows)
    assert paragraph.text == sentence
    assert paragraph.alert is (name in ALERTS), "what errors keep out must not be overlooked"


def test_a_pairing_without_a_record_is_named_and_in_an_area_alone(tables: Path) -> None:
    rows = nothing_amiss()
    _without("酉阳县")(rows, tables)
    (paragraph,) = told(tables, rows, Asked("2021Q2", area="4"))
    assert paragraph.text == "进展不平衡，酉阳县没有该项任务活动记录。"
    (paragraph,) = told(tables, rows)
    assert paragraph.text == (
        "一是进展不平衡，酉阳县没有活动记录。"
        "二是任务覆盖不全，按17对、6项任务计102个组合，6个没有活动（见附件2）。"
    )


def test_many_pairings_without_a_record_are_counted(tables: Path) -> None:
    rows = nothing_amiss()
    for county in [*PAIRS][:6]:
        _without(county)(rows, tables)
    (paragraph,) = told(tables, rows, Asked("2021Q2", area="4"))
    assert paragraph.text == f"进展不平衡，{'、'.join([*PAIRS][:6])}没有该项任务活动记录。"
    _without([*PAIRS][6])(rows, tables)
    (paragraph,) = told(tables, rows, Asked("2021Q2", area="4"))
    assert paragraph.text == "进展不平衡，7对没有该项任务活动记录（见附件1）。"


def test_how_long_a_pairing_is_silent_is_told_in_groups(tables: Path) -> None:
    rows = nothing_amiss()
    for county in ("酉阳县", "忠县", "巫山县"):
        _without(county)(rows, tables)
    before = {**nothing_amiss()["忠县", "4"], "id": "b", "date": "2021-03-01"}
    put_records(tables, "2021Q1/x.csv", before)
    (paragraph,) = told(tables, rows, Asked("2021Q2", area="4", compare="none"))
    assert paragraph.text == (
        "进展不平衡，忠县、巫山县、酉阳县没有该项任务活动记录，其中巫山县、酉阳县已连续2个季度。"
    )
    _without("垫江县")(rows, tables)
    put_records(tables, "2021Q1/x.csv", {**before, "county": "云阳县", "partners": "渝北区"})
    (paragraph,) = told(tables, rows, Asked("2021Q2", area="4", compare="none"))
    assert paragraph.text == (
        "进展不平衡，垫江县、忠县、巫山县、酉阳县没有该项任务活动记录，均已连续2个季度。"
    )


def test_who_takes_part_elsewhere_is_said_to_be_missing_in_the_area_only(tables: Path) -> None:
    rows = nothing_amiss()
    for area in ("4", "保障2"):
        rows["忠县", area]["partners"] = "大足区"
    for area, such in (("4", "该项任务"), ("保障2", "该项措施")):
        (paragraph,) = told(tables, rows, Asked("2021Q2", area=area))
        assert paragraph.text == f"进展不平衡，忠县结对的大渡口区没有参加{such}活动的记录。"


def test_measures_that_nobody_took_are_counted_where_they_are_not_few(tables: Path) -> None:
    rows = nothing_amiss()
    left = ("4", "5", "保障2")
    for (county, area), row in [*rows.items()]:
        row["lead_kind"] = "部门" if area == "保障2" else "科协"
        if area in left and county != "万州区":
            del rows[county, area]
    idle = sum(len(AREAS[area]) - 1 for area in left)
    told_of_all = "".join(paragraph.text for paragraph in told(tables, rows))
    assert f"通知所列51项举措中{idle}项没有活动。" in told_of_all
    (paragraph,) = told(tables, rows, Asked("2021Q2", lead="科协"))
    assert f"通知所列51项举措中{idle + 1}项没有科协牵头活动。" in paragraph.text
    by_others = "".join(p.text for p in told(tables, rows, Asked("2021Q2", lead="部门")))
    assert "任务覆盖不全" not in by_others, "nobody asked them to lead in all"


def test_an_area_of_which_there_is_little_is_named(tables: Path) -> None:
    rows = nothing_amiss()
    _little_of_one(rows, tables)
    (paragraph,) = told(tables, rows)
    assert paragraph.text == (
        "任务覆盖不全，按17对、6项任务计102个组合，16个没有活动（见附件2），"
        "“携手服务党和政府科学决策”仅1项。"
    )


def test_cells_are_counted_over_the_pairings_of_which_all_is_known(tables: Path) -> None:
    rows = nothing_amiss()
    _wrong(rows, tables)
    _a_cell_blank(rows, tables)
    judged, alert = told(tables, rows)
    assert "按16对、6项任务计96个组合，1个没有活动（见附件2）" in judged.text
    assert alert.text == "二是填报有误，1条记录未计入本报告（见附件4）。"


def test_all_problems_stand_in_the_order_in_which_a_leader_asks(tables: Path) -> None:
    rows = nothing_amiss()
    changes = [_without("酉阳县"), *(change for _, change, _ in ALONE[:2]), _overdue, _unfilled]
    for change in (*changes, _imprecise, _wrong, _wrong_before):
        change(rows, tables)
    judged, errors = told(tables, rows)
    assert re.findall("[一二三四五六]是[^，。]{4,6}", judged.text + errors.text) == [
        *("一是进展不平衡", "二是任务覆盖不全", "三是计划落实不够", "四是填报不完整"),
        *("五是填报有误", "六是其他时段的1"),
    ]
    assert (judged.alert, errors.alert) == (False, True)
    first, *_ = judged.text.split("。")
    assert first.index("酉阳县没有活动记录") < first.index("忠县结对的大渡口区没有参加")


def test_records_that_may_tell_one_event_are_told_last(tables: Path) -> None:
    rows = nothing_amiss()
    put_records(tables, "2021Q2/x.csv", *rows.values())
    report, document = made(tables, Asked("2021Q2"))
    doubted = report._replace(undecided=("a pair of records", "another"))  # type: ignore[arg-type]
    heading, paragraph = problems(wording_of(doubted, document.made_at.date()))
    assert isinstance(heading, Heading)
    assert isinstance(paragraph, Paragraph)
    assert paragraph.alert
    assert paragraph.text == (
        "疑有重复，2对记录可能是结对双方分别报送的同一活动，尚未认定，暂各计1项。"
    )


@pytest.mark.slow
@pytest.mark.parametrize("asked", every_demo_report(), ids=named)
def test_problems_are_numbered_from_one_and_only_where_there_are_several(
    asked: Asked, demo_data: Path
) -> None:
    paragraphs = paragraphs_under(made_once(demo_data, asked).document, HEADING)
    text = "".join(paragraph.text for paragraph in paragraphs)
    numbers = re.findall("([一二三四五六七八九])是(?:进展|任务|计划|填报|其他|疑有)", text)
    sentences = text.count("。")
    assert numbers == (list("一二三四五六七八九")[:sentences] if sentences > 1 else [])


def test_only_what_is_planned_for_a_day_that_is_over_is_overdue(
    tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = nothing_amiss()
    _overdue(rows, tables)
    rows["忠县", "计划"] |= {"date": "2021-06"}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1622500000")  # 2021-05-31
    (only,) = told(tables, rows)
    assert only.text == "计划落实不够，巫山县有1项计划到期未见开展。"
    plan = record(id="q", date="2021-08", status="计划")
    put_records(tables, "2021Q3/x.csv", plan)
    document = made(tables, Asked("2021Q3")).document
    assert paragraphs_under(document, HEADING) == []
    assert "本季度尚未开始" in texts_of(document)[2]
    (next_one,) = paragraphs_under(document, "下一步工作")
    assert next_one.text == "本季度还计划开展活动1项：演示数据（巫山县、北碚区）。"


def test_before_the_notice_nobody_is_said_to_have_done_nothing(tables: Path) -> None:
    early = record(id="a", date="2020-11-01")
    put_records(tables, "2020Q4/x.csv", early)
    found: Made = made(tables, Asked("2020Q4"))
    paragraphs = paragraphs_under(found.document, HEADING)
    assert not any("没有活动" in p.text or "没有参加" in p.text for p in paragraphs)


def test_what_was_planned_for_a_day_gone_by_does_not_come(
    tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1622500000")  # 2021-05-31
    plans = [
        record(id=f"p-{day}", date=f"2021-05-{day}", status="计划", title=f"演示{day}")
        for day in (30, 31)
    ]
    put_records(tables, "2021Q2/x.csv", record(id="a"), *plans)
    (coming,) = paragraphs_under(made(tables, QUARTER).document, "下一步工作")
    assert coming.text == "本季度还计划开展活动1项：演示31（巫山县、北碚区）。"
