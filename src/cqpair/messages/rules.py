"""What the rules find, and the way out. Their manuals are in `manual_f` and its siblings."""

TEXTS = {
    "first": ("先出现在这里", "it stands here first"),
    "other-pairing": ("{other}的结对方里已经有它", "{other} has it as a partner here"),
    "T201": (
        "通知载明{what} {stated} 个（{key}），表里数出来是 {found} 个",
        "The notice counts {stated} {what} ({key}); the table has {found}",
    ),
    "T201.fix": (
        "对照附件，补上漏的或删去多的；通知的数不要改",
        "compare with the annex and mend the rows; the notice's count stays",
    ),
    "T202": (
        "{name}同时结对{other}和{county}",
        "{name} is paired with both {other} and {county}",
    ),
    "T202.fix": (
        "附件里每个主城协同区只结对一个区县，对照附件留下对的",
        "the annex names each partner once: keep the right one",
    ),
    "T202-same": (
        "{name}在{county}的结对方里写了两次",
        "{name} stands twice among the partners of {county}",
    ),
    "T202-same.fix": (
        "对照附件，删去一个或改成另一个结对方",
        "take one away, or make it the other partner of the annex",
    ),
    "T203": ("{name}没有出现在任何一对里", "{name} is in no pairing"),
    "T203.fix": ("对照附件，把它补进结对关系", "compare with the annex and pair it"),
    "T204": ("{county}有 {count} 个结对方", "{county} has {count} partners"),
    "T204.fix": (
        "通知只有“一对一”和“二对一”：写一个或两个主城协同区",
        "the notice knows one or two partners only",
    ),
    "T204-none": ("{county}没有结对方", "{county} has no partner"),
    "T204-none.fix": (
        "对照附件，写一个或两个主城协同区",
        "compare with the annex and give it one or two",
    ),
    "T205": ("“{name}”不在 units 里", "“{name}” is not among the units"),
    "T205.fix": (
        "写 units 里的简称；全部简称见 cqpair pairs",
        "write a short name of `units`; `cqpair pairs` lists them",
    ),
    "T205-near": ("“{name}”不是 units 里的简称", "“{name}” is no short name of a unit"),
    "T205-near.fix": ("是不是“{near}”？", "is it {near}?"),
    "T206": (
        "{name}在{region}，不是主城协同区",
        "{name} is in {region}, so it is no core-city partner",
    ),
    "T206.fix": (
        "partners 里只写主城协同区，对照附件改正",
        "`partners` takes core-city partners only: compare with the annex",
    ),
    "T206-county": (
        "{name}在{region}，不是“两群”协同区县",
        "{name} is in {region}, so it is no county of the two groups",
    ),
    "T206-county.fix": (
        "county 里只写“两群”区县，对照附件改正",
        "`county` takes counties of the two groups only: compare with the annex",
    ),
    "T207": (
        "{announced}公布：{text}（{source}）",
        "Announced {announced}: {text} ({source})",
    ),
    "T207.fix": (
        "结对关系仍按附件，不作推定；{name}的后继单位是{successor}，待有调整结对关系的通知再改",
        "the annex stands and nothing is inferred; {name} is succeeded by {successor}; change the "
        "row when a notice re-assigns it",
    ),
    "T208-county": ("{value}写了两行", "{value} has two rows"),
    "T208-county.fix": ("一个区县只占一行，合并或删去一行", "a county has one row: merge them"),
    "T208-no": ("序号 {value} 用了两次", "The number {value} is used twice"),
    "T208-no.fix": ("对照附件改正序号", "compare with the annex"),
    "T209": (
        "“{value}”既指{other}又指{name}",
        "“{value}” means both {other} and {name}",
    ),
    "T209.fix": ("名称和代码只能属于一个单位，改正其中一处", "a name or code belongs to one unit"),
    "T210": (
        "“{value}”已经用在“{title}”上",
        "“{value}” is used for “{title}” already",
    ),
    "T210.fix": (
        "对照通知改正：序号、代码、标题、条款各不相同",
        "compare with the notice: numbers, codes, titles and clauses all differ",
    ),
    "T221": (
        "{name}的代码 {code} 不是重庆的区县代码",
        "{code} is no code of a district or county of Chongqing ({name})",
    ),
    "T221.fix": (
        "写 GB/T 2260 的六位代码，重庆的以 50 开头；没有代码的，删去 code 这一项",
        "write the six digits of GB/T 2260, which begin with 50; without a code, take the key away",
    ),
    "T222": (
        "“{value}”里有空格、全角字母数字或看不见的字符",
        "“{value}” holds white space, full-width forms or characters that do not show",
    ),
    "T222.fix": ("写成“{right}”", "write “{right}”"),
    "T222-looks": (
        "“{value}”里有形近字，表里别处写的是“{right}”",
        "“{value}” holds a look-alike character; elsewhere the table has “{right}”",
    ),
    "T222-looks.fix": ("改成“{right}”", "make it “{right}”"),
    "T223": (
        "“{value}”写在{name}名下，按它查到的却有{other}",
        "“{value}” stands as a name of {name}, but it finds {other} too or instead",
    ),
    "T223.fix": (
        "写全名，如带上“区”“县”；不是{name}的名称就删去",
        "write it in full, with 区 or 县; take it away if it is no name of {name}",
    ),
    "T224-pinyin": ("{name}的拼音“{pinyin}”不是拼音", "“{pinyin}” is no pinyin of {name}"),
    "T224-pinyin.fix": (
        "只用小写字母，音节之间可以有空格或撇号，如 wushan、nan'an",
        "use small letters, with a space or an apostrophe between syllables if needed",
    ),
    "T224-initials": (
        "{name}的首字母“{initials}”和拼音“{pinyin}”对不上",
        "The initials “{initials}” are not those of “{pinyin}” ({name})",
    ),
    "T224-initials.fix": (
        "取每个音节的第一个字母，如 wushan 写 ws",
        "take the first letter of each syllable: ws for wushan",
    ),
    "T224-kind": ("{name}的名称和类别“{kind}”对不上", "{name} is by its name no {kind}"),
    "T224-kind.fix": (
        "改正类别：区、县、自治县或功能区",
        "mend the kind: 区, 县, 自治县 or 功能区",
    ),
    "T224-name": ("“{value}”里有不属于名称的字符", "“{value}” holds what belongs in no name"),
    "T224-name.fix": ("只留汉字", "keep Chinese characters only"),
    "T224-until": ("{value} 不是停用的年份", "{value} is no year a name ended in"),
    "T224-until.fix": ("写四位年份，如 2011", "write a year of four digits such as 2011"),
    "T231": (
        "附件第 {no} 行是{county}结对{partners}，和这里不一样",
        "Row {no} of the annex pairs {county} with {partners}, other than here",
    ),
    "T231.fix": ("改为{county}结对{partners}", "pair {county} with {partners}"),
    "T231-beyond": ("附件没有第 {no} 行", "The annex has no row {no}"),
    "T231-beyond.fix": ("对照附件，删去这一行或改正序号", "compare with the annex and mend it"),
    "T232": (
        "附件第 {no} 行（{county}结对{partners}）不在表里",
        "Row {no} of the annex ({county} with {partners}) is not in the table",
    ),
    "T232.fix": (
        "补上这一行：no 写 {no}，county 写{county}，partners 写{partners}",
        "add a row: no: {no}, county: {county}, partners: [{partners}]",
    ),
    "T233": (
        "通知写明{what} {found} 个，这里写的是 {stated}（{key}）",
        "The notice states {found} {what}; here it is {stated} ({key})",
    ),
    "T233.fix": ("改为 {found}", "make it {found}"),
    "T233-unfound": (
        "通知里没有找到写明数目的那句话",
        "The sentence that states the counts was not found in the notice",
    ),
    "T233-unfound.fix": (
        "核对给出的是不是这份通知的全文",
        "see whether this is the whole text of the notice",
    ),
    "T234": (
        "通知{clause}的标题是“{right}”，不是“{title}”",
        "The title of {clause} is “{right}”, not “{title}”",
    ),
    "T234.fix": ("改为“{right}”", "make it “{right}”"),
    "T234-unfound": ("通知里没有{clause}", "The notice has no {clause}"),
    "T234-unfound.fix": (
        "对照通知改正条款，如 二（一）、三（三）",
        "compare with the notice: clauses are such as 二（一） and 三（三）",
    ),
    "T235": (
        "举措“{measure}”的用语和{clause}对不上，从“{missing}”起找不到",
        "The words of “{measure}” are not those of {clause}, from “{missing}” on",
    ),
    "T235.fix": (
        "改用条款原文里的词，次序也照原文",
        "use the clause's own words, in its order",
    ),
    "A303": (
        "{name}在{region}，不是主城协同区",
        "{name} is in {region}, so it is no core-city partner",
    ),
    "A303.fix": (
        "主城协同区一列写主城的单位；两列是否填反了？",
        "core-city partners belong in this column; are the two exchanged?",
    ),
    "A303-county": (
        "{name}在{region}，不是“两群”区县",
        "{name} is in {region}, so it is no county of the two groups",
    ),
    "A303-county.fix": (
        "两群区县一列写“两群”的单位；两列是否填反了？",
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
        "{date}不在 {quarter} 里，文件夹是按季度放的",
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
        "{column}“{value}”没有写单位，按 {value} 元计",
        "{column} is “{value}” without a unit, which is read as {value} 元",
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
        "{name}已于 {announced} 公布撤销，后继单位是{successor}",
        "{name} was abolished, as announced on {announced}; {successor} succeeds it",
    ),
    "A324.fix": (
        "结对关系仍按附件，这一格不改；在备注里写明，如“{name}已撤销，由{successor}承办”",
        "the annex stands, so leave this cell; say in the note who acted, such as "
        "“{name}已撤销 由{successor}承办”",
    ),
    "A324-none": (
        "{name}已于 {announced} 公布撤销",
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
    "D401": (
        "编号 {id} 已经给了“{title}”",
        "The id {id} belongs to “{title}” already",
    ),
    "D401.fix": (
        "同一活动的，删去一行；不同活动的，清空这一格，另给编号",
        "take one row away if they are one event; else empty this cell for a new id",
    ),
    "D402": (
        "“{title}”和 {reference} 除编号、备注外完全相同",
        "“{title}” is the same as {reference} in every column but id and note",
    ),
    "D402.fix": (
        "同一活动的，删去这一行；不同活动的，写出区别，如地点或场次",
        "take this row away if they are one event; else write what differs, such as the place",
    ),
    "D403": (
        "“{title}”和 {reference}“{other}”像是同一活动，由不同单位各报了一次",
        "“{title}” and {reference} “{other}” look like one event, told by two sides",
    ),
    "D403.fix": (
        "同一活动的，合成一条，主城协同区和牵头单位写全；不同活动的，在名称里写出区别",
        "if they are one, make them one record with all partners and leads; else tell them apart "
        "in the title",
    ),
    "D404": (
        "{column} {value} 元在 {reference}（{date}）报过，结对、地点、名称都相同",
        "{column} of {value} 元 was told in {reference} ({date}) for the same pair, place and "
        "title",
    ),
    "D404.fix": (
        "同一笔钱只报一次，清空这一格；另一笔的，在名称里写出区别，如第几批",
        "tell one sum once, so empty this cell; if it is another, tell them apart in the title",
    ),
}
