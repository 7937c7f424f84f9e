"""`iiv new`: the note of a talk, ready to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iiv.cli.blank_notes import blank_note
from iiv.cli.completion import people
from iiv.cli.context import Day, journal_options, reading, root, tell, today, writing
from iiv.cli.editors import NO_EDITOR
from iiv.cli.editors import edit as open_in_editor
from iiv.cli.failures import Failure
from iiv.cli.terminal import confirmed, print_written, shown
from iiv.cli.whom import person_to_name
from iiv.journal.edit.errors import NoteExistsError
from iiv.journal.ids import id_for
from iiv.method.appointments import appointed
from iiv.method.call_sheet import active_questions
from iiv.method.dates import written as written_day

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from iiv.exchange.transcripts.cues import Transcript
    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact, Interview


@click.command()
@click.argument("contact", metavar="WHO", shell_complete=people)
@click.option(
    "--date",
    "date",
    type=Day(),
    metavar="DATE",
    help="The day of the talk.  [default: the day that is fixed for it, or today]",
)
@click.option(
    "--from",
    "file",
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE",
    help="A transcript: .vtt, .srt, .docx or .txt. What was said stands below your questions.",
)
@click.option("--me", metavar="NAME", help="What the transcript calls you.  [default: the name in me.md]")
@click.option("--edit/--no-edit", default=True, help="Open the note in your editor.")
@journal_options()
def new(contact: str, date: dt.date | None, file: str | None, me: str | None, edit: bool) -> None:
    """Begin the note of a talk.

    Do it before the talk or after: your questions stand in the note as headings. WHO is the
    id, name or alias of somebody in the journal; any other name is a new person. The editor is $IIV_EDITOR,
    $VISUAL or $EDITOR, else what your system opens Markdown files with.

    With --from, a recorded talk becomes the note: your questions are found in what you said, in their
    wording or nearly, and what was said to each stands below it. All the rest is "Unplaced".
    """
    if me and not file:
        raise click.UsageError("--me says who is you in a transcript: name that with --from.")
    journal = reading().journal
    id_, name = _person(journal.contacts, contact)
    if file:
        path = _from_transcript(journal, (id_, name), date, (file, me))
        if path and edit and not open_in_editor(path):
            tell(NO_EDITOR)
        return
    day = date or _day(journal, id_)
    stem = f"{day}-{id_}"
    empty = _empty(journal, id_, day)
    if empty:
        path = root() / empty.path
        tell("There is an empty note of that day already: here it is.")
    else:
        path = _write(
            journal, stem, blank_note(name, day, (question.ask for question in active_questions(journal)))
        )
    print_written(path)
    if path.stem != stem and not empty:
        tell(f"There is a note {stem} already: this is another of that day. `iiv undo` if you meant that.")
    if edit and not open_in_editor(path):
        tell(NO_EDITOR)


def _from_transcript(
    journal: Journal, person: tuple[str, str], date: dt.date | None, source: tuple[str, str | None]
) -> Path | None:
    """Write what a transcript says into a new note, or into one that says nothing yet; None where not wanted.

    Raises Failure where there is a note of that day that says something.
    """
    from pathlib import Path

    from iiv.cli.transcripts import heard, tell_heard
    from iiv.exchange.transcripts.note import filled, with_minutes

    (id_, name), (file, me) = person, source
    known = journal.contacts_by_id.get(id_)
    found = heard(Path(file), journal, [name, *((known.name, *known.aliases) if known else ())], me)
    day = date or found.day or min(_day(journal, id_), today())
    stem = f"{day}-{id_}"
    there = _empty(journal, id_, day)
    path = there.path if there else f"journal/interviews/{stem}.md"
    _refuse_another(journal, id_, day, stem)
    tell_heard(found)
    if not (date or found.day):
        tell(_taken(found.transcript, day))
    if not confirmed(f"Write {shown(root() / path)}?", default=True):
        tell("Nothing was written.")
        return None
    minutes, body = found.transcript.minutes, found.body
    with writing() as notes:
        if there:
            written = notes.change(path, lambda text: filled(text, body, minutes, found.wordings))
        else:
            written = notes.create(path, with_minutes(blank_note(name, day, ()), minutes) + body)
    print_written(written)
    return written


def _refuse_another(journal: Journal, id_: str, day: dt.date, stem: str) -> None:
    """Raise Failure where a note of that day says something, or has the name that this one would have."""
    talks = (one for one in journal.interviews if one.id == stem or (one.contact, one.date) == (id_, day))
    paths = [one.path for one in talks if not one.prepared]
    paths += [one.place.path for one in journal.broken if one.kind == "interview" and one.id == stem]
    if paths:
        raise Failure(f"{paths[0]} says something already, and was left alone: name another day with --date.")


def _taken(transcript: Transcript, day: dt.date) -> str:
    """Why this day was taken, and what to type for another."""
    if not transcript.days and transcript.readings:
        either = " or ".join(map(written_day, transcript.readings))
        typed = " or ".join(f"`--date {reading}`" for reading in transcript.readings)
        return f"The file's day may be {either}: {day} was taken. {typed} says which."
    return f"{_why_no_day(transcript.days)} {day} was taken: --date says another."


def _why_no_day(days: Sequence[dt.date]) -> str:
    if len(days) > 1:
        return f"The file names several days ({', '.join(map(str, days))}):"
    return f"The file says {days[0]}, which is still to come:" if days else "The file does not say the day:"


def _empty(journal: Journal, id_: str, day: dt.date) -> Interview | None:
    """The note of that day that says nothing yet."""
    of_day = (one for one in journal.interviews if (one.contact, one.date) == (id_, day))
    return next((one for one in of_day if one.prepared), None)


def _day(journal: Journal, id_: str) -> dt.date:
    """The day that is fixed for the next talk with somebody, else today."""
    person = journal.contacts_by_id.get(id_)
    return (person and appointed(journal, person, today())) or today()


def _person(contacts: Sequence[Contact], text: str) -> tuple[str, str]:
    """The id of the person that `text` names, and what to call them in the note."""
    person, name = person_to_name(contacts, text)
    return person.id if person else id_for(name, {contact.id for contact in contacts}), name


def _write(journal: Journal, stem: str, text: str) -> Path:
    """Write the note under the first free name; a second talk on one day gets `-2`."""
    taken = {interview.id for interview in journal.interviews}
    taken |= {note.id for note in journal.broken if note.kind == "interview"}
    number = 1
    while True:
        id_ = stem if number == 1 else f"{stem}-{number}"
        number += 1
        if id_ in taken:
            continue
        try:
            with writing() as notes:
                return notes.create(f"journal/interviews/{id_}.md", text)
        except NoteExistsError:
            continue
