"""Fill the pasted runs of the documents; write docs/help.md, docs/rules.md and the sample report,
and what is made of the commands: the man pages, and the words that shells complete.

    python docs/runs.py           rewrite what is stale
    python docs/runs.py --check   tell what is stale; exit 1 if anything is

The list of headers that `import` reads stands after `<!-- made: headers -->`. A pasted run stands
between two comments, and what is between them is written here:

    <!-- run: cqpair partners 巫山县 -->
    <!-- end -->

`cat FILE` and `python SCRIPT` are commands too. A command may end in `| head -20` or `| grep -v
WORD`; patterns such as *.xlsx are expanded. It runs in the repository, or `run in NAME:` in one of
FOLDERS, made anew; `run next:` goes on in the folder of the run before, as that left it. Where no
shell is known, `run next, first 3:`, `last 3` or `whole` shows so much, and no exit code. Messages
are in the document's language; the clock stands still, so that only a change of the program or of
the data changes a run.
"""

import os
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, chdir, contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from glob import glob
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from runpy import run_path
from tempfile import TemporaryDirectory

import manual
import spoken

from cqpair import messages
from cqpair.cli import main as cqpair
from cqpair.cli.app import COMMANDS
from cqpair.collect.headers import COUNTERPART, SYNONYMS
from cqpair.fields import BY_KEY
from cqpair.lint import RULES, Rule
from cqpair.lint.rule import Example
from cqpair.messages import say

ROOT = Path(__file__).resolve().parents[1]
CLOCK = "1790000000"  # 2026-09-21
CLOCKS = {"quarter": "1673830800"}  # 2023-01-16, some days after its returns were due
HELP = "docs/help.md"
RULES_PAGE = "docs/rules.md"
SAMPLE = "docs/sample-report.md"

_RUN = re.compile(
    r"^<!-- run(?: in (?P<where>\w+)| (?P<next>next))?"
    r"(?:, (?P<part>first|last|whole)(?: (?P<count>\d+))?)?: (?P<command>.+?) -->\n"
    r"(?:(?!<!-- run).)*?"
    r"^<!-- end -->$",
    re.MULTILINE | re.DOTALL,
)
_MADE = re.compile(
    r"^<!-- made: headers -->\n(?:(?!<!-- run).)*?^<!-- end -->$", re.MULTILINE | re.DOTALL
)
_FENCE = re.compile("`{3,}")
_WRITTEN = "<!-- 由 docs/runs.py 生成，请勿手工修改 · written by docs/runs.py: do not edit -->\n"

_PLANTED = """\
开始日期,两群区县,主城协同区,任务领域,活动名称,参与人次
2021-05-13,云阳县,渝北区,5,科普进校园（演示数据）,约300人
2021-05-20,云阳县,江津区,1,科技工作者座谈会（演示数据）,60
2021-06-18,云阳县,渝北区,4,农技培训（演示数据）,几十人
"""


def main(words: Sequence[str]) -> int:
    """Rewrite what is stale, or with `--check` only tell it."""
    check = "--check" in words
    stale = stale_pages(fresh_pages())
    for path, text in stale.items():
        print(f"{path.name}: {'stale' if check else 'written'}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    return 1 if check and stale else 0


def fresh_pages() -> dict[Path, str]:
    """Every page that holds runs or is made from the program, as it should be."""
    pages = {
        ROOT / HELP: help_page(),
        ROOT / RULES_PAGE: rules_page(),
        ROOT / SAMPLE: sample_report(),
        ROOT / spoken.WORDS: spoken.words_file(),
        **{ROOT / path: text for path, text in manual.pages().items()},
    }
    for path in (
        ROOT / "README.md",
        ROOT / "README.zh-CN.md",
        *sorted((ROOT / "docs").glob("*.md")),
    ):
        if path not in pages:
            text = path.read_text(encoding="utf-8")
            pages[path] = fill(text, _language(path, text))
    return pages


def _language(path: Path, text: str) -> str:
    """A page's language; one in both, whose title says so, is Chinese first."""
    title = text.partition("\n")[0]
    return "zh" if path.stem.endswith("zh-CN") or " · " in title else "en"


def stale_pages(fresh: Mapping[Path, str]) -> dict[Path, str]:
    """Those of `fresh` that say something else on the disk."""
    return {
        path: text
        for path, text in fresh.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    }


def fill(text: str, language: str) -> str:
    """A document with every run in it run anew. ValueError for a run without its end."""
    with ExitStack() as stack:
        where, folder = None, ROOT

        def run_anew(match: re.Match[str]) -> str:
            nonlocal where, folder
            if not match["next"]:
                where = match["where"]
                folder = stack.enter_context(_folder(where))
            first = match[0].split("\n", 1)[0]
            output = _run(match["command"], language, folder, where)
            if match["part"]:
                output = _shortened(output, match["part"], int(match["count"] or 0))
            return f"{first}\n{_fenced(output)}<!-- end -->"

        filled, count = _RUN.subn(run_anew, _MADE.sub(lambda _: _headers(language), text))
    if count != text.count("<!-- run"):
        raise ValueError("a run has no end")
    return filled


def run(command: str, language: str, where: str | None = None) -> str:
    """What a terminal would show of `command`; its exit code too, where it is not 0."""
    with _folder(where) as folder:
        return _run(command, language, folder, where)


def _run(command: str, language: str, folder: Path, where: str | None) -> str:
    called, _, filtered = command.partition(" | ")
    with _world(folder, language, CLOCKS.get(where or "", CLOCK)):
        word, *words = (name for text in shlex.split(called) for name in _expanded(text))
        if word == "cat":
            code, output = 0, "".join(Path(name).read_text("utf-8-sig") for name in words)
        elif word == "python":
            code, output = 0, _printed_by(words[0])
        else:
            code, output = _called(words, filtered)
    shown = f"$ {command}\n{output}"
    return f"{shown}$ echo $?\n{code}\n" if code and not filtered else shown


def _shortened(output: str, part: str, count: int) -> str:
    """A run's command and so many of its lines, a mark for the others, no exit code."""
    command, *lines = re.sub(r"\$ echo \$\?\n\d+\n\Z", "", output).splitlines()
    match part:
        case "first":
            lines = [*lines[:count], *["……"] * (len(lines) > count)]
        case "last":
            lines = [*["……"] * (len(lines) > count), *lines[-count:]]
    return "\n".join([command, *lines]) + "\n"


def _printed_by(script: str) -> str:
    """What a script prints; an exception of it is one of this run."""
    screen = StringIO()
    with redirect_stdout(screen):
        run_path(script)
    return screen.getvalue()


def _expanded(word: str) -> list[str]:
    """What a shell makes of a word with a `*`."""
    return sorted(glob(word)) or [word] if "*" in word else [word]


def _headers(language: str) -> str:
    """The table of what offices call columns, as `import` reads them."""
    titles = {"zh": ("列", "也认"), "en": ("column", "also read")}[language]
    other = {"zh": "另一方", "en": "the other side"}[language]
    rows = [(BY_KEY[key].header, words) for key, words in SYNONYMS.items()]
    lines = [
        f"| {name} | {'、'.join(words.split())} |" for name, words in [*rows, (other, COUNTERPART)]
    ]
    head = [f"| {' | '.join(titles)} |", "| --- | --- |"]
    return "\n".join(["<!-- made: headers -->", *head, *lines, "<!-- end -->"])


def _filtered(lines: list[str], filtered: str) -> list[str]:
    """The lines that come out of `head -20` or `grep -v WORD`."""
    match filtered.split():
        case ["head", number]:
            return lines[: int(number.removeprefix("-"))]
        case ["grep", "-v", word]:
            return [line for line in lines if word not in line]
        case _:
            return lines


def help_page() -> str:
    """The help of every command, in both languages."""
    parts = [
        "# 命令说明 · Help\n",
        _WRITTEN,
        "每个命令的 `--help`，先中文后英文。Every command's `--help`, Chinese, then English.\n",
    ]
    for name in ("", *COMMANDS):
        parts.append(f"## {f'cqpair {name}'.strip()}\n")
        for language in messages.LANGUAGES:
            words = " ".join(filter(None, ("cqpair --lang", language, name, "--help")))
            parts.append(_fenced(run(words, language)))
    return "\n".join(parts)


def rules_page() -> str:
    """The manual of every rule, in both languages."""
    rows = [
        f"| [{rule.code}](#{rule.code.lower()}-{rule.name}) | {rule.name} "
        f"| {' · '.join(_both(f'problems.{rule.severity}'))} | {' · '.join(rule.manual.title)} |"
        for rule in RULES
    ]
    head = [
        "| 代码 code | 名称 name | 级别 severity | 内容 what it finds |",
        "| --- | --- | --- | --- |",
    ]
    parts = [
        "# 核对规则 · Rules\n",
        _WRITTEN,
        "`cqpair validate` 用的全部规则；单看一条用 `cqpair explain A304`。错误会使记录不计入报告，"
        "提醒不会。写明点名才查的，`--select` 写出它的全码或名称才用，写 `T2` 这样的开头不算。\n",
        "All rules of `cqpair validate`; `cqpair explain A304` shows one. An error keeps its record"
        " out of reports, a warning does not. A rule on request looks only when `--select` gives"
        " its whole code or its name; a beginning such as `T2` does not turn it on.\n",
        "\n".join([*head, *rows]) + "\n",
        *map(_rule_section, RULES),
    ]
    return "\n".join(parts)


def sample_report() -> str:
    """The report of a real quarter, as Markdown."""
    command = "cqpair report --quarter 2021Q2 --format markdown"
    with _folder(None) as folder, _world(folder, "zh"):
        _, output = _called(shlex.split(command)[1:])
    return f"{_WRITTEN}\n{output}"


def _rule_section(rule: Rule) -> str:
    parts = [f"## {rule.code} {rule.name}\n"]
    for i in range(len(messages.LANGUAGES)):
        title, what, why = (text[i] for text in rule.manual[:3])
        parts.append(f"**{title}** — {what}{'' if i == 0 else ' '}{why}\n")
    example = rule.manual.example
    for words, side in ((("错", "wrong"), example.wrong), (("对", "right"), example.right)):
        if isinstance(example, Example):
            shown = f"`{example.path}`\n\n{_fenced(str(side))}"
        else:
            shown = " · ".join(side) + "\n"
        parts.append(f"{' · '.join(words)}: {shown}")
    return "\n".join(parts)


def _both(key: str) -> list[str]:
    before = messages.language()
    try:
        texts = []
        for language in messages.LANGUAGES:
            messages.use(language)
            texts.append(say(key))
        return texts
    finally:
        messages.use(before)


def _fenced(text: str) -> str:
    longest = max((len(found) for found in _FENCE.findall(text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}text\n{text.rstrip()}\n{fence}\n"


def _called(words: list[str], filtered: str = "") -> tuple[int, str]:
    """The exit code, and both streams in the order they were written in.

    Only stdout goes through what it is `filtered` by; what stderr says then stands below it.
    """
    before = messages.language()
    screen, beside = BytesIO(), BytesIO()
    stream, other = (
        TextIOWrapper(one, encoding="utf-8", newline="\n", write_through=True)
        for one in (screen, beside)
    )
    try:
        with redirect_stdout(stream), redirect_stderr(other if filtered else stream):
            code = cqpair(words)
    finally:
        messages.use(before)
    lines = screen.getvalue().decode("utf-8").splitlines(keepends=True)
    return code, "".join(_filtered(lines, filtered)) + beside.getvalue().decode("utf-8")


@contextmanager
def _world(folder: Path, language: str, clock: str = CLOCK) -> Iterator[None]:
    """The same surroundings on every machine."""
    before = dict(os.environ)
    for name in ("CQPAIR_DATA", "GITHUB_ACTIONS"):
        os.environ.pop(name, None)
    os.environ |= {"SOURCE_DATE_EPOCH": clock, "CQPAIR_LANG": language}
    try:
        with chdir(folder):
            yield
    finally:
        os.environ.clear()
        os.environ |= before


@contextmanager
def _folder(where: str | None) -> Iterator[Path]:
    if where is None:
        yield ROOT
        return
    with TemporaryDirectory() as name:
        folder = Path(name).resolve()
        FOLDERS[where](folder)
        yield folder


def _make_demo(folder: Path) -> None:
    """The shipped tables, and made-up records of which two are wrong."""
    records = folder / "data" / "activities" / "2021Q2"
    records.mkdir(parents=True)
    for name in ("pairings.yaml", "tasks.yaml"):
        shutil.copy(ROOT / "data" / name, folder / "data")
    (records / "yunyang.csv").write_text(_PLANTED, encoding="utf-8-sig", newline="\n")


def _make_empty(folder: Path) -> None:
    """A folder with nothing in it."""


def _make_year(folder: Path) -> None:
    """The data folder that `init --demo` makes, as `demo`."""
    _called(["init", str(folder / "demo"), "--demo"])


def _make_quarter(folder: Path) -> None:
    """A made-up data folder, in which one stands."""
    shutil.copytree(_made_once(), folder, dirs_exist_ok=True)


@cache
def _made_once() -> Path:
    """One that is made once a run and copied for each session."""
    folder = Path(_KEPT.name) / "demo"
    _called(["init", str(folder), "--demo"])
    return folder


_KEPT = TemporaryDirectory()


FOLDERS: dict[str, Callable[[Path], None]] = {
    "demo": _make_demo,
    "empty": _make_empty,
    "year": _make_year,
    "quarter": _make_quarter,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
