"""A3xx: a record against the tables, its folder and the calendar."""

from collections.abc import Iterable, Mapping

from cqpair.book import Book
from cqpair.columns import COLUMNS
from cqpair.messages import say
from cqpair.model.activity import Activity
from cqpair.model.tasks import Status
from cqpair.names import fold
from cqpair.period import folder_quarter
from cqpair.problem import Severity
from cqpair.rules.rule import Hit, Rule, rejected
from cqpair.source import Fault
from cqpair.values import Figure


def wrong_role(book: Book) -> Iterable[Hit]:
    """A partner in the county's column, or a county in the partners'."""
    for activity in book.activities:
        county = activity.county
        if county.role != "county":
            params = {"name": county.name, "region": county.region.value}
            yield _hit(activity, "county", params, "rules.A303-county")
        for unit in activity.partners:
            if unit.role != "partner":
                params = {"name": unit.name, "region": unit.region.value}
                yield _hit(activity, "partners", params)


def wrong_partner(book: Book) -> Iterable[Hit]:
    """A partner of another county (the annex decides who pairs with whom)."""
    pairs = {pairing.county: pairing for pairing in book.pairings}
    for activity in book.activities:
        pairing = pairs.get(activity.county.name)
        if pairing is None or not pairing.partners:  # T203 and T204 tell these
            continue
        for unit in activity.partners:
            if unit.role == "partner" and unit.name not in pairing.partners:
                theirs = book.pairing_of(unit)
                params = {
                    "partner": unit.name,
                    "county": activity.county.name,
                    "right": "、".join(pairing.partners),
                    "either": say("problems.or").join(pairing.partners),
                    "theirs": theirs.county if theirs else "",
                }
                key = None if theirs else "rules.A304-unpaired"
                yield _hit(activity, "partners", params, key)


def outside_quarter(book: Book) -> Iterable[Hit]:
    """A date that is not certain to lie in the quarter its folder is named by."""
    for activity in book.activities:
        quarter = folder_quarter(activity.path)
        if quarter and not quarter.holds(activity.date):
            params = {"date": str(activity.date), "quarter": quarter.label}
            coarse = quarter.touches(activity.date)
            yield _hit(activity, "date", params, "rules.A306-coarse" if coarse else None)


def future_date(book: Book) -> Iterable[Hit]:
    """A date still to come, for what is said to be under way or done."""
    for activity in book.activities:
        if activity.status is Status.PLANNED:
            continue
        if activity.date.first > book.on:
            params = {"date": activity.date, "status": activity.status.value, "today": book.on}
            yield _hit(activity, "date", params)


def end_before_start(book: Book) -> Iterable[Hit]:
    """An end that lies before the start, as far as both are known."""
    for activity in book.activities:
        end = activity.end_date
        if end and end.last < activity.date.first:
            yield _hit(activity, "end_date", {"date": activity.date, "end": end})


def negative_figure(book: Book) -> Iterable[Hit]:
    """A count or an amount below zero."""
    for activity in book.activities:
        for column in COLUMNS:
            figure = getattr(activity, column.key)
            if isinstance(figure, Figure) and figure.value < 0:
                params = {"column": column.title, "value": column.write(activity)}
                yield _hit(activity, column.key, params)


def unlisted(book: Book) -> Iterable[Hit]:
    """A form or a measure that is not in the lists of tasks.yaml."""
    tasks = book.tasks.tasks
    if tasks is None:
        return
    for activity in book.activities:
        if activity.form and not _is_listed(activity.form, tasks.forms):
            params = {"value": activity.form, "choices": "、".join(tasks.forms)}
            yield _hit(activity, "form", params)
        if activity.measure and not _is_listed(activity.measure, activity.area.measures):
            choices = "；".join(activity.area.measures)
            params = {"value": activity.measure, "choices": choices, "area": activity.area.title}
            yield _hit(activity, "measure", params, "rules.A310-measure")


def _is_listed(value: str, choices: tuple[str, ...]) -> bool:
    return fold(value) in map(fold, choices)


def _hit(
    activity: Activity, column: str, params: Mapping[str, object], key: str | None = None
) -> Hit:
    return Hit(activity.at(column), params, key, activity=activity)


RULES = (
    Rule("A301", "unknown-name", Severity.ERROR, rejected(Fault.UNKNOWN_NAME)),
    Rule("A302", "ambiguous-name", Severity.ERROR, rejected(Fault.AMBIGUOUS_NAME)),
    Rule("A303", "wrong-role", Severity.ERROR, wrong_role),
    Rule("A304", "wrong-partner", Severity.ERROR, wrong_partner),
    Rule("A305", "unknown-area", Severity.ERROR, rejected(Fault.UNKNOWN_AREA)),
    Rule("A306", "outside-quarter", Severity.ERROR, outside_quarter),
    Rule("A307", "future-date", Severity.ERROR, future_date),
    Rule("A308", "end-before-start", Severity.ERROR, end_before_start),
    Rule("A309", "negative-figure", Severity.ERROR, negative_figure),
    Rule("A310", "unlisted-value", Severity.WARNING, unlisted),
)
