"""cqpair.toml: what a team always says, which the command line overrules and validate judges."""

import json
import os
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import docx
import pytest
from jsonschema import Draft202012Validator

import cqpair
from conftest import ROOT, Run, put_records, record
from cqpair.cli.app import COMMANDS, module_of
from cqpair.model.settings import FORMATS, Settings
from cqpair.read.toml_text import Toml, read_toml

SCHEMA = json.loads((ROOT / "schemas" / "cqpair.schema.json").read_text(encoding="utf-8"))
DOUBTED = record(participants="5", experts="9")


def settle(folder: Path, *lines: str) -> None:
    (folder / "cqpair.toml").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def told(run: Run, *words: str | Path) -> list[tuple[str, int, int, str]]:
    """Code, line, column and message of each problem of the settings."""
    problems = json.loads(run("validate", *words, "--format", "json").out)["problems"]
    return [
        (one["code"], one["line"], one["column"], one["message"])
        for one in problems
        if one["path"] == "data/cqpair.toml"
    ]


def binary(command: str) -> set[str]:
    return {name for name in ("docx", "xlsx") if command == "report"}


def test_format_may_be_whatever_any_command_prints() -> None:
    known: set[str] = set()
    for command in COMMANDS:
        module = import_module(module_of(command))
        form = module.run.__annotations__.get("form")
        if form is not None and "|" in get_args(form)[1].metavar:
            known |= set(get_args(form)[1].metavar.split("|")) - binary(command)
    assert known == set(FORMATS)


def test_the_format_is_that_of_commands_that_have_it_and_no_error_of_others(
    run: Run, tables: Path
) -> None:
    settle(tables, 'format = "csv"')
    assert run("pairs").out.splitlines()[0].count(",") == 4
    assert run("partners", "巫山").out.startswith("巫山县结对")
    assert run("validate").out.endswith("。\n")


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("pairs --format json", "["),
        ("pairs --output out.md", "| "),
        ("pairs --output out.csv", "\ufeff"),
    ],
)
def test_what_the_command_line_says_goes_first(
    run: Run, tables: Path, words: str, begins: str
) -> None:
    settle(tables, 'format = "plain"', 'lang = "en"')
    result = run(*words.split())
    assert result.code == 0, result.err
    file = next(iter(Path().glob("out.*")), None)
    assert (file.read_text("utf-8") if file else result.out).startswith(begins)


def test_the_format_counts_for_standard_output_by_its_name(run: Run, tables: Path) -> None:
    settle(tables, 'format = "json"')
    assert json.loads(run("pairs", "--output", "-").out)


def test_in_actions_what_is_settled_goes_before_what_is_usual_there(
    run: Run, tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    settle(tables, 'format = "json"')
    assert json.loads(run("validate").out)["summary"]["files"] == 3
    put_records(tables, "2021Q2/wushan.csv", DOUBTED)
    settle(tables, 'format = "table"')
    assert run("validate").out.startswith("::group")


@pytest.mark.parametrize(
    ("words", "environment", "spoken"),
    [
        ("partners 乌有", {}, "en"),
        ("--lang zh partners 乌有", {}, "zh"),
        ("partners 乌有", {"CQPAIR_LANG": "zh"}, "zh"),
        ("partners 乌有", {"LANG": "zh_CN.UTF-8"}, "en"),
        ("--data data partners 乌有", {}, "en"),
        ("--data=data partners 乌有", {"LC_ALL": "zh_CN"}, "en"),
    ],
)
def test_the_language_is_that_of_the_option_the_person_the_folder_the_system_in_this_order(
    run: Run,
    tables: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    environment: dict[str, str],
    spoken: str,
) -> None:
    settle(tables, 'lang = "en"')
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    err = run(*words.split()).err
    assert err.isascii() is False
    assert ("没有" in err) is (spoken == "zh")


def test_help_is_in_the_language_of_the_folder_too(run: Run, tables: Path) -> None:
    settle(tables, 'lang = "en"')
    assert run("--help").out.startswith("Usage")
    assert run("pairs", "--help").out.startswith("Usage")


def test_what_is_ignored_is_said_and_comes_back_where_it_is_asked_for(
    run: Run, tables: Path
) -> None:
    put_records(tables, "2021Q2/wushan.csv", DOUBTED)
    shown = json.loads(run("validate", "--format", "json").out)["problems"]
    (code,) = {one["code"] for one in shown}
    settle(tables, f'ignore = ["{code}"]')
    result = run("validate", "--strict")
    assert result.code == 0
    assert result.out.endswith(f"按 cqpair.toml 未核对：{code}。\n")
    assert f"Ignored by cqpair.toml: {code}." in run("--lang", "en", "validate").out
    assert run("validate", "--strict", "--select", code).code == 1
    assert run("validate", "--strict", "--ignore", "T207").code == 0
    assert cqpair.open(tables).problems() == json.loads(run("validate", "--format", "json").out)


def test_what_keeps_records_out_cannot_be_ignored(run: Run, tables: Path) -> None:
    put_records(tables, "2021Q2/wushan.csv", record(date="2021-09-09"))
    settle(tables, 'ignore = ["A306"]')
    problems = json.loads(run("validate", "--format", "json").out)["problems"]
    assert {one["code"] for one in problems} == {"A306", "F117"}


def test_reports_are_signed_by_whom_it_settles(run: Run, data: Path) -> None:
    settle(data, 'sign = "重庆市科学技术协会"')
    text = run("report", "2021Q2").out
    signed = run("report", "2021Q2", "--sign", "巫山县科协").out
    assert "巫山县科协" in signed
    assert text.count("重庆市科学技术协会") == signed.count("重庆市科学技术协会") + 1
    assert run("report", "2021Q2", "--sign", " ").out == unsigned(run, data)


def unsigned(run: Run, data: Path) -> str:
    (data / "cqpair.toml").unlink()
    return run("report", "2021Q2").out


def test_reports_are_added_to_the_document_it_settles(run: Run, data: Path) -> None:
    letterhead = docx.Document()
    letterhead.add_paragraph("红头文件")
    letterhead.save(str(data / "红头.docx"))
    settle(data, 'base = "红头.docx"')
    assert run("report", "2021Q2", "--output", "out.docx").code == 0
    assert docx.Document("out.docx").paragraphs[0].text == "红头文件"
    assert run("report", "2021Q2").code == 0
    assert run("report", "2021Q2", "--output", "out.html").code == 0
    assert told(run) == []


@pytest.mark.parametrize(("days", "due"), [("5", "2021-07-05"), ("0", "2021-06-30")])
def test_returns_are_due_as_it_settles_before_tasks_yaml(
    run: Run, tables: Path, days: str, due: str
) -> None:
    settle(tables, f"due_days = {days}")
    assert json.loads(run("status", "2021Q2", "--format", "json").out)["due"] == due
    asked = run("status", "2021Q2", "--due", "2021-07-20", "--format", "json").out
    assert json.loads(asked)["due"] == "2021-07-20"


WRONG = {
    'sgin = "x"': (1, 1, "sgin"),
    "# 注\n\n  sign = 5": (3, 10, "sign"),
    'sign = ""': (1, 8, "sign"),
    'base = "nowhere.docx"': (1, 8, "nowhere.docx"),
    "base = 'a.doc'": (1, 8, "a.doc"),
    "due_days = true": (1, 12, "true"),
    "due_days = -1": (1, 12, "-1"),
    "due_days = 1.5": (1, 12, "1.5"),
    "lang = ['zh']": (1, 8, "[zh]"),
    'format = "docx"': (1, 10, "docx"),
    "ignore.x = 1": (1, 12, "{…}"),
    'ignore = ["T207", 5]': (1, 10, "5"),
    'ignore = [""]': (1, 10, ""),
    'ignore = [\n  "T207", # 设立新区\n  "T2077",\n]': (3, 4, "T2077"),
    'ignore = ["F1"]': (1, 12, "F101"),
    'lang = "zh"\n[lint]\nignore = 5': (2, 1, "lint"),
    'lang = "zh"\n[[lint]]\na = """\n[x]\n"""': (2, 1, "lint"),
    'sign = """\nb = 5\n"""\nb = 5': (1, 8, "sign"),
    '"ignore " = 5': (1, 1, "ignore "),
}


@pytest.mark.parametrize("text", WRONG)
def test_what_does_not_fit_is_told_with_its_line(run: Run, tables: Path, text: str) -> None:
    settle(tables, text)
    line, column, named = WRONG[text]
    first = told(run)[0]
    assert first[:3] == ("F117", line, column)
    assert named in first[3]
    assert run("validate").code == 1
    found = tomllib.loads(text)
    if "nowhere" not in text and "T2077" not in text and "F1" not in text and '"""' not in text:
        assert list(Draft202012Validator(SCHEMA).iter_errors(found)), "the schema refuses it too"


BROKEN = {
    "lang = zh": ("F104", 1),
    "lang": ("F104", 1),
    'lang = "zh"\nsign = "a': ("F104", 2),
    'ignore = ["T207"': ("F104", 1),
    'base = "模板\\红头.docx"': ("F104", 1),
    'lang = "zh"\nlang = "en"': ("F106", 2),
    "[a]\n[a]": ("F106", 2),
    f"due_days = {'9' * 5000}": ("F104", None),
    f"ignore = {'[' * 9000}": ("F104", None),
    "": None,
    "# nothing\n": None,
}


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: text[:20])
def test_what_cannot_be_read_is_told_with_its_line(run: Run, tables: Path, text: str) -> None:
    settle(tables, text)
    expected = BROKEN[text]
    assert [one[:2] for one in told(run)] == ([expected] if expected else [])
    answered = run("partners", "巫山")
    assert (answered.code, "cqpair.toml" in answered.err) == (0, expected is not None)
    assert run("report", "2021Q2").code == (2 if expected else 0)


def test_bytes_that_are_no_text_and_a_folder_in_its_place(run: Run, tables: Path) -> None:
    (tables / "cqpair.toml").write_bytes(b"\xff\xff\xff")
    assert [one[0] for one in told(run)] == ["F102"]
    (tables / "cqpair.toml").write_text('sign = "重庆市科协"', encoding="gb18030")
    assert [one[0] for one in told(run)] == ["F103"]
    assert "重庆市科协" in run("report", "2021Q2").out
    (tables / "cqpair.toml").write_text('\ufeffsign = "重庆市科协"\r\n', encoding="utf-8")
    assert told(run) == []
    (tables / "cqpair.toml").unlink()
    (tables / "cqpair.toml").mkdir()
    assert [one[0] for one in told(run)] == ["F101"]
    assert run("partners", "巫山").code == 0


def test_a_pipe_in_its_place_is_not_waited_for(run: Run, tables: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("a system without pipes in folders")
    os.mkfifo(tables / "cqpair.toml")
    assert run("partners", "巫山").code == 0
    assert [one[0] for one in told(run)] == ["F101"]


def test_an_answer_is_given_and_what_has_no_effect_is_told(run: Run, tables: Path) -> None:
    settle(tables, 'sgin = "x"', 'format = "json"', "lang = 5")
    result = run("partners", "巫山")
    assert json.loads(result.out)
    lines = result.err.splitlines()
    assert [line.split()[0] for line in lines] == ["data/cqpair.toml:1:1", "data/cqpair.toml:3:8"]
    for words in (("report", "2021Q2"), ("status", "2021Q2")):
        refused = run(*words)
        assert (refused.code, refused.out) == (2, "")
        assert "data/cqpair.toml:1:1" in refused.err
    assert run("schema", "pairings").err == ""
    assert run("init", "other").code == 0


def test_the_file_alone_can_be_checked(run: Run, tables: Path) -> None:
    put_records(tables, "2021Q2/wushan.csv", record(date="2021-09-09"))
    settle(tables, 'sgin = "x"')
    assert [one[0] for one in told(run, "data/cqpair.toml")] == ["F117"]
    assert told(run, "data/activities") == []
    summary = json.loads(run("validate", "data/cqpair.toml", "--format", "json").out)["summary"]
    assert (summary["files"], summary["errors"]) == (1, 1)


def test_what_init_makes_settles_nothing_and_every_line_of_it_fits(run: Run) -> None:
    for spoken in ("zh", "en"):
        assert run("--lang", spoken, "init", spoken).code == 0
        text = Path(spoken, "cqpair.toml").read_text(encoding="utf-8")
        assert tomllib.loads(text) == {}
        lines = [line[2:] for line in text.splitlines() if line.startswith("# ") and " = " in line]
        settled = tomllib.loads("\n".join(lines))
        assert tuple(settled) == Settings._fields
        assert list(Draft202012Validator(SCHEMA).iter_errors(settled)) == []
        (Path(spoken) / "cqpair.toml").write_text("\n".join(lines), encoding="utf-8")
        (Path(spoken) / settled["base"]).write_bytes(b"")
        assert run("--data", spoken, "--lang", "zh", "validate", "--format", "text").code == 0


def test_nothing_is_imported_for_a_folder_that_settles_nothing(run: Run) -> None:
    run("init", "made")
    script = (
        "import sys; from cqpair.cli import main; main(sys.argv[1:]);"
        "print(sorted({'tomllib', 'cqpair.cli.settings'} & {*sys.modules}))"
    )
    words = [sys.executable, "-c", script, "--data", "made", "partners", "巫山"]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_api_makes_no_report_that_the_command_would_not(run: Run, tables: Path) -> None:
    settle(tables, 'sgin = "x"')
    with pytest.raises(cqpair.CqpairError) as raised:
        cqpair.open(tables).report("2021Q2")
    assert run("report", "2021Q2").err == f"{raised.value}\n"
    assert cqpair.open(tables).records() == []


@pytest.mark.parametrize("lang", [None, "zh"])
def test_the_api_speaks_as_the_folder_settles(tables: Path, lang: Any) -> None:
    settle(tables, 'lang = "en"')
    with pytest.raises(cqpair.CqpairError) as raised:
        cqpair.open(tables, lang=lang).partners("乌有县")
    assert ("没有" in str(raised.value)) is (lang == "zh")


def place(text: str, key: str) -> tuple[int | None, int | None]:
    toml, _ = read_toml("x", text.encode())
    assert isinstance(toml, Toml)
    return toml.at(key).line, toml.at(key).column


def test_a_key_is_found_wherever_it_may_stand() -> None:
    text = "a = 1 # b = 2\n'c' = '''\nb = 3\n'''\nd.e = [\n 1,\n\n 2]\n\tb=4\n[f]\na = 5\n[g.h]\n"
    keys = ("a", "c", "d", "b", "f", "g")
    assert [place(text, key) for key in keys] == [(1, 1), (2, 1), (5, 1), (9, 2), (10, 1), (12, 1)]
    assert place("b = [" + "\n" * 400 + "]\na = 1\n", "a") == (402, 1)


def test_another_option_of_the_same_parameter_is_left_alone(run: Run, tables: Path) -> None:
    settle(tables, 'format = "json"')
    given = {"--date": "2021-05-13", "--county": "巫山县", "--partners": "北碚区", "--area": "4"}
    words = [word for pair in given.items() for word in pair]
    assert run("add", *words, "--title", "演示数据").code == 0
    (file,) = (tables / "activities").rglob("*.csv")
    assert "json" not in file.read_text(encoding="utf-8")
