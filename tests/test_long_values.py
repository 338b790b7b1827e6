"""A value of a million characters: told by its beginning, in every format and in a short time."""

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from conftest import Run
from workbooks import rezipped, workbook

FORMATS = ("text", "concise", "json", "github", "gitlab", "sarif", "junit")
MANY = 1_000_000
HEAD = ("date", "county", "partners", "area", "title", "participants")
GOOD = ("2021-05-13", "巫山县", "北碚区", "5", "演示数据", "3")
TOLD = "xy" * 30 + "……（共1000000个字符）"


def _csv(value: str, column: int) -> bytes:
    cells = [*GOOD[:column], value, *GOOD[column + 1 :]]
    return f"{','.join(HEAD)}\n{','.join(cells)}\n".encode()


def _yaml(value: str, column: int) -> bytes:
    cells = dict(zip(HEAD, GOOD, strict=True)) | {HEAD[column]: value}
    return ("- " + "\n  ".join(f'{key}: "{text}"' for key, text in cells.items())).encode()


def _xlsx(value: str, column: int) -> bytes:
    cells = [*GOOD[:column], "MARK", *GOOD[column + 1 :]]
    data = workbook({"台账": [HEAD, cells]})
    with zipfile.ZipFile(BytesIO(data)) as parts:
        (member,) = (name for name in parts.namelist() if b"MARK" in parts.read(name))
    return rezipped(data, member, b"MARK", value.encode())


MAKERS = {"csv": _csv, "yaml": _yaml, "xlsx": _xlsx}


def _put(data: Path, content: bytes, suffix: str = "csv") -> None:
    for file in (data / "activities").rglob("*.*"):
        file.unlink()
    path = data / "activities/2021Q2" / f"wushan.{suffix}"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("suffix", MAKERS)
def test_a_wrong_value_is_told_by_its_beginning_and_length(
    suffix: str, form: str, data: Path, run: Run
) -> None:
    _put(data, MAKERS[suffix]("xy" * (MANY // 2), 5), suffix)
    out = run("validate", "--select", "F109", "--format", form).out
    assert TOLD in out
    assert "xy" * 101 not in out


@pytest.mark.slow
@pytest.mark.parametrize(
    ("column", "value"),
    [(0, "2021-"), (1, " 区"), (2, "、南岸 区"), (2, "区"), (3, "（五）"), (5, "100万"), (5, "１")],
)
def test_a_cell_too_long_for_its_column_is_not_searched(
    column: int, value: str, data: Path, run: Run
) -> None:
    _put(data, _csv(value * (MANY // len(value)), column))
    result = run("validate", "--select", "F109")
    assert "太长了，最多1000个字符" in result.out
    assert result.code == 1


def test_a_long_title_is_no_fault_and_stands_whole_in_what_lists_it(data: Path, run: Run) -> None:
    title = "演示" * 5000
    _put(data, _csv(title, 4))
    assert run("validate", "--ignore", "T207").code == 0
    assert title in run("activities", "--format", "csv").out
    assert title in run("report", "2021Q2", "--format", "markdown").out


@pytest.mark.slow
def test_controls_in_the_beginning_stay_escaped(data: Path, run: Run) -> None:
    _put(data, _yaml("\\e" * MANY, 0), "yaml")
    out = run("validate", "--select", "F109", "--format", "concise").out
    assert "\\x1b" * 60 + "……" in out
    assert "\x1b" not in out


def test_what_replaces_a_long_value_is_whole(data: Path, run: Run) -> None:
    table = data / "pairings.yaml"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("name: 巫山县", f"name: 巫山县{'Ａ' * 300}", 1), encoding="utf-8")
    sarif = json.loads(run("validate", "--select", "T222", "--format", "sarif").out)
    (result,) = sarif["runs"][0]["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"]["text"] == "巫山县" + "A" * 300
    assert "A" * 201 not in result["message"]["text"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("form", "told"), [("text", True), *((form, False) for form in FORMATS[1:])]
)
def test_many_problems_end_with_a_summary_by_file(
    form: str, told: bool, data: Path, run: Run
) -> None:
    _put(data, (",".join(HEAD) + "\n" + "2021-05-13,,,5,演示数据,1\n" * 11).encode())
    out = run("validate", "--format", form, "--select", "F108").out
    assert ("文件  " in out) == told


def test_the_summary_by_file_counts_and_is_aligned_by_width(data: Path, run: Run) -> None:
    _put(data, (",".join(HEAD) + "\n" + "2021-05-13,,,5,演示数据,1\n" * 11).encode())
    (data / "activities/2021Q2/演示.csv").write_bytes(_csv("许多", 5) + "合计,,,,,\n".encode())
    out = run("validate", "--select", "F").out
    table = out.rstrip("\n").split("\n\n")[-2]
    assert table.splitlines() == [
        "文件                               错误  提醒",
        "---------------------------------  ----  ----",
        "data/activities/2021Q2/wushan.csv    22     0",
        "data/activities/2021Q2/演示.csv       1     1",
    ]
    assert "错误23处，提醒1处" in out.splitlines()[-1]
    english = run("--lang", "en", "validate", "--select", "F").out
    assert "File " in english


def test_twenty_problems_need_no_summary_by_file(data: Path, run: Run) -> None:
    _put(data, (",".join(HEAD) + "\n" + "2021-05-13,,,5,演示数据,1\n" * 10).encode())
    out = run("validate", "--select", "F108").out
    assert out.count("F108") == 20
    assert "文件  " not in out
