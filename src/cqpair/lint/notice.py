"""T23x: the tables against the text of the notice, when it is given with --notice."""

import re
from collections.abc import Iterable, Iterator, Sequence

from cqpair.book import Book
from cqpair.lint.rule import Hit, Rule, Severity, whole
from cqpair.messages import say
from cqpair.model.units import Expect
from cqpair.names import Match, fold
from cqpair.source import Place


def annex_row(book: Book) -> Iterable[Hit]:
    """A pairing that is not the annex's, or that the annex does not have."""
    if book.notice is None:
        return
    annex = {row.no: row for row in book.notice.annex}
    for row in book.tables.pairings:
        told = annex.get(row.value.no)
        if told is None:
            yield Hit(row.at("no"), {"no": row.value.no}, "rules.T231-beyond")
            continue
        county, partners = _short(book, told.county), [_short(book, p) for p in told.partners]
        params = {"no": told.no, "county": county, "partners": "、".join(partners)}
        related = ((Place(book.notice.path, told.line), "problems.annex-here"),)
        wrong = _wrong_partners(row.value.partners, partners)
        if county != row.value.county:
            right = county if wrong == [] else None
            yield Hit(row.at("county"), params, related=related, replacement=right)
        elif wrong is None or len(wrong) > 1:
            yield Hit(row.at("partners"), params, related=related)
        elif wrong:
            right = partners[wrong[0]]
            place = row.at("partners", wrong[0])
            yield Hit(place, params, related=related, replacement=right)


def _wrong_partners(stated: Sequence[str], right: Sequence[str]) -> list[int] | None:
    """Which of the partners are not the annex's; None when there are more or fewer."""
    if len(stated) != len(right):
        return None
    return [i for i, name in enumerate(right) if name != stated[i]]


def annex_missing(book: Book) -> Iterable[Hit]:
    """A row of the annex that the table lacks, told at the row it should follow."""
    rows = sorted(book.tables.pairings, key=lambda row: row.value.no)
    if book.notice is None or not rows:
        return
    numbers = {row.value.no for row in rows}
    for told in book.notice.annex:
        if told.no not in numbers:
            before = [row for row in rows if row.value.no < told.no]
            partners = "、".join(_short(book, partner) for partner in told.partners)
            params = {"no": told.no, "county": _short(book, told.county), "partners": partners}
            related = ((Place(book.notice.path, told.line), "problems.annex-here"),)
            yield Hit((before or rows)[-1 if before else 0].at("no"), params, related=related)


def stated_count(book: Book) -> Iterable[Hit]:
    """A count of `expect` that is not the notice's."""
    expect = book.tables.expect
    if book.notice is None or expect is None:
        return
    if not book.notice.counts:
        yield Hit(expect.at(), {}, "rules.T233-unfound")
    for key in Expect._fields:
        found, stated = book.notice.counts.get(key), getattr(expect.value, key)
        if found is not None and found != stated:
            what = say(f"problems.count-{key}")
            params = {"what": what, "key": key, "stated": stated, "found": found}
            yield Hit(expect.at(key), params, replacement=str(found))


def area_title(book: Book) -> Iterable[Hit]:
    """A task area whose title does not open the clause it names."""
    if book.notice is None:
        return
    for row in book.tasks.areas:
        clause = book.notice.clauses.get(row.value.clause)
        params = {"clause": row.value.clause, "title": row.value.title}
        if clause is None:
            yield Hit(row.at("clause"), params, "rules.T234-unfound")
        elif not clause.startswith(f"{row.value.title}。"):
            params["right"] = right = clause.partition("。")[0]
            yield Hit(row.at("title"), params, replacement=right)


def measure_terms(book: Book) -> Iterable[Hit]:
    """A measure whose words do not stand, in their order, in its clause."""
    if book.notice is None:
        return
    for row in book.tasks.areas:
        clause = book.notice.clauses.get(row.value.clause, "")
        for i, measure in enumerate(row.value.measures):
            missing = _first_missing(measure, clause)
            if clause and missing is not None:
                params = {"measure": measure, "clause": row.value.clause, "missing": missing}
                yield Hit(row.at("measures", i), params)


def _first_missing(measure: str, clause: str) -> str | None:
    """The first character of `measure` that `clause` lacks at or after those before it."""
    rest: Iterator[str] = iter(clause)
    return next((char for char in measure if char not in rest), None)


def notice_head(book: Book) -> Iterable[Hit]:
    """A number, title, issuer, day or annex that does not stand in the notice.

    A part of what stands by itself there, such as a title cut short, does not stand there.
    """
    row = book.tables.notice
    if book.notice is None or row is None:
        return
    day = row.value.date
    for key, value in row.value._asdict().items():
        written = fold(f"{day.year}年{day.month}月{day.day}日" if value is day else value)
        told = book.notice.head.get(key)
        right = told and fold(told.text)
        if written == right or (written in book.notice.folded and written not in (right or "")):
            continue
        params: dict[str, object] = {"what": say(f"problems.notice-{key}"), "value": value}
        if told is None:
            yield Hit(row.at(key), params, "rules.T236-unfound")
            continue
        params["right"] = text = told.text if key != "date" else _iso(told.text)
        related = ((Place(book.notice.path, told.line), "problems.notice-here"),)
        yield Hit(row.at(key), params, related=related, replacement=text)


def _iso(day: str) -> str:
    """`2021-02-19` for `2021年2月19日`."""
    year, month, number = re.findall(r"\d+", day)
    return f"{year}-{month:0>2}-{number:0>2}"


def _short(book: Book, office: str) -> str:
    match book.names.find(office):
        case Match(unit=unit):
            return unit.name
        case _:
            return office


RULES = (
    Rule("T231", "annex-row", Severity.ERROR, whole(annex_row)),
    Rule("T232", "annex-missing", Severity.ERROR, whole(annex_missing)),
    Rule("T233", "stated-count", Severity.ERROR, stated_count),
    Rule("T234", "area-title", Severity.ERROR, area_title),
    Rule("T235", "measure-terms", Severity.ERROR, measure_terms),
    Rule("T236", "notice-head", Severity.ERROR, notice_head),
)
