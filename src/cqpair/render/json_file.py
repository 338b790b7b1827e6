"""Answers as JSON. It knows no document, so that a query for names need not load one."""

import json

from cqpair.text import json_safe


def write_json(value: object) -> str:
    """`value`, of plain lists, dicts, texts, numbers and None, as one JSON document."""
    return json_safe(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"
