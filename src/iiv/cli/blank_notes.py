"""The notes that commands write: on a person before anything has passed, on a talk before it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.edit.yaml_text import items, scalar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

_TALK = """\
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
# What in this work would suit you, in one line; below it, what speaks against it.
fits:
doubt:
# A line of theirs that may go back to them in a letter.
said:
# Whom they offered to introduce you to: [Grace Hopper, ...]
introductions:
---
"""


# In the order of the note, each with what a person who fills it in may ask.
_PERSON = {
    "name": "",
    "aliases": "Other names that lead here: [Countess of Lovelace, ...]",
    "email": "",
    "phone": "",
    "role": "",
    "organization": "",
    "field": "",
    "know": "How you know them.",
    "respect": "What you respect in them.",
    "opening": "Your own line for the letter that asks them: it is used as it is.",
    "introduced_by": "",
    "next_contact": "When to be in touch again: a date, or never. Empty: by how much they helped.",
    "tags": "",
}


def blank_note(contact: str, date: dt.date, questions: Iterable[str]) -> str:
    """A note with its front matter to fill in and the questions, as they are asked, as headings."""
    front_matter = _TALK.format(contact=scalar(contact), date=date)
    return front_matter + "".join(f"\n## {question}\n" for question in questions)


def blank_contact(name: str, facts: Mapping[str, str] | None = None, tags: Iterable[str] = ()) -> str:
    """A person's note with every key: filled in where `facts` has a text for it, else to be filled in."""
    values = {key: scalar(text) for key, text in (facts or {}).items() if text}
    values["name"] = scalar(name)
    if tags := [tag for tag in tags if tag]:
        values["tags"] = items(tags)
    return (
        "---\n"
        + "".join(_line(key, comment, values.get(key, "")) for key, comment in _PERSON.items())
        + "---\n"
    )


def _line(key: str, comment: str, value: str) -> str:
    explained = f"# {comment}\n" if comment else ""
    return f"{explained}{key}: {value}".rstrip(" ") + "\n"
