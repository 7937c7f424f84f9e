"""Notes of transcripts, as `iiv new --from` makes them, and what is read in them."""

import re
from collections.abc import Iterable

from iiv.exchange.transcripts.asking import Asking
from iiv.exchange.transcripts.cues import Cue
from iiv.exchange.transcripts.note import note_body
from iiv.exchange.transcripts.placing import placed
from iiv.exchange.transcripts.turns import turns
from iiv.journal.bank import STARTERS, bank
from iiv.journal.model import Interview
from iiv.journal.read.reading import Reading
from tests.builders import a_journal

QUESTIONS = {
    f"questions/{id_}.md": f"---\nask: {bank()[id_].ask}\norder: {number}\n"
    f"formerly: {[*bank()[id_].formerly]}\n---\n"
    for number, id_ in enumerate(STARTERS)
}
ASKING = Asking(bank()[id_].question for id_ in STARTERS)
HEAD = "---\ncontact: Tomasz Kowal\ndate: 2026-03-02\n---\n"


def body_of(cues: Iterable[Cue], me: str) -> str:
    """The body of the note of what was said."""
    return note_body(placed(turns(cues, me), ASKING), ASKING.wordings)


def read(body: str) -> tuple[Reading, Interview]:
    """The journal that holds this note alone, with five questions, and the talk in it."""
    reading = a_journal({**QUESTIONS, "interviews/talk.md": HEAD + body})
    (talk,) = reading.journal.interviews
    return reading, talk


def tokens(text: str) -> list[str]:
    """The words of a text."""
    return re.findall(r"\w+", text.casefold())
