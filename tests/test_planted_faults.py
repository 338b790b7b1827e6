"""One wrong character anywhere in pairings.yaml is told on its line, or has changed nothing.

What “told on its line” means:

* the line of the character. A line break put in or taken out touches the line after it too;
* a YAML mistake is noticed by the parser at the next token, so one line below is near enough;
* a key that is gone is told where its row begins, since there is no line left to point at;
* a name or number that now clashes may be told at the other place, with this line as related.

What no program can know is let pass: the words of a title, a source or a description, and a value
that is still one of its kind (another letter in a pinyin, another digit in a code or date).
"""

import random
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pytest

from conftest import DATA
from cqpair.book import Book
from cqpair.lint.rule import Problem
from cqpair.lint.run import check
from cqpair.store.folder import open_tasks, tables_from

TEXT = (DATA / "pairings.yaml").read_text("utf-8")
ON = date(2026, 9, 21)
TASKS = open_tasks(DATA)
PLANTED = "区县江北0 9a:,-#[]{}，：\n&*!|>%@`"  # quotes: see MENDED
STRUCTURE = "{}[]:,- \n"
SAMPLES = 450
WORDS = {"title", "number", "issuer", "annex", "text", "source"}
STILL_OF_ITS_KIND = {"pinyin", "initials", "full_name", "office", "name", "code", "until", "date"}
STILL_OF_ITS_KIND |= {"announced", "pairings_kept", "kind"}
PAIRINGS = TEXT.index("\npairings:\n") + 1

Leaf = tuple[tuple[str | int, ...], object]


class Fault(NamedTuple):
    """A character planted in the text: which, where, and what became of the text."""

    line: int
    lines: range
    text: str
    told: str


def _plant(at: int, how: str, character: str) -> Fault:
    old = "" if how == "insert" else TEXT[at]
    new = "" if how == "delete" else character
    line = TEXT.count("\n", 0, at) + 1
    last = line + ("\n" in old + new)
    text = TEXT[:at] + new + TEXT[at + len(old) :]
    return Fault(line, range(line, last + 1), text, f"line {line}: {how} {old!r} {new!r}")


def _book(text: str) -> Book:
    return tables_from(text.encode(), [], ON)._replace(tasks=TASKS)


def _values(book: Book) -> dict[tuple[str | int, ...], object]:
    tables = book.tables
    return {
        **dict(_leaves(tables.notice and tables.notice.value, ("notice",))),
        **dict(_leaves(tables.expect and tables.expect.value, ("expect",))),
        **dict(_leaves(tuple(row.value for row in tables.units), ("units",))),
        **dict(_leaves(book.pairings, ("pairings",))),
    }


def _leaves(value: object, path: tuple[str | int, ...]) -> Iterator[Leaf]:
    if not isinstance(value, tuple):
        yield path, value
        return
    names: tuple[str | int, ...] = getattr(value, "_fields", tuple(range(len(value))))
    yield (*path, "length"), len(value)
    for name, item in zip(names, value, strict=True):
        yield from _leaves(item, (*path, name))


SOUND = _book(TEXT)
VALUES = _values(SOUND)


def _problems(book: Book) -> list[Problem]:
    return list(check(book).problems)


def _row_start(text: str, line: int) -> int:
    """The line on which the row or section that holds `line` begins."""
    lines = text.split("\n")
    starts = (n for n in range(line, 0, -1) if lines[n - 1].startswith("  - name"))
    top = (n for n in range(line, 0, -1) if lines[n - 1][:1].isalpha())
    start = max(next(starts, 1), next(top, 1))
    is_section = lines[start - 1][:1].isalpha()
    return start + is_section


def _is_placed(problem: Problem, fault: Fault) -> bool:
    line = problem.place.line
    if line is None:
        return False
    if line in fault.lines or any(r.place.line in fault.lines for r in problem.related):
        return True
    if problem.code in ("F104", "F106"):  # a row whose first line is lost repeats keys
        return line == fault.lines[-1] + 1
    return problem.code == "F108" and line == _row_start(TEXT, fault.line)


def _silent(book: Book) -> set[str]:
    """The keys whose values changed."""
    values = _values(book)
    changed = {k for k in VALUES.keys() | values.keys() if VALUES.get(k) != values.get(k)}
    return {next(str(part) for part in reversed(k) if isinstance(part, str)) for k in changed}


def _slips(fault: Fault) -> str | None:
    """How the fault slips through, or None."""
    book = _book(fault.text)
    problems = _problems(book)
    if not problems:
        changed = _silent(book) - WORDS - STILL_OF_ITS_KIND
        return f"{fault.told}: silently changed {sorted(changed)}" if changed else None
    if any(_is_placed(problem, fault) for problem in problems):
        return None
    places = [(p.code, p.place.line, p.message) for p in problems]
    return f"{fault.told}: told elsewhere, {places}"


def _sampled() -> Iterator[Fault]:
    chance = random.Random(20210219)
    for _ in range(SAMPLES):
        at, how = chance.randrange(len(TEXT)), chance.choice(("delete", "insert", "replace"))
        fault = _plant(at, how, chance.choice(PLANTED))
        if not _opens_a_comment(fault):
            yield fault


def _opens_a_comment(fault: Fault) -> bool:
    """Whether the words of a comment now stand outside it: see MENDED."""
    lines = fault.text.split("\n")[: TEXT[: TEXT.index("notice:")].count("\n")]
    return any(line and not line.startswith("#") for line in lines)


def _structural() -> Iterator[Fault]:
    chance = random.Random(17)
    for at in range(PAIRINGS, len(TEXT)):
        if TEXT[at] in STRUCTURE:
            yield _plant(at, chance.choice(("delete", "replace")), chance.choice("区9a;"))


def test_nothing_is_told_of_the_sound_table() -> None:
    assert _problems(SOUND) == []


@pytest.mark.slow
def test_a_character_planted_anywhere_is_told_on_its_line_or_changes_nothing() -> None:
    slips = [slip for fault in _sampled() if (slip := _slips(fault))]
    assert slips == []


@pytest.mark.slow
def test_a_broken_structural_character_of_the_pairings_is_told_on_its_line() -> None:
    slips = [slip for fault in _structural() if (slip := _slips(fault))]
    assert slips == []


# Pieces of the file, and what one character makes of them, that slipped through once.
MENDED = {
    "a year that is not the notice's": ("number: 渝科协发〔2021", "number: 渝科协发〔2022"),
    "a date of another year": ("date: 2021", "date: 2012"),
    "a number beyond the annex": ("{no: 11,", "{no: 119,"),
    "a mark in a pinyin": ("pinyin: dianjiang", "pinyin: dianjian[g"),
    "a mark in initials": ("initials: bb", "initials: b{"),
    "initials that are not the pinyin's": ("initials: fd", "initials: d"),
    "a letter too few at the end": ("pinyin: fuling", "pinyin: fulin"),
    "a letter too few within": ("pinyin: wushan", "pinyin: wusan"),
    "a letter too few, the initials' own": ("pinyin: kaizhou", "pinyin: kazhou"),
    "a letter of another name's pinyin": ("pinyin: gaoxin}", "pinyin: gaoxing}"),
    "a kind against the name's ending": ("万州区\n    kind: 区", "万州区\n    kind: 县"),
    "a year of three digits": ("until: 2011", "until: 211"),
    "a mark in another name": ("万盛区", "万`区"),
    "a comment broken in two": ("# 单位代码", "# 单\n位代码"),
    "an open quote before another quote": ("{name: 万盛区", "{name: '万盛区"),
}


@pytest.mark.parametrize("name", MENDED)
def test_a_fault_that_slipped_through_once_is_told_on_its_line(name: str) -> None:
    _assert_told(name)


def _assert_told(name: str) -> None:
    old, new = MENDED[name]
    text = TEXT.replace(old, new, 1)
    at = next(i for i in range(len(TEXT)) if TEXT[i] != text[i])
    line = TEXT.count("\n", 0, at) + 1
    fault = Fault(line, range(line, line + 2), text, name)
    problems = _problems(_book(text))
    assert any(_is_placed(problem, fault) for problem in problems)
