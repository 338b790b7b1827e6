"""PATH as a stream or a pattern: what comes by a pipe is looked at, or it is wrong use."""

import csv
import json
import os
import subprocess
import sys
from codecs import BOM_UTF8
from pathlib import Path

import pytest

from conftest import Run
from cqpair.cli import paths
from cqpair.store import folder
from workbooks import workbook

pytestmark = pytest.mark.tools

HEAD = "开始日期,两群区县,主城协同区,任务领域,活动名称"
GOOD = f"{HEAD}\n2021-05-13,云阳县,渝北区,4,演示数据\n"
BAD = GOOD.replace("渝北区", "江津区")
YAML = "- {date: 2021-05-13, county: 云阳县, partners: 江津区, area: 4, title: 演示数据}\n"
FILE = "data/activities/2021Q2/yunyang.csv"
SHEET = workbook({"台账": [line.split(",") for line in BAD.splitlines()]})
WAYS = ["- < in", "/dev/stdin < in", "/dev/fd/0 < in", "<(cat in)", "pipe"]


def shell(script: str, content: str | bytes = b"") -> subprocess.CompletedProcess[str]:
    """A bash script in which `cqpair` is this one, and `in` and the FIFO `pipe` give `content`."""
    Path("in").write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    if "pipe" in script:
        os.mkfifo("pipe")
        script = f"cat in > pipe & {script}"
    start = f"cqpair() {{ '{sys.executable}' -m cqpair \"$@\"; }}\n"
    setting = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        ["bash", "-c", start + script],
        capture_output=True,
        env=setting,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert "Traceback" not in done.stderr
    return done


def codes(done: subprocess.CompletedProcess[str]) -> list[tuple[str, str, int | None]]:
    found = json.loads(done.stdout)["problems"]
    return [(problem["code"], problem["path"], problem["line"]) for problem in found]


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("content", [BAD, BAD.encode("gb18030"), YAML, SHEET])
def test_a_wrong_record_in_a_stream_is_told(way: str, content: str | bytes) -> None:
    done = shell(f"cqpair validate --format json {way}", content)
    assert done.returncode == 1
    assert "A304" in {code for code, *_ in codes(done)}


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize("way", WAYS)
def test_a_right_record_in_a_stream_passes_and_was_looked_at(way: str) -> None:
    done = shell(f"cqpair validate --strict --format json {way}", GOOD)
    assert done.returncode == 0
    assert list(json.loads(done.stdout)["summary"].values()) == [0, 0, 1, 1]


@pytest.mark.usefixtures("tables")
def test_a_stream_is_called_as_it_was_asked_for_and_its_line_is_shown() -> None:
    done = shell("cqpair validate - < in", BAD)
    assert done.stdout.startswith("-:2:16: ")
    assert "2 | 2021-05-13,云阳县,江津区" in done.stdout


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize("content", ["", "你好\n", "甲,乙\n1,2\n", b"\xd0\xcf\x11\xe0", b"\0"])
@pytest.mark.parametrize("command", ["validate", "fmt --check"])
def test_what_cannot_be_told_is_wrong_use_and_never_green(
    command: str, content: str | bytes
) -> None:
    done = shell(f"cqpair {command} - < in", content)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--stdin-filename" in done.stderr


@pytest.mark.parametrize("command", ["validate", "fmt", "import"])
def test_a_name_without_a_stream_is_wrong_use_of_the_command_that_was_meant(
    command: str, run: Run, tables: Path
) -> None:
    result = run(command, "--stdin-filename", "x.csv", tables / "pairings.yaml")
    assert (result.code, result.out) == (2, "")
    assert f"cqpair {command} -" in result.err


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize("content", ["", "甲,乙\n1,2\n", GOOD.replace("开始日期", "日子")])
def test_a_name_says_what_it_is_and_then_it_is_looked_at(content: str) -> None:
    done = shell("cqpair validate --format json --stdin-filename x.csv - < in", content)
    assert done.returncode == 1
    assert {path for _, path, _ in codes(done)} == {"x.csv"}


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize("name", ["activities/2021Q3/x.csv", "data/activities/2021Q3/x.csv"])
def test_the_folder_of_the_name_decides_the_quarter(name: str) -> None:
    done = shell(f"cqpair validate --format json --stdin-filename {name} - < in", GOOD)
    assert codes(done) == [("A306", "data/activities/2021Q3/x.csv", 2)]


@pytest.mark.parametrize("name", [FILE, f"./{FILE}", f"$PWD/{FILE}"])
def test_it_stands_in_the_place_of_the_file_it_is_called(name: str, tables: Path) -> None:
    (tables / "activities/2021Q2").mkdir()
    head, row = GOOD.splitlines()
    Path(FILE).write_text(f"编号,{head}\na,{row}\n", encoding="utf-8")
    words = f'cqpair validate --format json --stdin-filename "{name}" - < in'
    edited = f"编号,{head}\na,{row}改\n"
    assert shell(words, edited).returncode == 0, "the same id is not told twice"
    (found,) = codes(shell(words, edited.replace("渝北区", "江津区")))
    assert found == ("A304", FILE, 2)
    table = "data/pairings.yaml"
    broken = (tables / "pairings.yaml").read_text("utf-8").replace("partners: 24", "partners: 23")
    done = shell(f"cqpair validate --format json --stdin-filename {table} - < in", broken)
    assert [(code, path) for code, path, _ in codes(done)] == [("T201", table)]


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize(
    "words",
    [
        "--stdin-filename x.csv",
        "x.csv --stdin-filename x.csv",
        "<(cat in) <(cat in) --stdin-filename x.csv",
        "- --stdin-filename x.docx",
        "- --stdin-filename x",
        "/dev/fd/77",
    ],
)
@pytest.mark.parametrize("command", ["validate", "fmt"])
def test_a_name_that_says_nothing_is_wrong_use(command: str, words: str) -> None:
    Path("x.csv").write_text(GOOD, encoding="utf-8")
    done = shell(f"cqpair {command} {words} < in", GOOD)
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.usefixtures("tables")
def test_a_closed_stdin_is_wrong_use() -> None:
    assert shell("cqpair validate - <&-").returncode == 2


@pytest.mark.usefixtures("tables")
def test_reading_has_a_bound_that_the_sentence_names(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "MOST", 3 * 2**20)
    for words in (["validate", "/dev/zero"], ["fmt", "/dev/zero"]):
        result = run(*words)
        assert (result.code, result.out) == (2, "")
        assert "3 MB" in result.err
    for option in ("--notice", "--base"):
        words = ["validate"] if option == "--notice" else ["report", "2021", "--format", "docx"]
        result = run(*words, option, "/dev/zero")
        assert result.code == 2
        assert "/dev/zero" in result.err


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize("way", WAYS)
def test_fmt_prints_the_canonical_form_of_a_stream(way: str, run: Run) -> None:
    done = shell(f"cqpair fmt {way} > out", GOOD)
    assert done.returncode == 0
    assert Path("out").read_bytes()[:3] == BOM_UTF8
    assert run("fmt", "--check", "out.csv").code == 2
    Path("out").rename("out.csv")
    assert run("fmt", "--check", "out.csv").code == 0, "as fmt writes a file"
    (row,) = csv.DictReader(Path("out.csv").read_text("utf-8-sig").splitlines())
    assert (row["两群区县"], row["编号"]) == ("云阳县", "2021-yunyang-01")
    again = shell("cqpair fmt - < in > out", Path("out.csv").read_bytes())
    assert (again.returncode, Path("out").read_bytes()) == (0, Path("out.csv").read_bytes())


@pytest.mark.usefixtures("tables")
def test_fmt_of_a_stream_checks_and_shows_what_would_change() -> None:
    check = shell("cqpair fmt --check - < in", GOOD)
    assert (check.returncode, check.stdout) == (1, "-\n")
    diff = shell(f"cqpair fmt --diff --stdin-filename {FILE} - < in", GOOD)
    assert (diff.returncode, diff.stdout.splitlines()[0]) == (0, f"--- {FILE}")
    assert "+2021Q2-yunyang-01," in diff.stdout
    assert not Path(FILE).exists()


@pytest.mark.usefixtures("tables")
def test_fmt_prints_nothing_of_a_stream_that_does_not_fit_and_a_yaml_as_it_came() -> None:
    done = shell("cqpair fmt - < in", GOOD.replace("2021-05-13", "某天"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "-:2:1" in done.stderr
    done = shell("cqpair fmt - < in", YAML)
    assert (done.returncode, done.stdout) == (0, YAML)


@pytest.mark.usefixtures("tables")
def test_fmt_takes_one_stream_and_files_beside_it() -> None:
    Path("x.csv").write_text(GOOD, encoding="utf-8")
    assert shell("cqpair fmt <(cat in) <(cat in)", GOOD).returncode == 2
    assert shell("cqpair fmt x.csv - < in", GOOD).returncode == 0
    assert Path("x.csv").read_bytes()[:3] == BOM_UTF8


@pytest.mark.usefixtures("tables")
def test_a_pattern_is_expanded_where_the_shell_leaves_that_to_us(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.csv", "b.csv", "[c].csv"):
        Path(name).write_text(BAD, encoding="utf-8")
    assert run("validate", "*.csv").code == 2, "elsewhere it is a name like any other"
    monkeypatch.setattr(paths, "SHELL_EXPANDS", False)
    for pattern, files in (("?.csv", 2), ("*.csv", 3), ("[[]c].csv", 1), ("[c].csv", 1)):
        checked = run("validate", "--format", "json", pattern)
        assert (checked.code, json.loads(checked.out)["summary"]["files"]) == (1, files)
        assert len(run("fmt", "--check", pattern).out.splitlines()) == files
    for pattern in ("*.xlsx", "no/*.csv", "x.csv"):
        for command in ("validate", "fmt"):
            result = run(command, pattern)
            assert (result.code, result.out) == (2, "")
            assert pattern in result.err


def test_patterns_are_left_to_the_shell_but_on_windows() -> None:
    assert paths.SHELL_EXPANDS is (os.name != "nt")
