"""The letters to a person, as drafts for a mail program or as text to copy."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jinja2 import TemplateRuntimeError

from iiv.exchange.letters import KINDS, LetterError, draft
from iiv.exchange.mailto import mailto, too_long
from iiv.method.history import history_of
from iiv.method.status import KNOWN, WAITING, stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from iiv.exchange.letters import LetterKind, LetterTemplates
    from iiv.journal.model import Contact, Journal
    from iiv.journal.reading import Reading
    from iiv.method.follow_ups import FollowUp
    from iiv.method.status import StatusName

NAMES: Final[Mapping[LetterKind, str]] = {
    "ask": "Ask for a talk",
    "nudge": "Ask once more",
    "thank": "Thank by e-mail",
    "card": "Words for a card",
    "hello": "Say hello",
}
SENT: Final[Mapping[LetterKind, str]] = {
    "ask": "asked --by e-mail",
    "nudge": "nudged --by e-mail",
    "thank": "thanked --by e-mail",
    "card": "thanked --by card",
    "hello": "wrote --by e-mail",
}
"""What `iiv log` notes when a letter is sent."""


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter as it stands on a person's page.

    `link` opens it as a draft in a mail program; it is "" where `no_link` says why there is none.
    `blanks` are what is still to fill in, and `sent` is what to run when it is on its way.
    """

    kind: LetterKind
    name: str
    link: str
    no_link: str
    subject: str
    body: str
    blanks: tuple[str, ...]
    sent: str


@dataclass(frozen=True, slots=True)
class LettersView:
    """A person's letters: those that their next steps ask for, then the others that make sense."""

    now: tuple[LetterView, ...] = ()
    others: tuple[LetterView, ...] = ()


class Letters:
    """The letters of one journal, each drafted once."""

    def __init__(self, reading: Reading, templates: LetterTemplates) -> None:
        self._reading = reading
        self._templates = templates
        self._drafted: dict[tuple[str, LetterKind], LetterView] = {}

    def letter(self, contact: Contact, kind: LetterKind) -> LetterView:
        """The letter of one kind. Raises jinja2.TemplateError for a fault in its template."""
        key = contact.id, kind
        if key not in self._drafted:
            self._drafted[key] = self._draft(contact, kind)
        return self._drafted[key]

    def _draft(self, contact: Contact, kind: LetterKind) -> LetterView:
        journal, settings = self._reading.journal, self._reading.settings
        try:
            letter = draft(kind, contact, journal, settings, self._templates)
        except LetterError as fault:
            raise TemplateRuntimeError(str(fault)) from fault
        link = mailto(letter) or ""
        no_link = _no_link(contact, kind, link)
        return LetterView(
            kind=kind,
            name=NAMES[kind],
            link="" if no_link else link,
            no_link=no_link,
            subject=letter.subject,
            body=letter.body,
            blanks=letter.blanks,
            sent=f"iiv log {shlex.quote(contact.id)} {SENT[kind]}",
        )

    def of(
        self, contact: Contact, now: Iterable[LetterKind], resting: Iterable[LetterKind] = ()
    ) -> LettersView:
        """All letters to one person; `now` and `resting` are those that their next steps ask for.

        To somebody on the list one writes to ask, whether or not a step says so.
        """
        journal = self._reading.journal
        first = set(now) or ({"ask"} if _reached(journal, contact) == "idea" else set())
        others = {*sensible(journal, contact), *resting} - first
        return LettersView(
            now=tuple(self.letter(contact, kind) for kind in KINDS if kind in first),
            others=tuple(self.letter(contact, kind) for kind in KINDS if kind in others),
        )


def kind_for(journal: Journal, item: FollowUp) -> LetterKind | None:
    """The letter that does what a next step asks for; None where no letter does."""
    match item.kind:
        case "nudge":
            return "nudge"
        case "thank":
            return "card" if item.channel == "card" else "thank"
        case "stay-in-touch":
            return "hello"
        case "introduction":
            return "ask" if _was_offered(journal, item.contact) else "hello"
        case _:
            return None


def _was_offered(journal: Journal, contact: str) -> bool:
    """Whether the introduction is still to be taken up: then nothing is noted of the person but the offer."""
    if journal.contacts_by_id[contact].log or contact in journal.talks_by_contact:
        return False
    return contact in journal.offered


def sensible(journal: Journal, contact: Contact) -> tuple[LetterKind, ...]:
    """The letters that one may write to a person, as far as things have come with them."""
    reached = _reached(journal, contact)
    if contact.id in journal.talks_by_contact or reached in KNOWN:
        return ("thank", "card", "hello")
    if reached in WAITING:
        return ("nudge", "ask")
    return () if reached == "declined" else ("ask",)


def _reached(journal: Journal, contact: Contact) -> StatusName:
    return stage(history_of(journal, contact)).name


def _no_link(contact: Contact, kind: LetterKind, link: str) -> str:
    """Why a letter has no link, as a sentence; "" when it has one."""
    if kind == "card":
        return "Copy it by hand."
    if link:
        return "It is too long for a link: copy it into a mail." if too_long(link) else ""
    if contact.email:
        return f"`{contact.email}` is no mail address: copy it into a mail."
    return "No mail address is noted: copy it into a mail."
