"""Entries to the scripts that a browser loads when somebody begins to search.

A page that is opened from a disk may load scripts and nothing else. Each script pushes one object to the
array `iivSearch`: names and gists, texts, or the list of the other scripts.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from iiv.site.safety.data_scripts import FOLDER, LIST, data_script
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iiv.site.search.records import Entry

SIZE: Final = 500_000
"""Bytes: a browser takes a few milliseconds to read one, and answers keys in between."""


class Script(Value, frozen=True):
    """One file: where it lies in the site, and the lines of JSON that it hands over, between `brackets`."""

    address: str
    kind: str
    brackets: bytes
    lines: tuple[bytes, ...]

    @property
    def content(self) -> bytes:
        """What the file says."""
        return data_script(self.kind, self.brackets[:1] + b",\n".join(self.lines) + self.brackets[1:])


def scripts(entries: Iterable[Entry]) -> Iterator[Script]:
    """The scripts for `entries`, which are in order of time, then the list of these scripts.

    The same entries give the same bytes. Files are numbered from the oldest talk, so a new talk changes
    only the last ones. The list names the newest first.
    """
    entries = list(entries)
    names = [*_chunked("names", b"[]", (one.names for one in entries))]
    texts = [*_chunked("texts", b"{}", (one.texts for one in entries if one.texts))]
    yield from (*names, *texts)
    listed = [script.address.removeprefix(f"{FOLDER}/") for script in (*names[::-1], *texts[::-1])]
    yield Script(LIST, "chunks", b"", (json.dumps(listed, separators=(",", ":")).encode(),))


def _chunked(kind: str, brackets: bytes, lines: Iterable[bytes]) -> Iterator[Script]:
    """The lines in scripts of at most `SIZE`, or of one line that is longer."""
    chunk: list[bytes] = []
    size = number = 0
    for line in (*lines, b""):
        if chunk and (not line or size + len(line) > SIZE):
            number += 1
            yield Script(f"{FOLDER}/{kind}-{number}.js", kind, brackets, tuple(chunk))
            chunk, size = [], 0
        chunk.append(line)
        size += len(line)
