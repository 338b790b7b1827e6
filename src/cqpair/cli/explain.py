"""`cqpair explain CODE`: a rule's manual, or the rules that a part of a code means."""

from typing import Annotated

import typer

from cqpair.cli import console
from cqpair.cli.options import Output, choose_target
from cqpair.lint import RULES
from cqpair.lint.formats.rules import FORMATS
from cqpair.lint.run import UnknownCodeError, find_rules
from cqpair.messages import say


def run(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="help.code")] = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="|".join(FORMATS), help="help.format")
    ] = None,
    output: Output = None,
) -> None:
    """Print the manual of one rule, or the list of several; exit 1 for an unknown code."""
    target = choose_target(form, output, FORMATS)
    try:
        rules = RULES if code is None else find_rules(code)
    except UnknownCodeError as error:
        console.tell(say("cli.unknown-code", code=error.code))
        raise typer.Exit(1) from None
    target.send(rules)
