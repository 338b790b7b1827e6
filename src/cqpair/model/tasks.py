"""Task areas and the lists a record chooses from: what tasks.yaml holds."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

MEETING = "联席会议"
"""A form of tasks.yaml, and a word of its measure 定期召开对接联席会议 (notice, 三（一）)."""


MADE_UP = "演示数据"
"""What the title of a record that is made up says."""


SAFEGUARD = "保障"
"""What the key of a safeguard begins with, and of no area."""


class Status(StrEnum):
    """How far an activity is."""

    PLANNED = "计划"
    ONGOING = "进行中"
    COMPLETED = "已完成"


class LeadKind(StrEnum):
    """What kind of body led an activity."""

    ASSOCIATION = "科协"
    GOVERNMENT = "党委政府"
    DEPARTMENT = "部门"
    SOCIETY = "学会"
    COMPANY = "企业"
    OTHER = "其他"


class Expected(StrEnum):
    """Whose returns are waited for."""

    ALL = "all"
    COUNTIES = "counties"
    PARTNERS = "partners"


class ReportedBy(StrEnum):
    """Whose return counts for whom: one member's for its pairing, or each office's for itself."""

    PAIR = "pair"
    OFFICE = "office"


class Area(NamedTuple):
    """A task area (notice, 二、) or a safeguard (三、): title and measures in its terms."""

    no: int
    code: str
    clause: str
    title: str
    measures: tuple[str, ...]

    @property
    def is_safeguard(self) -> bool:
        """True for the measures of the notice's third part."""
        return self.clause.startswith("三")

    @property
    def label(self) -> str:
        """Key and title, as a row is named."""
        return f"{self.key} {self.title}"

    @property
    def key(self) -> str:
        """What a record writes: `1` to `6`, or `保障1` to `保障3`."""
        return f"{SAFEGUARD}{self.no}" if self.is_safeguard else str(self.no)


class Reporting(NamedTuple):
    """Who should report, by how many days after the quarter's end, and for whom.

    A pairing is assessed as one, so that what one member sends stands for it unless told otherwise.
    """

    expected: Expected
    due_days: int
    by: ReportedBy = ReportedBy.PAIR


NO_HEADERS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Tasks(NamedTuple):
    """The task areas and the lists a record chooses from.

    `headers` are what offices call columns in their own tables, by the key of the column.
    """

    areas: tuple[Area, ...]
    safeguards: tuple[Area, ...]
    forms: tuple[str, ...]
    statuses: tuple[Status, ...]
    lead_kinds: tuple[LeadKind, ...]
    reporting: Reporting
    headers: Mapping[str, tuple[str, ...]] = NO_HEADERS

    @property
    def all_areas(self) -> tuple[Area, ...]:
        """Areas, then safeguards."""
        return self.areas + self.safeguards


class AnnexRow(NamedTuple):
    """A row of the annex, by the names of its offices. `line` is None where a file has none."""

    no: int
    county: str
    partners: tuple[str, ...]
    line: int | None


class HeadPart(NamedTuple):
    """A number, a title, an issuer, a day or an annex's title that stands by itself."""

    text: str
    line: int | None


class NoticeText(NamedTuple):
    """What a notice says: its annex, the counts it states, and its clauses by 二（一）.

    `counts` has the keys of StatedCounts; it is empty when the sentence with them was not found.
    `head` has the keys of Notice, those that were found; `folded` is the whole text in one piece.
    """

    path: str
    annex: tuple[AnnexRow, ...]
    counts: Mapping[str, int]
    clauses: Mapping[str, str]
    head: Mapping[str, HeadPart]
    folded: str
