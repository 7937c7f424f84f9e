"""An interview's note to the talk that it tells of."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iiv.journal import markup
from iiv.journal.fields import Fields, date_fault, parse_date
from iiv.journal.front_matter import Entries, FrontMatterError, Scalar, parse
from iiv.journal.model import Answer, Interview, Touchpoint
from iiv.journal.notes import odd_promises
from iiv.journal.problems import Place, Problem, error, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iiv.journal.front_matter import Entry
    from iiv.journal.markup import Heading
    from iiv.journal.model import Definition, Promise
    from iiv.journal.notes import Note
    from iiv.journal.wording import Wordings

KEYS = (
    "contact",
    "date",
    "helpfulness",
    "next_contact",
    "asked_about_me",
    "channel",
    "minutes",
    "interest",
    "shift",
    "introductions",
    "help",
    "thanked",
    "tags",
    "role",
    "organization",
    "field",
    "answers",
)
# What `iiv new` may fill in before the talk: with no more than this a note is only prepared.
PREPARED_KEYS = frozenset({"contact", "date", "channel", "role", "organization", "field", "tags"})

CONTACT_LINE = re.compile(r"^contact:[ \t]*\S.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ParsedInterview:
    """A talk in which people are still names; `contact_place` and `introduction_places` say where."""

    interview: Interview
    contact_place: Place
    introduction_places: tuple[Place, ...]


def parse_interview(note: Note, wordings: Wordings) -> tuple[ParsedInterview | None, list[Problem]]:
    """The talk that a note tells of, or None when it does not say with whom and when."""
    fields = note.fields(KEYS)
    contact = _contact(fields, note)
    date, time = fields.date_and_time("date")
    if "date" not in fields:
        fields.error(
            "date",
            "missing-date",
            "the key `date` is missing",
            "write `date: 2026-03-02`, the day of the talk",
        )
    introductions = fields.texts_with_places("introductions")
    answers = _Answers(note, wordings)
    answers.read(fields)
    notes = answers.notes()
    interview = Interview(
        id=note.id,
        place=note.place,
        contact=contact,
        date=date or dt.date.min,
        time=time,
        helpfulness=fields.whole_number("helpfulness", 1, 5),
        next_contact=fields.date_or_never("next_contact"),
        asked_about_me=fields.yes_or_no("asked_about_me"),
        channel=fields.text("channel"),
        minutes=fields.whole_number("minutes", 1, 999),
        interest=fields.whole_number("interest", 1, 5),
        shift=fields.text("shift"),
        introductions=tuple(name for name, _ in introductions),
        help=fields.texts("help"),
        thanked=tuple(_thanked(fields)),
        tags=fields.texts("tags"),
        role=fields.text("role"),
        organization=fields.text("organization"),
        field=fields.text("field"),
        answers=tuple(answers.known),
        unknown_answers=tuple(answers.unknown),
        notes=notes,
        themes=markup.themes(notes),
        promises=tuple(_promises(note, answers)),
        definitions=tuple(_definitions(note, answers)),
        prepared=_is_prepared(fields, answers, notes),
    )
    problems = [*fields.problems, *answers.problems, *odd_promises(note)]
    if date is None or not contact:
        return None, problems
    places = tuple(place for _, place in introductions)
    return ParsedInterview(interview, fields.place_of("contact"), places), problems


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
        if note.has_front_matter:
            message, hint = "the key `contact` is missing", "write `contact: ` and the person's name"
        else:
            message, hint = (
                "this note has no front matter",
                "begin it with `---`, `contact:` and `date:` lines, and `---`",
            )
        fields.error("contact", "missing-contact", message, hint)
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
        elif not isinstance(value, Scalar) or text:
            message, _ = date_fault(text)
            fields.problems.append(error(value.place, "bad-date", message, form))


def _promises(note: Note, answers: _Answers) -> Iterator[Promise]:
    for answer in (*answers.known, *answers.unknown):
        if not answer.heading:
            yield from markup.promises(answer.text, note.path, answer.place.line + 1)
    yield from markup.promises(note.body, note.path, note.body_line)


def _definitions(note: Note, answers: _Answers) -> Iterator[Definition]:
    yield from markup.definitions(note.body)
    for answer in (*answers.known, *answers.unknown):
        if not answer.heading:
            yield from markup.definitions(answer.text)


def _is_prepared(fields: Fields, answers: _Answers, notes: str) -> bool:
    said = any(not markup.says_nothing(answer.text) for answer in (*answers.known, *answers.unknown))
    return not said and markup.says_nothing(notes) and not set(fields.keys()) - PREPARED_KEYS - {"answers"}


class _Answers:
    """The answers of one note, from its front matter and its body."""

    def __init__(self, note: Note, wordings: Wordings) -> None:
        self.note = note
        self.wordings = wordings
        self.known: list[Answer] = []
        self.unknown: list[Answer] = []
        self.problems: list[Problem] = []
        self._lines = note.body.split("\n")
        self._headings = markup.headings(note.body)
        self._sections = list(self._body_sections())

    def read(self, fields: Fields) -> None:
        """Collect the answers: those of the front matter first, then the body's in its order."""
        node = fields.node("answers")
        if isinstance(node, Entries):
            for entry in node.entries:
                self._add_front(fields, entry)
        elif "answers" in fields:
            fields.error(
                "answers",
                "bad-answers",
                "`answers` takes a line for each question",
                "write `question-id: |` lines below it",
            )
        for heading, end, question in self._sections:
            text = self._part(self._lines[heading.text_line : end])
            self._add(question, heading.words, text, self.note.body_place(heading.line), heading.words)
        self._point_out_headings()

    def notes(self) -> str:
        """The body without the answers, blank lines around it taken off."""
        lines = list(self._lines)
        for heading, end, _ in reversed(self._sections):
            lines[heading.line : end] = [""]
        return self._part(lines)

    def _part(self, lines: list[str]) -> str:
        """These lines of the body as a text, without the definitions that only other parts use."""
        text = "\n".join(lines).strip("\n").rstrip()
        if "]:" not in text:
            return text
        in_front = (answer.text for answer in (*self.known, *self.unknown) if not answer.heading)
        return markup.without_strays(text, "\n\n".join([self.note.body, *in_front]))

    def _body_sections(self) -> Iterator[tuple[Heading, int, str]]:
        found = [(heading, self.wordings.find(heading.words)) for heading in self._headings]
        for number, (heading, question) in enumerate(found):
            if question is None:
                continue
            ends = (
                h.line for h, other in found[number + 1 :] if other is not None or h.level <= heading.level
            )
            yield heading, next(ends, len(self._lines)), question

    def _add_front(self, fields: Fields, entry: Entry) -> None:
        if not isinstance(entry.value, Scalar):
            hint = "put the text after `|`"
            self.problems.append(
                error(entry.value.place, "not-text", f"the answer to `{entry.key}` is no text", hint)
            )
            return
        text = fields.whole(entry.value, strict=True).rstrip()
        question = self.wordings.find(entry.key)
        if question is None:
            self._point_out(entry.key, entry.place)
            self.unknown.append(_answer(entry.key, text, entry.place))
        else:
            self._add(question, entry.key, text, entry.place)

    def _add(self, question: str, key: str, text: str, place: Place, heading: str = "") -> None:
        earlier = next((answer for answer in self.known if answer.question == question), None)
        if earlier is None:
            self.known.append(_answer(question, text, place, heading))
            return
        message = f"`{question}` is answered twice; the first answer is on line {earlier.place.line}"
        self.problems.append(error(place, "answered-twice", message, "make one answer of the two"))
        self.unknown.append(_answer(key, text, place, heading))

    def _point_out_headings(self) -> None:
        """A heading that asks something, or is close to a question, but is none."""
        answered = {heading.line for heading, _, _ in self._sections}
        within = [(h.line, end) for h, end, _ in self._sections]
        for heading in self._headings:
            if heading.line in answered or any(start < heading.line < end for start, end in within):
                continue
            if heading.words and (heading.words.endswith("?") or self.wordings.closest(heading.words)):
                self._point_out(heading.words, self.note.body_place(heading.line))

    def _point_out(self, words: str, place: Place) -> None:
        closest = self.wordings.closest(words)
        hint = (
            f"did you mean `{closest}`{'' if closest.endswith('?') else '?'}"
            if closest
            else "give it a file in questions/, or leave it in the notes"
        )
        self.problems.append(
            warning(place, "unknown-question", f"`{words}` is no question of this journal", hint)
        )


def _answer(question: str, text: str, place: Place, heading: str = "") -> Answer:
    return Answer(question, text, place, heading, markup.gist(text), markup.themes(text))
