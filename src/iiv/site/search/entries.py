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
    found = {key: kept.get_value(key, _DECODER) if kept else None for key in by_key}
    missing = [key for key, one in found.items() if one is None]
    work = partial(_new_work, index.texts.html)
    made = spread(work, [by_key[key] for key in missing], index.texts.processes)
    for key, one in zip(missing, made, strict=True):
        found[key] = one
        if kept:
            kept.put(key, _ENCODER.encode(one))
    return [one for one in found.values() if one]


def _new_work(html: Mapping[str, str]) -> Callable[[Record], Entry]:
    return lambda record: entry(record, html)
