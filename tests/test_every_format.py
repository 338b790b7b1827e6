"""Every format that a command declares is in its help, in both references, and has a golden text.

The one declaration is the literal beside the wing, a `Format` by its name, which the command has
as `FORMATS`. Everything else that names formats is held against it here, a test for each command,
format and place, so that what a new format still lacks is told by name. `--update-golden` writes
the golden texts anew.
"""

import ast
import os
import re
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, Run, put_records, record
from cqpair import render
from cqpair.cli.app import COMMANDS, Commands, module_of
from cqpair.render import Format
from test_report_same_figures import READERS

PAGES = (ROOT / "docs/reference.md", ROOT / "docs/reference.zh-CN.md")
GOLDEN = ROOT / "tests" / "golden"
UPDATE = os.environ.get("CQPAIR_UPDATE_GOLDEN") == "1"
LISTS = {
    "partners": "partners 巫山县 铜梁 江北县",
    "pairs": "pairs",
    "tasks": "tasks",
    "activities": "activities 2021Q2",
    "status": "status --quarter 2021Q2",
    "reconcile": "reconcile --quarter 2021Q2",
    "changes": "changes 2021Q2",
    "explain": "explain A3",
    "import": "import 报表.csv --received 2021-07-05 --dry-run",
}


def formats_of(command: str) -> Mapping[str, Format[Any]]:
    """The formats that a command declares, by name in their order; none for what has no answer."""
    found: Mapping[str, Format[Any]] = getattr(import_module(module_of(command)), "FORMATS", {})
    return found


EVERY = [(command, form) for command in COMMANDS for form in formats_of(command)]


def golden_of(command: str, form: str) -> Path:
    """Where the text of a command in a format is kept."""
    suffix = formats_of(command)[form].suffixes[0]
    if command == "validate":
        return GOLDEN / "formats" / f"{form}{suffix}"
    if command == "report":
        return GOLDEN / "report" / f"2021Q2{suffix}"
    return GOLDEN / "lists" / f"{command}-{form}{suffix}"


@pytest.mark.parametrize(("command", "form"), EVERY)
def test_a_format_is_declared_whole(command: str, form: str) -> None:
    declared = formats_of(command)[form]
    assert isinstance(declared, Format)
    assert re.fullmatch("[a-z]+", form)
    assert declared.suffixes
    assert all(re.fullmatch(r"\.[a-z]+", suffix) for suffix in declared.suffixes)


def _is_formats(value: object) -> bool:
    return isinstance(value, dict) and any(isinstance(form, Format) for form in value.values())


def test_every_mapping_of_formats_is_that_of_a_command() -> None:
    wings = (
        *("answers.words", "answers.tables", "lint.formats", "lint.formats.rules"),
        *("report.formats", "collect.reconciling", "collect.status", "collect.formats"),
    )
    declared = {
        f"{wing}.{name}": id(value)
        for wing in wings
        for name, value in vars(import_module(f"cqpair.{wing}")).items()
        if _is_formats(value) and not hasattr(render, name)
    }
    used = {id(formats_of(command)) for command, _ in EVERY}
    assert [name for name, mapping in declared.items() if mapping not in used] == []
    assert used <= set(declared.values())


def test_every_writer_of_a_document_or_a_table_is_that_of_a_format() -> None:
    folder = ROOT / "src" / "cqpair" / "render"
    paths = {*folder.glob("*.py"), *folder.glob("*/__init__.py")} - {folder / "__init__.py"}
    written = {
        (".".join(path.relative_to(folder).with_suffix("").parts).removesuffix(".__init__"), verb)
        for path in paths
        for verb in re.findall(r"^def (write_\w+)\(", path.read_text(encoding="utf-8"), re.M)
    }
    imports = ast.walk(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    used = {
        (str(node.module).removeprefix("cqpair.render."), alias.name)
        for node in imports
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert sorted(written - used) == []


def test_every_format_of_a_document_or_a_table_is_that_of_a_command() -> None:
    offered = {form for _, form in EVERY}
    assert [form for form in (*render.DOCUMENTS, *render.TABLES) if form not in offered] == []


def test_no_command_asks_for_the_name_of_a_format() -> None:
    """What differs between formats stands in `Format`; a command would not know of a new one."""
    names = {form for _, form in EVERY}
    asked = [
        f"{path.name}:{node.lineno}"
        for path in sorted((ROOT / "src" / "cqpair" / "cli").glob("*.py"))
        for compare in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(compare, ast.Compare)
        for node in ast.walk(compare)
        if isinstance(node, ast.Constant) and node.value in names
    ]
    assert asked == []


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_offers_the_formats_it_declares_and_no_others(command: str) -> None:
    params = Commands().get_command(None, command).params
    offered = [param.metavar for param in params if "--format" in param.opts]
    formats = formats_of(command)
    assert offered == (["|".join(formats)] if formats else [])


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("command", "form"), EVERY)
def test_a_format_is_in_the_golden_help(command: str, form: str, lang: str) -> None:
    text = (GOLDEN / "help" / f"{command}.{lang}.txt").read_text(encoding="utf-8")
    told = re.search(r"--format ([a-z|]+)", text)
    assert told
    assert form in told[1].split("|")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("command", "form"), EVERY)
def test_a_format_is_on_the_page_of_help(command: str, form: str, lang: str) -> None:
    page = (ROOT / "docs" / "help.md").read_text(encoding="utf-8")
    [told] = re.findall(
        rf"^\$ cqpair --lang {lang} {command} --help\n(.*?)^```$", page, re.M | re.S
    )
    [offered] = re.findall(r"--format ([a-z|]+)", told)
    assert form in offered.split("|")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
@pytest.mark.parametrize(("command", "form"), EVERY)
def test_a_format_is_in_the_table_of_commands(command: str, form: str, page: Path) -> None:
    assert form in dict(_table_of_commands(page))[command]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_the_table_of_commands_has_all_in_order_with_their_formats(page: Path) -> None:
    declared = [(command, list(formats_of(command))) for command in COMMANDS]
    assert _table_of_commands(page) == declared


def _table_of_commands(page: Path) -> list[tuple[str, list[str]]]:
    rows = re.findall(
        r"^\| `([a-z]+)[^|]*` \|[^|]*\| ((?:`[a-z]+` )*)\|$", page.read_text("utf-8"), re.M
    )
    return [(name, text.replace("`", "").split()) for name, text in rows]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_the_suffixes_that_a_report_may_have_are_shown(page: Path) -> None:
    [line] = re.findall(r"^- `--output FILE`.*$", page.read_text("utf-8"), re.M)
    suffixes = [declared.suffixes[0] for declared in formats_of("report").values()]
    assert sorted(re.findall(r"`(\.[a-z]+)`", line)) == sorted(suffixes)


@pytest.mark.parametrize("page", ["reference.md", "reference.zh-CN.md"])
def test_the_table_of_json_has_every_command_that_writes_it(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    section = re.split(r"^## ", text.partition("\n## JSON\n")[2], flags=re.M)[0]
    rows = re.findall(r"^\| `([a-z]+)` \|", section, re.M)
    assert rows == [command for command in COMMANDS if "json" in formats_of(command)]


def change_what_was_closed(run: Run, data: Path) -> None:
    """Close a quarter of the shipped records, and change it: 补报, 更正, 撤回."""
    first = record(id="2021Q2-zhongxian-01", county="忠县", partners="大足区")
    gone = {**first, "id": "2021Q2-zhongxian-02", "title": "演示数据座谈"}
    put_records(data, "2021Q2/zhongxian.csv", first, gone)
    assert run("close", "2021Q2").code == 0
    more = {**first, "id": "2021Q2-zhongxian-03", "title": "演示数据培训", "funding": "5000"}
    put_records(data, "2021Q2/zhongxian.csv", {**first, "participants": "约300"}, more)


def write_return(data: Path) -> None:
    """A return with a range of days, a wrong total and a note."""
    text = (
        "忠县科协2021年第二季度活动统计表,,,,\n"
        "活动时间,活动名称,任务领域,主城协同区,参加人数,投入资金（万元）\n"
        "5月13—15日,演示数据讲座,4,大足区,约120,1.5\n"
        "5月20日,演示数据巡展,5,大足区,300,\n"
        "合计,,,,500,1.5\n"
        "注：以上为演示数据,,,,,\n"
    )
    (data.parent / "报表.csv").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("command", "form"), [case for case in EVERY if case[0] in LISTS])
def test_a_list_in_a_format_is_the_golden_one(
    command: str, form: str, run: Run, data: Path
) -> None:
    golden = golden_of(command, form)
    if command == "changes":
        change_what_was_closed(run, data)
    write_return(data)
    result = run(*LISTS[command].split(), "--format", form)
    assert result.code == 0
    if UPDATE:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(result.out.encode("utf-8"))
    assert golden.is_file(), "python -m pytest --update-golden writes it"
    assert result.out == golden.read_bytes().decode("utf-8")


@pytest.mark.parametrize(("command", "form"), EVERY)
def test_a_format_is_written_as_no_other(command: str, form: str) -> None:
    """A format without a writer of its own would come out as the one that is usual."""
    goldens = {other: golden_of(command, other) for other in formats_of(command)}
    texts = {other: path.read_bytes() for other, path in goldens.items() if path.is_file()}
    same = [other for other, text in texts.items() if text == texts.get(form)]
    assert set(same) <= {form}


@pytest.mark.parametrize(("command", "form"), [case for case in EVERY if case[0] not in LISTS])
def test_a_format_of_findings_or_reports_is_golden_or_read_back(command: str, form: str) -> None:
    golden = golden_of(command, form)
    read_back = command == "report" and golden.suffix.removeprefix(".") in READERS
    assert golden.is_file() or read_back


def test_no_golden_text_is_left_over() -> None:
    for folder, commands in (("lists", LISTS), ("formats", ["validate"])):
        wanted = {golden_of(command, form) for command, form in EVERY if command in commands}
        assert set((GOLDEN / folder).iterdir()) == wanted
