"""The rules, in code order, which is reading order: files, tables, records, records together."""

from cqpair.rules import across, activities, doubts, files, notice, tables, units
from cqpair.rules.rule import Hit, Rule

__all__ = ["RULES", "Hit", "Rule"]

RULES: tuple[Rule, ...] = (
    *files.RULES,
    *tables.RULES,
    *units.RULES,
    *notice.RULES,
    *activities.RULES,
    *doubts.RULES,
    *across.RULES,
)
