"""What the rules find, and the way out. Their manuals are in `manual_f` and its siblings."""

from cqpair.messages.rules_tables import TABLES

TEXTS = {
    **TABLES,
    "first": ("先出现在这里", "it stands here first"),
    "other-pairing": ("{other}的结对方里已经有它", "{other} has it as a partner here"),
    "A303": (
        "{name}在{region}，不是主城协同区",
        "{name} is in {region}, so it is no core-city partner",
    ),
    "A303.fix": (
        "主城协同区一列只写主城协同区；两列是否填反了？",
        "core-city partners belong in this column; are the two exchanged?",
    ),
    "A303-county": (
        "{name}在{region}，不是“两群”协同区县",
        "{name} is in {region}, so it is no county of the two groups",
    ),
    "A303-county.fix": (
        "两群区县一列只写“两群”协同区县；两列是否填反了？",
        "counties of the two groups belong in this column; are the two exchanged?",
    ),
    "A304": (
        "{told}不是{county}的结对方；{county}结对{right}，{partner}结对{theirs}",
        "{told} is no partner of {county}; {county} pairs with {right}, {partner} with {theirs}",
    ),
    "A304.fix": (
        "主城协同区改为{either}；或把两群区县改为{theirs}",
        "make the partner {either}, or the county {theirs}",
    ),
    "A304-unpaired": (
        "{told}不是{county}的结对方，也没有和别的区县结对；{county}结对{right}",
        "{told} is no partner of {county}, nor of another; {county} pairs with {right}",
    ),
    "A304-unpaired.fix": ("主城协同区改为{either}", "make the partner {either}"),
    "A306": (
        "{date}不在 {quarter} 内，而文件放在 {quarter} 文件夹里",
        "{date} is not in {quarter}, the quarter of the folder",
    ),
    "A306.fix": (
        "日期写错的改日期；没写错的，把这一行移到 {folder}",
        "mend the date, or move the row to {folder}",
    ),
    "A306-coarse": (
        "日期只到“{date}”，不能确定在 {quarter} 里",
        "{date} is not certain to be in {quarter}",
    ),
    "A306-coarse.fix": (
        "补上月、日；不清楚的，移到以年份命名的文件夹",
        "give month and day, or move the row to a folder named by the year",
    ),
    "A307": (
        "{date}还没有到（以{today}为准），状态却是“{status}”",
        "{date} is still to come (as of {today}), but the status is {status}",
    ),
    "A307.fix": ("状态改为“计划”，或改正日期", "make the status 计划, or mend the date"),
    "A308": ("结束日期{end}早于开始日期{date}", "It ends on {end}, before it starts on {date}"),
    "A308.fix": ("核对两个日期，看是不是填反了", "check both dates; are they exchanged?"),
    "A309": ("{column}是负数：{value}", "{column} is negative: {value}"),
    "A309.fix": (
        "填实际发生的数；要冲减以前的，改以前的记录",
        "write what happened; to correct an earlier record, mend that one",
    ),
    "A310": ("活动形式“{value}”不在清单里", "The form “{value}” is not in the list"),
    "A310.fix": (
        "可以填：{choices}；确有需要的，加进 tasks.yaml 的 forms",
        "choose {choices}; or add it to `forms` in tasks.yaml",
    ),
    "A310-measure": (
        "任务举措“{value}”不属于“{area}”",
        "The measure “{value}” is not one of {area}",
    ),
    "A310-measure.fix": ("可以填：{choices}", "choose {choices}"),
    "A320": (
        "专家人次 {experts} 多于参与人次 {participants}",
        "There are more experts ({experts}) than participants ({participants})",
    ),
    "A320.fix": (
        "参与人次包括专家：核对两个数，看是不是填反了",
        "participants include the experts: check both, they may be exchanged",
    ),
    "A321": (
        "{column}“{value}”没有写单位，按 {amount} 元计",
        "{column} is “{value}” without a unit, which is read as {amount} 元",
    ),
    "A321.fix": (
        "是万元的写“{value}万元”，确实是元的写“{value}元”",
        "write {value}万元 if that is meant, or {value}元 if it really is 元",
    ),
    "A322": ("凭“{value}”找不到出处", "“{value}” does not say where this can be looked up"),
    "A322.fix": (
        "写网址、文号（如 渝科协发〔2021〕7号），或写明由谁报送；没有出处的留空",
        "give a link, a document number such as 渝科协发〔2021〕7号, or who reported it; leave it "
        "empty if there is none",
    ),
    "A323": (
        "{date}早于通知印发的日期 {issued}",
        "{date} is before the notice was issued, on {issued}",
    ),
    "A323.fix": (
        "日期写错的改日期；确实早于通知的，在备注里写“早于通知印发”",
        "mend the date; if it really was earlier, write 早于通知印发 in the note",
    ),
    "A324": (
        "{announced} 已公布撤销{name}，后继单位是{successor}",
        "{name} was abolished, as announced on {announced}; {successor} succeeds it",
    ),
    "A324.fix": (
        "结对关系仍按附件，这一格不改；在备注里写明，如“{name}已撤销，由{successor}承办”",
        "the annex stands, so leave this cell; say in the note who acted, such as "
        "“{name}已撤销 由{successor}承办”",
    ),
    "A324-none": (
        "{announced} 已公布撤销{name}",
        "{name} was abolished, as announced on {announced}",
    ),
    "A324-none.fix": (
        "结对关系仍按附件，这一格不改；在备注里写明“{name}已撤销”和实际承办单位",
        "the annex stands, so leave this cell; say in the note “{name}已撤销” and who acted",
    ),
    "A325": (
        "{count} 条记录的名称、成果一字不差，日期却不同：“{title}”，“{outcome}”",
        "Title and outcome are word for word the same in {count} records of different dates: "
        "“{title}”, “{outcome}”",
    ),
    "A325.fix": (
        "逐条核对，写各次活动自己的成果；没有成果的留空",
        "check each, and write what came of it; leave the outcome empty if nothing did",
    ),
    "A326": (
        "{column}“{value}”按 {figure} 元计，一次活动很少有这么多",
        "{column} “{value}” is read as {figure} 元, which is rare for one activity",
    ),
    "A326.fix": (
        "多写了“万”或 0 的，改过来；确实有这么多的，写“{right}元”",
        "correct it if it has a 万 or a 0 too many; write {right}元 if it really is so much",
    ),
    "A327": (
        "{column}“{value}”按 {figure} 人次计，一次活动很少有这么多",
        "{column} “{value}” is read as {figure} 人次, which is rare for one activity",
    ),
    "A327.fix": (
        "两个数连在一起、填成日期或电话号码、多写了 0 的，改过来；确实有这么多的，写“{right}人次”",
        "correct it if it is two numbers, a date or a telephone number, or has a 0 too many; write "
        "{right}人次 if there really were so many",
    ),
    "A328": ("{date} 是{right}，写的却是{value}", "{date} is a {right}, not a {value}"),
    "A328.fix": (
        "核对是哪一天，改正日期，或去掉星期",
        "check which day it was; correct the date, or remove the weekday",
    ),
    "D401": (
        "编号 {id} 已经给了“{title}”",
        "The id {id} belongs to “{title}” already",
    ),
    "D401.fix": (
        "同一活动的，删去一行；不同活动的，清空这一格，另给编号",
        "take one row away if they are one event; else empty this cell for a new id",
    ),
    "D402": (
        "“{title}”和先出现的一条除编号、备注外完全相同",
        "“{title}” is the same as an earlier record in every column but id and note",
    ),
    "D402.fix": (
        "同一活动的，删去这一行；不同活动的，写出区别，如地点或场次",
        "take this row away if they are one event; else write what differs, such as the place",
    ),
    "D403": (
        "“{title}”和{date}的“{other}”像是同一活动，由不同单位各报了一次",
        "“{title}” and “{other}” of {date} look like one event, told by two sides",
    ),
    "D403.fix": (
        "同一活动的，合成一条，主城协同区和牵头单位写全；不同活动的，在名称里写出区别",
        "if they are one, make them one record with all partners and leads; else tell them apart "
        "in the title",
    ),
    "D404": (
        "{column} {value} 元在{date}的记录里报过，结对、地点、名称都相同",
        "{column} of {value} 元 was told on {date} for the same pair, place and title",
    ),
    "D404.fix": (
        "同一笔钱只报一次，清空这一格；另一笔的，在备注里写“另一笔”，金额留着",
        "tell one sum once, so empty this cell; if it is another, keep it and note 另一笔",
    ),
}
