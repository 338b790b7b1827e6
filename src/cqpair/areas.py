"""Which task area a text means: its number, title, code or clause; and what it is near to."""

import re
from difflib import SequenceMatcher

from cqpair.messages import say
from cqpair.model.tasks import Area, Tasks
from cqpair.values import folded

_TOGETHER = "携手"

_NUMERALS = "一二三四五六七八九"

_NUMBER = rf"(?P<open>\()?(?P<no>\d+|[{_NUMERALS}])(?(open)\))项?[、.,:]?"

_TASK = rf"(?:重点任务|任务领域|任务|领域|第)?{_NUMBER}(?P<title>.*)"

_SAFEGUARD = rf"保障(?:措施)?{_NUMBER}(?P<title>.*)"

_QUOTES = str.maketrans("", "", "“”\"'《》。")

_ALIKE = 0.75  # of a title's characters, in their order

_MOST_NEAR = 2


def find_area(text: str, tasks: Tasks) -> Area | None:
    """The area or safeguard with this key, title, code or clause, or numbered as in the notice.

    A bare number is an area's, in any of 5, 五, （五）, 5、 and 任务五; a safeguard says 保障.
    A title behind the number has to be its own.
    """
    wanted = folded(text).casefold()
    for area in tasks.all_areas:
        known = (area.key, area.code, area.clause, *_titles(area))
        if wanted in (folded(name).casefold() for name in known):
            return area
        clause = folded(area.clause)
        if wanted.startswith(clause) and wanted.removeprefix(clause) in _titles(area):
            return area
    for areas, pattern in ((tasks.safeguards, _SAFEGUARD), (tasks.areas, _TASK)):
        if match := re.fullmatch(pattern, wanted):
            no = match["no"]
            number = int(no) if no.isdecimal() else _NUMERALS.index(no) + 1
            found = next((area for area in areas if area.no == number), None)
            return found if found and match["title"] in ("", *_titles(found)) else None
    return None


def near_areas(text: str, tasks: Tasks) -> tuple[Area, ...]:
    """One or two areas that a text which names none may be meant for, by their title or measure."""
    wanted = _plain(text)
    if len(wanted) < 2:
        return ()
    by_title = [area for area in tasks.all_areas if _is_near(wanted, _plain(area.title))]
    near = by_title or [
        area for area in tasks.all_areas if any(wanted in _plain(m) for m in area.measures)
    ]
    return tuple(near) if len(near) <= _MOST_NEAR else ()


def no_area(text: str, tasks: Tasks, option: str) -> str:
    """The sentence that `text` names no area, which there are, and which may be meant."""
    keys = say("cli.or").join(area.key for area in tasks.all_areas)
    near = say("cli.or").join(area.label for area in near_areas(text, tasks))
    key = "cli.choice-near" if near else "cli.choice"
    return say(key, option=option, value=text, choices=keys, near=near)


def _titles(area: Area) -> tuple[str, str]:
    """The title of an area, whole and without the 携手 that most begin with."""
    return folded(area.title), folded(area.title).removeprefix(_TOGETHER)


def _plain(text: str) -> str:
    """A text or title without what people leave out when they write from memory."""
    return folded(text).translate(_QUOTES).removeprefix(_TOGETHER)


def _is_near(wanted: str, title: str) -> bool:
    """Whether `wanted` is a part of the title, or most of it in its order."""
    return wanted in title or SequenceMatcher(None, wanted, title).ratio() >= _ALIKE
