"""`cqpair report` as bytes: formats, files, what is left out, and outputs kept as golden."""

import os
from functools import partial
from pathlib import Path

import pytest

from conftest import Run, write_records

GOLDEN = Path(__file__).parent / "golden" / "report"
UPDATE = os.environ.get("CQPAIR_UPDATE_GOLDEN") == "1"
HEADER = "编号,开始日期,两群区县,主城协同区,任务领域,活动名称,参与人次,资金投入"
QUARTER = ("report", "--quarter", "2021Q2")
FORMATS = ("text", "markdown", "html", "json", "csv")
write = partial(write_records, HEADER)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("2021Q2.txt", "--quarter 2021Q2"),
        ("2021Q2.md", "--quarter 2021Q2 --format markdown"),
        ("2021Q2.json", "--quarter 2021Q2 --format json"),
        ("2021Q2.csv", "--quarter 2021Q2 --format csv"),
        ("2021Q2-trace.json", "--quarter 2021Q2 --trace --format json"),
        ("2021.txt", "--year 2021"),
        ("2021-trace.txt", "--year 2021 --by partner --trace --sign 重庆市科学技术协会"),
    ],
)
def test_a_report_is_the_golden_one(run: Run, data: Path, name: str, words: str) -> None:
    result = run("report", *words.split())
    assert (result.code, result.err) == (0, "")
    if UPDATE:
        GOLDEN.mkdir(parents=True, exist_ok=True)
        (GOLDEN / name).write_bytes(result.out.encode("utf-8"))
    assert result.out == (GOLDEN / name).read_bytes().decode("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("suffix", "form"), [("txt", "text"), ("md", "markdown"), ("json", "json")]
)
def test_output_takes_its_format_from_the_suffix(
    run: Run, data: Path, suffix: str, form: str
) -> None:
    target = Path(f"报告.{suffix}")
    target.write_text("old")
    result = run(*QUARTER, "--output", target)
    assert (result.code, result.out) == (0, "")
    assert target.read_bytes().decode("utf-8") == run(*QUARTER, "--format", form).out
    assert {path.name for path in Path().iterdir()} == {"data", target.name}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["report.pdf", "report", "gone/report.md", "data.md"])
def test_output_that_cannot_be_written_is_wrong_use_and_leaves_nothing(
    run: Run, data: Path, name: str
) -> None:
    Path("data.md").mkdir()
    result = run(*QUARTER, "--output", name)
    assert (result.code, result.out) == (2, "")
    assert name in result.err
    assert {path.name for path in Path().iterdir()} == {"data", "data.md"}


def test_an_old_file_stays_as_it_was_when_writing_fails(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    Path("report.md").write_text("old")
    monkeypatch.setattr(os, "replace", fail)
    assert run(*QUARTER, "--output", "report.md").code == 2
    assert Path("report.md").read_text() == "old"
    assert {path.name for path in Path().iterdir()} == {"data", "report.md"}


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
def test_the_same_data_at_the_same_time_gives_the_same_bytes(
    run: Run, data: Path, form: str
) -> None:
    first = run(*QUARTER, "--format", form)
    data.rename("moved")
    (Path("moved") / "activities/2021Q2/wanzhou.csv").touch()
    assert run("--data", "moved", *QUARTER, "--format", form) == first


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
def test_money_is_rounded_in_words_as_it_is_in_json(run: Run, tables: Path, form: str) -> None:
    write(tables, "2021Q2/wushan.csv", "a,2021-05-01,巫山县,北碚区,4,演示数据,约300,17.125")
    out = run(*QUARTER, "--format", form).out
    assert "17.13" in out
    assert "17.12" not in out


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
def test_text_from_a_record_never_acts(run: Run, tables: Path, form: str) -> None:
    title = "演示数据\x1b[31m[red]<b>|*‮"
    header = f"{HEADER},推荐典型"
    path = tables / "activities/2021Q2/wushan.csv"
    path.parent.mkdir()
    path.write_text(f"{header}\na,2021-05-01,巫山县,北碚区,4,{title},,,是\n", encoding="utf-8")
    out = run(*QUARTER, "--format", form).out
    assert "\x1b" not in out
    assert "‮" not in out
    if form == "markdown":
        assert "\\<b>" in out
