"""F1xx: files that cannot be read, and pieces of them that do not fit."""

from cqpair.lint.rule import (
    HEAD,
    PAIRINGS,
    Example,
    InWords,
    Manual,
    OfRejects,
    Rule,
    Severity,
    record_example,
)
from cqpair.source import Fault

F101 = Rule(
    "F101",
    "unreadable-file",
    Severity.ERROR,
    OfRejects(Fault.UNREADABLE),
    manual=Manual(
        ("文件读不了", "a file that cannot be read"),
        what=(
            "文件不存在、没有读取权限、不是文件，或者工作簿损坏、设了密码。",
            "A file that is missing, may not be read or is not a file; a workbook that is damaged "
            "or locked.",
        ),
        why=(
            "读不了的文件，里面的记录一条也没有统计，必须让人知道。",
            "Not one record of it is counted, and somebody has to know.",
        ),
        example=InWords(
            wrong=(
                "activities/2021Q2/wushan.xlsx 设了打开密码",
                "activities/2021Q2/wushan.xlsx is locked by a password",
            ),
            right=(
                "去掉密码，另存为 .xlsx",
                "the password is taken off and the workbook saved as .xlsx",
            ),
        ),
    ),
)


F102 = Rule(
    "F102",
    "bad-encoding",
    Severity.ERROR,
    OfRejects(Fault.ENCODING),
    manual=Manual(
        ("编码无法识别", "bytes that are not text"),
        what=(
            "内容既不是 UTF-8（或带 BOM 的 UTF-16），也不是 GB18030，或者含有空字符。",
            "What it holds is neither UTF-8 (or UTF-16 with a BOM) nor GB18030, or has a NUL in "
            "it.",
        ),
        why=(
            "勉强读出来就是乱码；这里只认读得准的，不猜。",
            "Read anyway it would be gibberish; only what is certain is read.",
        ),
        example=InWords(
            wrong=(
                "activities/2021Q2/wushan.csv 其实是一张图片",
                "activities/2021Q2/wushan.csv is really a picture",
            ),
            right=(
                "在 Excel 里另存为“CSV UTF-8（逗号分隔）”",
                "it is saved in Excel as CSV UTF-8",
            ),
        ),
    ),
)


F103 = Rule(
    "F103",
    "legacy-encoding",
    Severity.WARNING,
    OfRejects(Fault.LEGACY_ENCODING),
    manual=Manual(
        ("GB18030 编码的文件", "a file in GB18030"),
        what=(
            "文件是 GB18030（中文 Windows 上 Excel 存 CSV 的默认编码），内容已照原字读出。",
            "The file is in GB18030, as Excel saves CSV on a Chinese Windows. It was read "
            "correctly.",
        ),
        why=(
            "别的程序会按 UTF-8 读成乱码，前后两版也比不出改了什么。",
            "Other programs take it for UTF-8, and differences cannot be read in version control.",
        ),
        example=InWords(
            wrong=(
                "在 Excel 里另存为“CSV（逗号分隔）”",
                "saved in Excel as plain CSV on a Chinese Windows",
            ),
            right=("在 Excel 里另存为“CSV UTF-8（逗号分隔）”", "saved in Excel as CSV UTF-8"),
        ),
    ),
)


F104 = Rule(
    "F104",
    "bad-syntax",
    Severity.ERROR,
    OfRejects(Fault.SYNTAX),
    manual=Manual(
        ("写法有误", "broken syntax"),
        what=(
            "YAML 的缩进、引号、括号有误，用了制表符；cqpair.toml 的引号、括号有误；或者 CSV 坏得"
            "没法再读。",
            "YAML with wrong indentation, quotes, brackets or a tab; cqpair.toml with wrong quotes "
            "or brackets; or a CSV broken beyond reading.",
        ),
        why=("写法一错，整个文件都读不出来。", "The whole file cannot be read then."),
        example=Example(
            PAIRINGS,
            "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区}",
            "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区]}",
        ),
    ),
)


F105 = Rule(
    "F105",
    "yaml-feature",
    Severity.ERROR,
    OfRejects(Fault.YAML_FEATURE),
    manual=Manual(
        ("不支持的 YAML 写法", "YAML features that are not allowed"),
        what=(
            "用了锚点、别名、标签、多个文档、不是文字的键，或嵌套太深。",
            "Anchors, aliases, tags, several documents, keys that are not text, or nesting too "
            "deep.",
        ),
        why=(
            "看到的和读到的会不一样；表格用不着这些。",
            "What is read would differ from what is seen, and tables need none of it.",
        ),
        example=Example(
            PAIRINGS,
            "  - {no: 12, county: &w 巫山县, partners: [北碚区, 铜梁区]}",
            "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区]}",
        ),
    ),
)


F106 = Rule(
    "F106",
    "repeated-key",
    Severity.ERROR,
    OfRejects(Fault.REPEATED_KEY),
    manual=Manual(
        ("键或列重复", "a key or column written twice"),
        what=(
            "同一个键在一处写了两次，或同一列出现了两次。",
            "A key stands twice in one place, or a column twice in a header.",
        ),
        why=(
            "多数程序不声不响地只取后一个，前一个就丢了。",
            "Most programs keep the last without a word, and the first is lost.",
        ),
        example=Example(
            PAIRINGS,
            "  - {no: 12, county: 巫山县, county: 巫溪县, partners: [北碚区, 铜梁区]}",
            "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区]}",
        ),
    ),
)


F107 = Rule(
    "F107",
    "unknown-key",
    Severity.ERROR,
    OfRejects(Fault.UNKNOWN_KEY),
    manual=Manual(
        ("无法识别的键或列", "an unknown key or column"),
        what=(
            "键名或列名不在规定之内，多半是写错了字。",
            "A key or header that is not known, usually a slip.",
        ),
        why=(
            "写错的列名，整列数据都不会统计。",
            "A header with a slip keeps its whole column out of the figures.",
        ),
        example=Example(
            PAIRINGS,
            "  - {no: 12, county: 巫山县, partner: [北碚区, 铜梁区]}",
            "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区]}",
        ),
    ),
)


F108 = Rule(
    "F108",
    "missing-value",
    Severity.ERROR,
    OfRejects(Fault.MISSING_VALUE),
    manual=Manual(
        ("必填的没有填", "something required is missing"),
        what=(
            "缺少必有的键或列，或者必填的格子空着。",
            "A required key or column is not there, or a required cell is empty.",
        ),
        why=(
            "没有日期、单位、领域或名称的记录，说不清是谁做的什么。",
            "A record without date, units, area or title does not say who did what.",
        ),
        example=record_example(
            HEAD, "2021-05-13,巫山县,北碚区,4,", "2021-05-13,巫山县,北碚区,4,演示数据"
        ),
    ),
)


F109 = Rule(
    "F109",
    "bad-value",
    Severity.ERROR,
    OfRejects(Fault.BAD_VALUE),
    manual=Manual(
        ("值看不懂", "a value that cannot be understood"),
        what=(
            "日期、数目、金额或选项的写法看不懂。",
            "A date, a count, an amount or a choice that is not written as one.",
        ),
        why=(
            "看不懂的值不会当成 0，也不会去猜。",
            "It is never taken for 0, and never guessed.",
        ),
        example=record_example(
            f"{HEAD},参与人次",
            "2021-05-13,巫山县,北碚区,4,演示数据,三百来人",
            "2021-05-13,巫山县,北碚区,4,演示数据,约300人",
        ),
    ),
)


F110 = Rule(
    "F110",
    "row-shape",
    Severity.ERROR,
    OfRejects(Fault.ROW_SHAPE),
    manual=Manual(
        ("一行的格数不对", "a row with too many or too few cells"),
        what=(
            "这一行的格数和列名的个数不一样，常因内容里有没加引号的逗号。",
            "The row's cells are not as many as the header's, often for a comma without quotes.",
        ),
        why=(
            "错开一格，后面的内容全都进了别的列。",
            "One cell off, and everything after it is in the wrong column.",
        ),
        example=record_example(
            f"{HEAD},参与人次",
            "2021-05-13,巫山县,北碚区,4,演示数据,1,200",
            '2021-05-13,巫山县,北碚区,4,演示数据,"1,200"',
        ),
    ),
)


F111 = Rule(
    "F111",
    "open-quote",
    Severity.ERROR,
    OfRejects(Fault.OPEN_QUOTE),
    manual=Manual(
        ("双引号没有配对", "a double quote without its partner"),
        what=(
            "CSV 里一格以双引号开头，却没有正确结束。",
            "A cell of a CSV begins with a double quote and does not end properly.",
        ),
        why=(
            "后面的行会被吞进这一格；这里只舍这一行，从下一行接着读。",
            "It would swallow the rows after it; only this row is left out, reading goes on below.",
        ),
        example=record_example(
            HEAD,
            '2021-05-13,巫山县,北碚区,4,"演示数据',
            '2021-05-13,巫山县,北碚区,4,"演示数据"',
        ),
    ),
)


F112 = Rule(
    "F112",
    "file-not-read",
    Severity.ERROR,
    OfRejects(Fault.NOT_READ),
    manual=Manual(
        ("有内容没有读", "something that was not read"),
        what=(
            "activities 文件夹里有读不了的文件（.csv、.xlsx、.yaml、.yml 以外的都是），"
            "或者有一个文件或一张工作表，前20行里找不到台账的列名，或者有台账的工作表是隐藏的。",
            "activities/ holds a file that is not a .csv, .xlsx, .yaml or .yml; or the first 20 "
            "rows of a file or sheet have no header of records; or a sheet with records is hidden.",
        ),
        why=(
            "没有读的内容里可能有记录，统计就会少，也不能说哪个区县没有开展活动。",
            "It may hold records: the figures would be too low, and no county could be called "
            "idle.",
        ),
        example=InWords(
            wrong=("activities/2021Q2/巫山台账.docx", "activities/2021Q2/records.docx"),
            right=("activities/2021Q2/wushan.csv", "activities/2021Q2/wushan.csv"),
        ),
    ),
)


F113 = Rule(
    "F113",
    "line-passed-over",
    Severity.WARNING,
    OfRejects(Fault.PASSED_OVER),
    manual=Manual(
        ("表里有一行不是记录，已跳过", "a line of the table that is not a record"),
        what=(
            "列名以下有合计、小计、注、填表人、小标题这样的行。它们不当作记录，每行提醒一次。",
            "Below the header stands a line of totals, a note, a signature or a heading. It is "
            "not a record; each is named once.",
        ),
        why=(
            "让人看得见跳过了什么：跳过的如果是活动，就要改写成记录。",
            "So that it can be seen what was passed over: an activity has to be made a record.",
        ),
        example=record_example(
            f"{HEAD},参与人次",
            "2021-05-13,巫山县,北碚区,4,演示数据,300\n合计,,,,,300",
            "2021-05-13,巫山县,北碚区,4,演示数据,300",
        ),
    ),
)


F114 = Rule(
    "F114",
    "hidden-rows",
    Severity.WARNING,
    OfRejects(Fault.HIDDEN_ROWS),
    manual=Manual(
        ("工作表有隐藏的行", "hidden rows in a sheet"),
        what=(
            "表里有隐藏或被筛选掉的行。它们和别的行一样读，一样统计。",
            "The table has rows that are hidden or filtered out. They are read and counted like "
            "any other.",
        ),
        why=(
            "打开工作簿的人看不见这些行，会以为报告里多出了活动。",
            "People who open the workbook do not see them, and would find too much in the report.",
        ),
        example=InWords(
            wrong=("第5、6行隐藏着", "rows 5 and 6 are hidden"),
            right=("取消隐藏，或删去这两行", "unhide the rows, or delete them"),
        ),
    ),
)


RULES = (F101, F102, F103, F104, F105, F106, F107, F108, F109, F110, F111, F112, F113, F114)
