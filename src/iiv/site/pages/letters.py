"""The letters to a person, as drafts for a mail program or as text to copy; also behind a follow-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.command_lines import quoted
from iiv.exchange.letter_facts import KINDS, VERBS, beside
from iiv.exchange.letters import draft
from iiv.exchange.mailto import mailto, too_long
from iiv.site.dossiers.letter_kinds import reached_with, sensible
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from iiv.exchange.letters import LetterKind, LetterTemplates
    from iiv.journal.model import Contact
    from iiv.site.dossiers.common import AskNextView, FollowUpView
    from iiv.site.dossiers.excerpts import Excerpt
    from iiv.site.dossiers.follow_ups import DraftedAsk, DraftedFollowUp

NAMES: Final[Mapping[LetterKind, str]] = {
    "ask": "Ask for a talk",
    "nudge": "Ask once more",
    "thank": "Thank by e-mail",
    "card": "Words for a card",
    "hello": "Say hello",
}


class LetterView(Value, frozen=True):
    """A letter as it stands on a person's page.

    `link` opens it as a draft in a mail program; it is "" where `no_link` says why there is none.
    `blanks` are what is still to fill in, `beside` what one's own notes offer, none of which is in the
    letter, and `sent` is what to run when it is on its way.
    """

    kind: LetterKind
    name: str
    link: str
    no_link: str
    subject: str
    body: str
    blanks: tuple[str, ...]
    beside: tuple[str, ...]
    sent: str


class LettersView(Value, frozen=True):
    """A person's letters: those that their follow-ups ask for, then the others that make sense."""

    now: tuple[LetterView, ...] = ()
    others: tuple[LetterView, ...] = ()


def letters(
    excerpt: Excerpt, now: Iterable[LetterKind], resting: Iterable[LetterKind], templates: LetterTemplates
) -> LettersView:
    """All letters to one person; `now` and `resting` are those that their follow-ups ask for.

    To somebody on the list one writes to ask, whether or not a follow-up says so.
    """
    journal, contact = excerpt.journal, excerpt.contact
    first = set(now) or ({"ask"} if reached_with(journal, contact) == "idea" else set())
    others = {*sensible(journal, contact), *resting} - first
    return LettersView(
        now=tuple(letter(excerpt, kind, templates) for kind in KINDS if kind in first),
        others=tuple(letter(excerpt, kind, templates) for kind in KINDS if kind in others),
    )


def letter(excerpt: Excerpt, kind: LetterKind, templates: LetterTemplates) -> LetterView:
    """The letter of one kind."""
    contact = excerpt.contact
    drafted = draft(kind, contact, excerpt.journal, excerpt.settings, templates)
    link = mailto(drafted) or ""
    no_link = _no_link(contact, kind, link)
    return LetterView(
        kind=kind,
        name=NAMES[kind],
        link="" if no_link else link,
        no_link=no_link,
        subject=drafted.subject,
        body=drafted.body,
        blanks=drafted.blanks,
        beside=beside(contact, excerpt.journal),
        sent=f"iiv log {quoted(contact.id)} {VERBS[kind]} --by {'card' if kind == 'card' else 'e-mail'}",
    )


def _no_link(contact: Contact, kind: LetterKind, link: str) -> str:
    """Why a letter has no link, as a sentence; "" when it has one."""
    if kind == "card":
        return "Copy it by hand."
    if link:
        return "It is too long for a link: copy it into a mail." if too_long(link) else ""
    if contact.email:
        return f"`{contact.email}` is no mail address: copy it into a mail."
    return "No mail address is noted: copy it into a mail."


class LinkedFollowUp(Value, frozen=True):
    """A follow-up.

    `link` opens its letter, with so many `blanks`, as a draft in a mail program; "" where none does.
    """

    follow_up: FollowUpView
    link: str = ""
    blanks: int = 0


def linked_follow_up(dossier: DraftedFollowUp, templates: LetterTemplates) -> LinkedFollowUp:
    """The follow-up with its link."""
    kind = dossier.follow_up.letter
    if dossier.excerpt is None or kind is None:
        return LinkedFollowUp(dossier.follow_up)
    drafted = letter(dossier.excerpt.value, kind, templates)
    return LinkedFollowUp(dossier.follow_up, drafted.link, len(drafted.blanks))


class LinkedAsk(Value, frozen=True):
    """Somebody to ask for a talk. `link` and `blanks` are those of the letter, as of a follow-up."""

    ask: AskNextView
    link: str = ""
    blanks: int = 0


def linked_ask(dossier: DraftedAsk, templates: LetterTemplates) -> LinkedAsk:
    """Somebody to ask, with the link."""
    if dossier.excerpt is None:
        return LinkedAsk(dossier.ask)
    drafted = letter(dossier.excerpt.value, "ask", templates)
    return LinkedAsk(dossier.ask, drafted.link, len(drafted.blanks))
