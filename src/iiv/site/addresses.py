"""Where everything lies in the site: the addresses of pages and files, and links between them."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from iiv.journal.directions import Direction
from iiv.journal.journal import BrokenNote, Ref
from iiv.journal.model import Contact, Interview, Question

# An address is the path below the site's folder, as it is on disk: nothing in it is quoted.
HOME: Final = "index.html"
FOLLOW_UPS: Final = "follow-ups.html"
QUESTIONS: Final = "questions/index.html"
INTERVIEWS: Final = "interviews/index.html"
CONTACTS: Final = "contacts/index.html"
PROBLEMS: Final = "problems.html"
INTRODUCTIONS: Final = "introductions.html"
CALENDAR: Final = "follow-ups.ics"
MATRIX: Final = "matrix.html"
THEMES: Final = "themes/index.html"
DIRECTIONS: Final = "directions/index.html"
QUOTES: Final = "quotes.html"
MOVED: Final = "moved.html"
INSIGHTS: Final = "insights.html"
PROBLEM_COUNT: Final = "problems.js"
ANSWERS: Final = "answers/"

NAVIGATION: Final = {
    "Today": {"Today": HOME, "Follow-ups": FOLLOW_UPS},
    "Compare": {"Questions": QUESTIONS, "Matrix": MATRIX, "Themes": THEMES, "Quotes": QUOTES},
    "Talks": {"Talks": INTERVIEWS},
    "People": {"People": CONTACTS, "Introductions": INTRODUCTIONS},
    "Directions": {"Directions": DIRECTIONS},
    "Insights": {"Insights": INSIGHTS},
}
"""What every page leads to: sections, and in each its pages by name, the one first that the section leads to.

Each page is in every journal. What lies in the folder of one of them belongs to the same section. It stays
short: the theme draws it on every page.
"""
SHARED_NAVIGATION: Final = {
    "About": {"About": HOME},
    "Matrix": {"Matrix": MATRIX},
    "Themes": {"Themes": THEMES},
}
"""The same for a share."""
NAMED: Final = tuple(address for pages in NAVIGATION.values() for address in pages.values())
"""The addresses of the pages in the navigation."""

ROOT: Final = "\ufdd0"
"""Stands for the way to the site's folder in a link that is to work on pages at any depth.

It is one of Unicode's noncharacters, which no text may hold: nobody can write it into a note.
"""

_FOLDERS: Final = {
    "interview": "interviews",
    "contact": "contacts",
    "question": "questions",
    "direction": "directions",
}
_KINDS: Final = {Interview: "interview", Contact: "contact", Question: "question", Direction: "direction"}
_JOURNAL: Final = "journal/"


def address(value: Interview | Contact | Question | Direction | Ref | BrokenNote) -> str:
    """The address of a value's page. A broken note that has no page stands on the page Problems."""
    folder = _folder(value)
    return f"{folder}/{value.id}.html" if folder else PROBLEMS


def _folder(value: Interview | Contact | Question | Direction | Ref | BrokenNote) -> str | None:
    if isinstance(value, Ref | BrokenNote):
        return _FOLDERS.get(value.kind)
    return _FOLDERS[_KINDS[type(value)]]


def answers_file(interview: Interview) -> str:
    """The address of the script that holds the whole answers of a talk."""
    return f"{ANSWERS}{interview.id}.js"


def theme_anchor(theme: str) -> str:
    """The id of a theme's place on the page Themes."""
    return f"theme-{theme}"


def call_sheet(contact_id: str) -> str:
    """The address of the call sheet for a talk with the contact of this id."""
    return f"prep/{contact_id}.html"


def review(year: int) -> str:
    """The address of the page on a year."""
    return f"review/{year}.html"


def file_address(path: str) -> str:
    """The address of a file that a note shows: its path below `journal/`."""
    return path.removeprefix(_JOURNAL)


def src_uri(address_: str) -> str:
    """The path of the Markdown page that becomes the page at this address."""
    return address_.removesuffix(".html") + ".md"


def to_root(from_address: str) -> str:
    """The relative way from the page at this address to the site's folder: `""`, `../` ..."""
    return "../" * from_address.count("/")


def href(from_address: str, to_address: str) -> str:
    """The relative, percent-quoted URL that leads from one page to another, or to itself."""
    origin, target = from_address.split("/"), to_address.split("/")
    shared = 0
    while shared < min(len(origin), len(target)) - 1 and origin[shared] == target[shared]:
        shared += 1
    return "../" * (len(origin) - 1 - shared) + _quoted("/".join(target[shared:]))


def from_root(to_address: str, anchor: str = "") -> str:
    """The URL of a page or file, percent-quoted, beginning with the mark `ROOT`."""
    return ROOT + _quoted(to_address) + (f"#{quote(anchor)}" if anchor else "")


def _quoted(path: str) -> str:
    """Percent-quoted; a name on disk that is not UTF-8 keeps its bytes."""
    return quote(path, safe="/", errors="surrogateescape")
