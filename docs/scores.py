"""Write docs/messages.md: what every sentence of `cqpair validate` gives its reader.

    python docs/scores.py           rewrite the page
    python docs/scores.py --check   tell whether it is stale; exit 1 if it is

The marks are facts: the bad folders of tests/rules are checked, and what was printed is looked at.
"""

import json
import os
import re
import shutil
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from string import Formatter
from tempfile import TemporaryDirectory
from typing import NamedTuple
from unittest.mock import patch

from cqpair import messages
from cqpair.cli import main as cqpair
from cqpair.lint import RULES
from cqpair.read.sheet_file import Content

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "messages.md"
TESTS = ROOT / "tests"
CLOCK = "1790000000"  # 2026-09-21
YES, NO, NONE = "√", "×", "—"

# Placeholders that carry a right value, or the figure or bound it is compared with; those that
# end in `.fix` do so in a way out only, and may carry the wrong one in a sentence.
RIGHT = frozenset(
    {"candidates", "choices", "ways", "expected", "first", "folder", "found", "issued", "keys"}
    | {"most", "near", "quarter", "right", "stated", "successor", "theirs", "today"}
    | {"day.fix", "end.fix", "key.fix", "partners.fix", "start.fix", "value.fix"}
)

# Sentences about a file as a whole: it is their place, and there is no line in it to show.
WHOLE_FILE = frozenset(
    {"store.missing-file", "store.no-file", "store.not-read", "store.picture", "store.unreadable"}
    | {f"read.{content.value}" for content in Content if content is not Content.WORKBOOK}
    | {"read.beyond-sheet", "read.no-cells", "read.too-many-cells", "read.too-many-merged"}
    | {"submissions.closed", "submissions.folder", "rules.S506"}
    | {f"rules.S507-{key}" for key in ("file", "folder", "original", "slip")}
    | {"remarks.name", "remarks.twice", "remarks.not-read", "rules.R602"}
)

_LARGE = "要很大的文件 · a very large file is needed"
UNSHOWN = {
    "read.too-many-cells": ("F101", _LARGE),
    "read.too-many-merged": ("F101", _LARGE),
    "read.yaml-syntax": (
        "F104",
        "用于别的句子都不合的错误 · for a slip that fits none of the others",
    ),
    "store.unreadable": ("F101", "要由系统拒绝读取 · the system has to refuse the file"),
}
"""Sentences that no folder shows: their rule, and why."""

_FIELD = re.compile(r"\{\w+(?::typed)?\}")
_NOT_RULES = (
    *("read.", "records.", "remarks.", "settings.", "shape.", "store."),
    *("submissions.", "values."),
)

_OF_IMPORT = ("closing.", "return_file.", "returns.", "records.no-unit")
"""Sentences that only a return is told, which is no folder of rules."""

_INTRODUCTION = f"""\
# 核对语评分 · Messages

<!-- 由 docs/scores.py 生成，请勿手工修改 · written by docs/scores.py: do not edit -->

`cqpair validate` 的每一句话给了什么，一句一行。记号由事实得出：核对 `tests/rules` 里有错的样例，
看实际印出来的内容；每次都有才记 {YES}，有一次没有就记 {NO}，说不上的记 {NONE}。

What every sentence of `cqpair validate` gives, one a row. The marks are facts: the bad folders of
`tests/rules` are checked, and what is printed is looked at. {YES} is always, {NO} is not always,
{NONE} is where there is none to give.

- 位置 place：行、列或工作簿的格；整个文件的问题记 {NONE}。Line, column or cell; {NONE} for a
  whole file.
- 摘录 excerpt：印出原文，并有 `^` 指着。The source is printed, with a `^` under it.
- 正确值 right value：句子或改法里有填入正确值的占位符；写死在句子里的（如 2021-05-13）不算。A
  placeholder carries it; what is written out in a sentence, such as 2021-05-13, does not count.
- 改法 way out：下一行说怎么改。The next line says how to mend it.

## 各句 · Sentences
"""
_HEAD = (
    "| 代码 code | 键 key | 句子 sentence | 位置 place | 摘录 excerpt | 正确值 right value "
    "| 改法 way out |",
    "| --- | --- | --- | --- | --- | --- | --- |",
)
_UNSHOWN_TITLE = "\n## 样例没有的 · Not shown by any folder\n"
_TOTALS_TITLE = f"""
## 合计 · Totals

| 项目 mark | {YES} | {NO} | {NONE} | 句子 sentences |
| --- | ---: | ---: | ---: | ---: |"""


class Shown(NamedTuple):
    """A problem as it was printed."""

    code: str
    message: str
    fix: str
    spot: str
    caret: bool


class Sentence(NamedTuple):
    """A sentence about a problem and its way out, in Chinese."""

    key: str
    text: str
    fix: str

    @property
    def right(self) -> bool:
        """Whether a placeholder of it carries a right value."""
        in_fix = _placeholders(self.fix)
        names = {*_placeholders(self.text), *in_fix, *(f"{name}.fix" for name in in_fix)}
        return not RIGHT.isdisjoint(names)


class Score(NamedTuple):
    """What a sentence gives. `spots` are the sorts of place it was shown with; none if never."""

    sentence: Sentence
    codes: tuple[str, ...]
    spots: tuple[str, ...]
    caret: str

    @property
    def place(self) -> str:
        """The mark of its place."""
        if not self.spots or self.sentence.key in WHOLE_FILE:
            return NONE
        return _mark("" not in self.spots)

    @property
    def marks(self) -> tuple[str, str, str, str]:
        """Place, excerpt, right value, way out."""
        way_out = _mark(bool(self.sentence.fix.strip()))
        return (self.place, self.caret, _mark(self.sentence.right), way_out)


def main(words: Sequence[str]) -> int:
    """Rewrite the page, or with `--check` only tell whether it is stale."""
    check = "--check" in words
    text = page(scores())
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    print(f"{PAGE.name}: {'stale' if check else 'written'}")
    if not check:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    return 1 if check else 0


def sentences() -> list[Sentence]:
    """Every sentence that has a way out, in the order of its topic, those of rules last."""
    found = []
    for topic in messages.TOPICS:
        texts = messages.texts_of(topic)
        for key, text in texts.items():
            if f"{key}.fix" in texts and not f"{topic}.{key}".startswith(_OF_IMPORT):
                found.append(Sentence(f"{topic}.{key}", text[0], texts[f"{key}.fix"][0]))
    for rule in RULES:
        for variant, (text, fix) in rule.sentences.items():
            key = f"rules.{rule.code}-{variant}" if variant else f"rules.{rule.code}"
            found.append(Sentence(key, text[0], fix[0]))
    return found


def scores() -> list[Score]:
    """The score of every sentence, those of one rule together."""
    known = sentences()
    told: dict[str, list[Shown]] = defaultdict(list)
    for shown in _all_shown():
        told[_sentence_of(shown, known).key].append(shown)
    found = [_score(sentence, told[sentence.key]) for sentence in known]
    return sorted(found, key=lambda score: ("FTADSR".find(score.codes[0][0]), score.codes))


def _score(sentence: Sentence, told: Sequence[Shown]) -> Score:
    if not told:
        return Score(sentence, (UNSHOWN[sentence.key][0],), (), NONE)
    codes = tuple(sorted({shown.code for shown in told}))
    spots = tuple(sorted({shown.spot for shown in told}))
    caret = NONE if sentence.key in WHOLE_FILE else _mark(all(shown.caret for shown in told))
    return Score(sentence, codes, spots, caret)


def _mark(holds: bool) -> str:
    return YES if holds else NO


def _placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def _sentence_of(shown: Shown, known: Iterable[Sentence]) -> Sentence:
    """The sentence that was shown: of those that fit, the one with most words of its own."""
    fitting = [
        sentence
        for sentence in known
        if _fits(sentence.text, shown.message)
        and _fits(sentence.fix, shown.fix)
        and sentence.key.startswith(("rules." + shown.code, *_NOT_RULES))
    ]
    return max(fitting, key=lambda sentence: len(re.sub(_FIELD, "", sentence.text + sentence.fix)))


def _fits(template: str, text: str) -> bool:
    pattern = ".*".join(map(re.escape, re.split(_FIELD, template)))
    return re.fullmatch(pattern, text, re.DOTALL) is not None


def _all_shown() -> Iterator[Shown]:
    """Every problem that the bad folders of tests/rules show."""
    if str(TESTS) not in sys.path:
        sys.path.append(str(TESTS))
    from test_rules import BAD, FOLDER, MADE

    for case in BAD:
        with TemporaryDirectory() as name:
            data = Path(shutil.copytree(FOLDER / "base", Path(name) / "data"))
            if (FOLDER / case).is_dir():
                shutil.copytree(FOLDER / case, data, dirs_exist_ok=True)
            if make := MADE.get(case):
                make(data)
            yield from _shown(data, case.split("/")[0])


def _shown(data: Path, code: str) -> Iterator[Shown]:
    """What `validate` tells of a data folder: as JSON, and the excerpts of its text."""
    notice = data / "notice.txt"
    words = ["--lang", "zh", "--data", str(data), "validate", "--select", code]
    words += ["--notice", str(notice)] if notice.exists() else []
    problems = json.loads(_printed([*words, "--format", "json"]))["problems"]
    *texts, _ = _printed([*words, "--format", "text"]).split("\n\n")
    for problem, text in zip(problems, texts, strict=True):
        excerpt = text.partition("\n  改法：")[0]
        caret = re.search(r"\n +\| *\^+$", excerpt) is not None
        yield Shown(problem["code"], problem["message"], problem["fix"], _spot(problem), caret)


def _spot(problem: Mapping[str, object]) -> str:
    """The sort of a place, or nothing where there is only a file."""
    if problem["cell"]:
        return "格 cell"
    if problem["line"] and problem["column"]:
        return "行列 line:column"
    return "行 line" if problem["line"] else ""


def _printed(words: list[str]) -> str:
    """What `cqpair` puts on stdout in this process, its clock fixed."""
    language, screen = messages.language(), BytesIO()
    stream = TextIOWrapper(screen, encoding="utf-8", newline="\n", write_through=True)
    notes = TextIOWrapper(BytesIO(), encoding="utf-8")
    world = patch.dict(os.environ, {"SOURCE_DATE_EPOCH": CLOCK})
    with world, redirect_stdout(stream), redirect_stderr(notes):
        cqpair(words)
    messages.use(language)
    return screen.getvalue().decode("utf-8")


def page(scored: Sequence[Score]) -> str:
    """The page: a row for every sentence, why some were not shown, and the totals."""
    rows = [
        f"| {'、'.join(score.codes)} | `{score.sentence.key}` | {score.sentence.text} "
        f"| {' '.join(filter(None, (score.place, ' · '.join(score.spots))))} "
        f"| {' | '.join(score.marks[1:])} |"
        for score in scored
    ]
    unshown = [
        f"- {score.codes[0]} `{score.sentence.key}`：{UNSHOWN[score.sentence.key][1]}"
        for score in scored
        if not score.spots
    ]
    parts = [_INTRODUCTION, *_HEAD, *rows, _UNSHOWN_TITLE, *unshown, _TOTALS_TITLE]
    return "\n".join([*parts, *_totals(scored)]) + "\n"


def _totals(scored: Sequence[Score]) -> Iterator[str]:
    titles = ("位置 place", "摘录 excerpt", "正确值 right value", "改法 way out")
    for title, marks in zip(
        titles, zip(*(score.marks for score in scored), strict=True), strict=True
    ):
        count = Counter(marks)
        yield f"| {title} | {count[YES]} | {count[NO]} | {count[NONE]} | {len(marks)} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
