"""Manuals of D4xx, records together: a title, what is found, why it matters."""

TEXTS = {
    "D401": ("编号重复", "an id used twice"),
    "D401.what": (
        "这个编号前面已有一条记录用了。",
        "An earlier record has this id already.",
    ),
    "D401.why": (
        "编号是查到一条记录的唯一凭据；重复的也可能是同一活动录了两遍。",
        "An id finds one record; and used twice, it may be one event told twice.",
    ),
    "D402": ("整条重复", "a record twice"),
    "D402.what": (
        "除编号和备注外，每一列都和前面一条记录相同。编号也相同的，由 D401 提示。",
        "Every column but id and note is the same as in an earlier record. Where the id is the "
        "same too, D401 tells it.",
    ),
    "D402.why": (
        "同一活动算两次，活动数、人次、金额都会虚增。",
        "One event would count twice, with all its figures.",
    ),
    "D403": ("像是同一活动报了两次", "what looks like one event told twice"),
    "D403.what": (
        "同一区县、同一任务领域的两条记录，日期相接，名称相同或一个包含另一个，而主城协同区"
        "或牵头单位不同。地点、参与人次都填了又都不同的，是两件事；计划不比；不足六个字的名称太一般，"
        "也不比。",
        "Two records of one county and area, whose days overlap and whose titles are equal or one "
        "within the other, have other partners or another lead. Where both tell a place and a head "
        "count and both differ, they are two events. Plans are not compared, nor titles of fewer "
        "than six characters.",
    ),
    "D403.why": (
        "结对双方都可能上报，同一活动算两次是最常见的错；是不是一件事要由人定，"
        "这里只提醒，记录照样计入。",
        "Both sides of a pair may report one event, and counting it twice is the classic error. "
        "Whether it is one, people decide; both records count until then.",
    ),
    "D404": ("同一笔钱又报一次", "an amount told again"),
    "D404.what": (
        "同一年里，同一结对、同一地点、同一名称，后来的记录又报了同样的金额。"
        "备注里写了“另一笔”“第二批”“每次”这样的话，说明是另花的，不提示。",
        "Later in the same year the same pair tells the same amount for the same place and title. "
        "It is not told where the note says it is another (另一笔, 第二批, 每次).",
    ),
    "D404.why": (
        "按季度报送时，容易把上一季度的钱或全年累计再报一次，合计就多了。",
        "With a return each quarter, the last one's money or the year's to date is easily told "
        "again, and the sum is too large.",
    ),
}
