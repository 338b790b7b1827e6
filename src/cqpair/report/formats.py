"""The formats of a report, from its Document or from the Report itself; those of `changes`."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from cqpair.render import DOCUMENTS, DOCX, JSON, TABLES, Format
from cqpair.render.document import Document, Table
from cqpair.report import Provenance, Report
from cqpair.report.signed import Changes
from cqpair.report.words import compose


class RenderRequest(NamedTuple):
    """A report as it is asked for.

    `shown` turns a path into the one a reader is told. `signer` is who signs it, None for whoever
    puts a seal on it. `traced` asks for the records behind each figure in formats that leave them
    out otherwise. `base` is an office's own .docx. `full` asks for all of it on a terminal.
    """

    report: Report
    provenance: Provenance
    shown: Callable[[str], str]
    signer: str | None = None
    traced: bool = False
    base: bytes | None = None
    full: bool = False

    def document(self, *, with_trace: bool = False, whole: bool = False) -> Document:
        """The report in words, with every record however many there are where it is `whole`.

        The records behind each figure are named `with_trace`, or where that was asked for.
        """
        trace = with_trace or self.traced
        return compose(self.report, self.provenance, self.signer, trace=trace, whole=whole)


def _brief(edition: RenderRequest) -> Document:
    """The report, of which a terminal shows the digest unless more was asked for."""
    document = edition.document()
    return document._replace(digest=()) if edition.full or edition.traced else document


def _on_base(edition: RenderRequest) -> tuple[Document, bytes | None]:
    """The report, and the .docx of the office that it is added to."""
    return edition.document(), edition.base


def _folding(edition: RenderRequest) -> Document:
    """The report with its trace, for a page on which that is folded until somebody asks."""
    return edition.document(with_trace=True)


def _whole(edition: RenderRequest) -> Document:
    """The report with every record, for formats in which one can search and sort."""
    return edition.document(whole=True)


def _json(edition: RenderRequest) -> object:
    """The report as JSON has it, with paths as they are told a person."""
    from cqpair.report.json import report_json

    return report_json(edition.report, edition.provenance, edition.shown, edition.traced)


def _flat(edition: RenderRequest) -> Table:
    from cqpair.report.flat import flat_table, warnings
    from cqpair.report.records import trace_table
    from cqpair.report.wording import wording_of

    wording = wording_of(edition.report, edition.provenance.generated_at.date())
    table = flat_table(wording)
    if edition.traced:
        table = trace_table(wording)
        notes = tuple(warnings(wording, len(table.columns)))
        table = table._replace(rows=(*table.rows, *notes))
    return table


FORMATS: Mapping[str, Format[RenderRequest]] = {
    "text": DOCUMENTS["text"].of(_brief),
    "markdown": DOCUMENTS["markdown"].of(RenderRequest.document),
    "html": DOCUMENTS["html"].of(_folding),
    "docx": DOCX.of(_on_base),
    "xlsx": DOCUMENTS["xlsx"].of(_whole),
    "json": JSON.of(_json),
    "csv": TABLES["csv"].of(_flat),
}


TAKING_BASE = (FORMATS["docx"],)
"""The formats that follow an office's own document."""


OF_DATA = (FORMATS["json"], FORMATS["csv"])
"""The formats that programs read; a file of any other may be what was signed."""


IN_WORDS = tuple(FORMATS[name] for name in ("text", "markdown", "html", "docx"))
"""The formats in which a person reads sentences."""


def _changes_json(changes: Changes) -> object:
    from cqpair.report.json_changes import changes_json

    return changes_json(changes)


def _changes_table(changes: Changes) -> Table:
    from cqpair.report.changes import changes_table

    return changes_table(changes)


CHANGES: Mapping[str, Format[Changes]] = {
    "table": TABLES["table"].of(_changes_table),
    "json": JSON.of(_changes_json),
    "csv": TABLES["csv"].of(_changes_table),
}
