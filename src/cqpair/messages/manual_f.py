"""Manuals of F1xx, files and shapes: a title, what is found, why it matters."""

TEXTS = {
    "F101": ("文件读不了", "a file that cannot be read"),
    "F101.what": (
        "文件不存在、没有读取权限、不是文件，或者工作簿损坏、设了密码。",
        "A file that is missing, may not be read or is no file; a workbook damaged or locked.",
    ),
    "F101.why": (
        "读不了的文件，里面的记录一条也没有统计，必须让人知道。",
        "Not one record of it is counted, and somebody has to know.",
    ),
    "F101.wrong": (
        "activities/2021Q2/wushan.xlsx 设了打开密码",
        "activities/2021Q2/wushan.xlsx is locked by a password",
    ),
    "F101.right": (
        "去掉密码，另存为 .xlsx",
        "the password is taken off and the workbook saved as .xlsx",
    ),
    "F102": ("编码无法识别", "bytes that are no text"),
    "F102.what": (
        "内容既不是 UTF-8（或带 BOM 的 UTF-16），也不是 GB18030，或者含有空字符。",
        "What it holds is neither UTF-8 (or UTF-16 with a BOM) nor GB18030, or has a NUL in it.",
    ),
    "F102.why": (
        "勉强读出来就是乱码；这里只认读得准的，不猜。",
        "Reading it anyway would give noise; only what is certain is read.",
    ),
    "F102.wrong": (
        "activities/2021Q2/wushan.csv 其实是一张图片",
        "activities/2021Q2/wushan.csv is really a picture",
    ),
    "F102.right": (
        "在 Excel 里另存为“CSV UTF-8（逗号分隔）”",
        "it is saved in Excel as CSV UTF-8",
    ),
    "F103": ("GB18030 编码的文件", "a file in GB18030"),
    "F103.what": (
        "文件是 GB18030（中文 Windows 上 Excel 存 CSV 的默认编码），内容已照原字读出。",
        "The file is in GB18030, as Excel saves CSV on a Chinese Windows. It was read rightly.",
    ),
    "F103.why": (
        "别的程序会按 UTF-8 读成乱码，版本库里也看不出改了什么。",
        "Other programs take it for UTF-8, and differences cannot be read in version control.",
    ),
    "F103.wrong": (
        "在 Excel 里另存为“CSV（逗号分隔）”",
        "saved in Excel as plain CSV on a Chinese Windows",
    ),
    "F103.right": (
        "在 Excel 里另存为“CSV UTF-8（逗号分隔）”",
        "saved in Excel as CSV UTF-8",
    ),
    "F104": ("写法有误", "broken syntax"),
    "F104.what": (
        "YAML 的缩进、引号、括号有误，用了制表符，或者 CSV 坏得没法再读。",
        "YAML with wrong indentation, quotes, brackets or a tab; or a CSV broken beyond reading.",
    ),
    "F104.why": ("写法一错，整个文件都读不出来。", "The whole file cannot be read then."),
    "F105": ("不支持的 YAML 写法", "YAML features that are not allowed"),
    "F105.what": (
        "用了锚点、别名、标签、多个文档、不是文字的键，或嵌套太深。",
        "Anchors, aliases, tags, several documents, keys that are no text, or nesting too deep.",
    ),
    "F105.why": (
        "看到的和读到的会不一样；表格用不着这些。",
        "What is read would differ from what is seen, and tables need none of it.",
    ),
    "F106": ("键或列重复", "a key or column written twice"),
    "F106.what": (
        "同一个键在一处写了两次，或同一列出现了两次。",
        "A key stands twice in one place, or a column twice in a header.",
    ),
    "F106.why": (
        "多数程序不声不响地只取后一个，前一个就丢了。",
        "Most programs keep the last without a word, and the first is lost.",
    ),
    "F107": ("无法识别的键或列", "an unknown key or column"),
    "F107.what": (
        "键名或列名不在规定之内，多半是写错了字。",
        "A key or header that is not among those known: mostly a slip.",
    ),
    "F107.why": (
        "写错的列名，整列数据都不会统计。",
        "A header with a slip keeps its whole column out of the figures.",
    ),
    "F108": ("必填的没有填", "something required is missing"),
    "F108.what": (
        "缺少必有的键或列，或者必填的格子空着。",
        "A required key or column is not there, or a required cell is empty.",
    ),
    "F108.why": (
        "没有日期、单位、领域或名称的记录，说不清是谁做的什么。",
        "A record without date, units, area or title does not say who did what.",
    ),
    "F109": ("值看不懂", "a value that cannot be understood"),
    "F109.what": (
        "日期、数目、金额或选项的写法看不懂。",
        "A date, a count, an amount or a choice that is not written as one.",
    ),
    "F109.why": (
        "看不懂的值不会当成 0，也不会去猜。",
        "It is never taken for 0, and never guessed.",
    ),
    "F110": ("一行的格数不对", "a row with too many or too few cells"),
    "F110.what": (
        "这一行的格数和列名的个数不一样，常因内容里有没加引号的逗号。",
        "The row's cells are not as many as the header's, often for a comma without quotes.",
    ),
    "F110.why": (
        "错开一格，后面的内容全都进了别的列。",
        "One cell off, and everything after it is in the wrong column.",
    ),
    "F111": ("双引号没有配对", "a double quote without its partner"),
    "F111.what": (
        "CSV 里一格以双引号开头，却没有正确结束。",
        "A cell of a CSV begins with a double quote and does not end rightly.",
    ),
    "F111.why": (
        "后面的行会被吞进这一格；这里只舍这一行，从下一行接着读。",
        "It would swallow the rows after it; only this row is left out, reading goes on below.",
    ),
    "F112": ("有内容没有读", "something that was not read"),
    "F112.what": (
        "activities 文件夹里有读不了的文件（.csv、.xlsx、.yaml、.yml 以外的都是），"
        "或者有一个文件或一张工作表，前 20 行里找不到台账的列名，或者有台账的工作表是隐藏的。",
        "activities/ holds a file that is not a .csv, .xlsx, .yaml or .yml; or the first 20 rows "
        "of a file or sheet have no header of records; or a sheet with records is hidden.",
    ),
    "F112.why": (
        "没有读的内容里可能有记录，统计就会少，也不能说哪个区县没有开展活动。",
        "It may hold records: the figures would be too low, and no county could be called idle.",
    ),
    "F112.wrong": (
        "activities/2021Q2/巫山台账.docx",
        "activities/2021Q2/records.docx",
    ),
    "F112.right": (
        "activities/2021Q2/wushan.csv",
        "activities/2021Q2/wushan.csv",
    ),
    "F113": ("表里有一行不是记录，已跳过", "a line of the table that is not a record"),
    "F113.what": (
        "列名以下有合计、小计、注、填表人、小标题这样的行。它们不当作记录，每行提醒一次。",
        "Below the header stands a line of totals, a note, a signature or a heading. It is not a "
        "record; each is named once.",
    ),
    "F113.why": (
        "让人看得见跳过了什么：跳过的如果是活动，就要改写成记录。",
        "So that it can be seen what was passed over: an activity has to be made a record.",
    ),
    "F114": ("工作表有隐藏的行", "hidden rows in a sheet"),
    "F114.what": (
        "表里有隐藏或被筛选掉的行。它们和别的行一样读，一样统计。",
        "The table has rows that are hidden or filtered out. They are read and counted like any "
        "other.",
    ),
    "F114.why": (
        "打开工作簿的人看不见这些行，会以为报告里多出了活动。",
        "People who open the workbook do not see them, and would find too much in the report.",
    ),
    "F114.wrong": ("第 5、6 行隐藏着", "rows 5 and 6 are hidden"),
    "F114.right": ("取消隐藏，或删去这两行", "unhide the rows, or delete them"),
}
