"""The plugin, configuration and theme: the only room that knows MkDocs, or ProperDocs in its place."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Final

GENERATORS: Final = ("mkdocs", "properdocs")
"""Their packages, which are the names of their loggers too."""

if find_spec("mkdocs") is None and find_spec("properdocs") is not None:
    # From here on MkDocs' modules are those of ProperDocs, which goes on where it ended.
    import_module("properdocs.replacement")
