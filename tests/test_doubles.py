"""Records told twice: pairs as offices write them, what is found of them, and why."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

import pytest
import yaml

from conftest import DATA, ROOT, csv_of
from cqpair.book.records import build_records
from cqpair.cells import Context
from cqpair.doubles import FEWEST_POINTS, Candidate, candidates
from cqpair.fields import BY_KEY, Activity
from cqpair.messages import LANGUAGES, use
from cqpair.read.csv_file import read_records
from cqpair.store.folder import open_tables, open_tasks

HALVES = ("tuned", "held")


class Told(NamedTuple):
    """Two records as two sides, or one, sent them, and whether they are one event."""

    same: bool
    why: str
    first: Activity
    second: Activity
    senders: tuple[str, str]

    @property
    def candidates(self) -> list[Candidate]:
        """What is found when there is nothing else."""
        by_row = dict(zip((id(self.first), id(self.second)), self.senders, strict=True))
        return candidates((self.first, self.second), lambda record: by_row[id(record)])


@cache
def context() -> Context:
    tasks = open_tasks(DATA).tasks
    assert tasks is not None
    return Context(open_tables(DATA, date(2026, 9, 21)).names, tasks, 2021)


def activities(*rows: dict[str, str]) -> list[Activity]:
    grids, rejects = read_records("activities/2021/演示.csv", csv_of(rows).encode())
    built, _, more, _ = build_records(grids[0], context(), {})
    assert not [*rejects, *more]
    return built


@cache
def pairs(half: str) -> tuple[Told, ...]:
    text = (ROOT / "tests" / "doubles" / f"{half}.yaml").read_text("utf-8")
    return tuple(_read(yaml.load(text, yaml.BaseLoader)))


def _read(told: dict[str, list[dict[str, Any]]]) -> Iterator[Told]:
    for kind, some in told.items():
        for one in some:
            rows = [{"county": one["county"], **one[side]} for side in ("first", "second")]
            senders = (rows[0].pop("sender"), rows[1].pop("sender"))
            first, second = activities(*rows)
            yield Told(kind == "same", one["why"], first, second, senders)


@pytest.mark.parametrize("half", HALVES)
def test_pairs_as_offices_write_them_are_found_and_others_left_in_peace(half: str) -> None:
    told = pairs(half)
    same = [pair for pair in told if pair.same]
    found = [pair for pair in told if pair.candidates]
    right = [pair for pair in found if pair.same]
    assert min(len(same), len(told) - len(same)) >= 15
    assert len(right) >= 0.9 * len(same), [p.why for p in same if not p.candidates]
    assert len(right) >= 0.9 * len(found), [p.why for p in found if not p.same]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_candidate_has_its_reasons(language: str) -> None:
    use(language)
    for pair in (*pairs("tuned"), *pairs("held")):
        for candidate in pair.candidates:
            assert candidate.reasons
            assert "{" not in candidate.why
            assert candidate.score >= FEWEST_POINTS
            assert set(candidate.differences) <= BY_KEY.keys() - {"id"}
    use("zh")


def test_what_only_the_sender_parts_is_parted() -> None:
    twins = [p for half in HALVES for p in pairs(half) if len(set(p.senders)) == 1]
    assert len(twins) >= 5
    by_two = [candidates((p.first, p.second), lambda record: str(id(record))) for p in twins]
    assert sum(map(bool, by_two)) >= 4  # that nothing else parts


def test_among_all_records_of_all_pairings_each_event_is_found_once() -> None:
    same = [p for half in HALVES for p in pairs(half) if p.same]
    sender = {id(r): s for p in same for r, s in zip((p.first, p.second), p.senders, strict=True)}
    records = [r for p in same for r in (p.first, p.second)]
    found = {(id(c.first), id(c.second)) for c in candidates(records, lambda r: sender[id(r)])}
    assert found == {(id(p.first), id(p.second)) for p in same}


CROWD = {"county": "石柱县", "date": "2021-05-13", "area": "4", "form": "培训"}


def told(**cells: str) -> Activity:
    return activities({"partners": "南岸区", "title": "黄连种植培训", **CROWD, **cells})[0]


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({}, "同一天；名称相同；形式相同"),
        ({"date": "2021-05-14", "participants": "60"}, "日期相差1天；名称相同；形式相同"),
        ({"date": "2021-05"}, "一条日期只写到月，另一条在这个月里；名称相同；形式相同"),
        ({"date": "2021-06"}, None),
        ({"date": "2021-05-17"}, None),
        ({"title": "黄连种植培训第二期"}, "同一天；名称一个包含另一个；形式相同"),
        ({"status": "计划"}, None),
        ({"county": "黔江区", "partners": "重庆高新区"}, None),
    ],
)
def test_why_two_records_are_told(cells: dict[str, str], why: str | None) -> None:
    found = candidates((one := told(), told(**cells)), lambda r: str(r is one))
    assert [c.why for c in found] == ([why] if why else [])


def test_what_is_known_of_two_records() -> None:
    one = told(id="甲", place="黄水镇", participants="约60", funding="5000")
    other = told(id="乙", place="石柱县黄水镇", participants="62", funding="0.5万元")
    (found,) = candidates((one, other), lambda r: r.id)
    assert found.differences == {
        "place": ("黄水镇", "石柱县黄水镇"),
        "participants": ("约60", "62"),
    }
    assert found.why == "同一天；地点相同；参与人次相近；资金投入相同；名称相同；形式相同"
    apart = {frozenset({"甲", "乙"})}
    assert candidates((one, other), lambda r: r.id, apart) == []
    assert candidates((one, one), lambda r: "石柱县") == []


def test_three_tellings_are_three_pairs() -> None:
    three = [told(id=name) for name in "甲乙丙"]
    found = candidates(three, lambda r: r.id)
    assert [(c.first.id, c.second.id) for c in found] == [("甲", "乙"), ("甲", "丙"), ("乙", "丙")]


def test_the_likeliest_of_one_sender_is_taken() -> None:
    near = told(id="近", participants="60")
    far = told(id="远", date="2021-05-14")
    other = told(id="县", participants="60", lead="石柱县科协")
    found = candidates((near, far, other), lambda r: "县" if r is other else "区")
    assert [(c.first.id, c.second.id) for c in found] == [("近", "县")]


def test_without_senders_partners_and_leads_of_one_file_tell_the_sides_apart() -> None:
    one, same, lead = told(), told(), told(lead="石柱县科协")
    assert [(c.first, c.second) for c in candidates((one, same, lead), lambda _: None)] == [
        (one, lead),
        (same, lead),
    ]


def test_a_crowd_takes_time_in_proportion_and_what_shares_its_title_is_found() -> None:
    some = [told(id=f"{n}", title=f"演示{n:04}", participants=f"{n + 7}") for n in range(400)]
    twin = told(id="县", title="演示0399", participants="406")
    found = candidates([*some, twin], lambda r: "县" if r is twin else "区")
    assert [(c.first.id, c.second.id) for c in found] == [("399", "县")]
