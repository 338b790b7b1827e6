"""Closed quarters that differ since, in words: one sentence each, and the annex that has all."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from cqpair.fields import BY_KEY
from cqpair.messages import say
from cqpair.render.document import CellKind, Column, Paragraph, Table
from cqpair.report import Report
from cqpair.report.changes import ABOUT, ChangeKind, ChangeRow, change_rows
from cqpair.report.signed import Cells, Changes
from cqpair.report.wording import (
    LONGEST_QUOTED,
    AnnexKind,
    Wording,
    day_words,
    enumerated,
    period_words,
)

_INNER_QUOTES = str.maketrans("“”", "‘’")
"""Quotes within quotes (GB/T 15834-2011, 4.8.3.3)."""


_MOST_NAMED = 3  # records of a kind; the annex has all


_TITLES = ("kind", "id", "county", "title", "item", "was", "now")


def own_changes(wording: Wording) -> Iterator[Paragraph]:
    """That the report's own quarter was closed, and differs since."""
    for changes in wording.report.since_closing:
        if changes.quarter == wording.report.period:
            what = "、".join(text for text, _ in _kinds(changes)) or say("report.since-totals")
            text = say("report.since-own", this=wording.this, **_where(wording, changes, what))
            yield Paragraph(text, alert=True)


def other_changes(wording: Wording) -> Iterator[Paragraph]:
    """What differs of each other closed quarter that the report sums up: what came is named."""
    report = wording.report
    for changes in report.since_closing:
        if changes.quarter == report.period:
            continue
        what = "、".join(
            say("report.since-named", what=text, names=_names(wording, records))
            for text, records in _kinds(changes)
        )
        inside = report.period.overlaps(changes.quarter)
        span = None if inside else wording.to_date
        key = "since-to-date" if span else "since-this"
        where = _where(wording, changes, what or say("report.since-totals"))
        text = say(
            "report.since-other",
            period=period_words(changes.quarter),
            sum=say(f"report.{key}", span=span),
            **where,
        )
        yield Paragraph(text)


def changes_tables(report: Report) -> Iterator[Table]:
    """All that differs, a table a quarter; totals too where they are of what the report is of."""
    whole = report.record_filter.everything
    for changes in report.since_closing:
        kinds = {"id": CellKind.ID}
        columns = tuple(
            Column(say(f"document.col-{key}"), kinds.get(key, CellKind.TEXT)) for key in _TITLES
        )
        rows = tuple(
            (
                say(f"document.kind-{row.kind}"),
                *(row.id, row.county, row.title, _item(row)),
                *(_value(row, value) for value in row.values),
            )
            for row in change_rows(changes, with_totals=whole)
        )
        period, day = period_words(changes.quarter), day_words(changes.closed_at.date())
        caption = say("document.caption-changes", period=period, day=day)
        name = say("document.sheet-changes", quarter=changes.quarter.label)
        yield Table(columns, rows, caption=caption, name=name)


def _item(row: ChangeRow) -> str:
    column = BY_KEY.get(row.item)
    if column is None:
        return say(f"document.col-{row.item}") if row.item else ""
    return column.sum_title if row.kind is ChangeKind.TOTALS else column.header


def _value(row: ChangeRow, text: str | None) -> str | None:
    """A total with its thousands apart; any other text as the record has it."""
    if row.kind is not ChangeKind.TOTALS or not text:
        return text
    number = text.lstrip(ABOUT)
    return f"{text.removesuffix(number)}{Decimal(number):,}"


def _where(wording: Wording, changes: Changes, what: str) -> dict[str, str]:
    day = day_words(changes.closed_at.date())
    return {"day": day, "what": what, "see": wording.see(AnnexKind.CHANGES)}


def _kinds(changes: Changes) -> Iterator[tuple[str, Sequence[Cells]]]:
    """How many records of each kind differ, where any do, and which."""
    for kind, records in (
        (ChangeKind.ADDED, [*changes.added.values()]),
        (ChangeKind.CORRECTED, [one.now for one in changes.corrected]),
        (ChangeKind.WITHDRAWN, [*changes.withdrawn.values()]),
        (ChangeKind.DECIDED, [one.cells for one in changes.decided]),
    ):
        if records:
            yield say(f"report.since-{kind}", n=len(records)), records


def _names(wording: Wording, records: Sequence[Cells]) -> str:
    return enumerated([_name(wording, record) for record in records], _MOST_NAMED)


def _name(wording: Wording, record: Cells) -> str:
    """A record by its county and title, or by its county where the title is no short one."""
    county, text = record.get("county", ""), wording.unmarked(record.get("title", ""))
    if len(text) > LONGEST_QUOTED:
        return county
    return say("report.since-name", county=county, title=text.translate(_INNER_QUOTES))
