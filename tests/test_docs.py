"""The documents: fresh, alike in both languages, and true about commands, options and columns."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from conftest import ROOT, load_script
from cqpair.book.submissions import (
    DECISIONS,
    ORIGINS,
    RECEIVED,
    Decision,
    Origin,
    Received,
    decisions_text,
    origins_text,
    received_text,
)
from cqpair.cli.app import COMMANDS
from cqpair.fields import COLUMNS
from cqpair.lint import RULES, Rule

ENGLISH, CHINESE = ROOT / "README.md", ROOT / "README.zh-CN.md"
READMES = (ENGLISH, CHINESE)
REFERENCES = (ROOT / "docs" / "reference.md", ROOT / "docs" / "reference.zh-CN.md")
QUARTERS = (ROOT / "docs" / "quarter.md", ROOT / "docs" / "quarter.zh-CN.md")
TUTORIALS = (ROOT / "docs" / "tutorial.md", ROOT / "docs" / "tutorial.zh-CN.md")
INDEXES = (ROOT / "docs" / "index.md", ROOT / "docs" / "index.zh-CN.md")
DATA_PAGE, ADOPTION = ROOT / "docs" / "data.md", ROOT / "docs" / "adoption.md"
ARCHITECTURE = ROOT / "docs" / "architecture.md"
MOST_LINES, FIRST_SCREEN = 200, 32
PAGES = (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"))
REPORT = (
    "python3 -m venv .venv && .venv/bin/pip install -q . && "
    ".venv/bin/cqpair report --quarter 2021Q2"
)
TESTS = (
    "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && .venv/bin/python -m pytest"
)


@pytest.fixture(scope="module")
def runs() -> ModuleType:
    return load_script("runs")


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def prose(path: Path) -> str:
    """A page without its fenced blocks."""
    return re.sub(r"^(`{3,}).*?^\1$", "", read(path), flags=re.MULTILINE | re.DOTALL)


def blocks(path: Path, language: str) -> list[str]:
    """The fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", read(path), re.MULTILINE | re.DOTALL)


def marked_runs(path: Path) -> list[str]:
    return re.findall(r"^<!-- run.*?-->$", read(path), re.MULTILINE)


def slugs(path: Path) -> set[str]:
    """The anchors that GitHub gives the headings of a page."""
    titles = re.findall(r"^#+ (.+)$", prose(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title).lower().replace(" ", "-") for title in titles}


@pytest.mark.tools
def test_pasted_runs_and_generated_pages_are_what_the_program_says_now(runs: ModuleType) -> None:
    stale = [path.name for path in runs.stale_pages(runs.fresh_pages())]
    assert not stale, "python docs/runs.py rewrites them"


def test_a_run_that_was_changed_by_hand_is_put_right(runs: ModuleType) -> None:
    page = "before\n<!-- run: cqpair partners ws -->\nold\n<!-- end -->\nafter\n"
    filled = runs.fill(page, "zh")
    assert "巫山县、万盛经开区" in filled
    assert "\n$ echo $?\n1\n" in filled
    assert "old" not in filled
    assert filled.startswith("before\n")
    assert filled.endswith("\nafter\n")
    assert runs.fill(filled, "zh") == filled


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("first 1", ["江北县", "……"]),
        ("last 1", ["……", "渝北区"]),
        ("last 9", ["江北县", "渝北区"]),
        ("whole", ["江北县", "渝北区"]),
    ],
)
def test_a_run_may_be_shown_in_part_and_without_its_exit_code(
    runs: ModuleType, part: str, shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "_called", lambda *_: (1, "江北县\n渝北区\n"))
    run = f"<!-- run, {part}: cqpair x -->"
    filled = runs.fill(f"{run}\n<!-- end -->\n", "zh")
    lines = [run, "```text", "$ cqpair x", *shown, "```", "<!-- end -->", ""]
    assert filled == "\n".join(lines)


@pytest.mark.parametrize(
    "page",
    [
        "<!-- run: cqpair pairs -->\n",
        "<!-- run: cqpair pairs -->\n<!-- run: cqpair pairs -->\n<!-- end -->\n",
    ],
)
def test_a_run_without_its_end_is_refused(runs: ModuleType, page: str) -> None:
    with pytest.raises(ValueError, match="no end"):
        runs.fill(page, "zh")


def test_check_fails_on_a_stale_page_and_writing_mends_it(
    runs: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = tmp_path / "page.md"
    page.write_text("old\n", encoding="utf-8")
    monkeypatch.setattr(runs, "fresh_pages", lambda: {page: "new\n"})
    assert runs.main(["--check"]) == 1
    assert read(page) == "old\n"
    assert runs.main([]) == 0
    assert read(page) == "new\n"
    assert runs.main(["--check"]) == 0
    assert capsys.readouterr().out == "page.md: stale\npage.md: written\n"


@pytest.mark.parametrize(
    ("english", "chinese"),
    [READMES, REFERENCES, QUARTERS, TUTORIALS, INDEXES],
    ids=["readme", "reference", "quarter", "tutorial", "index"],
)
def test_both_languages_have_the_same_sections_runs_commands_and_tables(
    english: Path, chinese: Path
) -> None:
    def outline(path: Path) -> list[str]:
        return re.findall(r"^#+(?= )", prose(path), re.MULTILINE)

    def table_rows(path: Path) -> list[int]:
        return [line.count("|") for line in prose(path).splitlines() if line.startswith("|")]

    def items(path: Path) -> int:
        return len(re.findall(r"^- ", prose(path), re.MULTILINE))

    def links(path: Path) -> list[str]:
        found = re.findall(r"\]\(([^)#\s]+)", prose(path))
        return sorted(target.replace(".zh-CN", "") for target in found)

    assert outline(english) == outline(chinese)
    assert marked_runs(english) == marked_runs(chinese)
    assert table_rows(english) == table_rows(chinese)
    assert items(english) == items(chinese)
    assert links(english) == links(chinese)
    for language in ("sh", "bat", "yaml"):
        assert blocks(english, language) == blocks(chinese, language)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_shown_by_a_run(command: str) -> None:
    shown = "\n".join(marked_runs(ENGLISH) + marked_runs(REFERENCES[0]))
    assert re.search(rf": cqpair {command}\b", shown)


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_set_up_is_one_line_for_the_report_and_one_for_the_tests(readme: Path) -> None:
    assert blocks(readme, "sh") == [f"{REPORT}\n", f"{TESTS}\n"]
    lines = read(readme).splitlines()
    assert max(lines.index(REPORT), lines.index(TESTS)) < FIRST_SCREEN
    assert len(lines) <= MOST_LINES
    requires = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]["requires-python"]
    assert f"Python {requires.removeprefix('>=')}" in prose(readme)


def test_contributing_names_the_same_test_command() -> None:
    assert blocks(ROOT / "CONTRIBUTING.md", "sh")[0] == f"{TESTS}\n"


def test_ci_run_does_what_the_test_command_does_and_nothing_else() -> None:
    script = read(ROOT / ".ci" / "run")
    _, install, test = TESTS.split(" && ")
    lines = [line.strip() for line in script.splitlines()]
    steps = [line.replace('"$venv/', ".venv/").replace('"', "", 1) for line in lines]
    assert [line for line in steps if line.startswith(".venv/")] == [
        ".venv/bin/pip install -q uv",
        """.venv/bin/uv pip install -q -p "$venv" --resolution lowest-direct -e '.[dev]'""",
        install,
        test,
    ]
    assert "python3 python3.14 python3.13 python3.12 python3.11" in script
    assert "-m venv" in script


def test_the_workflow_runs_ci_run_the_readme_commands_and_validate() -> None:
    workflow = read(ROOT / ".github" / "workflows" / "ci.yml")
    commands = [found.strip() for found in re.findall(r"^\s+run: (.+)$", workflow, re.MULTILINE)]
    on_windows = blocks(ENGLISH, "bat")[1].strip().replace("py -m", "python -m", 1)
    both_ends = ["bash .ci/run", "bash .ci/run lowest-direct", on_windows]
    site = [
        "pip install -q -e '.[dev,docs]' && python -m pytest tests/test_website.py",
        "python docs/website.py site",
    ]
    records = ".venv/bin/cqpair validate --strict"
    assert commands == [*both_ends, REPORT, records, *site]
    assert all(re.fullmatch(r"actions/\w+(-\w+)*@v\d+", use) for use in _uses(workflow))
    [same] = [block for block in blocks(ADOPTION, "yaml") if "pip install .\n" in block]
    assert set(_uses(same)) == set(_uses(workflow)) - {"actions/upload-artifact@v6"}
    assert list(re.findall(r"run: (.+)", same)) == [
        "pip install .",
        records.removeprefix(".venv/bin/"),
    ]


def _uses(workflow: str) -> list[str]:
    """The actions by their major version, which stands behind the commit where one is pinned."""
    workflow = re.sub(r"@[0-9a-f]{40} # (v\d+)\.\S+", r"@\1", workflow)
    return re.findall(r"uses: ([^.\s]\S*)", workflow)


def _links() -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)\s]+)\)", prose(page)):
            if "://" not in target:
                yield page, target


@pytest.mark.parametrize(
    ("page", "target"), [pytest.param(p, t, id=f"{p.name}-{t}") for p, t in dict.fromkeys(_links())]
)
def test_relative_links_lead_somewhere(page: Path, target: str) -> None:
    name, _, anchor = target.partition("#")
    path = page.parent / name if name else page
    assert path.exists()
    assert not anchor or anchor in slugs(path)


@pytest.mark.parametrize("page", [*REFERENCES, DATA_PAGE], ids=lambda path: path.name)
def test_the_table_of_columns_has_every_column_in_order_and_what_is_required(page: Path) -> None:
    rows = re.findall(r"^\| (\S+) \| `(\w+)` \| (.*)\|$", read(page), re.MULTILINE)
    marks = ("**required**", "**必填**", "是 yes")
    found = [(header, key, text.startswith(marks)) for header, key, text in rows]
    assert found == [(column.header, column.key, column.required) for column in COLUMNS]


def test_the_columns_of_what_was_received_are_told_in_their_order() -> None:
    files = {
        RECEIVED: (received_text(()), Received._fields),
        ORIGINS: (origins_text(()), Origin._fields),
        DECISIONS: (decisions_text(()), Decision._fields),
    }
    for name, (text, fields) in files.items():
        [row] = [line for line in read(DATA_PAGE).splitlines() if line.startswith(f"| `{name}` |")]
        told = re.findall(r"(\w+) `(\w+)`", row.split("|")[3])
        assert [header for header, _ in told] == text.strip().split(",")
        assert [key for _, key in told] == [key for key in fields if key != "place"]


@pytest.mark.parametrize(
    "page", [*READMES, *REFERENCES, *QUARTERS, *TUTORIALS, DATA_PAGE], ids=lambda path: path.name
)
def test_options_and_rules_that_a_page_names_exist(page: Path) -> None:
    known = read(ROOT / "docs" / "help.md") + read(ROOT / "docs" / "rules.md")
    named = set(re.findall(r"`cqpair[^`]*?(--[a-z-]+)|`(--[a-z-]+)", prose(page)))
    options = {option for pair in named for option in pair if option}
    codes = set(re.findall(r"\b[FTADSR]\d{3}\b", prose(page)))
    assert {option for option in options if not re.search(rf"  (?:-\w, )?{option}", known)} == set()
    assert {code for code in codes if f"## {code} " not in known} == set()


def test_every_rule_has_its_section_in_the_page_of_rules() -> None:
    sections = re.findall(r"^## (\w+) (\S+)$", read(ROOT / "docs" / "rules.md"), re.MULTILINE)
    rules = [(rule.code, rule.name) for rule in RULES]
    assert sorted(set(rules) - set(sections)) == [], "python docs/runs.py writes it"
    assert sections == rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_sentence_of_a_rule_has_its_row_in_the_page_of_messages(rule: Rule) -> None:
    keys = {f"rules.{rule.code}-{variant}".removesuffix("-") for variant in rule.sentences}
    page = read(ROOT / "docs" / "messages.md")
    rows = set(re.findall(rf"^\| {rule.code} \| `(rules\.[^`]+)` \|", page, re.MULTILINE))
    assert rows == keys, "python docs/scores.py writes it"


def test_the_layers_are_told_as_the_contract_has_them() -> None:
    contract = tomllib.loads(read(ROOT / "pyproject.toml"))["tool"]["importlinter"]["contracts"][0]
    [told] = [block for block in blocks(ARCHITECTURE, "text") if block.startswith("__main__ ")]
    lines = [re.split(r" {2,}", line, maxsplit=1) for line in told.splitlines()]
    assert [names for names, _ in lines] == contract["layers"]
    for names, said in lines:
        assert said.count(" | ") == names.count(" | ")


def test_files_and_folders_that_the_architecture_names_exist() -> None:
    named = re.findall(r"`([\w./-]+(?:\.[a-z]+|/))`", prose(ARCHITECTURE))
    assert len(named) > 20
    places = (ROOT, ROOT / "src" / "cqpair", ROOT / "src" / "cqpair" / "report")
    assert {name for name in named if not any((at / name).exists() for at in places)} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_commands_that_a_page_names_exist(page: Path) -> None:
    named = re.findall(r"[`/]cqpair (?:--\S+ \w+ )*([a-z]+)", read(page))
    assert set(named) <= set(COMMANDS)


@pytest.mark.parametrize("page", REFERENCES, ids=lambda path: path.name)
@pytest.mark.parametrize(
    ("command", "schema", "inner"),
    [
        ("partners", "partners", "AnswerShape"),
        ("pairs", "pairs", "PairShape"),
        ("tasks", "tasks-output", "AreaShape"),
        ("validate", "problems", "ProblemShape"),
        ("report", "report", None),
        ("import", "import", "ImportedFileShape"),
        ("status", "status", "OfficeStatusShape"),
        ("changes", "changes", "CorrectedCellShape"),
    ],
)
def test_the_promised_keys_of_an_answer_are_listed(
    page: Path, command: str, schema: str, inner: str | None
) -> None:
    told = json.loads(read(ROOT / "schemas" / f"{schema}.schema.json"))
    keys = [*told.get("properties", ()), *(told["$defs"][inner]["properties"] if inner else ())]
    *_, row = (line for line in read(page).splitlines() if line.startswith(f"| `{command}` |"))
    assert re.findall(r"`(\w+)`", row.split("|")[2]) == keys
