"""Completion: what shells are answered, their scripts in the shells themselves, and `--install`."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import DATA, ROOT, Run
from cqpair.cli import main
from cqpair.cli.completion.line import words
from cqpair.cli.completion.scripts import SCRIPTS
from cqpair.cli.completion.values import FILES, FINDERS

SHELLS = ("bash", "zsh", "fish", "powershell")

TYPED = {
    *("columns.date", "columns.end_date", "columns.form", "columns.funding", "columns.in_kind"),
    *("columns.experts", "columns.lead", "columns.measure", "columns.note", "columns.outcome"),
    *("columns.participants", "columns.place", "columns.purchases", "columns.source"),
    *("columns.title", "help.different", "help.due", "help.from", "help.header-row"),
    *("help.import-name", "help.into-note", "help.keep", "help.leave-out", "help.match"),
    *("help.nil-note", "help.on", "help.received", "help.same", "help.sign", "help.status-on"),
    *("help.stdin-filename", "help.to", "help.why"),
}
"""What a person types: days, texts, numbers. Anything else has to be completed."""


class Ask:
    """Asks as the script of a shell does; the answer as its first line and the pairs below."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
        self.patch, self.captured = monkeypatch, capfd

    def __call__(
        self, line: str, shell: str = "zsh", **settings: str
    ) -> tuple[str, dict[str, str]]:
        *before, current = line.split(" ")
        self.patch.setenv("_CQPAIR_COMPLETE", shell)
        self.patch.setenv("_CQPAIR_WORD", current)
        for name, value in settings.items():
            self.patch.setenv(name, value)
        code = main(before)
        out, err = self.captured.readouterr()
        self.patch.delenv("_CQPAIR_COMPLETE")
        assert err == ""
        if code:
            return "", {}
        kind, *lines = out.splitlines()
        pairs = (line.partition("\t") for line in lines)
        return kind, {word: told for word, _, told in pairs}


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Ask:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    return Ask(monkeypatch, capfd)


def test_every_value_of_every_command_is_completed_or_left_to_be_typed() -> None:
    values = {
        value.help
        for command in words().commands.values()
        for value in (*command.arguments, *(o.value for o in command.options if o.taken))
        if "|" not in value.metavar
    }
    assert values - set(FINDERS) - set(FILES) == TYPED
    assert {*FINDERS, *FILES} <= values


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("partners wu", ["武隆区", "巫山县", "巫溪县"]),
        ("partners WUSH", ["巫山县"]),
        ("partners wushanx", ["巫山县"]),
        ("partners 巫", ["巫山县", "巫溪县"]),
        ("partners wl", ["武隆区"]),
        ("partners 巫山 50022", ["城口县"]),
        ("partners 开县", ["开州区"]),
        ("partners zzz", []),
        ("pa", ["partners", "pairs"]),
        ("help pa", ["partners", "pairs"]),
        ("--la", ["--lang"]),
        ("--lang ", ["zh", "en"]),
        ("--lang en pairs --mode ", ["一对一", "二对一"]),
        ("pairs --region 渝东北 --fo", ["--format"]),
        ("pairs --format=j", ["--format=json"]),
        ("pairs -o x.csv --format m", ["markdown"]),
        ("report --by p", ["pair", "partner"]),
        ("report --lead 党", ["党委政府"]),
        ("activities --status 已", ["已完成"]),
        ("add --county wush", ["巫山县"]),
        ("tasks 产业", []),
        ("tasks 服务创", ["2"]),
        ("tasks 保障", ["保障1", "保障2", "保障3"]),
        ("explain A30", [f"A30{n}" for n in range(1, 10)]),
        ("explain a304", ["A304"]),
        ("schema pair", ["pairings", "pairs"]),
        ("--show-completion z", ["zsh"]),
        ("nonsense --f", []),
        ("partners -- wush", ["巫山县"]),
        ("reconcile --same A B --k", ["--keep"]),
        ("reconcile --same A --k", []),
    ],
)
def test_what_may_stand_there_is_offered(line: str, found: list[str], ask: Ask) -> None:
    kind, offered = ask(line)
    assert (kind, list(offered)) == ("words", found)


def test_of_several_codes_the_last_is_completed(ask: Ask) -> None:
    offered = ask("validate --select T201,S50")[1]
    assert list(offered)[:2] == ["T201,S501", "T201,S502"]


def test_options_are_told_in_the_language_in_use(ask: Ask) -> None:
    assert ask("pairs --mo")[1] == {"--mode": "只看这种方式"}
    assert ask("--lang en pairs --mo")[1] == {"--mode": "This mode only"}
    assert ask("pairs -o")[1].keys() == {"--output"}
    assert "--format" in ask("pairs ")[1]
    assert ask("wrong", CQPAIR_LANG="fr") == ("", {})


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("validate a", "files"),
        ("import ", "files"),
        ("report --output ", "files"),
        ("report 2021Q2 -o x", "files"),
        ("--data ", "folders"),
        ("init ", "folders"),
        ("template --all --output f", "folders"),
    ],
)
def test_files_and_folders_are_left_to_the_shell(line: str, kind: str, ask: Ask) -> None:
    assert ask(line) == (kind, {})


def test_quarters_are_those_that_have_something_in_them(tmp_path: Path, ask: Ask) -> None:
    folder = tmp_path / "data"
    for name in ("2021Q2", "2021Q3", "2022", "notes"):
        (folder / "activities" / name).mkdir(parents=True)
        (folder / "activities" / name / "a.csv").write_text("x", encoding="utf-8")
    (folder / "activities" / "2021Q4").mkdir()
    (folder / "submissions" / "2022Q1" / "originals").mkdir(parents=True)
    shutil.copy(DATA / "pairings.yaml", folder)
    at = f"--data {folder.as_posix()}"
    periods = ["2022Q1", "2021Q3", "2021Q2", "2022H1", "2021H2", "2021H1", "2022", "2021"]
    assert list(ask(f"{at} report ")[1]) == periods
    assert list(ask(f"{at} report --half ")[1]) == ["2022H1", "2021H2", "2021H1"]
    assert list(ask(f"{at} report --year ")[1]) == ["2022", "2021"]
    assert list(ask(f"{at} close 2021")[1]) == ["2021Q3", "2021Q2"]
    new = ["2026Q3", "2026Q2", "2022Q1", "2021Q3", "2021Q2"]  # the clock says 2026-09-21
    assert list(ask(f"{at} template --all --quarter ")[1]) == new


def test_whatever_is_wrong_a_shell_is_told_nothing(tmp_path: Path, ask: Ask) -> None:
    assert ask(f"--data {tmp_path / 'none'} partners wu") == ("", {})
    (tmp_path / "pairings.yaml").write_text("units: [", encoding="utf-8")
    assert ask(f"--data {tmp_path} partners wu")[1] == {}


def test_fish_is_given_words_that_begin_with_what_was_typed(ask: Ask) -> None:
    assert ask("partners wu", "fish")[1] == {
        "wulong": "武隆区",
        "wushan": "巫山县",
        "wuxi": "巫溪县",
    }
    assert ask("partners 巫", "fish")[1] == {"巫山县": "wushan", "巫溪县": "wuxi"}
    assert ask("tasks 携手服务创", "fish")[1] == {"携手服务创新驱动发展": "2"}


def test_bash_gets_what_a_value_means_only_where_it_lists_them(ask: Ask) -> None:
    assert ask("partners wu", "bash", COMP_TYPE="9")[1].keys() == {"武隆区", "巫山县", "巫溪县"}
    listed = ask("partners wu", "bash", COMP_TYPE="63")[1]
    assert list(listed) == ["武隆区  (wulong)", "巫山县  (wushan)", "巫溪县  (wuxi)"]
    assert list(ask("partners wush", "bash", COMP_TYPE="63")[1]) == ["巫山县"]
    assert ask("pairs --format = j", "bash")[1].keys() == {"json"}
    assert ask("pairs --format =", "bash")[1].keys() == {"table", "json", "csv", "markdown"}
    narrow = ask("--lang en ", "bash", COMP_TYPE="63", COLUMNS="30")[1]
    assert max(map(len, narrow)) < 30


def test_without_chinese_characters_names_are_pinyin(ask: Ask) -> None:
    assert list(ask("partners wush", "bash", LC_ALL="C")[1]) == ["wushan"]


@pytest.mark.tools
def test_completion_imports_no_command_and_no_parser() -> None:
    asked = {**os.environ, "_CQPAIR_COMPLETE": "zsh", "_CQPAIR_WORD": "wu", "PYTHONUTF8": "1"}
    code = "import sys; from cqpair.cli import main; main(sys.argv[1:]); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, "partners"],
        env=asked,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    imported = set(done.stdout.splitlines()[-1].split())
    assert "巫山县\twushan" in done.stdout
    assert not imported & {"typer", "cqpair.cli.app", "cqpair.lint", "rich", "decimal"}


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_shown(shell: str, run: Run) -> None:
    result = run("--show-completion", shell)
    assert (result.code, result.out, result.err) == (0, SCRIPTS[shell], "")
    assert result.out.isascii()  # whatever a shell takes a file for


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(subprocess, "run", _no_program)
    return home


def _no_program(*words: object, **options: object) -> None:
    raise FileNotFoundError


SETTINGS = {
    "bash": ".bashrc",
    "zsh": ".zshrc",
    "powershell": ".config/powershell/Microsoft.PowerShell_profile.ps1",
}


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_installed_once_and_tells_where(shell: str, home: Path, run: Run) -> None:
    settings = home / SETTINGS.get(shell, "none")
    if shell != "fish":
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_bytes("# mine: 我的".encode() + b"\xff")  # no line end, no UTF-8
    results = [run("--install-completion", shell) for _ in range(2)]
    written = {p for p in home.rglob("*") if p.is_file()}
    scripts = {p for p in written if p.read_bytes() == SCRIPTS[shell].encode()}
    assert len(scripts) == 1
    assert written - scripts == ({settings} if shell != "fish" else set())
    for result in results:
        assert result.code == 0
        assert str(next(iter(scripts))) in result.out
        assert str(next(iter(scripts))) in result.err, "how to undo it"
    if shell != "fish":
        mine, line, nothing = settings.read_bytes().split(b"\n")
        assert mine == "# mine: 我的".encode() + b"\xff"
        assert line.endswith(b"# cqpair --install-completion")
        assert nothing == b""


def test_a_profile_keeps_its_encoding(home: Path, run: Run) -> None:
    profile = home / SETTINGS["powershell"]
    profile.parent.mkdir(parents=True)
    profile.write_bytes("\ufeff# 我的\r\n".encode("utf-16-le"))
    assert run("--install-completion", "pwsh").code == 0
    text = profile.read_bytes().decode("utf-16-le")
    assert text.startswith("\ufeff# 我的\r\n. (Join-Path $PSScriptRoot ")
    assert text.endswith("\r\n")


def test_an_older_line_is_replaced(home: Path, run: Run) -> None:
    old = "before\n. /elsewhere  # cqpair --install-completion\nafter\n"
    (home / ".zshrc").write_text(old, encoding="utf-8")
    assert run("--install-completion", "zsh").code == 0
    lines = (home / ".zshrc").read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["before", "after"]
    assert len(lines) == 3


def test_where_it_cannot_be_installed_the_way_out_is_told(
    home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = [run("--install-completion", "tcsh")]
    assert "tcsh" in results[0].err
    assert "powershell" in results[0].err
    (home / ".local").write_text("no folder", encoding="utf-8")
    results.append(run("--install-completion", "bash"))
    assert "--show-completion bash" in results[1].err
    monkeypatch.setenv("HOME", str(home / "gone"))
    monkeypatch.setenv("USERPROFILE", str(home / "gone"))
    results.append(run("--install-completion", "zsh"))
    assert "--show-completion zsh" in results[2].err
    for result in results:
        assert (result.code, result.out) == (2, "")


def test_without_a_name_it_is_the_shell_in_use(
    home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shellingham

    monkeypatch.setattr(shellingham, "detect_shell", lambda: ("fish", "/usr/bin/fish"))
    assert run("--show-completion").out == SCRIPTS["fish"]
    assert run("--show-completion", "--lang", "en").out == SCRIPTS["fish"]
    monkeypatch.setattr(shellingham, "detect_shell", lambda: ("dash", "/usr/bin/dash"))
    assert "dash" in run("--show-completion").err

    def fail() -> None:
        raise shellingham.ShellDetectionFailure

    monkeypatch.setattr(shellingham, "detect_shell", fail)
    result = run("--install-completion")
    assert (result.code, result.out) == (2, "")
    assert "bash" in result.err
    assert not any(home.iterdir())


def _typed(shell: list[str], keys: list[str], home: Path) -> str:
    """What the terminal shows after the keys were typed into a shell, without its controls."""
    import pty
    import re
    import select

    bin_ = home / "bin"
    bin_.mkdir()
    (bin_ / "cqpair").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cqpair "$@"\n', "utf-8")
    (bin_ / "cqpair").chmod(0o755)
    settings = {
        **os.environ,
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm",
        "CQPAIR_DATA": str(DATA),
        "PATH": f"{bin_}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
    }
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(shell[0], shell, settings)
    shown = b""

    def read() -> None:
        """What is shown until it has stood still for a while, at most for some seconds."""
        nonlocal shown
        end = time.monotonic() + 10
        while select.select([terminal], [], [], 1)[0] and time.monotonic() < end:
            try:
                shown += os.read(terminal, 65536)
            except OSError:
                return

    try:
        read()
        for key in keys:
            os.write(terminal, key.encode())
            read()
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)
        os.close(terminal)
    return re.sub(r"\x1b\[[0-9;?>=]*[a-zA-Z]", "", shown.decode("utf-8", "replace"))


@pytest.mark.tools
@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_in_the_shell_itself_a_name_is_written_from_its_pinyin(
    shell: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not here")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR", "PROMPT_COMMAND"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(subprocess, "run", _no_program)
    assert main(["--install-completion", shell]) == 0
    words = [shell, "--rcfile", str(tmp_path / ".bashrc"), "-i"] if shell == "bash" else [shell]
    keys = ["cqpair partners wu", "\t", "\t", "\x15", "cqpair partners wush", "\t", "--form", "\t"]
    shown = _typed(words, [*keys, "plain", "\r"], tmp_path)
    assert "巫溪县" in shown, shown
    assert "北碚区\r\n" in shown, shown


@pytest.mark.tools
def test_powershell_reads_its_script() -> None:
    program = shutil.which("pwsh") or shutil.which("powershell")
    if not program:
        pytest.skip("PowerShell is not here")
    parse = (
        "$errors = $null; $script = [Console]::In.ReadToEnd(); "
        "[void][Management.Automation.Language.Parser]::ParseInput($script, [ref]$null, "
        "[ref]$errors); $errors.Count"
    )
    done = subprocess.run(
        [program, "-NoProfile", "-Command", parse],
        input=SCRIPTS["powershell"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "0", done.stderr
