"""Files that no office means to send, each with the end of the sentence's key that tells it."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from struct import pack

from old_files import (
    OldSheet,
    compound,
    docx,
    ods,
    ods_cell,
    ods_row,
    ods_table,
    record,
    xls,
    zipped,
)
from workbooks import workbook

_SHEET_XML = "xl/worksheets/sheet1.xml"
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_DOCTYPE = f'<!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}]>'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _sheet_of(rows: str) -> bytes:
    """A workbook whose one sheet holds these rows."""
    out = BytesIO()
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    with (
        zipfile.ZipFile(BytesIO(workbook({"表": {"A1": "演示数据"}}))) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == _SHEET_XML:
                content = (
                    f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'.encode()
                )
            target.writestr(name, content)
    return out.getvalue()


def _with_part(name: str, size: int) -> bytes:
    """A workbook with a part of so many blanks."""
    out = BytesIO(workbook({"表": {"A1": "演示数据"}}))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, b" " * size)
    return out.getvalue()


def _looped() -> bytes:
    """An OLE file in whose directory each entry names the next one twice: 2^62 ways through it."""
    data = bytearray(compound(dict.fromkeys(map(str, range(62)), b"")))
    start = data.index("Root Entry".encode("utf-16-le"))
    for number in range(1, 62):
        at = start + number * 128 + 68
        data[at : at + 8] = pack("<2I", number + 1, number + 1)
    return bytes(data)


def _encrypted_ods() -> bytes:
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": b"<manifest:encryption-data/>",
            "content.xml": bytes(range(256)),
        }
    )


def _inline(text: str) -> str:
    return f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'


_LONG = "演" * 7_000_000

HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "empty"),
    "blanks and a BOM": (lambda: b"\xef\xbb\xbf \r\n\r\n", "empty"),
    "a million NULs": (lambda: bytes(2**20), "empty"),
    "an encrypted .xlsx": (
        lambda: compound({"EncryptionInfo": b"", "EncryptedPackage": bytes(5000)}),
        "locked",
    ),
    "an encrypted .xls": (lambda: xls({"表": OldSheet({})}, more=record(0x2F, bytes(6))), "locked"),
    "an encrypted .ods": (_encrypted_ods, "locked"),
    "a .doc": (lambda: compound({"1Table": b"", "WordDocument": b""}), "old-word"),
    "a .ppt": (lambda: compound({"PowerPoint Document": b""}), "slides"),
    "OLE of another kind": (lambda: compound({"__properties_version1.0": b""}), "unknown"),
    "OLE cut short": (lambda: compound({"Workbook": b""})[:600], "broken"),
    "OLE whose directory never ends": (_looped, "unknown"),
    "a .pptx": (lambda: zipped({"ppt/presentation.xml": b""}), "slides"),
    "an .odt": (lambda: zipped({"content.xml": b"<office:text/>"}), "open-text"),
    "an .xlsb": (lambda: zipped({"xl/workbook.bin": b""}), "binary-workbook"),
    "an .ofd": (lambda: zipped({"OFD.xml": b""}), "fixed-layout"),
    "a .numbers": (lambda: zipped({"Index/Document.iwa": b""}), "apple"),
    "Strict Open XML": (
        lambda: zipped({"xl/workbook.xml": b'<workbook xmlns="http://purl.oclc.org/ooxml/"/>'}),
        "strict",
    ),
    "HTML as .xls": (lambda: b"\r\n<html xmlns:x='urn'><table><tr><td>1</td></table>", "web-page"),
    "XML of Excel 2003": (lambda: b'<?xml version="1.0"?>\n<Workbook/>', "web-page"),
    "RTF": (lambda: b"{\\rtf1\\ansi ...}", "rich-text"),
    "PDF": (lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "fixed-layout"),
    "PNG": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
    "JPEG": (lambda: b"\xff\xd8\xff\xe0\0\x10JFIF\0", "picture"),
    "HEIC": (lambda: b"\0\0\0\x18ftypheic", "picture"),
    "RAR": (lambda: b"Rar!\x1a\x07\x01\0", "archive"),
    "7z": (lambda: b"7z\xbc\xaf\x27\x1c\0\4", "archive"),
    "a zip of files": (lambda: zipped({"巫山县.xlsx": b"x"}), "archive"),
    "a zip of nothing": (lambda: b"PK\x05\x06" + bytes(18), "archive"),
    "a program": (lambda: b"MZ\x90\0\3\0\0\0", "unknown"),
    "a zip cut short": (lambda: workbook({"表": {"A1": "演示数据"}})[:700], "broken"),
    "a workbook without a sheet": (lambda: zipped({"xl/workbook.xml": b"<workbook/>"}), "broken"),
    "an .ods that is no XML": (lambda: zipped({"content.xml": b"<x:spreadsheet"}), "broken"),
    "a .docx without a document": (lambda: zipped({"word/styles.xml": b""}), "broken"),
    "prose": (
        lambda: "我单位于4月5日，在巫山县开展讲座，1,200人参加。\n特此报告。".encode(),
        "prose",
    ),
    "prose in GB18030": (lambda: "二季度没有开展活动。".encode("gb18030"), "prose"),
    "prose in Word": (lambda: docx("<w:p><w:r><w:t>演示数据</w:t></w:r></w:p>"), "no-table"),
    "a table within a table in Word": (
        lambda: docx(
            "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>演示数据</w:t></w:r></w:p>"
            "</w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>"
        ),
        "only-inner-tables",
    ),
    "nothing in Word": (lambda: docx("<w:p/>"), "no-words"),
    "JSON of one thing": (lambda: b'{"date": "2021-05-13"}', "no-list"),
    "JSON of nothing": (lambda: b"[]", "empty"),
    "an empty workbook": (lambda: workbook({"表": {}}), "no-cells"),
    "an empty .xls": (lambda: xls({"表": OldSheet({})}), "no-cells"),
    "an empty .ods": (lambda: ods(ods_table()), "no-cells"),
    "a sheet that is hidden": (
        lambda: xls({"表": OldSheet({(1, 1): "x"}, hidden=True)}),
        "no-cells",
    ),
    "400 MB in 0.4 MB": (lambda: _with_part("xl/media/a.png", 400 * 2**20), "too-large"),
    "12,000 parts": (lambda: zipped({f"xl/{n}": b"" for n in range(12_000)}), "too-large"),
    "60 MB of content in .ods": (lambda: ods(" " * (60 * 2**20)), "too-large"),
    "60 MB of Word": (lambda: docx(" " * (60 * 2**20)), "too-large"),
    "30 MB of text": (lambda: b"a,b,c\n" * 5_000_000, "too-large"),
    "4 MB of JSON": (lambda: b"[" + b'{"a":1},' * 500_000 + b"{}]", "too-large"),
    "laughs in .ods": (lambda: ods(ods_table(ods_row("&l9;")), before=_DOCTYPE), "broken"),
    "laughs in Word": (
        lambda: zipped(
            {
                "word/document.xml": f"{_DOCTYPE}<w:document {_W}><w:body><w:p><w:r><w:t>&l9;</w:t>"
                "</w:r></w:p></w:body></w:document>".encode()
            }
        ),
        "broken",
    ),
    "laughs in .xlsx": (
        lambda: zipped({"xl/workbook.xml": f"{_DOCTYPE}<workbook>&l9;</workbook>".encode()}),
        "broken",
    ),
    "1,000,000 rows of 16,000 equal cells": (
        lambda: ods(
            ods_table(
                ods_row(
                    ods_cell("x", more='table:number-columns-repeated="16000"'),
                    more='table:number-rows-repeated="1000000"',
                )
            )
        ),
        "too-many-cells",
    ),
    "a cell repeated 10^11 times": (
        lambda: ods(
            ods_table(ods_row(ods_cell("x", more='table:number-columns-repeated="99999999999"')))
        ),
        "too-many-cells",
    ),
    "a cell beyond the sheet in .ods": (
        lambda: ods(ods_table(ods_row(more='table:number-rows-repeated="9999999"'), ods_row("x"))),
        "beyond-sheet",
    ),
    "210,000 cells of CSV": (lambda: b"a,b,c\n" * 70_000, "too-many-cells"),
    "300,000 cells of .xlsx": (
        lambda: _sheet_of(
            "".join(f'<row r="{n}">' + "<c><v>1</v></c>" * 10 + "</row>" for n in range(1, 30_001))
        ),
        "too-many-cells",
    ),
    "a row of 2 million blanks in .xlsx": (
        lambda: _sheet_of(f'<row r="1">{"<c/>" * 2_000_000}<c><v>1</v></c></row>'),
        "broken",
    ),
    "300,000 numbers of .xls": (
        lambda: xls({"表": OldSheet({}, more=record(0xBD, pack("<2H", 0, 0) + bytes(6002)) * 300)}),
        "too-many-cells",
    ),
    "a billion texts of .xls": (
        lambda: xls({"表": OldSheet({})}, more=record(0xFC, pack("<2I", 10**9, 10**9))),
        "too-many-cells",
    ),
    "3 million blanks of .xls": (
        lambda: xls({"表": OldSheet({}, more=record(0xBE, bytes(8200)) * 800)}),
        "too-many-cells",
    ),
    "1.5 million records of .xls": (
        lambda: xls({"表": OldSheet({}, more=record(0x99) * 1_500_000)}),
        "too-many-cells",
    ),
    "a table of 100,000 columns in Word": (
        lambda: docx(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="100000"/></w:tcPr><w:p><w:r><w:t>x</w:t>'
            "</w:r></w:p></w:tc></w:tr></w:tbl>"
        ),
        "broken",
    ),
    "a cell of 20 MB in .xlsx": (lambda: _sheet_of(_inline(_LONG)), "long-cell"),
    "a cell of 20 MB in .ods": (lambda: ods(ods_table(ods_row(_LONG))), "long-cell"),
    "a cell of 20 MB in Word": (
        lambda: docx(
            f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{_LONG}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        ),
        "long-cell",
    ),
    "a cell of 9 MB in CSV": (
        lambda: f"日期,名称,人数\n1,{_LONG[:3_000_000]},3\n".encode(),
        "long-cell",
    ),
}
"""What each is made by, and the sentence that tells it: the key without its topic."""

READ: dict[str, Callable[[], bytes]] = {
    "100,000 blank rows of .xlsx": lambda: _sheet_of(
        _inline("演示数据")
        + "".join(
            f'<row r="{n}">' + "".join(f'<c r="{c}{n}" s="0"/>' for c in "ABCDEFGHIJ") + "</row>"
            for n in range(2, 100_002)
        )
    ),
    "a million blank rows of .ods": lambda: ods(
        ods_table(
            ods_row(more='table:number-rows-repeated="500000"'),
            ods_row("演示数据"),
            ods_row(
                '<table:table-cell table:number-columns-repeated="16384"/>',
                more='table:number-rows-repeated="548575"',
            ),
        )
    ),
    "a stray cell in the corner of .xls": lambda: xls(
        {"表": OldSheet({(1, 1): "演示数据", (65536, 256): "x"})}
    ),
    "a stray cell in the corner of .xlsx": lambda: workbook(
        {"表": {"A1": "演示数据", "XFD1048576": "x"}}
    ),
}
"""Strange files that are read, since what they hold is plain."""
