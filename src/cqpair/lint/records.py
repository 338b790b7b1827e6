"""A301 to A305, A310: whom and what a record names, against the tables.

A record that has a cell that does not fit is looked at too, as far as its other cells go.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cqpair.book import Book
from cqpair.cells import split_names
from cqpair.fields import Record
from cqpair.lint.rule import (
    HEAD,
    Manual,
    OfRecords,
    OfRejects,
    Rule,
    Sentence,
    Severity,
    Slip,
    cell_of,
    record_example,
)
from cqpair.messages import listed, say
from cqpair.model.units import Pairing, Unit
from cqpair.names import Match, Names, fold
from cqpair.source import Fault

A301 = Rule(
    "A301",
    "unknown-name",
    Severity.ERROR,
    OfRejects(Fault.UNKNOWN_NAME),
    manual=Manual(
        ("台账里的单位无法识别", "an unknown name in a record"),
        what=(
            "两群区县或主城协同区一列的名称，不是附件里的单位。",
            "The county or a partner of a record is not a unit of the annex.",
        ),
        why=(
            "不知道是谁的活动就没法统计；相近的名称只作建议，不代为决定。",
            "It cannot be counted; similar names are only suggested, nothing is decided for you.",
        ),
        example=record_example(
            HEAD, "2021-05-13,巫山县,北培区,4,演示数据", "2021-05-13,巫山县,北碚区,4,演示数据"
        ),
    ),
)


A302 = Rule(
    "A302",
    "ambiguous-name",
    Severity.ERROR,
    OfRejects(Fault.AMBIGUOUS_NAME),
    manual=Manual(
        ("台账里的单位有歧义", "an ambiguous name in a record"),
        what=(
            "这个写法可能指几个单位，如 ws 可以是巫山县，也可以是万盛经开区。",
            "The name could mean several units, as ws is 巫山县 or 万盛经开区.",
        ),
        why=("有歧义就不猜。", "What is ambiguous is not guessed."),
        example=record_example(
            HEAD, "2021-05-13,ws,北碚区,4,演示数据", "2021-05-13,巫山县,北碚区,4,演示数据"
        ),
    ),
)


def county_role(record: Record, _: Book) -> Iterable[Slip]:
    """A partner in the county's column."""
    county = record.county
    if county and county.role != "county":
        params = {"name": county.name, "region": county.region.value}
        yield Slip("county", params, "county")


def partner_role(record: Record, _: Book) -> Iterable[Slip]:
    """A county in the partners' column."""
    for unit in record.partners:
        if unit.role != "partner":
            yield Slip("partners", {"name": unit.name, "region": unit.region.value})


A303 = Rule(
    "A303",
    "wrong-role",
    Severity.ERROR,
    (OfRecords(("county",), county_role), OfRecords(("partners",), partner_role)),
    sentences={
        "": Sentence(
            (
                "{name}在{region}，不是主城协同区",
                "{name} is in {region}, so it is not a core-city partner",
            ),
            fix=(
                "主城协同区一列只写主城协同区；两列是否填反了？",
                "core-city partners belong in this column; are the two swapped?",
            ),
        ),
        "county": Sentence(
            (
                "{name}在{region}，不是“两群”协同区县",
                "{name} is in {region}, so it is not a county of the two groups",
            ),
            fix=(
                "两群区县一列只写“两群”协同区县；两列是否填反了？",
                "counties of the two groups belong in this column; are the two swapped?",
            ),
        ),
    },
    manual=Manual(
        ("台账里两边填反", "the two sides of a record exchanged"),
        what=(
            "两群区县一列写了主城协同区，或主城协同区一列写了“两群”协同区县。",
            "The county's column names a core-city unit, or the partners' one of the two groups.",
        ),
        why=("填反了，会记到别的结对名下。", "It would count for another pairing."),
        example=record_example(
            HEAD, "2021-05-13,巫山县,巫溪县,4,演示数据", "2021-05-13,巫山县,北碚区,4,演示数据"
        ),
    ),
)


class _Pairs(NamedTuple):
    """Who pairs with whom: the pairing of each county, and the county that a unit pairs with.

    `sender` is the short name of who sent all the records, where they are of one return.
    """

    names: Names
    by_county: Mapping[str, Pairing]
    counties: Mapping[str, str]
    sender: str | None


def _pairs(book: Book) -> _Pairs:
    """Who pairs with whom by the book's tables; of a unit in two pairings, the first."""
    pairings = book.pairings
    counties: dict[str, str] = {}
    for pairing in pairings:
        for name in (pairing.county, *pairing.partners):
            counties.setdefault(name, pairing.county)
    sender = book.sender.name if book.sender else None
    return _Pairs(book.names, {pairing.county: pairing for pairing in pairings}, counties, sender)


def wrong_partner(record: Record, pairs: _Pairs) -> Iterable[Slip]:
    """A partner of another county (the annex decides who pairs with whom)."""
    pairing = pairs.by_county.get(record.county.name) if record.county else None
    if pairing is None or not pairing.partners:  # T203 and T204 tell these
        return
    one = len(record.partners) == len(pairing.partners) == 1
    for unit in record.partners:
        if unit.role == "partner" and unit.name not in pairing.partners:
            theirs = pairs.counties.get(unit.name, "")
            ways = _ways(pairs, pairing, theirs)
            params = {
                "partner": unit.name,
                "told": _as_written(pairs.names, record, unit),
                "county": pairing.county,
                "right": listed(pairing.partners),
                "theirs": theirs,
                "ways": say("problems.or-make").join(ways.values()),
            }
            variant = "" if theirs else "unpaired"
            sure = one and "partner" in ways
            yield Slip("partners", params, variant, pairing.partners[0] if sure else None)


def _ways(pairs: _Pairs, pairing: Pairing, theirs: str) -> dict[str, str]:
    """What may be meant, in words: another partner, or the county of this one.

    Who sent it in a return is party to what is meant; where that is so of neither, both may be.
    """
    either = say("problems.or").join(pairing.partners)
    ways = {"partner": (pairing, say("problems.make-partner", either=either))}
    if theirs:
        ways["county"] = (pairs.by_county[theirs], say("problems.make-county", theirs=theirs))
    own = {key: text for key, (one, text) in ways.items() if pairs.sender in one.members}
    return own or {key: text for key, (_, text) in ways.items()}


def _as_written(names: Names, record: Record, unit: Unit) -> str:
    """A unit's name, behind what the cell calls it where that is something else."""
    for part in split_names(cell_of(record, "partners")):
        match names.find(part):
            case Match(unit=found) if found.name == unit.name and part != unit.name:
                return say("problems.as-written", written=part, name=unit.name)
    return unit.name


A304 = Rule(
    "A304",
    "wrong-partner",
    Severity.ERROR,
    (OfRecords(("county", "partners"), wrong_partner, _pairs),),
    sentences={
        "": Sentence(
            (
                "{told}不是{county}的结对方；{county}结对{right}，{partner}结对{theirs}",
                "{told} is not a partner of {county}; {county} pairs with {right}, {partner} with "
                "{theirs}",
            ),
            fix=(
                "把{ways}",
                "make {ways}",
            ),
        ),
        "unpaired": Sentence(
            (
                "{told}不是{county}的结对方，也没有和别的区县结对；{county}结对{right}",
                "{told} is not a partner of {county} or of any other county; {county} pairs with "
                "{right}",
            ),
            fix=("把{ways}", "make {ways}"),
        ),
    },
    manual=Manual(
        ("不是结对方", "not a partner"),
        what=("主城协同区不是这个区县的结对方。", "The partner is not this county's."),
        why=(
            "谁和谁结对以附件为准；不是结对双方的活动，不能记在这一对名下。",
            "The annex decides who pairs with whom; what others did does not count for a pair.",
        ),
        example=record_example(
            HEAD, "2021-05-13,云阳县,江津区,4,演示数据", "2021-05-13,云阳县,渝北区,4,演示数据"
        ),
    ),
)


A305 = Rule(
    "A305",
    "unknown-area",
    Severity.ERROR,
    OfRejects(Fault.UNKNOWN_AREA),
    manual=Manual(
        ("任务领域无法识别", "an unknown task area"),
        what=(
            "任务领域不是 1 到 6、保障1 到保障3，也不是它们的标题或代码。",
            "The area is not 1 to 6, 保障1 to 保障3, nor one of their titles or codes.",
        ),
        why=(
            "通知只有六项重点任务和三项保障措施。",
            "The notice has six areas and three safeguards.",
        ),
        example=record_example(
            HEAD, "2021-05-13,巫山县,北碚区,7,演示数据", "2021-05-13,巫山县,北碚区,4,演示数据"
        ),
    ),
)


class _Lists(NamedTuple):
    """The forms and, by area, the measures of tasks.yaml, folded; the forms as they are told."""

    forms: frozenset[str]
    measures: Mapping[str, frozenset[str]]
    choices: str


def _lists(book: Book) -> _Lists | None:
    """The lists of tasks.yaml; None where it could not be read, so that nothing is unlisted."""
    tasks = book.tasks.tasks
    if tasks is None:
        return None
    measures = {area.key: frozenset(map(fold, area.measures)) for area in tasks.all_areas}
    return _Lists(frozenset(map(fold, tasks.forms)), measures, listed(tasks.forms))


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
        yield Slip("measure", params, "measure")


A310 = Rule(
    "A310",
    "unlisted-value",
    Severity.WARNING,
    (
        OfRecords(("form",), unlisted_form, _lists),
        OfRecords(("area", "measure"), unlisted_measure, _lists),
    ),
    sentences={
        "": Sentence(
            ("活动形式“{value}”不在清单里", "The form “{value}” is not in the list"),
            fix=(
                "可以填：{choices}；确有需要的，加进 tasks.yaml 的 forms",
                "choose one of {choices}; or add it to `forms` in tasks.yaml",
            ),
        ),
        "measure": Sentence(
            (
                "任务举措“{value}”不属于“{area}”",
                "The measure “{value}” is not one of {area}",
            ),
            fix=("可以填：{choices}", "choose one of {choices}"),
        ),
    },
    manual=Manual(
        ("形式或举措不在清单里", "a form or measure not in the list"),
        what=(
            "活动形式不在 tasks.yaml 的 forms 里，或任务举措不属于这个任务领域。",
            "The form is not in `forms` of tasks.yaml, or the measure not one of the area's.",
        ),
        why=(
            "写法不一，就没法归类；记录照样计入。",
            "What is written in many ways cannot be grouped. The record still counts.",
        ),
        example=record_example(
            f"{HEAD},活动形式",
            "2021-05-13,巫山县,北碚区,4,演示数据,坐谈",
            "2021-05-13,巫山县,北碚区,4,演示数据,座谈会",
        ),
    ),
)


RULES = (A301, A302, A303, A304, A305, A310)
