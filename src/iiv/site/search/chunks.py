"""Entries to the scripts that a browser loads when somebody begins to search.

A page that is opened from a disk may load scripts and nothing else. Each script pushes one object to the
array `iivSearch`: names and gists, texts, or the list of the other scripts.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from iiv.site.safety.data_scripts import FOLDER, LIST, data_script
from iiv.site.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iiv.site.search.records import Entry

SIZE: Final = 500_000
"""Bytes: a browser takes a few milliseconds to read one, and answers keys in between."""


class Script(Value, frozen=True):
    """One file: where it lies in the site, and what it says."""

    address: str
    text: str


def scripts(entries: Iterable[Entry]) -> Iterator[Script]:
    """The scripts for `entries`, which are in order of time, then the list of these scripts.

    The same entries give the same bytes. Files are numbered from the oldest talk, so a new talk changes
    only the last ones. The list names the newest first.
    """
    entries = list(entries)
    names = [*_chunked("names", "[]", (one.names for one in entries))]
    texts = [*_chunked("texts", "{}", (one.texts for one in entries if one.texts))]
    yield from (*names, *texts)
    listed = [script.address.removeprefix(f"{FOLDER}/") for script in (*names[::-1], *texts[::-1])]
    yield Script(LIST, data_script("chunks", json.dumps(listed, separators=(",", ":"))))


def _chunked(kind: str, brackets: str, lines: Iterable[str]) -> Iterator[Script]:
    """The lines in scripts of at most `SIZE`, or of one line that is longer."""
    chunk: list[str] = []
    size = number = 0
    for line in (*lines, ""):
        length = len(line.encode())
        if chunk and (not line or size + length > SIZE):
            number += 1
            whole = brackets[0] + ",\n".join(chunk) + brackets[1]
            yield Script(f"{FOLDER}/{kind}-{number}.js", data_script(kind, whole))
            chunk, size = [], 0
        chunk.append(line)
        size += length
