"""What others build on: hooks, action and sample workflows name commands and options that exist."""

import re
import shutil
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import ROOT, Result, Run
from cqpair.cli.app import COMMANDS, Commands
from cqpair.lint.formats import FORMATS

PAGE = ROOT / "docs" / "adoption.md"
HEAD = "开始日期,两群区县,主城协同区,任务领域,活动名称"
ROW = "2021-05-13,巫山县,北碚区,4,演示数据"
TABLES = ("pairings.yaml", "data/tasks.yaml")
OTHERS = ("README.md", "data/submissions/a.csv", "mypairings.yaml", "pairings.yaml.bak", "my.csv")
OTHER_RECORDS = ("data/activities/2021Q2/a.yaml", "activities/a.yml", "activities/a.xlsx")


def plain(text: str) -> Any:
    """YAML as it is written: `on` is a word."""
    return yaml.load(text, yaml.BaseLoader)


def hooks() -> dict[str, dict[str, str]]:
    return {h["id"]: h for h in plain((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}


def action() -> dict[str, Any]:
    found: dict[str, Any] = plain((ROOT / "action.yml").read_text("utf-8"))
    return found


def blocks() -> list[str]:
    return re.findall(r"^```yaml\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def command_lines() -> Iterator[str]:
    """Every line by which one of the files calls cqpair."""
    yield from (hook["entry"] for hook in hooks().values())
    for step in action()["runs"]["steps"]:
        yield from re.findall(r"cqpair .*", step.get("run", ""))
    yield from re.findall(r"(?:run: |entry: |- |`)(cqpair [^`\n]*)", PAGE.read_text("utf-8"))


def options_of(command: str) -> set[str]:
    found = Commands().get_command(None, command)
    return {option for param in found.params for option in param.opts}


@pytest.mark.parametrize("line", sorted(set(command_lines())))
def test_every_command_line_names_a_command_and_options_that_exist(line: str) -> None:
    line = line.partition(">")[0]
    words = re.sub(r"--data \S+", "", line).split()
    assert words[0] == "cqpair"
    assert words[1] in COMMANDS
    assert set(re.findall(r"--[a-z-]+", " ".join(words[2:]))) <= options_of(words[1])
    assert set(re.findall(r"--format ([a-z]+)", line)) <= set(FORMATS)


def test_command_lines_are_really_found() -> None:
    lines = set(command_lines())
    assert len(lines) >= 9
    assert {'cqpair --data "$DATA" validate "$@"', "cqpair fmt --check --diff"} <= lines


def commit(run: Run, hook: str, *staged: str) -> Result | None:
    """What a hook does at a commit, as pre-commit runs it; None where it is skipped.

    `staged` are the files that were added or changed: pre-commit does not count deleted ones.
    """
    found = hooks()[hook]
    names = [name for name in staged if re.search(found.get("files", ""), name)]
    if not names and found.get("always_run") != "true":
        return None
    passed = [] if found.get("pass_filenames") == "false" else names
    return run(*found["entry"].split()[1:], *passed)


@pytest.mark.parametrize("suffix", ["csv", "CSV", "Csv"])
def test_fmt_is_given_the_record_files_of_a_commit_whatever_the_case_of_their_suffix(
    suffix: str, tables: Path, run: Run
) -> None:
    names = [f"data/activities/2021Q2/{name}.{suffix}" for name in ("a", "b 甲")]
    (tables / "activities/2021Q2").mkdir()
    for name in names:
        Path(name).write_text(f"{HEAD}\n{ROW}\n", encoding="utf-8")
    other = Path("data/activities/2021Q2/other.csv")
    other.write_text(f"{HEAD}\n{ROW}\n", encoding="utf-8")
    assert commit(run, "cqpair-fmt", *names, *OTHERS, *TABLES, *OTHER_RECORDS)
    assert [Path(name).read_bytes()[:3] for name in names] == [BOM_UTF8] * 2
    assert other.read_text(encoding="utf-8").startswith(HEAD), "only what is committed"


def test_validate_looks_at_a_record_file_whose_suffix_is_in_upper_case(
    tables: Path, run: Run
) -> None:
    (tables / "activities/A.CSV").write_text(f"{HEAD}\n{ROW.replace('北碚', '江津')}\n", "utf-8")
    done = commit(run, "cqpair-validate", "data/activities/A.CSV")
    assert done
    assert (done.code, "A.CSV:2" in done.out) == (1, True)


@pytest.mark.parametrize("name", ["tasks.yaml", "pairings.yaml", "activities/2021Q2"])
def test_a_commit_that_only_deletes_is_looked_at(name: str, data: Path, run: Run) -> None:
    gone = data / name
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    done = commit(run, "cqpair-validate")
    assert done, "the hook is not skipped"
    assert done.code == (0 if name.startswith("activities") else 2 if "pairings" in name else 1)
    assert commit(run, "cqpair-fmt"), "nor is this one"


def test_fmt_without_files_formats_every_record_file(tables: Path, run: Run) -> None:
    path = tables / "activities/a.csv"
    path.write_text(f"{HEAD}\n{ROW}\n", encoding="utf-8")
    done = commit(run, "cqpair-fmt")
    assert done
    assert (done.code, path.read_bytes()[:3]) == (0, BOM_UTF8)


def test_a_check_is_of_the_whole_folder_and_no_two_runs_give_ids_at_once() -> None:
    found = hooks()
    assert set(found) == {"cqpair-validate", "cqpair-fmt"}
    assert found["cqpair-validate"]["pass_filenames"] == "false"
    assert "pass_filenames" not in found["cqpair-fmt"]
    assert all(hook["require_serial"] == "true" for hook in found.values())
    assert all(hook["always_run"] == "true" for hook in found.values())
    assert all(hook["language"] == "python" for hook in found.values())


def test_the_action_installs_itself_and_runs_nothing_that_stands_in_an_input() -> None:
    found = action()
    assert list(found["inputs"]) == ["path", "strict", "ignore", "format", "python-version"]
    assert found["inputs"]["format"]["default"] in FORMATS
    assert found["runs"]["using"] == "composite"
    runs = [step for step in found["runs"]["steps"] if "run" in step]
    assert 'pip install -q "$ACTION"' in runs[0]["run"]
    for step in runs:
        assert step["shell"] == "bash", "a composite action has no default shell"
        assert "${{" not in step["run"]
        assert set(re.findall(r"\$([A-Z]+)", step["run"])) <= set(step["env"])
    read = set(re.findall(r"inputs\.([\w-]+)", (ROOT / "action.yml").read_text("utf-8")))
    assert read == set(found["inputs"])


def test_the_page_names_hooks_inputs_and_versions_that_exist() -> None:
    page = PAGE.read_text("utf-8")
    parsed = [plain(block) for block in blocks()]
    assert len(parsed) == 6
    assert set(re.findall(r"\bid: (cqpair-\w+)", page)) == set(hooks())
    rows = re.findall(r"^\| `([\w-]+)` \| (?:`(\S+)` )?\|", page, re.MULTILINE)
    assert rows == [(name, given["default"]) for name, given in action()["inputs"].items()]
    workflow = next(block for block in parsed if "on" in block)
    step = workflow["jobs"]["validate"]["steps"][1]
    assert step["uses"].startswith("OWNER/cqpair@")
    assert set(step["with"]) <= set(action()["inputs"])
    ours = "".join(p.read_text("utf-8") for p in (ROOT / ".github" / "workflows").glob("*.yml"))
    used = {f"{name}@{v}" for name, v in re.findall(r"(actions/[\w-]+)@\w+ # (v\d+)", ours)}
    named = re.findall(r"actions/[\w-]+@v\d+", page)
    assert set(named) <= used, "the versions that our own workflow is seen to run with"


@pytest.mark.usefixtures("data")
def test_with_the_arguments_the_page_gives_the_shipped_data_passes_strictly(run: Run) -> None:
    (written,) = set(re.findall(r"`args: \[(.+?)\]`", PAGE.read_text("utf-8")))
    assert run("validate", *written.split(", ")).code == 0


@pytest.mark.parametrize("code", ["0", "1", "2", "3", "130"])
def test_the_page_has_every_exit_code(code: str) -> None:
    assert re.search(rf"^\| {code} \| .+ \| .+ \|$", PAGE.read_text("utf-8"), re.MULTILINE)
