"""A portrait of one person as lines for a terminal, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.cli.terminal import printable, shown, wrapped
from iiv.journal.model import Never
from iiv.journal.parse.markup import plain_text
from iiv.method.dates import as_said, relative, written
from iiv.method.due_states import state
from iiv.method.wording import HELPED, by_channel, capitalise, count, told

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from iiv.journal.journal import Journal
    from iiv.journal.model import Interview
    from iiv.method.portrait import Portrait

NARROW = 50  # columns; with fewer, no facts stand beside their names


class PortraitLines:
    """A portrait on the day `day` in lines of so many `columns`; its `journal` lies in `folder`."""

    def __init__(self, found: Portrait, journal: Journal, day: dt.date, folder: Path, columns: int) -> None:
        self._found, self._journal, self._day, self._folder = found, journal, day, folder
        self._columns = columns

    def head(self) -> Iterator[str]:
        """The name, and what they are."""
        contact, latest = self._found.contact, next(iter(self._found.past.talks[::-1]), None)
        yield from self._wrapped(contact.name)
        parts = (
            contact.role or (latest.role if latest else ""),
            contact.organization or (latest.organization if latest else ""),
            contact.field or (latest.field if latest else ""),
        )
        if any(parts):
            yield from self._wrapped(", ".join(filter(None, parts)))

    def sections(self) -> Mapping[str, Iterable[str]]:
        """What is known, by its heading."""
        return {
            "": self._facts(),
            "Follow-ups": self._next(),
            "Talks": self._talks(),
            "Promises": self._promises(),
            "Log": self._log(),
            "Notes": self._notes(),
        }

    def source(self) -> str:
        """The file, or how to have one."""
        place = self._found.contact.place
        if place:
            return shown(self._folder / place.path)
        return f"No file yet: `iiv add {self._found.contact.id}` makes one."

    def _facts(self) -> Iterator[str]:
        contact, past = self._found.contact, self._found.past
        asked = {None: "", True: "yes", False: "no"}[past.asked_about_me]
        facts = {
            "Status": _status(self._found),
            "Help": f"{HELPED[past.helpfulness - 1]} ({past.helpfulness} of 5)" if past.helpfulness else "",
            "Asked about you": asked,
            "In touch again": _again(contact.next_contact),
            "Also called": ", ".join(contact.aliases),
            "E-mail": contact.email,
            "Phone": contact.phone,
            "You know them": contact.know,
            "You respect": contact.respect,
            "Your opening": contact.opening,
            "Tone": contact.tone,
            "Not the same as": ", ".join(contact.not_same),
            "Introduced by": ", ".join(person.name for person in self._found.introducers),
            "Led you to": ", ".join(person.name for person in self._found.led_to),
            "Tags": ", ".join(contact.tags),
        }
        known = {label: plain_text(fact) for label, fact in facts.items() if fact}
        space = max(map(len, known)) + 2
        for label, fact in known.items():
            if self._columns < NARROW:
                yield from self._wrapped(fact, f"{label}: ", "  ")
            else:
                yield from self._wrapped(fact, label.ljust(space), " " * space)

    def _next(self) -> Iterator[str]:
        if self._found.ask_next:
            yield from self._item(f"Ask for a talk. {as_said(self._found.ask_next, self._day)}")
        elif not self._found.follow_ups:
            yield "Nothing is open."
        for follow_up in self._found.follow_ups:
            when = f"{relative(follow_up.due, self._day)} ({written(follow_up.due)})"
            if state(follow_up, self._day) == "resting":
                when += ", at rest"
            why = as_said(follow_up.why, self._day)
            yield from self._item(f"{capitalise(follow_up.meaning.act)}, {when}. {why}")

    def _talks(self) -> Iterator[str]:
        for number, talk in enumerate(self._found.notes):
            if number:
                yield ""
            yield from self._wrapped(_talk_head(talk))
            noted = {
                "May go back to them": talk.said,
                "What moved": talk.shift,
                "Would suit me": talk.fits,
                "Speaks against it": talk.doubt,
            }
            for what, words in noted.items():
                if words:
                    yield from self._wrapped(f"{what}: {plain_text(words)}", "  ")
            for answer in talk.answers:
                if answer.gist:
                    yield from self._wrapped(self._journal.questions_by_id[answer.question].ask, "  ")
                    yield from self._wrapped(answer.gist, "    ")
            yield f"  {printable(shown(self._folder / talk.path))}"

    def _promises(self) -> Iterator[str]:
        for made, promise in self._found.promises:
            days = (
                f"made {written(made)}" if made else "",
                f"by {written(promise.by)}" if promise.by else "",
            )
            when = ", ".join(filter(None, days))
            text = plain_text(promise.text) + (f" ({when})" if when else "")
            yield from self._wrapped(text, "[x] " if promise.done else "[ ] ", "    ")

    def _log(self) -> Iterator[str]:
        for line in self._found.past.log:
            note = f": {plain_text(line.note)}" if line.note else ""
            yield from self._wrapped(told(line) + note, f"{line.date}  ", " " * len(f"{line.date}  "))

    def _notes(self) -> Iterator[str]:
        for paragraph in self._found.contact.notes.strip().split("\n"):
            yield from self._wrapped(paragraph)

    def _item(self, text: str) -> list[str]:
        return self._wrapped(text, "- ", "  ")

    def _wrapped(self, text: str, first: str = "", rest: str | None = None) -> list[str]:
        return wrapped(text, self._columns, first, rest)


def _status(found: Portrait) -> str:
    if found.event.startswith(found.status):
        return found.event
    return f"{found.status}: {found.event}" if found.event else found.status


def _again(day: dt.date | Never | None) -> str:
    if day is None:
        return ""
    return "never" if isinstance(day, Never) else f"from {written(day)} on, as their file says"


def _talk_head(talk: Interview) -> str:
    facts = (
        written(talk.date),
        "prepared" if talk.prepared else "",
        by_channel(talk.channel),
        count(talk.minutes, "minute") if talk.minutes else "",
        HELPED[talk.helpfulness - 1] if talk.helpfulness else "",
        f"interest {talk.interest} of 5" if talk.interest else "",
    )
    return ", ".join(filter(None, facts))
