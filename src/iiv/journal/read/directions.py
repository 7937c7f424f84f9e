"""The directions of a journal, linked: names lead to people, references to answers."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from iiv.journal.model import name_key
from iiv.journal.names import bare_name
from iiv.journal.parse.contacts import ambiguous
from iiv.journal.parse.directions import parse_direction
from iiv.journal.parse.text_lists import split_people
from iiv.journal.people import AmbiguousNameError, alike
from iiv.journal.problems import error, warning
from iiv.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iiv.journal.directions import Direction
    from iiv.journal.model import Contact, Interview
    from iiv.journal.parse.directions import ParsedDirection
    from iiv.journal.parse.notes import Note
    from iiv.journal.people import People
    from iiv.journal.problems import Place, Problem
    from iiv.journal.read.answer_refs import AnswerRefs


def parse_directions(notes: Iterable[Note]) -> tuple[list[ParsedDirection], list[Problem]]:
    """The directions of notes, and what is wrong in these."""
    parsed, problems = [], []
    for note in notes:
        direction, faults = parse_direction(note)
        parsed.append(direction)
        problems += [*faults]
    first: dict[str, str] = {}
    for one in parsed:
        key = name_key(one.direction.name)
        if key in first:
            message = f"another direction is called `{one.direction.name}`: {first[key]}"
            problems.append(
                warning(one.direction.place, "same-direction", message, "rename one, or make one of the two")
            )
        first.setdefault(key, one.direction.place.path)
    return parsed, problems


class DirectionLinker:
    """Links directions to the people and answers of a journal. `problems` gathers what leads nowhere."""

    def __init__(
        self, who: People, answers: AnswerRefs, contacts: Sequence[Contact], talks: Sequence[Interview]
    ) -> None:
        self.problems: list[Problem] = []
        self._who = who
        self._answers = answers
        self._contacts = contacts
        noted: tuple[Contact | Interview, ...] = (*contacts, *talks)
        self._known = {
            "field": sorted({one.field for one in noted if one.field}),
            "tag": sorted({tag for one in noted for tag in one.tags}),
        }

    def linked(self, parsed: Iterable[ParsedDirection]) -> tuple[Direction, ...]:
        """The directions in order of name."""
        found = (self._direction(one) for one in parsed)
        return tuple(sorted(found, key=lambda one: (name_key(one.name), one.id)))

    def _direction(self, parsed: ParsedDirection) -> Direction:
        direction = parsed.direction
        for kind, words in (("field", direction.fields), ("tag", direction.tags)):
            self.problems += self._slips(kind, words, direction.place)
        return replace(
            direction,
            people=tuple(dict.fromkeys(self._people(parsed))),
            contradicts=self._answers.linked(direction.contradicts),
        )

    def _people(self, parsed: ParsedDirection) -> Iterator[str]:
        for text, place in zip(parsed.direction.people, parsed.people_places, strict=True):
            for name in split_people(text, self._who.knows, item=parsed.people_listed):
                if id_ := self._person(name, place):
                    yield id_

    def _person(self, name: str, place: Place) -> str | None:
        try:
            id_ = self._who.id_of(name)
        except AmbiguousNameError as fault:
            self.problems.append(ambiguous(bare_name(name), fault.ids, place))
            return None
        if id_ is None:
            near = " or ".join(f"`{contact.name}`" for contact in alike(self._contacts, name))
            hint = f"did you mean {near}?" if near else f'`iiv add "{bare_name(name)}"` puts them on the list'
            message = f"`{bare_name(name)}` is nobody in this journal"
            self.problems.append(error(place, "unknown-person", message, hint))
        return id_

    def _slips(self, kind: str, words: Iterable[str], place: Place) -> Iterator[Problem]:
        """A problem for each field or tag that no note has, and that is nearly one that some have.

        One that is like none is no fault: the talks may be still to come.
        """
        known = self._known[kind]
        keys = {name_key(word): word for word in known}
        for word in words:
            near = get_close_matches(name_key(word), keys, n=1, cutoff=0.8)
            if name_key(word) not in keys and near:
                message = f"no note has the {kind} `{word}`"
                yield warning(place, f"unknown-{kind}", message, f"did you mean `{keys[near[0]]}`?")
