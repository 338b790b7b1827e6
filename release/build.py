"""What a release is made of, into dist/:

    python release/build.py package             wheel and source distribution
    python release/build.py program             for this system: one file, and a folder packed
    python release/build.py bundle [SYSTEM…]    wheels and an installer that need no network

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
from hashlib import sha256
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
    """The wheels of cqpair and of all it needs, for every Python it runs with, and the installer."""
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


def write_checksums() -> None:
    files = sorted(path for path in DIST.iterdir() if path.name != "SHA256SUMS")
    sums = (f"{sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)
    (DIST / "SHA256SUMS").write_bytes("".join(sums).encode())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("what", choices=("package", "program", "bundle", "checksums"))
    parser.add_argument("system", nargs="*", choices=[*SYSTEMS, []], help="of a bundle; else all")
    asked = parser.parse_args()
    match asked.what:
        case "package":
            build_package()
        case "program":
            build_program()
        case "bundle":
            for system in asked.system or SYSTEMS:
                build_bundle(system)
        case "checksums":
            write_checksums()


if __name__ == "__main__":
    main()
