"""Charts as inline SVG, drawn by pygal; `figures.css` gives them their colours."""

import re
from decimal import Decimal
from typing import Any

import pygal
from markupsafe import Markup
from pygal.style import Style

from cqpair.render.document import Cell, CellKind, Chart, ChartKind, cell_text
from cqpair.text import escape_control, width
from cqpair.values import Figure

_WIDTH, _LINE_HEIGHT = 640, 300

_FONT, _BAR, _MARGIN = 14, 24, 20

_LONGEST = 20  # characters of a label; the table below the picture has all of it

_ASSUMED = 0.6  # em: how wide pygal takes any character to be

_CHARTS = {ChartKind.BARS: pygal.HorizontalBar, ChartKind.LINE: pygal.Line}

_NEEDLESS = {"defs", "title", "desc"}

_NEEDLESS_CLASSES = {"background", "titles", "plot tooltip-overlay"}

_LONG_FRACTION = re.compile(r"(\.\d\d)\d+")

_LOOK: dict[str, Any] = {
    "js": (),
    "css": (),
    "no_prefix": True,
    "disable_xml_declaration": True,
    "show_legend": False,
    "print_values": True,
    "print_values_position": "top",
    "allow_interruptions": True,  # what was not reported is not drawn over
    "include_x_axis": True,
    "dots_size": 4,
    "order_min": 0,
    "max_scale": 8,
    "value_formatter": "{:,.0f}".format,
    "truncate_label": _LONGEST,
    "style": Style(label_font_size=_FONT, major_label_font_size=_FONT, value_font_size=_FONT),
}


def draw(chart: Chart) -> Markup | None:
    """The picture of a chart, None when there is no figure to draw."""
    rows = chart.table.rows
    if chart.kind is ChartKind.BARS:
        rows = rows[::-1]  # pygal begins at the bottom
    labels, *series = zip(*rows, strict=True) if rows else ((),)
    if all(_number(cell) is None for cells in series for cell in cells):
        return None
    texts = [_label(label) for label in labels]
    values = [cell_text(cell, CellKind.MONEY) for cells in series for cell in cells]
    size = _size(chart.kind, texts, values, len(series))
    drawn = _CHARTS[chart.kind](x_labels=texts, **size, **_LOOK)
    for column, cells in zip(chart.table.columns[1:], series, strict=True):
        drawn.add(escape_control(column.title), [_point(cell, column.kind) for cell in cells])
    drawn.add_xml_filter(_cleaned)
    return Markup(drawn.render(is_unicode=True))


def _size(kind: ChartKind, labels: list[str], values: list[str], series: int) -> dict[str, float]:
    """Room for the marks, and for Chinese words, which pygal takes to be narrower than they are."""
    label, value = _widest(labels), _widest(values)
    if kind is ChartKind.LINE:
        crowded = label * len(labels) > _WIDTH * 0.75
        return {
            "width": _WIDTH,
            "height": _LINE_HEIGHT,
            "margin": _MARGIN,
            "margin_right": max(_MARGIN, label if crowded else max(label, value) / 2),
            "x_label_rotation": 30 if crowded else 0,
        }
    assumed = max(map(len, labels)) * _FONT * _ASSUMED
    return {
        "width": _WIDTH,
        "height": len(labels) * (series * _BAR + _BAR / 2) + 3 * _MARGIN,
        "margin": _MARGIN,
        "margin_left": max(0, label - assumed) + _MARGIN / 2,
        "margin_right": max(_MARGIN, value),
    }


def _widest(texts: list[str]) -> float:
    """How wide the longest of the texts is, in pixels, at most."""
    return max(map(width, texts)) * _FONT / 2


def _label(cell: Cell) -> str:
    """A label on an axis, cut where it is too long."""
    text = escape_control(cell_text(cell))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _point(cell: Cell, kind: CellKind) -> dict[str, Any] | None:
    """A point of a chart, and what it is called; None where nothing is known."""
    number = _number(cell)
    if number is None:
        return None
    return {"value": number, "formatter": lambda _: cell_text(cell, kind)}


def _number(cell: Cell) -> float | None:
    """What is drawn of a cell; None for one that holds no number."""
    match cell:
        case Figure(value=value):
            return float(value)
        case int() | Decimal():
            return float(cell)
        case _:
            return None


def _cleaned(node: Any) -> Any:
    """Without scripts, styles and what only they use, and with short fractions."""
    for name in ("id", "style", "text-anchor"):
        node.attrib.pop(name, None)
    for name, value in node.attrib.items():
        node.set(name, _LONG_FRACTION.sub(r"\1", value))
    for child in list(node):
        needless = not isinstance(child.tag, str) or child.tag in _NEEDLESS
        if needless or child.get("class") in _NEEDLESS_CLASSES:
            node.remove(child)
        else:
            _cleaned(child)
    return node
