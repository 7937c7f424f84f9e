"""A direction's note to the life that it considers, while people in it are still names."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, get_args

from iiv.journal.directions import Direction, Verdict, VerdictName
from iiv.journal.parse import markup
from iiv.journal.parse.contacts import name_of, titled
from iiv.journal.parse.contradictions import contradictions
from iiv.journal.parse.front_matter import Entries, Scalar
from iiv.journal.parse.headings import titles
from iiv.journal.parse.keys import hint_for, key_form
from iiv.journal.parse.plain_values import says_none
from iiv.journal.parse.to_know import still_to_know
from iiv.journal.problems import did_you_mean
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from iiv.journal.parse.fields import Fields
    from iiv.journal.parse.front_matter import Entry, Node
    from iiv.journal.parse.notes import Note
    from iiv.journal.problems import Place, Problem

KEYS = ("name", "fields", "tags", "people", "as_of", "verdicts", "contradicts")
VERDICT_KEYS: Final = ("verdict", "on", "why")
NAMES: Final[Mapping[str, VerdictName]] = {name: name for name in get_args(VerdictName)}
FORM: Final = "write `- {verdict: try, on: 2026-09-01, why: the reason}`"


class ParsedDirection(Value, frozen=True):
    """A direction whose `people` are names as typed, each at its place in `people_places`.

    They are `people_listed` where each is an item, and else stand on one line.
    """

    direction: Direction
    people_places: tuple[Place, ...]
    people_listed: bool


def parse_direction(note: Note) -> tuple[ParsedDirection, list[Problem]]:
    """The direction of a note."""
    fields = note.fields(KEYS)
    people = fields.texts_with_places("people")
    direction = Direction(
        id=note.id,
        name=" ".join(fields.text("name").split()) or titled(titles(note.body)) or name_of(note.id),
        place=note.place,
        fields=fields.texts("fields"),
        tags=fields.tags("tags"),
        people=tuple(name for name, _ in people),
        as_of=fields.date("as_of"),
        verdicts=tuple(sorted(_verdicts(fields), key=lambda verdict: verdict.on or dt.date.min)),
        contradicts=contradictions(fields),
        notes="" if markup.says_nothing(note.body) else note.body.strip("\n").rstrip(),
        to_know=still_to_know(note.body),
        definitions=markup.definitions(note.body),
        unread=fields.unread,  # it is known once all is read
    )
    is_line = isinstance(fields.node("people"), Scalar)
    return ParsedDirection(direction, tuple(place for _, place in people), not is_line), fields.problems


def _verdicts(fields: Fields) -> Iterator[Verdict]:
    for item in fields.nodes("verdicts"):
        if isinstance(item, Scalar):
            yield from _word(item, fields)
        elif isinstance(item, Entries):
            yield from _verdict(item, fields)
        else:
            fields.error("verdicts", "bad-verdict", "this is no verdict", FORM, place=item.place)


def _word(word: Scalar, fields: Fields) -> Iterator[Verdict]:
    """A verdict that says no more than its name."""
    if word.text and not says_none(word.text) and (name := _name(word, fields)):
        yield Verdict(name)


def _verdict(item: Entries, fields: Fields) -> Iterator[Verdict]:
    values: dict[str, Node] = {}
    last = ""
    for entry in item.entries:
        key = key_form(entry.key)
        if key in VERDICT_KEYS:
            values[key], last = entry.value, key
        elif last == "why" and entry.value == Scalar("", entry.value.place):
            values["why"] = _longer(values["why"], entry.key)
        else:
            _unknown(entry, fields)
    said = values.get("verdict")
    if not isinstance(said, Scalar) or not said.text:
        message = "a verdict in `verdicts` has `verdict`, `on` and `why`"
        fields.error("verdicts", "bad-verdict", message, FORM, place=item.place)
    elif name := _name(said, fields):
        yield Verdict(name, fields.nested_date("verdicts", values.get("on")), _why(values.get("why"), fields))


def _longer(why: Node, words: str) -> Node:
    """The reason with what stands behind a comma in it, which in braces is a key without a value to YAML."""
    return Scalar(f"{why.text}, {words}", why.place) if isinstance(why, Scalar) else why


def _unknown(entry: Entry, fields: Fields) -> None:
    message = f"`{entry.key}` is no key of a verdict in `verdicts`"
    hint = hint_for(key_form(entry.key), VERDICT_KEYS)
    fields.error("verdicts", "bad-verdict", message, hint, place=entry.place)


def _name(said: Scalar, fields: Fields) -> VerdictName | None:
    word = said.text.strip().casefold()
    if word not in NAMES:
        hint = did_you_mean(word, NAMES) or f"write {', '.join([*NAMES][:-1])} or {[*NAMES][-1]}"
        fields.error("verdicts", "unknown-verdict", f"`{said.text}` is no verdict", hint, place=said.place)
        return None
    return NAMES[word]


def _why(node: Node | None, fields: Fields) -> str:
    if node is None or isinstance(node, Scalar):
        return " ".join(fields.whole(node).split()) if node else ""
    fields.error(
        "verdicts", "bad-verdict", "`why` takes one text", "put the text in quotes", place=node.place
    )
    return ""
