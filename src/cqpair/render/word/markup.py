"""Paragraphs and runs as WordprocessingML; text from data goes through `visible` only."""

from xml.sax.saxutils import escape

from cqpair.render.word.fonts import Font
from cqpair.render.word.styles import Look
from cqpair.visible import visible

KEEP = "<w:keepNext/>"


def run(text: str, font: Font, more: str = "") -> str:
    """`text` in `font`; `more` are further properties."""
    return _run(font, f'<w:t xml:space="preserve">{escape(visible(text))}</w:t>', more)


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
    return f"<w:r><w:rPr>{font.xml}{more}</w:rPr>{content}</w:r>"
