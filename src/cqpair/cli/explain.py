"""`cqpair explain CODE`: a rule's manual, or the rules that a part of a code means."""

from typing import Annotated

import typer

from cqpair.cli import console
from cqpair.cli.options import Output, choose_target
from cqpair.lint import RULES
from cqpair.lint.run import UnknownCodeError, find_rules
from cqpair.messages import say
from cqpair.render import TEXT


def run(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="help.code")] = None,
    output: Output = None,
) -> None:
    """Print the manual of one rule, or the list of several; exit 1 for a code that is none."""
    target = choose_target(None, output, {"text": TEXT})
    try:
        rules = RULES if code is None else find_rules(code)
    except UnknownCodeError as error:
        console.tell(say("cli.unknown-code", code=error.code))
        raise typer.Exit(1) from None
    lines = rules[0].manual_lines() if len(rules) == 1 else [rule.line() for rule in rules]
    target.send("".join(f"{line}\n" for line in lines))
