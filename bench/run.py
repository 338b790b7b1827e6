"""How long the commands take, beside things that everybody knows. See bench/README.md.

    python bench/run.py [--runs N]

Run it in the project's environment. It measures in one run, the commands taking turns, and prints
medians and their ratios as a Markdown table.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PAIRINGS, TASKS = "data/pairings.yaml", "data/tasks.yaml"
FORMATS = ("html", "docx", "xlsx")
Command = tuple[str, ...]


class Aim(NamedTuple):
    """A measured job beside another one: at most (or less than) so many times its median."""

    job: str
    beside: str
    most: str


AIMS = (
    Aim("cqpair partners 巫山县", "import typer", "≤ 1.5"),
    Aim("cqpair partners as json", "import typer", "≤ 1.7"),
    Aim("cqpair report --quarter 2021Q2", "import typer", "≤ 3.5"),
    Aim("cqpair report as json", "import typer", "≤ 2.6"),
    *(Aim(f"cqpair report as {form}", "import typer", "≤ 8") for form in FORMATS),
    Aim("cqpair validate as json", "import typer", "≤ 2.6"),
    Aim("cqpair validate (pairings.yaml)", "check-jsonschema (pairings.yaml)", "< 1"),
    Aim("cqpair validate (both, and all records)", "check-jsonschema (both)", "< 1"),
)


def main() -> int:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=21, metavar="N", help="timed rounds (21)")
    runs = parser.parse_args().runs
    if runs < 1:
        parser.error("--runs takes a number from 1 up")
    jobs, variables = _jobs(), environment()
    _compile(variables)
    for name, commands in jobs.items():
        _warm_up(name, commands, variables)
    medians = _measure(jobs, variables, runs)
    print(_table(medians, runs))
    return 0


def _jobs() -> dict[str, tuple[Command, ...]]:
    """What is timed, by name: one command, or several one after the other."""
    python, cqpair, checker = sys.executable, tool("cqpair"), tool("check-jsonschema")
    report = (cqpair, "report", "--quarter", "2021Q2")
    pairings = (checker, "--schemafile", "schemas/pairings.schema.json", PAIRINGS)
    tasks = (checker, "--schemafile", "schemas/tasks.schema.json", TASKS)
    return {
        "import typer": ((python, "-c", "import typer"),),
        "cqpair partners 巫山县": ((cqpair, "partners", "巫山县"),),
        "cqpair partners as json": ((cqpair, "partners", "巫山县", "--format", "json"),),
        "cqpair report --quarter 2021Q2": (report,),
        "cqpair report as json": ((*report, "--format", "json"),),
        **{f"cqpair report as {form}": ((*report, "--format", form),) for form in FORMATS},
        "cqpair validate as json": ((cqpair, "validate", "--format", "json"),),
        "cqpair validate (pairings.yaml)": ((cqpair, "validate", PAIRINGS),),
        "check-jsonschema (pairings.yaml)": (pairings,),
        "cqpair validate (both, and all records)": ((cqpair, "validate"),),
        "check-jsonschema (both)": (pairings, tasks),
    }


def tool(name: str) -> str:
    """A tool of the environment that runs this."""
    beside = str(Path(sys.executable).parent)
    found = shutil.which(name, path=beside) or shutil.which(name)
    if found is None:
        sys.exit(f"{name} is not installed here: pip install -e '.[dev]'")
    return found


def environment() -> dict[str, str]:
    """This environment without what slows a start down or changes what is run."""
    dropped = {"PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME", "CQPAIR_DATA", "CQPAIR_LANG"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "PYTHONUTF8": "1"}


def _compile(environment: Mapping[str, str]) -> None:
    """Compiled modules are there before anything is timed, as they are after an installation."""
    words = [sys.executable, "-m", "compileall", "-q", "src"]
    subprocess.run(words, cwd=ROOT, env=environment, check=True)


def _warm_up(name: str, commands: Sequence[Command], environment: Mapping[str, str]) -> None:
    for command in commands:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
        )
        if done.returncode:
            sys.exit(f"{name}: exit code {done.returncode}\n{done.stdout}{done.stderr}")


def _measure(
    jobs: Mapping[str, Sequence[Command]], environment: Mapping[str, str], runs: int
) -> dict[str, float]:
    """The median seconds of each job; in every round each has its turn."""
    seconds: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(runs):
        for name, commands in jobs.items():
            start = time.perf_counter()
            for command in commands:
                subprocess.run(
                    command,
                    cwd=ROOT,
                    env=environment,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    check=True,
                )
            seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in seconds.items()}


def _table(medians: Mapping[str, float], runs: int) -> str:
    lines = [
        f"Python {platform.python_version()}, {platform.system()}, medians of {runs} runs",
        "",
        "| job | ms | beside | ms | ratio | aim |",
        "| --- | ---: | --- | ---: | ---: | ---: |",
    ]
    for job, beside, most in AIMS:
        ratio = f"{medians[job] / medians[beside]:.2f}"
        cells = (job, _ms(medians[job]), beside, _ms(medians[beside]), ratio, most)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f}"


if __name__ == "__main__":
    sys.exit(main())
