"""What a release needs: one version everywhere, pinned actions, an installer, a program."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import ROOT, load_script
from cqpair import __version__
from cqpair.cli.app import COMMANDS, Commands

RELEASE = ROOT / "release"
MAKE = load_script("make", "release")
SMOKE = load_script("smoke", "release")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
COMMIT = re.compile(r"[0-9a-f]{40}")


def uses() -> Iterator[tuple[str, str]]:
    """Every action that is used, and what is written behind it."""
    for path in (*WORKFLOWS, ROOT / "action.yml"):
        yield from re.findall(r"uses: ([^.\s]\S*)(?: +# (.+))?", path.read_text(encoding="utf-8"))


def newest_heading() -> str:
    found = re.search(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert found
    return found[1]


def test_the_changelog_is_about_this_version() -> None:
    assert newest_heading().startswith(f"[{__version__}] - ")
    assert __version__ == MAKE.VERSION


def test_the_pages_name_this_version() -> None:
    page = (ROOT / "docs" / "adoption.md").read_text(encoding="utf-8")
    assert set(re.findall(r"v(\d+\.\d+\.\d+)", page)) == {__version__}


@pytest.fixture
def changelog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(MAKE, "ROOT", tmp_path)
    return tmp_path / "CHANGELOG.md"


def test_the_notes_of_a_release_are_those_of_its_version(changelog: Path) -> None:
    text = f"# Changelog\n\n## [{__version__}] - 2026-12-01\n\n- New.\n\n## [0.0.1] - 2026-01-01\n"
    changelog.write_text(text, encoding="utf-8")
    assert MAKE.notes_of(f"v{__version__}") == "- New.\n"


@pytest.mark.parametrize(
    ("tag", "heading", "told"),
    [
        ("v9.9.9", f"[{__version__}] - 2026-12-01", "The tag is v9.9.9"),
        (__version__, f"[{__version__}] - 2026-12-01", f"The tag is {__version__}"),
        (f"v{__version__}", "[9.9.9] - 2026-12-01", "begins with “[9.9.9] - 2026-12-01”"),
        (f"v{__version__}", f"[{__version__}] - Unreleased", "begins with"),
    ],
)
def test_nothing_is_released_under_two_versions(
    changelog: Path, tag: str, heading: str, told: str
) -> None:
    changelog.write_text(f"# Changelog\n\n## {heading}\n\n- New.\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=re.escape(told)):
        MAKE.notes_of(tag)


def test_actions_are_pinned_to_a_commit_and_say_which_version_that_is() -> None:
    assert len(list(uses())) > 10
    for action, version in uses():
        assert COMMIT.fullmatch(action.partition("@")[2]), action
        assert re.fullmatch(r"v\d+\.\d+\.\d+", version), action


def test_one_action_has_one_version() -> None:
    assert len({action.partition("@")[0] for action, _ in uses()}) == len(set(uses()))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_only_read_and_keeps_no_key(path: Path) -> None:
    """What a job may do beyond that it says itself, and only jobs without a checkout may."""
    flow: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    assert flow["permissions"] == {"contents": "read"}
    for job in flow["jobs"].values():
        steps = job.get("steps", [])
        checkouts = [s for s in steps if s.get("uses", "").startswith("actions/checkout@")]
        assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)
        assert not (checkouts and "permissions" in job)


@pytest.mark.tools
@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("github-workflows", ".github/workflows/*.yml"),
        ("github-actions", "action.yml"),
        ("github-issue-forms", ".github/ISSUE_TEMPLATE/[!c]*.yml"),
        ("github-issue-config", ".github/ISSUE_TEMPLATE/config.yml"),
        ("dependabot", ".github/dependabot.yml"),
    ],
)
def test_what_github_reads_is_written_as_it_asks(schema: str, pattern: str) -> None:
    words = ["--builtin-schema", f"vendor.{schema}", *map(str, ROOT.glob(pattern))]
    run = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *words],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stdout


def test_the_page_of_what_to_download_names_what_is_made() -> None:
    page = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
    bundles = re.findall(r"`cqpair-(\S+)-offline-([\w-]+)\.(\S+)`", page)
    assert {(version, system) for version, system, _ in bundles} == {
        (__version__, system) for system in MAKE.SYSTEMS
    }
    assert set(re.findall(r"cqpair-(\d+\.\d+\.\d+)", page)) == {__version__}


def test_the_package_says_what_it_is() -> None:
    assert all((ROOT / path).is_file() for path in PROJECT["license-files"])
    kinds = {line.partition(" ::")[0] for line in PROJECT["classifiers"]}
    assert {"Development Status", "Intended Audience", "Topic", "Typing"} <= kinds


@pytest.mark.parametrize("requirement", PROJECT["optional-dependencies"]["release"])
def test_a_tool_of_releases_has_a_floor(requirement: str) -> None:
    assert re.match(r"[\w-]+>=\d", requirement)


def test_every_python_that_is_promised_has_its_wheels_in_a_bundle() -> None:
    promised = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["classifiers"]))
    assert tuple(promised) == MAKE.PYTHONS


@pytest.mark.parametrize("command", COMMANDS)
def test_a_built_program_is_asked_for_every_command_and_format(command: str) -> None:
    assert command in SMOKE.STEPS.split()
    options = {option for p in Commands().get_command(None, command).params for option in p.opts}
    assert ("--format" in options) == (command in SMOKE.FORMATS)


def install(*words: str, wheels: Path | None = None) -> subprocess.CompletedProcess[str]:
    script = RELEASE / "install.py" if wheels is None else wheels.parent / "install.py"
    return subprocess.run(
        [sys.executable, script, *words], capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """An unpacked bundle whose wheels are none."""
    wheels = tmp_path / "bundle" / "wheels"
    wheels.mkdir(parents=True)
    shutil.copy(RELEASE / "install.py", wheels.parent)
    for name in ("pip-1-py3-none-any.whl", f"cqpair-{__version__}-py3-none-any.whl"):
        (wheels / name).write_bytes(b"")
    return wheels


@pytest.mark.tools
def test_a_bundle_that_was_not_unpacked_whole_is_told(tmp_path: Path) -> None:
    ran = install(str(tmp_path / "new"))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "请把整个压缩包解开" in ran.stderr
    assert "unpack the whole archive" in ran.stderr
    assert not (tmp_path / "new").exists()


@pytest.mark.tools
@pytest.mark.parametrize("name", ["notes.txt", "pyvenv.cfg"])
def test_a_folder_with_something_else_in_it_is_left_alone(
    bundle: Path, tmp_path: Path, name: str
) -> None:
    """An environment of something else too."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / name).write_text("mine", encoding="utf-8")
    ran = install(str(folder), wheels=bundle)
    assert ran.returncode == 2
    assert "holds something else" in ran.stderr
    assert (folder / name).read_text(encoding="utf-8") == "mine"


@pytest.mark.tools
def test_a_place_that_cannot_be_written_is_told(bundle: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    for place in ("file", "file/below"):
        ran = install(str(tmp_path / place), wheels=bundle)
        assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 2)
        assert "cannot be written" in ran.stderr


@pytest.mark.tools
def test_what_could_not_be_installed_is_taken_away(bundle: Path, tmp_path: Path) -> None:
    ran = install(str(tmp_path / "new"), wheels=bundle)
    assert ran.returncode == 2
    assert "this bundle is for another system" in ran.stderr
    assert not (tmp_path / "new").exists()


@pytest.mark.tools
@pytest.mark.skipif(os.name == "nt", reason="there it is install.cmd")
def test_a_machine_without_python_is_told_what_needs_none(tmp_path: Path) -> None:
    (tmp_path / "dirname").symlink_to(shutil.which("dirname") or "")
    ran = subprocess.run(
        ["/bin/sh", RELEASE / "install.sh"],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 2
    assert "不需要 Python 的，请用 cqpair 程序" in ran.stderr


@pytest.mark.tools
@pytest.mark.slow
def test_the_program_does_its_work_without_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both of them; it is built where PyInstaller is, which the extra `release` brings."""
    pytest.importorskip("PyInstaller")
    monkeypatch.setattr(MAKE, "DIST", tmp_path)
    MAKE.build_program()
    (packed,) = (p for p in tmp_path.iterdir() if p.suffix in {".gz", ".zip"})
    shutil.unpack_archive(packed, tmp_path)
    (one,) = (p for p in tmp_path.iterdir() if p.is_file() and p != packed)
    ending = ".exe" if one.suffix == ".exe" else ""
    for program in (one, tmp_path / "cqpair" / f"cqpair{ending}"):
        subprocess.run([sys.executable, RELEASE / "smoke.py", program], check=True)
