"""Text as a page may hold it."""

from markupsafe import Markup

from cqpair.visible import visible


def shown(value: object) -> object:
    """What a template prints: nothing in a text acts, and HTML and XML allow all of it."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
