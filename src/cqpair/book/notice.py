"""The notice's lines into its head, its annex, its counts and its clauses."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cqpair.model.tasks import AnnexRow, HeadPart, NoticeText
from cqpair.names import fold

Line = tuple[int | None, str]


_HEAD = "主城协同区科协"  # the last cell of the annex's header

_OFFICE = re.compile(r"(?:科创局)?(?:（科协）|科协|科学技术协会)$")

_COUNTS = re.compile(
    r"(?P<districts>\d+)个区和(?P<zones>[^，。]+?)为主城协同区，"
    r"渝东北(?P<northeast>\d+)个区县、渝东南(?P<southeast>\d+)个区县共(?P<counties>\d+)个区县"
)

_PART = re.compile(r"^([一二三四五六七八九十])、")

_CLAUSE = re.compile(r"^（([一二三四五六七八九十])）")

_NUMBER = re.compile(r"[^\s（(]+〔\d{4}〕\d+号")

_DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")

_TITLE = re.compile("关于.+?的通知")

_ANNEX = re.compile("附件[：:](.+)")

_NOUGHT = re.compile(r"(?<=[年月])0(?=\d)")


def build_notice(path: str, lines: Sequence[Line]) -> NoticeText:
    """What a notice of the form of 渝科协发〔2021〕7号 says; what is not found is empty."""
    folded = _NOUGHT.sub("", fold("".join(text for _, text in lines)))
    annex, counts, clauses = tuple(_annex(lines)), _counts(lines), _clauses(lines)
    return NoticeText(path, annex, counts, clauses, dict(_head(lines)), folded)


def _head(lines: Sequence[Line]) -> Iterator[tuple[str, HeadPart]]:
    """What stands by itself on a line, or on two, above the body and below it."""
    bare = ["".join(text.split()) for _, text in lines]
    end = next((n for n, text in enumerate(bare) if text.endswith(("：", ":"))), 0)
    at = next((n for n in range(end) if "关于" in bare[n]), end)
    if match := _TITLE.search("".join(bare[at:end])):
        yield "title", HeadPart(match[0], lines[at][0])
    for at, text in enumerate(bare[:end]):
        if _NUMBER.fullmatch(text):
            yield "number", HeadPart(text, lines[at][0])
            break
    days = [n for n, text in enumerate(bare) if _DAY.fullmatch(text)]
    if days and days[-1] > end:
        yield "date", HeadPart(_NOUGHT.sub("", bare[days[-1]]), lines[days[-1]][0])
        yield "issuer", HeadPart(bare[days[-1] - 1], lines[days[-1] - 1][0])
    yield from _annex_title(lines, bare)


def _annex_title(lines: Sequence[Line], bare: Sequence[str]) -> Iterator[tuple[str, HeadPart]]:
    """The title above the annex's table, else as the body names the annex."""
    if "附件" in bare and "序号" in bare:
        at = bare.index("附件") + 1
        if title := "".join(bare[at : bare.index("序号")]):
            yield "annex", HeadPart(title, lines[at][0])
            return
    for at, text in enumerate(bare):
        if match := _ANNEX.fullmatch(text):
            yield "annex", HeadPart(match[1], lines[at][0])
            return


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
