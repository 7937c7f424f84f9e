"""Which questions a journal asks: from their notes, or else from the answers given."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from iiv.journal.bank import bank
from iiv.journal.ids import id_for, is_file_name
from iiv.journal.model import FormerWording, Question
from iiv.journal.parse import markup
from iiv.journal.parse.conflicts import sides
from iiv.journal.parse.contradictions import contradictions
from iiv.journal.parse.dates import parse_date
from iiv.journal.parse.front_matter import Entries, Scalar
from iiv.journal.parse.keys import hint_for, key_form
from iiv.journal.parse.notes import open_note
from iiv.journal.parse.occurrences import occurrences
from iiv.journal.parse.sections import NoteParts
from iiv.journal.parse.wordings import Wordings, wording_key
from iiv.journal.problems import Place, Problem, error
from iiv.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iiv.journal.parse.fields import Fields
    from iiv.journal.parse.front_matter import Node
    from iiv.journal.parse.interviews import ParsedInterview
    from iiv.journal.parse.notes import Note

FORMER_KEYS = ("ask", "until")
KEYS = ("ask", "order", "topic", "formerly", "since", "retired", "shortlist", "as_of", "contradicts")
NO_ORDER = 1_000_000


def default_question(id_: str) -> Question:
    """The question as the bank words it, or else the id as words; without a topic."""
    candidate = bank().get(id_)
    if candidate:
        return replace(candidate.question, topic="")
    return Question(id_, re.sub(r"[-_]+", " ", id_).strip().capitalize() or id_)


def parse_question(note: Note) -> tuple[tuple[int, Question], list[Problem]]:
    """The question of a note, with the number that orders it."""
    fields = note.fields(KEYS)
    ask = " ".join(fields.text("ask").split())
    if not ask and note.id not in bank():
        fields.error(
            "ask", "missing-ask", "the key `ask` is missing", "write `ask: ` and the wording of the question"
        )
    order = fields.whole_number("order", 0, 999_999)
    default = default_question(note.id)
    question = Question(
        id=note.id,
        ask=ask or default.ask,
        place=note.place,
        topic=fields.text("topic"),
        formerly=_wordings_before(default, ask or default.ask, tuple(_formerly(fields))),
        since=fields.date("since"),
        retired=_holds(fields, "retired"),
        synthesis=note.body.strip("\n").rstrip(),
        definitions=markup.definitions(note.body),
        order=order,
        shortlist=_holds(fields, "shortlist"),
        as_of=fields.date("as_of"),
        contradicts=contradictions(fields),
        unread=fields.unread,  # it is known once all is read
    )
    return (NO_ORDER if order is None else order, question), fields.problems


def stand_in(id_: str, text: str, place: Place) -> tuple[int, Question]:
    """The question of a note that cannot be used, with its order, so that answers still find it.

    One in conflict is known by the wordings of both versions; it is not asked if either says so.
    """
    opened = [open_note("question", id_, place.path, side) for side in sides(text)]
    versions = [parse_question(note)[0] for note in opened if not isinstance(note, Problem)]
    if not versions:
        return NO_ORDER, replace(default_question(id_), place=place)
    order, first = versions[0]
    wordings = [one for _, version in versions for one in (FormerWording(version.ask), *version.formerly)]
    former = {wording_key(one.ask): one for one in reversed(wordings)}
    former.pop(wording_key(first.ask), None)
    retired = any(version.retired for _, version in versions)
    shortlist = any(version.shortlist for _, version in versions)
    formerly = tuple(reversed(former.values()))
    return order, Question(
        id_,
        first.ask,
        place,
        first.topic,
        formerly,
        first.since,
        retired=retired,
        order=first.order,
        shortlist=shortlist,
    )


def in_order(questions: Iterable[tuple[int, Question]]) -> tuple[Question, ...]:
    """The questions in the order in which they are asked, those on the shortlist, and the retired ones."""
    ordered = sorted(questions, key=lambda pair: (pair[1].retired, pair[1].shortlist, pair[0], pair[1].id))
    return tuple(question for _, question in ordered)


def too_many(questions: Iterable[Question], limit: int) -> list[Problem]:
    """A problem for each question asked beyond the limit."""
    asked = [question for question in questions if question.active]
    hint = "retire one: write `retired: yes`, or `shortlist: yes` to think about it"
    return [
        error(
            question.place,
            "too-many-questions",
            f"`{question.id}` is question {number}; at most {limit} are asked",
            hint,
        )
        for number, question in enumerate(asked, 1)
        if number > limit and question.place
    ]


def same_wording(questions: Iterable[Question]) -> list[Problem]:
    """A problem for each question that is worded as an earlier one."""
    problems = []
    seen: dict[str, str] = {}
    for question in questions:
        key = wording_key(question.ask)
        if key in seen and question.place:
            message = f"`{question.id}` asks the same as `{seen[key]}`"
            problems.append(
                error(question.place, "same-wording", message, "reword one, or make one question of the two")
            )
        seen.setdefault(key, question.id)
    return problems


def from_answers(answered: Iterable[Iterable[str]]) -> tuple[Question, ...]:
    """The questions of a journal that has no files for them.

    Those are the ones that its talks answer, in order of first use; `answered` is what
    `answered_in` gives for each talk.
    """
    ids: dict[str, str] = {}
    for ids_ in answered:
        for id_ in ids_:
            ids.setdefault(wording_key(id_), id_)
    taken = set(ids.values())
    return tuple(_named(default_question(id_), taken) for key, id_ in ids.items() if key)


def _named(question: Question, taken: set[str]) -> Question:
    """The question with an id that can be the name of a file: what a person typed may be none."""
    if is_file_name(question.id):
        return question
    id_ = id_for(question.id, taken)
    taken.add(id_)
    return replace(question, id=id_)


def answered_in(talk: ParsedInterview) -> tuple[str, ...]:
    """The ids of the questions that a talk answers in a journal that has no files for them.

    A question in the body counts where it is a wording of the bank, or a heading with an id as the bank
    writes it: `Money` is too common a word.
    """
    known = _bank_wordings()
    keys = [known.find(answer.question) or answer.question for answer in talk.answers]
    found = [
        answer.question
        for answer in (one.answer for one in occurrences(talk, known, NoteParts(talk.body, talk.answers)))
        if answer.heading in bank() or wording_key(answer.heading) not in _bank_keys()
    ]
    return tuple(dict.fromkeys([*keys, *found]))


@cache
def _bank_keys() -> frozenset[str]:
    return frozenset(map(wording_key, bank()))


@cache
def _bank_wordings() -> Wordings:
    return Wordings(candidate.question for candidate in bank().values())


def _wordings_before(
    default: Question, ask: str, formerly: tuple[FormerWording, ...]
) -> tuple[FormerWording, ...]:
    """The former wordings of a note; and the bank's, where the question is or was worded as there."""
    own = [wording_key(former.ask) for former in formerly]
    if wording_key(default.ask) not in {wording_key(ask), *own}:
        return formerly
    return (*(one for one in default.formerly if wording_key(one.ask) not in own), *formerly)


def _formerly(fields: Fields) -> Iterator[FormerWording]:
    for item in fields.nodes("formerly"):
        former = _former(item, fields)
        if former:
            yield former


def _former(item: Node, fields: Fields) -> FormerWording | None:
    if isinstance(item, Scalar):
        words = " ".join(fields.whole(item).split())
        return FormerWording(words) if words else None
    form = "write `- {ask: the earlier wording, until: 2026-03-02}`"
    if not isinstance(item, Entries):
        fields.error("formerly", "bad-formerly", "this is no former wording", form, place=item.place)
        return None
    values = {key_form(entry.key): entry.value for entry in item.entries}
    ask = values.get("ask")
    if odd := [entry for entry in item.entries if key_form(entry.key) not in FORMER_KEYS]:
        message = f"`{odd[0].key}` is no key of a former wording in `formerly`"
        hint = hint_for(key_form(odd[0].key), FORMER_KEYS)
        fields.error("formerly", "bad-formerly", message, hint, place=odd[0].place)
        return None
    if not isinstance(ask, Scalar) or not ask.text:
        message = "a former wording in `formerly` has `ask` and `until`"
        fields.error("formerly", "bad-formerly", message, form, place=item.place)
        return None
    until = fields.nested_date("formerly", values.get("until"))
    return FormerWording(" ".join(fields.whole(ask).split()), until)


def _holds(fields: Fields, state: str) -> bool:
    """Whether the key says `yes`, or the day since when it is so."""
    node = fields.node(state)
    if isinstance(node, Scalar) and parse_date(node.text):
        return True
    return bool(fields.yes_or_no(state))
