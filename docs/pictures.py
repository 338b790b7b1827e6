"""Make the pictures of docs/pictures/: the made-up year as form, questions and reports are seen.

    python docs/pictures.py

Needs LibreOffice (soffice), pdftoppm and Chromium, which the tests do without: they compare
made-from.json with what the program writes now, and tell when the pictures are stale.
"""

import hashlib
import json
import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text

from cqpair.cli import main as cqpair

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
MADE_FROM = PICTURES / "made-from.json"
CLOCK = "1790000000"  # 2026-09-21
REPORT = ("report", "--quarter", "2022Q2")
FORMATS = ("docx", "html", "text")
SHOWN = {
    "terminal": (REPORT, 100, (960, 820)),
    "status": (("status", "--quarter", "2022Q4"), 132, (1040, 960)),
    "reconcile": (("reconcile", "--quarter", "2022Q4"), 100, (760, 230)),
}
"""What is shown of a terminal: the command, columns of the screen, size of the picture."""

_RETURN = "2022Q4-北碚区科协.xlsx"
_PHONE, _DESK = (390, 1000), (1280, 1100)
_FONTS = {
    "仿宋": "Noto Serif CJK SC",
    "楷体": "Noto Serif CJK SC",
    "黑体": "Noto Sans CJK SC",
    "宋体": "Noto Serif CJK SC",
    "方正小标宋简体": "Noto Serif CJK SC",
}
_INK = (
    "body{margin:12px 16px;background:#fff} pre{font:15px/1.35 'Noto Sans Mono CJK SC',monospace}"
)


def main() -> int:
    """Make all pictures anew."""
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as name:
        folder = Path(name)
        written = write_reports(folder)
        _draw_paper(folder, _RETURN, "form", 90, height=400)
        _stand_in_for_fonts(folder)
        _draw_paper(folder, "report.docx", "docx", 70)
        _draw_page(folder / "report.html", "html-desk.png", _DESK)
        _draw_page(_framed(folder), "html-phone.png", _PHONE)
        for name, (words, columns, size) in SHOWN.items():
            _draw_page(_terminal(folder, words, columns), f"{name}.png", size)
    MADE_FROM.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")
    return 0


def write_reports(folder: Path) -> dict[str, str]:
    """Write what is pictured, and take in returns until one is told twice; the SHA-256 of each."""
    before = dict(os.environ)
    os.environ |= {"SOURCE_DATE_EPOCH": CLOCK, "CQPAIR_LANG": "zh"}
    try:
        cqpair(["init", str(folder / "demo"), "--demo"])
        found = {}
        for form in FORMATS:
            file = folder / f"report.{'txt' if form == 'text' else form}"
            cqpair(["--data", str(folder / "demo"), *REPORT, "--output", str(file)])
            found[form] = hashlib.sha256(file.read_bytes()).hexdigest()
        filled = folder / "demo" / "returns" / _RETURN
        shutil.copy(filled, folder)
        found["form"] = hashlib.sha256(filled.read_bytes()).hexdigest()
        cqpair(["--data", str(folder / "demo"), "import", str(filled), "--received", "2023-01-10"])
        for name, (words, *_) in SHOWN.items():
            file = folder / f"{name}.txt"
            cqpair(["--data", str(folder / "demo"), *words, "--output", str(file)])
            found[name] = hashlib.sha256(file.read_bytes()).hexdigest()
        return found
    finally:
        os.environ.clear()
        os.environ |= before


def _stand_in_for_fonts(folder: Path) -> None:
    """From here on, fonts that are free stand in for those of Windows."""
    fonts = "".join(
        f"<match target='pattern'><test name='family'><string>{windows}</string></test>"
        f"<edit name='family' mode='assign' binding='strong'><string>{free}</string></edit></match>"
        for windows, free in _FONTS.items()
    )
    config = folder / "fonts.conf"
    system = "<include>/etc/fonts/fonts.conf</include>"
    config.write_text(f"<fontconfig>{system}{fonts}</fontconfig>", encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(config)


def _draw_paper(folder: Path, file: str, name: str, resolution: int, height: int = 0) -> None:
    """The first page of a document, or so many pixels of it from above."""
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", file, cwd=folder)
    page = str(Path(file).with_suffix(".pdf"))
    words = ("-png", "-r", str(resolution), "-f", "1", "-l", "1", "-H", str(height), "-singlefile")
    _run("pdftoppm", *words, page, str(PICTURES / name), cwd=folder)


def _draw_page(page: Path, name: str, size: tuple[int, int]) -> None:
    width, height = size
    _run(
        "chromium",
        *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
        f"--screenshot={PICTURES / name}",
        f"--window-size={width},{height}",
        page.as_uri(),
        cwd=page.parent,
    )


def _framed(folder: Path) -> Path:
    """The page in a frame as wide as a phone: a window cannot be made so narrow."""
    width, height = _PHONE
    page = folder / "phone.html"
    page.write_text(
        f'<body style="margin:0"><iframe src="report.html" width="{width}" height="{height}"'
        ' style="border:0"></iframe>'
    )
    return page


def _terminal(folder: Path, asked: tuple[str, ...], columns: int) -> Path:
    """What a terminal shows, as a page."""
    words = (sys.executable, "-m", "cqpair", "--data", str(folder / "demo"), *asked)
    shown = _on_terminal(words, {"SOURCE_DATE_EPOCH": CLOCK, "COLUMNS": str(columns)})
    console = Console(record=True, width=columns, file=(folder / "null").open("w"))
    console.print(Text.from_ansi(shown.replace("\r\n", "\n")))
    page = folder / "terminal.html"
    body = console.export_html(inline_styles=True, code_format="<pre>{code}</pre>")
    page.write_text(f'<meta charset="utf-8"><style>{_INK}</style>{body}', encoding="utf-8")
    return page


def _on_terminal(words: tuple[str, ...], more: Mapping[str, str]) -> str:
    """The output of a command that believes a person looks at it."""
    reader, writer = pty.openpty()
    environment = {**os.environ, **more, "TERM": "xterm-256color", "CQPAIR_LANG": "zh"}
    process = subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=writer, stderr=subprocess.DEVNULL, env=environment
    )
    os.close(writer)
    found = b""
    while True:
        try:
            piece = os.read(reader, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        found += piece
    process.wait()
    return found.decode("utf-8")


def _run(name: str, *words: str, cwd: Path) -> None:
    tool = shutil.which(name)
    if tool is None:
        sys.exit(f"{name} is not installed")
    subprocess.run([tool, *words], cwd=cwd, check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main())
