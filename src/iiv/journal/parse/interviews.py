"""An interview's note to the talk that it tells of, whatever is asked in the journal."""

from __future__ import annotations

import datetime as dt
import re
from hashlib import blake2b
from typing import TYPE_CHECKING

from iiv.journal.model import Answer, Interview, Touchpoint
from iiv.journal.parse import markup
from iiv.journal.parse.contact_log import log_in_talk
from iiv.journal.parse.date_faults import date_fault
from iiv.journal.parse.dates import parse_date
from iiv.journal.parse.fields import TEXT_BELOW, Fields
from iiv.journal.parse.front_matter import Entries, FrontMatterError, Items, Scalar, parse
from iiv.journal.parse.gist import gist
from iiv.journal.parse.inline_fields import fields_in_body
from iiv.journal.parse.node_text import node_text
from iiv.journal.parse.plain_values import says_none
from iiv.journal.parse.prepared import is_known_before
from iiv.journal.parse.promises import promises, task_problems
from iiv.journal.parse.question_lines import question_lines
from iiv.journal.parse.sections import Section, sections
from iiv.journal.parse.text_lists import split_people
from iiv.journal.parse.told import told
from iiv.journal.problems import Place, Problem, warning
from iiv.values import Value, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from iiv.journal.model import Definition
    from iiv.journal.parse.front_matter import Entry, Node
    from iiv.journal.parse.notes import Note
    from iiv.journal.parse.told import Told

KEYS = tuple(
    """contact date helpfulness next_contact asked_about_me channel minutes interest shift introductions
    help thanked tags role organization field answers said fits doubt""".split()
)

CONTACT_LINE = re.compile(r"^contact:[ \t]*\S.*$", re.MULTILINE | re.IGNORECASE)


class ParsedInterview(Value, frozen=True):
    """A talk before people and questions are known: people are still names, and sections no answers.

    `answers` are those of the front matter, in which `question` is the key. `sections` are what looks
    like a question. Talks in which the same questions are found have the same `digest`. It `is_complete`
    when it says with whom and when, and `is_known_before` when its front matter says no more than is known
    before a talk. Introductions that are not `introductions_listed`, each as an item, stand on one line.
    """

    interview: Interview
    contact_place: Place
    introduction_places: tuple[Place, ...]
    body: str
    body_line: int
    answers: tuple[Answer, ...]
    sections: tuple[Section, ...]
    digest: int
    is_complete: bool
    is_known_before: bool
    introductions_listed: bool


def parse_interview(note: Note) -> tuple[ParsedInterview, list[Problem]]:
    """The talk that a note tells of."""
    fields = note.fields(KEYS)
    contact = _contact(fields, note)
    date, time = fields.date_and_time("date")
    fields.near = date
    if note.has_front_matter and "date" not in fields:
        day = told_of(note).date
        form = (
            f"write `date: {day}`, as its name or first lines say"
            if day
            else "write `date: 2026-03-02`, the day of the talk"
        )
        fields.missing("date", "the key `date` is missing", form)
    introductions = fields.texts_with_places("introductions")
    answers = tuple(_answers(fields))
    lines = question_lines(note.body)
    texts = _texts(note, answers)
    interview = Interview(
        id=note.id,
        place=note.place,
        contact=contact,
        date=date or dt.date.min,
        time=time,
        helpfulness=fields.rating("helpfulness"),
        next_contact=fields.date_or_never("next_contact"),
        asked_about_me=fields.yes_or_no("asked_about_me"),
        channel=fields.text("channel"),
        minutes=fields.minutes("minutes"),
        interest=fields.rating("interest"),
        shift=fields.text("shift"),
        introductions=tuple(name for name, _ in introductions),
        help=fields.texts("help"),
        thanked=tuple(_thanked(fields)),
        tags=fields.tags("tags"),
        role=fields.text("role"),
        organization=fields.text("organization"),
        field=fields.text("field"),
        promises=tuple(one for text, line in texts for one in promises(text, note.path, line, date)),
        definitions=tuple(_definitions(note, answers)),
        said=fields.text("said"),
        fits=fields.text("fits"),
        doubt=fields.text("doubt"),
        unread=fields.unread,
    )
    parsed = ParsedInterview(
        interview=interview,
        contact_place=fields.place_of("contact"),
        introduction_places=tuple(place for _, place in introductions),
        body=note.body,
        body_line=note.body_line,
        answers=answers,
        sections=tuple(sections((line for line in lines if line.is_likely), note.body, answers)),
        digest=_digest(note.body, answers),
        is_complete=date is not None and bool(contact),
        is_known_before=is_known_before(fields),
        introductions_listed=not isinstance(fields.node("introductions"), Scalar),
    )
    misplaced = fields_in_body(note, set(KEYS) - {"answers", *fields.keys()})
    tasks = (one for text, line in texts for one in task_problems(text, note.path, line, date))
    return parsed, [*fields.problems, *misplaced, *tasks, *log_in_talk(note)]


def with_introductions_split(talk: ParsedInterview, is_known: Callable[[str], bool]) -> ParsedInterview:
    """The talk with one name for each introduction, where several stand on one line; none for `none`."""
    written = talk.interview.introductions
    pairs = [
        (name, place)
        for text, place in zip(written, talk.introduction_places, strict=True)
        for name in split_people(text, is_known, item=talk.introductions_listed)
    ]
    names = tuple(name for name, _ in pairs)
    if names == written:
        return talk
    interview = replace(talk.interview, introductions=names)
    return replace(talk, interview=interview, introduction_places=tuple(place for _, place in pairs))


def told_of(note: Note) -> Told:
    """What the name, the title and the first lines of a note tell of whom it is about, and when that was."""
    properties = {e.key: e.value.text for e in note.entries.entries if isinstance(e.value, Scalar)}
    return told(note.id, note.body, properties)


def named_in(text: str) -> str:
    """Whom a note is about that cannot be used, so that they stay known; "" where that cannot be read."""
    line = CONTACT_LINE.search(text)
    try:
        names = Fields(parse(line[0] if line else "", ""), KEYS).texts("contact")
    except FrontMatterError:
        return ""
    return names[0] if len(names) == 1 and "\N{REPLACEMENT CHARACTER}" not in names[0] else ""


def _contact(fields: Fields, note: Note) -> str:
    if "contact" not in fields:
        known = told_of(note)
        if note.has_front_matter:
            name = (
                f"`contact: {known.contact}`, as its name or first lines say"
                if known.contact
                else "`contact: ` and their name"
            )
            message, hint = "the key `contact` is missing", f"write {name}"
        else:
            keys = [f"`contact: {known.contact}".rstrip(), f"`date: {known.date or ''}".rstrip()]
            message = "this note has no front matter"
            hint = f"begin it with four lines: `---`, {keys[0]}`, {keys[1]}`, `---`"
        fields.missing("contact", message, hint)
        return ""
    node = fields.node("contact")
    if isinstance(node, Entries):
        named = next((e.value.text for e in node.entries if isinstance(e.value, Scalar) and e.value.text), "")
        hint = f"write `contact: {named or 'Ada Lovelace'}`, and the rest into a file for the person"
        fields.error("contact", "not-text", "`contact` takes one name, and no keys below it", hint)
        return ""
    names = fields.texts_with_places("contact")
    if len(names) == 1:
        return names[0][0]
    fields.error(
        "contact",
        "one-person",
        "a note tells of a talk with one person",
        "write one name here, and a note for each other person",
    )
    return ""


def _thanked(fields: Fields) -> Iterator[Touchpoint]:
    node = fields.node("thanked")
    if node is None or "thanked" not in fields:
        return
    form = "write {email: 2026-03-02, card: 2026-03-05}"
    if not isinstance(node, Entries):
        fields.error("thanked", "bad-thanked", "`thanked` takes the channel and the day", form)
        return
    for channel, value, place in node.entries:
        text = value.text if isinstance(value, Scalar) else ""
        day = parse_date(text)
        if day:
            yield Touchpoint(day, "thanked", place, channel)
        elif says_none(text):
            continue
        elif not isinstance(value, Scalar) or text:
            fields.error("thanked", "bad-date", *date_fault(text, fields.near), place=value.place)


def _answers(fields: Fields) -> Iterator[Answer]:
    for key, value, place in _answer_entries(fields.node("answers")):
        if isinstance(value, Entries):
            message = f"the answer to `{key}` is no text"
            fields.problems.append(warning(value.place, "not-text", message, TEXT_BELOW))
        text = fields.whole(value, strict=True) if isinstance(value, Scalar) else node_text(value)
        text = text.rstrip()
        yield Answer(key, text, place, "", gist(text), markup.themes(text))
    if "answers" in fields and not _answer_entries(fields.node("answers")):
        message = "`answers` takes a line for each question"
        fields.error("answers", "bad-answers", message, "write `question-id: |` lines below it")


def _answer_entries(node: Node | None) -> tuple[Entry, ...]:
    """What stands under `answers`, question by question; () when it is no mapping and no list of them."""
    if isinstance(node, Entries):
        return node.entries
    if isinstance(node, Items) and all(isinstance(item, Entries) for item in node.items):
        return tuple(entry for item in node.items if isinstance(item, Entries) for entry in item.entries)
    return ()


def _digest(body: str, answers: Iterable[Answer]) -> int:
    text = "\0".join([body, *(answer.question for answer in answers)])
    return int.from_bytes(blake2b(text.encode(errors="surrogatepass"), digest_size=8).digest(), "big")


def _texts(note: Note, answers: Iterable[Answer]) -> list[tuple[str, int]]:
    """The answers of front matter and the body, each with its first line in the note."""
    return [*((answer.text, answer.place.line + 1) for answer in answers), (note.body, note.body_line)]


def _definitions(note: Note, answers: Iterable[Answer]) -> Iterator[Definition]:
    yield from markup.definitions(note.body)
    for answer in answers:
        yield from markup.definitions(answer.text)
