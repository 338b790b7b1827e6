"""Runs of cqpair that are killed, interrupted or overtaken by an edit, at random moments."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

READY = b"ready\n"
"""What a run writes when it listens to signals: before, they meet the interpreter alone."""

_START = f"""
import os, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from cqpair import cli
main = cli.main
cli.main = lambda: (os.write(1, {READY!r}), main())[1]
cli.run_process()
"""
"""A run that hears Ctrl-C even where the tests run in the background, which ignores it."""


FORMS = ("html", "docx", "xlsx", "md")
HEAD = "开始日期,两群区县,主城协同区,任务领域,活动名称"
FILES = 30


def many_records(folder: Path, name: str = "2021Q2") -> dict[Path, bytes]:
    """Record files of `folder` that are not in canonical form yet, and what they hold."""
    records = folder / "activities" / name
    records.mkdir(parents=True, exist_ok=True)
    files = {}
    for i in range(FILES):
        rows = (f"2021-05-{day:02},巫山县,北碚区,4,演示数据{i}-{day}\n" for day in range(1, 29))
        files[records / f"a{i:03}.csv"] = f"{HEAD}\n{''.join(rows)}".encode()
    restore(files)
    return files


def restore(files: Mapping[Path, bytes]) -> None:
    """Write `files` as they were."""
    for path, data in files.items():
        path.write_bytes(data)


def left_behind(folder: Path) -> list[str]:
    """Unfinished files anywhere below."""
    return sorted(path.as_posix() for path in folder.rglob(".cqpair-*"))


def begin(*words: str) -> subprocess.Popen[bytes]:
    """A run of `cqpair WORDS…` that has just begun."""
    run = subprocess.Popen(
        [sys.executable, "-c", _START, *words],
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "CQPAIR_LANG": "en"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert run.stdout
    assert os.read(run.stdout.fileno(), len(READY)) == READY
    return run


def seconds(*words: str) -> float:
    """How long a whole run of `cqpair WORDS…` takes from its beginning, undisturbed."""
    tries = []
    for _ in range(2):
        run = begin(*words)
        start = time.monotonic()
        run.communicate(timeout=60)
        tries.append(time.monotonic() - start)
    return min(tries)


def moments(rounds: int, longest: float) -> Iterator[float]:
    """`rounds` moments within a run that takes `longest` seconds; the same in every test run."""
    chance = random.Random(20210219)
    for i in range(rounds):
        yield longest * (i + chance.random()) / rounds


def end(run: subprocess.Popen[bytes], after: float, number: int) -> tuple[bool, int, str]:
    """Send a signal to the run: whether it was still there, its exit code and what it told."""
    time.sleep(after)
    alive = run.poll() is None
    run.send_signal(number)
    _, told = run.communicate(timeout=60)
    return alive, run.returncode, told.decode("utf-8")


def kill(run: subprocess.Popen[bytes], after: float) -> bool:
    """Kill the run, as a power cut does; whether it was still there."""
    return end(run, after, signal.SIGKILL)[0]
