"""How a report is written: one writer a format, each in a module of its own."""

from collections.abc import Callable
from typing import NamedTuple

from cqpair.render import CSV, DOCX, HTML, JSON, MARKDOWN, TEXT, XLSX, Format
from cqpair.render.document import Document
from cqpair.report import Provenance, Report
from cqpair.report.words.document import compose


class Edition(NamedTuple):
    """A report as it is asked for.

    `shown` turns a path into the one a reader is told. `signer` is who signs it, None for whoever
    puts a seal on it. `traced` asks for the records behind each figure in formats that leave them
    out otherwise. `base` is an office's own .docx.
    """

    report: Report
    provenance: Provenance
    shown: Callable[[str], str]
    signer: str | None = None
    traced: bool = False
    base: bytes | None = None

    def document(self, *, with_trace: bool = True, whole: bool = False) -> Document:
        """The report in words, with every record however many there are where it is `whole`."""
        trace = with_trace or self.traced
        return compose(self.report, self.provenance, self.signer, trace=trace, whole=whole)


class Writer(NamedTuple):
    """How a report is made in a format; `takes_base` follows an office's own document."""

    write: Callable[[Edition], bytes]
    format: Format
    takes_base: bool = False


def _write_text(edition: Edition) -> bytes:
    from cqpair.render.text import write_document

    return write_document(edition.document(with_trace=False)).encode("utf-8")


def _write_markdown(edition: Edition) -> bytes:
    from cqpair.render.markdown import write_document

    return write_document(edition.document()).encode("utf-8")


def _write_html(edition: Edition) -> bytes:
    from cqpair.render.page import write_document

    return write_document(edition.document())


def _write_docx(edition: Edition) -> bytes:
    from cqpair.render.word import write_document

    return write_document(edition.document(), edition.base)


def _write_xlsx(edition: Edition) -> bytes:
    from cqpair.render.workbook import write_document

    return write_document(edition.document(whole=True))


def _write_json(edition: Edition) -> bytes:
    from cqpair.render.json_file import write_json
    from cqpair.report.json import report_json

    told = report_json(edition.report, edition.provenance, edition.shown, edition.traced)
    return write_json(told).encode("utf-8")


def _write_csv(edition: Edition) -> bytes:
    from cqpair.render.csv_file import write_table
    from cqpair.report.flat import flat_table, warnings
    from cqpair.report.records import trace_table
    from cqpair.report.wording import wording_of

    wording = wording_of(edition.report, edition.provenance.generated_at.date())
    table = flat_table(wording)
    if edition.traced:
        table = trace_table(wording)
        notes = tuple(warnings(wording, len(table.columns)))
        table = table._replace(rows=(*table.rows, *notes))
    return write_table(table).encode("utf-8")


WRITERS = {
    "text": Writer(_write_text, TEXT),
    "markdown": Writer(_write_markdown, MARKDOWN),
    "html": Writer(_write_html, HTML),
    "docx": Writer(_write_docx, DOCX, takes_base=True),
    "xlsx": Writer(_write_xlsx, XLSX),
    "json": Writer(_write_json, JSON),
    "csv": Writer(_write_csv, CSV),
}
