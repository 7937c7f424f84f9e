"""`iiv new --from`: what was heard in a transcript, said before the note of it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iiv.cli.context import tell, today
from iiv.cli.terminal import at_terminal, columns, printable
from iiv.exchange.foreign_files import read_bytes
from iiv.exchange.transcripts.asking import Asking
from iiv.exchange.transcripts.note import note_body
from iiv.exchange.transcripts.placing import placed
from iiv.exchange.transcripts.reading import read_transcript
from iiv.exchange.transcripts.speakers import named_as, yours
from iiv.exchange.transcripts.turns import turns, unnamed
from iiv.journal.bank import STARTERS, bank
from iiv.journal.parse.days_in_text import certain
from iiv.journal.parse.wordings import count_words
from iiv.method.wording import count
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from iiv.exchange.transcripts.cues import Transcript
    from iiv.exchange.transcripts.placing import Part
    from iiv.journal.journal import Journal
    from iiv.journal.parse.wordings import Wordings

_HEARD = 12  # words of a sentence that are shown
_LEFT_OUT = 3  # lines that are shown of those that nobody said


class Heard(Value, frozen=True, dict=True):
    """A transcript and what was found in it: which speaker is you, "" for none, and the parts of the talk."""

    name: str
    transcript: Transcript
    me: str
    parts: Sequence[Part]
    wordings: Wordings

    @property
    def day(self) -> dt.date | None:
        """The day of the talk, where the file is certain of it."""
        return certain(self.transcript.days, today())

    @property
    def body(self) -> str:
        """The body of the note."""
        return note_body(self.parts, self.wordings)


def heard(file: Path, journal: Journal, theirs: Sequence[str], me: str | None) -> Heard:
    """What is heard in a file. `theirs` are the names of the other; `me` is what the file calls you, if said.

    Asks on a terminal which of the speakers is you, where that cannot be told. Raises ForeignFileError,
    OSError, and click.UsageError where nobody can be asked.
    """
    mine = [name for name in (me, journal.me.name) if name]
    transcript = read_transcript(read_bytes(file), file.name, [*mine, *theirs])
    you = _you(transcript, me, mine, theirs)
    questions = [*journal.questions] or [bank()[id_].question for id_ in STARTERS]
    asking = Asking(questions)
    # One voice alone is that of both: nobody told them apart.
    said = turns(transcript.cues, you) if len(transcript.speakers) != 1 or you else unnamed(transcript.cues)
    return Heard(file.name, transcript, you, placed(said, asking), asking.wordings)


def _you(transcript: Transcript, me: str | None, mine: Sequence[str], theirs: Sequence[str]) -> str:
    speakers = transcript.speakers
    if me:
        found = named_as(speakers, [me])
        if len(found) != 1:
            raise click.BadParameter(f"{_choice(transcript)}: name one of them.", param_hint="--me")
        return found[0]
    you = yours(speakers, mine, theirs)
    if you or len(speakers) <= 1:
        return you
    if not at_terminal():
        raise click.UsageError(f"Which of them is you? {_choice(transcript)}: say it with --me.")
    return _asked(transcript)


def _choice(transcript: Transcript) -> str:
    return printable(
        "; ".join(f"{speaker} says “{_first(transcript, speaker)}”" for speaker in transcript.speakers)
    )


def _first(transcript: Transcript, speaker: str) -> str:
    return _short(next(cue.text for cue in transcript.cues if cue.speaker == speaker))


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:_HEARD]) + (" …" if len(words) > _HEARD else "")


def _asked(transcript: Transcript) -> str:
    speakers = transcript.speakers
    rows = [(f"{number}", one, f"“{_first(transcript, one)}”") for number, one in enumerate(speakers, 1)]
    for line in columns(rows):
        click.echo(f"  {line}", err=True)
    number = click.prompt("Which of them is you?", type=click.IntRange(1, len(speakers)), err=True)
    return speakers[int(number) - 1]


def tell_heard(found: Heard) -> None:
    """Say what was found: who speaks, which questions were asked in which words, and what has no place."""
    for line in _lines(found):
        tell(line)
    rows = list(_rows(found.parts))
    for line in columns(rows) if rows else ():
        click.echo(f"  {line}", err=True)
    for line in _rest(found):
        tell(line)


def _lines(found: Heard) -> Iterator[str]:
    cues = found.transcript.cues
    said = [_words(sum(count_words(cue.text) for cue in cues))]
    if found.transcript.minutes:
        said.insert(0, count(found.transcript.minutes, "minute"))
    yield f"{found.name}: {', '.join([found.transcript.kind, *said])}."
    if found.transcript.rolls:
        yield "Each caption repeats the one before: what is repeated was taken once."
    if not found.transcript.speakers:
        yield (
            "Nobody is named in it: a question counts only where a whole sentence is its wording,"
            " and the rest is unplaced."
        )
        return
    spoken = (
        f"{speaker}{' (you)' if speaker == found.me else ''},"
        f" {_words(sum(count_words(cue.text) for cue in cues if cue.speaker == speaker))}"
        for speaker in found.transcript.speakers
    )
    yield f"Speakers: {'; '.join(spoken)}."


def _rows(parts: Sequence[Part]) -> Iterator[tuple[str, str, str]]:
    for part in parts:
        if part.question:
            sentence = part.asked.text if part.asked else part.wording
            yield part.question, _words(part.words), f"“{_short(sentence)}”"


def _rest(found: Heard) -> Iterator[str]:
    unplaced = [part for part in found.parts if not part.question]
    words = sum(count_words(turn.text) for part in unplaced for turn in part.text)
    if not any(part.question for part in found.parts):
        yield "No question of this journal was found."
    if words:
        yield f"Unplaced: {_words(words)}, below headings that say so."
        hints = [part for part in unplaced if part.hint]
        for part in hints:
            yield f"  “{_short(part.text[0].text)}” {part.hint[0].lower()}{part.hint[1:]}"
    left_out = found.transcript.left_out
    if left_out:
        shown = " / ".join(left_out[:_LEFT_OUT])
        beyond = len(left_out) - _LEFT_OUT
        more = f" and {count(beyond, 'more line')}" if beyond > 0 else ""
        yield f"Left out, as nobody said it: {shown}{more}"


def _words(number: int) -> str:
    return count(number, "word")
