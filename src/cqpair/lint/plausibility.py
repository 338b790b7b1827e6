"""A322, A324, A325, A329: what a record says in words that may well be a slip.

Warnings: the record counts all the same.
"""

import re
from collections import Counter
from collections.abc import Iterable

from cqpair.book import Book
from cqpair.fields import Activity, Record
from cqpair.lint.rule import (
    HEAD,
    Example,
    Finding,
    Manual,
    OfRecords,
    Rule,
    Sentence,
    Severity,
    Slip,
    cell_of,
    of_each,
    record_example,
)
from cqpair.names import fold
from cqpair.values import folded, is_blank

_LINK = re.compile(
    r"https?://[^\s/]+\.[^\s/]|(?<![\w.-])(?:[a-z0-9-]+\.)+[a-z]{2,}", re.I | re.ASCII
)

_DOCUMENT = re.compile(r"[〔\[(【]\d{4}[〕\])】]第?\d{1,5}号")  # 渝科协发〔2021〕7号

_HAN = re.compile("[\u3400-\u9fff]")

_FEWEST_HAN = 3  # 县科协, 人民网: a body that can be asked

_LATIN = re.compile("[A-Za-z]")

_FEWEST_LATIN = 8

_INITIALS = re.compile("[A-Z]{3,}")  # CQTV, CCTV

_MANY = 4


def vague_source(record: Record, _: Book) -> Iterable[Slip]:
    """A source that is no link, no document number, and too short to name anything."""
    text = cell_of(record, "source")
    if not is_blank(text) and not _can_be_found(folded(text)):
        yield Slip("source", {"value": text.strip()})


def _can_be_found(source: str) -> bool:
    """Whether a source says where to look: a link, a document's number, or enough words."""
    if _LINK.search(source) or _DOCUMENT.search(source):
        return True
    if source.casefold().startswith("http"):
        return False
    if _INITIALS.fullmatch(source.strip()):
        return True
    han, latin = len(_HAN.findall(source)), len(_LATIN.findall(source))
    return han >= _FEWEST_HAN or latin >= _FEWEST_LATIN


A322 = Rule(
    "A322",
    "vague-source",
    Severity.WARNING,
    (OfRecords(("source",), vague_source),),
    sentences={
        "": Sentence(
            (
                "凭“{value}”找不到出处",
                "“{value}” does not say where this can be looked up",
            ),
            fix=(
                "写网址、文号（如 渝科协发〔2021〕7号），或写明由谁报送；没有出处的留空",
                "give a link, a document number such as 渝科协发〔2021〕7号, or who reported it; "
                "leave it empty if there is none",
            ),
        ),
    },
    manual=Manual(
        ("来源查不到", "a source that cannot be looked up"),
        what=(
            "来源不是网址，不是文号，也不足三个汉字，如“网上”“同上”“见报”；或者网址只写了开头。"
            "“巫山县科协报送”这样写明由谁报送的，CQTV 这样的大写简称，不提示；留空也不提示。",
            "The source is not a link or a document number and is too short to name anybody (fewer "
            "than three Chinese characters), or only the beginning of a link. Whoever reported "
            "it is a source, so are initials such as CQTV, and an empty cell passes.",
        ),
        why=(
            "别人要核实时，得知道去哪里查、问谁。",
            "Whoever wants to verify it must know where to look or whom to ask.",
        ),
        example=record_example(
            f"{HEAD},来源",
            "2021-05-13,巫山县,北碚区,4,演示数据,网上",
            "2021-05-13,巫山县,北碚区,4,演示数据,巫山县科协报送",
        ),
    ),
)


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
        yield Slip(column, params, "" if successor else "none")


A324 = Rule(
    "A324",
    "abolished-by-then",
    Severity.WARNING,
    of_each(("county", "partners"), abolished_by_then, "date", "note"),
    sentences={
        "": Sentence(
            (
                "{announced} 已公布撤销{name}，后继单位是{successor}",
                "{name} was abolished, as announced on {announced}; {successor} succeeds it",
            ),
            fix=(
                "结对关系仍按附件，这一格不改；在备注里写明，如“{name}已撤销，由{successor}承办”",
                "the annex stands, so leave this cell; say in the note who acted, such as "
                "“{name}已撤销 由{successor}承办”",
            ),
        ),
        "none": Sentence(
            (
                "{announced} 已公布撤销{name}",
                "{name} was abolished, as announced on {announced}",
            ),
            fix=(
                "结对关系仍按附件，这一格不改；在备注里写明“{name}已撤销”和实际承办单位",
                "the annex stands, so leave this cell; say in the note “{name}已撤销” and who "
                "acted",
            ),
        ),
    },
    manual=Manual(
        ("活动时单位已被公布撤销", "a unit abolished by then"),
        what=(
            "记录的日期在单位公布撤销的当天或以后，备注里没有提到撤销，也没有提到后继单位。",
            "The date is on or after the day the unit's end was announced, and the note mentions "
            "neither that (撤销) nor the successor.",
        ),
        why=(
            "没有见到重新安排结对的通知，记录仍按附件记、照样计入；但实际是谁承办的，应当写明。",
            "No notice re-assigns the pairing, so the record stays as the annex has it and "
            "counts; but who really acted should be said.",
        ),
        example=Example(
            "activities/2025Q4/yunyang.csv",
            f"{HEAD},备注\n2025-12-01,云阳县,渝北区,4,演示数据,",
            f"{HEAD},备注\n2025-12-01,云阳县,渝北区,4,演示数据,渝北区已撤销，由两江新区承办",
        ),
    ),
)


def pasted_text(book: Book) -> Iterable[Finding]:
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
            yield Finding(
                last.at("outcome"), params, "", ((first.at("outcome"), "problems.first"),)
            )


A325 = Rule(
    "A325",
    "pasted-text",
    Severity.WARNING,
    pasted_text,
    sentences={
        "": Sentence(
            (
                "{count}条记录的名称、成果一字不差，日期却不同：“{title}”，“{outcome}”",
                "Title and outcome are word for word the same in {count} records of different "
                "dates: “{title}”, “{outcome}”",
            ),
            fix=(
                "逐条核对，写各次活动自己的成果；没有成果的留空",
                "check each, and write what came of it; leave the outcome empty if nothing did",
            ),
        ),
    },
    manual=Manual(
        ("同样的文字贴了许多行", "one text pasted in many rows"),
        what=(
            "同一区县有四个以上不同日期的记录，活动名称和成果一字不差。",
            "In one county, records of four or more dates have the same title and the same "
            "outcome.",
        ),
        why=(
            "每次活动的成果不会一字不差，多半是复制后没有改。",
            "No four events come to the very same; the text was probably copied and not changed.",
        ),
        example=record_example(
            f"{HEAD},成果",
            "\n".join(f"2021-05-{d},巫山县,北碚区,4,演示数据,发放资料200份" for d in range(11, 15)),
            "\n".join(
                f"2021-05-{d},巫山县,北碚区,4,演示数据,发放资料{d}0份" for d in range(11, 15)
            ),
        ),
    ),
)


_LONGEST_TITLE = 100
"""Characters: a title of more holds what belongs in the outcome or the note."""


def long_title(record: Record, _: Book) -> Iterable[Slip]:
    """A title too long to be one."""
    length = len(cell_of(record, "title").strip())
    if length > _LONGEST_TITLE:
        yield Slip("title", {"count": length, "most": _LONGEST_TITLE})


A329 = Rule(
    "A329",
    "long-title",
    Severity.WARNING,
    (OfRecords(("title",), long_title),),
    sentences={
        "": Sentence(
            (
                "活动名称有{count}字，超过{most}字",
                "The title has {count} characters, more than {most}",
            ),
            fix=(
                "名称只写活动叫什么，经过和成效写到“成果”“备注”里",
                "let the title say what the event is called; how it went belongs in the outcome or "
                "the note",
            ),
        ),
    },
    manual=Manual(
        ("活动名称过长", "a title too long to be one"),
        what=(
            f"活动名称超过{_LONGEST_TITLE}字。记录照样计入，但报告正文不引用这样的名称。",
            f"The title has more than {_LONGEST_TITLE} characters. The record counts all the same, "
            "but the text of a report does not quote it.",
        ),
        why=(
            "多半是把整段通讯稿贴进了这一格：表格排不下，也看不出活动叫什么。",
            "Usually a whole news item was pasted into the cell: tables cannot hold it, and what "
            "the event was called cannot be seen.",
        ),
        example=record_example(
            HEAD,
            f"2021-05-13,巫山县,北碚区,4,演示数据：{'两地科协在乡镇开展农技培训，' * 8}",
            "2021-05-13,巫山县,北碚区,4,演示数据：农技培训",
        ),
    ),
)


RULES = (A322, A324, A325, A329)
