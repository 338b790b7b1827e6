"""`--format` and `--output`: which format, and where the answer goes."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from cqpair.cli import console
from cqpair.cli.options import choose
from cqpair.messages import listed, reason, say
from cqpair.render import Format
from cqpair.store import streams

if TYPE_CHECKING:  # a query for partners has no table
    from cqpair.render.document import Table


Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="help.output")]


_TELLING = frozenset({".txt", ".md", ".json", ".csv", ".html", ".docx", ".xlsx", ".pdf", ".xml"})
"""Suffixes that tell a reader what is in a file; a file is never given one that lies."""


class Target(NamedTuple):
    """Where an answer goes and in which of its command's formats; `file` is None for stdout."""

    form: str
    format: Format
    file: str | None

    @property
    def is_terminal(self) -> bool:
        """True when a person is looking at the answer."""
        return self.file is None and console.is_terminal()

    def write(self, answer: str | bytes) -> None:
        """Send the whole answer. WrongUseError when it cannot be written."""
        data = answer.encode("utf-8") if isinstance(answer, str) else answer
        if self.file is not None:
            _write_file(self.file, self.format, data)
        elif self.format.for_person:
            console.answer(data.decode("utf-8"))
        else:
            console.answer_data(data)

    def write_table(self, table: "Table") -> None:
        """Send a table as csv or markdown; else by rich on a terminal, or as aligned text."""
        if self.form == "csv":
            from cqpair.render.csv_file import write_table
        elif self.form == "markdown":
            from cqpair.render.markdown import write_table
        elif self.is_terminal:
            from cqpair.render.terminal import print_table

            print_table(table)
            return
        else:
            from cqpair.render.text import write_table
        self.write(write_table(table))


def choose_target(
    form: str | None, output: str | None, formats: Mapping[str, Format], usual: str
) -> Target:
    """Where `--output` sends an answer, in the format that it or `--format` names, else `usual`.

    WrongUseError for a format that is none, a suffix that tells another or none, and for what is
    binary where a person would see it.
    """
    name = _named(form, output, formats) or usual
    file = None if output is None or _is_stdout(output) else output
    target = Target(name, formats[name], file)
    if target.format.is_binary and _would_be_seen(target):
        suffix = target.format.suffixes[0]
        raise console.WrongUseError(say("cli.binary", form=name, suffix=suffix))
    return target


def _named(form: str | None, output: str | None, formats: Mapping[str, Format]) -> str | None:
    """The format that `--format`, else the suffix of `--output`, names; None for neither."""
    suffix = Path(output or "").suffix.casefold()
    picked = next((name for name, known in formats.items() if suffix in known.suffixes), None)
    if form is not None:
        form = choose(form, tuple(formats), "--format")
        if (picked or suffix in _TELLING) and suffix not in formats[form].suffixes:
            raise console.WrongUseError(say("cli.conflict", form=form, path=output))
        return form
    if output is None or (not suffix and streams.is_stream(output)):
        return None
    if picked is None:
        endings = listed(list(dict.fromkeys(known.suffixes[0] for known in formats.values())))
        raise console.WrongUseError(say("cli.suffix", path=output, suffixes=endings))
    return picked


def _is_stdout(output: str) -> bool:
    return output == "-" or streams.descriptor(output) == 1


def _would_be_seen(target: Target) -> bool:
    if target.file is None:
        return console.is_terminal()
    return streams.is_stream(target.file) and streams.shows_on_terminal(target.file)


def _write_file(file: str, form: Format, data: bytes) -> None:
    try:
        if streams.is_stream(file):
            streams.write_stream(file, data)
            return
    except OSError as error:
        raise console.WrongUseError(
            say("cli.stream-not-writable", path=file, reason=reason(error))
        ) from None
    from cqpair.store.write import write_whole

    try:
        write_whole(Path(file), form.mark + data)
    except OSError as error:
        raise console.not_writable(file, error) from None
