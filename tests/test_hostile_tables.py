"""Hostile tables: what cannot be relied on is said to be so, and nothing is counted from it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import DATA, Run

BASE = Path(__file__).parent / "rules" / "base"
TABLES = ["pairings.yaml", "tasks.yaml"]
BOTH = [["activities"], ["report", "--quarter", "2021Q2"], ["fmt"], ["fmt", "--check"]]
ASKING = {  # what each table is asked by
    "pairings.yaml": [
        ["partners", "石柱"],
        ["partners", "x"],
        ["partners", "石柱", "--format", "json"],
        ["pairs"],
        ["pairs", "--format", "json"],
        *BOTH,
    ],
    "tasks.yaml": [["tasks"], ["tasks", "1", "--format", "json"], ["schema", "activities"], *BOTH],
}

# What a table becomes, and the rule that tells it.
RUINS: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "F108"),
    "a comment": ("# 演示数据\n".encode(), "F108"),
    "a BOM": (b"\xef\xbb\xbf", "F108"),
    "a word": ("演示数据\n".encode(), "F109"),
    "a number": (b"42\n", "F109"),
    "a list": (b"- 1\n- 2\n", "F109"),
    "an empty map": (b"{}\n", "F108"),
    "null": (b"~\n", "F109"),
    "random bytes": (b"\x89PNG\r\n\xff\xfe\xff\x00", "F102"),
    "a NUL": (b"notice: \0\n", "F102"),
    "a tab": (b"notice:\n\tnumber: 1\n", "F104"),
    "a bell": (b"notice: \x07\n", "F104"),
    "an open quote": (b'notice: "\n', "F104"),
    "an open bracket": (b"notice: [1, 2\n", "F104"),
    "conflict marks": (b"<<<<<<< HEAD\nnotice: 1\n=======\nnotice: 2\n>>>>>>> x\n", "F104"),
    "an alias": (b"notice: &a 1\nexpect: *a\n", "F105"),
    "a tag": (b"notice: !!python/object/apply:os.abort []\n", "F105"),
    "two documents": (b"notice: 1\n---\nnotice: 2\n", "F105"),
    "10,000 deep": (b"[" * 10_000, "F105"),
    "10,000 deep in maps": (b"{a: " * 10_000, "F105"),
    "a key that is a list": (b"? [a]\n: b\n", "F105"),
    "repeated keys": (b"notice: 1\nnotice: 2\n", "F106"),
    "unknown keys": (b"pairing: 1\n", "F107"),
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small data folder with one record, as `data` in the current folder."""
    return Path(shutil.copytree(BASE, tmp_path / "data"))


@pytest.mark.slow
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("name", RUINS)
def test_a_ruined_table_is_told_and_nothing_is_counted(
    name: str, table: str, data: Path, run: Run
) -> None:
    content, rule = RUINS[name]
    (data / table).write_bytes(content)
    _assert_told(run, table, rule)


@pytest.mark.parametrize("table", TABLES)
def test_a_missing_table_is_told_and_nothing_is_counted(table: str, data: Path, run: Run) -> None:
    (data / table).unlink()
    if table == "tasks.yaml":
        _assert_told(run, table, "F101")
        return
    for words in (["--data", "data", "validate"], ["validate"]):
        result = run(*words)
        assert (result.code, result.out) == (2, ""), "no pairings.yaml is no data folder"
        assert "pairings.yaml" in result.err


def _assert_told(run: Run, table: str, rule: str) -> None:
    result = run("validate")
    told = [line for line in result.out.splitlines() if line.startswith(f"data/{table}")]
    assert result.code == 1
    assert rule in {line.split()[2] for line in told}
    assert result.out.count("改法：") >= len(told)
    assert result.err, "that records were not checked is said"
    first = told[0].split(": ")[0]
    for words in ASKING[table]:
        result = run(*words)
        assert (result.code, result.out) == (2, ""), words
        assert result.err.count("\n") == 1, "one sentence"
        assert result.err.startswith(f"{first} 有错误"), "the place of the first problem"
        assert "cqpair validate" in result.err
    for words in ASKING[next(other for other in TABLES if other != table)]:
        if words not in ASKING[table]:
            assert run(*words).code != 2, "a table that is not asked may be what it is"


@pytest.mark.slow
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.encode("utf-16"),
        lambda text: ("%YAML 1.2\n---\n" + text).encode(),
        lambda text: (text + "...\n").encode(),
        lambda text: (text + "\n# 结尾没有换行").encode(),
        lambda text: text.replace("county", '"county"').encode(),
        lambda text: text.replace("no: 14", "no: '14'").encode(),
    ],
    ids=["bom", "crlf", "utf-16", "directive", "end mark", "no last line end", "quotes", "number"],
)
def test_another_way_of_writing_the_same_table_is_the_same_table(
    change: Callable[[str], bytes], data: Path, run: Run
) -> None:
    before = run("pairs", "--format", "json")
    for name in TABLES:
        file = data / name
        file.write_bytes(change(file.read_text(encoding="utf-8")))
    assert run("validate", "--strict").code == 0
    assert run("pairs", "--format", "json") == before


def test_a_table_in_gb18030_is_read_with_a_warning_and_counts(data: Path, run: Run) -> None:
    for name in TABLES:
        file = data / name
        file.write_bytes(file.read_text(encoding="utf-8").encode("gb18030"))
    result = run("validate")
    assert result.code == 0
    assert result.out.count("F103") == 2
    assert run("report", "--quarter", "2021Q2").code == 0


@pytest.mark.slow
def test_a_table_cut_short_anywhere_never_passes_and_never_crashes(tables: Path, run: Run) -> None:
    whole = (DATA / "pairings.yaml").read_bytes()
    passed = []
    for cut in range(0, len(whole.rstrip()), 50):
        (tables / "pairings.yaml").write_bytes(whole[:cut])
        code = run("validate", "--ignore", "T207").code
        assert code in (0, 1), cut
        if code == 0:
            passed.append(cut)
    assert passed == [], "what was cut off is missed"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("no: 14", "no: " + "9" * 5000),
        ("no: 14", "no: -1"),
        ("no: 14", "no: ⅷ"),
        ("no: 14", "no: 1e3"),
        ("date: 2021-02-19", "date: 2021-02-30"),
        ("date: 2021-02-19", "date: 99999-01-01"),
        ("partners: 4", "partners: " + "9" * 5000),
        ("[南岸区, 綦江区]", "[[南岸区], 綦江区]"),
        ("[南岸区, 綦江区]", "{南岸区: 綦江区}"),
        ("[南岸区, 綦江区]", "[南岸区, '']"),
        ("[南岸区, 綦江区]", "[" + "南岸区, " * 500 + "綦江区]"),
        ("name: 南岸区", "name: '　'"),
        ("name: 南岸区", "name: 石柱县"),
        ("pinyin: shizhu", "pinyin: '@@@'"),
        ("due_days: 10", "due_days: ten"),
        ("statuses: [计划, 进行中, 已完成]", "statuses: [计划, 计划]"),
        ("lead_kinds: [科协", "lead_kinds: [科学"),
        ("clause: 三（一）", "clause: 四（一）"),
        ("{no: 1, code: talent", "{no: 5, code: popularisation"),
    ],
)
def test_a_hostile_value_in_a_table_never_crashes(old: str, new: str, data: Path, run: Run) -> None:
    for name in TABLES:
        file = data / name
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert any(new in (data / name).read_text(encoding="utf-8") for name in TABLES)
    for words in (
        ["validate"],
        ["partners", "石柱", "南岸区", "两江"],
        ["pairs", "--format", "json"],
        ["tasks"],
        ["activities"],
        ["report", "--quarter", "2021Q2"],
    ):
        result = run(*words)
        assert result.code in (0, 1, 2), words
        assert result.code == 0 or result.err or words == ["validate"]
