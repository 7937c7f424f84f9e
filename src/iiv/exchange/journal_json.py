"""A whole journal as JSON, for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from iiv.exchange.journal_form import (
    VERSION,
    Answer,
    AnswerId,
    Contradiction,
    Direction,
    Former,
    LogLine,
    Me,
    NewsLine,
    Person,
    Question,
    Talk,
    Task,
    Unread,
    Unreadable,
    Verdict,
    Whole,
)
from iiv.journal.model import Never

if TYPE_CHECKING:
    import datetime as dt

    from iiv.journal import directions, model
    from iiv.journal.journal import Journal


def journal_json(journal: Journal) -> bytes:
    """All that a journal's notes say, as indented JSON in UTF-8: the same bytes for the same notes."""
    whole = Whole(
        iiv=VERSION,
        me=_me(journal.me),
        questions=[_question(question) for question in journal.questions],
        people=[_person(contact) for contact in journal.contacts],
        talks=[_talk(talk) for talk in journal.interviews],
        directions=[_direction(direction) for direction in journal.directions],
        welcome=journal.welcome,
        unreadable=[
            Unreadable(path=_path(note.place.path), copy_of=note.copy_of or None, text=note.text)
            for note in journal.broken
        ],
    )
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def _talk(talk: model.Interview) -> Talk:
    return Talk(
        id=_path(talk.id),
        path=_path(talk.path),
        contact=talk.contact,
        on=talk.date,
        time=_time(talk.time),
        prepared=talk.prepared,
        role=talk.role,
        organization=talk.organization,
        field=talk.field,
        channel=talk.channel,
        minutes=talk.minutes,
        helpfulness=talk.helpfulness,
        interest=talk.interest,
        asked_about_me=talk.asked_about_me,
        next_contact=_next(talk.next_contact),
        shift=talk.shift,
        said=talk.said,
        fits=talk.fits,
        doubt=talk.doubt,
        introductions=list(talk.introductions),
        help=list(talk.help),
        tags=list(talk.tags),
        thanked=[_line(line) for line in talk.thanked],
        answers=[
            *(_answer(answer, known=True) for answer in talk.answers),
            *(_answer(answer, known=False) for answer in talk.unknown_answers),
        ],
        notes=talk.notes,
        themes=list(talk.themes),
        promises=[_task(task) for task in talk.promises],
        definitions=[definition.text for definition in talk.definitions],
        not_understood=_unread(talk.unread),
    )


def _answer(answer: model.Answer, *, known: bool) -> Answer:
    return Answer(
        question=answer.question,
        known=known,
        heading=answer.heading,
        text=answer.text,
        gist=answer.gist,
        themes=list(answer.themes),
    )


def _person(contact: model.Contact) -> Person:
    return Person(
        id=_path(contact.id),
        path=_path(contact.place.path) if contact.place else None,
        name=contact.name,
        aliases=list(contact.aliases),
        not_same=list(contact.not_same),
        email=contact.email,
        phone=contact.phone,
        role=contact.role,
        organization=contact.organization,
        field=contact.field,
        know=contact.know,
        respect=contact.respect,
        opening=contact.opening,
        tone=contact.tone,
        introduced_by=contact.introduced_by,
        next_contact=_next(contact.next_contact),
        tags=list(contact.tags),
        notes=contact.notes,
        log=[_line(line) for line in contact.log],
        promises=[_task(task) for task in contact.promises],
        definitions=[definition.text for definition in contact.definitions],
        not_understood=_unread(contact.unread),
    )


def _question(question: model.Question) -> Question:
    return Question(
        id=_path(question.id),
        path=_path(question.place.path) if question.place else None,
        ask=question.ask,
        topic=question.topic,
        order=question.order,
        state="retired" if question.retired else "shortlist" if question.shortlist else "asked",
        since=question.since,
        as_of=question.as_of,
        contradicts=_contradictions(question.contradicts),
        formerly=[Former(ask=former.ask, until=former.until) for former in question.formerly],
        synthesis=question.synthesis,
        definitions=[definition.text for definition in question.definitions],
        not_understood=_unread(question.unread),
    )


def _direction(direction: directions.Direction) -> Direction:
    return Direction(
        id=_path(direction.id),
        path=_path(direction.place.path),
        name=direction.name,
        fields=list(direction.fields),
        tags=list(direction.tags),
        people=[_path(id_) for id_ in direction.people],
        as_of=direction.as_of,
        verdicts=[Verdict(name=one.name, on=one.on, why=one.why) for one in direction.verdicts],
        contradicts=_contradictions(direction.contradicts),
        notes=direction.notes,
        to_know=direction.to_know,
        definitions=[definition.text for definition in direction.definitions],
        not_understood=_unread(direction.unread),
    )


def _contradictions(pairs: tuple[model.Contradiction, ...]) -> list[Contradiction]:
    return [Contradiction(one=_answer_id(pair.one), other=_answer_id(pair.other)) for pair in pairs]


def _answer_id(ref: model.AnswerRef) -> AnswerId:
    return AnswerId(talk=_path(ref.talk), question=_path(ref.question))


def _me(me: model.Me) -> Me:
    return Me(
        name=me.name,
        email=me.email,
        crossroads=me.crossroads,
        for_letters=me.for_letters,
        pitch=me.pitch,
        news=[NewsLine(on=line.date, text=line.text) for line in me.news],
        definitions=[definition.text for definition in me.definitions],
    )


def _line(line: model.Touchpoint) -> LogLine:
    return LogLine(
        on=line.date,
        verb=line.verb,
        channel=line.channel,
        day=line.day,
        time=_time(line.time),
        note=line.note,
    )


def _task(task: model.Promise) -> Task:
    return Task(text=task.text, by=task.by, done=task.done)


def _unread(unread: tuple[model.Unread, ...]) -> list[Unread]:
    return [Unread(key=one.key, text=one.text) for one in unread]


def _next(day: dt.date | Never | None) -> str | None:
    if isinstance(day, Never):
        return "never"
    return day.isoformat() if day else None


def _time(time: dt.time | None) -> str | None:
    return f"{time:%H:%M}" if time else None


def _path(path: str) -> str:
    """A path as text: what in it is no UTF-8 becomes replacement signs."""
    return path.encode(errors="surrogateescape").decode(errors="replace")
