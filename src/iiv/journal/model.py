"""What a journal is made of: people, talks, questions and answers, as values."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - what is kept is checked by these annotations
import unicodedata
from enum import Enum
from typing import Literal

from iiv.journal.problems import Place  # noqa: TC001 - the same
from iiv.values import Value

NoteKind = Literal["interview", "contact", "question", "direction", "me", "index"]
Verb = Literal[
    "asked",
    "nudged",
    "replied",
    "scheduled",
    "declined",
    "thanked",
    "gave",
    "introduced",
    "wrote",
    "called",
    "met",
    "heard",
    "cancelled",
    "saw",
    "note",
]


class Never(Enum):
    """What may stand instead of the day of the next contact."""

    NEVER = 0  # not a text, which could not be told from a date where it is kept


def name_key(name: str) -> str:
    """The form in which names compare: NFKC, case-folded, spaces collapsed."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


class Definition(Value, frozen=True):
    """A reference link or footnote definition of a note.

    `label` is case-folded, with a leading `^` for a footnote; `text` is the whole
    definition as written, continuation lines included.
    """

    label: str
    text: str


class Answer(Value, frozen=True):
    """What somebody said to one question.

    `text` is Markdown, "" when the question was asked and not answered. `heading` is the
    heading's words when the answer stands in the body, "" when it stands in the front
    matter. `gist` is plain text on one line. `themes` are the words after `#`, as typed.
    `asked_by` is what stands before the heading's words as in a transcript: who asked, and when.
    """

    question: str
    text: str
    place: Place
    heading: str = ""
    gist: str = ""
    themes: tuple[str, ...] = ()
    asked_by: str = ""


class Promise(Value, frozen=True):
    """A task in a note: open until ticked. `text` is Markdown without the box and the date.

    `unread_day` is what looks like its day and is not read as one, as it is written.
    """

    text: str
    place: Place
    by: dt.date | None = None
    done: bool = False
    unread_day: str = ""


class Touchpoint(Value, frozen=True):
    """One dated log line. `channel` is as typed, "" when none was given.

    `day` and `time` are those that the line speaks of (`scheduled 2026-03-02 15:00`).
    """

    date: dt.date
    verb: Verb
    place: Place
    channel: str = ""
    note: str = ""
    day: dt.date | None = None
    time: dt.time | None = None


class Unread(Value, frozen=True):
    """What could not be understood, as plain text, under its key; a line of the log is under `Log`.

    What is `by_editor` is no fault: it stands under a key that an editor has, such as `title`.
    """

    key: str
    text: str
    place: Place
    by_editor: bool = False


class Interview(Value, frozen=True):
    """One talk. `id` is the file's stem, `contact` and `introductions` are ids of contacts.

    `notes` is the body without the answers, in Markdown. `thanked` holds the front matter's
    `thanked` as log lines with the verb `thanked`. `unknown_answers` answer questions that
    the journal does not have; their `question` is the key or heading as typed. `said` are words
    of theirs that may go back to them; `fits` and `doubt` say what in this work would suit me, and
    what speaks against it.
    """

    id: str
    place: Place
    contact: str
    date: dt.date
    time: dt.time | None = None
    helpfulness: int | None = None
    next_contact: dt.date | Never | None = None
    asked_about_me: bool | None = None
    channel: str = ""
    minutes: int | None = None
    interest: int | None = None
    shift: str = ""
    introductions: tuple[str, ...] = ()
    help: tuple[str, ...] = ()
    thanked: tuple[Touchpoint, ...] = ()
    tags: tuple[str, ...] = ()
    role: str = ""
    organization: str = ""
    field: str = ""
    answers: tuple[Answer, ...] = ()
    unknown_answers: tuple[Answer, ...] = ()
    notes: str = ""
    themes: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    definitions: tuple[Definition, ...] = ()
    prepared: bool = False
    said: str = ""
    fits: str = ""
    doubt: str = ""
    unread: tuple[Unread, ...] = ()

    @property
    def path(self) -> str:
        """The note's path from the journal's folder."""
        return self.place.path


class Contact(Value, frozen=True):
    """One person. `place` is None for somebody who is only named in other notes.

    `opening` is one's own line for the letter to them, `tone` how it is meant to sound, and `not_same`
    are names of others for whom this one is not to be taken.
    """

    id: str
    name: str
    place: Place | None = None
    aliases: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    role: str = ""
    organization: str = ""
    field: str = ""
    know: str = ""
    respect: str = ""
    introduced_by: str | None = None
    next_contact: dt.date | Never | None = None
    tags: tuple[str, ...] = ()
    notes: str = ""
    definitions: tuple[Definition, ...] = ()
    log: tuple[Touchpoint, ...] = ()
    promises: tuple[Promise, ...] = ()
    opening: str = ""
    tone: str = ""
    not_same: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()


class AnswerRef(Value, frozen=True):
    """Which answer is meant: what was said in a talk to a question, by their ids.

    In a note that is only parsed they stand as typed, the question "" where none is named.
    """

    talk: str
    question: str
    place: Place


class Contradiction(Value, frozen=True):
    """Two answers that are set against each other."""

    one: AnswerRef
    other: AnswerRef


class FormerWording(Value, frozen=True):
    """How a question was asked earlier; `until` is the last day it was, where known."""

    ask: str
    until: dt.date | None = None


class Question(Value, frozen=True):
    """One question. `synthesis` is the file's body: what the person learns from the answers.

    `order` is the number in the file that says when it is asked, None without one. One on the
    `shortlist` is not asked yet. `as_of` is up to which day the talks are taken into the synthesis.
    """

    id: str
    ask: str
    place: Place | None = None
    topic: str = ""
    formerly: tuple[FormerWording, ...] = ()
    since: dt.date | None = None
    retired: bool = False
    synthesis: str = ""
    definitions: tuple[Definition, ...] = ()
    order: int | None = None
    unread: tuple[Unread, ...] = ()
    shortlist: bool = False
    as_of: dt.date | None = None
    contradicts: tuple[Contradiction, ...] = ()

    @property
    def active(self) -> bool:
        """Whether it is among those that are asked now."""
        return not (self.retired or self.shortlist)


class News(Value, frozen=True):
    """A dated line under `## News` in me.md."""

    date: dt.date
    text: str


class Me(Value, frozen=True):
    """Whose journal it is. `pitch` is Markdown, and `for_letters` what letters say of where one stands."""

    name: str = ""
    email: str = ""
    crossroads: str = ""
    pitch: str = ""
    news: tuple[News, ...] = ()
    definitions: tuple[Definition, ...] = ()
    for_letters: str = ""
