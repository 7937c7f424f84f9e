"""Whether a note is only prepared: it says no more than with whom one talks, when, and what to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.journal.parse.markup import says_nothing
from iiv.journal.parse.occurrences import is_empty

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iiv.journal.model import Answer
    from iiv.journal.parse.fields import Fields

KNOWN_BEFORE: Final = frozenset(
    {"answers", "channel", "contact", "date", "field", "organization", "role", "tags"}
)
"""The keys that `iiv new` may fill in before the talk."""


def is_known_before(fields: Fields) -> bool:
    """Whether front matter says no more than what is known before a talk."""
    return not fields.is_long and KNOWN_BEFORE.issuperset(fields.keys())


def is_prepared(answers: Iterable[Answer], rest: Iterable[str]) -> bool:
    """Whether a note with such front matter is prepared. `rest` are the lines beside what is asked."""
    return all(map(is_empty, answers)) and says_nothing("\n".join(rest))
