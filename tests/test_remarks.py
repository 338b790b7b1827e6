"""Remarks: read, checked, used by the report of their period only, and never in part."""

import json
import os
import pty
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from conftest import ROOT, Run, report, write_records
from cqpair.book.remarks import build_remarks
from cqpair.model.remarks import LONGEST, Remarks
from cqpair.period import parse_period
from cqpair.render.document import Heading, Paragraph
from cqpair.report.formats import FORMATS
from cqpair.report.wording import wording_of
from cqpair.report.words.overview import digest
from report_document import Asked, made

SOUND = """\
highlights:
- 演示数据：北碚区在巫山县设立工作站
  并派驻专家。
- 演示数据二
problems: ["演示数据：人手不足。"]
"""
TOLD = {
    "highlights": ["演示数据：北碚区在巫山县设立工作站并派驻专家。", "演示数据二"],
    "problems": ["演示数据：人手不足。"],
    "next": [],
}
NARROWED = (("--pair", "巫山县"), ("--area", "4"), ("--lead", "科协"))
FAULTS = {
    "an unknown key": ("highlight: [演示数据]\n", "F107"),
    "a key twice": ("next: [演示数据]\nnext: [演示数据]\n", "F106"),
    "no list": ("next: 演示数据\n", "F109"),
    "a list in the list": ("next: [[演示数据]]\n", "F109"),
    "an English colon": ("next:\n- 演示: 数据\n", "F109"),
    "a list alone": ("- 演示数据\n", "F109"),
    "an empty sentence": ("next:\n- 演示数据\n-\n", "F108"),
    "an empty key": ("next:\n", "F108"),
    "an empty file": ("", "F108"),
    "two sentences in one": ("next:\n- |\n  演示\n  数据\n", "R601"),
    "a line break in quotes": ('next: ["演示\\n数据"]\n', "R601"),
    "a terminal's escape": ('next: ["演示\\e[31m数据"]\n', "R601"),
    "text turned round": ('next: ["演示\\u202e数据"]\n', "R601"),
    "a sentence that says nothing": ("next: [。]\n", "R601"),
    "a long sentence": (f"next: [{'字' * (LONGEST + 1)}]\n", "R601"),
    "an anchor": ("next: &a [演示数据]\n", "F105"),
    "a tag": ("next: !!python/name:os.system []\n", "F105"),
    "no YAML": ("next: [演示数据\n", "F104"),
}


@pytest.fixture
def folder(tables: Path) -> Path:
    """Tables, a record in 2021Q2 and one in 2021Q1, and no remarks yet."""
    header = "开始日期,两群区县,主城协同区,任务领域,活动名称"
    for day, quarter in (("2021-05-13", "2021Q2"), ("2021-02-25", "2021Q1")):
        write_records(header, tables, f"{quarter}/wushan.csv", f"{day},巫山县,北碚区,4,演示数据")
    (tables / "remarks").mkdir()
    return tables


def put(folder: Path, text: str, name: str = "2021Q2.yaml") -> Path:
    path = folder / "remarks" / name
    path.write_text(text, encoding="utf-8")
    return path


def problems(run: Run, *words: str | Path) -> list[tuple[str, str]]:
    """Code and path of all that `validate` tells."""
    found = json.loads(run("validate", *words, "--format", "json").out)["problems"]
    return [(problem["code"], problem["path"]) for problem in found]


def remarks_of(run: Run, *words: str) -> Any:
    return report(run, *words)["remarks"]


@pytest.mark.parametrize(
    "name", ["2021Q2.yaml", "2021q2.yml", "2021年二季度.yaml", "旧/2021-Q2.yaml"]
)
def test_the_report_of_a_period_has_its_remarks(name: str, run: Run, folder: Path) -> None:
    (folder / "remarks" / name).parent.mkdir(exist_ok=True)
    put(folder, SOUND, name)
    assert remarks_of(run, "2021Q2") == TOLD
    assert remarks_of(run, "2021Q2", "--by", "pair") == TOLD
    assert problems(run) == []


def test_each_period_has_its_own_and_no_other(run: Run, folder: Path) -> None:
    for name in ("2021Q1", "2021H1", "2021"):
        put(folder, f"next: [演示数据{name}]\n", f"{name}.yaml")
    for name in ("2021Q1", "2021H1", "2021"):
        assert remarks_of(run, name)["next"] == [f"演示数据{name}"]
    assert remarks_of(run, "2021Q2") is None
    assert remarks_of(run, "2021H2") is None
    assert remarks_of(run, "--from", "2021-01-01", "--to", "2021-06-30") is None


@pytest.mark.parametrize("words", NARROWED)
def test_a_report_of_a_part_has_none(words: tuple[str, str], run: Run, folder: Path) -> None:
    put(folder, SOUND)
    assert remarks_of(run, "2021Q2", *words) is None
    put(folder, "x: 1\n")
    assert run("report", "2021Q2", *words).code == 0, "and asks for none"


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_with_an_error_is_told_and_used_in_no_part(
    fault: str, run: Run, folder: Path
) -> None:
    wrong, code = FAULTS[fault]
    put(folder, f"{wrong}" if wrong.startswith("-") or not wrong else f"{wrong}problems: [演示]\n")
    assert {problem[0] for problem in problems(run)} == {code}
    for lang in ("zh", "en"):
        result = run("--lang", lang, "report", "2021Q2", "--format", "json")
        made = json.loads(result.out)
        assert (result.code, made["remarks"], made["problems"]["errors"]) == (1, None, 1)
        assert result.err.startswith("data/remarks/2021Q2.yaml")
        assert all(word in result.err for word in ("2021Q2", "cqpair validate"))
        assert "\x1b" not in result.err
    assert run("report", "2021Q1").code == 0, "another period has nothing to do with it"


@pytest.mark.parametrize("form", FORMATS)
def test_the_report_is_written_without_them_and_says_so(form: str, run: Run, folder: Path) -> None:
    put(folder, "next: 演示数据\n")
    words = ["report", "2021Q2", "--format", form]
    answers = [run(*words, "--output", "answer")]
    assert Path("answer").stat().st_size
    if form not in ("docx", "xlsx"):
        answers.append(run(*words))
    for answer in answers:
        assert answer.code == 1
        assert "报告已经生成，但没有用2021Q2的补充情况" in answer.err
    assert len(answers) == 1 or answers[-1].out


def test_a_sentence_with_an_english_colon_is_told_the_way_out(run: Run, folder: Path) -> None:
    put(folder, "next:\n- 演示: 数据\n")
    assert "有英文冒号的，用引号括起来" in run("--lang", "zh", "validate").out
    put(folder, 'next:\n- "演示: 数据"\n')
    assert problems(run) == [], "and it helps"


def test_two_files_for_a_period_are_none(run: Run, folder: Path) -> None:
    put(folder, SOUND)
    put(folder, SOUND, "2021-Q2.yaml")
    assert problems(run) == [("R601", "data/remarks/2021Q2.yaml")]
    result = run("report", "2021Q2", "--format", "json")
    assert (result.code, json.loads(result.out)["remarks"]) == (1, None)


def test_what_was_not_looked_at_is_told(run: Run, folder: Path) -> None:
    put(folder, "演示数据", "2021Q2.txt")
    put(folder, SOUND, "二季度.yaml")
    put(folder, "演示数据", "README.md")
    put(folder, "演示数据", "~$2021Q2.docx")
    told = [("F112", "data/remarks/2021Q2.txt"), ("R601", "data/remarks/二季度.yaml")]
    assert problems(run) == told
    assert run("report", "2021Q2").code == 1
    (folder / "remarks/2021Q2.txt").unlink()
    assert run("report", "2021Q2").code == 0


def test_a_file_in_place_of_the_folder_is_told(run: Run, folder: Path) -> None:
    (folder / "remarks").rmdir()
    assert (problems(run), run("report", "2021Q2").code) == ([], 0)
    (folder / "remarks").write_text(SOUND, encoding="utf-8")
    assert problems(run) == [("F112", "data/remarks")]
    result = run("report", "2021Q2")
    assert (result.code, result.err.partition("：")[0]) == (1, "data/remarks")


def test_remarks_of_a_period_without_records_are_a_warning(run: Run, folder: Path) -> None:
    put(folder, SOUND, "2012Q2.yaml")
    put(folder, SOUND)
    assert problems(run) == [("R602", "data/remarks/2012Q2.yaml")]
    assert run("validate").code == 0
    assert run("validate", "--strict").code == 1


def test_a_file_can_be_checked_alone_and_by_a_stream(
    run: Run, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = put(folder, "x: [演示数据]\n")
    assert problems(run, path) == [("F107", "data/remarks/2021Q2.yaml")]
    assert problems(run, folder / "remarks") == [("F107", "data/remarks/2021Q2.yaml")]
    assert problems(run, folder / "activities") == []
    beside = tmp_path_factory.mktemp("beside") / "remarks/2021Q2.yaml"
    beside.parent.mkdir()
    beside.write_text("y: [演示数据]\n", encoding="utf-8")
    assert problems(run, beside) == [("F107", beside.as_posix())]
    summary = json.loads(run("validate", path, "--format", "json").out)["summary"]
    assert (summary["files"], summary["records"]) == (1, 0)


def test_a_stream_is_read_as_what_it_is_called(folder: Path) -> None:
    words = ["validate", "-", "--stdin-filename", "remarks/2021Q2.yaml", "--format", "concise"]
    done = subprocess.run(
        [sys.executable, "-m", "cqpair", "--data", "data", *words],
        input="x: [演示数据]\n".encode(),
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        cwd=folder.parent,
    )
    assert (done.returncode, b"F107" in done.stdout) == (1, True), done.stderr
    assert "remarks/2021Q2.yaml" in done.stdout.decode()


def test_a_folder_of_records_may_be_called_remarks(run: Run, folder: Path) -> None:
    path = folder / "activities/remarks/x.csv"
    path.parent.mkdir()
    path.write_text("演示数据\n", encoding="utf-8")
    assert problems(run, path) == [("F112", "data/activities/remarks/x.csv")]


def test_the_file_stands_in_the_provenance_where_it_is_used(run: Run, folder: Path) -> None:
    put(folder, SOUND)
    of = {
        words: json.loads(run("report", *words.split(), "--format", "json").out)["provenance"]
        for words in ("2021Q2", "2021Q1", "2021Q2 --area 4")
    }
    assert of["2021Q2"]["remarks"] == "data/remarks/2021Q2.yaml"
    assert (of["2021Q1"]["remarks"], of["2021Q2 --area 4"]["remarks"]) == (None, None)


def test_the_hash_stands_on_what_the_report_uses(run: Run, folder: Path) -> None:
    def sha256(*words: str) -> Any:
        return report(run, "2021Q2", *words)["provenance"]["data_sha256"]

    before, part = sha256(), sha256("--area", "4")
    put(folder, SOUND)
    written = sha256()
    assert written != before
    put(folder, SOUND, "2021Q1.yaml")
    assert (sha256(), sha256("--area", "4")) == (written, part)


def test_formatting_leaves_remarks_alone(run: Run, folder: Path) -> None:
    path = put(folder, SOUND)
    run("fmt")
    assert path.read_text(encoding="utf-8") == SOUND
    assert run("fmt", path).code == 0
    assert path.read_text(encoding="utf-8") == SOUND


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_a_new_folder_shows_is_sound(lang: str, run: Run) -> None:
    assert run("--lang", lang, "init", "new").code == 0
    told = Path("new/remarks/README.md").read_text(encoding="utf-8")
    example = told.partition("```yaml\n")[2].partition("```")[0]
    remarks = build_remarks({"remarks/2021Q2.yaml": example.encode()})
    assert remarks.rejects == ()
    assert remarks.of(parse_period("2021Q2")) is not None
    assert all(word in told for word in (*Remarks._fields, str(LONGEST), "2021H1.yaml"))
    assert run("--data", "new", "validate").code == 0


@pytest.mark.tools
@pytest.mark.parametrize("fault", [name for name, (_, code) in FAULTS.items() if code != "F104"])
def test_the_schema_refuses_what_is_refused(fault: str) -> None:
    schema = json.loads((ROOT / "schemas/remarks.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    assert validator.is_valid(yaml.safe_load(SOUND))
    unseen = (
        "a key twice",
        "a sentence that says nothing",
        "a terminal's escape",
        "text turned round",
        "an anchor",
        "a tag",
    )
    if fault not in unseen:
        assert not validator.is_valid(yaml.safe_load(FAULTS[fault][0]))


def _told_on_a_terminal(*words: str) -> str:
    """What a run in this folder tells on stderr, where that is a terminal."""
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb", buffering=0) as told:
        try:
            subprocess.run(
                [sys.executable, "-m", "cqpair", "--data", "data", "report", *words],
                env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "500", "CQPAIR_LANG": "zh"},
                stdout=subprocess.DEVNULL,
                stderr=theirs,
                check=True,
            )
        finally:
            os.write(theirs, b".")  # so that there is something to read
            os.close(theirs)
        return told.read(100_000).decode()


@pytest.mark.tools
def test_a_person_is_told_once_that_remarks_can_be_given(folder: Path) -> None:
    told = _told_on_a_terminal("2021Q2")
    assert told.count("data/remarks/2021Q2.yaml") == 1
    assert all(key in told for key in Remarks._fields)
    for words in (
        ("2021Q2", "--format", "json"),
        ("2021Q2", "--format", "csv"),
        ("2021Q2", "--area", "4"),
        ("--from", "2021-04-01", "--to", "2021-06-30"),
    ):
        assert _told_on_a_terminal(*words) == "."
    put(folder, SOUND)
    assert _told_on_a_terminal("2021Q2") == "."


def test_nobody_is_told_where_nobody_reads(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    assert run("report", "2021Q2").err == ""


def test_each_sentence_ends_once(run: Run, folder: Path) -> None:
    told = ["演示（一）", "演示“二”", "演示三？", "演示（四。）", "演示五；", "演示六……"]
    ended = ["演示（一）。", "演示“二”。", "演示三？", "演示（四。）", "演示五。", "演示六……"]
    put(folder, f"highlights: {told}\nproblems: {told}\nnext: {told}\n")
    text = run("report", "2021Q2").out.replace("\n", "")
    assert text.count("".join(ended)) == 2
    assert re.findall("是(演示.+?)(?=[一二三四五六七八九十]+是|五、)", text) == ended


def test_the_screen_tells_what_is_worth_telling_before_the_problems(folder: Path) -> None:
    report = made(folder, Asked("2021Q2")).report
    told = report._replace(remarks=Remarks(highlights=("演示做法值得一说",)))
    seen = digest(wording_of(told, date(2021, 7, 5)))
    at = seen.index(Heading("工作亮点"))
    assert seen[at + 1] == Paragraph("演示做法值得一说。")
    assert seen.index(Heading("存在的问题")) > at
