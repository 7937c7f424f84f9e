"""Which person a command is about, for commands that never create somebody unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iiv.cli.terminal import printable
from iiv.journal.people import find
from iiv.journal.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iiv.journal.model import Contact

CHOICES = 10  # more would be no choice


def whom(contacts: Sequence[Contact], text: str) -> Contact:
    """The one person whose id, name or alias `text` is, or else is a part of.

    Raises click.BadParameter for nobody, and for several, whom it lists.
    """
    found = find(contacts, text)
    if len(found) == 1:
        return found[0]
    if not found:
        hint = did_you_mean(text, [contact.name for contact in contacts]).replace("did", "Did", 1)
        how = hint or 'Put them on your list with `iiv add "NAME"`.'
        raise _fault(f"nobody is called {text!r}. {how}")
    choices = ", ".join(f"{contact.name} ({contact.id})" for contact in found[:CHOICES])
    more = f" and {len(found) - CHOICES} more" if len(found) > CHOICES else ""
    raise _fault(f"{text!r} may be {choices}{more}: name one by its id.")


def _fault(message: str) -> click.BadParameter:
    return click.BadParameter(printable(message), param_hint="CONTACT")
