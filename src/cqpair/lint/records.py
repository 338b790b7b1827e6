"""A3xx: a record against the tables, its folder and the calendar.

A record that has a cell that does not fit is looked at too, as far as its other cells go.
"""

from collections.abc import Iterable, Mapping

from cqpair.book import Book
from cqpair.cells import split_names
from cqpair.fields import BY_KEY, Activity, Draft
from cqpair.lint.rule import Hit, Rule, Severity, rejected
from cqpair.messages import say
from cqpair.model.tasks import Status
from cqpair.model.units import Unit
from cqpair.names import Match, fold
from cqpair.period import folder_quarter, quarter_of
from cqpair.source import Fault


def wrong_role(book: Book) -> Iterable[Hit]:
    """A partner in the county's column, or a county in the partners'."""
    for record in book.told:
        county = record.county
        if county and county.role != "county":
            params = {"name": county.name, "region": county.region.value}
            yield _hit(record, "county", params, "rules.A303-county")
        for unit in record.partners:
            if unit.role != "partner":
                params = {"name": unit.name, "region": unit.region.value}
                yield _hit(record, "partners", params)


def wrong_partner(book: Book) -> Iterable[Hit]:
    """A partner of another county (the annex decides who pairs with whom)."""
    pairs = {pairing.county: pairing for pairing in book.pairings}
    for record in book.told:
        pairing = pairs.get(record.county.name) if record.county else None
        if pairing is None or not pairing.partners:  # T203 and T204 tell these
            continue
        for unit in record.partners:
            if unit.role == "partner" and unit.name not in pairing.partners:
                theirs = book.pairing_of(unit)
                params = {
                    "partner": unit.name,
                    "told": _as_written(book, record, unit),
                    "county": pairing.county,
                    "right": "、".join(pairing.partners),
                    "either": say("problems.or").join(pairing.partners),
                    "theirs": theirs.county if theirs else "",
                }
                key = None if theirs else "rules.A304-unpaired"
                hit = _hit(record, "partners", params, key)
                one = len(record.partners) == len(pairing.partners) == 1
                yield hit._replace(replacement=pairing.partners[0]) if one else hit


def outside_quarter(book: Book) -> Iterable[Hit]:
    """A date that is not certain to lie in the quarter its folder is named by."""
    for record in book.told:
        quarter, date = folder_quarter(record.path), record.date
        if quarter and date and not quarter.holds(date):
            params = {"date": str(date), "quarter": quarter.label}
            params["folder"] = f"activities/{quarter_of(date.first).label}/"
            key = "rules.A306-coarse" if quarter.touches(date) else None
            yield _hit(record, "date", params, key)


def future_date(book: Book) -> Iterable[Hit]:
    """A date still to come, for what is said to be under way or done."""
    for record in book.told:
        date, status = record.date, record.status
        if date and date.first > book.on and status not in (None, Status.PLANNED):
            params = {"date": date, "status": str(status), "today": book.on}
            yield _hit(record, "date", params)


def end_before_start(book: Book) -> Iterable[Hit]:
    """An end that lies before the start, as far as both are known."""
    for record in book.told:
        date, end = record.date, record.end_date
        if date and end and end.last < date.first:
            yield _hit(record, "end_date", {"date": date, "end": end})


def negative_figure(book: Book) -> Iterable[Hit]:
    """A count or an amount below zero."""
    for record in book.told:
        for key, figure in record.figures.items():
            if figure and figure.value < 0:
                column = BY_KEY[key]
                params = {"column": column.title, "value": column.write_value(figure)}
                yield _hit(record, key, params)


def unlisted(book: Book) -> Iterable[Hit]:
    """A form or a measure that is not in the lists of tasks.yaml."""
    tasks = book.tasks.tasks
    if tasks is None:
        return
    forms = frozenset(map(fold, tasks.forms))
    measures = {area.key: frozenset(map(fold, area.measures)) for area in tasks.all_areas}
    for record in book.told:
        area = record.area
        if record.form and fold(record.form) not in forms:
            params = {"value": record.form, "choices": "、".join(tasks.forms)}
            yield _hit(record, "form", params)
        if area and record.measure and fold(record.measure) not in measures[area.key]:
            choices = "；".join(area.measures)
            params = {"value": record.measure, "choices": choices, "area": area.title}
            yield _hit(record, "measure", params, "rules.A310-measure")


def _as_written(book: Book, record: Activity | Draft, unit: Unit) -> str:
    """A unit's name, behind what the cell calls it where that is something else."""
    cell = record.row.cells[record.ledger.where["partners"]]
    for part in split_names(cell):
        match book.names.find(part):
            case Match(unit=found) if found.name == unit.name and part != unit.name:
                return say("problems.as-written", written=part, name=unit.name)
    return unit.name


def _hit(
    record: Activity | Draft, column: str, params: Mapping[str, object], key: str | None = None
) -> Hit:
    activity = record if isinstance(record, Activity) else None
    return Hit(record.at(column), params, key, activity=activity)


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
