"""A year: whom one met, what moved, which promises were kept, who went quiet, what one concluded."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeVar

from iiv.journal.days import add_months
from iiv.journal.model import Never, Question
from iiv.journal.parse.gist import gist
from iiv.journal.parse.markup import COMMENT, plain_text
from iiv.method.dates import spoken
from iiv.method.history import Histories, history
from iiv.method.movement import movement
from iiv.method.stages import WAITING
from iiv.method.status import on_day, status_of
from iiv.method.staying_in_touch import next_word
from iiv.values import Value, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from iiv.journal.directions import Direction
    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact, Interview, Promise
    from iiv.journal.settings import Settings
    from iiv.method.history import History
    from iiv.method.movement import Change
    from iiv.method.statistics.requests import Asking

T = TypeVar("T")


class Quiet(Value, frozen=True):
    """Somebody, by id, who went quiet: the day of the last word, and when one meant to be in touch.

    Of somebody who was `asked` and did not reply, the last word is one's own.
    """

    contact: str
    last: dt.date
    due: dt.date
    asked: bool


class Conclusion(Value, frozen=True):
    """What one made of the answers to a question, or decided on a direction, in short."""

    of: Question | Direction
    words: str

    @property
    def name(self) -> str:
        """The question's wording, or the direction's name."""
        return self.of.ask if isinstance(self.of, Question) else self.of.name


class Review(Value, frozen=True):
    """One year, as it was on `until`: its last day, or the last day in the notes if that comes first.

    `asked` and `replied` count people whom one first asked in the year. `met` are the talks, oldest first,
    `new` are the ids of those with somebody for the first time. `promises` stand with the talk in which
    they were made. What one `concluded` without a day stands in the last year.
    """

    year: int
    until: dt.date
    asked: int
    replied: int
    met: tuple[Interview, ...]
    new: frozenset[str]
    moved: tuple[Change, ...]
    promises: tuple[tuple[Interview, Promise], ...]
    quiet: tuple[Quiet, ...]
    concluded: tuple[Conclusion, ...]

    @property
    def kept(self) -> tuple[tuple[Interview, Promise], ...]:
        """The promises that are ticked."""
        return tuple(pair for pair in self.promises if pair[1].done)

    @property
    def open(self) -> tuple[tuple[Interview, Promise], ...]:
        """Those that are not."""
        return tuple(pair for pair in self.promises if not pair[1].done)


def years(journal: Journal) -> tuple[int, ...]:
    """The years in which there was a talk or a line of the log, the first one first."""
    return tuple(sorted({day.year for day in _days(journal)}))


def review(people: Histories, settings: Settings, asked: Asking, year: int) -> Review:
    """The review of a year; of one in which nothing happened it is empty."""
    return next(_reviews(people, settings, asked, (year,)))


def reviews(people: Histories, settings: Settings, asked: Asking) -> Iterator[Review]:
    """The review of each year, the first one first."""
    return _reviews(people, settings, asked, years(people.journal))


def _reviews(
    people: Histories, settings: Settings, asked: Asking, wanted: tuple[int, ...]
) -> Iterator[Review]:
    journal = people.journal
    last = max(_days(journal), default=dt.date(max(wanted, default=1), 12, 31))
    ends = {year: min(dt.date(year, 12, 31), last) for year in wanted}
    talks = _by_year(journal.talks, lambda talk: talk.date)
    requests = _by_year(asked.requests, lambda one: one.asked)
    changes = _by_year(movement(journal), lambda change: change.interview.date)
    quiet = _by_year(_quiet(people, settings, ends), lambda one: one.due)
    for year in wanted:
        met = tuple(talks.get(year, ()))
        yield Review(
            year=year,
            until=ends[year],
            asked=len(requests.get(year, ())),
            replied=sum(one.answered for one in requests.get(year, ())),
            met=met,
            new=frozenset(talk.id for talk in met if talk is journal.talks_by_contact[talk.contact][0]),
            moved=tuple(changes.get(year, ())),
            promises=tuple((talk, promise) for talk in met for promise in talk.promises),
            quiet=tuple(sorted(quiet.get(year, ()), key=lambda one: (one.last, one.contact))),
            concluded=tuple(_concluded(journal, year, is_last=year >= last.year)),
        )


def _by_year(values: Iterable[T], day: Callable[[T], dt.date]) -> Mapping[int, list[T]]:
    found: dict[int, list[T]] = {}
    for value in values:
        found.setdefault(day(value).year, []).append(value)
    return found


def _days(journal: Journal) -> Iterator[dt.date]:
    yield from (talk.date for talk in journal.talks)
    yield from (line.date for contact in journal.contacts for line in contact.log)


def _quiet(people: Histories, settings: Settings, ends: Mapping[int, dt.date]) -> Iterator[Quiet]:
    """Who fell silent in which year, by what was known at its end."""
    for past in people:
        if past.contact.id in people.journal.held_back or not past.events:
            continue
        last = _last_due(past, settings)
        for year, until in ends.items():
            if past.events[0].date.year <= year <= last:
                one = _gone_quiet(_as_of(past, until), settings, until)
                if one and one.due.year == year:
                    yield one


def _last_due(past: History, settings: Settings) -> int:
    """The last year in which anything with somebody may fall due: mostly soon after the last word."""
    if past.contact.next_contact or past.next_contact:
        return dt.MAXYEAR
    return add_months(past.events[-1].date, max((*settings.cadence.values(), 12))).year


def _as_of(past: History, until: dt.date) -> History:
    """What was known of somebody on a day; what their file says of a later one was not."""
    contact: Contact = past.contact
    again = contact.next_contact
    late = isinstance(again, dt.date) and again > until
    if not late and past.events[-1].date <= until:
        return past
    log = tuple(line for line in contact.log if line.date <= until)
    talks = tuple(talk for talk in past.talks if talk.date <= until)
    return history(replace(contact, log=log, next_contact=None if late else again), talks)


def _gone_quiet(past: History, settings: Settings, until: dt.date) -> Quiet | None:
    last = past.last_contact
    if last is None:
        return None
    reached = past.stage if any(line.verb in WAITING for line in past.log) else None
    if reached and reached.name in WAITING:
        reading = status_of(reached, settings)
        gone = on_day(reading, until)[0] == "no reply" and reading.then
        return Quiet(past.contact.id, last.date, gone.on, asked=True) if gone else None
    word = next_word(past, settings) if past.talks else None
    if word is None or word.due >= until or isinstance(past.contact.next_contact, Never):
        return None
    return Quiet(past.contact.id, last.date, word.due, asked=False)


def quiet_said(one: Quiet) -> str:
    """Why one says that somebody went quiet, in a sentence."""
    if one.asked:
        return f"You asked last on {spoken(one.last)}, and heard nothing."
    return f"The last word was on {spoken(one.last)}; you meant to be in touch by {spoken(one.due)}."


def _concluded(journal: Journal, year: int, *, is_last: bool) -> Iterator[Conclusion]:
    """The syntheses up to a talk of the year, then the verdicts of the year."""
    for question in journal.questions:
        text = COMMENT.sub("", question.synthesis).strip()
        if text and (question.as_of.year == year if question.as_of else is_last):
            yield Conclusion(question, gist(text))
    for direction in journal.directions:
        for verdict in direction.verdicts:
            now = is_last and verdict == direction.verdict
            if verdict.on.year == year if verdict.on else now:
                yield Conclusion(
                    direction, plain_text(f"{verdict.name}: {verdict.why}" if verdict.why else verdict.name)
                )
