"""A text that reminds an office of a return that is missing, ready to be sent."""

from datetime import date
from typing import NamedTuple

from cqpair.book import Book
from cqpair.collect.form import file_stem
from cqpair.collect.status import QuarterStatus
from cqpair.messages import say
from cqpair.model.units import Unit
from cqpair.report.wording import day_words, period_words, span_words


class Reminder(NamedTuple):
    """What is sent to an office, and the name of its file without a suffix."""

    name: str
    text: str


def reminders(found: QuarterStatus, book: Book, today: date) -> list[Reminder]:
    """One for each office that is missing on the day `today`, in the annex's order.

    Who signs is left to the sender.
    """
    units = book.tables.units_by_name()
    return [
        Reminder(file_stem(found.quarter, unit), _text(found, book, unit, units, today))
        for unit in (units[name] for name in found.missing)
    ]


def _text(found: QuarterStatus, book: Book, unit: Unit, units: dict[str, Unit], today: date) -> str:
    assert book.tables.notice is not None
    notice, office = book.tables.notice.value, unit.office_name
    pairing = book.pairing_of(unit)
    members = pairing.members if pairing else ()
    others = "、".join(units[name].office_name for name in members if name != unit.name)
    return say(
        "document.remind",
        office=office,
        number=notice.number,
        due=day_words(found.due),
        quarter=period_words(found.quarter),
        state=_state(found.due, today),
        span=span_words(found.quarter),
        form=f"{file_stem(found.quarter, unit)}.xlsx",
        way=say(f"document.remind-{found.by.value}", others=others),
    )


def _state(due: date, today: date) -> str:
    if today == due:
        return say("document.remind-today")
    key = "remind-over" if today > due else "remind-open"
    return say(f"document.{key}", today=day_words(today))
