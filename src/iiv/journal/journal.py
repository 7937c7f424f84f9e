"""A whole journal, and the notes in it that cannot be used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from iiv.journal.model import Contact, Interview, Me, NoteKind, Question
from iiv.journal.names import keys_in_order, stem
from iiv.values import Value, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from iiv.journal.directions import Direction
    from iiv.journal.model import Answer
    from iiv.journal.problems import Place


class BrokenNote(Value, frozen=True):
    """A note that could not be used.

    `id` is free within its kind; `text` is what it says, undecodable bytes as replacement signs. `copy_of`
    is the path of the note of which it is a copy, "" for another; then `only_here` are its lines that the
    note does not have, and `only_there` those of the note that it does not have.
    """

    kind: NoteKind
    id: str
    place: Place
    text: str
    copy_of: str = ""
    only_here: tuple[str, ...] = ()
    only_there: tuple[str, ...] = ()


class Ref(Value, frozen=True):
    """What a wikilink leads to: a value of the journal by kind and id."""

    kind: Literal["interview", "contact", "question", "direction"]
    id: str


def find_ref(refs: Mapping[str, Ref], target: str) -> Ref | None:
    """What a wikilink's target leads to: a name or an id, maybe with a folder, `.md`, `#` or `^`."""
    return next((refs[key] for key, _ in keys_in_order((target, stem(target))) if key in refs), None)


class Journal(Value, frozen=True, dict=True):
    """Everything that was written down.

    Interviews are in order of date, then id; contacts in order of name; questions in the order in which
    they are asked, then those on the shortlist, and retired ones last; directions in order of name. `refs`
    maps the key of each id, name, alias and wording to what it names, for `find_ref`. `files` are the paths,
    from the journal's folder, of files that are not notes and that a note may show or link to. `held_back`
    are the ids of people of whom nothing is asked, since git left a conflict in their file or in a talk with
    them.
    """

    interviews: tuple[Interview, ...] = ()
    contacts: tuple[Contact, ...] = ()
    questions: tuple[Question, ...] = ()
    me: Me = field(default_factory=Me)
    welcome: str = ""
    broken: tuple[BrokenNote, ...] = ()
    refs: Mapping[str, Ref] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    held_back: frozenset[str] = frozenset()
    directions: tuple[Direction, ...] = ()

    @cached_property
    def contacts_by_id(self) -> Mapping[str, Contact]:
        """Each contact by its id."""
        return {contact.id: contact for contact in self.contacts}

    def name_of(self, contact_id: str) -> str:
        """The name of a person; the id itself where nobody has it."""
        contact = self.contacts_by_id.get(contact_id)
        return contact.name if contact else contact_id

    @cached_property
    def questions_by_id(self) -> Mapping[str, Question]:
        """Each question by its id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {question.id: number for number, question in enumerate(self.questions)}

    def in_guide_order(self, answers: Iterable[Answer]) -> list[Answer]:
        """The answers in the order of the journal's questions, those to other questions last."""
        return sorted(answers, key=lambda answer: self._places.get(answer.question, len(self._places)))

    @cached_property
    def interviews_by_id(self) -> Mapping[str, Interview]:
        """Each interview by its id."""
        return {interview.id: interview for interview in self.interviews}

    @cached_property
    def led_to(self) -> Mapping[str, frozenset[str]]:
        """Whom each person introduced to one, as the files on these say, by ids."""
        led: dict[str, set[str]] = {}
        for contact in self.contacts:
            if contact.introduced_by:
                led.setdefault(contact.introduced_by, set()).add(contact.id)
        return {id_: frozenset(others) for id_, others in led.items()}

    @cached_property
    def offers(self) -> Mapping[str, tuple[Interview, ...]]:
        """The talks in which each person was offered, by their id, oldest first."""
        offers: dict[str, tuple[Interview, ...]] = {}
        for talk in sorted(self.talks, key=lambda talk: (talk.date, talk.id)):
            for id_ in dict.fromkeys(talk.introductions):
                offers[id_] = (*offers.get(id_, ()), talk)
        return offers

    @cached_property
    def talks(self) -> tuple[Interview, ...]:
        """The interviews that took place: those that are not only prepared."""
        return tuple(interview for interview in self.interviews if not interview.prepared)

    @cached_property
    def answers_by_question(self) -> Mapping[str, tuple[tuple[Interview, Answer], ...]]:
        """What was said to each question in talks, by its id, oldest first; one that was asked only too."""
        found: dict[str, list[tuple[Interview, Answer]]] = {}
        for talk in self.talks:
            for answer in talk.answers:
                found.setdefault(answer.question, []).append((talk, answer))
        return {id_: tuple(said) for id_, said in found.items()}

    @cached_property
    def talks_by_contact(self) -> Mapping[str, tuple[Interview, ...]]:
        """The talks with each person who had one, oldest first."""
        talks: dict[str, tuple[Interview, ...]] = {}
        for talk in self.talks:
            talks[talk.contact] = (*talks.get(talk.contact, ()), talk)
        return talks
