"""The house rules: tools that must pass, registries that are complete, sizes, and quick starts."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from conftest import DATA, ROOT
from cqpair.cli.app import COMMANDS, module_of
from cqpair.lint import RULES
from cqpair.lint.rule import Rule
from cqpair.read.readers import READERS
from cqpair.read.return_file import SHEETS

pytestmark = pytest.mark.tools

SOURCES = sorted((ROOT / "src" / "cqpair").rglob("*.py"))
MOST_LINES = 400
MOST_IN_FUNCTION = 40
HEAVY = {"pydantic", "rich", "decimal", "tempfile", "csv", "openpyxl"}
READING = {"decimal", "csv"}  # which records are read with
RULES_SAY = {"cqpair.lint"}  # rules come with their manuals
IMPORTED = """
import json, sys
from cqpair.cli import main
code = main(sys.argv[1:])
names = {".".join(name.split(".")[:parts]) for name in sys.modules for parts in (1, 2)}
print(json.dumps([code, sorted(names)]), file=sys.stderr)
"""
# Folders that hold what tools made, not what people wrote.
MADE = {".git", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
MACHINE = re.compile(
    r"(?<![\w.])/wor[k]/|\.\./share[d]|/tmp/ven[v]\b|\.librar[y]\b|/(home|root)/\w"
)


def tool(name: str) -> str:
    """A tool of the environment that runs the tests."""
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    assert found, f"{name} is part of the dev extra"
    return found


@pytest.mark.parametrize(
    "words", ["ruff check", "ruff format --check", "mypy", "lint-imports"], ids=lambda w: w
)
def test_the_tool_passes(words: str) -> None:
    name, *arguments = words.split()
    done = subprocess.run(
        [tool(name), *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace"
    )
    assert done.returncode == 0, done.stdout + done.stderr


def modules(folder: str, pattern: str = "*.py") -> Iterator[str]:
    """The modules of a folder of the package."""
    for path in sorted((ROOT / "src" / "cqpair" / folder).glob(pattern)):
        if not path.stem.startswith("__"):
            yield f"cqpair.{folder}.{path.stem}"


def test_rule_codes_are_unique_and_in_reading_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes), key=lambda code: ("FTADSR".index(code[0]), code))
    assert all(re.fullmatch(r"F1\d\d|T2\d\d|A3\d\d|D4\d\d|S5\d\d|R6\d\d", code) for code in codes)
    names = [rule.name for rule in RULES]
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)


def test_every_family_of_rules_is_registered() -> None:
    registered = [rule.code for rule in RULES]
    for name in modules("lint"):
        if name != "cqpair.lint.run":  # which runs them all
            here = vars(import_module(name))
            written = {key: rule.code for key, rule in here.items() if isinstance(rule, Rule)}
            assert list(written) == list(written.values()), "a rule is called by its code"
            assert sorted(set(written) - set(registered)) == [], "not in RULES"
            assert [rule.code for rule in here.get("RULES", ())] == list(written), name


@pytest.mark.parametrize("name", [name for name in modules("lint") if name != "cqpair.lint.run"])
def test_the_first_line_of_a_family_names_its_rules(name: str) -> None:
    """By its code, a span (A301 to A305), or what its codes begin with (F1xx, T22x)."""
    family = vars(import_module(name))
    first = family["__doc__"].splitlines()[0]
    begun = tuple(re.findall(r"([FTADSR]\d+)x", first))
    spans = [(a, b or a) for a, b in re.findall(r"([FTADSR]\d{3})(?: to (\w{4}))?", first)]
    codes = [rule.code for rule in family.get("RULES", ()) if not rule.code.startswith(begun)]
    assert [code for code in codes if not any(a <= code <= b for a, b in spans)] == []


def test_every_reader_of_a_file_is_registered() -> None:
    files = [vars(import_module(name)) for name in modules("read", "*_file.py")]
    readers = {names["read_records"] for names in files if "read_return" not in names}
    assert readers == {*READERS.values(), *SHEETS.values()}
    assert {".csv", ".yaml", ".xlsx"} <= set(READERS)


def test_every_command_is_registered() -> None:
    runnable = {name for name in modules("cli") if hasattr(import_module(name), "run")}
    assert runnable == {*map(module_of, COMMANDS), "cqpair.cli.app"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_files_and_functions_fit_a_screen_or_a_few(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) < MOST_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno + 1 < MOST_IN_FUNCTION, node.name


@pytest.mark.parametrize(
    ("words", "never"),
    [
        ("partners 巫山县", HEAVY | RULES_SAY),
        ("partners --format plain 江北县", HEAVY | RULES_SAY),
        ("pairs", HEAVY - {"decimal"} | RULES_SAY),
        ("--version", HEAVY | RULES_SAY | {"yaml"}),
        ("tasks", HEAVY - {"decimal"} | RULES_SAY),
        ("activities", HEAVY - READING),
        ("validate", HEAVY - READING),
        ("report --quarter 2021Q2", HEAVY - READING),
        ("report --quarter 2021Q2 --format markdown", HEAVY - READING),
        ("partners 巫山县 --format json", HEAVY | RULES_SAY),
        ("pairs --format json", HEAVY - {"decimal"} | RULES_SAY),
        ("tasks --format json", HEAVY - {"decimal"}),
        ("activities --format json", HEAVY - READING),
        ("validate --format json", HEAVY - READING),
        ("report --quarter 2021Q2 --format json", HEAVY - READING),
        ("report --quarter 2021Q2 --format csv", HEAVY - READING),
        ("schema pairings", HEAVY - {"decimal"}),
    ],
)
def test_a_command_imports_only_what_it_uses(words: str, never: set[str]) -> None:
    environment = {**os.environ, "PYTHONUTF8": "1", "CQPAIR_DATA": str(DATA)}
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED, *words.split()],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    code, imported = json.loads(done.stderr.splitlines()[-1])
    assert code == 0
    assert sorted(never & set(imported)) == []


def written_files() -> Iterator[Path]:
    """Every file that somebody wrote, whether it is under version control yet or not."""
    for at, folders, files in os.walk(ROOT):
        here = Path(at)
        folders[:] = [
            name
            for name in folders
            if name not in MADE
            and not name.endswith(".egg-info")
            and not (here / name / "pyvenv.cfg").exists()
        ]
        yield from (here / name for name in files if name not in MADE)  # `.git` of a worktree


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    found = [
        path.relative_to(ROOT).as_posix()
        for path in written_files()
        if path.name != "pyproject.toml"
        and MACHINE.search(path.read_bytes().decode("utf-8", "replace"))
    ]
    assert found == []
