"""The addresses of the project, which are those of the repository that a release is made in.

The workflow of releases names it in CQPAIR_REPOSITORY, as https://HOST/OWNER/NAME. Anywhere else
the package names none: a clone may lie anywhere, and a wrong address helps nobody.
"""

import os
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

ENDS = {
    "Repository": "",
    "Documentation": "#readme",
    "Changelog": "/blob/HEAD/CHANGELOG.md",
    "Issues": "/issues",
    "Releases": "/releases",
}


class Addresses(MetadataHookInterface):
    """Gives `project.urls`."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Put the addresses into what pyproject.toml says of the project."""
        repository = os.environ.get("CQPAIR_REPOSITORY", "").rstrip("/")
        metadata["urls"] = {name: repository + end for name, end in ENDS.items() if repository}
