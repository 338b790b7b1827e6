"""Whether a built cqpair does its work where there is nothing: no network, no home, no Python path.

    python release/smoke.py PROGRAM [WORD…]

Every command and every format of its help is tried, in a folder that is empty at first; what is new
in the help and not tried here is a failure. That what comes out is right is for the tests; here it
has to come out at all, whole and in its format. Needs nothing but Python.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

RETURNS = Path(__file__).resolve().parents[1] / "tests" / "fixtures" / "returns"
STEPS = """\
0 --version
0 partners 巫山
0 pairs
0 tasks
0 init demo --demo
0 --data demo validate
0 --data demo activities 2022Q2
0 --data demo report 2022Q2
0 --data demo template 巫山 --quarter 2022Q4 --output forms
0 --data demo import demo/returns/2022Q4-北碚区科协.xlsx --received 2023-01-10
1 --data demo import demo/returns/云阳县科协2022年四季度活动统计表.xlsx --mark marked
0 --data demo import returns/演示数据.docx --quarter 2021Q2 --sender 城口 --area 4 --leave-out 单位
1 --data demo import returns/演示数据.ods --quarter 2021Q2 --area 4 --dry-run => F114
1 --data demo import returns/演示数据.xls --quarter 2021Q2 --area 4 --dry-run => F114
0 --data demo status 2022Q4 --remind reminders
0 --data demo reconcile 2022Q4
0 --data demo close 2022Q2
0 --data demo reopen 2022Q2 --why 演示
0 --data demo add --county 巫山 --partners 北碚 --area 4 --date 2022-05-11 --title 演示数据
0 --data demo fmt --check
0 --data demo nil 云阳 --quarter 2022Q4
0 --data demo changes 2022Q2
0 explain A304
0 help partners
0 --show-completion bash
0 schema report
"""
"""Each with the exit code it has to have, and a word of its answer; they build on one another."""
FORMATS = {
    "pairs": "pairs",
    "partners": "partners 巫山",
    "tasks": "tasks",
    "explain": "explain A304",
    "activities": "--data demo activities 2022Q2",
    "changes": "--data demo changes 2022Q2",
    "import": "--data demo import demo/returns/2022Q4-北碚区科协.xlsx --dry-run",
    "reconcile": "--data demo reconcile 2022Q4",
    "report": "--data demo report 2022Q1",
    "status": "--data demo status 2022Q4",
    "validate": "--data demo validate",
}
"""The commands that have formats, as they are asked for each of them."""
ARCHIVES = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}


class Place:
    """An empty folder in which a program is run, as by somebody who has nothing else."""

    def __init__(self, program: list[str], folder: Path) -> None:
        self.program = [*cut_off(), *program]
        self.folder = folder
        # without these Windows starts no program
        kept = {
            name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP") if name in os.environ
        }
        self.variables = {**kept, "CQPAIR_LANG": "en", "PYTHONUTF8": "1"}

    def run(self, line: str, code: int = 0) -> bytes:
        """What it answers. It ends with `code`, or this does."""
        words = [*self.program, *shlex.split(line)]
        ran = subprocess.run(
            words,
            cwd=self.folder,
            env=self.variables,
            capture_output=True,
            timeout=120,
            check=False,
        )
        if ran.returncode != code:
            told = (ran.stdout + ran.stderr).decode("utf-8", "replace")
            sys.exit(f"cqpair {line}: {ran.returncode}, not {code}\n{told}")
        return ran.stdout


def cut_off() -> list[str]:
    """How a program is run without network, where this system can do that."""
    words = ["unshare", "--net", "--map-root-user"]
    able = (
        shutil.which("unshare")
        and not subprocess.run([*words, "true"], capture_output=True, check=False).returncode
    )
    return words if able else []


def try_formats(place: Place, command: str) -> int:
    """How many formats a command has. Each is what it is said to be."""
    found = re.search(r"--format ([a-z|]+)", place.run(f"{command} --help").decode())
    formats = found[1].split("|") if found else []
    if formats and command not in FORMATS:
        sys.exit(f"its formats are not tried: {command}")
    for kind in formats:
        answer = place.run(f"{FORMATS[command]} --format {kind}")
        if not answer.strip() and (command, kind) != ("validate", "github"):
            sys.exit(f"cqpair {command} --format {kind} answers nothing")
        check(answer, kind)
    return len(formats)


def check(answer: bytes, kind: str) -> None:
    """That an answer is of its kind, as somebody else reads it."""
    if kind in ARCHIVES:
        path = Path(tempfile.gettempdir()) / "cqpair-smoke"
        path.write_bytes(answer)
        with zipfile.ZipFile(path) as archive:
            ElementTree.fromstring(archive.read(ARCHIVES[kind]))
        path.unlink()
        return
    text = answer.decode("utf-8-sig")
    if kind in ("json", "sarif", "gitlab"):
        json.loads(text)
    elif kind == "junit":
        ElementTree.fromstring(text)
    elif kind == "html" and not text.lower().startswith("<!doctype html>"):
        sys.exit("the page does not begin as one")


def main() -> None:
    program = sys.argv[1:]
    if not program:
        sys.exit(__doc__)
    program[0] = str(Path(program[0]).absolute())
    with tempfile.TemporaryDirectory() as folder:
        place = Place(program, Path(folder))
        shutil.copytree(RETURNS, Path(folder) / "returns")
        commands = re.findall(
            r"^  ([a-z]+)  ", place.run("--help").decode().partition("Commands:")[2], re.M
        )
        tried = set()
        for step in STEPS.splitlines():
            code, _, rest = step.partition(" ")
            line, _, word = rest.partition(" => ")
            if word not in place.run(line, int(code)).decode():
                sys.exit(f"cqpair {line}: {word} is not in its answer")
            tried |= set(line.split())
        if untried := set(commands) - tried:
            sys.exit(f"not tried: {', '.join(sorted(untried))}")
        total = sum(try_formats(place, command) for command in commands)
    how = "without network" if cut_off() else "with the network it had"
    print(f"{program[0]}: {len(commands)} commands and {total} formats, {how}")


if __name__ == "__main__":
    main()
