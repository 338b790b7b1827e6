"""T201 to T207: the pairing table against the notice and against itself.

Names that no unit has, T205, are in `identities`.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from cqpair.book import Book, Placed
from cqpair.lint.rule import PAIRINGS, Example, Finding, Manual, Rule, Sentence, Severity, whole
from cqpair.messages import say
from cqpair.model.units import Change, Pairing, Region, Unit, UnitKind
from cqpair.source import Place

_MOST_PARTNERS = 2  # “一对一”“二对一”: notice, 一、


def count_mismatch(book: Book) -> Iterable[Finding]:
    """The counts the notice states (一、) against the units and pairings listed."""
    expect = book.tables.expect
    if expect is None:
        return
    names = {name for pairing in book.pairings for name in pairing.members}
    paired = [row.value for row in book.tables.units if row.value.name in names]
    kinds = Counter((unit.role, unit.kind is UnitKind.ZONE) for unit in paired)
    regions = Counter(unit.region for unit in paired)
    found = {
        "partners": regions[Region.METRO],
        "districts": kinds["partner", False],
        "zones": kinds["partner", True],
        "counties": regions[Region.NORTHEAST] + regions[Region.SOUTHEAST],
        "northeast": regions[Region.NORTHEAST],
        "southeast": regions[Region.SOUTHEAST],
    }
    for key, count in found.items():
        stated = getattr(expect.value, key)
        if stated != count:
            what = say(f"problems.count-{key}")
            params = {"what": what, "key": key, "stated": stated, "found": count}
            yield Finding(expect.at(key), params)


T201 = Rule(
    "T201",
    "count-mismatch",
    Severity.ERROR,
    whole(count_mismatch),
    sentences={
        "": Sentence(
            (
                "通知载明{what}{stated}个（{key}），表里数出来是{found}个",
                "The notice counts {stated} {what} ({key}); the table has {found}",
            ),
            fix=(
                "对照附件，补上漏的或删去多的；通知的数不要改",
                "compare with the annex and correct the rows; the notice's count stays",
            ),
        ),
    },
    manual=Manual(
        ("和通知的数不一样", "counts other than the notice's"),
        what=(
            "通知第一部分载明的数目（24个主城协同区、17个“两群”协同区县等）和表里数出来的不一样。",
            "The counts of the notice's first part (24 partners, 17 counties …) and those of the "
            "table differ.",
        ),
        why=(
            "数目对不上，说明表里漏了、多了或写错了单位。",
            "A unit is missing, too many, or in the wrong place.",
        ),
        example=Example(
            PAIRINGS,
            "  - {no: 16, county: 酉阳县, partners: [合川区]}",
            "  - {no: 16, county: 酉阳县, partners: [江北区]}",
        ),
    ),
)


def partner_twice(book: Book) -> Iterable[Finding]:
    """A partner in two pairings, or twice in one (the annex names each of the 24 once)."""
    first: dict[str, tuple[Placed[Pairing], Place]] = {}
    for row in book.tables.pairings:
        for i, name in enumerate(row.value.partners):
            place = row.at("partners", i)
            if name in first:
                other, where = first[name]
                params = {"name": name, "county": row.value.county, "other": other.value.county}
                variant = "same" if other is row else ""
                yield Finding(place, params, variant, ((where, "problems.other-pairing"),))
            else:
                first[name] = (row, place)


T202 = Rule(
    "T202",
    "partner-twice",
    Severity.ERROR,
    whole(partner_twice),
    sentences={
        "": Sentence(
            (
                "{name}同时结对{other}和{county}",
                "{name} is paired with both {other} and {county}",
            ),
            fix=(
                "附件里每个主城协同区只结对一个区县，对照附件留下对的",
                "the annex names each partner once: keep the right one",
            ),
        ),
        "same": Sentence(
            (
                "{name}在{county}的结对方里写了两次",
                "{name} stands twice among the partners of {county}",
            ),
            fix=(
                "对照附件，删去一个或改成另一个结对方",
                "delete one, or make it the other partner of the annex",
            ),
        ),
    },
    manual=Manual(
        ("一个主城协同区结了两对", "a partner in two pairings"),
        what=(
            "同一个主城协同区出现在两对里，或在一对里写了两次。",
            "A core-city partner stands in two pairings, or twice in one.",
        ),
        why=(
            "附件里24个主城协同区各结一对，没有重复。",
            "The annex names each of the 24 partners once.",
        ),
        example=Example(
            PAIRINGS,
            "  - {no: 13, county: 巫溪县, partners: [铜梁区]}",
            "  - {no: 13, county: 巫溪县, partners: [渝中区]}",
        ),
    ),
)


def unpaired_unit(book: Book) -> Iterable[Finding]:
    """A unit of the table that no pairing names."""
    named = {name for pairing in book.pairings for name in pairing.members}
    for row in book.tables.units:
        if row.value.name not in named:
            yield Finding(row.at("name"), {"name": row.value.name})


T203 = Rule(
    "T203",
    "unpaired-unit",
    Severity.ERROR,
    whole(unpaired_unit),
    sentences={
        "": Sentence(
            ("{name}没有出现在任何一对里", "{name} is in no pairing"),
            fix=("对照附件，把它补进结对关系", "compare with the annex and pair it"),
        ),
    },
    manual=Manual(
        ("单位没有结对", "a unit in no pairing"),
        what=("units 里的单位没有出现在任何一对里。", "A unit of `units` is in no pairing."),
        why=(
            "附件所列41个单位都有结对，没有结对的是漏了。",
            "All 41 units of the annex are paired; one that is not was forgotten.",
        ),
        example=Example(
            PAIRINGS,
            "  - {no: 12, county: 巫山县, partners: [北碚区]}",
            "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区]}",
        ),
    ),
)


def partner_count(book: Book) -> Iterable[Finding]:
    """A county with no partner, or with more than two (notice, 一、: “一对一”“二对一”)."""
    for row in book.tables.pairings:
        count = len(row.value.partners)
        if not 1 <= count <= _MOST_PARTNERS:
            params = {"county": row.value.county, "count": count}
            yield Finding(row.at("partners"), params, "" if count else "none")


T204 = Rule(
    "T204",
    "partner-count",
    Severity.ERROR,
    whole(partner_count),
    sentences={
        "": Sentence(
            ("{county}有{count}个结对方", "{county} has {count} partners"),
            fix=(
                "通知只有“一对一”和“二对一”：写一个或两个主城协同区",
                "the notice knows one or two partners only",
            ),
        ),
        "none": Sentence(
            ("{county}没有结对方", "{county} has no partner"),
            fix=(
                "对照附件，写一个或两个主城协同区",
                "compare with the annex and give it one or two",
            ),
        ),
    },
    manual=Manual(
        ("结对方不是一个或两个", "no partner, or more than two"),
        what=(
            "一个“两群”协同区县没有结对方，或者多于两个。",
            "A county has no partner, or more than two.",
        ),
        why=(
            "通知规定按“一对一”“二对一”结对。",
            "The notice pairs “一对一” and “二对一”: one or two to a county.",
        ),
        example=Example(
            PAIRINGS,
            "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区, 渝中区]}",
            "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区]}",
        ),
    ),
)


def wrong_role(book: Book) -> Iterable[Finding]:
    """A county where a partner belongs, or a partner where a county does."""
    units = book.tables.units_by_name()
    for row in book.tables.pairings:
        county = units.get(row.value.county)
        if county and county.role != "county":
            params = {"name": county.name, "region": county.region.value}
            yield Finding(row.at("county"), params, "county")
        for i, name in enumerate(row.value.partners):
            partner = units.get(name)
            if partner and partner.role != "partner":
                params = {"name": name, "region": partner.region.value}
                yield Finding(row.at("partners", i), params)


T206 = Rule(
    "T206",
    "pairing-role",
    Severity.ERROR,
    whole(wrong_role),
    sentences={
        "": Sentence(
            (
                "{name}在{region}，不是主城协同区",
                "{name} is in {region}, so it is not a core-city partner",
            ),
            fix=(
                "partners 里只写主城协同区，对照附件改正",
                "`partners` takes core-city partners only: compare with the annex",
            ),
        ),
        "county": Sentence(
            (
                "{name}在{region}，不是“两群”协同区县",
                "{name} is in {region}, so it is not a county of the two groups",
            ),
            fix=(
                "county 里只写“两群”协同区县，对照附件改正",
                "`county` takes counties of the two groups only: compare with the annex",
            ),
        ),
    },
    manual=Manual(
        ("结对表里两边填反", "the two sides of a pairing exchanged"),
        what=(
            "county 写了主城协同区，或 partners 写了“两群”协同区县。",
            "`county` names a core-city unit, or `partners` one of the two groups.",
        ),
        why=(
            "通知里两边的角色是分开的：主城协同区和“两群”协同区县。",
            "The notice gives the two sides different parts.",
        ),
        example=Example(
            PAIRINGS,
            "  - {no: 12, county: 北碚区, partners: [巫山县, 铜梁区]}",
            "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区]}",
        ),
    ),
)


def abolished_unit(book: Book) -> Iterable[Finding]:
    """A pairing of a unit abolished by the day asked about, which nobody has looked at since."""
    units = {row.value.name: row for row in book.tables.units}
    for row in book.tables.pairings:
        routes: list[tuple[str | int, ...]] = [("county",)]
        routes += [("partners", i) for i in range(len(row.value.partners))]
        for name, route in zip(row.value.members, routes, strict=True):
            change = units[name].value.abolished(book.on) if name in units else None
            if change and not change.is_settled:
                yield _unsettled(row.at(*route), units[name], change, book.on)


def _unsettled(place: Place, row: Placed[Unit], change: Change, today: date) -> Finding:
    """The hit of a pairing whose unit was abolished, and where that is to be acknowledged."""
    params = {
        "name": row.value.name,
        "announced": change.announced,
        "successor": change.successor,
        "text": change.text,
        "source": change.source,
        "kept": change.pairings_kept,
        "today": today,
    }
    route = ("changes", row.value.changes.index(change))
    if change.pairings_kept is None:
        return Finding(place, params, related=((row.at(*route), "problems.change-here"),))
    related = ((row.at(*route, "pairings_kept"), "problems.kept-here"),)
    return Finding(place, params, "early", related)


T207 = Rule(
    "T207",
    "abolished-unit",
    Severity.WARNING,
    whole(abolished_unit),
    sentences={
        "": Sentence(
            (
                "{announced}公布：{text}（{source}）",
                "Announced {announced}: {text} ({source})",
            ),
            fix=(
                "结对关系仍按附件，不作推定；{name}的后继单位是{successor}。查过、"
                "没有见到调整结对关系的通知的，在{name}的这项 changes 里加一行“pairings_kept: "
                "{today}”（查的那天）；有通知的，照通知改",
                "the annex stands and nothing is inferred; {name} is succeeded by {successor}. "
                "Once you have looked and found no notice that re-assigns it, add `pairings_kept: "
                "{today}`, the day you looked, to this entry in `changes` of {name}; change the "
                "row once a notice does",
            ),
        ),
        "early": Sentence(
            (
                "pairings_kept 是{kept}，早于公布的{announced}，那时还不知道：{text}（{source}）",
                "pairings_kept is {kept}, before {announced}, when this was announced: {text} "
                "({source})",
            ),
            fix=(
                "写公布以后查的那天，如“pairings_kept: {today}”；没有查过的，删去这一行",
                "write the day since then on which you looked, as in `pairings_kept: {today}`; "
                "remove the line if nobody has",
            ),
        ),
    },
    manual=Manual(
        ("结对的单位已公布撤销", "a paired unit since abolished"),
        what=(
            "到所问的日期，结对里的单位已公布撤销，而公布以后还没有人查过有没有调整结对关系的通"
            "知：这项 changes 里没有 pairings_kept，或者早于公布日期。默认按今天，可用 --on "
            "指定日期。",
            "A unit of a pairing was abolished by the day asked about (today, or --on), and "
            "nobody has looked since for a notice that re-assigns it: its entry in `changes` has "
            "no pairings_kept or one before the announcement.",
        ),
        why=(
            "没有通知，结对就照附件不变，也不推定新的结对；这一点要有人看过，写下日期，只写一次。"
            "partners 的注照旧。",
            "Without a notice the annex stays and nothing is inferred. Somebody has to have "
            "looked, and says so once, with the day. The notes of `partners` stay.",
        ),
        example=Example(
            PAIRINGS,
            "        text: 国务院批准撤销江北区，其行政区域划入新设的行政区两江新区\n"
            "        source: 人民日报客户端、中新社，2025-11-06",
            "        text: 国务院批准撤销江北区，其行政区域划入新设的行政区两江新区\n"
            "        source: 人民日报客户端、中新社，2025-11-06\n"
            "        pairings_kept: 2026-11-23",
        ),
    ),
)


RULES = (T201, T202, T203, T204, T206, T207)
