"""Where the folders that come with iiv lie on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

EXAMPLE_PARTS = ("mkdocs.yml", "journal")
"""What the example journal is made of. In a checkout its folder holds the whole project: take these alone."""

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: Literal["site_templates", "example"]) -> Path:
    """The folder `name`: the templates, or the folder that holds `EXAMPLE_PARTS`.

    A wheel carries both inside the package. An editable install reads the checkout itself, where
    they are the folder `site_templates` and the top level, so that an edit shows at once.
    """
    packed = _PACKAGE / "_shipped" / name
    if packed.is_dir():
        return packed
    checkout = _PACKAGE.parents[1]
    return checkout if name == "example" else checkout / name
