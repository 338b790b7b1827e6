"""Manuals of A3xx, records: a title, what is found, why it matters."""

TEXTS = {
    "A301": ("台账里的单位无法识别", "an unknown name in a record"),
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
        "两群区县一列写了主城协同区，或主城协同区一列写了“两群”协同区县。",
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
        "The annex decides who pairs with whom; what others did does not count for a pair.",
    ),
    "A305": ("任务领域无法识别", "an unknown task area"),
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
    "A320": ("专家比参与的人多", "more experts than participants"),
    "A320.what": (
        "专家人次和参与人次都填了，专家人次更多。",
        "Both are told, and there are more experts.",
    ),
    "A320.why": (
        "专家也是参与的人；多出来的，多半是两格填反了，或少写了一位数。",
        "Experts take part too; the two are probably exchanged, or a digit is missing.",
    ),
    "A321": ("金额可能漏了“万元”", "an amount that may lack its 万元"),
    "A321.what": (
        "资金投入或实物折价只写了一个小于 100 的数，没有写单位。写了“元”或“万元”的不提示。",
        "An amount is a plain number below 100 without a unit. With 元 or 万元 it is not told.",
    ),
    "A321.why": (
        "不写单位按元计。一次活动投入不到 100 元的很少，以万元计、在 100 以内的却最常见；"
        "漏了单位，这笔钱就只按万分之一计入合计。",
        "Without a unit it is 元. Hardly any activity costs less than 100 元, and most cost less "
        "than 100 万元; without the unit the sum is ten thousand times too small.",
    ),
    "A322": ("来源查不到", "a source that cannot be looked up"),
    "A322.what": (
        "来源不是网址，不是文号，也不足三个汉字，如“网上”“同上”“见报”；或者网址只写了开头。"
        "“巫山县科协报送”这样写明由谁报送的，CQTV 这样的大写简称，不提示；留空也不提示。",
        "The source is no link, no document number and too short to name anybody (fewer than "
        "three Chinese characters), or only the beginning of a link. Whoever reported it is a "
        "source, so are initials such as CQTV, and an empty cell is not told.",
    ),
    "A322.why": (
        "别人要核实时，得知道去哪里查、问谁。",
        "Whoever wants to verify it must know where to look or whom to ask.",
    ),
    "A323": ("早于通知", "before the notice"),
    "A323.what": (
        "开始日期肯定在通知印发以前（见 pairings.yaml 的 notice）。备注里写了“早于通知印发”的，"
        "说明是有意记的，不提示；日期只到月、不能确定的，也不提示。",
        "The date is certain to be before the notice's, which pairings.yaml has. It is not told "
        "where the note says so (早于通知印发), nor where the date is not certain.",
    ),
    "A323.why": (
        "结对由通知确定，更早的日期多半是年份写错；确有其事的，写明了，看报告的人也明白。",
        "The notice made the pairs, so an earlier date is mostly a wrong year; if it is right, "
        "readers should be told so.",
    ),
    "A324": ("活动时单位已被公布撤销", "a unit abolished by then"),
    "A324.what": (
        "记录的日期在单位公布撤销的当天或以后，备注里没有提到撤销，也没有提到后继单位。",
        "The date is on or after the day the unit's end was announced, and the note mentions "
        "neither that (撤销) nor the successor.",
    ),
    "A324.why": (
        "没有见到重新安排结对的通知，记录仍按附件记、照样计入；但实际是谁承办的，应当写明。",
        "No notice re-assigns the pairing, so the record stays as the annex has it and counts; "
        "but who really acted should be said.",
    ),
    "A325": ("同样的文字贴了许多行", "one text pasted in many rows"),
    "A325.what": (
        "同一区县有四个以上不同日期的记录，活动名称和成果一字不差。",
        "In one county, records of four or more dates have the same title and the same outcome.",
    ),
    "A325.why": (
        "每次活动的成果不会一字不差，多半是复制后没有改。",
        "No four events come to the very same; the text was probably copied and not changed.",
    ),
    "A326": ("金额大得少见", "an amount that is rarely so large"),
    "A326.what": (
        "资金投入或实物折价达到 1 亿元，格子和列名里却没有写“亿”。用“亿”写的不提示。",
        "An amount is 1 亿 元 or more, and neither its cell nor its header says 亿. One written "
        "in 亿 passes.",
    ),
    "A326.why": (
        "科协之间一次活动到 1 亿元的极少；把 30000 元写成 30000万元，或以万元为单位的列里填了元，"
        "合计就多出一万倍。真有上亿元的，人们会写“亿”。",
        "Hardly any activity of an association costs so much. 30000万元 for 30000元, or 元 in a "
        "column of 万元, makes the sum ten thousand times too large. People who mean 亿 write it.",
    ),
    "A327": ("人次多得少见", "a count that is rarely so large"),
    "A327.what": (
        "参与人次达到 10 万，或专家人次达到 1 万，格子和列名里却没有写“万”。用“万”写的不提示。",
        "There are 100,000 participants or more, or 10,000 experts, and neither the cell nor its "
        "header says 万. A count written in 万 passes.",
    ),
    "A327.why": (
        "这么大的数多半是两个数连在一起（300,200）、日期（20210513）、电话号码，或多写了 0；"
        "真有这么多人的，人们会写“20万人次”。",
        "So large a number is mostly two numbers (300,200), a date (20210513) or a telephone "
        "number, or has a 0 too many. People who mean so many write 20万人次.",
    ),
    "A328": ("星期和日期对不上", "a weekday that is not the date's"),
    "A328.what": (
        "日期后面写了星期，却不是那一天的星期。没有写星期的不核对。",
        "A day of the week stands behind the date, and it is not that day's.",
    ),
    "A328.why": (
        "两个里有一个写错了；记录按日期计入，日期错了就可能归错时段。",
        "One of them is wrong. The record counts by its date, which may be the wrong one.",
    ),
}
