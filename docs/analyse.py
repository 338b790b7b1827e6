"""Ask the records questions of one's own: `python docs/analyse.py`, in a clone."""

from collections import Counter
from typing import Any

import cqpair

book = cqpair.open("data")
records: list[dict[str, Any]] = book.records()

by_year = Counter(record["date"][:4] for record in records)
print("各年活动数：", dict(sorted(by_year.items())))

by_form = Counter(record["form"] or "未填" for record in records)
print("最多的形式：", by_form.most_common(3))

seen = {name for record in records for name in [record["county"], *record["partners"]]}
pairs: list[dict[str, Any]] = book.report("2021")["pairs"]
everyone = {name for pair in pairs for name in [pair["county"], *pair["partners"]]}
print("没有公开报道的单位：", len(everyone - seen))

told = [record["participants"] for record in records if record["participants"] is not None]
print("填了参与人次的：", len(told), "/", len(records))
