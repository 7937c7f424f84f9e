"""Records to the scripts that a browser loads when somebody begins to search.

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

    from iiv.site.search.records import Part, Record

SIZE: Final = 500_000
"""Bytes: a browser takes a few milliseconds to read one, and answers keys in between."""

_CUT: Final = " …"


class Entry(Value, frozen=True):
    """One record in JSON: what is searched first, and all its texts. It stays as long as the record does."""

    names: str
    texts: str


class Script(Value, frozen=True):
    """One file: where it lies in the site, and what it says."""

    address: str
    text: str


def entry(record: Record) -> Entry:
    """A record in JSON. Each text is there once: a gist that begins a text is not said again in it."""
    head = [record.kind, record.address, record.title, record.line, record.date, list(record.names)]
    parts = [
        _without_end([part.anchor, part.heading, part.gist, " ".join(part.themes)]) for part in record.parts
    ]
    names = _json([*head, parts, *([record.question] if record.question else ())])
    texts = [_rest(part) for part in record.parts]
    return Entry(names, f"{_json(record.address)}:{_json(texts)}" if texts else "")


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
    yield Script(LIST, data_script("chunks", _json(listed)))


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


def _rest(part: Part) -> str:
    """What of a part's text is not said by its gist, behind a sign: `+` for the rest, `=` for the whole."""
    gist = part.gist.removesuffix(_CUT)
    begins = gist and part.text.startswith(gist)
    return f"+{part.text[len(gist) :]}" if begins else f"={part.text}"


def _without_end(words: list[str]) -> list[str]:
    """The words without the empty ones at their end."""
    while words and not words[-1]:
        words = words[:-1]
    return words


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
