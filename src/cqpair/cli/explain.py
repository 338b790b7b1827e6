"""`cqpair explain CODE`: a rule's manual."""

from typing import Annotated

import typer

from cqpair.check import UnknownCodeError, find_rule
from cqpair.cli import console
from cqpair.compose.manual import manual_lines, rule_lines
from cqpair.messages import say


def run(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="help.code")] = None,
) -> None:
    if code is None:
        console.answer("".join(f"{line}\n" for line in rule_lines()))
        return
    try:
        rule = find_rule(code)
    except UnknownCodeError as error:
        console.tell(say("cli.unknown-code", code=error.code))
        raise typer.Exit(1) from None
    console.answer("".join(f"{line}\n" for line in manual_lines(rule)))
