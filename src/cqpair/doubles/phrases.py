"""What a place and a title say of an event, when the names of the sides are taken out of them."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cqpair.model.units import Unit
from cqpair.names import fold, stem
from cqpair.values.text import compiled, parse_numeral

_HAN = "\u4e00-\u9fff"


_TOWN = rf"[{_HAN}]{{1,4}}?(?:街道|[镇乡])(?!村|民族)"


_NO_TOWN = "下乡|城乡|家乡|返乡|回乡|乡镇|各[镇乡]|多个[镇乡]|城镇|集镇|乡村"
"""Words in which 乡 and 镇 end no name."""


_HOUSE = (
    rf"([{_HAN}]+?)"
    "(?:村(?!民|级|村)|社区|中学|小学|学校|幼儿园|党校|职教中心|卫生院|医院|公司|基地)"
)
"""A village, a school, a hospital: two of other names are two places, even in one township."""


_KINDS = "[中小]学|学校|幼儿园|党校|卫生院|医院|会议室|社区|中心|公司|基地|广场"
"""What tells a sort of place, and no place."""


_NO_NAME = frozenset("中心县区市镇乡街道民族第完全人民委初级高级职业实验示范村居")
"""Characters that tell no village, school or hospital from another."""


_SHORT_SCHOOL = "([一二三四五六七八九十])([中小])(?!心)"


_ONLINE = "线上|网络|视频|云端|直播|腾讯会议|钉钉"


_ORDINAL = "第([一二三四五六七八九十百0-9]+)([期批场届次讲课站轮回班天]?)"


_BARE_NUMBER = r"[(（]([一二三四五六七八九十\d]+)[)）]$"


_FIRST = "首(?=[期批场届次站轮])"


_COMMON = """
演示数据 演示 科学技术协会 科学技术 科协 学会 协会 联合会 科创局 活动周 活动 培训班 培训会 培训
训练营 技术 科技 科普 开展 举办 承办 共办 联合 携手 走进 专家团 专家 院士 指导 座谈会 座谈
交流会 交流 研讨会 研讨 讲座 报告会 报告团 报告 签约 签订 签署 协议 合作 服务队 志愿服务 志愿者
志愿 服务 对口 协同 结对 帮扶 捐赠 义诊 调研 考察 参观 现场会 现场 启动 仪式 大会 会议 组织 参加
参与 接待 来访 来区 来县 邀请 支持 关于 情况 主题 系列 工作者 工作 农业 农技 人员 种植 养殖 栽培
管护 管理 推广 产业 企业 需求 对接会 对接 区县 三地 两地 两区 我区 我县 集中 专题 学习 提升 能力
现代 全国 联席会议 联席 揭牌 学术交流 学术 咨询 支农 支医 支教 研学 建言献策 建言 献策 宣传 其他
有关 相关 进行 及其 所属 举行 全市 重庆市 重庆 年度 一行 赴 到 进 在 向 为 和 与 及 暨 的 于 来
等 会 团 队 班 组 年 月 日 行
"""
"""Words that titles of quite different events share; the longest that fits is taken out."""


_CUT = "|".join(sorted(_COMMON.split(), key=len, reverse=True)) + r"|[\W\d_]+"


class Site(NamedTuple):
    """A place: whose it is, its township, its village or house, and all that is left of it."""

    units: frozenset[str]
    rest: str
    town: str
    houses: frozenset[str]

    @property
    def pieces(self) -> list[str]:
        """What names it, without words for sorts of places."""
        return compiled(_KINDS).split(self.rest)

    def is_elsewhere(self, other: "Site") -> bool:
        """True where the two are certain to be different places."""
        if self.units and other.units and self.units.isdisjoint(other.units):
            return True
        if self.town and other.town and not _ends_alike(self.town, other.town):
            return True
        return bool(self.houses and other.houses) and all(
            set(a).isdisjoint(b) for a in self.houses for b in other.houses
        )


class Topic(NamedTuple):
    """A title: as it is, without names, in pieces without common words, and what numbers it."""

    title: str
    bare: str
    pieces: tuple[str, ...]
    runs: frozenset[str]
    ordinals: Mapping[str, int | str]

    def is_another(self, other: "Topic") -> bool:
        """True where both are numbered alike, and with other numbers: 第一期 and 第二期."""
        mine, theirs = self.ordinals, other.ordinals
        return any(theirs[what] != number for what, number in mine.items() if what in theirs)


class Namer:
    """Takes the names of the units of a pairing out of places and titles; each text but once."""

    def __init__(self, units: Iterable[Unit]) -> None:
        named = {}
        for unit in units:
            for name in (unit.official_name, unit.name, stem(unit.name)):
                named[fold(name)] = unit.name
        names = sorted(map(re.escape, named), key=len, reverse=True)
        self._named = named
        self._pattern = re.compile("(?:" + "|".join(names) + ")(?:科学技术协会|科协|科创局)?")
        self._name = re.compile("|".join(names))
        self._sites: dict[tuple[str | None, str], Site] = {}
        self._topics: dict[tuple[str, str], Topic] = {}

    def site(self, place: str | None, title: str) -> Site:
        """Where an event was; a township that only the title names counts too."""
        key = (place, title)
        found = self._sites.get(key)
        if found is None:
            found = self._sites[key] = self._read_site(fold(place or ""), fold(title))
        return found

    def topic(self, title: str, place: str | None) -> Topic:
        """What an event was about: its place is taken out of its title."""
        key = (title, place or "")
        found = self._topics.get(key)
        if found is None:
            found = self._topics[key] = self._read_topic(fold(title), fold(place or ""))
        return found

    def _read_site(self, place: str, title: str) -> Site:
        units = frozenset(self._named[m[0]] for m in self._name.finditer(place))
        if compiled(_ONLINE).search(place):
            return Site(units, "线上", "", frozenset())
        rest = self._pattern.sub("", place)
        town = _town(rest) or _town(self._pattern.sub("|", title))
        behind = compiled(_SHORT_SCHOOL).sub(
            r"第\1\2学", rest.partition(town)[2] if town and town in rest else rest
        )
        houses = (m[1] for m in compiled(_HOUSE).finditer(behind))
        return Site(units, rest, town, frozenset(h for h in houses if not _NO_NAME.issuperset(h)))

    def _read_topic(self, title: str, place: str) -> Topic:
        bare = self._pattern.sub("|", title)
        numbers = _ordinals(bare)
        for word in (self._pattern.sub("", place), _town(bare)):
            if len(word) > 1:
                bare = bare.replace(word, "|")
        bare = compiled(_ORDINAL).sub("|", bare)
        pieces = tuple(piece for piece in compiled(_CUT).split(bare) if piece)
        runs = frozenset(piece[i : i + 2] for piece in pieces for i in range(len(piece) - 1))
        return Topic(title, bare, pieces, runs, numbers)


def shared_run(pieces: Iterable[str], others: Iterable[str]) -> str:
    """The longest run of characters that stands in one of `pieces` and in one of `others`."""
    theirs = tuple(others)
    best = ""
    for piece in pieces:
        for start in range(len(piece)):
            while start + len(best) < len(piece):
                longer = piece[start : start + len(best) + 1]
                if not any(longer in other for other in theirs):
                    break
                best = longer
    return best


def widened(run: str, title: str, other: str) -> str:
    """`run` with what stands on both sides of it in both titles: 缙云科普行 for 缙云."""
    start, there = title.find(run), other.find(run)
    if start < 0 or there < 0:
        return run
    end, last = start + len(run), there + len(run)
    while start and there and title[start - 1] == other[there - 1] != "|":
        start, there = start - 1, there - 1
    while end < len(title) and last < len(other) and title[end] == other[last] != "|":
        end, last = end + 1, last + 1
    return title[start:end]


def _ends_alike(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _town(text: str) -> str:
    found = compiled(_TOWN).search(compiled(_NO_TOWN).sub("|", text))
    return _behind_verb(found[0]) if found else ""


def _behind_verb(name: str) -> str:
    """`竹贤乡` for `赴竹贤乡`: what a title says before a township is none of its name."""
    cut = max(name.rfind(verb) for verb in "赴到在进向") + 1
    return name[cut:] if len(name) - cut > 1 else name


def _ordinals(title: str) -> dict[str, int | str]:
    text = compiled(_FIRST).sub("第一", title)
    numbers = {what: _number(number) for number, what in compiled(_ORDINAL).findall(text)}
    if bare := compiled(_BARE_NUMBER).search(text):
        numbers["("] = _number(bare[1])
    return numbers


def _number(text: str) -> int | str:
    if text.isdecimal():
        return int(text)
    number = parse_numeral(text)
    return text if number is None else number
