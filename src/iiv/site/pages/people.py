"""The whole story of one person, for their page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from iiv.journal.model import Interview
from iiv.journal.parse.fields import is_email
from iiv.journal.parse.markup import plain_text
from iiv.method.dates import written
from iiv.method.given_and_received import given, received
from iiv.method.history import history_of
from iiv.method.wording import by_channel, told
from iiv.site.dossiers.common import also_there, not_understood
from iiv.site.dossiers.time_lines import own_line
from iiv.site.pages.letters import letters
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from iiv.exchange.letters import LetterKind, LetterTemplates
    from iiv.journal.problems import Problem
    from iiv.method.given_and_received import Deed
    from iiv.method.history import Event
    from iiv.site.dossiers.common import FollowUpView, PersonView, TalkView
    from iiv.site.dossiers.people import PersonDossier, PersonRow
    from iiv.site.dossiers.questions import QuestionLink
    from iiv.site.dossiers.time_lines import TimeLine
    from iiv.site.markdown.rendered import Text
    from iiv.site.pages.letters import LettersView


class MomentView(Value, frozen=True):
    """One line of a person's story: a log line, a talk, or what was offered or promised in it.

    `people` are those whom it is about, named behind the words.
    """

    date: dt.date
    words: str
    note: str = ""
    talk: TalkView | None = None
    people: tuple[PersonView, ...] = ()


class DeedView(Value, frozen=True):
    """What one did for the other, on its day where that is known; `people` are named behind the words."""

    date: dt.date | None
    words: str
    note: str
    people: tuple[PersonView, ...]


class PersonPageView(Value, frozen=True):
    """All that is known of one person.

    `path` is the file on them, "" when there is none; `broken` is its text when it cannot be used.
    `story` is in order of time, and `line` shows it. `given` is what I did for them, `received` what they
    did for me.
    Of somebody `held_back` nothing is asked until a conflict is resolved.
    """

    row: PersonRow
    path: str
    aliases: tuple[str, ...]
    email: str
    email_link: str
    phone: str
    know: str
    respect: str
    opening: str
    tone: str
    not_same: tuple[str, ...]
    tags: tuple[str, ...]
    introduced_by: PersonView | None
    introduced: tuple[PersonView, ...]
    notes: Text | None
    story: tuple[MomentView, ...]
    line: TimeLine | None
    given: tuple[DeedView, ...]
    received: tuple[DeedView, ...]
    talks: tuple[TalkView, ...]
    not_asked: tuple[QuestionLink, ...]
    follow_ups: tuple[FollowUpView, ...]
    letters: LettersView
    not_understood: tuple[tuple[str, str], ...]
    also_there: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]
    broken: str
    held_back: bool


def person_page(dossier: PersonDossier, templates: LetterTemplates) -> PersonPageView:
    """The page of one person."""
    excerpt, follow_ups = dossier.excerpt.value, dossier.follow_ups
    contact = excerpt.contact
    past = history_of(excerpt.journal, contact)
    people = {person.id: person for person in (*dossier.people, *dossier.introduced)}
    return PersonPageView(
        row=dossier.row,
        path=dossier.path,
        aliases=contact.aliases,
        email=contact.email,
        email_link=f"mailto:{quote(contact.email, safe='@')}" if is_email(contact.email) else "",
        phone=contact.phone,
        know=contact.know,
        respect=contact.respect,
        opening=contact.opening,
        tone=contact.tone,
        not_same=contact.not_same,
        tags=contact.tags,
        introduced_by=dossier.introduced_by,
        introduced=dossier.introduced,
        notes=dossier.notes,
        story=tuple(sorted(_story(dossier), key=lambda moment: moment.date)),
        line=own_line(past),
        given=tuple(_deed(deed, people) for deed in given(past)),
        received=tuple(_deed(deed, people) for deed in received(excerpt.journal, past)),
        talks=tuple(reversed(dossier.talks)),
        not_asked=dossier.not_asked,
        follow_ups=follow_ups.all,
        letters=letters(excerpt, _letters(follow_ups.awake), _letters(follow_ups.all), templates),
        not_understood=not_understood(contact.unread),
        also_there=also_there(contact.unread),
        problems=dossier.problems,
        broken=dossier.broken,
        held_back=dossier.held_back,
    )


def _deed(deed: Deed, people: Mapping[str, PersonView]) -> DeedView:
    return DeedView(deed.date, deed.words, deed.note, tuple(people[id_] for id_ in deed.people))


def _letters(follow_ups: Iterable[FollowUpView]) -> Iterator[LetterKind]:
    return (follow_up.letter for follow_up in follow_ups if follow_up.letter)


def _story(dossier: PersonDossier) -> Iterator[MomentView]:
    """Everything between the two of you; thanks that stand in the note of a talk are told too."""
    talks = {talk.id: talk for talk in dossier.talks}
    people = {person.id: person for person in dossier.people}
    for offer in dossier.offers:
        yield MomentView(offer.date, "Offered to you by", people=(offer.introducer,))
    excerpt = dossier.excerpt.value
    for event in history_of(excerpt.journal, excerpt.contact).events:
        yield from _moments(event, talks, people)


def _moments(
    event: Event, talks: Mapping[str, TalkView], people: Mapping[str, PersonView]
) -> Iterator[MomentView]:
    """An event, and what was offered and promised in it."""
    if not isinstance(event, Interview):
        yield MomentView(event.date, told(event), event.note)
        return
    yield MomentView(event.date, by_channel(event.channel), talk=talks[event.id])
    if event.introductions:
        met = tuple(people[id_] for id_ in event.introductions)
        yield MomentView(event.date, "They offered to introduce you to", people=met)
    for promise in event.promises:
        when = f" by {written(promise.by)}" if promise.by else ""
        kept = "You promised, and kept it" if promise.done else f"You promised{when}"
        yield MomentView(event.date, kept, plain_text(promise.text))
