"""JSON as text: UTF-8, characters as they are, one document, keys in a fixed order."""

import json

from cqpair.visible import json_safe


def write_json(value: object) -> str:
    """`value`, of plain lists, dicts, texts, numbers and None, as one JSON document."""
    return json_safe(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"
