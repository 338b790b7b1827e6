"""What cells look like: named styles, put together and made once a workbook."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from cqpair.messages import say

FONT = "宋体"  # on every Chinese desktop, WPS on Linux included; 等线 came with Office 2016
SIZE = 11
HEAT = ("#FFFFFF", "#7FB3D5")

Styles = tuple[str, ...]

_LINE = "#BFBFBF"
_STYLES: dict[str, dict[str, Any]] = {
    "banner": {"bold": True, "bg_color": "#FFE699", "align": "center"},
    "title": {"bold": True, "font_size": 16, "align": "center"},
    "subtitle": {"bold": True, "font_size": 12},
    "caption": {"bold": True, "align": "center"},
    "heading1": {"bold": True, "font_size": 14},
    "heading2": {"bold": True, "font_size": 12},
    "heading3": {"bold": True},
    "text": {},
    "alert": {"bold": True, "font_color": "#9C0006", "bg_color": "#FFF2CC"},
    "item": {"indent": 1},
    "header": {
        "bold": True,
        "bg_color": "#DDEBF7",
        "align": "center",
        "border": 1,
        "border_color": _LINE,
    },
    "cell": {"border": 1, "border_color": _LINE},
    "TEXT": {},
    "ORDINAL": {"num_format": "0", "align": "center"},
    "ID": {},
    "REFS": {},
    "DATE": {"num_format": "yyyy-mm-dd", "align": "center"},
    "COUNT": {"num_format": "#,##0", "align": "right"},
    "MONEY": {"num_format": "#,##0.00;-#,##0.00;0", "align": "right"},
    "SHARE": {"num_format": "0.0%", "align": "right"},
    "about": {"num_format": f'"{say("document.about")}"#,##0', "align": "right"},
    "sum": {"bold": True, "bg_color": "#F2F2F2", "top": 1, "top_color": "#000000"},
    "quoted": {"quote_prefix": True},
}


class Formats:
    """The formats of a workbook, by the names of the styles they are made of."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[Styles, Format] = {}

    def __call__(self, styles: Styles) -> Format:
        """The format that has all these styles, a later one over those before."""
        if styles not in self._made:
            made: dict[str, Any] = {"valign": "vcenter", "text_wrap": True}
            for name in styles:
                made |= _STYLES[name]
            self._made[styles] = self._book.add_format(made)
        return self._made[styles]


def scale(style: str) -> float:
    """How large the letters of a style are beside those of a table."""
    return float(_STYLES[style].get("font_size", SIZE)) / SIZE
