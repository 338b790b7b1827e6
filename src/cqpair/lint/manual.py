"""A rule's manual: what it finds, why it matters, and an example of wrong and right."""

from collections.abc import Iterable

from cqpair.lint import Rule
from cqpair.lint.examples import EXAMPLES
from cqpair.messages import say


def rule_lines(rules: Iterable[Rule]) -> list[str]:
    """The rules, one a line."""
    return [_head(rule) for rule in rules]


def manual_lines(rule: Rule) -> list[str]:
    """The manual of one rule."""
    lines = [_head(rule), "", _text(rule, ".what"), _text(rule, ".why")]
    example = EXAMPLES.get(rule.code)
    for title in ("wrong", "right"):
        mark = say(f"problems.{title}")
        if example is None:
            lines += ["", mark + _text(rule, f".{title}")]
            continue
        text = example.wrong if title == "wrong" else example.right
        lines += ["", mark + example.path, *(f"    {line}" for line in text.splitlines())]
    return lines


def _head(rule: Rule) -> str:
    severity = say(f"problems.{rule.severity}")
    return f"{rule.code} {rule.name} [{severity}] {_text(rule)}"


def _text(rule: Rule, part: str = "") -> str:
    family = rule.code[0].lower()
    return say(f"manual_{family}.{rule.code}{part}")
