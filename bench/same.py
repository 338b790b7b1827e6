"""Whether two checkouts find the same: problems, their places and words, and the figures.

    python bench/same.py OLD NEW [--records N]

Run it in the project's environment; OLD and NEW are folders of the whole project, such as a `git
worktree` of another commit. Both are asked about the same data folders: those of the rules' tests
and the workbooks that they make, the shipped data, a demo, and made-up records of which many are
wrong, in many ways. It prints every difference, and exits with 1 if there is any.
"""

import argparse
import csv
import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO, StringIO, TextIOWrapper
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
NOW = "1790000000"  # 2026-09-21
QUARTERS = ("2021Q2", "2023Q2", "2025Q1")

# What may stand in a column, parted by |. Of each, the first three are as they should be.
_CELLS = {
    "编号": "|2023Q2-a-1|2023Q2-a-2|2023Q2-a-1 |a\u200bb",
    "状态": "|已完成|计划|进行中|取消|完成|已 完成",
    "开始日期": (
        "2023-05-13|2023-04|2023-06-30|2023年4月|5月13日|2023-05-13（周一）|"
        "2022-05|20230532|2031-05-01|2023.5.1|2023-02-30|２０２３-05-01|45059|"
    ),
    "结束日期": "|2023-05-14|2023-06-30|2023-05-01|2023-04|五月|2023-05-13",
    "两群区县": (
        "巫山县|万州区|云阳县|巫山|江津区|北碚区|石柱县|石柱|某县||"
        "重庆市巫山县科协|巫 山 县|巫山县、万州区|500237|wushan|ws|开縣"
    ),
    "主城协同区": (
        "北碚区|两江新区|渝北区|两江新区、渝北区|江北区|渝北|北碚、铜梁|"
        "万盛经开区|万州区|某区||北碚区,江北区|北碚区、北碚区|高新区|重庆高新区"
    ),
    "任务领域": "1|2|5|保障1|产业振兴|九||（五）|1、2|0|10|保障4",
    "任务举措": "|院士专家|科普|没有的举措|1-1",
    "牵头单位": "|巫山县科协|北碚区科协|北碚区 科协|某某学会|科协",
    "牵头类别": "|科协|学会|高校|其它",
    "活动名称": (
        "演示数据：柑橘栽培技术培训|演示数据：科普讲座|演示数据：座谈会|-||"
        "座谈会|演示数据：柑橘栽培技术培训（第二期）|"
        "演示数据：“科普”大篷车進校園|演示数据\n两行|=1+1"
    ),
    "活动形式": "|培训|讲座|别的",
    "地点": "|巫山县|巫山县曲尺乡|渝北区|上海",
    "参与人次": (
        "|30|120|3|约300人|20210513|-5|三百|1,200|无|数百|30-50|1e3|３０|12.5|"
        "99999999999|30人次|五十余"
    ),
    "专家人次": "|5|8|40|44260|0012|约|0",
    "资金投入": (
        "|5000|20000|50|5万|300000000|约3亿元|-1|0|12.5|许多|1.234|5千元|￥300|3,00|3万余元"
    ),
    "实物折价": "|200|1000|99|2万元|书100册",
    "成果": "|成果一项|成果两项|-|无",
    "推荐典型": "|是|否|也许|√",
    "来源": "|https://a.cn/1|渝科协发〔2021〕7号|网|http://a b|CQTV",
    "备注": "|另一笔|演示数据|早于通知|两地已撤销|  ",
}
CELLS = {header: cells.split("|") for header, cells in _CELLS.items()}
HEADERS = list(CELLS)

Answer = dict[str, Any]
"""What one folder's questions came to, by the words of the command."""


class Difference(NamedTuple):
    """What differs, without which folder it was seen in."""

    what: str
    old: str
    new: str


def main() -> int:
    """Ask both, print what differs, and exit with 1 if anything does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--records", type=int, default=2_000, metavar="N")
    parser.add_argument("--but", metavar="KEY", help="a JSON key that only one of them knows")
    parser.add_argument("--answer", action="store_true", help=argparse.SUPPRESS)
    words = parser.parse_args()
    if words.answer:  # `old` is the folder of folders; PYTHONPATH says who is asked
        return _answer(words.old, words.new)
    with TemporaryDirectory() as name:
        where = Path(name)
        _make_folders(where / "asked", words.records)
        old, new = (_ask(where, tree) for tree in (words.old, words.new))
    answers = [answer for answered in old.values() for answer in answered.values()]
    problems = sum(len(_told_in(answer)) for answer in answers)
    codes = ", ".join(f"{n} with {code}" for code, n in sorted(Counter(_codes(answers)).items()))
    print(f"{len(old)} folders, {problems} problems; {len(answers)} answers: {codes}")
    return _tell(old, new, words.but)


def _make_folders(where: Path, count: int) -> None:
    """All data folders to ask about, each `NAME/data`."""
    sys.path.insert(0, str(ROOT / "tests"))
    import test_rules

    rules = ROOT / "tests" / "rules"
    for case in sorted({*test_rules.BAD, *test_rules.GOOD}):
        data = _copied(rules / "base", where / case.replace("/", "-"))
        if (rules / case).is_dir():
            shutil.copytree(rules / case, data, dirs_exist_ok=True)
        if make := test_rules.MADE.get(case):
            make(data)
    _copied(ROOT / "data", where / "shipped")
    made = where / "demo"
    made.mkdir()
    words = (sys.executable, "-m", "cqpair", "init", "data", "--demo")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "SOURCE_DATE_EPOCH": NOW}
    subprocess.run(words, cwd=made, env=environment, check=True, capture_output=True)
    _put_random(_copied(ROOT / "data", where / "random"), count)


def _copied(data: Path, where: Path) -> Path:
    return Path(shutil.copytree(data, where / "data"))


def _put_random(data: Path, count: int) -> None:
    """`count` records in files of 1 to 500, read in every way that a file may be written."""
    dice = random.Random(9)
    rows = [_record(dice) for _ in range(count)]
    ends = [0]
    while ends[-1] < count:
        ends.append(min(count, ends[-1] + dice.choice((1, 2, 5, 9, 40, 150, 500))))
    for n, (start, end) in enumerate(pairwise(ends)):
        folder = data / "activities" / dice.choice(("2023Q2", "2023Q2", "2023", "2022Q4"))
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / f"{n:03}", rows[start:end], dice)


def _record(dice: random.Random) -> list[str]:
    """Half are right; of the others, a cell in five may be anything."""
    odd = dice.random() < 0.5
    return [dice.choice(CELLS[h] if odd and dice.random() < 0.2 else CELLS[h][:3]) for h in HEADERS]


def _write(path: Path, rows: list[list[str]], dice: random.Random) -> None:
    """One file: of any kind, with what people put around records, and broken now and then."""
    kept = sorted(dice.sample(range(len(HEADERS)), dice.choice((21, 21, 21, 20, 15))))
    header = [HEADERS[i] for i in kept]
    if dice.random() < 0.1:
        header[dice.randrange(len(header))] = dice.choice(("人数", "", "备 注", "编号", "funding"))
    lines = [header, *([row[i] for i in kept] for row in rows)]
    for i in range(1, len(lines)):
        if dice.random() < 0.05:
            lines[i] = dice.choice((lines[i][:-2], [*lines[i], ""], [*lines[i], "多"], []))
    if dice.random() < 0.2:
        lines.insert(0, dice.choice((["2023年二季度统计表"], [], ["单位：万元"])))
    if dice.random() < 0.2:
        lines.append(dice.choice((["合计", *[""] * 12, "300"], ["填表人：某某"], ["注：演示数据"])))
    match dice.randrange(8):
        case 0:
            _write_workbook(path.with_suffix(".xlsx"), lines)
        case 1:
            items = [dict(zip(header, line, strict=False)) for line in lines[1:] if line]
            text = json.dumps(items, ensure_ascii=False, indent=1)
            path.with_suffix(".yaml").write_text(text, encoding="utf-8")
        case _:
            _write_csv(path.with_suffix(".csv"), lines, dice)


def _write_csv(path: Path, lines: list[list[str]], dice: random.Random) -> None:
    file = StringIO()
    delimiter = dice.choice((*",,,,,,,,", ";", "\t"))
    ending = dice.choice(("\n", "\r\n"))
    csv.writer(file, delimiter=delimiter, lineterminator=ending).writerows(lines)
    text = file.getvalue()
    if dice.random() < 0.05:
        at = dice.randrange(len(text))
        text = text[:at] + dice.choice('",\n\0') + text[at:]
    encoding = dice.choice(("utf-8", "utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16"))
    path.write_bytes(text.encode(encoding))


def _write_workbook(path: Path, lines: list[list[str]]) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in lines:
        sheet.append([int(cell) if cell.isascii() and cell.isdigit() else cell for cell in line])
    for cells in sheet.iter_rows():
        for cell in cells:
            if cell.data_type == "f":  # a text that only looks like a formula
                cell.data_type = "s"
    book.save(path)


def _ask(where: Path, tree: Path) -> dict[str, Answer]:
    """What the program of `tree` answers about every folder below `where`."""
    answers = where / f"{len(list(where.iterdir()))}.json"
    words = (sys.executable, __file__, "--answer", str(where / "asked"), str(answers))
    asked = {
        "PYTHONPATH": str(tree.resolve() / "src"),
        "CQPAIR_LANG": "zh",
        "SOURCE_DATE_EPOCH": NOW,
    }
    subprocess.run(words, env={**os.environ, **asked}, check=True)
    answered: dict[str, Answer] = json.loads(answers.read_text(encoding="utf-8"))
    return answered


def _answer(where: Path, answers: Path) -> int:
    """Ask the program that this process imports, and write down what it says."""
    from contextlib import redirect_stderr, redirect_stdout

    from cqpair.cli import main as cqpair

    found: dict[str, Answer] = {}
    for folder in sorted(where.iterdir()):
        os.chdir(folder)
        found[folder.name] = {}
        for words in _questions():
            out, err = (TextIOWrapper(BytesIO(), "utf-8") for _ in range(2))
            with redirect_stdout(out), redirect_stderr(err):
                code = cqpair(words)
            text, told = _written(out), _written(err)
            answer = {"exit": code, "told": told, "out": json.loads(text) if text else None}
            found[folder.name][" ".join(words)] = answer
    answers.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    return 0


def _written(stream: TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def _questions() -> Iterator[list[str]]:
    notice = ["--notice", "data/notice.txt"] if Path("data/notice.txt").exists() else []
    yield ["validate", "--format", "json", *notice]
    for quarter in QUARTERS:
        yield ["report", "--quarter", quarter, "--format", "json"]
    yield ["report", "--year", "2023", "--by", "partner", "--format", "json"]
    yield ["activities", "--format", "json"]


def _tell(old: Mapping[str, Answer], new: Mapping[str, Answer], but: str | None) -> int:
    """Print each kind of difference once, with how often it was seen and where first."""
    seen: Counter[Difference] = Counter()
    first: dict[Difference, str] = {}
    for folder, answers in old.items():
        for words, answer in answers.items():
            for difference in _differences(answer, new[folder][words]):
                if but is None or not difference.what.endswith(f".{but}"):
                    seen[difference] += 1
                    first.setdefault(difference, f"{folder}: {words}")
    for difference, times in sorted(seen.items()):
        print(f"\n{difference.what} ({times} times, first in {first[difference]})")
        print(f"  old: {difference.old}\n  new: {difference.new}")
    print(f"{len(seen)} differences" if seen else "no difference")
    return bool(seen)


def _differences(old: Answer, new: Answer) -> Iterator[Difference]:
    """Problems are matched by code and place, all else by where it stands in the JSON."""
    lists = [_problems(answer) for answer in (old, new)]
    for key in sorted({*lists[0], *lists[1]}):
        one, other = lists[0].get(key, "-"), lists[1].get(key, "-")
        if one != other:
            yield Difference(f"problem {key}" if "-" in (one, other) else key[:4], one, other)
    flat = [dict(_leaves(_but_problems(answer), "")) for answer in (old, new)]
    for path in sorted({*flat[0], *flat[1]}):
        match flat[0].get(path), flat[1].get(path):
            case str(one), str(other) if one != other:
                yield Difference(path, one, other)
            case (None, _) | (_, None):  # a key, or a part of a list: told once for all its places
                there = ("-" if path not in leaves else "a value" for leaves in flat)
                yield Difference(path.translate(_NO_DIGITS), *there)


_NO_DIGITS = str.maketrans("", "", "0123456789")


def _problems(answer: Answer) -> dict[str, str]:
    """The words of each problem by its code and place; of several at one place, each."""
    found: dict[str, list[str]] = {}
    for problem in _told_in(answer):
        place = [problem[key] for key in ("code", "path", "line", "column", "sheet", "cell")]
        rest = {key: problem[key] for key in ("severity", "message", "fix", "related")}
        found.setdefault(" ".join(map(str, place)), []).append(
            json.dumps(rest, ensure_ascii=False, sort_keys=True)
        )
    return {place: " ".join(sorted(texts)) for place, texts in found.items()}


def _told_in(answer: Answer) -> list[dict[str, Any]]:
    out = answer["out"]
    return out["problems"] if isinstance(out, dict) and "summary" in out else []


def _but_problems(answer: Answer) -> Answer:
    out = answer["out"]
    return {**answer, "out": {**out, "problems": []}} if _told_in(answer) else answer


def _codes(answers: list[Answer]) -> Iterator[int]:
    yield from (answer["exit"] for answer in answers)


def _leaves(value: object, path: str) -> Iterator[tuple[str, str]]:
    match value:
        case dict():
            for key, item in value.items():
                yield from _leaves(item, f"{path}.{key}")
        case list():
            yield f"{path}.length", str(len(value))
            for n, item in enumerate(value):
                yield from _leaves(item, f"{path}.{n}")
        case _:
            yield path, json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main())
