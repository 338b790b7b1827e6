"""The notice, its units and its pairings: what pairings.yaml holds."""

from datetime import date
from enum import StrEnum
from typing import Literal, NamedTuple

Role = Literal["county", "partner"]

Mode = Literal["一对一", "二对一"]


class Region(StrEnum):
    """The parts of “一区两群” (notice, 一、)."""

    METRO = "主城都市区"
    NORTHEAST = "渝东北"
    SOUTHEAST = "渝东南"


class UnitKind(StrEnum):
    """What sort of place a unit is; 功能区 are the three zones of the notice."""

    DISTRICT = "区"
    COUNTY = "县"
    AUTONOMOUS_COUNTY = "自治县"
    ZONE = "功能区"


class NameKind(StrEnum):
    """Why a unit is also called something else."""

    FORMER = "former"
    ALIAS = "alias"


class ChangeKind(StrEnum):
    """What happened to a unit after the notice."""

    ABOLISHED = "abolished"
    ESTABLISHED = "established"
    BOUNDARY = "boundary"


class Notice(NamedTuple):
    """The notice the pairings come from."""

    number: str
    title: str
    issuer: str
    date: date
    annex: str


class StatedCounts(NamedTuple):
    """The counts the notice states of its own annex (notice, 一、)."""

    partners: int
    districts: int
    zones: int
    counties: int
    northeast: int
    southeast: int


class OtherName(NamedTuple):
    """A name people still write. `until` is the year it ended, where a source gives it."""

    name: str
    kind: NameKind
    pinyin: str | None = None
    until: int | None = None


class Change(NamedTuple):
    """A later change of the map.

    `announced` is the day it was made public; `pairings_kept` the day on which it was looked at
    and the pairings were left as issued, since no notice re-assigns them.
    """

    kind: ChangeKind
    announced: date
    text: str
    source: str
    successor: str | None = None
    code: int | None = None
    pairings_kept: date | None = None

    @property
    def is_settled(self) -> bool:
        """True when somebody has looked at the change since it was announced."""
        return self.pairings_kept is not None and self.pairings_kept >= self.announced


class Unit(NamedTuple):
    """A county or a partner of the annex, by its short name.

    `code` is GB/T 2260 as in force in 2021, `None` for the three zones that had none.
    `full_name` and `office` are empty where they follow from the short name.
    """

    name: str
    kind: UnitKind
    region: Region
    pinyin: str
    initials: str
    full_name: str = ""
    office: str = ""
    code: int | None = None
    names: tuple[OtherName, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def role(self) -> Role:
        """`partner` in the core city, `county` in the two groups."""
        return "partner" if self.region is Region.METRO else "county"

    @property
    def official_name(self) -> str:
        """The full name, which for most is the short one."""
        return self.full_name or self.name

    @property
    def office_name(self) -> str:
        """The office as the annex names it: the short name + 科协, but for 两江新区."""
        return self.office or f"{self.name}科协"

    def abolished(self, on: date) -> Change | None:
        """The announced change that ended this unit by the day `on`."""
        return next(
            (c for c in self.changes if c.kind is ChangeKind.ABOLISHED and c.announced <= on), None
        )

    def code_on(self, on: date) -> str | None:
        """The code as text, with one given later from the day it was announced."""
        later = [c.code for c in self.changes if c.code and c.announced <= on]
        code = later[-1] if later else self.code
        return None if code is None else str(code)


class Pairing(NamedTuple):
    """A row of the annex: its number, a county and its one or two partners, by short name."""

    no: int
    county: str
    partners: tuple[str, ...]

    @property
    def members(self) -> tuple[str, ...]:
        """All units of the row, the county first."""
        return (self.county, *self.partners)

    @property
    def mode(self) -> Mode:
        """“一对一” or “二对一”, as the notice puts it."""
        return "一对一" if len(self.partners) == 1 else "二对一"
