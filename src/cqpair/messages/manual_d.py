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
}
