"""The shipped task table: the notice's second and third part, and the lists records choose from."""

from typing import Any

import pytest
import yaml

from conftest import DATA, Run

TABLE: dict[str, Any] = yaml.load(
    (DATA / "tasks.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
ROWS: list[dict[str, Any]] = [*TABLE["areas"], *TABLE["safeguards"]]

# Clause and title as the notice has them, in its order.
NOTICE = [
    ("二（一）", "携手高质量服务科技工作者"),
    ("二（二）", "携手服务创新驱动发展"),
    ("二（三）", "携手实施科技经济融合行动"),
    ("二（四）", "携手助力脱贫攻坚与乡村振兴有机衔接"),
    ("二（五）", "携手共建全域科普工作新格局"),
    ("二（六）", "携手服务党和政府科学决策"),
    ("三（一）", "切实加强组织领导"),
    ("三（二）", "积极争取各项支持"),
    ("三（三）", "努力营造浓厚氛围"),
]
# One measure of each clause that the notice names in these very words.
NAMED = {
    "二（一）": "共建或互建教育培训基地",
    "二（二）": "协同创新联盟和联合体",
    "二（三）": "科技成果转移转化合作平台",
    "二（四）": "巩固科技助力精准扶贫成果帮扶机制",
    "二（五）": "青少年科技教育合作",
    "二（六）": "决策咨询信息交流机制",
    "三（一）": "定期召开对接联席会议",
    "三（二）": "纳入当地区县对口协同发展机制",
    "三（三）": "可复制可推广的经验制度",
}


def test_there_are_six_areas_and_three_safeguards_with_the_notices_clauses_and_titles() -> None:
    assert [(row["clause"], row["title"]) for row in ROWS] == NOTICE
    assert [row["no"] for row in TABLE["areas"]] == list("123456")
    assert [row["no"] for row in TABLE["safeguards"]] == list("123")


def test_codes_are_unique_and_fit_for_programs() -> None:
    codes = [row["code"] for row in ROWS]
    assert len(set(codes)) == len(codes)
    assert all(code.isascii() and code.isalpha() and code.islower() for code in codes)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["code"])
def test_every_measure_is_a_short_label_written_once(row: dict[str, Any]) -> None:
    measures = row["measures"]
    assert len(measures) >= 3
    assert len(set(measures)) == len(measures)
    assert all(0 < len(measure) <= 24 and measure == measure.strip() for measure in measures)
    assert not any("，" in measure or "。" in measure for measure in measures)
    assert NAMED[row["clause"]] in measures


def test_no_measure_belongs_to_two_areas() -> None:
    measures = [measure for row in ROWS for measure in row["measures"]]
    assert len(set(measures)) == len(measures)


def test_the_lists_are_closed_and_the_promised_ones() -> None:
    assert TABLE["statuses"] == ["计划", "进行中", "已完成"]
    assert TABLE["lead_kinds"] == ["科协", "党委政府", "部门", "学会", "企业", "其他"]
    assert len(set(TABLE["forms"])) == len(TABLE["forms"])
    assert {"联席会议", "座谈会", "签约", "科普活动", "其他"} <= set(TABLE["forms"])
    assert set(TABLE["reporting"]) == {"expected", "due_days"}
    assert int(TABLE["reporting"]["due_days"]) > 0


def test_tasks_lists_every_area_with_its_clause_and_measures(run: Run) -> None:
    result = run("tasks", "--format", "markdown")
    assert result.code == 0
    for row in ROWS:
        for text in (row["clause"], row["title"], *row["measures"]):
            assert text in result.out
