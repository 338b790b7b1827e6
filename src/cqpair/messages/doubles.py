"""Why two records look like one event told twice, as an office would say it."""

TEXTS = {
    "same-day": ("同一天", "the same day"),
    "days-touch": ("日期相接", "the days overlap"),
    "days-apart": ("日期相差{days}天", "{days} {days:day|days} apart"),
    "in-month": (
        "一条日期只写到月，另一条在这个月里",
        "within the month that the other gives",
    ),
    "in-year": ("一条日期只写到年，另一条在这一年里", "within the year that the other gives"),
    "within-span": ("一条在另一条的起止日期之间", "one lies within the days of the other"),
    "same-place": ("地点相同", "the same place"),
    "both-in": ("地点都在{name}", "both in {name}"),
    "online": ("都在线上", "both online"),
    "place-shares": ("地点都有“{text}”", "both places have “{text}”"),
    "same-figure": ("{column}相同", "the same {column}"),
    "near-figure": ("{column}相近", "{column} nearly the same"),
    "same-title": ("名称相同", "the same title"),
    "title-within": ("名称一个包含另一个", "one title within the other"),
    "title-shares": ("名称都有“{text}”", "both titles have “{text}”"),
    "same-form": ("形式相同", "the same form"),
    "same-lead": ("牵头单位相同", "the same lead"),
    "listed": ("；", "; "),
}
