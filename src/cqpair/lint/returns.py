"""F115, F116: a return that an office sent, as `import` reads it."""

from cqpair.lint.rule import InWords, Manual, OfRejects, Rule, Severity
from cqpair.source import Fault

F115 = Rule(
    "F115",
    "unclear-return",
    Severity.ERROR,
    OfRejects(Fault.RETURN),
    manual=Manual(
        ("报表里有说不清的地方", "a return that leaves something unclear"),
        what=(
            "导入的报表看不出是哪个单位、哪个季度的，缺少任务领域或结对方，有别的季度、别的单位的"
            "记录，或者和这个单位以前报的对不上。整个文件一条也不导入。",
            "Of a file to be imported the sender or the quarter is not clear, areas or partners "
            "are missing, a record is of another quarter or of others, or it does not fit what "
            "the office sent before. Nothing of the file is taken.",
        ),
        why=(
            "猜出来的单位、领域和日期会变成报告里的数字，没有人再能查到来处。",
            "A guessed office, area or date becomes a figure that nobody can trace.",
        ),
        example=InWords(
            wrong=(
                "标题和文件名里都没有单位：二季度报表.xlsx",
                "no office anywhere: 二季度报表.xlsx",
            ),
            right=(
                "cqpair import 二季度报表.xlsx --sender 巫山县",
                "cqpair import 二季度报表.xlsx --sender 巫山县",
            ),
        ),
    ),
)


F116 = Rule(
    "F116",
    "wrong-total",
    Severity.WARNING,
    OfRejects(Fault.TOTAL),
    manual=Manual(
        ("报表的合计和各行对不上", "a total that its rows do not come to"),
        what=(
            "导入的报表里，合计、小计或总计和上面各行相加的结果不一样。各行照样导入。",
            "In a file that is imported, a line of totals is not the sum of the rows above. The "
            "rows are taken all the same.",
        ),
        why=(
            "多半是漏了一行，或者有一行的单位写错了。",
            "Usually a row is missing, or one has the wrong unit.",
        ),
        example=InWords(
            wrong=("两行 300 和 120，合计写 400", "two rows of 300 and 120, and a total of 400"),
            right=("合计 420", "a total of 420"),
        ),
    ),
)


RULES = (F115, F116)
