"""`cqpair init DIR`: a new data folder from the shipped tables."""

from pathlib import Path
from typing import Annotated

import typer

from cqpair.cli import console
from cqpair.messages import say
from cqpair.store.write import create_folder


def run(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="help.new-folder")],
) -> None:
    target = Path(folder)
    try:
        made = create_folder(target)
    except FileExistsError as error:
        raise console.WrongUseError(say("cli.folder-in-use", path=str(error))) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise console.WrongUseError(say("cli.not-writable", path=folder, reason=reason)) from None
    console.answer("".join(f"{(target / name).as_posix()}\n" for name in made))
    console.tell(say("cli.folder-made", path=target.as_posix()))
