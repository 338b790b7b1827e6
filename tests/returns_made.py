"""Returns of offices made for tests, and what `import` makes of them."""

import json
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter

from conftest import Run

Cell = str | float
Rows = Sequence[Sequence[Cell]]

HEADER = ("活动时间", "活动名称", "任务领域", "主城协同区", "参加人数", "投入资金（万元）")
EVENT = ("5月13日", "演示讲座", "4", "北碚区", 120, 1.5)
TITLE = "巫山县科协2021年第二季度活动统计表"
RETURN: Rows = ((TITLE,), HEADER, EVENT)
QUARTER = "2021Q2"


class Taken(NamedTuple):
    """What became of one file: the exit code, its part of the JSON, the records that stand."""

    code: int
    file: dict[str, Any]
    records: list[dict[str, Any]]

    @property
    def state(self) -> str:
        """imported, unchanged, nil or refused."""
        return str(self.file["state"])

    @property
    def errors(self) -> list[tuple[str, str]]:
        """Where each error stands (B7, or the line, or nothing) and what it says."""
        found = [p for p in self.file["problems"] if p["severity"] == "error"]
        return [(p["cell"] or str(p["line"] or ""), p["message"] + p["fix"]) for p in found]

    @property
    def warnings(self) -> list[str]:
        """The rules that warn of something."""
        return [p["code"] for p in self.file["problems"] if p["severity"] == "warning"]


def workbook_of(*sheets: Rows, names: Sequence[str] = ()) -> bytes:
    """An .xlsx of these sheets, by a writer that shares nothing with the reader."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for n, rows in enumerate(sheets):
            sheet = book.add_worksheet(names[n] if names else None)
            for i, row in enumerate(rows):
                for k, value in enumerate(row):
                    if value != "":
                        sheet.write(i, k, value)
    return out.getvalue()


def take(
    run: Run, folder: Path, content: bytes | str | Rows, *options: str, name: str = "报表.xlsx"
) -> Taken:
    """What `import` makes of a file: bytes, text, or the rows of a workbook."""
    if isinstance(content, str):
        content = content.encode()
    elif not isinstance(content, bytes):
        content = workbook_of(content)
    file = folder.parent / name
    file.write_bytes(content)
    result = run("import", file, *options, "--format", "json")
    assert result.code in (0, 1), result.err
    (one,) = json.loads(result.out)["files"]
    return Taken(result.code, one, records(run))


def records(run: Run) -> list[dict[str, Any]]:
    """The records of the data folder."""
    found: list[dict[str, Any]] = json.loads(run("activities", "--format", "json").out)
    return found


def files_of(folder: Path) -> dict[str, bytes]:
    """All that stands in a data folder, but for its lock."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in found
        if path.name != ".cqpair.lock"
    }
