"""`fmt`: one way to write a record, the same meaning, and nothing touched that does not fit."""

import csv
import errno
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from conftest import Run
from cqpair.fields import COLUMNS
from cqpair.store import write as unfinished

BOM = b"\xef\xbb\xbf"
HEADERS = [column.header for column in COLUMNS]
ALWAYS = [column.header for column in COLUMNS if not column.sparse]
KEYS = [column.key for column in COLUMNS]
SHORT = "开始日期,两群区县,主城协同区,任务领域,活动名称"
ROW = "2021-05-13,巫山县,北碚区,4,演示数据"
GOOD = f"{SHORT}\n{ROW}\n"
ASKED = {"date": "2021-05-13", "county": "巫山县", "partners": "北碚区", "area": "4"}


def put(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def record(tables: Path, name: str, content: str | bytes) -> Path:
    return put(tables / "activities" / name, content)


def cells(path: Path) -> list[dict[str, str]]:
    """The records of a formatted file, by the key of their column."""
    head, *rows = csv.reader(StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
    told = [column for column in COLUMNS if column.header in head]
    assert head == [column.header for column in told]
    assert all(column.sparse for column in COLUMNS if column not in told)
    return [dict(zip([column.key for column in told], row, strict=True)) for row in rows]


def written(rows: Sequence[Mapping[str, str]], line_end: str = "\n", english: bool = False) -> str:
    """A file of `rows`, its columns those of the first row, in its order."""
    lines = []
    names = dict(zip(KEYS, HEADERS, strict=True))
    for row in [{key: key if english else names[key] for key in rows[0]}, *rows]:
        quoted = ('"{}"'.format(row[key].replace('"', '""')) for key in rows[0])
        lines.append(",".join(quoted) + line_end)
    return "".join(lines)


@pytest.mark.usefixtures("data")
def test_the_shipped_records_are_canonical_but_for_an_amount_told_as_its_source_has_it(
    run: Run,
) -> None:
    result = run("fmt", "--check", "--diff")
    assert result.code == 1
    changed = [line for line in result.out.splitlines() if line[:1] in "+-" and "," in line]
    assert [line.replace("3万元", "30000") for line in changed[:1]] == ["-" + changed[1][1:]]
    assert len(changed) == 2


def test_empty_rows_and_columns_without_header_and_content_are_dropped(
    tables: Path, run: Run
) -> None:
    path = record(tables, "2021Q2/a.csv", f"\n,,,,,,\n{SHORT},,\n\n{ROW},,\n , ,,,,,\n")
    assert run("fmt").code == 0
    assert len(path.read_bytes().splitlines()) == 2
    assert cells(path)[0]["title"] == "演示数据"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2021Q2/a.csv", "2021Q2-wushan-01"),
        ("2021年二季度/a.csv", "2021Q2-wushan-01"),
        ("2021Q2/巫山/a.csv", "2021Q2-wushan-01"),
        ("2021/a.csv", "2021-wushan-01"),
        ("其他/a.csv", "其他-wushan-01"),
        ("补 报/a.csv", "2021-wushan-01"),
        ("a.csv", "2021-wushan-01"),
    ],
)
def test_an_id_is_made_of_folder_county_and_number(
    tables: Path, run: Run, name: str, expected: str
) -> None:
    path = record(tables, name, GOOD)
    assert run("fmt").code == 0
    assert cells(path)[0]["id"] == expected


def test_ids_are_unique_across_files_and_no_number_that_occurs_is_used_again(
    tables: Path, run: Run
) -> None:
    head = f"编号,{SHORT},备注"
    one = record(tables, "2021Q2/a.csv", f"{head}\n,{ROW},\n2021Q2-wushan-03,{ROW},\n,{ROW},\n")
    two = record(tables, "2021Q2/b.csv", f"{head}\n,{ROW},原编号2021Q2-wushan-07，已并入\n")
    other = record(tables, "2021Q2/c.csv", f"{SHORT}\n{ROW.replace('巫山县', '万州区')}\n")
    record(tables, "2021Q2/d.yaml", "- {编号: 2021Q2-wushan-11, 开始日期: 甲}\n")
    record(tables, "2021Q2/e.csv", f"{head}\n2021Q2-wushan-09,错,,,,,,,,\n")
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["编号"])
    sheet.append(["2021Q2-wushan-12"])
    book.save(tables / "activities" / "2021Q2" / "f.xlsx")
    assert run("fmt", one, two, other).code == 0
    assert [row["id"] for path in (one, two, other) for row in cells(path)] == [
        "2021Q2-wushan-13",
        "2021Q2-wushan-03",
        "2021Q2-wushan-14",
        "2021Q2-wushan-15",
        "2021Q2-wanzhou-01",
    ]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (f"{SHORT},批注\n{ROW},要紧\n", "a.csv:1:27"),
        (f"{SHORT},批注\n{ROW},\n", "a.csv:1:27"),
        (f"{SHORT},\n{ROW},要紧\n", "a.csv:1:27"),
        (f"{SHORT}\n{ROW},多\n", "a.csv:2:27"),
        (f"{SHORT}\n{ROW}\n2021-05-14,巫山县\n", "a.csv:3"),
        (f"{SHORT}\n{ROW.replace('巫山县', '巫县')}\n", "a.csv:2:12"),
        (f"{SHORT}\n{ROW.replace('05-13', '02-30')}\n", "a.csv:2:1"),
        (f"{SHORT}\n{ROW.replace('05-13', '05-13 14:30')}\n", "a.csv:2:1"),
        (f'{SHORT}\n{ROW}\n"2021-05-14,巫山县\n', "a.csv:3:1"),
        (f"{SHORT},参与人次\n{ROW},几十\n", "a.csv:2:27"),
        ("", "a.csv:1:1"),
        (b"\x81\x20\xff", "a.csv:1"),
    ],
)
def test_a_file_with_anything_that_does_not_fit_is_left_byte_for_byte(
    tables: Path, run: Run, content: str | bytes, place: str
) -> None:
    bad = record(tables, "2021Q2/a.csv", content)
    good = record(tables, "2021Q2/b.csv", GOOD)
    before = bad.read_bytes()
    result = run("fmt")
    assert result.code == 1
    assert bad.read_bytes() == before
    assert f"没有改动：data/activities/2021Q2/{place}：" in result.err
    assert cells(good)[0]["date"] == "2021-05-13", "other files are put right all the same"


def test_check_names_what_would_change_and_writes_nothing(tables: Path, run: Run) -> None:
    path = record(tables, "2021Q2/a.csv", GOOD)
    result = run("fmt", "--check")
    assert (result.code, result.out) == (1, "data/activities/2021Q2/a.csv\n")
    assert "cqpair fmt --diff" in result.err
    assert path.read_bytes() == GOOD.encode()
    run("fmt")
    result = run("fmt", "--check")
    assert (result.code, result.out) == (0, "")


def test_diff_shows_the_lines_that_would_change_and_writes_nothing(tables: Path, run: Run) -> None:
    path = record(tables, "2021Q2/a.csv", GOOD.replace("\n", "\r\n"))
    before = path.read_bytes()
    result = run("fmt", "--diff")
    new = "2021Q2-wushan-01,已完成,2021-05-13,,巫山县,北碚区,4,,,,演示数据,,,,,,,,,,"
    name = "data/activities/2021Q2/a.csv"
    lines = [f"--- {name}", f"+++ {name}", "@@ -1,2 +1,2 @@", f"-{SHORT}", f"-{ROW}"]
    assert result.out.splitlines() == [*lines, f"+{','.join(ALWAYS)}", f"+{new}"]
    assert (result.code, run("fmt", "--diff", "--check").code) == (0, 1)
    assert path.read_bytes() == before


def test_a_diff_of_encoding_alone_is_told_in_words(data: Path, run: Run) -> None:
    path = data / "activities/2021Q2/wushan.csv"
    path.write_bytes(path.read_bytes().removeprefix(BOM))
    result = run("fmt", "--diff", path)
    assert (result.code, result.out) == (0, "")
    assert "BOM" in result.err
    assert run("fmt", "--check", path).code == 1


def test_a_folder_that_cannot_be_written_is_wrong_use_and_the_file_stays(
    tables: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = record(tables, "2021Q2/a.csv", GOOD)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(unfinished, "FileIO", refuse)
    result = run("fmt")
    assert (result.code, result.out) == (2, "")
    assert "data/activities/2021Q2/a.csv" in result.err
    assert path.read_bytes() == GOOD.encode()


def test_tables_yaml_records_workbooks_and_what_was_received_are_never_touched(
    data: Path, run: Run
) -> None:
    kept = [
        record(data, "2021Q2/a.yaml", "# 演示数据\n- {title: 演示数据}\n"),
        record(data, "2021Q2/b.xlsx", b"PK"),
        put(data / "submissions" / "c.csv", GOOD),
        data / "pairings.yaml",
        data / "tasks.yaml",
    ]
    before = [path.read_bytes() for path in kept]
    for words in ([], [data], [Path()], [data / "pairings.yaml", kept[0]]):
        result = run("fmt", *words)
        assert result.code == 0, result.err
        assert "data/activities/2021Q2/a.yaml" in result.err
    assert [path.read_bytes() for path in kept] == before


def test_an_id_that_a_return_had_is_given_to_no_other_record(run: Run, tables: Path) -> None:
    head = "单位,方式,收到日期,文件,校验码,记录数,编号,备注"
    row = "巫山县,台账,2021-07-05,,,1,2021Q2-wushan-07,"
    put(tables / "submissions" / "2021Q2" / "received.csv", f"{head}\n{row}\n")
    path = record(tables, "2021Q2/wushan.csv", GOOD)
    assert run("fmt").code == 0
    assert cells(path)[0]["id"] == "2021Q2-wushan-08"


@pytest.mark.usefixtures("tables")
def test_a_file_or_folder_beside_the_data_folder_is_formatted_when_it_is_named(run: Run) -> None:
    path = put(Path("received") / "a.csv", GOOD)
    notes = put(Path("received") / "notes.txt", "…")
    assert run("fmt").code == 0
    assert path.read_bytes() == GOOD.encode()
    assert run("fmt", "received").code == 0
    assert cells(path)[0]["id"] == "2021-wushan-01"
    assert notes.read_text(encoding="utf-8") == "…"


@pytest.mark.parametrize(
    ("words", "code"),
    [(["fmt", "gone.csv"], 2), (["--data", "nowhere", "fmt"], 2), (["fmt"], 2)],
)
def test_what_is_not_there_is_wrong_use(run: Run, words: list[str], code: int) -> None:
    assert run(*words).code == code


def test_with_a_table_in_error_nothing_is_formatted(tables: Path, run: Run) -> None:
    path = record(tables, "2021Q2/a.csv", GOOD)
    put(tables / "tasks.yaml", "areas: [\n")
    assert run("fmt").code == 2
    assert path.read_bytes() == GOOD.encode()
