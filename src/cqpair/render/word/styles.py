"""The styles of an official document (GB/T 9704-2012), under names that overwrite nobody's."""

from typing import NamedTuple
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.parts.document import DocumentPart

from cqpair.text import escape_control, full_width

# 28 characters of 16 pt are 448 pt, and 156 mm are 442: each gives up a quarter of a point
# (5.2.3). 22 lines of 28.95 pt fill the 225 mm; 29 pt would leave 21.
LINE = 579

CHARACTER = 315

HALF = 155


def text_width(text: str) -> int:
    """How wide a text of this size is, in twips: a letter or digit takes half a character."""
    narrow = sum(full_width(char) == 1 for char in text)
    return (full_width(text) - narrow) // 2 * CHARACTER + narrow * HALF


_BODY_SIZE = 16


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


class Look(NamedTuple):
    """A paragraph style; lengths are twips.

    `name` is ours, for the document of an office; `common` is the one that Word, readers and
    converters know, for a document of our own.
    """

    id: str
    name: str
    common: str
    font: Font
    size: float = _BODY_SIZE
    align: str = "both"
    indent: str = ""
    line: int = LINE
    before: int = 0
    together: bool = False
    new_page: bool = False
    level: int | None = None


_TWO_CHARACTERS = f'w:firstLineChars="200" w:firstLine="{2 * CHARACTER}"'


def _heading(level: int, name: str, font: Font) -> Look:
    """How a heading looks: one of Word's own, so that it is in outlines and lists of contents."""
    return Look(
        f"CqpairHeading{level}",
        name,
        f"heading {level}",
        font,
        indent=_TWO_CHARACTERS,
        together=True,
        level=level - 1,
    )


# 仿宋 and 楷体, not 仿宋_GB2312 and 楷体_GB2312: these ship with Windows since Vista, those do not,
# and they lack characters that names have, such as 镕.
FANGSONG = Font("仿宋", "仿宋_GB2312")


BODY = Look("CqpairBody", "公文正文", "Body Text", FANGSONG, indent=_TWO_CHARACTERS)

HEITI = Font("黑体", "SimHei")

ALERT = Look("CqpairAlert", "公文提示", "公文提示", HEITI, indent=_TWO_CHARACTERS)

BIAOSONG = Font("方正小标宋简体", "宋体", "roman", "02010601030101010101")

TITLE = Look("CqpairTitle", "公文标题", "Title", BIAOSONG, 22, "center", together=True)

KAITI = Font("楷体", "楷体_GB2312")

BANNER = Look("CqpairBanner", "公文注记", "公文注记", KAITI, 12, "center")

HEADINGS = (
    _heading(1, "公文一级标题", HEITI),
    _heading(2, "公文二级标题", KAITI),
    _heading(3, "公文三级标题", FANGSONG),
)

LISTING = BODY._replace(id="CqpairListing", name="公文列表", common="List Paragraph", align="left")

ANNEX_LIST = Look("CqpairAnnexList", "公文附件说明", "公文附件说明", FANGSONG, align="left")

ANNEX = Look(
    "CqpairAnnex", "公文附件", "公文附件", HEITI, align="left", together=True, new_page=True
)

ANNEX_TITLE = TITLE._replace(
    id="CqpairAnnexTitle", name="公文附件标题", common="公文附件标题", level=0
)

SIGNATURE = Look(
    "CqpairSignature",
    "公文落款",
    "Signature",
    FANGSONG,
    align="right",
    indent=f'w:rightChars="200" w:right="{2 * CHARACTER}"',
    together=True,
)

CAPTION = Look(
    "CqpairCaption", "公文表题", "caption", HEITI, 12, "center", line=400, before=80, together=True
)

CELLS = (
    Look("CqpairCell0", "公文表文大", "公文表文大", FANGSONG, 12, "left", line=310),
    Look("CqpairCell1", "公文表文", "公文表文", FANGSONG, 10.5, "left", line=270),
    Look("CqpairCell2", "公文表文小", "公文表文小", FANGSONG, 9, "left", line=240),
    Look("CqpairCell3", "公文表文细", "公文表文细", FANGSONG, 7.5, "left", line=190),
)

NOTE = Look("CqpairNote", "公文表注", "公文表注", FANGSONG, 9, line=240)

ORIGIN = Look(
    "CqpairOrigin", "公文生成说明", "公文生成说明", FANGSONG, 9, "left", line=240, before=120
)

SONGTI = Font("宋体", "SimSun", "roman", "02010600030101010101")

PAGE_NUMBER = Look("CqpairFooter", "公文页码", "footer", SONGTI, 14, "right", line=360)

END = Look("CqpairEnd", "公文表后", "公文表后", FANGSONG, 1, line=20)

LOOKS = (
    *(BODY, ALERT, TITLE, BANNER, *HEADINGS, LISTING, ANNEX_LIST, ANNEX, ANNEX_TITLE),
    *(SIGNATURE, CAPTION, *CELLS, NOTE, ORIGIN, PAGE_NUMBER, END),
)

GRID = "CqpairGrid"

_GRID_NAME = "公文表格"


def add_styles(word: WordDocument, own: bool) -> None:
    """Add our styles; a document of our `own` gets them under the names everybody knows.

    A style that has our id already is ours, perhaps changed by the office: it stays.
    """
    styles = word.styles.element
    ids = set(styles.xpath("w:style/@w:styleId"))
    names = set(styles.xpath("w:style/w:name/@w:val"))
    for look in LOOKS:
        if look.id not in ids:
            name = look.common if own else _free(look.name, names)
            styles.append(parse_xml(_style(look, name, own)))
    if GRID not in ids:
        styles.append(parse_xml(_grid(_free(_GRID_NAME, names))))


def _free(name: str, taken: set[str]) -> str:
    """`name`, with a number when the base has a style so called: Word may have changed its id."""
    number = 2
    free = name
    while free in taken:
        free, number = f"{name}{number}", number + 1
    return free


def _style(look: Look, name: str, own: bool) -> str:
    """A style as WordprocessingML has it; with `own`, in a document that is ours alone."""
    custom = "" if own and look.name != look.common else ' w:customStyle="1"'
    size = f'<w:sz w:val="{look.size * 2:.0f}"/><w:szCs w:val="{look.size * 2:.0f}"/>'
    closer = '<w:spacing w:val="-5"/>' if look.size == _BODY_SIZE else ""
    return (
        f'<w:style {nsdecls("w")} w:type="paragraph"{custom} w:styleId="{look.id}">'
        f'<w:name w:val="{name}"/><w:qFormat/><w:pPr>{_layout(look)}</w:pPr>'
        f'<w:rPr>{look.font.xml}{closer}<w:kern w:val="0"/>{size}'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:style>'
    )


def _layout(look: Look) -> str:
    """Spacing and grid are always named: the defaults of a base would come through otherwise."""
    keep = "<w:keepNext/><w:keepLines/>" if look.together else ""
    page = "<w:pageBreakBefore/>" if look.new_page else ""
    level = "" if look.level is None else f'<w:outlineLvl w:val="{look.level}"/>'
    return (
        f'{keep}{page}<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/>'
        '<w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="{look.before}" w:after="0" w:line="{look.line}"'
        f' w:lineRule="exact"/><w:ind {look.indent}/><w:jc w:val="{look.align}"/>{level}'
    )


def _grid(name: str) -> str:
    """Thin lines, which copy and fax well, heavier around the table."""
    outer = "".join(f'<w:{side} w:val="single" w:sz="8" w:space="0" w:color="000000"/>'
                    for side in ("top", "left", "bottom", "right"))  # fmt: skip
    inner = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
                    for side in ("insideH", "insideV"))  # fmt: skip
    return (
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{GRID}">'
        f'<w:name w:val="{name}"/><w:qFormat/><w:tblPr><w:tblBorders>{outer}{inner}</w:tblBorders>'
        '<w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
        '<w:bottom w:w="20" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>"
    )


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
    """A font in the table of fonts, and what stands in for it where it is missing."""
    return (
        f'<w:font {nsdecls("w")} w:name="{font.name}"><w:altName w:val="{font.instead}"/>'
        f'<w:panose1 w:val="{font.panose}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{font.family}"/><w:pitch w:val="fixed"/></w:font>'
    )


KEEP = "<w:keepNext/>"


def run(text: str, font: Font, more: str = "") -> str:
    """`text` in `font`; `more` are further properties."""
    return _run(font, f'<w:t xml:space="preserve">{escape(escape_control(text))}</w:t>', more)


def field(code: str, shown: str, font: Font) -> str:
    """A field that Word keeps up to date, with what it shows until then."""
    return (
        _run(font, '<w:fldChar w:fldCharType="begin"/>')
        + _run(font, f'<w:instrText xml:space="preserve"> {escape(code)} </w:instrText>')
        + _run(font, '<w:fldChar w:fldCharType="separate"/>')
        + run(shown, font)
        + _run(font, '<w:fldChar w:fldCharType="end"/>')
    )


def paragraph(look: Look, *runs: str, layout: str = "") -> str:
    """A paragraph of runs; `layout` is what differs from its style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{look.id}"/>{layout}</w:pPr>{"".join(runs)}</w:p>'


def text_paragraph(look: Look, text: str, layout: str = "") -> str:
    """A paragraph of one text in the font of its style."""
    return paragraph(look, run(text, look.font), layout=layout)


def _run(font: Font, content: str, more: str = "") -> str:
    """A run of text in a font."""
    return f"<w:r><w:rPr>{font.xml}{more}</w:rPr>{content}</w:r>"
