"""The fonts of official documents (GB/T 9704-2012, 5.2.2), and what stands in where one lacks."""

from typing import NamedTuple

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.parts.document import DocumentPart


class Font(NamedTuple):
    """A font by the name Windows and WPS give it, and the one to take instead."""

    name: str
    instead: str
    family: str = "modern"
    panose: str = "02010609060101010101"

    @property
    def xml(self) -> str:
        """The font for every script; the hint gives “ ” and — a full width in Word."""
        name = self.name
        return (
            f'<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:cs="{name}"'
            ' w:hint="eastAsia"/>'
        )


# 仿宋 and 楷体, not 仿宋_GB2312 and 楷体_GB2312: these ship with Windows since Vista, those do not,
# and they lack characters that names have, such as 镕.
FANGSONG = Font("仿宋", "仿宋_GB2312")
KAITI = Font("楷体", "楷体_GB2312")
HEITI = Font("黑体", "SimHei")
SONGTI = Font("宋体", "SimSun", "roman", "02010600030101010101")
BIAOSONG = Font("方正小标宋简体", "宋体", "roman", "02010601030101010101")
FONTS = (FANGSONG, KAITI, HEITI, SONGTI, BIAOSONG)


def add_fonts(part: DocumentPart) -> None:
    """Name our fonts in the font table; one that the table has already stays as it is."""
    try:
        table = part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    except KeyError:
        blob = f"<w:fonts {nsdecls('w')}/>".encode()
        name = PackURI("/word/fontTable.xml")
        table = Part(name, CONTENT_TYPE.WML_FONT_TABLE, blob, part.package)
        part.relate_to(table, RELATIONSHIP_TYPE.FONT_TABLE)
    root = parse_xml(table.blob)
    known = {font.get(qn("w:name")) for font in root}
    for font in FONTS:
        if font.name not in known:
            root.append(parse_xml(_entry(font)))
    table._blob = serialize_part_xml(root)


def _entry(font: Font) -> str:
    return (
        f'<w:font {nsdecls("w")} w:name="{font.name}"><w:altName w:val="{font.instead}"/>'
        f'<w:panose1 w:val="{font.panose}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{font.family}"/><w:pitch w:val="fixed"/></w:font>'
    )
