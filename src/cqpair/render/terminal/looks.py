"""How things look on a terminal: colours that are legible on any ground, and what else is.

The 16 colours of a terminal are what its owner made them, and its ground is not known. So a colour
here is one of the 240 that are fixed, with a contrast of 3:1 and more on black, white and the
grounds between which people choose; where there are but 16, or none, nothing is coloured: what
stands out is bold, and a bar is as bright as letters are.
"""

import os
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from rich.console import Console

from cqpair.render import is_colour_wanted

PLAIN_BAR = "#"
"""What a bar is made of where a terminal has neither colours nor reversed letters."""


class Look(StrEnum):
    """What something is, on which it depends how it looks."""

    NONE = ""
    HEADING = "heading"
    HEAD = "head"  # of a column
    LEAD = "lead"
    TITLE = "title"
    BANNER = "banner"
    ALERT = "alert"
    TOTAL = "total"
    QUIET = "quiet"  # noughts, and what is not reported
    BAR = "bar"
    HEAT_1 = "heat-1"
    HEAT_2 = "heat-2"
    HEAT_3 = "heat-3"
    HEAT_4 = "heat-4"


HEAT = (Look.QUIET, Look.HEAT_1, Look.HEAT_2, Look.HEAT_3, Look.HEAT_4)
"""How cells look that are shaded by their value, from nothing to the most."""


_BOLD = dict.fromkeys((Look.HEADING, Look.HEAD, Look.LEAD, Look.TITLE, Look.TOTAL), "bold")

UNCOLOURED: Mapping[Look, str] = {
    **_BOLD,
    Look.BANNER: "bold",
    Look.ALERT: "bold underline",
    Look.QUIET: "dim",
    Look.BAR: "reverse",
    Look.HEAT_3: "bold",
    Look.HEAT_4: "bold reverse",
}
"""How things look without colours, as words that rich knows."""


COLOURED: Mapping[Look, str] = {
    **UNCOLOURED,
    Look.HEADING: "bold color(32)",
    Look.BANNER: "bold color(166)",
    Look.ALERT: "bold color(196)",
    Look.QUIET: "color(244)",
    Look.BAR: "on color(32)",
    Look.HEAT_1: "color(16) on color(189)",
    Look.HEAT_2: "color(16) on color(111)",
    Look.HEAT_3: "color(16) on color(33)",
    Look.HEAT_4: "color(231) on color(25)",
}
"""How things look where 256 colours are to be had."""


class Screen(NamedTuple):
    """A console, and how each thing looks on it."""

    console: Console
    styles: Mapping[Look, str]

    @property
    def columns(self) -> int:
        """How wide it is."""
        return self.console.width

    @property
    def has_letters_only(self) -> bool:
        """True where a ground cannot be relied on, so that a bar is made of letters."""
        return self.console.no_color or self.console.color_system is None

    def style(self, look: Look) -> str:
        """How something looks here, as rich knows it."""
        return self.styles.get(look, "")


def open_screen(*, letters_only: bool = False) -> Screen:
    """The screen, on which nothing in a text is taken for markup, for an emoji or for a number.

    `letters_only` is for what a program shows that knows no colours.
    """
    plain = None if is_colour_wanted(os.environ, True) else True
    console = Console(highlight=False, markup=False, emoji=False, no_color=plain)
    if letters_only:
        console = Console(highlight=False, markup=False, emoji=False, color_system=None)
    fixed = console.color_system in ("256", "truecolor") and not console.no_color
    return Screen(console, COLOURED if fixed else UNCOLOURED)
