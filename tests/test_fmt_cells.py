"""`fmt` on any cells: each written in one way, and the Book the same before and after."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import DATA, Run, tries
from cqpair.book import Book
from cqpair.fields import BY_KEY, COLUMNS, MEASURED
from cqpair.store.fmt import canonical_files, files_to_format
from cqpair.store.records import open_book
from test_fmt import ALWAYS, ASKED, BOM, KEYS, cells, put, record, written

TODAY = date(2026, 9, 21)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("key", "text", "canonical"),
    [
        ("status", "", "已完成"),
        ("status", " 计划 ", "计划"),
        ("date", "2021/5/3", "2021-05-03"),
        ("date", "２０２１．５．３", "2021-05-03"),
        ("date", "5月13日", "2021-05-13"),
        ("date", "2021年5月", "2021-05"),
        ("date", "2021年", "2021"),
        ("date", "44329", "2021-05-13"),
        ("date", "2021-05-13 00:00:00", "2021-05-13"),
        ("end_date", "—", ""),
        ("county", "wushan", "巫山县"),
        ("county", "巫山县科学技术协会", "巫山县"),
        ("partners", "铜梁县; beibei", "铜梁区、北碚区"),
        ("partners", "北碚，铜梁/北碚", "北碚区、铜梁区"),
        ("area", "４", "4"),
        ("area", "保障 2", "保障2"),
        ("lead_kind", "党委 政府", "党委政府"),
        ("participants", "300余人", "约300"),
        ("participants", "1,200人次", "1200"),
        ("participants", "无", "0"),
        ("participants", "未统计", ""),
        ("participants", "20多万人", "约20万"),
        ("participants", "12.5万人次", "12.5万"),
        ("participants", "200000", "200000"),
        ("participants", "5万人", "50000"),
        ("participants", "三百余人", "约300"),
        ("funding", "1.5亿元", "1.5亿"),
        ("funding", "约1.5亿", "约1.5亿"),
        ("funding", "一亿零五万元", "1.0005亿"),
        ("funding", "15000万元", "150000000"),
        ("funding", "叁万伍仟元整", "35000"),
        ("date", "5月13日（周四）", "2021-05-13"),
        ("date", "二〇二一年五月十三日", "2021-05-13"),
        ("date", "2021—05—13", "2021-05-13"),
        ("area", "（五）", "5"),
        ("area", "保障（二）积极争取各项支持", "保障2"),
        ("county", "重庆市巫山县科协", "巫山县"),
        ("experts", "0", "0"),
        ("funding", "3万元", "30000"),
        ("funding", "3万余元", "约30000"),
        ("in_kind", "1.50元", "1.5元"),
        ("in_kind", "0.5万元", "5000"),
        ("in_kind", "0.005", "0.005"),
        ("exemplar", "√", "是"),
        ("exemplar", "否", ""),
        ("outcome", "  一、\n\n二、 三  ", "一、\n\n二、 三"),
        ("outcome", 'a"b,"c"', 'a"b,"c"'),
        ("note", "／", ""),
        ("note", "一\r二\r\n三", "一\r二\r\n三"),
        ("id", " 甲-1 ", "甲-1"),
    ],
)
def test_a_cell_is_written_in_its_one_canonical_way(
    tables: Path, run: Run, key: str, text: str, canonical: str
) -> None:
    path = record(tables, "2021Q2/a.csv", written([{**ASKED, "title": "演示数据", key: text}]))
    assert run("fmt").code == 0
    assert cells(path)[0][key] == canonical


@pytest.mark.slow
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encoding_becomes_utf8_with_bom_and_line_ends_stay(
    tables: Path, run: Run, line_end: str, encoding: str
) -> None:
    row = {**ASKED, "title": "演示数据", "outcome": "一\n二"}
    text = written([row, row], line_end)
    path = record(tables, "2021Q2/a.csv", text.encode(encoding))
    result = run("fmt")
    assert (result.code, result.out) == (0, "")
    assert "data/activities/2021Q2/a.csv" in result.err
    data = path.read_bytes()
    assert data.startswith(BOM + ",".join(ALWAYS).encode() + line_end.encode())
    assert data.count(b"\r\n") == (3 if line_end == "\r\n" else 0)
    assert data.endswith(line_end.encode())
    assert [record["outcome"] for record in cells(path)] == ["一\n二"] * 2
    assert run("fmt", "--check").code == 0
    assert path.read_bytes() == data


def test_an_english_header_in_any_order_becomes_the_chinese_one(tables: Path, run: Run) -> None:
    row = {"title": "演示数据", "note": "备", **dict(reversed(ASKED.items())), "form": "座谈"}
    path = record(tables, "2021Q2/a.csv", written([row], english=True))
    assert run("fmt").code == 0
    assert {key: cells(path)[0][key] for key in row} == row


def told(book: Book) -> list[tuple[object, ...]]:
    """What the records say, their ids and places apart."""
    return [tuple(activity)[1 : len(COLUMNS)] for activity in book.activities]


def choice(*texts: str) -> st.SearchStrategy[str]:
    return st.sampled_from(texts)


TEXT = st.text(
    st.characters(exclude_characters="\0#", exclude_categories=["Cs"]), max_size=8
)  # what begins with # may be an error of a formula, which is no text
COUNTS = choice("", "-", "无", "300", "约300人", "1,200", "３０余", "2万人次", "+5", "-0", "1.0")
AMOUNTS = choice("", "0", "3万元", "1.5亿", "¥2,000.50", "近10", "0.1234567890123456789012万")
DATES = choice("2021-05-13", "2021.5", "2021年", "5月1日", "44329", "20210601", "0999-01-01")
CELLS: dict[str, st.SearchStrategy[str]] = {
    **dict.fromkeys(("measure", "lead", "form", "place", "outcome", "source", "note"), TEXT),
    "id": choice("", "甲-1", "2021Q2-wushan-05", "2021Q2-wanzhou-99", "2021Q2-wushan-20210513"),
    "status": choice("", "计划", "进行中 ", "已完成"),
    "date": DATES,
    "end_date": st.one_of(DATES, choice("", "——")),
    "county": choice("巫山", "忠县", "万县市", "500237", "chengkou", "北碚区"),
    "partners": choice("北碚", "beibei/铜梁县", "江北县、江北", "高新区；两江新区", "万州、万州"),
    "area": choice("1", "６", "保障3", "二（五）"),
    "lead_kind": choice("", "学会", "党委政府"),
    "title": TEXT.map(lambda text: f"演示数据{text}"),
    **{key: AMOUNTS if BY_KEY[key].is_money else COUNTS for key in MEASURED},
    "exemplar": choice("", "是", "否", "Y"),
}
FILES = st.tuples(
    st.lists(st.fixed_dictionaries({key: CELLS[key] for key in KEYS}), min_size=1, max_size=4),
    st.permutations(KEYS),
    choice("\n", "\r\n", "\r"),
    st.booleans(),
)


@tries(0.6)
@given(st.lists(FILES, min_size=1, max_size=2))
def test_the_book_stays_the_same_ids_are_unique_and_twice_is_once(
    files: list[tuple[list[dict[str, str]], list[str], str, bool]],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for table in ("pairings.yaml", "tasks.yaml"):
            put(folder / table, (DATA / table).read_bytes())
        for i, (rows, order, line_end, english) in enumerate(files):
            ordered = [{key: row[key] for key in order} for row in rows]
            record(folder, f"2021Q2/{i}.csv", written(ordered, line_end, english))
        before = open_book(folder, TODAY).book
        assert before.rejects == ()
        forms = canonical_files(folder, TODAY, files_to_format(folder, []))
        assert [form.why for form in forms] == [None] * len(files)
        for form in forms:
            (folder / form.path).write_bytes(form.after)
        after = open_book(folder, TODAY).book
        assert after.rejects == ()
        assert told(after) == told(before)
        given_ids = [
            new.id
            for old, new in zip(before.activities, after.activities, strict=True)
            if old.id is None or old.id != new.id
        ]
        kept = {old.id for old in before.activities}
        assert None not in given_ids
        assert len(set(given_ids)) == len(given_ids)
        assert not kept & set(given_ids)
        again = canonical_files(folder, TODAY, files_to_format(folder, []))
        assert [form.changed for form in again] == [False] * len(files)
