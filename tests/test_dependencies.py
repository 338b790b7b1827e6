"""What is built on: floors and caps that are declared, reasoned, and true of what is installed."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from conftest import ROOT

pytestmark = pytest.mark.tools

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NEEDED = [Requirement(text) for text in PROJECT["dependencies"]]
DEV = [Requirement(text) for text in PROJECT["optional-dependencies"]["dev"]]
ALL = [*NEEDED, *DEV]
DECISIONS = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
FLOORS_AND_CAPS = DECISIONS.partition("## Floors and caps\n")[2].partition("\n## ")[0]
REASONED = set(re.findall(r"`([\w-]+)`", " ".join(re.findall("^- (.*?):", FLOORS_AND_CAPS, re.M))))


def bounds(requirement: Requirement, operator: str) -> list[str]:
    return [spec.version for spec in requirement.specifier if spec.operator == operator]


def names(requirements: list[Requirement]) -> set[str]:
    return {canonicalize_name(requirement.name) for requirement in requirements}


def imported(folder: str) -> Iterator[str]:
    """The distributions that the files of a folder import from."""
    made_by = packages_distributions()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Import(names=aliases):
                    modules = [alias.name for alias in aliases]
                case ast.ImportFrom(module=str(module), level=0):
                    modules = [module]
                case _:
                    continue
            for top in {module.partition(".")[0] for module in modules}:
                if top not in sys.stdlib_module_names and top != "cqpair":
                    yield from map(canonicalize_name, made_by.get(top, ()))


@pytest.mark.parametrize("requirement", ALL, ids=lambda r: r.name)
def test_a_dependency_has_a_floor(requirement: Requirement) -> None:
    assert len(bounds(requirement, ">=")) == 1


@pytest.mark.parametrize("requirement", ALL, ids=lambda r: r.name)
def test_what_is_installed_lies_between_floor_and_cap(requirement: Requirement) -> None:
    assert requirement.specifier.contains(version(requirement.name), prereleases=True)


def test_what_has_a_cap_has_a_reason_and_what_has_a_reason_has_a_cap() -> None:
    assert {r.name for r in ALL if bounds(r, "<")} == REASONED


@pytest.mark.parametrize("requirement", [r for r in ALL if bounds(r, "<")], ids=lambda r: r.name)
def test_a_cap_is_the_next_version_that_may_change_anything(requirement: Requirement) -> None:
    (floor,), (cap,) = (list(map(Version, bounds(requirement, mark))) for mark in (">=", "<"))
    after = [(floor.major, floor.minor + 1), (floor.major + 1, 0)]
    assert (cap.major, cap.minor) in after


@pytest.mark.parametrize("path", re.findall(r"`((?:cli|read|render)/[\w/.]+)`", FLOORS_AND_CAPS))
def test_the_place_that_uses_internals_is_there(path: str) -> None:
    assert (ROOT / "src" / "cqpair" / path).exists()


def test_the_package_declares_all_that_it_imports() -> None:
    assert set(imported("src")) == names(NEEDED)


@pytest.mark.parametrize("folder", ["tests", "docs", "bench"])
def test_the_dev_extra_declares_all_that_tests_import(folder: str) -> None:
    assert set(imported(folder)) - names(ALL) == set()


def test_both_ends_are_tried_by_ci() -> None:
    workflow = Path(ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8")
    assert "run: bash .ci/run\n" in workflow
    assert "run: bash .ci/run lowest-direct\n" in workflow
