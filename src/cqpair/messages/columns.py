"""What each column of a record holds."""

TEXTS = {
    "records": ("活动台账", "Records of activities"),
    "canonical": (
        "台账各列的写法。cqpair 还认得别的写法和英文列名（aliases），列的先后不限；"
        "suggested 是建议选用的内容，写别的只作提醒。",
        "How records are written. cqpair reads other spellings and the English headers (aliases) "
        "too, in any order; suggested values may be departed from, with a warning.",
    ),
    "yaml": (
        "台账写成 YAML 时的写法，编辑器据此提示；"
        "区县名、日期和结对对不对，运行 cqpair validate 才知道。",
        "Records written as YAML, for editors; whether names, days and pairings are right "
        "`cqpair validate` tells.",
    ),
    "yaml-record": (
        "一项活动。列名写中文或英文都可以，一列只写一次。",
        "An activity. A column goes by its Chinese or its English name, once.",
    ),
    "id": ("编号，不得重复；可以空着，由 cqpair 编", "Unique; may be blank, cqpair gives one"),
    "status": ("进展；空着即已完成", "How far it is; blank is 已完成"),
    "date": (
        "开始的日期，知道到哪一级就写到哪一级：2021-05-13、2021-05 或 2021",
        "The first day, as precise as it is known: 2021-05-13, 2021-05 or 2021",
    ),
    "end_date": (
        "结束的日期，写法同开始日期；一天办完的空着",
        "The last day, written like the first; blank for a single day",
    ),
    "county": ("“两群”协同区县，写简称，如巫山县", "The county, by its short name: 巫山县"),
    "partners": (
        "参加的主城协同区，写简称；不止一个时用顿号隔开",
        "The partners that took part, by short name; several are separated by 、",
    ),
    "area": (
        "通知第二部分的重点任务 1 到 6，或第三部分的保障措施，保障1 到保障3",
        "A task area of the notice, 1 to 6, or a safeguard, 保障1 to 保障3",
    ),
    "measure": ("该任务领域的一项举措", "One of the measures of that area"),
    "lead": ("牵头的单位，按原文写", "Who led it, as the source says"),
    "lead_kind": ("牵头单位属于哪一类", "What kind of body led it"),
    "title": ("活动的名称", "What the activity was called"),
    "form": ("活动的形式，如培训、签约", "Its form, such as 培训 (training) or 签约 (signing)"),
    "place": ("举办的地点", "Where it took place"),
    "participants": (
        "参与的人次，整数；大概的数写“约300”；没有统计就空着，不写 0",
        "Attendances, a whole number; 约300 is about 300; blank is not reported, which is not 0",
    ),
    "experts": (
        "其中专家的人次，写法同参与人次",
        "Attendances of experts among them, written in the same way",
    ),
    "funding": (
        "投入的资金，单位是元，也可以写成 3万元；大概的数写“约30000”；没有统计就空着，不写 0",
        "Money spent, in 元 (CNY), or as 3万元; 约30000 is about 30000; blank is not reported, "
        "which is not 0",
    ),
    "in_kind": (
        "捐赠实物折合的金额，写法同资金投入",
        "Value of goods given, written like the money",
    ),
    "purchases": (
        "向“两群”区县购买农产品等的金额，单位是元，不计入资金投入；没有统计就空着",
        "What was bought from the county, in 元 (CNY), never part of the money spent; blank is not "
        "reported",
    ),
    "outcome": ("取得的成果", "What came of it"),
    "exemplar": ("推荐为典型的写“是”，其余空着", "是 recommends it as an example; else blank"),
    "source": ("出处：网址或文号", "Where this can be looked up: a link or a document number"),
    "note": ("其他要说明的", "Anything else"),
}
