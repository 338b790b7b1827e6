"""tasks.yaml: from a tree of strings to one value, or rejects."""

from collections.abc import Mapping

from cqpair.book import Placed, TaskTable, first_damage
from cqpair.book.tables import row, rows, sections, values
from cqpair.fields import BY_KEY
from cqpair.messages import listed
from cqpair.model.tasks import NO_HEADERS, Area, LeadKind, Reporting, Status, Tasks
from cqpair.source import Fault, MapNode, Node, OnReject, Reject, node_place

_SECTIONS = ("areas", "safeguards", "forms", "statuses", "lead_kinds", "reporting")


_OPTIONAL = ("headers",)


def build_tasks(root: Node | None, path: str, found: tuple[Reject, ...] = ()) -> TaskTable:
    """tasks.yaml as one value. `found` are the rejects its reader already made."""
    rejects = list(found)
    tell = rejects.append
    top = sections(root, path, _SECTIONS, tell, _OPTIONAL)
    areas = rows(Area, top.get("areas"), path, tell)
    safeguards = rows(Area, top.get("safeguards"), path, tell, may_lack=True)
    forms = values(str, top.get("forms"), path, tell)
    statuses = values(Status, top.get("statuses"), path, tell)
    lead_kinds = values(LeadKind, top.get("lead_kinds"), path, tell)
    reporting = row(Reporting, top.get("reporting"), path, tell)
    headers = _headers(top.get("headers"), path, tell)
    if reporting is None or first_damage(rejects) or not isinstance(root, MapNode):
        return TaskTable(None, areas + safeguards, tuple(rejects))
    tasks = Tasks(
        tuple(area.value for area in areas),
        tuple(area.value for area in safeguards),
        forms,
        statuses,
        lead_kinds,
        reporting.value,
        headers,
    )
    return TaskTable(Placed(tasks, path, root), areas + safeguards, tuple(rejects))


def _headers(node: Node | None, path: str, tell: OnReject) -> Mapping[str, tuple[str, ...]]:
    """What offices call columns, by the key of the column; none where the file has no such part."""
    if node is None:
        return NO_HEADERS
    if not isinstance(node, MapNode):
        params = {"value": "", "choices": ""}
        tell(Reject(Fault.BAD_VALUE, node_place(path, node), "shape.map", params))
        return NO_HEADERS
    for name, key in node.keys.items():
        if name not in BY_KEY:
            params = {"key": name, "keys": listed(list(BY_KEY))}
            place = node_place(path, key)
            tell(Reject(Fault.UNKNOWN_KEY, place, "shape.unknown-key", params))
    return {key: values(str, words, path, tell) for key, words in node.values.items()}
