"""T23x: the tables against the text of the notice, when it is given with --notice."""

import re
from collections.abc import Iterable, Iterator, Sequence

from cqpair.book import Book
from cqpair.lint.rule import Finding, InWords, Manual, Rule, Sentence, Severity, whole
from cqpair.messages import listed, say
from cqpair.model.units import StatedCounts
from cqpair.names import Match, fold
from cqpair.source import Place


def annex_row(book: Book) -> Iterable[Finding]:
    """A pairing that is not the annex's, or that the annex does not have."""
    if book.notice is None:
        return
    annex = {row.no: row for row in book.notice.annex}
    for row in book.tables.pairings:
        told = annex.get(row.value.no)
        if told is None:
            yield Finding(row.at("no"), {"no": row.value.no}, "beyond")
            continue
        county, partners = _short(book, told.county), [_short(book, p) for p in told.partners]
        params = {"no": told.no, "county": county, "partners": listed(partners)}
        related = ((Place(book.notice.path, told.line), "problems.annex-here"),)
        wrong = _wrong_partners(row.value.partners, partners)
        if county != row.value.county:
            right = county if wrong == [] else None
            yield Finding(row.at("county"), params, related=related, replacement=right)
        elif wrong is None or len(wrong) > 1:
            yield Finding(row.at("partners"), params, related=related)
        elif wrong:
            right = partners[wrong[0]]
            place = row.at("partners", wrong[0])
            yield Finding(place, params, related=related, replacement=right)


def _wrong_partners(stated: Sequence[str], right: Sequence[str]) -> list[int] | None:
    """Which of the partners are not the annex's; None when there are more or fewer."""
    if len(stated) != len(right):
        return None
    return [i for i, name in enumerate(right) if name != stated[i]]


def _short(book: Book, office: str) -> str:
    """The unit's short name for the name of its office; the office where no unit has it."""
    match book.names.find(office):
        case Match(unit=unit):
            return unit.name
        case _:
            return office


T231 = Rule(
    "T231",
    "annex-row",
    Severity.ERROR,
    whole(annex_row),
    sentences={
        "": Sentence(
            (
                "附件第{no}行是{county}结对{partners}，和这里不一样",
                "Row {no} of the annex pairs {county} with {partners}, unlike this row",
            ),
            fix=("改为{county}结对{partners}", "pair {county} with {partners}"),
        ),
        "beyond": Sentence(
            ("附件没有第{no}行", "The annex has no row {no}"),
            fix=(
                "对照附件，删去这一行或改正序号",
                "compare with the annex; delete this row or correct its number",
            ),
        ),
    },
    manual=Manual(
        ("和附件不一样", "a pairing other than the annex's"),
        what=(
            "用 --notice 给出通知时，结对的区县或结对方和附件的同一行不一样，或附件没有这一行。",
            "With --notice: a pairing's county or partners are not those of the annex's row, or "
            "the annex has no such row.",
        ),
        why=("谁和谁结对以附件为准。", "The annex decides who pairs with whom."),
        example=InWords(
            wrong=(
                "附件第12行是巫山县结对北碚区、铜梁区，表里写成 partners: [北碚区, 渝中区]",
                "row 12 of the annex pairs 巫山县 with 北碚区 and 铜梁区; the table has partners: "
                "[北碚区, 渝中区]",
            ),
            right=("partners: [北碚区, 铜梁区]", "partners: [北碚区, 铜梁区]"),
        ),
    ),
)


def annex_missing(book: Book) -> Iterable[Finding]:
    """A row of the annex that the table lacks, told at the row it should follow."""
    rows = sorted(book.tables.pairings, key=lambda row: row.value.no)
    if book.notice is None or not rows:
        return
    numbers = {row.value.no for row in rows}
    for told in book.notice.annex:
        if told.no not in numbers:
            before = [row for row in rows if row.value.no < told.no]
            partners = listed([_short(book, partner) for partner in told.partners])
            params = {"no": told.no, "county": _short(book, told.county), "partners": partners}
            related = ((Place(book.notice.path, told.line), "problems.annex-here"),)
            yield Finding((before or rows)[-1 if before else 0].at("no"), params, related=related)


T232 = Rule(
    "T232",
    "annex-missing",
    Severity.ERROR,
    whole(annex_missing),
    sentences={
        "": Sentence(
            (
                "附件第{no}行（{county}结对{partners}）不在表里",
                "Row {no} of the annex ({county} with {partners}) is not in the table",
            ),
            fix=(
                "补上这一行：no 写 {no}，county 写{county}，partners 写[{partners}]",
                "add a row: no: {no}, county: {county}, partners: [{partners}]",
            ),
        ),
    },
    manual=Manual(
        ("漏了附件的一行", "a row of the annex that is missing"),
        what=(
            "用 --notice 给出通知时，附件里的一行在结对表里没有。",
            "With --notice: a row of the annex is not in the pairing table.",
        ),
        why=("漏了一对，就少了一个区县。", "A pairing missing is a county missing."),
        example=InWords(
            wrong=("附件有17行，表里只有16行", "the annex has 17 rows, the table 16"),
            right=("逐行照附件写全", "every row of the annex stands in the table"),
        ),
    ),
)


def stated_count(book: Book) -> Iterable[Finding]:
    """A count of `expect` that is not the notice's."""
    expect = book.tables.expect
    if book.notice is None or expect is None:
        return
    if not book.notice.counts:
        yield Finding(expect.at(), {}, "unfound")
    for key in StatedCounts._fields:
        found, stated = book.notice.counts.get(key), getattr(expect.value, key)
        if found is not None and found != stated:
            what = say(f"problems.count-{key}")
            params = {"what": what, "key": key, "stated": stated, "found": found}
            yield Finding(expect.at(key), params, replacement=str(found))


T233 = Rule(
    "T233",
    "stated-count",
    Severity.ERROR,
    stated_count,
    sentences={
        "": Sentence(
            (
                "通知写明{what}{found}个，这里写的是{stated}（{key}）",
                "The notice states {found} {what}; here it is {stated} ({key})",
            ),
            fix=("改为 {found}", "make it {found}"),
        ),
        "unfound": Sentence(
            (
                "通知里没有找到写明数目的那句话",
                "The sentence that states the counts was not found in the notice",
            ),
            fix=(
                "核对给出的是不是这份通知的全文",
                "see whether this is the whole text of the notice",
            ),
        ),
    },
    manual=Manual(
        ("数目和通知的不一样", "a count other than the notice states"),
        what=(
            "用 --notice 给出通知时，expect 里的数目和通知第一部分写明的不一样。",
            "With --notice: a count of `expect` is not the one of the notice's first part.",
        ),
        why=(
            "expect 是核对结对表的尺子，尺子错了就量不准。",
            "`expect` is what the table is measured by.",
        ),
        example=InWords(
            wrong=("counties: 18", "counties: 18"),
            right=("counties: 17", "counties: 17"),
        ),
    ),
)


def area_title(book: Book) -> Iterable[Finding]:
    """A task area whose title does not open the clause it names."""
    if book.notice is None:
        return
    for row in book.tasks.areas:
        clause = book.notice.clauses.get(row.value.clause)
        params = {"clause": row.value.clause, "title": row.value.title}
        if clause is None:
            yield Finding(row.at("clause"), params, "unfound")
        elif not clause.startswith(f"{row.value.title}。"):
            params["right"] = right = clause.partition("。")[0]
            yield Finding(row.at("title"), params, replacement=right)


T234 = Rule(
    "T234",
    "area-title",
    Severity.ERROR,
    area_title,
    sentences={
        "": Sentence(
            (
                "通知{clause}的标题是“{right}”，不是“{title}”",
                "The title of {clause} is “{right}”, not “{title}”",
            ),
            fix=("改为“{right}”", "make it “{right}”"),
        ),
        "unfound": Sentence(
            ("通知里没有{clause}", "The notice has no {clause}"),
            fix=(
                "对照通知改正条款，如 二（一）、三（三）",
                "compare with the notice: clauses are such as 二（一） and 三（三）",
            ),
        ),
    },
    manual=Manual(
        ("任务标题和通知的不一样", "a task title other than the notice's"),
        what=(
            "用 --notice 给出通知时，任务领域或保障措施的标题和所指条款的标题不一样。",
            "With --notice: the title of an area or safeguard is not that of the clause it names.",
        ),
        why=("报告里写的是通知的原话。", "Reports use the notice's own words."),
        example=InWords(
            wrong=("title: 服务创新驱动发展", "title: 服务创新驱动发展"),
            right=("title: 携手服务创新驱动发展", "title: 携手服务创新驱动发展"),
        ),
    ),
)


def measure_terms(book: Book) -> Iterable[Finding]:
    """A measure whose words do not stand, in their order, in its clause."""
    if book.notice is None:
        return
    for row in book.tasks.areas:
        clause = book.notice.clauses.get(row.value.clause, "")
        for i, measure in enumerate(row.value.measures):
            missing = _first_missing(measure, clause)
            if clause and missing is not None:
                params = {"measure": measure, "clause": row.value.clause, "missing": missing}
                yield Finding(row.at("measures", i), params)


def _first_missing(measure: str, clause: str) -> str | None:
    """The first character of `measure` that `clause` lacks at or after those before it."""
    rest: Iterator[str] = iter(clause)
    return next((char for char in measure if char not in rest), None)


T235 = Rule(
    "T235",
    "measure-terms",
    Severity.ERROR,
    measure_terms,
    sentences={
        "": Sentence(
            (
                "举措“{measure}”和通知{clause}的原文对不上，从“{missing}”起原文没有",
                "The words of “{measure}” are not those of {clause}, from “{missing}” on",
            ),
            fix=(
                "改用条款原文里的词，次序也照原文",
                "use the clause's own words, in its order",
            ),
        ),
    },
    manual=Manual(
        ("举措的用语不在条款里", "a measure in words its clause does not have"),
        what=(
            "用 --notice 给出通知时，举措标签里的字不能依次在所指条款里找到。",
            "With --notice: the characters of a measure do not stand in its clause in their order.",
        ),
        why=(
            "举措是通知条款的缩写，不能写通知没有的事。",
            "A measure shortens the clause and adds nothing to it.",
        ),
        example=InWords(
            wrong=("农技协培训合作", "农技协培训合作"),
            right=("区县农技协组织合作", "区县农技协组织合作"),
        ),
    ),
)


def notice_head(book: Book) -> Iterable[Finding]:
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
            yield Finding(row.at(key), params, "unfound")
            continue
        params["right"] = text = told.text if key != "date" else _iso(told.text)
        related = ((Place(book.notice.path, told.line), "problems.notice-here"),)
        yield Finding(row.at(key), params, related=related, replacement=text)


def _iso(day: str) -> str:
    """`2021-02-19` for `2021年2月19日`."""
    year, month, number = re.findall(r"\d+", day)
    return f"{year}-{month:0>2}-{number:0>2}"


T236 = Rule(
    "T236",
    "notice-head",
    Severity.ERROR,
    notice_head,
    sentences={
        "": Sentence(
            (
                "通知的{what}是 {right}，不是 {value}",
                "The {what} is {right} in the notice, not {value}",
            ),
            fix=("改为 {right}", "make it {right}"),
        ),
        "unfound": Sentence(
            (
                "通知里没有{what} {value}",
                "The {what} {value} does not stand in the notice",
            ),
            fix=(
                "对照通知改正；也看看给出的是不是这份通知的全文",
                "compare with the notice, and see whether this is the whole of its text",
            ),
        ),
    },
    manual=Manual(
        ("文号、标题等和通知的不一样", "a head other than the notice's"),
        what=(
            "用 --notice 给出通知时，notice 里的文号、标题、发文机关、"
            "印发日期或附件标题不在通知原文里，或者只写了一部分。",
            "With --notice: the number, title, issuer, date or annex of `notice` does not stand "
            "in the text of the notice, or only a part of it is given.",
        ),
        why=(
            "报告和公文照 notice 引用通知，错一个字就不是这份通知了。",
            "Reports and letters cite the notice by it; one character wrong, and it is another.",
        ),
        example=InWords(
            wrong=("number: 渝科协发〔2021〕8号", "number: 渝科协发〔2021〕8号"),
            right=("number: 渝科协发〔2021〕7号", "number: 渝科协发〔2021〕7号"),
        ),
    ),
)


RULES = (T231, T232, T233, T234, T235, T236)
