"""The files that `import` is given: by a stream, in a folder, and some that are not there."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from cqpair.cli import paths
from returns_made import EVENT, HEADER, RETURN, TITLE, Rows, files_of, records, workbook_of
from test_input_streams import shell

ORIGINAL = "submissions/2021Q2/originals/wushan-1"
YUNYANG: Rows = (
    ("云阳县科协2021年第二季度活动统计表",),
    HEADER,
    ("5月14日", "演示二", "4", "渝北区", 30, 1),
)
CSV = "\n".join(
    (TITLE, ",".join(HEADER), ",".join(map(str, EVENT)), "说明：演示数据，不是真的，请勿引用", "")
)


def states(out: str) -> list[tuple[str, str]]:
    return [(file["file"], file["state"]) for file in json.loads(out)["files"]]


def problems(out: str, file: str) -> list[dict[str, Any]]:
    return next(one["problems"] for one in json.loads(out)["files"] if one["file"] == file)


@pytest.mark.tools
@pytest.mark.parametrize("way", ["- < in", "/dev/stdin < in", "<(cat in)", "pipe"])
@pytest.mark.parametrize(
    ("content", "suffix"), [(workbook_of(RETURN), ".xlsx"), (CSV.encode("gb18030"), ".csv")]
)
def test_a_stream_is_taken_and_kept_byte_for_byte(
    way: str, content: bytes, suffix: str, tables: Path, run: Run
) -> None:
    done = shell(f"cqpair import --format json {way}", content)
    assert done.returncode == 0, done.stdout
    assert [state for _, state in states(done.stdout)] == ["imported"]
    assert (tables / f"{ORIGINAL}{suffix}").read_bytes() == content
    assert len(records(run)) == 1


@pytest.mark.tools
@pytest.mark.usefixtures("tables")
def test_the_name_of_a_stream_tells_what_a_file_name_would(run: Run) -> None:
    content = workbook_of((HEADER, EVENT))
    assert shell("cqpair import - < in", content).returncode == 1
    name = "巫山县2021Q2.xlsx"
    done = shell(f"cqpair import --format json - --stdin-filename {name} < in", content)
    assert (done.returncode, states(done.stdout)) == (0, [(name, "imported")])
    assert len(records(run)) == 1
    for words in ("a.xlsx", "- <(cat in)"):
        done = shell(f"cqpair import {words} --stdin-filename {name} < in", content)
        assert (done.returncode, done.stdout) == (2, "")
        assert "cqpair import -" in done.stderr


@pytest.mark.tools
@pytest.mark.usefixtures("tables")
def test_a_stream_named_twice_is_read_once_and_marked_under_a_name() -> None:
    content = workbook_of(((TITLE,), HEADER, ("某天", *EVENT[1:])))
    done = shell("cqpair import - - --mark out --format json < in", content)
    assert (done.returncode, states(done.stdout)) == (1, [("-", "refused")])
    assert os.listdir("out") == ["stdin.xlsx"]
    assert shell("cqpair import - <&-").returncode == 2


def test_a_folder_gives_the_files_in_it_and_names_what_lies_deeper(tables: Path, run: Run) -> None:
    (tables.parent / "in/deeper").mkdir(parents=True)
    for name, rows in {"b.xlsx": RETURN, "a.xlsx": YUNYANG, "deeper/c.xlsx": RETURN}.items():
        Path("in", name).write_bytes(workbook_of(rows))
    for name in ("~$a.xlsx", ".~a.xlsx", "Thumbs.db"):
        Path("in", name).write_bytes(b"\0")
    done = run("import", "in", "--format", "json")
    taken = [("in/a.xlsx", "imported"), ("in/b.xlsx", "imported")]
    assert (done.code, states(done.out)) == (2, [*taken, ("in/deeper", "refused")])
    (told,) = problems(done.out, "in/deeper")
    assert "里面的文件没有读" in told["message"]
    way_out = f"“cqpair import {os.path.join('in', 'deeper')}”"
    assert way_out in told["fix"]
    for name in ("a.xlsx", "b.xlsx"):
        Path("in", name).unlink()
    done = run("import", "in")
    assert (done.code, done.out) == (2, "")
    assert way_out in done.err
    done = run("import", "in/deeper", "--format", "json")
    assert (done.code, states(done.out)) == (0, [("in/deeper/c.xlsx", "unchanged")])


@pytest.mark.usefixtures("tables")
def test_a_folder_with_nothing_in_it_is_wrong_use(run: Run) -> None:
    Path("in").mkdir()
    done = run("import", "in")
    assert (done.code, done.out) == (2, "")
    assert "in：文件夹里没有文件" in done.err


def test_a_missing_file_keeps_no_other_from_being_taken(tables: Path, run: Run) -> None:
    Path("a.xlsx").write_bytes(workbook_of(RETURN))
    done = run("import", "没有.xlsx", "a.xlsx", "--format", "json")
    assert (done.code, states(done.out)) == (2, [("没有.xlsx", "refused"), ("a.xlsx", "imported")])
    (told,) = problems(done.out, "没有.xlsx")
    assert (told["code"], told["severity"]) == ("F101", "error")
    assert "没有这个文件" in told["message"]
    assert len(records(run)) == 1
    before = files_of(tables)
    for words in (["没有.xlsx"], ["没有.xlsx", "又没有.csv"], [""], [" ", "没有.xlsx"]):
        done = run("import", *words, "--format", "json")
        assert (done.code, done.out) == (2, "")
        assert all(word in done.err for word in words)
    assert files_of(tables) == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
@pytest.mark.usefixtures("tables")
def test_a_file_that_may_not_be_read_keeps_no_other_from_being_taken(run: Run) -> None:
    for name, rows in {"a.xlsx": RETURN, "b.xlsx": YUNYANG}.items():
        Path(name).write_bytes(workbook_of(rows))
    Path("a.xlsx").chmod(0)
    done = run("import", "a.xlsx", "b.xlsx", "--format", "json")
    assert (done.code, states(done.out)) == (2, [("a.xlsx", "refused"), ("b.xlsx", "imported")])


@pytest.mark.usefixtures("tables")
def test_a_link_to_nothing_is_told_beside_what_is_taken(run: Run) -> None:
    Path("a.xlsx").write_bytes(workbook_of(RETURN))
    Path("b.xlsx").symlink_to("nowhere.xlsx")
    done = run("import", "a.xlsx", "b.xlsx", "--format", "json")
    assert (done.code, [state for _, state in states(done.out)]) == (2, ["imported", "refused"])


@pytest.mark.usefixtures("tables")
def test_a_pattern_is_expanded_where_the_shell_leaves_that_to_us(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, rows in {"a.xlsx": RETURN, "b.xlsx": YUNYANG}.items():
        Path(name).write_bytes(workbook_of(rows))
    assert run("import", "*.xlsx").code == 2
    monkeypatch.setattr(paths, "SHELL_EXPANDS", False)
    done = run("import", "*.xlsx", "*.ods", "--format", "json")
    expected = [("a.xlsx", "imported"), ("b.xlsx", "imported"), ("*.ods", "refused")]
    assert (done.code, states(done.out)) == (2, expected)


@pytest.mark.usefixtures("tables")
def test_the_same_file_again_is_told_with_its_office_and_quarter(run: Run) -> None:
    Path("a.xlsx").write_bytes(workbook_of(RETURN))
    assert run("import", "a.xlsx").code == 0
    assert "巫山县2021Q2，和以前报的一样" in run("--lang", "zh", "import", "a.xlsx").out
    (again,) = json.loads(run("import", "a.xlsx", "--format", "json").out)["files"]
    expected = ("unchanged", "巫山县", "2021Q2")
    assert (again["state"], again["sender"], again["quarter"]) == expected


def test_a_file_that_cannot_be_read_is_not_called_unwritable(tables: Path, run: Run) -> None:
    Path("a.xlsx").write_bytes(workbook_of(RETURN))
    (tables / "submissions/.cqpair.journal").mkdir(parents=True)
    done = run("--lang", "zh", "import", "a.xlsx")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("无法读取 data/submissions/.cqpair.journal")


@pytest.mark.parametrize("option", ["", "--replace", "--supplement"])
@pytest.mark.usefixtures("tables")
def test_a_file_that_was_corrected_since_is_not_said_to_be_the_same(run: Run, option: str) -> None:
    Path("v1.xlsx").write_bytes(workbook_of(RETURN))
    fewer = tuple(tuple(121 if cell == 120 else cell for cell in row) for row in RETURN)
    Path("v2.xlsx").write_bytes(workbook_of(fewer))
    assert run("import", "v1.xlsx").code == 0
    corrected = run("import", "v2.xlsx", "--replace", "--format", "json")
    assert json.loads(corrected.out)["files"][0]["changed"], corrected.out
    again = run("--lang", "zh", "import", "v1.xlsx", *option.split())
    assert again.code == 0
    assert "和以前报的一样" not in again.out
    assert "submissions/2021Q2/originals/wushan-1.xlsx" in again.out
    assert ("没有起作用" in again.out) == (f"“{option}”" in again.out) == bool(option)
