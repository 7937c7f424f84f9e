"""A whole journal as JSON, for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

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
    from collections.abc import Iterable

    from iiv.journal import directions, model
    from iiv.journal.journal import Journal

P = TypeVar("P", bound=msgspec.Struct)


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


def _part(form: type[P], value: object, **others: object) -> P:
    """A part of the form: what the value has under the names of the part's keys, but for the `others`."""
    same = {key: getattr(value, key) for key in form.__struct_fields__ if key not in others}
    return form(**same, **others)


def _talk(talk: model.Interview) -> Talk:
    return _part(
        Talk,
        talk,
        id=_path(talk.id),
        path=_path(talk.path),
        on=talk.date,
        time=_time(talk.time),
        next_contact=_next(talk.next_contact),
        thanked=[_line(line) for line in talk.thanked],
        answers=[
            *(_part(Answer, answer, known=True) for answer in talk.answers),
            *(_part(Answer, answer, known=False) for answer in talk.unknown_answers),
        ],
        promises=[_part(Task, task) for task in talk.promises],
        definitions=_texts(talk.definitions),
        not_understood=_unread(talk.unread),
    )


def _person(contact: model.Contact) -> Person:
    return _part(
        Person,
        contact,
        id=_path(contact.id),
        path=_path(contact.place.path) if contact.place else None,
        next_contact=_next(contact.next_contact),
        log=[_line(line) for line in contact.log],
        promises=[_part(Task, task) for task in contact.promises],
        definitions=_texts(contact.definitions),
        not_understood=_unread(contact.unread),
    )


def _question(question: model.Question) -> Question:
    return _part(
        Question,
        question,
        id=_path(question.id),
        path=_path(question.place.path) if question.place else None,
        state="retired" if question.retired else "shortlist" if question.shortlist else "asked",
        contradicts=_contradictions(question.contradicts),
        formerly=[_part(Former, former) for former in question.formerly],
        definitions=_texts(question.definitions),
        not_understood=_unread(question.unread),
    )


def _direction(direction: directions.Direction) -> Direction:
    return _part(
        Direction,
        direction,
        id=_path(direction.id),
        path=_path(direction.place.path),
        people=[_path(id_) for id_ in direction.people],
        verdicts=[_part(Verdict, verdict) for verdict in direction.verdicts],
        contradicts=_contradictions(direction.contradicts),
        definitions=_texts(direction.definitions),
        not_understood=_unread(direction.unread),
    )


def _contradictions(pairs: tuple[model.Contradiction, ...]) -> list[Contradiction]:
    return [Contradiction(one=_answer_id(pair.one), other=_answer_id(pair.other)) for pair in pairs]


def _answer_id(ref: model.AnswerRef) -> AnswerId:
    return AnswerId(talk=_path(ref.talk), question=_path(ref.question))


def _me(me: model.Me) -> Me:
    news = [_part(NewsLine, line, on=line.date) for line in me.news]
    return _part(Me, me, news=news, definitions=_texts(me.definitions))


def _line(line: model.Touchpoint) -> LogLine:
    return _part(LogLine, line, on=line.date, time=_time(line.time))


def _texts(definitions: Iterable[model.Definition]) -> list[str]:
    return [definition.text for definition in definitions]


def _unread(unread: Iterable[model.Unread]) -> list[Unread]:
    return [_part(Unread, one) for one in unread]


def _next(day: dt.date | Never | None) -> str | None:
    if isinstance(day, Never):
        return "never"
    return day.isoformat() if day else None


def _time(time: dt.time | None) -> str | None:
    return f"{time:%H:%M}" if time else None


def _path(path: str) -> str:
    """A path as text: what in it is no UTF-8 becomes replacement signs."""
    return path.encode(errors="surrogateescape").decode(errors="replace")
