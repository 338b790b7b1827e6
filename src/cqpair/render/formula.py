"""Text that a spreadsheet would calculate."""

import re

_FORMULA = re.compile(r"[=+@\t\r\-＝＋＠－]")

_NUMBER = re.compile(r"[-+]?[\d.,%]+|-+")


def is_formula(text: str) -> bool:
    """True for text that a spreadsheet takes for a formula, and that is no number."""
    return bool(_FORMULA.match(text)) and not _NUMBER.fullmatch(text)
