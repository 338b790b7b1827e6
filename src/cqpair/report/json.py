"""`report` as JSON."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from cqpair.fields import Activity
from cqpair.model.tasks import LeadKind
from cqpair.report import By, Provenance, Report
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
    figures_shape,
    pair_figures,
    row_figures,
    subtotals,
    trace_shapes,
)
from cqpair.schema import AreaKey, Count, LineNumber, Path, Shape
from cqpair.select import Filter, Kind, LeftOut


class PeriodShape(Shape):
    """Days from start to end, both included."""

    label: str
    start: date
    end: date


class ProgrammeShape(Shape):
    """The notice the work is done under."""

    title: str
    number: str


class FilterShape(Shape):
    """What the report was narrowed to; null is everything."""

    pair: Annotated[str | None, Field(description="The county of the pairing")]
    area: AreaKey | None
    lead: LeadKind | None


class GapShape(Shape):
    """A task area without an activity of this county's pairing."""

    county: str
    area: int


class CountedProblems(Shape):
    """Problems found in the files that were read."""

    errors: Count
    warnings: Count


class ProvenanceShape(Shape):
    """What the figures were made from."""

    cqpair: Annotated[str, Field(description="The version that counted")]
    data_sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$", description="Of the files read")]
    records: Count
    generated_at: Annotated[str, Field(json_schema_extra={"format": "date-time"})]


class LeftOutShape(Shape):
    """A record, column or file that could not be counted."""

    kind: Kind
    path: Path
    sheet: str | None
    line: LineNumber | None


class ComparedShape(Shape):
    """The period compared with, and its totals."""

    label: str
    start: date
    end: date
    totals: FiguresShape
    left_out: list[LeftOutShape]


class ToDateShape(Shape):
    """The year up to the end of the period, and its totals."""

    start: date
    end: date
    totals: FiguresShape


class MadeUpShape(Shape):
    """How many of the records that the report tells anything of are made up."""

    records: Count
    of: Count


class ReportShape(Shape):
    """`cqpair report --format json`."""

    period: PeriodShape
    compared: Annotated[ComparedShape | None, Field(description="null: nothing was compared")]
    year_to_date: Annotated[
        ToDateShape | None,
        Field(description="null: the period is it, or begins in an earlier year"),
    ]
    programme: ProgrammeShape | None
    filters: FilterShape
    totals: FiguresShape
    subtotals: Subtotals
    areas: list[AreaFigures]
    safeguards: list[AreaFigures]
    pairs: list[PairFigures]
    by: By
    rows: Annotated[list[RowFigures], Field(description="The main table, where not by area")]
    trend: Annotated[list[QuarterShape], Field(description="The latest quarters, oldest first")]
    undated: Annotated[Count, Field(description="Activities that may lie in one of these")]
    silent_pairs: Annotated[list[str], Field(description="Counties that surely have no activity")]
    uncertain_pairs: Annotated[
        list[str], Field(description="Counties of which what is left out may hold an activity")
    ]
    silences: list[SilenceShape]
    one_sided: list[OneSidedShape]
    blank_cells: Annotated[Count, Field(description="How many `untouched` there are")]
    untouched: list[GapShape]
    highlights: Annotated[list[str], Field(description="Exemplars: ids, or places without one")]
    meetings: Annotated[list[str], Field(description="Joint meetings held")]
    planned: Annotated[list[str], Field(description="Of the period, and not done")]
    planned_next: Annotated[list[str], Field(description="Of the quarter after it")]
    imprecise: Annotated[list[str], Field(description="Dates too coarse to be in the period")]
    left_out: Annotated[list[LeftOutShape], Field(description="Kept out of figures by errors")]
    left_out_beside: Annotated[list[LeftOutShape], Field(description="The same of other periods")]
    made_up: Annotated[MadeUpShape, Field(description="Records that say 演示数据 in their title")]
    trace: Annotated[list[TraceShape] | None, Field(description="With --trace, else null")]
    problems: CountedProblems
    provenance: ProvenanceShape


def report_json(
    report: Report, provenance: Provenance, shown: Callable[[str], str], traced: bool
) -> Any:
    """A report as plain JSON values; `shown` turns a path into the one a reader is told."""
    return ReportShape(
        period=PeriodShape(
            label=report.period.label, start=report.period.start, end=report.period.end
        ),
        compared=_compared(report, shown),
        programme=report.notice
        and ProgrammeShape(title=report.notice.title, number=report.notice.number),
        year_to_date=_to_date(report),
        filters=_filters(report.wanted),
        totals=figures_shape(report.totals.now),
        subtotals=subtotals(report),
        areas=[area_figures(line) for line in report.areas],
        safeguards=[area_figures(line) for line in report.safeguards],
        pairs=[pair_figures(pair) for pair in report.pairs],
        by=report.by,
        rows=[row_figures(line) for line in report.rows],
        trend=[QuarterShape(quarter=q.label, activities=n) for q, n in report.trend],
        undated=report.undated,
        **_silence(report),
        highlights=_references(report.highlights),
        meetings=_references(report.meetings),
        planned=_references(report.planned),
        planned_next=_references(report.planned_next),
        imprecise=_references(report.imprecise),
        left_out=_left_out(report.left_out, shown),
        left_out_beside=_left_out(report.left_out_beside, shown),
        made_up=MadeUpShape(records=report.made_up.records, of=report.made_up.of),
        trace=list(trace_shapes(report)) if traced else None,
        problems=CountedProblems(errors=provenance.errors, warnings=provenance.warnings),
        provenance=_provenance(provenance),
    ).model_dump(mode="json")


def _silence(report: Report) -> dict[str, Any]:
    """What is said of who did nothing, and where."""
    return {
        "silent_pairs": list(report.silent),
        "uncertain_pairs": list(report.uncertain),
        "silences": [SilenceShape(**told._asdict()) for told in report.silences],
        "one_sided": [OneSidedShape(**told._asdict()) for told in report.one_sided],
        "blank_cells": len(report.untouched),
        "untouched": [GapShape(county=gap.county, area=gap.area.no) for gap in report.untouched],
    }


def _references(activities: Sequence[Activity]) -> list[str]:
    return [activity.reference for activity in activities]


def _filters(wanted: Filter) -> FilterShape:
    return FilterShape(pair=wanted.pair, area=wanted.area and wanted.area.key, lead=wanted.lead)


def _provenance(told: Provenance) -> ProvenanceShape:
    return ProvenanceShape(
        cqpair=told.cqpair,
        data_sha256=told.data_sha256,
        records=told.records,
        generated_at=told.generated_at.isoformat(timespec="seconds"),
    )


def _to_date(report: Report) -> ToDateShape | None:
    period, found = report.spans.to_date, report.totals.to_date
    if period is None or found is None:
        return None
    return ToDateShape(start=period.start, end=period.end, totals=figures_shape(found))


def _compared(report: Report, shown: Callable[[str], str]) -> ComparedShape | None:
    period, before = report.compared, report.totals.before
    if period is None or before is None:
        return None
    return ComparedShape(
        label=period.label,
        start=period.start,
        end=period.end,
        totals=figures_shape(before),
        left_out=_left_out(report.left_out_before, shown),
    )


def _left_out(left_out: Sequence[LeftOut], shown: Callable[[str], str]) -> list[LeftOutShape]:
    return [
        LeftOutShape(kind=kind, path=shown(place.path), sheet=place.sheet, line=place.line)
        for kind, place, _ in left_out
    ]
