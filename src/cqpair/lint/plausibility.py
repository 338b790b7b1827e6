"""A32x: what a record says that may well be a slip. Warnings: the record counts all the same."""

import re
from collections.abc import Iterable

from cqpair.book import Book
from cqpair.fields import BY_KEY, MONEY, Activity, Draft, in_big_scale, write_big
from cqpair.lint.rule import Hit, Rule, Severity
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


def experts_exceed(book: Book) -> Iterable[Hit]:
    """More experts than people who took part; both are 人次, and experts take part."""
    for record in book.told:
        participants, experts = record.figures["participants"], record.figures["experts"]
        if participants and experts and experts.value > participants.value >= 0:
            params = {"participants": participants.value, "experts": experts.value}
            yield Hit(record.at("experts"), params)


def bare_amount(book: Book) -> Iterable[Hit]:
    """A plain number below 100 as an amount: 元 is read, and 万元 was probably meant."""
    for record in book.told:
        for key in MONEY:
            amount = record.figures[key]
            if amount and 0 < amount.value < SMALLEST_WITHOUT_UNIT:
                text = folded(_cell(record, key))
                if not has_unit(text):
                    told = {"value": text, "amount": amount.value}
                    yield Hit(record.at(key), {"column": BY_KEY[key].title, **told})


def large_amount(book: Book) -> Iterable[Hit]:
    """An amount of 1 亿 元 or more that is not written in 亿."""
    yield from _large(book, MONEY)


def large_count(book: Book) -> Iterable[Hit]:
    """A count of 10 万 (experts: 1 万) or more that is not written in 万."""
    yield from _large(book, ("participants", "experts"))


def wrong_weekday(book: Book) -> Iterable[Hit]:
    """A day of the week behind a date that is not the date's."""
    for record in book.told:
        for key, date in (("date", record.date), ("end_date", record.end_date)):
            weekday = weekday_in(_cell(record, key)) if date else None
            if date and weekday is not None and weekday != date.first.weekday():
                right = say(f"problems.weekday-{date.first.weekday()}")
                told = say(f"problems.weekday-{weekday}")
                yield Hit(record.at(key), {"date": date, "right": right, "value": told})


def vague_source(book: Book) -> Iterable[Hit]:
    """A source that is no link, no document number, and too short to name anything."""
    for record in book.told:
        text = _cell(record, "source")
        if not is_blank(text) and not _can_be_found(folded(text)):
            yield Hit(record.at("source"), {"value": text.strip()})


def before_notice(book: Book) -> Iterable[Hit]:
    """A date that is certain to lie before the notice's, and no note that says so."""
    notice = book.tables.notice
    if notice is None:
        return
    issued = notice.value.date
    for record in book.told:
        date = record.date
        if date and date.last < issued and not _KNOWN_EARLY.search(folded(_cell(record, "note"))):
            yield Hit(record.at("date"), {"date": date, "issued": issued})


def abolished_by_then(book: Book) -> Iterable[Hit]:
    """A unit whose end was announced by the record's date, and no note about it."""
    for record in book.told:
        if record.date is None:
            continue
        counties = (record.county,) if record.county else ()
        for column, units in (("county", counties), ("partners", record.partners)):
            for unit in units:
                change = unit.abolished(record.date.first)
                if change is None:
                    continue
                note, successor = _cell(record, "note"), change.successor or ""
                if "撤销" in note or (successor and fold(successor) in fold(note)):
                    continue
                params = {"name": unit.name, "announced": change.announced, "successor": successor}
                key = None if successor else "rules.A324-none"
                yield Hit(record.at(column), params, key)


def pasted_text(book: Book) -> Iterable[Hit]:
    """One title and outcome, word for word, on four days or more in one county."""
    alike: dict[tuple[str, str, str], list[Activity]] = {}
    for record in book.activities:
        if record.outcome:
            key = (record.county.name, record.title, record.outcome)
            alike.setdefault(key, []).append(record)
    for records in alike.values():
        if len({record.date for record in records}) >= _MANY:
            first, last = records[0], records[-1]
            params = {"title": last.title, "outcome": last.outcome, "count": len(records)}
            yield Hit(last.at("outcome"), params, None, ((first.at("outcome"), "rules.first"),))


def _large(book: Book, keys: Iterable[str]) -> Iterable[Hit]:
    for record in book.told:
        for key in keys:
            figure, column = record.figures[key], BY_KEY[key]
            limit = column.doubted_from
            if figure and limit and figure.value >= limit and not in_big_scale(record, column):
                value = _cell(record, key).strip()
                told = {"value": value, "right": write_big(column, figure)}
                figure_told = column.write_value(figure)
                yield Hit(record.at(key), {"column": column.title, "figure": figure_told, **told})


def _cell(record: Activity | Draft, column: str) -> str:
    """What stands in a cell of the record; nothing where there is no such column."""
    i = record.ledger.where.get(column)
    return "" if i is None else record.row.cells[i]


def _can_be_found(source: str) -> bool:
    if _LINK.search(source) or _DOCUMENT.search(source):
        return True
    if source.casefold().startswith("http"):
        return False
    if _INITIALS.fullmatch(source.strip()):
        return True
    han, latin = len(_HAN.findall(source)), len(_LATIN.findall(source))
    return han >= _FEWEST_HAN or latin >= _FEWEST_LATIN


RULES = (
    Rule("A320", "experts-exceed", Severity.WARNING, experts_exceed),
    Rule("A321", "bare-amount", Severity.WARNING, bare_amount),
    Rule("A322", "vague-source", Severity.WARNING, vague_source),
    Rule("A323", "before-notice", Severity.WARNING, before_notice),
    Rule("A324", "abolished-by-then", Severity.WARNING, abolished_by_then),
    Rule("A325", "pasted-text", Severity.WARNING, pasted_text),
    Rule("A326", "large-amount", Severity.WARNING, large_amount),
    Rule("A327", "large-count", Severity.WARNING, large_count),
    Rule("A328", "wrong-weekday", Severity.WARNING, wrong_weekday),
)
