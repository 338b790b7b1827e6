"""The rules, in code order, which is reading order: files, tables, records, records together."""

from cqpair.lint import across, files, lists, notice, plausibility, records, spelling, tables, units
from cqpair.lint.rule import Hit, Rule

__all__ = ["RULES", "STANDARD", "Hit", "Rule"]


RULES: tuple[Rule, ...] = (
    *files.RULES,
    *tables.RULES,
    *units.RULES,
    *lists.RULES,
    *spelling.RULES,
    *notice.RULES,
    *records.RULES,
    *plausibility.RULES,
    *across.RULES,
)


STANDARD = tuple(rule for rule in RULES if not rule.on_request)
"""Those that look unless others are asked for."""
