"""T226: the pinyin of the units against how their characters are read."""

from collections.abc import Iterable

from cqpair.book import Book
from cqpair.lint.rule import Hit, Rule, Severity, whole
from cqpair.lint.units import PINYIN
from cqpair.model.readings import syllables, written
from cqpair.names import fold, stem
from cqpair.source import Place


def wrong_pinyin(book: Book) -> Iterable[Hit]:
    """A pinyin that is not the reading of its name; one that is no pinyin at all is T224's."""
    for row in book.tables.units:
        unit = row.value
        if PINYIN.fullmatch(unit.pinyin):
            yield from _misread(unit.name, unit.pinyin, row.at("pinyin"), row.at("name"))
        for i, other in enumerate(unit.names):
            if other.pinyin:
                places = (row.at("names", i, "pinyin"), row.at("names", i, "name"))
                yield from _misread(other.name, other.pinyin, *places)


def _misread(name: str, pinyin: str, place: Place, named: Place) -> Iterable[Hit]:
    """A hit unless `pinyin` is that of the whole name or of its stem, or a character is unknown."""
    read = syllables(name)
    right = syllables(stem(name).removesuffix("市"))
    if read is None or right is None or fold(pinyin) in {"".join(read), "".join(right)}:
        return
    params = {"name": name, "pinyin": pinyin, "right": written(right)}
    related = ((named, "problems.name-here"),)
    yield Hit(place, params, related=related, replacement=written(right))


RULES = (Rule("T226", "wrong-pinyin", Severity.ERROR, whole(wrong_pinyin)),)
