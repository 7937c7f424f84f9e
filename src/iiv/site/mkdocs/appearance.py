"""How the theme is set: its colours, and what its pages load and lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.site import addresses

if TYPE_CHECKING:
    from collections.abc import Mapping

FEATURES: Final = ("navigation.tabs",)

STYLESHEETS: Final = (
    "assets/iiv.css",
    "assets/parts.css",
    "assets/home.css",
    "assets/pages.css",
    "assets/screens-and-paper.css",
    "assets/comparing.css",
    "assets/wall.css",
    "assets/pictures.css",
    "assets/people.css",
    "assets/lists.css",
    "assets/themes.css",
    "assets/directions.css",
    "assets/contrast-and-touch.css",
)
"""In this order: what stands below wins."""

SCRIPTS: Final = (
    "assets/follow-ups.js",
    "assets/iiv.js",
    "assets/home.js",
    "assets/address.js",
    "assets/filtering.js",
    "assets/marking.js",
    "assets/answers.js",
    "assets/picking.js",
    "assets/grouping.js",
    "assets/opening.js",
    "assets/keys.js",
    "assets/comparison.js",
    "assets/matrix.js",
    "assets/talks.js",
    "assets/people.js",
    "assets/quotes.js",
    addresses.PROBLEM_COUNT,  # it needs iiv.js
)
SEARCH_STYLESHEETS: Final = ("assets/search/search.css",)
SEARCH_SCRIPTS: Final = (
    "assets/search/fold.js",
    "assets/search/words.js",
    "assets/search/holding.js",
    "assets/search/matching.js",
    "assets/search/showing.js",
    "assets/search/dialog.js",
)
"""What the search needs besides: pages that are exported have that of their generator."""


def navigation(*, shared: bool = False) -> list[dict[str, object]]:
    """The navigation of a site, or of a share, as mkdocs.yml would say it."""
    sections = addresses.SHARED_NAVIGATION if shared else addresses.NAVIGATION
    return [{name: _pages(pages)} for name, pages in sections.items()]


def _pages(pages: Mapping[str, str]) -> str | list[dict[str, str]]:
    """The pages of a section; one alone needs none."""
    found = [{name: addresses.src_uri(address)} for name, address in pages.items()]
    return found if len(found) > 1 else found[0].popitem()[1]


def palette() -> list[dict[str, object]]:
    """Light and dark: as the system says, until a person chooses."""
    return [
        {
            "media": "(prefers-color-scheme)",
            "toggle": {"icon": "material/brightness-auto", "name": "Switch to light"},
        },
        {
            "media": "(prefers-color-scheme: light)",
            "scheme": "default",
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": "material/weather-sunny", "name": "Switch to dark"},
        },
        {
            "media": "(prefers-color-scheme: dark)",
            "scheme": "slate",
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": "material/weather-night", "name": "Switch to what the system says"},
        },
    ]
