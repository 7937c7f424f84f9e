"""The people: all of them in a list, and what the page of each may show."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from iiv.journal.model import Interview
from iiv.method.stages import EXITS, OVER, PIPELINE, StatusName
from iiv.method.status import Status, status_of
from iiv.method.wording import capitalise
from iiv.site import addresses
from iiv.site.dossiers.questions import QuestionLink
from iiv.site.dossiers.whom_next import WhomNextView, whom_next_view
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from iiv.journal.model import Contact
    from iiv.journal.problems import Problem
    from iiv.method.history import Event
    from iiv.site.dossiers.common import FollowUpView, PersonView, TalkView
    from iiv.site.dossiers.excerpts import Excerpt
    from iiv.site.dossiers.journal_index import JournalIndex, OwnFollowUps
    from iiv.site.markdown.rendered import Text
    from iiv.site.values import Shared

LABELS: Final[Mapping[StatusName, str]] = {name: capitalise(name) for name in (*PIPELINE, *EXITS)}


class PersonRow(Value, frozen=True):
    """One person in the list.

    `last` is the day of the last contact, `follow_ups` are the next ones that do not rest, soonest first.
    `on` is the day that matters in the status: the one fixed for a talk, else the one since when it
    holds. `sheet` is the address of the call sheet, "" when there is none.
    """

    person: PersonView
    status: Status
    on: dt.date | None
    talks: int
    helpfulness: int | None
    last: dt.date | None
    follow_ups: tuple[FollowUpView, ...]
    tags: tuple[str, ...]
    sheet: str


class StageView(Value, frozen=True):
    """One stage of the pipeline with those who are there by the notes, the latest first."""

    name: StatusName
    label: str
    people: tuple[PersonRow, ...]


class PeopleView(Value, frozen=True):
    """Everyone by name, and by status: in progress (`pipeline`) or ended (`exits`); whom to ask `next`."""

    rows: tuple[PersonRow, ...]
    pipeline: tuple[StageView, ...]
    exits: tuple[StageView, ...]
    talked: int
    next: WhomNextView


class Offer(Value, frozen=True):
    """That somebody offered to introduce a person, and when."""

    date: dt.date
    introducer: PersonView


class PersonDossier(Value, frozen=True):
    """What the page of one person may show.

    `path` is the file on them, "" when there is none; `broken` is its text when it cannot be used. Of
    somebody `held_back` nothing is asked, since a note on them is in conflict.
    `talks` are the talks with them, oldest first, `offers` those in which others offered them;
    `people` are all others whom their story names.
    """

    excerpt: Shared[Excerpt]
    row: PersonRow
    path: str
    introduced_by: PersonView | None
    introduced: tuple[PersonView, ...]
    people: tuple[PersonView, ...]
    notes: Text | None
    talks: tuple[TalkView, ...]
    offers: tuple[Offer, ...]
    not_asked: tuple[QuestionLink, ...]
    follow_ups: OwnFollowUps
    problems: tuple[Problem, ...]
    broken: str
    held_back: bool


def people(index: JournalIndex) -> PeopleView:
    """The list of people."""
    rows = [person_row(index, contact) for contact in index.journal.contacts]
    return PeopleView(
        rows=tuple(rows),
        pipeline=tuple(_stage(name, rows) for name in PIPELINE),
        exits=tuple(_stage(name, rows) for name in EXITS),
        talked=sum(bool(row.talks) for row in rows),
        next=whom_next_view(index),
    )


def _stage(name: StatusName, rows: Iterable[PersonRow]) -> StageView:
    there = [row for row in rows if row.status.name == name]
    # Sorting keeps those of one day in order of name.
    latest = sorted(there, key=lambda row: row.status.since or dt.date.min, reverse=True)
    return StageView(name, LABELS[name], tuple(latest))


def person_row(index: JournalIndex, contact: Contact) -> PersonRow:
    """One person in the list."""
    if contact.id not in index.person_rows:
        index.person_rows[contact.id] = _row(index, contact)
    return index.person_rows[contact.id]


def _row(index: JournalIndex, contact: Contact) -> PersonRow:
    past = index.histories.by_id[contact.id]
    reached = past.stage
    return PersonRow(
        person=index.face(contact.id),
        status=status_of(reached, index.settings),
        on=_day_of(reached.event),
        talks=len(past.talks),
        helpfulness=past.helpfulness,
        last=past.last_contact.date if past.last_contact else None,
        follow_ups=index.follow_ups_of(contact).awake,
        tags=tuple(dict.fromkeys([*contact.tags, *(tag for talk in past.talks for tag in talk.tags)])),
        # With somebody who said no, or of whom one asks nothing more, one does not talk again.
        sheet="" if reached.name in OVER else addresses.call_sheet(contact.id),
    )


def _day_of(event: Event | None) -> dt.date | None:
    if event is None or isinstance(event, Interview):
        return event.date if event else None
    return event.day or event.date


def person_dossiers(index: JournalIndex) -> Iterator[PersonDossier]:
    """What each person's page may show, in order of name."""
    for contact in index.journal.contacts:
        notes = index.notes_on(contact)
        path = contact.place.path if contact.place else ""
        named = dict.fromkeys(id_ for note in notes for id_ in note.introductions)
        yield PersonDossier(
            excerpt=index.excerpt(contact),
            row=person_row(index, contact),
            path=path,
            introduced_by=index.face(contact.introduced_by) if contact.introduced_by else None,
            introduced=index.faces(index.introduced_by(contact)),
            people=index.faces(named),
            notes=index.texts.text(contact.notes, path, contact.definitions, "notes") if path else None,
            talks=index.talks(notes),
            offers=tuple(Offer(talk.date, index.face(talk.contact)) for talk in index.offers_of(contact)),
            not_asked=tuple(_not_asked(index, notes)),
            follow_ups=index.follow_ups_of(contact),
            problems=index.problems_in(path),
            broken=index.broken_text("contact", contact.id) if path else "",
            held_back=contact.id in index.journal.held_back,
        )


def _not_asked(index: JournalIndex, notes: tuple[Interview, ...]) -> Iterator[QuestionLink]:
    """The questions of the guide that nobody put to this person; none before the first talk."""
    if all(note.prepared for note in notes):
        return
    asked = {answer.question for note in notes for answer in note.answers}
    for question in index.journal.questions:
        if question.active and question.id not in asked:
            yield QuestionLink(question.ask, addresses.address(question))
