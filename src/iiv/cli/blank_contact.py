"""The text of a person's note before anything has passed between you."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.yaml_text import items, scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# In the order of the note, each with what a person who fills it in may ask.
KEYS = {
    "name": "",
    "aliases": "Other names that lead here: [Countess of Lovelace, ...]",
    "email": "",
    "phone": "",
    "role": "",
    "organization": "",
    "field": "",
    "know": "How you know them.",
    "respect": "What you respect in them.",
    "introduced_by": "",
    "next_contact": "When to be in touch again: a date, or never. Empty: by how much they helped.",
    "tags": "",
}


def blank_contact(name: str, facts: Mapping[str, str] | None = None, tags: Iterable[str] = ()) -> str:
    """A person's note with every key: filled in where `facts` has a text for it, else to be filled in."""
    values = {key: scalar(text) for key, text in (facts or {}).items() if text}
    values["name"] = scalar(name)
    if tags := [tag for tag in tags if tag]:
        values["tags"] = items(tags)
    return (
        "---\n" + "".join(_line(key, comment, values.get(key, "")) for key, comment in KEYS.items()) + "---\n"
    )


def _line(key: str, comment: str, value: str) -> str:
    explained = f"# {comment}\n" if comment else ""
    return f"{explained}{key}: {value}".rstrip(" ") + "\n"
