"""What notes said by themselves, kept from one run to the next."""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from iiv.journal.ledger import Ledger
from iiv.journal.plain_values import dump_said, load_said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from iiv.journal.sheets import Said, Sheet

FILE = "notes"


@contextmanager
def kept_notes(root: Path) -> Iterator[KeptNotes]:
    """What is known of the notes of the journal in `root`; what is learned meanwhile is kept."""
    ledger = Ledger(root, FILE)
    kept = KeptNotes(ledger.lines)
    yield kept
    ledger.add(kept.news, kept.lines)


class KeptNotes:
    """What notes said, by their path and content.

    A note is known by what it says, not by its time: a time may lie, and to read 1,300 notes takes
    20 ms. `lines` are those that an earlier one gave; a line that is none of ours counts for nothing.
    `news` are lines that were not among them.
    """

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._lines = {line.partition(" ")[0]: line for line in lines}
        self._used: dict[str, str] = {}
        self.news: list[str] = []

    def get(self, path: str, content: bytes) -> Said | None:
        """What the note at this path says when this is its content; None when that is not known."""
        key = _key(path, content)
        line = self._lines.get(key)
        if line is None:
            return None
        try:
            said = load_said(json.loads(line[len(key) :]), path)
        except (ValueError, RecursionError):
            return None
        self._used[key] = line
        return said

    def learn(self, sheets: Iterable[Sheet]) -> None:
        """Take note of what was worked out now."""
        for sheet in sheets:
            said = sheet.news()
            if said is not None:
                key = _key(sheet.path, sheet.content)
                line = self._used[key] = f"{key} {json.dumps(dump_said(said))}"
                self.news.append(line)

    def lines(self) -> Iterable[str]:
        """All that is known of the notes that there are, to be kept."""
        return self._used.values()


def _key(path: str, content: bytes) -> str:
    return hashlib.sha256(path.encode() + b"\0" + content).hexdigest()
