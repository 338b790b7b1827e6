"""A309, A320, A321, A326, A327: counts and amounts of a record that cannot be right, or hardly."""

from collections.abc import Iterable

from cqpair.book import Book
from cqpair.fields import BY_KEY, COUNTS, MEASURED, MONEY, Record, in_big_scale, write_big
from cqpair.lint.rule import (
    HEAD,
    Manual,
    OfRecords,
    Rule,
    Sentence,
    Severity,
    Slip,
    cell_of,
    figure_of,
    of_each,
    record_example,
)
from cqpair.values import SMALLEST_WITHOUT_UNIT, folded, has_unit


def negative_figure(key: str, record: Record, _: Book) -> Iterable[Slip]:
    """A count or an amount below zero."""
    figure = figure_of(record, key)
    if figure and figure.value < 0:
        column = BY_KEY[key]
        yield Slip(key, {"column": column.title, "value": column.write_value(figure)})


A309 = Rule(
    "A309",
    "negative-figure",
    Severity.ERROR,
    of_each(MEASURED, negative_figure),
    sentences={
        "": Sentence(
            ("{column}是负数：{value}", "{column} is negative: {value}"),
            fix=(
                "填实际发生的数；要冲减以前的，改以前的记录",
                "write what happened; to correct an earlier record, change that one",
            ),
        ),
    },
    manual=Manual(
        ("数字是负的", "a negative figure"),
        what=("人次或金额小于零。", "A count or an amount is below zero."),
        why=(
            "负数会冲减别人填报的数，合计就少了。",
            "It would quietly reduce what others reported.",
        ),
        example=record_example(
            f"{HEAD},参与人次",
            "2021-05-13,巫山县,北碚区,4,演示数据,-300",
            "2021-05-13,巫山县,北碚区,4,演示数据,300",
        ),
    ),
)


def experts_exceed(record: Record, _: Book) -> Iterable[Slip]:
    """More experts than people who took part; both are 人次, and experts take part."""
    participants, experts = figure_of(record, "participants"), figure_of(record, "experts")
    if participants and experts and experts.value > participants.value >= 0:
        yield Slip("experts", {"participants": participants.value, "experts": experts.value})


A320 = Rule(
    "A320",
    "experts-exceed",
    Severity.WARNING,
    (OfRecords(("participants", "experts"), experts_exceed),),
    sentences={
        "": Sentence(
            (
                "专家人次{experts}多于参与人次{participants}",
                "There are more experts ({experts}) than participants ({participants})",
            ),
            fix=(
                "参与人次包括专家：核对两个数，看是不是填反了",
                "participants include the experts: check both; they may be swapped",
            ),
        ),
    },
    manual=Manual(
        ("专家比参与的人多", "more experts than participants"),
        what=(
            "专家人次和参与人次都填了，专家人次更多。",
            "Both are given, and there are more experts than participants.",
        ),
        why=(
            "专家也是参与的人；多出来的，多半是两格填反了，或少写了一位数。",
            "Experts take part too; the two are probably swapped, or a digit is missing.",
        ),
        example=record_example(
            f"{HEAD},参与人次,专家人次",
            "2021-05-13,巫山县,北碚区,4,演示数据,8,120",
            "2021-05-13,巫山县,北碚区,4,演示数据,120,8",
        ),
    ),
)


def bare_amount(key: str, record: Record, _: Book) -> Iterable[Slip]:
    """A plain number below 100 as an amount: 元 is read, and 万元 was probably meant."""
    amount = figure_of(record, key)
    if amount and 0 < amount.value < SMALLEST_WITHOUT_UNIT:
        text = folded(cell_of(record, key))
        if not has_unit(text):
            told = {"value": text, "amount": amount.value}
            yield Slip(key, {"column": BY_KEY[key].title, **told})


A321 = Rule(
    "A321",
    "bare-amount",
    Severity.WARNING,
    of_each(MONEY, bare_amount),
    sentences={
        "": Sentence(
            (
                "{column}“{value}”没有写单位，按{amount}元计",
                "{column} is “{value}” without a unit, which is read as {amount} 元",
            ),
            fix=(
                "是万元的写“{value}万元”，确实是元的写“{value}元”",
                "write {value}万元 if that is meant, or {value}元 if it really is 元",
            ),
        ),
    },
    manual=Manual(
        ("金额可能漏了“万元”", "an amount that may lack its 万元"),
        what=(
            "资金投入或实物折价只写了一个小于 100 的数，没有写单位。写了“元”或“万元”的不提示。",
            "An amount is a plain number below 100 without a unit. With 元 or 万元 it passes.",
        ),
        why=(
            "不写单位按元计。一次活动投入不到 100 元的很少，以万元计、在 100 以内的却最常见；"
            "漏了单位，这笔钱就只按万分之一计入合计。",
            "Without a unit it is 元. Hardly any activity costs less than 100 元, and most cost "
            "less than 100 万元; without the unit the sum is ten thousand times too small.",
        ),
        example=record_example(
            f"{HEAD},资金投入",
            "2021-05-13,巫山县,北碚区,4,演示数据,3",
            "2021-05-13,巫山县,北碚区,4,演示数据,3万元",
        ),
    ),
)


def large_figure(key: str, record: Record, _: Book) -> Iterable[Slip]:
    """1 亿 元, 10 万 人次 (experts: 1 万) or more, and not written in 亿 or 万."""
    figure, column = figure_of(record, key), BY_KEY[key]
    limit = column.doubted_from
    if figure and limit and figure.value >= limit and not in_big_scale(record, column):
        told = {"value": cell_of(record, key).strip(), "right": write_big(column, figure)}
        yield Slip(key, {"column": column.title, "figure": column.write_value(figure), **told})


A326 = Rule(
    "A326",
    "large-amount",
    Severity.WARNING,
    of_each(MONEY, large_figure),
    sentences={
        "": Sentence(
            (
                "{column}“{value}”按{figure}元计，一次活动很少有这么多",
                "{column} “{value}” is read as {figure} 元, which is rare for one activity",
            ),
            fix=(
                "多写了“万”或 0 的，改过来；确实有这么多的，写“{right}元”",
                "correct it if it has a 万 or a 0 too many; write {right}元 if it really is so "
                "much",
            ),
        ),
    },
    manual=Manual(
        ("金额大得少见", "an amount that is rarely so large"),
        what=(
            "资金投入或实物折价达到 1 亿元，格子和列名里却没有写“亿”。用“亿”写的不提示。",
            "An amount is 1 亿 元 or more, and neither its cell nor its header says 亿. One "
            "written in 亿 passes.",
        ),
        why=(
            "科协之间一次活动到 1 亿元的极少；把 30000 元写成 30000万元，"
            "或以万元为单位的列里填了元，合计就多出一万倍。真有上亿元的，人们会写“亿”。",
            "Hardly any activity of an association costs so much. 30000万元 for 30000元, or 元 in "
            "a column of 万元, makes the sum ten thousand times too large. People who mean 亿 "
            "write it.",
        ),
        example=record_example(
            f"{HEAD},资金投入",
            "2021-05-13,巫山县,北碚区,4,演示数据,30000万元",
            "2021-05-13,巫山县,北碚区,4,演示数据,30000元",
        ),
    ),
)


A327 = Rule(
    "A327",
    "large-count",
    Severity.WARNING,
    of_each(COUNTS, large_figure),
    sentences={
        "": Sentence(
            (
                "{column}“{value}”按{figure}人次计，一次活动很少有这么多",
                "{column} “{value}” is read as {figure} 人次, which is rare for one activity",
            ),
            fix=(
                "两个数连在一起、填成日期或电话号码、多写了 0 的，改过来；确实有这么多的，"
                "写“{right}人次”",
                "correct it if it is two numbers, a date or a telephone number, or has a 0 too "
                "many; write {right}人次 if there really were so many",
            ),
        ),
    },
    manual=Manual(
        ("人次多得少见", "a count that is rarely so large"),
        what=(
            "参与人次达到 10 万，或专家人次达到 1 万，格子和列名里却没有写“万”。用“万”写的不提示。",
            "There are 100,000 participants or more, or 10,000 experts, and neither the cell nor "
            "its header says 万. A count written in 万 passes.",
        ),
        why=(
            "这么大的数多半是两个数连在一起（300,200）、日期（20210513）、电话号码，或多写了 0；"
            "真有这么多人的，人们会写“20万人次”。",
            "So large a number is usually two numbers (300,200), a date (20210513) or a telephone "
            "number, or has a 0 too many. People who mean so many write 20万人次.",
        ),
        example=record_example(
            f"{HEAD},参与人次",
            '2021-05-13,巫山县,北碚区,4,演示数据,"300,200"',
            "2021-05-13,巫山县,北碚区,4,演示数据,300",
        ),
    ),
)


RULES = (A309, A320, A321, A326, A327)
