"""Small workbooks for tests: cells, number formats, merged cells, hidden rows and sheets."""

import zipfile
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

HEAD = ("开始日期", "两群区县", "主城协同区", "任务领域", "活动名称")
RECORD = ("2021-05-13", "万州区", "两江新区", 1, "演示数据")

Cells = Mapping[str, object]
Change = Callable[[Worksheet], None]


def workbook(
    sheets: Mapping[str, Cells | Sequence[Sequence[object]]],
    formats: Mapping[str, str] | None = None,
    change: Change | None = None,
    epoch_1904: bool = False,
) -> bytes:
    """A workbook: by sheet its cells by name, or row by row; `formats` hold for every sheet."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.remove(book.active)
    if epoch_1904:
        from openpyxl.utils.datetime import CALENDAR_MAC_1904

        book.epoch = CALENDAR_MAC_1904
    for title, content in sheets.items():
        sheet = book.create_sheet(title)
        if isinstance(content, Mapping):
            for name, value in content.items():
                sheet[name] = value
        else:
            for row in content:
                sheet.append(list(row))
        for name, number_format in (formats or {}).items():
            sheet[name].number_format = number_format
        if change:
            change(sheet)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def rezipped(data: bytes, member: str, old: bytes, new: bytes) -> bytes:
    """The archive with `old` made `new` in one of its files; blank values are `<v />` there."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            content = content.replace(b"<v></v>", b"<v />").replace(b"<v/>", b"<v />")
            if name == member:
                assert old in content
                content = content.replace(old, new)
            target.writestr(name, content)
    return out.getvalue()


def with_format_ids(data: bytes, ids: Mapping[str, int]) -> bytes:
    """The workbook with number formats named by number alone, as Chinese Excel writes its own.

    `ids` gives the number for each format code that the workbook's cells were given.
    """
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/styles.xml":
                content = _with_ids(content.decode("utf-8"), ids).encode("utf-8")
            target.writestr(name, content)
    return out.getvalue()


def _with_ids(styles: str, ids: Mapping[str, int]) -> str:
    import re

    for code, number in ids.items():
        quoted = re.escape(code.replace("&", "&amp;").replace('"', "&quot;"))
        found = re.search(rf'<numFmt numFmtId="(\d+)" formatCode="{quoted}" ?/>', styles)
        assert found, styles
        styles = styles.replace(found[0], "")
        styles = styles.replace(f'numFmtId="{found[1]}"', f'numFmtId="{number}"')
    return re.sub(r"<numFmts[^>]*>\s*</numFmts>|<numFmts[^>]*/>", "", styles)


def archive(**parts: bytes) -> bytes:
    """A zip of `parts`; `__` stands for the `/` in a name, `_` for its point."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, content in parts.items():
            target.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


def swollen(megabytes: int) -> bytes:
    """A workbook one part of which says that it unpacks to so much."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        target.writestr("xl/workbook.xml", "<workbook/>")
        target.infolist()[0].file_size = megabytes * 2**20
    return out.getvalue()
