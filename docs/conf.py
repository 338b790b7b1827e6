"""How Sphinx makes the site of one language; `python docs/website.py` makes both, and says why."""

import os
import sys
from gettext import NullTranslations
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from search_words import SearchPairs  # noqa: E402

from cqpair import __version__  # noqa: E402

project = "cqpair"
release = version = __version__
language = os.environ.get("CQPAIR_SITE_LANGUAGE", "zh_CN")
chinese = language.startswith("zh")
html_title = "cqpair 使用说明" if chinese else "cqpair"
extensions = ["myst_parser"]
myst_heading_anchors = 4
nitpicky = True
templates_path = [str(HERE / "templates")]
locale_dirs: list[str] = []
html_theme = "furo"
_FONTS = "'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
_CODE_FONTS = "Consolas, Menlo, 'Noto Sans Mono CJK SC', 'Microsoft YaHei', monospace"
html_theme_options = {
    "top_of_page_buttons": [],
    "light_css_variables": {"font-stack": _FONTS, "font-stack--monospace": _CODE_FONTS},
}
html_search_language = "zh"  # as `search_words` parts it, for pages of both languages hold Chinese
html_show_copyright = False
html_show_sphinx = False
html_copy_source = False
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/search.html",
        "language.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
html_context = {"other": ("en", "English") if chinese else ("zh", "中文")}
_FURO = {
    "Next": "下一页",
    "Previous": "上一页",
    "Back to top": "回到开头",
    "On this page": "本页内容",
    "Toggle site navigation sidebar": "显示目录",
    "Toggle table of contents sidebar": "显示本页内容",
    "Toggle Light / Dark / Auto color theme": "浅色、深色",
    "Light mode": "浅色",
    "Dark mode": "深色",
    "Auto light/dark, in light mode": "自动，现为浅色",
    "Auto light/dark, in dark mode": "自动，现为深色",
    "Skip to content": "跳到正文",
}


def name_sections(app: Sphinx, doctree: nodes.document) -> None:
    """Give each section the anchor that GitHub gives it, Chinese too, for links from outside."""
    for section in doctree.findall(nodes.section):
        slug = section.get("slug")
        if slug and slug not in section["ids"]:
            section["ids"].append(slug)


class ThemeWords(NullTranslations):
    """What the theme says and Sphinx's own catalogue lacks."""

    def gettext(self, message: str) -> str:
        """The words of this language."""
        return _FURO.get(message, message) if chinese else message


def translate_theme(app: Sphinx) -> None:
    """Ask `ThemeWords` for what the catalogues do not know."""
    app.translator.add_fallback(ThemeWords())


def setup(app: Sphinx) -> None:
    """Called by Sphinx."""
    app.add_search_language(SearchPairs)
    app.connect("doctree-read", name_sections)
    app.connect("builder-inited", translate_theme)
