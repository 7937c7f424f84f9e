"""Keys of front matter that stand in a body instead, as `helpfulness:: 4`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iiv.journal.parse.date_faults import short
from iiv.journal.parse.keys import EDITORS_OWN, key_form
from iiv.journal.parse.markup import without_code
from iiv.journal.problems import warning

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from iiv.journal.parse.notes import Note
    from iiv.journal.problems import Problem

_FIELD = re.compile(
    r"(?:^[\s>*+-]*|[\[(])[*_]*(?P<key>[^\W\d_][\w -]{2,30}?)[*_]*(?P<colon>::|:)"
    r"[*_]*[ \t]*(?P<value>[^\s\])][^\n\])]*)",
    re.MULTILINE,
)
_PLAIN: Final = frozenset({"asked_about_me", "helpfulness", "next_contact"})
"""Keys that nobody begins a sentence with: one colon is enough."""
_SIGNS: Final = ("::", "elpfulness", "ext_contact", "ext contact", "ed_about", "ed about")
"""What a body must hold one of."""


def fields_in_body(note: Note, known: Collection[str]) -> Iterator[Problem]:
    """A problem for each key that is known, and stands in the body of a note instead of its front matter."""
    if not any(sign in note.body for sign in _SIGNS):
        return
    text = without_code(note.body)
    for match in _FIELD.finditer(text):
        form = key_form(match["key"])
        is_meant = form in (known if match["colon"] == "::" else _PLAIN)
        if is_meant and form in known and form not in EDITORS_OWN:
            place = note.body_place(text.count("\n", 0, match.start("key")))
            message = f"`{match['key']}` is read in the front matter, and not in the text"
            hint = f"write `{form}: {short(match['value'].strip())}` there"
            yield warning(place, "field-in-text", message, hint)
