"""Install cqpair from the wheels beside this file, without network, into a folder of its own.

    python install.py [FOLDER]

What it says is in both languages, since which one is wanted is not known before cqpair is there.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

WHEELS = Path(__file__).resolve().parent / "wheels"
OLDEST = (3, 11)
PYTHON = sys.version.split()[0]
PROGRAMS, ENDING = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")


class NoWayError(Exception):
    """What keeps it from being installed and the way out, in Chinese and in English."""


def usual_folder() -> Path:
    """Where programs of one user go on this system. NoWayError where nobody has a home."""
    try:
        if os.name == "nt":
            return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "cqpair"
        return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "cqpair"
    except RuntimeError:
        raise NoWayError(
            "请在命令后面写要装到的文件夹。",
            "Name the folder to install into after the command.",
        ) from None


def program_in(folder: Path, name: str) -> Path:
    return folder / PROGRAMS / f"{name}{ENDING}"


def look_at_wheels() -> tuple[Path, Path]:
    """The wheels of pip, which runs as it is, and of cqpair. NoWayError where one is missing."""
    if sys.version_info < OLDEST:
        raise NoWayError(
            f"要 Python 3.11 或更新的，这里是 {PYTHON}。cqpair 程序不需要 Python。",
            f"Python 3.11 or newer is needed, this is {PYTHON}. The program needs no Python.",
        )
    pips, ours = sorted(WHEELS.glob("pip-*.whl")), sorted(WHEELS.glob("cqpair-*.whl"))
    if not pips or not ours:
        raise NoWayError(
            f"{WHEELS} 里没有安装要用的文件，请把整个压缩包解开再运行。",
            f"{WHEELS} lacks what is to be installed; unpack the whole archive and run it again.",
        )
    return pips[-1], ours[-1]


def make_room(folder: Path) -> None:
    """`folder` with nothing in it but Python; an earlier cqpair in it goes, nothing else does."""
    try:
        if os.path.lexists(folder) and any(folder.iterdir()) and not was_installed(folder):
            raise NoWayError(
                f"{folder} 里有别的东西，请在命令后面写一个新文件夹。",
                f"{folder} holds something else; name a new folder after the command.",
            )
        words = [sys.executable, "-m", "venv", "--clear", "--without-pip", str(folder)]
        subprocess.run(words, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        raise NoWayError(
            f"{folder} 写不了，请在命令后面写一个可以写的文件夹。",
            f"{folder} cannot be written; name another folder after the command.",
        ) from None


def was_installed(folder: Path) -> bool:
    return (folder / "pyvenv.cfg").is_file() and program_in(folder, "cqpair").is_file()


def install(folder: Path) -> Path:
    """The cqpair that was put into `folder`. NoWayError, and nothing in it, where that failed."""
    pip, ours = look_at_wheels()
    make_room(folder)
    words = [str(program_in(folder, "python")), str(pip / "pip"), "install", "--quiet"]
    words += ["--no-index", "--no-cache-dir", "--disable-pip-version-check"]
    if subprocess.run([*words, "--find-links", WHEELS, ours], check=False).returncode:
        shutil.rmtree(folder, ignore_errors=True)
        raise NoWayError(
            f"没有装成：这个离线包不适用于这台电脑的系统，或不适用于 Python {PYTHON}。请换一个。",
            f"Not installed: this bundle is for another system, or not for Python {PYTHON}.",
        )
    return program_in(folder, "cqpair")


def main() -> int:
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        program = install((Path(sys.argv[1]) if sys.argv[1:] else usual_folder()).absolute())
    except NoWayError as error:
        print(*error.args, sep="\n", file=sys.stderr)
        return 2
    told = subprocess.run([program, "--version"], check=True, capture_output=True, text=True)
    print(f"装好了 {told.stdout.strip()}，这样运行：", "Installed; run it as:", sep="\n")
    print(f"  {program}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
