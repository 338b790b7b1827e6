"""S5xx: what was received against itself, the originals and the records."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cqpair.book import Book
from cqpair.fields import canonical_cells
from cqpair.lint.rule import Example, Finding, InWords, Manual, OfRejects, Rule, Sentence, Severity
from cqpair.messages import listed
from cqpair.select import parties, stands_for_return
from cqpair.source import Fault, Place

if TYPE_CHECKING:  # few data folders hold returns
    from cqpair.book.submissions import Received


_RECEIVED = "submissions/2021Q2/received.csv"


_HEAD = "单位,方式,收到日期,文件,校验码,记录数,编号,备注"


S501 = Rule(
    "S501",
    "unfit-submission",
    Severity.ERROR,
    OfRejects(Fault.SUBMISSION),
    manual=Manual(
        ("报送记录读不出来", "a row of what was received that does not fit"),
        what=(
            "submissions/ 下的文件里，单位不认识，日期、记录数、决定不合格，或者列名、格数不对。"
            "这一行没有读。",
            "In a file below submissions/ an office is not known, a day, a number or a decision "
            "does not fit, or a header or a row is not as it should be. It is not read.",
        ),
        why=(
            "读不出来的行，status 会当作没有报；写入时又不能把它丢掉，所以先要改正。",
            "To `status` such a return never came; and since it must not be lost, nothing is "
            "written into the file before it is corrected.",
        ),
        example=Example(
            _RECEIVED,
            f"{_HEAD}\n武山县,零报告,2021-07-06,,,0,,",
            f"{_HEAD}\n巫山县,零报告,2021-07-06,,,0,,",
        ),
    ),
)


def changed_original(book: Book) -> Iterable[Finding]:
    """A file as it came that is gone, or is no longer the one that was received."""
    if book.submissions is None:
        return
    for returns in book.submissions.quarters.values():
        for received in returns.received:
            path = received.original_path(returns.quarter)
            if path is None or path not in book.submissions.originals:
                continue
            found = book.submissions.originals[path]
            if found is None:
                yield Finding(received.place, {"path": path}, "missing")
            elif found != (received.sha256 or "").casefold():
                yield Finding(received.place, {"path": path}, "changed")


S502 = Rule(
    "S502",
    "changed-original",
    Severity.ERROR,
    changed_original,
    sentences={
        "missing": Sentence(
            ("原件 {path} 不见了", "The original {path} is gone"),
            fix=(
                "从备份取回这个文件",
                "restore the file from a backup or from version control",
            ),
        ),
        "changed": Sentence(
            (
                "原件 {path} 和收到时的校验码对不上，不是收到的那个文件了",
                "The original {path} does not have the hash of what was received: it was changed",
            ),
            fix=(
                "取回收到时的文件；新收到的表用 cqpair import 导入，不要替换原件",
                "restore the file that was received; take a new one with `cqpair import`, never "
                "in its place",
            ),
        ),
    },
    manual=Manual(
        ("报送原件丢失或被改动", "an original that is gone or was changed"),
        what=(
            "received.csv 记着每份报表原件的校验码（SHA-256），现在的文件和它对不上，或者没有了。",
            "received.csv keeps the SHA-256 of each file as it came; the file that is there now "
            "has another, or there is none.",
        ),
        why=(
            "原件是每个数字最后的依据；改过就查不到当时报的是什么。",
            "The original is the last proof of every figure; once changed, nobody can tell what "
            "was sent.",
        ),
        example=InWords(
            wrong=(
                "在 originals/ 里打开 wushan-1.xlsx 改了一格，又存回去",
                "wushan-1.xlsx in originals/ was opened, a cell corrected, and saved",
            ),
            right=(
                "改好的表另存，再用 cqpair import 导入",
                "the corrected file is saved elsewhere and taken with `cqpair import`",
            ),
        ),
    ),
)


def lost_record(book: Book) -> Iterable[Finding]:
    """A record that a return gave, that none has withdrawn, and that no record file holds.

    The latest return of an office may be a supplement, without what the earlier ones gave; what was
    withdrawn has no origin any more.
    """
    if book.submissions is None or not book.complete:
        return
    known = _ids(book)
    for returns in book.submissions.quarters.values():
        latest = {received.unit: received for received in returns.received}
        told = {one: (sent.unit, sent.place) for sent in latest.values() for one in sent.ids}
        for origin in returns.origins:
            told.setdefault(origin.id, (origin.unit, origin.place))
        for one, (unit, place) in told.items():
            if one not in known:
                yield Finding(place, {"id": one, "unit": unit})


S503 = Rule(
    "S503",
    "lost-record",
    Severity.WARNING,
    lost_record,
    sentences={
        "": Sentence(
            (
                "{unit}报来的记录 {id} 在台账里找不到了",
                "The record {id} that {unit} sent is in no record file",
            ),
            fix=(
                "误删的从备份取回，编号改过的改回来；撤回的，请对方重报后用 cqpair import "
                "--replace 导入",
                "restore it, or give it its id back; if it was withdrawn, take the office's new "
                "return with `cqpair import --replace`",
            ),
        ),
    },
    manual=Manual(
        ("报来的记录在台账里找不到", "a record that was sent and is not there"),
        what=(
            "单位最近一次报表里的记录，或 origins.csv 里有出处的记录，activities/ 下没有这个编号。",
            "A record that the latest return of an office gave, or whose origin stands in "
            "origins.csv, has an id that no file below activities/ has.",
        ),
        why=(
            "报来的活动不会无故消失，多半是删错了行，或者改了编号；报告会少算。",
            "What was sent does not vanish: usually a row was deleted by mistake, or an id "
            "changed, "
            "and the report counts too little.",
        ),
        example=Example(
            _RECEIVED,
            f"{_HEAD}\n巫山县,台账,2021-07-06,,,1,2021Q2-wushan-77,",
            f"{_HEAD}\n巫山县,台账,2021-07-06,,,0,,",
        ),
    ),
)


def nil_beside_records(book: Book) -> Iterable[Finding]:
    """A nil report of an office that records of the same quarter name."""
    if book.submissions is None:
        return
    for returns in book.submissions.quarters.values():
        nil = {unit: one for unit, one in returns.latest.items() if _is_nil(one)}
        if not nil:
            continue
        for record in book.records_and_drafts:
            if stands_for_return(record, returns.quarter):
                for unit in sorted(parties(record) & nil.keys()):
                    params = {"unit": unit, "quarter": returns.quarter.label}
                    related = ((nil.pop(unit).place, "problems.nil-here"),)
                    yield Finding(record.at(), params, related=related)


def _is_nil(received: "Received") -> bool:
    from cqpair.book.submissions import ReturnKind

    return received.kind is ReturnKind.NIL


S504 = Rule(
    "S504",
    "nil-beside-records",
    Severity.WARNING,
    nil_beside_records,
    sentences={
        "": Sentence(
            (
                "{unit}报了{quarter}零报告，这条记录却写着该单位参加",
                "{unit} sent a nil report for {quarter}, and this record names it",
            ),
            fix=(
                "向该单位问清：有活动的，请它重报后导入；确实没有的，更正这条记录",
                "ask the office: if it took part, take its new return; if not, correct the record",
            ),
        ),
    },
    manual=Manual(
        ("零报告和记录并存", "a nil report beside records"),
        what=(
            "一个单位最近一次报的是零报告，同一季度的台账里却有它参加的活动（只是计划的不算）。"
            "每个单位只指出第一条。",
            "The latest return of an office is a nil report, and the records of the same quarter "
            "name it (plans aside). Only the first such record of an office is reported.",
        ),
        why=(
            "两种说法只有一种对；报告会一边说它报了零报告，一边计入它的数字。",
            "Only one of the two is true; a report would name it among the nil reports and count "
            "its figures too.",
        ),
        example=InWords(
            wrong=(
                "received.csv 有巫山县零报告，activities/2021Q2/wushan.csv 有巫山县的活动",
                "a nil report of 巫山县 in received.csv, and its event in "
                "activities/2021Q2/wushan.csv",
            ),
            right=(
                "巫山县补报台账后导入，received.csv 里零报告之后有一行台账",
                "巫山县 sends its records after all: a row 台账 follows the nil report",
            ),
        ),
    ),
)


def lost_decision(book: Book) -> Iterable[Finding]:
    """A decision about records of which one is gone or one office told both, or that keeps none."""
    if book.submissions is None or not book.complete:
        return
    known, senders = _ids(book), book.submissions.senders()
    for returns in book.submissions.quarters.values():
        for decision in returns.decisions:
            sender = senders.get(decision.first)
            if decision.same and sender and sender == senders.get(decision.second):
                params = {"first": decision.first, "second": decision.second, "sender": sender}
                yield Finding(decision.place, params, "one-sender")
            for one in (decision.first, decision.second):
                if one not in known:
                    yield Finding(decision.place, {"id": one}, "gone")
            if decision.same and decision.keep not in decision.ids:
                params = {"id": decision.keep or "", "ids": listed(sorted(decision.ids))}
                yield Finding(decision.place, params, "keep")


S505 = Rule(
    "S505",
    "lost-decision",
    Severity.WARNING,
    lost_decision,
    sentences={
        "gone": Sentence(
            (
                "这个决定所说的记录 {id} 在台账里找不到了",
                "The record {id} that this decision is about is in no record file",
            ),
            fix=(
                "记录是误删的，从备份取回；确已撤回的，删去这一行",
                "restore the record; if it was withdrawn, delete this row",
            ),
        ),
        "keep": Sentence(
            (
                "同一活动要写明保留 {ids} 中的哪一条，现在写的是“{id}”",
                "One event keeps one of {ids}; it says “{id}”",
            ),
            fix=("在“保留”里写其中一个编号", "write one of the two ids into 保留 (keep)"),
        ),
        "one-sender": Sentence(
            (
                "{first} 和 {second} 都是{sender}报的，一家报的两行是两个活动，不能写“同一活动”",
                "{first} and {second} were both sent by {sender}: two rows of one office are two "
                "events, not one",
            ),
            fix=(
                "删去这一行；报重了的，请{sender}更正后重报，用 cqpair import --replace 导入",
                "delete this row; if one is a repetition, ask {sender} for a corrected return and "
                "import it with --replace",
            ),
        ),
    },
    manual=Manual(
        ("决定所说的记录已不在", "a decision about a record that is gone"),
        what=(
            "decisions.csv 里一条“同一活动”或“不同活动”的决定，有一个编号在台账里找不到，"
            "或者没有写明保留哪一条，或者把一家报的两行写成了同一活动。",
            "Of a decision in decisions.csv that two records are one event or two, one id is in no "
            "record file, or it does not say which one is kept, or one office sent both.",
        ),
        why=(
            "决定为“同一活动”的只按保留的一条统计；那一条没有了，这项活动就一次也没有算；"
            "本来是两个活动的，少算一个。",
            "Of two records of one event only the one that is kept is counted; without it the "
            "event is not counted at all, and where they are two events one is lost.",
        ),
        example=InWords(
            wrong=(
                "a-1,a-2,同一活动,a-1,2021-07-12, 而 a-1 已从台账删去",
                "a-1,a-2,同一活动,a-1,2021-07-12, and a-1 was deleted from the records",
            ),
            right=(
                "a-1 撤回后，删去这一行",
                "after a-1 was withdrawn the row is deleted",
            ),
        ),
    ),
)


def changed_since_closed(book: Book) -> Iterable[Finding]:
    """A closed quarter of which a record differs, though it was not reopened for anybody.

    Nothing is told while a record does not fit: it may be one that seems to be gone.
    """
    if book.submissions is None or not book.complete:
        return
    from cqpair.book.submissions import CLOSED, submission_path

    for returns in book.submissions.quarters.values():
        closed = returns.closed
        if closed is None or closed.get("reopened") or not isinstance(closed.get("records"), dict):
            continue
        was: dict[str, object] = closed["records"]
        own = (one for one in book.activities if returns.quarter.holds(one.date))
        now: dict[str, object] = {one.reference: canonical_cells(one) for one in own}
        if names := sorted(name for name in {*was, *now} if was.get(name) != now.get(name)):
            params = {"quarter": returns.quarter.label, "n": len(names), "first": names[0]}
            yield Finding(Place(submission_path(returns.quarter, CLOSED)), params)


S506 = Rule(
    "S506",
    "closed-quarter-changed",
    Severity.WARNING,
    changed_since_closed,
    sentences={
        "": Sentence(
            (
                "{quarter}已定稿，没有重新开放，却有{n}条记录和定稿时不同，如 {first}",
                "{quarter} is closed and was not reopened, yet {n} "
                "{n:record differs|records differ}, such as {first}",
            ),
            fix=(
                "用“cqpair changes {quarter}”查看；是补报、更正的，先运行“cqpair reopen "
                "{quarter} --why 原因”",
                "see `cqpair changes {quarter}`; if it is meant, run `cqpair reopen {quarter} "
                "--why …` first",
            ),
        ),
    },
    manual=Manual(
        ("定稿的季度被改动", "a closed quarter that was changed"),
        what=(
            "季度定稿以后，台账里有记录增加、改动或删去，而这个季度没有重新开放。",
            "After a quarter was closed a record was added, changed or deleted, though the "
            "quarter was not reopened.",
        ),
        why=(
            "签发的数字和台账对不上，别人不知道哪一个是对的。",
            "What was signed and what the records say differ, and nobody knows which is right.",
        ),
        example=InWords(
            wrong=(
                "定稿后直接改了 wushan.csv 里的人次",
                "a figure in wushan.csv changed after `close`",
            ),
            right=(
                "cqpair reopen 2021Q2 --office 巫山县 --why 更正人次",
                "cqpair reopen 2021Q2 --office 巫山县 --why 更正人次",
            ),
        ),
    ),
)


def _ids(book: Book) -> set[str]:
    return {record.id for record in book.activities if record.id}


RULES = (S501, S502, S503, S504, S505, S506)
