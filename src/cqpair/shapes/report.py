"""`report` as JSON."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from cqpair.left_out import Kind, LeftOut
from cqpair.model.tasks import LeadKind
from cqpair.report import AreaLine, By, Line, PairLine, Provenance, Report
from cqpair.shapes.figures import FiguresShape, figure_values, figures_shape
from cqpair.shapes.shape import AreaKey, Count, Path, Shape
from cqpair.shapes.shape import Line as LineNumber


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


class AreaIdentity(Shape):
    """Which task area or safeguard, beside the period compared with."""

    no: int
    code: str
    title: str
    previous: FiguresShape | None


class AreaFigures(FiguresShape, AreaIdentity):
    """A task area or a safeguard in figures."""


class PairIdentity(Shape):
    """Which pairing; `areas` counts its activities by area number."""

    no: int
    county: str
    partners: list[str]
    areas: dict[Annotated[str, Field(pattern="^[0-9]+$")], Count]


class PairFigures(FiguresShape, PairIdentity):
    """A pairing in figures."""


class RowIdentity(Shape):
    """Which row of the main table where it is not by area."""

    label: str
    previous: FiguresShape | None


class RowFigures(FiguresShape, RowIdentity):
    """A row of the main table in figures."""


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


class ComparedShape(Shape):
    """The period compared with, and its totals."""

    label: str
    start: date
    end: date
    totals: FiguresShape
    left_out: list["LeftOutShape"]


class LeftOutShape(Shape):
    """A record, column or file that could not be counted."""

    kind: Kind
    path: Path
    sheet: str | None
    line: LineNumber | None


class ReportShape(Shape):
    """`cqpair report --format json`."""

    period: PeriodShape
    compared: Annotated[ComparedShape | None, Field(description="null: nothing was compared")]
    programme: ProgrammeShape | None
    filters: FilterShape
    totals: FiguresShape
    areas: list[AreaFigures]
    safeguards: list[AreaFigures]
    pairs: list[PairFigures]
    by: By
    rows: Annotated[list[RowFigures], Field(description="The main table, where not by area")]
    silent_pairs: Annotated[list[str], Field(description="Counties without an activity")]
    blank_cells: Annotated[Count, Field(description="How many `untouched` there are")]
    untouched: list[GapShape]
    highlights: Annotated[list[str], Field(description="Exemplars: ids, or places without one")]
    imprecise: Annotated[list[str], Field(description="Dates too coarse to be in the period")]
    left_out: Annotated[list[LeftOutShape], Field(description="Kept out of figures by errors")]
    problems: CountedProblems
    provenance: ProvenanceShape


def report_json(report: Report, provenance: Provenance, shown: Callable[[str], str]) -> Any:
    """A report as plain JSON values; `shown` turns a path into the one a reader is told."""
    wanted = report.wanted
    return ReportShape(
        period=PeriodShape(
            label=report.period.label, start=report.period.start, end=report.period.end
        ),
        compared=_compared(report, shown),
        programme=report.notice
        and ProgrammeShape(title=report.notice.title, number=report.notice.number),
        filters=FilterShape(
            pair=wanted.pair,
            area=wanted.area and wanted.area.key,
            lead=wanted.lead,
        ),
        totals=figures_shape(report.totals.now),
        areas=[_area(line) for line in report.areas],
        safeguards=[_area(line) for line in report.safeguards],
        pairs=[_pair(pair) for pair in report.pairs],
        by=report.by,
        rows=[_row(line) for line in report.rows],
        silent_pairs=list(report.silent),
        blank_cells=len(report.untouched),
        untouched=[GapShape(county=gap.county, area=gap.area.no) for gap in report.untouched],
        highlights=[activity.reference for activity in report.highlights],
        imprecise=[activity.reference for activity in report.imprecise],
        left_out=_left_out(report.left_out, shown),
        problems=CountedProblems(errors=provenance.errors, warnings=provenance.warnings),
        provenance=ProvenanceShape(
            cqpair=provenance.cqpair,
            data_sha256=provenance.data_sha256,
            records=provenance.records,
            generated_at=provenance.generated_at.isoformat(timespec="seconds"),
        ),
    ).model_dump(mode="json")


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
        for kind, place in left_out
    ]


def _area(line: AreaLine) -> AreaFigures:
    area = line.area
    return AreaFigures(
        no=area.no,
        code=area.code,
        title=area.title,
        previous=_previous(line.line),
        **figure_values(line.line.now),
    )


def _pair(pair: PairLine) -> PairFigures:
    return PairFigures(
        no=pair.pairing.no,
        county=pair.pairing.county,
        partners=list(pair.pairing.partners),
        areas={str(no): count for no, count in pair.areas.items()},
        **figure_values(pair.line.now),
    )


def _row(line: Line) -> RowFigures:
    return RowFigures(label=line.label, previous=_previous(line), **figure_values(line.now))


def _previous(line: Line) -> FiguresShape | None:
    return None if line.before is None else figures_shape(line.before)
