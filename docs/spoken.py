"""The words that shells complete, made from the commands themselves.

`python docs/runs.py` writes them beside the code that reads them.
"""

import json
from typing import Any

from cqpair.cli.app import COMMANDS, commands
from cqpair.lint import RULES
from cqpair.schema.published import NAMES

WORDS = "src/cqpair/cli/completion/words.json"


def words_file() -> str:
    """`words.json`: commands with arguments and options, rules by code, schemas by name."""
    root = commands()
    named = {"": _told(root), **{name: _told(root.get_command(None, name)) for name in COMMANDS}}
    rules = [[rule.code, *rule.manual.title] for rule in RULES]
    lines = [f'  "{name}": {{\n{_rows(told)}\n  }}' for name, told in named.items()]
    parts = ",\n".join(lines)
    listed = ",\n".join(f"  {_json(rule)}" for rule in rules)
    schemas = _json(list(NAMES))
    return f'{{"commands": {{\n{parts}\n}},\n"rules": [\n{listed}\n],\n"schemas": {schemas}}}\n'


def _told(command: Any) -> dict[str, Any]:
    """A command as `cqpair.cli.completion.line` reads it."""
    params = command.get_params(NOWHERE)
    arguments = [p for p in params if p.param_type_name == "argument"]
    options = [p for p in params if p.param_type_name == "option"]
    return {
        "arguments": [_value(p) for p in arguments],
        "many": bool(arguments) and arguments[-1].nargs == -1,
        "options": [[_names(p), _value(p), 0 if p.is_flag else p.nargs] for p in options],
    }


def _names(option: Any) -> list[str]:
    """All names, in an order that stays: Typer keeps those of --help in a set."""
    names = list(option.opts)
    return sorted(names) if "--help" in names else names


def _value(param: Any) -> list[str]:
    explained = {"--help": "help.this", "--quiet": "help.quiet"}
    known = next((explained[name] for name in param.opts if name in explained), param.help)
    return [param.metavar or "", known]


class _Nowhere:
    """The context of a command that is not run."""

    help_option_names = ("-h", "--help")


NOWHERE = _Nowhere()


def _rows(told: dict[str, Any]) -> str:
    """A command, an option on each line, so that a change is seen."""
    options = ",\n".join(f"    {_json(option)}" for option in told["options"])
    head = f'   "arguments": {_json(told["arguments"])},\n   "many": {_json(told["many"])},\n'
    return f'{head}   "options": [\n{options}\n   ]'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
