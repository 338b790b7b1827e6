"""The rules, in code order, which is reading order: files, tables, records, records together."""

from cqpair.rules import across, activities, files, tables
from cqpair.rules.rule import Hit, Rule

__all__ = ["RULES", "Hit", "Rule"]

RULES: tuple[Rule, ...] = (*files.RULES, *tables.RULES, *activities.RULES, *across.RULES)
