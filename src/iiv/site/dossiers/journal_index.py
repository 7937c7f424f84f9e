"""What the dossiers of one journal share, each worked out once."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from iiv.journal.journal import Journal
from iiv.journal.model import Contact, Interview, Me, Question
from iiv.journal.parse.markup import plain_text
from iiv.method.ask_next import ask_next
from iiv.method.due_states import state
from iiv.method.evidence import conclusions, opposed
from iiv.method.history import histories
from iiv.method.introduction_tree import introduction_tree
from iiv.method.rules import all_follow_ups
from iiv.method.statistics.coverage import coverage
from iiv.method.statistics.requests import asking
from iiv.site.dossiers import common
from iiv.site.dossiers.excerpts import Excerpt
from iiv.site.values import Shared
from iiv.values import Value, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from iiv.journal.journal import BrokenNote, Ref
    from iiv.journal.model import NoteKind
    from iiv.journal.problems import Problem
    from iiv.journal.read.reading import Reading
    from iiv.method.evidence import AnswerKey
    from iiv.method.follow_up import FollowUp
    from iiv.method.history import Histories
    from iiv.method.introduction_tree import Branch
    from iiv.method.statistics.coverage import Covered
    from iiv.method.statistics.requests import Asking
    from iiv.site.dossiers.common import AskNextView, FollowUpView, PersonView, TalkView
    from iiv.site.dossiers.people import PersonRow
    from iiv.site.markdown.texts import Texts

T = TypeVar("T")


class OwnFollowUps(Value, frozen=True):
    """One person's follow-ups, soonest first: `all` of them, and the `awake`, which do not rest for good."""

    all: tuple[FollowUpView, ...] = ()
    awake: tuple[FollowUpView, ...] = ()


class JournalIndex:
    """The notes of one journal by whom and what they are about. `texts` renders what stands in them.

    With `whole_answers` they stand on the pages however many there are: nothing can be loaded there.
    """

    def __init__(self, reading: Reading, texts: Texts, *, whole_answers: bool = False) -> None:
        self.reading = reading
        self.journal = reading.journal
        self.settings = reading.settings
        self.texts = texts
        self.whole_answers = whole_answers
        self.person_rows: dict[str, PersonRow] = {}
        self._faces: dict[str, PersonView] = {}
        self._talks: dict[str, TalkView] = {}
        self._follow_ups: dict[str, FollowUpView] = {}
        self._excerpts: dict[str, Shared[Excerpt]] = {}

    def face(self, id_: str) -> PersonView:
        """A person as of today."""
        if id_ not in self._faces:
            self._faces[id_] = common.person(self.journal, self.journal.contacts_by_id[id_])
        return self._faces[id_]

    def faces(self, ids: Iterable[str]) -> tuple[PersonView, ...]:
        """The people with these ids, in their order."""
        return tuple(self.face(id_) for id_ in ids)

    def talk(self, interview: Interview) -> TalkView:
        """A talk as it stands in a list."""
        if interview.id not in self._talks:
            self._talks[interview.id] = common.talk(self.journal, interview)
        return self._talks[interview.id]

    def talks(self, interviews: Iterable[Interview]) -> tuple[TalkView, ...]:
        """Talks as they stand in a list."""
        return tuple(self.talk(interview) for interview in interviews)

    def follow_up(self, item: FollowUp) -> FollowUpView:
        """A follow-up as it stands in a list."""
        if item.id not in self._follow_ups:
            self._follow_ups[item.id] = common.follow_up(self.journal, item, self.face(item.contact))
        return self._follow_ups[item.id]

    def follow_ups(self, items: Iterable[FollowUp]) -> tuple[FollowUpView, ...]:
        """Follow-ups by date: the order that is right without knowing the day."""
        return tuple(sorted(map(self.follow_up, items), key=lambda view: (view.due, view.id)))

    def follow_ups_of(self, contact: Contact) -> OwnFollowUps:
        """The follow-ups with one person."""
        return OwnFollowUps(self._by_contact.get(contact.id, ()), self._awake_by_contact.get(contact.id, ()))

    def follow_ups_after(self, talk: Interview) -> tuple[FollowUpView, ...]:
        """The follow-ups that one talk led to."""
        return self._by_event.get(talk.id, ())

    def notes_on(self, contact: Contact) -> tuple[Interview, ...]:
        """The notes of all talks with one person, prepared ones too, oldest first."""
        return tuple(self._notes_by_contact.get(contact.id, ()))

    def offers_of(self, contact: Contact) -> tuple[Interview, ...]:
        """The talks in which others offered one person, oldest first."""
        return tuple(talk for talk in self.journal.offers.get(contact.id, ()) if talk.contact != contact.id)

    def introduced_by(self, contact: Contact) -> tuple[str, ...]:
        """The ids of those to whom one person led, as talks and files say."""
        return tuple(self._introduced.get(contact.id, ()))

    def problems_in(self, path: str) -> tuple[Problem, ...]:
        """The problems of one file, from top to bottom."""
        return tuple(self._problems.get(path, ()))

    def broken_text(self, kind: NoteKind, id_: str) -> str:
        """The text of a note that cannot be used; "" when there is none with this id."""
        note = self._broken.get((kind, id_))
        return note.text if note else ""

    @cached_property
    def histories(self) -> Histories:
        """What happened with each person."""
        return histories(self.journal)

    @cached_property
    def every_follow_up(self) -> tuple[FollowUp, ...]:
        """All follow-ups, sorted by due date."""
        return all_follow_ups(self.journal, self.settings)

    @cached_property
    def ask_next(self) -> tuple[AskNextView, ...]:
        """Whom to ask for a talk, in order."""
        return tuple(
            common.AskNextView(self.face(one.contact), plain_text(one.why))
            for one in ask_next(self.histories)
        )

    @cached_property
    def asking(self) -> Asking:
        """Whom one asked, and who replied."""
        return asking(self.histories)

    @cached_property
    def coverage(self) -> tuple[tuple[Question, ...], tuple[Covered, ...]]:
        """Who was asked what, and how fully they answered."""
        return coverage(self.journal)

    @cached_property
    def introduction_tree(self) -> tuple[Branch, ...]:
        """Who led to whom."""
        return introduction_tree(self.histories)

    @cached_property
    def conclusions(self) -> Mapping[AnswerKey, tuple[Ref, ...]]:
        """What was concluded from each answer that a synthesis or a direction links to."""
        return conclusions(self.journal)

    @cached_property
    def opposed(self) -> Mapping[AnswerKey, tuple[AnswerKey, ...]]:
        """Against which others each answer was set."""
        return opposed(self.journal)

    @cached_property
    def awake_follow_ups(self) -> tuple[FollowUp, ...]:
        """The follow-ups without those that rest or are over by the newest day, and so for good."""
        newest = self.newest_day
        return tuple(
            item
            for item in self.every_follow_up
            if state(item, newest) != "resting" and not (item.until and item.until < newest)
        )

    @cached_property
    def newest_day(self) -> dt.date:
        """The newest day in the notes of what happened: it was never after today."""
        talked = [talk.date for talk in self.journal.talks]
        logged = [line.date for contact in self.journal.contacts for line in contact.log]
        return max([*talked, *logged], default=dt.date.min)

    def excerpt(self, contact: Contact) -> Shared[Excerpt]:
        """What the journal holds of one person."""
        if contact.id not in self._excerpts:
            self._excerpts[contact.id] = Shared(self._excerpt(contact))
        return self._excerpts[contact.id]

    def _excerpt(self, contact: Contact) -> Excerpt:
        notes = self.notes_on(contact)
        named = {*self.introduced_by(contact), *(id_ for note in notes for id_ in note.introductions)}
        others = named - {contact.id}
        first = [
            Interview(talk.id, talk.place, id_, talk.date)
            for id_ in sorted(others)
            for talk in self.journal.talks_by_contact.get(id_, ())[:1]
        ]
        # Of the talks in which others offered them, who did and when.
        offers = [
            Interview(talk.id, talk.place, talk.contact, talk.date, introductions=(contact.id,))
            for talk in self.offers_of(contact)
        ]
        by_id = {talk.id: talk for talk in (*first, *offers, *notes)}
        people = {contact.id: contact}
        for id_ in {*others, contact.introduced_by, *(talk.contact for talk in offers)} - {None, contact.id}:
            other = self.journal.contacts_by_id.get(id_ or "")
            if other:
                led = contact.id if other.introduced_by == contact.id else None
                people[other.id] = Contact(other.id, other.name, introduced_by=led)
        journal = Journal(
            interviews=tuple(sorted(by_id.values(), key=lambda talk: (talk.date, talk.id))),
            contacts=tuple(people[id_] for id_ in sorted(people, key=self._order.__getitem__)),
            questions=self._questions,
            me=self._me,
        )
        return Excerpt(journal, self.settings, contact.id)

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {contact.id: number for number, contact in enumerate(self.journal.contacts)}

    @cached_property
    def _questions(self) -> tuple[Question, ...]:
        return tuple(
            Question(one.id, one.ask, topic=one.topic, retired=one.retired, shortlist=one.shortlist)
            for one in self.journal.questions
        )

    @cached_property
    def _me(self) -> Me:
        return replace(self.journal.me, pitch="", definitions=())

    @cached_property
    def _notes_by_contact(self) -> dict[str, list[Interview]]:
        return _grouped(self.journal.interviews, lambda note: [note.contact])

    @cached_property
    def _introduced(self) -> dict[str, dict[str, None]]:
        led: dict[str, dict[str, None]] = {}
        for interview in self.journal.interviews:
            for id_ in interview.introductions:
                led.setdefault(interview.contact, {})[id_] = None
        for contact in self.journal.contacts:
            if contact.introduced_by:
                led.setdefault(contact.introduced_by, {})[contact.id] = None
        return led

    @cached_property
    def _problems(self) -> dict[str, list[Problem]]:
        return _grouped(sorted(self.reading.problems), lambda problem: [problem.place.path])

    @cached_property
    def _broken(self) -> dict[tuple[NoteKind, str], BrokenNote]:
        return {(note.kind, note.id): note for note in self.journal.broken}

    @cached_property
    def _by_contact(self) -> dict[str, tuple[FollowUpView, ...]]:
        return self._views_by(self.every_follow_up, lambda item: [item.contact])

    @cached_property
    def _awake_by_contact(self) -> dict[str, tuple[FollowUpView, ...]]:
        return self._views_by(self.awake_follow_ups, lambda item: [item.contact])

    @cached_property
    def _by_event(self) -> dict[str, tuple[FollowUpView, ...]]:
        # The event that led to a follow-up is the id of an interview, or a log line.
        return self._views_by(self.every_follow_up, lambda one: [one.event.partition("/")[0]])

    def _views_by(
        self, items: Iterable[FollowUp], keys: Callable[[FollowUp], list[str]]
    ) -> dict[str, tuple[FollowUpView, ...]]:
        return {key: self.follow_ups(group) for key, group in _grouped(items, keys).items()}


def _grouped(values: Iterable[T], keys: Callable[[T], list[str]]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for value in values:
        for key in keys(value):
            groups.setdefault(key, []).append(value)
    return groups
