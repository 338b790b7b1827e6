"""Records in canonical form: the text of a file, and ids for records that have none.

Canonical is what `columns` writes: every column under its Chinese header, dates, figures and names
each in the one way that reads back as the same value.
"""

import csv
import re
from collections.abc import Collection, Iterable, Sequence
from difflib import unified_diff
from io import StringIO

from cqpair.fields import (
    COLUMNS,
    MEASURED,
    Activity,
    Column,
    ValueKind,
    in_big_scale,
    told_columns,
    write_big,
)
from cqpair.model.units import Unit
from cqpair.names import fold
from cqpair.period import ACTIVITIES, Period, folder_quarter, folder_year
from cqpair.source import Fault, Reject, lines_of
from cqpair.values import SMALLEST_WITHOUT_UNIT, Figure, PartialDate, has_unit, lost_in

_FOLDER = re.compile(r"\w[\w-]*")

_NUMBER = r"-(\d{1,6})(?!\d)"  # longer ones are days, or another way of numbering


def canonical_text(activities: Sequence[Activity], line_end: str) -> str:
    """The CSV text of a file that holds `activities`, each line ended by `line_end`."""
    lines = _Lines(line_end)
    columns = told_columns(COLUMNS, activities)
    writer = csv.writer(lines, lineterminator="\r\n")  # which has both kept apart by quotes
    writer.writerow(column.header for column in columns)
    writer.writerows([_cell(column, activity) for column in columns] for activity in activities)
    return "".join(lines)


def _cell(column: Column, activity: Activity) -> str:
    """A cell's canonical text; a figure keeps the unit without which it would be doubted."""
    text = column.write(activity)
    if column.key not in MEASURED or column.key not in activity.record_sheet.where:
        return text
    figure: Figure | None = getattr(activity, column.key)
    if figure is None:
        return text
    if column.doubted_from and figure.value >= column.doubted_from:
        return write_big(column, figure) if in_big_scale(activity, column) else text
    if column.kind is not ValueKind.MONEY or not 0 < figure.value < SMALLEST_WITHOUT_UNIT:
        return text
    return (
        f"{text}元"
        if has_unit(activity.row.cells[activity.record_sheet.where[column.key]])
        else text
    )


def line_end_of(text: str) -> str:
    r"""How the first row of a CSV text ends: `\r\n`, or else `\n`."""
    lines = list(StringIO(text, newline=""))
    reader = csv.reader(lines)
    next(reader, None)
    return "\r\n" if lines and lines[reader.line_num - 1].endswith("\r\n") else "\n"


def loss_in(activity: Activity) -> Reject | None:
    """What the record says and its canonical form could not: a time, another weekday."""
    for column in COLUMNS:
        if column.kind is ValueKind.DATE and column.key in activity.record_sheet.where:
            text = activity.row.cells[activity.record_sheet.where[column.key]]
            day: PartialDate | None = getattr(activity, column.key)
            if day and lost_in(text, day.first):
                params = {"value": text, "column": column.title}
                return Reject(Fault.BAD_VALUE, activity.at(column.key), "fmt.clock", params)
    return None


def same_records(before: Sequence[Activity], after: Sequence[Activity]) -> bool:
    """True when both say the same, but for ids that were given."""
    if len(before) != len(after):
        return False
    columns = len(COLUMNS)
    return all(
        old[1:columns] == new[1:columns] and old.id in (new.id, None)
        for old, new in zip(before, after, strict=True)
    )


def record_path(period: Period, county: Unit) -> str:
    """Where records of a county and a period are kept: activities/2021Q2/wushan.csv."""
    return f"{ACTIVITIES}/{period.label}/{fold(county.pinyin)}.csv"


def id_stem(activity: Activity) -> str:
    """What the id of a record begins with: its folder and its county, `2021Q2-wushan`."""
    return f"{_folder(activity)}-{fold(activity.county.pinyin)}"


def highest_numbers(texts: Iterable[str], stems: Collection[str]) -> dict[str, int]:
    """The highest number that follows each of `stems` anywhere in `texts`, 0 where none does."""
    highest = dict.fromkeys(stems, 0)
    if not highest:
        return highest
    pattern = re.compile(f"({'|'.join(map(re.escape, highest))}){_NUMBER}")
    for text in texts:
        for stem, number in pattern.findall(text):
            highest[stem] = max(highest[stem], int(number))
    return highest


def with_ids(activities: Iterable[Activity], highest: dict[str, int]) -> list[Activity]:
    """The records, those without an id given the next of their stem; `highest` counts along."""
    named = []
    for activity in activities:
        if activity.id is None:
            stem = id_stem(activity)
            highest[stem] += 1
            activity = activity._replace(id=f"{stem}-{highest[stem]:02d}")
        named.append(activity)
    return named


def difference(path: str, before: str, after: str) -> str:
    """What changes in the lines of a file, as a unified diff; line ends are not compared."""
    old, new = ("\n".join(lines_of(text)).splitlines(keepends=True) for text in (before, after))
    lines = unified_diff(old, new, path, path)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


class _Lines(list[str]):
    """The rows that a csv writer makes, each with the line end of its file."""

    def __init__(self, line_end: str) -> None:
        super().__init__()
        self._line_end = line_end

    def write(self, line: str) -> None:
        """Take one row; line breaks within its cells stay as they are."""
        self.append(line.removesuffix("\r\n") + self._line_end)


def _folder(activity: Activity) -> str:
    """The quarter or year that names the file's folder, else the folder, else the date's year."""
    if quarter := folder_quarter(activity.path):
        return quarter.label
    if year := folder_year(activity.path):
        return str(year)
    folders = activity.path.split("/")[:-1]
    if folders[:1] == [ACTIVITIES] and len(folders) > 1 and _FOLDER.fullmatch(folders[-1]):
        return folders[-1]
    return f"{activity.date.first.year:04d}"
