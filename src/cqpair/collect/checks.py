"""What a form offers and asks about while it is filled in: drop-downs, hints and second thoughts.

Refused is only what no return may say. 约300, 2021年5月 and another form of activity are legal, so
whoever types them is asked, and may keep them: a check that refused them would teach false figures.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from cqpair.collect.form import YES, Form
from cqpair.fields import Column, ValueKind
from cqpair.messages import say
from cqpair.values.text import write_numeral

Check = dict[str, Any]
"""A data validation as XlsxWriter takes it."""


_AREAS, _PARTNERS, _FORMS, _KINDS, _MEASURES = (
    "cq_areas",
    "cq_partners",
    "cq_forms",
    "cq_kinds",
    "cq_m",
)


class _Answer(StrEnum):
    """What a spreadsheet does with a cell that does not fit."""

    REFUSE = "stop"
    ASK = "warning"
    SAY = "information"


def lists_of(form: Form) -> Mapping[str, Sequence[str]]:
    """The lists that drop-downs offer, by their defined names; of measures one for each area."""
    areas = form.tasks.all_areas
    return {
        _AREAS: [area.title for area in areas],
        _PARTNERS: form.partners,
        _FORMS: form.tasks.forms,
        _KINDS: [kind.value for kind in form.tasks.lead_kinds],
        **{f"{_MEASURES}{n}": area.measures for n, area in enumerate(areas, 1)},
    }


def nil_check() -> Check:
    """The box for a nil report takes 是 and nothing else."""
    return {"validate": "list", "source": [YES], **_told("nil", _Answer.REFUSE)}


def check_of(column: Column, form: Form, area_cell: str) -> Check | None:
    """The check of a column's cells, None for free text; `area_cell` (`$F6`) is the first row's."""
    match column.kind, column.key:
        case ValueKind.UNITS, _:
            choices = "；".join(form.partners)
            return _list(_PARTNERS, _told("partners", _Answer.REFUSE, choices=choices))
        case ValueKind.AREA, _:
            return _list(_AREAS, _told("area", _Answer.REFUSE))
        case _, "measure":
            return _list(_measures(form, area_cell), _told("measure", _Answer.ASK, hint=True))
        case _, "lead_kind":
            choices = "、".join(form.tasks.lead_kinds)
            return _list(_KINDS, _told("lead_kind", _Answer.REFUSE, choices=choices))
        case _, "form":
            return _list(_FORMS, _told("form", _Answer.SAY))
        case ValueKind.FLAG, _:
            return {"validate": "list", "source": [YES], **_told("exemplar", _Answer.ASK)}
        case ValueKind.DATE, _:
            return _day(form)
        case ValueKind.COUNT, _:
            return _number("integer", _told("count", _Answer.ASK, hint=True, column=column.header))
        case ValueKind.MONEY, _:
            return _number("decimal", _told("money", _Answer.ASK, hint=True, column=column.header))
    return None


def quarter_words(form: Form) -> dict[str, object]:
    """The form's quarter as sentences have it: 2021 and 二."""
    start = form.quarter.start
    return {"year": start.year, "quarter": write_numeral(start.month // 3 + 1)}


def _measures(form: Form, area_cell: str) -> str:
    """The measures of the row's area.

    Every program knows CHOOSE in a check; some do not INDIRECT, which would make names of titles.
    """
    names = ",".join(f"{_MEASURES}{n}" for n, _ in enumerate(form.tasks.all_areas, 1))
    return f"CHOOSE(MATCH({area_cell},{_AREAS},0),{names})"


def _list(source: str, told: Check) -> Check:
    return {"validate": "list", "source": f"={source}", **told}


def _number(kind: str, told: Check) -> Check:
    return {"validate": kind, "criteria": ">=", "value": 0, **told}


def _day(form: Form) -> Check:
    """A day of the quarter. Excel takes 2021年5月 for its first day, which is one."""
    start, end = form.quarter.start, form.quarter.end
    month = f"{start.year}年{start.month + 1}月"
    words = {**quarter_words(form), "start": start, "end": end, "month": month}
    told = _told("date", _Answer.ASK, hint=True, example=start.replace(day=13), **words)
    return {"validate": "date", "criteria": "between", "minimum": start, "maximum": end, **told}


def _told(kind: str, answer: _Answer, *, hint: bool = False, **words: object) -> Check:
    """What a check says: beforehand where there is a `hint`, and when it finds something else."""
    error = say(f"document.form-{kind}-error", **words)
    title = say("document.form-refused" if answer is _Answer.REFUSE else "document.form-doubted")
    if answer is _Answer.ASK:
        error += say("document.form-keep")
    told = {"error_type": answer.value, "error_title": title, "error_message": error}
    return told | ({"input_message": say(f"document.form-{kind}", **words)} if hint else {})
