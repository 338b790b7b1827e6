"""What `explain` prints: the manual of one rule, the list of several, or either as JSON."""

from collections.abc import Mapping, Sequence
from typing import Annotated, TypedDict

from cqpair.lint.rule import Rule, Severity
from cqpair.messages import fill
from cqpair.render import JSON, TEXT, Format
from cqpair.schema import Fact


class RuleShape(TypedDict):
    """A rule's manual, in the language of the run."""

    code: Annotated[str, Fact("Never given to another rule", "^[A-Z][0-9]{3}$")]
    name: Annotated[str, Fact("Named by `--select` and `--ignore` as well as the code")]
    severity: Severity
    on_request: Annotated[bool, Fact("Whether it looks only where it is selected by its code")]
    title: str
    what: Annotated[str, Fact("What it finds")]
    why: Annotated[str, Fact("Why that matters")]
    wrong: Annotated[str, Fact("An example, in lines")]
    right: Annotated[str, Fact("The same, put right")]


RulesShape = Annotated[list[RuleShape], Fact("`cqpair explain --format json`.")]


def write_rules(rules: Sequence[Rule]) -> str:
    """The manual where there is one rule, else a line for each."""
    lines = rules[0].manual_lines() if len(rules) == 1 else [rule.line() for rule in rules]
    return "".join(f"{line}\n" for line in lines)


def rules_json(rules: Sequence[Rule]) -> RulesShape:
    """The manual of every rule."""
    return [_rule(rule) for rule in rules]


def _rule(rule: Rule) -> RuleShape:
    title, what, why, example = rule.manual
    wrong, right = example.sides()
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "on_request": rule.on_request,
        "title": fill(title),
        "what": fill(what),
        "why": fill(why),
        "wrong": "\n".join(wrong),
        "right": "\n".join(right),
    }


FORMATS: Mapping[str, Format[Sequence[Rule]]] = {
    "text": TEXT.of(write_rules),
    "json": JSON.of(rules_json),
}
