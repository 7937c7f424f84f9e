"""The people: all of them in a list, and the whole story of each."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from iiv.journal.fields import is_email
from iiv.journal.markup import plain_text
from iiv.journal.model import Interview
from iiv.method.dates import written
from iiv.method.history import history_of
from iiv.method.status import EXITS, PIPELINE, Status, StatusName, stage, status
from iiv.site import addresses
from iiv.site.views.call_sheets import sheet_address
from iiv.site.views.common import NOTHING_STAYS, PersonView, TalkView, circle, people_by_id, person, talk
from iiv.site.words import by_channel, capitalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from iiv.exchange.letters import LetterKind
    from iiv.journal.model import Contact, Journal, Question, Touchpoint
    from iiv.journal.problems import Problem
    from iiv.journal.reading import Reading
    from iiv.journal.settings import Settings
    from iiv.method.history import Event
    from iiv.site.rendering import Rendered, Renderer
    from iiv.site.views.common import Stays, StepView
    from iiv.site.views.follow_ups import Steps
    from iiv.site.views.letters import Letters, LettersView

_LABELS: Final[Mapping[StatusName, str]] = {"filed": "Filed apart"}
_VERBS = {
    "asked": "Asked",
    "nudged": "Asked once more",
    "replied": "They replied",
    "scheduled": "Found a day",
    "declined": "They declined",
    "thanked": "Thanked",
    "gave": "Gave a gift",
    "introduced": "Introduced to you",
    "wrote": "Wrote",
    "called": "Called",
    "met": "Met",
    "heard": "They wrote",
    "note": "Note",
}


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person in the list.

    `last` is the day of the last contact, `steps` are the next ones that do not rest, soonest first.
    `on` is the day that matters in the status: the one fixed for a talk, else the one since when it
    holds. `sheet` is the address of the call sheet, "" when there is none.
    """

    person: PersonView
    status: Status
    on: dt.date | None
    talks: int
    helpfulness: int | None
    last: dt.date | None
    steps: tuple[StepView, ...]
    tags: tuple[str, ...]
    sheet: str


@dataclass(frozen=True, slots=True)
class StageView:
    """One stage of the pipeline with those who are there by the notes, the latest first."""

    name: StatusName
    label: str
    people: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True)
class PeopleView:
    """Everyone, in order of name, and by how far things have come: on the way, or out of it."""

    rows: tuple[PersonRow, ...]
    pipeline: tuple[StageView, ...]
    exits: tuple[StageView, ...]
    talked: int


@dataclass(frozen=True, slots=True)
class MomentView:
    """One line of a person's story: a log line, a talk, or what was offered or promised in it.

    `people` are those whom it is about, named behind the words.
    """

    date: dt.date
    words: str
    note: str = ""
    talk: TalkView | None = None
    people: tuple[PersonView, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonPageView:
    """All that is known of one person.

    `path` is the file on them, "" when there is none; `broken` is its text when it cannot be
    used. `story` is in order of time.
    """

    row: PersonRow
    path: str
    aliases: tuple[str, ...]
    email: str
    email_link: str
    phone: str
    know: str
    respect: str
    tags: tuple[str, ...]
    introduced_by: PersonView | None
    introduced: tuple[PersonView, ...]
    notes: Rendered | None
    story: tuple[MomentView, ...]
    talks: tuple[TalkView, ...]
    not_asked: tuple[Question, ...]
    steps: tuple[StepView, ...]
    letters: LettersView
    problems: tuple[Problem, ...]
    broken: str


def people(reading: Reading, steps: Steps) -> PeopleView:
    """The list of people."""
    journal, settings = reading.journal, reading.settings
    rows = [_row(journal, settings, contact, steps.of(contact).awake) for contact in journal.contacts]
    return PeopleView(
        rows=tuple(rows),
        pipeline=tuple(_stage(name, rows) for name in PIPELINE),
        exits=tuple(_stage(name, rows) for name in EXITS),
        talked=sum(bool(row.talks) for row in rows),
    )


def _stage(name: StatusName, rows: Iterable[PersonRow]) -> StageView:
    there = [row for row in rows if row.status.name == name]
    # Sorting keeps those of one day in order of name.
    latest = sorted(there, key=lambda row: row.status.since or dt.date.min, reverse=True)
    return StageView(name, _LABELS.get(name, capitalise(name)), tuple(latest))


def _row(journal: Journal, settings: Settings, contact: Contact, steps: tuple[StepView, ...]) -> PersonRow:
    talks = journal.talks_by_contact.get(contact.id, ())
    past = history_of(journal, contact)
    reached = stage(past)
    return PersonRow(
        person=person(journal, contact),
        status=status(contact, talks, settings),
        on=_day_of(reached.event),
        talks=len(talks),
        helpfulness=past.helpfulness,
        last=past.last_contact.date if past.last_contact else None,
        steps=steps,
        tags=tuple(dict.fromkeys([*contact.tags, *(tag for talk in talks for tag in talk.tags)])),
        sheet=sheet_address(journal, contact),
    )


def _day_of(event: Event | None) -> dt.date | None:
    if event is None or isinstance(event, Interview):
        return event.date if event else None
    return event.day or event.date


def person_pages(  # noqa: PLR0913, PLR0917 - each is something else that a page shows
    reading: Reading,
    renderer: Renderer,
    letters: Letters,
    steps: Steps,
    problems: Mapping[str, tuple[Problem, ...]],
    stays: Stays = NOTHING_STAYS,
) -> Iterator[PersonPageView]:
    """Each person's page, in order of name, but for those that stay.

    `problems` are those of each path. Raises jinja2.TemplateError for a fault in the template of a
    letter.
    """
    journal = reading.journal
    led_to = _introductions(journal)
    interviews = _interviews_by_contact(journal)
    offers = _offers(journal)
    broken = {note.id: note.text for note in journal.broken if note.kind == "contact"}
    others = circle(journal, reading.settings)
    for contact in journal.contacts:
        if stays.when_said(addresses.address(contact)):
            continue
        notes = interviews.get(contact.id, [])
        path = contact.place.path if contact.place else ""
        mine = steps.of(contact)
        known = contact, *notes, *offers.get(contact.id, ()), led_to.get(contact.id, ())
        told = mine, problems.get(path, ()), broken.get(contact.id, ""), _notes(renderer, contact)
        if stays.when_made_from(addresses.address(contact), (others, known, told)):
            continue
        yield PersonPageView(
            row=_row(journal, reading.settings, contact, mine.awake),
            path=path,
            aliases=contact.aliases,
            email=contact.email,
            email_link=f"mailto:{quote(contact.email, safe='@')}" if is_email(contact.email) else "",
            phone=contact.phone,
            know=contact.know,
            respect=contact.respect,
            tags=contact.tags,
            introduced_by=next(iter(people_by_id(journal, filter(None, [contact.introduced_by]))), None),
            introduced=people_by_id(journal, led_to.get(contact.id, ())),
            notes=_notes(renderer, contact),
            story=_story(journal, contact, offers.get(contact.id, [])),
            talks=tuple(talk(journal, note) for note in reversed(notes)),
            not_asked=_not_asked(journal, notes),
            steps=mine.all,
            letters=letters.of(contact, _letters(mine.awake), _letters(mine.all)),
            problems=problems.get(path, ()),
            broken=broken.get(contact.id, "") if path else "",
        )


def _letters(steps: Iterable[StepView]) -> Iterator[LetterKind]:
    return (step.letter for step in steps if step.letter)


def _interviews_by_contact(journal: Journal) -> dict[str, list[Interview]]:
    """Every interview note on each person, prepared ones included, oldest first."""
    notes: dict[str, list[Interview]] = {}
    for interview in journal.interviews:
        notes.setdefault(interview.contact, []).append(interview)
    return notes


def _notes(renderer: Renderer, contact: Contact) -> Rendered | None:
    if not contact.notes.strip() or contact.place is None:
        return None
    return renderer.text(contact.notes, contact.place.path, contact.definitions, "notes")


def _story(journal: Journal, contact: Contact, offers: Iterable[Interview]) -> tuple[MomentView, ...]:
    """Everything between the two of you in order of time.

    `offers` are the talks in which others offered them to you; thanks that stand in the note of a
    talk are told too.
    """
    past = history_of(journal, contact)
    moments = [_offered(journal, talk_) for talk_ in offers]
    moments += (moment for event in past.events for moment in _moments(journal, event))
    return tuple(sorted(moments, key=lambda moment: moment.date))


def _offered(journal: Journal, talk_: Interview) -> MomentView:
    """That somebody offered to introduce them to you."""
    introducer = people_by_id(journal, [talk_.contact])
    return MomentView(talk_.date, "Offered to you by", people=introducer)


def _moments(journal: Journal, event: Event) -> Iterator[MomentView]:
    """An event, and what was offered and promised in it."""
    if not isinstance(event, Interview):
        yield MomentView(event.date, _line_words(event), event.note)
        return
    yield MomentView(event.date, by_channel(event.channel), talk=talk(journal, event))
    if event.introductions:
        met = people_by_id(journal, event.introductions)
        yield MomentView(event.date, "They offered to introduce you to", people=met)
    for promise in event.promises:
        when = f" by {written(promise.by)}" if promise.by else ""
        kept = "You promised, and kept it" if promise.done else f"You promised{when}"
        yield MomentView(event.date, kept, plain_text(promise.text))


def _offers(journal: Journal) -> dict[str, list[Interview]]:
    """The talks in which each person was offered, oldest first."""
    offers: dict[str, list[Interview]] = {}
    for interview in journal.talks:
        for id_ in dict.fromkeys(interview.introductions):
            if id_ != interview.contact:
                offers.setdefault(id_, []).append(interview)
    return offers


def _line_words(line: Touchpoint) -> str:
    """A log line as a sentence without its note: Found a day: 2 Mar 2026, 15:00, by video."""
    day = f": {written(line.day)}" if line.day else ""
    time = f", {line.time:%H:%M}" if line.time else ""
    channel = by_channel(line.channel)
    return _VERBS[line.verb] + day + time + (f"{',' if day else ''} {channel}" if channel else "")


def _not_asked(journal: Journal, notes: list[Interview]) -> tuple[Question, ...]:
    """The questions of the guide that nobody put to this person; none before the first talk."""
    asked = {answer.question for note in notes for answer in note.answers}
    talked = any(not note.prepared for note in notes)
    return tuple(q for q in journal.questions if talked and not q.retired and q.id not in asked)


def _introductions(journal: Journal) -> dict[str, tuple[str, ...]]:
    """The people to whom each person led, as their own files and the talks' notes say."""
    led: dict[str, dict[str, None]] = {}
    for interview in journal.interviews:
        for id_ in interview.introductions:
            led.setdefault(interview.contact, {})[id_] = None
    for contact in journal.contacts:
        if contact.introduced_by:
            led.setdefault(contact.introduced_by, {})[contact.id] = None
    return {id_: tuple(others) for id_, others in led.items()}
