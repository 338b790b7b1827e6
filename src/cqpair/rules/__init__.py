"""The rules, in code order, which is reading order: files, tables, records, records together."""

from cqpair.rules import across, activities, doubts, files, lists, notice, spelling, tables, units
from cqpair.rules.rule import Hit, Rule

__all__ = ["RULES", "STANDARD", "Hit", "Rule"]

RULES: tuple[Rule, ...] = (
    *files.RULES,
    *tables.RULES,
    *units.RULES,
    *lists.RULES,
    *spelling.RULES,
    *notice.RULES,
    *activities.RULES,
    *doubts.RULES,
    *across.RULES,
)

STANDARD = tuple(rule for rule in RULES if not rule.on_request)
"""Those that look unless others are asked for."""
