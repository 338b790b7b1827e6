"""The man pages, in English and Chinese: what `--help` says of all commands, one after the other.

`python docs/runs.py` writes them; a wheel brings them to share/man.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from spoken import NOWHERE

from cqpair import __version__, messages
from cqpair.cli.app import COMMANDS, commands
from cqpair.cli.help import described, named
from cqpair.messages import say
from cqpair.text import joined

PAGES = {"en": "docs/man/cqpair.1", "zh": "docs/man/cqpair.zh_CN.1"}


class Around(NamedTuple):
    """What a page says beside the help: its headings, exit codes and settings."""

    headings: tuple[str, str, str, str, str, str, str]
    codes: Mapping[str, str]
    settings: Mapping[str, str]
    more: str


_AROUND = {
    "en": Around(
        ("NAME", "SYNOPSIS", "OPTIONS", "COMMANDS", "EXIT STATUS", "ENVIRONMENT", "SEE ALSO"),
        {
            "0": "Done, and nothing is wrong.",
            "1": "The answer is “no”: problems were found, a name is unknown or ambiguous.",
            "2": "Wrong use, or a file or folder that is missing or cannot be read or written.",
            "3": "A fault of cqpair itself; it tells where the log is.",
            "130": "Interrupted.",
        },
        {
            "CQPAIR_DATA": "The data folder, where --data names none.",
            "CQPAIR_LANG": "zh or en, where --lang names none.",
            "NO_COLOR": "No colours, whatever the following say.",
            "FORCE_COLOR, CLICOLOR_FORCE": "Colours in the text of validate, terminal or not.",
            "CLICOLOR": "With 0, no colours.",
            "SOURCE_DATE_EPOCH": "The time of the run in seconds, so that outputs stay the same.",
        },
        "cqpair explain lists the rules of validate; the documents that come with cqpair say more.",
    ),
    "zh": Around(
        ("名称", "用法", "选项", "命令", "退出码", "环境变量", "另见"),
        {
            "0": "完成，没有问题。",
            "1": "回答是“否”：查出了问题，或者名称找不到、有歧义。",
            "2": "用法不对，或者文件、文件夹不存在、读不了、写不了。",
            "3": "cqpair 自身出错，会说明日志在哪里。",
            "130": "被中断。",
        },
        {
            "CQPAIR_DATA": "数据文件夹；写了 --data 的以 --data 为准。",
            "CQPAIR_LANG": "zh 或 en；写了 --lang 的以 --lang 为准。",
            "NO_COLOR": "不用颜色，优先于以下各项。",
            "FORCE_COLOR, CLICOLOR_FORCE": "不在终端里，validate 的文字也用颜色。",
            "CLICOLOR": "设为 0 则不用颜色。",
            "SOURCE_DATE_EPOCH": "固定运行的时间（秒数），使输出不变。",
        },
        "cqpair explain 列出 validate 的规则；更多说明见 cqpair 的文档。",
    ),
}


def pages() -> dict[str, str]:
    """Each page by its path in the repository, as it should be."""
    before = messages.language()
    try:
        return {path: _page(language) for language, path in PAGES.items()}
    finally:
        messages.use(before)


def _page(language: str) -> str:
    messages.use(language)
    around, root = _AROUND[language], commands()
    name, synopsis, options, orders, codes, settings, more = around.headings
    return "\n".join(
        [
            r".\" Written by docs/runs.py: do not edit.",
            f'.TH CQPAIR 1 "" "cqpair {__version__}"',
            ".nh\n.ad l",  # neither part words nor stretch lines, of which Chinese has few blanks
            f".SH {name}",
            rf"cqpair \- {_troff(joined(say('help.cqpair').splitlines()))}",
            f".SH {synopsis}",
            f".B cqpair\n{_troff(say('help.options-mark'))} COMMAND …",
            f".SH {options}",
            *_params(root),
            f".SH {orders}",
            *(line for order in COMMANDS for line in _command(order, root)),
            f".SH {codes}",
            *_rows(around.codes),
            f".SH {settings}",
            *_rows(around.settings),
            f".SH {more}",
            f"{_troff(around.more)}\n",
        ]
    )


def _command(name: str, root: Any) -> Iterator[str]:
    command = root.get_command(None, name)
    yield f".SS cqpair {name}"
    yield _troff(say(command.help))
    yield from _params(command)


def _params(command: Any) -> Iterator[str]:
    """The arguments and options of a command, each with what it is for."""
    shown = (p for p in command.get_params(NOWHERE) if not getattr(p, "hidden", False))
    yield from _rows({named(param): described(param) for param in shown})


def _rows(rows: Mapping[str, str]) -> Iterator[str]:
    for name, text in rows.items():
        yield f".TP\n.B {_troff(name)}\n{_troff(text)}"


_MARKS = str.maketrans({"\\": r"\e", "-": r"\-", "`": r"\(ga", '"': r"\(dq"})


def _troff(text: str) -> str:
    """A text as troff takes it for nothing but text, its paragraphs apart."""
    plain = text.translate(_MARKS)
    paragraphs = [joined(part.splitlines()) for part in plain.split("\n\n")]
    return "\n.PP\n".join(rf"\&{part}" if part[:1] in ".'" else part for part in paragraphs)
