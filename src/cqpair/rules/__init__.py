"""The rules, in code order, which is reading order: files, tables, records, records together."""

from cqpair.rules import across, activities, doubts, files, tables, units
from cqpair.rules.rule import Hit, Rule

__all__ = ["RULES", "Hit", "Rule"]

RULES: tuple[Rule, ...] = (
    *files.RULES,
    *tables.RULES,
    *units.RULES,
    *activities.RULES,
    *doubts.RULES,
    *across.RULES,
)
