"""Old answers that are worth reading again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.journal.parse.quotations import bold_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iiv.journal.journal import Journal
    from iiv.journal.model import Answer, Interview

NEW: Final = 6
"""So many of the latest talks are not old yet; of so few talks or fewer, it is the last alone."""
MOST: Final = 7
"""One for each day of a week."""
SHORTEST: Final = 80
LONGEST: Final = 1500
"""Letters of an answer that says something, and is read in a minute."""


def worth_rereading(journal: Journal) -> tuple[tuple[Interview, Answer], ...]:
    """At most `MOST` old answers, one a person: those of the most helpful talks first, then of the oldest."""
    old = journal.talks[:-NEW] or journal.talks[:-1]
    found: dict[str, tuple[Interview, Answer]] = {}
    for talk in sorted(old, key=lambda talk: -(talk.helpfulness or 0)):  # talks stand by date
        answer = (
            None
            if talk.contact in found
            else _best([one for one in talk.answers if SHORTEST <= len(one.text) <= LONGEST])
        )
        if answer:
            found[talk.contact] = talk, answer
        if len(found) == MOST:
            break
    return tuple(found.values())


def _best(answers: Sequence[Answer]) -> Answer | None:
    """The one that begins with words of theirs, else with the most themes, else the first."""
    return max(answers, key=lambda one: (bool(bold_words(one.text)), len(one.themes)), default=None)
