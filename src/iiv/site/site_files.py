"""The sorts of files that MkDocs is given to put into a site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

_LEVEL = InclusionLevel.NOT_IN_NAV  # so that no pattern of mkdocs.yml hides it


class CopiedFile(File):
    """A file in the folder `folder` that goes into the site as it is, whatever it is called."""

    def __init__(self, path: str, folder: Path, site_dir: str) -> None:
        super().__init__(path, str(folder), site_dir, use_directory_urls=False, inclusion=_LEVEL)

    def is_documentation_page(self) -> bool:
        """No: it is not rendered."""
        return False


def generated(config: MkDocsConfig, uri: str, content: str | bytes) -> File:
    """A file, or a page where `uri` ends with `.md`, with this content."""
    return File.generated(config, uri, content=content, inclusion=_LEVEL)
