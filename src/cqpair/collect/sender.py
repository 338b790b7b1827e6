"""Who sent a return, and of which quarter: from what it says itself, the surest piece first.

An option of the command goes before all. Then what our own form says in its cells, the line
填报单位, the first office named in a title, the name of the file. Pieces that contradict the
surest one are told: nothing is filed under an office or a quarter that is only likely.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple, TypeVar

from cqpair.collect.form import form_on
from cqpair.messages import listed
from cqpair.model.units import Unit
from cqpair.names import Match, MatchedBy, Names
from cqpair.period import BadPeriodError, Period, parse_quarter
from cqpair.source import Fault, Grid, Place, Reject, Row

_SENDER = re.compile(
    r"(?:填[报表写]|报送|上报|申报)(?:单位|部门|机构)(?:名称)?(?:[（(][^）)]*[）)])?\s*[:：]?\s*(?P<rest>.*)"
)


_SENTENCE = re.compile("[。；！？，]")


_STATED = re.compile("现将|填[报表写]|报送|上报|申报")
"""What makes a sentence one about the return itself."""


_COMPARED = re.compile("[较比超]$")
"""What stands before a quarter that another is compared with: 较一季度增长."""


_FILLED_ON = re.compile("(?:填[报表写]|报送|上报|制表)(?:时间|日期)")


_LABEL = re.compile(rf"(?:{_FILLED_ON.pattern})\s*[:：]?")


_OFFICE = re.compile("科协|科学技术协会|科创局")


_OTHER_BODY = re.compile(".+(?:局|委|委员会|办公室|办|中心|学会|站|院|学校|大学|公司|政府|工会)")
"""What is no office although it bears the name of its county: 巫山县农业农村委."""


_IN_BRACKETS = re.compile(r"[（(]([^（()）]+)[）)]")


_OF_A_NAME = re.compile(
    "(?:第?[一二三四]季度?|年|活动|情况|报表|统计表?|台账|汇总表?|表|上报|报送|更正|补报|零报告)*"
    "(?P<name>.+?)"
    "(?:第?[一二三四]季度?|年|活动|情况|报表|统计表?|台账|汇总表?|表|上报|报送|更正|补报|零报告)*"
)
"""A piece of a file's name without what every return is called."""


_QUARTER = re.compile(
    r"(?P<year>\d{4})?(?:年度?|-)?(?:(?<![A-Za-z])[Qq](?P<q>[1-4])(?!\d)"
    r"|(?<!^[一二三四1-4][、\-至~和])(?<!\D[一二三四1-4][、\-至~和])"
    r"(?:第?(?P<word>[一二三四1-4]|I{1,3}|IV)季度|第(?P<short>[一二三四1-4])季(?!节)))"
)


_MONTHS = re.compile(
    r"(?:(?P<year>\d{4})[年.])?(?<!\d)0?(?P<first>\d{1,2})月?[-—–~至到]0?(?P<last>\d{1,2})月"
)


_QUARTERS = {(1, 3): 1, (4, 6): 2, (7, 9): 3, (10, 12): 4}
"""The quarter of a first and a last month; other months are none."""


_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d|年\d{1,2}月|[-./]\d|[〕)\]】]\d*号)")
"""A year that is not that of a day, as of filling in, nor of a document's number."""


_IN_CHARACTERS = re.compile("二[〇零○]([〇零○一二三四五六七八九])([〇零○一二三四五六七八九])(?=年)")


_DIGITS = {
    **dict.fromkeys("〇零○", "0"),
    **{c: str(n) for n, c in enumerate("一二三四五六七八九", 1)},
}


_TITLE_ROWS = 25


T = TypeVar("T", Unit, Period)


class Piece(NamedTuple):
    """What one part of a return says of its sender: the units it names, the first one meant.

    There is none where it names a body that is no office.
    """

    place: Place
    text: str
    units: tuple[Unit, ...]


class Clue(NamedTuple):
    """What one part of a return says of its quarter; None where the year is not told."""

    place: Place
    text: str
    period: Period | None


class Words(NamedTuple):
    """The words of a return that may name its sender and quarter: a place and a text each.

    `lines` are titles, labels and what is stated of the return; `prose` are other sentences, which
    contradict none of these and are asked where they say nothing. `below` are what stands under
    the tables, which names a sender only by its label.
    """

    lines: tuple[tuple[Place, str], ...]
    file: tuple[Place, str]
    below: tuple[tuple[Place, str], ...] = ()
    prose: tuple[tuple[Place, str], ...] = ()


def words_of(
    grids: Sequence[Grid], heads: Sequence[Row], outside: Iterable[str], path: str
) -> Words:
    """The lines above the first header of each grid, the names of sheets and the file's name.

    `heads` are the headers by grid; `outside` are texts around the tables of a document.
    """
    lines = [(Place(path), text) for text in outside]
    below: list[tuple[Place, str]] = []
    for grid, head in zip(grids, heads, strict=True):
        if grid.hidden:
            continue
        for n, row in enumerate(grid.all_rows):
            if row.line < head.line and n <= _TITLE_ROWS:
                lines += [(grid.at(row, i), text) for i, text in _cells(row)]
            elif row.line > head.line and "单位" in "".join(row.cells):
                found = ((grid.at(row, i), text) for i, text in _cells(row))
                below += [(place, text) for place, text in found if _SENDER.match(text)]
        if grid.sheet:
            lines.append((Place(path, None, None, grid.sheet), grid.sheet))
    name = path.rpartition("/")[2]
    file = Place(path), name.rpartition(".")[0] or name
    prose = tuple(line for line in lines if is_prose(line[1]))
    lines = [line for line in lines if line not in prose]
    return Words(tuple(lines), file, tuple(below), prose)


def is_prose(text: str) -> bool:
    """Whether a text is a sentence, and none about the return itself."""
    return bool(_SENTENCE.search(text)) and not _STATED.search(text)


def is_about_return(text: str) -> bool:
    """Whether a line says who sends a return or when it was filled in: 填报单位：巫山县科协."""
    return not is_prose(text) and bool(_SENDER.match(text) or _FILLED_ON.match(text))


def _cells(row: Row) -> Iterator[tuple[int, str]]:
    """The cells of a line that say something; a label goes with what stands behind it."""
    label = ""
    for i, cell in enumerate(row.cells):
        text = cell.strip()
        if not text:
            continue
        sender = _SENDER.fullmatch(text)
        if (sender and not sender["rest"].strip()) or _LABEL.fullmatch(text):
            label = text
            continue
        yield i, f"{label}：{text}" if label else text
        label = ""


def told_by_form(grids: Sequence[Grid], names: Names) -> tuple[Unit | None, Period | None]:
    """The office and the quarter that our own form was made for, as far as it still says so."""
    found = form_on(grids)
    if found is None:
        return None, None
    _, head = found
    match = names.find(head.unit.text) if head.unit and head.unit.text else None
    quarter = None
    if head.quarter:
        with suppress(BadPeriodError):
            quarter = parse_quarter(head.quarter.text)
    return (match.unit if isinstance(match, Match) else None), quarter


def sender_in(words: Words, names: Names, form: Unit | None) -> Unit | Reject:
    """Who sent it; a Reject where nothing says so, or two pieces name different offices.

    `form` is the office that our own form was made for.
    """
    pieces = [*_labelled(words, names), *_titled(words, names), *_file_named(words, names)]
    if form is None and not pieces:
        return _unclear(words.file[0], "returns.no-sender")
    if other := next((piece for piece in pieces if not piece.units), None):
        return _unclear(other.place, "returns.no-office", text=other.text)
    sender = form or pieces[0].units[0]
    if form is None and len(pieces[0].units) > 1 and pieces[0].place == words.file[0]:
        units = listed([unit.name for unit in pieces[0].units])
        return _unclear(words.file[0], "returns.senders-in-name", listed=units)
    for piece in pieces:
        if sender not in piece.units:
            params = {"sender": sender.name, "other": piece.units[0].name, "text": piece.text}
            return _unclear(piece.place, "returns.other-sender", **params)
    return sender


def _unclear(place: Place, key: str, **params: object) -> Reject:
    return Reject(Fault.RETURN, place, key, params)


def _labelled(words: Words, names: Names) -> Iterator[Piece]:
    for place, text in (*words.lines, *words.below):
        if match := _SENDER.search(text):
            rest = re.split(r"\s{2,}|填[报表]|审核|日期|时间|联系", match["rest"])[0].strip()
            found = names.find(rest) if rest else None
            if isinstance(found, Match):
                yield Piece(place, text, (found.unit,))
            elif units := names.whole_in(rest):
                body = re.split(r"[（(\s]", rest)[0]
                is_other = _OTHER_BODY.fullmatch(body) and not _OFFICE.search(rest)
                yield Piece(place, text, () if is_other else units)


def _titled(words: Words, names: Names) -> Iterator[Piece]:
    """The first title that names an office: lines below may name anybody."""
    for place, text in (*words.lines, *words.prose):
        if not _SENDER.search(text) and not _FILLED_ON.search(text):
            units = names.whole_in(text) or tuple(_stems(_IN_BRACKETS.findall(text), names))
            if units:
                yield Piece(place, text, units)
                return


def _file_named(words: Words, names: Names) -> Iterator[Piece]:
    place, name = words.file
    tokens = (_OF_A_NAME.fullmatch(token) for token in re.split(r"[\W_\d]+", name) if token)
    units = [*names.whole_in(name), *_stems((token["name"] for token in tokens if token), names)]
    if units:
        yield Piece(place, name, tuple(dict.fromkeys(units)))


def _stems(tokens: Iterable[str], names: Names) -> Iterator[Unit]:
    """The units that a whole word means, though it is not their whole name."""
    for token in tokens:
        found = names.find(token)
        if isinstance(found, Match) and found.matched_by in _SHORT_WAYS:
            yield found.unit


_SHORT_WAYS = (MatchedBy.STEM, MatchedBy.PINYIN, MatchedBy.FORMER_NAME)


def quarter_in(words: Words, form: Period | None, years: Iterable[int]) -> Period | Reject:
    """Its quarter; a Reject where nothing says so, or two pieces name different ones.

    `years` are those of the dates in its tables, which tell the year of a bare 二季度.
    """
    told = set(years) or {int(y) for _, text in words.prose for y in _YEAR.findall(_plain(text))}
    clues = list(_clues([*words.lines, words.file], told))
    if form is None and not clues:
        clues = list(_clues(words.prose, told))
    periods = [clue.period for clue in clues if clue.period]
    if form is None and not periods:
        key = "returns.quarter-without-year" if clues else "returns.no-quarter"
        return _unclear(words.file[0], key)
    quarter = form or periods[0]
    for place, text, period in clues:
        if period not in (None, quarter):
            params = {"quarter": quarter.label, "other": str(period and period.label)}
            return _unclear(place, "returns.other-quarter-named", text=text, **params)
    return quarter


def _clues(told: Sequence[tuple[Place, str]], years: set[int]) -> Iterator[Clue]:
    plain = [(p, text, _plain(text)) for p, text in told if not _FILLED_ON.search(text)]
    named = {int(year) for _, _, text in plain for year in _YEAR.findall(text)} or years
    usual = str(named.pop()) if len(named) == 1 else None
    for place, text, one in plain:
        found = [
            (m["year"], _number(m["q"] or m["word"] or m["short"]))
            for m in _QUARTER.finditer(one)
            if not _COMPARED.search(one[: m.start()])
        ]
        for m in _MONTHS.finditer(one):
            if number := _QUARTERS.get((int(m["first"]), int(m["last"]))):
                found.append((m["year"], number))
        for year, number in found:
            yield Clue(place, text, _period(year or usual, number))


def _period(year: str | None, number: int) -> Period | None:
    with suppress(BadPeriodError):
        return parse_quarter(f"{year}Q{number}") if year else None
    return None


def _plain(text: str) -> str:
    """A text without blanks, its characters narrow and its years in digits."""
    plain = unicodedata.normalize("NFKC", "".join(text.split()))
    return _IN_CHARACTERS.sub(lambda m: f"20{_DIGITS[m[1]]}{_DIGITS[m[2]]}", plain)


_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}


def _number(text: str) -> int:
    return _ROMAN.get(text) or int(_DIGITS.get(text, text))
