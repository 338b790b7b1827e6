"""What the text of a report tells is so, what it points to is there, and it stays short."""

import json
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import DATA, Run, put_records, record
from cqpair.render.document import Document, Table
from cqpair.report import Report
from report_document import (
    DEMO,
    Asked,
    every_demo_report,
    headline_of,
    lines_of_text,
    lines_on_paper,
    made,
    made_once,
    main_text,
    named,
    paragraphs_under,
    texts_of,
)

TABLE: dict[str, Any] = yaml.load(
    (DATA / "pairings.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
PAIRS: dict[str, list[str]] = {row["county"]: row["partners"] for row in TABLE["pairings"]}
COUNTY = f"(?:{'|'.join(PAIRS)})"
COUNTIES = f"({COUNTY}(?:、{COUNTY})*)"
SEVERAL = f"({COUNTY}(?:、{COUNTY})+)"
AREAS = [*"123456", "保障1", "保障2", "保障3"]
PAGE = 22  # lines (GB/T 9704-2012, 5.2.2)
SUMS = {"参与": "participants", "专家": "experts"}
SUMS |= {"资金投入": "funding_yuan", "实物折价": "in_kind_yuan", "消费帮扶": "purchases_yuan"}
FILLED = {"参与人次": "participants", "专家人次": "experts"}
FILLED |= {"资金投入": "funding_yuan", "实物折价": "in_kind_yuan", "消费帮扶": "purchases_yuan"}

Told = dict[str, Any]


def json_of(run: Run, folder: Path, asked: Asked) -> Told:
    words = ["--data", str(folder), "report", asked.period, "--compare", asked.compare]
    for option, value in (("pair", asked.pair), ("area", asked.area), ("lead", asked.lead)):
        words += [f"--{option}", value] if value else []
    told: Told = json.loads(run(*words, "--format", "json").out)
    return told


def numbers(pattern: str, text: str) -> list[int]:
    """The numbers of the one place in a text where a pattern stands; none where it does not."""
    found = re.findall(pattern, text)
    assert len(found) <= 1, (pattern, text)
    return [int(n) for n in (found[0] if isinstance(found[0], tuple) else found)] if found else []


def rounded(value: str | int, about: bool, unit: int) -> Decimal:
    """A sum as the text may tell it: three figures of what is approximate, else two decimals."""
    number = Decimal(value)
    if about:
        step = Decimal(10) ** max(number.adjusted() - 2, 0)
        return (number / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    step = Decimal(unit) / 100 if unit > 1 else Decimal("0.01")
    return (number / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def check_headline(text: str, told: Told, scope: int) -> None:
    """The paragraph on the whole against JSON."""
    totals = told["totals"]
    n = totals["activities"]
    some = numbers(r"(\d+)对结对单位中(\d+)对开展\D*活动(\d+)项", text)
    every = numbers(r"(\d+)对结对单位均开展了\D*活动，共(\d+)项", text)
    if some:
        assert some == [scope, totals["pairs"], n]
    elif every:
        assert [*every, scope] == [totals["pairs"], n, totals["pairs"]]
    else:
        assert numbers(r"(?:[县区]|季度|[上下]半年|全年)开展\D*活动(\d+)项", text) == [n]
    growth = re.findall(r"较\D+(增加|减少)(\d+)项", text)
    if growth:
        sign = {"增加": 1, "减少": -1}[growth[0][0]]
        assert sign * int(growth[0][1]) == n - told["compared"]["totals"]["activities"]
    if "持平" in text:
        assert n == told["compared"]["totals"]["activities"]
    if span := numbers(r"(?:月|全年)累计(\d+)项", text):
        assert span == [told["year_to_date"]["totals"]["activities"]]
    if parts := numbers(r"重点任务(\d+)项、保障措施(\d+)项", text):
        subtotals = told["subtotals"]
        assert parts == [subtotals[part]["activities"] for part in ("areas", "safeguards")]
    led = numbers(r"科协牵头(\d+)项", text)
    if led:
        assert led == [totals["led_by_associations"]]
    if re.search("由科协牵头", text):
        assert totals["led_by_associations"] == n
    check_sums(text, totals)


def check_sums(text: str, totals: Told) -> None:
    """Each sum that is told is the sum, and each that half of the activities reported is told."""
    seen = set()
    pattern = rf"({'|'.join(SUMS)})(约?)([\d.]+)([万亿]?)(人次|元)"
    for name, about, number, scale, _ in re.findall(pattern, text):
        key, unit = SUMS[name], {"": 1, "万": 10**4, "亿": 10**8}[scale]
        assert bool(about) is (totals["approximate"][key] > 0)
        assert Decimal(number) * unit == rounded(totals[key], bool(about), unit)
        assert not scale or Decimal(number) >= 1
        assert 2 * totals["unreported"][key] <= totals["activities"]
        seen.add(key)
    half = [k for k in SUMS.values() if 2 * totals["unreported"][k] <= totals["activities"]]
    assert seen == {k for k in half if totals[k] is not None and Decimal(totals[k])}
    some = any(totals["unreported"][key] for key in seen)
    assert ("只含已填报的" in text) is some


def counted(text: str) -> tuple[int | None, int]:
    """How many pairings (None where it is not told) and activities an area's paragraph tells of."""
    if found := re.match(r"(\d+)对(?:开展|均有开展，共)(\d+)项", text):
        return int(found[1]), int(found[2])
    if found := re.match(r"(\d+)对各开展1项", text):
        return int(found[1]), int(found[1])
    if found := re.match(rf"{COUNTIES}(?:等(\d+)对)?各召开联席会议(\d+)次", text):
        pairs = int(found[2] or len(found[1].split("、")))
        return pairs, pairs * int(found[3])
    if found := re.match(rf"{COUNTIES}各开展1项", text):
        return (pairs := len(found[1].split("、"))), pairs
    if found := re.match(rf"{SEVERAL}开展(\d+)项", text):
        return len(found[1].split("、")), int(found[2])
    found = re.match(r"(?:[^。]*?)(?:开展|召开联席会议)(\d+)[项次]", text)
    assert found, text
    return None, int(found[1])


def told_of_areas(document: Document) -> Iterator[tuple[str, str]]:
    """Each area that the text tells of by its title, and what it tells."""
    for paragraph in paragraphs_under(document, "重点任务进展情况"):
        yield re.sub("^（.+?）|。$", "", paragraph.lead), paragraph.text
    for paragraph in paragraphs_under(document, "保障措施落实情况"):
        for clause in paragraph.text.rstrip("。").split("；"):
            title, _, done = clause.partition("方面，")
            yield title, done


def check_only(document: Document, report: Report) -> None:
    """The text on the only area: up to three activities by their titles, in the annex's order."""
    counted = report.totals.counted
    texts = [paragraph.text for paragraph in paragraphs_under(document, "进展情况")]
    assert len(texts) == bool(counted)
    for text in texts:
        assert not re.search(r"开展\d+项|\d+对各?开展", text), "the headline has told it"
        assert numbers(r"(\d+)次", text) in ([], [1], [len(report.meetings)])
        meant = [a for a in counted if a not in report.meetings or "会议" not in text]
        titles = [a.title.removeprefix("【演示数据】") for a in meant]
        at = [text.find(title) for title in titles if title in text]
        assert at == sorted(at)
        assert len(at) <= 3
        assert ("主要有" in text or "等。" in text) is (len(at) < len(titles))


def check_progress(document: Document, told: Told) -> None:
    """What is told of each area against JSON; of every one with an activity, and of no other."""
    rows = {row["title"]: row for row in told["areas"] + told["safeguards"] if row["activities"]}
    seen = []
    for name, text in told_of_areas(document):
        pairs, n = counted(text)
        assert n == rows[name]["activities"]
        assert pairs in (None, rows[name]["pairs"])
        seen.append(name)
    assert seen == list(rows)


def check_problems(text: str, told: Told) -> None:
    """The numbers among the problems against JSON."""
    totals, areas = told["totals"], told["areas"]
    if cells := numbers(r"按(\d+)对、(\d+)项任务计(\d+)个组合，(\d+)个没有", text):
        pairs = len(told["pairs"])
        assert cells == [pairs, len(areas), pairs * len(areas), told["blank_cells"]]
    if measures := numbers(r"通知所列(\d+)项举措中(\d+)项没有", text):
        counts = [n for row in areas + told["safeguards"] for n in row["measures"].values()]
        assert measures == [len(counts), counts.count(0)]
    for title, n in re.findall(r"“([^”]+)”仅(\d+)项", text):
        assert {row["title"]: row["activities"] for row in areas}[title] == int(n)
    if silent := numbers(r"(\d+)对没有\D*活动记录", text):
        assert silent == [len(told["silent_pairs"])]
    if overdue := numbers(r"(?:，|有)(\d+)项计划到期未见开展", text.replace("各有1项", "")):
        assert overdue == [totals["planned"]]
    if each := re.findall(rf"{SEVERAL}各有1项计划", text):
        assert len(each[0].split("、")) == totals["planned"]
    if clause := re.search("填报不完整，([^，。]*项)未填", text):
        found = dict(re.findall(r"(\D+?)(\d+)项、?", clause[1]))
        unreported = totals["unreported"]
        wanted = {k: str(unreported[v]) for k, v in FILLED.items() if unreported[v]}
        wanted.pop("消费帮扶", None)  # few ever have any
        assert found == wanted


@pytest.mark.slow
@pytest.mark.parametrize("asked", every_demo_report(), ids=named)
def test_every_number_of_the_text_is_that_of_json(asked: Asked, run: Run, demo_data: Path) -> None:
    told = json_of(run, demo_data, asked)
    report, document = made_once(demo_data, asked)
    if told["totals"]["activities"]:
        check_headline(headline_of(document), told, len(told["pairs"]))
    if asked.area:
        check_only(document, report)
    else:
        check_progress(document, told)
    problems = paragraphs_under(document, "存在的问题")
    check_problems("".join(paragraph.text for paragraph in problems), told)


# --- what the text points to


POINTERS = {
    "工作统计表": r"只含已填报的，见附件(\d*)",
    "任务覆盖表": r"没有[^，。；（]*（见附件(\d*)）",
    "活动明细": r"到期未见开展（见附件(\d*)）",
    "变更情况": r"均已计入[^，。；（]*（见附件(\d*)）",
}


def annexes_pointed_at(text: str) -> Iterator[tuple[str, str]]:
    """The annex that a pointer means by what stands before it, and its number in the text."""
    for title, pattern in POINTERS.items():
        yield from ((title, no) for no in re.findall(pattern, text))


def has_pairings(document: Document, title: str) -> bool:
    """Whether an annex has a row for each pairing, so that those without activity are seen."""
    (annex,) = (annex for annex in document.annexes if annex.title == title)
    return any(
        isinstance(block, Table) and block.columns[0].title == "结对单位" for block in annex.blocks
    )


def check_pointers(document: Document) -> None:
    text = "\n".join(texts_of(document))
    titles = [annex.title for annex in document.annexes]
    found = [*annexes_pointed_at(text)]
    assert len(found) == text.count("见附件"), "each pointer is one of these"
    for title, no in found:
        assert bool(no) is (len(titles) > 1), "an only annex has no number"
        found_in = titles[int(no or 1) - 1]
        assert found_in == title or (title not in titles and has_pairings(document, found_in))
    assert "活动明细”" not in text


@pytest.mark.parametrize("trace", [False, True], ids=["brief", "traced"])
@pytest.mark.parametrize("asked", every_demo_report(), ids=named)
def test_what_the_text_points_to_is_there(asked: Asked, trace: bool, demo_data: Path) -> None:
    report, document = made_once(demo_data, asked._replace(trace=trace))
    check_pointers(document)
    titles = [annex.title for annex in document.annexes]
    assert titles.count("数字来源") == (1 if trace and report.totals.records else 0)
    wanted = ["工作统计表", "任务覆盖表", "活动明细", "推荐典型", "变更情况", "数字来源"]
    assert [title for title in wanted if title in titles] == titles


@pytest.mark.parametrize("words", ["2021Q1", "2021Q2", "2021Q3", "2021", "2023", "2024H2", "2025"])
def test_what_a_shipped_report_points_to_is_there(words: str, data: Path) -> None:
    check_pointers(made(data, Asked(words)).document)


@pytest.mark.parametrize("period", DEMO)
def test_the_grid_has_the_blanks_that_the_text_sends_to_it(period: str, demo_data: Path) -> None:
    report, document = made_once(demo_data, Asked(period))
    if not report.totals.now.activities:
        return
    (annex,) = (annex for annex in document.annexes if annex.title == "任务覆盖表")
    (grid,) = (block for block in annex.blocks if isinstance(block, Table))
    rows = grid.rows[:-1]
    blank = sum(row[at] == 0 for row in rows for at, c in enumerate(grid.columns) if c.heat)
    assert f"个组合，{blank}个没有活动（见附件2）" in main_text(document)
    idle = [row[1] for row in rows if row[-1] == 0]
    nil = list(report.nil)
    assert list(report.silent) == [county for county in idle if county not in nil]


def test_every_record_is_in_the_annex_of_details(demo_data: Path) -> None:
    report, document = made_once(demo_data, Asked("2022Q2"))
    (annex,) = (annex for annex in document.annexes if annex.title == "活动明细")
    (table,) = (block for block in annex.blocks if isinstance(block, Table))
    assert [row[0] for row in table.rows] == [a.reference for a in report.totals.records]


# --- how long it is


def made_up(n: int, areas: list[str]) -> list[dict[str, str]]:
    """So many records, spread over the pairings and over `areas`, all with a result."""
    counties = [*PAIRS]
    return [
        record(
            id=f"x-{at:03}",
            date=f"2021-0{4 + at % 3}-{1 + at % 28:02}",
            county=(county := counties[at % len(counties)]),
            partners=PAIRS[county][at % len(PAIRS[county])],
            area=areas[at // len(counties) % len(areas)],
            title=f"演示数据“全国科技工作者日”主题座谈会第{at}次",
            outcome=f"收集意见建议{at + 1}条",
            participants="约300",
            funding="12345.67",
            exemplar="是" if at % 7 == 0 else "",
        )
        for at in range(n)
    ]


@pytest.mark.parametrize("period", DEMO)
def test_title_and_text_of_the_demo_take_two_pages(period: str, demo_data: Path) -> None:
    document = made_once(demo_data, Asked(period)).document
    assert lines_of_text(document) <= 2 * PAGE
    assert lines_on_paper(document) <= 2 * PAGE + 10, "the list of annexes and the signature"


@pytest.mark.parametrize("areas", [["1"], AREAS], ids=["one area", "spread"])
def test_four_hundred_activities_take_three_pages(areas: list[str], tables: Path) -> None:
    put_records(tables, "2021Q2/x.csv", *made_up(400, areas))
    report, document = made(tables, Asked("2021Q2"))
    assert report.totals.now.activities == 400
    assert lines_on_paper(document) <= 3 * PAGE


@pytest.mark.parametrize("asked", [Asked("2022Q4"), Asked("2022Q4", pair="巫山县"), Asked("2022")])
def test_an_empty_period_takes_a_page(asked: Asked, tables: Path) -> None:
    put_records(tables, "2021Q2/x.csv", record(id="a"))
    assert lines_on_paper(made(tables, asked).document) <= PAGE


@pytest.mark.parametrize("exemplar", ["", "是"])
@pytest.mark.parametrize("outcome", ["", "果" * 5000, "协议一份"])
def test_a_very_long_title_stands_in_the_annex_only(
    outcome: str, exemplar: str, tables: Path
) -> None:
    long = record(id="a", title="长" * 5000, outcome=outcome, exemplar=exemplar)
    plan = record(id="p", date="2021-08", title="划" * 5000, status="计划")
    put_records(tables, "2021Q2/x.csv", long)
    put_records(tables, "2021Q3/x.csv", plan)
    document = made(tables, Asked("2021Q2")).document
    assert lines_on_paper(document) <= 2 * PAGE
    assert not {"长长", "果果", "划划"} & {main_text(document)[at : at + 2] for at in range(9999)}
    (annex,) = (annex for annex in document.annexes if annex.title == "活动明细")
    (table,) = (block for block in annex.blocks if isinstance(block, Table))
    assert "长" * 5000 in table.rows[0]


# --- quarters side by side


@pytest.mark.parametrize(
    ("period", "quarters"),
    [
        ("2022Q1", []),
        ("2022Q2", ["一", "二"]),
        ("2022Q4", ["一", "二", "三", "四"]),
        ("2022", ["一", "二", "三", "四"]),
        ("2022H2", ["一", "二", "三", "四"]),
    ],
)
def test_the_trend_has_the_quarters_of_which_something_is_known(
    period: str, quarters: list[str], demo_data: Path
) -> None:
    document = made_once(demo_data, Asked(period)).document
    assert document.overview is not None
    charts = [c for c in document.overview.charts if c.caption == "近期各季度活动数"]
    told = [row[0] for chart in charts for row in chart.table.rows]
    assert told == [f"2022年第{n}季度" for n in quarters]


def test_a_year_has_its_own_quarters_in_the_trend(tables: Path) -> None:
    for quarter, day in (
        ("2021Q4", "2021-11-01"),
        ("2022Q1", "2022-02-01"),
        ("2022Q3", "2022-08-01"),
    ):
        put_records(tables, f"{quarter}/x.csv", record(id=quarter, date=day))
    report, _ = made(tables, Asked("2022"))
    assert [q.quarter.label for q in report.trend] == ["2022Q1", "2022Q3"]


def test_the_year_compared_with_counts_what_was_decided_to_be_one_event_once(
    run: Run, demo_data: Path
) -> None:
    year = json_of(run, demo_data, Asked("2022"))["totals"]["activities"]
    after = json_of(run, demo_data, Asked("2023"))
    assert after["compared"]["totals"]["activities"] == year
    text = main_text(made_once(demo_data, Asked("2023")).document)
    assert f"全年，17对结对单位均没有活动记录，上年为{year}项。" in text
