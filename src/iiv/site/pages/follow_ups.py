"""A next step with the link that opens its letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.site.pages.letters import letter
from iiv.site.values import Value

if TYPE_CHECKING:
    from iiv.exchange.letters import LetterTemplates
    from iiv.site.dossiers.common import StepView
    from iiv.site.dossiers.follow_ups import DraftedStep


class LinkedStep(Value, frozen=True):
    """A next step. `link` opens its letter as a draft in a mail program; "" where none does."""

    step: StepView
    link: str


def linked_step(dossier: DraftedStep, templates: LetterTemplates) -> LinkedStep:
    """The step with its link."""
    kind = dossier.step.letter
    if dossier.excerpt is None or kind is None:
        return LinkedStep(dossier.step, "")
    return LinkedStep(dossier.step, letter(dossier.excerpt.value, kind, templates).link)
