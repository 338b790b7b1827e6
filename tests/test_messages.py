"""The message catalogue: complete in both languages, nothing missing and nothing left over."""

import ast
import errno
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

import cqpair
from cqpair import messages
from cqpair.cli.app import COMMANDS
from cqpair.lint import RULES
from cqpair.lint.examples import EXAMPLES
from cqpair.lint.rule import OfRejects

PACKAGE = Path(cqpair.__file__).parent
TOPICS: dict[str, dict[str, str | tuple[str, str]]] = {
    module.name: import_module(f"cqpair.messages.{module.name}").TEXTS
    for module in pkgutil.iter_modules(messages.__path__)
    if module.name != "rules_tables"  # a part of the topic `rules`
}
TEXTS = {f"{topic}.{name}": text for topic, texts in TOPICS.items() for name, text in texts.items()}
SPOKEN = {key: text for key, text in TEXTS.items() if isinstance(text, tuple)}
TOPIC = "|".join(map(re.escape, TOPICS))
KEY = re.compile(rf"(?:{TOPIC})\.[A-Za-z0-9_.-]+")

REJECTING = ("read", "records", "rules", "shape", "store", "values")
NOT_PROBLEMS = {
    "rules.first",  # words beside a related place
    "rules.other-pairing",
    "store.no-folder",  # wrong use, which tells its way out itself
    "store.no-tables",
    "store.none-found",
}
LITERALS = re.compile(
    r"编号,状态,开始日期,…|\[[^\]]*\]"
)  # the beginning of a CSV header; a YAML list
WIDE = "\u3000-\u303f\u3400-\u9fff\uff01-\uff60“”‘’"


def trees() -> Iterator[ast.Module]:
    """The syntax of every module that may say something."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parent.name != "messages":
            yield ast.parse(path.read_text(encoding="utf-8"))


NODES = [node for tree in trees() for node in ast.walk(tree)]
PIECES = {id(piece) for n in NODES if isinstance(n, ast.JoinedStr) for piece in n.values}
WHOLE = [n.value for n in NODES if isinstance(n, ast.Constant) and id(n) not in PIECES]
CONSTANTS = {value for value in WHOLE if isinstance(value, str)}
NUMBERS = {str(value) for value in WHOLE if type(value) is int}
WORDS = "|".join(map(re.escape, sorted({w for w in CONSTANTS if len(w) < 25} | NUMBERS)))


def patterns() -> set[str]:
    """F-strings that begin with a topic, each hole any word that the code knows."""
    found = set()
    for node in NODES:
        if isinstance(node, ast.JoinedStr):
            parts = [
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else f"(?:{WORDS})"
                for part in node.values
            ]
            first = node.values[0]
            if isinstance(first, ast.Constant) and re.match(rf"(?:{TOPIC})\.", str(first.value)):
                found.add("".join(parts))
    return found


TEMPLATES = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.jinja"))
NAMED = {text for text in CONSTANTS if KEY.fullmatch(text)}
NAMED |= set(re.findall(r'say\("([^"]+)"', TEMPLATES))
COMPOSED = {pattern: {k for k in TEXTS if re.fullmatch(pattern, k)} for pattern in patterns()}
MANUALS = {
    f"manual_{rule.code[0].lower()}.{rule.code}{part}"
    for rule in RULES
    for part in ("", ".what", ".why", *(() if rule.code in EXAMPLES else (".wrong", ".right")))
}
REASONS = {f"reasons.{name}" for name in (*vars(errno), "other", "none")}
USED = NAMED.union(*COMPOSED.values()) | MANUALS | REASONS


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_the_code_is_really_searched() -> None:
    assert len(NAMED) > 100
    assert {"cli.no-period", "help.quarter", "values.money", "rules.A303-county"} <= NAMED


def test_every_sentence_that_the_code_names_exists() -> None:
    assert sorted(NAMED - set(TEXTS)) == []


def test_every_composed_name_finds_sentences() -> None:
    assert [pattern[:40] for pattern, keys in COMPOSED.items() if not keys] == []


def test_every_sentence_is_used() -> None:
    fixes = {f"{key}.fix" for key in USED}
    assert sorted(set(TEXTS) - USED - fixes) == []


@pytest.mark.parametrize("topic", TOPICS)
def test_every_sentence_has_chinese_and_english(topic: str) -> None:
    for key, text in TOPICS[topic].items():
        if topic == "document":
            assert isinstance(text, str), key
        else:
            assert isinstance(text, tuple), key
            assert len(text) == 2, key
        assert all(part.strip() for part in ([text] if isinstance(text, str) else text)), key


def test_both_languages_say_the_same_things() -> None:
    assert [key for key, (zh, en) in SPOKEN.items() if fields(zh) != fields(en)] == []


def test_english_is_english_and_chinese_is_chinese() -> None:
    differing = {key: text for key, text in SPOKEN.items() if text[0] != text[1]}
    assert [key for key, (zh, _) in differing.items() if not re.search(f"[{WIDE}]", zh)] == []
    assert [key for key, (_, en) in SPOKEN.items() if re.search("[，。；？！]", en)] == []


def test_chinese_is_parted_by_chinese_marks() -> None:
    narrow = re.compile(rf"[{WIDE}}}]\s*[,;]\s*[{WIDE}{{]")
    chinese = {key: text if isinstance(text, str) else text[0] for key, text in TEXTS.items()}
    assert [key for key, text in chinese.items() if narrow.search(LITERALS.sub("", text))] == []


def test_every_problem_has_its_way_out_and_every_way_out_its_problem() -> None:
    for topic in REJECTING:
        keys = {f"{topic}.{name}" for name in TOPICS[topic]}
        fixes = {key for key in keys if key.endswith(".fix")}
        problems = keys - fixes - NOT_PROBLEMS
        assert {f"{key}.fix" for key in problems} == fixes


def test_every_rule_that_looks_for_itself_has_its_sentence() -> None:
    own = {rule.code for rule in RULES if not isinstance(rule.check, OfRejects)}
    keys = {name.partition("-")[0] for name in TOPICS["rules"] if not name.endswith(".fix")}
    assert keys - {"first", "other"} == own


def test_every_rule_has_a_manual_and_every_manual_a_rule() -> None:
    manuals = {key for key in TEXTS if key.startswith("manual_")}
    assert manuals == MANUALS


def test_every_command_has_its_help() -> None:
    assert [name for name in COMMANDS if f"help.{name}" not in TEXTS] == []
