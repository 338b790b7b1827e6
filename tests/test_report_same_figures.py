"""The same figures in all seven formats: each is read back and compared, and SQL agrees."""

import csv
import json
import re
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from io import StringIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import html5lib
import openpyxl
import pytest
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from conftest import DATA, SPOKEN, SUMS
from cqpair.cli import main
from test_oracle import NOTHING, Oracle, kept

pytestmark = pytest.mark.documents

Rows = list[list[str]]
AREAS = "{}重点任务和保障措施开展情况"
PAIRS = "{}各结对单位开展情况"
GRID = "{}各结对单位各项重点任务活动数"
SHEETS = {AREAS: "分领域", PAIRS: "分结对", GRID: "任务覆盖"}
COUNTED = ("completed", "ongoing", "planned", "led_by_associations")
PERIODS = {"shipped": ("2021Q2", "2021-04-01", "2021-06-30")}
PERIODS |= {"demo": ("2022Q2", "2022-04-01", "2022-06-30")}
NAMES = {"2021Q2": "2021年第二季度", "2022Q2": "2022年第二季度"}


@pytest.fixture(scope="module", params=["shipped", "demo"])
def asked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A data folder and a quarter of it, the report of which stands in every format."""
    folder, out = DATA, tmp_path_factory.mktemp("out")
    if request.param == "demo":
        folder = tmp_path_factory.mktemp("demo") / "data"
        assert main(["init", str(folder), "--demo"]) == 0
    quarter = PERIODS[request.param][0]
    for suffix in ("txt", "md", "html", "docx", "xlsx", "json", "csv"):
        words = ["--data", str(folder), "report", "--quarter", quarter]
        assert main([*words, "--output", str(out / f"r.{suffix}")]) == 0
    return folder, PERIODS[request.param], out


# --- the figures as JSON tells them, written as a reader sees them


def shown(row: dict[str, Any], key: str) -> str:
    value = row[key]
    if value is None:
        return "—"
    if key in SUMS and row["approximate"][key]:
        return f"约{Decimal(value):,.0f}"
    if isinstance(value, str):
        return f"{Decimal(value):,.2f}" if Decimal(value) else "0"
    return f"{value:,}"


def beside(row: dict[str, Any], told: dict[str, Any]) -> Iterator[str]:
    yield f"{row['previous']['activities']:,}"
    if told["year_to_date"]:
        yield f"{row['year_to_date']['activities']:,}"


def area_rows(told: dict[str, Any]) -> Rows:
    rows = []
    for mark, group in (("", told["areas"]), ("保障", told["safeguards"])):
        for row in group:
            figures = [shown(row, key) for key in (*COUNTED, "pairs", *SPOKEN)]
            label = f"{mark}{row['no']} {row['title']}"
            share = f"{row['share_percent']}%"
            rows.append([label, shown(row, "activities"), share, *beside(row, told), *figures])
    return rows


def sum_row(label: str, now: dict[str, Any], rows: Rows, whole: int) -> list[str]:
    """A subtotal or total: its own figures, and what the rows have beside them added up."""
    part = Decimal(100 * now["activities"]) / whole
    share = part.quantize(Decimal("0.1"), ROUND_HALF_UP)
    others = range(3, len(rows[0]) - len((*COUNTED, "pairs", *SPOKEN)))
    added = [f"{sum(int(row[i]) for row in rows):,}" for i in others]
    figures = [shown(now, key) for key in (*COUNTED, "pairs", *SPOKEN)]
    return [label, shown(now, "activities"), f"{share}%", *added, *figures]


def whole_area_table(told: dict[str, Any]) -> Rows:
    rows = area_rows(told)
    areas, support = rows[:6], rows[6:]
    parts, whole = told["subtotals"], told["totals"]["activities"]
    return [
        *areas,
        sum_row("重点任务小计", parts["areas"], areas, whole),
        *support,
        sum_row("保障措施小计", parts["safeguards"], support, whole),
        sum_row("合计", told["totals"], rows, whole),
    ]


def pair_rows(told: dict[str, Any]) -> Rows:
    return [
        [
            f"{row['county']}（{'、'.join(row['partners'])}）",
            shown(row, "activities"),
            *beside(row, told),
            *(shown(row, key) for key in (*COUNTED, *SPOKEN)),
        ]
        for row in told["pairs"]
    ]


def grid_rows(told: dict[str, Any]) -> Rows:
    return [
        [
            str(row["no"]),
            row["county"],
            "、".join(row["partners"]),
            *map(str, row["areas"].values()),
        ]
        for row in told["pairs"]
    ]


# --- the tables as each format has them: caption → rows of texts


def from_text(path: Path) -> dict[str, Rows]:
    found: dict[str, Rows] = {}
    for part in path.read_text(encoding="utf-8").split("\n\n"):
        head, *lines = part.split("\n")
        if match := re.match(r"表\d+　(.+)", head):
            rows = [re.split(r" {2,}", line.strip()) for line in lines]
            found[match[1]] = [row for row in rows if not row[0].startswith("---")]
    return found


def from_markdown(path: Path) -> dict[str, Rows]:
    found: dict[str, Rows] = {}
    parts = path.read_text(encoding="utf-8").split("\n\n")
    for head, part in pairwise(parts):
        if match := re.fullmatch(r"\*\*表\d+　(.+)\*\*", head):
            lines = [re.sub(r"\\(.)", r"\1", line)[2:-2] for line in part.split("\n")]
            rows = [line.split(" | ") for line in lines]
            found[match[1]] = [row for row in rows if not row[0].startswith("---")]
    return found


def from_html(path: Path) -> dict[str, Rows]:
    page = html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    found = {}
    for table in page.iter("table"):
        caption = "".join("".join(node.itertext()) for node in table.iter("caption"))
        rows = [
            ["".join(cell.itertext()).replace("未填报", "") for cell in row]
            for row in table.iter("tr")
        ]
        found[re.sub(r"^表\d+\s", "", caption)] = rows
    return found


def from_docx(path: Path) -> dict[str, Rows]:
    document, found, caption = docx.Document(str(path)), {}, ""
    for block in document.iter_inner_content():
        match block:
            case WordParagraph(text=text):
                caption = re.sub(r"^表\s*\d+\s*", "", text)
            case WordTable():
                found[caption] = [[cell.text for cell in row.cells] for row in block.rows]
    return found


def from_xlsx(path: Path) -> dict[str, Rows]:
    book = openpyxl.load_workbook(path, data_only=True)
    found: dict[str, Rows] = {}
    for caption, name in SHEETS.items():
        rows = [[_cell(cell) for cell in row] for row in book[name].iter_rows()]
        found |= {caption.format(quarter): rows for quarter in NAMES.values()}
    return found


def _cell(cell: Any) -> str:
    value, form = cell.value, cell.number_format
    if isinstance(value, str) or value is None:
        return value or ""
    if "约" in form:
        return f"约{value:,.0f}"
    if "%" in form:
        return f"{value * 100:.1f}%"
    return f"{value:,.2f}" if ".00" in form and value else f"{value:,.0f}"


READERS: dict[str, Callable[[Path], dict[str, Rows]]] = {
    "txt": from_text,
    "md": from_markdown,
    "html": from_html,
    "docx": from_docx,
    "xlsx": from_xlsx,
}


def body(table: Rows, expected: Rows) -> Rows:
    """As many rows of a table as are expected, from the first that is one of them on."""
    start = table.index(expected[0])
    return table[start : start + len(expected)]


def reported(rows: Rows) -> Rows:
    """The rows without columns that nobody filled in: paper names those in a note."""
    columns = [cells for cells in zip(*rows, strict=True) if set(cells) != {"—"}]
    return [list(row) for row in zip(*columns, strict=True)]


@pytest.mark.parametrize("suffix", READERS)
def test_tables_hold_what_json_tells(asked: Any, suffix: str) -> None:
    _, (quarter, _, _), out = asked
    told = json.loads((out / "r.json").read_text(encoding="utf-8"))
    found = READERS[suffix](out / f"r.{suffix}")
    areas, pairs, grid = (found[name.format(NAMES[quarter])] for name in (AREAS, PAIRS, GRID))
    told_areas, told_pairs = whole_area_table(told), pair_rows(told)
    if suffix == "docx":
        told_areas, told_pairs = reported(told_areas), reported(told_pairs)
    assert body(areas, told_areas) == told_areas
    assert body(pairs, told_pairs) == told_pairs
    assert pairs[-1][1] == shown(told["totals"], "activities")
    grid = [row[:9] for row in grid]
    assert body(grid, grid_rows(told)) == grid_rows(told)


def test_csv_holds_what_json_tells(asked: Any) -> None:
    _, _, out = asked
    told = json.loads((out / "r.json").read_text(encoding="utf-8"))
    text = (out / "r.csv").read_text(encoding="utf-8-sig")
    lines = [line for line in csv.DictReader(StringIO(text)) if line["类别"] != "注意"]
    parts = told["subtotals"]
    areas = [*told["areas"], parts["areas"], *told["safeguards"], parts["safeguards"]]
    rows = [told["totals"], *areas, *told["pairs"]]
    assert len(lines) == len(rows)
    headers = ("活动", "已完成", "进行中", "计划", "科协牵头", "参与结对")
    keys = ("activities", *COUNTED, "pairs")
    sums = [column.sum_title for column in SUMS.values()]
    for line, row in zip(lines, rows, strict=True):
        assert [line[h] for h in headers] == [str(row[key]) for key in keys]
        assert [line[h] for h in sums] == ["" if row[k] is None else str(row[k]) for k in SUMS]
        for what, mark in (("unreported", "未填报"), ("approximate", "约数")):
            names = [f"{header.removesuffix('（元）')}{mark}" for header in sums]
            assert [line[name] for name in names] == [str(row[what][key]) for key in SUMS]


def test_json_holds_what_sql_counts(asked: Any) -> None:
    folder, (_, start, end), out = asked
    told = json.loads((out / "r.json").read_text(encoding="utf-8"))
    oracle = Oracle(folder)
    now, year = oracle.figures(start, end), oracle.figures(f"{start[:4]}-01-01", end)
    assert told["totals"] == now[""]
    assert told["year_to_date"]["totals"] == year[""]
    for mark, group in (("", told["areas"]), ("保障", told["safeguards"])):
        for row in group:
            key = f"{mark}{row['no']}"
            assert kept(row) == now.get(key, NOTHING)
            assert row["year_to_date"] == year.get(key, NOTHING)
    for row in told["pairs"]:
        assert kept(row) == now.get(row["county"], NOTHING)


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "docx"])
def test_the_headline_is_the_same_in_every_text(asked: Any, suffix: str) -> None:
    out = asked[2]
    told = json.loads((out / "r.json").read_text(encoding="utf-8"))["totals"]
    match suffix:
        case "docx":
            text = "".join(p.text for p in docx.Document(str(out / "r.docx")).paragraphs)
        case _:
            text = (out / f"r.{suffix}").read_text(encoding="utf-8")
    assert f"开展活动{told['activities']}项" in text
    assert f"科协牵头{told['led_by_associations']}项" in text


def test_the_key_figures_of_the_workbook_are_those_of_json(asked: Any) -> None:
    out = asked[2]
    told = json.loads((out / "r.json").read_text(encoding="utf-8"))["totals"]
    sheet = openpyxl.load_workbook(out / "r.xlsx", data_only=True).worksheets[0]
    figures = {row[0]: row[1] for row in sheet.iter_rows(values_only=True, max_col=2)}
    assert figures["活动"] == told["activities"]
    assert figures["参与结对"] == told["pairs"]
    assert figures["科协牵头"] == told["led_by_associations"]
    for title, key in (("参与人次", "participants"), ("资金投入", "funding_yuan")):
        stored, wanted = figures[title], told[key]
        if wanted is None:
            assert not isinstance(stored, int | float), "nothing reported is no nought"
        else:
            assert Decimal(str(stored)) == Decimal(wanted)
