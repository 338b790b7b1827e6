"""A document as one HTML file: it loads nothing, and nothing in it needs its script to be read."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from cqpair.messages import say
from cqpair.render.document import Document
from cqpair.render.page.parts import annexes_of, outline, parts_of, shown
from cqpair.render.page.tables import Anchors

_STYLES = ("page.css", "figures.css", "print.css")


def write_document(document: Document) -> bytes:
    """A document as a page, in UTF-8."""
    style, script = "\n".join(map(_asset, _STYLES)), _asset("sort.js")
    anchors = Anchors(document)
    body = parts_of(document.blocks, anchors)
    annexes = annexes_of(document.annexes, anchors)
    page = _template().render(
        document=document,
        body=body,
        annexes=annexes,
        outline=outline(body, annexes),
        style=Markup(style),
        script=Markup(script),
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'",
    )
    return page.encode("utf-8")


@cache
def _asset(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["say"] = say
    return environment.from_string(_asset("page.html.jinja"))


def _hash(code: str) -> str:
    """How a Content-Security-Policy names code that may act."""
    return f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'"
