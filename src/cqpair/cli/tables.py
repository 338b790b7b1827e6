"""Printing a table: for a person by rich, piped as plain text, or as csv or markdown."""

from cqpair.cli import console
from cqpair.document import Table

TABLE_FORMATS = ("table", "json", "csv", "markdown")


def print_table(table: Table, form: str) -> None:
    """Print `table` as `form`; `table` is for a person where there is a terminal."""
    match form:
        case "csv":
            from cqpair.render.csv_file import write_table

            console.answer_data(write_table(table))
        case "markdown":
            from cqpair.render.markdown import write_table

            console.answer_data(write_table(table))
        case _ if console.is_terminal():
            from cqpair.render.terminal import print_table

            print_table(table)
        case _:
            from cqpair.render.text import write_table

            console.answer(write_table(table))
