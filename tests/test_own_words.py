"""What a library or the system says of a fault is theirs: people read words of our own."""

import ast
import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from conftest import ROOT, Run
from cqpair import cli
from cqpair.cli import app
from cqpair.cli.help import explain_misuse
from cqpair.messages import LANGUAGES, language, reason, use

THEIRS = "zounds"
OWN = {  # exceptions of our own, whose text is a sentence or a key of ours
    *("CqpairError", "BaseDocumentError", "BadPeriodError", "BadValueError", "NoDataError"),
    *("MisshapenError", "UnknownCodeError", "UnusableTablesError", "_TooDeepError"),
}
TELLING = {"strerror", "problem", "message", "msg", "reason", "context"}
"""Attributes in which an exception of others keeps its words."""


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    before = language()
    yield
    use(before)


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_no_refusal_of_the_system_is_told_in_its_own_words(spoken: str) -> None:
    use(spoken)
    told = {number: reason(OSError(number, THEIRS)) for number in errno.errorcode}
    assert [number for number, text in told.items() if THEIRS in text or not text] == []


@pytest.mark.parametrize(("spoken", "expected"), [("zh", "错误代码 ECHILD"), ("en", "code ECHILD")])
def test_a_refusal_without_a_sentence_is_told_by_its_code(spoken: str, expected: str) -> None:
    use(spoken)
    assert reason(OSError(errno.ECHILD, THEIRS)).endswith(expected)


def test_a_refusal_that_has_not_even_a_name_is_told_by_its_number() -> None:
    use("en")
    assert reason(OSError(98765, THEIRS)).endswith("code 98765")


def test_an_error_without_a_code_is_not_told_in_its_own_words() -> None:
    use("en")
    assert reason(OSError(THEIRS)) == "the system gave no reason"


def test_a_file_that_another_program_holds_on_windows_is_told_as_such() -> None:
    use("en")
    held = PermissionError(errno.EACCES, THEIRS)
    held.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    assert reason(held) == "another program holds it"


def test_wrong_use_that_typer_never_told_before_is_told_in_words_of_our_own() -> None:
    use("en")
    told = explain_misuse(typer.TyperException(THEIRS), ["report"], app.COMMANDS)
    assert told.splitlines() == [
        "This command line cannot be understood.",
        "See `cqpair report --help`.",
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["init", "--demo=x", "d"], "--demo takes no value: give it or leave it out."),
        (["validate", "--strict=1"], "--strict takes no value: give it or leave it out."),
        (["report", "--quarter"], "--quarter needs a value."),
    ],
)
def test_a_flag_takes_no_value_and_another_option_needs_one(
    words: list[str], expected: str, run: Run
) -> None:
    result = run("--lang", "en", *words)
    assert result.code == 2
    assert result.err.splitlines()[0] == expected


def _named(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _tells(node: ast.AST, name: str) -> bool:
    """True when `node` makes a text of the exception `name`."""
    match node:
        case ast.Call(func=ast.Name(id="str" | "repr" | "format"), args=[inner, *_]):
            return _named(inner, name)
        case ast.FormattedValue(value=inner):
            return _named(inner, name)
        case ast.Attribute(value=inner, attr=attr):
            return _named(inner, name) and attr in TELLING
    return False


def _caught(handler: ast.ExceptHandler) -> set[str]:
    types = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return {ast.unparse(kind).rpartition(".")[2] for kind in types if kind}


def told_in_their_words(path: Path) -> list[str]:
    """Where a file makes a text of an exception that is not our own."""
    handlers = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler) and node.name and not _caught(node) <= OWN
    ]
    return [
        f"{path.name}:{handler.lineno}"
        for handler in handlers
        for node in ast.walk(handler)
        if _tells(node, handler.name or "")
    ]


def test_no_exception_of_others_becomes_a_text() -> None:
    sources = sorted((ROOT / "src" / "cqpair").rglob("*.py"))
    assert [place for path in sources for place in told_in_their_words(path)] == []


@pytest.mark.parametrize("text", ["str(e)", "f'{e}'", "e.strerror", "say(f'x: {e}')"])
def test_a_text_made_of_an_exception_is_found(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text(f"try:\n    x()\nexcept OSError as e:\n    tell({text})\n", encoding="utf-8")
    assert told_in_their_words(path) == ["a.py:3"]


def test_a_bug_is_told_by_the_kind_of_its_error_and_not_by_its_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(words: object) -> int:
        raise LookupError(THEIRS)

    monkeypatch.setattr(app, "run", fail)
    assert cli.main(["pairs"]) == 3
    told = capsys.readouterr().err
    assert "LookupError" in told
    assert THEIRS not in told
