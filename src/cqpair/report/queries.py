"""How each figure of a report follows from the records, as a table of them can be asked."""

from collections.abc import Sequence

from cqpair.fields import BY_KEY, MEASURED, Activity, Figures
from cqpair.messages import say
from cqpair.model.tasks import SAFEGUARD, Area, LeadKind, Status
from cqpair.period import Period
from cqpair.render.document import Condition, Conditions, How, Query
from cqpair.report import Line, NoticePart, Report

_COUNTY, _PARTNERS, _AREA, _STATUS, _LEAD = (
    BY_KEY[key].header for key in ("county", "partners", "area", "status", "lead_kind")
)

_COUNTED = Condition(_STATUS, Status.PLANNED, How.IS_NOT)

EVERY: Conditions = (Condition(_COUNTY, how=How.IS_FILLED),)
"""Every record."""


def of_county(name: str) -> Conditions:
    """The records of a pairing."""
    return (Condition(_COUNTY, name),)


def of_partner(name: str, names: Sequence[str]) -> Conditions | None:
    """The records in which a partner took part; None where another of `names` holds its name."""
    if any(name in other for other in names if other != name):
        return None
    return (Condition(_PARTNERS, name, How.HOLDS),)


def of_region(name: str) -> Conditions:
    """The records of the counties of a region."""
    return (Condition(say("document.col-region"), name),)


def of_area(area: Area) -> Conditions:
    """The records of an area or safeguard."""
    return (Condition(_AREA, area.key),)


def of_part(part: NoticePart) -> Conditions:
    """The records of all areas, or of all safeguards."""
    is_support = part is NoticePart.SAFEGUARDS
    how = How.HOLDS if is_support else How.HOLDS_NOT
    return (*EVERY, Condition(_AREA, SAFEGUARD, how))


def figure_query(where: Conditions, key: str) -> Query:
    """The figure `key` of the records `where`: how many, how many pairs, or a sum."""
    counted = (*where, _COUNTED)
    match key:
        case "planned":
            return Query((*where, Condition(_STATUS, Status.PLANNED)))
        case "ongoing":
            return Query((*where, Condition(_STATUS, Status.ONGOING)))
        case "completed":  # a blank status is one, too
            return Query((*counted, Condition(_STATUS, Status.ONGOING, How.IS_NOT)))
        case "led_by_associations":
            return Query((*counted, Condition(_LEAD, LeadKind.ASSOCIATION)))
        case "pairs":
            return Query(counted, distinct=_COUNTY)
        case "activities":
            return Query(counted)
        case _:
            assert key in MEASURED
            return Query(counted, adds=BY_KEY[key].sum_title)


def covered_query(areas: Sequence[Area]) -> Query:
    """How many cells of the grid of pairings and `areas` have any activity."""
    each = tuple(condition for area in areas for condition in of_area(area))
    return Query((_COUNTED,), distinct=_COUNTY, each=each)


def cell_query(activity: Activity, key: str) -> Query:
    """What a record has in the column `key`, a figure."""
    return Query((Condition(BY_KEY["id"].header, activity.reference),), adds=BY_KEY[key].sum_title)


def share_query(where: Conditions) -> Query:
    """What part of all activities those `where` are."""
    return Query((*where, _COUNTED), whole=(*EVERY, _COUNTED))


def to_date_query(where: Conditions, line: Line, to_date: Figures) -> Query:
    """The activities of the year so far: those of the period, and as many as were before it."""
    return Query((*where, _COUNTED), plus=to_date.activities - line.now.activities)


def quarter_query(report: Report, quarter: Period, activities: int) -> Query | None:
    """The activities of a quarter, if the period has them all; None for a quarter outside it."""
    if not report.period.start <= quarter.start <= quarter.end <= report.period.end:
        return None
    if sum(quarter.holds(a.date) for a in report.totals.counted) != activities:
        return None
    return Query((Condition(say("document.col-quarter"), quarter.label), _COUNTED))
