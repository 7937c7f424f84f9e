"""The verbs of the log: what each says, and what it counts for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iiv.journal.model import Verb


class VerbMeaning(Value, frozen=True):
    """What a verb means.

    `deed` is who did what, as a sentence goes on with it: `You wrote`. `line` says it in a person's story.
    `is_contact`: it passed between the two of you. `keeps_in_touch`: it fulfils a date to be in touch.
    `follows_talk`: on the day of a talk it came after it. `is_outreach`: one took up an introduction.
    """

    deed: str
    line: str
    is_contact: bool = True
    keeps_in_touch: bool = False
    follows_talk: bool = False
    is_outreach: bool = True


VERBS: Final[Mapping[Verb, VerbMeaning]] = {
    "asked": VerbMeaning("You asked them for a talk", "Asked"),
    "nudged": VerbMeaning("You nudged them", "Asked once more"),
    "replied": VerbMeaning("They replied", "They replied"),
    "scheduled": VerbMeaning("You fixed a day", "Found a day"),
    "declined": VerbMeaning("They declined", "They declined"),
    "thanked": VerbMeaning("You thanked them", "Thanked", follows_talk=True),
    "gave": VerbMeaning("You gave them a gift", "Gave a gift", follows_talk=True),
    "introduced": VerbMeaning("They were introduced to you", "Introduced to you", is_outreach=False),
    "wrote": VerbMeaning("You wrote", "Wrote", keeps_in_touch=True, follows_talk=True),
    "called": VerbMeaning("You called", "Called", keeps_in_touch=True, follows_talk=True),
    "met": VerbMeaning("You met", "Met", keeps_in_touch=True),
    "heard": VerbMeaning("They wrote", "They wrote", keeps_in_touch=True),
    "cancelled": VerbMeaning("Your talk was called off", "The talk was called off"),
    "saw": VerbMeaning("You came across them", "Came across them", is_contact=False, is_outreach=False),
    "note": VerbMeaning("You made a note", "Note", is_contact=False, is_outreach=False),
}


def verbs_that(column: str) -> frozenset[Verb]:
    """The verbs of which a column of the table is true."""
    return frozenset(verb for verb, meaning in VERBS.items() if getattr(meaning, column))
