"""The text of an interview's note before the talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.yaml_text import scalar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

FRONT_MATTER = """\
---
contact: {contact}
date: {date}
# How much it helped you, 1 to 5.
helpfulness:
# Did they ask about you? yes or no.
asked_about_me:
# When to be in touch again: a date, or never. Empty: by how much it helped.
next_contact:
# in person, video, phone, ...
channel:
minutes:
# How much you want this kind of work after this talk, 1 to 5.
interest:
# What moved in your mind, in one line.
shift:
# Whom they offered to introduce you to: [Grace Hopper, ...]
introductions:
---
"""


def blank_note(contact: str, date: dt.date, questions: Iterable[str]) -> str:
    """A note with its front matter to fill in and the questions, as they are asked, as headings."""
    front_matter = FRONT_MATTER.format(contact=scalar(contact), date=date)
    return front_matter + "".join(f"\n## {question}\n" for question in questions)
