"""One quarter of the made-up year as offices reported it: what came, and what is not imported yet.

Every record of the quarter came by a return, whose file says just what the record says; a test
imports each original anew. Two counties' returns are not imported yet, nor is the partner's telling
of what a county told already: they lie in `returns/`, and what comes too late in `returns/later/`.
"""

import csv
import hashlib
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import StringIO
from typing import NamedTuple

from cqpair.book.canonical import canonical_text, record_path
from cqpair.book.submissions import (
    DECISIONS,
    ORIGINALS,
    ORIGINS,
    RECEIVED,
    Decision,
    Origin,
    Received,
    ReturnKind,
    decisions_text,
    origins_text,
    received_text,
    submission_path,
)
from cqpair.demo.year import made_up_year
from cqpair.fields import COLUMNS, Activity
from cqpair.model.tasks import MADE_UP, LeadKind, Tasks
from cqpair.model.units import Pairing, Unit
from cqpair.names import Names, fold
from cqpair.period import REMARKS, parse_quarter
from cqpair.values import Figure

QUARTER = parse_quarter("2022Q4")


RETURNS = "returns"


LATER = f"{RETURNS}/later"


NOT_IMPORTED = ("秀山县", "云阳县")
"""Counties whose return of the quarter is in `returns/` and whose records are not in yet."""


WORKBOOKS = {
    "xiushan": "秀山县科协2022年四季度对口协同情况表.xlsx",
    "beibei": "2022Q4-北碚区科协.xlsx",
    "yunyang": "云阳县科协2022年四季度活动统计表.xlsx",
}
"""The workbooks in `returns/`: their names in the package, and in the demo."""


# Who sent, on which day, and the numbers of the records told; without them, all of its county.
_SENT = """
奉节县 | 2023-01-03
万州区 | 2023-01-04
梁平区 | 2023-01-04
垫江县 | 2023-01-05
黔江区 | 2023-01-05 | 01 03
开州区 | 2023-01-06
丰都县 | 2023-01-06
巫山县 | 2023-01-06
彭水县 | 2023-01-06
忠县 | 2023-01-09 | 01 02 03
大足区 | 2023-01-09 | 04
重庆高新区 | 2023-01-09 | 02
武隆区 | 2023-01-09
酉阳县 | 2023-01-09 | 零报告
城口县 | 2023-01-10
巫溪县 | 2023-01-10
石柱县 | 2023-01-13
"""


_NIL_NOTE = f"{MADE_UP}：电话报告，本季度没有开展活动"


_DECIDED = date(2023, 1, 11)


_REMARKS = f"""\
# yaml-language-server: $schema=../schemas/remarks.schema.json
# {MADE_UP}：记录里没有、报告里要写的，写法见 README.md
highlights:
- 【{MADE_UP}】有结对双方互派联络员，每周通报一次进展
problems:
- 【{MADE_UP}】有的区县专职人员不足，活动多由兼职人员承担
next:
- 【{MADE_UP}】拟在一季度召开全市结对工作交流会
"""


_NOT_SENT = frozenset({"id", "county", "source"})
"""Columns that an office leaves out: whose county it is, its head says."""


_FIRST_ROW = 4
"""The first row of records in an office's file, below its title, its name and the header."""


class _Return(NamedTuple):
    """What an office sent: `records` is empty for a 零报告."""

    sender: Unit
    on: date
    records: Sequence[Activity]


def made_up_files(
    pairings: Sequence[Pairing], names: Names, tasks: Tasks, workbooks: Mapping[str, bytes]
) -> dict[str, bytes]:
    """The files of the demo beside its tables, by path; `workbooks` by their names in the package.

    A record file is in canonical form, an original as its office would write it.
    """
    year = made_up_year(pairings, names, tasks)
    held = {county: year.pop(_path(names.unit(county))) for county in NOT_IMPORTED}
    year[_path(names.unit("忠县"))].append(_told_twice(year, names))
    files = {path: _csv(canonical_text(records, "\n")) for path, records in year.items()}
    files |= _submissions(list(_sent(year, pairings, names)))
    files[f"{REMARKS}/{QUARTER.label}.yaml"] = _REMARKS.encode()
    files |= {f"{RETURNS}/{WORKBOOKS[name]}": data for name, data in workbooks.items()}
    return {**files, **_later(year, held, names)}


def _path(county: Unit) -> str:
    """The record file of a county in the quarter."""
    return record_path(QUARTER, county)


def _csv(text: str) -> bytes:
    return BOM_UTF8 + text.encode()


def _told_twice(year: Mapping[str, Sequence[Activity]], names: Names) -> Activity:
    """What 大足区 tells of the meeting that 忠县 tells too, as was decided already."""
    county, partner = names.unit("忠县"), names.unit("大足区")
    meeting = year[_path(county)][0]
    return meeting._replace(
        id=f"{QUARTER.label}-{fold(county.pinyin)}-04",
        partners=(partner,),
        lead=partner.office_name,
        lead_kind=LeadKind.ASSOCIATION,
        title=f"【{MADE_UP}】赴忠县参加对接联席会议",
        participants=Figure(22),
        experts=None,
        outcome=None,
    )


def _sent(
    year: Mapping[str, Sequence[Activity]], pairings: Sequence[Pairing], names: Names
) -> Iterator[_Return]:
    """The returns that were imported, in the order they came in."""
    counties = {name: pairing.county for pairing in pairings for name in pairing.members}
    for line in _SENT.strip().split("\n"):
        sender, day, *numbers = (part.strip() for part in line.split("|"))
        records = year.get(_path(names.unit(counties[sender])), ())
        if numbers:
            told = numbers[0].split()
            records = [record for record in records if (record.id or "")[-2:] in told]
        yield _Return(names.unit(sender), date.fromisoformat(day), records)


def _submissions(returns: Sequence[_Return]) -> dict[str, bytes]:
    """The files below `submissions/`: the originals, who sent what, and what was decided."""
    received: list[Received] = []
    origins: list[Origin] = []
    originals: dict[str, bytes] = {}
    for sender, on, records in returns:
        if not records:
            row = Received(sender.name, ReturnKind.NIL, on, None, None, 0, (), _NIL_NOTE)
            received.append(row)
            continue
        file, data = f"{ORIGINALS}/{fold(sender.pinyin)}-1.csv", own_table(sender, records)
        ids = tuple(record.id or "" for record in records)
        digest = hashlib.sha256(data).hexdigest()
        count = len(records)
        received.append(
            Received(sender.name, ReturnKind.LEDGER, on, file, digest, count, ids, None)
        )
        origins += [
            Origin(one, sender.name, file, None, row) for row, one in enumerate(ids, _FIRST_ROW)
        ]
        originals[submission_path(QUARTER, file)] = data
    stem = f"{QUARTER.label}-zhongxian"
    same = Decision(f"{stem}-01", f"{stem}-04", True, f"{stem}-01", _DECIDED, MADE_UP)
    return {
        submission_path(QUARTER, RECEIVED): _csv(received_text(received)),
        submission_path(QUARTER, ORIGINS): _csv(origins_text(origins)),
        submission_path(QUARTER, DECISIONS): _csv(decisions_text([same])),
        **originals,
    }


def own_table(sender: Unit, records: Sequence[Activity], word: str = "") -> bytes:
    """What an office sends, as a CSV of its own; `word` says in its title that it is a 更正."""
    columns = [column for column in COLUMNS if column.key not in _NOT_SENT]
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([f"【{MADE_UP}】{_named(sender, word)}"])
    writer.writerow([f"填报单位：{sender.office_name}"])
    writer.writerow(column.header for column in columns)
    writer.writerows([column.write(record) for column in columns] for record in records)
    return _csv(text.getvalue())


def _named(sender: Unit, word: str) -> str:
    """The title of an office's table, which is its file's name too."""
    return f"{sender.office_name}2022年第四季度活动台账{word}"


def _later(
    year: Mapping[str, Sequence[Activity]],
    held: Mapping[str, Sequence[Activity]],
    names: Names,
) -> dict[str, bytes]:
    """What comes once the quarter is closed: a return that was refused, put right, and a 更正."""
    late, corrects = names.unit("云阳县"), names.unit("奉节县")
    records = list(year[_path(corrects)])
    records[0] = records[0]._replace(participants=Figure(48))
    return {
        f"{LATER}/{_named(late, '')}.csv": own_table(late, held[late.name]),
        f"{LATER}/{_named(corrects, '（更正）')}.csv": own_table(corrects, records, "（更正）"),
    }
