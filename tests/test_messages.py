"""The message catalogue: complete in both languages, nothing missing and nothing left over."""

import ast
import errno
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest

import cqpair
from cqpair import lint, messages
from cqpair.cli.app import COMMANDS
from cqpair.fields import COLUMNS
from cqpair.lint import RULES
from cqpair.lint.rule import InWords, OfRejects, Rule
from cqpair.messages import texts_of

PACKAGE = Path(cqpair.__file__).parent
TOPICS = {topic: texts_of(topic) for topic in messages.TOPICS}
TEXTS = {f"{topic}.{name}": text for topic, texts in TOPICS.items() for name, text in texts.items()}


def words_of(rule: Rule) -> Iterator[tuple[str, tuple[str, str]]]:
    """What a rule says, by what each is: its sentences and its manual."""
    for variant, sentence in rule.sentences.items():
        name = f"{rule.code}-{variant}" if variant else rule.code
        yield name, sentence.text
        yield f"{name}.fix", sentence.fix
    manual = rule.manual
    yield from ((f"{rule.code}.{part}", getattr(manual, part)) for part in ("title", "what", "why"))
    if isinstance(manual.example, InWords):
        yield f"{rule.code}.wrong", manual.example.wrong
        yield f"{rule.code}.right", manual.example.right


RULES_SAY = {key: text for rule in RULES for key, text in words_of(rule)}
CHINESE_ONLY = ("document", "report")
"""What an office signs, and what stands on it, is Chinese whatever language the program speaks."""
CATALOGUE = {key: text for key, text in TEXTS.items() if isinstance(text, tuple)}
SPOKEN = {**CATALOGUE, **RULES_SAY}
TOPIC = "|".join(map(re.escape, (*TOPICS, "rules")))
KEY = re.compile(rf"(?:{TOPIC})\.[A-Za-z0-9_.-]+")

REJECTING = ("read", "records", "remarks", "settings", "shape", "store", "values")
NOT_PROBLEMS = {
    "store.no-folder",  # wrong use, which tells its way out itself
    "store.no-tables",
    "store.none-found",
    "remarks.left-out",  # of a report
    "remarks.hint",
    "remarks.readme",
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
WORDS = {w for w in CONSTANTS if len(w) < 25} | NUMBERS

Composed = tuple[str | None, ...]
"""The pieces of an f-string; None is a hole, which any word that the code knows may fill."""


def composed() -> set[Composed]:
    """F-strings that begin with a topic."""
    found = set()
    for node in NODES:
        if isinstance(node, ast.JoinedStr):
            first = node.values[0]
            if isinstance(first, ast.Constant) and re.match(rf"(?:{TOPIC})\.", str(first.value)):
                pieces = (p.value if isinstance(p, ast.Constant) else None for p in node.values)
                found.add(tuple(None if piece is None else str(piece) for piece in pieces))
    return found


def makes(pieces: Composed, key: str) -> bool:
    """True when `pieces` can be filled so that they are `key`."""
    match pieces:
        case ():
            return not key
        case (None, *others):
            ends = (end for end in range(len(key) + 1) if key[:end] in WORDS)
            return any(makes(tuple(others), key[end:]) for end in ends)
        case (str(piece), *others):
            return key.startswith(piece) and makes(tuple(others), key[len(piece) :])
    raise AssertionError(pieces)


TEMPLATES = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.jinja"))
NAMED = {text for text in CONSTANTS if KEY.fullmatch(text)}
NAMED |= set(re.findall(r'say\("([^"]+)"', TEMPLATES))
COMPOSED = {pieces: {key for key in TEXTS if makes(pieces, key)} for pieces in composed()}
REASONS = {f"reasons.{name}" for name in (*vars(errno), "other", "none")}
USED = NAMED.union(*COMPOSED.values()) | REASONS


FAMILIES = [
    module
    for found in pkgutil.iter_modules(lint.__path__, "cqpair.lint.")
    if "RULES" in vars(module := import_module(found.name)) and found.name != "cqpair.lint.run"
]


def variants_in(family: ModuleType) -> Iterator[str]:
    """The variants of sentences that a module writes out: in a Finding or a Slip, or on the way."""
    for node in ast.walk(ast.parse(Path(str(family.__file__)).read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id="Finding" | "Slip"), args=[_, _, variant, *_]):
                pass
            case ast.Assign(targets=[ast.Name(id="variant")], value=variant):
                pass
            case _:
                continue
        texts = [variant.body, variant.orelse] if isinstance(variant, ast.IfExp) else [variant]
        yield from (str(text.value) for text in texts if isinstance(text, ast.Constant))


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_the_code_is_really_searched() -> None:
    assert len(NAMED) > 100
    assert {"cli.no-period", "help.quarter", "values.money", "problems.first"} <= NAMED
    assert {"A303-county.fix", "A303.why", "F101.wrong"} <= RULES_SAY.keys()


def test_every_module_of_sentences_is_that_of_a_topic() -> None:
    written = {
        (module.name if name == "TEXTS" else name.lower(), module.name)
        for module in pkgutil.iter_modules(messages.__path__)
        for name in vars(import_module(f"cqpair.messages.{module.name}"))
        if name.isupper() and not name.startswith("_")
    }
    assert written == set(messages.TOPICS.items())


def test_every_sentence_that_the_code_names_exists() -> None:
    of_rules = {f"rules.{rule.code}" for rule in RULES if "" in rule.sentences}
    assert sorted(NAMED - set(TEXTS) - of_rules) == []


def test_every_composed_name_finds_sentences() -> None:
    assert [pieces for pieces, keys in COMPOSED.items() if not keys] == []


def test_every_sentence_is_used() -> None:
    fixes = {f"{key}.fix" for key in USED}
    assert sorted(set(TEXTS) - USED - fixes) == []


@pytest.mark.parametrize("topic", TOPICS)
def test_every_sentence_has_chinese_and_english_and_documents_are_chinese(topic: str) -> None:
    for key, text in TOPICS[topic].items():
        if topic in CHINESE_ONLY:
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
    every = TEXTS | RULES_SAY
    chinese = {key: text if isinstance(text, str) else text[0] for key, text in every.items()}
    assert [key for key, text in chinese.items() if narrow.search(LITERALS.sub("", text))] == []


def test_every_problem_has_its_way_out_and_every_way_out_its_problem() -> None:
    for topic in REJECTING:
        keys = {f"{topic}.{name}" for name in TOPICS[topic]}
        fixes = {key for key in keys if key.endswith(".fix")}
        problems = keys - fixes - NOT_PROBLEMS
        assert {f"{key}.fix" for key in problems} == fixes


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_sentences_where_no_reject_has_them(rule: Rule) -> None:
    assert bool(rule.sentences) is not isinstance(rule.check, OfRejects)
    for text in dict(words_of(rule)).values():
        assert len(text) == 2
        assert all(part.strip() for part in text)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_every_variant_that_a_check_names_is_a_sentence_of_its_family(family: ModuleType) -> None:
    """That each sentence is told is shown by the folders of its rule."""
    known = {variant for rule in family.RULES for variant in rule.sentences}
    assert sorted(set(variants_in(family)) - known) == []


def test_every_command_has_its_help() -> None:
    assert [name for name in COMMANDS if f"help.{name}" not in TEXTS] == []


def test_every_column_is_told_what_it_holds() -> None:
    assert [c.key for c in COLUMNS if f"columns.{c.key}" not in TEXTS] == []


QUARTER = r"\{(?:quarter|period)\}"


def test_a_quarter_stands_in_chinese_without_blanks() -> None:
    loose = re.compile(rf"[{WIDE}}}] {QUARTER}|{QUARTER} [{WIDE}{{]")
    assert [key for key, (chinese, _) in SPOKEN.items() if loose.search(chinese)] == []


def test_a_number_chooses_its_word() -> None:
    text = ("{n}条", "{n} {n:record differs|records differ}, {n:,}")
    with messages.speaking("en"):
        told = [messages.fill(text, n=n) for n in (0, 1, 2, 1000)]
    assert told == [
        "0 records differ, 0",
        "1 record differs, 1",
        "2 records differ, 2",
        "1000 records differ, 1,000",
    ]
    with messages.speaking("zh"):
        assert messages.fill(text, n=1) == "1条"


@pytest.mark.parametrize(
    ("told", "typed"),
    [
        ("天气", "天气"),
        ("投入（万元）", "投入（万元）"),
        ("天 气", '"天 气"'),
        ("天气\n情况", '"天气 情况"'),
        ("天气(晴)", '"天气(晴)"'),
        ("a\x1b[31m", '"a [31m"'),
        ("报表/二季度", "报表/二季度"),
    ],
)
def test_what_is_to_be_typed_is_one_argument(told: str, typed: str) -> None:
    assert messages.say("return_file.folder.fix", folder=told) == (
        f"里面有报来的表的，把这个文件夹也写上：“cqpair import {typed}”；没有的，移到别处"
    )


def test_what_is_to_be_typed_may_be_long() -> None:
    assert len(messages.say("returns.unknown-column.fix", key="长" * 5000)) < 400


def test_no_english_sentence_leaves_its_number_open() -> None:
    assert [key for key, (_, english) in SPOKEN.items() if "(s)" in english] == []
