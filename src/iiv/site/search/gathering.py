"""All words of a journal, page by page, as search takes them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from iiv.journal.read.themes import places_of
from iiv.method.dates import written
from iiv.method.directions import VERDICTS
from iiv.method.synthesis import has_synthesis
from iiv.method.wording import by_channel, count
from iiv.site import addresses
from iiv.site.dossiers.people import person_row
from iiv.site.markdown.texts import ME, WELCOME
from iiv.site.search.records import Part, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iiv.journal.directions import Direction
    from iiv.journal.journal import BrokenNote, Journal
    from iiv.journal.model import Answer, Contact, Interview, Question, Touchpoint, Unread
    from iiv.site.dossiers.journal_index import JournalIndex


def records(index: JournalIndex) -> Iterator[Record]:
    """What search holds: questions, directions, themes, people, other pages, then talks, the oldest first."""
    yield from (_question(index, question) for question in index.journal.questions)
    yield from (_direction(index, direction) for direction in index.journal.directions)
    yield from _themes(index.journal)
    yield from _own_pages(index)
    yield from _broken_pages(index.journal)
    yield from (_person(index, contact) for contact in index.journal.contacts)
    yield from (_talk(index, talk) for talk in index.journal.interviews)


def _url(address: str, anchor: str = "") -> str:
    return addresses.from_root(address, anchor).removeprefix(addresses.ROOT)


def _talk(index: JournalIndex, talk: Interview) -> Record:
    """What can be found of a talk. Its facts are the words of its front matter."""
    who = index.talk(talk).person
    known = index.journal.in_guide_order(talk.answers)
    parts = [_answer(index, talk, answer, known=True) for answer in known if answer.text]
    parts += [_answer(index, talk, answer) for answer in talk.unknown_answers]
    if notes := index.texts.notes(talk):
        parts.append(Part("free-notes" if parts else "", "Notes", notes, themes=talk.themes))
    offered = (index.face(id_).name for id_ in talk.introductions)
    thanked = (by_channel(line.channel) for line in talk.thanked)
    own = (talk.said, talk.fits, talk.doubt, *_unread(talk.unread), *_asked_by(talk))
    facts = _listed(talk.channel, who.field, *talk.tags, *talk.help, *offered, *thanked, *own)
    return Record(
        kind="talk",
        address=_url(addresses.address(talk)),
        title=who.name,
        line=who.line,
        date=talk.date.isoformat()[:10],
        parts=(*parts, Part("", "What moved", talk.shift), Part("", "About this talk", facts)),
    )


def _answer(index: JournalIndex, talk: Interview, answer: Answer, *, known: bool = False) -> Part:
    known = known and answer.question in index.journal.questions_by_id
    return Part(
        anchor=answer.question if known else f"line-{answer.place.line}",
        heading="" if known else answer.heading or answer.question,
        text=index.texts.answer(talk, answer) if answer.text else "",
        gist=answer.gist,
        themes=answer.themes,
    )


def _person(index: JournalIndex, contact: Contact) -> Record:
    who = index.face(contact.id)
    path = contact.place.path if contact.place else ""
    notes = index.texts.text(contact.notes, path, contact.definitions, "notes") if path else None
    own = (contact.opening, contact.tone, *contact.not_same, *_unread(contact.unread))
    led = f"introduced by {index.face(contact.introduced_by).name}" if contact.introduced_by else ""
    facts = _listed(who.field, contact.email, contact.phone, *contact.tags, led, *own)
    return Record(
        kind="person",
        address=_url(who.address),
        title=who.name,
        line=who.line,
        names=contact.aliases,
        parts=(
            *([Part("free-notes", "Notes", notes)] if notes else ()),
            Part("", "How I know them", contact.know),
            Part("", "What I respect", contact.respect),
            Part("", "The story so far", " · ".join(map(_log_line, contact.log))),
            Part("", "About them", facts),
            Part("", "The file as it stands", index.broken_text("contact", contact.id)),
        ),
    )


def _log_line(line: Touchpoint) -> str:
    day = written(line.day) if line.day else ""
    time = f"{line.time:%H:%M}" if line.time else ""
    words = " ".join(filter(None, (written(line.date), line.verb, day, time, by_channel(line.channel))))
    return f"{words}: {line.note}" if line.note else words


def _question(index: JournalIndex, question: Question) -> Record:
    """What can be found of a question besides the answers, which belong to the talks."""
    path = question.place.path if question.place else ""
    words = question.synthesis if has_synthesis(question) else ""
    synthesis = index.texts.text(words, path, question.definitions, "synthesis", cites=True)
    return Record(
        kind="question",
        address=_url(addresses.address(question)),
        title=question.ask,
        line=question.topic,
        names=tuple(former.ask for former in question.formerly),
        parts=(
            *([Part("synthesis", "What I make of it", synthesis)] if synthesis else ()),
            Part("", "The file as it stands", index.broken_text("question", question.id)),
            Part("", "Not understood", _listed(*_unread(question.unread))),
        ),
        question=question.id,
    )


def _direction(index: JournalIndex, direction: Direction) -> Record:
    path = direction.place.path
    own = index.texts.text(direction.notes, path, direction.definitions, "direction", cites=True)
    decided = " · ".join(
        " ".join(filter(None, (one.name, written(one.on) if one.on else "", one.why)))
        for one in direction.verdicts
    )
    return Record(
        kind="direction",
        address=_url(addresses.address(direction)),
        title=direction.name,
        line=VERDICTS[direction.verdict.name].label,
        parts=(
            *([Part("", "What I make of it", own)] if own else ()),
            Part("", "Verdicts", decided),
            Part("", "What speaks to it", _listed(*direction.fields, *direction.tags)),
            Part("", "Not understood", _listed(*_unread(direction.unread))),
        ),
    )


def _listed(*words: str) -> str:
    return " · ".join(filter(None, words))


def _asked_by(talk: Interview) -> Iterator[str]:
    """Who asked a question, and when, as a transcript has it."""
    return (answer.asked_by for answer in (*talk.answers, *talk.unknown_answers) if answer.asked_by)


def _unread(unread: Iterable[Unread]) -> Iterator[str]:
    return (f"{one.key}: {one.text}" for one in unread)


def _themes(journal: Journal) -> Iterator[Record]:
    counts = Counter(theme for talk in journal.interviews for theme, _ in places_of(talk))
    for theme, times in sorted(counts.items()):
        url = _url(addresses.THEMES, addresses.theme_anchor(theme))
        yield Record("theme", url, f"#{theme}", count(times, "place"))


def _own_pages(index: JournalIndex) -> Iterator[Record]:
    """What the person wrote about themselves. The pitch stands on the call sheets."""
    me, welcome = index.journal.me, index.journal.welcome
    sheets = (person_row(index, contact).sheet for contact in index.journal.contacts)
    sheet = next(filter(None, sheets), addresses.HOME)
    pitch = index.texts.text(me.pitch, ME, me.definitions, "pitch") or ""
    news = " · ".join(f"{written(line.date)} {line.text}" for line in me.news)
    if pitch or news:
        parts = Part("", "My pitch", pitch), Part("", "News", news)
        yield Record("page", _url(sheet), "About me", parts=parts)
    words = index.texts.text(welcome, WELCOME, (), "welcome") or ""
    parts = Part("", "", words), Part("", "", me.crossroads)
    yield Record("page", _url(addresses.HOME), "Today", parts=parts)


def _broken_pages(journal: Journal) -> Iterator[Record]:
    """Notes that could not be used; those on people and questions stand on the pages of these.

    Of a copy, what its note has too is found there.
    """
    for note in journal.broken:
        title = note.place.path.rpartition("/")[2]
        if note.copy_of:
            parts = (Part("", "", "\n".join(note.only_here)),)
            yield Record("page", _broken_url(note), title, "a copy", parts=parts)
        elif note.kind not in {"contact", "question"}:
            parts = (Part("", "", note.text),)
            yield Record("page", _broken_url(note), title, "cannot be read", parts=parts)


def _broken_url(note: BrokenNote) -> str:
    # Two that stand on the same page are told apart by what leads to them.
    return _url(addresses.address(note), note.id if addresses.address(note) == addresses.PROBLEMS else "")
