"""What `import` says of a return that is not as it should be, and that the rules of it are met.

The texts are in `golden/import/`; `--update-golden` writes them anew: read what differs.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import ROOT, Run
from cqpair.lint import RULES
from cqpair.messages import texts_of
from returns_made import EVENT, HEADER, RETURN, TITLE, Rows, workbook_of
from test_rules import BY_IMPORT, _is_shown

GOLDEN = ROOT / "tests" / "golden" / "import"
UPDATE = os.environ.get("CQPAIR_UPDATE_GOLDEN") == "1"


class Case(NamedTuple):
    """A return by rows, the options it is imported with, and the one that was sent before it."""

    rows: Rows
    options: tuple[str, ...] = ()
    before: Rows | None = None
    name: str = "报表.xlsx"
    names: tuple[str, ...] = ("活动",)
    more: Rows | None = None


def titled(title: str, *events: tuple[str | float, ...]) -> Rows:
    return ((title,), HEADER, *(events or (EVENT,)))


def of(sender: str, head: str, row: str) -> Rows:
    """A return of 2021Q2 whose cells are parted by blanks; `-` is a blank one."""
    cells = ["" if cell == "-" else cell for cell in row.split()]
    return ((f"{sender}科协2021年二季度",), head.split(), cells)


WITH_ID = ("编号", *HEADER)
PLACED = (*HEADER, "地点")
FORM = (
    ("填报单位", "巫山县科协", "季度", "2021Q2", "模板版本", "cqpair-1"),
    ("零报告", ""),
    ("序号", *HEADER),
)

CASES: Mapping[str, Case] = {
    "no-sender-and-quarter": Case(titled("活动统计表")),
    "senders-in-name": Case(titled("2021年二季度"), name="巫山县与北碚区.xlsx"),
    "other-sender": Case(RETURN, name="北碚区科协.xlsx"),
    "no-office": Case((("填报单位：巫山县农业农村委",), *RETURN)),
    "quarter-without-year": Case(titled("巫山县二季度")),
    "other-quarter": Case(RETURN, name="巫山县2021Q1.xlsx"),
    "no-header": Case(((TITLE,), ("请按时报送",)), name="巫山县.xlsx"),
    "no-header-in-sheet": Case(RETURN, names=("活动", "说明"), more=(("请按时报送",),)),
    "no-header-there": Case(RETURN, ("--header-row", "1")),
    "unknown-column": Case(((TITLE,), (*HEADER, "天气"), (*EVENT, "晴"))),
    "no-unit": Case(((TITLE,), (*HEADER[:-1], "经费"), EVENT)),
    "no-columns": Case(of("巫山县", "活动时间 活动名称", "5月13日 演示")),
    "no-cells": Case(of("巫山县", "时间 名称 任务领域 主城协同区", "5月13日 演示 - -")),
    "not-party": Case(
        of("云阳县", "时间 名称 任务领域 区县 主城区", "5月1日 演示 4 巫山县 北碚区")
    ),
    "outside-quarter": Case(titled(TITLE, ("3月30日", *EVENT[1:]))),
    "coarse-date": Case(titled(TITLE, ("2021年", *EVENT[1:]))),
    "no-rows": Case(((TITLE,), HEADER)),
    "nil-beside-records": Case((*RETURN, ("零报告",))),
    "total": Case((*RETURN, ("合计", "", "", "", 130, 15))),
    "total-of-none": Case(
        ((TITLE,), HEADER, (*EVENT[:4], "", 1.5), ("合计", "", "", "", 130, 1.5))
    ),
    "version": Case(((*FORM[0][:-1], "cqpair-0"), FORM[2], ("", *EVENT))),
    "nil-box": Case((FORM[0], ("零报告", "不知道"), FORM[2], ("", *EVENT))),
    "example-changed": Case((*FORM, ("示例", *EVENT))),
    "changes-unsaid": Case(titled(TITLE, (*EVENT[:4], 130, 1.5)), before=RETURN),
    "may-be": Case(
        ((TITLE,), PLACED, ("5月20日", *EVENT[1:], "甲"), ("5月13日", "另", *EVENT[2:], "乙")),
        ("--supplement",),
        ((TITLE,), PLACED, (*EVENT, "甲"), ("5月13日", "演示二", *EVENT[2:], "乙")),
    ),
    "same-figures": Case(
        ((TITLE,), PLACED, ("5月20日", "另一讲座", *EVENT[2:], "甲")),
        ("--supplement",),
        ((TITLE,), PLACED, (*EVENT, "甲")),
    ),
    "ids": Case(
        (
            (TITLE,),
            WITH_ID,
            ("2021Q2-wushan-09", *EVENT),
            ("2021Q2-wushan-01", *EVENT),
            ("2021Q2-wushan-01", "5月13日", "演示二", *EVENT[2:]),
        ),
        ("--supplement",),
        RETURN,
    ),
    "other-event": Case(
        ((TITLE,), WITH_ID, ("2021Q2-wushan-01", "5月20日", "演示二", *EVENT[2:])),
        ("--supplement",),
        RETURN,
    ),
    "nil-over-records": Case(((TITLE,), HEADER, ("零报告",)), before=RETURN),
}

_NOT_SHOWN = {
    "returns.unpaired": "all 41 offices are paired",
    "returns.target": "tests/test_import.py",
    "returns.target-not-csv": "tests/test_import_workbook.py",
    "returns.ids-hidden": "tests/test_ids_hidden.py",
    "returns.no-text": "tests/test_import_hostile.py",
    "returns.no-header": "tests/test_import.py: a CSV file",
}


def import_of(run: Run, tables: Path, case: Case, *words: str) -> tuple[int, str]:
    """What is printed of a case."""
    if case.before:
        (tables.parent / "前.xlsx").write_bytes(workbook_of(case.before))
        assert run("import", "前.xlsx").code == 0
    sheets = (case.rows, case.more) if case.more else (case.rows,)
    (tables.parent / case.name).write_bytes(workbook_of(*sheets, names=case.names))
    result = run(*words, "import", case.name, *case.options)
    return result.code, result.out


@pytest.mark.parametrize("name", CASES)
def test_a_return_that_is_not_as_it_should_be_gives_exactly_its_text(
    run: Run, tables: Path, name: str
) -> None:
    golden = GOLDEN / f"{name}.txt"
    code, text = import_of(run, tables, CASES[name], "--lang", "zh")
    if UPDATE:
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(text.encode())
    assert text == golden.read_bytes().decode()
    assert code == (0 if name in ("total", "total-of-none", "version") else 1)


@pytest.mark.parametrize("name", CASES)
def test_it_says_the_same_in_both_languages(run: Run, tables: Path, name: str) -> None:
    case = CASES[name]._replace(options=(*CASES[name].options, "--dry-run", "--format", "json"))
    chinese = json.loads(import_of(run, tables, case, "--lang", "zh")[1])["files"][0]
    english = json.loads(import_of(run, tables, case._replace(before=None), "--lang", "en")[1])
    for one, other in zip(chinese["problems"], english["files"][0]["problems"], strict=True):
        assert all(one[key] and one[key] != other[key] for key in ("message", "fix"))
        same = one.keys() - {"message", "fix", "related"}
        assert {key: one[key] for key in same} == {key: other[key] for key in same}


def test_no_text_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(CASES)


def test_every_sentence_about_a_return_is_shown() -> None:
    shown = "".join(path.read_text(encoding="utf-8") for path in GOLDEN.iterdir())
    texts = texts_of("returns")
    for key, text in texts.items():
        told = f"{key}.fix" in texts or key.endswith(".fix")
        if told and f"returns.{key.removesuffix('.fix')}" not in _NOT_SHOWN:
            assert isinstance(text, tuple)
            assert _is_shown(text[0], shown), key


@pytest.mark.parametrize("code", sorted(BY_IMPORT))
def test_the_rules_of_returns_are_met(code: str) -> None:
    assert code in {rule.code for rule in RULES}
    assert any(f" {code} " in path.read_text(encoding="utf-8") for path in GOLDEN.iterdir())


@pytest.mark.parametrize(
    ("sender", "head", "cells", "fix"),
    [
        ("云阳县", "主城协同区", "江津区", "把主城协同区改为渝北区"),
        ("云阳县", "两群区县,主城协同区", "云阳县,江津区", "把主城协同区改为渝北区"),
        ("江津区", "两群区县,主城协同区", "云阳县,江津区", "把两群区县改为开州区"),
        (
            "忠县",
            "两群区县,主城协同区",
            "云阳县,江津区",
            "把主城协同区改为渝北区；或把两群区县改为开州区",
        ),
    ],
)
def test_only_what_the_sender_can_be_party_to_is_offered_as_the_right_pair(
    sender: str, head: str, cells: str, fix: str, run: Run, tables: Path
) -> None:
    text = f"开始日期,{head},任务领域,活动名称\n2021-05-13,{cells},4,演示数据\n"
    Path(f"{sender}科协2021年二季度.csv").write_text(text, encoding="utf-8")
    result = run("import", f"{sender}科协2021年二季度.csv", "--format", "json")
    (file,) = json.loads(result.out)["files"]
    assert [p["fix"] for p in file["problems"] if p["code"] == "A304"] == [fix]
