"""Manuals of T2xx, the pairing table: a title, what is found, why it matters."""

TEXTS = {
    "T201": ("和通知的数不一样", "counts other than the notice's"),
    "T201.what": (
        "通知第一部分载明的数目（24 个主城协同区、17 个“两群”协同区县等）和表里数出来的不一样。",
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
        "一个“两群”协同区县没有结对方，或者多于两个。",
        "A county has no partner, or more than two.",
    ),
    "T204.why": (
        "通知规定按“一对一”“二对一”结对。",
        "The notice pairs “一对一” and “二对一”: one or two to a county.",
    ),
    "T205": ("结对表里的名称无法识别", "an unknown name in the pairing table"),
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
        "county 写了主城协同区，或 partners 写了“两群”协同区县。",
        "`county` names a core-city unit, or `partners` one of the two groups.",
    ),
    "T206.why": (
        "通知里两边的角色是分开的：主城协同区和“两群”协同区县。",
        "The notice gives the two sides different parts.",
    ),
    "T207": ("结对的单位已公布撤销", "a paired unit since abolished"),
    "T207.what": (
        "到所问的日期，结对里的单位已公布撤销，而公布以后还没有人查过有没有调整结对关系的通知："
        "这项 changes 里没有 pairings_kept，或者早于公布日期。默认按今天，可用 --on 指定日期。",
        "A unit of a pairing was abolished by the day asked about (today, or --on), and nobody has "
        "looked since for a notice that re-assigns it: its entry in `changes` has no pairings_kept "
        "or one before the announcement.",
    ),
    "T207.why": (
        "没有通知，结对就照附件不变，也不推定新的结对；这一点要有人看过，写下日期，只写一次。"
        "partners 的注照旧。",
        "Without a notice the annex stays and nothing is inferred. Somebody has to have looked, "
        "and says so once, with the day. The notes of `partners` stay.",
    ),
    "T208": ("区县或序号重复、串号", "a county or number twice, or a stray number"),
    "T208.what": (
        "同一个区县写了两行，或同一个序号用了两次；十行以上的表里，只有一个序号超出行数、"
        "又正好缺一个号。",
        "A county has two rows, or two rows have one number; or, in a table of ten rows or more, "
        "one number is beyond their count and just one within it lacks.",
    ),
    "T208.why": (
        "附件一县一行、序号从一连到末；重了或串了，就不知道该信哪一行。",
        "The annex has one row a county, numbered in turn; otherwise nobody knows "
        "which row to believe.",
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
    "T210": ("任务领域重复", "one number or title for two task areas"),
    "T210.what": (
        "两个任务领域或两项保障措施的序号、代码、标题或条款相同。",
        "Two task areas, or two safeguards, share a number, code, title or clause.",
    ),
    "T210.why": (
        "重复的那一项会顶掉别的一项，报告里就少了一行。",
        "It takes the place of another, and the report lacks a row.",
    ),
    "T211": ("文号写得不对", "a number of the notice that cannot be right"),
    "T211.what": (
        "通知的文号（notice 的 number）的写法不对，或年份和印发日期不是同一年。",
        "The notice's `number` is not written as 渝科协发〔2021〕7号 is, or its year is not "
        "that of `date`.",
    ),
    "T211.why": (
        "答案、报告和公文都照它引用通知，写错了就查不到原文。",
        "Answers, reports and letters cite the notice by it; by a wrong one it is not found.",
    ),
    "T221": ("代码不对", "a code that is none"),
    "T221.what": (
        "单位代码不是六位，或不以 50（重庆）开头；区划变动里的新代码也看。",
        "A unit's code, or one given to it later, is not six digits or does not begin with 50.",
    ),
    "T221.why": (
        "代码供别的系统对接，差一位就对到别处或对不上。",
        "Other systems join by it; with a digit wrong it joins another place, or none.",
    ),
    "T222": ("名称写得不干净", "a name that is not tidy"),
    "T222.what": (
        "简称、全称、署名或其他名称里有空格、全角字母数字、看不见的字符，或有形近字"
        "（表里别处写的是对的那个字）。",
        "A name holds white space, full-width forms, characters that do not show, or a look-alike "
        "of a character that the table has elsewhere.",
    ),
    "T222.why": (
        "看着一样，别的程序却当成两个单位；答案和报告也照原样印出去。",
        "It looks the same, and other programs take it for another unit; answers and reports "
        "print it as it stands.",
    ),
    "T223": ("其他名称指向别的单位", "another name that finds another unit"),
    "T223.what": (
        "一个曾用名或别称（或它的拼音）正好是别的单位的简写，如渝北区的“江北县”写成了“江北”。"
        "两个单位写了同一个名称的，由 T209 提示。",
        "A former name or alias, or its pinyin, is the short form of another unit, such as 江北 "
        "for 江北县, a former name of 渝北区. Names that are equal are told by T209.",
    ),
    "T223.why": (
        "按它去查，查到的是别的单位，或者不止一个。",
        "Asking for it finds the other unit, or more than one.",
    ),
    "T224": ("单位的拼音、类别或年份不对", "a value of a unit that cannot be one"),
    "T224.what": (
        "拼音、首字母、类别、其他名称或停用年份的写法不可能是对的。",
        "Pinyin, initials, a kind, another name or a year that cannot be right.",
    ),
    "T224.why": (
        "按拼音和名称查单位要靠它们；错一个字母就查不到。",
        "Units are found by them; one letter wrong, and one is not found.",
    ),
    "T225": (
        "清单里没有记录用的值（点名才查）",
        "a list value that no record uses (on request)",
    ),
    "T225.what": (
        "只在点名时查（--select T225 或 unused-value）：tasks.yaml 里的一种形式、牵头类别"
        "或一项举措，这个数据文件夹没有一条记录用到。有文件或记录没能读进来时不判断。",
        "Looks only when asked for by name, with --select T225 or unused-value: a form, lead kind "
        "or measure of tasks.yaml that no record of the data folder uses. It says nothing while a "
        "file or a record could not be read.",
    ),
    "T225.why": (
        "清单短，选起来才准；没人用的举措也说明哪里还没有做。刚加的值还没有记录用，所以平时不查。",
        "A short list is easier to choose from, and an unused measure shows what is not done yet. "
        "A value just added is unused too, so it is not looked for unasked.",
    ),
    "T225.wrong": (
        "forms: [座谈会, 科普活动, 线上会议]，没有一条记录的活动形式是线上会议",
        "forms: [座谈会, 科普活动, 线上会议], and no record has the form 线上会议",
    ),
    "T225.right": (
        "forms: [座谈会, 科普活动]，两种形式都有记录用",
        "forms: [座谈会, 科普活动], and records use both",
    ),
    "T226": ("拼音和名称的读音不一样", "a pinyin other than the name's reading"),
    "T226.what": (
        "单位或其他名称的拼音不是名称各字的读音。只认得随附结对表里各名称用到的字，"
        "有别的字就不判断；带不带“区”“县”、空格或撇号都可以。",
        "A pinyin of a unit, or of another name of it, is not how the characters read. It knows "
        "the characters in the names of the shipped table and says nothing of others; spaces, "
        "apostrophes and an ending 区 or 县 may be there or not.",
    ),
    "T226.why": (
        "按拼音查单位要靠它；错一个字母就查不到。",
        "Units are found by it; one letter wrong, and one is not found.",
    ),
    "T231": ("和附件不一样", "a pairing other than the annex's"),
    "T231.what": (
        "用 --notice 给出通知时，结对的区县或结对方和附件的同一行不一样，或附件没有这一行。",
        "With --notice: a pairing's county or partners are not those of the annex's row, or the "
        "annex has no such row.",
    ),
    "T231.why": ("谁和谁结对以附件为准。", "The annex decides who pairs with whom."),
    "T231.wrong": (
        "附件第 12 行是巫山县结对北碚区、铜梁区，表里写成 partners: [北碚区, 渝中区]",
        "row 12 of the annex pairs 巫山县 with 北碚区 and 铜梁区; the table has "
        "partners: [北碚区, 渝中区]",
    ),
    "T231.right": ("partners: [北碚区, 铜梁区]", "partners: [北碚区, 铜梁区]"),
    "T232": ("漏了附件的一行", "a row of the annex that is missing"),
    "T232.what": (
        "用 --notice 给出通知时，附件里的一行在结对表里没有。",
        "With --notice: a row of the annex is not in the pairing table.",
    ),
    "T232.why": ("漏了一对，就少了一个区县。", "A pairing missing is a county missing."),
    "T232.wrong": ("附件有 17 行，表里只有 16 行", "the annex has 17 rows, the table 16"),
    "T232.right": ("逐行照附件写全", "every row of the annex stands in the table"),
    "T233": ("数目和通知的不一样", "a count other than the notice states"),
    "T233.what": (
        "用 --notice 给出通知时，expect 里的数目和通知第一部分写明的不一样。",
        "With --notice: a count of `expect` is not the one of the notice's first part.",
    ),
    "T233.why": (
        "expect 是核对结对表的尺子，尺子错了就量不准。",
        "`expect` is what the table is measured by.",
    ),
    "T233.wrong": ("counties: 18", "counties: 18"),
    "T233.right": ("counties: 17", "counties: 17"),
    "T234": ("任务标题和通知的不一样", "a task title other than the notice's"),
    "T234.what": (
        "用 --notice 给出通知时，任务领域或保障措施的标题和所指条款的标题不一样。",
        "With --notice: the title of an area or safeguard is not that of the clause it names.",
    ),
    "T234.why": ("报告里写的是通知的原话。", "Reports use the notice's own words."),
    "T234.wrong": ("title: 服务创新驱动发展", "title: 服务创新驱动发展"),
    "T234.right": ("title: 携手服务创新驱动发展", "title: 携手服务创新驱动发展"),
    "T235": ("举措的用语不在条款里", "a measure in words its clause does not have"),
    "T235.what": (
        "用 --notice 给出通知时，举措标签里的字不能依次在所指条款里找到。",
        "With --notice: the characters of a measure do not stand in its clause in their order.",
    ),
    "T235.why": (
        "举措是通知条款的缩写，不能写通知没有的事。",
        "A measure shortens the clause and adds nothing to it.",
    ),
    "T235.wrong": ("农技协培训合作", "农技协培训合作"),
    "T235.right": ("区县农技协组织合作", "区县农技协组织合作"),
    "T236": ("文号、标题等和通知的不一样", "a head other than the notice's"),
    "T236.what": (
        "用 --notice 给出通知时，notice 里的文号、标题、发文机关、印发日期或附件标题"
        "不在通知原文里，或者只写了一部分。",
        "With --notice: the number, title, issuer, date or annex of `notice` does not stand in "
        "the text of the notice, or only a part of it is given.",
    ),
    "T236.why": (
        "报告和公文照 notice 引用通知，错一个字就不是这份通知了。",
        "Reports and letters cite the notice by it; one character wrong, and it is another.",
    ),
    "T236.wrong": ("number: 渝科协发〔2021〕8号", "number: 渝科协发〔2021〕8号"),
    "T236.right": ("number: 渝科协发〔2021〕7号", "number: 渝科协发〔2021〕7号"),
}
