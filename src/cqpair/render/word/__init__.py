"""Word documents as offices file them: GB/T 9704-2012, with Word's own headings and captions."""

from cqpair.render.document import Document
from cqpair.render.word.body import parts
from cqpair.render.word.package import describe, open_base, open_blank, saved
from cqpair.render.word.page import add_banner, append, drop_lone_blank, number_pages, room


def write_document(document: Document, base: bytes | None = None) -> bytes:
    """A document as .docx; with `base`, the .docx of an office, it follows after that one's text.

    What the base has stays: its pages, headers, footers and styles. Raises BaseDocumentError.
    """
    word = open_blank() if base is None else open_base(base)
    drop_lone_blank(word)
    feet = number_pages(word)
    if document.banner:
        add_banner(word, document.banner)
    append(word, parts(document, room(word.sections[-1])), feet)
    describe(word, document)
    return saved(word)
