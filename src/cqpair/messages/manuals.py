"""The rules' manuals: a title, what is found, and why it matters."""

TEXTS = {
    "wrong": ("错：", "wrong:"),
    "right": ("对：", "right:"),
    "F101": ("文件读不了", "a file that cannot be read"),
    "F101.what": (
        "文件不存在、没有读取权限、不是文件，或者工作簿损坏、设了密码。",
        "A file that is missing, may not be read, is none, or is a workbook damaged or locked.",
    ),
    "F101.why": (
        "读不了的文件，里面的记录一条也没有统计，必须让人知道。",
        "Not one record of it is counted, and somebody has to know.",
    ),
    "F102": ("编码无法识别", "an encoding that is none"),
    "F102.what": (
        "内容既不是 UTF-8（或带 BOM 的 UTF-16），也不是 GB18030，或者含有空字符。",
        "What it holds is neither UTF-8 (or UTF-16 with a BOM) nor GB18030, or has a NUL in it.",
    ),
    "F102.why": (
        "勉强读出来就是乱码；这里只认读得准的，不猜。",
        "Reading it anyway would give noise; only what is certain is read.",
    ),
    "F103": ("不是 UTF-8 编码", "an encoding other than UTF-8"),
    "F103.what": (
        "文件是 GB18030（中文 Windows 上 Excel 存 CSV 的默认编码），内容已照原字读出。",
        "The file is in GB18030, as Excel saves CSV on a Chinese Windows. It was read rightly.",
    ),
    "F103.why": (
        "别的程序会按 UTF-8 读成乱码，版本库里也看不出改了什么。",
        "Other programs take it for UTF-8, and differences cannot be read in version control.",
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
    "F107": ("不认识的键或列", "an unknown key or column"),
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
    "F112": ("文件没有读", "a file that is not read"),
    "F112.what": (
        "activities 文件夹里有 .csv、.xlsx、.yaml 以外的文件。",
        "activities/ holds a file that is no .csv, .xlsx or .yaml.",
    ),
    "F112.why": (
        "如果里面有记录，它们没有统计。",
        "If there are records in it, they are not counted.",
    ),
    "T201": ("和通知的数不一样", "counts other than the notice's"),
    "T201.what": (
        "通知第一部分载明的数目（24 个主城协同区、17 个“两群”区县等）和表里数出来的不一样。",
        "The counts of the notice's first part (24 partners, 17 counties …) and those of the table"
        " differ.",
    ),
    "T201.why": (
        "数目对不上，说明表里漏了、多了或写错了单位。",
        "A unit is missing, too many, or in the wrong place.",
    ),
    "T202": ("一个主城协同区结了两对", "a partner in two pairings"),
    "T202.what": (
        "同一个主城协同区出现在两对里，或在一对里写了两次。",
        "A core-city partner stands in two pairings, or twice in one.",
    ),
    "T202.why": (
        "附件里 24 个主城协同区各结一对，没有重复。",
        "The annex names each of the 24 partners once.",
    ),
    "T203": ("单位没有结对", "a unit in no pairing"),
    "T203.what": (
        "units 里的单位没有出现在任何一对里。",
        "A unit of `units` is in no pairing.",
    ),
    "T203.why": (
        "附件所列 41 个单位都有结对，没有的是漏了。",
        "All 41 units of the annex are paired; one that is not was forgotten.",
    ),
    "T204": ("结对方不是一个或两个", "no partner, or more than two"),
    "T204.what": (
        "一个“两群”区县没有结对方，或者多于两个。",
        "A county has no partner, or more than two.",
    ),
    "T204.why": (
        "通知规定按“一对一”“二对一”结对。",
        "The notice pairs “一对一” and “二对一”: one or two to a county.",
    ),
    "T205": ("结对表里的名称不认识", "an unknown name in the pairing table"),
    "T205.what": (
        "结对或后继单位写的不是 units 里的简称。",
        "A pairing or a successor is no short name of `units`.",
    ),
    "T205.why": (
        "名称对不上，这一对就查不到，台账也对不上。",
        "The pairing cannot be found by it, nor records checked against it.",
    ),
    "T206": ("结对表里两边填反", "the two sides of a pairing exchanged"),
    "T206.what": (
        "county 写了主城的单位，或 partners 写了“两群”的单位。",
        "`county` names a core-city unit, or `partners` one of the two groups.",
    ),
    "T206.why": (
        "通知里两边的角色是分开的：主城协同区和“两群”协同区县。",
        "The notice gives the two sides different parts.",
    ),
    "T207": ("结对的单位已公布撤销", "a paired unit since abolished"),
    "T207.what": (
        "到所问的日期，结对里的单位已公布撤销。默认按今天，可用 --on 指定日期。",
        "A unit of a pairing was abolished by the day asked about: today, or --on.",
    ),
    "T207.why": (
        "没有见到重新安排结对的通知，附件保持原样；这里只提醒，不推定新的结对。",
        "No notice re-assigning it was found, so the annex stays; this only reminds.",
    ),
    "T208": ("区县或序号重复", "a county or number twice"),
    "T208.what": (
        "同一个区县写了两行，或同一个序号用了两次。",
        "A county has two rows, or two rows have one number.",
    ),
    "T208.why": (
        "附件一县一行、序号不重；重了就不知道该信哪一行。",
        "The annex has one row a county; with two nobody knows which to believe.",
    ),
    "T209": ("名称或代码重复", "one name or code for two units"),
    "T209.what": (
        "两个单位有同样的名称、曾用名、拼音或代码。",
        "Two units share a name, a former name, pinyin or a code.",
    ),
    "T209.why": (
        "按它去查，就没有唯一的答案。",
        "Asking for it would have no single answer.",
    ),
    "A301": ("台账里的单位不认识", "an unknown name in a record"),
    "A301.what": (
        "两群区县或主城协同区一列的名称，不是附件里的单位。",
        "The county or a partner of a record is no unit of the annex.",
    ),
    "A301.why": (
        "不知道是谁的活动就没法统计；相近的名称只作建议，不代为决定。",
        "Nobody can count it; what is near is a suggestion and decides nothing.",
    ),
    "A302": ("台账里的单位有歧义", "an ambiguous name in a record"),
    "A302.what": (
        "这个写法可能指几个单位，如 ws 可以是巫山县，也可以是万盛经开区。",
        "The name could mean several units, as ws is 巫山县 or 万盛经开区.",
    ),
    "A302.why": ("有歧义就不猜。", "What is ambiguous is not guessed."),
    "A303": ("台账里两边填反", "the two sides of a record exchanged"),
    "A303.what": (
        "两群区县一列写了主城的单位，或主城协同区一列写了“两群”的单位。",
        "The county's column names a core-city unit, or the partners' one of the two groups.",
    ),
    "A303.why": ("填反了，会记到别的结对名下。", "It would count for another pairing."),
    "A304": ("不是一对", "not a pair"),
    "A304.what": (
        "主城协同区不是这个区县的结对方。",
        "The partner is not this county's.",
    ),
    "A304.why": (
        "谁和谁结对以附件为准；不是一对的活动不能记在这一对名下。",
        "The annex decides who pairs with whom.",
    ),
    "A305": ("任务领域不认识", "an unknown task area"),
    "A305.what": (
        "任务领域不是 1 到 6、保障1 到保障3，也不是它们的标题或代码。",
        "The area is not 1 to 6, 保障1 to 保障3, nor one of their titles or codes.",
    ),
    "A305.why": (
        "通知只有六项重点任务和三项保障措施。",
        "The notice has six areas and three safeguards.",
    ),
    "A306": ("日期不在文件夹的季度里", "a date outside its folder's quarter"),
    "A306.what": (
        "文件放在以季度命名的文件夹里，日期却不在这个季度，或者不能确定在。",
        "The file is in a folder named by a quarter, and the date is not certain to be in it.",
    ),
    "A306.why": (
        "出一个季度的报告只读这个季度的文件夹，放错了就漏掉了。",
        "A quarter's report reads that quarter's folder only: misplaced is missed.",
    ),
    "A307": ("日期还没有到", "a date still to come"),
    "A307.what": (
        "状态是已完成或进行中，日期却在今天以后。",
        "The record says completed or ongoing, and its date is after today.",
    ),
    "A307.why": (
        "没有发生的活动不能计入；要做的事，状态写“计划”。",
        "What has not happened is not counted; what is meant to, is 计划.",
    ),
    "A308": ("结束早于开始", "an end before the start"),
    "A308.what": ("结束日期在开始日期之前。", "The record ends before it starts."),
    "A308.why": (
        "两个日期至少有一个是错的，活动可能归错时段。",
        "One of the dates is wrong, and with it perhaps the period.",
    ),
    "A309": ("数字是负的", "a negative figure"),
    "A309.what": ("人次或金额小于零。", "A count or an amount is below zero."),
    "A309.why": (
        "负数会从合计里悄悄减去别人的数。",
        "It would quietly take away from what others reported.",
    ),
    "A310": ("形式或举措不在清单里", "a form or measure not in the list"),
    "A310.what": (
        "活动形式不在 tasks.yaml 的 forms 里，或任务举措不属于这个任务领域。",
        "The form is not in `forms` of tasks.yaml, or the measure not one of the area's.",
    ),
    "A310.why": (
        "写法不一，就没法归类；记录照样计入。",
        "What is written in many ways cannot be grouped. The record still counts.",
    ),
    "D401": ("编号重复", "an id used twice"),
    "D401.what": (
        "这个编号前面已有一条记录用了。",
        "An earlier record has this id already.",
    ),
    "D401.why": (
        "编号是查到一条记录的唯一凭据；重复的也可能是同一活动录了两遍。",
        "An id finds one record; and used twice, it may be one event told twice.",
    ),
}
