"""R6xx: remarks, the sentences that people add to the report of a period."""

from collections.abc import Iterable

from cqpair.book import Book
from cqpair.lint.rule import Example, Finding, InWords, Manual, OfRejects, Rule, Sentence, Severity
from cqpair.period import Period
from cqpair.source import Fault, Place

R601 = Rule(
    "R601",
    "unfit-remarks",
    Severity.ERROR,
    OfRejects(Fault.REMARKS),
    manual=Manual(
        ("补充情况没法用", "remarks that cannot be used"),
        what=(
            "remarks/ 下的文件，文件名不是时段，一个时段有两个文件，或者有一句话里没有文字、"
            "有换行、有控制字符、超过500个字。YAML 写得不对、键不认识的，由 F104—F109 指出。",
            "The name of a file below remarks/ is not a period, a period has two files, or a "
            "sentence says nothing, has a line break, a control character or more than 500 "
            "characters. F104 to F109 tell of what is wrong with the YAML or its keys.",
        ),
        why=(
            "有错的文件整个不用：只用一半，意思可能变了；报告又是照原样写进去的，没有人再看一遍。",
            "A file with an error is not used at all: half of what somebody wrote may mean "
            "something else, and what is used goes into the report as it is.",
        ),
        example=Example(
            "remarks/2021Q2.yaml",
            "problems:\n- |\n  有的区县人手不足。\n  有的区县没有经费。",
            "problems:\n- 有的区县人手不足。\n- 有的区县没有经费。",
        ),
    ),
)


def without_records(book: Book) -> Iterable[Finding]:
    """A file of remarks on a period of which nothing was recorded or sent, where others were."""
    if book.remarks is None or not book.complete or not any(book.records_and_drafts):
        return
    for path, period, _ in book.remarks.files:
        if period is not None and not _is_known(book, period):
            yield Finding(Place(path), {"period": period.label})


def _is_known(book: Book, period: Period) -> bool:
    """Whether any record may lie in the period, or any return of it came."""
    dates = (record.date for record in book.records_and_drafts)
    if any(date is not None and period.touches(date) for date in dates):
        return True
    sent = book.submissions
    return sent is not None and any(sent.of(quarter).received for quarter in period.quarters())


R602 = Rule(
    "R602",
    "remarks-without-records",
    Severity.WARNING,
    without_records,
    sentences={
        "": Sentence(
            (
                "{period}没有记录，也没有收到报送，却有补充情况",
                "There are remarks on {period}, of which there is neither a record nor a return",
            ),
            fix=(
                "文件名写错了的，改成正确的时段；没有写错的，可以留着",
                "correct the file name, if it is the wrong period; otherwise leave it",
            ),
        ),
    },
    manual=Manual(
        (
            "补充情况的时段没有记录",
            "remarks on a period without records",
        ),
        what=(
            "remarks/ 下一个文件的时段里没有任何记录，也没有收到报送，而别的时段有。"
            "有文件或记录没能读进来时不判断。",
            "Nothing was recorded or sent of the period that a file below remarks/ is named by, "
            "while there are records of others. Nothing is said while a file or a record could "
            "not be read.",
        ),
        why=(
            "多半是文件名写错了时段，要用它的那份报告就不会有这些话。",
            "Usually the file is named by the wrong period, and the report it was written for "
            "does not "
            "have it.",
        ),
        example=InWords(
            wrong=(
                "台账只有2021年的，却有 remarks/2012Q2.yaml",
                "all records are of 2021, and there is remarks/2012Q2.yaml",
            ),
            right=("remarks/2021Q2.yaml", "remarks/2021Q2.yaml"),
        ),
    ),
)


RULES = (R601, R602)
