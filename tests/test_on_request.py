"""Rules on request: who asks for one by its whole code or its name gets it, and nobody else."""

import json
from pathlib import Path

import pytest

from conftest import Run
from cqpair.lint import RULES, STANDARD
from cqpair.lint.run import choose

ON_REQUEST = [rule for rule in RULES if rule.on_request]
HEAD = "开始日期,两群区县,主城协同区,任务领域,任务举措,活动名称,活动形式,牵头类别"


def _codes(run: Run, *words: str | Path) -> set[str]:
    found = json.loads(run("validate", *words, "--format", "json").out)["problems"]
    return {problem["code"] for problem in found}


@pytest.mark.slow
@pytest.mark.usefixtures("data")
@pytest.mark.parametrize(
    "words", ["", "--strict", "--select T2", "--select T22,A,T", "--ignore A3"]
)
def test_on_the_shipped_data_unused_values_are_not_told_unasked(words: str, run: Run) -> None:
    assert _codes(run, *words.split()) <= {"T207"}


@pytest.mark.slow
@pytest.mark.usefixtures("data")
@pytest.mark.parametrize("word", ["T225", "t225", "unused-value", "Unused-Value", "A3,T225"])
def test_on_the_shipped_data_unused_values_are_told_when_asked_for(word: str, run: Run) -> None:
    assert _codes(run, "--select", word) == {"T225"}
    assert _codes(run, "--select", word, "data/tasks.yaml") == {"T225"}
    assert _codes(run, "--select", word, "data/activities") == set(), "it is about the list"
    assert _codes(run, "--select", word, "--select", "T207", "--ignore", "T225") <= {"T207"}


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize("words", [("report", "--year", "2021"), ("activities",)])
def test_no_figure_waits_for_a_rule_on_request(
    words: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    monkeypatch.setattr("cqpair.lint.lists.fold", looked.append)
    assert run(*words).code == 0
    assert looked == []
    run("validate", "--select", "T225")
    assert looked, "the rule does look by this function"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["2021-05-13,巫山县,北碚区,4,,演示数据,座谈会,"], True),
        (
            ["2021-05-13,巫山县,北碚区,4,,演示数据,座谈会,", "几时,巫山县,北碚区,4,,演示数据,,"],
            False,
        ),
        (["2021-05-13,巫山县,北碚区,4,,演示数据,座谈会,", "2021-05-13,巫山县"], False),
        (["2021-05-13,巫山县,江津区,4,,演示数据,座谈会,"], True),
        ([], True),
    ],
)
def test_a_record_that_could_not_be_read_may_use_any_value(
    rows: list[str], told: bool, tables: Path, run: Run
) -> None:
    file = tables / "activities" / "a.csv"
    file.write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")
    assert _codes(run, "--select", "T225") == ({"T225"} if told else set())


def test_a_measure_is_used_in_its_own_area_only(tables: Path, run: Run) -> None:
    table = tables / "tasks.yaml"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("日常性帮扶措施", "科技志愿服务活动"), encoding="utf-8")
    row = "2021-05-13,巫山县,北碚区,2,科技志愿服务活动,演示数据,,"
    (tables / "activities" / "a.csv").write_text(f"{HEAD}\n{row}\n", encoding="utf-8")
    found = json.loads(run("validate", "--select", "T225", "--format", "json").out)["problems"]
    (told,) = [p for p in found if "科技志愿服务活动" in p["message"]]
    assert "携手助力脱贫攻坚与乡村振兴有机衔接" in told["message"]
    lines = table.read_text(encoding="utf-8").splitlines()
    assert lines[told["line"] - 1][told["column"] - 1 :] == "科技志愿服务活动"


def test_the_standard_rules_are_all_but_those_on_request() -> None:
    assert choose([], []) == STANDARD
    assert sorted((*STANDARD, *ON_REQUEST)) == sorted(RULES)
    for rule in ON_REQUEST:
        for end in range(1, len(rule.code)):
            assert rule not in choose([rule.code[:end]], [])
        assert choose([rule.code], []) == choose([rule.name], []) == (rule,)
        assert choose([rule.code], [rule.code[:2]]) == ()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_manual_says_how_its_rule_is_asked_for(lang: str, run: Run) -> None:
    for rule in RULES:
        text = run("--lang", lang, "explain", rule.code).out
        assert (f"--select {rule.code}" in text) is rule.on_request
        assert ({"zh": "点名才查", "en": "on request"}[lang] in text) is rule.on_request
