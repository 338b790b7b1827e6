"""`import cqpair`: the answers of the commands for other programs, and nothing beside them."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import cqpair
from conftest import ROOT, Run, miscount, put_records, record
from cqpair.api import DataFolder
from cqpair.messages import language, use

Ask = Callable[[DataFolder], Any]

SAME: dict[str, Ask] = {
    "partners 巫山 江北区 wansheng": lambda b: b.partners("巫山", "江北区", "wansheng"),
    "partners 渝北区 --on 2025-12-01": lambda b: b.partners("渝北区", on="2025-12-01"),
    "validate": lambda b: b.problems(),
    "activities": lambda b: b.records(),
    "activities 2022Q2 --pair 巫山": lambda b: b.records("2022Q2", pair="巫山"),
    "activities 2022 --area 4 --status 计划 --match 演示": lambda b: b.records(
        "2022", area="4", status="计划", match="演示"
    ),
    "report 2022Q2": lambda b: b.report("2022Q2"),
    "report 2022 --by pair --compare none --trace": lambda b: b.report(
        "2022", by="pair", compare="none", trace=True
    ),
    "report 2022H1 --area 5 --lead 科协": lambda b: b.report("2022H1", area="5", lead="科协"),
}


@pytest.fixture(autouse=True)
def _in_chinese() -> None:
    use("zh")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("api") / "demo"
    words = [sys.executable, "-m", "cqpair", "init", str(folder), "--demo"]
    subprocess.run(words, check=True, capture_output=True)
    return folder


def plain(value: object) -> bool:
    """Whether a value is made of what JSON knows, and of no class of ours."""
    if isinstance(value, list):
        return type(value) is list and all(map(plain, value))
    if isinstance(value, dict):
        return type(value) is dict and all(type(k) is str and plain(v) for k, v in value.items())
    return value is None or type(value) in (str, int, float, bool)


@pytest.mark.parametrize("spoken", ["zh", "en"])
@pytest.mark.parametrize("words", SAME)
def test_an_answer_is_what_the_command_says_in_json(
    run: Run, demo: Path, words: str, spoken: Any
) -> None:
    told = run("--data", demo, "--lang", spoken, *words.split(), "--format", "json")
    answer = SAME[words](cqpair.open(demo, lang=spoken))
    assert answer == json.loads(told.out)
    assert plain(answer)


def test_without_a_folder_the_shipped_tables_answer_and_have_no_records() -> None:
    book = cqpair.open()
    (answer,) = book.partners("巫山")
    assert [unit["name"] for unit in answer["partners"]] == ["北碚区", "铜梁区"]
    for ask in (book.records, book.problems, lambda: book.report("2021Q2")):
        with pytest.raises(cqpair.CqpairError, match="没有台账"):
            ask()


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda b: b.partners("乌山县"), "partners 乌山县"),
        (lambda b: b.partners("江"), "partners 江"),
        (lambda b: b.partners("巫山", on="2021-05"), "partners 巫山 --on 2021-05"),
        (lambda b: b.records("2021Q5"), "activities 2021Q5"),
        (lambda b: b.records(""), None),
        (lambda b: b.records(area=""), None),
        (lambda b: b.records(lead=""), None),
        (lambda b: b.records(pair="乌山县"), "activities --pair 乌山县"),
        (lambda b: b.records(area="9"), "activities --area 9"),
        (lambda b: b.records(status="做了"), "activities --status 做了"),
        (lambda b: b.report("去年"), "report 去年"),
        (lambda b: b.report("2021Q2", lead="协会"), "report 2021Q2 --lead 协会"),
        (lambda b: b.report("2021Q2", by="month"), "report 2021Q2 --by month"),
        (lambda b: b.report("2021Q2", compare="ever"), "report 2021Q2 --compare ever"),
    ],
)
@pytest.mark.usefixtures("data")
def test_no_answer_is_the_sentence_and_the_exit_code_of_the_command(
    run: Run, ask: Ask, words: str | None
) -> None:
    with pytest.raises(cqpair.CqpairError) as raised:
        ask(cqpair.open("data"))
    assert str(raised.value)
    if words:
        told = run(*words.split())
        assert (told.code, told.err) == (raised.value.exit_code, f"{raised.value}\n")


@pytest.mark.parametrize(("spoken", "expected"), [("zh", "没有这个"), ("en", "no data folder")])
def test_a_folder_that_is_not_there_is_told(tmp_path: Path, spoken: Any, expected: str) -> None:
    with pytest.raises(cqpair.CqpairError, match=expected) as raised:
        cqpair.open(tmp_path / "nowhere", lang=spoken)
    assert raised.value.exit_code == 2
    assert not any(word in str(raised.value) for word in ("--data", "CQPAIR_DATA"))
    with pytest.raises(cqpair.CqpairError, match=r"pairings\.yaml"):
        cqpair.open(str(tmp_path))
    with pytest.raises(cqpair.CqpairError, match="zh"):
        cqpair.open(lang="fr")  # type: ignore[arg-type]


@pytest.mark.parametrize("ask", [lambda b: b.partners("巫山"), lambda b: b.report("2021Q2")])
def test_a_damaged_table_gives_no_answer(data: Path, ask: Ask) -> None:
    table = data / "pairings.yaml"
    table.write_text(table.read_text("utf-8").replace("code: 500237", "code: x"), "utf-8")
    with pytest.raises(cqpair.CqpairError, match=r"pairings\.yaml:\d+"):
        ask(cqpair.open(data))


def test_problems_are_an_answer(run: Run, data: Path) -> None:
    miscount(data)
    told = cqpair.open(data).problems()
    assert [problem["code"] for problem in told["problems"]] == ["T201"]
    assert told == json.loads(run("validate", "--format", "json").out)


@pytest.mark.parametrize("ask", [lambda b: b.records("2021Q2"), lambda b: b.report("2021Q2")])
def test_what_errors_keep_out_is_warned_of_where_it_was_asked(tables: Path, ask: Ask) -> None:
    put_records(tables, "2021Q2/wushan.csv", record(), record(date="2021-09-09"))
    with pytest.warns(UserWarning, match=r"wushan\.csv:3") as told:
        ask(cqpair.open(tables))
    assert [warning.filename for warning in told] == [__file__]


def test_an_answer_is_of_the_files_as_they_are_and_whoever_has_it_may_change_it(
    tables: Path,
) -> None:
    book = cqpair.open(tables)
    assert book.records() == []
    put_records(tables, "2021Q2/wushan.csv", record())
    (first,) = book.records()
    first.clear()
    assert len(book.records()[0]) > 1


def test_the_language_of_an_object_is_its_own(tables: Path) -> None:
    use("en")
    with pytest.raises(cqpair.CqpairError, match="没有"):
        cqpair.open(tables).partners("乌有县")
    assert language() == "en"


def test_threads_do_not_hear_each_other(tables: Path) -> None:
    told: dict[str, list[str]] = {"zh": [], "en": []}

    def ask(spoken: Any) -> None:
        for _ in range(20):
            try:
                cqpair.open(tables, lang=spoken).partners("乌有县")
            except cqpair.CqpairError as error:
                told[spoken].append(str(error))

    threads = [threading.Thread(target=ask, args=(spoken,)) for spoken in told for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(set(sentences)) for sentences in told.values()] == [1, 1]
    assert told["zh"][0] != told["en"][0]


def test_nothing_is_printed_and_no_signal_is_taken(demo: Path) -> None:
    script = f"""
import gc, signal, sys
before = [signal.getsignal(n) for n in (2, 15)], gc.get_threshold()
import cqpair
book = cqpair.open({str(demo)!r})
book.partners("巫山"), book.problems(), book.records(), book.report("2022Q2")
assert ([signal.getsignal(n) for n in (2, 15)], gc.get_threshold()) == before
assert not [name for name in sys.modules if name.startswith(("cqpair.cli", "typer", "rich"))]
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_import_alone_brings_nothing() -> None:
    script = "import sys, cqpair; print([n for n in sys.modules if n.startswith('cqpair')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8")
    assert done.stdout == "['cqpair']\n"


def test_what_is_public_is_there_and_all_else_is_not() -> None:
    assert sorted(cqpair.__all__) == ["CqpairError", "DataFolder", "__version__", "open"]
    assert all(hasattr(cqpair, name) for name in cqpair.__all__)
    with pytest.raises(AttributeError, match="opened"):
        _ = cqpair.opened  # type: ignore[attr-defined]
    assert {name for name in vars(DataFolder) if not name.startswith("_")} == {
        *("partners", "problems", "records", "report")
    }


def test_the_number_of_an_area_will_do_and_what_is_no_text_is_told(tables: Path) -> None:
    book = cqpair.open(tables)
    assert book.records(area=4) == book.records(area="4")
    for wrong in ({"pair": 12}, {"lead": True}, {"area": 4.0}):
        with pytest.raises(TypeError, match="must be a str, not "):
            book.records(**wrong)
    with pytest.raises(TypeError, match="period must be a str, not int"):
        book.report(2021)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="name must be a str, not list"):
        book.partners(["巫山县"])  # type: ignore[arg-type]


@pytest.mark.tools
def test_the_answers_are_typed_for_whoever_checks_types(tmp_path: Path) -> None:
    (tmp_path / "use.py").write_text(
        'import cqpair\n\nbook = cqpair.open("data")\n'
        'reveal_type(book.partners("巫山")[0]["partners"][0]["name"])\n'
        'reveal_type(book.report("2021Q2")["period"]["label"])\n'
        'reveal_type(book.problems()["problems"][0]["line"])\n'
        'book.report("2021Q2", by="month")\n'
        "book.report()[0]\n",
        encoding="utf-8",
    )
    words = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "use.py"]
    done = subprocess.run(
        words,
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": str(ROOT / "src")},
    )
    told = [line for line in done.stdout.splitlines() if line.startswith("use.py")]
    revealed = [line.split('"')[1].replace("builtins.", "") for line in told[:3]]
    assert revealed == ["str", "str", "int | None"]
    assert [line.split(": ")[1] for line in told[3:5]] == ["error", "error"]
    assert len({line.split(":")[1] for line in told}) == 5


@pytest.mark.usefixtures("tables")
def test_an_object_says_what_was_opened() -> None:
    assert repr(cqpair.open()) == "cqpair.open()"
    assert repr(cqpair.open("data")) == "cqpair.open('data')"
