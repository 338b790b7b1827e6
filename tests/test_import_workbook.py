"""A correction of records that somebody keeps in a workbook below `activities/`."""

import csv
from pathlib import Path

from openpyxl import Workbook

from conftest import Run

SENT = (
    "日期,两群区县,主城协同区,任务领域,活动名称,参与人次\n"
    "2021-06-11,巫山县,北碚区,4,演示数据科普,30\n"
)


def test_records_in_a_workbook_are_not_rewritten_and_the_way_out_is_one(
    run: Run, tables: Path
) -> None:
    asked = ("--lang", "zh", "import", "--sender", "巫山县", "--quarter", "2021Q2")
    Path("一.csv").write_text(SENT, encoding="utf-8")
    assert run(*asked, "一.csv").code == 0
    file = tables / "activities/2021Q2/wushan.csv"
    before = file.read_bytes()
    book = Workbook()
    del book["Sheet"]
    sheet = book.create_sheet("台账")
    for row in csv.reader(before.decode("utf-8-sig").splitlines()):
        sheet.append(row)
    book.save(file.with_suffix(".xlsx"))
    file.unlink()
    kept = file.with_suffix(".xlsx").read_bytes()

    Path("二.csv").write_text(SENT.replace("30", "32"), encoding="utf-8")
    result = run(*asked, "--supplement", "二.csv")
    assert result.code == 1
    assert "activities/2021Q2/wushan.xlsx里，它不是 CSV" in result.out
    assert "另存为同一文件夹里的 CSV（UTF-8），删去原文件，再导入" in result.out
    assert "validate" not in result.out, "that finds nothing wrong"
    assert file.with_suffix(".xlsx").read_bytes() == kept
    assert not file.exists()

    file.write_bytes(before)  # as the sentence says
    file.with_suffix(".xlsx").unlink()
    assert run(*asked, "--supplement", "二.csv").code == 0
    assert ",32," in file.read_text("utf-8-sig")
