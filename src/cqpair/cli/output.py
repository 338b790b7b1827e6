"""`--format` and `--output`: which format, and where the answer goes."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Generic, NamedTuple, TypeVar

import typer

from cqpair.cli import console
from cqpair.cli.options import choose
from cqpair.messages import listed, reason, say
from cqpair.render import DOCUMENTS, DOCX, JSON, TABLES, TEXT, Format
from cqpair.store import streams

T = TypeVar("T")

Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="help.output")]


class Target(NamedTuple, Generic[T]):
    """Where an answer goes and in which of its command's formats; `file` is None for stdout."""

    format: Format[T]
    file: str | None

    def send(self, answer: T) -> None:
        """Send the whole answer. WrongUseError when it cannot be written."""
        draw = self.format.draw
        if draw and self.file is None and console.is_terminal():
            draw(answer)
            return
        written = self.format.write(answer)
        data = written.encode("utf-8") if isinstance(written, str) else written
        if self.file is not None:
            _write_file(self.file, self.format.mark, data)
        elif self.format.for_person:
            console.answer(data.decode("utf-8"))
        else:
            console.answer_data(data)


def choose_target(
    form: str | None, output: str | None, formats: Mapping[str, Format[T]], usual: str | None = None
) -> Target[T]:
    """Where `--output` sends an answer, in the format that it or `--format` names.

    Without either in the `usual` one, else the first. WrongUseError for a format that is none, a
    suffix that tells another or none, and for what is binary where a person would see it.
    """
    name = _named(form, output, formats) or usual or next(iter(formats))
    file = None if output is None or _is_stdout(output) else output
    target = Target(formats[name], file)
    if target.format.is_binary and _would_be_seen(file):
        suffix = target.format.suffixes[0]
        raise console.WrongUseError(say("cli.binary", form=name, suffix=suffix))
    return target


def _named(form: str | None, output: str | None, formats: Mapping[str, Format[T]]) -> str | None:
    """The format that `--format`, else the suffix of `--output`, names; None for neither."""
    suffix = Path(output or "").suffix.casefold()
    picked = next((name for name, known in formats.items() if suffix in known.suffixes), None)
    if form is not None:
        form = choose(form, tuple(formats), "--format")
        if (picked or _tells(suffix)) and suffix not in formats[form].suffixes:
            raise console.WrongUseError(say("cli.conflict", form=form, path=output))
        return form
    if output is None or (not suffix and streams.is_stream(output)):
        return None
    if picked is None:
        endings = listed(list(dict.fromkeys(known.suffixes[0] for known in formats.values())))
        raise console.WrongUseError(say("cli.suffix", path=output, suffixes=endings))
    return picked


def _tells(suffix: str) -> bool:
    """True for a suffix that tells a reader what is in a file; none is given one that lies."""
    known: tuple[Format[Any], ...] = (TEXT, JSON, DOCX, *DOCUMENTS.values(), *TABLES.values())
    return suffix in {".pdf", ".xml", *(s for form in known for s in form.suffixes)}


def _is_stdout(output: str) -> bool:
    return output == "-" or streams.descriptor(output) == 1


def _would_be_seen(file: str | None) -> bool:
    if file is None:
        return console.is_terminal()
    return streams.is_stream(file) and streams.shows_on_terminal(file)


def _write_file(file: str, mark: bytes, data: bytes) -> None:
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
        write_whole(Path(file), mark + data)
    except OSError as error:
        raise console.not_writable(file, error) from None
