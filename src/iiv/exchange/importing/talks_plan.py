"""What becomes of each row of a sheet of interviews: the note of a talk, or nothing, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.command_lines import quoted
from iiv.exchange.importing.naming import untitled
from iiv.exchange.importing.people_plan import Step
from iiv.journal.ids import id_for
from iiv.journal.model import name_key
from iiv.journal.names import plain_key, several
from iiv.values import Value, replace

if TYPE_CHECKING:
    import datetime as dt

    from iiv.exchange.importing.people_plan import PeoplePlan
    from iiv.exchange.importing.talks import Talk
    from iiv.journal.journal import Journal

_OF_PERSON: Final = frozenset({"email", "phone", "know", "respect", "introduced_by"})


class PlannedTalk(Value, frozen=True):
    """A talk to write: the stem of its note, and what to call the person in it."""

    stem: str
    contact: str
    talk: Talk


class TalksPlan:
    """Leads rows to notes of talks, one after the other; what they know of a person goes to `people`."""

    def __init__(self, journal: Journal, people: PeoplePlan) -> None:
        self.planned: list[PlannedTalk] = []
        self._people = people
        self._stems = {name_key(talk.id) for talk in journal.interviews}
        self._stems |= {name_key(note.id) for note in journal.broken if note.kind == "interview"}
        self._days = {(talk.contact, talk.date): talk.id for talk in journal.interviews}
        self._rows: dict[tuple[str, dt.date | None], str] = {}
        self._new: dict[str, str] = {}

    def add(self, talk: Talk) -> Step:
        """Plan one talk: what becomes of it."""
        record = talk.record
        if why := _why_none(talk):
            return Step(record.where, "skip", record.name, why)
        ids = self._people.ids(record)
        if len(ids) > 1:
            return Step(record.where, "skip", record.name, f"may be each of {', '.join(ids)}")
        facts = {key: text for key, text in record.facts.items() if key in _OF_PERSON}
        about = None
        if facts or record.profile:
            about = self._people.plan(replace(record, facts=facts, tags=(), note="", no_person=""))
            ids = (about.id,) if about.id else ids
        id_ = (
            ids[0]
            if ids
            else self._new.setdefault(
                plain_key(record.name), id_for(untitled(record.name), self._people.taken)
            )
        )
        return self._with(talk, id_, about)

    def _with(self, talk: Talk, id_: str, about: Step | None) -> Step:
        record, day = talk.record, talk.day
        there = self._days.get((id_, day)) if day else None
        if first := self._rows.get((id_, day)):
            new = f"iiv new {quoted(self._people.called(id_, record.name))} --date {day}"
            why = (
                f"is of the day of {first}: put both into one row, or correct the day; if you talked twice,"
                f" `{new}` begins another note once this is written"
            )
            return Step(record.where, "skip", record.name, why, id_)
        if there or day is None:
            return Step(record.where, "skip", record.name, f"is there already: {there}", id_)
        stem = self._stem(day, id_)
        self._rows[id_, day] = record.where
        self.planned.append(PlannedTalk(stem, self._people.called(id_, record.name), talk))
        answered = sum(map(bool, talk.answers.values()))
        said = [f"{day}, {answered} {'answer' if answered == 1 else 'answers'}"]
        said += [f"their file: {about.said}"] if about and about.what != "skip" else []
        near = () if self._people.knows(id_) else self._people.near(record.name)
        return Step(record.where, "create", record.name, "; ".join(said), id_, near)

    def _stem(self, day: dt.date, id_: str) -> str:
        stem = f"{day}-{id_}"
        number = 1
        while name_key(stem) in self._stems:
            number += 1
            stem = f"{day}-{id_}-{number}"
        self._stems.add(name_key(stem))
        return stem


def _why_none(talk: Talk) -> str:
    record = talk.record
    if record.no_person:
        return record.no_person
    if several(record.name):
        return "names more than one person: a note tells of a talk with one"
    if talk.day is None:
        return f"{talk.said_day!r} is no day" if talk.said_day else "has no day: a column `Date` says it"
    return ""
