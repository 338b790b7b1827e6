"""A damaged table gives no answer but exit 2, with the place of the first fault and the way out."""

from collections.abc import Callable
from errno import EACCES
from pathlib import Path

import pytest

from conftest import Run
from cqpair.store import folder

PAIRINGS, TASKS = "pairings.yaml", "tasks.yaml"
COMMANDS = {
    "partners": ["partners", "石柱"],
    "partners plain": ["partners", "石柱", "--format", "plain"],
    "partners json": ["partners", "石柱", "--format", "json"],
    "partners unknown": ["partners", "不存在"],
    "pairs": ["pairs"],
    "pairs json": ["pairs", "--format", "json"],
    "pairs csv": ["pairs", "--format", "csv"],
    "tasks": ["tasks"],
    "tasks json": ["tasks", "--format", "json"],
    "schema": ["schema", "activities"],
    "activities": ["activities"],
    "report": ["report", "--quarter", "2021Q2", "--format", "json"],
    "fmt": ["fmt"],
    "fmt --check": ["fmt", "--check"],
}
OF_PAIRINGS = [name for name in COMMANDS if not name.startswith(("tasks", "schema"))]
OF_TASKS = [name for name in COMMANDS if not name.startswith(("partners", "pairs"))]


def swap(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


def emptied(section: str) -> Callable[[str], str]:
    """The table up to a section, which then lists nothing."""
    return lambda text: text.partition(f"\n{section}:")[0] + f"\n{section}: []\n"


DAMAGE: dict[str, Callable[[str], str]] = {
    "cut in the units": lambda text: text[: len(text) // 2],
    "cut in a row": lambda text: text.rstrip()[:-3],
    "no pairings": lambda text: text.partition("\npairings:")[0] + "\n",
    "pairings of nothing": emptied("pairings"),
    "pairings without a value": lambda t: t.partition("\npairings:")[0] + "\npairings:\n",
    "an unknown section": swap("\nexpect:", "\nexpected:"),
    "a key too many in one unit": swap("    pinyin: wanzhou\n", "    pinyn: wanzhou\n"),
    "a tab": swap("  partners: 24", "\tpartners: 24"),
    "a bad number": swap("  - {no: 1,", "  - {no: 一,"),
    "empty": lambda _: "",
    "conflict marks": lambda text: "<<<<<<< HEAD\n" + text,
}


def refuses(run: Run, words: list[str], start: str) -> None:
    result = run(*words)
    assert (result.code, result.out) == (2, "")
    (sentence,) = result.err.splitlines()
    assert sentence.startswith(f"{start} 有错误（")
    assert "cqpair validate" in sentence


def told(run: Run, path: str) -> str:
    """The place of the first problem of the file `path` that `validate` tells."""
    result = run("validate", "--format", "concise")
    assert result.code == 1
    places = (line.partition(": error")[0] for line in result.out.splitlines())
    return next(place for place in places if place.startswith(f"{path}:"))


@pytest.mark.slow
@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_pairings_give_no_answer_and_validate_tells_all(
    damage: str, run: Run, data: Path
) -> None:
    table = data / PAIRINGS
    table.write_text(DAMAGE[damage](table.read_text(encoding="utf-8")), encoding="utf-8")
    place = told(run, "data/pairings.yaml")
    for name in OF_PAIRINGS:
        refuses(run, COMMANDS[name], place)


@pytest.mark.slow
@pytest.mark.parametrize(
    "change",
    [
        swap("\nsafeguards:", "\nsafeguard:"),
        swap("areas:", "areas: ["),
        emptied("areas"),
        lambda _: "",
    ],
    ids=["an unknown section", "an open bracket", "areas of nothing", "empty"],
)
def test_damaged_tasks_give_no_answer_where_they_are_needed(
    change: Callable[[str], str], run: Run, data: Path
) -> None:
    table = data / TASKS
    table.write_text(change(table.read_text(encoding="utf-8")), encoding="utf-8")
    for name in OF_TASKS:
        refuses(run, COMMANDS[name], told(run, "data/tasks.yaml"))
    for name in set(OF_PAIRINGS) - set(OF_TASKS):
        assert run(*COMMANDS[name]).code == (name == "partners unknown")


def test_a_missing_table_of_tasks_is_named(run: Run, data: Path) -> None:
    (data / TASKS).unlink()
    for name in OF_TASKS:
        refuses(run, COMMANDS[name], "data/tasks.yaml")


@pytest.mark.parametrize("kind", ["a folder", "a link to nowhere"])
def test_a_table_that_is_no_file_is_never_replaced_by_another(
    kind: str, run: Run, data: Path
) -> None:
    (data / PAIRINGS).unlink()
    if kind == "a folder":
        (data / PAIRINGS).mkdir()
    else:
        (data / PAIRINGS).symlink_to("nowhere.yaml")
    for name in OF_PAIRINGS:
        refuses(run, COMMANDS[name], "data/pairings.yaml")


def test_a_table_that_may_not_be_read_gives_no_answer(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = folder.open_without_waiting

    def guarded(path: str, flags: int) -> int:
        if str(path).endswith(PAIRINGS):
            raise PermissionError(EACCES, "denied")
        return opened(path, flags)

    monkeypatch.setattr(folder, "open_without_waiting", guarded)
    for name in OF_PAIRINGS:
        refuses(run, COMMANDS[name], "data/pairings.yaml")


@pytest.mark.slow
def test_tables_in_an_old_encoding_are_read_and_answer(run: Run, data: Path) -> None:
    before = {name: run(*COMMANDS[name]) for name in OF_PAIRINGS}
    for table in (PAIRINGS, TASKS):
        path = data / table
        path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
    for name in OF_PAIRINGS:
        after = run(*COMMANDS[name])
        assert after.code == before[name].code
        if name != "report":  # its hash and its warnings differ
            assert after.out == before[name].out


def test_a_count_that_does_not_match_is_for_validate_and_damages_nothing(
    run: Run, data: Path
) -> None:
    table = data / PAIRINGS
    text = table.read_text(encoding="utf-8").replace("  partners: 24", "  partners: 25")
    table.write_text(text, encoding="utf-8")
    assert run("validate").code == 1
    assert run("pairs").code == 0
    assert run("partners", "石柱").code == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "name", "at"),
    [
        ("[北碚区, 铜梁区]", "[北培区, 铜梁区]", "巫山", "北培区, 铜"),
        ("[北碚区, 铜梁区]", "[北培区, 铜梁区]", "铜梁", "北培区, 铜"),
        ("county: 石柱县", "county: 巫山县", "巫山", "巫山县, partners: [南岸区"),
        ("[南岸区, 綦江区]", "[南岸区, 铜梁区]", "铜梁", "石柱县, partners: [南岸区"),
    ],
    ids=["no unit", "no unit, asked from the other side", "two rows of a county", "of a partner"],
)
def test_a_pairing_that_would_not_be_told_whole_is_not_told(
    old: str, new: str, name: str, at: str, run: Run, data: Path
) -> None:
    table = data / PAIRINGS
    text = table.read_text(encoding="utf-8").replace(old, new)
    table.write_text(text, encoding="utf-8")
    (line,) = (n for n, row in enumerate(text.splitlines(), 1) if at in row and "no:" in row)
    column = text.splitlines()[line - 1].index(at) + 1
    refuses(run, ["partners", name], f"data/pairings.yaml:{line}:{column}")
    assert run("partners", "忠县").code == 0, "other pairings are told"


def test_a_county_without_a_pairing_is_named_with_its_place(run: Run, data: Path) -> None:
    table = data / PAIRINGS
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if "county: 石柱县" not in line]
    table.write_text("".join(kept), encoding="utf-8")
    at = next(n for n, line in enumerate(lines, 1) if line.startswith("  - name: 石柱县"))
    refuses(run, COMMANDS["report"], f"data/pairings.yaml:{at}:11")


def test_the_sentence_is_told_in_english_too(run: Run, data: Path) -> None:
    (data / PAIRINGS).write_text("", encoding="utf-8")
    result = run("--lang", "en", "pairs")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("data/pairings.yaml:1:1 has an error (The file is empty)")
    assert "run `cqpair validate`" in result.err
