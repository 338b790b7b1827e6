"""How the command line is used: options, languages, which data folder, `init`, help."""

import os
from pathlib import Path

import pytest

from conftest import DATA, Run
from cqpair import __version__
from cqpair.cli import console
from cqpair.text import width

GOLDEN = Path(__file__).parent / "golden" / "help"
COMMANDS = (
    *("partners", "pairs", "tasks", "template", "import", "add", "nil", "status", "reconcile"),
    *("activities", "validate", "fmt", "explain", "report", "close", "reopen", "changes"),
    *("schema", "init", "help"),
)

# Wrong use, and what the sentence about it must name.
MISUSE = [
    (["--bad"], "--bad"),
    (["parners", "巫山"], "partners"),
    (["partners"], "NAME"),
    (["init"], "DIR"),
    (["partners", "巫山", "--fromat", "json"], "--format"),
    (["partners", "巫山", "--format"], "--format"),
    (["partners", "巫山", "--format", "csv"], "plain"),
    (["partners", "巫山", "--lang", "en"], "--lang"),
    (["pairs", "巫山"], "巫山"),
    (["pairs", "--format", "xml"], "markdown"),
    (["pairs", "--region", "主城都市区"], "渝东南"),
    (["pairs", "--mode", "三对一"], "二对一"),
    (["tasks", "--format", "csv"], "markdown"),
    (["explain", "A304", "A305"], "A305"),
    (["partners", "巫山", "--on", "昨天"], "昨天"),
    (["partners", "巫山", "--on", "2021-02-30"], "2021-02-30"),
    (["partners", "巫山", "--on", "2021-05"], "2021-05-13"),
    (["--lang"], "--lang"),
    (["--data"], "--data"),
    (["report"], "--quarter"),
    (["report", "--quarter"], "--quarter"),
    (["report", "--quarter", "2021Q5"], "2021Q5"),
    (["report", "--quarter", "第二季度"], "2021Q2"),
    (["report", "--half", "2021H3"], "2021H1"),
    (["report", "--year", "0000"], "0000"),
    (["report", "--quarter", "2021Q2", "--year", "2021"], "--year"),
    (["report", "--half", "2021H1", "--from", "2021-01-01", "--to", "2021-01-02"], "--half"),
    (["report", "--from", "2021-01-01"], "--to"),
    (["activities", "--to", "2021-01-01"], "--from"),
    (["activities", "--from", "2021-02-02", "--to", "2021-02-01"], "2021-02-02"),
    (["report", "--from", "2021-02", "--to", "2021-03-01"], "--from"),
    (["report", "--quarter", "2021Q2", "--by", "month"], "region"),
    (["report", "--quarter", "2021Q2", "--compare", "always"], "last-year"),
    (["report", "--quarter", "2021Q2", "--output", "x.pdf"], "x.pdf"),
    (["activities", "--area", "7"], "保障3"),
    (["activities", "--lead", "学校"], "党委政府"),
    (["activities", "--status", "完成"], "已完成"),
    (["validate", "--select", "Z9"], "Z9"),
    (["validate", "--select", "A3", "--ignore", "A"], "--ignore"),
    (["validate", "--format", "xml"], "json"),
]


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize(("words", "named"), MISUSE, ids=[" ".join(w) for w, _ in MISUSE])
def test_wrong_use_exits_2_with_a_sentence_and_no_answer(
    words: list[str], named: str, run: Run
) -> None:
    for lang in ([], ["--lang", "en"]):
        result = run(*lang, *words)
        assert (result.code, result.out) == (2, "")
        assert named in result.err
        assert 1 <= len(result.err.splitlines()) <= 2
        assert "Traceback" not in result.err


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize(
    ("words", "near"),
    [
        (["pairs", "--format", "jsn"], "json"),
        (["pairs", "--format", "JSON"], "json"),
        (["report", "2021Q2", "--by", "regions"], "region"),
        (["report", "2021Q2", "--compare", "lastyear"], "last-year"),
        (["activities", "--status", "完成"], "已完成"),
        (["activities", "--lead", "党政府"], "党委政府"),
        (["activities", "--area", "全域科普"], "5 携手共建全域科普工作新格局"),
        (["tasks", "全域科普"], "5 携手共建全域科普工作新格局"),
        (["schema", "pairing"], "pairings"),
        (["help", "paris"], "pairs"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
def test_a_slip_in_a_value_is_told_what_may_have_been_meant(
    words: list[str], near: str, run: Run
) -> None:
    assert f"是不是 {near}" in run(*words).err
    assert f"did you mean {near}" in run("--lang", "en", *words).err


@pytest.mark.usefixtures("data")
def test_a_value_that_is_like_none_suggests_none(run: Run) -> None:
    for words in (["pairs", "--format", "xml"], ["activities", "--area", "9"]):
        assert "did you mean" not in run("--lang", "en", *words).err


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize(
    "words",
    [
        ["activities", "--area", ""],
        ["activities", "--lead", ""],
        ["activities", "--status", ""],
        ["report", "--quarter", "2021Q2", "--area", " "],
        ["pairs", "--region", ""],
        ["pairs", "--mode", ""],
        ["validate", "--select", ""],
        ["validate", ""],
        ["--data", "", "pairs"],
        ["--lang", "", "pairs"],
        ["init", ""],
    ],
    ids=" ".join,
)
def test_an_empty_value_is_wrong_use_and_never_means_everything(words: list[str], run: Run) -> None:
    result = run(*words)
    assert (result.code, result.out) == (2, "")


@pytest.mark.parametrize(
    ("words", "environment", "lang"),
    [
        ([], {}, "zh"),
        ([], {"LANG": ""}, "zh"),
        ([], {"LANG": "C.UTF-8"}, "zh"),
        ([], {"LANG": "fr_FR.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "en_US.UTF-8", "CQPAIR_LANG": "zh"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "CQPAIR_LANG": "en"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "CQPAIR_LANG": ""}, "en"),
        (["--lang", "zh"], {"LANG": "en_US.UTF-8", "CQPAIR_LANG": "en"}, "zh"),
        (["--lang=en"], {"CQPAIR_LANG": "zh"}, "en"),
        (["--lang", "en", "--lang", "zh"], {}, "zh"),
    ],
)
def test_the_language_is_the_option_else_the_setting_else_the_locale_else_chinese(
    words: list[str],
    environment: dict[str, str],
    lang: str,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert run(*words, "partners", "巫山", "--format", "plain").out == "北碚区\n铜梁区\n"
    assert ("Usage" in run(*words, "pairs", "--help").out) is (lang == "en")
    assert ("No unit" in run(*words, "partners", "北培区").err) is (lang == "en")


def test_a_language_that_is_none_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    results = [run("--lang", "fr", "pairs")]
    monkeypatch.setenv("CQPAIR_LANG", "fr")
    results.append(run("pairs"))
    for result in results:
        assert (result.code, result.out) == (2, "")
        assert all(word in result.err for word in ("fr", "zh", "en"))


def test_a_report_is_chinese_whatever_the_language(data: Path, run: Run) -> None:
    words = ("report", "--quarter", "2021Q2", "--format", "markdown")
    assert run("--lang", "en", *words).out == run("--lang", "zh", *words).out
    assert data.is_dir()


def test_the_version_is_an_answer_and_no_command_is_wrong_use(run: Run) -> None:
    assert run("--version") == (0, f"cqpair {__version__}\n", "")
    nothing = run()
    assert (nothing.code, nothing.out) == (2, "")
    assert nothing.err == run("--help").out


def test_the_version_has_a_short_name_too(run: Run) -> None:
    assert run("-V") == run("--version")
    assert "cqpair -V" in run("pairs", "-V").err


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_is_a_command_too(lang: str, run: Run) -> None:
    assert run("--lang", lang, "help") == run("--lang", lang, "--help")
    for command in COMMANDS:
        assert run("--lang", lang, "help", command) == run("--lang", lang, command, "--help")
    assert run("help", "none").code == 2


@pytest.mark.usefixtures("data")
def test_quiet_leaves_notes_out_and_errors_in(run: Run) -> None:
    words = ("pairs", "--region", "渝东北")
    told = run(*words)
    assert told.err
    for quiet in (("-q", *words), (*words, "-q"), (*words, "--quiet"), ("--quiet", *words)):
        assert run(*quiet) == (0, told.out, "")
    assert run(*words) == told, "it is said anew each time"
    for wrong in (["partners", "北培区"], ["pairs", "--format", "xml"]):
        assert run("-q", *wrong) == run(*wrong) == run(*wrong, "-q")
    assert run("-q", "init", "made").err == ""


@pytest.mark.parametrize("columns", [20, 40, 80, 200])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", ["", "report", "validate", "schema", "fmt"])
def test_help_fits_the_terminal_and_loses_nothing(
    command: str, lang: str, columns: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("--lang", lang, *command.split(), "--help")
    whole = run(*words).out
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr(console, "is_terminal", lambda: True)
    shown = run(*words).out
    assert "".join(shown.split()) == "".join(whole.split())
    widest = max(map(width, shown.splitlines()))
    assert widest <= min(columns, 100)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_an_answer_in_both_languages(command: str, lang: str, run: Run) -> None:
    result = run("--lang", lang, *command.split(), "--help")
    golden = GOLDEN / f"{command or 'cqpair'}.{lang}.txt"
    if os.environ.get("CQPAIR_UPDATE_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(result.out, encoding="utf-8")
    assert (result.code, result.err) == (0, "")
    assert result.out == golden.read_text(encoding="utf-8")


def test_help_lists_every_command_and_no_golden_text_is_left_over(run: Run) -> None:
    listed = run("--lang", "en", "--help").out.partition("Commands:\n")[2].splitlines()
    assert tuple(line.split()[0] for line in listed) == COMMANDS
    names = {f"{name}.{lang}.txt" for name in ("cqpair", *COMMANDS) for lang in ("zh", "en")}
    assert {path.name for path in GOLDEN.iterdir()} == names


def test_init_makes_a_folder_of_the_shipped_tables_that_validates(run: Run) -> None:
    made = run("init", "new/deep")
    assert made.code == 0
    assert "new/deep" in made.out
    for name in ("pairings.yaml", "tasks.yaml"):
        for made_there, shipped in zip(
            Path("new/deep", name).read_bytes().splitlines(),
            (DATA / name).read_bytes().splitlines(),
            strict=True,
        ):
            assert made_there == shipped.replace(b"=../schemas/", b"=schemas/")  # for editors
    assert Path("new/deep/activities").is_dir()
    assert Path("new/deep/submissions").is_dir()
    assert run("--data", "new/deep", "validate", "--strict", "--on", "2025-11-05").code == 0


@pytest.mark.parametrize("existing", ["pairings.yaml", "tasks.yaml", "activities", "submissions"])
def test_init_refuses_what_is_there_and_changes_nothing(existing: str, run: Run) -> None:
    Path("old").mkdir()
    Path("old", existing).write_text("mine", encoding="utf-8")
    result = run("init", "old")
    assert (result.code, result.out) == (2, "")
    assert f"old/{existing}" in result.err
    assert "Errno" not in result.err
    assert [path.name for path in Path("old").iterdir()] == [existing]
    assert Path("old", existing).read_text(encoding="utf-8") == "mine"


def test_init_where_nothing_can_be_written_exits_2(run: Run) -> None:
    Path("file").write_text("mine", encoding="utf-8")
    for target in ("file", "file/new"):
        result = run("init", target)
        assert (result.code, result.out) == (2, "")
        assert target in result.err
    assert Path("file").read_text(encoding="utf-8") == "mine"
