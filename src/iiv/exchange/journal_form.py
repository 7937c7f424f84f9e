"""The form of a journal as JSON, and the schema that describes it to programs."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - the schema is made of these annotations
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from iiv.journal.directions import VerdictName  # noqa: TC001 - the same
from iiv.journal.model import Verb  # noqa: TC001 - the same

VERSION: Final = 1
"""It grows when a program that reads the old form could not read the new one."""

Id = Annotated[str, Meta(description="The stem of the file, or made of the name of somebody without one.")]
Markdown = Annotated[str, Meta(description="Markdown as written.")]
Path = Annotated[str, Meta(description="From the journal's folder, with `/` between.")]
Score = Annotated[int, Meta(ge=1, le=5)]
Time = Annotated[str, Meta(pattern=r"^\d\d:\d\d$", description="Local time.")]
NextContact = Annotated[str, Meta(pattern=r"^(\d{4}-\d\d-\d\d|never)$")]


class _Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the JSON. Every key is always there; what is not known is null, "" or []."""


class LogLine(_Part, frozen=True, rename={"on": "date"}):
    """One dated line: of a person's log, or of `thanked` in a note."""

    on: dt.date
    verb: Verb
    channel: str
    day: Annotated[dt.date | None, Meta(description="The day that the line speaks of: `scheduled` has one.")]
    time: Time | None
    note: str


class Task(_Part, frozen=True):
    """A task in a note: what you promised."""

    text: Markdown
    by: dt.date | None
    done: bool


class Answer(_Part, frozen=True):
    """What was said to one question: "" where it was asked and not answered."""

    question: Annotated[str, Meta(description="A question's id; as typed where `known` is false.")]
    known: Annotated[bool, Meta(description="Whether the journal has that question.")]
    heading: Annotated[str, Meta(description='The heading above it, "" in the front matter.')]
    text: Markdown
    gist: Annotated[str, Meta(description="In one line of plain text.")]
    themes: list[str]


class Unread(_Part, frozen=True):
    """What could not be understood."""

    key: str
    text: str


class Talk(_Part, frozen=True, rename={"on": "date"}):
    """One talk, and the note of it."""

    id: Id
    path: Path
    contact: Id
    on: dt.date
    time: Time | None
    prepared: Annotated[bool, Meta(description="The note says nothing yet: the talk has not been.")]
    role: str
    organization: str
    field: str
    channel: str
    minutes: int | None
    helpfulness: Score | None
    interest: Score | None
    asked_about_me: bool | None
    next_contact: NextContact | None
    shift: str
    said: str
    fits: str
    doubt: str
    introductions: list[Id]
    help: list[str]
    tags: list[str]
    thanked: list[LogLine]
    answers: list[Answer]
    notes: Markdown
    themes: Annotated[list[str], Meta(description="Those of the notes.")]
    promises: list[Task]
    definitions: Annotated[list[Markdown], Meta(description="Of footnotes and links, for all of the note.")]
    not_understood: list[Unread]


class Person(_Part, frozen=True):
    """One person; `path` is null for somebody who is only named in notes."""

    id: Id
    path: Path | None
    name: str
    aliases: list[str]
    not_same: Annotated[list[str], Meta(description="Names of others, for whom they are not to be taken.")]
    email: str
    phone: str
    role: str
    organization: str
    field: str
    know: str
    respect: str
    opening: str
    tone: str
    introduced_by: Id | None
    next_contact: NextContact | None
    tags: list[str]
    notes: Markdown
    log: list[LogLine]
    promises: list[Task]
    definitions: list[Markdown]
    not_understood: list[Unread]


class Former(_Part, frozen=True):
    """How a question was asked before, until that day where it is known."""

    ask: str
    until: dt.date | None


class AnswerId(_Part, frozen=True):
    """Which answer is meant."""

    talk: Id
    question: Id


class Contradiction(_Part, frozen=True):
    """Two answers that are set against each other."""

    one: AnswerId
    other: AnswerId


class Verdict(_Part, frozen=True, rename={"name": "verdict", "on": "date"}):
    """What was decided on a direction."""

    name: VerdictName
    on: dt.date | None
    why: str


class Direction(_Part, frozen=True):
    """One life that is considered; a talk speaks to it that has one of its fields, tags or people."""

    id: Id
    path: Path
    name: str
    fields: list[str]
    tags: list[str]
    people: list[Id]
    as_of: dt.date | None
    verdicts: Annotated[list[Verdict], Meta(description="In order of time; the last one counts.")]
    contradicts: list[Contradiction]
    notes: Markdown
    to_know: Annotated[Markdown, Meta(description="What of the notes says what is not known yet.")]
    definitions: list[Markdown]
    not_understood: list[Unread]


class Question(_Part, frozen=True):
    """One question."""

    id: Id
    path: Path | None
    ask: str
    topic: str
    order: int | None
    state: Literal["asked", "shortlist", "retired"]
    since: dt.date | None
    formerly: list[Former]
    as_of: Annotated[dt.date | None, Meta(description="Up to which day talks are taken into the synthesis.")]
    contradicts: list[Contradiction]
    synthesis: Markdown
    definitions: list[Markdown]
    not_understood: list[Unread]


class NewsLine(_Part, frozen=True, rename={"on": "date"}):
    """What happened to whose journal it is."""

    on: dt.date
    text: str


class Me(_Part, frozen=True):
    """Whose journal it is."""

    name: str
    email: str
    crossroads: str
    for_letters: str
    pitch: Markdown
    news: list[NewsLine]
    definitions: list[Markdown]


class Unreadable(_Part, frozen=True):
    """A file that is not a usable note, or a copy of another one, as it stands."""

    path: Path
    copy_of: Path | None
    text: str


class Whole(_Part, frozen=True):
    """A private journal of informational interviews."""

    iiv: Annotated[int, Meta(ge=VERSION, le=VERSION, description="The version of this form.")]
    me: Me
    questions: Annotated[list[Question], Meta(description="In the order in which they are asked.")]
    people: Annotated[list[Person], Meta(description="In order of name.")]
    talks: Annotated[list[Talk], Meta(description="The oldest first.")]
    directions: Annotated[list[Direction], Meta(description="In order of name.")]
    welcome: Annotated[Markdown, Meta(description="The words on top of the home page.")]
    unreadable: list[Unreadable]


def journal_schema() -> bytes:
    """A whole journal as a JSON Schema (draft 2020-12)."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Whole)}
    return msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n"
