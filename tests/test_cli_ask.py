"""`partners`, `pairs` and `tasks`: what they answer, in which form, with which exit code."""

import csv
import json
from io import StringIO
from typing import Any

import pytest

from conftest import Run

UNIT = ["name", "full_name", "office", "code", "pinyin", "region", "role"]
ANSWER = ["query", "matched_by", "unit", "pairing", "partners", "fellows", "notes", "on"]
THE_CHANGE = "2025-11-06"
BEFORE = "2025-11-05"

# Contract, `matched_by`: each way of naming, and who is meant (domain facts §2).
WAYS = [
    ("巫山县", "name", "巫山县"),
    ("巫山", "stem", "巫山县"),
    ("巫山县科协", "office", "巫山县"),
    ("巫山县科学技术协会", "office", "巫山县"),
    ("两江新区科创局（科协）", "office", "两江新区"),
    ("石柱土家族自治县", "full-name", "石柱县"),
    ("江北县", "former-name", "渝北区"),
    ("高新区", "alias", "重庆高新区"),
    ("500237", "code", "巫山县"),
    ("wushanxian", "pinyin", "巫山县"),
    ("wu shan", "pinyin", "巫山县"),
    ("zx", "initials", "忠县"),
    ("雲陽縣", "name", "云阳县"),
    ("　巫 山 县　", "name", "巫山县"),
    ("两江新区科创局(科协)", "office", "两江新区"),
]


def _answers(run: Run, *words: str) -> Any:
    return json.loads(run("partners", *words, "--format", "json").out)


@pytest.mark.parametrize(("query", "way", "name"), WAYS)
def test_every_way_of_naming_finds_its_unit_and_says_how(
    query: str, way: str, name: str, run: Run
) -> None:
    result = run("partners", query, "--format", "json")
    (answer,) = json.loads(result.out)
    assert (result.code, result.err) == (0, "")
    assert (answer["query"], answer["matched_by"], answer["unit"]["name"]) == (query, way, name)


def test_the_json_of_partners_has_the_promised_keys_and_no_others(run: Run) -> None:
    county, partner = _answers(run, "巫山县", "铜梁")
    for answer in (county, partner):
        assert list(answer) == ANSWER
        assert list(answer["pairing"]) == ["no", "mode"]
        for unit in (answer["unit"], *answer["partners"], *answer["fellows"]):
            assert list(unit) == UNIT
    assert county["unit"] == {
        "name": "巫山县",
        "full_name": "巫山县",
        "office": "巫山县科协",
        "code": "500237",
        "pinyin": "wushan",
        "region": "渝东北",
        "role": "county",
    }
    assert county["pairing"] == partner["pairing"] == {"no": 12, "mode": "二对一"}
    assert [unit["name"] for unit in county["partners"]] == ["北碚区", "铜梁区"]
    assert county["fellows"] == []
    assert [unit["name"] for unit in partner["partners"]] == ["巫山县"]
    assert [unit["name"] for unit in partner["fellows"]] == ["北碚区"]
    assert partner["unit"]["role"] == "partner"
    assert county["on"] == "2026-09-21", "today, by the clock of the tests"


def test_json_is_one_document_of_characters_as_they_are(run: Run) -> None:
    out = run("partners", "巫山", "--format", "json").out
    assert "\\u" not in out
    assert out.endswith("]\n")


def test_plain_is_one_partner_name_a_line_in_the_annexs_order(run: Run) -> None:
    assert run("partners", "开州", "--format", "plain").out == "江津区\n万盛经开区\n"
    assert run("partners", "铜梁", "巫山", "--format", "plain").out == "巫山县\n北碚区\n铜梁区\n"


def test_the_answer_for_a_person_names_partners_fellows_and_former_names(run: Run) -> None:
    assert run("partners", "巫山县").out.splitlines()[0].endswith("北碚区、铜梁区")
    first = run("partners", "铜梁").out.splitlines()[0]
    assert all(name in first for name in ("铜梁区", "巫山县", "北碚区"))
    assert "曾用名" in run("partners", "江北县").out
    assert "former name" in run("--lang", "en", "partners", "江北县").out


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("北培区", ["北碚区"]),
        ("璧山县科协x", ["璧山区"]),
        ("ws", ["巫山县", "万盛经开区"]),
        ("QJ", ["黔江区", "綦江区"]),
        ("yy", ["云阳县", "酉阳县"]),
    ],
)
def test_unknown_and_ambiguous_names_fail_with_what_they_could_be(
    query: str, told: list[str], run: Run
) -> None:
    for form, nothing in (("table", ""), ("plain", ""), ("json", "[]\n")):
        result = run("partners", query, "--format", form)
        assert (result.code, result.out) == (1, nothing)
        assert len(result.err.splitlines()) == 1
        assert all(name in result.err for name in (query, *told))


def test_one_unknown_name_fails_and_the_others_are_still_answered(run: Run) -> None:
    for form in ("table", "plain", "json"):
        result = run("partners", "铜梁", "北培区", "忠县", "--format", form)
        assert result.code == 1
        assert "北培区" in result.err
        assert "巫山县" in result.out
        assert "大足区" in result.out
    queries = [answer["query"] for answer in json.loads(result.out)]
    assert queries == ["铜梁", "忠县"]


@pytest.mark.parametrize("name", ["两江新区", "江北区", "渝北区", "北碚区"])
def test_a_change_is_noted_with_its_date_from_the_day_it_was_announced(name: str, run: Run) -> None:
    (after,) = _answers(run, name, "--on", THE_CHANGE)
    (before,) = _answers(run, name, "--on", BEFORE)
    assert (after["on"], before["on"]) == (THE_CHANGE, BEFORE)
    assert THE_CHANGE in after["notes"][0]
    assert before["notes"] == []
    assert after["partners"] == before["partners"], "no pairing is inferred from the change"


@pytest.mark.parametrize("name", ["江北区", "渝北区"])
def test_an_abolished_unit_names_its_successor(name: str, run: Run) -> None:
    assert "两江新区" in run("partners", name).out
    assert "两江新区" not in run("partners", name, "--on", BEFORE).out


def test_a_code_given_later_is_told_and_found_only_from_its_day(run: Run) -> None:
    (after,), (before,) = (_answers(run, "两江", "--on", day) for day in (THE_CHANGE, BEFORE))
    assert (after["unit"]["code"], before["unit"]["code"]) == ("500157", None)
    assert _answers(run, "500157", "--on", THE_CHANGE)[0]["unit"]["name"] == "两江新区"
    assert run("partners", "500157", "--on", BEFORE).code == 1


def test_before_the_notice_the_answer_says_that_nothing_was_paired(run: Run) -> None:
    assert "2021-02-19" in run("partners", "巫山", "--on", "2021-02-18").out
    assert _answers(run, "巫山", "--on", "2021-02-19")[0]["notes"] == []


def test_pairs_lists_the_annex_in_its_order(run: Run) -> None:
    rows = json.loads(run("pairs", "--format", "json").out)
    assert [row["no"] for row in rows] == list(range(1, 18))
    assert list(rows[0]) == ["no", "county", "region", "partners", "mode"]
    assert rows[2]["partners"] == ["江津区", "万盛经开区"]
    assert sum(len(row["partners"]) for row in rows) == 24


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (["--region", "渝东北"], 11),
        (["--region", "渝东南"], 6),
        (["--mode", "一对一"], 10),
        (["--mode", "二对一"], 7),
        (["--region", "渝东南", "--mode", "二对一"], 3),
    ],
)
def test_pairs_are_filtered_alike_in_every_format(filters: list[str], count: int, run: Run) -> None:
    shown = {
        form: run("pairs", *filters, "--format", form).out for form in ("json", "csv", "table")
    }
    assert len(json.loads(shown["json"])) == count
    assert len(list(csv.reader(StringIO(shown["csv"])))) == 1 + count
    assert len(shown["table"].splitlines()) == 2 + count
    markdown = run("pairs", *filters, "--format", "markdown").out.splitlines()
    assert len(markdown) == 2 + count
    assert {line.count("|") for line in markdown} == {6}


def test_pairs_says_once_on_stderr_that_the_map_changed_and_only_when_it_did(run: Run) -> None:
    assert len(run("pairs", "--format", "csv").err.splitlines()) == 1
    assert run("pairs", "--format", "csv", "--on", BEFORE).err == ""
    assert run("pairs", "--region", "渝东南", "--mode", "二对一").err == "", "none of these changed"


def test_tasks_are_the_notices_areas_and_safeguards_with_their_clauses(run: Run) -> None:
    tasks = json.loads(run("tasks", "--format", "json").out)
    assert list(tasks) == ["areas", "safeguards"]
    for section, part, count in (("areas", "二", 6), ("safeguards", "三", 3)):
        clauses = [area["clause"] for area in tasks[section]]
        assert clauses == [f"{part}（{n}）" for n in "一二三四五六"[:count]]
        for area in tasks[section]:
            assert list(area) == ["key", "no", "code", "clause", "title", "measures"]
            assert area["measures"]


@pytest.mark.parametrize(
    "area", ["5", "５", "popularisation", "二（五）", "携手共建全域科普工作新格局"]
)
def test_one_area_is_found_by_number_code_clause_and_title(area: str, run: Run) -> None:
    for form in ("table", "json", "markdown"):
        result = run("tasks", area, "--format", form)
        assert (result.code, result.err) == (0, "")
        assert "“全国科普日”" in result.out
        assert "二（五）" in result.out
        assert "二（四）" not in result.out
    assert json.loads(run("tasks", area, "--format", "json").out)["safeguards"] == []


@pytest.mark.parametrize("area", ["7", "保障4", "科普", "", "0"])
def test_an_unknown_area_exits_1_and_names_those_there_are(area: str, run: Run) -> None:
    result = run("tasks", area)
    assert (result.code, result.out) == (1, "")
    assert "保障3" in result.err
