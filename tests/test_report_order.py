"""Units stand in the order of the notice's annex: in each sentence, table, list of JSON and CSV."""

import csv
import json
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import DATA, Run, put_records, record
from conftest import report as report_of
from cqpair.render.document import Block, Chart, Document, Heading, Paragraph, Table
from report_document import DEMO, Asked, every_demo_report, made, made_once, named

TABLE: dict[str, Any] = yaml.load(
    (DATA / "pairings.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
PAIRS: dict[str, list[str]] = {row["county"]: row["partners"] for row in TABLE["pairings"]}
ANNEX = [name for county, partners in PAIRS.items() for name in (county, *partners)]
RANK = {name: n for n, name in enumerate(ANNEX)}
NAME = "|".join(sorted(ANNEX, key=len, reverse=True))
LISTED = re.compile(rf"(?<!与)(?:{NAME})(?:、(?:{NAME}))+")
ONE_SIDED = re.compile(rf"({NAME})结对的(?:{NAME})")


def out_of_order(text: str) -> Iterator[str]:
    """The lists of units in a sentence or a cell that do not follow the annex."""
    for listed in LISTED.findall(text):
        ranks = [RANK[name] for name in listed.split("、")]
        if ranks != sorted(ranks):
            yield listed
    ranks = [RANK[name] for name in ONE_SIDED.findall(text)]
    if ranks != sorted(ranks):
        yield text


def columns_out_of_order(table: Table) -> Iterator[str]:
    """The columns whose cells begin with a county each, and do not follow the annex."""
    for at, column in enumerate(table.columns):
        texts = [str(row[at]) for n, row in enumerate(table.rows) if n not in table.sums]
        heads = [re.match(NAME, text) for text in texts]
        ranks = [RANK[head[0]] for head in heads if head]
        if texts and len(ranks) == len(texts) and ranks != sorted(ranks):
            yield f"{table.caption} {column.title}"


def blocks_of(document: Document) -> Iterator[Block]:
    yield from document.every_block()
    yield from document.digest
    if document.overview:
        yield from document.overview.charts
        yield from [document.overview.grid] if document.overview.grid else []


def found_in(document: Document) -> Iterator[str]:
    """Whatever stands in a document out of order."""
    for text in (document.title, *document.notes):
        yield from out_of_order(text)
    for block in blocks_of(document):
        match block:
            case Paragraph(text=text) | Heading(text=text):
                yield from out_of_order(text)
            case Table() | Chart():
                table = block.table if isinstance(block, Chart) else block
                yield from columns_out_of_order(table)
                for row in table.texts():
                    for cell in row:
                        yield from out_of_order(cell)


def test_the_search_finds_what_is_out_of_order() -> None:
    assert [*out_of_order("巫山县、忠县各开展1项")] == ["巫山县、忠县"]
    assert [*out_of_order("铜梁区、北碚区")] == ["铜梁区、北碚区"]
    assert [*out_of_order("忠县、巫山县各开展1项；巫山县与北碚区、铜梁区")] == []
    assert [*out_of_order("巫山县结对的铜梁区、忠县结对的大足区没有")] != []


@pytest.mark.slow
@pytest.mark.parametrize("asked", every_demo_report(), ids=named)
def test_a_document_has_units_in_order(asked: Asked, demo_data: Path) -> None:
    document = made_once(demo_data, asked._replace(trace=True)).document
    assert [*found_in(document)] == []


@pytest.mark.parametrize("by", ["pair", "partner", "region"])
def test_rows_by_pairing_partner_and_region_are_in_order(by: str, demo_data: Path) -> None:
    report, document = made_once(demo_data, Asked("2022Q2", by=by, trace=True))
    assert [*found_in(document)] == []
    labels = [row.label for row in report.rows]
    wanted = {
        "pair": list(PAIRS),
        "partner": [name for partners in PAIRS.values() for name in partners],
        "region": ["渝东北", "渝东南"],
    }[by]
    assert sorted(labels, key=wanted.index) == labels or by == "region"
    assert set(labels) == set(wanted)


def lists_out_of_order(told: Any, where: str = "") -> Iterator[str]:
    """The lists of JSON whose units, or whose rows by their county, do not follow the annex."""
    if isinstance(told, dict):
        for key, value in told.items():
            yield from lists_out_of_order(value, f"{where}.{key}")
    if isinstance(told, list):
        names = [one.get("county") if isinstance(one, dict) else one for one in told]
        names = [name["name"] if isinstance(name, dict) else name for name in names]
        ranks = [RANK[name] for name in names if isinstance(name, str) and name in RANK]
        if len(ranks) == len(told) and ranks != sorted(ranks):
            yield where
        for one in told:
            yield from lists_out_of_order(one, f"{where}[]")


@pytest.mark.slow
@pytest.mark.parametrize("period", DEMO)
@pytest.mark.parametrize("words", ["report --by pair --trace", "report --by partner", "activities"])
def test_json_has_units_in_order(words: str, period: str, run: Run, demo_data: Path) -> None:
    command, *options = words.split()
    result = run("--data", demo_data, command, period, *options, "--format", "json")
    assert result.code == 0
    assert [*lists_out_of_order(json.loads(result.out))] == []


@pytest.mark.parametrize("words", ["pairs", "status 2022Q2", "status 2022Q4"])
def test_what_lists_units_has_them_in_order(words: str, run: Run, demo_data: Path) -> None:
    result = run("--data", demo_data, *words.split(), "--format", "json")
    assert [*lists_out_of_order(json.loads(result.out))] == []


@pytest.mark.parametrize("words", ["report 2022Q2", "activities 2022", "pairs", "status 2022Q4"])
def test_csv_has_units_in_order(words: str, run: Run, demo_data: Path) -> None:
    result = run("--data", demo_data, *words.split(), "--format", "csv")
    rows = [*csv.reader(StringIO(result.out))]
    heads = [[cell for cell in row if cell in PAIRS][:1] for row in rows]
    ranks = [RANK[name] for names in heads for name in names]
    assert len(ranks) > 10
    assert ranks == sorted(ranks)
    assert [wrong for row in rows for cell in row for wrong in out_of_order(cell)] == []


def test_partners_stand_in_order_however_they_were_written(tables: Path) -> None:
    late = record(id="a", partners="铜梁区、北碚区", title="演示数据一", exemplar="是")
    early = record(id="b", county="忠县", partners="大足区、大渡口区", title="演示数据二")
    put_records(tables, "2021Q2/x.csv", late, early)
    document = made(tables, Asked("2021Q2", by="partner", trace=True)).document
    assert [*found_in(document)] == []
    (table,) = (b for b in document.annexes[2].blocks if isinstance(b, Table))
    assert [row[2] for row in table.rows] == ["忠县、大渡口区、大足区", "巫山县、北碚区、铜梁区"]


def test_what_is_not_counted_is_in_order(tables: Path, run: Run) -> None:
    for name, county, partner in (("a", "巫山县", "北碚区"), ("b", "万州区", "两江新区")):
        days = ("2021", "2021-05-03", "2021-05-04")
        rows = [
            record(
                id=f"{name}-{n}", county=county, partners=partner, date=day, title=f"演示数据{n}"
            )
            for n, day in enumerate(days)
        ]
        put_records(tables, f"{name}.csv", *rows)
    decisions = tables / "submissions/2021Q2/decisions.csv"
    decisions.parent.mkdir(parents=True)
    lines = ["编号甲,编号乙,决定,保留,日期,备注"]
    lines += [f"{name}-1,{name}-2,同一活动,{name}-1,2021-07-01," for name in "ab"]
    decisions.write_text("\n".join([*lines, ""]), encoding="utf-8")
    told = report_of(run, "2021Q2")
    assert told["imprecise"] == ["b-0", "a-0"]
    assert [double["id"] for double in told["doubles"]] == ["b-2", "a-2"]


def test_what_changed_since_closing_is_in_order(tables: Path, run: Run) -> None:
    put_records(tables, "x.csv", record(id="x-1"))
    assert run("close", "2021Q2").code == 0
    late = record(id="a-1", county="巫山县", title="演示数据一")
    early = record(id="b-1", county="万州区", partners="两江新区", title="演示数据二")
    put_records(tables, "y.csv", late, early)
    assert json.loads(run("changes", "2021Q2", "--format", "json").out)["added"] == ["b-1", "a-1"]
    names = "万州区“演示数据二”、巫山县“演示数据一”"
    assert names in run("report", "2021Q3").out.replace("\n", "")
