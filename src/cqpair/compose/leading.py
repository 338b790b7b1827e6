"""Who led activities, in words."""

from collections.abc import Sequence

from cqpair.messages import say
from cqpair.model.activity import Activity
from cqpair.model.tasks import LeadKind


def led_words(counted: Sequence[Activity]) -> str:
    """How many of several activities associations led, and of how many it is not known."""
    led = sum(a.lead_kind is LeadKind.ASSOCIATION for a in counted)
    untold = sum(a.lead_kind is None for a in counted)
    if not led and not untold:
        return say("document.led-none")
    unknown = say("document.led-unknown", n=untold) if untold else ""
    return say("document.led-some", led=led, unknown=unknown)


def leader_words(kind: LeadKind | None) -> str:
    """Who led one activity."""
    return say(f"document.led-{kind.value}" if kind else "document.led-untold")
