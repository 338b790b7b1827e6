"""`--format` and `--output`: which format, and writing a file whole or not at all."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from cqpair.cli import console
from cqpair.cli.options import choose
from cqpair.messages import listed, say
from cqpair.store.write import write_whole

Output = Annotated[str | None, typer.Option(metavar="FILE", help="help.output")]


_TELLING = frozenset({".txt", ".md", ".json", ".csv", ".html", ".docx", ".xlsx", ".pdf", ".xml"})
"""Suffixes that tell a reader what is in a file; a file is never given one that lies."""


def output_format(
    form: str | None, output: str | None, suffixes: Mapping[str, str], formats: Sequence[str]
) -> str | None:
    """The format that `--format` or else the suffix of `--output` names; None for neither."""
    suffix = Path(output or "").suffix.casefold()
    if form is not None:
        form = choose(form, formats, "--format")
        if (suffix in _TELLING or suffix in suffixes) and suffixes.get(suffix) != form:
            raise console.WrongUseError(say("cli.conflict", form=form, path=output))
        return form
    if output is None:
        return None
    if suffix not in suffixes:
        endings = listed(tuple(suffixes))
        raise console.WrongUseError(say("cli.suffix", path=output, suffixes=endings))
    return suffixes[suffix]


def write_output(output: str, data: bytes) -> None:
    """Write a file whole or not at all. WrongUseError when it cannot be written."""
    try:
        write_whole(Path(output), data)
    except OSError as error:
        raise console.not_writable(output, error) from None
