"""An example of wrong and right for each rule; a test puts each into a data folder and looks.

For a table, `right` stands in the shipped one word for word, and `wrong` in its place breaks the
rule. For records, each is the whole file. What cannot be shown so is told in the manuals.
"""

from typing import NamedTuple


class Example(NamedTuple):
    """The file, what breaks the rule, and what keeps it."""

    path: str
    wrong: str
    right: str


_PAIRINGS = "pairings.yaml"

_RECORDS = "activities/2021Q2/wushan.csv"

_HEAD = "开始日期,两群区县,主城协同区,任务领域,活动名称"


def _record(header: str, wrong: str, right: str) -> Example:
    return Example(_RECORDS, f"{header}\n{wrong}", f"{header}\n{right}")


EXAMPLES = {
    "F104": Example(
        _PAIRINGS,
        "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区}",
        "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区]}",
    ),
    "F105": Example(
        _PAIRINGS,
        "  - {no: 12, county: &w 巫山县, partners: [北碚区, 铜梁区]}",
        "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区]}",
    ),
    "F106": Example(
        _PAIRINGS,
        "  - {no: 12, county: 巫山县, county: 巫溪县, partners: [北碚区, 铜梁区]}",
        "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区]}",
    ),
    "F107": Example(
        _PAIRINGS,
        "  - {no: 12, county: 巫山县, partner: [北碚区, 铜梁区]}",
        "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区]}",
    ),
    "F108": _record(_HEAD, "2021-05-13,巫山县,北碚区,4,", "2021-05-13,巫山县,北碚区,4,演示数据"),
    "F109": _record(
        f"{_HEAD},参与人次",
        "2021-05-13,巫山县,北碚区,4,演示数据,三百来人",
        "2021-05-13,巫山县,北碚区,4,演示数据,约300人",
    ),
    "F110": _record(
        f"{_HEAD},参与人次",
        "2021-05-13,巫山县,北碚区,4,演示数据,1,200",
        '2021-05-13,巫山县,北碚区,4,演示数据,"1,200"',
    ),
    "F111": _record(
        _HEAD,
        '2021-05-13,巫山县,北碚区,4,"演示数据',
        '2021-05-13,巫山县,北碚区,4,"演示数据"',
    ),
    "F113": _record(
        f"{_HEAD},参与人次",
        "2021-05-13,巫山县,北碚区,4,演示数据,300\n合计,,,,,300",
        "2021-05-13,巫山县,北碚区,4,演示数据,300",
    ),
    "T201": Example(
        _PAIRINGS,
        "  - {no: 16, county: 酉阳县, partners: [合川区]}",
        "  - {no: 16, county: 酉阳县, partners: [江北区]}",
    ),
    "T202": Example(
        _PAIRINGS,
        "  - {no: 13, county: 巫溪县, partners: [铜梁区]}",
        "  - {no: 13, county: 巫溪县, partners: [渝中区]}",
    ),
    "T203": Example(
        _PAIRINGS,
        "  - {no: 12, county: 巫山县, partners: [北碚区]}",
        "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区]}",
    ),
    "T204": Example(
        _PAIRINGS,
        "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区, 渝中区]}",
        "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区]}",
    ),
    "T205": Example(
        _PAIRINGS,
        "  - {no: 12, county: 巫山县, partners: [北培区, 铜梁区]}",
        "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区]}",
    ),
    "T206": Example(
        _PAIRINGS,
        "  - {no: 12, county: 北碚区, partners: [巫山县, 铜梁区]}",
        "  - {no: 12, county: 巫山县, partners: [北碚区, 铜梁区]}",
    ),
    "T207": Example(
        _PAIRINGS,
        "        text: 国务院批准撤销江北区，其行政区域划入新设的行政区两江新区\n"
        "        source: 人民日报客户端、中新社，2025-11-06",
        "        text: 国务院批准撤销江北区，其行政区域划入新设的行政区两江新区\n"
        "        source: 人民日报客户端、中新社，2025-11-06\n"
        "        pairings_kept: 2026-11-23",
    ),
    "T208": Example(
        _PAIRINGS,
        "  - {no: 12, county: 巫溪县, partners: [渝中区]}",
        "  - {no: 13, county: 巫溪县, partners: [渝中区]}",
    ),
    "T209": Example(_PAIRINGS, "    code: 500238", "    code: 500237"),
    "T210": Example(
        "tasks.yaml",
        "    code: talent\n    clause: 二（二）",
        "    code: innovation\n    clause: 二（二）",
    ),
    "T211": Example(_PAIRINGS, "  number: 渝科协发[2021]7号", "  number: 渝科协发〔2021〕7号"),
    "T221": Example(_PAIRINGS, "    code: 50237", "    code: 500237"),
    "T222": Example(_PAIRINGS, "  - name: 巫山 县", "  - name: 巫山县"),
    "T223": Example(
        _PAIRINGS,
        "      - {name: 江北, kind: former}",
        "      - {name: 江北县, kind: former}",
    ),
    "T224": Example(_PAIRINGS, "    initials: xw", "    initials: wx"),
    "T226": Example(_PAIRINGS, "    pinyin: kazhou", "    pinyin: kaizhou"),
    "A301": _record(
        _HEAD, "2021-05-13,巫山县,北培区,4,演示数据", "2021-05-13,巫山县,北碚区,4,演示数据"
    ),
    "A302": _record(
        _HEAD, "2021-05-13,ws,北碚区,4,演示数据", "2021-05-13,巫山县,北碚区,4,演示数据"
    ),
    "A303": _record(
        _HEAD, "2021-05-13,巫山县,巫溪县,4,演示数据", "2021-05-13,巫山县,北碚区,4,演示数据"
    ),
    "A304": _record(
        _HEAD, "2021-05-13,云阳县,江津区,4,演示数据", "2021-05-13,云阳县,渝北区,4,演示数据"
    ),
    "A305": _record(
        _HEAD, "2021-05-13,巫山县,北碚区,7,演示数据", "2021-05-13,巫山县,北碚区,4,演示数据"
    ),
    "A306": _record(
        _HEAD, "2021-07-01,巫山县,北碚区,4,演示数据", "2021-06-30,巫山县,北碚区,4,演示数据"
    ),
    "A307": Example(
        "activities/2999/wushan.csv",
        f"{_HEAD},状态\n2999-05-13,巫山县,北碚区,4,演示数据,已完成",
        f"{_HEAD},状态\n2999-05-13,巫山县,北碚区,4,演示数据,计划",
    ),
    "A308": _record(
        f"{_HEAD},结束日期",
        "2021-05-13,巫山县,北碚区,4,演示数据,2021-05-12",
        "2021-05-12,巫山县,北碚区,4,演示数据,2021-05-13",
    ),
    "A309": _record(
        f"{_HEAD},参与人次",
        "2021-05-13,巫山县,北碚区,4,演示数据,-300",
        "2021-05-13,巫山县,北碚区,4,演示数据,300",
    ),
    "A310": _record(
        f"{_HEAD},活动形式",
        "2021-05-13,巫山县,北碚区,4,演示数据,坐谈",
        "2021-05-13,巫山县,北碚区,4,演示数据,座谈会",
    ),
    "A320": _record(
        f"{_HEAD},参与人次,专家人次",
        "2021-05-13,巫山县,北碚区,4,演示数据,8,120",
        "2021-05-13,巫山县,北碚区,4,演示数据,120,8",
    ),
    "A321": _record(
        f"{_HEAD},资金投入",
        "2021-05-13,巫山县,北碚区,4,演示数据,3",
        "2021-05-13,巫山县,北碚区,4,演示数据,3万元",
    ),
    "A322": _record(
        f"{_HEAD},来源",
        "2021-05-13,巫山县,北碚区,4,演示数据,网上",
        "2021-05-13,巫山县,北碚区,4,演示数据,巫山县科协报送",
    ),
    "A323": Example(
        "activities/2021Q1/wushan.csv",
        f"{_HEAD},备注\n2021-02-18,巫山县,北碚区,4,演示数据,",
        f"{_HEAD},备注\n2021-02-18,巫山县,北碚区,4,演示数据,早于通知印发",
    ),
    "A324": Example(
        "activities/2025Q4/yunyang.csv",
        f"{_HEAD},备注\n2025-12-01,云阳县,渝北区,4,演示数据,",
        f"{_HEAD},备注\n2025-12-01,云阳县,渝北区,4,演示数据,渝北区已撤销，由两江新区承办",
    ),
    "A325": _record(
        f"{_HEAD},成果",
        "\n".join(f"2021-05-{d},巫山县,北碚区,4,演示数据,发放资料200份" for d in range(11, 15)),
        "\n".join(f"2021-05-{d},巫山县,北碚区,4,演示数据,发放资料{d}0份" for d in range(11, 15)),
    ),
    "A326": _record(
        f"{_HEAD},资金投入",
        "2021-05-13,巫山县,北碚区,4,演示数据,30000万元",
        "2021-05-13,巫山县,北碚区,4,演示数据,30000元",
    ),
    "A327": _record(
        f"{_HEAD},参与人次",
        '2021-05-13,巫山县,北碚区,4,演示数据,"300,200"',
        "2021-05-13,巫山县,北碚区,4,演示数据,300",
    ),
    "A328": _record(
        _HEAD,
        "2021年5月13日（周五）,巫山县,北碚区,4,演示数据",
        "2021年5月13日（周四）,巫山县,北碚区,4,演示数据",
    ),
    "D401": _record(
        f"编号,{_HEAD}",
        "a,2021-05-13,巫山县,北碚区,4,演示数据一\na,2021-05-14,巫山县,北碚区,4,演示数据二",
        "a,2021-05-13,巫山县,北碚区,4,演示数据一\nb,2021-05-14,巫山县,北碚区,4,演示数据二",
    ),
    "D402": _record(
        f"{_HEAD},地点",
        "2021-05-13,巫山县,北碚区,4,演示数据,竹贤乡\n2021-05-13,巫山县,北碚区,4,演示数据,竹贤乡",
        "2021-05-13,巫山县,北碚区,4,演示数据,竹贤乡\n2021-05-13,巫山县,北碚区,4,演示数据,骡坪镇",
    ),
    "D403": _record(
        f"{_HEAD},牵头单位",
        "2021-05-13,巫山县,北碚区,4,演示数据：农技专家进村,北碚区科协\n"
        "2021-05-13,巫山县,北碚区,4,演示数据：农技专家进村活动,巫山县科协",
        "2021-05-13,巫山县,北碚区,4,演示数据：农技专家进村,北碚区科协、巫山县科协",
    ),
    "D404": _record(
        f"{_HEAD},地点,资金投入",
        "2021-05-13,巫山县,北碚区,4,演示数据,竹贤乡,3万元\n"
        "2021-06-18,巫山县,北碚区,4,演示数据,竹贤乡,3万元",
        "2021-05-13,巫山县,北碚区,4,演示数据,竹贤乡,3万元\n"
        "2021-06-18,巫山县,北碚区,4,演示数据,竹贤乡,",
    ),
}
