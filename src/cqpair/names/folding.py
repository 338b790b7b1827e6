"""When two texts are one name, and the parts that names of units are made of."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from cqpair.text import NO_WIDTH

_TRADITIONAL = str.maketrans(
    "萬區開縣豐墊雲陽節兩慶經壩龍長壽銅榮學術協會創發業產濟",
    "万区开县丰垫云阳节两庆经坝龙长寿铜荣学术协会创发业产济",
)


_DROPPED = dict.fromkeys(map(ord, f"'’‘`´-“”\"{NO_WIDTH}"))
"""Quotes, hyphens and what nobody sees."""


OFFICES = ("科学技术协会", "科协")
"""What a science association is called behind the name of its unit."""


SUFFIXES = {
    "自治县": "zizhixian",
    "经开区": "jingkaiqu",
    "新区": "xinqu",
    "区": "qu",
    "县": "xian",
}
"""What a name ends in, and how that is read."""


_SUFFIX = re.compile("(?:自治县|经开区|(?<!高)新区|区|县)$")


CITY = ("重庆市", "重庆")
"""What may stand before a name."""


@lru_cache(4096)
def fold(text: str) -> str:
    """A name's identity: no white space, no quotes, narrow, lower case, simplified characters."""
    return text.translate(_FOLDS) if _SINGLE.fullmatch(text) else _fold(text)


def _fold(text: str) -> str:
    plain = "".join(unicodedata.normalize("NFKC", text.translate(_DROPPED)).split())
    plain = unicodedata.normalize("NFKC", plain.casefold())
    return plain.translate(_DROPPED).translate(_TRADITIONAL)


class _Folds(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold(chr(code))
        return folded


_FOLDS = _Folds()


_SINGLE = re.compile("[ -~·‐-…\u3000-〟一-鿿！-～]*")
"""Characters that fold each by itself: none of them combines with the one before."""


def stem(name: str) -> str:
    """`巫山` for `巫山县`; a one-character stem is no name, so `忠县` stays."""
    bare = _SUFFIX.sub("", name)
    return bare if len(bare) > 1 else name


def spellings(name: str, pinyin: str) -> Iterator[str]:
    """The pinyin as the table has it, and with its suffix: wushan, wushanxian."""
    yield pinyin
    if match := _SUFFIX.search(name):
        spelled = SUFFIXES[match[0]]
        if not pinyin.endswith(spelled):
            yield pinyin + spelled
