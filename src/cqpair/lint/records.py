"""A3xx: a record against the tables, its folder and the calendar.

A record that has a cell that does not fit is looked at too, as far as its other cells go.
"""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import NamedTuple

from cqpair.book import Book
from cqpair.cells import split_names
from cqpair.fields import BY_KEY, MEASURED
from cqpair.lint.rule import (
    OfRecords,
    OfRejects,
    Record,
    Rule,
    Severity,
    Slip,
    cell_of,
    figure_of,
)
from cqpair.messages import say
from cqpair.model.tasks import Status
from cqpair.model.units import Pairing, Unit
from cqpair.names import Match, Names, fold
from cqpair.period import folder_quarter, quarter_of
from cqpair.source import Fault


def county_role(record: Record, _: Book) -> Iterable[Slip]:
    """A partner in the county's column."""
    county = record.county
    if county and county.role != "county":
        params = {"name": county.name, "region": county.region.value}
        yield Slip("county", params, "rules.A303-county")


def partner_role(record: Record, _: Book) -> Iterable[Slip]:
    """A county in the partners' column."""
    for unit in record.partners:
        if unit.role != "partner":
            yield Slip("partners", {"name": unit.name, "region": unit.region.value})


class _Pairs(NamedTuple):
    """Who pairs with whom: the pairing of each county, and the county that a unit pairs with."""

    names: Names
    by_county: Mapping[str, Pairing]
    counties: Mapping[str, str]


def _pairs(book: Book) -> _Pairs:
    pairings = book.pairings
    counties: dict[str, str] = {}
    for pairing in pairings:
        for name in (pairing.county, *pairing.partners):
            counties.setdefault(name, pairing.county)
    return _Pairs(book.names, {pairing.county: pairing for pairing in pairings}, counties)


def wrong_partner(record: Record, pairs: _Pairs) -> Iterable[Slip]:
    """A partner of another county (the annex decides who pairs with whom)."""
    pairing = pairs.by_county.get(record.county.name) if record.county else None
    if pairing is None or not pairing.partners:  # T203 and T204 tell these
        return
    one = len(record.partners) == len(pairing.partners) == 1
    for unit in record.partners:
        if unit.role == "partner" and unit.name not in pairing.partners:
            theirs = pairs.counties.get(unit.name, "")
            params = {
                "partner": unit.name,
                "told": _as_written(pairs.names, record, unit),
                "county": pairing.county,
                "right": "、".join(pairing.partners),
                "either": say("problems.or").join(pairing.partners),
                "theirs": theirs,
            }
            key = None if theirs else "rules.A304-unpaired"
            yield Slip("partners", params, key, pairing.partners[0] if one else None)


def outside_quarter(record: Record, _: Book) -> Iterable[Slip]:
    """A date that is not certain to lie in the quarter its folder is named by."""
    quarter, date = folder_quarter(record.path), record.date
    if quarter and date and not quarter.holds(date):
        params = {"date": str(date), "quarter": quarter.label}
        params["folder"] = f"activities/{quarter_of(date.first).label}/"
        yield Slip("date", params, "rules.A306-coarse" if quarter.touches(date) else None)


def future_date(record: Record, book: Book) -> Iterable[Slip]:
    """A date still to come, for what is said to be under way or done."""
    date, status = record.date, record.status
    if date and date.first > book.on and status not in (None, Status.PLANNED):
        yield Slip("date", {"date": date, "status": str(status), "today": book.on})


def end_before_start(record: Record, _: Book) -> Iterable[Slip]:
    """An end that lies before the start, as far as both are known."""
    date, end = record.date, record.end_date
    if date and end and end.last < date.first:
        yield Slip("end_date", {"date": date, "end": end})


def negative_figure(key: str, record: Record, _: Book) -> Iterable[Slip]:
    """A count or an amount below zero."""
    figure = figure_of(record, key)
    if figure and figure.value < 0:
        column = BY_KEY[key]
        yield Slip(key, {"column": column.title, "value": column.write_value(figure)})


class _Lists(NamedTuple):
    """The forms and, by area, the measures of tasks.yaml, folded; the forms as they are told."""

    forms: frozenset[str]
    measures: Mapping[str, frozenset[str]]
    choices: str


def _lists(book: Book) -> _Lists | None:
    tasks = book.tasks.tasks
    if tasks is None:
        return None
    measures = {area.key: frozenset(map(fold, area.measures)) for area in tasks.all_areas}
    return _Lists(frozenset(map(fold, tasks.forms)), measures, "、".join(tasks.forms))


def unlisted_form(record: Record, lists: _Lists) -> Iterable[Slip]:
    """A form that is not in the list of tasks.yaml."""
    if record.form and fold(record.form) not in lists.forms:
        yield Slip("form", {"value": record.form, "choices": lists.choices})


def unlisted_measure(record: Record, lists: _Lists) -> Iterable[Slip]:
    """A measure that is not in the list of its area in tasks.yaml."""
    area = record.area
    if area and record.measure and fold(record.measure) not in lists.measures[area.key]:
        choices = "；".join(area.measures)
        params = {"value": record.measure, "choices": choices, "area": area.title}
        yield Slip("measure", params, "rules.A310-measure")


def _as_written(names: Names, record: Record, unit: Unit) -> str:
    """A unit's name, behind what the cell calls it where that is something else."""
    for part in split_names(cell_of(record, "partners")):
        match names.find(part):
            case Match(unit=found) if found.name == unit.name and part != unit.name:
                return say("problems.as-written", written=part, name=unit.name)
    return unit.name


_ROLES = (OfRecords(("county",), county_role), OfRecords(("partners",), partner_role))

_NEGATIVE = tuple(OfRecords((key,), partial(negative_figure, key)) for key in MEASURED)

_UNLISTED = (
    OfRecords(("form",), unlisted_form, _lists),
    OfRecords(("area", "measure"), unlisted_measure, _lists),
)

RULES = (
    Rule("A301", "unknown-name", Severity.ERROR, OfRejects(Fault.UNKNOWN_NAME)),
    Rule("A302", "ambiguous-name", Severity.ERROR, OfRejects(Fault.AMBIGUOUS_NAME)),
    Rule("A303", "wrong-role", Severity.ERROR, _ROLES),
    Rule(
        "A304",
        "wrong-partner",
        Severity.ERROR,
        (OfRecords(("county", "partners"), wrong_partner, _pairs),),
    ),
    Rule("A305", "unknown-area", Severity.ERROR, OfRejects(Fault.UNKNOWN_AREA)),
    Rule("A306", "outside-quarter", Severity.ERROR, (OfRecords(("date",), outside_quarter),)),
    Rule("A307", "future-date", Severity.ERROR, (OfRecords(("date", "status"), future_date),)),
    Rule(
        "A308",
        "end-before-start",
        Severity.ERROR,
        (OfRecords(("date", "end_date"), end_before_start),),
    ),
    Rule("A309", "negative-figure", Severity.ERROR, _NEGATIVE),
    Rule("A310", "unlisted-value", Severity.WARNING, _UNLISTED),
)
