"""A copy of a refused workbook with the wrong cells coloured and commented, to be sent back."""

from collections.abc import Sequence
from io import BytesIO

from cqpair.lint.rule import Problem

_COLOUR = "FFFFC7CE"


_AUTHOR = "cqpair"


_WIDTH, _HEIGHT = 320, 120


def marked(data: bytes, problems: Sequence[Problem]) -> bytes | None:
    """The bytes of a marked copy of an .xlsx; None where it cannot be opened.

    A problem of a cell is put at the cell, one of a row or of the file at the first cell of it.
    """
    from openpyxl import load_workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    try:
        book = load_workbook(BytesIO(data))
    except Exception:  # a damaged or locked archive fails in as many ways as it has parts
        return None
    texts: dict[tuple[str, str], list[str]] = {}
    for problem in problems:
        place = problem.place
        sheet = place.sheet or book.sheetnames[0]
        cell = place.cell or f"A{place.line or 1}"
        texts.setdefault((sheet, cell), []).append(f"{problem.message}\n→ {problem.fix}")
    for (name, cell), told in texts.items():
        if name in book.sheetnames:
            comment = Comment("\n".join(told), _AUTHOR, width=_WIDTH, height=_HEIGHT)
            target = book[name][cell]
            if not hasattr(target, "comment") or type(target).__name__ == "MergedCell":
                target = book[name].cell(target.row, 1)
            target.comment = comment
            target.fill = PatternFill("solid", start_color=_COLOUR)
    out = BytesIO()
    book.save(out)
    return out.getvalue()
