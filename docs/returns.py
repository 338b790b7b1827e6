"""Write the workbooks in src/cqpair/demo/returns: returns as offices fill them in, made up.

    python docs/returns.py           rewrite them
    python docs/returns.py --check   tell which say something else; exit 1 if any does

They are kept with the program, so that `init --demo` copies them and imports no library for them.
"""

import re
import sys
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from xlsxwriter import Workbook

from cqpair.collect.form import FORM_COLUMNS, HIDDEN, Form
from cqpair.collect.template import write_template
from cqpair.demo.quarter import NOT_IMPORTED, QUARTER
from cqpair.demo.year import made_up_year
from cqpair.fields import Activity
from cqpair.model.tasks import MADE_UP
from cqpair.names import fold
from cqpair.period import ACTIVITIES
from cqpair.read.return_file import read_return
from cqpair.source import Grid
from cqpair.store.folder import open_tables, open_tasks, shipped_folder
from cqpair.values import write_count

FOLDER = Path(__file__).resolve().parents[1] / "src" / "cqpair" / "demo" / "returns"

_MADE_AT = datetime(2022, 12, 20, 9, 0, tzinfo=UTC)

_FIRST_ROW, _FIRST_COLUMN = 7, 3
"""Of the form, counted from 1: below its example, beside the hidden column and 序号."""

_TOLD_BY_BEIBEI: Sequence[Mapping[str, str]] = (
    {
        "date": "2022-11-25",
        "partners": "北碚区",
        "area": "携手助力脱贫攻坚与乡村振兴有机衔接",
        "measure": "“会会”合作",
        "lead": "北碚区科协",
        "lead_kind": "科协",
        "title": f"【{MADE_UP}】两地学会赴巫山签订“会会”合作协议",
        "form": "签约",
        "place": "巫山县",
        "participants": "56",
        "experts": "4",
        "funding": "2300",
        "outcome": "合作协议3份",
        "note": MADE_UP,
    },
    {
        "date": "2022-12-08",
        "partners": "北碚区",
        "area": "携手服务创新驱动发展",
        "measure": "科技志愿服务活动",
        "lead": "北碚区科协",
        "lead_kind": "科协",
        "title": f"【{MADE_UP}】北碚区科技志愿服务队走进巫山县社区",
        "form": "科技志愿服务",
        "place": "巫山县社区",
        "participants": "约130",
        "experts": "8",
        "funding": "6500",
        "in_kind": "3000",
        "outcome": "接受咨询90人次",
        "note": MADE_UP,
    },
)
"""The first tells what 巫山县 told as 2022Q4-wushan-03."""


def main(words: Sequence[str]) -> int:
    """Rewrite the workbooks, or with `--check` only tell which say something else."""
    check = "--check" in words
    stale = [name for name, data in workbooks().items() if not _says_the_same(name, data)]
    for name in stale:
        print(f"{name}.xlsx: {'stale' if check else 'written'}")
        if not check:
            (FOLDER / f"{name}.xlsx").write_bytes(workbooks()[name])
    return 1 if check and stale else 0


def workbooks() -> dict[str, bytes]:
    """Each workbook as it should be, by its name in the package."""
    shipped = shipped_folder()
    book, tasks = open_tables(shipped, date(2023, 1, 1)), open_tasks(shipped).tasks
    assert tasks is not None
    year = made_up_year(book.pairings, book.names, tasks)
    xiushan, yunyang = (
        year[f"{ACTIVITIES}/{QUARTER.label}/{fold(book.names.unit(county).pinyin)}.csv"]
        for county in NOT_IMPORTED
    )
    unit = book.names.unit("北碚区")
    pairing = book.pairing_of(unit)
    assert pairing is not None
    form = Form(unit, pairing, QUARTER, tasks)
    return {"xiushan": _own(xiushan), "beibei": _filled(form), "yunyang": _wrong(yunyang)}


def _own(records: Sequence[Activity]) -> bytes:
    """秀山县's own table: a title over all columns, money in 万元, no county, totals below."""
    header = [
        "序号",
        "活动时间",
        "活动主题",
        "合作单位",
        "任务领域",
        "活动地点",
        "参加人数",
        "专家人数",
    ]
    header += ["投入资金（万元）", "实物折价（万元）", "主要成效", "备注"]
    rows: list[list[Any]] = []
    for no, record in enumerate(records, 1):
        money = [
            figure and float(figure.value) / 10_000 for figure in (record.funding, record.in_kind)
        ]
        heads = f"{write_count(record.participants)}人" if record.participants else ""
        rows.append(
            [
                no,
                f"{record.date.first.month}月{record.date.first.day}日",
                record.title,
                "合川区科协",
                record.area.title,
                record.place or "",
                heads,
                record.experts and int(record.experts.value),
                *money,
                record.outcome or "",
                MADE_UP,
            ]
        )
    totals = [sum(float(row[i] or 0) for row in rows) for i in (8, 9)]
    rows.append(["合计", "", "", "", "", "", "", "", *totals, "", ""])
    title = f"【{MADE_UP}】秀山县科协2022年四季度对口协同工作情况表"
    return _table(title, "填报单位：秀山县科协　　填报时间：2023年1月9日", header, rows)


def _wrong(records: Sequence[Activity]) -> bytes:
    """云阳县's table, with two wrong cells: a partner of another county, a crowd uncounted."""
    header = "序号 活动时间 结对区 任务领域 活动名称 活动形式 参与人次 资金投入（元） 备注"
    rows: list[list[Any]] = [
        [
            no,
            record.date.first.isoformat(),
            "渝北区",
            record.area.title,
            record.title,
            record.form or "",
            record.participants and int(record.participants.value),
            record.funding and int(record.funding.value),
            MADE_UP,
        ]
        for no, record in enumerate(records, 1)
    ]
    rows[1][2], rows[2][6] = "江津区", "几十人"
    title = f"【{MADE_UP}】云阳县科协2022年四季度活动统计表"
    return _table(title, "填报单位：云阳县科协", header.split(), rows)


def _table(title: str, office: str, header: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    """A workbook as an office makes one: a title, a line with its name, a header, rows."""
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"title": title, "created": _MADE_AT})
    sheet = book.add_worksheet()
    framed = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter"})
    large = book.add_format({"bold": True, "font_size": 16, "align": "center"})
    sheet.merge_range(0, 0, 0, len(header) - 1, title, large)
    sheet.merge_range(1, 0, 1, len(header) - 1, office)
    for n, row in enumerate((header, *rows), 2):
        sheet.write_row(n, 0, row, framed)
    for i, name in enumerate(header):
        sheet.set_column(i, i, 28 if name in ("活动主题", "活动名称", "任务领域") else 10)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    book.close()
    return out.getvalue()


def _filled(form: Form) -> bytes:
    """Our form as 北碚区 filled it in: texts in its cells, all else as `template` makes it."""
    columns = [column.key for column in FORM_COLUMNS if column.key != HIDDEN]
    cells = {
        f"{chr(64 + _FIRST_COLUMN + columns.index(key))}{row}": text
        for row, told in enumerate(_TOLD_BY_BEIBEI, _FIRST_ROW)
        for key, text in told.items()
    }
    out, made = BytesIO(), BytesIO(write_template(form, _MADE_AT))
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                data = _with_cells(data.decode(), cells).encode()
            new.writestr(part, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _with_cells(sheet: str, cells: Mapping[str, str]) -> str:
    """The XML of a sheet with texts in blank cells; numbers where a text is one."""
    for name, text in cells.items():
        value = f"<v>{text}</v>" if text.isdecimal() else f"<is><t>{escape(text)}</t></is>"
        kind = "" if text.isdecimal() else ' t="inlineStr"'
        sheet, found = re.subn(
            rf'<c r="{name}"( s="\d+")?/>', rf'<c r="{name}"\1{kind}>{value}</c>', sheet
        )
        assert found == 1, name
    return sheet


def _says_the_same(name: str, data: bytes) -> bool:
    """Whether the kept workbook says the same; its bytes hang on the library's version."""
    path = FOLDER / f"{name}.xlsx"
    return path.is_file() and cells_of(path.read_bytes()) == cells_of(data)


def cells_of(data: bytes) -> list[list[list[str]]]:
    """The cells of a workbook, by sheet and row."""
    grids: Sequence[Grid] = read_return("x.xlsx", data).grids
    return [[row.cells for row in (grid.head, *grid.rows)] for grid in grids]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
