"""Which person a command is about: somebody known, or somebody whom it may create."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import click

from iiv.cli.context import tell
from iiv.cli.terminal import OBEYED, at_terminal, confirmed, printable
from iiv.journal.names import bare_name
from iiv.journal.people import alike, find, find_exact

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iiv.journal.model import Contact

CHOICES = 10  # more would be no choice
MAY_BE = 0.7  # how alike a name is, of 1, to be offered for one that is nobody's


def whom(contacts: Sequence[Contact], text: str) -> Contact:
    """The one person whose id, name or alias `text` is, or else is a part of.

    Raises click.BadParameter for nobody, and for several, whom it lists.
    """
    found = find(contacts, text)
    if len(found) == 1:
        return found[0]
    if not found:
        near = " or ".join(f"`{contact.name}`" for contact in alike(contacts, text, MAY_BE))
        how = f"Did you mean {near}?" if near else 'Put them on your list with `iiv add "NAME"`.'
        raise _fault(f"nobody is called {text!r}. {how}")
    choices = ", ".join(f"{contact.name} ({contact.id})" for contact in found[:CHOICES])
    more = f" and {len(found) - CHOICES} more" if len(found) > CHOICES else ""
    raise _fault(f"{text!r} may be {choices}{more}: name one by its id.")


def whom_exactly(contacts: Iterable[Contact], text: str, hint: str = "WHO") -> Contact | None:
    """The one person whose id, name or alias `text` is, or None for nobody: no part of a name will do.

    `hint` is the argument or option that `text` was given for. Raises click.BadParameter for several.
    """
    found = find_exact(contacts, text)
    if len(found) > 1:
        ids = ", ".join(sorted(contact.id for contact in found))
        raise _fault(f"{text!r} may be each of {ids}: name one by its id.", hint)
    return found[0] if found else None


def new_name(text: str, hint: str = "WHO") -> str:
    """The name that `text` is, on one line and without wikilink brackets.

    Raises click.BadParameter for an empty one and for one that holds control characters or half a link.
    """
    name = " ".join(bare_name(text).split())
    if not name or "[[" in name or "]]" in name or any(unicodedata.category(char) in OBEYED for char in name):
        raise _fault(f"{text!r} is no name.", hint)
    return name


def meant_by(contacts: Iterable[Contact], name: str) -> Contact | None:
    """Whom `name`, which names nobody, means after all; None for somebody new.

    Asks on a terminal where somebody is called almost so; elsewhere says who may have been meant.
    """
    near = alike(contacts, name)
    for person in near if at_terminal() else ():
        if confirmed(f"Is this {person.name} ({person.id})?"):
            return person
    if near and not at_terminal():
        meant = " or ".join(f"{contact.name} ({contact.id})" for contact in near)
        tell(f"{name} is somebody new. Did you mean {meant}? Then `iiv undo`, and type the id.")
    return None


def person_to_name(contacts: Iterable[Contact], text: str, hint: str = "WHO") -> tuple[Contact | None, str]:
    """Whom a note is about, None for somebody new, and what to call them in it. Raises click.BadParameter.

    That is the name, or the id of somebody whose name others have too.
    """
    contacts = list(contacts)
    person, name = whom_exactly(contacts, text, hint), new_name(text, hint)
    person = person or meant_by(contacts, name)
    if person is None:
        return None, name
    return person, person.name if find_exact(contacts, person.name) == [person] else person.id


def _fault(message: str, hint: str = "WHO") -> click.BadParameter:
    return click.BadParameter(printable(message), param_hint=hint)
