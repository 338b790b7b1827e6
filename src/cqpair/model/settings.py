"""What a team always says, so that nobody has to say it each time."""

from typing import NamedTuple

FORMATS = (
    *("table", "text", "plain", "concise", "markdown", "html", "csv", "json"),
    *("github", "gitlab", "sarif", "junit"),
)
"""What `format` may be: every format of a command that can be shown on a screen."""


MOST_DAYS = 366
"""Of `due_days`: later than a year after its quarter nothing is due."""


class Settings(NamedTuple):
    """What a team always says, in the data folder; options on the command line go first.

    `ignore` are rules that `validate` leaves out, `sign` is the office that signs reports, `base`
    its own .docx for them, relative to the data folder. `due_days` after its quarter a return is
    due, whatever tasks.yaml says. `lang` and `format` are those of every answer.
    """

    ignore: tuple[str, ...] = ()
    sign: str | None = None
    base: str | None = None
    due_days: int | None = None
    lang: str | None = None
    format: str | None = None


NO_SETTINGS = Settings()
