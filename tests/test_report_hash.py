"""`data_sha256`: of every file that any figure or statement of a report stands on."""

import shutil
from functools import partial
from pathlib import Path

import pytest

from conftest import Run, report, write_records
from report_document import Asked, made, main_text

write = partial(write_records, "状态,开始日期,两群区县,主城协同区,任务领域,活动名称")
CONTRIBUTING = {
    "2020Q3": "trend and silences",
    "2020Q4": "trend and silences",
    "2021Q1": "the year so far",
    "2021Q2": "the quarter compared with",
    "2021Q3": "the quarter itself",
    "2021Q4": "plans of the next quarter",
    "2021": "dates known to the year",
}
UNRELATED = ("2020Q2", "2022Q1")
ASKED = ("--quarter", "2021Q3")


@pytest.fixture
def record_sheet(tables: Path) -> Path:
    """A record in each of the folders, in one that the report reads and in one it does not."""
    for folder in (*CONTRIBUTING, *UNRELATED):
        year, _, quarter = folder.partition("Q")
        date = f"{year}-{3 * int(quarter) - 1:02}-01" if quarter else year
        write(tables, f"{folder}/wushan.csv", f",{date},巫山县,北碚区,4,演示数据{folder}")
    return tables


def sha256(run: Run, *words: str) -> str:
    found: str = report(run, *ASKED, *words)["provenance"]["data_sha256"]
    return found


def files_of(folder: Path) -> list[Path]:
    records = (folder / f"activities/{name}/wushan.csv" for name in CONTRIBUTING)
    return [folder / "pairings.yaml", folder / "tasks.yaml", *records]


@pytest.mark.slow
@pytest.mark.parametrize("n", range(2 + len(CONTRIBUTING)))
def test_a_change_of_a_file_that_the_report_stands_on_changes_the_hash(
    n: int, run: Run, record_sheet: Path
) -> None:
    before = sha256(run)
    path = files_of(record_sheet)[n]
    end = "# 注\n" if path.suffix == ".yaml" else "\n"
    path.write_bytes(path.read_bytes() + end.encode())
    assert sha256(run) != before


@pytest.mark.slow
@pytest.mark.parametrize("folder", UNRELATED)
def test_a_file_of_an_unrelated_quarter_leaves_the_hash(
    folder: str, run: Run, record_sheet: Path
) -> None:
    before = sha256(run)
    write(record_sheet, f"{folder}/zhongxian.csv", ",2019-01-01,忠县,大足区,4,演示数据")
    (record_sheet / f"activities/{folder}/wushan.csv").unlink()
    assert sha256(run) == before


@pytest.mark.slow
def test_a_late_record_of_the_quarter_before_changes_report_and_hash(
    run: Run, record_sheet: Path
) -> None:
    before = report(run, *ASKED)
    write(record_sheet, "2021Q2/zhongxian.csv", ",2021-05-02,忠县,大足区,4,演示数据迟报")
    after = report(run, *ASKED)
    assert after["totals"] == before["totals"]
    assert after["compared"]["totals"] != before["compared"]["totals"]
    assert after["provenance"]["data_sha256"] != before["provenance"]["data_sha256"]


def test_the_hash_is_the_same_in_another_folder_and_in_another_order(
    run: Run, record_sheet: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "别处" / "副本"
    (copy / "activities").mkdir(parents=True)
    for path in reversed(files_of(record_sheet)):
        target = copy / path.relative_to(record_sheet)
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(path, target)
    here = sha256(run)
    told = run("--data", str(copy), "report", *ASKED, "--format", "json").out
    assert f'"data_sha256": "{here}"' in told


def test_a_file_under_another_name_has_another_hash(run: Run, record_sheet: Path) -> None:
    before = sha256(run)
    path = record_sheet / "activities/2021Q3/wushan.csv"
    path.rename(path.with_name("wushan-2.csv"))
    assert sha256(run) != before


@pytest.mark.slow
def test_the_hash_covers_the_year_compared_with(run: Run, record_sheet: Path) -> None:
    words = ("--compare", "last-year")
    write(record_sheet, "2019Q3/wushan.csv", ",2019-08-01,巫山县,北碚区,4,演示数据")
    path = record_sheet / "activities/2020Q3/wushan.csv"
    before = sha256(run, *words)
    path.write_bytes(path.read_bytes() + b"\n")
    assert sha256(run, *words) != before


def test_the_report_in_words_tells_the_same_hash_below_and_not_in_its_text(
    run: Run, record_sheet: Path
) -> None:
    document, told = made(record_sheet, Asked("2021Q3")).document, sha256(run)
    assert document.origin.endswith(f"数据校验码（SHA-256）{told}")
    assert f"本期数据校验码（SHA-256）：{told}" in document.notes
    assert told not in main_text(document)
