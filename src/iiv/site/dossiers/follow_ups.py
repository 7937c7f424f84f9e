"""What the page Follow-ups may show: every next step, with what its letter is written from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.site.values import Value

if TYPE_CHECKING:
    from iiv.site.dossiers.common import StepView
    from iiv.site.dossiers.excerpts import Excerpt
    from iiv.site.dossiers.journal_index import JournalIndex
    from iiv.site.values import Shared


class DraftedStep(Value, frozen=True):
    """A next step. `excerpt` is what its letter says of the person; None where there is no letter for it."""

    step: StepView
    excerpt: Shared[Excerpt] | None


class FollowUpsView(Value, frozen=True):
    """Every next step by date. The page's script sorts them into sections for the day it is read on."""

    steps: tuple[DraftedStep, ...]
    talks: int


def follow_ups(index: JournalIndex) -> FollowUpsView:
    """The page Follow-ups. A step that rests for good has no draft: a thousand would make a heavy page."""
    awake = {item.id for item in index.awake}
    return FollowUpsView(
        tuple(_drafted(index, step, awake) for step in index.steps(index.items)), len(index.journal.talks)
    )


def _drafted(index: JournalIndex, step: StepView, awake: set[str]) -> DraftedStep:
    has_draft = step.letter and step.id in awake
    contact = index.journal.contacts_by_id[step.person.id]
    return DraftedStep(step, index.excerpt(contact) if has_draft else None)
