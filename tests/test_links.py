"""A record file that is reached by several ways is read once, by the direct one."""

import json
from pathlib import Path

import pytest

from conftest import Run

HEAD = "编号,开始日期,两群区县,主城协同区,任务领域,活动名称"
ROW = "b1,2021-05-13,云阳县,渝北区,4,演示数据"
FILE = "data/activities/2021Q2/b.csv"


@pytest.fixture(autouse=True)
def _file(tables: Path) -> None:
    Path(FILE).parent.mkdir()
    Path(FILE).write_text(f"{HEAD}\n{ROW}\n", encoding="utf-8")


def places(run: Run, *words: str) -> list[str]:
    out = run("activities", "--format", "json", *words).out
    return [record["path"] for record in json.loads(out)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("2021Q2/a.csv", "b.csv"),
        ("2021Q2/c.csv", "b.csv"),
        ("2021Q1.csv", "2021Q2/b.csv"),
        ("2021Q1", "2021Q2"),
        ("2022Q1", "2021Q2"),
        ("2021Q2/up", ".."),
    ],
)
def test_a_file_that_is_also_linked_is_read_once(link: str, target: str, run: Run) -> None:
    path = Path("data/activities", link)
    path.symlink_to(target)
    assert places(run) == [FILE]
    assert places(run, "--quarter", "2022Q1") == []
    assert run("validate", "--ignore", "T207", "--strict").code == 0
    assert run("validate", "--ignore", "T207", "--strict", path).code == 0


def test_what_is_only_linked_is_read_once_by_its_first_link(run: Run) -> None:
    outside = Path("elsewhere")
    Path(FILE).rename(outside)
    for name in ("z.csv", "y.csv"):
        Path(FILE).with_name(name).symlink_to(outside.absolute())
    assert places(run) == ["data/activities/2021Q2/y.csv"]


def test_a_folder_that_is_only_linked_is_read(run: Run) -> None:
    Path("data/activities/2021Q2").rename("elsewhere")
    Path("data/activities/2021Q2").symlink_to(Path("elsewhere").absolute())
    assert places(run) == [FILE]
