"""`cqpair init DIR`: a new data folder from the shipped tables."""

from pathlib import Path
from typing import Annotated

import typer

from cqpair.cli import console
from cqpair.messages import reason, say
from cqpair.store.write import create_folder


def run(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="help.new-folder")],
) -> None:
    if not folder.strip():
        raise console.WrongUseError(say("cli.missing", name="DIR"))
    target = Path(folder)
    try:
        made = create_folder(target)
    except FileExistsError as error:
        path = error.filename or str(error)
        raise console.WrongUseError(say("cli.folder-in-use", path=path)) from None
    except OSError as error:
        raise console.WrongUseError(
            say("cli.not-writable", path=folder, reason=reason(error))
        ) from None
    console.answer("".join(f"{target.as_posix()}/{name}\n" for name in made))
    console.tell(say("cli.folder-made", path=target.as_posix()))
