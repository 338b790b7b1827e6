"""T205, T208 to T211: what units, rows, task areas and the notice are known by.

A name that is used is known, and each number, name and title belongs to one of them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from cqpair.book import Book, Placed
from cqpair.lint.rule import PAIRINGS, Example, Finding, Manual, Rule, Sentence, Severity, whole
from cqpair.model.tasks import Area
from cqpair.model.units import Pairing, Unit
from cqpair.names import Match, Unknown, fold
from cqpair.source import Place

_WHOLE = 10  # rows; the annex has 17

_NUMBER = re.compile(r"\S+〔(\d{4})〕[1-9]\d*号")


def unknown_unit(book: Book) -> Iterable[Finding]:
    """A pairing or a successor that names no unit of the table by its short name."""
    known = {row.value.name for row in book.tables.units}
    for name, place in _mentions(book):
        if name in known:
            continue
        match book.names.find(name):
            case Match(unit=unit):
                params = {"name": name, "near": unit.name}
                yield Finding(place, params, "near", replacement=unit.name)
            case Unknown(near=(unit, *_)):
                yield Finding(place, {"name": name, "near": unit.name}, "near")
            case _:
                yield Finding(place, {"name": name})


def _mentions(book: Book) -> Iterator[tuple[str, Place]]:
    """Each name of a unit that pairings and changes mention, and where it stands."""
    for pairing in book.tables.pairings:
        yield pairing.value.county, pairing.at("county")
        for i, name in enumerate(pairing.value.partners):
            yield name, pairing.at("partners", i)
    for unit in book.tables.units:
        for i, change in enumerate(unit.value.changes):
            if change.successor:
                yield change.successor, unit.at("changes", i, "successor")


T205 = Rule(
    "T205",
    "unknown-unit",
    Severity.ERROR,
    whole(unknown_unit),
    sentences={
        "": Sentence(
            ("“{name}”不在 units 里", "“{name}” is not among the units"),
            fix=(
                "写 units 里的简称；全部简称见 cqpair pairs",
                "write a short name of `units`; `cqpair pairs` lists them",
            ),
        ),
        "near": Sentence(
            ("“{name}”不是 units 里的简称", "“{name}” is not the short name of a unit"),
            fix=("是不是“{near}”？", "is it {near}?"),
        ),
    },
    manual=Manual(
        ("结对表里的名称无法识别", "an unknown name in the pairing table"),
        what=(
            "结对或后继单位写的不是 units 里的简称。",
            "A pairing or a successor is not a short name of `units`.",
        ),
        why=(
            "名称对不上，这一对就查不到，台账也对不上。",
            "The pairing cannot be found by it, nor records checked against it.",
        ),
        example=Example(
            PAIRINGS,
            "  - {no: 12, county: 巫山县, partners: [北培区, 铜梁区]}",
            "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区]}",
        ),
    ),
)


def row_twice(book: Book) -> Iterable[Finding]:
    """A county in two pairings, two pairings with one number, or a number out of the count."""
    for key in ("county", "no"):
        first: dict[object, Placed[Pairing]] = {}
        for row in book.tables.pairings:
            value = getattr(row.value, key)
            other = first.setdefault(value, row)
            if other is not row:
                related = ((other.at(key), "problems.first"),)
                yield Finding(row.at(key), {"value": value}, key, related)
    yield from _stray_number(book.tables.pairings)


def _stray_number(rows: Sequence[Placed[Pairing]]) -> Iterable[Finding]:
    """The one number beyond 1 to the count of rows, where just one of those lacks.

    A short table may be a cut of the annex, whose numbers rightly have gaps.
    """
    if len(rows) < _WHOLE:
        return
    lacking = set(range(1, len(rows) + 1)) - {row.value.no for row in rows}
    stray = [row for row in rows if not 1 <= row.value.no <= len(rows)]
    if len(stray) == len(lacking) == 1:
        right = lacking.pop()
        params = {"value": stray[0].value.no, "right": right, "count": len(rows)}
        yield Finding(stray[0].at("no"), params, "stray", replacement=str(right))


T208 = Rule(
    "T208",
    "pairing-twice",
    Severity.ERROR,
    whole(row_twice),
    sentences={
        "county": Sentence(
            ("{value}写了两行", "{value} has two rows"),
            fix=("一个区县只占一行，合并或删去一行", "a county has one row: merge them"),
        ),
        "no": Sentence(
            ("序号{value}用了两次", "The number {value} is used twice"),
            fix=("对照附件改正序号", "compare with the annex"),
        ),
        "stray": Sentence(
            (
                "序号{value}超出了全部{count}行，缺的是{right}",
                "The number {value} goes beyond the {count} rows; {right} is missing",
            ),
            fix=("序号改为 {right}", "write {right}"),
        ),
    },
    manual=Manual(
        ("区县或序号重复、串号", "a county or number twice, or a stray number"),
        what=(
            "同一个区县写了两行，或同一个序号用了两次；十行以上的表里，只有一个序号超出行数、"
            "又正好缺一个号。",
            "A county has two rows, or two rows have one number; or, in a table of ten rows or "
            "more, one number is beyond their count and just one within it is missing.",
        ),
        why=(
            "附件一县一行，序号从 1 起连续编；重复或串号的，不知道以哪一行为准。",
            "The annex has one row a county, numbered in turn; otherwise nobody knows which row "
            "to believe.",
        ),
        example=Example(
            PAIRINGS,
            "  - {no: 12, county: 巫溪县, partners: [渝中区]}",
            "  - {no: 13, county: 巫溪县, partners: [渝中区]}",
        ),
    ),
)


def name_collision(book: Book) -> Iterable[Finding]:
    """Two units with one name or one code, so that asking for it can have no answer."""
    first: dict[str, tuple[Placed[Unit], Place]] = {}
    for row in book.tables.units:
        for value, place in identities(row):
            known = first.setdefault(fold(value), (row, place))
            if known[0] is not row:
                params = {"value": value, "name": row.value.name, "other": known[0].value.name}
                yield Finding(place, params, related=((known[1], "problems.first"),))


def identities(row: Placed[Unit]) -> Iterator[tuple[str, Place]]:
    """What a unit alone may be called, and where that stands."""
    unit = row.value
    yield unit.name, row.at("name")
    if unit.full_name:
        yield unit.full_name, row.at("full_name")
    if unit.code:
        yield str(unit.code), row.at("code")
    yield unit.pinyin, row.at("pinyin")
    for i, other in enumerate(unit.names):
        yield other.name, row.at("names", i, "name")


T209 = Rule(
    "T209",
    "name-collision",
    Severity.ERROR,
    whole(name_collision),
    sentences={
        "": Sentence(
            (
                "“{value}”既指{other}又指{name}",
                "“{value}” means both {other} and {name}",
            ),
            fix=(
                "名称和代码只能属于一个单位，改正其中一处",
                "a name or code belongs to one unit",
            ),
        ),
    },
    manual=Manual(
        ("名称或代码重复", "one name or code for two units"),
        what=(
            "两个单位有同样的名称、曾用名、拼音或代码。",
            "Two units share a name, a former name, pinyin or a code.",
        ),
        why=("按它去查，得不到唯一的结果。", "Asking for it would have no single answer."),
        example=Example(PAIRINGS, "    code: 500238", "    code: 500237"),
    ),
)


def area_twice(book: Book) -> Iterable[Finding]:
    """Two task areas, or two safeguards, with one number, code, title or clause."""
    first: dict[tuple[str, str], Placed[Area]] = {}
    for row in book.tasks.areas:
        area = row.value
        told = {"no": area.key, "code": area.code, "title": area.title, "clause": area.clause}
        for key, value in told.items():
            other = first.setdefault((key, value), row)
            if other is not row:
                params = {"value": value, "title": other.value.title}
                yield Finding(row.at(key), params, related=((other.at(key), "problems.first"),))


T210 = Rule(
    "T210",
    "area-twice",
    Severity.ERROR,
    area_twice,
    sentences={
        "": Sentence(
            ("“{value}”已经用在“{title}”上", "“{value}” is used for “{title}” already"),
            fix=(
                "对照通知改正：序号、代码、标题、条款各不相同",
                "compare with the notice: numbers, codes, titles and clauses all differ",
            ),
        ),
    },
    manual=Manual(
        ("任务领域重复", "one number or title for two task areas"),
        what=(
            "两个任务领域或两项保障措施的序号、代码、标题或条款相同。",
            "Two task areas, or two safeguards, share a number, code, title or clause.",
        ),
        why=(
            "重复的那一项会顶掉别的一项，报告里就少了一行。",
            "It takes the place of another, and the report lacks a row.",
        ),
        example=Example(
            "tasks.yaml",
            "    code: talent\n    clause: 二（二）",
            "    code: innovation\n    clause: 二（二）",
        ),
    ),
)


def notice_number(book: Book) -> Iterable[Finding]:
    """A number of the notice that is not …〔year〕n号, or not of the year of its date."""
    row = book.tables.notice
    if row is None:
        return
    params = {"value": row.value.number, "date": row.value.date}
    match = _NUMBER.fullmatch(row.value.number)
    if match is None:
        yield Finding(row.at("number"), params)
    elif int(match[1]) != row.value.date.year:
        related = ((row.at("date"), "problems.date-here"),)
        yield Finding(row.at("number"), params, "year", related)


T211 = Rule(
    "T211",
    "notice-number",
    Severity.ERROR,
    notice_number,
    sentences={
        "": Sentence(
            (
                "“{value}”不是文号的写法",
                "“{value}” is not written as the number of a notice",
            ),
            fix=(
                "照通知写：发文机关代字、六角括号里的年份、序号，如 渝科协发〔2021〕7号",
                "write it as the notice does: the issuer's letters, the year in 〔〕 and the "
                "number, such as 渝科协发〔2021〕7号",
            ),
        ),
        "year": Sentence(
            (
                "文号“{value}”的年份和印发日期{date}不是同一年",
                "The number “{value}” is of another year than the date {date}",
            ),
            fix=(
                "对照通知，改正文号的年份或印发日期（date）",
                "compare with the notice and correct the year of the number or `date`",
            ),
        ),
    },
    manual=Manual(
        ("文号写得不对", "a number of the notice that cannot be right"),
        what=(
            "通知的文号（notice 的 number）的写法不对，或年份和印发日期不是同一年。",
            "The notice's `number` is not written as 渝科协发〔2021〕7号 is, or its year is not "
            "that of `date`.",
        ),
        why=(
            "查询结果、报告和公文都照它引用通知，写错了就查不到原文。",
            "Answers, reports and letters cite the notice by it; by a wrong one it is not found.",
        ),
        example=Example(PAIRINGS, "  number: 渝科协发[2021]7号", "  number: 渝科协发〔2021〕7号"),
    ),
)


RULES = (T205, T208, T209, T210, T211)
