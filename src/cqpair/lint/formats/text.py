"""The line of a problem, with a caret right under what it is about, wide characters counted.

A row of a sheet, which has no line, is shown as a small table of its cells that hold something.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import NamedTuple

from cqpair.lint.rule import Problem, Severity
from cqpair.lint.run import CheckReport
from cqpair.messages import listed, say
from cqpair.source import Place, column_letters
from cqpair.text import escape_control, width

_CSV_CELL = re.compile(r'"(?:[^"]|"")*"?|[^,]*')

_YAML_VALUE = re.compile(r'\[[^\]]*\]?|\{[^}]*\}?|"(?:[^"\\]|\\.)*"?|\'[^\']*\'?|[^,\]}#]*')

_WIDEST = 72  # columns: with the gutter, a line fits a terminal of 80

_PART = 64  # columns of a longer one that are shown, between the cuts

_BEFORE = 30  # columns of that part before the caret

_CUT = "..."


Cells = Sequence[tuple[int, str, str]]
"""The cells of a sheet's row that hold something, and the marked one: column, header, text."""


def line_excerpt(lines: Sequence[str], place: Place) -> list[str]:
    """The line of `place` with a caret, or nothing where there is no such line."""
    if place.line is None or not 0 < place.line <= len(lines):
        return []
    line = lines[place.line - 1].lstrip("\ufeff")
    start = (place.column or 1) - 1
    length = _length(line, start, place.path) if place.column else 0
    first = max(0, start - _WIDEST)  # no more than can be shown, as a line may be endless
    before, value = (
        escape_control(line[first:start]),
        escape_control(line[start : start + length][:_WIDEST]),
    )
    after = escape_control(line[start + length :][:_WIDEST])
    shown, offset, marked = _crop(before + value + after, width(before), max(1, width(value)))
    return _framed(place.line, shown, offset, marked if length else 0)


def row_excerpt(cells: Cells, place: Place) -> list[str]:
    """A row of a sheet as headers above texts, with a caret under the cell of `place`."""
    if place.line is None:
        return []
    heads, texts, offset, marked = "", "", 0, 0
    for cell in _near(cells, place.column):
        if cell.column == place.column:
            offset, marked = width(texts), max(1, width(cell.text))
        heads += _padded(cell.head, cell.wide)
        texts += _padded(cell.text, cell.wide)
    framed = _framed(place.line, texts.rstrip(), offset, marked)
    return [_gutter(place.line) + heads.rstrip(), *framed]


class _Cell(NamedTuple):
    """A cell of a sheet as it is shown: its letter and header above its text."""

    column: int
    head: str
    text: str

    @property
    def wide(self) -> int:
        """How many columns of the screen it takes."""
        return max(width(self.head), width(self.text)) + 2


def _near(cells: Cells, column: int | None) -> list[_Cell]:
    """The cells around the one in `column` that fit side by side; letters tell which lack.

    They are in the order of the sheet. As much is shown to the left of the one as to its right, and
    more where the other side has no more.
    """
    shown = [
        _Cell(c, f"{column_letters(c)} {_short(header)}".rstrip(), _short(text))
        for c, header, text in cells
    ]
    first = next((i for i, cell in enumerate(shown) if cell.column == column), 0)
    last, room = first + 1, _WIDEST - sum(cell.wide for cell in shown[first : first + 1])
    while first > 0 and shown[first - 1].wide <= room / (1 if last == len(shown) else 2):
        first -= 1
        room -= shown[first].wide
    while last < len(shown) and shown[last].wide <= room:
        room -= shown[last].wide
        last += 1
    return shown[first:last]


def _padded(text: str, wide: int) -> str:
    """`text`, filled up with spaces to `wide` columns of the screen."""
    return text + " " * (wide - width(text))


def _short(text: str) -> str:
    """A cell's text, as much of it as is shown; it may be endless."""
    return _crop(escape_control(text[: _WIDEST + 1]), 0, 0)[0]


def _crop(line: str, offset: int, marked: int) -> tuple[str, int, int]:
    """What fits of `line` around the mark, `...` where it is cut; then the mark's new place."""
    whole = width(line)
    if whole <= _WIDEST:
        return line, offset, marked
    first = max(0, min(offset - _BEFORE, whole - _PART))
    kept, at, begins = "", 0, 0
    for char in line:
        if at >= first and at + width(char) <= first + _PART:
            begins, kept = begins if kept else at, kept + char
        at += width(char)
    head, tail = _CUT if begins else "", _CUT if begins + width(kept) < whole else ""
    end = begins + width(kept)
    return head + kept + tail, offset - begins + len(head), min(marked, end - offset)


def _framed(number: int, line: str, offset: int, marked: int) -> list[str]:
    """A line of a file behind its number, and below it `marked` carets after `offset` columns."""
    shown = [f"  {number} | {line}".rstrip()]
    if marked:
        shown.append(f"{_gutter(number)}{' ' * offset}{'^' * marked}")
    return shown


def _gutter(number: int) -> str:
    """What stands before a line that belongs to line `number` and has none itself."""
    return f"  {' ' * len(str(number))} | "


def _length(line: str, start: int, path: str) -> int:
    """How many characters the value that starts at `start` has, at least one."""
    pattern = _CSV_CELL if path.casefold().endswith(".csv") else _YAML_VALUE
    match = pattern.match(line, start)
    return max(1, len(match[0].rstrip())) if match else 1


def spot(place: Place, report: CheckReport) -> str:
    """The place in one word, as a person is told it."""
    return escape_control(place.spot(report.shown(place.path)))


def cell(place: Place) -> str:
    """`台账!B7` for a place in a workbook, else nothing."""
    return escape_control(f"{place.sheet}!{place.cell or place.line}") if place.sheet else ""


def message(problem: Problem) -> str:
    """What is wrong, led by the cell where a workbook's lines would not find it."""
    where = cell(problem.place)
    return escape_control(f"{where}: {problem.message}" if where else problem.message)


def way_out(problem: Problem) -> str:
    """How to mend it, as a line of its own."""
    return say("problems.fix") + escape_control(problem.fix)


def see_also(problem: Problem, report: CheckReport) -> list[str]:
    """The other places a problem is about, a line each."""
    mark = say("problems.related")
    return [
        f"{mark}{spot(related.place, report)}: {escape_control(related.message)}"
        for related in problem.related
    ]


def fingerprints(report: CheckReport) -> list[str]:
    """A fingerprint for each problem, which lives on when lines above it come or go.

    It is made of code, path, sheet and message, and of how many before it are equal in these.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    prints = []
    for problem in report.problems:
        place = problem.place
        told = (problem.code, report.shown(place.path), place.sheet or "", problem.message)
        seen[told] += 1
        text = "\0".join((*told, str(seen[told])))
        prints.append(sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    return prints


_MANY = 20  # problems, after which nobody remembers which files they were in


_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "33"}
"""How a terminal is told to write in bold red, and in yellow."""


def write_text(report: CheckReport) -> str:
    """All problems, each with its way out; files with their counts, if many; then the summary."""
    return _written(report, lambda text, severity: text)


def paint_text(report: CheckReport) -> str:
    """The same, with the severity and the carets of each problem in its colour."""
    return _written(report, lambda text, severity: f"\x1b[{_COLOURS[severity]}m{text}\x1b[0m")


def _written(report: CheckReport, shown: Callable[[str, Severity], str]) -> str:
    """All of it; `shown` is how what tells a severity looks."""
    parts = [_problem(problem, report, shown) for problem in report.problems]
    if len(parts) > _MANY:
        parts.append(_by_file(report))
    return "".join(f"{part}\n\n" for part in parts) + f"{summary(report)}\n"


def _by_file(report: CheckReport) -> str:
    """How many errors and warnings each file has, in the order of the problems."""
    from cqpair.render.document import CellKind, Column, Table
    from cqpair.render.text import write_table

    counts: dict[str, Counter[Severity]] = {}
    for problem in report.problems:
        counts.setdefault(report.shown(problem.place.path), Counter())[problem.severity] += 1
    severities = (Severity.ERROR, Severity.WARNING)
    numbers = [Column(say(f"problems.by-file-{s}"), CellKind.COUNT) for s in severities]
    rows = tuple(
        (path, count[Severity.ERROR], count[Severity.WARNING]) for path, count in counts.items()
    )
    return write_table(Table((Column(say("problems.by-file-path")), *numbers), rows)).rstrip("\n")


def summary(report: CheckReport) -> str:
    """One line: how much was checked and how many problems there are."""
    errors, warnings = report.count_of(Severity.ERROR), report.count_of(Severity.WARNING)
    key = "none" if report.checked and not report.problems else "found"
    counts = {"files": report.files, "records": report.records}
    line = say(f"problems.{key}", errors=errors, warnings=warnings, **counts)
    if report.ignored:
        line += say("problems.ignored", codes=listed(list(report.ignored)))
    return line if report.checked else line + say("problems.unchecked")


def _problem(problem: Problem, report: CheckReport, shown: Callable[[str, Severity], str]) -> str:
    """A problem as a person reads it: place, what is wrong, the line itself, the way out."""
    severity, place = problem.severity, problem.place
    kind = shown(f"{say(f'problems.{severity}')} {problem.code}", severity)
    lines = [f"{spot(place, report)}: {kind} {escape_control(problem.message)}"]
    for line in _excerpt(place, report):
        carets = line.lstrip(" |")
        marked = carets and not carets.strip("^")
        lines.append(line.replace(carets, shown(carets, severity)) if marked else line)
    lines.append(f"  {say('problems.fix')}{escape_control(problem.fix)}")
    for related in problem.related:
        told = f"{spot(related.place, report)}: {escape_control(related.message)}"
        lines.append(f"  {say('problems.related')}{told}")
        lines += _excerpt(related.place, report)
    return "\n".join(lines)


def _excerpt(place: Place, report: CheckReport) -> list[str]:
    """The lines that show a place: its row of a sheet, its line of a text; none without either."""
    if place.sheet:
        return row_excerpt(report.cells(place), place)
    return line_excerpt(report.lines(place.path), place)


def write_concise(report: CheckReport) -> str:
    """`path:line:column: error A304 message`, a line each, then the summary.

    The word for the severity is the same in every language, so that programs may rely on it.
    """
    lines = [*(_line(problem, report) for problem in report.problems), summary(report)]
    return "".join(f"{line}\n" for line in lines)


def _line(problem: Problem, report: CheckReport) -> str:
    """A problem on one line, its severity as machines know it."""
    where = spot(problem.place, report)
    return f"{where}: {problem.severity.value} {problem.code} {escape_control(problem.message)}"
