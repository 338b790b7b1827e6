"""The records of a made-up year: each pairing's events, with figures that vary as real ones do.

There is no chance in it: a record's number in the year decides what it says, so that the demo is
the same everywhere. Remainders by different numbers keep its columns from going along together.
"""

from collections.abc import Sequence
from datetime import timedelta
from itertools import count, cycle

from cqpair.book.canonical import id_stem, record_path, with_ids
from cqpair.demo.events import Event, events
from cqpair.fields import BY_KEY, Activity, RecordSheet
from cqpair.model.tasks import MADE_UP, MEETING, Area, LeadKind, Status, Tasks
from cqpair.model.units import Pairing, Unit
from cqpair.names import Names
from cqpair.period import Period, parse_quarter
from cqpair.source import Grid, Row
from cqpair.values import Figure, PartialDate

_YEAR = 2022


_SEVERAL_DAYS = ("培训", "考察调研", "参观研学", "支教")


_SPREAD = (
    *("44341", "33230", "45442", "33221", "34331", "12020", "34330", "33431", "45432"),
    *("03231", "33320", "45442", "20020", "34431", "23330", "00200", "44341"),
)
"""How many records each pairing of the annex has in the year's quarters and in the one after."""


_SIZES = {  # 参与人次, 专家人次, 资金投入, 实物折价
    "联席会议": (24, 0, 3000, 0),
    "座谈会": (35, 4, 2500, 0),
    "考察调研": (18, 5, 6000, 0),
    "签约": (40, 3, 4000, 0),
    "揭牌": (60, 4, 30000, 0),
    "培训": (90, 5, 25000, 0),
    "讲座": (260, 2, 8000, 0),
    "学术交流": (120, 16, 32000, 0),
    "研讨会": (55, 12, 15000, 0),
    "科普活动": (520, 8, 28000, 6000),
    "科技志愿服务": (180, 10, 5000, 2000),
    "技术服务": (75, 6, 16000, 5000),
    "专家咨询": (30, 8, 9000, 0),
    "支农": (110, 7, 10000, 4000),
    "支医": (160, 9, 9000, 6000),
    "支教": (210, 5, 7000, 3000),
    "参观研学": (85, 3, 18000, 0),
    "捐赠": (70, 1, 5000, 26000),
    "建言献策": (12, 7, 3000, 0),
    "宣传": (300, 2, 12000, 1500),
    "其他": (45, 3, 5000, 0),
}


_LEADS = {
    LeadKind.GOVERNMENT: "{county}党委、政府",
    LeadKind.DEPARTMENT: "{county}有关部门",
    LeadKind.SOCIETY: "市级学会",
    LeadKind.COMPANY: "{partner}科技企业",
    LeadKind.OTHER: "区县农技协",
}


def made_up_year(
    pairings: Sequence[Pairing], names: Names, tasks: Tasks
) -> dict[str, list[Activity]]:
    """The records of the year and of what is planned after it, by the path of their file."""
    areas = {measure: area for area in tasks.all_areas for measure in area.measures}
    numbers = count(1)
    files = {}
    for pairing, spread in zip(pairings, cycle(_SPREAD), strict=False):
        county, partners = names.unit(pairing.county), tuple(map(names.unit, pairing.partners))
        rest = _in_turn(pairing.no)
        for i, wanted in enumerate(map(int, spread)):
            quarter = parse_quarter(f"{_YEAR + i // 4}Q{i % 4 + 1}")
            records = []
            for event in _chosen(rest, quarter, wanted, meets=(pairing.no + i) % 2 == 0):
                n = next(numbers)
                present = _present(n, pairing.no + i, partners, event)
                area = areas[event.measure]
                records.append(_record(n, quarter, event, county, present, area))
            if records:
                named = with_ids(sorted(records, key=_day), {id_stem(records[0]): 0})
                files[records[0].path] = named
    return files


def _in_turn(no: int) -> list[Event]:
    """All events in an order of the pairing's own, those of one month mostly first."""
    turns = {
        event: (len(event.months) > 1 or (no + i) % 3 == 0, (i * 37 + no * 53) % 101)
        for i, event in enumerate(events())
    }
    return sorted(turns, key=turns.__getitem__)


def _chosen(rest: list[Event], quarter: Period, wanted: int, meets: bool) -> list[Event]:
    """The next events that fit the quarter, taken out of `rest`; a meeting every half-year."""
    meetings = [event for event in rest if event.form == MEETING]
    others = [e for e in rest if e.form != MEETING and _months(e, quarter)]
    if wanted < 3 or not meets:
        meetings = []
    chosen = others[: wanted - len(meetings)]
    rest[:] = [event for event in rest if event not in chosen]
    which = "一" if quarter.start.month < 7 else "二"
    return [e._replace(title=e.title.replace("{n}", which)) for e in meetings] + chosen


def _months(event: Event, quarter: Period) -> list[int]:
    """The months of the quarter that the event may be held in."""
    return [m for m in event.months if quarter.start.month <= m <= quarter.end.month]


def _present(n: int, season: int, partners: tuple[Unit, ...], event: Event) -> tuple[Unit, ...]:
    """The partners of record `n`: of two the one or both, and in some quarters the first alone."""
    if event.form == MEETING or len(partners) == 1:
        return partners
    return partners[:1] if season % 3 == 0 else (partners[:1], partners[1:], partners)[n % 3]


def _record(
    n: int, quarter: Period, event: Event, county: Unit, partners: tuple[Unit, ...], area: Area
) -> Activity:
    partner = "、".join(unit.name for unit in partners)
    words = {"county": county.name, "partner": partner, "pair": f"{partner}与{county.name}"}
    words |= {"n": str(2 + n * 7 % 5), "year": str(_YEAR)}
    planned = quarter.start.year > _YEAR or n % 14 == 9
    status = Status.ONGOING if event.lasting else Status.COMPLETED
    day = _held(n, event, quarter)
    path, row = record_path(quarter, county), Row(n, [])
    kind = None if n % 19 == 3 else LeadKind(event.lead_kind)
    people, experts, funding, in_kind = (None,) * 4 if planned else _figures(n, event.form)
    values: dict[str, object] = {
        "status": Status.PLANNED if planned else status,
        "date": day,
        "end_date": _ended(n, event, day),
        "county": county,
        "partners": partners,
        "area": area,
        "measure": None if n % 16 == 6 else event.measure,
        "lead": _lead(n, kind, county, partners, words),
        "lead_kind": kind,
        "title": f"【{MADE_UP}】{event.title.format_map(words)}",
        "form": event.form,
        "place": None if n % 15 == 8 else event.place.format_map(words),
        "participants": people,
        "experts": experts,
        "funding": funding,
        "in_kind": in_kind,
        "outcome": None if planned or n % 3 == 1 else event.outcome.format_map(words),
        "exemplar": not planned and n % 13 == 5,
        "note": f"{MADE_UP}，非真实活动",
        "record_sheet": RecordSheet(Grid(path, row, [], lambda _row, _i: (1, 1)), {}),
        "row": row,
    }
    return Activity(**dict.fromkeys(BY_KEY) | values)  # type: ignore[arg-type]


def _day(record: Activity) -> PartialDate:
    return record.date


def _held(n: int, event: Event, quarter: Period) -> PartialDate:
    """When record `n` begins: a working day, or no more than the month."""
    months = _months(event, quarter)
    first = quarter.start.replace(month=months[n % len(months)])
    if n % 11 == 4:
        following = (first + timedelta(days=31)).replace(day=1)
        return PartialDate(first, following - timedelta(days=1))
    late = len(event.months) == 1  # such days of the year stand late in their month
    day = first.replace(day=16 + n * 5 % 13 if late else 10 + n * 11 % 19)
    day -= timedelta(days=max(0, day.weekday() - 4))
    return PartialDate(day, day)


def _ended(n: int, event: Event, day: PartialDate) -> PartialDate | None:
    """The last day of what takes several."""
    if event.form not in _SEVERAL_DAYS or day.first != day.last or day.first.weekday() > 2:
        return None
    last = day.first + timedelta(days=1 + n % 2)
    return PartialDate(last, last)


def _lead(
    n: int, kind: LeadKind | None, county: Unit, partners: tuple[Unit, ...], words: dict[str, str]
) -> str | None:
    """Who led record `n`: associations by their names, others by what they are."""
    if kind is not LeadKind.ASSOCIATION:
        return _LEADS[kind].format_map(words) if kind else None
    offices = [unit.office_name for unit in partners]
    led = ([*offices, county.office_name], [county.office_name], offices)[n % 3]
    return "、".join(led)


def _figures(n: int, form: str) -> tuple[Figure | None, ...]:
    """人次, expert 人次, funding and goods of record `n`: some not reported, 0, or approximate."""
    people, experts, funding, in_kind = _SIZES[form]
    part, share = 60 + n * 17 % 81, 60 + n * 29 % 81  # percent
    heads = Figure(people * part // 100)
    if people >= 100 and n % 5 == 0:
        heads = Figure(heads.value // 10 * 10, approximate=True)
    money = Figure(funding * share // 5000 * 50)
    if n % 13 == 1:
        money = Figure(money.value // 1000 * 1000 + 1000, approximate=True)
    goods = Figure(in_kind * part // 5000 * 50)
    return (
        None if n % 12 == 7 else heads,
        None if n % 6 == 2 else Figure(experts * part // 100),
        None if n % 4 == 1 else Figure(0) if n % 9 == 5 else money,
        goods if in_kind else Figure(0) if n % 10 == 4 else None,
    )
