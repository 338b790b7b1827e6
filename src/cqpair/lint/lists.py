"""T225: the lists of tasks.yaml against the records that choose from them."""

from collections.abc import Iterable

from cqpair.book import Book
from cqpair.lint.rule import Hit, Rule, Severity
from cqpair.names import fold


def unused_value(book: Book) -> Iterable[Hit]:
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
                yield Hit(row.at("measures", i), params, "rules.T225-measure")
    forms = {fold(a.form) for a in book.activities if a.form}
    for i, form in enumerate(table.value.forms):
        if fold(form) not in forms:
            yield Hit(table.at("forms", i), {"value": form, "list": "forms"})
    kinds = {a.lead_kind for a in book.activities}
    for i, kind in enumerate(table.value.lead_kinds):
        if kind not in kinds:
            yield Hit(table.at("lead_kinds", i), {"value": kind.value, "list": "lead_kinds"})


RULES = (Rule("T225", "unused-value", Severity.WARNING, unused_value, on_request=True),)
