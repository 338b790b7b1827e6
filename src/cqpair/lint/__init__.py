"""The rules in code order, the reading order: files, tables, records, submissions, remarks."""

from cqpair.lint import (
    across,
    dates,
    figures,
    files,
    identities,
    lists,
    notice,
    plausibility,
    records,
    remarks,
    returns,
    settings,
    strays,
    submissions,
    tables,
    units,
)
from cqpair.lint.rule import Finding, Rule

__all__ = ["RULES", "STANDARD", "Finding", "Rule"]


_FAMILIES = (
    files.RULES,
    returns.RULES,
    settings.RULES,
    tables.RULES,
    identities.RULES,
    units.RULES,
    lists.RULES,
    notice.RULES,
    records.RULES,
    dates.RULES,
    figures.RULES,
    plausibility.RULES,
    across.RULES,
    submissions.RULES,
    strays.RULES,
    remarks.RULES,
)


def _reading_order(rule: Rule) -> tuple[int, str]:
    return "FTADSR".index(rule.code[0]), rule.code


RULES: tuple[Rule, ...] = tuple(
    sorted((rule for family in _FAMILIES for rule in family), key=_reading_order)
)


STANDARD = tuple(rule for rule in RULES if not rule.on_request)
"""Those that look unless others are asked for."""
