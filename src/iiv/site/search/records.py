"""What search holds of one page: values made of one value each, so that a page's own can be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from iiv.site.search.visible import one_line, visible_text
from iiv.site.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from iiv.site.markdown.rendered import Text

Kind = Literal["person", "question", "theme", "page", "talk"]


class Passage(Value, frozen=True):
    """One text on a page, None where it has no words, the anchor that leads to it, and what it stands under.

    An answer to one of the journal's questions has the id of that question, which is its anchor too, and
    no `heading`. `gist` and `themes` are those of an answer.
    """

    text: Text | None
    anchor: str = ""
    heading: str = ""
    gist: str = ""
    themes: tuple[str, ...] = ()


class TalkTexts(Value, frozen=True):
    """All words of one talk. `line` is what the person was on that day, `date` is ISO.

    `facts` are the words of its front matter: the channel, tags, people and the like.
    """

    address: str
    person: str
    line: str
    date: str
    facts: tuple[str, ...] = ()
    shift: str = ""
    answers: tuple[Passage, ...] = ()
    notes: Passage | None = None


class PersonTexts(Value, frozen=True):
    """All words about one person. `log` are the lines of the log, `broken` is a file that cannot be used."""

    address: str
    name: str
    line: str
    aliases: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    know: str = ""
    respect: str = ""
    notes: Text | None = None
    log: tuple[str, ...] = ()
    broken: str = ""


class QuestionTexts(Value, frozen=True):
    """All words of one question."""

    id: str
    address: str
    ask: str
    topic: str = ""
    formerly: tuple[str, ...] = ()
    synthesis: Text | None = None
    broken: str = ""
    unread: str = ""


class PageTexts(Value, frozen=True):
    """Another page, or a part of one, with what a person wrote on it: texts below their headings."""

    kind: Kind
    address: str
    title: str
    line: str = ""
    texts: tuple[tuple[str, str | Text], ...] = ()


class Part(Value, frozen=True):
    """A text that can be found: plain, on one line. An answer's heading is "": its anchor is the question."""

    anchor: str
    heading: str
    text: str
    gist: str = ""
    themes: tuple[str, ...] = ()


class Record(Value, frozen=True):
    """What can be found of one page, and how it is shown.

    `address` is a URL from the site's folder. `names` are other names of it, `question` is the id of the
    question whose page it is.
    """

    kind: Kind
    address: str
    title: str
    line: str = ""
    date: str = ""
    names: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    question: str = ""


def record(texts: PageTexts | PersonTexts | QuestionTexts | TalkTexts, html: Mapping[str, str]) -> Record:
    """What can be found of a page. `html` is that of rendered texts, by their digests."""
    match texts:
        case TalkTexts():
            return _talk(texts, html)
        case PersonTexts():
            return _person(texts, html)
        case QuestionTexts():
            return _question(texts, html)
        case PageTexts():
            title, line = one_line(texts.title), one_line(texts.line)
            parts = tuple(_plain(texts.texts, html))
            return Record(texts.kind, texts.address, title, line, parts=parts)


def _talk(talk: TalkTexts, html: Mapping[str, str]) -> Record:
    passages = (*talk.answers, *([talk.notes] if talk.notes else ()))
    facts = [("What moved", talk.shift), ("About this talk", " · ".join(talk.facts))]
    return Record(
        kind="talk",
        address=talk.address,
        title=one_line(talk.person),
        line=one_line(talk.line),
        date=talk.date,
        parts=(*(_part(passage, html) for passage in passages), *_plain(facts, html)),
    )


def _person(person: PersonTexts, html: Mapping[str, str]) -> Record:
    parts = [
        ("How I know them", person.know),
        ("What I respect", person.respect),
        ("The story so far", " · ".join(person.log)),
        ("About them", " · ".join(person.facts)),
        ("The file as it stands", person.broken),
    ]
    notes = (_part(Passage(person.notes, "free-notes", "Notes"), html),) if person.notes else ()
    return Record(
        kind="person",
        address=person.address,
        title=one_line(person.name),
        line=one_line(person.line),
        names=tuple(map(one_line, person.aliases)),
        parts=(*notes, *_plain(parts, html)),
    )


def _question(question: QuestionTexts, html: Mapping[str, str]) -> Record:
    """What can be found of a question besides the answers, which belong to the talks."""
    synthesis = Passage(question.synthesis, "synthesis", "What I make of it")
    return Record(
        kind="question",
        address=question.address,
        title=one_line(question.ask),
        line=one_line(question.topic),
        names=tuple(map(one_line, question.formerly)),
        parts=(
            *([_part(synthesis, html)] if question.synthesis else ()),
            *_plain([("The file as it stands", question.broken), ("Not understood", question.unread)], html),
        ),
        question=question.id,
    )


def _part(passage: Passage, html: Mapping[str, str]) -> Part:
    gist = one_line(passage.gist)
    themes = tuple(f"#{one_line(theme)}" for theme in passage.themes)
    further = tuple(theme for theme in themes if theme not in gist.split())
    text = visible_text(html[passage.text.digest]) if passage.text else ""
    return Part(passage.anchor, one_line(passage.heading), text, gist, further)


def _plain(texts: Iterable[tuple[str, str | Text]], html: Mapping[str, str]) -> Iterator[Part]:
    for heading, text in texts:
        words = one_line(text) if isinstance(text, str) else visible_text(html[text.digest])
        if words:
            yield Part("", heading, words)
