"""Manuals of T2xx, the pairing table: a title, what is found, why it matters."""

TEXTS = {
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
    "T207.wrong": (
        "看到单位已公布撤销，就把结对改给后继单位",
        "the row is given to the successor because the unit was abolished",
    ),
    "T207.right": (
        "保持附件原样，等有重新安排结对的通知再改",
        "the annex stays as it is until a notice re-assigns the pairing",
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
    "T210": ("任务领域重复", "one number or title for two task areas"),
    "T210.what": (
        "两个任务领域或两项保障措施的序号、代码、标题或条款相同。",
        "Two task areas, or two safeguards, share a number, code, title or clause.",
    ),
    "T210.why": (
        "重复的那一项会顶掉别的一项，报告里就少了一行。",
        "It takes the place of another, and the report lacks a row.",
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
}
