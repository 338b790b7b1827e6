"""What is wrong with a value, with a period on the command line, and with the shape of a table."""

TEXTS = {
    "date": ("{column}“{value}”不是日期", "{column} “{value}” is not a date"),
    "date.fix": (
        "写成 2021-05-13；只知道月份写 2021-05，只知道年份写 2021；在以季度或年份命名的文件夹里"
        "可以写 5月13日；有起止的，止日填在结束日期",
        "write 2021-05-13, or 2021-05 or 2021 when no more is known; in a folder named by a "
        "quarter or a year 5月13日 will do; an end goes in end_date",
    ),
    "date-near": ("{column}“{value}”不是规范的日期", "{column} “{value}” is not a date"),
    "date-near.fix": ("是不是 {right}？是的话照这样写", "is it {right}? If so, write that"),
    "date-span": (
        "{column}“{value}”是一段时间，不是一个日期",
        "{column} “{value}” is a span of time, not a date",
    ),
    "date-span.fix": (
        "开始日期写 {start}，结束日期写 {end}",
        "write {start} in 开始日期 (date) and {end} in 结束日期 (end_date)",
    ),
    "date-or-span": (
        "{column}“{value}”可能是一天，也可能是一段时间",
        "{column} “{value}” may be a day or a span of months",
    ),
    "date-or-span.fix": (
        "是一天的，写 {day}；是几个月的，开始日期写 {start}，结束日期写 {end}",
        "write {day} if it is a day; if it is a span, write {start} in 开始日期 (date) and {end} "
        "in 结束日期 (end_date)",
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
    "no-such-day.fix": ("核对月份和日期，改成日历上有的日期", "check the month and the day"),
    "count": ("{column}“{value}”不是数目", "{column} “{value}” is not a count"),
    "count.fix": (
        "写成整数，如 300、1,200；大概的写“约300”；没有统计的留空",
        "write a whole number such as 300 or 1,200, 约300 if approximate, nothing if not counted",
    ),
    "money": ("{column}“{value}”不是金额", "{column} “{value}” is not an amount"),
    "money.fix": (
        "写成数字加单位，如 5000元、3万元、1.5亿元；大概的写“约3万元”；没有统计的留空",
        "write a number with its unit such as 5000元, 3万元, 1.5亿元, 约3万元 if approximate, "
        "nothing if not counted",
    ),
    "figure-near": (
        "{column}“{value}”没有写成数字",
        "{column} “{value}” is not written as a number",
    ),
    "figure-near.fix": ("是不是 {near}？是的话照这样写", "is it {near}? If so, write that"),
    "vague": ("{column}“{value}”没有说出是多少", "{column} “{value}” does not say how many"),
    "vague.fix": (
        "写一个数，大概的在前面加“约”，如“约300”；没有统计的留空",
        "write a number, with 约 before it if approximate, as in 约300; "
        "leave it empty if not counted",
    ),
    "range": (
        "{column}“{value}”是一个范围，不是一个数",
        "{column} “{value}” is a range, not a number",
    ),
    "range.fix": (
        "核实后只写一个数；核实不了的，写一个大概的数，前面加“约”",
        "find out and write one number; if nobody knows, write an estimate with 约 before it",
    ),
    "two-figures": (
        "{column}“{value}”里不止一个数",
        "{column} “{value}” holds more than one number",
    ),
    "two-figures.fix": (
        "一格只写一个数：同一次活动的写合计，几次活动的分成几条记录；只是一个数的，去掉空格，"
        "千位用半角逗号",
        "write one number in a cell: the sum for one event, or a record for each of several; if it "
        "is one number, remove the spaces and separate thousands by a comma, as in 1,200",
    ),
    "grouping": (
        "{column}“{value}”的逗号不在千位上",
        "{column} “{value}” has a comma in the wrong place",
    ),
    "grouping.fix": (
        "千位的逗号从右往左每三位一个，如 1,200；是几个数的，一格只写一个",
        "separate thousands as in 1,200; if these are several numbers, write one in a cell",
    ),
    "date-for-figure": (
        "{column}“{value}”是日期，这里应当填数",
        "{column} “{value}” is a date where a number belongs",
    ),
    "date-for-figure.fix": (
        "表格软件会把手打的 3-5 变成 3月5日：把单元格格式设成“文本”，再重新填数",
        "spreadsheets turn 3-5 typed by hand into 3月5日: format the cell as text, then type the "
        "number again",
    ),
    "flag": ("{column}“{value}”看不出是或否", "{column} “{value}” is neither yes nor no"),
    "flag.fix": ("写“是”，或者留空", "write 是, or leave it empty"),
    "choice": (
        "{column}“{value}”不在清单里",
        "{column} “{value}” is not in the list",
    ),
    "choice.fix": ("可以填：{choices}", "choose one of {choices}"),
    "choice-near": (
        "{column}“{value}”不在清单里",
        "{column} “{value}” is not in the list",
    ),
    "choice-near.fix": (
        "是不是“{near}”？可以填：{choices}",
        "is it {near}? Choose one of {choices}",
    ),
    "not-done": (
        "{column}“{value}”不在清单里",
        "{column} “{value}” is not in the list",
    ),
    "not-done.fix": (
        "没有开展、已经取消的，删去这条记录；推迟的写“计划”，做了一部分的写“进行中”",
        "delete the record if nothing was done or will be; write 计划 if it was postponed, 进行中 "
        "if part of it was done",
    ),
    "area": ("没有“{value}”这个任务领域", "There is no task area “{value}”"),
    "area.fix": (
        "填 1 到 6，或保障1 到保障3；对应的标题见 cqpair tasks",
        "write 1 to 6, or 保障1 to 保障3; `cqpair tasks` lists their titles",
    ),
    "area-near": ("没有“{value}”这个任务领域", "There is no task area “{value}”"),
    "area-near.fix": (
        "是不是 {near}？是的话写它的编号",
        "is it {near}? If so, write its number",
    ),
    "one-county": (
        "{column}“{value}”写了几个单位：{right}",
        "{column} “{value}” names several units: {right}",
    ),
    "one-county.fix": (
        "这一列只写一个区县：几个区县的，分成几条记录；结对的区写在“主城协同区”",
        "write one county here, and a record for each of several; their partners go in 主城协同区 "
        "(partners)",
    ),
    "separator": (
        "{column}“{value}”里有几个单位，中间没有用顿号隔开",
        "{column} “{value}” names several units without a mark between them",
    ),
    "separator.fix": ("写成“{right}”", "write {right}"),
    "unknown-name": (
        "{column}“{value}”不是附件里的单位",
        "{column} “{value}” is not a unit of the annex",
    ),
    "unknown-name.fix": ("全部单位见 cqpair pairs", "`cqpair pairs` lists all units"),
    "unknown-name-near": (
        "{column}“{value}”不是附件里的单位",
        "{column} “{value}” is not a unit of the annex",
    ),
    "unknown-name-near.fix": ("是不是{near}？", "is it {near}?"),
    "city-association": (
        "{column}“{value}”指市科协，不是附件里的单位",
        "{column} “{value}” is the city's own association, not a unit of the annex",
    ),
    "city-association.fix": (
        "这里只写附件里的区县；市科协牵头或参加的，写在“牵头单位”或“备注”",
        "name units of the annex only; where the city's association led or took part, write it in "
        "牵头单位 (lead) or 备注 (note)",
    ),
    "ambiguous-name": (
        "{column}“{value}”有歧义，可能指{candidates}",
        "{column} “{value}” could be {candidates}",
    ),
    "ambiguous-name.fix": ("写全名，如“{first}”", "write the name in full, such as {first}"),
}

PERIOD = {
    "any": (
        "“{value}”不是时段；写成 2021Q2、2021H1 或 2021，也可以写 2021年二季度、2021年上半年。",
        "“{value}” is not a period; write 2021Q2, 2021H1 or 2021.",
    ),
    "quarter": (
        "“{value}”不是季度；请写成 2021Q2、2021-Q2 或 2021年二季度，季度是 1 到 4。",
        "“{value}” is not a quarter; write 2021Q2, 2021-Q2 or 2021年二季度; quarters are 1 to 4.",
    ),
    "half": (
        "“{value}”不是半年；请写成 2021H1 或 2021年上半年。",
        "“{value}” is not a half-year; write 2021H1 or 2021年上半年.",
    ),
    "year": ("“{value}”不是年份；请写成 2021。", "“{value}” is not a year; write 2021."),
}
"""Periods that could not be read."""

SHAPE = {
    "unknown-key": ("没有“{key}”这个键", "There is no key “{key}”"),
    "unknown-key.fix": ("这里可以有：{keys}", "keys allowed here: {keys}"),
    "missing-key": ("缺少“{key}”", "“{key}” is missing"),
    "missing-key.fix": ("补上“{key}: …”", "add `{key}: …`"),
    "empty": ("这里是空的", "Nothing is written here"),
    "empty.fix": ("补上内容；可有可无的键，整行删去", "write a value, or delete the key"),
    "scalar": ("这里应是一个值，不是列表或映射", "This should be a single value"),
    "scalar.fix": (
        "只写一个值；句子里有英文冒号的，用引号括起来",
        "write one value; put a sentence with a colon in it in quotes",
    ),
    "map": ("这里应是“键: 值”", "This should be `key: value` pairs"),
    "map.fix": ("写成“键: 值”，一行一个，缩进对齐", "write `key: value`, aligned"),
    "list": ("这里应是列表", "This should be a list"),
    "list.fix": ("写成 [甲, 乙]，或每行以“- ”开头", "write [a, b], or lines that begin with `- `"),
    "choice": ("“{value}”不在可选的值里", "“{value}” is not one of the choices"),
    "choice.fix": ("可以写：{choices}", "choose one of {choices}"),
    "date": ("“{value}”不是日期", "“{value}” is not a date"),
    "date.fix": ("写成 2021-02-19", "write it like 2021-02-19"),
    "integer": ("“{value}”不是整数", "“{value}” is not a whole number"),
    "integer.fix": ("只写数字", "write digits only"),
    "sections": ("整个文件应是“键: 值”", "The file should be `key: value` pairs"),
    "sections.fix": ("顶格写这几个键：{keys}", "begin lines with these keys: {keys}"),
}
"""What is wrong with the shape of a table."""
