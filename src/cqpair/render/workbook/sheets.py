"""Sheets that XlsxWriter writes faster than its own, by what is not part of its interface."""

from collections.abc import Iterable

from xlsxwriter.worksheet import Worksheet


class FigureSheet(Worksheet):  # type: ignore[misc]
    """A sheet whose formulas call no function that came after Excel 2007.

    XlsxWriter looks for 120 of those in each formula, which takes longer than all the rest.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")


class RecordsSheet(FigureSheet):
    """A sheet that takes the rows below its first one as XML."""

    rows: Iterable[str] = ()
    dim_rowmax: int

    def _write_rows(self) -> None:
        last, self.dim_rowmax = self.dim_rowmax, 0
        super()._write_rows()
        self.dim_rowmax = last
        for row in self.rows:
            self.fh.write(row)
