"""How findings are written: one writer a format, each in a module of its own."""

from collections.abc import Callable
from typing import NamedTuple

from cqpair.check import Findings
from cqpair.render.problems import write_text


class Writer(NamedTuple):
    """A format. `for_person` is written in the encoding of the terminal, the others in UTF-8."""

    write: Callable[[Findings], str]
    for_person: bool = False


def _write_json(findings: Findings) -> str:
    from cqpair.render.json_text import write_json
    from cqpair.shapes.problems import problems_json

    return write_json(problems_json(findings))


WRITERS = {
    "text": Writer(write_text, for_person=True),
    "json": Writer(_write_json),
}
