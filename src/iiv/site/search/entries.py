"""What a browser is given of each page to search in: made once, and kept by what it was made of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec

from iiv.processes import spread
from iiv.site.search.chunks import scripts
from iiv.site.search.gathering import records
from iiv.site.search.records import Entry, entry
from iiv.site.values import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from iiv.site.dossiers.journal_index import JournalIndex
    from iiv.site.search.chunks import Script
    from iiv.site.search.records import Record

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Entry)


def search_scripts(index: JournalIndex) -> Iterator[Script]:
    """The scripts with all that can be found in a journal."""
    return scripts(_entries(index))


def _entries(index: JournalIndex) -> list[Entry]:
    kept = index.texts.kept
    by_key = {digest("search", record): record for record in records(index)}
    found = {key: kept.get(key) for key in by_key} if kept else {}
    missing = [key for key in by_key if found.get(key) is None]
    work = partial(_new_work, index.texts.html)
    made = spread(work, [by_key[key] for key in missing], index.texts.processes)
    new = dict(zip(missing, made, strict=True))
    if kept:
        for key, one in new.items():
            kept.put(key, _ENCODER.encode(one))
    return [new[key] if key in new else _DECODER.decode(found[key] or b"") for key in by_key]


def _new_work(html: Mapping[str, str]) -> Callable[[Record], Entry]:
    return lambda record: entry(record, html)
