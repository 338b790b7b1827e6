"""What is told of what people add to the report of a period."""

import sys
from pathlib import Path

from cqpair.book import first_damage
from cqpair.cli import console
from cqpair.messages import say
from cqpair.period import REMARKS
from cqpair.report.formats import IN_WORDS, RenderRequest
from cqpair.store.folder import shipped_folder
from cqpair.store.records import Opened


def tell_remarks(folder: Path, opened: Opened, edition: RenderRequest, form: object) -> bool:
    """Say which remarks errors keep out, which is True; else that there could be some."""
    found, period = opened.book.remarks, edition.report.period
    if damage := first_damage(found.rejects if found else ()):
        told = damage.told(edition.shown)
        console.tell(say("remarks.left-out", **told, period=period.label))
        return True
    is_asked = bool(period.months) and edition.report.record_filter.everything
    if is_asked and not (found and found.files) and form in IN_WORDS and _may_add(folder):
        path = edition.shown(f"{REMARKS}/{period.label}.yaml")
        console.tell(say("remarks.hint", path=path))
    return False


def _may_add(folder: Path) -> bool:
    """Whether somebody reads what is told, and can add to the folder."""
    return sys.stderr is not None and sys.stderr.isatty() and folder != shipped_folder()
