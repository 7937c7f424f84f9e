"""All words of a journal, page by page, as search takes them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from iiv.journal.read.themes import places_of
from iiv.method.dates import written
from iiv.method.wording import by_channel, count
from iiv.site import addresses
from iiv.site.dossiers.people import person_row
from iiv.site.markdown.texts import ME, WELCOME
from iiv.site.search.records import PageTexts, Passage, PersonTexts, QuestionTexts, TalkTexts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iiv.journal.journal import BrokenNote, Journal
    from iiv.journal.model import Answer, Contact, Interview, Question, Touchpoint, Unread
    from iiv.site.dossiers.journal_index import JournalIndex


def search_texts(index: JournalIndex) -> Iterator[PageTexts | PersonTexts | QuestionTexts | TalkTexts]:
    """What search holds: questions, themes, people, other pages, then the talks, the oldest first."""
    yield from (_question(index, question) for question in index.journal.questions)
    yield from _themes(index.journal)
    yield from _own_pages(index)
    yield from _broken_pages(index.journal)
    yield from (_person(index, contact) for contact in index.journal.contacts)
    yield from (_talk(index, talk) for talk in index.journal.interviews)


def _url(address: str, anchor: str = "") -> str:
    return addresses.from_root(address, anchor).removeprefix(addresses.ROOT)


def _talk(index: JournalIndex, talk: Interview) -> TalkTexts:
    who = index.talk(talk).person
    place = index.question_order
    known = sorted(talk.answers, key=lambda answer: place.get(answer.question, len(place)))
    answers = [_answer(index, talk, answer, known=True) for answer in known if answer.text]
    answers += [_answer(index, talk, answer) for answer in talk.unknown_answers]
    notes = index.texts.notes(talk)
    offered = (index.face(id_).name for id_ in talk.introductions)
    thanked = (by_channel(line.channel) for line in talk.thanked)
    own = (talk.said, talk.fits, talk.doubt, *_unread(talk.unread), *_asked_by(talk))
    facts = (talk.channel, who.field, *talk.tags, *talk.help, *offered, *thanked, *own)
    return TalkTexts(
        address=_url(addresses.address(talk)),
        person=who.name,
        line=who.line,
        date=talk.date.isoformat()[:10],
        facts=tuple(filter(None, facts)),
        shift=talk.shift,
        answers=tuple(answers),
        notes=Passage(notes, "free-notes" if answers else "", "Notes", themes=talk.themes) if notes else None,
    )


def _answer(index: JournalIndex, talk: Interview, answer: Answer, *, known: bool = False) -> Passage:
    known = known and answer.question in index.journal.questions_by_id
    return Passage(
        text=index.texts.answer(talk, answer) if answer.text else None,
        anchor=answer.question if known else f"line-{answer.place.line}",
        heading="" if known else answer.heading or answer.question,
        gist=answer.gist,
        themes=answer.themes,
    )


def _person(index: JournalIndex, contact: Contact) -> PersonTexts:
    who = index.face(contact.id)
    path = contact.place.path if contact.place else ""
    own = (contact.opening, contact.tone, *contact.not_same, *_unread(contact.unread))
    led = f"introduced by {index.face(contact.introduced_by).name}" if contact.introduced_by else ""
    return PersonTexts(
        address=_url(who.address),
        name=who.name,
        line=who.line,
        aliases=contact.aliases,
        facts=tuple(filter(None, (who.field, contact.email, contact.phone, *contact.tags, led, *own))),
        know=contact.know,
        respect=contact.respect,
        notes=index.texts.text(contact.notes, path, contact.definitions, "notes") if path else None,
        log=tuple(map(_log_line, contact.log)),
        broken=index.broken_text("contact", contact.id),
    )


def _log_line(line: Touchpoint) -> str:
    day = written(line.day) if line.day else ""
    time = f"{line.time:%H:%M}" if line.time else ""
    words = " ".join(filter(None, (written(line.date), line.verb, day, time, by_channel(line.channel))))
    return f"{words}: {line.note}" if line.note else words


def _question(index: JournalIndex, question: Question) -> QuestionTexts:
    path = question.place.path if question.place else ""
    return QuestionTexts(
        id=question.id,
        address=_url(addresses.address(question)),
        ask=question.ask,
        topic=question.topic,
        formerly=tuple(former.ask for former in question.formerly),
        synthesis=index.texts.text(question.synthesis, path, question.definitions, "synthesis"),
        broken=index.broken_text("question", question.id),
        unread=" · ".join(_unread(question.unread)),
    )


def _asked_by(talk: Interview) -> Iterator[str]:
    """Who asked a question, and when, as a transcript has it."""
    return (answer.asked_by for answer in (*talk.answers, *talk.unknown_answers) if answer.asked_by)


def _unread(unread: Iterable[Unread]) -> Iterator[str]:
    return (f"{one.key}: {one.text}" for one in unread)


def _themes(journal: Journal) -> Iterator[PageTexts]:
    counts = Counter(theme for talk in journal.interviews for theme, _ in places_of(talk))
    for theme, times in sorted(counts.items()):
        url = _url(addresses.THEMES, addresses.theme_anchor(theme))
        yield PageTexts("theme", url, f"#{theme}", count(times, "place"))


def _own_pages(index: JournalIndex) -> Iterator[PageTexts]:
    """What the person wrote about themselves. The pitch stands on the call sheets."""
    me, welcome = index.journal.me, index.journal.welcome
    sheets = (person_row(index, contact).sheet for contact in index.journal.contacts)
    sheet = next(filter(None, sheets), addresses.HOME)
    pitch = index.texts.text(me.pitch, ME, me.definitions, "pitch") or ""
    news = " · ".join(f"{written(line.date)} {line.text}" for line in me.news)
    if pitch or news:
        yield PageTexts("page", _url(sheet), "About me", texts=(("My pitch", pitch), ("News", news)))
    words = index.texts.text(welcome, WELCOME, (), "welcome") or ""
    yield PageTexts("page", _url(addresses.HOME), "Home", texts=(("", words), ("", me.crossroads)))


def _broken_pages(journal: Journal) -> Iterator[PageTexts]:
    """Notes that could not be used; those on people and questions stand on the pages of these."""
    for note in journal.broken:
        if note.kind not in {"contact", "question"}:
            title = note.place.path.rpartition("/")[2]
            yield PageTexts("page", _broken_url(note), title, "cannot be read", (("", note.text),))


def _broken_url(note: BrokenNote) -> str:
    # Two that stand on the same page are told apart by what leads to them.
    return _url(addresses.address(note), note.id if addresses.address(note) == addresses.PROBLEMS else "")
