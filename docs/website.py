"""Make the site of these pages, one folder a language: `python docs/website.py [FOLDER]`.

    pip install -e '.[docs]'
    python docs/website.py          build/site/zh and build/site/en

A page is in one language where there are two of it (quarter.md, quarter.zh-CN.md), else in both.
Both sites have the same names of pages, so that each links to the other's. What is wrong, a link
that leads nowhere above all, is an error. The site needs no network, and no server either: it can
be carried about and opened from a folder, its search included.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
LANGUAGES = {"zh": "zh_CN", "en": "en"}
_CHINESE = ".zh-CN"
_LINK = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)
_FRONT = """\
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>cqpair</title>
<meta http-equiv="refresh" content="0; url=zh/index.html">
</head>
<body><p><a href="zh/index.html">中文</a> · <a href="en/index.html" lang="en">English</a></p></body>
</html>
"""


def main(words: Sequence[str]) -> int:
    """Build both languages into a folder; the exit code of the first build that fails, or 0."""
    target = Path(words[0] if words else ROOT / "build" / "site").resolve()
    with TemporaryDirectory() as name:
        for language in LANGUAGES:
            pages = Path(name) / language
            lay_out(pages, language)
            code = build(pages, target / language, language)
            if code:
                return code
    (target / "index.html").write_text(_FRONT, encoding="utf-8", newline="\n")
    print(f"{target / 'index.html'}")
    return 0


def lay_out(folder: Path, language: str) -> None:
    """Put the pages of one language into a new folder, under the names of the site."""
    shutil.copytree(DOCS / "pictures", folder / "pictures")
    for name in page_names():
        path = DOCS / f"{name}{_CHINESE}.md"
        if language != "zh" or not path.is_file():
            path = DOCS / f"{name}.md"
        text = in_one_language(path.read_text(encoding="utf-8"), language)
        text = with_site_links(text, language)
        (folder / f"{name}.md").write_text(text, encoding="utf-8", newline="\n")


def page_names() -> list[str]:
    """All pages, without what tells their language."""
    return sorted({path.stem.removesuffix(_CHINESE) for path in DOCS.glob("*.md")})


def in_one_language(text: str, language: str) -> str:
    """A page whose title, which stands in the contents, is in one language."""
    title, line, rest = text.partition("\n")
    chinese, parted, english = title.removeprefix("# ").partition(" · ")
    if not (parted and title.startswith("# ")):
        return text
    return f"# {chinese if language == 'zh' else english}{line}{rest}"


def with_site_links(text: str, language: str) -> str:
    """A page whose links lead to the site's pages, and to files where the repository is.

    Where no repository is named, what is linked to in it stays as words.
    """

    def rewritten(match: re.Match[str]) -> str:
        words, target = match[1], match[2]
        if "://" in target or target.startswith("#"):
            return match[0]
        path, _, anchor = target.partition("#")
        at = f"#{anchor}" if anchor else ""
        if not path.endswith(".md") or "/" in path:
            home = repository()
            inside = os.path.normpath(PurePosixPath("docs", path)).replace(os.sep, "/")
            return f"[{words}]({home}/blob/HEAD/{inside}{at})" if home else words
        name = path.removesuffix(".md").removesuffix(_CHINESE)
        paired = (DOCS / f"{name}{_CHINESE}.md").is_file()
        meant = ("zh" if _CHINESE in path else "en") if paired else language
        if meant == language:
            return f"[{words}]({name}.md{at})"
        return f'<a href="../{meant}/{name}.html{at}">{words}</a>'

    pieces, end = [], 0
    for fence in _FENCE.finditer(text):
        pieces += [_LINK.sub(rewritten, text[end : fence.start()]), fence[0]]
        end = fence.end()
    return "".join([*pieces, _LINK.sub(rewritten, text[end:])])


def repository() -> str | None:
    """Where the repository is, as the workflow that builds the site says."""
    server, name = (os.environ.get(f"GITHUB_{key}") for key in ("SERVER_URL", "REPOSITORY"))
    return f"{server}/{name}" if server and name else None


def build(pages: Path, target: Path, language: str) -> int:
    """Run Sphinx, for which a warning is an error."""
    words = (sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-n", "-b", "html")
    folders = (
        "-c",
        str(DOCS),
        "-d",
        str(pages.parent / f"{language}-trees"),
        str(pages),
        str(target),
    )
    environment = {**os.environ, "CQPAIR_SITE_LANGUAGE": LANGUAGES[language]}
    return subprocess.run([*words, *folders], env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
