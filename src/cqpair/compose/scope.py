"""What a report may say of all activities, and what only of such as it was narrowed to."""

from cqpair.messages import say
from cqpair.report import Report


def is_narrowed(report: Report) -> bool:
    """True when the report is not of everything that its pairings did."""
    return report.wanted.area is not None or report.wanted.lead is not None


def such_words(report: Report) -> str:
    """此类, where what is said holds for a part of the activities only."""
    return say("document.such") if is_narrowed(report) else ""


def tells_measures(report: Report) -> bool:
    """Whether any record names its measure: else that is said once, of all."""
    lines = (*report.areas, *report.safeguards)
    return any(count for line in lines for count in line.measures.values())
