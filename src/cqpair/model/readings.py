"""How the names of units are read: the pinyin of each of their characters."""

from collections.abc import Sequence

READINGS: dict[str, str] = {
    pair[0]: pair[1:]
    for pair in [
        "万wan",
        "州zhou",
        "区qu",
        "县xian",
        "市shi",
        "黔qian",
        "江jiang",
        "土tu",
        "家jia",
        "族zu",
        "苗miao",
        "自zi",
        "治zhi",
        "开kai",
        "梁liang",
        "平ping",
        "武wu",
        "隆long",
        "城cheng",
        "口kou",
        "丰feng",
        "都du",
        "垫dian",
        "忠zhong",
        "云yun",
        "阳yang",
        "奉feng",
        "节jie",
        "巫wu",
        "山shan",
        "溪xi",
        "石shi",
        "柱zhu",
        "秀xiu",
        "酉you",
        "彭peng",
        "水shui",
        "两liang",
        "新xin",
        "重chong",
        "庆qing",
        "高gao",
        "技ji",
        "术shu",
        "产chan",
        "业ye",
        "发fa",
        "盛sheng",
        "经jing",
        "济ji",
        "涪fu",
        "陵ling",
        "渝yu",
        "中zhong",
        "大da",
        "渡du",
        "北bei",
        "沙sha",
        "坪ping",
        "坝ba",
        "九jiu",
        "龙long",
        "坡po",
        "南nan",
        "岸an",
        "碚bei",
        "綦qi",
        "足zu",
        "巴ba",
        "长chang",
        "寿shou",
        "津jin",
        "合he",
        "川chuan",
        "永yong",
        "璧bi",
        "铜tong",
        "潼tong",
        "荣rong",
        "昌chang",
    ]
}
"""How the characters in the names of Chongqing's districts and counties are read.

A character has the one reading it has in these names: 都 is du, 重 chong, 长 chang.
"""

_CITY = ["chong", "qing"]


def syllables(name: str) -> list[str] | None:
    """The reading of each character of `name`; None when one of them is not known."""
    read = [READINGS.get(character, "") for character in name]
    return read if read and all(read) else None


def written(read: Sequence[str]) -> str:
    """Syllables as one writes them: nan'an and ba'nan, and a space behind the city's name."""
    if list(read[:2]) == _CITY and len(read) > len(_CITY):
        return f"chongqing {written(read[2:])}"
    text = ""
    for syllable in read:
        parted = syllable[0] in "aeo" or (syllable[0] == "n" and text[-1:] in set("aeiouü"))
        text += f"'{syllable}" if text and parted else syllable
    return text
