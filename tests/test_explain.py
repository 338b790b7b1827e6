"""`cqpair explain`: every rule's manual, complete in both languages."""

import re

import pytest

from conftest import Run
from cqpair.lint import RULES, Rule
from cqpair.lint.rule import Example

CODES = [rule.code for rule in RULES]
WORDS = {"zh": ("错：", "对："), "en": ("wrong:", "right:")}
SEVERITIES = {
    "zh": {"error": "错误", "warning": "提醒"},
    "en": {"error": "error", "warning": "warning"},
}


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_a_manual_says_what_why_wrong_and_right(rule: Rule, lang: str, run: Run) -> None:
    result = run("--lang", lang, "explain", rule.code)
    assert (result.code, result.err) == (0, "")
    head, text, wrong, right = result.out.split("\n\n")
    severity = SEVERITIES[lang][rule.severity.value]
    assert re.fullmatch(rf"{rule.code} {rule.name} \[{severity}\] .+", head)
    what, why = text.splitlines()
    assert len({head, what, why}) == 3
    assert wrong != right
    for part, word, shown in zip((wrong, right), WORDS[lang], _example(rule), strict=True):
        first, *lines = part.splitlines()
        assert first.startswith(word)
        assert len(first) > len(word) + 5, "a file, or a sentence"
        assert "\n".join(line.removeprefix("    ") for line in lines) == shown
        assert all(line.startswith("    ") for line in lines)


def _example(rule: Rule) -> tuple[str, str]:
    """The lines below “wrong” and “right”; none where they are told in a sentence."""
    example = rule.manual.example
    return (example.wrong, example.right) if isinstance(example, Example) else ("", "")


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_a_manual_is_written_in_each_language_of_its_own(rule: Rule, run: Run) -> None:
    chinese, english = (
        run("--lang", lang, "explain", rule.code).out.split("\n\n")[:2] for lang in ("zh", "en")
    )
    for one, other in zip(chinese[1].splitlines(), english[1].splitlines(), strict=True):
        assert re.search("[。]$", one), "a Chinese sentence ends as one"
        assert re.search(r"[.]$", other), "an English sentence ends as one"
        assert not re.search("[，。；]", other)


@pytest.mark.parametrize("word", ["A304", "a304", " A304 ", "wrong-partner"])
def test_a_rule_is_found_by_code_or_name(word: str, run: Run) -> None:
    assert run("explain", word).out.startswith("A304 wrong-partner ")


@pytest.mark.parametrize("word", ["A999", "A34", "结对", "", "a304x", "\x1b[31m"])
def test_an_unknown_code_exits_1_and_says_where_the_rules_are_listed(word: str, run: Run) -> None:
    result = run("explain", word)
    assert (result.code, result.out) == (1, "")
    assert "cqpair explain" in result.err
    assert "\x1b" not in result.err


@pytest.mark.parametrize(("word", "begin"), [("A3", "A3"), ("t", "T"), (" D4 ", "D4")])
def test_the_beginning_of_codes_lists_their_rules(word: str, begin: str, run: Run) -> None:
    result = run("explain", word)
    assert (result.code, result.err) == (0, "")
    codes = [line.split()[0] for line in result.out.splitlines()]
    assert codes == [code for code in CODES if code.startswith(begin)]


def test_without_a_code_all_rules_are_listed_in_reading_order(run: Run) -> None:
    for lang in ("zh", "en"):
        result = run("--lang", lang, "explain")
        assert (result.code, result.err) == (0, "")
        assert [line.split()[0] for line in result.out.splitlines()] == CODES


def test_codes_are_in_order_never_given_twice_and_of_six_families() -> None:
    assert [code[0] for code in CODES] == sorted((code[0] for code in CODES), key="FTADSR".index)
    for family in "FTADSR":
        ours = [code for code in CODES if code[0] == family]
        assert ours == sorted(set(ours))
    assert all(re.fullmatch("F1|T2|A3|D4|S5|R6", code[:2]) and len(code) == 4 for code in CODES)


def test_a_name_is_given_to_one_rule_only_since_explain_finds_rules_by_it() -> None:
    names = [rule.name for rule in RULES]
    assert sorted(names) == sorted(set(names))
