"""What is wrong with the text of a cell, and how to write it."""

TEXTS = {
    "date": ("{column}“{value}”不是日期", "{column} “{value}” is no date"),
    "date.fix": (
        "写成 2021-05-13；只知道月份写 2021-05，只知道年份写 2021；在以季度或年份命名的文件夹里"
        "可以写 5月13日；有起止的，止日填在结束日期",
        "write 2021-05-13, or 2021-05 or 2021 when no more is known; in a folder named by a "
        "quarter or a year 5月13日 will do; an end goes in end_date",
    ),
    "date-without-year": ("{column}“{value}”没有年份", "{column} “{value}” has no year"),
    "date-without-year.fix": (
        "补上年份，如 2021年5月13日；放在 2021Q2、2021 这样的文件夹里可以不写",
        "add the year, as in 2021年5月13日; only a folder such as 2021Q2 or 2021 does without",
    ),
    "no-such-day": (
        "{column}“{value}”：日历上没有这一天",
        "{column} “{value}”: the calendar has no such day",
    ),
    "no-such-day.fix": ("核对月和日，改成有的日子", "check month and day"),
    "count": ("{column}“{value}”不是数目", "{column} “{value}” is no count"),
    "count.fix": (
        "写成整数，如 300、1,200；大概的写“约300”；没有统计的留空",
        "write a whole number such as 300 or 1,200, 约300 if approximate, nothing if not counted",
    ),
    "money": ("{column}“{value}”不是金额", "{column} “{value}” is no amount"),
    "money.fix": (
        "写成数字加单位，如 5000元、3万元、1.5亿元；大概的写“约3万元”；没有统计的留空",
        "write a number with its unit such as 5000元, 3万元, 1.5亿元, 约3万元 if approximate, "
        "nothing if not counted",
    ),
    "flag": ("{column}“{value}”看不出是或否", "{column} “{value}” is neither yes nor no"),
    "flag.fix": ("写“是”，或者留空", "write 是, or leave it empty"),
    "choice": (
        "{column}“{value}”不在清单里",
        "{column} “{value}” is not in the list",
    ),
    "choice.fix": ("可以填：{choices}", "choose one of {choices}"),
    "area": ("没有“{value}”这个任务领域", "There is no task area “{value}”"),
    "area.fix": (
        "填 1 到 6，或保障1 到保障3；对应的标题见 cqpair tasks",
        "write 1 to 6, or 保障1 to 保障3; `cqpair tasks` lists their titles",
    ),
    "separator": (
        "{column}“{value}”里有几个单位，中间没有用顿号隔开",
        "{column} “{value}” names several units without a mark between them",
    ),
    "separator.fix": ("写成“{right}”", "write {right}"),
    "unknown-name": (
        "{column}“{value}”不是附件里的单位",
        "{column} “{value}” is no unit of the annex",
    ),
    "unknown-name.fix": ("全部单位见 cqpair pairs", "`cqpair pairs` lists all units"),
    "unknown-name-near": (
        "{column}“{value}”不是附件里的单位",
        "{column} “{value}” is no unit of the annex",
    ),
    "unknown-name-near.fix": ("是不是“{near}”？", "is it {near}?"),
    "ambiguous-name": (
        "{column}“{value}”有歧义，可能指{candidates}",
        "{column} “{value}” could be {candidates}",
    ),
    "ambiguous-name.fix": ("写全名，如“{first}”", "write the name in full, such as {first}"),
}
