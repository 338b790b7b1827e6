"""The notice's lines into its annex, its counts and its clauses."""

import re
from collections.abc import Iterable, Mapping, Sequence

from cqpair.model.notice import AnnexRow, NoticeText

Line = tuple[int | None, str]

_HEAD = "主城协同区科协"  # the last cell of the annex's header
_OFFICE = re.compile(r"(?:科创局)?(?:（科协）|科协|科学技术协会)$")
_COUNTS = re.compile(
    r"(?P<districts>\d+)个区和(?P<zones>[^，。]+?)为主城协同区，"
    r"渝东北(?P<northeast>\d+)个区县、渝东南(?P<southeast>\d+)个区县共(?P<counties>\d+)个区县"
)
_PART = re.compile(r"^([一二三四五六七八九十])、")
_CLAUSE = re.compile(r"^（([一二三四五六七八九十])）")


def build_notice(path: str, lines: Sequence[Line]) -> NoticeText:
    """What a notice of the form of 渝科协发〔2021〕7号 says; what is not found is empty."""
    return NoticeText(path, tuple(_annex(lines)), _counts(lines), _clauses(lines))


def _annex(lines: Sequence[Line]) -> list[AnnexRow]:
    """The rows of the annex: a number, a county, and the partners up to the next number."""
    starts = [n for n, (_, text) in enumerate(lines) if text == _HEAD]
    rows: list[list[str]] = []
    places: list[int | None] = []
    for number, text in lines[starts[-1] + 1 :] if starts else ():
        if text.isdecimal():
            rows.append([text])
            places.append(number)
        elif rows:
            rows[-1].append(_OFFICE.sub("", text))
    return [
        AnnexRow(int(row[0]), row[1], tuple(row[2:]), place)
        for row, place in zip(rows, places, strict=True)
        if len(row) > 1
    ]


def _counts(lines: Iterable[Line]) -> Mapping[str, int]:
    for _, text in lines:
        if match := _COUNTS.search(text):
            told = match.groupdict()
            zones = len(re.split("[、和]", told.pop("zones")))
            counts = {key: int(value) for key, value in told.items()}
            return {"partners": counts["districts"] + zones, "zones": zones, **counts}
    return {}


def _clauses(lines: Iterable[Line]) -> Mapping[str, str]:
    clauses: dict[str, str] = {}
    part = clause = ""
    for _, text in lines:
        if text.startswith("附件"):
            break
        if match := _PART.match(text):
            part, clause = match[1], ""
        elif match := _CLAUSE.match(text):
            clause = f"{part}（{match[1]}）"
            text = text[match.end() :]
        if clause:
            clauses[clause] = clauses.get(clause, "") + text
    return clauses
