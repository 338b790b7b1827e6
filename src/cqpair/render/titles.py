"""How annexes, tables and charts are named."""

from cqpair.document import Chart, Document, Table
from cqpair.messages import say


def annex_label(n: int, *, of: int) -> str:
    """附件1 and on; 附件 where there is but one (GB/T 9704-2012, 7.3.4)."""
    return say("document.annex-no", no=n if of > 1 else "")


def annex_title(document: Document, n: int) -> str:
    """The label and the title of the annex `n`, counted from 1, on one line."""
    return f"{annex_label(n, of=len(document.annexes))}　{document.annexes[n - 1].title}"


def caption_of(block: Table | Chart) -> str:
    """表1 or 图1 and the caption; "" without one."""
    if not block.no:
        return block.caption
    key = "table-no" if isinstance(block, Table) else "chart-no"
    return say(f"document.{key}", no=block.no, caption=block.caption)
