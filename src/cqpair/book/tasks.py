"""tasks.yaml: from a tree of strings to one value, or rejects."""

from cqpair.book import Placed, TaskTable, first_damage
from cqpair.book.tables import row, rows, sections, values
from cqpair.model.tasks import Area, LeadKind, Reporting, Status, Tasks
from cqpair.source import MapNode, Node, Reject

_SECTIONS = ("areas", "safeguards", "forms", "statuses", "lead_kinds", "reporting")


def build_tasks(root: Node | None, path: str, found: tuple[Reject, ...] = ()) -> TaskTable:
    """tasks.yaml as one value. `found` are the rejects its reader already made."""
    rejects = list(found)
    tell = rejects.append
    top = sections(root, path, _SECTIONS, tell)
    areas = rows(Area, top.get("areas"), path, tell)
    safeguards = rows(Area, top.get("safeguards"), path, tell, may_lack=True)
    forms = values(str, top.get("forms"), path, tell)
    statuses = values(Status, top.get("statuses"), path, tell)
    lead_kinds = values(LeadKind, top.get("lead_kinds"), path, tell)
    reporting = row(Reporting, top.get("reporting"), path, tell)
    if reporting is None or first_damage(rejects) or not isinstance(root, MapNode):
        return TaskTable(None, areas + safeguards, tuple(rejects))
    tasks = Tasks(
        tuple(area.value for area in areas),
        tuple(area.value for area in safeguards),
        forms,
        statuses,
        lead_kinds,
        reporting.value,
    )
    return TaskTable(Placed(tasks, path, root), areas + safeguards, tuple(rejects))
