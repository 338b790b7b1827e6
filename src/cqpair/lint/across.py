"""D4xx: records against each other."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from cqpair.book import Book
from cqpair.doubles import Candidate, undecided_among
from cqpair.fields import BY_KEY, COLUMNS, MONEY, Activity
from cqpair.lint.rule import HEAD, Finding, Manual, Rule, Sentence, Severity, record_example
from cqpair.names import fold

_ANOTHER = re.compile("另一笔|另行|又投入|再次投入|每次|按次|分批|第.{1,3}[次批期笔]")


_COMPARED = tuple(c.key for c in COLUMNS if c.key not in ("id", "note"))


def duplicate_id(book: Book) -> Iterable[Finding]:
    """An id that an earlier record already has; ids are unique and lasting."""
    first: dict[str, Activity] = {}
    for activity in book.activities:
        if activity.id is None:
            continue
        other = first.setdefault(activity.id, activity)
        if other is not activity:
            params = {"id": activity.id, "title": other.title}
            related = ((other.at("id"), "problems.first"),)
            yield Finding(activity.at("id"), params, related=related, activity=activity)


D401 = Rule(
    "D401",
    "duplicate-id",
    Severity.ERROR,
    duplicate_id,
    sentences={
        "": Sentence(
            ("编号 {id} 已经给了“{title}”", "The id {id} belongs to “{title}” already"),
            fix=(
                "同一活动的，删去一行；不同活动的，清空这一格，另给编号",
                "delete one row if they are one event; else empty this cell for a new id",
            ),
        ),
    },
    manual=Manual(
        ("编号重复", "an id used twice"),
        what=("这个编号前面已有一条记录用了。", "An earlier record has this id already."),
        why=(
            "编号是查到一条记录的唯一凭据；重复的也可能是同一活动录了两遍。",
            "A record is found by its id alone; and the same id may mean one event entered twice.",
        ),
        example=record_example(
            f"编号,{HEAD}",
            "a,2021-05-13,巫山县,北碚区,4,演示数据一\na,2021-05-14,巫山县,北碚区,4,演示数据二",
            "a,2021-05-13,巫山县,北碚区,4,演示数据一\nb,2021-05-14,巫山县,北碚区,4,演示数据二",
        ),
    ),
)


def duplicate_record(book: Book) -> Iterable[Finding]:
    """A record that says in every column but id and note what an earlier one says."""
    for activity, other in _copies(book):
        if not _same_id(activity, other):
            related = ((other.at("title"), "problems.first"),)
            params = {"title": activity.title}
            yield Finding(activity.at("title"), params, related=related, activity=activity)


def _copies(book: Book) -> Iterator[tuple[Activity, Activity]]:
    """Records that say what an earlier one says in every column but id and note, and that one.

    What two offices sent is not a copy: both told one event, which is for people to decide.
    """
    senders = book.submissions.senders() if book.submissions else {}
    for records in _sharing(book):
        first: dict[tuple[object, ...], Activity] = {}
        for activity in records:
            sender = senders.get(activity.id or "")
            other = first.setdefault((*_content(activity), sender), activity)
            if other is not activity:
                yield activity, other


def _sharing(book: Book) -> Iterator[list[Activity]]:
    """Records of one day, county and title, where there are several: few, so cheap to compare."""
    groups: dict[tuple[object, ...], list[Activity]] = {}
    titles = Counter(activity.title for activity in book.activities)
    for activity in book.activities:
        if titles[activity.title] == 1:
            continue
        key = (activity.date, activity.county.name, activity.title)
        groups.setdefault(key, []).append(activity)
    return (records for records in groups.values() if len(records) > 1)


def _content(activity: Activity) -> tuple[object, ...]:
    """What a record says, whatever order its partners stand in."""
    told = {key: getattr(activity, key) for key in _COMPARED}
    return tuple({**told, "partners": activity.partner_names}.values())


D402 = Rule(
    "D402",
    "duplicate-record",
    Severity.ERROR,
    duplicate_record,
    sentences={
        "": Sentence(
            (
                "“{title}”和先出现的一条除编号、备注外完全相同",
                "“{title}” is the same as an earlier record in every column but id and note",
            ),
            fix=(
                "同一活动的，删去这一行；不同活动的，写出区别，如地点或场次",
                "delete this row if they are one event; else write what differs, such as the place",
            ),
        ),
    },
    manual=Manual(
        ("整条重复", "a record twice"),
        what=(
            "除编号和备注外，每一列都和前面一条记录相同。编号也相同的，由 D401 提示。",
            "Every column but id and note is the same as in an earlier record. Where the id is "
            "the same too, D401 reports it.",
        ),
        why=(
            "同一活动算两次，活动数、人次、金额都会虚增。",
            "One event would count twice, with all its figures.",
        ),
        example=record_example(
            f"{HEAD},地点",
            "2021-05-13,巫山县,北碚区,4,演示数据,竹贤乡\n2021-05-13,巫山县,北碚区,4,演示数据,竹贤乡",
            "2021-05-13,巫山县,北碚区,4,演示数据,竹贤乡\n2021-05-13,巫山县,北碚区,4,演示数据,骡坪镇",
        ),
    ),
)


def told_by_both(book: Book) -> Iterable[Finding]:
    """What looks like one event, told by both partners of a county or by both offices of a pair.

    Each record is told of once, with the likeliest of those before it; a copy is left to D402.
    """
    copies = {id(activity) for activity, _ in _copies(book)}
    originals = [record for record in book.activities if id(record) not in copies]
    likeliest: dict[int, Candidate] = {}
    for candidate in undecided_among(originals, book.submissions):
        found = likeliest.setdefault(id(candidate.second), candidate)
        if candidate.score > found.score:
            likeliest[id(candidate.second)] = candidate
    for candidate in likeliest.values():
        other, activity = candidate.first, candidate.second
        params = {"title": activity.title, "other": other.title, "date": other.date}
        related = ((other.at("title"), "problems.first"),)
        yield Finding(activity.at("title"), {**params, "why": candidate.why}, related=related)


D403 = Rule(
    "D403",
    "told-by-both",
    Severity.WARNING,
    told_by_both,
    sentences={
        "": Sentence(
            (
                "“{title}”和{date}的“{other}”像是同一活动，由不同单位各报了一次：{why}",
                "“{title}” and “{other}” of {date} look like one event, reported by two sides: "
                "{why}",
            ),
            fix=(
                "用“cqpair reconcile 季度”认定是不是同一活动：是的只计一条，不是的都计，"
                "以后不再提示",
                "decide with `cqpair reconcile QUARTER` whether they are one: if so one counts, "
                "else both, and it is not asked again",
            ),
        ),
    },
    manual=Manual(
        ("像是同一活动报了两次", "what looks like one event reported twice"),
        what=(
            "同一区县的两条记录，像是结对的几方各报了一次。日期、地点、人次、金额、名称、形式、"
            "牵头单位相同或相近的，各记几分，够六分就提示，并说明理由。乡镇、村、学校不同，"
            "期次（第一期、第二期）不同，或日期相差超过三天的，是两件事；计划不比。"
            "同一文件里主城协同区和牵头单位都相同的两条，是一家报的两件事。",
            "Two records of one county that look as if several sides of the pairing reported one "
            "event. Equal or similar days, places, counts, amounts, titles, forms and leads give "
            "points; from six on it is reported, with the reasons. Another township, village or "
            "school, another number (第一期, 第二期) or more than three days between them make two "
            "events. Plans are not compared, nor records of one file with the same partners and "
            "lead: one side reported both.",
        ),
        why=(
            "结对双方都可能上报，同一活动算两次是最常见的错；是不是一件事要由人定，这里只提醒，"
            "记录照样计入。",
            "Both sides of a pair may report one event, and counting it twice is the classic "
            "error. People decide whether it is one; until then both records count.",
        ),
        example=record_example(
            f"{HEAD},牵头单位",
            "2021-05-13,巫山县,北碚区,4,演示数据：农技专家进村,北碚区科协\n"
            "2021-05-13,巫山县,北碚区,4,演示数据：农技专家进村活动,巫山县科协",
            "2021-05-13,巫山县,北碚区,4,演示数据：农技专家进村,北碚区科协、巫山县科协",
        ),
    ),
)


def amount_again(book: Book) -> Iterable[Finding]:
    """An amount that the same pair told for the same place and title earlier in the year."""
    for key, records in _same_amounts(_happened(book)):
        first: dict[tuple[object, ...], Activity] = {}
        for activity in sorted(records, key=lambda a: a.date.first):
            what = (activity.partner_names, fold(activity.place or ""), fold(activity.title))
            other = first.setdefault(what, activity)
            later = other.date.last < activity.date.first
            if later and not _same_id(activity, other) and not _tells_apart(activity):
                column = BY_KEY[key]
                params = {
                    "column": column.title,
                    "value": column.write_value(activity.figures[key]),
                    "date": other.date,
                }
                related = ((other.at(key), "problems.first"),)
                yield Finding(activity.at(key), params, related=related)


def _same_amounts(records: list[Activity]) -> Iterator[tuple[str, list[Activity]]]:
    """By column, the records of one county and year that tell one amount and a place."""
    for key in MONEY:
        told = [(getattr(activity, key), activity) for activity in records if activity.place]
        counts = Counter((amount and amount.value, a.county.name) for amount, a in told)
        groups: dict[tuple[object, ...], list[Activity]] = {}
        for amount, activity in told:
            if amount and amount.value > 0 and counts[amount.value, activity.county.name] > 1:
                what = (amount.value, activity.county.name, activity.date.first.year)
                groups.setdefault(what, []).append(activity)
        yield from ((key, group) for group in groups.values() if len(group) > 1)


def _tells_apart(activity: Activity) -> bool:
    """True where the note says that this money is not what was told before."""
    return _ANOTHER.search(activity.note or "") is not None


D404 = Rule(
    "D404",
    "amount-again",
    Severity.WARNING,
    amount_again,
    sentences={
        "": Sentence(
            (
                "{column} {value} 元在{date}的记录里报过，结对、地点、名称都相同",
                "{column} of {value} 元 was reported on {date} for the same pair, place and title",
            ),
            fix=(
                "同一笔钱只报一次，清空这一格；另一笔的，在备注里写“另一笔”，金额留着",
                "report one sum once, so empty this cell; if it is another sum, keep it and "
                "write 另一笔 in the "
                "note",
            ),
        ),
    },
    manual=Manual(
        ("同一笔钱又报一次", "an amount reported again"),
        what=(
            "同一年里，同一结对、同一地点、同一名称，后来的记录又报了同样的金额。"
            "备注里写了“另一笔”“第二批”“每次”这样的话，说明是另花的，不提示。",
            "Later in the same year the same pair reports the same amount for the same place and "
            "title. It passes where the note says that it is another sum (另一笔, 第二批, 每次).",
        ),
        why=(
            "按季度报送时，容易把上一季度的钱或全年累计再报一次，合计就多了。",
            "With a return each quarter, last quarter's money or the year's to date is easily "
            "reported again, and the sum is too large.",
        ),
        example=record_example(
            f"{HEAD},地点,资金投入",
            "2021-05-13,巫山县,北碚区,4,演示数据,竹贤乡,3万元\n"
            "2021-06-18,巫山县,北碚区,4,演示数据,竹贤乡,3万元",
            "2021-05-13,巫山县,北碚区,4,演示数据,竹贤乡,3万元\n"
            "2021-06-18,巫山县,北碚区,4,演示数据,竹贤乡,",
        ),
    ),
)


def _happened(book: Book) -> list[Activity]:
    """The records that count in sums; a plan is told again when it is carried out."""
    return [a for a in book.activities if a.counted]


def _same_id(activity: Activity, other: Activity) -> bool:
    """True where D401 tells the two already."""
    return activity.id is not None and activity.id == other.id


RULES = (D401, D402, D403, D404)
