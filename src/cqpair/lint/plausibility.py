"""A32x: what a record says that may well be a slip. Warnings: the record counts all the same."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from cqpair.book import Book
from cqpair.fields import BY_KEY, COUNTS, MONEY, Activity, in_big_scale, write_big
from cqpair.lint.rule import (
    Hit,
    OfRecords,
    Record,
    Rule,
    Severity,
    Slip,
    cell_of,
    figure_of,
)
from cqpair.messages import say
from cqpair.names import fold
from cqpair.values import SMALLEST_WITHOUT_UNIT, folded, has_unit, is_blank, weekday_in

_LINK = re.compile(
    r"https?://[^\s/]+\.[^\s/]|(?<![\w.-])(?:[a-z0-9-]+\.)+[a-z]{2,}", re.I | re.ASCII
)

_DOCUMENT = re.compile(r"[〔\[(【]\d{4}[〕\])】]第?\d{1,5}号")  # 渝科协发〔2021〕7号

_HAN = re.compile("[\u3400-\u9fff]")

_FEWEST_HAN = 3  # 县科协, 人民网: a body that can be asked

_LATIN = re.compile("[A-Za-z]")

_FEWEST_LATIN = 8

_INITIALS = re.compile("[A-Z]{3,}")  # CQTV, CCTV

_KNOWN_EARLY = re.compile("[早先]于.{0,8}通知|通知(?:印发|下发|发布)?[之以]?前")

_MANY = 4


def experts_exceed(record: Record, _: Book) -> Iterable[Slip]:
    """More experts than people who took part; both are 人次, and experts take part."""
    participants, experts = figure_of(record, "participants"), figure_of(record, "experts")
    if participants and experts and experts.value > participants.value >= 0:
        yield Slip("experts", {"participants": participants.value, "experts": experts.value})


def bare_amount(key: str, record: Record, _: Book) -> Iterable[Slip]:
    """A plain number below 100 as an amount: 元 is read, and 万元 was probably meant."""
    amount = figure_of(record, key)
    if amount and 0 < amount.value < SMALLEST_WITHOUT_UNIT:
        text = folded(cell_of(record, key))
        if not has_unit(text):
            told = {"value": text, "amount": amount.value}
            yield Slip(key, {"column": BY_KEY[key].title, **told})


def large_figure(key: str, record: Record, _: Book) -> Iterable[Slip]:
    """1 亿 元, 10 万 人次 (experts: 1 万) or more, and not written in 亿 or 万."""
    figure, column = figure_of(record, key), BY_KEY[key]
    limit = column.doubted_from
    if figure and limit and figure.value >= limit and not in_big_scale(record, column):
        told = {"value": cell_of(record, key).strip(), "right": write_big(column, figure)}
        yield Slip(key, {"column": column.title, "figure": column.write_value(figure), **told})


def wrong_weekday(key: str, record: Record, _: Book) -> Iterable[Slip]:
    """A day of the week behind a date that is not the date's."""
    date = getattr(record, key)
    weekday = weekday_in(cell_of(record, key)) if date else None
    if date and weekday is not None and weekday != date.first.weekday():
        right = say(f"problems.weekday-{date.first.weekday()}")
        told = say(f"problems.weekday-{weekday}")
        yield Slip(key, {"date": date, "right": right, "value": told})


def vague_source(record: Record, _: Book) -> Iterable[Slip]:
    """A source that is no link, no document number, and too short to name anything."""
    text = cell_of(record, "source")
    if not is_blank(text) and not _can_be_found(folded(text)):
        yield Slip("source", {"value": text.strip()})


def before_notice(record: Record, issued: date) -> Iterable[Slip]:
    """A date that is certain to lie before the notice's, and no note that says so."""
    date = record.date
    if date and date.last < issued and not _KNOWN_EARLY.search(folded(cell_of(record, "note"))):
        yield Slip("date", {"date": date, "issued": issued})


def _issued(book: Book) -> date | None:
    return book.tables.notice.value.date if book.tables.notice else None


def abolished_by_then(column: str, record: Record, _: Book) -> Iterable[Slip]:
    """A unit whose end was announced by the record's date, and no note about it."""
    if record.date is None:
        return
    counties = (record.county,) if column == "county" and record.county else ()
    for unit in record.partners if column == "partners" else counties:
        change = unit.abolished(record.date.first)
        if change is None:
            continue
        note, successor = cell_of(record, "note"), change.successor or ""
        if "撤销" in note or (successor and fold(successor) in fold(note)):
            continue
        params = {"name": unit.name, "announced": change.announced, "successor": successor}
        yield Slip(column, params, None if successor else "rules.A324-none")


def pasted_text(book: Book) -> Iterable[Hit]:
    """One title and outcome, word for word, on four days or more in one county."""
    alike: dict[tuple[str, str, str], list[Activity]] = {}
    outcomes = Counter(record.outcome for record in book.activities)
    for record in book.activities:
        if record.outcome and outcomes[record.outcome] >= _MANY:  # which few share
            key = (record.county.name, record.title, record.outcome)
            alike.setdefault(key, []).append(record)
    for records in alike.values():
        if len({record.date for record in records}) >= _MANY:
            first, last = records[0], records[-1]
            params = {"title": last.title, "outcome": last.outcome, "count": len(records)}
            yield Hit(last.at("outcome"), params, None, ((first.at("outcome"), "rules.first"),))


def _can_be_found(source: str) -> bool:
    if _LINK.search(source) or _DOCUMENT.search(source):
        return True
    if source.casefold().startswith("http"):
        return False
    if _INITIALS.fullmatch(source.strip()):
        return True
    han, latin = len(_HAN.findall(source)), len(_LATIN.findall(source))
    return han >= _FEWEST_HAN or latin >= _FEWEST_LATIN


def _of_each(
    keys: Iterable[str], look: Callable[[str, Record, Book], Iterable[Slip]], *beside: str
) -> tuple[OfRecords, ...]:
    """`look` at the cell of each of the columns `keys`, and at those `beside` it."""
    return tuple(OfRecords((key, *beside), partial(look, key)) for key in keys)


_EXPERTS = (OfRecords(("participants", "experts"), experts_exceed),)

_EARLY = (OfRecords(("date", "note"), before_notice, _issued),)

_ABOLISHED = _of_each(("county", "partners"), abolished_by_then, "date", "note")

RULES = (
    Rule("A320", "experts-exceed", Severity.WARNING, _EXPERTS),
    Rule("A321", "bare-amount", Severity.WARNING, _of_each(MONEY, bare_amount)),
    Rule("A322", "vague-source", Severity.WARNING, (OfRecords(("source",), vague_source),)),
    Rule("A323", "before-notice", Severity.WARNING, _EARLY),
    Rule("A324", "abolished-by-then", Severity.WARNING, _ABOLISHED),
    Rule("A325", "pasted-text", Severity.WARNING, pasted_text),
    Rule("A326", "large-amount", Severity.WARNING, _of_each(MONEY, large_figure)),
    Rule("A327", "large-count", Severity.WARNING, _of_each(COUNTS, large_figure)),
    Rule("A328", "wrong-weekday", Severity.WARNING, _of_each(("date", "end_date"), wrong_weekday)),
)
