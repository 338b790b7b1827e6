"""A second return of an office: what is known, what is new, what is otherwise, what is missing."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from conftest import Run
from returns_made import QUARTER, Cell, Rows, Taken, files_of, records, take, workbook_of

HEAD = ("编号", "活动时间", "活动名称", "任务领域", "地点", "参加人数", "投入资金（万元）")
FIRST = ("", "5月13日", "演示甲", "4", "凤鸣镇", 120, 1.5)
SECOND = ("", "5月14日", "演示乙", "4", "双龙镇", 100, 1)
THIRD = ("", "6月1日", "演示丙", "5", "龙角镇", 80, "")
TITLE = "云阳县科协2021年第二季度"
ID = "2021Q2-yunyang-0"

Take = Callable[..., Taken]


def table(*rows: tuple[Cell, ...], title: str = TITLE) -> Rows:
    return ((title,), HEAD, *rows)


def but(row: tuple[Cell, ...], **cells: Cell) -> tuple[Cell, ...]:
    """`row` with other cells, by the English name of their column."""
    names = ("id", "date", "title", "area", "place", "count", "money")
    return tuple(cells.get(name, cell) for name, cell in zip(names, row, strict=True))


@pytest.fixture
def again(run: Run, tables: Path) -> Take:
    """Import a return of 云阳县, which has sent its first one with two records."""
    taken = take(run, tables, table(FIRST, SECOND))
    assert taken.file["added"] == [f"{ID}1", f"{ID}2"]

    def call(content: bytes | Rows, *options: str, name: str = "报表.xlsx") -> Taken:
        return take(run, tables, content, *options, name=name)

    return call


def received(folder: Path) -> list[str]:
    text = (folder / "submissions" / QUARTER / "received.csv").read_text("utf-8-sig")
    return text.splitlines()[1:]


def test_the_same_file_changes_nothing_under_whatever_name(again: Take, tables: Path) -> None:
    before = files_of(tables)
    data = (tables.parent / "报表.xlsx").read_bytes()
    for options in ((), ("--replace",), ("--quarter", "2021Q3")):
        taken = again(data, *options, name="云阳县（重发）.xlsx")
        assert (taken.code, taken.state, taken.file["sender"]) == (0, "unchanged", "云阳县")
    assert files_of(tables) == before


def test_the_same_bytes_of_another_office_are_its_own_return(again: Take, tables: Path) -> None:
    data = (tables.parent / "报表.xlsx").read_bytes()
    taken = again(data, "--sender", "巫山县")
    assert (taken.code, taken.state, taken.file["sender"]) == (1, "refused", "巫山县")


def test_the_name_of_an_original_that_is_gone_is_given_to_no_other(
    again: Take, tables: Path
) -> None:
    (tables / "submissions" / QUARTER / "originals" / "yunyang-1.xlsx").unlink()
    again(table(FIRST, SECOND, THIRD))
    files = [row.split(",")[3] for row in received(tables)]
    assert files == ["originals/yunyang-1.xlsx", "originals/yunyang-2.xlsx"]


def test_a_time_in_a_record_file_keeps_it_from_being_rewritten(again: Take, tables: Path) -> None:
    path = tables / "activities" / QUARTER / "yunyang.csv"
    text = path.read_text("utf-8-sig")
    path.write_text(text.replace("2021-05-13", "2021-05-13 09:30", 1), "utf-8")
    before = files_of(tables)
    assert again(table(FIRST, SECOND, THIRD)).state == "refused"
    assert files_of(tables) == before


def test_the_same_rows_in_another_file_change_nothing(again: Take, tables: Path) -> None:
    before = files_of(tables)
    taken = again(workbook_of(table(SECOND, FIRST), names=("另存",)))
    assert (taken.code, taken.state) == (0, "unchanged")
    assert files_of(tables) == before


def test_rows_that_are_only_added_go_in(again: Take, tables: Path) -> None:
    taken = again(table(FIRST, SECOND, THIRD))
    assert (taken.state, taken.file["added"]) == ("imported", [f"{ID}3"])
    assert received(tables)[1].split(",")[5:7] == ["3", f"{ID}1、{ID}2、{ID}3"]


def test_a_correction_is_refused_until_it_is_said(again: Take, tables: Path) -> None:
    before = files_of(tables)
    rows = table(but(FIRST, count=130), SECOND)
    taken = again(rows)
    change = {"id": f"{ID}1", "column": "参与人次", "old": "120", "new": "130"}
    assert (taken.state, taken.file["changed"]) == ("refused", [change])
    assert "--supplement" in taken.errors[0][1]
    assert "--replace" in taken.errors[0][1]
    assert files_of(tables) == before
    taken = again(rows, "--supplement")
    assert (taken.state, taken.file["changed"]) == ("imported", [change])
    assert [record["participants"] for record in taken.records] == [130, 100]


@pytest.mark.parametrize(
    ("title", "said"),
    [
        (f"{TITLE}（更正）", True),
        (f"{TITLE}补报表", True),
        (f"{TITLE}（报送后不得更正）", False),
        (f"{TITLE}（如需更正请注明）", False),
        (f"{TITLE}补充医疗活动", False),
    ],
)
def test_a_return_may_say_itself_that_it_corrects(again: Take, title: str, said: bool) -> None:
    taken = again(table(but(FIRST, count=130), SECOND, title=title))
    assert taken.state == ("imported" if said else "refused")


def test_rows_that_are_missing_stay_with_a_supplement_and_go_with_a_replacement(
    again: Take, run: Run
) -> None:
    taken = again(table(THIRD))
    assert (taken.state, taken.file["missing"]) == ("refused", [f"{ID}1", f"{ID}2"])
    taken = again(table(THIRD), "--supplement")
    assert (taken.state, taken.file["missing"]) == ("imported", [f"{ID}1", f"{ID}2"])
    assert [record["title"] for record in taken.records] == ["演示甲", "演示乙", "演示丙"]
    taken = again(table(but(THIRD, count=81), FIRST), "--replace")
    assert (taken.state, taken.file["missing"]) == ("imported", [f"{ID}2"])
    assert [record["id"] for record in records(run)] == [f"{ID}1", f"{ID}3"]


def test_an_id_that_was_withdrawn_is_never_given_again(again: Take) -> None:
    again(table(FIRST), "--replace")
    taken = again(table(FIRST, THIRD))
    assert taken.file["added"] == [f"{ID}3"]


def test_what_the_new_table_has_no_column_for_stays(again: Take) -> None:
    rows: Rows = ((TITLE,), HEAD[:-1], but(FIRST, count=130)[:-1], SECOND[:-1])
    taken = again(rows, "--supplement")
    assert [record["funding_yuan"] for record in taken.records] == ["15000.00", "10000.00"]


def test_a_cell_that_is_emptied_is_a_correction(again: Take) -> None:
    taken = again(table(but(FIRST, money=""), SECOND), "--supplement")
    (change,) = taken.file["changed"]
    assert (change["old"], change["new"]) == ("15000", "")
    assert taken.records[0]["funding_yuan"] is None


# A row that is near to the first one, and the reason given.
NEAR = [
    (but(FIRST, date="5月20日"), "日期不同"),
    (but(FIRST, title="演示甲（第二场）"), "活动名称不同"),
]


@pytest.mark.parametrize(("row", "why"), NEAR)
def test_what_is_only_near_is_asked_and_answered_in_the_id(
    again: Take, row: tuple[Cell, ...], why: str
) -> None:
    taken = again(table(row, SECOND), "--supplement")
    ((cell, text),) = taken.errors
    assert cell == "C3"
    assert why in text
    assert f"{ID}1" in text
    same = again(table(but(row, id=f"{ID}1"), SECOND), "--supplement")
    assert (same.state, same.file["added"]) == ("imported", [])
    assert {change["id"] for change in same.file["changed"]} == {f"{ID}1"}


def test_another_event_says_so_in_its_id(again: Take) -> None:
    taken = again(table(FIRST, but(FIRST, id="新增", date="5月20日"), SECOND))
    assert (taken.state, taken.file["added"]) == ("imported", [f"{ID}3"])


IDS = [
    (but(FIRST, id=f"{ID}9"), "A3"),
    (but(FIRST, id=f"{ID}1", date="5月30日", title="演示丁"), "A3"),
    (but(FIRST, id=f"{ID}2"), "A3"),
]


@pytest.mark.parametrize(("row", "cell"), IDS)
def test_an_id_of_another_record_is_an_error(again: Take, row: tuple[Cell, ...], cell: str) -> None:
    taken = again(table(row, SECOND), "--supplement")
    assert cell in [at for at, _ in taken.errors], (taken.file, taken.records)


def test_an_id_that_was_copied_with_its_row_is_an_error(again: Take) -> None:
    first = but(FIRST, id=f"{ID}1")
    taken = again(table(first, but(first, date="5月15日", title="演示丁"), SECOND))
    assert [at for at, _ in taken.errors] == ["A4"]


def test_an_id_of_another_office_is_an_error(again: Take, run: Run, tables: Path) -> None:
    rows = table(but(FIRST, id=f"{ID}1"), title="渝北区科协2021年第二季度")
    taken = take(run, tables, rows)
    assert (taken.state, taken.file["sender"]) == ("refused", "渝北区")
    assert [at for at, _ in taken.errors] == ["A3"]


def test_two_of_one_title_and_day_are_matched_by_their_place(run: Run, tables: Path) -> None:
    two = (but(FIRST, place="一社区"), but(FIRST, place="二社区"))
    take(run, tables, table(*two))
    taken = take(run, tables, table(but(two[1], count=9), two[0]), "--supplement")
    assert [(c["id"], c["new"]) for c in taken.file["changed"]] == [(f"{ID}2", "9")]


def test_records_of_a_file_that_cannot_be_read_are_not_taken_twice(
    again: Take, tables: Path
) -> None:
    target = tables / "activities" / QUARTER / "yunyang.csv"
    target.write_text(
        target.read_text("utf-8-sig").replace("2021-05-13", "5月32日"), encoding="utf-8"
    )
    before = files_of(tables)
    taken = again(table(FIRST, SECOND, THIRD))
    assert taken.state == "refused"
    assert files_of(tables) == before


def test_records_that_were_moved_to_another_file_are_still_known(again: Take, tables: Path) -> None:
    target = tables / "activities" / QUARTER / "yunyang.csv"
    target.rename(target.with_name("all.csv"))
    taken = again(table(but(FIRST, count=130), SECOND), "--supplement")
    assert (taken.state, taken.file["added"]) == ("imported", [])
    assert len(taken.records) == 2
    assert not target.exists()


def test_a_nil_report_over_records_is_refused_until_it_replaces_them(
    again: Take, tables: Path
) -> None:
    nil = table(("零报告", "", "", "", "", "", ""))
    for options in ((), ("--supplement",)):
        taken = again(nil, *options)
        assert (taken.state, len(taken.records)) == ("refused", 2)
    taken = again(nil, "--replace")
    assert (taken.state, taken.records) == ("nil", [])
    assert again(table(("本季度未开展活动", "", "", "", "", "", ""))).state == "unchanged"
    taken = again(table(THIRD))
    assert (taken.state, taken.file["added"]) == ("imported", [f"{ID}3"])
    assert [row.split(",")[1] for row in received(tables)] == ["台账", "零报告", "台账"]


def test_another_quarter_and_another_office_are_returns_of_their_own(
    again: Take, run: Run, tables: Path
) -> None:
    july = but(FIRST, date="7月13日", title="演示丁")
    assert again(table(july, title="云阳县科协2021年第三季度")).state == "imported"
    partner = table(but(THIRD, title="演示戊"), title="渝北区科协2021年第二季度")
    taken = take(run, tables, partner)
    assert (taken.state, taken.file["added"], len(taken.records)) == ("imported", [f"{ID}3"], 4)


@pytest.mark.parametrize(
    ("rows", "options"),
    [
        (table(FIRST, SECOND, THIRD), ()),
        (table(but(FIRST, count=130)), ("--supplement",)),
        (table(THIRD), ("--replace",)),
        (table(("零报告", "", "", "", "", "", "")), ("--replace",)),
        (table(THIRD), ()),
    ],
)
def test_a_dry_run_says_what_the_real_run_does_and_writes_nothing(
    again: Take, tables: Path, rows: Rows, options: tuple[str, ...]
) -> None:
    before = files_of(tables)
    dry = again(rows, *options, "--dry-run")
    assert files_of(tables) == before
    real = again(rows, *options)
    assert {**dry.file, "file": ""} == {**real.file, "file": ""}
    assert dry.code == real.code
    assert (files_of(tables) == before) == (real.state == "refused")


def test_files_of_one_run_know_of_each_other(run: Run, tables: Path) -> None:
    (tables.parent / "一.xlsx").write_bytes(workbook_of(table(FIRST)))
    (tables.parent / "二.xlsx").write_bytes(workbook_of(table(FIRST, SECOND)))
    (tables.parent / "三.xlsx").write_bytes(workbook_of(table(FIRST)))
    for options in (("--dry-run",), ()):
        result = run("import", "一.xlsx", "二.xlsx", "三.xlsx", *options)
        assert result.code == 0, result.out
        assert result.out.count(f"{ID}2") == 1
    assert [record["id"] for record in records(run)] == [f"{ID}1", f"{ID}2"]
    assert len(received(tables)) == 2


def test_the_day_of_receipt_is_today_unless_it_is_given(again: Take, tables: Path) -> None:
    again(table(FIRST, SECOND, THIRD), "--received", "2021-07-05")
    assert [row.split(",")[2] for row in received(tables)] == ["2026-09-21", "2021-07-05"]


def test_where_each_record_came_from_is_kept(again: Take, tables: Path) -> None:
    again(workbook_of(table(SECOND, FIRST, THIRD), names=("二季度",)))
    text = (tables / "submissions" / QUARTER / "origins.csv").read_text("utf-8-sig")
    file = "originals/yunyang-2.xlsx"
    assert text.splitlines()[1:] == [
        f"{ID}1,云阳县,{file},二季度,4",
        f"{ID}2,云阳县,{file},二季度,3",
        f"{ID}3,云阳县,{file},二季度,5",
    ]
    for number in (1, 2):
        assert (tables / "submissions" / QUARTER / f"originals/yunyang-{number}.xlsx").is_file()


def test_a_record_that_was_withdrawn_has_no_origin_any_more(again: Take, tables: Path) -> None:
    again(table(FIRST), "--replace")
    text = (tables / "submissions" / QUARTER / "origins.csv").read_text("utf-8-sig")
    assert [row.split(",")[0] for row in text.splitlines()[1:]] == [f"{ID}1"]


def test_a_record_that_an_earlier_return_gave_and_that_is_lost_is_told_until_it_is_withdrawn(
    again: Take, run: Run, tables: Path
) -> None:
    again(table(THIRD, title="云阳县科协2021年第二季度活动统计表（补报）"))
    target = tables / "activities" / QUARTER / "yunyang.csv"
    lines = target.read_text("utf-8-sig").splitlines(keepends=True)
    target.write_text("".join(line for line in lines if f"{ID}1" not in line), "utf-8-sig")
    told = run("validate", "--select", "S503", "--format", "concise").out
    assert f"{ID}1" in told
    assert f"{ID}2" not in told
    assert again(table(SECOND, THIRD), "--replace").state == "imported"
    assert "S503" not in run("validate", "--select", "S503", "--format", "concise").out


def test_a_refused_workbook_is_marked_to_be_sent_back(again: Take, tables: Path) -> None:
    rows = table(FIRST, but(SECOND, date="5月32日", count="若干"))
    original = workbook_of(rows)
    taken = again(original, "--mark", "退回")
    assert taken.state == "refused"
    sheet = openpyxl.load_workbook(BytesIO((Path("退回") / "报表.xlsx").read_bytes())).active
    assert sheet is not None
    marked = {
        cell.coordinate: cell.comment.text
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }
    assert set(marked) == {"B4", "F4"}
    assert "若干" in marked["F4"]
    assert sheet["F4"].value == "若干"
    assert sheet["F4"].fill.start_color.rgb != sheet["F3"].fill.start_color.rgb
    assert (tables.parent / "报表.xlsx").read_bytes() == original


def test_what_cannot_be_marked_is_said(again: Take, run: Run, tables: Path) -> None:
    (tables.parent / "坏.csv").write_text(
        "云阳县2021年二季度\n活动时间,活动名称,任务领域\n5月32日,演示,4\n"
    )
    result = run("import", "坏.csv", "--mark", "退回")
    assert result.code == 1
    assert "坏.csv" in result.err
    assert not Path("退回").exists()


def test_what_both_partners_tell_in_the_same_words_is_asked_about_and_no_error(
    again: Take, run: Run, tables: Path
) -> None:
    taken = take(run, tables, table(FIRST, title="渝北区科协2021年第二季度"))
    assert (taken.state, len(taken.records)) == ("imported", 3)
    assert run("activities").code == 0
    assert run("validate", "--ignore", "T207").code == 0
    found = json.loads(run("reconcile", "--quarter", QUARTER, "--format", "json").out)
    assert [one["ids"] for one in found["candidates"]] == [[f"{ID}1", f"{ID}3"]]
