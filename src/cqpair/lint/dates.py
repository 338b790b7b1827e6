"""A306 to A308, A323, A328: a record's dates against its folder, the notice and the calendar."""

import re
from collections.abc import Iterable
from datetime import date

from cqpair.book import Book
from cqpair.fields import Record
from cqpair.lint.rule import (
    HEAD,
    Example,
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
from cqpair.messages import say
from cqpair.model.tasks import Status
from cqpair.period import folder_quarter, quarter_of
from cqpair.values import folded, weekday_in

_KNOWN_EARLY = re.compile("[早先]于.{0,8}通知|通知(?:印发|下发|发布)?[之以]?前")


def outside_quarter(record: Record, _: Book) -> Iterable[Slip]:
    """A date that is not certain to lie in the quarter its folder is named by."""
    quarter, date = folder_quarter(record.path), record.date
    if quarter and date and not quarter.holds(date):
        right = quarter_of(date.first)
        folder = right.label if right.holds(date) else str(date.first.year)
        params = {"date": str(date), "quarter": quarter.label, "folder": f"activities/{folder}/"}
        yield Slip("date", params, "coarse" if quarter.touches(date) else "")


A306 = Rule(
    "A306",
    "outside-quarter",
    Severity.ERROR,
    (OfRecords(("date",), outside_quarter),),
    sentences={
        "": Sentence(
            (
                "{date}不在{quarter}内，而文件放在{quarter}文件夹里",
                "{date} is not in {quarter}, the quarter of the folder",
            ),
            fix=(
                "日期写错的改日期；没写错的，把这一行移到 {folder}",
                "correct the date, or move the row to {folder}",
            ),
        ),
        "coarse": Sentence(
            (
                "日期只到“{date}”，不能确定在{quarter}里",
                "{date} is not certain to be in {quarter}",
            ),
            fix=(
                "补上月、日；不清楚的，移到以年份命名的文件夹",
                "give month and day, or move the row to a folder named by the year",
            ),
        ),
    },
    manual=Manual(
        ("日期不在文件夹的季度里", "a date outside its folder's quarter"),
        what=(
            "文件放在以季度命名的文件夹里，日期却不在这个季度，或者不能确定在。",
            "The file is in a folder named by a quarter, and the date is not certain to be in it.",
        ),
        why=(
            "出一个季度的报告只读这个季度的文件夹，放错了就漏掉了。",
            "A quarter's report reads that quarter's folder only; what is misplaced is missed.",
        ),
        example=record_example(
            HEAD, "2021-07-01,巫山县,北碚区,4,演示数据", "2021-06-30,巫山县,北碚区,4,演示数据"
        ),
    ),
)


def future_date(record: Record, book: Book) -> Iterable[Slip]:
    """A date still to come, for what is said to be under way or done."""
    date, status = record.date, record.status
    if date and date.first > book.on and status not in (None, Status.PLANNED):
        yield Slip("date", {"date": date, "status": str(status), "today": book.on})


A307 = Rule(
    "A307",
    "future-date",
    Severity.ERROR,
    (OfRecords(("date", "status"), future_date),),
    sentences={
        "": Sentence(
            (
                "{date}还没有到（以{today}为准），状态却是“{status}”",
                "{date} is still to come (as of {today}), but the status is {status}",
            ),
            fix=("状态改为“计划”，或改正日期", "make the status 计划, or correct the date"),
        ),
    },
    manual=Manual(
        ("日期还没有到", "a date still to come"),
        what=(
            "状态是已完成或进行中，日期却在今天以后。",
            "The record says completed or ongoing, and its date is after today.",
        ),
        why=(
            "没有发生的活动不能计入；要做的事，状态写“计划”。",
            "What has not happened is not counted; what is meant to, is 计划.",
        ),
        example=Example(
            "activities/2999/wushan.csv",
            f"{HEAD},状态\n2999-05-13,巫山县,北碚区,4,演示数据,已完成",
            f"{HEAD},状态\n2999-05-13,巫山县,北碚区,4,演示数据,计划",
        ),
    ),
)


def end_before_start(record: Record, _: Book) -> Iterable[Slip]:
    """An end that lies before the start, as far as both are known."""
    date, end = record.date, record.end_date
    if date and end and end.last < date.first:
        yield Slip("end_date", {"date": date, "end": end})


A308 = Rule(
    "A308",
    "end-before-start",
    Severity.ERROR,
    (OfRecords(("date", "end_date"), end_before_start),),
    sentences={
        "": Sentence(
            (
                "结束日期{end}早于开始日期{date}",
                "It ends on {end}, before it starts on {date}",
            ),
            fix=("核对两个日期，看是不是填反了", "check both dates; are they exchanged?"),
        ),
    },
    manual=Manual(
        ("结束早于开始", "an end before the start"),
        what=("结束日期在开始日期之前。", "The record ends before it starts."),
        why=(
            "两个日期至少有一个是错的，活动可能归错时段。",
            "One of the dates is wrong, and with it perhaps the period.",
        ),
        example=record_example(
            f"{HEAD},结束日期",
            "2021-05-13,巫山县,北碚区,4,演示数据,2021-05-12",
            "2021-05-12,巫山县,北碚区,4,演示数据,2021-05-13",
        ),
    ),
)


def before_notice(record: Record, issued: date) -> Iterable[Slip]:
    """A date that is certain to lie before the notice's, and no note that says so."""
    date = record.date
    if date and date.last < issued and not _KNOWN_EARLY.search(folded(cell_of(record, "note"))):
        yield Slip("date", {"date": date, "issued": issued})


def _issued(book: Book) -> date | None:
    """The day of the notice; None where the tables do not tell it."""
    return book.tables.notice.value.date if book.tables.notice else None


A323 = Rule(
    "A323",
    "before-notice",
    Severity.WARNING,
    (OfRecords(("date", "note"), before_notice, _issued),),
    sentences={
        "": Sentence(
            (
                "{date}早于通知印发的日期 {issued}",
                "{date} is before the notice was issued, on {issued}",
            ),
            fix=(
                "日期写错的改日期；确实早于通知的，在备注里写“早于通知印发”",
                "correct the date; if it really was earlier, write 早于通知印发 in the note",
            ),
        ),
    },
    manual=Manual(
        ("早于通知", "before the notice"),
        what=(
            "开始日期肯定在通知印发以前（见 pairings.yaml 的 notice）。备注里写了“早于通知印发”"
            "的，说明是有意记的，不提示；日期只到月、不能确定的，也不提示。",
            "The date is certain to be before the notice's, which pairings.yaml has. It "
            "passes where the note says so (早于通知印发), or where the date is not certain.",
        ),
        why=(
            "结对由通知确定，更早的日期多半是年份写错；确有其事的，写明了，看报告的人也明白。",
            "The notice made the pairs, so an earlier date is usually a wrong year; if it is "
            "right, readers should be told so.",
        ),
        example=Example(
            "activities/2021Q1/wushan.csv",
            f"{HEAD},备注\n2021-02-18,巫山县,北碚区,4,演示数据,",
            f"{HEAD},备注\n2021-02-18,巫山县,北碚区,4,演示数据,早于通知印发",
        ),
    ),
)


def wrong_weekday(key: str, record: Record, _: Book) -> Iterable[Slip]:
    """A day of the week behind a date that is not the date's."""
    date = getattr(record, key)
    weekday = weekday_in(cell_of(record, key)) if date else None
    if date and weekday is not None and weekday != date.first.weekday():
        right = say(f"problems.weekday-{date.first.weekday()}")
        told = say(f"problems.weekday-{weekday}")
        yield Slip(key, {"date": date, "right": right, "value": told})


A328 = Rule(
    "A328",
    "wrong-weekday",
    Severity.WARNING,
    of_each(("date", "end_date"), wrong_weekday),
    sentences={
        "": Sentence(
            ("{date} 是{right}，写的却是{value}", "{date} is a {right}, not a {value}"),
            fix=(
                "核对是哪一天，改正日期，或去掉星期",
                "check which day it was; correct the date, or remove the weekday",
            ),
        ),
    },
    manual=Manual(
        ("星期和日期对不上", "a weekday that is not the date's"),
        what=(
            "日期后面写了星期，却不是那一天的星期。没有写星期的不核对。",
            "The day of the week given after the date is not that day's. Without one nothing is "
            "checked.",
        ),
        why=(
            "两个里有一个写错了；记录按日期计入，日期错了就可能归错时段。",
            "One of them is wrong. The record counts by its date, which may be the wrong one.",
        ),
        example=record_example(
            HEAD,
            "2021年5月13日（周五）,巫山县,北碚区,4,演示数据",
            "2021年5月13日（周四）,巫山县,北碚区,4,演示数据",
        ),
    ),
)


RULES = (A306, A307, A308, A323, A328)
