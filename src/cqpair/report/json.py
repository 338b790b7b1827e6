"""`report` as JSON."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Annotated, TypedDict

from cqpair.fields import Activity
from cqpair.model.remarks import Remarks
from cqpair.model.tasks import LeadKind
from cqpair.period import Period
from cqpair.report import By, Provenance, Report
from cqpair.report.json_changes import ClosedQuarterShape, closed_quarter
from cqpair.report.json_lines import (
    AreaFigures,
    FiguresShape,
    OneSidedShape,
    PairFigures,
    QuarterShape,
    RowFigures,
    SilenceShape,
    Subtotals,
    TraceShape,
    area_figures,
    figures_json,
    pair_figures,
    row_figures,
    subtotals,
    trace_rows,
)
from cqpair.schema import AreaKey, Count, Day, Fact, LineNumber, Path
from cqpair.select import Exclusion, Filter, Kind


class Label(TypedDict):
    """What a period is called."""

    label: str


class Days(TypedDict):
    """From which day to which, both included."""

    start: Day
    end: Day


class PeriodShape(Label, Days):
    """Days from start to end, both included."""


class ProgrammeShape(TypedDict):
    """The notice the work is done under."""

    title: str
    number: str


class FilterShape(TypedDict):
    """What the report was narrowed to; null is everything."""

    pair: Annotated[str | None, Fact("The county of the pairing")]
    area: AreaKey | None
    lead: LeadKind | None


class GapShape(TypedDict):
    """A task area without an activity of this county's pairing."""

    county: str
    area: int


class CountedProblems(TypedDict):
    """Problems found in the files that were read."""

    errors: Count
    warnings: Count


class ProvenanceShape(TypedDict):
    """What the figures were made from."""

    cqpair: Annotated[str, Fact("The version that counted")]
    data_sha256: Annotated[str, Fact("Of the files read", "^[0-9a-f]{64}$")]
    records: Count
    generated_at: Annotated[str, Fact(shape=datetime)]
    remarks: Annotated[Path | None, Fact("The file of what people added")]


class LeftOutShape(TypedDict):
    """A record, column or file that could not be counted."""

    kind: Kind
    path: Path
    sheet: str | None
    line: LineNumber | None


class ComparedShape(Label, Days):
    """The period compared with, and its totals."""

    totals: FiguresShape
    left_out: list[LeftOutShape]


class ToDateShape(Days):
    """The year up to the end of the period, and its totals."""

    totals: FiguresShape


class MadeUpShape(TypedDict):
    """How many of the records that the report tells anything of are made up."""

    records: Count
    of: Count


class FiguresPart(TypedDict):
    """The period, and what it comes to."""

    period: PeriodShape
    compared: Annotated[ComparedShape | None, Fact("null: nothing was compared")]
    year_to_date: Annotated[
        ToDateShape | None,
        Fact("null: the period is it, or begins in an earlier year"),
    ]
    programme: ProgrammeShape | None
    filters: FilterShape
    totals: FiguresShape
    subtotals: Subtotals
    areas: list[AreaFigures]
    safeguards: list[AreaFigures]
    pairs: list[PairFigures]
    by: By
    rows: Annotated[list[RowFigures], Fact("The main table, where not by area")]
    trend: Annotated[list[QuarterShape], Fact("The latest quarters, oldest first")]
    undated: Annotated[Count, Fact("Activities that may lie in one of these")]


class SilencePart(TypedDict):
    """Who did nothing, and where."""

    silent_pairs: Annotated[
        list[str], Fact("Counties that surely have no activity and of which no return came")
    ]
    nil_pairs: Annotated[list[str], Fact("Counties of which 零报告 came, and nothing else")]
    uncertain_pairs: Annotated[
        list[str], Fact("Counties of which what is left out may hold an activity")
    ]
    silences: list[SilenceShape]
    one_sided: list[OneSidedShape]
    blank_cells: Annotated[Count, Fact("How many `untouched` there are")]
    untouched: list[GapShape]


class DoubleShape(TypedDict):
    """A record that is not counted, since another tells the same event."""

    id: str
    kept: Annotated[str, Fact("The record that counts")]


class RemarksShape(TypedDict):
    """What people wrote for the report of the period, sentence by sentence."""

    highlights: list[str]
    problems: list[str]
    next: list[str]


class RecordsPart(TypedDict):
    """Records to name, and what the figures rest on."""

    highlights: Annotated[list[str], Fact("Exemplars: ids, or places without one")]
    meetings: Annotated[list[str], Fact("Joint meetings held")]
    planned: Annotated[list[str], Fact("Of the period, and not done")]
    planned_next: Annotated[list[str], Fact("Of the quarter after it")]
    imprecise: Annotated[list[str], Fact("Dates too coarse to be in the period")]
    doubles: Annotated[list[DoubleShape], Fact("Decided to be one event with another record")]
    undecided: Annotated[list[list[str]], Fact("Pairs of records that may be one event")]
    left_out: Annotated[list[LeftOutShape], Fact("Kept out of figures by errors")]
    left_out_beside: Annotated[list[LeftOutShape], Fact("The same of other periods")]
    changes: Annotated[
        list[ClosedQuarterShape], Fact("Closed quarters it sums up that differ since")
    ]
    remarks: Annotated[
        RemarksShape | None,
        Fact("null: none for this period, or with an error, or narrowed to a part"),
    ]
    made_up: Annotated[MadeUpShape, Fact("Records that say 演示数据 in their title")]
    trace: Annotated[list[TraceShape] | None, Fact("With --trace, else null")]
    problems: CountedProblems
    provenance: ProvenanceShape


class ReportShape(FiguresPart, SilencePart, RecordsPart):
    """`cqpair report --format json`."""


def report_json(
    report: Report, provenance: Provenance, shown: Callable[[str], str], traced: bool
) -> ReportShape:
    """A report as JSON has it; `shown` turns a path into the one a reader is told."""
    return {
        **_figures(report, shown),
        **_silence(report),
        **_records(report, provenance, shown, traced),
    }


def _figures(report: Report, shown: Callable[[str], str]) -> FiguresPart:
    """The part with what is counted: 人次 as numbers, 元 as texts with two decimals."""
    period, notice = report.period, report.notice
    return {
        "period": {"label": period.label, **_days(period)},
        "compared": _compared(report, shown),
        "year_to_date": _to_date(report),
        "programme": notice and {"title": notice.title, "number": notice.number},
        "filters": _filters(report.record_filter),
        "totals": figures_json(report.totals.now),
        "subtotals": subtotals(report),
        "areas": [area_figures(line) for line in report.areas],
        "safeguards": [area_figures(line) for line in report.safeguards],
        "pairs": [pair_figures(pair) for pair in report.pairs],
        "by": report.by,
        "rows": [row_figures(line) for line in report.rows],
        "trend": [{"quarter": q.label, "activities": n} for q, n in report.trend],
        "undated": report.undated,
    }


def _silence(report: Report) -> SilencePart:
    """The part with who reported nothing, and for how many quarters."""
    return {
        "silent_pairs": list(report.silent),
        "nil_pairs": list(report.nil),
        "uncertain_pairs": list(report.uncertain),
        "silences": [
            {"county": s.county, "quarters": s.quarters, "at_least": s.at_least}
            for s in report.silences
        ],
        "one_sided": [
            {"county": pair.county, "active": pair.active, "absent": pair.absent}
            for pair in report.one_sided
        ],
        "blank_cells": len(report.untouched),
        "untouched": [{"county": gap.county, "area": gap.area.no} for gap in report.untouched],
    }


def _records(
    report: Report, provenance: Provenance, shown: Callable[[str], str], traced: bool
) -> RecordsPart:
    """The part with records: those that stand out, and if `traced` those behind each figure."""
    return {
        "highlights": _references(report.highlights),
        "meetings": _references(report.meetings),
        "planned": _references(report.planned),
        "planned_next": _references(report.planned_next),
        "imprecise": _references(report.imprecise),
        "doubles": [{"id": a.reference, "kept": b.reference} for a, b in report.doubles],
        "undecided": [[c.first.reference, c.second.reference] for c in report.undecided],
        "left_out": _exclusions(report.exclusions, shown),
        "left_out_beside": _exclusions(report.exclusions_beside, shown),
        "changes": [closed_quarter(one) for one in report.since_closing],
        "remarks": _remarks(report.remarks),
        "made_up": {"records": report.made_up.records, "of": report.made_up.of},
        "trace": list(trace_rows(report)) if traced else None,
        "problems": {"errors": provenance.errors, "warnings": provenance.warnings},
        "provenance": _provenance(provenance, shown),
    }


def _remarks(remarks: Remarks | None) -> RemarksShape | None:
    """What people wrote; null where nothing of it is used."""
    if remarks is None:
        return None
    return {
        "highlights": list(remarks.highlights),
        "problems": list(remarks.problems),
        "next": list(remarks.next),
    }


def _references(activities: Sequence[Activity]) -> list[str]:
    """What each record is referred to by, its id or its place."""
    return [activity.reference for activity in activities]


def _days(period: Period) -> Days:
    """The first and the last day of a period, as ISO 8601 writes them."""
    return {"start": period.start.isoformat(), "end": period.end.isoformat()}


def _filters(record_filter: Filter) -> FilterShape:
    """What the report was narrowed to; null where it was not."""
    return {
        "pair": record_filter.pair,
        "area": record_filter.area and record_filter.area.key,
        "lead": record_filter.lead,
    }


def _provenance(told: Provenance, shown: Callable[[str], str]) -> ProvenanceShape:
    """What the report was made from, with what and when; the time is to the second."""
    return {
        "cqpair": told.cqpair,
        "data_sha256": told.data_sha256,
        "records": told.records,
        "generated_at": told.generated_at.isoformat(timespec="seconds"),
        "remarks": told.remarks and shown(told.remarks),
    }


def _to_date(report: Report) -> ToDateShape | None:
    """The year up to the period's end, or null where it is no more than the period."""
    period, found = report.spans.to_date, report.totals.to_date
    if period is None or found is None:
        return None
    return {**_days(period), "totals": figures_json(found)}


def _compared(report: Report, shown: Callable[[str], str]) -> ComparedShape | None:
    """The period that the report stands beside, or null without one."""
    period, before = report.compared, report.totals.before
    if period is None or before is None:
        return None
    return {
        "label": period.label,
        **_days(period),
        "totals": figures_json(before),
        "left_out": _exclusions(report.exclusions_before, shown),
    }


def _exclusions(exclusions: Sequence[Exclusion], shown: Callable[[str], str]) -> list[LeftOutShape]:
    """What could not be counted, by its kind and place."""
    return [
        {"kind": kind, "path": shown(place.path), "sheet": place.sheet, "line": place.line}
        for kind, place, _ in exclusions
    ]
