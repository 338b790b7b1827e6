"""T225: the lists of tasks.yaml against the records that choose from them."""

from collections.abc import Iterable

from cqpair.book import Book
from cqpair.lint.rule import Finding, InWords, Manual, Rule, Sentence, Severity
from cqpair.names import fold


def unused_value(book: Book) -> Iterable[Finding]:
    """A form, lead kind or measure that no record names, when every record could be read."""
    table = book.tasks.placed
    if table is None or not book.complete:
        return
    measures = {(a.area.key, fold(a.measure)) for a in book.activities if a.measure}
    for row in book.tasks.areas:
        area = row.value
        for i, measure in enumerate(area.measures):
            if (area.key, fold(measure)) not in measures:
                params = {"value": measure, "area": area.title}
                yield Finding(row.at("measures", i), params, "measure")
    forms = {fold(a.form) for a in book.activities if a.form}
    for i, form in enumerate(table.value.forms):
        if fold(form) not in forms:
            yield Finding(table.at("forms", i), {"value": form, "list": "forms"})
    kinds = {a.lead_kind for a in book.activities}
    for i, kind in enumerate(table.value.lead_kinds):
        if kind not in kinds:
            yield Finding(table.at("lead_kinds", i), {"value": kind.value, "list": "lead_kinds"})


T225 = Rule(
    "T225",
    "unused-value",
    Severity.WARNING,
    unused_value,
    sentences={
        "": Sentence(
            (
                "没有一条记录用 {list} 里的“{value}”",
                "No record uses “{value}” of `{list}`",
            ),
            fix=(
                "不碍事，可以留着；今后用不着的，从清单里删去",
                "leave it, or delete it from the list if it will not be needed",
            ),
        ),
        "measure": Sentence(
            (
                "没有一条记录用“{area}”的举措（measures）“{value}”",
                "No record uses “{value}”, of the `measures` of “{area}”",
            ),
            fix=(
                "举措出自通知，可以留着；今后用不着的，从清单里删去",
                "measures are the notice's: leave it, or delete it from the list if it will not "
                "be needed",
            ),
        ),
    },
    manual=Manual(
        (
            "清单里没有记录用的值（点名才查）",
            "a list value that no record uses (on request)",
        ),
        what=(
            "只在点名时查（--select T225 或 unused-value）：tasks.yaml 里的一种形式、"
            "牵头类别或一项举措，这个数据文件夹没有一条记录用到。有文件或记录没能读进来时不判断。",
            "Looks only when asked for by name, with --select T225 or unused-value: a form, lead "
            "kind or measure of tasks.yaml that no record of the data folder uses. It says "
            "nothing while a file or a record could not be read.",
        ),
        why=(
            "清单短，选起来才准；没人用的举措也说明哪里还没有做。刚加的值还没有记录用，"
            "所以平时不查。",
            "A short list is easier to choose from, and an unused measure shows what is not done "
            "yet. A value just added is unused too, so it is not looked for unasked.",
        ),
        example=InWords(
            wrong=(
                "forms: [座谈会, 科普活动, 线上会议]，没有一条记录的活动形式是线上会议",
                "forms: [座谈会, 科普活动, 线上会议], and no record has the form 线上会议",
            ),
            right=(
                "forms: [座谈会, 科普活动]，两种形式都有记录用",
                "forms: [座谈会, 科普活动], and records use both",
            ),
        ),
    ),
    on_request=True,
)


RULES = (T225,)
