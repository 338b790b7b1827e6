"""`--output` of every command that lists something: to files, and to what is no file."""

import json
import os
import subprocess
import sys
from codecs import BOM_UTF8
from pathlib import Path

import pytest

from conftest import Run
from screen import on_terminal

pytestmark = [pytest.mark.tools, pytest.mark.usefixtures("data")]
REPORT = "report 2021Q2"
LISTS = ["pairs", "tasks", "activities 2021", "partners 巫山 wanzhou", "explain A3"]
CSV = ["pairs", "activities", REPORT]


def shell(script: str) -> subprocess.CompletedProcess[bytes]:
    """A bash script in which `cqpair` is this one."""
    start = f"cqpair() {{ '{sys.executable}' -m cqpair \"$@\"; }}\n"
    words = ["bash", "-c", start + script]
    setting = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(words, capture_output=True, env=setting, check=False, timeout=60)


@pytest.mark.parametrize("option", ["-o", "--output"])
@pytest.mark.parametrize("command", LISTS)
def test_a_list_goes_whole_into_a_file_whose_suffix_picks_the_format(
    command: str, option: str, run: Run
) -> None:
    Path("x.json").write_text("old", encoding="utf-8")
    result = run(*command.split(), option, "x.json")
    assert (result.code, result.out) == (0, "")
    assert Path("x.json").read_text("utf-8") == run(*command.split(), "--format", "json").out
    assert run(*command.split(), option, "x.txt").code == 0
    assert Path("x.txt").read_text("utf-8") == run(*command.split()).out


@pytest.mark.parametrize("command", CSV)
def test_csv_in_a_file_begins_with_a_bom_and_in_a_pipe_does_not(command: str, run: Run) -> None:
    assert run(*command.split(), "-o", "x.csv").code == 0
    written = Path("x.csv").read_bytes()
    assert written[:3] == BOM_UTF8
    assert run(*command.split(), "--format", "csv", "-o", "-").out.encode() == written[3:]


@pytest.mark.parametrize("command", [*LISTS, REPORT, "validate"])
def test_a_suffix_that_names_none_of_its_formats_is_wrong_use(command: str, run: Run) -> None:
    for name in ("x.pdf", "x"):
        result = run(*command.split(), "-o", name)
        assert (result.code, result.out) == (2, "")
        assert name in result.err
        assert not Path(name).exists()


def test_a_list_of_nothing_is_a_file_all_the_same(run: Run) -> None:
    for name in ("x.csv", "x.json", "x.txt"):
        assert run("activities", "1999Q1", "-o", name).code == 0
        assert Path(name).read_bytes()


@pytest.mark.parametrize(
    ("command", "target"),
    [
        *((command, "-") for command in (*LISTS, REPORT, "validate", "explain")),
        *(("pairs", target) for target in ("/dev/fd/1", "/proc/self/fd/1")),
        *((command, way) for command in ("pairs", REPORT) for way in ("/dev/stdout", ">(cat)")),
    ],
)
def test_what_is_no_file_is_written_to_as_text_where_nothing_names_a_format(
    command: str, target: str
) -> None:
    done = shell(f"cqpair {command} -o {target} | cat")
    assert done.stdout == shell(f"cqpair {command} | cat").stdout
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
    assert done.stdout


def test_format_decides_where_there_is_no_suffix() -> None:
    done = shell("cqpair pairs --format json -o /dev/stdout | cat")
    assert len(json.loads(done.stdout)) == 17


@pytest.mark.parametrize("form", ["docx", "xlsx"])
@pytest.mark.parametrize("target", ["-", "/dev/stdout", ">(cat)"])
def test_a_binary_report_goes_into_a_pipe(form: str, target: str) -> None:
    done = shell(f"cqpair {REPORT} --format {form} -o {target} | cat")
    assert done.stdout.startswith(b"PK")


@pytest.mark.parametrize("target", [[], ["-o", "-"], ["-o", "/dev/stdout"], ["-o", "/dev/tty"]])
def test_a_binary_report_is_refused_where_a_person_would_see_it(target: list[str]) -> None:
    code, shown = on_terminal(*REPORT.split(), "--format", "docx", *target)
    assert code == 2
    assert "--output" in shown
    assert "PK" not in shown


def test_what_stands_in_a_file_stays_where_stdout_is_appended_to_it() -> None:
    Path("log").write_text("kept\n", encoding="utf-8")
    assert shell("cqpair pairs -o /dev/stdout >> log").returncode == 0
    lines = Path("log").read_text("utf-8").splitlines()
    assert (lines[0], len(lines)) == ("kept", 20)


def test_a_link_to_a_device_is_written_to_and_stays_a_link(run: Run) -> None:
    Path("sink.json").symlink_to("/dev/null")
    assert run("pairs", "-o", "sink.json").code == 0
    assert Path("sink.json").readlink() == Path("/dev/null")


def test_a_reader_of_a_pipe_that_has_gone_is_no_fault() -> None:
    done = shell("cqpair report 2021 --format html -o >(head -c 1 > first); echo $?")
    assert done.stdout == b"0\n"


@pytest.mark.parametrize(
    "words",
    [
        *(f"{command} -o /dev/full" for command in ("pairs", "partners 巫山", REPORT, "validate")),
        *(REPORT, "--help", "-h", "pairs --help", "--version", "explain", "schema pairings"),
    ],
)
def test_a_full_disk_is_one_sentence_and_exit_2(words: str) -> None:
    done = shell(f"cqpair {words} > /dev/full")
    assert done.returncode == 2
    told = done.stderr.decode("utf-8").splitlines()
    assert len(told) == 1, told


def test_a_schema_goes_into_a_file_too(run: Run) -> None:
    for name in ("pairs", "activities"):
        assert run("schema", name, "-o", "x.json") == (0, "", "")
        assert Path("x.json").read_text("utf-8") == run("schema", name).out


def test_what_an_import_did_goes_into_a_file_too(run: Run) -> None:
    Path("2021Q2巫山县.csv").write_text("开始日期\n2021-05-13\n", encoding="utf-8")
    told = run("import", "2021Q2巫山县.csv", "--dry-run", "--format", "json")
    done = run("import", "2021Q2巫山县.csv", "--dry-run", "-o", "x.json")
    assert (done.code, done.out) == (told.code, "")
    assert Path("x.json").read_text("utf-8") == told.out
