"""`add`: one record by options or by questions, checked as any other, none lost."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from conftest import Run, csv_of, put_records, record
from cqpair.fields import COLUMNS
from endings import begin

SOUND = record(title="脆李技术培训")
WUSHAN = Path("data/activities/2021Q2/wushan.csv")
BOM = b"\xef\xbb\xbf"


def options(cells: Mapping[str, str]) -> list[str]:
    return [word for key, text in cells.items() for word in (f"--{key}", text)]


def held(path: Path = WUSHAN) -> list[str]:
    return path.read_text(encoding="utf-8-sig").splitlines()


def test_a_record_goes_into_the_file_of_its_county_and_quarter_in_canonical_form(
    run: Run, tables: Path
) -> None:
    words = options(
        SOUND | {"date": "2021年5月13日", "county": "wushan", "participants": "约300人"}
    )
    result = run("--lang", "zh", "add", *words, "--in-kind", "1.5万元", "--exemplar")
    assert (result.code, result.out) == (0, "2021Q2-wushan-01\n")
    assert result.err == "已写入 data/activities/2021Q2/wushan.csv\n"
    assert WUSHAN.read_bytes().startswith(BOM)
    head, row = held()
    cells = dict(zip(head.split(","), row.split(","), strict=True))
    told = {key: text for key, text in cells.items() if text}
    assert told == {
        "编号": "2021Q2-wushan-01",
        "状态": "已完成",
        "开始日期": "2021-05-13",
        "两群区县": "巫山县",
        "主城协同区": "北碚区",
        "任务领域": "4",
        "活动名称": "脆李技术培训",
        "参与人次": "约300",
        "实物折价": "15000",
        "推荐典型": "是",
    }
    assert run("fmt", "--check").code == 0
    assert run("validate").code == 0


def test_a_partner_that_is_given_again_is_another_one(run: Run, tables: Path) -> None:
    assert run("add", *options(SOUND), "--partners", "铜梁").code == 0
    assert "北碚区、铜梁区" in held(tables / "activities" / "2021Q2" / "wushan.csv")[1]


def test_there_is_an_option_for_every_column_but_the_id(run: Run) -> None:
    told = run("add", "--help").out
    for column in COLUMNS:
        option = f"--{column.key.replace('_', '-')}"
        assert (option in told) == (column.key != "id")
    assert "--end_date" in told


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_the_file_held_stays_and_ids_go_on(line_end: str, run: Run, tables: Path) -> None:
    put_records(tables, "2021Q2/wushan.csv", record(id="2021Q2-wushan-07"), record(title="无编号"))
    WUSHAN.write_bytes(WUSHAN.read_text("utf-8").replace("\n", line_end).encode())
    assert run("add", *options(SOUND)).out == "2021Q2-wushan-08\n"
    lines = WUSHAN.read_bytes().decode("utf-8-sig").split(line_end)
    assert [line.partition(",")[0] for line in lines] == [
        "编号",
        "2021Q2-wushan-07",
        "",
        "2021Q2-wushan-08",
        "",
    ]


def test_an_id_that_any_file_or_return_tells_of_is_not_given_again(run: Run, tables: Path) -> None:
    put_records(tables, "2021Q1/zhongxian.csv", record(note="见 2021Q2-wushan-03", date="2021-02"))
    place = tables / "submissions/2021Q2"
    place.mkdir(parents=True)
    (place / "origins.csv").write_text(
        "编号,单位,文件,表,行\n2021Q2-wushan-11,巫山县,,,\n", encoding="utf-8"
    )
    assert run("add", *options(SOUND)).out == "2021Q2-wushan-12\n"


def test_a_date_known_to_the_year_goes_into_the_folder_of_the_year(run: Run, tables: Path) -> None:
    assert run("add", *options(SOUND | {"date": "2021"})).out == "2021-wushan-01\n"
    assert len(held(Path("data/activities/2021/wushan.csv"))) == 2
    assert run("add", *options(SOUND | {"date": "2021-05"})).out == "2021Q2-wushan-01\n"


def test_all_that_is_missing_is_named_where_nobody_can_be_asked(run: Run, tables: Path) -> None:
    result = run("--lang", "zh", "add", "--county", "巫山县", "--note", "x")
    assert (result.code, result.out) == (2, "")
    assert result.err == "还缺 --date、--partners、--area、--title。\n"
    assert run("add", *options(SOUND | {"title": " "})).code == 2
    assert not WUSHAN.exists()


def test_every_cell_that_does_not_fit_is_told(run: Run, tables: Path) -> None:
    wrong = {"date": "2021-02-30", "county": "武山县", "area": "9", "participants": "几十人"}
    result = run("add", *options(SOUND | wrong))
    assert (result.code, result.out) == (1, "")
    assert [line.partition("：")[0].partition(":")[0] for line in result.err.splitlines()] == [
        "--date",
        "--county",
        "--area",
        "--participants",
    ]
    assert not WUSHAN.exists()


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"partners": "渝北区"}, "A304"),
        ({"end_date": "2021-05-01"}, "A308"),
        ({"county": "北碚区"}, "A303"),
    ],
)
def test_what_validate_calls_an_error_is_not_written(
    cells: dict[str, str], code: str, run: Run, tables: Path
) -> None:
    result = run("add", *options(SOUND | cells))
    assert (result.code, result.out) == (1, "")
    assert code in result.err
    assert not any((tables / "activities").rglob("*.csv"))


def test_a_doubt_is_told_and_the_record_written(run: Run, tables: Path) -> None:
    assert run("add", *options(SOUND)).code == 0
    result = run("add", *options(SOUND | {"participants": "200000"}))
    assert (result.code, result.out) == (0, "2021Q2-wushan-02\n")
    assert "A327" in result.err
    assert len(held()) == 3


def test_problems_of_other_records_are_not_told(run: Run, tables: Path) -> None:
    put_records(tables, "2021Q2/zhongxian.csv", record(partners="渝北区", county="忠县"))
    put_records(tables, "2021Q2/wushan.csv", record(partners="渝北区", title="别的"))
    result = run("--lang", "zh", "add", *options(SOUND))
    assert (result.code, result.err) == (0, "已写入 data/activities/2021Q2/wushan.csv\n")


@pytest.mark.parametrize(
    "text",
    [
        csv_of([record(participants="几十人")]),
        csv_of([record(date="2021-05-13 9:30")]),
        "巫山县台账\n" + csv_of([record()]),
        "",
        "\x00",
    ],
)
def test_a_file_that_holds_what_does_not_fit_is_left_as_it_is(
    text: str, run: Run, tables: Path
) -> None:
    WUSHAN.parent.mkdir()
    WUSHAN.write_text(text, encoding="utf-8")
    result = run("add", *options(SOUND))
    assert (result.code, result.out) == (1, "")
    assert "data/activities/2021Q2/wushan.csv" in result.err
    assert WUSHAN.read_text(encoding="utf-8") == text


def test_texts_stay_what_they_are_but_in_one_line(run: Run, tables: Path) -> None:
    strange = '=1+1, "引号"，\x1b[31m换行\n第二行'
    assert run("add", *options(SOUND | {"note": strange, "title": "@SUM(A1)"})).code == 0
    (found,) = json.loads(run("activities", "--format", "json").out)
    one_line = '=1+1, "引号"， [31m换行 第二行'
    assert (found["note"], found["title"]) == (one_line, "@SUM(A1)")


def test_no_data_folder_is_wrong_use(run: Run) -> None:
    assert run("add", *options(SOUND)).code == 2


def ask(typed: bytes, *words: str) -> tuple[int, str]:
    """The exit code of `add` on a terminal where `typed` is typed, and what it shows."""
    leader, follower = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "cqpair", "--lang", "en", "add", *words],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "200"},
    )
    os.close(follower)
    os.write(leader, typed)
    shown = b""
    while True:
        try:
            part = os.read(leader, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(leader)
    return run.wait(timeout=60), shown.decode("utf-8")


@pytest.mark.tools
def test_on_a_terminal_what_is_missing_is_asked_for_again_until_it_fits(tables: Path) -> None:
    answers = [
        "",
        "2021-05-32",
        "2021-05-13",
        "",
        "北碚区",
        "",
        "4",
        *[""] * 3,
        "脆李培训",
        "座谈会",
    ]
    typed = "".join(f"{text}\n" for text in [*answers, *[""] * 12])
    code, shown = ask(typed.encode(), "--county", "巫山县")
    assert code == 0, shown
    assert "date *:" in shown
    assert "2021Q2-wushan-01" in shown
    assert "脆李培训,座谈会" in held()[1]
    code, shown = ask(b"\x04", "--county", "巫山县")
    assert code == 2
    assert "--date, --partners, --area, --title" in shown


@pytest.mark.tools
def test_ten_at_once_lose_nothing(tables: Path) -> None:
    runs = [begin("add", *options(SOUND | {"title": f"第{n}场培训"})) for n in range(10)]
    told = [run.communicate(timeout=120) for run in runs]
    assert [run.returncode for run in runs] == [0] * 10, told
    ids = sorted(out.decode().strip() for out, _ in told)
    assert ids == [f"2021Q2-wushan-{n:02d}" for n in range(1, 11)]
    rows = held()[1:]
    assert sorted(row.partition(",")[0] for row in rows) == ids
    assert all(any(f"第{n}场培训" in row for row in rows) for n in range(10))


def test_what_is_typed_is_kept_in_one_line(run: Run, tables: Path) -> None:
    words = ("--date", "2021-06-20", "--county", "巫山县", "--partners", "北碚区", "--area", "4")
    result = run("add", *words, "--title", "演示数据\n科普\x1b进\t校园", "--place", "\n")
    assert result.code == 0, result.err
    text = (tables / "activities/2021Q2/wushan.csv").read_text("utf-8-sig")
    assert ",演示数据 科普 进 校园," in text
    assert len(text.splitlines()) == 2


@pytest.mark.parametrize(
    ("option", "value", "way_out"),
    [
        ("--area", "9", "填 1 到 6，或保障1 到保障3"),
        ("--date", "2021-13-01", "核对月份和日期"),
        ("--partners", "北碚铜梁", "写成“北碚区、铜梁区”"),
        ("--participants", "几十", "大概的在前面加“约”"),
    ],
)
def test_what_does_not_fit_is_told_with_the_way_out(
    run: Run, tables: Path, option: str, value: str, way_out: str
) -> None:
    given = {
        "--date": "2021-05-13",
        "--county": "巫山县",
        "--partners": "北碚区",
        "--area": "4",
        "--title": "演示数据",
        option: value,
    }
    result = run("--lang", "zh", "add", *(word for pair in given.items() for word in pair))
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(f"{option}：")
    assert way_out in result.err
