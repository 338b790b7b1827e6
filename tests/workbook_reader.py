"""What tests of workbooks share: reading one as openpyxl does, and what a cell should hold."""

import shutil
import subprocess
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from cqpair.render.document import Annex, Cell, CellKind, Column, Document, Refs, Table
from cqpair.render.workbook import write_document
from cqpair.render.workbook.cells import cell_string
from cqpair.values import Figure, PartialDate
from sample_document import SAMPLE

SOFFICE = shutil.which("soffice")

TEXT_COUNT = (Column("甲"), Column("数", CellKind.COUNT))


def read(document: Document = SAMPLE, *, values: bool = True) -> Any:
    return load_workbook(BytesIO(write_document(document)), data_only=values)


def xml(document: Document, name: str) -> str:
    with zipfile.ZipFile(BytesIO(write_document(document))) as packed:
        return packed.read(name).decode()


def of(table: Table, **parts: Any) -> Document:
    """The sample with this table in its only annex."""
    return SAMPLE._replace(annexes=(Annex("表", (table,)),))._replace(**parts)


def converted(path: Path, suffix: str) -> Path:
    """The workbook as LibreOffice calculates it, saved anew or printed: `xlsx` or `pdf`."""
    out = path.parent / "out"
    words = [str(SOFFICE), f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"]
    words += ["--headless", "--convert-to", suffix, "--outdir", str(out), path.name]
    subprocess.run(words, cwd=path.parent, check=True, capture_output=True, timeout=120)
    return out / f"{path.stem}.{suffix}"


def calculated(path: Path) -> Any:
    """The same, read for its values; what openpyxl writes has no values of formulas."""
    return load_workbook(converted(path, "xlsx"), data_only=True)


def header_row(sheet: Any, table: Table) -> int:
    """The row of the header, counted from 1."""
    titles = [column.title for column in table.columns]
    rows = sheet.iter_rows(values_only=True)
    return next(n for n, row in enumerate(rows, 1) if list(row[: len(titles)]) == titles)


def rows_of(sheet: Any, table: Table) -> list[list[Any]]:
    first, wide = header_row(sheet, table) + 1, len(table.columns)
    return [list(row) for row in sheet.iter_rows(first, first + len(table.rows) - 1, 1, wide)]


def held(value: Cell, kind: CellKind, *, blank: bool = False) -> object:
    """What a cell holds when it is right; `blank` where what is not reported is an empty cell."""
    match value:
        case None:
            told = kind.is_number or kind is CellKind.DATE
            return "—" if told and not blank else None
        case str():
            return cell_string(value) or None
        case Refs(ids=ids):
            return "、".join(ids)
        case PartialDate(first=first):
            is_date = first.year > 1900
            return datetime.combine(first, datetime.min.time()) if is_date else str(value)
        case Figure():
            return pytest.approx(float(value.decimal))
        case _:
            return pytest.approx(float(value) / (100 if kind is CellKind.SHARE else 1))


def compare(sheet: Any, table: Table) -> None:
    kinds = [column.kind for column in table.columns]
    for cells, row in zip(rows_of(sheet, table), table.rows, strict=True):
        for cell, value, kind in zip(cells, row, kinds, strict=True):
            assert cell.value == held(value, kind, blank=table.is_records), cell.coordinate
