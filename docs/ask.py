"""Ask cqpair from another program: `python docs/ask.py`, in a clone."""

import cqpair

book = cqpair.open("data")

for answer in book.partners("巫山", "jiangbei"):
    print(answer["unit"]["name"], "、".join(unit["name"] for unit in answer["partners"]))

for record in book.records(area="4"):
    print(record["date"], record["county"], record["title"])

report = book.report("2021", by="pair", compare="none")
print(report["totals"]["activities"], report["silent_pairs"][:3])

print(book.problems()["summary"])

try:
    book.partners("乌有县")
except cqpair.CqpairError as error:
    print(error.exit_code, error)
