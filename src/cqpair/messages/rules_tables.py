"""What the rules of the tables find, T2xx, and the way out: a part of the topic `rules`."""

TABLES = {
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
        "county 里只写“两群”协同区县，对照附件改正",
        "`county` takes counties of the two groups only: compare with the annex",
    ),
    "T207": (
        "{announced}公布：{text}（{source}）",
        "Announced {announced}: {text} ({source})",
    ),
    "T207.fix": (
        "结对关系仍按附件，不作推定；{name}的后继单位是{successor}。查过、没有见到调整结对关系的通知的，"
        "在{name}的这项 changes 里加一行“pairings_kept: {today}”（查的那天）；有通知的，照通知改",
        "the annex stands and nothing is inferred; {name} is succeeded by {successor}. Once you "
        "have looked and found no notice that re-assigns it, add `pairings_kept: {today}`, the "
        "day you looked, to this entry in `changes` of {name}; change the row once a notice does",
    ),
    "T207-early": (
        "pairings_kept 是{kept}，早于公布的{announced}，那时还不知道：{text}（{source}）",
        "pairings_kept is {kept}, before {announced}, when this was announced: {text} ({source})",
    ),
    "T207-early.fix": (
        "写公布以后查的那天，如“pairings_kept: {today}”；没有查过的，删去这一行",
        "write the day since then on which you looked, as in `pairings_kept: {today}`; remove "
        "the line if nobody has",
    ),
    "T208-county": ("{value}写了两行", "{value} has two rows"),
    "T208-county.fix": ("一个区县只占一行，合并或删去一行", "a county has one row: merge them"),
    "T208-no": ("序号 {value} 用了两次", "The number {value} is used twice"),
    "T208-no.fix": ("对照附件改正序号", "compare with the annex"),
    "T208-stray": (
        "序号 {value} 超出了全部 {count} 行，缺的是 {right}",
        "The number {value} is beyond the {count} rows, of which {right} lacks",
    ),
    "T208-stray.fix": ("序号改为 {right}", "write {right}"),
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
    "T211": (
        "“{value}”不是文号的写法",
        "“{value}” is not written as the number of a notice",
    ),
    "T211.fix": (
        "照通知写：发文机关代字、六角括号里的年份、序号，如 渝科协发〔2021〕7号",
        "write it as the notice does: the issuer's letters, the year in 〔〕 and the number, such "
        "as 渝科协发〔2021〕7号",
    ),
    "T211-year": (
        "文号“{value}”的年份和印发日期 {date} 不是同一年",
        "The number “{value}” is of another year than the date {date}",
    ),
    "T211-year.fix": (
        "对照通知，改正文号的年份或印发日期（date）",
        "compare with the notice and mend the year of the number or `date`",
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
    "T224-pinyin": ("{name}的拼音写成“{pinyin}”，不成音节", "“{pinyin}” is no pinyin of {name}"),
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
    "T224-until": ("{value} 不是有效的停用年份", "{value} is no year a name ended in"),
    "T224-until.fix": ("写四位年份，如 2011", "write a year of four digits such as 2011"),
    "T225": ("没有一条记录用 {list} 里的“{value}”", "No record uses “{value}” of `{list}`"),
    "T225.fix": (
        "不碍事，可以留着；今后用不着的，从清单里删去",
        "leave it, or take it out of the list when the office will not need it",
    ),
    "T225-measure": (
        "没有一条记录用“{area}”的举措（measures）“{value}”",
        "No record uses “{value}”, of the `measures` of “{area}”",
    ),
    "T225-measure.fix": (
        "举措出自通知，可以留着；今后用不着的，从清单里删去",
        "measures are the notice's: leave it, or take it out of the list when the office will not "
        "need it",
    ),
    "T226": (
        "{name}的拼音写成“{pinyin}”，应读作“{right}”",
        "“{pinyin}” is not the pinyin of {name}, which reads “{right}”",
    ),
    "T226.fix": ("改为“{right}”；名称写错的，改名称", "make it “{right}”, or mend the name"),
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
        "补上这一行：no 写 {no}，county 写{county}，partners 写[{partners}]",
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
        "举措“{measure}”和通知{clause}的原文对不上，从“{missing}”起原文没有",
        "The words of “{measure}” are not those of {clause}, from “{missing}” on",
    ),
    "T235.fix": (
        "改用条款原文里的词，次序也照原文",
        "use the clause's own words, in its order",
    ),
    "T236": (
        "通知的{what}是 {right}，不是 {value}",
        "The {what} is {right} in the notice, not {value}",
    ),
    "T236.fix": ("改为 {right}", "make it {right}"),
    "T236-unfound": (
        "通知里没有{what} {value}",
        "The {what} {value} does not stand in the notice",
    ),
    "T236-unfound.fix": (
        "对照通知改正；也看看给出的是不是这份通知的全文",
        "compare with the notice, and see whether this is the whole of its text",
    ),
}
