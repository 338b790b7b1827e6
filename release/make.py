"""What a release is made of, into dist/:

    python release/make.py package             wheel and source distribution
    python release/make.py program             for this system: one file, and a folder packed
    python release/make.py bundle [SYSTEM…]    wheels and an installer that need no network
    python release/make.py notes TAG           what CHANGELOG.md says of the release of this tag

Needs the extra `release`. A bundle can be made for any of `SYSTEMS` anywhere, since its wheels are
only downloaded; a program only for the system it is made on.
"""

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
HERE = ROOT / "release"
VERSION = re.findall(r'__version__ = "(.+)"', (ROOT / "src/cqpair/__init__.py").read_text("utf-8"))[
    0
]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = {
    "windows": ("x86_64-pc-windows-msvc", ("win_amd64",)),
    "linux": (
        "x86_64-manylinux_2_28",
        ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
    ),
    "linux-arm": (
        "aarch64-manylinux_2_28",
        ("manylinux_2_28_aarch64", "manylinux_2_17_aarch64", "manylinux2014_aarch64"),
    ),
    "macos": (
        "aarch64-apple-darwin",
        (
            "macosx_12_0_arm64",
            "macosx_11_0_arm64",
            "macosx_10_12_universal2",
            "macosx_10_9_universal2",
        ),
    ),
}
"""Each system a bundle is for: what the resolver calls it, and the tags of its wheels."""


def run(*words: str | Path) -> None:
    subprocess.run([sys.executable, "-m", *words], check=True, cwd=ROOT)


def build_package() -> None:
    """The wheel is made from the source distribution, so that the latter is known to be whole."""
    run("build", "--outdir", DIST)


def wheel() -> Path:
    path = DIST / f"cqpair-{VERSION}-py3-none-any.whl"
    if not path.is_file():
        build_package()
    return path


def build_program() -> None:
    """One file and one folder. Every module of cqpair is in them, or they are not kept."""
    name = f"cqpair-{VERSION}-{platform.system().lower()}-{platform.machine().lower()}"
    ending = ".exe" if os.name == "nt" else ""
    with tempfile.TemporaryDirectory() as work:
        made = Path(work) / "made"
        run(
            "PyInstaller",
            "-y",
            "--log-level",
            "WARN",
            "--distpath",
            made,
            "--workpath",
            Path(work) / "work",
            HERE / "program.spec",
        )
        one, folder = made / f"cqpair-one-file{ending}", made / "cqpair"
        for program in (one, folder / f"cqpair{ending}"):
            if missing := modules_of_source() - modules_in(program):
                sys.exit(f"{program.name} lacks {', '.join(sorted(missing))}")
        shutil.copy(ROOT / "LICENSE", folder)
        if os.name == "nt":
            shutil.copy(HERE / "start.cmd", folder)
        DIST.mkdir(exist_ok=True)
        shutil.copy(one, DIST / f"{name}{ending}")
        archive(folder, name)


def modules_of_source() -> set[str]:
    """The modules of cqpair but the one that is run, which is in the program by another name."""
    source = ROOT / "src"
    paths = (path.relative_to(source).with_suffix("") for path in source.rglob("*.py"))
    return {".".join(path.parts).removesuffix(".__init__") for path in paths} - {"cqpair.__main__"}


def modules_in(program: Path) -> set[str]:
    """The modules a built program can import."""
    from PyInstaller.archive.readers import CArchiveReader

    return set(CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz").toc)


def build_bundle(system: str) -> None:
    """The wheels of cqpair and all it needs, for every Python it runs with, and an installer."""
    name = f"cqpair-{VERSION}-offline-{system}"
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / name
        wheels = folder / "wheels"
        wheels.mkdir(parents=True)
        for python in PYTHONS:
            download(system, python, wheels)
        run("pip", "download", "--quiet", "--no-deps", "--dest", wheels, "pip")  # it runs as it is
        shutil.copy(wheel(), wheels)
        for file in ("install.py", "install.cmd" if system == "windows" else "install.sh"):
            shutil.copy(HERE / file, folder)
        archive(folder, name)


def download(system: str, python: str, wheels: Path) -> None:
    """The wheels that `python` needs on `system`. pip would take them for the system it runs on."""
    resolved, tags = SYSTEMS[system]
    wanted = wheels.with_name(f"{python}.txt")
    run(
        "uv",
        "pip",
        "compile",
        "--quiet",
        "--no-annotate",
        "--no-header",
        "--only-binary",
        ":all:",
        "--python-platform",
        resolved,
        "--python-version",
        python,
        "-o",
        wanted,
        "pyproject.toml",
    )
    run(
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--only-binary",
        ":all:",
        "--python-version",
        python,
        *(f"--platform={tag}" for tag in tags),
        "--dest",
        wheels,
        "--requirement",
        wanted,
    )
    wanted.unlink()


def archive(folder: Path, name: str) -> None:
    """A folder as one file: what its system unpacks without more, its rights to run kept."""
    kind = "zip" if "windows" in name else "gztar"
    shutil.make_archive(str(DIST / name), kind, folder.parent, folder.name)


def notes_of(tag: str) -> str:
    """What CHANGELOG.md says of its newest version, which tag and package have to name too."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    _, newest, notes, *_ = re.split(r"^## (.+)$", changelog, flags=re.MULTILINE)
    if tag != f"v{VERSION}":
        sys.exit(f"The tag is {tag}, the package v{VERSION} (src/cqpair/__init__.py).")
    if not re.fullmatch(rf"\[{re.escape(VERSION)}\] - \d{{4}}-\d\d-\d\d", newest):
        sys.exit(
            f"CHANGELOG.md begins with “{newest}”, not with [{VERSION}] and the day of release."
        )
    return notes.strip() + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parts = parser.add_subparsers(dest="part", required=True)
    for part in ("package", "program"):
        parts.add_parser(part)
    parts.add_parser("bundle").add_argument("systems", nargs="*", default=list(SYSTEMS))
    parts.add_parser("notes").add_argument("tag")
    match (asked := parser.parse_args()).part:
        case "package":
            build_package()
        case "program":
            build_program()
        case "bundle":
            for system in asked.systems:
                build_bundle(system)
        case "notes":
            sys.stdout.buffer.write(notes_of(asked.tag).encode())


if __name__ == "__main__":
    main()
