"""A rule's manual: what it finds, why, and an example of wrong and right."""

from cqpair.messages import say
from cqpair.rules import RULES, Rule
from cqpair.rules.examples import EXAMPLES


def rule_lines() -> list[str]:
    """All rules, one a line."""
    return [_head(rule) for rule in RULES]


def manual_lines(rule: Rule) -> list[str]:
    """The manual of one rule."""
    code = rule.code
    lines = [_head(rule), "", say(f"manuals.{code}.what"), say(f"manuals.{code}.why"), ""]
    example = EXAMPLES[code]
    for title, text in (("wrong", example.wrong), ("right", example.right)):
        lines.append(f"{say(f'manuals.{title}')} {example.path}")
        lines += [f"    {line}" for line in text.splitlines()]
        lines.append("")
    return lines[:-1]


def _head(rule: Rule) -> str:
    severity = say(f"problems.{rule.severity}")
    return f"{rule.code} {rule.name} ({severity}): {say(f'manuals.{rule.code}')}"
